#!/usr/bin/env bash
# jomun-search: many queries, standard input, and standard output that ends early.
# shellcheck source-path=SCRIPTDIR source=cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli.sh"
make_small_index
search=("$JOMUN_SEARCH" --expand none)

check_input 'batch from standard input' 0 $'q1 Q0 test/en#2 1 * jomun\nq2 Q0 test/en#1 1 * jomun' '' $'q1\tData protection\nq2\tcooperate\n' \
  "${search[@]}" --format trec --batch -
printf 'q1\tcooperate\nno tab here\n' >batch.tsv
check 'a bad line stops nothing' 2 $'q1\t1\t*\ttest/en#1\ten\t1.\tTest Declaration\tParties shall cooperate on AI safety.' \
  'jomun-search: batch.tsv:2: has no tab; write the id, a tab and the query' "${search[@]}" --format tsv --batch batch.tsv
check_input 'batch, json' 0 '{"id":"q1","query":"cooperate",*}' '' $'q1\tcooperate\n' "${search[@]}" --format json --batch -
check_input 'batch, nothing found' 1 '' 'jomun-search: q1: zzzz: no clause found; *' $'q1\tzzzz\n' "${search[@]}" --batch -
check 'no such batch' 2 '' 'jomun-search: none.tsv: cannot be read (No such file or directory); check that it is a file you may read' \
  "${search[@]}" --batch none.tsv

check_input 'a query per line' 0 $'1 Q0 test/en#2 1 * jomun\n2 Q0 test/en#1 1 * jomun' '' $'Data protection\n\ncooperate\n' "${search[@]}" --format trec
check_input 'commands in the input' 2 $'1 Q0 other/zh-Hans#1 1 * jomun\nother/zh-Hans#1  zh-Hans  第一条\n*' \
  'jomun-search: :nonsense: is no command; there are :help, *, :quit' $':set language zh\n:nonsense\n安全\n:show 1\n:quit\ncooperate\n' "${search[@]}" --format trec
check_input 'no query at all' 1 '' '' '' "${search[@]}"
check_input 'lines of nonsense' 1 '' '*' $'\xff\xfe\n\x00\x01\n((((\n"\n' "${search[@]}"

for ((i = 0; i < 5000; ++i)); do printf 'q%d\tcooperate\n' "$i"; done >many.tsv
"${search[@]}" --batch many.tsv 2>.error | head -n 1 >.out
compare '| head is no error' "${PIPESTATUS[0]}" 0 'q0  cooperate: *' ''
"${search[@]}" cooperate >/dev/full 2>.error
compare 'a full disk is one' "$?" 2 '*' 'jomun-search: standard output: cannot be written (No space left on device); write it to another place'
finish
