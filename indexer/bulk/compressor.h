// Jomun: compresses the entries of a table.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace jomun::glass {

// What of a table is compressed. Readers take every entry as it is, so this is a matter of size and time only.
struct Compression {
  int level = 0;                 // of libdeflate, 1 to 12; 0: nothing is compressed
  std::size_t longer_than = 18;  // bytes; shorter entries are not tried. What Xapian itself takes
};

// Raw deflate of single entries, by libdeflate, which takes a third of zlib's time: entries are short. Holds up to a megabyte: one per
// table and thread.
class Compressor {
 public:
  explicit Compressor(Compression compression);
  ~Compressor();
  Compressor(Compressor&&) noexcept;
  Compressor& operator=(Compressor&&) noexcept;

  // Whether `compressed` is now `bytes` in fewer bytes.
  bool compress(std::string_view bytes, std::string& compressed);

 private:
  struct State;
  Compression compression_;
  std::unique_ptr<State> state_;
};

}  // namespace jomun::glass
