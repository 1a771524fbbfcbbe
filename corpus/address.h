// Jomun: the address in a citation as people write it.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jomun {

// The address (corpus/splitter.h) that `typed` means, the numerals, units and brackets of five written languages read as what they
// are; chapters do not enter it. Nothing where something in it is no part of an address. An address as splitter.h has them is itself.
//
//   第十九条  第19條  제19조  Article 19  art.19  §19  １９      19
//   第七百三十条の二  제839조의2  第十七条之一                  730-2  839-2  17-1
//   第三条第二項第一号  제3조제2항제1호  3(2)(1)  Art. 3 para. 2 no. 1      3.2.1
//   第二章第三条  第十九条第二款  第5条（一）イ                   3  19.2  5.1.1
//   附件2第三条  부칙 제2조  Annex II.4                          annex2.3  supplement.2  annex2.4
//
// REQUIRES: well-formed UTF-8. Thread-safe, linear.
std::optional<std::string> read_address(std::string_view typed);

}  // namespace jomun
