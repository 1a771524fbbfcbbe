// Jomun: a clause as the Xapian document that stands for it.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>

#include "corpus/declaration.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// Builds the documents of schema.h. Reuses its buffers: one per thread.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(std::unique_ptr<Tokenizer> tokenizer) : tokenizer_(std::move(tokenizer)) {}

  Xapian::Document build(const Version& version, const Clause& clause);

 private:
  void count_terms(std::string_view text, std::string_view extra_prefix);

  std::unique_ptr<Tokenizer> tokenizer_;
  std::unordered_map<std::string, Xapian::termcount> counts_;  // by index term
};

}  // namespace jomun
