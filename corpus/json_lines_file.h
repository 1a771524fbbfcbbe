// Jomun: JSON Lines too large to be held in memory.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/declaration.h"
#include "corpus/json_lines.h"

namespace jomun {

// What read_file() gives of a file, of which all lines have been read and were good, but whose clauses are read again when they are asked
// for. Of each there are kept some 24 bytes, and its id where one is given. Thread-safe.
class JsonLinesFile {
 public:
  // Reads the whole file; `seen`, if not null, gets all its bytes, piece by piece. Null: it is not JSON Lines in UTF-8, or is unusual in
  // another way; read_file() reads it, or says what is wrong. Throws UnreadableFile for a line as read_file() does.
  static std::shared_ptr<const JsonLinesFile> open(const std::filesystem::path& file, const Metadata& given,
                                                   const std::function<void(std::string_view)>& seen = {});
  ~JsonLinesFile();
  JsonLinesFile(const JsonLinesFile&) = delete;
  JsonLinesFile& operator=(const JsonLinesFile&) = delete;

  // By their numbers, in order of appearance.
  std::size_t versions() const { return reader_.versions().size(); }
  const Metadata& metadata(std::size_t version) const { return reader_.versions()[version]; }
  std::size_t clauses(std::size_t version) const { return outlines_[version].lines.size(); }
  const std::vector<std::string>& ids(std::size_t version) const { return outlines_[version].ids; }  // those given
  std::size_t text_bytes(std::size_t version) const { return outlines_[version].text_bytes; }
  std::size_t line_bytes(std::size_t version, std::size_t clause) const { return outlines_[version].lines[clause].bytes; }

  // Clauses [first, last) of a version. Throws UnreadableFile where the file is not what it was.
  std::vector<Clause> read(std::size_t version, std::size_t first, std::size_t last) const;

 private:
  struct Line {
    std::uint64_t offset;
    std::uint32_t bytes, number;
    std::size_t hash;
  };
  struct Outline {
    std::vector<Line> lines;  // of its clauses
    std::vector<std::string> ids;
    std::size_t text_bytes = 0;
  };

  JsonLinesFile(int descriptor, std::string_view name, const Metadata& given) : descriptor_(descriptor), reader_(name, given) {}
  bool read_all(std::string_view extension, const std::function<void(std::string_view)>& seen);
  bool take(std::string_view lines, std::uint64_t offset);

  int descriptor_;
  JsonLinesReader reader_;
  std::vector<Outline> outlines_;  // by version
};

}  // namespace jomun
