# Finds what builds images and runs containers on this machine; sourced by the other scripts.
# shellcheck shell=bash

# The tool to build with: docker, podman or buildah. Empty if there is none.
find_builder() {
    local candidate
    for candidate in ${MALLARD_IMAGE_TOOL:-docker podman buildah}; do
        if works "$candidate"; then
            printf '%s' "$candidate"
            return
        fi
    done
}

# The tool to run containers with: docker or podman. Empty if there is none.
find_runner() {
    local candidate
    for candidate in ${MALLARD_CONTAINER_TOOL:-docker podman}; do
        if works "$candidate"; then
            printf '%s' "$candidate"
            return
        fi
    done
}

works() {
    case $1 in
        docker) command -v docker >/dev/null && docker info >/dev/null 2>&1 ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

# Where the JDK 25 of this machine is. Returns 1 if there is none.
find_jdk() {
    local candidate
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/* "${HOME:-}"/.sdkman/candidates/java/*; do
        if [ -x "$candidate/bin/jlink" ] && grep -qs '^JAVA_VERSION="25' "$candidate/release"; then
            printf '%s' "$candidate"
            return 0
        fi
    done
    echo "JDK 25 was not found: install it, or set JAVA_HOME to where it is" >&2
    return 1
}

# Podman sets limits that need more rights than some machines give even to root, and its usual runtime does not
# know every kind of control groups. Where a container with the usual settings does not start, this makes the
# whole script use others.
#   adapt_podman <image> <folder for the settings> <command>...
# Returns 1, and leaves what podman says in podman_complaint for the caller, if nothing helps.
# shellcheck disable=SC2034
adapt_podman() {
    local image=$1 folder=$2 runtime
    shift 2
    if podman_complaint=$(timeout 60 podman run --rm --network none "$image" "$@" 2>&1); then
        return 0
    fi
    for runtime in crun runc; do
        command -v "$runtime" >/dev/null || continue
        cat >"$folder/containers.conf" <<CONF
[containers]
default_ulimits = ["nofile=$(($(ulimit -Hn) / 2)):$(($(ulimit -Hn) / 2))", "nproc=4096:4096"]
[engine]
runtime = "$runtime"
CONF
        if podman_complaint=$(CONTAINERS_CONF=$folder/containers.conf \
            timeout 60 podman run --rm --network none "$image" "$@" 2>&1); then
            export CONTAINERS_CONF=$folder/containers.conf
            return 0
        fi
    done
    return 1
}

# Makes sure that there are base images, and sets runtime to the one that services run on: those of the
# Dockerfile if they can be pulled, stand-ins with the JDK of this machine if not.
#   prepare_bases <tool> <folder for settings>
# Returns 1 if containers cannot run here.
prepare_bases() {
    local tool=$1 folder=$2
    if [ -z "${MALLARD_STAND_IN:-}" ] && pull_bases "$tool"; then
        runtime=$(sed -n 's/^ARG RUNTIME_IMAGE=//p' docker/Dockerfile)
        echo "Base images: those of the Dockerfile"
    else
        export BUILD_IMAGE=mallard-stand-in/jdk:25 RUNTIME_IMAGE=mallard-stand-in/jre:25
        runtime=$RUNTIME_IMAGE
        "$tool" image inspect "$runtime" >/dev/null 2>&1 || timeout 300 docker/stand-in/java.sh "$tool" || {
            echo "FAILED: the stand-in base images cannot be made"
            exit 1
        }
        echo "Base images: stand-ins with the JDK of this machine and without a shell"
    fi
    [ "$tool" != podman ] || adapt_podman "$runtime" "$folder" java -version
}

pull_bases() {
    local image
    while IFS= read -r image; do
        timeout 120 "$1" pull -q "$image" >/dev/null 2>&1 </dev/null || return 1
    done < <(sed -n 's/^ARG [A-Z]*_IMAGE=//p' docker/Dockerfile)
}
