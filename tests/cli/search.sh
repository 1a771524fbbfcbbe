#!/usr/bin/env bash
# jomun-search: one query, filters, formats, clauses, the shipped declarations.
# shellcheck source-path=SCRIPTDIR source=cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli.sh"
make_small_index
search=("$JOMUN_SEARCH")

check 'one query, text' 0 \
  '1 clause, * ms

1. test/en#2  en  2.
   Test Declaration · Testers · 2024-05-21
   Data protection matters.
   because: Data, protection' '' \
  "${search[@]}" --expand none Data protection

check 'tsv' 0 $'1\t*\ttest/en#2\ten\t2.\tTest Declaration\tData protection matters.' '' "${search[@]}" --expand none --format tsv Data protection
check 'trec' 0 '1 Q0 test/en#2 1 * jomun' '' "${search[@]}" --expand none --format trec Data protection
check 'json' 0 \
  '{"query":"Data protection","total":1,"total_is_lower_bound":false,"elapsed_ms":*,"expansions":[*],"hits":[{"rank":1,"score":*,"citation":"test/en#2","work":"test","language":"en","title":"Test Declaration","issuer":"Testers","date":"2024-05-21","status":"","label":"2.","path":[],"text":"Data protection matters.","highlights":[{"begin":0,"end":4,"bytes":{"begin":0,"end":4},"utf16":{"begin":0,"end":4},"published":{"begin":*,"end":*},"matched":"Data","via":"query"},{"begin":5,"end":15,"bytes":{"begin":5,"end":15},"utf16":{"begin":5,"end":15},"published":{"begin":*,"end":*},"matched":"protection","via":"query"}],"modality":[],"parallel":[]}],"facets":{"language":{"en":1},"work":{"test":1},"issuer":{"Testers":1},"year":{"2024":1}}}' '' \
  "${search[@]}" --expand none --format json Data protection
check 'csv' 0 $'rank,score,citation,work,language,label,path,title,issuer,date,status,source_url,matched,text,also_in,same_text\r\n1,*,test/en#2,test,en,2.,,Test Declaration,Testers,2024-05-21,,,Data; protection,Data protection matters.,,\r' '' \
  "${search[@]}" --expand none --format csv Data protection
check 'markdown' 0 '## Data protection

> **Data** **protection** matters.
>
> — Test Declaration, 2.; Testers, 2024-05-21. `test/en#2`' '' "${search[@]}" --expand none --format markdown Data protection
check 'kwic' 0 '1  test/en#1                     Parties shall cooperate on  AI safety .
2  other/zh-Hans#1                                各方应当在 人工智能安全 方面合作。' '' "${search[@]}" --kwic AI safety
check 'kwic, a narrower context' 0 '1  test/en#1        te on  AI safety .
2  other/zh-Hans#1  应当在 人工智能安全 方面合' '' "${search[@]}" --kwic --context 6 AI safety
check 'the newest first' 0 '1 Q0 test/en#1 1 * jomun
1 Q0 other/zh-Hans#1 2 * jomun' '' "${search[@]}" --sort date --format trec AI safety
check 'the best of each work' 0 '*"citation":"other/zh-Hans#1"*"more_in_work":0}*"citation":"test/en#2"*"more_in_work":1}*' '' "${search[@]}" --group work --format json --expand none safety OR data OR 合作
check 'facets' 0 '* clauses, *

language: en 1 · zh-Hans 1
work: other 1 · test 1
issuer: Testers 1 · unknown 1
year: 2024 1 · 2023 1' '*none shown because of --limit 0' "${search[@]}" --facets exact --limit 0 AI safety
check 'the lexicon finds the other language' 0 '*other/zh-Hans#1*because: *人工智能安全 = ai-safety (lexicon) ← AI safety*' '' "${search[@]}" AI safety
check 'without the lexicon it does not' 0 '1 Q0 test/en#1 1 * jomun' '' "${search[@]}" --expand none --format trec AI safety

