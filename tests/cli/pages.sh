#!/usr/bin/env bash
# Manual pages and the completion in shells: every option stands in each, and bash completes them.
# shellcheck source-path=SCRIPTDIR source=cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli.sh"
pages=$JOMUN_BINARY_DIR/docs

# quiet WHAT COMMAND...   COMMAND has to succeed and to print nothing
quiet() {
  local what=$1
  shift
  check "$what" 0 '' '' "$@"
}

for program in "$JOMUN_TOKENIZE" "$JOMUN_ADD" "$JOMUN_SEARCH"; do
  name=${program##*/}
  mapfile -t options < <("$program" --help | grep -oE '^  --[a-z-]+' | sed 's/^  --//' | sort -u)
  check "$name has options" 0 '' '' test "${#options[@]}" -gt 4
  for option in "${options[@]}"; do
    quiet "$name.1: $option" grep -qF "\\fB\\-\\-${option//-/\\-}\\fR" "$pages/$name.1"
    quiet "$name.bash: $option" grep -qE -- "--${option}[ ']" "$pages/$name.bash"
    quiet "_$name: $option" grep -qE -- "--$option=?\\[" "$pages/_$name"
    quiet "$name.fish: $option" grep -qE -- "-l $option " "$pages/$name.fish"
  done
  quiet "$name.bash is bash" bash -n "$pages/$name.bash"
  if command -v groff >/dev/null; then
    quiet "$name.1 is roff" groff -man -Kutf8 -Tutf8 -ww -z "$pages/$name.1"
  fi
  if command -v mandoc >/dev/null; then quiet "$name.1 is a manual page" mandoc -T lint -W error "$pages/$name.1"; fi
  if command -v zsh >/dev/null; then quiet "_$name is zsh" zsh -n "$pages/_$name"; fi
  if command -v fish >/dev/null; then quiet "$name.fish is fish" fish --no-execute "$pages/$name.fish"; fi
done

# completes PROGRAM WORD...   the last word as bash completes it
completes() {
  # shellcheck source=/dev/null
  source "$pages/$1.bash"
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  local function
  function=$(complete -p "$1" | sed -E 's/.*-F ([^ ]+) .*/\1/')
  "$function"
  echo "${COMPREPLY[*]}"
}
touch text.txt
check 'an option' 0 '--format' '' completes jomun-search --for
check 'a choice' 0 'json' '' completes jomun-search --format j
check 'a choice behind =' 0 'json' '' completes jomun-search --format = j
check 'all choices' 0 'none lexicon bridge all' '' completes jomun-search --expand ''
check 'a language' 0 'zh zh-Hans zh-Hant' '' completes jomun-search --language zh
check 'a file' 0 'text.txt' '' completes jomun-search --lexicon te
check 'nothing for a query' 0 '' '' completes jomun-search te
check 'nothing for a number' 0 '' '' completes jomun-search --limit te
check 'a command' 0 'add' '' completes jomun-index a
check 'a command behind an option' 0 'stats' '' completes jomun-index --index dir st
check 'a file of a command' 0 'text.txt' '' completes jomun-index add te
check 'a tokenizer' 0 'latin-word-2' '' completes jomun-tokenize --tokenizer latin-w
check 'a file to tokenize' 0 'text.txt' '' completes jomun-tokenize te
finish
