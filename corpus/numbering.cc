// Jomun: the addresses of clauses, made from the numbers of the items that are open.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/numbering.h"

#include <algorithm>
#include <utility>

#include "corpus/labels.h"

namespace jomun {

std::size_t Numbering::depth_of(unsigned style) const {
  for (std::size_t i = open_.size(); i-- > 0;)
    if (open_[i].style == style) return i;
  return open_.size();
}

bool Numbering::continues(unsigned style, std::string_view number) const {
  const std::size_t found = depth_of(style);
  return continues_list(found == open_.size() ? std::string_view() : std::string_view(open_[found].number), number);
}

std::optional<OpenItem> Numbering::close(unsigned style) {
  const std::size_t found = depth_of(style);
  if (found == open_.size()) return std::nullopt;
  OpenItem closed = std::move(open_[found]);
  open_.resize(found);
  return closed;
}

void Numbering::close_inner() {
  if (open_.size() > 1) open_.resize(1);
}

void Numbering::open(OpenItem item) {
  const std::string outside = scope_ + section();
  const bool again = !item.heading && claims_.contains(outside + item.list + item.number);
  if (again) {
    std::size_t& lists = lists_[outside];
    lists = std::max<std::size_t>(lists, 1) + 1;
    item.list = "list" + std::to_string(lists) + ".";
  }
  open_.push_back(std::move(item));
}

std::string Numbering::numbers() const {
  std::string result;
  for (const OpenItem& item : open_) {
    if (!result.empty()) result += '.';
    result += item.list + item.number;
  }
  return result;
}

std::string Numbering::next(char unit) {
  const std::string place = section() + unit;
  return place + std::to_string(++counts_[scope_ + place]);
}

std::string Numbering::claim(const std::string& number) {
  std::string address = scope_ + number;
  const std::size_t count = ++claims_[address];
  return count == 1 ? address : address + "~" + std::to_string(count);
}

}  // namespace jomun
