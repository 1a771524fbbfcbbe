// Jomun: writes the tables of readings as C++ source.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: jomun-generate-readings UNIHAN_READINGS HANJA EDICT OUT
//   HANJA   libhangul's hanja.txt: lines `hangul:hanja:comment`
//   EDICT   the Japanese-English dictionary in EUC-JP: lines `word [kana] /...`
//
// Mandarin: kMandarin, kHanyuPinyin, kHanyuPinlu, kTGHZ2013 and kXHC1983 of Unihan; zhuyin is made from the pinyin.
//
// Japanese: kJapaneseOn and kJapaneseKun of Unihan, put into kana, and what EDICT adds. Of its words only those are kept that
// kana_matcher.h cannot read character by character and with the shorter words kept before (大人 おとな, but not 大人気). The kana that
// a word and its reading have in common at either end are cut off first, so that 流行る はやる gives 流行 はや; where one character remains
// (来ない こない), the rest is a reading of that character.
//
// Korean: kHangul of Unihan and the entries of HANJA for one character; and from its words every further reading of a character that
// is found in two of them, the other characters of the word being read as known (十月 시월, 木瓜 모과).
//
// A compatibility ideograph has the readings of the character it stands for, too.

#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "tokenizers/characters.h"
#include "tokenizers/initial_sound.h"
#include "tokenizers/kana_matcher.h"
#include "tokenizers/readings.h"
#include "tokenizers/unihan.h"
#include "tokenizers/zhuyin.h"

namespace {

using jomun::tables::reading_block_bits;
using jomun::tables::reading_code_points;

template <typename Value>
using ByCharacter = std::map<char32_t, std::set<Value>>;

bool is_han(char32_t c) { return jomun::character(c).kind == jomun::CharacterClass::han; }

std::u32string code_points_of(const icu::UnicodeString& text) {
  std::u32string result;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) result += static_cast<char32_t>(text.char32At(i));
  return result;
}

std::u32string code_points_of_utf8(const std::string& bytes) { return code_points_of(icu::UnicodeString::fromUTF8(bytes)); }

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream words(line);
  return {std::istream_iterator<std::string>(words), {}};
}

std::ifstream opened(const char* file) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(std::string(file) + ": cannot be read");
  return stream;
}

// Compatibility ideographs and what they stand for.
template <typename Value>
void add_compatibility_ideographs(ByCharacter<Value>& readings) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU has no normaliser");
  const auto add = [&](char32_t first, char32_t last) {
    for (char32_t c = first; c <= last; ++c) {
      const icu::UnicodeString target = form->normalize(icu::UnicodeString(static_cast<UChar32>(c)), error);
      const auto found = readings.find(static_cast<char32_t>(target.char32At(0)));
      if (found != readings.end() && found->first != c) readings[c].insert(found->second.begin(), found->second.end());
    }
  };
  add(0xF900, 0xFAFF);
  add(0x2F800, 0x2FA1F);
}

// Mandarin

struct Syllable {
  std::string letters;
  std::uint16_t tone = 0;
  friend auto operator<=>(const Syllable&, const Syllable&) = default;
};

// "rén" is ren with tone 2. Unmarked: 0. No letters: not pinyin.
Syllable split_tone(const std::string& pinyin) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU has no normaliser");
  const icu::UnicodeString parts = form->normalize(icu::UnicodeString::fromUTF8(pinyin), error);
  Syllable result;
  for (int i = 0; i < parts.length(); ++i) {
    switch (const char16_t c = parts.charAt(i)) {
      case 0x0304: result.tone = 1; break;
      case 0x0301: result.tone = 2; break;
      case 0x030C: result.tone = 3; break;
      case 0x0300: result.tone = 4; break;
      case 0x0308:
        if (!result.letters.empty() && result.letters.back() == 'u') result.letters.back() = 'v';
        break;
      case 0x0302: break;  // ê
      default:
        if (c < 'a' || c > 'z') return {};
        result.letters += static_cast<char>(c);
    }
  }
  return result;
}

