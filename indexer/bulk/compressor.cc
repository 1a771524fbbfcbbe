// Jomun: compresses the entries of a table.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/compressor.h"

#include <libdeflate.h>

#include <new>

namespace jomun::glass {

struct Compressor::State {
  explicit State(int level) : compressor(libdeflate_alloc_compressor(level)) {
    if (compressor == nullptr) throw std::bad_alloc();
  }
  ~State() { libdeflate_free_compressor(compressor); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  libdeflate_compressor* compressor;
};

Compressor::Compressor(Compression compression)
    : compression_(compression), state_(compression.level > 0 ? std::make_unique<State>(compression.level) : nullptr) {}
Compressor::~Compressor() = default;
Compressor::Compressor(Compressor&&) noexcept = default;
Compressor& Compressor::operator=(Compressor&&) noexcept = default;

bool Compressor::compress(std::string_view bytes, std::string& compressed) {
  if (!state_ || bytes.size() <= compression_.longer_than) return false;
  compressed.resize(bytes.size() - 1);  // what needs more is not worth it
  const std::size_t size =
      libdeflate_deflate_compress(state_->compressor, bytes.data(), bytes.size(), compressed.data(), compressed.size());
  compressed.resize(size);
  return size > 0;
}

}  // namespace jomun::glass
