// Jomun: a document, ready to be written.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/document_encoder.h"

#include <algorithm>
#include <limits>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "indexer/bulk/encoding.h"
#include "indexer/bulk/errors.h"

namespace jomun::glass {
namespace {

// How a term would print in a message: it may be long, and any bytes.
std::string shown(std::string_view term) {
  constexpr std::size_t enough = 40;
  std::string text(term.substr(0, enough));
  for (char& byte : text)
    if (static_cast<unsigned char>(byte) < ' ') byte = '?';
  return term.size() > enough ? text + "…" : text;
}

void check_term(std::string_view term) {
  if (term.empty()) throw std::invalid_argument("a term of a document is empty");
  const auto zeros = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (term.size() > longest_term || term.size() + zeros > longest_key)
    throw LimitExceeded("the term " + shown(term) + " is longer than " + std::to_string(longest_term) +
                        " bytes, or has too many zero bytes; cut it");
}

// The list of a document's terms: its length, their number, then each as what it has other than the one before.
void encode_terms(std::span<const IndexDocument::Term> terms, std::uint32_t length, std::string& out) {
  if (terms.empty()) return;
  append_vint(out, length);
  append_vint(out, terms.size());
  std::string_view previous;
  for (const auto& [term, wdf] : terms) {
    if (previous.empty()) {
      out += static_cast<char>(term.size());
      out += term;
      append_vint(out, wdf);
    } else {
      const auto reuse =
          static_cast<std::size_t>(std::mismatch(previous.begin(), previous.end(), term.begin(), term.end()).first - previous.begin());
      // A small wdf goes into the byte that says how much is the same, above any value that could be meant without.
      constexpr std::uint32_t small_wdf = 127;
      const std::size_t packed = wdf < small_wdf ? (wdf + 1) * (previous.size() + 1) + reuse : 256;
      out += static_cast<char>(packed < 256 ? packed : reuse);
      out += static_cast<char>(term.size() - reuse);
      out += term.substr(reuse);
      if (packed >= 256) append_vint(out, wdf);
    }
    previous = term;
  }
}

}  // namespace

EncodedDocument DocumentEncoder::encode(IndexDocument document) {
  EncodedDocument encoded;
  std::uint64_t length = 0;
  std::string_view previous;
  for (const auto& [term, wdf] : document.terms) {
    check_term(term);
    if (term <= previous) throw std::invalid_argument("terms of a document must ascend");
    previous = term;
    length += wdf;
  }
  if (length > std::numeric_limits<std::uint32_t>::max()) throw LimitExceeded("a document has more than 4,294,967,295 words; split it");
  encoded.length = static_cast<std::uint32_t>(length);
  std::uint64_t next_slot = 0;
  for (const auto& [slot, value] : document.values) {
    if (slot < next_slot || value.empty()) throw std::invalid_argument("values of a document must ascend by slot, none empty");
    append_vint(encoded.slots, slot - next_slot);
    next_slot = std::uint64_t{slot} + 1;
  }
  const IndexDocument::Term instead{instead_of_terms_, encoded.length};
  encode_terms(instead_of_terms_.empty() ? std::span(std::as_const(document.terms)) : std::span(&instead, 1), encoded.length,
               encoded.terms);
  encoded.data = std::move(document.data);
  document.data.clear();
  encoded.document = std::move(document);
  return encoded;
}

}  // namespace jomun::glass
