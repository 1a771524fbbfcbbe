// Jomun: a list of documents and numbers, in chunks.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace jomun::glass {

// Writes lists of documents, each with a number, as chunks of some 2,000 bytes: of a term with its wdf, of all documents with their
// lengths.
class PostingList {
 public:
  using Sink = std::function<void(std::string_view key, std::string_view tag)>;

  explicit PostingList(Sink sink) : sink_(std::move(sink)) {}

  // The first chunk has `key`, each further one `continuation` and its first docid. Both are copied.
  void begin(std::string_view key, std::string_view continuation, std::uint32_t frequency, std::uint64_t collection_frequency);
  // In ascending order, at least one.
  void add(std::uint32_t docid, std::uint32_t number);
  void end() { write_chunk(true); }

 private:
  void write_chunk(bool last);

  Sink sink_;
  std::string key_, continuation_, header_, body_;
  bool first_chunk_ = true;
  std::uint32_t first_docid_ = 0, last_docid_ = 0;
  std::uint32_t frequency_ = 0;
  std::uint64_t collection_frequency_ = 0;
};

}  // namespace jomun::glass