// The syllables of a value: "rén(16866) ren(280)", "10101.100:rén,rèn", "313.110,313.120:rén".
std::vector<Syllable> syllables_in(const std::string& value) {
  std::vector<Syllable> result;
  for (std::string word : words_of(value)) {
    word = word.substr(0, word.find('('));
    const std::size_t colon = word.find(':');
    if (colon != std::string::npos) word = word.substr(colon + 1);
    std::istringstream list(word);
    for (std::string reading; std::getline(list, reading, ',');) {
      const Syllable syllable = split_tone(reading);
      if (!syllable.letters.empty()) result.push_back(syllable);
    }
  }
  return result;
}

// Japanese

// Letters as kana_matcher.h defines them, of kana only; else empty.
std::string kana_letters_of(const std::u32string& kana) {
  std::string result;
  for (char32_t c : kana) {
    const auto letter = jomun::kana_letter(c);
    if (!letter) return {};
    result += *letter;
  }
  return result;
}

// Hepburn as in Unihan, "GAKKOU", in letters; empty: not Japanese.
std::string kana_letters_of_romaji(const std::string& romaji) {
  static const std::map<std::string, std::u32string> syllables = [] {
    std::map<std::string, std::u32string> result;
    const std::pair<const char*, const char32_t*> rows[] = {
        {"", U"あいうえお"},  {"K", U"かきくけこ"}, {"G", U"がぎぐげご"}, {"S", U"さしすせそ"}, {"Z", U"ざじずぜぞ"},
        {"T", U"たちつてと"}, {"D", U"だじずでど"}, {"N", U"なにぬねの"}, {"H", U"はひふへほ"}, {"B", U"ばびぶべぼ"},
        {"P", U"ぱぴぷぺぽ"}, {"M", U"まみむめも"}, {"R", U"らりるれろ"}};
    for (const auto& [consonant, kana] : rows) {
      for (int i = 0; i < 5; ++i) result[std::string(consonant) + "AIUEO"[i]] = kana[i];
      const std::pair<const char*, const char32_t*> glides[] = {{"YA", U"ゃ"}, {"YU", U"ゅ"}, {"YO", U"ょ"}};
      for (const auto& [vowel, small] : glides)
        if (*consonant != '\0') result[std::string(consonant) + vowel] = std::u32string{kana[1]} + small;
    }
    for (const auto& [from, to] : std::map<std::string, std::string>{
             {"SHI", "SI"}, {"CHI", "TI"}, {"TSU", "TU"}, {"FU", "HU"}, {"JI", "ZI"}, {"DZU", "DU"}, {"DJI", "DI"}})
      result[from] = result[to];
    for (const auto& [consonant, row] : std::map<std::string, std::string>{{"SH", "SY"}, {"CH", "TY"}, {"J", "ZY"}})
      for (const char* vowel : {"A", "U", "O"}) result[consonant + vowel] = result[row + vowel];
    result.insert({{"YA", U"や"}, {"YU", U"ゆ"}, {"YO", U"よ"}, {"WA", U"わ"}, {"WO", U"を"}, {"N", U"ん"}});
    return result;
  }();
  std::u32string kana;
  for (std::size_t at = 0; at < romaji.size();) {
    std::size_t size = std::min<std::size_t>(3, romaji.size() - at);
    while (size > 0 && !syllables.contains(romaji.substr(at, size))) --size;
    if (size > 0) {
      kana += syllables.at(romaji.substr(at, size));
      at += size;
    } else if (at + 1 < romaji.size() && (romaji[at] == romaji[at + 1] || romaji.compare(at, 2, "TC") == 0)) {
      kana += U'っ';
      ++at;
    } else {
      return {};
    }
  }
  return kana_letters_of(kana);
}

class JapaneseReadings {
 public:
  void add(char32_t c, const std::string& letters, bool native) {
    if (!letters.empty()) characters_[c].insert({letters, native});
  }

