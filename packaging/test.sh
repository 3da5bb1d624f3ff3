#!/usr/bin/env bash
# From a bare Debian 12 to all tests run; ends with ctest's closing lines and its verdict as exit code.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/prepare.sh

prepare "${needed[@]}" "${needed_by_tests[@]}"
if [ -z "${PLIMSOLL_INTEROP:-}" ] && [ -d ../shared/interop ]; then
    PLIMSOLL_INTEROP=$(realpath ../shared/interop)
    export PLIMSOLL_INTEROP
fi
export CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-$(nproc)}

only_one_at_a_time build/test
cmake --workflow --preset test
