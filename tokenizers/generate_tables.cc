// Jomun: writes the tables of characters and readings as C++ source, from the Unicode Character Database and OpenCC.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: jomun-generate-tables UNIHAN_VARIANTS UNIHAN_READINGS CHARACTERS_OUT READINGS_OUT OPENCC_CONFIG...
//
// Folding of Han. Two code points belong to one class when
//   - one is the other's compatibility decomposition (ICU's NFKC: F900.., 2F800.., Kangxi radicals), or
//   - Unihan calls one the other's kSimplifiedVariant, kTraditionalVariant or kZVariant, or
//   - an OpenCC table maps one to the other: simplified (佈 to 布), Japanese (産 to 產), Taiwan (裏 to 裡), Hong Kong (説 to 說), or
//   - each is the other's kSemanticVariant, by another source than kLau alone (which pairs 完 with 烟 and 子 with 只), one of the two
//     is in no class yet, and one is not in daily use: so that a rare form (皷 of 鼓) joins its class, but neither two classes nor
//     two common characters (磁 and 瓷, 搞 and 搅) ever melt into one by a semantic relation alone.
// The relation is taken as an equivalence, so 发 發 髮 are one class: a search engine would rather find too much here, and the text
// shown is always the original. The class is represented by one in daily use, among those by the one most others call their simplified
// form.
//
// Folding of everything else: NFKC case folding, and Latin letters without their diacritics.

#include <opencc/opencc.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "tokenizers/characters.h"

namespace {

using jomun::CharacterClass;
constexpr char32_t code_points = 0x110000;
constexpr char32_t block_size = 128;

const icu::Normalizer2& normalizer(const char* name, UNormalization2Mode mode) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getInstance(nullptr, name, mode, error);
  if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU has no normaliser ") + name);
  return *instance;
}

icu::UnicodeString normalized(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString result = form.normalize(text, error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU cannot normalise");
  return result;
}

bool is_single(const icu::UnicodeString& text) { return !text.isEmpty() && text.countChar32() == 1; }
bool is_han(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &error) == USCRIPT_HAN && u_isalpha(static_cast<UChar32>(c));
}

// `code point TAB property TAB value` lines of a Unihan file.
template <typename Function>
void for_each_property(const char* file, Function function) {
  std::ifstream lines(file);
  if (!lines) throw std::runtime_error(std::string(file) + ": cannot be read");
  std::string line;
  while (std::getline(lines, line)) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (second == std::string::npos) throw std::runtime_error(std::string(file) + ": not a Unihan line: " + line);
    function(static_cast<char32_t>(std::stoul(line.substr(2, first - 2), nullptr, 16)), line.substr(first + 1, second - first - 1),
             line.substr(second + 1));
  }
}

// "U+7740 U+8457<kFenn" gives the two code points.
std::vector<char32_t> variants_in(const std::string& value) {
  std::vector<char32_t> result;
  std::istringstream words(value);
  for (std::string word; words >> word;)
    if (!word.ends_with("<kLau")) result.push_back(static_cast<char32_t>(std::stoul(word.substr(2, word.find('<')), nullptr, 16)));
  return result;
}

// The first levels of the national standards hold the characters in daily use: GB 2312, Big5 and JIS X 0208.
class DailyUse {
 public:
  bool contains(char32_t c) const {
    return c < 0x10000 && (gb_.code(c, 0xB0A1, 0xD7FE) || big5_.code(c, 0xA440, 0xC67E) || jis_.code(c, 0x889F, 0x9872));
  }

 private:
  class Charset {
   public:
    explicit Charset(const char* name) {
      UErrorCode error = U_ZERO_ERROR;
      converter_ = ucnv_open(name, &error);
      if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU has no converter ") + name);
    }
    ~Charset() { ucnv_close(converter_); }
    Charset(const Charset&) = delete;
    Charset& operator=(const Charset&) = delete;
    // Whether `c` has a code of two bytes from `first` to `last`.
    bool code(char32_t c, unsigned first, unsigned last) const {
      const auto unit = static_cast<UChar>(c);
      char bytes[8];
      UErrorCode error = U_ZERO_ERROR;
      if (ucnv_fromUChars(converter_, bytes, sizeof bytes, &unit, 1, &error) != 2) return false;
      const unsigned code = static_cast<unsigned char>(bytes[0]) * 256U + static_cast<unsigned char>(bytes[1]);
      return code >= first && code <= last;
    }

