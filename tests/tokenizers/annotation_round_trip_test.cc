// Jomun tests: a text printed with readings gives the text back, byte for byte, and knows where each byte stood.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "tokenizers/annotation.h"
#include "tokenizers/characters.h"
#include "tokenizers/readings.h"

namespace jomun {
namespace {

std::string utf8_of(char32_t c) {
  char bytes[4];
  return {bytes, encode(c, bytes)};
}

// How pinyin and zhuyin are printed.
enum class Tones { marked, combining, numbered, none };

// "ren" and 2 as rén, ren with an accent that combines, ren2 or ren.
std::string printed_pinyin(std::string_view letters, int tone, Tones tones) {
  static constexpr std::string_view vowels = "aeiouv";
  static constexpr std::u32string_view marked[] = {U"āēīōūǖ", U"áéíóúǘ", U"ǎěǐǒǔǚ", U"àèìòùǜ"};
  static constexpr char32_t accents[] = {0x304, 0x301, 0x30C, 0x300};
  // The mark stands on a or e, on the o of ou, or on the last vowel; m, n and ng have none.
  std::size_t place = letters.find_first_of("ae");
  if (place == std::string_view::npos) place = letters.find("ou");
  if (place == std::string_view::npos) place = letters.find_last_of(vowels);
  const bool has_vowel = place != std::string_view::npos;
  if (!has_vowel) place = 0;
  std::string result;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const bool bears = tone > 0 && i == place && (tones == Tones::marked || tones == Tones::combining);
    if (bears && tones == Tones::marked && has_vowel) {
      result += utf8_of(marked[tone - 1][vowels.find(letters[i])]);
      continue;
    }
    result += letters[i] == 'v' ? "ü" : std::string(1, letters[i]);
    if (bears) result += utf8_of(accents[tone - 1]);
  }
  return tones == Tones::numbered ? result + std::to_string(tone == 0 ? 5 : tone) : result;
}

std::string printed_zhuyin(std::string_view letters, int tone, Tones tones) {
  static constexpr std::string_view marks[] = {"", "", "ˊ", "ˇ", "ˋ"};
  std::string result;
  for (char letter : letters) result += utf8_of(U'\u3100' + static_cast<unsigned char>(letter));
  if (tones == Tones::none) return result;
  return tone == 0 ? "˙" + result : result + std::string(marks[tone]);
}

std::string printed_kana(std::string_view letters, bool katakana) {
  std::string result;
  for (char letter : letters) {
    const auto place = static_cast<unsigned char>(letter);
    result += utf8_of((katakana || place > 0x56 ? 0x30A0 : 0x3040) + place);
  }
  return result;
}

// All ways to print the readings of a character, of one script.
std::vector<std::string> mandarin_spellings(char32_t c, bool zhuyin) {
  std::vector<std::string> result;
  for (const std::uint16_t reading : mandarin_readings(c)) {
    const auto syllable = static_cast<std::uint16_t>(reading >> 3);
    const int tone = reading & 7;
    for (Tones tones : {Tones::marked, Tones::combining, Tones::numbered, Tones::none}) {
      const std::string_view letters = zhuyin ? zhuyin_letters(syllable) : pinyin_letters(syllable);
      if (!letters.empty()) result.push_back(zhuyin ? printed_zhuyin(letters, tone, tones) : printed_pinyin(letters, tone, tones));
    }
  }
  return result;
}

std::vector<std::string> kana_spellings(char32_t c) {
  std::vector<std::string> result;
  for (const std::uint16_t reading : japanese_readings(c)) {
    const std::string_view letters = kana_letters(static_cast<std::uint16_t>(reading >> 1));
    result.push_back(printed_kana(letters, false));
    if (letters.size() > 1) result.push_back(printed_kana(letters, true));  // one katakana is the mark of an item
  }
  return result;
}

struct Brackets {
  std::string_view open, close;
};
constexpr Brackets half_width = {"(", ")"}, full_width = {"（", "）"}, angle = {"《", "》"};

// A text with annotations, the text without, and for each byte of that one its place in the other.
struct Printed {
  std::string annotated, plain;
  std::vector<std::size_t> places;

  void add(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) places.push_back(annotated.size() + i);
    annotated += text;
    plain += text;
  }
  void annotate(std::string_view reading, Brackets brackets) { annotated.append(brackets.open).append(reading).append(brackets.close); }
};