check 'nothing found' 1 '' 'jomun-search: zzzz: no clause found; try other or fewer words' "${search[@]}" zzzz
check 'nothing found, json' 1 '{"query":"zzzz","total":0,*,"hits":[],"facets":{"language":{},"work":{},"issuer":{},"year":{}}}' '' "${search[@]}" --format json zzzz
check 'a filter that excludes all' 1 '' 'jomun-search: safety: no clause found; *do not restrict the language' "${search[@]}" --language ja safety
check 'language' 0 '1 Q0 other/zh-Hans#1 1 * jomun' '' "${search[@]}" --language zh --format trec AI safety
check 'work' 0 '1 Q0 other/zh-Hans#1 1 * jomun' '' "${search[@]}" --work other --format trec AI safety
check 'unknown work' 1 '' 'jomun-search: safety: no clause found, because the work tset is not in the index; see jomun-index list' "${search[@]}" --work tset safety
check 'issuer' 0 '1 Q0 test/en#1 1 * jomun' '' "${search[@]}" --issuer testers --format trec AI safety
check 'from' 0 '1 Q0 test/en#1 1 * jomun' '' "${search[@]}" --from 2024 --format trec AI safety
check 'to' 0 '1 Q0 other/zh-Hans#1 1 * jomun' '' "${search[@]}" --to 2023-12 --format trec AI safety
check 'modality' 0 '1 Q0 test/en#1 1 *
1 Q0 other/zh-Hans#1 2 *' '' "${search[@]}" --modality must --format trec AI safety
check 'modality, json' 0 '*"citation":"other/zh-Hans#1",*"modality":["must"],*' '' "${search[@]}" --modality must --format json AI safety
check 'modality as a field' 0 '1 Q0 test/en#1 1 *
1 Q0 other/zh-Hans#1 2 *' '' "${search[@]}" --format trec AI safety modality:must
check 'not a modality' 0 '1 Q0 test/en#2 1 * jomun' '' "${search[@]}" --expand none --format trec Data -modality:must
check 'modality with --explain' 0 '*modality: must*' '' "${search[@]}" --modality must --explain AI safety
check 'a modality no clause has' 1 '' 'jomun-search: AI safety: no clause found; *do not restrict the modality' "${search[@]}" --modality recommend AI safety
check 'no such modality' 2 '' 'jomun-search: --modality duty is not known; it is must, must-not, may or recommend' "${search[@]}" --modality duty AI safety
check 'no such modality in the query' 0 '*' 'jomun-search: modality:duty has no modality, which is must, must-not, may or recommend; it is taken as words*' \
  "${search[@]}" --format trec AI safety modality:duty
check 'limit 0 counts' 0 '' 'jomun-search: AI safety: * clauses, none shown because of --limit 0' "${search[@]}" --limit 0 AI safety
check 'a field in OR is asked of each clause' 0 '1 Q0 test/en#2 1 * jomun' '' "${search[@]}" --expand none --format trec '"safety AI" OR (Data language:en)'
check 'what would say nothing beside' 2 '' 'jomun-search: --kwic and --matrix cannot be had at once; leave one out' "${search[@]}" --kwic --matrix AI
check 'a distance that is none' 0 '*test/en#1*' 'jomun-search: NEAR/0 has no distance from 1 to 1000; it is taken as a word' "${search[@]}" AI NEAR/0 safety
check 'a field without a value' 0 '*test/en#1*' 'jomun-search: language: has no value behind it; it is taken as a word*' "${search[@]}" AI safety language:
check 'two indexes with the same clauses' 0 '1 Q0 test/en#1 1 * jomun' '' "${search[@]}" --index data/jomun/index --index data/jomun/index --expand none --format trec cooperate
check 'offset beyond the last' 1 '' 'jomun-search: AI safety: no clause after --offset 50; there are *' "${search[@]}" --offset 50 AI safety

check 'a word excluded inside the query' 1 '' 'jomun-search: 安全 -人工智能: no clause found; *' "${search[@]}" --expand none 安全 -人工智能
check 'a word excluded, in one argument' 1 '' 'jomun-search: +安全 -人工智能: no clause found; *' "${search[@]}" --expand none '+安全 -人工智能'
check 'a query that begins with - after --' 1 '' '*no clause found; *' "${search[@]}" --expand none -- -人工智能 安全
check 'an option that does not exist' 2 '' 'jomun-search: -l is no option; write -- before a query that begins with -, and see jomun-search --help' "${search[@]}" -l 5 x
check 'a choice that does not exist' 2 '' 'jomun-search: --format xml is not known; it is text, json, tsv, csv, markdown or trec' "${search[@]}" --format xml x
check 'unbalanced syntax is taken as words' 0 '*test/en#2*' '*' "${search[@]}" --expand none '(Data "protection'

check 'show' 0 'other/zh-Hans#1  zh-Hans  第一条
测试宣言 · 2023
modality: must

各方应当在人工智能安全方面合作。' '' "${search[@]}" --show 'other/zh-Hans#1'
check 'show, json' 0 '{"citation":"other/zh-Hans#1","work":"other",*,"text":"各方应当在人工智能安全方面合作。","modality":["must"],"source":{"begin":*,"end":*}}' '' \
  "${search[@]}" --format json --show 'other/zh-Hans#1'
check 'show what is not there' 2 '' 'jomun-search: test/en#9: there is no clause with this citation; *' "${search[@]}" --show 'test/en#9'
check 'why not: shown' 0 'test/en#1: found, at rank 1' '' "${search[@]}" --why-not 'test/en#1' AI safety
check 'why not: a filter' 1 'other/zh-Hans#1: not found
  language:en excludes it (it is zh-Hans)
  without language:en it is rank 2' '' "${search[@]}" --language en --why-not 'other/zh-Hans#1' AI safety
check 'why not: json' 1 '{"citation":"test/en#1","found":false,"rank":null,"reasons":[{"kind":"excluded","what":"it has parties"}],"suggestion":{"what":"without -parties","query":"safety","limit":10,"rank":*}}' '' \
  "${search[@]}" --format json --why-not 'test/en#1' safety -parties
