#!/usr/bin/env bash
# scripts/compare on the declarations: a row of figures for each program that is installed, whatever they are.
# shellcheck source-path=SCRIPTDIR source=cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli.sh"

compare=("$JOMUN_SOURCE_DIR/scripts/compare" --build "$JOMUN_BINARY_DIR" --repeat 1)
declarations=$JOMUN_SOURCE_DIR/corpus/declarations
figures=' | *.* | *.* | *.* | * | *.* | * |'
rows="| declarations: 69 clauses, 0.0 MB | CPU s | s | MB a CPU s | index MB | × text | peak MB |
|---|--:|--:|--:|--:|--:|--:|"
messages=''
for row in Jomun "Jomun, Xapian's writer" "Xapian's n-grams" 'the same, two processes'; do rows+=$'\n'"| $row$figures"; done
if command -v groonga >/dev/null; then
  rows+=$'\n'"| Groonga TokenBigram$figures"
else
  messages+='compare: groonga is not installed, its row is left out; the package is groonga-bin'$'\n'
fi
if command -v sqlite3 >/dev/null; then
  rows+=$'\n'"| SQLite FTS5 trigram$figures"
else
  messages+='compare: sqlite3 is not installed, its row is left out; the package is sqlite3'
fi
check 'a row for each program' 0 "$rows" "${messages%$'\n'}" "${compare[@]}" --corpora "$declarations"

mkdir texts texts/ko texts/en
cp "$declarations"/*.txt texts/en
check 'folders of languages' 0 '| en: * |'$'\n''|---|*|'$'\n''| Jomun |*' '*' "${compare[@]}" --corpora texts --language en --only bulk
check 'a language that is not there' 1 '' "compare: $work/texts has no folder ja; there are en, ko" "${compare[@]}" --corpora texts --language ja
check 'a contender that is not there' 1 '' 'compare: there is no contender lucene; there are bulk, *' "${compare[@]}" --corpora texts --language en --only lucene
check 'no folder' 1 '' 'compare: nowhere is no folder; name one of texts with --corpora' "${compare[@]}" --corpora nowhere
check 'no text' 1 '' 'compare: *no clauses*' "${compare[@]}" --corpora texts --language ko
finish
