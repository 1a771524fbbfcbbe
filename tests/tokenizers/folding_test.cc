// Jomun tests: what docs/folding.md promises of the whole table.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/tokens.h"
#include "tokenizers/characters.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

constexpr char32_t code_points = 0x110000;

std::string utf8(char32_t c) {
  char bytes[4];
  return {bytes, encode(c, bytes)};
}

// The members of each class of two or more, by what they fold to.
std::map<char32_t, std::u32string> classes(std::initializer_list<CharacterClass> kinds) {
  std::map<char32_t, std::u32string> result;
  for (char32_t c = 0; c < code_points; ++c)
    if (std::find(kinds.begin(), kinds.end(), character(c).kind) != kinds.end()) result[fold(c)] += c;
  std::erase_if(result, [](const auto& entry) { return entry.second.size() < 2; });
  return result;
}

struct Figures {
  std::size_t classes, members, largest;
  bool operator==(const Figures&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Figures& figures) {
  return out << figures.classes << " classes, " << figures.members << " members, " << figures.largest << " in the largest";
}
Figures figures(std::initializer_list<CharacterClass> kinds) {
  Figures result{};
  for (const auto& [folded, members] : classes(kinds)) {
    ++result.classes;
    result.members += members.size();
    result.largest = std::max(result.largest, members.size());
  }
  return result;
}

// The numbers in docs/folding.md, "How much is folded". They come from Debian 12's data: Unicode 15.0 and OpenCC 1.1.6.
TEST(Folding, Figures) {
  EXPECT_EQ(figures({CharacterClass::han}), (Figures{7648, 17243, 10}));
  EXPECT_EQ(figures({CharacterClass::kana}), (Figures{92, 474, 14}));
  EXPECT_EQ(figures({CharacterClass::hangul, CharacterClass::compound}), (Figures{107, 326, 5}));
}

// The characters of a national standard that have codes from `first` to `last`.
std::u32string characters_of(const char* charset, unsigned first, unsigned last) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &error);
  if (U_FAILURE(error)) throw std::runtime_error(charset);
  std::u32string result;
  for (char32_t c = 0x4E00; c < 0xA000; ++c) {
    const auto unit = static_cast<UChar>(c);
    char bytes[8];
    error = U_ZERO_ERROR;
    if (ucnv_fromUChars(converter, bytes, sizeof bytes, &unit, 1, &error) != 2) continue;
    const unsigned code = static_cast<unsigned char>(bytes[0]) * 256U + static_cast<unsigned char>(bytes[1]);
    if (code >= first && code <= last) result += c;
  }
  ucnv_close(converter);
  return result;
}

// Characters that one standard lists side by side as daily ones, and that are folded together nevertheless.
std::vector<std::string> merged_within(const std::u32string& standard) {
  std::map<char32_t, std::string> members;
  for (char32_t c : standard) members[fold(c)] += utf8(c);
  std::vector<std::string> result;
  for (const auto& [folded, characters] : members)
    if (count_code_points(characters) > 1) result.push_back(characters);
  std::sort(result.begin(), result.end());
  return result;
}

TEST(Folding, DailyCharactersOfOneStandardThatAreOne) {
  EXPECT_EQ(merged_within(characters_of("EUC-CN", 0xB0A1, 0xD7FE)),
            (std::vector<std::string>{"乾干", "予豫", "借藉", "复覆", "欠缺", "瓣辨辩", "着著", "硷碱", "联连"}));
  EXPECT_EQ(merged_within(characters_of("Big5", 0xA440, 0xC67E)).size(), 192U);
  EXPECT_EQ(merged_within(characters_of("Shift_JIS", 0x889F, 0x9872)).size(), 77U);
}

TEST(Folding, IsStableAndStaysInItsScript) {
  for (char32_t c = 0; c < code_points; ++c) {
    const Character found = character(c);
    if (!is_cjk(found.kind)) continue;
    ASSERT_EQ(fold(found.folded), found.folded) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(character(found.folded).kind, found.kind) << std::hex << static_cast<unsigned>(c);
  }
}

class NormalForms {
 public:
  // NFC, NFD, NFKC and NFKD of `text`.
  std::array<std::string, 4> operator()(const std::string& text) const {
    std::array<std::string, 4> result;
    for (std::size_t i = 0; i < result.size(); ++i) {
      UErrorCode error = U_ZERO_ERROR;
      forms_[i]->normalize(icu::UnicodeString::fromUTF8(text), error).toUTF8String(result[i]);
      if (U_FAILURE(error)) throw std::runtime_error("ICU cannot normalise");
    }
    return result;
  }

 private:
  UErrorCode error_ = U_ZERO_ERROR;
  std::array<const icu::Normalizer2*, 4> forms_{icu::Normalizer2::getNFCInstance(error_), icu::Normalizer2::getNFDInstance(error_),
                                                icu::Normalizer2::getNFKCInstance(error_), icu::Normalizer2::getNFKDInstance(error_)};
};

