// Jomun: a text made from pieces of another one, that still knows where each byte came from.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/mapped_text.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace jomun {

MappedText MappedText::identity(std::string_view original) {
  MappedText result;
  result.append(original, 0, original.size());
  return result;
}

void MappedText::append_piece(std::string_view bytes, std::size_t original) {
  if (bytes.empty()) return;
  const bool continues = !pieces_.empty() && pieces_.back().original != inserted &&
                         pieces_.back().original + (text_.size() - pieces_.back().begin) == original;
  if (!continues) pieces_.push_back({text_.size(), original});
  text_.append(bytes);
}

void MappedText::append(std::string_view original, std::size_t begin, std::size_t end) {
  append_piece(original.substr(begin, end - begin), begin);
}

void MappedText::insert(std::string_view bytes) {
  if (bytes.empty()) return;
  if (pieces_.empty() || pieces_.back().original != inserted) pieces_.push_back({text_.size(), inserted});
  text_.append(bytes);
}

void MappedText::append(const MappedText& other, std::size_t begin, std::size_t end) {
  auto piece = std::upper_bound(other.pieces_.begin(), other.pieces_.end(), begin,
                                [](std::size_t offset, const Piece& p) { return offset < p.begin; });
  if (piece != other.pieces_.begin()) --piece;
  for (; begin < end; ++piece) {
    const std::size_t piece_end = std::next(piece) == other.pieces_.end() ? other.text_.size() : std::next(piece)->begin;
    const std::size_t stop = std::min(end, piece_end);
    const std::string_view bytes = std::string_view(other.text_).substr(begin, stop - begin);
    if (piece->original == inserted)
      insert(bytes);
    else
      append_piece(bytes, piece->original + (begin - piece->begin));
    begin = stop;
  }
}

Span MappedText::original(Span derived) const {
  const auto piece_at = [this](std::size_t offset) {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset, [](std::size_t o, const Piece& p) { return o < p.begin; });
    return static_cast<std::size_t>(after - pieces_.begin()) - 1;
  };
  const auto piece_end = [this](std::size_t index) { return index + 1 == pieces_.size() ? text_.size() : pieces_[index + 1].begin; };
  // The end, in the original, of the last piece before `index` that was copied; where there is none, the begin of the first that was.
  const auto edge_before = [&](std::size_t index) {
    for (std::size_t i = index; i-- > 0;)
      if (pieces_[i].original != inserted) return pieces_[i].original + (piece_end(i) - pieces_[i].begin);
    for (const Piece& piece : pieces_)
      if (piece.original != inserted) return piece.original;
    return std::size_t{0};
  };
  if (pieces_.empty()) return {};
  const auto position_of = [&](std::size_t offset) {
    const std::size_t index = piece_at(offset);
    return pieces_[index].original == inserted ? edge_before(index) : pieces_[index].original + (offset - pieces_[index].begin);
  };
  const std::size_t begin = position_of(derived.begin);
  if (derived.begin == derived.end) return {begin, begin};
  const std::size_t last = piece_at(derived.end - 1);
  const std::size_t end = pieces_[last].original == inserted ? edge_before(last) : position_of(derived.end - 1) + 1;
  return {begin, std::max(begin, end)};
}

MappedText MappedText::from_pieces(std::string text, std::vector<Piece> pieces) {
  bool fits = text.empty() == pieces.empty() && (pieces.empty() || pieces.front().begin == 0);
  std::size_t source = 0;  // end of the last copied piece in the original
  for (std::size_t i = 0; fits && i < pieces.size(); ++i) {
    const std::size_t end = i + 1 == pieces.size() ? text.size() : pieces[i + 1].begin;
    fits = pieces[i].begin < end && end <= text.size();
    if (fits && pieces[i].original != inserted) {
      fits = pieces[i].original >= source && pieces[i].original < inserted - (end - pieces[i].begin);
      source = pieces[i].original + (end - pieces[i].begin);
    }
  }
  if (!fits) throw std::invalid_argument("offset map does not fit its text");
  MappedText result;
  result.text_ = std::move(text);
  result.pieces_ = std::move(pieces);
  return result;
}

}  // namespace jomun
