# Sourced by ./start, ./check, ./bench and ./recover: finds a JDK 25, whatever the machine's default is, and exports JAVA_HOME.

is_jdk_25() {
    [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    local version
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ -n "$version" ] && [ "$version" -ge 25 ]
}

# Prints the home of a JDK 25 or newer: the one that was asked for, else one from the usual places.
find_jdk() {
    local home
    for home in "${JAVA_HOME:-}" \
        /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/java* /opt/jdk* /usr/local/openjdk* /usr/java/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        is_jdk_25 "$home" && echo "$home" && return
    done
    home=$(command -v javac || true)
    [ -n "$home" ] || return 1
    home=$(cd "$(dirname "$(readlink -f "$home" 2>/dev/null || echo "$home")")/.." && pwd)
    is_jdk_25 "$home" && echo "$home"
}

use_jdk() {
    JAVA_HOME=$(find_jdk) || {
        echo "Nuanxin needs a JDK 25: install one (for example Eclipse Temurin 25 from adoptium.net) and point JAVA_HOME at it." >&2
        exit 1
    }
    export JAVA_HOME
}
