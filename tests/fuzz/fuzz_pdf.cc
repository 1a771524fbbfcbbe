// Jomun tests: any bytes are read as PDF or refused, without harm.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf.h"
#include "tests/fuzz/fuzz_target.h"

namespace jomun::testing {

void fuzz(std::string_view text) {
  try {
    const ExtractedText read = read_pdf(text);
    require(read.text.find('\0') == std::string::npos, "a NUL in the text");
    require(!read.text.empty() && read.text.back() == '\n', "the last line has no end");
  } catch (const UnreadableFile& error) {
    require(*error.what() != '\0', "a refusal without a reason");
  }
}

}  // namespace jomun::testing
