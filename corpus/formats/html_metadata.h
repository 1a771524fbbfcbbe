// Jomun: what a page says of itself in its head.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/declaration.h"
#include "corpus/formats/html_tree.h"

namespace jomun {

// What the page calls itself, the most certain first: og:title and its like, then the parts of <title> and <title> as it is. At most 300
// bytes each.
std::vector<std::string> html_titles(const HtmlTree& tree);

// title        og:title and its like, else the first h1 that is not furniture, else the longest part of <title> that is a line of `text`
//              itself, else all of <title>
// language     of <html lang> or Content-Language, where script and region make it clear and `text` does not say otherwise
// source_url   <link rel=canonical>, og:url; only if it is a whole address
// date         of publication, from metas of the common vocabularies, else a <time datetime> in the body
// issuer       the publisher a meta names; the site's name is none
Metadata html_metadata(const HtmlTree& tree, const std::vector<bool>& furniture, std::string_view text);

}  // namespace jomun
