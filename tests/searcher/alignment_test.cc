// Jomun tests: two sequences side by side, in order.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/alignment.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace jomun {
namespace {

std::vector<std::string> items_of(const std::string& text) {
  std::vector<std::string> items;
  std::istringstream in(text);
  for (std::string item; in >> item;) items.push_back(item);
  return items;
}

// Letters are what items say: two that share a letter fit, by each letter that one of them has alone they do not.
float fit_of(const std::string& left, const std::string& right) {
  float fit = 0;
  for (const char c : left) fit += right.find(c) != std::string::npos ? 3.0F : -3.0F;
  for (const char c : right) fit += left.find(c) != std::string::npos ? 3.0F : -3.0F;
  return fit;
}

std::vector<Fit> fits_of(const Band& band, const std::vector<std::string>& left, const std::vector<std::string>& right) {
  std::vector<Fit> fits(band.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = band.row(i).first; j <= band.row(i).last && j < right.size(); ++j) {
      Fit& fit = fits[band.at(i, j)];
      fit.one_one = fit_of(left[i], right[j]);
      if (i + 1 < left.size()) fit.two_one = fit_of(left[i] + left[i + 1], right[j]);
      if (j + 1 < right.size()) fit.one_two = fit_of(left[i], right[j] + right[j + 1]);
    }
  }
  return fits;
}

// Items without names.
Names nameless(std::size_t left, std::size_t right) {
  Names names;
  names.left.assign(left, Names::nowhere);
  names.right.assign(right, Names::nowhere);
  return names;
}

// Each item named by a word, "-" for none.
Names names_of(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  const auto places = [](const std::vector<std::string>& items, const std::vector<std::string>& other) {
    std::vector<std::size_t> result;
    for (const std::string& item : items) {
      const auto found = std::find(other.begin(), other.end(), item);
      result.push_back(item == "-" || found == other.end() ? Names::nowhere : static_cast<std::size_t>(found - other.begin()));
    }
    return result;
  };
  Names names;
  names.left = places(left, right);
  names.right = places(right, left);
  names.chance = 1 / (static_cast<double>(std::max(left.size(), right.size())) + 1);
  return names;
}

std::string pairs_of(const Alignment& alignment) {
  std::string text;
  for (const AlignedPair& pair : alignment.pairs) text += fmt::format("{}{}-{}", text.empty() ? "" : " ", pair.left, pair.right);
  return text;
}

TEST(Alignment, Table) {
  struct Row {
    const char *left, *right, *pairs;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"", "", ""},
           {"a", "", ""},
           {"", "a", ""},
           {"ab cd ef", "ab cd ef", "0-0 1-1 2-2"},
           {"ab cd ef", "xy ab cd ef", "0-1 1-2 2-3"},
           {"ab cd ef", "ab xy vw cd ef", "0-0 1-3 2-4"},
           {"ab cd ef", "ab ef", "0-0 2-1"},
           {"ab cd ef gh", "ab cdef gh", "0-0 1-1 2-1 3-2"},
           {"ab cdef gh", "ab cd ef gh", "0-0 1-1 1-2 2-3"},
           {"ab cd ef", "ux vy wz", ""},
           // what changed places cannot be had twice: the longer part stays
           {"ab cd ef gh", "gh ab cd ef", "0-1 1-2 2-3"},
       }) {
    const std::vector<std::string> left = items_of(row.left), right = items_of(row.right);
    const Band band(left.size(), right.size());
    const Alignment alignment = align(band, fits_of(band, left, right), nameless(left.size(), right.size()));
    EXPECT_EQ(pairs_of(alignment), row.pairs) << row.left << " / " << row.right;
    for (const AlignedPair& pair : alignment.pairs) EXPECT_GT(pair.confidence, 0.9);
  }
}

