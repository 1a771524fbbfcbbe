// Jomun: the steps of a tokenizer that can be measured by themselves.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "benchmarks/contenders.h"

namespace jomun {

// Group "filter". What a filter needs to get at its input is in its time; beside it stands the same without the filter:
//   decode             every code point of the text is read; tokens are code points
//   fold               and folded, fold(), into another text; where only ICU can tell, the code point stays as it is
//   hangul-words       every code point is read, and syllables that stand together are collected; tokens are words of more than two of
//                      them, which are those that the default tokenizer looks at for an ending
//   hangul-endings     and ending_length() is asked about each
//   strip-annotations  strip_annotations(): a text without its annotations; tokens are its pieces
std::vector<ContenderEntry> filters();

}  // namespace jomun
