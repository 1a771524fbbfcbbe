// Jomun: clauses given one a line as JSON.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/declaration.h"
#include "corpus/formats/extracted_text.h"

namespace jomun {

// Takes the lines of a file, one after the other; read_json_lines() (corpus/reader.h) keeps all that comes of them. Not thread-safe, but
// for again().
class JsonLinesReader {
 public:
  // `name` and `given` as for read_document().
  JsonLinesReader(std::string_view name, const Metadata& given);

  struct Line {
    std::size_t version;           // in versions()
    std::optional<Clause> clause;  // nothing: the line is about its version only
  };
  // Of the next line, given without its end; nothing: it is blank. Throws UnreadableFile, which names the line.
  std::optional<Line> next(std::string_view line);
  // How many there were.
  std::size_t lines() const { return lines_; }
  // Of the lines so far, in order of appearance. What is known of one does not change.
  const std::vector<Metadata>& versions() const { return versions_; }

  // The clause of line `number`, from 1, of which next() has made one of `version`, once more. Thread-safe. Throws UnreadableFile where it
  // is another line.
  Clause again(std::string_view line, std::size_t number, std::size_t version) const;
  // There will be no next(): forgets by what it would notice repeated addresses.
  void end() { first_lines_ = {}; }

 private:
  Metadata given_;
  std::string default_work_;
  std::size_t lines_ = 0;
  std::vector<Metadata> versions_;
  std::unordered_map<std::string, std::size_t> index_;        // of the versions, by name
  std::unordered_map<std::string, std::size_t> first_lines_;  // of the addresses, by citation
};

}  // namespace jomun
