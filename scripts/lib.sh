# Sourced by the scripts beside it: installs what the machine lacks, builds. POSIX sh.
set -eu
here=$PWD # arguments are relative to where the caller stands
cd "$(dirname "$0")/.."
bin=$PWD/build/release/bin
say() { echo "${0##*/}: $*" >&2; }
stop() { say "$*"; exit 1; }

listed_packages() { sed -n 's/^\([^#[:space:]][^[:space:]]*\).*/\1/p' scripts/packages.txt; }

# Those of the packages named (`a|b`: either will do; `a?`: where the release has it) that are not installed.
missing_packages() {
    # shellcheck disable=SC2046,SC2086 # names hold no blanks; dpkg-query complains of unknown ones and answers the rest
    installed=" $(echo $(dpkg-query -W -f '${db:Status-Status}:${Package} ' $(echo "$*" | tr -d '?' | tr '|' ' ') 2>/dev/null))"
    for package; do
        found=
        for choice in $(echo "$package" | tr -d '?' | tr '|' ' '); do
            case "$installed " in *" installed:$choice "*) found=yes ;; esac
        done
        [ "$found" ] || echo "$package"
    done
}

known_to_apt() { [ "$(apt-cache show "$1" 2>/dev/null)" ]; }

# Of each `a|b` the first that apt can install here; nothing of an `a?` that this release lacks.
installable() {
    for package; do
        for choice in $(echo "$package" | tr -d '?' | tr '|' ' '); do
            known_to_apt "$choice" && break
        done
        case $package in *\?) known_to_apt "$choice" || continue ;; esac
        echo "$choice"
    done
}

# Installs those of the packages named that are missing.
ensure_packages() {
    installed_now=
    command -v apt-get >/dev/null || { say "no apt here, so packages are not checked; scripts/packages.txt lists them"; return; }
    missing=$(missing_packages "$@")
    ! known_to_apt g++ || missing=$(installable $missing) # else apt has no lists yet
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

# Whether this system's archive has no LibTorch (Ubuntu 24.04): what is built there has no models, and so no tests.
lacks_torch() { command -v apt-get >/dev/null && [ "$(missing_packages 'libtorch-dev?')" ]; }

configure_preset() {
    ensure_packages $(listed_packages)
    configured=build/$1/configured
    if [ "$installed_now" ] || [ ! "$configured" -nt CMakePresets.json ]; then
        cmake --preset "$1" "-DPOLYLOGUE_MODELS=$(if lacks_torch; then echo OFF; else echo ON; fi)"
        touch "$configured"
    fi
}

# The release build, up to date. Further arguments go to cmake --build.
build_release() {
    configure_preset release
    if lacks_torch; then
        say "this system's archive has no LibTorch: without polylogue-models, nothing predicts or is trained (the portable folder does both)"
        # shellcheck disable=SC2046 # targets, several
        set -- $(echo "$*" | sed 's/ polylogue-models//')
    fi
    cmake --build --preset release "$@"
}
