#!/usr/bin/env bash
# What a missing, foreign or damaged index gets: one clear line and exit code 2.
# shellcheck source-path=SCRIPTDIR source=cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli.sh"
make_small_index
index=data/jomun/index

check 'missing index' 2 '' 'jomun-search: nowhere: there is no index; make one with: jomun-index --index nowhere add FILES' "$JOMUN_SEARCH" --index nowhere x
check 'missing default index' 2 '' "jomun-search: */jomun/index: there is no index; *" env XDG_DATA_HOME="$work/empty" "$JOMUN_SEARCH" x
check 'one of several is missing' 2 '' 'jomun-search: nowhere: there is no index; *' "$JOMUN_SEARCH" --index "$index" --index nowhere x
mkdir folder
check 'an empty folder' 2 '' 'jomun-search: folder: *; *' "$JOMUN_SEARCH" --index folder x
echo 'no index' >file
check 'a file that is no index' 2 '' 'jomun-search: file: *; *' "$JOMUN_SEARCH" --index file x
check 'a missing index and a shell' 2 '' 'jomun-search: nowhere: there is no index; *' "$JOMUN_SEARCH" --index nowhere

# Overwrites a file of a copy of the index, or cuts it.
damage() {
  rm -rf damaged
  cp -r "$index" damaged
  local size
  size=$(stat -c %s "damaged/$2")
  case $1 in
    zeros) head -c "$size" /dev/zero >"damaged/$2" ;;
    half) truncate -s $((size / 2)) "damaged/$2" ;;
    empty) : >"damaged/$2" ;;
    gone) rm "damaged/$2" ;;
  esac
}

for file in "$index"/*.glass "$index/iamglass"; do
  file=$(basename "$file")
  for how in zeros half empty gone; do
    damage "$how" "$file"
    for arguments in '--expand none cooperate' '--show test/en#1' '--parallel test/en#1'; do
      # shellcheck disable=SC2086
      "$JOMUN_SEARCH" --index damaged $arguments >.out 2>.error
      code=$?
      # A table that is not needed may be damaged unseen; then the answer is the right one.
      if [[ $code == 0 ]]; then
        grep -q 'Parties shall cooperate' .out && continue
      fi
      compare "$file $how: $arguments" "$code" 2 '' 'jomun-search: damaged: *; *'
      [[ $(wc -l <.error) == 1 ]] || { echo "FAILED: more than one line"; failures=$((failures + 1)); }
    done
  done
done
finish