  void add_dictionary(const char* edict) {
    std::set<std::tuple<std::size_t, std::u32string, std::string>> words;  // the shortest first
    const icu::LocalUConverterPointer euc_jp = converter("EUC-JP");
    const auto decoded = [&](const std::string& bytes) {
      UErrorCode error = U_ZERO_ERROR;
      return code_points_of(icu::UnicodeString(bytes.data(), static_cast<int>(bytes.size()), euc_jp.getAlias(), error));
    };
    std::ifstream lines = opened(edict);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t open = line.find(" ["), close = line.find("] /");
      if (open == std::string::npos || close == std::string::npos) continue;
      const std::u32string word = decoded(line.substr(0, open));
      const std::string letters = kana_letters_of(decoded(line.substr(open + 2, close - open - 2)));
      if (letters.empty() || letters.size() > jomun::max_kana || word.size() > jomun::max_kana_characters) continue;
      if (!std::all_of(word.begin(), word.end(), [](char32_t c) { return is_han(c) || jomun::kana_letter(c).has_value(); })) continue;
      if (std::any_of(word.begin(), word.end(), is_han)) words.emplace(word.size(), word, letters);
    }
    if (words.empty()) throw std::runtime_error(std::string(edict) + ": has no words; is it EUC-JP?");
    std::set<std::tuple<std::size_t, std::u32string, std::string, char32_t>> irregular;
    for (const auto& [size, word, letters] : words)
      if (!reads(word, letters, 0)) irregular.insert(trimmed(word, letters));
    for (const auto& [size, word, letters, following] : irregular) {
      if (letters.empty() || size > jomun::longest_irregular_word || reads(word, letters, following)) continue;
      if (size == 1)
        add(word[0], letters, false);
      else
        words_[std::u32string(word.rbegin(), word.rend())].insert(letters);
    }
  }

  // As KanaMatcher wants them.
  template <typename Function>
  void readings(char32_t c, Function function) const {
    const auto found = characters_.find(c);
    if (found == characters_.end()) return;
    for (const auto& [letters, native] : found->second) function(std::string_view(letters), native);
  }
  template <typename Function>
  void words(std::span<const char32_t> characters, Function function) const {
    for (std::size_t size = 2; size <= jomun::longest_irregular_word && size <= characters.size(); ++size) {
      const auto word = characters.last(size);
      const auto found = words_.find(std::u32string(word.rbegin(), word.rend()));
      if (found == words_.end()) continue;
      for (const std::string& letters : found->second) function(size, std::string_view(letters));
    }
  }

  ByCharacter<std::pair<std::string, bool>>& characters() { return characters_; }
  // By their characters from the last to the first.
  const std::map<std::u32string, std::set<std::string>>& irregular_words() const { return words_; }

 private:
  static icu::LocalUConverterPointer converter(const char* name) {
    UErrorCode error = U_ZERO_ERROR;
    icu::LocalUConverterPointer result(ucnv_open(name, &error));
    if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU has no converter ") + name);
    return result;
  }
  bool reads(const std::u32string& word, const std::string& letters, char32_t following) const {
    return jomun::KanaMatcher(*this, word, letters, {0, following}).reads_all();
  }

  // Without the kana both have at either end, and what then follows the word.
  static std::tuple<std::size_t, std::u32string, std::string, char32_t> trimmed(std::u32string word, std::string letters) {
    char32_t following = 0;
    const auto same = [&](char32_t c, char letter) { return jomun::kana_letter(c) == letter; };
    while (!letters.empty() && same(word.back(), letters.back())) {
      following = word.back();
      word.pop_back();
      letters.pop_back();
    }
    while (!letters.empty() && same(word.front(), letters.front())) {
      word.erase(0, 1);
      letters.erase(0, 1);
    }
    return {word.size(), word, letters, following};
  }

  ByCharacter<std::pair<std::string, bool>> characters_;
  std::map<std::u32string, std::set<std::string>> words_;  // by their characters from the last to the first
};

// Korean

class KoreanReadings {
 public:
  void add(char32_t c, char32_t syllable) {
    if (is_han(c) && syllable >= 0xAC00 && syllable < 0xD7A4) characters_[c].insert(syllable);
  }

