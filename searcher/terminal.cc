// Jomun: the terminal that jomun-search talks to.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/terminal.h"

#include <fcntl.h>
#include <langinfo.h>
#include <poll.h>
#include <readline/history.h>
#include <readline/readline.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>

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

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// readline frees the list and its strings.
char** complete(const char* typed, int, int end) {
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
  // What fits by its initial consonants or in another case need not begin as typed. Nothing that was typed may get lost.
  if (candidates.size() > 1 && !common.starts_with(typed) && characters(common) < characters(typed)) common = typed;
  if (candidates.size() == 1 && (common.ends_with(':') || common.ends_with('/'))) rl_completion_append_character = '\0';
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
// during a search, it is a signal, which Interrupts takes: readline restores the terminal after every line.
void prepare_terminal(int meta) {
  rl_prep_terminal(meta);
  termios settings{};
  if (tcgetattr(STDIN_FILENO, &settings) != 0) return;
  settings.c_cc[VINTR] = _POSIX_VDISABLE;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &settings);
}

constexpr std::string_view long_question = "-- more -- space: a screen, Enter: a line, q: no more", short_question = "-- more --";

void write_all(std::string_view text) {
  while (!text.empty()) {
    const ssize_t size = write(STDOUT_FILENO, text.data(), text.size());
    if (size < 0 && errno != EINTR) return;  // the next result will tell
    text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  }
}

// Of a key as a terminal sends it; nothing: it means nothing here.
std::optional<More> meaning_of(std::string_view key) {
  struct Key {
    std::string_view bytes;
    More more;
  };
  constexpr Key keys[] = {
      {" ", More::screen},     {"f", More::screen},  {"\x1b[6~", More::screen},  // Page Down
      {"\r", More::line},      {"\n", More::line},   {"j", More::line},         {"\x1b[B", More::line},  {"\x1bOB", More::line},  // Down
      {"q", More::nothing},    {"Q", More::nothing}, {"\x03", More::nothing},   {"\x04", More::nothing},  // Ctrl-C, Ctrl-D
      {"\x1b", More::nothing},
  };
  for (const Key& known : keys)
    if (known.bytes == key || (known.bytes.size() == 1 && known.bytes[0] != '\x1b' && key.starts_with(known.bytes))) return known.more;
  return std::nullopt;
}

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);  // a signal handler sets it
struct sigaction before_interrupts {};

void interrupt(int signal) {
  if (!interrupted.exchange(true)) return;
  std::signal(signal, SIG_DFL);
  std::raise(signal);
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
    rl_sort_completion_matches = 0;
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

ScreenSize screen_size() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return {};
  return {size.ws_row, size.ws_col};
}

More ask_for_more() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  if (poll(&input, 1, 0) > 0) return More::rest;
  const std::string_view question = screen_size().columns > long_question.size() ? long_question : short_question;
  termios usual{};
  if (tcgetattr(STDIN_FILENO, &usual) != 0) return More::rest;
  termios by_key = usual;
  by_key.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
  by_key.c_cc[VMIN] = 1;
  by_key.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &by_key);
  write_all(question);
  std::optional<More> answer;
  while (!answer) {
    char keys[16];  // one key may be several bytes
    const ssize_t size = read(STDIN_FILENO, keys, sizeof keys);
    if (size < 0 && errno == EINTR) continue;
    answer = size <= 0 ? More::nothing : meaning_of({keys, static_cast<std::size_t>(size)});
  }
  write_all("\r" + std::string(question.size(), ' ') + "\r");
  tcsetattr(STDIN_FILENO, TCSADRAIN, &usual);
  return *answer;
}

Interrupts::Interrupts() {
  interrupted = false;
  struct sigaction action {};
  action.sa_handler = interrupt;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, &before_interrupts);
}

Interrupts::~Interrupts() { sigaction(SIGINT, &before_interrupts, nullptr); }

const std::atomic<bool>& Interrupts::flag() const { return interrupted; }

void Interrupts::reset() { interrupted = false; }

std::string history_file() {
  if (const std::string state = variable("XDG_STATE_HOME"); !state.empty()) return state + "/jomun/history";
  if (const std::string home = variable("HOME"); !home.empty()) return home + "/.local/state/jomun/history";
  return "";
}

std::unique_ptr<LineSource> make_terminal_lines(std::string prompt, std::string history, Completer completer) {
  return std::make_unique<TerminalLines>(std::move(prompt), std::move(history), std::move(completer));
}

}  // namespace jomun
