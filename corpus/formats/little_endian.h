// Jomun: numbers and text in the binary files of word processors.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All of it is thread-safe.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jomun {

// The number in the bytes at `offset`, which have to be there.
std::uint16_t little_endian_16(std::string_view bytes, std::size_t offset);
std::uint32_t little_endian_32(std::string_view bytes, std::size_t offset);

// Appends little-endian UTF-16 as UTF-8, without control characters and an odd byte at the end. A surrogate without its other half becomes
// U+FFFD.
void append_utf16(std::string& utf8, std::string_view utf16);

// Reads one field after another. Refers to the bytes. Throws UnreadableFile where a field is longer than what is left.
class LittleEndianReader {
 public:
  explicit LittleEndianReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t read_8() { return static_cast<std::uint8_t>(read(1).front()); }
  std::uint16_t read_16() { return little_endian_16(read(2), 0); }
  std::uint32_t read_32() { return little_endian_32(read(4), 0); }
  std::string_view read(std::size_t bytes);
  // A count of UTF-16 code units in 16 bits, and these, as UTF-8.
  std::string read_text();

  std::size_t left() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

}  // namespace jomun