std::string terms(Tokenizer& tokenizer, const std::string& text) {
  std::string result;
  for (const testing::KeptToken& token : testing::tokens_of(tokenizer, text)) result += token.text + ' ';
  return result;
}

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// What docs/folding.md excepts.
bool changes_with_normalisation(char32_t c) {
  return in(c, 0x3131, 0x318E) || in(c, 0xFFA0, 0xFFDC);  // jamo that stand apart: NFKC makes them attach to their neighbours
}

bool is_written_with(char32_t c, const NormalForms& forms) {
  const auto of_script = [](char32_t part) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(part), &error);
    return script == USCRIPT_HAN || script == USCRIPT_HANGUL || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
           script == USCRIPT_BOPOMOFO;
  };
  const std::string nfkc = forms(utf8(c))[2];
  for (std::size_t i = 0; i < nfkc.size(); i += decode(nfkc, i).bytes)
    if (of_script(decode(nfkc, i).value)) return true;
  return of_script(c);
}

// Every code point of these scripts, and every one that is a symbol for text of them.
TEST(Folding, NormalisationChangesNoTerm) {
  const NormalForms forms;
  const auto tokenizer = make_tokenizer();
  std::size_t checked = 0;
  for (char32_t c = 0x80; c < code_points; ++c) {
    if (in(c, 0xD800, 0xDFFF) || changes_with_normalisation(c) || !is_written_with(c, forms)) continue;
    for (const std::string& text : {utf8(c), "人" + utf8(c) + "の", "。" + utf8(c) + "。"})
      for (const std::string& form : forms(text)) {
        if (form == text) continue;
        ++checked;
        ASSERT_EQ(terms(*tokenizer, form), terms(*tokenizer, text)) << text << " and " << form;
      }
  }
  EXPECT_GT(checked, 30000U);
}

rc::Gen<std::string> one_of(char32_t first, char32_t last) {
  return rc::gen::map(rc::gen::inRange<std::uint32_t>(first, last + 1), [](std::uint32_t c) { return utf8(c); });
}

rc::Gen<std::string> jamo_syllable() {
  return rc::gen::map(rc::gen::tuple(one_of(0x1100, 0x1112), one_of(0x1161, 0x1175), one_of(0x11A8, 0x11C2)),
                      [](const auto& parts) { return std::get<0>(parts) + std::get<1>(parts) + std::get<2>(parts); });
}

// ㋀ and ㈏, not directly behind text: NFKC makes the number part of a word, and the bracket perhaps a gloss.
rc::Gen<std::string> symbol_apart() {
  return rc::gen::map(rc::gen::oneOf(one_of(0x32C0, 0x32CB), one_of(0x3200, 0x321E)),
                      [](const std::string& symbol) { return "。" + symbol; });
}

RC_GTEST_PROP(Folding, NormalisationChangesNoTermOfRandomText, ()) {
  static const NormalForms forms;
  static const auto tokenizer = make_tokenizer();
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
      one_of(0x4E00, 0x9FFF), one_of(0x3400, 0x4DBF), one_of(0x20000, 0x323AF), one_of(0xF900, 0xFAFF), one_of(0x2F800, 0x2FA1D),
      one_of(0x2E80, 0x2FD5), one_of(0x3041, 0x3096), one_of(0x309D, 0x309E), one_of(0x30A1, 0x30FE), one_of(0x31F0, 0x31FF),
      one_of(0x1B000, 0x1B167), one_of(0xFF66, 0xFF9D), one_of(0x3280, 0x32B0), symbol_apart(), one_of(0x32D0, 0x3357),
      one_of(0x3105, 0x312F), one_of(0xAC00, 0xD7A3), jamo_syllable(),
      rc::gen::elementOf(std::vector<std::string>{"。", " ", "・", "･", "ー", "々", "カ\u3099", "ｶﾞ", "\uFE00", "a"})));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  for (const std::string& form : forms(text)) RC_ASSERT(terms(*tokenizer, form) == terms(*tokenizer, text));
}

// Jamo change in NFKC, but what they are folded to does not.
TEST(Folding, LoneJamoAreOneInEveryEncoding) {
  const NormalForms forms;
  for (char32_t c = 0x3131; c < 0x318F; ++c) {
    if (c == 0x3164 || c == 0x318D) continue;  // the filler; the dot of Korean statutes
    const std::string nfkc = forms(utf8(c))[2];
    EXPECT_EQ(fold(decode(nfkc, 0).value), c) << utf8(c);
  }
  for (const char32_t* row : {U"ㄱ\u1100\u11A8ﾡ", U"ㅏ\u1161ￂ", U"ㄳ\u11AAﾣ", U"ㅿ\u1140\u11EB", U"ㆎ\u11A1"})
    for (const char32_t* c = row; *c != 0; ++c) EXPECT_EQ(fold(*c), row[0]) << std::hex << static_cast<unsigned>(*c);
}

}  // namespace
}  // namespace jomun