TEST(AnnotationRoundTrip, EveryReadingOfEveryCharacter) {
  std::size_t count = 0;
  for (char32_t c = 0x3000; c < 0x33000; ++c) {
    if (character(c).kind != CharacterClass::han) continue;
    Printed printed;
    const auto add = [&](const std::vector<std::string>& readings, std::initializer_list<Brackets> all) {
      for (const std::string& reading : readings)
        for (const Brackets& brackets : all) {
          printed.add(utf8_of(c));
          printed.annotate(reading, brackets);
          printed.add("。");
          ++count;
        }
    };
    add(mandarin_spellings(c, false), {half_width, full_width});
    add(mandarin_spellings(c, true), {half_width, full_width});
    add(kana_spellings(c), {half_width, full_width, angle});
    ASSERT_EQ(strip_annotations(printed.annotated).text(), printed.plain) << utf8_of(c) << ' ' << printed.annotated;
  }
  EXPECT_GT(count, 1'000'000U);
}

TEST(AnnotationRoundTrip, EveryIrregularWord) {
  for (std::size_t i = 0; i < irregular_word_count(); ++i) {
    const IrregularWord word = irregular_word(i);
    Printed printed;
    for (std::size_t k = word.characters.size(); k > 0; k -= 2) {  // the last character comes first
      const auto byte = [&](std::size_t place) { return static_cast<char32_t>(static_cast<unsigned char>(word.characters[place])); };
      printed.add(utf8_of(byte(k - 2) << 8 | byte(k - 1)));
    }
    printed.annotate(printed_kana(word.kana, false), angle);
    EXPECT_EQ(strip_annotations(printed.annotated).text(), printed.plain);
  }
}

const std::vector<std::string>& plain_pieces() {
  static const std::vector<std::string> pieces = {"，",  "。", " ",        "\n",       "(AI)", "（全文）", "（一）", "《法律》",
                                                  "(a)", "の", "カタカナ", "ひらがな", "국가", "AI",       "第1条",  "｜ "};
  return pieces;
}

// Characters in daily use have more readings, so half of them are.
rc::Gen<char32_t> any_han() {
  return rc::gen::oneOf(
      rc::gen::map(rc::gen::inRange(0x4E00, 0x9FA6), [](int c) { return static_cast<char32_t>(c); }),
      rc::gen::elementOf(std::u32string(U"人工智能行学校上下生大小日本国法律権利責任者安全儿一不了的着重長音楽海外手紙々")));
}

// One run of one to four characters, each with its own reading or all with one, or a piece without any.
void add_random_run(Printed& printed) {
  if (*rc::gen::inRange(0, 4) == 0) return printed.add(*rc::gen::elementOf(plain_pieces()));
  const int script = *rc::gen::inRange(0, 3);  // pinyin, zhuyin, kana
  const Brackets brackets = *rc::gen::elementOf(script == 2 ? std::vector<Brackets>{half_width, full_width, angle}
                                                            : std::vector<Brackets>{half_width, full_width});
  const bool together = *rc::gen::arbitrary<bool>();
  const std::string separator =
      *rc::gen::elementOf(script == 0 ? std::vector<std::string>{"", " ", "'", "-"} : std::vector<std::string>{"", " "});
  const bool bar = brackets.open == angle.open && together && *rc::gen::inRange(0, 3) == 0;
  const std::size_t bar_place = printed.annotated.size();
  std::string readings, characters;
  for (int left = *rc::gen::inRange(1, 5); left > 0; --left) {
    const char32_t c = *any_han();
    const std::vector<std::string> spellings = script == 2 ? kana_spellings(c) : mandarin_spellings(c, script == 1);
    if (spellings.empty()) continue;
    const std::string reading = *rc::gen::elementOf(spellings);
    if (together) {
      characters += utf8_of(c);
      readings += (readings.empty() ? "" : separator) + reading;
    } else {
      printed.add(utf8_of(c));
      if (*rc::gen::inRange(0, 3) > 0) printed.annotate(reading, brackets);
    }
  }
  if (readings.empty()) return;
  if (bar) printed.annotated.insert(bar_place, "｜");
  printed.add(characters);
  printed.annotate(readings, brackets);
}

RC_GTEST_PROP(AnnotationRoundTrip, OfRandomTexts, ()) {
  Printed printed;
  for (int runs = *rc::gen::inRange(1, 20); runs > 0; --runs) add_random_run(printed);
  const MappedText stripped = strip_annotations(printed.annotated);
  RC_LOG() << printed.annotated << '\n';
  RC_ASSERT(stripped.text() == printed.plain);
  for (std::size_t i = 0; i < printed.places.size(); ++i)
    RC_ASSERT(stripped.original({i, i + 1}) == (Span{printed.places[i], printed.places[i] + 1}));
}

}  // namespace
}  // namespace jomun
