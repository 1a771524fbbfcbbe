// Jomun: the records an HWP 5 stream is made of.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>

namespace jomun {

// Those that are read.
enum class HwpTag : std::uint16_t {
  document_properties = 0x10,
  numbering = 0x17,
  bullet = 0x18,
  paragraph_shape = 0x19,
  distribution = 0x1C,
  paragraph_header = 0x42,
  paragraph_text = 0x43,
  control_header = 0x47,
  list_header = 0x48,
  table = 0x4D,
  equation = 0x58,
  memo_list = 0x5D,
};

struct HwpRecord {
  HwpTag tag = {};
  int level = 0;  // depth in the tree the records are: a record belongs to the last one before it with a lower level; below 1,024
  std::string_view data;
};

// One record after another. Refers to the stream.
class HwpRecords {
 public:
  explicit HwpRecords(std::string_view stream) : rest_(stream) {}

  // False at the end. Throws UnreadableFile where the stream ends within a record.
  bool next(HwpRecord& record);
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

}  // namespace jomun