  void add_dictionary(const char* hanja) {
    std::vector<std::pair<std::u32string, std::u32string>> words;
    std::ifstream lines = opened(hanja);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t first = line.find(':'), second = line.find(':', first + 1);
      if (line.starts_with('#') || second == std::string::npos) continue;
      const std::u32string hangul = code_points_of_utf8(line.substr(0, first));
      const std::u32string han = code_points_of_utf8(line.substr(first + 1, second - first - 1));
      if (hangul.size() != han.size()) continue;
      if (hangul.size() == 1)
        add(han[0], hangul[0]);
      else
        words.emplace_back(hangul, han);
    }
    if (words.empty()) throw std::runtime_error(std::string(hanja) + ": has no words");
    std::map<std::pair<char32_t, char32_t>, int> found;
    for (const auto& [hangul, han] : words) {
      std::size_t unknown = 0, place = 0;
      for (std::size_t i = 0; i < han.size(); ++i)
        if (!reads(han[i], hangul[i])) {
          ++unknown;
          place = i;
        }
      if (unknown == 1) ++found[{han[place], hangul[place]}];
    }
    for (const auto& [pair, times] : found)
      if (times > 1) add(pair.first, pair.second);
  }

  ByCharacter<char32_t>& characters() { return characters_; }

 private:
  bool reads(char32_t c, char32_t syllable) const {
    if (!is_han(c)) return c == syllable;
    const auto found = characters_.find(c);
    return found != characters_.end() && std::any_of(found->second.begin(), found->second.end(),
                                                     [&](char32_t reading) { return jomun::may_be_written(reading, syllable); });
  }

  ByCharacter<char32_t> characters_;
};

// Output

template <typename Values>
void write_array(std::ostream& out, const std::string& declaration, const Values& values) {
  out << "extern const " << declaration << "[] = {";
  for (const auto& value : values) out << value << ',';
  out << "};\n";
}

// As a string literal.
void write_bytes(std::ostream& out, const char* name, const std::string& bytes) {
  static constexpr char digits[] = "01234567";
  out << "extern const char " << name << "[] = \"";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    out << '\\' << digits[byte >> 6] << digits[byte >> 3 & 7] << digits[byte & 7];
    if (i % 4096 == 4095) out << "\"\n\"";
  }
  out << "\";\n";
}

std::uint16_t checked(std::size_t value, std::size_t limit) {
  if (value >= limit) throw std::runtime_error("more readings than the tables can number");
  return static_cast<std::uint16_t>(value);
}

void write_table(std::ostream& out, const std::string& name, const ByCharacter<std::uint16_t>& readings) {
  using Values = std::vector<std::uint16_t>;
  constexpr char32_t block_size = 1U << reading_block_bits;
  std::map<Values, std::uint16_t> list_starts, block_numbers;
  Values lists, cells, blocks;
  for (char32_t first = 0; first < reading_code_points; first += block_size) {
    Values block;
    for (char32_t c = first; c < first + block_size; ++c) {
      const auto found = readings.find(c);
      if (found == readings.end() || found->second.empty()) {
        block.push_back(0);
        continue;
      }
      Values list(found->second.begin(), found->second.end());
      list.back() |= jomun::tables::last_reading;
      const auto [place, is_new] = list_starts.emplace(list, checked(lists.size() + 1, 0x10000));
      if (is_new) lists.insert(lists.end(), list.begin(), list.end());
      block.push_back(place->second);
    }
    const auto [place, is_new] = block_numbers.emplace(block, checked(block_numbers.size(), 0x10000));
    if (is_new) cells.insert(cells.end(), block.begin(), block.end());
    blocks.push_back(place->second);
  }
  if (!readings.empty() && readings.rbegin()->first >= reading_code_points) throw std::runtime_error("a character beyond the tables");
  out << "namespace {\n";
  write_array(out, "std::uint16_t " + name + "_blocks", blocks);
  write_array(out, "std::uint16_t " + name + "_cells", cells);
  write_array(out, "std::uint16_t " + name + "_lists", lists);
  out << "}\nextern const ReadingTable " << name << " = {" << name << "_blocks, " << name << "_cells, " << name << "_lists};\n";
}

void write_mandarin(std::ostream& out, const ByCharacter<Syllable>& readings) {
  std::map<std::string, std::uint16_t> numbers;
  for (const auto& [c, list] : readings)
    for (const Syllable& syllable : list) numbers[syllable.letters];
  std::vector<std::string> pinyin, zhuyin;
  for (auto& [letters, number] : numbers) {
    number = checked(pinyin.size(), 0x1000);
    pinyin.push_back('"' + letters + '"');
    std::ostringstream escaped;
    escaped << '"' << std::oct;
    for (char32_t c : jomun::zhuyin_of(letters)) escaped << '\\' << c - 0x3100;
    zhuyin.push_back(escaped.str() + '"');
  }
  write_array(out, "char* const pinyin_syllables", pinyin);
  write_array(out, "char* const zhuyin_syllables", zhuyin);
  ByCharacter<std::uint16_t> values;
  for (const auto& [c, list] : readings)
    for (const Syllable& syllable : list) values[c].insert(static_cast<std::uint16_t>(numbers.at(syllable.letters) << 3 | syllable.tone));
  write_table(out, "mandarin", values);
}

