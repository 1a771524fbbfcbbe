// Jomun tests: the line that says how far a command is.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/progress.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace jomun {
namespace {

class ProgressLine : public ::testing::Test {
 protected:
  Progress::Clock clock() {
    return [this] { return std::chrono::duration<double>(now_); };
  }
  // What was written since the last call.
  std::string written() {
    std::string text = out_.str();
    out_.str("");
    return text;
  }
  double now_ = 100;
  std::ostringstream out_;
};

TEST_F(ProgressLine, SaysHowFarHowFastAndHowLong) {
  Progress progress(&out_, 3159, 60'000'000, clock());
  now_ += 0.4;
  progress.advance(1'000'000);
  EXPECT_EQ(written(), "");  // short commands show nothing
  now_ += 0.6;
  progress.advance(14'000'000);
  EXPECT_EQ(written(), "\r[######------------------]  2 of 3,159 files, 15.0 MB/s, 3 s left\x1b[K");
  now_ += 0.05;
  progress.advance(1'000'000);
  EXPECT_EQ(written(), "");  // not too often
  progress.clear();
  EXPECT_EQ(written(), "\r\x1b[K");
  progress.clear();
  EXPECT_EQ(written(), "");
  now_ += 119;
  progress.advance(0);
  EXPECT_EQ(written(), "\r[######------------------]  4 of 3,159 files, 0.1 MB/s, 5 min 30 s left\x1b[K");
  now_ += 10'000;
  progress.advance(0);
  EXPECT_EQ(written(), "\r[######------------------]  5 of 3,159 files, 0.0 MB/s, 7 h 43 min left\x1b[K");
  progress.advance(44'000'000);
  now_ += 1;
  progress.advance(1'000'000);  // it grew since it was looked at
  EXPECT_EQ(written(), "\r[########################]  7 of 3,159 files, 0.0 MB/s\x1b[K");
}

TEST_F(ProgressLine, ShowsNothingWithoutATerminal) {
  {
    Progress progress(nullptr, 10, 100, clock());
    now_ += 10;
    progress.advance(50);
    progress.clear();
  }
  EXPECT_EQ(written(), "");
}

TEST_F(ProgressLine, GoesAwayAtTheEnd) {
  {
    Progress progress(&out_, 2, 0, clock());
    now_ += 1;
    progress.advance(0);
    EXPECT_EQ(written(), "\r[########################]  1 of 2 files, 0.0 MB/s\x1b[K");
  }
  EXPECT_EQ(written(), "\r\x1b[K");
}

}  // namespace
}  // namespace jomun
