# Sourced by the scripts beside it: installs what the machine lacks, builds. POSIX sh.
set -eu
here=$PWD # arguments are relative to where the caller stands
cd "$(dirname "$0")/.."
bin=$PWD/build/release/bin
say() { echo "${0##*/}: $*" >&2; }
stop() { say "$*"; exit 1; }

listed_packages() { sed -n 's/^\([^#[:space:]][^[:space:]]*\).*/\1/p' scripts/packages.txt; }

# Those of the packages named (`a|b`: either will do) that are not installed.
missing_packages() {
    # shellcheck disable=SC2046,SC2086 # names hold no blanks; dpkg-query complains of unknown ones and answers the rest
    installed=" $(echo $(dpkg-query -W -f '${db:Status-Status}:${Package} ' $(echo "$*" | tr '|' ' ') 2>/dev/null))"
    for package; do
        found=
        for choice in $(echo "$package" | tr '|' ' '); do
            case "$installed " in *" installed:$choice "*) found=yes ;; esac
        done
        [ "$found" ] || echo "$package"
    done
}

# Of each `a|b` the first that apt can install here.
installable() {
    for package; do
        for choice in $(echo "$package" | tr '|' ' '); do
            apt-cache show "$choice" >/dev/null 2>&1 && break
        done
        echo "$choice"
    done
}

# Installs those of the packages named that are missing.
ensure_packages() {
    installed_now=
    command -v apt-get >/dev/null || { say "no apt here, so packages are not checked; scripts/packages.txt lists them"; return; }
    missing=$(missing_packages "$@")
    [ "$missing" ] || return 0
    say "missing:" $missing
    root=
    [ "$(id -u)" = 0 ] || root=sudo
    [ ! "$root" ] || command -v sudo >/dev/null || stop "install them as root: apt-get install" $missing
    say "installing them with apt-get"
    $root apt-get update || say "apt-get update failed; trying with the lists that are there"
    $root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends \
        $(installable $missing) || stop "apt-get could not install what is missing (above it says why)"
    installed_now=yes
}

# The packages that own the files whose paths are read, a line each.
owners_of() { xargs readlink -f | sed 'p; s,^/usr/lib/,/lib/,' | xargs dpkg-query -S 2>/dev/null | sed 's/: .*//; s/, .*//' | sort -u; }

configure_preset() {
    ensure_packages $(listed_packages)
    configured=build/$1/configured
    if [ "$installed_now" ] || [ ! "$configured" -nt CMakePresets.json ]; then
        cmake --preset "$1"
        touch "$configured"
    fi
}

# The release build, up to date. Further arguments go to cmake --build.
build_release() {
    configure_preset release
    cmake --build --preset release "$@"
}
