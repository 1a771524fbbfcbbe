// Jomun: queries and commands, one per line, from wherever they come.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>

namespace jomun {

class LineSource {
 public:
  virtual ~LineSource() = default;
  // The next line without its end; nothing at the end of the input.
  virtual std::optional<std::string> next() = 0;
  // How wide the terminal is that the lines come from; 0: there is none.
  virtual std::size_t columns() const { return 0; }
};

// The lines of a stream, which must outlive it. A carriage return at the end of a line and a byte order mark at the beginning are left
// out. A stream that fails ends.
class StreamLines final : public LineSource {
 public:
  explicit StreamLines(std::istream& in) : in_(in) {}
  std::optional<std::string> next() override;
  std::size_t number() const { return number_; }  // of the last line, from 1

 private:
  std::istream& in_;
  std::size_t number_ = 0;
};

}  // namespace jomun
