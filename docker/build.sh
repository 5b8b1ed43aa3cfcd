#!/usr/bin/env bash
# Builds the images mallard/{gateway,lobby,game}-service with docker, podman or buildah, whichever is there.
#
#   docker/build.sh [tag]          default: 0.1.0, the tag that compose.yaml and the manifests name
#
# MALLARD_IMAGE_PREFIX=mallard     what the images are called before the slash
# BUILD_IMAGE, RUNTIME_IMAGE       other images to build with and to run on; the former needs a JDK 25, the
#                                  latter the same build of Java as a runtime
# MALLARD_IMAGE_TOOL               the tool to use, instead of the first that works
set -eu -o pipefail

cd "$(dirname "$0")/.."
tag=${1:-0.1.0}
prefix=${MALLARD_IMAGE_PREFIX:-mallard}
services=(gateway-service lobby-service game-service)

works() {
    case $1 in
        docker) command -v docker >/dev/null && docker info >/dev/null 2>&1 ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

tool=${MALLARD_IMAGE_TOOL:-}
for candidate in docker podman buildah; do
    if [ -z "$tool" ] && works "$candidate"; then
        tool=$candidate
    fi
done
if [ -z "$tool" ]; then
    echo "skipped: building images needs a running docker, or podman, or buildah"
    exit 0
fi

missing=
for service in "${services[@]}"; do
    [ -f "$service/target/$service-exec.jar" ] || missing=yes
done
if [ -n "$missing" ]; then
    modules=$(IFS=,; printf '%s' "${services[*]}")
    mvn -q -DskipTests package -pl "$modules" -am
fi

options=()
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
    "$tool" build -f docker/Dockerfile --build-arg "SERVICE=$service" \
        ${options[@]+"${options[@]}"} -t "$prefix/$service:$tag" .
done
