// Jomun tests: a derived text knows where its bytes came from.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/mapped_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace jomun {
namespace {

using Piece = MappedText::Piece;
constexpr std::size_t inserted = MappedText::inserted;

// "abXefg": ab, an inserted X for "cd", efg.
MappedText example() {
  MappedText text;
  text.append("abcdefg", 0, 2);
  text.insert("X");
  text.append("abcdefg", 4, 7);
  return text;
}

TEST(MappedText, OriginalOfASpan) {
  struct Row {
    Span derived, original;
  };
  for (const Row& row : std::initializer_list<Row>{
           {{0, 6}, {0, 7}},
           {{0, 2}, {0, 2}},
           {{1, 4}, {1, 5}},  // over the insertion
           {{3, 6}, {4, 7}},
           {{0, 3}, {0, 2}},  // an insertion at the edge is its nearest original byte
           {{2, 3}, {2, 2}},
           {{2, 4}, {2, 5}},
           {{0, 0}, {0, 0}},
           {{4, 4}, {5, 5}},
           {{6, 6}, {7, 7}},
       })
    EXPECT_EQ(example().original(row.derived), row.original) << row.derived.begin << ',' << row.derived.end;
}

TEST(MappedText, InsertionsAtTheEdgesOfTheText) {
  MappedText text;
  text.insert("<");
  text.append("abc", 1, 2);
  text.insert(">");
  EXPECT_EQ(text.text(), "<b>");
  EXPECT_EQ(text.original({0, 1}), (Span{1, 1}));
  EXPECT_EQ(text.original({0, 2}), (Span{1, 2}));
  EXPECT_EQ(text.original({2, 3}), (Span{2, 2}));
  EXPECT_EQ(text.original({0, 3}), (Span{1, 2}));
  MappedText only;
  only.insert("x");
  EXPECT_EQ(only.original({0, 1}), (Span{0, 0}));
  EXPECT_EQ(MappedText().original({0, 0}), (Span{0, 0}));
}

TEST(MappedText, PiecesThatContinueAreOne) {
  MappedText text;
  text.append("abcdef", 0, 2);
  text.append("abcdef", 2, 4);
  text.append("abcdef", 4, 4);
  text.insert("");
  EXPECT_EQ(text.pieces(), (std::vector<Piece>{{0, 0}}));
  text.insert("x");
  text.insert("y");
  text.append("abcdef", 4, 6);
  EXPECT_EQ(text.pieces(), (std::vector<Piece>{{0, 0}, {4, inserted}, {6, 4}}));
  EXPECT_EQ(MappedText::identity("ab").pieces(), (std::vector<Piece>{{0, 0}}));
  EXPECT_TRUE(MappedText::identity("").pieces().empty());
}

TEST(MappedText, TwoStepsAreOne) {
  MappedText second;
  const MappedText first = example();
  second.append(first, 1, 4);
  second.append(first, 5, 6);
  EXPECT_EQ(second.text(), "bXeg");
  EXPECT_EQ(second.original({0, 4}), (Span{1, 7}));
  EXPECT_EQ(second.original({3, 4}), (Span{6, 7}));
  second.append(first, 6, 6);
  EXPECT_EQ(second.text(), "bXeg");
}

TEST(MappedText, FromPieces) {
  const MappedText text = example(), copy = MappedText::from_pieces(text.text(), text.pieces());
  EXPECT_EQ(copy.text(), text.text());
  EXPECT_EQ(copy.pieces(), text.pieces());
  EXPECT_EQ(MappedText::from_pieces("", {}).text(), "");
  constexpr std::size_t huge = std::numeric_limits<std::size_t>::max() - 1;
  for (const auto& [bytes, pieces] : std::initializer_list<std::pair<const char*, std::vector<Piece>>>{
           {"abc", {}},
           {"", {{0, 0}}},
           {"abc", {{1, 0}}},
           {"abc", {{0, 0}, {3, 3}}},          // an empty piece
           {"abc", {{0, 0}, {2, 1}}},          // goes back in the original
           {"abc", {{0, 0}, {2, 5}, {1, 9}}},  // goes back in the text
           {"abc", {{0, huge}}},               // beyond any original
           {"abc", {{0, huge}, {2, 0}}},
       })
    EXPECT_THROW(MappedText::from_pieces(bytes, pieces), std::invalid_argument) << bytes << pieces.size();
}

// A derived text and, for each of its bytes, the offset it was copied from.
struct Model {
  MappedText text;
  std::vector<std::optional<std::size_t>> offsets;
};

Model arbitrary_model(const std::string& original) {
  Model model;
  std::size_t at = 0;
  while (at < original.size()) {
    const std::size_t begin = at + *rc::gen::inRange<std::size_t>(0, 3);
    const std::size_t end = std::min(original.size(), begin + *rc::gen::inRange<std::size_t>(0, 5));
    if (begin > end) break;
    model.text.append(original, begin, end);
    for (std::size_t i = begin; i < end; ++i) model.offsets.emplace_back(i);
    if (*rc::gen::inRange(0, 3) == 0) {
      model.text.insert("+");
      model.offsets.emplace_back(std::nullopt);
    }
    at = std::max(end, at + 1);
    if (at < end) break;
  }
  return model;
}

void check_model(const MappedText& text, const std::vector<std::optional<std::size_t>>& offsets, const std::string& original) {
  RC_ASSERT(text.text().size() == offsets.size());
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    const Span source = text.original({i, i + 1});
    if (offsets[i]) {
      RC_ASSERT(source == (Span{*offsets[i], *offsets[i] + 1}));
      RC_ASSERT(original[source.begin] == text.text()[i]);
    } else {
      RC_ASSERT(source.begin == source.end);
    }
  }
  // A span covers each copied byte in it, and never inverts.
  for (std::size_t begin = 0; begin <= offsets.size(); ++begin)
    for (std::size_t end = begin; end <= offsets.size(); ++end) {
      const Span span = text.original({begin, end});
      RC_ASSERT(span.begin <= span.end && span.end <= original.size());
      for (std::size_t i = begin; i < end; ++i)
        if (offsets[i]) RC_ASSERT(span.begin <= *offsets[i] && *offsets[i] < span.end);
    }
}

RC_GTEST_PROP(MappedText, KnowsEachByte, (const std::string& original)) {
  const Model model = arbitrary_model(original);
  check_model(model.text, model.offsets, original);
  const MappedText stored = MappedText::from_pieces(model.text.text(), model.text.pieces());
  RC_ASSERT(stored.pieces() == model.text.pieces());
}

RC_GTEST_PROP(MappedText, KnowsEachByteAfterTwoSteps, (const std::string& original)) {
  const Model first = arbitrary_model(original);
  const Model choice = arbitrary_model(first.text.text());
  MappedText second;
  std::vector<std::optional<std::size_t>> offsets;
  for (std::size_t i = 0; i < choice.offsets.size(); ++i) {
    if (choice.offsets[i]) {
      second.append(first.text, *choice.offsets[i], *choice.offsets[i] + 1);
      offsets.push_back(first.offsets[*choice.offsets[i]]);
    } else {
      second.insert("-");
      offsets.emplace_back(std::nullopt);
    }
  }
  check_model(second, offsets, original);
}

}  // namespace
}  // namespace jomun
