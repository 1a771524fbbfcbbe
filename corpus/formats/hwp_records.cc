// Jomun: the records an HWP 5 stream is made of.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/hwp_records.h"

#include "corpus/formats/little_endian.h"

namespace jomun {

bool HwpRecords::next(HwpRecord& record) {
  constexpr std::size_t header_bytes = 4;
  if (rest_.size() < header_bytes) return false;  // encryption fills up its last block
  LittleEndianReader reader(rest_);
  const std::uint32_t header = reader.read_32();  // from the lowest: 10 bits of tag, 10 of level, 12 of size
  record.tag = static_cast<HwpTag>(header & 0x3FFU);
  record.level = static_cast<int>(header >> 10U & 0x3FFU);
  std::uint32_t size = header >> 20U;
  if (size == 0xFFF) size = reader.read_32();
  record.data = reader.read(size);
  rest_ = rest_.substr(rest_.size() - reader.left());
  return true;
}

}  // namespace jomun
