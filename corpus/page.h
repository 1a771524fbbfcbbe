// Jomun: the body of a scraped web page.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A page copied as text carries its menus, link marks and footer along, often as one line thousands of characters long in which the
// body is hard-wrapped by single spaces. The body is told by its density: runs of text between white space that are long and have
// sentence punctuation weigh for it, short ones without and link marks ([W020220113], •, >) against it, and the body is the stretch
// of runs with the greatest sum. Text around it is dropped only where there is much of it, marked as links, and hardly a sentence
// in it; when in doubt everything stays. No word of any site is known here.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/lines.h"

namespace jomun {

// What a page prints directly above its body, between menus and text: 全球人工智能治理倡议 2023-10-20 15:12 【中大小】 打印
struct PageHead {
  std::string title, date;  // empty: not found
};

// `lines` without the furniture of a web page, and with long lines in ideographic script taken apart where they were wrapped.
// Lines of ordinary text come back unchanged. `head`: what was left out above the body. Linear, thread-safe.
std::vector<Line> body_of_page(std::string_view text, std::vector<Line> lines, PageHead& head);

}  // namespace jomun
