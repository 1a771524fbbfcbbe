// Jomun tests: whatever an office document has inside, its text is well-formed or it is refused.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

#include "corpus/formats/docx.h"
#include "corpus/formats/hwpx.h"
#include "corpus/formats/odt.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/make_zip.h"
#include "tokenizers/characters.h"

namespace jomun::testing {
namespace {

void check(ExtractedText (*read)(std::string_view), const std::string& bytes) {
  try {
    const ExtractedText extracted = read(bytes);
    const std::string& text = extracted.text;
    require(find_ill_formed(text) == std::string_view::npos && find_ill_formed(extracted.found.title) == std::string_view::npos,
            "ill-formed text");
    require(text.find_first_of(std::string_view("\0\r\v\f", 4)) == std::string::npos, "control characters in the text");
    require(text.empty() || (text.back() == '\n' && text.front() != '\n'), "lines are not ended");
    require(text.find("\n\n\n") == std::string::npos, "several empty lines");
  } catch (const UnreadableFile& error) {
    require(std::string_view(error.what()).find("; ") != std::string_view::npos, "a message without advice");
  }
}

// "== NAME" begins the part of this name; lines before the first are left out.
Entries parts_of(std::string_view text) {
  Entries parts;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.starts_with("== ")) {
      parts.emplace_back(line.substr(3), "");
    } else if (!parts.empty()) {
      (parts.back().second += line) += '\n';
    }
  }
  return parts;
}

}  // namespace

// An archive as it is, or the parts of one.
void fuzz(std::string_view text) {
  const std::string bytes = text.starts_with("PK") ? std::string(text) : std::string();
  std::string made;
  if (bytes.empty()) {
    const Entries parts = parts_of(text);
    if (parts.empty()) return;
    try {
      made = make_zip(parts, "", false);
    } catch (const std::runtime_error&) {
      // Two parts of one name.
      return;
    }
  }
  for (ExtractedText (*const read)(std::string_view) : {read_docx, read_odt, read_hwpx}) check(read, bytes.empty() ? made : bytes);
}

}  // namespace jomun::testing
