#!/usr/bin/env bash
# An index of shards, and shards behind Xapian's own servers: commands, messages, exit codes.
# shellcheck source-path=SCRIPTDIR source=cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli.sh"
servers=()
end() {
  for server in "${servers[@]}"; do kill -KILL -- "-$server" 2>/dev/null; done
  rm -rf "$work"
}
trap end EXIT
set -m # a server makes a process for each connection: each gets a group of its own, to be ended with them

# Serves folder $1; the number of the port is put into $port.
serve() {
  local try
  for try in {1..50}; do
    port=$((20000 + RANDOM % 12000))
    xapian-tcpsrv --quiet --interface 127.0.0.1 --port "$port" "$1" >/dev/null 2>&1 &
    servers+=($!)
    for _ in {1..100}; do
      kill -0 "${servers[-1]}" 2>/dev/null || continue 2 # the port was taken
      (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return
      sleep 0.05
    done
  done
  echo "no server after $try tries"
  exit 1
}

declarations=$JOMUN_SOURCE_DIR/corpus/declarations
index=("$JOMUN_ADD" --index shards)
check 'one database' 0 '' '*69 clauses indexed*' "$JOMUN_ADD" --index one add "$declarations"
check 'shards' 0 '' '*69 clauses indexed*' "${index[@]}" add --shards 3 "$declarations"
check 'the list' 0 '# jomun-shards 3
auto shard-0
auto shard-1
auto shard-2' '' cat shards/XAPIANDB
check 'again, without the option' 0 '' '*5 files unchanged*' "${index[@]}" add "$declarations"
check 'another number' 2 '' 'jomun-index: shards: has 3 shards, and keeps to that; leave out --shards, or make another index' "${index[@]}" add --shards 2 "$declarations"
check 'of an index of one' 2 '' 'jomun-index: one: has 1 shard, and keeps to that; *' "$JOMUN_ADD" --index one add --shards 2 "$declarations"
check 'none' 2 '' 'jomun-index: --shards is not 1 to 256; *' "$JOMUN_ADD" --index new add --shards 0 "$declarations"
check 'too many' 2 '' 'jomun-index: --shards is not 1 to 256; *' "$JOMUN_ADD" --index new add --shards 257 "$declarations"
check 'for another command' 2 '' 'jomun-index: --shards is for add only; *' "${index[@]}" --shards 3 list
check 'stats' 0 '*clauses           69*databases         3*' '' "${index[@]}" stats
check 'sound' 0 'shards: sound' '' "${index[@]}" check
"$JOMUN_ADD" --index one list >one.list
check 'the same works' 0 "$(<one.list)" '' "${index[@]}" list

# The same hits, whichever way.
"$JOMUN_ADD" --quiet --index two add --shards 2 "$declarations"
serve two/shard-0
first=127.0.0.1:$port
serve two/shard-1
second=127.0.0.1:$port
remote=(--index "$first" --index "$second")
printf 'remote :%s two/shard-0\nremote %s\n' "$(command -v xapian-progsrv)" "$second" >stub
for query in 'AI safety' '人工智能 安全' '安全' '안전' '"인공지능"' '国际合作 -军事' 'govern*' 'language:ko 국제' 'risk' 'zzzz'; do
  for format in trec tsv; do
    "$JOMUN_SEARCH" --index one --limit 100 --format "$format" "$query" >expected 2>/dev/null
    code=$?
    check "$query: three shards, $format" "$code" "$(<expected)" '*' "$JOMUN_SEARCH" --index shards --limit 100 --format "$format" "$query"
    check "$query: two servers, $format" "$code" "$(<expected)" '*' "$JOMUN_SEARCH" "${remote[@]}" --limit 100 --format "$format" "$query"
    check "$query: a stub file, $format" "$code" "$(<expected)" '*' "$JOMUN_SEARCH" --index stub --limit 100 --format "$format" "$query"
  done
done
check 'a clause of a server' 0 'seoul-declaration-2024/ko#2  ko  2.*' '' "$JOMUN_SEARCH" "${remote[@]}" --show 'seoul-declaration-2024/ko#2'
check 'what a server has' 0 '*versions *' '' "$JOMUN_ADD" --index "$first" stats
check 'a server is not written to' 2 '' "jomun-index: $first: is on another machine; *" "$JOMUN_ADD" --index "$first" add "$declarations"

# A server that is not there.
kill -KILL -- "-${servers[1]}"
wait "${servers[1]}" 2>/dev/null
search=("$JOMUN_SEARCH" "${remote[@]}")
check 'one is down' 2 '' "jomun-search: $second: does not answer (*); start xapian-tcpsrv there, or leave it out with --partial" "${search[@]}" safety
check 'the rest' 3 '*' "jomun-search: $second: does not answer; what it has is left out*" "${search[@]}" --partial --limit 1 安全
check 'the rest, json' 3 "{\"query\":\"安全\",\"missing\":[\"$second\"],*" "*$second: does not answer*" "${search[@]}" --partial --format json 安全
check 'nothing in the rest' 3 '' "*$second: does not answer*" "${search[@]}" --partial zzzz
check_input 'said once' 3 '*' "jomun-search: $second: does not answer; what it has is left out" $'安全\n人工智能\n' "${search[@]}" --partial --format trec --expand none
check 'none is left' 2 '' "jomun-search: $second: does not answer (*), and there is no other; *" "$JOMUN_SEARCH" --index "$second" --partial safety
check 'all answer' 0 '*' '' "$JOMUN_SEARCH" --index "$first" --partial --format trec 人工智能
check 'list without it' 2 '' "jomun-index: $second: $second does not answer (*); start xapian-tcpsrv there" "$JOMUN_ADD" --index "$second" list

# One that takes the connection and says nothing.
kill -STOP -- "-${servers[0]}"
check 'no answer in time' 2 '' "jomun-search: $first: does not answer (*); *" "$JOMUN_SEARCH" --index "$first" --timeout 1 safety
kill -CONT -- "-${servers[0]}"
check 'no number' 2 '' 'jomun-search: --timeout soon is not known; *' "$JOMUN_SEARCH" --index "$first" --timeout soon safety
finish
