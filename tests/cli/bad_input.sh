#!/usr/bin/env bash
# What files that cannot be read get from jomun-index: one clear line with the file and the reason, the other files indexed, exit code 1.
# shellcheck source-path=SCRIPTDIR source=cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli.sh"

mkdir in
# Writes a file of the folder from a Python expression of bytes.
make() {
  python3 - "in/$1" "$2" <<'PYTHON'
import io, sys, zipfile

def pack(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace('__', '/') + '.xml', content)
    return out.getvalue()

def docx(body):
    name_space = b'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    document = b'<w:document xmlns:w="' + name_space + b'"><w:body>' + body + b'</w:body></w:document>'
    return pack(**{'[Content_Types]': '<Types/>', 'word__document': document})

def pdf(objects, trailer):
    text, offsets = b'%PDF-1.4\n', []
    for number, content in enumerate(objects, 1):
        offsets.append(len(text))
        text += b'%d 0 obj\n%s\nendobj\n' % (number, content)
    rows = b''.join(b'%010d 00000 n \n' % offset for offset in offsets)
    size = len(objects) + 1
    return text + b'xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF' % (
        size, rows, size, trailer, len(text))

law = '第一条 这是法律。\n第二条 本法自公布之日起施行。\n'.encode()
open(sys.argv[1], 'wb').write(eval(sys.argv[2]))
PYTHON
}

printf 'Test Act\n\nArticle 1\nIt applies to artificial intelligence.\n' >good.txt
"$JOMUN_ADD" --quiet add good.txt || { echo "cannot make the index"; exit 1; }
cp good.txt in/another.txt

# Each is tried alone, beside a good file: NAME, BYTES, what is said of it.
refuse() {
  make "$1" "$2"
  check "$1" 1 '' "jomun-index: in/$1: $3" "$JOMUN_ADD" --quiet add in
  rm "in/$1"
}
refuse ill-formed.txt "law * 3 + b'\xff' + law" 'is UTF-8 but for byte 210; repair it, or leave out what is wrong: iconv *'
refuse surrogate.txt "law * 3 + b'\xed\xa0\x80' + law * 3" 'is UTF-8 but for byte 210; *'
refuse no-encoding.txt "bytes([0x81, 0x8d, 0x90, 0x9d, 0xa0, 0xff, 0xfe, 0x80] * 20)" 'in no encoding that can be told; convert it to UTF-8, *'
refuse empty.txt "b''" 'empty; leave it out or check where it comes from'
refuse blank.txt "b'\xef\xbb\xbf \n\n\xe3\x80\x80\n'" 'empty; leave it out or check where it comes from'
refuse empty.jsonl "b''" 'empty; *'
refuse program "bytes(range(256)) * 40" 'in no encoding that can be told; *'
refuse nul.txt "b'Article 1\0 applies.\n'" 'binary: a NUL at byte 9; save it as plain text'
refuse picture.txt "b'\x89PNG\r\n\x1a\n' + bytes(100)" 'is a PNG picture; *'
refuse archive.zip "pack(a='x')" 'is a ZIP archive; unpack it and give the files in it'
refuse encrypted.pdf "pdf([b'<</Type/Catalog/Pages 2 0 R>>', b'<</Type/Pages/Kids[]/Count 0>>', b'<</Filter/Standard/V 1/R 2/P -4/O<' + b'5a' * 32 + b'>/U<' + b'a5' * 32 + b'>>>'], b'/Encrypt 3 0 R/ID[<00><00>]')" \
  'is encrypted; save a copy without password'
refuse cut.pdf "b'%PDF-1.4\n1 0 obj\n<</Type/Catalog'" 'is not a PDF, or a damaged one; open it in a PDF reader and save it again'
refuse bomb.docx "docx((b'<w:p><w:r><w:t>' + b'A' * 1000 + b'</w:t></w:r></w:p>') * 60000)" \
  'the file unpacks to far more than its size, as no document does; *'
