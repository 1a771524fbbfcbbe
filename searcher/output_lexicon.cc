// Jomun: what the lexicon says of a word, for people.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>

#include "searcher/output_lines.h"

namespace jomun {
namespace {

constexpr std::size_t label_columns = 10;  // "  zh-Hans "

}  // namespace

void write_concepts(std::ostream& out, std::string_view word, const std::vector<Concept>& concepts, const OutputOptions& options) {
  if (concepts.size() > 1) out << fmt::format("{} has {} meanings:\n", one_line(word), concepts.size());
  for (const Concept& entry : concepts) {
    const std::string id = one_line(entry.id);
    for (const Line& line : lay_out(id, {{{0, id.size()}, style::citation}}, options.width, options.colour ? Colour::on : Colour::off))
      out << line.text << '\n';
    std::vector<std::string> languages;  // in the order of the lexicon
    for (const LexiconForm& form : entry.forms)
      if (std::find(languages.begin(), languages.end(), form.language) == languages.end()) languages.push_back(form.language);
    for (const std::string& language : languages) {
      std::string forms;
      for (const LexiconForm& form : entry.forms)
        if (form.language == language) forms += (forms.empty() ? "" : ", ") + form.text;
      write_beside(out, "  " + one_line(language), one_line(forms), label_columns, options.width);
    }
    if (!entry.not_equal.empty())
      write_beside(out, "  is not", one_line(fmt::format("{}", fmt::join(entry.not_equal, ", "))), label_columns, options.width);
  }
}

}  // namespace jomun
