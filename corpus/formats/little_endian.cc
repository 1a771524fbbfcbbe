// Jomun: numbers and text in the binary files of word processors.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/little_endian.h"

#include "corpus/formats/extracted_text.h"
#include "tokenizers/characters.h"

namespace jomun {

std::uint16_t little_endian_16(std::string_view bytes, std::size_t offset) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[offset + i])); };
  return static_cast<std::uint16_t>(at(0) | at(1) << 8U);
}

std::uint32_t little_endian_32(std::string_view bytes, std::size_t offset) {
  return little_endian_16(bytes, offset) | std::uint32_t{little_endian_16(bytes, offset + 2)} << 16U;
}

void append_utf16(std::string& utf8, std::string_view utf16) {
  constexpr char32_t replacement = 0xFFFD;
  const auto is_high = [](char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; };
  const auto is_low = [](char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; };
  for (std::size_t offset = 0; offset + 2 <= utf16.size(); offset += 2) {
    char32_t code_point = little_endian_16(utf16, offset);
    if (is_high(code_point) && offset + 4 <= utf16.size() && is_low(little_endian_16(utf16, offset + 2))) {
      offset += 2;
      code_point = 0x10000 + ((code_point - 0xD800) << 10U) + (little_endian_16(utf16, offset) - 0xDC00U);
    } else if (is_high(code_point) || is_low(code_point)) {
      code_point = replacement;
    }
    if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)) continue;
    char encoded[4];
    utf8.append(encoded, encode(code_point, encoded));
  }
}

std::string_view LittleEndianReader::read(std::size_t bytes) {
  if (bytes > bytes_.size())
    throw UnreadableFile("is damaged: a record is too short; get the file again, or open it in a word processor and save it");
  const std::string_view taken = bytes_.substr(0, bytes);
  bytes_.remove_prefix(bytes);
  return taken;
}

std::string LittleEndianReader::read_text() {
  const std::size_t units = read_16();
  std::string text;
  append_utf16(text, read(2 * units));
  return text;
}

}  // namespace jomun
