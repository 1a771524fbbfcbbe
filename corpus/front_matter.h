// Jomun: what stands above the text: title, date, notes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/paragraphs.h"

namespace jomun {

struct FrontMatter {
  std::size_t paragraphs = 0;              // how many of the first ones are front matter
  std::string title;                       // without a (全文) at its end
  std::string date;                        // the first one printed; of adoption, or of publication on a page
  std::string issuer, source_url, status;  // where a note says so (corpus/provenance.h); status: "unofficial translation"
};

// Front matter ends at the first label and at the first sentence. A text that has neither is all text but for a title line. Thread-safe.
FrontMatter read_front_matter(const Paragraphs& paragraphs);

}  // namespace jomun
