// Jomun: bytes that are made as they are read.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace jomun {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  // Writes up to `size` bytes at `out` and returns how many; 0 only at the end. Throws UnreadableFile.
  virtual std::size_t read(char* out, std::size_t size) = 0;
};

}  // namespace jomun
