#!/usr/bin/env bash
# Starts what compose.yaml describes, plays a match through HAProxy, stops a gateway and plays another one, and
# checks with Prometheus that everything is watched. Stops and removes all of it in the end.
#
#   docker/try-compose.sh [command...]     the command runs meanwhile, with PROMETHEUS set to its address
#
# Needs docker with compose, or podman with podman-compose; skipped, with exit code 0, without. Images that cannot
# be pulled are replaced by stand-ins of this machine's programs, if haproxy, prometheus and PostgreSQL are
# installed; there is none for Grafana, which is left out then. Everything that waits is bounded.
#
# MALLARD_STAND_IN=yes             does not try to pull
# MALLARD_MATCHES=1                matches that are played at once, up to 20
# MALLARD_START_TIMEOUT=300        seconds until all targets of Prometheus have to be up
set -u -o pipefail

cd "$(dirname "$0")/.." || exit 1
# shellcheck source=docker/container-tool.sh
source docker/container-tool.sh

start_timeout=${MALLARD_START_TIMEOUT:-300}
work=$(mktemp -d)
failures=0
prometheus=http://127.0.0.1:9090
peers=(haproxy postgres prometheus)
files=(-f docker/compose.yaml -f "$work/override.yaml")

failed() {
    printf 'FAILED: %s\n' "$*"
    failures=$((failures + 1))
}

give_up() {
    failed "$@"
    exit 1
}

skip() {
    printf 'skipped: %s\n' "$*"
    exit 0
}

# ---- Tools, images and settings.

runner=$(find_runner)
[ -n "$runner" ] || skip "trying the compose file needs a running docker, or podman"
if [ "$runner" = docker ]; then
    docker compose version >/dev/null 2>&1 || skip "docker has no compose"
    compose=(docker compose)
else
    command -v podman-compose >/dev/null || skip "podman-compose is not installed"
    compose=(podman-compose)
fi
if ! prepare_bases "$runner" "$work"; then
    skip "podman cannot run containers here: $podman_complaint"
fi
for service in gateway lobby game; do
    "$runner" image inspect "mallard/$service-service:0.1.0" >/dev/null 2>&1 ||
        { MALLARD_IMAGE_TOOL=$runner docker/build.sh >"$work/build.log" 2>&1 && break; } ||
        give_up "the build: $(tail -n 5 "$work/build.log")"
done

peers_can_be_pulled() {
    local image
    [ -z "${MALLARD_STAND_IN:-}" ] || return 1
    while IFS= read -r image; do
        timeout 180 "$runner" pull -q "$image" >/dev/null 2>&1 </dev/null || return 1
    done < <(sed -n 's/^ *image: \(docker.io.*\)/\1/p' docker/compose.yaml)
}

started=()
{
    printf 'services:\n'
    # Short days and nights.
    for instance in game-1 game-2; do
        printf '  %s:\n    environment:\n' "$instance"
        printf '      MALLARD_GAME_RULES_TIMING_DAY: 6s\n      MALLARD_GAME_RULES_TIMING_NIGHT: 10s\n'
    done
    if [ "$(ulimit -Hn)" != unlimited ] && [ "$(ulimit -Hn)" -lt 110000 ]; then
        printf '  haproxy:\n    environment:\n      HAPROXY_MAXCONN: %d\n' $(($(ulimit -Hn) / 5))
    fi
} >"$work/override.yaml"
if ! peers_can_be_pulled; then
    printf 'services:\n' >"$work/peers.yaml"
    for peer in "${peers[@]}"; do
        printf '  %s:\n    image: localhost/mallard-stand-in/%s:latest\n' "$peer" "$peer" >>"$work/peers.yaml"
    done
    files+=(-f "$work/peers.yaml")
    started=(gateway-1 gateway-2 lobby-1 lobby-2 game-1 game-2 "${peers[@]}")
    timeout 300 docker/stand-in/peers.sh "$runner" || skip "the other images can neither be pulled nor replaced"
    echo "Other images: stand-ins of this machine's haproxy, postgres and prometheus; no Grafana"
fi
compose+=("${files[@]}")

# Without the secrets nothing must start, and the message has to say what to do.
if [ "$runner" = docker ]; then
    refusal=$(env -u MALLARD_LINK_SECRET docker compose --env-file /dev/null "${files[@]}" config 2>&1) &&
        failed "compose accepts the file without secrets"
    case $refusal in
        *"docker/.env"*) ;;
        *) failed "compose says without secrets: $refusal" ;;
    esac
fi
secret() { od -An -N 16 -t x1 /dev/urandom | tr -d ' \n'; }
MALLARD_LINK_SECRET=$(secret) POSTGRES_PASSWORD=$(secret) GRAFANA_ADMIN_PASSWORD=$(secret)
export MALLARD_LINK_SECRET POSTGRES_PASSWORD GRAFANA_ADMIN_PASSWORD

# ---- The suite.

