// Jomun: a clause as the document that stands for it.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/declaration.h"
#include "indexer/index_document.h"
#include "indexer/term_counts.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// Builds the documents of schema.h. Reuses its buffers, and the terms of titles, headings and issuers, which clause after clause has
// again: one per thread. Which clauses came before makes no difference.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(std::unique_ptr<Tokenizer> tokenizer) : tokenizer_(std::move(tokenizer)) {}

  IndexDocument build(const Version& version, const Clause& clause);

 private:
  enum class Field { title, issuer };
  void sort_terms();
  const TermCounts& terms_of(Field field, const std::string& text);
  void take_terms(IndexDocument& document);

  std::unique_ptr<Tokenizer> tokenizer_;
  TermCounts counts_;
  std::unordered_map<std::string, TermCounts> titles_, issuers_;  // of their texts
  std::vector<std::uint64_t> order_;                              // of the terms
};

}  // namespace jomun
