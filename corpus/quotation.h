// Jomun: the provisions an amending article quotes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/labels.h"

namespace jomun {

// Tells quoted articles from those that quote where no quotation marks do: "제7조를 다음과 같이 한다." announces that what follows is the
// new text of article 7 of another statute. It lasts until an article comes that continues the numbers of the quoting ones.
// Copyable; not thread-safe while being written.
class Quotation {
 public:
  // A paragraph of the article that may quote.
  void read(std::string_view paragraph);
  // Whether an article with `label` is quoted. `is_next`: its number continues those of the quoting articles.
  bool takes(const Label& label, bool is_next);
  void end() { *this = {}; }

 private:
  bool open_ = false;
  std::vector<std::string> numbers_;  // announced, and not quoted yet
};

}  // namespace jomun
