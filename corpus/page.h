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

#include <string_view>
#include <vector>

#include "corpus/lines.h"

namespace jomun {

// `lines` without the furniture of a web page, and with long lines in ideographic script taken apart where they were wrapped.
// Lines of ordinary text come back unchanged. Linear, thread-safe.
std::vector<Line> body_of_page(std::string_view text, std::vector<Line> lines);

}  // namespace jomun