   private:
    UConverter* converter_ = nullptr;
  };
  Charset gb_{"EUC-CN"}, big5_{"Big5"}, jis_{"Shift_JIS"};
};

class HanVariants {
 public:
  HanVariants(const char* unihan_variants, const std::vector<std::string>& opencc_configs) : parent_(code_points) {
    std::iota(parent_.begin(), parent_.end(), char32_t{0});
    std::map<char32_t, std::set<char32_t>> semantic;
    for_each_property(unihan_variants, [&](char32_t c, const std::string& property, const std::string& value) {
      const bool simplified = property == "kSimplifiedVariant", traditional = property == "kTraditionalVariant";
      for (char32_t variant : variants_in(value)) {
        if (simplified || traditional || property == "kZVariant") join(c, variant);
        if (simplified) simplified_[c].insert(variant);
        if (traditional) traditional_[c].insert(variant);
        if (property == "kSemanticVariant") semantic[c].insert(variant);
      }
    });
    const icu::Normalizer2& nfkc = normalizer("nfkc", UNORM2_COMPOSE);
    for (char32_t c = 0; c < code_points; ++c) {
      if (c >= 0xD800 && c < 0xE000) continue;
      const icu::UnicodeString text(static_cast<UChar32>(c)), folded = normalized(nfkc, text);
      if (folded != text && is_single(folded) && is_han(static_cast<char32_t>(folded.char32At(0))))
        join(c, static_cast<char32_t>(folded.char32At(0)));
    }
    for (const std::string& config : opencc_configs) {
      const opencc::SimpleConverter converter(config);
      for (char32_t c = 0x3400; c < 0xA000; ++c) {
        std::string utf8;
        icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(utf8);
        const icu::UnicodeString converted = icu::UnicodeString::fromUTF8(converter.Convert(utf8));
        if (is_single(converted)) join(c, static_cast<char32_t>(converted.char32At(0)));
      }
    }
    std::vector<bool> classed(code_points);
    for (char32_t c = 0; c < code_points; ++c) classed[c] = root(c) != c;
    for (char32_t c = 0; c < code_points; ++c)
      if (classed[c]) classed[root(c)] = true;
    for (const auto& [c, others] : semantic)
      for (char32_t other : others) {
        const auto back = semantic.find(other);
        const bool mutual = back != semantic.end() && back->second.contains(c);
        if (mutual && !(classed[c] && classed[other]) && !(daily_use_.contains(c) && daily_use_.contains(other))) {
          join(c, other);
          classed[c] = classed[other] = true;
        }
      }
    choose_representatives();
  }

  char32_t fold(char32_t c) { return representative_.at(root(c)); }
  bool has_class(char32_t c) { return representative_.contains(root(c)); }
  bool simplified_only(char32_t c) const {
    const auto found = traditional_.find(c);
    return found != traditional_.end() && !found->second.contains(c) && !simplified_.contains(c);
  }
  bool traditional_only(char32_t c) const {
    const auto found = simplified_.find(c);
    return found != simplified_.end() && !found->second.contains(c) && !traditional_.contains(c);
  }

 private:
  char32_t root(char32_t c) {
    while (parent_[c] != c) c = parent_[c] = parent_[parent_[c]];
    return c;
  }
  void join(char32_t a, char32_t b) {
    if (is_han(a) && is_han(b)) parent_[std::max(root(a), root(b))] = std::min(root(a), root(b));
  }
  void choose_representatives() {
    std::map<char32_t, int> votes;  // by how many code points of its class it is called their simplified form
    for (const auto& [c, targets] : simplified_)
      for (char32_t target : targets) ++votes[target];
    std::map<char32_t, std::vector<char32_t>> members;
    for (char32_t c = 0; c < code_points; ++c)
      if (root(c) != c) members[root(c)].push_back(c);
    for (auto& [first, rest] : members) {
      rest.push_back(first);
      // The extensions hold rare forms. Last ties go to the lower code point.
      const auto rank = [&](char32_t c) { return std::tuple(c >= 0x4E00 && c < 0xA000, daily_use_.contains(c), votes[c], ~c); };
      representative_[first] = *std::max_element(rest.begin(), rest.end(), [&](char32_t a, char32_t b) { return rank(a) < rank(b); });
    }
  }

  DailyUse daily_use_;
  std::vector<char32_t> parent_;
  std::map<char32_t, std::set<char32_t>> simplified_, traditional_;
  std::map<char32_t, char32_t> representative_;  // by the root of a class of two or more
};

