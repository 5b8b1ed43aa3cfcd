#!/usr/bin/env bash
# Makes the images mallard-stand-in/jdk:25 and mallard-stand-in/jre:25 from the JDK of this machine, to build and
# try the images of the services where the real base images cannot be pulled. They contain Java, the libraries
# that it needs, and nothing else: no shell either. Linux only.
#
#   docker/stand-in/java.sh <docker|podman|buildah>
set -eu -o pipefail

tool=${1:?say which tool builds the images: docker, podman or buildah}
# shellcheck source=docker/container-tool.sh
source "$(dirname "$0")/../container-tool.sh"

java_home=$(find_jdk)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What the runtime image of Eclipse Temurin has, without what services have no use for.
modules=java.se,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.localedata
modules=$modules,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.nio.mapmode
modules=$modules,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs

# system <folder>: the files around Java.
system() {
    local root=$1 library
    mkdir -p "$root/etc" "$root/tmp" "$root/opt/java"
    chmod 1777 "$root/tmp"
    printf 'root:x:0:0::/:/none\nnobody:x:65534:65534::/:/none\n' >"$root/etc/passwd"
    printf 'root:x:0:\nnobody:x:65534:\n' >"$root/etc/group"
    printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
    # The last ones are those that resolve names and that native libraries of the services may want.
    {
        ldd "$java_home/bin/java" "$java_home/lib/server/libjvm.so" "$java_home"/lib/lib{net,nio,zip,java}.so |
            sed -n 's/.*=> \(\/[^ ]*\).*/\1/p; s/^[[:space:]]*\(\/lib[^ ]*ld-[^ ]*\).*/\1/p'
        ldconfig -p | sed -n 's/.* => \(.*\/\(libnss_files\|libnss_dns\|libresolv\|libgcc_s\|libz\)\.so\..*\)/\1/p'
    } | sort -u | while IFS= read -r library; do
        case $library in
            # The JDK brings its own.
            "$java_home"/*) ;;
            *)
                mkdir -p "$root$(dirname "$library")"
                cp -L "$library" "$root$library"
                ;;
        esac
    done
}

# image <name> <folder>
image() {
    cat >"$work/Dockerfile" <<DOCKERFILE
FROM scratch
COPY $2/ /
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin
DOCKERFILE
    "$tool" build -q -f "$work/Dockerfile" -t "$1" "$work" >/dev/null
}

system "$work/jdk"
cp -rL "$java_home" "$work/jdk/opt/java/openjdk"
image mallard-stand-in/jdk:25 jdk

system "$work/jre"
"$java_home/bin/jlink" --add-modules "$modules" --strip-debug --no-man-pages --no-header-files \
    --output "$work/jre/opt/java/openjdk" >/dev/null
# The archives of shared classes that a Java of a vendor has; the second for the headers that jvm.options wants.
"$work/jre/opt/java/openjdk/bin/java" -Xshare:dump >/dev/null 2>&1
"$work/jre/opt/java/openjdk/bin/java" -XX:+UseCompactObjectHeaders -Xshare:dump >/dev/null 2>&1
image mallard-stand-in/jre:25 jre
