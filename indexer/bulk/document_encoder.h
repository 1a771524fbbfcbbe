// Jomun: a document, ready to be written.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "indexer/index_document.h"

namespace jomun::glass {

// A document and the entries it has by itself, whatever its docid.
struct EncodedDocument {
  IndexDocument document;
  std::string terms, data;
  std::string slots;         // which values it has; empty: none
  std::uint32_t length = 0;  // the sum of its wdf
};

// Checks and encodes documents: most of the work of writing one, and all that can be done ahead of its turn. One per thread.
class DocumentEncoder {
 public:
  // `instead_of_terms`: see DatabaseOptions (database_writer.h).
  explicit DocumentEncoder(std::string instead_of_terms = "") : instead_of_terms_(std::move(instead_of_terms)) {}

  // Throws LimitExceeded for what no database could hold; std::invalid_argument where terms or slots do not ascend, or are empty.
  EncodedDocument encode(IndexDocument document);

 private:
  std::string instead_of_terms_;
};

}  // namespace jomun::glass
