#!/usr/bin/env bash
# The plug-in that cuts Japanese into words: from a text to its highlights.
# shellcheck source-path=SCRIPTDIR source=cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli.sh"

cat >small.jsonl <<'JSON'
{"id":"test/ja#1","text":"東京都は、人工知能の安全性を確かめる。","work":"test","language":"ja","title":"試験宣言","label":"第一条"}
{"id":"test/ja#2","text":"京都の会議で、各国が協力を約束した。","work":"test","language":"ja","title":"試験宣言","label":"第二条"}
{"id":"test/ko#1","text":"도쿄는 안전을 확인한다.","work":"test","language":"ko","title":"시험 선언","label":"제1조"}
JSON
tokenizer=$("$JOMUN_TOKENIZE" --plugin "$JOMUN_MECAB" --help | grep -o 'mecab-ipadic-[0-9]*')
add=("$JOMUN_ADD" --quiet --plugin "$JOMUN_MECAB")
search=("$JOMUN_SEARCH" --plugin "$JOMUN_MECAB" --expand none)

check 'an index of words' 0 '' '' "${add[@]}" --tokenizer "$tokenizer" add small.jsonl
check 'added to again, without the name' 0 '' '' "${add[@]}" add small.jsonl
check 'it says how it was made' 0 "*tokenizer         $tokenizer*" '' "$JOMUN_ADD" stats
check 'an index of bigrams' 0 '' '' "$JOMUN_ADD" --quiet --index bigrams add small.jsonl

check 'bigrams find a word inside another' 0 $'1\t*\ttest/ja#2\t*\n2\t*\ttest/ja#1\t*' '' "$JOMUN_SEARCH" --index bigrams --format tsv 京都
check 'words do not' 0 $'1\t*\ttest/ja#2\tja\t第二条\t試験宣言\t京都の会議で、各国が協力を約束した。' '' "${search[@]}" --format tsv 京都
check 'highlights are words' 0 '*"citation":"test/ja#1"*"highlights":[{"begin":0,"end":2,*"published":{*},"matched":"東京","via":"query"}]*' '' \
  "${search[@]}" --format json 東京
check 'a phrase' 0 '*"citation":"test/ja#1"*"highlights":[{"begin":5,"end":13,*"published":{*},"matched":"人工知能の安全性","via":"query"}]*' '' \
  "${search[@]}" --format json '"人工知能の安全性"'
check 'a phrase over punctuation' 1 '' '*no clause found*' "${search[@]}" '"会議で各国"'
check 'an inflected word by another form' 0 '*"matched":"約束し","via":"query"}*' '' "${search[@]}" --format json '+約束 +する'
check 'the lexicon finds the other languages' 0 '*test/ja#1*test/ko#1*' '' "$JOMUN_SEARCH" --plugin "$JOMUN_MECAB" --format tsv safety
check 'other scripts are read as always' 0 '1 Q0 test/ko#1 1 * jomun' '' "${search[@]}" --format trec 안전

index=$work/data/jomun/index
missing="made with the tokenizer \"$tokenizer\", which is not here; load the plug-in that has it with --plugin FILE"
check 'searched without the plug-in' 2 '' "jomun-search: $index: $missing" "$JOMUN_SEARCH" 京都
check 'added to without the plug-in' 2 '' "jomun-index: $index: $missing" "$JOMUN_ADD" add small.jsonl
check 'added to with another tokenizer' 2 '' \
  "jomun-index: $index: made with the tokenizer \"$tokenizer\" and not \"cjk-bigram-2\"; leave out --tokenizer, or make another index: jomun-index --index NEW-FOLDER add --tokenizer cjk-bigram-2 FILES" \
  "$JOMUN_ADD" add --tokenizer cjk-bigram-2 small.jsonl
check 'both indexes at once' 2 '' "jomun-search: bigrams: made with the tokenizer *, but $index with \"$tokenizer\"; search them one at a time" \
  "${search[@]}" --index "$index" --index bigrams 京都
check 'checked without the plug-in' 0 "$index: sound" '' "$JOMUN_ADD" check
check 'removed from without the plug-in' 0 '' 'jomun-index: 1 clause removed' "$JOMUN_ADD" remove test/ko
finish
