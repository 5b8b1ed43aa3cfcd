#!/usr/bin/env bash
# Makes the images mallard-stand-in/{postgres,haproxy,prometheus}:latest from the programs that are installed on
# this machine, to try the compose file where the real images cannot be pulled. They take the same settings as
# those, as far as the compose file sets any. Linux with glibc only.
#
#   docker/stand-in/peers.sh <docker|podman|buildah>
set -eu -o pipefail

tool=${1:?say which tool builds the images: docker, podman or buildah}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# add <folder> <file or folder>...: copies them to the same place, with the libraries they need.
add() {
    local root=$1 path library
    shift
    for path in "$@"; do
        mkdir -p "$root$(dirname "$path")"
        cp -rL "$path" "$root$path"
        # Scripts and the like have no libraries, of which ldd complains.
        { find "$path" -type f \( -perm -u+x -o -name '*.so*' \) -exec ldd {} + 2>/dev/null || true; } |
            sed -n 's/.*=> \(\/[^ ]*\).*/\1/p; s/^[[:space:]]*\(\/lib[^ ]*ld-[^ ]*\).*/\1/p' | sort -u |
            while IFS= read -r library; do
                [ -f "$root$library" ] || { mkdir -p "$root$(dirname "$library")" && cp -L "$library" "$root$library"; }
            done
    done
}

# image <name> <user> <line of the Dockerfile>...
image() {
    local name=$1 user=$2
    shift 2
    mkdir -p "$work/$name/etc" "$work/$name/tmp" "$work/$name/owned"
    chmod 1777 "$work/$name/tmp"
    printf 'root:x:0:0::/:/none\n%s:x:999:999::/tmp:/none\n' "$user" >"$work/$name/etc/passwd"
    printf 'root:x:0:\n%s:x:999:\n' "$user" >"$work/$name/etc/group"
    printf 'hosts: files dns\n' >"$work/$name/etc/nsswitch.conf"
    {
        printf 'FROM scratch\nCOPY %s/ /\n' "$name"
        printf '%s\n' "$@"
        printf 'USER 999:999\n'
    } >"$work/Dockerfile"
    "$tool" build -q -f "$work/Dockerfile" -t "mallard-stand-in/$name:latest" "$work" >/dev/null
}

require() {
    command -v "$1" >/dev/null || { echo "$1 is not installed" >&2 && exit 3; }
}

require haproxy
add "$work/haproxy" "$(command -v haproxy)"
image haproxy haproxy \
    "ENTRYPOINT [\"$(command -v haproxy)\", \"-W\", \"-db\", \"-f\", \"/usr/local/etc/haproxy/haproxy.cfg\"]"

require prometheus
add "$work/prometheus" "$(command -v prometheus)"
image prometheus nobody 'COPY --chown=999:999 prometheus/owned/ /prometheus/' \
    "ENTRYPOINT [\"$(command -v prometheus)\"]" \
    'CMD ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"]'

postgres=$(find /usr/lib/postgresql -maxdepth 1 -mindepth 1 2>/dev/null | sort -V | tail -n 1)
[ -n "$postgres" ] || { echo "PostgreSQL is not installed" >&2 && exit 3; }
require busybox
add "$work/postgres" "$postgres" "/usr/share/postgresql/${postgres##*/}" /usr/share/zoneinfo "$(command -v busybox)"
mkdir -p "$work/postgres/bin"
ln -s "$(command -v busybox)" "$work/postgres/bin/sh"
# The beginning of what the real image does.
cat >"$work/postgres/start" <<'START'
#!/bin/sh
set -e
if [ ! -f "$PGDATA/PG_VERSION" ]; then
    echo "$POSTGRES_PASSWORD" >/tmp/password
    initdb --username="$POSTGRES_USER" --pwfile=/tmp/password --auth=scram-sha-256 --no-locale --encoding=UTF8
    echo "CREATE DATABASE $POSTGRES_DB" | postgres --single -D "$PGDATA" postgres
    echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
fi
exec postgres -c listen_addresses='*' -c unix_socket_directories=/tmp
START
chmod +x "$work/postgres/start"
image postgres postgres 'COPY --chown=999:999 postgres/owned/ /var/lib/postgresql/data/' \
    'VOLUME ["/tmp"]' \
    "ENV PGDATA=/var/lib/postgresql/data PGHOST=/tmp PATH=$postgres/bin:/bin:/usr/bin" \
    'ENTRYPOINT ["/start"]'
