// Jomun tests: files are handed over in their order, however many threads read them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/ordered_reader.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

#include "corpus/formats/extracted_text.h"

namespace jomun {
namespace {

std::vector<Version> named(std::size_t index) {
  Version version;
  version.metadata.work = std::to_string(index);
  return {version};
}

class OrderedReaderOn : public ::testing::TestWithParam<std::size_t> {};

TEST_P(OrderedReaderOn, ThreadsKeepsTheOrder) {
  constexpr std::size_t files = 200;
  std::atomic<std::size_t> reads = 0;
  OrderedReader<std::vector<Version>> reader(files, GetParam(), [&](std::size_t index) {
    ++reads;
    // The first of each ten is the slowest.
    if (index % 10 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return named(index);
  });
  for (std::size_t i = 0; i < files; ++i) EXPECT_EQ(reader.next().value.at(0).metadata.work, std::to_string(i));
  EXPECT_EQ(reads, files);
}

TEST_P(OrderedReaderOn, ThreadsReportsProblemsInTheirPlace) {
  OrderedReader<std::vector<Version>> reader(5, GetParam(), [](std::size_t index) {
    if (index == 2) throw UnreadableFile("is bad; repair it");
    if (index == 3) throw std::length_error("too long");
    return named(index);
  });
  EXPECT_EQ(reader.next().problem, "");
  EXPECT_EQ(reader.next().problem, "");
  EXPECT_EQ(reader.next().problem, "is bad; repair it");
  EXPECT_THROW(reader.next(), std::length_error);
  EXPECT_EQ(reader.next().value.at(0).metadata.work, "4");
}

TEST_P(OrderedReaderOn, ThreadsReadsOnlySoFarAhead) {
  const std::size_t threads = GetParam();
  std::atomic<std::size_t> reads = 0;
  {
    OrderedReader<std::vector<Version>> reader(1000, threads, [&](std::size_t index) {
      ++reads;
      return named(index);
    });
    for (int i = 0; i < 3; ++i) reader.next();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_LE(reads, 3 + OrderedReader<std::vector<Version>>::window * threads);
  }
  EXPECT_LE(reads, 3 + OrderedReader<std::vector<Version>>::window * threads);  // the rest is never read
}

// What is held costs no more than it may, but for one that is larger than all.
TEST_P(OrderedReaderOn, ThreadsHoldNoMoreThanTheyMay) {
  constexpr std::size_t files = 60, most = 10;
  const auto cost = [](std::size_t index) { return index % 20 == 7 ? std::size_t{25} : std::size_t{4}; };
  std::atomic<std::size_t> held = 0, largest = 0;
  OrderedReader<std::vector<Version>> reader(files, GetParam(),
                                             [&](std::size_t index) {
                                               const std::size_t now = held += cost(index);
                                               std::size_t before = largest;
                                               while (before < now && !largest.compare_exchange_weak(before, now)) {
                                               }
                                               return named(index);
                                             },
                                             {cost, most});
  for (std::size_t i = 0; i < files; ++i) {
    EXPECT_EQ(reader.next().value.at(0).metadata.work, std::to_string(i));
    held -= cost(i);
  }
  // One more may have begun between next() and the line behind it.
  EXPECT_LE(largest, 25U + 25U);
  EXPECT_EQ(held, 0U);
}

TEST_P(OrderedReaderOn, ThreadsOfNothing) { OrderedReader<std::vector<Version>> reader(0, GetParam(), named); }

INSTANTIATE_TEST_SUITE_P(Some, OrderedReaderOn, ::testing::Values(1, 2, 7));

}  // namespace
}  // namespace jomun
