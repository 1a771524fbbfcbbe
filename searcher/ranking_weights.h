// Jomun: the numbers that ranking depends on.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace jomun {

// Each is explained in searcher/weight_options.cc. scripts/tune tries others on test collections; benchmarks/README.md has its figures.
struct RankingWeights {
  // What an occurrence tells; see ranker.h.
  double k1 = 1.2, b = 0.95, coverage = 0.6, heading = 0.5, negated = 0.5, early = 2, early_positions = 20, context = 0.3, modality = 0.1;
  // What a part of the query counts; see query_plan.h.
  double lexicon = 0.9, synonym = 0.5, part = 0.5, covered = 0.3, crossing = 0.3, beside = 0.9, function = 0.5, character = 1, phrase = 0.5,
         particle = 0.1;
};

}  // namespace jomun
