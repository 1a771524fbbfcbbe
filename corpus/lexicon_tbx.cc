// Jomun: lexicons in TBX (ISO 30042), versions 2 and 3.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

#include "corpus/formats/extracted_text.h"
#include "corpus/formats/xml.h"
#include "corpus/lexicon_formats.h"

namespace jomun {
namespace {

class Bytes final : public ByteSource {
 public:
  explicit Bytes(std::string_view bytes) : left_(bytes) {}
  std::size_t read(char* out, std::size_t size) override {
    const std::size_t count = std::min(size, left_.size());
    std::memcpy(out, left_.data(), count);
    left_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view left_;
};

}  // namespace

std::vector<Concept> read_tbx(std::string_view xml, std::vector<LexiconProblem>& problems) {
  ConceptList concepts;
  XmlReader reader(std::make_unique<Bytes>(xml), "the file");
  std::string id, language, term;
  std::size_t entries = 0, line = 0;
  bool in_term = false;
  try {
    while (reader.next()) {
      if (reader.starts("termEntry") || reader.starts("conceptEntry")) {
        ++entries;
        line = reader.line();
        id = reader.attribute_or("id", "");
        if (id.empty()) id = fmt::format("entry-{}", entries);
      } else if (reader.starts("langSet") || reader.starts("langSec")) {
        language = reader.attribute_or("lang", "");
      } else if (reader.starts("term")) {
        in_term = true;
        term.clear();
      } else if (reader.ends("term")) {
        in_term = false;
        if (entries == 0)
          problems.push_back({reader.line(), "a term outside of an entry; put it into a termEntry or conceptEntry"});
        else
          concepts.add(id, line, term, language);
      } else if (in_term && reader.kind() == XmlReader::Kind::text) {
        term += reader.text();
      }
    }
  } catch (const UnreadableFile& problem) {
    problems.push_back({reader.line(), problem.what()});
  }
  if (concepts.empty() && problems.empty()) problems.push_back({0, "no terms in it; it needs termEntry or conceptEntry with terms"});
  return concepts.take();
}

}  // namespace jomun
