// Jomun: a document of the index, before any writer.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jomun {

// What one clause is in the index, whoever writes it. Move-only: a copy's terms would be views of the original's bytes.
struct IndexDocument {
  struct Term {
    std::string_view text;  // into `bytes`
    std::uint32_t wdf;      // how often it stands in the document; 0 for a boolean term
  };

  IndexDocument() = default;
  IndexDocument(IndexDocument&&) noexcept = default;
  IndexDocument& operator=(IndexDocument&&) noexcept = default;
  IndexDocument(const IndexDocument&) = delete;
  IndexDocument& operator=(const IndexDocument&) = delete;
  ~IndexDocument() = default;

  std::vector<char> bytes;                               // a vector, not a string: moving it keeps views valid
  std::vector<Term> terms;                               // ascending by bytes, each once
  std::vector<std::pair<unsigned, std::string>> values;  // ascending by slot, none empty
  std::string data;                                      // the stored record; may be empty
};

}  // namespace jomun
