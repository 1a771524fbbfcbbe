// Jomun: what stands between two runs of CJK characters, for the loops that read nothing else.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace jomun {

// White space and punctuation that is no more than that.
struct Parting {
  const char* end;
  bool punctuation = false;     // not only white space
  bool gap = false;             // it parts phrases
  std::uint32_t line_ends = 0;  // at its end
  std::uint32_t next = 0;       // the table's entry of the character of three bytes that stands there; 0: something else does
};
// Reads on from `from`, as far as `end`. REQUIRES: four bytes may be loaded at `end`.
Parting read_parting(const char* from, const char* end);

}  // namespace jomun
