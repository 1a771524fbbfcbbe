# Sourced by the other scripts: what they have in common. Leaves the caller in the root of the checkout.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit
program=${0##*/}

fail() {
  printf '%s: %s\n' "$program" "$1" >&2
  exit "${2:-1}"
}

# The comment at the top of the calling script.
usage() { sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//p}' "$root/scripts/$program"; }

step() {
  if [[ -t 1 ]]; then printf '\n\033[1m== %s\033[0m\n' "$*"; else printf '\n== %s\n' "$*"; fi
}

# quietly LOG COMMAND...: the output goes to LOG, and to the user only if the command fails.
quietly() {
  local log=$1
  shift
  mkdir -p "${log%/*}"
  if "$@" >"$log" 2>&1; then return; fi
  tail -n 40 "$log" >&2
  fail "\`$*\` failed; the end of its output is above, all of it in $root/$log"
}

# build PRESET TARGET...: installs what is missing, configures and builds.
build() {
  local preset=$1
  shift
  step "Packages"
  scripts/install-deps
  echo "all there"
  step "Build: preset $preset"
  quietly "build/$preset-configure.log" cmake --preset "$preset"
  quietly "build/$preset-build.log" cmake --build --preset "$preset" --parallel "$(nproc)" --target "$@"
  echo "in build/$preset"
}
