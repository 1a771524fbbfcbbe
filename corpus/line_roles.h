// Jomun: what a line is that has no label to tell it: a heading, a lead-in, a cell of a table.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Told by its form and by the lines next to it alone. What also depends on the text above (which lists are open, whether an article
// is) is for the splitter to decide. Everything here is thread-safe. REQUIRES everywhere: `i` is an index of `entries`.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/entries.h"

namespace jomun {

// The entry below entry `i`, or nullptr.
const Entry* entry_below(const std::vector<Entry>& entries, std::size_t i);

// --- articles

// Entry `i` is the heading of the article below it.
bool heads_next_article(const std::vector<Entry>& entries, std::size_t i);
// What stands below entry `i` may be the text of an article whose bare label that is and does not continue the numbers.
bool has_text_below(const std::vector<Entry>& entries, std::size_t i);
// "Principles" alone on the line under "Article 5", which is entry `i`.
bool has_heading_below(const std::vector<Entry>& entries, std::size_t i);
// `rest`, what stands behind the label of the article that entry `i` is, is its heading.
bool is_article_heading(const std::vector<Entry>& entries, std::size_t i, std::string_view rest);
// Likewise its first `closed` bytes, a pair of brackets: （定義）. Not where that is all the article says: (Deleted).
bool is_bracketed_article_heading(const std::vector<Entry>& entries, std::size_t i, std::string_view rest, std::size_t closed);

// --- items

// A short numbered line directly above an article: 一、关于管辖.
bool is_above_article(const std::vector<Entry>& entries, std::size_t i);
// A short numbered line without an end, above something that is not its sibling.
bool is_numbered_heading(const std::vector<Entry>& entries, std::size_t i);

// --- lines without a label

// A line in brackets above an item.
bool is_bracketed_item_heading(const std::vector<Entry>& entries, std::size_t i);
// "The full text follows:" above text that is no list.
bool is_announcement(const std::vector<Entry>& entries, std::size_t i);
// "We therefore propose:" above a list.
bool is_lead_in(const std::vector<Entry>& entries, std::size_t i);
// A short line set off from what is above, without an end. Above an item it may also stand between two siblings of a list that goes on.
bool may_be_plain_heading(const std::vector<Entry>& entries, std::size_t i);
// `text` may repeat a title: it is no longer than a heading.
bool is_as_short_as_heading(std::string_view text);
// A line that is no sentence: in annexes tables come with every cell on a line of its own.
bool may_be_cell(std::string_view text);

}  // namespace jomun
