// Jomun tests: whether two databases say the same.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <string>

namespace jomun::testing {

// What Xapian's public interface says otherwise of one than of the other: every number, list, bound, datum and metadata. The first ten
// differences, a line each; empty: none. Slots looked at: those of any document.
std::string differences(const Xapian::Database& one, const Xapian::Database& other);

// What Xapian's own check finds wrong with the database in folder `path`; empty: nothing.
std::string problems(const std::string& path);

}  // namespace jomun::testing
