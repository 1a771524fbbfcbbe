#!/usr/bin/env bash
# What is installed: programs, pages and the library, as somebody who has only that uses it.
# shellcheck source-path=SCRIPTDIR source=cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli.sh"

cmake --install "$JOMUN_BINARY_DIR" --prefix "$work/installed" --strip >/dev/null || { echo 'cannot install'; exit 1; }

# Debug information names the files it was made of; what a release has does not.
mkdir archives
for archive in installed/lib*/libjomun_*.a installed/lib*/*/libjomun_*.a; do
  [[ -e $archive ]] && strip --strip-debug -o "$work/archives/${archive##*/}" "$archive"
done
check 'the libraries' 0 'libjomun_corpus.a
libjomun_schema.a
libjomun_searcher.a
libjomun_tokenizers.a' '' ls archives
mkdir rest
cp -R installed/. rest
find rest -name '*.a' -delete
check 'no path of the build in what is installed' 1 '' '' grep -rlF "$JOMUN_BINARY_DIR" rest archives
check 'nor of the sources' 1 '' '' grep -rlF "$JOMUN_SOURCE_DIR" rest archives
check 'the pages' 0 'installed/share/bash-completion/completions/jomun-search
installed/share/fish/vendor_completions.d/jomun-search.fish
installed/share/man/man1/jomun-search.1
installed/share/zsh/site-functions/_jomun-search' '' \
  ls installed/share/bash-completion/completions/jomun-search installed/share/fish/vendor_completions.d/jomun-search.fish \
  installed/share/man/man1/jomun-search.1 installed/share/zsh/site-functions/_jomun-search

check 'the installed index program' 0 '' '' installed/bin/jomun-index --quiet --index index add "$JOMUN_SOURCE_DIR/corpus/declarations"
check 'the installed search program' 0 '1 Q0 seoul-declaration-2024/*' '' installed/bin/jomun-search --index index --limit 1 --format trec interoperability
japanese=$(find installed -name jomun-mecab.so)
check 'the installed plug-in' 0 '*mecab-ipadic-*' '' installed/bin/jomun-tokenize --plugin "$japanese" --help

# Moved, because no file may know where it was installed.
mv installed moved
check 'a project is configured' 0 '*' '' cmake -S "$JOMUN_SOURCE_DIR/tests/package" -B cite -DCMAKE_PREFIX_PATH="$work/moved" \
  -DCMAKE_CXX_COMPILER="$CXX" -DCMAKE_CXX_FLAGS='-Wall -Wextra -Wpedantic -Werror' --no-warn-unused-cli
check 'and built' 0 '*' '' cmake --build cite
check 'and finds clauses' 0 'seoul-declaration-2024/*' '' cite/cite index '상호운용성'
check 'or none' 1 '' '' cite/cite index zzzz
check 'or no index' 2 '' 'cite: nowhere: there is no index; *' cite/cite nowhere x
finish
