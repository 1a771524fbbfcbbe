// Jomun tests: UTF-8 and the table of characters, against ICU.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/characters.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <string>
#include <vector>

#include "tests/support/texts.h"

namespace jomun {
namespace {

// What ICU reads at `offset`; an ill-formed byte as decode() gives it.
Decoded icu_decode(const std::string& bytes, std::size_t offset) {
  auto next = static_cast<std::int32_t>(offset);
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  UChar32 c = 0;
  U8_NEXT(data, next, static_cast<std::int32_t>(bytes.size()), c);
  if (c < 0) return {replacement_character, 1};
  return {static_cast<char32_t>(c), static_cast<std::uint32_t>(static_cast<std::size_t>(next) - offset)};
}

void expect_icu_agrees(const std::string& bytes) {
  const Decoded ours = decode(bytes, 0), icu = icu_decode(bytes, 0);
  ASSERT_TRUE(ours.value == icu.value && ours.bytes == icu.bytes) << ::testing::PrintToString(std::vector<int>(bytes.begin(), bytes.end()));
}

TEST(Utf8, EveryCodePointRoundTrips) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    char bytes[4];
    const std::size_t size = encode(c, bytes);
    const std::string utf8(bytes, size);
    const Decoded read = decode(utf8, 0), before = decode_before(utf8, size);
    ASSERT_TRUE(read.value == c && read.bytes == size) << std::hex << static_cast<unsigned>(c);
    ASSERT_TRUE(before.value == c && before.bytes == size) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(icu_decode(utf8, 0).value, c);
    ASSERT_EQ(find_ill_formed(utf8), std::string::npos);
  }
}

// All of one and two bytes, and all of three and four over the bytes at which the rules change.
TEST(Utf8, IllFormedSequencesAreReadAsIcuReadsThem) {
  const std::vector<int> edges = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
                                  0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};
  const auto byte = [](int value) { return static_cast<char>(value); };
  for (int a = 0; a < 256; ++a) {
    expect_icu_agrees({byte(a)});
    for (int b = 0; b < 256; ++b) expect_icu_agrees({byte(a), byte(b)});
  }
  for (int a : edges)
    for (int b : edges)
      for (int c : edges) {
        expect_icu_agrees({byte(a), byte(b), byte(c)});
        for (int d : edges) expect_icu_agrees({byte(a), byte(b), byte(c), byte(d)});
      }
}

RC_GTEST_PROP(Utf8, DecodeBeforeMirrorsDecode, ()) {
  const std::string text = *testing::any_text();
  std::vector<std::pair<char32_t, std::uint32_t>> forward, backward;
  for (std::size_t i = 0; i < text.size(); i += forward.back().second) forward.emplace_back(decode(text, i).value, decode(text, i).bytes);
  for (std::size_t i = text.size(); i > 0; i -= backward.back().second)
    backward.emplace_back(decode_before(text, i).value, decode_before(text, i).bytes);
  RC_ASSERT(forward == std::vector(backward.rbegin(), backward.rend()));
  RC_ASSERT(count_code_points(text) == forward.size());
}

TEST(Utf8, FindsTheFirstIllFormedByte) {
  struct Row {
    std::string_view text;
    std::size_t offset;
  };
  for (const Row& row : std::initializer_list<Row>{{"", std::string::npos},
                                                   {"安全", std::string::npos},
                                                   {"\uFFFD", std::string::npos},  // printed, not ill-formed
                                                   {"安\xE5\x85", 3},
                                                   {"a\xFFz", 1},
                                                   {"\xED\xA0\x80", 0},
                                                   {"\xC0\x80", 0},
                                                   {"\xF4\x90\x80\x80", 0}})
    EXPECT_EQ(find_ill_formed(row.text), row.offset) << row.text;
}

TEST(Characters, Classes) {
  struct Row {
    const char32_t* code_points;
    CharacterClass kind;
  };
  for (const Row& row : std::initializer_list<Row>{
           {U"。，、．（）「」《》〈〉—…·・ㆍ‧•･⿰⺀㇀○!%§€°℃\u119E\u3164\uFFA0\uFFFD\x7F\u0378", CharacterClass::separator},
           {U" \t\n\r\u0085\u00A0\u2003\u2028\u2029\u3000", CharacterClass::space},
           {U"\u00AD\u200B\u200C\u200D\u2060\uFEFF\uFE00\uFE0F\U000E0100\u115F\u1160", CharacterClass::ignorable},
           {U"\u0301\u20DD\u3099\u302E\u0E31", CharacterClass::mark},
           {U"一龥㐀𠀀々〻〇〡〆\uF900⼀⺠㇐㊀㆒🈩", CharacterClass::han},
           {U"あンーヶㇰ㋐ゐ〱〼\U0001B000\U0001B002\U0001AFF0", CharacterClass::kana},
           {U"가힣ㄱㅏ", CharacterClass::hangul},
           {U"\u1100\u1161\u11A8\uA960\uD7B0ｶﾞｰﾡ㍿㌔ゟヿ㈠㈱🉀㋀㏠", CharacterClass::compound},
           {U"aZé9Ａ９①²Ⅳ㎏αжไㄅ", CharacterClass::word},
       })
    for (const char32_t* c = row.code_points; *c != 0; ++c)
      EXPECT_EQ(character(*c).kind, row.kind) << std::hex << static_cast<unsigned>(*c);
  EXPECT_EQ(character(0).kind, CharacterClass::separator);
  EXPECT_EQ(character(0xD800).kind, CharacterClass::separator);
  EXPECT_EQ(character(0x110000).kind, CharacterClass::separator);
  EXPECT_EQ(character(0xFFFFFFFF).kind, CharacterClass::separator);
}

TEST(Characters, WhoWritesThem) {
  const auto forms = [](char32_t c) { return std::pair(character(c).simplified_only, character(c).traditional_only); };
  EXPECT_EQ(forms(U'简'), std::pair(true, false));
  EXPECT_EQ(forms(U'簡'), std::pair(false, true));
  for (char32_t c : std::u32string(U"人后里干只")) EXPECT_EQ(forms(c), std::pair(false, false)) << std::hex << static_cast<unsigned>(c);
}

// The table against ICU's properties.
TEST(Characters, AgreeWithIcu) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    const auto icu = static_cast<UChar32>(c);
    const CharacterClass kind = character(c).kind;
    const auto where = static_cast<unsigned>(c);
    ASSERT_EQ(u_isUWhiteSpace(icu) != 0, kind == CharacterClass::space) << where;
    const bool in_terms = is_cjk(kind) || kind == CharacterClass::word || kind == CharacterClass::compound;
    ASSERT_FALSE(in_terms && !(u_isgraph(icu) && u_isdefined(icu))) << where;
  }
}

}  // namespace
}  // namespace jomun
