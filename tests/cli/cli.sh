# shellcheck shell=bash
# What the black-box tests of the programs share. Sourced; needs $JOMUN_SEARCH, $JOMUN_ADD (jomun-index) and $JOMUN_SOURCE_DIR.
#
#   check 'what it shows' CODE 'standard output' 'standard error' COMMAND...
#
# runs COMMAND and compares all three exactly. A "*" in an expected text stands for anything (times, scores). Every check is made, and
# the script fails at its end when one did: finish.
set -uo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/data" XDG_STATE_HOME="$work/state" HOME="$work" LC_ALL=C.UTF-8
unset JOMUN_INDEX NO_COLOR
cd "$work" || exit 1
failures=0

# Whether text $1 is pattern $2, in which only "*" is special.
is_like() {
  local pattern=$2
  pattern=${pattern//\\/\\\\}
  pattern=${pattern//\[/\\[}
  pattern=${pattern//\?/\\?}
  # shellcheck disable=SC2053
  [[ $1 == $pattern ]]
}

check() {
  local what=$1 code=$2 out=$3 error=$4
  shift 4
  "$@" >"$work/.out" 2>"$work/.error" </dev/null
  compare "$what" "$?" "$code" "$out" "$error"
}

# The same with standard input.
check_input() {
  local what=$1 code=$2 out=$3 error=$4 input=$5
  shift 5
  printf '%s' "$input" | "$@" >"$work/.out" 2>"$work/.error"
  compare "$what" "${PIPESTATUS[1]}" "$code" "$out" "$error"
}

compare() {
  local what=$1 got=$2 code=$3 out=$4 error=$5 good=1
  [[ $got == "$code" ]] || { good=0; echo "exit code $got, expected $code"; }
  is_like "$(<"$work/.out")" "$out" || { good=0; printf 'standard output:\n%s\nexpected:\n%s\n' "$(<"$work/.out")" "$out"; }
  is_like "$(<"$work/.error")" "$error" || { good=0; printf 'standard error:\n%s\nexpected:\n%s\n' "$(<"$work/.error")" "$error"; }
  [[ $good == 1 ]] && { echo "ok: $what"; return; }
  echo "FAILED: $what"
  failures=$((failures + 1))
}

finish() {
  ((failures == 0)) || { echo "$failures failed"; exit 1; }
}

# An index of a few clauses in the default place.
make_small_index() {
  cat >small.jsonl <<'JSON'
{"id":"test/en#1","text":"Parties shall cooperate on AI safety.","work":"test","language":"en","title":"Test Declaration","label":"1.","issuer":"Testers","date":"2024-05-21"}
{"id":"test/en#2","text":"Data protection matters.","work":"test","language":"en","title":"Test Declaration","label":"2.","issuer":"Testers","date":"2024-05-21"}
{"id":"other/zh-Hans#1","text":"各方应当在人工智能安全方面合作。","work":"other","language":"zh-Hans","title":"测试宣言","label":"第一条","date":"2023"}
{"id":"evil/en#1","text":"An \u001b[31mescape\u001b[0m and a bell\u0007 and \u202eturned.","work":"evil","language":"en","title":"Evil \u001b]0;x\u0007"}
JSON
  "$JOMUN_ADD" --quiet add small.jsonl || { echo "cannot make the index"; exit 1; }
}
