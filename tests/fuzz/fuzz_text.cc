// Jomun tests: whatever bytes a file has, its format is told or refused, and what is read of it is well-formed text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <iterator>

#include "corpus/formats/encodings.h"
#include "corpus/formats/extracted_text.h"
#include "corpus/formats/format.h"
#include "corpus/formats/markdown.h"
#include "tests/fuzz/fuzz_target.h"
#include "tokenizers/characters.h"

namespace jomun::testing {
namespace {

constexpr std::string_view labels[] = {"",       "gb2312",      "big5",     "euc-kr",       "shift_jis",    "euc-jp",     "iso-2022-jp",
                                       "utf-16", "iso-8859-15", "utf-32be", "windows-1252", "windows-1251", "iso-2022-kr"};

void check_markdown(std::string_view utf8) {
  const ExtractedText read = read_markdown(utf8);
  require(find_ill_formed(read.text) == std::string_view::npos, "the text is ill-formed");
  require(read.text.find('\0') == std::string::npos, "the text has a NUL");
  require(read.text.empty() || (read.text.front() != '\n' && read.text.back() == '\n'), "the text does not begin and end with a line");
  require(read.text.find("\n\n\n") == std::string::npos, "two empty lines");
  for (const std::string* field : {&read.found.title, &read.found.issuer, &read.found.date, &read.found.language, &read.found.source_url})
    require(find_ill_formed(*field) == std::string::npos, "a field is ill-formed");
}

void check_encoding(std::string_view bytes, std::string_view declared) {
  try {
    const Utf8Text read = to_utf8(bytes, declared);
    require(find_ill_formed(read.text) == std::string_view::npos, "the text is ill-formed");
    require(!read.encoding.empty(), "the encoding has no name");
    check_markdown(read.text);
  } catch (const UnreadableFile&) {
    require(find_ill_formed(bytes) != std::string_view::npos || bytes.find('\0') < bytes.size() || bytes.find('\x1B') < bytes.size() ||
                bytes.starts_with("\xEF\xBB\xBF"),
            "plain UTF-8 is refused");
  }
}

}  // namespace

void fuzz(std::string_view text) {
  for (const std::string_view extension : {"", "md", "html", "jsonl"}) try {
      detect_format(text, extension);
    } catch (const UnreadableFile& refused) {
      require(std::string_view(refused.what()).find("; ") != std::string_view::npos, "a refusal says not what to do");
    }
  require(declared_xml_encoding(text).size() <= text.size(), "a label is longer than the file");
  check_encoding(text, declared_html_encoding(text));
  if (!text.empty()) check_encoding(text, labels[static_cast<unsigned char>(text.back()) % std::size(labels)]);
}

}  // namespace jomun::testing
