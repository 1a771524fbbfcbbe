// Jomun: the numbers a browser shows before the items of a list.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/formats/html_tree.h"

namespace jomun {

// One list while its items are passed in order.
class HtmlList {
 public:
  // REQUIRES: `list` is an ordered or unordered list of the tree, which outlives this.
  HtmlList(const HtmlTree& tree, std::size_t list);

  // What stands before the next item: "1. ", "• ", or nothing.
  std::string next_marker(std::size_t item);

 private:
  const HtmlTree& tree_;
  bool ordered_;
  std::string style_;  // as CSS names it
  long long next_ = 1;
  long long step_ = 1;
};

}  // namespace jomun
