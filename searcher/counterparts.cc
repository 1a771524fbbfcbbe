// Jomun: which clauses of two versions of a work are the same clause.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/counterparts.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>
#include <numeric>
#include <span>
#include <unordered_map>
#include <utility>

#include "searcher/alignment.h"
#include "searcher/clause_words.h"
#include "searcher/text_analysis.h"

namespace jomun {
namespace {

constexpr int rounds = 3;
constexpr std::size_t nowhere = Names::nowhere;

// How often something was seen of how many times, as if it had been seen once in two times before.
struct Share {
  double seen = 1, times = 2;
  double value() const { return std::clamp(seen / times, 0.01, 0.99); }
};

// What the words of one version tell of the clauses of the other.
class WordEvidence {
 public:
  explicit WordEvidence(ClauseWords words) : words_(std::move(words)) { weigh(0.5); }

  void weigh(double recall) {
    missing_ = static_cast<float>(std::log1p(-recall));
    gains_.clear();
    for (const ClauseWords::Word& word : words_.words) {
      const double either = 1 - (1 - word.chance) * (1 - word.chance);  // of two clauses
      gains_.push_back({gain(word.chance, recall), gain(either, recall)});
    }
  }

  // The words of a clause, or of it and the next.
  std::span<const std::uint32_t> of(std::size_t clause) const { return words_.clauses[clause]; }
  std::vector<std::uint32_t> of_two(std::size_t clause) const {
    std::vector<std::uint32_t> both;
    const auto &one = words_.clauses[clause], &next = words_.clauses[clause + 1];
    std::set_union(one.begin(), one.end(), next.begin(), next.end(), std::back_inserter(both));
    return both;
  }

  // Evidence for clauses [first, first + single.size()) of the other version, and for each of them with the next.
  void add_up(std::span<const std::uint32_t> words, std::size_t first, std::vector<float>& single, std::vector<float>& two) const {
    const float nothing = missing_ * static_cast<float>(words.size());
    std::fill(single.begin(), single.end(), nothing);
    std::fill(two.begin(), two.end(), nothing);
    for (const std::uint32_t number : words) {
      const Places places = places_in(number, first, first + single.size());
      const auto [one_gain, two_gain] = gains_[number];
      for (std::size_t i = 0; i < places.size(); ++i) {
        const std::size_t at = places[i].clause - first;
        single[at] += one_gain * places[i].weight;
        two[at] += two_gain * places[i].weight;
        if (at == 0) continue;
        const float before = i > 0 && places[i - 1].clause + 1 == places[i].clause ? places[i - 1].weight : 0;
        two[at - 1] += two_gain * std::max(0.0F, places[i].weight - before);
      }
    }
  }

  // What a pair of counterparts tells of the recall, by how likely they are.
  void learn(std::size_t clause, std::size_t other, double weight, Share& recall) const {
    for (const std::uint32_t number : of(clause)) {
      const Places places = places_in(number, other, other + 1);
      recall.seen += weight * ((places.empty() ? 0 : places.front().weight) - words_.words[number].chance);
      recall.times += weight * (1 - words_.words[number].chance);
    }
  }

 private:
  using Places = std::span<const ClauseWords::Place>;
  struct Gain {
    float one, two;
  };

  float gain(double chance, double recall) const { return static_cast<float>(std::log1p(recall * (1 - chance) / chance)) - missing_; }

  Places places_in(std::uint32_t word, std::size_t first, std::size_t last) const {
    const std::vector<ClauseWords::Place>& all = words_.words[word].places;
    const auto before = [](const ClauseWords::Place& place, std::size_t clause) { return place.clause < clause; };
    const auto begin = std::lower_bound(all.begin(), all.end(), first, before);
    return {begin, std::lower_bound(begin, all.end(), last, before)};
  }

