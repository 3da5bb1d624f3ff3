#!/usr/bin/env bash
# From a bare Debian 12 to the window on the sample workspace; without a display, to a verified audit package.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/prepare.sh

prepare "${needed[@]}"
only_one_at_a_time build/release
if [ build/release/build.ninja -nt CMakePresets.json ]; then
    say "bringing build/release up to date"
else
    say "configuring build/release"
    cmake --preset release
fi
cmake --build --preset release
release_folder

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "no display: making the sample workspace, its audit PDF and its package in out/"
    exec build/release/app/plimsollctl tour out
fi

workspace=${XDG_DATA_HOME:-$HOME/.local/share}/plimsoll/sample.plimsoll
if [ ! -e "$workspace" ]; then
    say "making the sample workspace $workspace"
    mkdir -p "$(dirname "$workspace")"
    build/release/app/plimsollctl sample "$workspace"
fi
exec build/release/app/plimsoll "$workspace"
