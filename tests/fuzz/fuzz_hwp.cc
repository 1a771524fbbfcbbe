// Jomun tests: whatever bytes are taken for an HWP 5 file or for its records, they are refused or give text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <string>

#include "corpus/formats/hwp.h"
#include "corpus/formats/hwp_body.h"
#include "corpus/formats/hwp_distribution.h"
#include "corpus/formats/hwp_numbering.h"
#include "corpus/formats/inflate.h"
#include "tests/fuzz/fuzz_target.h"
#include "tokenizers/characters.h"

namespace jomun::testing {
namespace {

void require_text(const std::string& text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const Decoded next = decode(text, offset);
    require(next.value != 0xFFFD || next.bytes == 3, "ill-formed text");
    require(next.value >= 0x20 || next.value == '\t' || next.value == '\n', "a control character");
    offset += next.bytes;
  }
}

// Two bytes of size, the records of DocInfo, two bytes of size, a section, another section.
std::string read_records(std::string_view bytes) {
  const auto next = [&] {
    if (bytes.size() < 2) return std::string_view();
    const std::size_t size = static_cast<unsigned char>(bytes[0]) + std::size_t{256} * static_cast<unsigned char>(bytes[1]);
    bytes.remove_prefix(2);
    const std::string_view part = bytes.substr(0, size);
    bytes.remove_prefix(part.size());
    return part;
  };
  const HwpDocumentInfo info = read_hwp_document_info(next());
  HwpBody body(info);
  body.add_section(next());
  body.add_section(bytes);
  return body.take_text();
}

}  // namespace

// The first byte tells what the rest is: packing and encryption hide the records from a fuzzer that does not know them.
void fuzz(std::string_view text) {
  if (text.empty()) return;
  const std::string_view rest = text.substr(1);
  try {
    switch (text.front()) {
      case 'R': return require_text(read_records(rest));
      case 'P': return static_cast<void>(inflate(rest, std::size_t{1} << 24));
      case 'D': return static_cast<void>(decrypt_distribution(rest));
      default: return require_text(read_hwp(rest).text);
    }
  } catch (const UnreadableFile&) {
  }
}

}  // namespace jomun::testing
