// Jomun: the weights of ranking by name.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string_view>

#include "searcher/ranking_weights.h"

namespace jomun {

struct NamedWeight {
  std::string_view name;
  double RankingWeights::*value;
  std::string_view what;
};
std::span<const NamedWeight> named_weights();

// Sets what "k1=1.5,early=1" names; the others stay. Throws std::invalid_argument, what() is "what is wrong; what to do": no such name, or
// not a number from 0 to 1000.
void set_weights(RankingWeights& weights, std::string_view settings);

}  // namespace jomun
