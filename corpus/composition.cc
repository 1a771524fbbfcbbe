// Jomun: texts whose characters are stored in parts.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/composition.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tokenizers/characters.h"

namespace jomun {
namespace {

class Composer {
 public:
  explicit Composer(std::string_view text) : text_(text) {}

  void copy(std::size_t begin, std::size_t end) { append(text_.substr(begin, end - begin), begin); }
  // `bytes` stand for [begin, end): the first for the begin, the others for the end of it.
  void replace(std::string_view bytes, std::size_t begin, std::size_t end) {
    append(bytes.substr(0, 1), begin);
    append(bytes.substr(1), end - (bytes.size() - 1));
  }
  MappedText take() { return MappedText::from_pieces(std::move(result_), std::move(pieces_)); }

 private:
  void append(std::string_view bytes, std::size_t original) {
    if (bytes.empty()) return;
    if (pieces_.empty() || pieces_.back().original + (result_.size() - pieces_.back().begin) != original)
      pieces_.push_back({result_.size(), original});
    result_ += bytes;
  }

  std::string_view text_;
  std::string result_;
  std::vector<MappedText::Piece> pieces_;
};

}  // namespace

bool may_be_decomposed(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = byte(i);
    if (c < 0xCC) continue;
    if (c <= 0xCD) return true;                                                // U+0300 to U+036F, and a few letters behind them
    if (c == 0xE1 && byte(i + 1) >= 0x84 && byte(i + 1) <= 0x87) return true;  // conjoining jamo
    if (c == 0xE3 && byte(i + 1) == 0x82 && (byte(i + 2) == 0x99 || byte(i + 2) == 0x9A)) return true;  // ゙ ゚
    if (c >= 0xE0) i += 2;
  }
  return false;
}

MappedText compose(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU has no data for NFC; install it again");
  std::string normalized;
  icu::StringByteSink<std::string> sink(&normalized);
  icu::Edits edits;
  nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, &edits, error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU cannot compose the text");
  Composer composer(text);
  for (icu::Edits::Iterator change = edits.getFineIterator(); change.next(error);) {
    const auto begin = static_cast<std::size_t>(change.sourceIndex());
    const std::size_t end = begin + static_cast<std::size_t>(change.oldLength());
    const auto length = static_cast<std::size_t>(change.newLength());
    if (!change.hasChange() || length >= end - begin || decode(text, begin).bytes == end - begin) {
      composer.copy(begin, end);
    } else {
      composer.replace(std::string_view(normalized).substr(static_cast<std::size_t>(change.destinationIndex()), length), begin, end);
    }
  }
  return composer.take();
}

void map_to_original(Clause& clause, const MappedText& composed) {
  MappedText text;
  const std::string& bytes = clause.text.text();
  const std::vector<MappedText::Piece>& pieces = clause.text.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::size_t end = i + 1 < pieces.size() ? pieces[i + 1].begin : bytes.size();
    const std::size_t length = end - pieces[i].begin;
    if (pieces[i].original == MappedText::inserted) {
      text.insert(std::string_view(bytes).substr(pieces[i].begin, length));
    } else {
      text.append(composed, pieces[i].original, pieces[i].original + length);
    }
  }
  clause.text = std::move(text);
  clause.source = composed.original(clause.source);
}

}  // namespace jomun
