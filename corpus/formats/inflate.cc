// Jomun: raw deflate, as HWP 5 packs its streams.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/inflate.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <memory>

#include "corpus/formats/extracted_text.h"

namespace jomun {
namespace {

// An empty table of 20,000 cells shrinks to a fortieth; only what was made for it to a thousandth.
constexpr std::size_t largest_ratio = 100, always_allowed = std::size_t{1} << 24;

struct End {
  void operator()(z_stream* stream) const { inflateEnd(stream); }
};

}  // namespace

std::string inflate(std::string_view packed, std::size_t most) {
  most = std::min(most, always_allowed + packed.size() * largest_ratio);
  z_stream stream = {};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, End> end(&stream);
  std::string unpacked;
  std::string block(std::size_t{1} << 16, '\0');
  int status = Z_OK;
  while (status != Z_STREAM_END) {
    if (stream.avail_in == 0) {  // the counter has 32 bits
      const std::size_t next = std::min<std::size_t>(packed.size(), std::size_t{1} << 30);
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib only reads it
      stream.avail_in = static_cast<uInt>(next);
      packed.remove_prefix(next);
    }
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    status = ::inflate(&stream, Z_NO_FLUSH);
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    if (status != Z_OK && status != Z_STREAM_END)
      throw UnreadableFile(
          "is damaged: a packed part is cut short or altered; get the file again, or open it in a word processor and save it");
    const std::size_t made = block.size() - stream.avail_out;
    if (unpacked.size() + made > most) throw UnreadableFile(fmt::format("unpacks to more than {} bytes; split the document", most));
    unpacked.append(block, 0, made);
  }
  return unpacked;
}

}  // namespace jomun
