#!/usr/bin/env bash
# Builds the images mallard/{gateway,lobby,game}-service with docker, podman or buildah, whichever is there.
#
#   docker/build.sh [tag]          default: 0.1.0, the tag that compose.yaml and the manifests name
#
# MALLARD_IMAGE_PREFIX=mallard     what the images are called before the slash
# BUILD_IMAGE, RUNTIME_IMAGE       other images to build with and to run on; either needs a Java 25, and no shell
# MALLARD_IMAGE_TOOL               the tool to use, instead of the first that works
# MALLARD_BUILD_TIMEOUT=900        seconds that one image may take
set -eu -o pipefail

cd "$(dirname "$0")/.."
tag=${1:-0.1.0}
prefix=${MALLARD_IMAGE_PREFIX:-mallard}
services=(gateway-service lobby-service game-service)

# shellcheck source=docker/container-tool.sh
source docker/container-tool.sh
tool=$(find_builder)
if [ -z "$tool" ]; then
    echo "Building images needs a running docker, or podman, or buildah." >&2
    exit 3
fi

missing=
for service in "${services[@]}"; do
    [ -f "$service/target/$service-exec.jar" ] || missing=yes
done
if [ -n "$missing" ]; then
    modules=$(IFS=,; printf '%s' "${services[*]}")
    mvn -q -DskipTests package -pl "$modules" -am
fi

# Everything that the build needs is in the jars.
options=(--network none)
if [ -n "${BUILD_IMAGE:-}" ]; then
    options+=(--build-arg "BUILD_IMAGE=$BUILD_IMAGE")
fi
if [ -n "${RUNTIME_IMAGE:-}" ]; then
    options+=(--build-arg "RUNTIME_IMAGE=$RUNTIME_IMAGE")
fi
if [ "$tool" != docker ]; then
    # Docker finds the file by its name.
    options+=(--ignorefile docker/Dockerfile.dockerignore)
fi

for service in "${services[@]}"; do
    echo "building $prefix/$service:$tag with $tool"
    timeout "${MALLARD_BUILD_TIMEOUT:-900}" "$tool" build -f docker/Dockerfile --build-arg "SERVICE=$service" \
        ${options[@]+"${options[@]}"} -t "$prefix/$service:$tag" .
done
