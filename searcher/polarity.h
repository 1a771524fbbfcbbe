// Jomun: whether a word stands negated: 安全 in 不安全, 급여 in 비급여, disclosed in "not disclosed".
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Looks at what stands directly beside the word, with tables of affixes and auxiliaries; scope further away is not told (没有…证据证明…).
//
//   before   不 非 无 無 未, 不得 不能 不予 …; the Sino-Korean prefixes 비 불 부 무 미 at the beginning of a word; not, no, non-, without
//   behind   하지 아니, 되지 않, 하지 못, 할 수 없; しない, されない, せず, できない, してはならない
//
// Encoding: UTF-8, folded or not; Korean in NFC. Positions are bytes. Thread-safe.

#pragma once

#include <cstddef>
#include <string_view>

namespace jomun {

// [begin, end): the word in `text`, at boundaries of characters.
bool is_negated(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace jomun
