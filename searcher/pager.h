// Jomun: stops what is written to a terminal at the end of each screen.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jomun {

struct ScreenSize {
  std::size_t rows = 0, columns = 0;  // 0 rows: not known, and never full
};

// What somebody wants who is asked at the end of a screen: another one, another line, all that is left, or nothing more.
enum class More { screen, line, rest, nothing };

// A buffer in front of another one. Lines are as high as they are on a screen: a line that is too wide takes several rows, wide characters
// two columns, escape sequences none. A line stays whole, but one that is higher than the screen ends where the screen does, and goes on in
// the colours it had. `out` and `stop` must outlive it.
class Pager final : public std::streambuf {
 public:
  // `size` is asked before each line, as a window may change; `ask` where the screen is full. Once *stop is set, nothing more is written.
  Pager(std::streambuf& out, std::function<ScreenSize()> size, std::function<More()> ask, const std::atomic<bool>& stop)
      : out_(out), size_(std::move(size)), ask_(std::move(ask)), stop_(stop) {}

  // What is written from now on begins a new screen.
  void restart(bool stops_at_screens);

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;

 private:
  bool end_line();
  bool cut_at_screens(ScreenSize size);
  void ask(std::size_t room, std::size_t rows);
  bool write(std::string_view text);

  std::streambuf& out_;
  std::function<ScreenSize()> size_;
  std::function<More()> ask_;
  const std::atomic<bool>& stop_;
  std::string line_;         // that has not ended
  std::size_t written_ = 0;  // bytes of it, after a flush
  std::size_t rows_ = 0;     // of this screen
  bool asks_ = false, drops_ = false;
};

// The bytes at which the rows of a line begin on a screen of so many columns, the first of them 0.
std::vector<std::size_t> rows_of_line(std::string_view line, std::size_t columns);

}  // namespace jomun
