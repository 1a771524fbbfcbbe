// Jomun: a published text, and the clauses it was split into.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "tokenizers/mapped_text.h"

namespace jomun {

// What is known of a version besides its text. Empty: not known. Also used for what the caller or a catalogue says, which wins
// over what is detected.
struct Metadata {
  std::string work;      // "seoul-declaration-2024"; any characters but '/', '#' and white space
  std::string language;  // "zh-Hans", "zh-Hant", "ko", "ja", "en" or another BCP 47 tag
  std::string title;
  std::string issuer;
  std::string date;  // "2024-05-21", "2024-05" or "2024"
  std::string source_url;
  std::string status;  // "unofficial translation"
};

// The unit that is indexed, ranked and cited. Unicode text is UTF-8 throughout.
struct Clause {
  std::string id;                 // given by a .jsonl line and kept as the citation; else empty
  std::string label;              // as printed: "2.4", "第十九条", "——", or empty
  std::vector<std::string> path;  // the headings above it, outermost first
  std::string address;            // PATH of the citation: "annex.2.4"; unique in its version
  std::string language;
  // Where the page attributes the clause to another document than its own; empty: as the version.
  std::string title, issuer, date;
  MappedText text;  // clean text, mapped to the bytes of the extracted text as published
  Span source;      // all bytes of the extracted text the clause stands in, its label included
};

// The text of a work in one language.
struct Version {
  Metadata metadata;  // work and language are never empty
  std::vector<Clause> clauses;

  // "WORK/LANG"
  std::string name() const { return metadata.work + "/" + metadata.language; }
  // "WORK/LANG#PATH", or the clause's own id
  std::string citation(const Clause& clause) const { return clause.id.empty() ? name() + "#" + clause.address : clause.id; }
};

}  // namespace jomun