check 'why not: no such clause' 2 '' 'jomun-search: test/en#9: there is no clause with this citation; *' "${search[@]}" --why-not 'test/en#9' safety
check 'a hostile document' 0 'evil/en#1  en*
Evil �]0;x�

An �[31mescape�[0m and a bell� and �turned.' '' "${search[@]}" --show 'evil/en#1'
check 'a hostile document, json' 0 '*An \u001b[31mescape\u001b[0m and a bell\u0007 and \u202eturned.*' '' "${search[@]}" --show 'evil/en#1' --format json

check 'the shipped declarations' 0 '' '*69 clauses indexed*' "$JOMUN_ADD" --index declarations add "$JOMUN_SOURCE_DIR/corpus/declarations"
check 'matrix' 0 '*privacy *sovereignty*
global-ai-governance-initiative-2023   1 zh-Hans#i6 *1 zh-Hans#i2*
seoul-declaration-2024 *–*' '' "${search[@]}" --index declarations --matrix 'privacy; sovereignty'
check 'matrix, csv' 0 'work,title,languages,privacy,privacy: best,主权,主权: best*seoul-declaration-2024,*,ko zh-Hans,1,seoul-declaration-2024/*#5,0,*' '' \
  "${search[@]}" --index declarations --format csv --matrix 'privacy；主权'
check 'matrix, html' 0 '<!DOCTYPE html>*<th scope="col">privacy</th>*</html>' '' "${search[@]}" --index declarations --format html --matrix privacy
check 'matrix, json' 0 '{"concepts":["privacy"],"works":[{"work":"seoul-declaration-2024","title":"*","languages":["ko"],"cells":[{"clauses":1,"best":"seoul-declaration-2024/ko#5"}]}]}' '' \
  "${search[@]}" --index declarations --format json --language ko --matrix privacy
check 'a matrix of nothing' 1 '*nothing about any of these: *' '' "${search[@]}" --index declarations --matrix 'zzzz; qqqq'
check 'a matrix of no work' 1 '' '*the work tset has no clause*no work has a clause*' "${search[@]}" --index declarations --work tset --matrix privacy
check 'parallel' 0 'seoul-declaration-2024/ko#2  ko  2.                seoul-declaration-2024/zh-Hans#2  zh-Hans  2.*' '' \
  "${search[@]}" --index declarations --parallel 'seoul-declaration-2024/ko#2'
check 'parallel, json' 0 '[{"citation":"seoul-declaration-2024/ko#2",*"source":{"begin":*,"end":*}},{"citation":"seoul-declaration-2024/zh-Hans#2",*,"confidence":*,"by":"address"}]' '' \
  "${search[@]}" --index declarations --format json --parallel 'seoul-declaration-2024/ko#2'
check 'parallel, none' 0 'seoul-declaration-2024/ko#annex.2.4*' 'jomun-search: seoul-declaration-2024/ko#annex.2.4: has no counterpart in another language' \
  "${search[@]}" --index declarations --parallel 'seoul-declaration-2024/ko#annex.2.4'
check 'unofficial translations say so' 0 '*unofficial translation*also in: seoul-declaration-2024/*' '' "${search[@]}" --index declarations --limit 3 AI safety institute
both=("${search[@]}" --index data/jomun/index --index declarations --limit 100 --format trec)
check 'several indexes as one: the first' 0 '*test/en#1*' '' "${both[@]}" AI safety
check 'several indexes as one: the second' 0 '*seoul-declaration-2024/*' '' "${both[@]}" AI safety
# Lexicons of one's own: named ones, those in the user's folder, and what is wrong with them.
printf 'id\ten\tzh-Hans\ntogether\twobble\t合作\nbad\ta\tb\tc\n' >own.tsv
check 'a lexicon of one'"'"'s own' 0 $'other/zh-Hans#1\tzh-Hans*' 'jomun-search: own.tsv:3: 4 columns where the header has 3; take out a tab' \
  bash -c '"$JOMUN_SEARCH" --format tsv --lexicon own.tsv wobble | cut -f 3-4'
check 'no such lexicon' 2 '' 'jomun-search: none.tsv: no such file; check the path' "$JOMUN_SEARCH" --lexicon none.tsv wobble
check 'no lexicon' 2 '' 'jomun-search: small.jsonl: is no lexicon in TSV*; *' "$JOMUN_SEARCH" --lexicon small.jsonl wobble
mkdir -p configuration/jomun/lexicons
head -n 2 own.tsv >configuration/jomun/lexicons/mine.tsv
check 'in the folder of the user' 0 '*other/zh-Hans#1*together (lexicon)*' '' env XDG_CONFIG_HOME="$work/configuration" "$JOMUN_SEARCH" wobble
check 'a lexicon is checked' 1 'own.tsv:3: 4 columns where the header has 3; take out a tab' '' "$JOMUN_SEARCH" --check-lexicon own.tsv
check 'the shipped lexicon has nothing to look at' 0 '' '' "$JOMUN_SEARCH" --check-lexicon "$JOMUN_SOURCE_DIR/corpus/lexicon/governance.tsv"
finish
