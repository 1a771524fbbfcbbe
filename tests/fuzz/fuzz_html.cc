// Jomun tests: whatever bytes are read as HTML give well-formed text or are refused.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/html.h"
#include "tests/fuzz/fuzz_target.h"
#include "tokenizers/characters.h"

namespace jomun::testing {

void fuzz(std::string_view bytes) {
  try {
    const ExtractedText read = read_html(bytes);
    const std::string_view text = read.text;
    require(find_ill_formed(text) == text.npos, "ill-formed text");
    require(text.find('\0') == text.npos && text.find('\r') == text.npos, "a control character stays");
    require(text.empty() || (text.back() == '\n' && text.front() != '\n'), "the text does not begin and end with a line");
    require(text.find("\n\n\n") == text.npos, "two empty lines");
    for (const std::string* field : {&read.found.title, &read.found.language, &read.found.date, &read.found.source_url, &read.found.issuer})
      require(find_ill_formed(*field) == field->npos && field->find('\n') == field->npos, "an ill-formed field");
  } catch (const UnreadableFile&) {
  }
}

}  // namespace jomun::testing
