// Jomun: how far a long command is, on a terminal.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <utility>

namespace jomun {
namespace {

constexpr std::chrono::duration<double> first_shown{0.5}, between{0.1};
constexpr std::size_t bar_width = 24;

std::string duration(double seconds) {
  const auto whole = static_cast<std::size_t>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}

Progress::Progress(std::ostream* terminal, std::size_t files, std::size_t bytes, Clock clock)
    : terminal_(terminal),
      files_(files),
      bytes_(bytes),
      clock_(std::move(clock)),
      start_(clock_()),
      shown_(start_ + first_shown - between) {}

Progress::Clock Progress::steady() {
  return [] { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()); };
}

std::string Progress::line(double elapsed) const {
  // By bytes; files of no size count as nothing.
  const double share = bytes_ == 0 ? 1 : std::min(1.0, static_cast<double>(done_bytes_) / static_cast<double>(bytes_));
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(bar_width));
  std::string text = fmt::format("[{:#<{}}{:-<{}}]  {} of {} files, {:.1f} MB/s", "", filled, "", bar_width - filled,
                                 with_commas(done_files_), with_commas(files_), static_cast<double>(done_bytes_) / 1e6 / elapsed);
  if (share > 0 && share < 1) text += fmt::format(", {} left", duration(elapsed / share - elapsed));
  return text;
}

void Progress::advance(std::size_t bytes) {
  ++done_files_;
  done_bytes_ += bytes;
  if (terminal_ == nullptr) return;
  const auto now = clock_();
  if (now < shown_ + between) return;
  shown_ = now;
  visible_ = true;
  *terminal_ << '\r' << line((now - start_).count()) << "\x1b[K" << std::flush;
}

void Progress::clear() {
  if (!std::exchange(visible_, false)) return;
  *terminal_ << "\r\x1b[K" << std::flush;
}

}  // namespace jomun
