// Jomun: compresses the entries of a table.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/compressor.h"

#include <zlib.h>

#include <limits>
#include <new>

namespace jomun::glass {

struct Compressor::State {
  // Entries are short: a table of 4,096 hashes is found again sooner than zlib's usual 32,768 are cleared before each.
  static constexpr int window_bits = 13, memory_level = 5;

  explicit State(int level) {
    if (deflateInit2(&stream, level, Z_DEFLATED, -window_bits, memory_level, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  }
  ~State() { deflateEnd(&stream); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  z_stream stream{};
};

Compressor::Compressor(Compression compression)
    : compression_(compression), state_(compression.level > 0 ? std::make_unique<State>(compression.level) : nullptr) {}
Compressor::~Compressor() = default;
Compressor::Compressor(Compressor&&) noexcept = default;
Compressor& Compressor::operator=(Compressor&&) noexcept = default;

bool Compressor::compress(std::string_view bytes, std::string& compressed) {
  if (!state_ || bytes.size() <= compression_.longer_than || bytes.size() > std::numeric_limits<uInt>::max()) return false;
  z_stream& stream = state_->stream;
  deflateReset(&stream);
  compressed.resize(bytes.size() - 1);  // what needs more is not worth it
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_out = static_cast<uInt>(compressed.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) return false;
  compressed.resize(compressed.size() - stream.avail_out);
  return true;
}

}  // namespace jomun::glass
