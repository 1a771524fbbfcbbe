// Jomun: the addresses of clauses, made from the numbers of the items that are open.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// corpus/splitter.h has the grammar of addresses.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace jomun {

// An item or numbered heading that is open: what follows may belong to it.
struct OpenItem {
  unsigned style;
  std::string number;
  bool heading;
  std::string list;  // "list2." in the second list that begins anew in the same place, else empty
};

// Not thread-safe while being written.
class Numbering {
 public:
  // What addresses begin with: "", "annex.", "supplement2."
  const std::string& scope() const { return scope_; }
  void set_scope(std::string scope) { scope_ = std::move(scope); }

  // The open items from the outermost in; `style` as labels have it (corpus/labels.h).
  std::size_t depth() const { return open_.size(); }
  // How many items stand outside the one of this style that is open: depth() when there is none.
  std::size_t depth_of(unsigned style) const;
  // `number` is the one after that of the open item of this style, or a first one.
  bool continues(unsigned style, std::string_view number) const;
  // Closes the item of this style with all inside it, and returns it.
  std::optional<OpenItem> close(unsigned style);
  void close_all() { open_.clear(); }
  // All but the outermost.
  void close_inner();
  // Opens an item inside those that are open. One that is no heading and whose numbers were there before begins another list.
  void open(OpenItem item);

  // The numbers of what is open: "1", "1.3", "2.4".
  std::string numbers() const;
  // The next paragraph without a number and the next dash item in this place: "p3", "1.i2".
  std::string next_paragraph() { return next('p'); }
  std::string next_dash() { return next('i'); }

  // The address with this number in the scope, distinct from all before.
  std::string claim(const std::string& number);

 private:
  // What paragraphs and dash items are counted in, with its full stop.
  std::string section() const { return open_.empty() ? std::string() : numbers() + "."; }
  std::string next(char unit);

  std::string scope_;
  std::vector<OpenItem> open_;
  std::unordered_map<std::string, std::size_t> claims_;  // how often each address was asked for
  std::unordered_map<std::string, std::size_t> counts_;  // of paragraphs (…p) and dash items (…i) of each section
  std::unordered_map<std::string, std::size_t> lists_;   // of each section
};

}  // namespace jomun