TEST(Alignment, Names) {
  struct Row {
    const char *left, *right, *left_names, *right_names, *pairs;
  };
  for (const Row& row : std::initializer_list<Row>{
           // nothing is said: names decide
           {". . .", ". . .", "1 2 3", "1 2 3", "0-0 1-1 2-2"},
           {". . . .", ". . .", "1 2 3 4", "1 3 4", "0-0 2-1 3-2"},
           {". . .", ". . . .", "2 3 4", "1 2 3 4", "0-1 1-2 2-3"},
           // what is said decides against them: a preamble was numbered, an article put in
           {"ab cd ef", "xy ab cd ef", "1 2 3", "1 2 3 4", "0-1 1-2 2-3"},
           {"ab cd ef gh", "ab xy cd ef gh", "1 2 3 4", "1 2 3 4 5", "0-0 1-2 2-3 3-4"},
           // and for some of them only
           {"ab cd ef gh", "ab ef gh", "1 2 3 a", "1 2 a", "0-0 2-1 3-2"},
           // a name that does not fit at all is not believed
           {"ab", "xy", "1", "1", ""},
       }) {
    std::vector<std::string> left = items_of(row.left), right = items_of(row.right);
    for (std::vector<std::string>* items : {&left, &right})
      for (std::string& item : *items)
        if (item == ".") item.clear();
    const Band band(left.size(), right.size());
    const Alignment alignment = align(band, fits_of(band, left, right), names_of(items_of(row.left_names), items_of(row.right_names)));
    EXPECT_EQ(pairs_of(alignment), row.pairs) << row.left << " / " << row.right;
  }
}

TEST(Alignment, ConfidenceIsSharedByWhatFitsAlike) {
  // One of two equal items is the counterpart: nothing tells which.
  const std::vector<std::string> left = {"ab"}, right = {"ab", "ab"};
  const Band band(1, 2);
  const Alignment alignment = align(band, fits_of(band, left, right), nameless(1, 2), {0.9, 0.05, 0.05, 0, 0});
  ASSERT_EQ(alignment.pairs.size(), 1U);
  EXPECT_NEAR(alignment.pairs.front().confidence, 0.5, 0.01);
}

// Every reading of a small pair of sequences, one after the other.
class AllReadings {
 public:
  AllReadings(const Band& band, const std::vector<Fit>& fits, const Names& names, const BlockShares& shares)
      : band_(band), fits_(fits), names_(names), shares_(shares) {
    for (const bool named : {false, true}) go(0, 0, named, 0, 1);
  }

  double confidence(std::size_t left, std::size_t right) const {
    const auto found = sums_.find({left, right});
    return found == sums_.end() ? 0 : found->second / total_;
  }

 private:
  using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

  void go(std::size_t i, std::size_t j, bool named, std::size_t depth, double probability) {
    if (i == band_.left() && j == band_.right()) {
      total_ += probability;
      for (const auto& pair : pairs_) sums_[pair] += probability;
      return;
    }
    const Fit& fit = fits_[band_.at(i, j)];
    const std::size_t lefts[] = {1, 1, 0, 2, 1}, rights[] = {1, 0, 1, 1, 2};
    const double told[] = {fit.one_one, 0, 0, fit.two_one, fit.one_two};
    for (std::size_t k = 0; k < 5; ++k) {
      if (!band_.contains(i + lefts[k], j + rights[k])) continue;
      double p = probability * shares_[k] * std::exp(told[k]);
      if (named) p *= named_probability(i, i + lefts[k], j, j + rights[k]);
      if (p == 0) continue;
      const std::size_t size = pairs_.size();
      for (std::size_t left = i; left < i + lefts[k]; ++left)
        for (std::size_t right = j; right < j + rights[k]; ++right) pairs_.emplace_back(left, right);
      for (const bool next : {false, true})
        go(i + lefts[k], j + rights[k], next, depth + 1, p * (next == named ? 1 - names_.change : names_.change));
      pairs_.resize(size);
    }
  }

  double named_probability(std::size_t i, std::size_t left_end, std::size_t j, std::size_t right_end) const {
    bool news = false;
    for (std::size_t left = i; left < left_end; ++left) {
      const std::size_t place = names_.left[left];
      if (place == Names::nowhere) continue;
      if (place < j || place >= right_end) return 0;
      news |= left == 0 || place == 0 || names_.left[left - 1] != place - 1;
    }
    for (std::size_t right = j; right < right_end; ++right)
      if (const std::size_t place = names_.right[right]; place != Names::nowhere && (place < i || place >= left_end)) return 0;
    return news ? 1 / names_.chance : 1;
  }

  const Band& band_;
  const std::vector<Fit>& fits_;
  const Names& names_;
  const BlockShares& shares_;
  Pairs pairs_;
  double total_ = 0;
  std::map<std::pair<std::size_t, std::size_t>, double> sums_;
};

std::vector<Fit> any_fits(std::size_t size, int most) {
  std::vector<Fit> fits(size);
  for (Fit& fit : fits)
    for (float* value : {&fit.one_one, &fit.two_one, &fit.one_two}) *value = static_cast<float>(*rc::gen::inRange(-most, most + 1)) / 4;
  return fits;
}

