// Jomun: what a note above or below a text says of where the text comes from.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   2004年4月1日 北京市第十二届人民代表大会常务委员会第十次会议通过     issuer 北京市人民代表大会常务委员会
//   （昭和四十二年十月二十六日建設省令第二十九号）                      issuer 建設省
//   [환경부령 제12호, 2024. 1. 2., 일부개정]                         issuer 환경부
//   Adopted by the General Assembly on 10 December 1948          issuer General Assembly
//   发布机构：外交部                                                issuer 外交部
//   原文来源：https://example.org/a                                 source_url https://example.org/a
//   (비공식 번역본)                                                 translation
//
// What is not printed is not added: an Act is not said to come from a parliament. Thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/paragraphs.h"

namespace jomun {

struct Provenance {
  std::string issuer;        // empty: the line names none
  std::string source_url;    // likewise; where the line says that it is the source, or has nothing else
  bool translation = false;  // the text is a translation without authority
};

// What one line says; it has to be a note, not a sentence of the text.
Provenance read_provenance(std::string_view line);

// Who signed, and when: an office or body on a line of its own beside a line that is a date, above the text or below it.
struct Signature {
  std::string issuer, date;
};
std::optional<Signature> find_signature(const Paragraphs& paragraphs);

}  // namespace jomun