refuse bomb-in-one.docx "docx(b'<w:p><w:r><w:t>' + b'A' * (60 << 20) + b'</w:t></w:r></w:p>')" '*word/document.xml*; *'
refuse deep.docx "docx(b'<w:tbl><w:tr><w:tc>' * 100000)" '*word/document.xml*; *'
refuse deep.jsonl "b'{\"text\":' + b'[' * 200000 + b']' * 200000 + b'}\n'" 'line 1: *; *'
refuse cut.jsonl "b'{\"text\":\"One.\"}\n{\"text\":\n'" 'line 2: not JSON at byte 9 of the line; write one object a line'

# Deep nesting and one very long line are no reason to refuse text.
make deep.html "b'<div>' * 200000 + b'Article 1 applies.' + b'</div>' * 200000"
make line.txt "b'The Parties shall cooperate on the safety of artificial intelligence. ' * 100000"
check 'deep and long' 0 '' '' "$JOMUN_ADD" --quiet add in
check 'their text' 0 $'*\n1. deep/en#p1  en\n   Article 1 applies.\n*' '' "$JOMUN_SEARCH" --expand none --limit 1 --format text 'Article applies'
rm in/deep.html in/line.txt

ln -s nowhere in/link.txt
check 'a link to nothing' 1 '' 'jomun-index: in/link.txt: is a link to a file that does not exist; repair the link or remove it' "$JOMUN_ADD" --quiet add in
rm in/link.txt
check 'no such file' 1 '' 'jomun-index: none.txt: no such file or folder; check the path' "$JOMUN_ADD" --quiet add none.txt in
cp good.txt vanishing.txt
{ sleep 1; rm vanishing.txt; echo 'It applies.'; } | "$JOMUN_ADD" --quiet add --jobs 1 - vanishing.txt >.out 2>.error
compare 'a file that vanishes' "$?" 1 '' 'jomun-index: vanishing.txt: no such file*; check the path'
if ((EUID != 0)); then
  cp good.txt in/secret.txt
  chmod 0 in/secret.txt
  check 'a file that may not be read' 1 '' 'jomun-index: in/secret.txt: *; *' "$JOMUN_ADD" --quiet add in
  rm -f in/secret.txt
fi

check 'nothing but bad files' 2 '' 'jomun-index: none.txt: no such file or folder; check the path' "$JOMUN_ADD" --quiet add none.txt
check 'the index is whole' 0 '*: sound' '' "$JOMUN_ADD" check
check 'and has what was good' 0 $'another/en *1 *Test Act\ndeep/en *1*\ngood/en *1 *Test Act\nline/en *\nstandard-input/en *1*' '' "$JOMUN_ADD" list

# A full disk and a kill: what was committed stays, and the same command completes the work. A limit on the size of files stands for
# the disk.
for ((i = 1; i <= 4000; ++i)); do printf '{"text":"Clause %d on the safety of systems %d and %d.","work":"large"}\n' "$i" "$((i * 7919))" "$((i * 104729))"; done >large.jsonl
(
  trap '' XFSZ
  ulimit -f 100
  exec "$JOMUN_ADD" --quiet add large.jsonl
) >.out 2>.error
compare 'a full disk' "$?" 2 '' 'jomun-index: */index: cannot be written (*); look for a full disk, or a folder that you may not write to, then run the same command again'
check 'which harms nothing' 0 '*: sound' '' "$JOMUN_ADD" check
check 'and adds nothing' 1 '' 'jomun-search: safety: no clause found*' "$JOMUN_SEARCH" --expand none --work large safety
mkfifo waiting
"$JOMUN_ADD" --quiet add --jobs 1 large.jsonl waiting 2>.error &
adding=$!
sleep 1
kill -9 "$adding"
wait "$adding" 2>/dev/null
check 'a kill harms nothing' 0 '*: sound' '' "$JOMUN_ADD" check
check 'and the same command completes the work' 0 '' '' "$JOMUN_ADD" --quiet add large.jsonl
check 'wholly' 0 $'*\nlarge/en *4000*' '' "$JOMUN_ADD" list
finish
