// Jomun: from the paragraphs of a text to its clauses.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One article is one clause, with its paragraphs and items inside, joined by newlines. Outside articles every numbered item, every
// dash item and every unnumbered paragraph is a clause. Chapters, short numbered lines above text, and short lines above text are
// headings and go into the path.
//
// The address of a clause, the PATH of its citation, in the order of the text:
//
//   4   2.4   19   730-2      the number of an item or article in Arabic digits whatever the script (四、 2.4 第十九条 第七百三十条の二)
//   1.3                       an item in a list below another item or heading: （三） under 一、
//   p1   i1                   the first unnumbered paragraph, the first dash item outside any numbered item
//   1.p3   4.i2               the same, counted from 1 inside the numbered heading or item above them
//   annex.2.4   annex2.1      in the first and the second annex (附件, 別表, 부속서, Annex)
//   supplement.1              in supplementary provisions (附則, 부칙) that number anew
//   e3                        the third excerpt of a page of excerpts (corpus/excerpts.h)
//   list2.4   1.list2.3       an item of the second list in the same place, where numbers that were there come again
//   19.2                      with Granularity::paragraph: the second paragraph of article 19
//   19.part2                  the second part of a clause too long for one (corpus/clause_parts.h), whose first part is 19
//   4~2                       the second article that would be called 4 in the same place
//
// Chapters do not enter the address. A range of articles (제2조부터 제6조까지 생략) has the address of the first. What an amendment quotes
// is text of the clause that quotes and has no address.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corpus/declaration.h"
#include "corpus/paragraphs.h"

namespace jomun {

// How far articles are split.
//  - article: not at all.
//  - paragraph: each paragraph (項, 항, 款: ①, ２, (1), or without a number in statutes that count them so) is a clause, with its items
//  inside.
//    Label and heading of the article go into the path. What stands before the first numbered paragraph is the article itself: 19.
enum class Granularity : std::uint8_t { article, paragraph };

// The clauses in paragraphs [first, …). Their language is left empty. Linear, thread-safe.
std::vector<Clause> split_clauses(const Paragraphs& paragraphs, std::size_t first, Granularity granularity = Granularity::article);

}  // namespace jomun
