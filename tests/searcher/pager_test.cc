// Jomun tests: what is written to a terminal screen by screen.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/pager.h"

#include <gtest/gtest.h>

#include <deque>
#include <ostream>
#include <sstream>

namespace jomun {
namespace {

TEST(Pager, RowsOfALine) {
  struct Row {
    const char* line;
    std::size_t columns, rows;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"", 10, 1},
           {"0123456789", 10, 1},
           {"0123456789a", 10, 2},
           {"人工智能安", 10, 1},
           {"人工智能安全", 10, 2},
           {"a人工智能安", 10, 2},  // a wide character does not stand half on one row
           {"\x1b[1;31m人工智能安\x1b[0m", 10, 1},
           {"e\xCC\x81 0123456", 10, 1},
           {"\ta", 10, 1},
           {"\t\ta", 10, 2},
           {"0123456789", 1, 10},
       })
    EXPECT_EQ(rows_of_line(row.line, row.columns).size(), row.rows) << row.line;
}

class PagerTest : public testing::Test {
 protected:
  // What is written of these lines; where somebody was asked, there is a "?".
  std::string written(const std::string& text, std::deque<More> answers, ScreenSize size = {4, 10}, bool asks = true) {
    std::ostringstream out;
    Pager pager(
        *out.rdbuf(), [&] { return size; },
        [&] {
          out << "?";
          const More more = answers.at(0);
          answers.pop_front();
          return more;
        },
        stop_);
    std::ostream stream(&pager);
    pager.restart(asks);
    stream << text << std::flush;
    EXPECT_TRUE(stream.good());
    EXPECT_TRUE(answers.empty());
    return out.str();
  }

  std::atomic<bool> stop_ = false;
};

TEST_F(PagerTest, AsksWhereTheScreenIsFull) {
  EXPECT_EQ(written("1\n2\n3\n", {}), "1\n2\n3\n");
  EXPECT_EQ(written("1\n2\n3\n4\n5\n6\n7\n", {More::screen, More::screen}), "1\n2\n3\n?4\n5\n6\n?7\n");
  EXPECT_EQ(written("1\n2\n3\n4\n5\n6\n", {More::line, More::line, More::line}), "1\n2\n3\n?4\n?5\n?6\n");
  EXPECT_EQ(written("1\n2\n3\n4\n5\n6\n7\n", {More::rest}), "1\n2\n3\n?4\n5\n6\n7\n");
  EXPECT_EQ(written("1\n2\n3\n4\n5\n6", {More::nothing}), "1\n2\n3\n?");
  EXPECT_EQ(written("1\n人工智能安全\n3\n", {More::screen}), "1\n人工智能安全\n?3\n");
  EXPECT_EQ(written("1\n2\n人工智能安全\n3\n", {More::line, More::line}), "1\n2\n?人工智能安全\n?3\n");
}

// On a screen of three rows of ten columns, and one for the question.
TEST_F(PagerTest, CutsWhatIsHigherThanTheScreen) {
  const std::string row = "人工智能安";
  const std::string line = row + row + row + row + row + "\n";
  EXPECT_EQ(written(line + "2\n3\n", {More::screen, More::screen}), row + row + row + "\n?" + row + row + "\n2\n?3\n");
  EXPECT_EQ(written("1\n" + line, {More::screen, More::screen}), "1\n?" + row + row + row + "\n?" + row + row + "\n");
  EXPECT_EQ(written("1\n" + line, {More::line, More::line, More::line, More::line, More::line}),
            "1\n?" + row + "\n?" + row + "\n?" + row + "\n?" + row + "\n?" + row + "\n");
  EXPECT_EQ(written(line, {More::rest}), row + row + row + "\n?" + row + row + "\n");
  EXPECT_EQ(written(line, {More::nothing}), row + row + row + "\n?");
  EXPECT_EQ(written("\x1b[1m" + line, {More::screen}), "\x1b[1m" + row + row + row + "\x1b[0m\n?\x1b[1m" + row + row + "\n");
  EXPECT_EQ(written("\x1b[1m人\x1b[0m" + line, {More::screen}), "\x1b[1m人\x1b[0m人工智能安人工智能安人工智能\n?安人工智能安人工智能安\n");
}

TEST_F(PagerTest, AsksNothing) {
  const std::string text = "1\n2\n3\n4\n5\n6\n7\n";
  EXPECT_EQ(written(text, {}, {4, 10}, false), text);
  EXPECT_EQ(written(text, {}, {0, 0}), text);
  EXPECT_EQ(written(text, {}, {1, 10}), text);
  EXPECT_EQ(written("", {}), "");
  EXPECT_EQ(written("no end", {}), "no end");
}

TEST_F(PagerTest, WhatIsStoppedIsNotWritten) {
  std::ostringstream out;
  Pager pager(
      *out.rdbuf(),
      [] {
        return ScreenSize{4, 10};
      },
      [] { return More::screen; }, stop_);
  std::ostream stream(&pager);
  pager.restart(true);
  stream << "1\n2" << std::flush << "2\n";
  stop_ = true;
  stream << "3\n4\n" << std::flush;
  EXPECT_EQ(out.str(), "1\n22\n");
  stop_ = false;
  pager.restart(true);
  stream << "5\n" << std::flush;
  EXPECT_EQ(out.str(), "1\n22\n5\n");
}

}  // namespace
}  // namespace jomun