clean_up() {
    timeout 300 "${compose[@]}" down -v >"$work/down.log" 2>&1
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' INT TERM

# ask <query>: the values that Prometheus has for it, one a line.
ask() {
    curl -s --max-time 10 --data-urlencode "query=$1" "$prometheus/api/v1/query" |
        grep -o '"value":\[[0-9.e+]*,"[^"]*"\]' | sed 's/.*,"\(.*\)"\]/\1/'
}

# await <what> <query> <value>: until the query has the value.
await() {
    local deadline=$((SECONDS + start_timeout))
    until [ "$(ask "$2")" = "$3" ]; do
        [ $SECONDS -lt $deadline ] || return 1
        sleep 1
    done
}

# container <service>
container() {
    "$runner" ps --quiet --filter "label=com.docker.compose.service=$1" | head -n 1
}

play() {
    local output
    if output=$(timeout 600 "$java" -XX:TieredStopAtLevel=1 -jar player-bots/target/player-bots-exec.jar \
        match --port 5555 --group "$1" --timeout 30 2>&1); then
        printf '%s: %s\n' "$2" "$(printf '%s\n' "$output" | tail -n 1)"
    else
        failed "$2: $(printf '%s\n' "$output" | tail -n 3)"
        return 1
    fi
}

# memory <when>: what the processes of the services occupy and have occupied at most, and the processor time
# they have used, each for the larger of the two instances.
memory() {
    local service instance pid
    for service in gateway lobby game; do
        for instance in 1 2; do
            pid=$("$runner" inspect -f '{{.State.Pid}}' "$(container "$service-$instance")")
            awk -v hertz="$(getconf CLK_TCK)" '
                FNR == 1 && /\) / { line = $0; sub(/.*\) /, "", line); split(line, f, " "); cpu = (f[12] + f[13]) / hertz }
                /^VmHWM/ { peak = $2 / 1024 } /^VmRSS/ { now = $2 / 1024 }
                END { printf "%d %d %.1f\n", now, peak, cpu }' "/proc/$pid/stat" "/proc/$pid/status"
        done | sort -n | tail -n 1 | {
            read -r now peak cpu
            printf '  %-8s %-8s resident %4d MiB, at most %4d MiB so far, processor time %6s s\n' \
                "$service" "$1" "$now" "$peak" "$cpu"
        }
    done
}

java=$(find_jdk)/bin/java || give_up "no Java for the bots"
[ -f player-bots/target/player-bots-exec.jar ] || mvn -q -DskipTests package -pl player-bots -am ||
    give_up "the bots cannot be built"

begin=$SECONDS
timeout 300 "${compose[@]}" up --detach ${started[@]+"${started[@]}"} >"$work/up.log" 2>&1 ||
    give_up "up: $(tail -n 5 "$work/up.log")"
await "the targets" 'sum(up{job=~"gateway|lobby|game"})' 6 || {
    for service in gateway-1 lobby-1 game-1 postgres; do
        echo "---- $service"
        "$runner" logs --tail 5 "$(container "$service")" 2>&1
    done
    give_up "after $start_timeout s Prometheus sees $(ask 'sum(up)') of 6 targets: $(ask 'up')"
}
await "links" 'sum(mallard_gateway_upstream_links{state="UP"}) == sum(mallard_gateway_upstream_links)' \
    "$(ask 'sum(mallard_gateway_upstream_links)')" || failed "not all links are up"
until (exec 3<>/dev/tcp/127.0.0.1/5555) 2>/dev/null; do
    [ $((SECONDS - begin)) -lt "$start_timeout" ] ||
        give_up "HAProxy does not listen: $("$runner" logs --tail 5 "$(container haproxy)" 2>&1)"
    sleep 1
done
echo "Up after $((SECONDS - begin)) s: $(ask 'count(up == 1)') targets, $(ask 'sum(mallard_gateway_upstream_links{state="UP"})') links of the gateways"

echo "Processes of the services, the larger of two each:"
memory idle
matches=()
for ((i = 1; i < ${MALLARD_MATCHES:-1}; i++)); do
    play "match$i" "Match $i beside it" &
    matches+=($!)
done
play main "A match through HAProxy"
for match in ${matches[@]+"${matches[@]}"}; do
    wait "$match" || failures=$((failures + 1))
done
memory played
await "connections" 'count(mallard_gateway_connections_accepted_total > 0)' 2 ||
    failed "HAProxy does not spread the clients: $(ask mallard_gateway_connections_accepted_total)"
refused=$(ask 'sum(mallard_gateway_connections_refused_total)')
[ "$refused" = 0 ] || failed "the gateways refused $refused connections"

if [ $# -gt 0 ]; then
    PROMETHEUS=$prometheus "$@" || failed "$*"
fi

begin=$SECONDS
timeout 90 "$runner" stop --time 60 "$(container gateway-1)" >/dev/null || failed "a gateway does not stop"
echo "A gateway stopped in $((SECONDS - begin)) s"
play after "A match with one gateway"
rules=$(curl -s --max-time 10 "$prometheus/api/v1/rules" | grep -o '"health":"[a-z]*"' | sort | uniq -c | tr -s ' \n' ' ')
echo "Rules of Prometheus:$rules"
case $rules in *err*) failed "rules that cannot be evaluated" ;; esac
# The gateway that was stopped is missed; warnings may be due to a busy machine.
alerts=$(curl -s --max-time 10 "$prometheus/api/v1/alerts" | grep -o '"alertname":"[A-Za-z]*"' | sort -u | tr -s '\n' ' ')
echo "Alerts pending or firing: $alerts"
alarms=$(ask 'count(ALERTS{severity="critical", alertname!="ServiceDown"})')
[ -z "$alarms" ] || failed "$alarms critical alerts without a reason"

if [ $failures -gt 0 ]; then
    echo "$failures checks failed"
    exit 1
fi
echo "The compose file does what it says."
