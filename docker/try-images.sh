#!/usr/bin/env bash
# Builds the images of all services, runs them as a cluster would, and checks what can be seen from outside:
#
#   docker/try-images.sh
#
# user, read-only file system, use of the AOT cache, start-up with and without it, memory after the container's
# limit, the end by SIGTERM. Prints a table; exit code 1 and "FAILED" lines if something is not as it should be.
# Where the base images of the Dockerfile cannot be pulled, stand-ins are made of this machine's JDK. Skipped,
# with exit code 0, where nothing can build and run containers. Everything that waits is bounded.
#
# MALLARD_IMAGE_PREFIX=mallard     as in docker/build.sh
# MALLARD_STAND_IN=yes             does not try to pull
# MALLARD_SKIP_BUILD=yes           takes the images that are there
# MALLARD_START_TIMEOUT=120        seconds that a service may take to be ready
set -u -o pipefail

cd "$(dirname "$0")/.." || exit 1
# shellcheck source=docker/container-tool.sh
source docker/container-tool.sh

prefix=${MALLARD_IMAGE_PREFIX:-mallard}
start_timeout=${MALLARD_START_TIMEOUT:-120}
memory_limits=(512 1024)
tag=0.1.0
work=$(mktemp -d)
container=mallard-try-$$
failures=0

clean_up() {
    "$runner" rm -f -v "$container" >/dev/null 2>&1
    rm -rf "$work"
}

failed() {
    printf 'FAILED: %s\n' "$*"
    failures=$((failures + 1))
}

give_up() {
    printf 'FAILED: %s\n' "$*"
    exit 1
}

# ---- Tools and images.

runner=$(find_runner)
if [ -z "$runner" ]; then
    echo "skipped: trying the images needs a running docker, or podman"
    exit 0
fi
trap clean_up EXIT
trap 'exit 1' INT TERM
export MALLARD_IMAGE_TOOL=$runner

if ! prepare_bases "$runner" "$work"; then
    echo "skipped: podman cannot run containers here: $podman_complaint"
    exit 0
fi
if [ -z "${MALLARD_SKIP_BUILD:-}" ]; then
    docker/build.sh "$tag" >"$work/build.log" 2>&1 ||
        give_up "the build: $(grep -v ' Skipping ' "$work/build.log" | tail -n 5)"
fi

# ---- One service.

# Lines that the container has written.
log() { "$runner" logs "$container" 2>&1; }

# start <service> <port> <megabytes> <option for Java>: as the manifests run it, and waits until it is alive.
start() {
    local service=$1 port=$2 megabytes=$3 option=$4 deadline=$((SECONDS + start_timeout))
    "$runner" rm -f -v "$container" >/dev/null 2>&1
    timeout 60 "$runner" run --detach --name "$container" --read-only --cap-drop all \
        --security-opt no-new-privileges --tmpfs /tmp:mode=1777,size=64m --memory "${megabytes}m" \
        --publish "127.0.0.1::$port" --env "JDK_JAVA_OPTIONS=$option" --stop-timeout 60 \
        "$prefix/$service-service:$tag" >"$work/run.log" 2>&1 ||
        { failed "$service does not run: $(cat "$work/run.log")" && return 1; }
    address=$("$runner" port "$container" "$port/tcp" | head -n 1)
    until curl -sf --max-time 3 "http://$address/actuator/health/liveness" >/dev/null; do
        if [ "$("$runner" inspect -f '{{.State.Running}}' "$container")" != true ]; then
            failed "$service ended: $(log | tail -n 5)"
            return 1
        fi
        if [ $SECONDS -ge $deadline ]; then
            failed "$service is not alive after $start_timeout s: $(log | tail -n 5)"
            return 1
        fi
        sleep 0.2
    done
    # The log says it a moment later.
    until log | grep -q 'Started .*Application in' || [ $SECONDS -ge $deadline ]; do sleep 0.1; done
}

# Seconds from the start of the process, as the service says itself.
started_in() {
    log | sed -n 's/.*Started .*Application in .*process running for \([0-9.]*\)).*/\1/p'
}

# Megabytes of heap that the service may use at most.
heap_limit() {
    curl -s --max-time 5 "http://$address/actuator/prometheus" |
        awk '/^jvm_memory_max_bytes\{area="heap"/ && $NF > 0 { sum += $NF } END { printf "%d", sum / 1048576 }'
}