struct Entry {
  char32_t folded = 0;
  CharacterClass kind = CharacterClass::separator;
  bool simplified_only = false, traditional_only = false;
  std::uint32_t packed() const {
    return folded | static_cast<std::uint32_t>(kind) << 21 | static_cast<std::uint32_t>(simplified_only) << 25 |
           static_cast<std::uint32_t>(traditional_only) << 26;
  }
};

// The one code point that stands for letter or digit `c` of a script with words, or 0.
char32_t fold_letter(char32_t c) {
  const icu::UnicodeString folded = normalized(normalizer("nfkc_cf", UNORM2_COMPOSE), icu::UnicodeString(static_cast<UChar32>(c)));
  icu::UnicodeString parts = normalized(normalizer("nfc", UNORM2_DECOMPOSE), folded), kept;
  for (int i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    UErrorCode error = U_ZERO_ERROR;
    const bool after_latin = !kept.isEmpty() && uscript_getScript(kept.char32At(kept.length() - 1), &error) == USCRIPT_LATIN;
    if (!(after_latin && u_charType(part) == U_NON_SPACING_MARK)) kept.append(part);
  }
  kept = normalized(normalizer("nfc", UNORM2_COMPOSE), kept);
  if (!is_single(kept)) return 0;
  const UChar32 result = kept.char32At(0);
  return u_isalnum(result) ? static_cast<char32_t>(result) : 0;
}

Entry classify(char32_t c, HanVariants& variants) {
  const auto character = static_cast<UChar32>(c);
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(character, &error);
  const int8_t type = u_charType(character);
  const icu::UnicodeString text(character), folded = normalized(normalizer("nfkc", UNORM2_COMPOSE), text);
  if (c >= 0xD800 && c < 0xE000) return {};
  if (u_isUWhiteSpace(character)) return {c, CharacterClass::space};
  if (!u_isdefined(character))
    return u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ? Entry{c, CharacterClass::ignorable} : Entry{};
  if (c == 0x318D || c == 0x119E || c == 0x3164 || c == 0xFFA0) return {};  // araea used as a middle dot; fillers
  if (c == 0x200B || u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return {c, CharacterClass::ignorable};
  if ((c >= 0x1100 && c < 0x1200) || (c >= 0xA960 && c < 0xA980) || (c >= 0xD7B0 && c < 0xD800) || (c >= 0xFF66 && c < 0xFFDD))
    return {c, CharacterClass::compound};
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK) return {0, CharacterClass::mark};
  // ㌔, ㍿, ㊀ and the like: symbols made of letters; ㎏ and ① of those of other scripts.
  const UScriptCode first = uscript_getScript(folded.char32At(0), &error);
  const bool of_cjk = first == USCRIPT_HAN || first == USCRIPT_KATAKANA || first == USCRIPT_HIRAGANA || first == USCRIPT_HANGUL;
  const bool letter = u_isalpha(character) || u_isdigit(character) || type == U_LETTER_NUMBER || type == U_OTHER_NUMBER;
  if (folded != text && of_cjk && (!letter || script == USCRIPT_COMMON))
    return is_single(folded) ? classify(static_cast<char32_t>(folded.char32At(0)), variants) : Entry{c, CharacterClass::compound};
  if (!letter) return folded != text && u_isalnum(folded.char32At(0)) ? Entry{fold_letter(c), CharacterClass::word} : Entry{};
  if (script == USCRIPT_HAN || c == 0x3006) {
    return {variants.has_class(c) ? variants.fold(c) : c, CharacterClass::han, variants.simplified_only(c), variants.traditional_only(c)};
  }
  if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || c == 0x30FC) return {c, CharacterClass::kana};
  if (script == USCRIPT_HANGUL) return {c, CharacterClass::hangul};
  return {fold_letter(c), CharacterClass::word};
}

void write_characters(const char* file, HanVariants& variants) {
  std::map<std::vector<std::uint32_t>, std::size_t> numbers;
  std::vector<std::vector<std::uint32_t>> blocks;
  std::vector<std::size_t> index;
  for (char32_t first = 0; first < code_points; first += block_size) {
    std::vector<std::uint32_t> block;
    for (char32_t c = first; c < first + block_size; ++c) block.push_back(classify(c, variants).packed());
    const auto [place, is_new] = numbers.emplace(block, blocks.size());
    if (is_new) blocks.push_back(block);
    index.push_back(place->second);
  }
  std::ofstream out(file);
  out << "// Generated by tokenizers/generate_tables.cc.\n#include <cstdint>\nnamespace jomun::tables {\n";
  out << "extern const std::uint16_t character_blocks[" << index.size() << "] = {";
  for (std::size_t number : index) out << number << ',';
  out << "};\nextern const std::uint32_t characters[" << blocks.size() * block_size << "] = {";
  for (const auto& block : blocks)
    for (std::uint32_t entry : block) out << entry << ',';
  out << "};\n}\n";
  if (!out.flush()) throw std::runtime_error(std::string(file) + ": cannot be written");
}

