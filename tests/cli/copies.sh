#!/usr/bin/env bash
# Copies kept by xapian-replicate of an index that is changed in place, written anew, and compacted meanwhile.
# shellcheck source-path=SCRIPTDIR source=cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli.sh"
server=
end() {
  [[ -n $server ]] && kill -KILL -- "-$server" 2>/dev/null
  rm -rf "$work"
}
trap end EXIT
set -m # a server makes a process for each connection, and signals its whole group when it ends

serve() {
  local try
  for try in {1..50}; do
    port=$((20000 + RANDOM % 12000))
    xapian-replicate-server -I 127.0.0.1 -p "$port" "$1" >/dev/null 2>&1 &
    server=$!
    for _ in {1..100}; do
      kill -0 "$server" 2>/dev/null || continue 2 # the port was taken
      (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return
      sleep 0.05
    done
  done
  echo "no server after $try tries"
  exit 1
}

# Once, for each shard. What comes with the changes is said in $1.
copy() {
  local shard
  for shard in 0 1; do
    check "$1, shard $shard" 0 "*Update complete: $2*" '' \
      timeout 60 xapian-replicate -h 127.0.0.1 -p "$port" -o -v -r 0 -m "shard-$shard" "copies/shard-$shard"
  done
}

# Three works, of which both shards get some, with the word $2, written by $1.
change() {
  local name
  for name in k m n; do printf '{"work":"%s","language":"en","text":"What is new is %s."}\n' "$name" "$2"; done >new.jsonl
  "$JOMUN_ADD" --quiet --index "${3-made/index}" add --writer "$1" new.jsonl || failures=$((failures + 1))
}

# The same hits as of the index itself.
same() {
  "$JOMUN_SEARCH" --index made/index --format trec "$1" >expected 2>/dev/null
  check "$1 is found in the copies" 0 "$(<expected)" '' "$JOMUN_SEARCH" --index copies/list --format trec "$1"
  check "sound with $1" 0 'copies/list: sound' '' "$JOMUN_ADD" --index copies/list check
}

mkdir made copies
"$JOMUN_ADD" --quiet --index made/index add --shards 2 "$JOMUN_SOURCE_DIR/corpus/declarations"
printf 'auto shard-0\nauto shard-1\n' >copies/list
serve made/index
copy 'all of a new index' '1 copies, 0 changesets, new*'
copy 'nothing' '0 copies, 0 changesets, no changes*'
change api zebras
copy 'without change sets all of it' '1 copies, 0 changesets, new*'
same zebras

export XAPIAN_MAX_CHANGESETS=100
change api lions
copy 'changes only' '0 copies, 1 changesets, new*'
same lions
change bulk giraffes
copy 'all, when it was written anew' '1 copies, 0 changesets, new*'
same giraffes
change api hippos # the first that goes from an index without lists of terms
copy 'all, when lists of terms were made' '1 copies, 0 changesets, new*'
same hippos
change api camels
copy 'changes again' '0 copies, 1 changesets, new*'
same camels
check 'compact' 0 '' '*MB now*' "$JOMUN_ADD" --index made/index compact
copy 'all, when it was compacted' '1 copies, 0 changesets, new*'
same camels

# Written anew and changed all the time, so also while files are sent.
(for i in {1..20}; do change bulk "b$i" && change api "a$i"; done) &
writer=$!
while kill -0 "$writer" 2>/dev/null; do
  for shard in 0 1; do
    timeout 60 xapian-replicate -h 127.0.0.1 -p "$port" -o -q -r 0 -m "shard-$shard" "copies/shard-$shard" >>replicate.log 2>&1
    check "sound meanwhile, shard $shard" 0 '*No errors found*' '*' xapian-check "copies/shard-$shard"/replica_?
  done
done
copy 'the rest' '*'
same a20
finish
