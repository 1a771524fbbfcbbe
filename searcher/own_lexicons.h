// Jomun: the user's own lexicons.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "corpus/lexicon.h"

namespace jomun {

// The concepts of these files and of those in the user's folder, $XDG_CONFIG_HOME/jomun/lexicons or ~/.config/jomun/lexicons, in order
// of names. What is wrong with a line is reported, and the rest is used. Throws UsageError for a named file that is no lexicon.
std::vector<Concept> read_own_lexicons(const std::vector<std::string>& files, std::ostream& error);

struct LoadedLexicon {
  std::string file;  // empty: the one that comes with Jomun
  std::size_t concepts = 0;
};
// All that a search uses: the shipped one, those in the user's folder and `files`. Of what is wrong with them nothing is said.
std::vector<LoadedLexicon> list_lexicons(const std::vector<std::string>& files);

// Reports what is wrong or ambiguous in a lexicon, line by line, to `out`. True: nothing. Throws UsageError.
bool check_lexicon(const std::string& file, std::ostream& out);

}  // namespace jomun