  ClauseWords words_;
  float missing_ = 0;
  std::vector<Gain> gains_;  // of a word that is there, against one that is missing
};

// Where the address of each clause stands in the other version.
std::vector<std::size_t> places_of_addresses(const std::vector<VersionClause>& clauses, const std::vector<VersionClause>& other) {
  std::unordered_map<std::string_view, std::size_t> by_address;
  for (std::size_t i = 0; i < other.size(); ++i)
    if (!other[i].address.empty()) by_address.try_emplace(other[i].address, i);
  std::vector<std::size_t> places;
  for (const VersionClause& clause : clauses) {
    const auto found = by_address.find(clause.address);
    places.push_back(found == by_address.end() ? nowhere : found->second);
  }
  return places;
}

class Comparison {
 public:
  Comparison(const std::vector<VersionClause>& left, const std::vector<VersionClause>& right, WordEvidence left_words,
             WordEvidence right_words)
      : left_(left.size()),
        right_(right.size()),
        left_words_(std::move(left_words)),
        right_words_(std::move(right_words)),
        names_{places_of_addresses(left, right), places_of_addresses(right, left)} {
    names_.chance = 1 / (static_cast<double>(std::max(left_, right_)) + 1);
  }

  std::vector<AlignedPair> run() {
    const Band band = choose_band();
    BlockShares shares = usual_shares;
    for (int round = 0;; ++round) {
      std::vector<Fit> fits(band.size());
      add_words_of_left(band, fits);
      add_words_of_right(band, fits);
      Alignment alignment = align(band, fits, names_, shares);
      if (round == rounds) {
        const double related = 1 / (1 + std::exp(evidence_of_lengths(band, shares) - alignment.evidence));
        for (AlignedPair& pair : alignment.pairs) pair.confidence = std::max(pair.confidence * related, std::numeric_limits<double>::min());
        return std::move(alignment.pairs);
      }
      Share left_recall, right_recall;
      for (const AlignedPair& pair : alignment.pairs) {
        if (pair.block != Block::one_one) continue;
        left_words_.learn(pair.left, pair.right, pair.confidence, left_recall);
        right_words_.learn(pair.right, pair.left, pair.confidence, right_recall);
      }
      left_words_.weigh(left_recall.value());
      right_words_.weigh(right_recall.value());
      shares = learnt(alignment.blocks);
    }
  }

 private:
  Band choose_band() const {
    if (left_ * right_ <= max_pairs) return {left_, right_};
    return {left_, right_, anchors(), pairs_margin};
  }

  // Clauses that fit each other better than any other, as many as do not cross.
  std::vector<Band::Anchor> anchors() const {
    const std::vector<std::size_t> best = best_of(left_words_, left_, right_), back = best_of(right_words_, right_, left_);
    std::vector<Band::Anchor> mutual;
    for (std::size_t i = 0; i < left_; ++i)
      if (best[i] != nowhere && back[best[i]] == i) mutual.push_back({i, best[i]});
    // The longest ascending row of them: by its length, the one that ends lowest; and where each came from.
    std::vector<std::size_t> lowest, before(mutual.size(), nowhere);
    for (std::size_t i = 0; i < mutual.size(); ++i) {
      const auto at = std::lower_bound(lowest.begin(), lowest.end(), mutual[i].right,
                                       [&](std::size_t one, std::size_t right) { return mutual[one].right < right; });
      if (at != lowest.begin()) before[i] = *std::prev(at);
      if (at == lowest.end())
        lowest.push_back(i);
      else
        *at = i;
    }
    std::vector<Band::Anchor> row;
    for (std::size_t i = lowest.empty() ? nowhere : lowest.back(); i != nowhere; i = before[i]) row.push_back(mutual[i]);
    std::reverse(row.begin(), row.end());
    return row;
  }

  static std::vector<std::size_t> best_of(const WordEvidence& words, std::size_t clauses, std::size_t others) {
    std::vector<std::size_t> best;
    std::vector<float> single(others), two(others);
    for (std::size_t i = 0; i < clauses; ++i) {
      words.add_up(words.of(i), 0, single, two);
      const auto most = std::max_element(single.begin(), single.end());
      best.push_back(*most > 0 ? static_cast<std::size_t>(most - single.begin()) : nowhere);
    }
    return best;
  }

