# Sourced by run.sh and test.sh: the one list of what Plimsoll needs of Debian 12, and the step that sees to it.
# shellcheck shell=bash disable=SC2034 # the lists are used by who sources this

# To build and to run.
needed=(
    g++ cmake ninja-build pkg-config ccache mold
    qt6-base-dev qt6-svg-dev qt6-charts-dev qt6-pdf-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libqt6opengl6-dev libqt6sql6-sqlite qt6-wayland qt6-image-formats-plugin-pdf
    libexpected-dev libcli11-dev libyaml-cpp-dev libzip-dev zlib1g-dev libdeflate-dev libqpdf-dev libsqlite3-dev libssl-dev
    fonts-inter fonts-dejavu-core fonts-droid-fallback
)

# To test: law tests, and other people's programs that judge what we write (FORMATS: PDF/A-1b, PDF, ZIP, SHA-256).
needed_by_tests=(
    librapidcheck-dev poppler-utils qpdf zip unzip openssl sqlite3
    libpdfbox2-java libactivation-java libjaxb-api-java default-jre-headless
)

# To measure with tests/bench: a screen for the window, and the peers. Whoever measures installs them.
needed_by_bench=(libxcb1-dev xvfb openbox dbus keepassxc chromium zip openssl poppler-utils)

say() { printf 'plimsoll: %s\n' "$*"; }

explain_other_systems() {
    fmt -w 100 >&2 <<'TEXT'
This script installs what Plimsoll needs on Debian 12 and its relatives; here there is no apt-get. Please install a C++20
compiler, CMake 3.25, Ninja, Qt 6.4 or newer (Core, Sql with SQLite, Gui, Svg, Widgets, Charts, Pdf, Test, Linguist), OpenSSL 3,
libzip, zlib, libdeflate, yaml-cpp, qpdf, SQLite, tl::expected, CLI11, and the fonts Inter, DejaVu and Droid Sans Fallback; for
the tests also rapidcheck, poppler's tools and unzip. Fedora: dnf install gcc-c++ cmake ninja-build qt6-qtbase-devel qt6-qtsvg-devel
qt6-qtcharts-devel qt6-qtpdf-devel qt6-qttools-devel openssl-devel libzip-devel zlib-devel libdeflate-devel yaml-cpp-devel
qpdf-devel sqlite-devel expected-devel cli11-devel rsms-inter-fonts dejavu-sans-fonts google-droid-sans-fonts. Homebrew: brew install cmake ninja qt
openssl@3 libzip zlib libdeflate yaml-cpp qpdf sqlite tl-expected cli11 font-inter font-dejavu. vcpkg: vcpkg install qtbase qtsvg qtcharts
'qtwebengine[core,pdf]' qttools openssl libzip zlib libdeflate yaml-cpp qpdf sqlite3 tl-expected cli11. Then build with "cmake --preset release" and
"cmake --build --preset release", or test with "cmake --workflow --preset test".
TEXT
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "needs root or sudo for: $*" >&2
        exit 3
    fi
}

# prepare PACKAGE...: installs those of the packages that are not there yet.
prepare() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        explain_other_systems
        exit 3
    fi
    only_one_at_a_time build
    local present missing=() package
    present=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        grep -qxF "installed $package" <<<"$present" || missing+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        return
    fi
    say "installing ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
        -o DPkg::Lock::Timeout=600 install "${missing[@]}" >/dev/null
}

# only_one_at_a_time FOLDER: waits until no other run works in FOLDER, and keeps others out until the next call,
# release_folder or the end.
only_one_at_a_time() {
    mkdir -p "$1"
    exec 9>"$1/.in-use"
    flock --nonblock 9 || { say "another run works in $1, waiting for it"; flock 9; }
}

release_folder() { exec 9>&-; }
