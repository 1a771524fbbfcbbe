// Jomun: dates as documents print them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   2024-05-21   2024.5.21.   2024/5/21   20240521   2024年5月21日   2024년 5월 21일   二〇二四年五月二十一日
//   平成十二年三月二十八日   令和元年五月一日   中華民國八十八年九月二十五日   民國88年9月25日
//   October 18, 2023   Jun 09, 2019   21 May 2024   May 2024
//
// Thread-safe.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "tokenizers/mapped_text.h"

namespace jomun {

struct Date {
  std::string iso;  // "2024-05-21", "2024-05" or "2024"
  Span span;        // where it stands in the text
};

// The date that begins at `offset`. A year alone counts only with 年 or 년 behind it.
std::optional<Date> read_date(std::string_view text, std::size_t offset);

// The first date in `text`.
std::optional<Date> find_date(std::string_view text);

// The date that ends `text`, a full stop and white space aside: "…发表, October 18, 2023". A year alone counts.
std::optional<Date> date_at_end(std::string_view text);

// "2024-05-21", "2024-05" or "2024" with a month and a day that exist: what metadata holds.
bool is_iso_date(std::string_view text);

}  // namespace jomun