  void add_words_of_left(const Band& band, std::vector<Fit>& fits) const {
    std::vector<float> single, two;
    for (std::size_t i = 0; i < left_; ++i) {
      const auto [first, last] = band.row(i);
      const std::size_t end = std::min(last + 1, right_);
      single.resize(end - std::min(first, end));
      two.resize(single.size());
      left_words_.add_up(left_words_.of(i), first, single, two);
      for (std::size_t j = first; j < end; ++j) {
        fits[band.at(i, j)].one_one += single[j - first] / 2;
        fits[band.at(i, j)].one_two += two[j - first] / 2;
      }
      if (i + 1 == left_) continue;
      left_words_.add_up(left_words_.of_two(i), first, single, two);
      for (std::size_t j = first; j < end; ++j) fits[band.at(i, j)].two_one += single[j - first] / 2;
    }
  }

  void add_words_of_right(const Band& band, std::vector<Fit>& fits) const {
    std::vector<float> single, two;
    std::size_t first = 0, end = 0;  // rows of the band that have column j
    for (std::size_t j = 0; j < right_; ++j) {
      while (band.row(first).last < j) ++first;
      end = std::max(end, first);
      while (end < left_ && band.row(end).first <= j) ++end;
      single.resize(end - std::min(first, end));
      two.resize(single.size());
      right_words_.add_up(right_words_.of(j), first, single, two);
      for (std::size_t i = first; i < end; ++i) {
        fits[band.at(i, j)].one_one += single[i - first] / 2;
        fits[band.at(i, j)].two_one += two[i - first] / 2;
      }
      if (j + 1 == right_) continue;
      right_words_.add_up(right_words_.of_two(j), first, single, two);
      for (std::size_t i = first; i < end; ++i) fits[band.at(i, j)].one_two += single[i - first] / 2;
    }
  }

  // How likely the readings are when nothing is known of the clauses but how many they are.
  double evidence_of_lengths(const Band& band, const BlockShares& shares) const {
    Names names;
    names.left.assign(left_, nowhere);
    names.right.assign(right_, nowhere);
    return align(band, std::vector<Fit>(band.size()), names, shares).evidence;
  }

  // The usual shares weigh as if so many blocks had been seen that each version had one clause more.
  static BlockShares learnt(const BlockShares& blocks) {
    const double before = 1 / usual_shares[static_cast<std::size_t>(Block::one_none)];
    const double all = before + std::accumulate(blocks.begin(), blocks.end(), 0.0);
    BlockShares shares;
    for (std::size_t i = 0; i < shares.size(); ++i) shares[i] = (blocks[i] + before * usual_shares[i]) / all;
    return shares;
  }

  std::size_t left_, right_;
  WordEvidence left_words_, right_words_;
  Names names_;
};

}  // namespace

std::vector<Counterparts> find_counterparts(const std::vector<VersionClause>& left, const std::vector<VersionClause>& right,
                                            Tokenizer& tokenizer, const LexiconIndex* lexicon) {
  const auto analysed = [&](const std::vector<VersionClause>& version) {
    std::vector<std::vector<Cell>> clauses;
    for (const VersionClause& clause : version) clauses.push_back(analyse(tokenizer, clause.text));
    return clauses;
  };
  const std::vector<std::vector<Cell>> left_cells = analysed(left), right_cells = analysed(right);
  Comparison comparison(left, right, WordEvidence(find_words(left_cells, ClauseTerms(right_cells), tokenizer, lexicon)),
                        WordEvidence(find_words(right_cells, ClauseTerms(left_cells), tokenizer, lexicon)));
  std::vector<Counterparts> counterparts;
  for (const AlignedPair& pair : comparison.run()) {
    const std::string_view address = left[pair.left].address;
    counterparts.push_back({pair.left, pair.right, pair.confidence, !address.empty() && address == right[pair.right].address});
  }
  return counterparts;
}

}  // namespace jomun
