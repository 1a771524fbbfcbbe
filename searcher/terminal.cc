// Jomun: the terminal that jomun-search talks to.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/terminal.h"

#include <fcntl.h>
#include <langinfo.h>
#include <readline/history.h>
#include <readline/readline.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace jomun {
namespace {

constexpr std::size_t usual_width = 100, widest = 120, narrowest = 40;
constexpr int history_lines = 2000;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual_width;
  return std::clamp<std::size_t>(size.ws_col, narrowest, widest);
}

Completer* current_completer = nullptr;

// readline frees the list and its strings.
char** complete(const char*, int, int end) {
  rl_attempted_completion_over = 1;  // never file names
  const std::vector<std::string> candidates = (*current_completer)(std::string_view(rl_line_buffer, static_cast<std::size_t>(end)));
  if (candidates.empty()) return nullptr;
  std::string common = candidates.front();
  for (const std::string& candidate : candidates)
    common.resize(
        static_cast<std::size_t>(std::mismatch(common.begin(), common.end(), candidate.begin(), candidate.end()).first - common.begin()));
  // A character may not be cut: candidates can differ in its last byte.
  const std::string& first = candidates.front();
  while (common.size() < first.size() && (static_cast<unsigned char>(first[common.size()]) & 0xC0) == 0x80) common.pop_back();
  auto** list = static_cast<char**>(std::calloc(candidates.size() + 2, sizeof(char*)));
  if (list == nullptr) return nullptr;
  list[0] = strdup(common.c_str());
  if (candidates.size() == 1) return list;
  for (std::size_t i = 0; i < candidates.size(); ++i) list[i + 1] = strdup(candidates[i].c_str());
  return list;
}

constexpr int control_c = 'C' & 0x1F;

// Leaves the line where it is and begins an empty one.
int abandon_line(int, int) {
  rl_point = rl_end;
  rl_redisplay();
  std::fputs("^C", rl_outstream);
  rl_crlf();
  rl_replace_line("", 1);
  rl_on_new_line();
  return 0;
}

// While a line is typed, Ctrl-C is a key like any other: as a signal it would reach readline only with the next key. Outside of that,
// during a search, it ends the program as usual: readline restores the terminal after every line.
void prepare_terminal(int meta) {
  rl_prep_terminal(meta);
  termios settings{};
  if (tcgetattr(STDIN_FILENO, &settings) != 0) return;
  settings.c_cc[VINTR] = _POSIX_VDISABLE;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &settings);
}

class TerminalLines final : public LineSource {
 public:
  TerminalLines(std::string prompt, std::string history, Completer completer)
      : prompt_(std::move(prompt)), history_(std::move(history)), completer_(std::move(completer)) {
    // readline counts columns by the locale; in "C" it would take a character of three bytes for three.
    std::setlocale(LC_CTYPE, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0) std::setlocale(LC_CTYPE, "C.UTF-8");
    current_completer = &completer_;
    rl_readline_name = "jomun";
    rl_attempted_completion_function = complete;
    rl_completer_word_break_characters = word_breaks_;
    rl_prep_term_function = prepare_terminal;
    rl_initialize();  // reads the user's key bindings; what follows is on top of them
    for (const Keymap keys : {emacs_standard_keymap, vi_insertion_keymap, vi_movement_keymap})
      rl_bind_key_in_map(control_c, abandon_line, keys);
    using_history();
    open_history();
  }
  ~TerminalLines() override {
    current_completer = nullptr;
    rl_attempted_completion_function = nullptr;
    rl_prep_term_function = rl_prep_terminal;
  }

  std::optional<std::string> next() override {
    const std::unique_ptr<char, decltype(&std::free)> line(readline(prompt_.c_str()), &std::free);
    if (line == nullptr) {
      std::putchar('\n');
      std::fflush(stdout);
      return {};
    }
    std::string text(line.get());
    remember(text);
    return text;
  }
  std::size_t columns() const override { return terminal_width(); }

 private:
  void open_history() {
    if (history_.empty()) return;
    std::error_code failed;
    std::filesystem::create_directories(std::filesystem::path(history_).parent_path(), failed);
    if (read_history(history_.c_str()) == 0) {
      history_truncate_file(history_.c_str(), history_lines);
      return;
    }
    // append_history() makes no file. What one searches for is nobody else's business.
    if (const int file = ::open(history_.c_str(), O_WRONLY | O_CREAT, S_IRUSR | S_IWUSR); file >= 0) ::close(file);
  }
  void remember(const std::string& line) {
    if (line.find_first_not_of(" \t") == std::string::npos) return;
    const HIST_ENTRY* last = history_length > 0 ? history_get(history_base + history_length - 1) : nullptr;
    if (last != nullptr && last->line == line) return;
    add_history(line.c_str());
    if (!history_.empty()) append_history(1, history_.c_str());
  }

  std::string prompt_, history_;
  Completer completer_;
  char word_breaks_[3] = " \t";
};

}  // namespace

Terminal detect_terminal() {
  Terminal terminal;
  if (isatty(STDOUT_FILENO) == 0) return terminal;
  terminal.screen = true;
  const std::string kind = variable("TERM");
  terminal.interactive = isatty(STDIN_FILENO) != 0;
  terminal.colour = variable("NO_COLOR").empty() && !kind.empty() && kind != "dumb";
  terminal.width = terminal_width();
  return terminal;
}

std::string history_file() {
  if (const std::string state = variable("XDG_STATE_HOME"); !state.empty()) return state + "/jomun/history";
  if (const std::string home = variable("HOME"); !home.empty()) return home + "/.local/state/jomun/history";
  return "";
}

std::unique_ptr<LineSource> make_terminal_lines(std::string prompt, std::string history, Completer completer) {
  return std::make_unique<TerminalLines>(std::move(prompt), std::move(history), std::move(completer));
}

}  // namespace jomun