// A syllable with its tone, "rén", as the toneless syllable and 2. Unmarked: 0.
std::pair<std::string, int> split_tone(const std::string& pinyin) {
  const icu::UnicodeString parts = normalized(normalizer("nfc", UNORM2_DECOMPOSE), icu::UnicodeString::fromUTF8(pinyin));
  std::string syllable;
  int tone = 0;
  for (int i = 0; i < parts.length(); ++i) {
    switch (const char16_t c = parts.charAt(i)) {
      case 0x0304: tone = 1; break;
      case 0x0301: tone = 2; break;
      case 0x030C: tone = 3; break;
      case 0x0300: tone = 4; break;
      case 0x0308:
        if (!syllable.empty() && syllable.back() == 'u') syllable.back() = 'v';
        break;
      case 0x0302: break;  // ê
      default:
        if (c < 'a' || c > 'z') return {"", 0};
        syllable += static_cast<char>(c);
    }
  }
  return {syllable, tone};
}

// The syllables of a value: "rén(16866) ren(280)", "10101.100:rén,rèn", "313.110,313.120:rén".
std::vector<std::string> readings_in(const std::string& value) {
  std::vector<std::string> result;
  std::istringstream words(value);
  for (std::string word; words >> word;) {
    word = word.substr(0, word.find('('));
    const std::size_t colon = word.find(':');
    if (colon != std::string::npos) word = word.substr(colon + 1);
    std::istringstream list(word);
    for (std::string reading; std::getline(list, reading, ',');) result.push_back(reading);
  }
  return result;
}

void write_readings(const char* unihan_readings, const char* file) {
  const std::set<std::string> fields = {"kMandarin", "kHanyuPinyin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983"};
  std::map<char32_t, std::set<std::pair<std::string, int>>> readings;
  std::set<std::string> syllables;
  for_each_property(unihan_readings, [&](char32_t c, const std::string& property, const std::string& value) {
    if (!fields.contains(property)) return;
    for (const std::string& reading : readings_in(value)) {
      const auto [syllable, tone] = split_tone(reading);
      if (syllable.empty()) continue;
      readings[c].insert({syllable, tone});
      syllables.insert(syllable);
    }
  });
  const std::vector<std::string> names(syllables.begin(), syllables.end());
  std::ofstream out(file);
  out << "// Generated by tokenizers/generate_tables.cc.\n#include \"tokenizers/readings.h\"\nnamespace jomun::tables {\n";
  out << "extern const char* const syllables[] = {";
  for (const std::string& name : names) out << '"' << name << "\",";
  out << "};\nextern const Reading readings[] = {";
  std::vector<std::pair<char32_t, std::size_t>> starts;
  std::size_t count = 0;
  for (const auto& [c, list] : readings) {
    starts.emplace_back(c, count);
    for (const auto& [syllable, tone] : list) {
      out << '{' << std::lower_bound(names.begin(), names.end(), syllable) - names.begin() << ',' << tone << "},";
      ++count;
    }
  }
  out << "};\nextern const ReadingStart reading_starts[] = {";
  for (const auto& [c, start] : starts) out << '{' << static_cast<std::uint32_t>(c) << ',' << start << "},";
  out << "{" << static_cast<std::uint32_t>(code_points) << ',' << count
      << "}};\nextern const std::size_t reading_starts_count = " << starts.size() << ";\n}\n";
  if (!out.flush()) throw std::runtime_error(std::string(file) + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) {
    std::cerr << "usage: jomun-generate-tables UNIHAN_VARIANTS UNIHAN_READINGS CHARACTERS_OUT READINGS_OUT OPENCC_CONFIG...\n";
    return 2;
  }
  try {
    HanVariants variants(argv[1], {argv + 5, argv + argc});
    write_characters(argv[3], variants);
    write_readings(argv[2], argv[4]);
  } catch (const std::exception& error) {
    std::cerr << "jomun-generate-tables: " << error.what() << '\n';
    return 1;
  }
}
