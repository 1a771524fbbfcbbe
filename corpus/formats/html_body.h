// Jomun: the body of a saved page, told from menus, headers, footers and boxes by their links, sentences and places.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text weighs as body where it is sentences, labelled clauses or tables of data, outside of links. The innermost element with nearly all of
// the weight is the container. What is taken for furniture is
//
//   anywhere           navigation by name or role; links back to the top; advertisements; links that run a script, in the midst of the text
//   three or more outside of it      lists of links, groups of controls, teasers, requests for cookies; after it, boxes with copyright or
//   addresses at its two ends    lists of links; after its last text also lines of copyright
//
// unless it has a telling part of the weight, the title of the page, or a note. All else stays: a leftover line does less harm than a lost
// clause. A page without weight loses only what anywhere is furniture. No site and no class name is known.

#pragma once

#include <string>
#include <vector>

#include "corpus/formats/html_notes.h"
#include "corpus/formats/html_tree.h"

namespace jomun {

// By node, whether it is furniture with all that is in it. `titles` are what the page calls itself. Linear, thread-safe.
std::vector<bool> find_html_furniture(const HtmlTree& tree, const std::vector<std::string>& titles, const std::vector<HtmlNote>& notes);

}  // namespace jomun
