// Jomun: the weights of ranking by name.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/weight_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <stdexcept>

namespace jomun {
namespace {

constexpr NamedWeight all_weights[] = {
    {"k1", &RankingWeights::k1, "how soon more occurrences of a word tell no more (BM25)"},
    {"b", &RankingWeights::b, "how much the length of a clause counts, 0 to 1 (BM25)"},
    {"coverage", &RankingWeights::coverage, "share of the score that depends on how many of the words are met"},
    {"heading", &RankingWeights::heading, "of a word in a title or heading, in occurrences"},
    {"negated", &RankingWeights::negated, "of a word that stands only negated"},
    {"early", &RankingWeights::early, "what an occurrence gains at the beginning of a clause"},
    {"early-positions", &RankingWeights::early_positions, "where it gains half of that, in characters or words; not 0"},
    {"context", &RankingWeights::context, "of the three best clauses of the same text"},
    {"modality", &RankingWeights::modality, "what a clause gains that says must, must not, may or should as the query does"},
    {"lexicon", &RankingWeights::lexicon, "of a form from the lexicon against the user's own"},
    {"synonym", &RankingWeights::synonym, "of one in the script of the user's own word, who might have written it"},
    {"part", &RankingWeights::part, "of a concept inside a larger one (AI in AI safety), per level"},
    {"covered", &RankingWeights::covered, "of a bigram or character inside a concept, besides the concept: keeps exact wording ahead"},
    {"crossing", &RankingWeights::crossing, "of a bigram between two words"},
    {"beside", &RankingWeights::beside, "of a bigram between a concept and what stands beside it without a space"},
    {"function", &RankingWeights::function, "of a bigram with a function character"},
    {"character", &RankingWeights::character, "of a single character: evidence beside the bigrams, tempered by its own low idf"},
    {"phrase", &RankingWeights::phrase, "of all words of a query as a phrase, besides its parts"},
    {"particle", &RankingWeights::particle, "of a bigram with a Korean particle"},
};

}  // namespace

std::span<const NamedWeight> named_weights() { return all_weights; }

void set_weights(RankingWeights& weights, std::string_view settings) {
  while (!settings.empty()) {
    const std::string_view setting = settings.substr(0, settings.find(','));
    settings.remove_prefix(std::min(settings.size(), setting.size() + 1));
    const std::size_t equals = setting.find('=');
    const std::string_view name = setting.substr(0, equals);
    const auto weight = std::find_if(std::begin(all_weights), std::end(all_weights), [&](const NamedWeight& w) { return w.name == name; });
    if (weight == std::end(all_weights)) {
      std::string known;
      for (const NamedWeight& one : all_weights) known += fmt::format("{}{}", known.empty() ? "" : ", ", one.name);
      throw std::invalid_argument(fmt::format("{} is no weight; there are {}", name, known));
    }
    constexpr double largest = 1000;
    const std::string_view text = equals == std::string_view::npos ? "" : setting.substr(equals + 1);
    double value = -1;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool nonzero = weight->value == &RankingWeights::early_positions;
    if (failed != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= largest) || (nonzero && value == 0))
      throw std::invalid_argument(
          fmt::format("the weight {} is \"{}\"; give a number from 0 to {}{}", name, text, largest, nonzero ? ", but 0" : ""));
    weights.*(weight->value) = value;
  }
}

}  // namespace jomun
