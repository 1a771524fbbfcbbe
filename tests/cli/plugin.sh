#!/usr/bin/env bash
# Plug-ins with tokenizers: built outside of the build tree against the installed headers, loaded, and refused.
# shellcheck source-path=SCRIPTDIR source=cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli.sh"

cmake --install "$JOMUN_BINARY_DIR" --prefix "$work/installed" --component headers >/dev/null || { echo 'cannot install the headers'; exit 1; }
check 'what is installed' 0 'plugin.h
token.h
tokenizer.h' '' ls installed/include/jomun/tokenizers

# build NAME [OPTION]...   NAME.so of plugin.cc
build() {
  local name=$1
  shift
  "$CXX" -std=c++20 -O0 -Wall -Wextra -Wpedantic -Werror -shared -fPIC -I installed/include/jomun "$@" \
    "$JOMUN_SOURCE_DIR/tests/cli/plugin.cc" -o "$name.so" || { echo "cannot build $name.so"; exit 1; }
}

build good
printf 'Good  plug-ins' >text
check 'its tokens' 0 $'0\t0\t4\tword\tGood\n1\t6\t14\tword\tplug-ins' '' "$JOMUN_TOKENIZE" --plugin good.so --tokenizer spaces-1 text
check 'its name in the help' 0 '*Tokenizers:*spaces-1 *what stands between spaces*' '' "$JOMUN_TOKENIZE" --plugin good.so --help
check 'an index made with it' 0 '' '' "$JOMUN_ADD" --quiet --plugin good.so add --tokenizer spaces-1 text --work text
cp text copy
check 'added to, without the name' 0 '' '' "$JOMUN_ADD" --quiet --plugin good.so add copy --work more
check 'searched' 0 '1 Q0 more/en#p1 1 * jomun
1 Q0 text/en#p1 2 * jomun' '' "$JOMUN_SEARCH" --plugin good.so --format trec plug-ins
missing='made with the tokenizer "spaces-1", which is not here; load the plug-in that has it with --plugin FILE'
check 'searched without it' 2 '' "jomun-search: $work/data/jomun/index: $missing" "$JOMUN_SEARCH" plug-ins
check 'added to without it' 2 '' "jomun-index: $work/data/jomun/index: $missing" "$JOMUN_ADD" add text
check 'listed without it' 0 'more/en*text/en*' '' "$JOMUN_ADD" list

# refuse 'what is wrong; what to do' NAME [OPTION]...
refuse() {
  local error=$1 name=$2
  shift 2
  build "$name" "$@"
  check "a plug-in: $name" 2 '' "jomun-tokenize: $name.so: $error" "$JOMUN_TOKENIZE" --plugin "$name.so" text
}
again='build it again with the headers of this program'
refuse "it has version 0 of the tokenizer interface, this program version *; $again" old -DOLD_VERSION
refuse "it is built with another C++ library (libc++, ABI 1), this program with libstdc++; $again" library -DOTHER_LIBRARY
refuse "its objects have another layout than those of this program; $again" layout -DOTHER_LAYOUT
refuse 'it is no plug-in of Jomun: it has no function jomun_tokenizer_plugin; give another file, or ask its author' no-entry -DNO_ENTRY_POINT
refuse 'its entry point gives nothing; ask its author' nothing -DNOTHING
refuse 'it has no tokenizer; ask its author' empty -DNO_TOKENIZER
refuse 'its entry point failed (two lines �[31m); ask its author' throws -DTHROWS
refuse 'its entry point failed; ask its author' throws-a-number -DTHROWS_A_NUMBER
refuse 'cannot be loaded (undefined symbol: *defined_nowhere*); check that it is a plug-in built for this system, and that the libraries it needs are installed' \
  undefined -DUNDEFINED_SYMBOL
refuse 'there is a tokenizer "cjk-bigram-2" already; register each once, under a name of its own' taken '-DNAME="cjk-bigram-2"'
refuse '"two words" is no name for a tokenizer; use 1 to 64 letters, digits, *' name '-DNAME="two words"'

build no-dictionary -DNO_DICTIONARY
check 'a tokenizer that cannot be made' 2 '' 'jomun-tokenize: the tokenizer "spaces-1" cannot be made: its dictionary is missing; install it' \
  "$JOMUN_TOKENIZE" --plugin no-dictionary.so --tokenizer spaces-1 text
check 'the others can' 0 'tokens=6 bytes=14' '' "$JOMUN_TOKENIZE" --plugin no-dictionary.so --count text
check 'searched with a tokenizer that cannot be made' 2 '' \
  "jomun-search: $work/data/jomun/index: the tokenizer \"spaces-1\" cannot be made: its dictionary is missing; install it" \
  "$JOMUN_SEARCH" --plugin no-dictionary.so plug-ins
check 'given twice' 2 '' 'jomun-index: good.so: there is a tokenizer "spaces-1" already; *' "$JOMUN_ADD" --plugin good.so --plugin good.so list
check 'no file' 2 '' 'jomun-search: none.so: there is no such file; give the path of a plug-in' "$JOMUN_SEARCH" --plugin none.so x
check 'no library' 2 '' 'jomun-search: text: cannot be loaded (*); check that it is a plug-in built for this system, *' "$JOMUN_SEARCH" --plugin text x
finish