void write_japanese(std::ostream& out, JapaneseReadings& readings) {
  std::map<std::string, std::uint16_t> numbers;
  for (const auto& [c, list] : readings.characters())
    for (const auto& [letters, native] : list) numbers[letters];
  std::string spellings;
  std::vector<std::uint16_t> starts;
  for (auto& [letters, number] : numbers) {
    number = checked(starts.size(), 0x4000);
    starts.push_back(checked(spellings.size(), 0x10000));
    spellings += letters;
  }
  starts.push_back(checked(spellings.size(), 0x10000));
  write_bytes(out, "kana_spellings", spellings);
  write_array(out, "std::uint16_t kana_spelling_starts", starts);
  ByCharacter<std::uint16_t> values;
  for (const auto& [c, list] : readings.characters())
    for (const auto& [letters, native] : list) values[c].insert(static_cast<std::uint16_t>(numbers.at(letters) << 1 | (native ? 1 : 0)));
  write_table(out, "japanese", values);

  std::string bytes;
  std::vector<std::size_t> word_starts;
  for (const auto& [word, list] : readings.irregular_words())
    for (const std::string& letters : list) {
      if (std::any_of(word.begin(), word.end(), [](char32_t c) { return c > 0xFFFF; })) continue;
      word_starts.push_back(bytes.size() << 4 | word.size());
      for (char32_t c : word) {
        bytes += static_cast<char>(c >> 8);
        bytes += static_cast<char>(c & 0xFF);
      }
      bytes += letters;
    }
  const std::size_t count = word_starts.size();
  word_starts.push_back(bytes.size() << 4);
  write_bytes(out, "irregular_words", bytes);
  write_array(out, "std::uint32_t irregular_word_starts", word_starts);
  out << "extern const std::size_t irregular_word_count = " << count << ";\n";
}

void write_korean(std::ostream& out, const ByCharacter<char32_t>& readings) {
  ByCharacter<std::uint16_t> values;
  for (const auto& [c, list] : readings)
    for (char32_t syllable : list) values[c].insert(static_cast<std::uint16_t>(syllable - 0xAC00));
  write_table(out, "korean", values);
}

void generate(const char* unihan_readings, const char* hanja, const char* edict, const char* file) {
  const std::set<std::string> mandarin_fields = {"kMandarin", "kHanyuPinyin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983"};
  ByCharacter<Syllable> mandarin;
  JapaneseReadings japanese;
  KoreanReadings korean;
  jomun::for_each_property(unihan_readings, [&](char32_t c, const std::string& property, const std::string& value) {
    if (mandarin_fields.contains(property)) {
      const std::vector<Syllable> found = syllables_in(value);
      mandarin[c].insert(found.begin(), found.end());
    } else if (property == "kJapaneseOn" || property == "kJapaneseKun") {
      for (const std::string& romaji : words_of(value)) japanese.add(c, kana_letters_of_romaji(romaji), property == "kJapaneseKun");
    } else if (property == "kHangul") {
      for (const std::string& reading : words_of(value)) korean.add(c, code_points_of_utf8(reading)[0]);
    }
  });
  add_compatibility_ideographs(mandarin);
  add_compatibility_ideographs(japanese.characters());
  japanese.add_dictionary(edict);
  korean.add_dictionary(hanja);
  add_compatibility_ideographs(korean.characters());

  std::ofstream out(file);
  out << "// Generated by tokenizers/generate_readings.cc.\n#include \"tokenizers/readings.h\"\nnamespace jomun::tables {\n";
  write_mandarin(out, mandarin);
  write_japanese(out, japanese);
  write_korean(out, korean.characters());
  out << "}\n";
  if (!out.flush()) throw std::runtime_error(std::string(file) + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: jomun-generate-readings UNIHAN_READINGS HANJA EDICT OUT\n";
    return 2;
  }
  try {
    generate(argv[1], argv[2], argv[3], argv[4]);
  } catch (const std::exception& error) {
    std::cerr << "jomun-generate-readings: " << error.what() << '\n';
    return 1;
  }
}
