// Jomun: the readings of <ruby> as annotations in the text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>

#include "corpus/formats/html_tree.h"

namespace jomun {

// The text of a ruby element with its readings: ｜漢字《かんじ》 for kana, 人(rén) for others; marks of emphasis, ・ or ﹅ over each
// character, are left out. Several bases before as many readings are read one by one. REQUIRES: nodes()[ruby].tag is ruby.
std::string html_ruby(const HtmlTree& tree, std::size_t ruby);

}  // namespace jomun