Names any_names(std::size_t left, std::size_t right) {
  const auto any = [](std::size_t items) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < items; ++i) {
      std::string name = *rc::gen::elementOf(std::vector<std::string>{"-", "1", "2", "3", "4"});
      if (std::find(names.begin(), names.end(), name) != names.end()) name = "-";
      names.push_back(name);
    }
    return names;
  };
  return names_of(any(left), any(right));
}

RC_GTEST_PROP(Alignment, ConfidenceIsThatOverAllReadings, ()) {
  const std::size_t left = *rc::gen::inRange<std::size_t>(0, 4), right = *rc::gen::inRange<std::size_t>(0, 4);
  const Band band(left, right);
  const std::vector<Fit> fits = any_fits(band.size(), 20);
  const Names names = any_names(left, right);
  const AllReadings all(band, fits, names, usual_shares);
  for (const AlignedPair& pair : align(band, fits, names).pairs)
    RC_ASSERT(std::abs(pair.confidence - all.confidence(pair.left, pair.right)) < 1e-6);
}

// In order, never crossing; an item has one counterpart, or two that are neighbours, and then they have no other.
void check_order(const Alignment& alignment) {
  std::map<std::size_t, std::vector<std::size_t>> of_left, of_right;
  for (std::size_t i = 0; i < alignment.pairs.size(); ++i) {
    const AlignedPair& pair = alignment.pairs[i];
    RC_ASSERT(pair.confidence > 0 && pair.confidence <= 1);
    if (i > 0) {
      const AlignedPair& before = alignment.pairs[i - 1];
      RC_ASSERT(before.left <= pair.left && before.right <= pair.right);
      RC_ASSERT(before.left < pair.left || before.right < pair.right);
    }
    of_left[pair.left].push_back(pair.right);
    of_right[pair.right].push_back(pair.left);
  }
  for (auto* sides : {&of_left, &of_right}) {
    const auto& other = sides == &of_left ? of_right : of_left;
    for (const auto& [item, counterparts] : *sides) {
      RC_ASSERT(counterparts.size() <= 2U);
      if (counterparts.size() == 1) continue;
      RC_ASSERT(counterparts[0] + 1 == counterparts[1]);
      for (const std::size_t counterpart : counterparts) RC_ASSERT(other.at(counterpart).size() == 1U);
    }
  }
}

RC_GTEST_PROP(Alignment, IsInOrder, ()) {
  const std::size_t left = *rc::gen::inRange<std::size_t>(0, 12), right = *rc::gen::inRange<std::size_t>(0, 12);
  const Band band(left, right);
  check_order(align(band, any_fits(band.size(), 200), any_names(left, right)));
}

std::vector<Band::Anchor> any_anchors(std::size_t left, std::size_t right) {
  std::vector<Band::Anchor> anchors;
  for (std::size_t i = 0, j = 0; i < left && j < right; ++i, ++j) {
    i += *rc::gen::inRange<std::size_t>(0, 5);
    j += *rc::gen::inRange<std::size_t>(0, 5);
    if (i < left && j < right) anchors.push_back({i, j});
  }
  return anchors;
}

RC_GTEST_PROP(Bands, HaveTheirAnchorsAndAlwaysAWay, ()) {
  const std::size_t left = *rc::gen::inRange<std::size_t>(0, 20), right = *rc::gen::inRange<std::size_t>(0, 20);
  const std::vector<Band::Anchor> anchors = any_anchors(left, right);
  const std::size_t margin = *rc::gen::inRange<std::size_t>(0, 3);
  const Band band(left, right, anchors, margin);
  RC_ASSERT(band.left() == left && band.right() == right && band.row(0).first == 0U);
  for (const Band::Anchor& anchor : anchors) RC_ASSERT(band.contains(anchor.left, anchor.right));
  for (std::size_t i = 1; i <= left; ++i) {
    RC_ASSERT(band.row(i - 1).first <= band.row(i).first && band.row(i - 1).last <= band.row(i).last);
    RC_ASSERT(band.row(i).first <= band.row(i - 1).last);
  }
  RC_ASSERT(band.size() <= (left + 1) * (2 * margin + 1) + right + 1);
  check_order(align(band, any_fits(band.size(), 200), nameless(left, right)));
}

}  // namespace
}  // namespace jomun
