// Jomun: the query language.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   AI safety institute          words: the more of them and the closer, the better
//   "frontier AI"                strictly this phrase; also “…” „…“ «…» ‹…› ＂…＂, and apart from other words 「…」 『…』 《…》 〈…〉
//   +안전 -军事                    must, must not
//   a AND b, a OR b, NOT c, ( )   operators in capitals; AND binds closer than OR; a | b is a OR b
//   a NEAR/5 b                   within 5 positions, either order; NEAR alone is NEAR/10
//   govern*                      words that begin so
//   language:ko work:… issuer:… title:… label:19 date:2023..2024 modality:must
//
// Operators may be full-width: ＋ － ＊ （ ） ： ｜ ＡＮＤ ＮＥＡＲ／５. A bracket behind a word without a space, 파양(罷養), is text, and
// so is （二）; ， and 、 stay in a text, but words with + and - may follow them.
//
// Nothing is an error: what does not fit is taken as words, with a note.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tokenizers/mapped_text.h"

namespace jomun {

struct QueryNode {
  enum class Kind {
    words,     // text: neighbouring words without operators, with their spaces
    phrase,    // text: what stood in quotation marks
    prefix,    // text: without the '*'
    field,     // field, text
    near,      // children: words or phrases; distance
    sequence,  // children, each with its own `occurs`
    all,       // children joined by AND
    any,       // children joined by OR
  };
  enum class Occurs { should, must, must_not };

  Kind kind = Kind::words;
  Occurs occurs = Occurs::should;  // within a sequence
  std::string text;
  std::string field;
  std::size_t distance = 0;  // positions
  std::vector<QueryNode> children;
};

struct ParsedQuery {
  QueryNode root;                  // always a sequence
  std::vector<std::string> notes;  // for the user, one sentence each
  std::vector<Span> words;  // bytes of the query, ascending: words side by side, and phrases; no fields, prefixes or what is excluded
};

// The names before ':' that are fields.
bool is_query_field(std::string_view name);

ParsedQuery parse_query(std::string_view query);

// A query that parse_query() reads as this node, a sequence: what may be changed in a query and asked again. Words without a word are left
// out, and what is left empty by that.
std::string query_text(const QueryNode& node);

// The nodes in a line, for tests and --explain: (seq "a b" +(phrase "c d") -(prefix "e"))
std::string to_string(const QueryNode& node);

}  // namespace jomun