# Megabytes that the process occupies.
resident() {
    awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$("$runner" inspect -f '{{.State.Pid}}' "$container")/status"
}

# Processor seconds that the process has used, which other work on the machine hardly changes.
used() {
    awk -v hertz="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); printf "%.1f", ($12 + $13) / hertz }' \
        "/proc/$("$runner" inspect -f '{{.State.Pid}}' "$container")/stat"
}

user() {
    awk '/^Uid/ { print $2 }' "/proc/$("$runner" inspect -f '{{.State.Pid}}' "$container")/status"
}

# megabytes <image>
megabytes() {
    "$runner" image inspect -f '{{.Size}}' "$1" | awk '{ printf "%d", $1 / 1000000 }'
}

# stop <service>: by SIGTERM; sets stopped_in to the seconds it took.
stop() {
    local begin code
    begin=$(date +%s%N)
    timeout 90 "$runner" stop "$container" >/dev/null 2>&1 || failed "$1 cannot be stopped"
    stopped_in=$((($(date +%s%N) - begin) / 100000000))
    stopped_in=$((stopped_in / 10)).$((stopped_in % 10))
    code=$("$runner" inspect -f '{{.State.ExitCode}}' "$container")
    # 143: ended by SIGTERM, after all hooks. 137 would be SIGKILL.
    [ "$code" = 143 ] || [ "$code" = 0 ] || failed "$1 ended with exit code $code after SIGTERM"
}

try() {
    local service=$1 port=$2 megabytes heap memory with without archived heaps='' stopped_in=-
    if "$runner" run --rm --entrypoint /bin/sh "$prefix/$service-service:$tag" -c true >/dev/null 2>&1; then
        [ -z "${RUNTIME_IMAGE:-}" ] || failed "$service has a shell, so nothing shows that it needs none"
    fi
    # Fails to start, instead of going on without, if the cache cannot be used.
    start "$service" "$port" "${memory_limits[1]}" "-XX:AOTMode=on -Xlog:class+load:stdout" || return
    archived=$(log | awk '/\[class,load\]/ { all++ } /shared objects file/ { shared++ }
        END { printf "%d", all ? 100 * shared / all : 0 }')
    [ "$archived" -ge 50 ] || failed "$service takes only $archived % of its classes from the AOT cache"

    start "$service" "$port" "${memory_limits[1]}" "-XX:AOTMode=off" || return
    without="$(started_in) ($(used))"
    for megabytes in "${memory_limits[@]}"; do
        start "$service" "$port" "$megabytes" "-XX:AOTMode=auto" || return
        heap=$(heap_limit)
        # Half of the container, less one survivor space, which the JVM does not count.
        if [ "$heap" -lt $((megabytes * 45 / 100)) ] || [ "$heap" -gt $((megabytes / 2)) ]; then
            failed "$service has a heap of $heap MB in a container of $megabytes MB"
        fi
        heaps=$heaps${heaps:+, }$megabytes:$heap
    done
    with="$(started_in) ($(used))"
    [ "$(user)" = 10001 ] || failed "$service runs as user $(user)"
    [ "$("$runner" inspect -f '{{.HostConfig.ReadonlyRootfs}}' "$container")" = true ] ||
        failed "the file system of $service can be written"
    memory=$(resident)
    stop "$service"
    printf '%-8s %6s MB %9s MB %16s s %16s s %7s %% %8s MiB  %-20s %6s s\n' "$service" \
        "$(megabytes "$prefix/$service-service:$tag")" \
        "$(($(megabytes "$prefix/$service-service:$tag") - $(megabytes "$runtime")))" \
        "$with" "$without" "$archived" "$memory" "$heaps" "$stopped_in" >>"$work/table"
}

try gateway 8081
try lobby 8082
try game 8083

printf '%-8s %9s %12s %18s %18s %9s %12s  %-20s %8s\n' service image 'without base' \
    'start (CPU): AOT' 'without AOT' 'from AOT' resident 'container:heap, MiB' stop
cat "$work/table"
if [ $failures -gt 0 ]; then
    echo "$failures checks failed"
    exit 1
fi
echo "All images start read only, as user 10001 and without a shell, use the AOT cache, and stop in time."
