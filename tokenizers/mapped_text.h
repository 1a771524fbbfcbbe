// Jomun: a text made from pieces of another one, that still knows where each byte came from.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jomun {

// Bytes [begin, end) of some text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

// Text derived from an original by leaving bytes out, joining pieces and putting in single characters. Pieces keep the order
// of the original. Copyable; not thread-safe while being written.
//
//   MappedText text;
//   text.append(original, 0, 3);    // 人
//   text.append(original, 8, 17);   // 工智能, "(rén)" left out
//   text.original({0, 12})          // {0, 17}: the annotation is covered
//   text.original({3, 12})          // {8, 17}
class MappedText {
 public:
  MappedText() = default;

  // The whole of `original`, byte for byte.
  static MappedText identity(std::string_view original);

  // Room for so many bytes: text() stays where it is while it has no more.
  void reserve(std::size_t bytes) { text_.reserve(bytes); }
  // Empty again, for another text in the same memory.
  void clear() {
    text_.clear();
    pieces_.clear();
  }

  // Appends bytes [begin, end) of `original`. REQUIRES: begin <= end <= original.size(), and begin not before the end of the last piece.
  void append(std::string_view original, std::size_t begin, std::size_t end);
  // Appends bytes that stand for nothing of the original (the space that joins two wrapped lines).
  void insert(std::string_view bytes);
  // Appends bytes [begin, end) of `other`, a text derived from the same original: how two steps of repair are composed.
  void append(const MappedText& other, std::size_t begin, std::size_t end);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

  // Bytes of the original that bytes `derived` of text() were made from: from the first byte of the first to the last of the last,
  // everything left out between them included. REQUIRES: derived.begin <= derived.end <= text().size(). Inserted bytes at an edge
  // count as the nearest original byte; an empty span gives an empty one.
  Span original(Span derived) const;

  // One run of bytes copied without a gap, or (original == inserted) put in.
  struct Piece {
    std::size_t begin;     // in text()
    std::size_t original;  // in the original
    friend bool operator==(const Piece&, const Piece&) = default;
  };
  static constexpr std::size_t inserted = static_cast<std::size_t>(-1);
  const std::vector<Piece>& pieces() const { return pieces_; }

  // For storage: from what text() and pieces() gave. Throws std::invalid_argument when the pieces do not fit the text.
  static MappedText from_pieces(std::string text, std::vector<Piece> pieces);

 private:
  void append_piece(std::string_view bytes, std::size_t original);

  std::string text_;
  std::vector<Piece> pieces_;  // ascending begin, without two neighbours that could be one
};

}  // namespace jomun
