// Jomun: where the time of indexing goes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <string_view>

namespace jomun {

// Sums over all threads, whose stages overlap: together they may be more than the time that passed. Thread-safe.
class Profile {
 public:
  enum Stage : unsigned { reading, splitting, documents, writing, term_lists, committing };
  static constexpr std::array<std::string_view, 6> names = {"reading", "splitting", "documents", "writing", "term lists", "commit"};

  // A stage while it lives. Stages inside one another are counted twice.
  class Timer {
   public:
    // `profile` may be null.
    Timer(Profile* profile, Stage stage) : profile_(profile), stage_(stage) {
      if (profile_ == nullptr) return;
      cpu_ = now(CLOCK_THREAD_CPUTIME_ID);
      wall_ = now(CLOCK_MONOTONIC);
    }
    ~Timer() {
      if (profile_ == nullptr) return;
      profile_->cpu_[stage_] += now(CLOCK_THREAD_CPUTIME_ID) - cpu_;
      profile_->wall_[stage_] += now(CLOCK_MONOTONIC) - wall_;
    }
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

   private:
    Profile* profile_;
    Stage stage_;
    std::int64_t cpu_ = 0, wall_ = 0;
  };

  std::chrono::nanoseconds cpu(Stage stage) const { return std::chrono::nanoseconds(cpu_[stage]); }
  std::chrono::nanoseconds wall(Stage stage) const { return std::chrono::nanoseconds(wall_[stage]); }

 private:
  static std::int64_t now(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
  }

  std::array<std::atomic<std::int64_t>, names.size()> cpu_{}, wall_{};
};

}  // namespace jomun
