// Jomun: what stands before the paragraphs of an HWP 5 document: numbers of outlines and lists, bullets.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/hangul_numbering.h"

namespace jomun {

// What the stream DocInfo says of sections and paragraph heads.
struct HwpDocumentInfo {
  enum class Head : std::uint8_t { none = 0, outline = 1, number = 2, bullet = 3 };
  struct Shape {
    Head head = Head::none;
    unsigned level = 0;  // from 0
    unsigned list = 0;   // of numberings or bullets, from 1; outlines have that of their section
  };
  std::size_t sections = 0;
  std::vector<Shape> shapes;
  std::vector<HangulNumbering::Levels> numberings;
  std::vector<std::string> bullets;
};

// `records` are those of DocInfo. Thread-safe. Throws UnreadableFile.
HwpDocumentInfo read_hwp_document_info(std::string_view records);

// The format HWP 5 has this number for.
NumberFormat hwp_number_format(unsigned number);

// Counts paragraphs. Refers to the information.
class HwpNumbering {
 public:
  explicit HwpNumbering(const HwpDocumentInfo& info) : info_(info) {}

  // The outline of the section that begins, from 1.
  void set_outline(unsigned numbering) { outline_ = numbering; }
  // What stands before the next paragraph, which has this shape: "1. ", "• " or nothing.
  std::string next(std::size_t shape);

 private:
  const HwpDocumentInfo& info_;
  unsigned outline_ = 0;
  std::map<unsigned, HangulNumbering> outlines_, lists_;
};

}  // namespace jomun
