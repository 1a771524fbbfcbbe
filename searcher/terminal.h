// Jomun: the terminal that jomun-search talks to.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/line_source.h"
#include "searcher/pager.h"

namespace jomun {

// The default is no terminal.
struct Terminal {
  bool interactive = false;  // somebody types and reads
  bool screen = false;       // somebody reads
  bool colour = false;
  std::size_t width = 100;  // of what is printed
};

// The terminal of standard input and output. Colour obeys NO_COLOR and TERM=dumb. Lines longer than 120 columns are hard to read, so
// they are not used.
Terminal detect_terminal();

// $XDG_STATE_HOME/jomun/history, else ~/.local/state/jomun/history; empty without a home.
std::string history_file();

// What the last word of a line, up to the cursor, may become.
using Completer = std::function<std::vector<std::string>(std::string_view line)>;

// Lines typed at the terminal, with editing, history and completion. Ctrl-C empties the line. A history file that cannot be read or
// written is done without. One at a time: readline has global state.
std::unique_ptr<LineSource> make_terminal_lines(std::string prompt, std::string history, Completer completer);

// Of standard output as it is now.
ScreenSize screen_size();

// Asks at the end of a screen, and takes the question away again: space for another one, Enter for a line, q or Ctrl-C for nothing more.
// Who has typed ahead is not asked: that is for the shell.
More ask_for_more();

// While it lives, Ctrl-C sets a flag and ends nothing; pressed again before reset(), it ends the program as usual. One at a time.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  const std::atomic<bool>& flag() const;
  void reset();
};

}  // namespace jomun
