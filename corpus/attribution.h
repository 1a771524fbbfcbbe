// Jomun: the line below an excerpt that says where it comes from.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   由 G20 Ministerial Meeting 在 G20人工智能原则发表, Jun 09, 2019       issuer, title, date
//   原则: 全球人工智能治理倡议, October 18, 2023                          title, date
//   作者:Cyberspace Administration of China                              issuer
//
// A title is an attribution only with a date at its end. Thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jomun {

struct Attribution {
  std::string title, issuer, date;  // empty: not in this line
};

std::optional<Attribution> read_attribution(std::string_view line);

}  // namespace jomun
