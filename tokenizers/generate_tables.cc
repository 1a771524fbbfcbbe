// Jomun: writes the table of characters as C++ source, from the Unicode Character Database and OpenCC.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: jomun-generate-tables UNIHAN_VARIANTS EQUIVALENT_IDEOGRAPHS CHARACTERS_OUT OPENCC_CONFIG...
//
// docs/folding.md says what comes of these rules. In order:
//
// Folding of Han. Two code points belong to one class when
//   1. one is the other's compatibility decomposition (ICU's NFKC: F900.., 2F800.., Kangxi radicals), or
//   2. Unihan calls one the other's kSimplifiedVariant, kTraditionalVariant or kZVariant, or
//   3. an OpenCC table maps one to the other, or
//   4. OpenCC's Japanese tables map one to the other, and the new form is of JIS X 0208 level 1 or rule 5 allows it, or
//   5. each is the other's kSemanticVariant, by another source than kLau alone (which pairs 完 with 烟 and 子 with 只), and the classes
//      that the rules have made so far do not have members in one and the same standard: GB 2312, level 1 of Big5 or of JIS X 0208.
//      A standard has two codes for what its users tell apart. Pairs with more sources come first.
// The relation is taken as an equivalence, so 发 發 髮 are one class: a search engine would rather find too much here, and the text
// shown is always the original. The class is represented by one in daily use, among those by the one most others call their simplified
// form. Radicals and strokes are read as the ideograph that Unicode calls equivalent.
//
// Folding of kana: small forms, obsolete forms and hentaigana are the letter that is written today. Folding of jamo: a conjoining one is
// the compatibility jamo of the same name. Folding of everything else: NFKC case folding, and Latin letters without their diacritics.

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
#include "tokenizers/unihan.h"

namespace {

using jomun::CharacterClass;
constexpr char32_t code_points = 0x110000;
constexpr char32_t basic_plane = 0x10000, block_size = 1 << jomun::tables::block_bits;

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
  return uscript_getScript(static_cast<UChar32>(c), &error) == USCRIPT_HAN && u_isUAlphabetic(static_cast<UChar32>(c));
}

struct Variant {
  char32_t code_point = 0;
  std::set<std::string> sources;
};

// "U+7740 U+8457<kFenn,kLau:T" gives the two code points, the second with kFenn and kLau.
std::vector<Variant> variants_in(const std::string& value) {
  std::vector<Variant> result;
  std::istringstream words(value);
  for (std::string word; words >> word;) {
    const std::size_t end = word.find('<');
    Variant& variant = result.emplace_back();
    variant.code_point = static_cast<char32_t>(std::stoul(word.substr(2, end), nullptr, 16));
    if (end == std::string::npos) continue;
    std::istringstream sources(word.substr(end + 1));
    for (std::string source; std::getline(sources, source, ',');) variant.sources.insert(source.substr(0, source.find(':')));
  }
  return result;
}

// What the national standards say of a character.
class Standards {
 public:
  // Whether a first level holds it: those in daily use.
  bool daily(char32_t c) const { return gb_.code(c, 0xB0A1, 0xD7FE) || in_big5(c) || in_jis(c); }
  bool in_jis(char32_t c) const { return jis_.code(c, 0x889F, 0x9872); }
  // A bit for each standard whose users tell the characters apart that it holds. Both levels of GB 2312, which leaves out what China
  // has abolished as a variant; the others have variants in their second levels, and KS X 1001 has them all over.
  unsigned distinguished(char32_t c) const {
    return (gb_.code(c, 0xB0A1, 0xF7FE) ? 1U : 0U) | (in_big5(c) ? 2U : 0U) | (in_jis(c) ? 4U : 0U);
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
      if (c > 0xFFFF) return false;
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
  bool in_big5(char32_t c) const { return big5_.code(c, 0xA440, 0xC67E); }

  Charset gb_{"EUC-CN"}, big5_{"Big5"}, jis_{"Shift_JIS"};
};

class HanVariants {
 public:
  HanVariants(const char* unihan_variants, const std::vector<std::string>& opencc_configs)
      : parent_(code_points), distinguished_(code_points) {
    std::iota(parent_.begin(), parent_.end(), char32_t{0});
    for (char32_t c = 0; c < 0x10000; ++c)
      if (is_han(c)) distinguished_[c] = standards_.distinguished(c);
    join(U'〇', U'零');  // the two ways to write a nought among numerals
    join(U'々', U'〻');  // the repetition mark of vertical text
    const icu::Normalizer2& nfkc = normalizer("nfkc", UNORM2_COMPOSE);
    for (char32_t c = 0; c < code_points; ++c) {
      if (c >= 0xD800 && c < 0xE000) continue;
      const icu::UnicodeString text(static_cast<UChar32>(c)), folded = normalized(nfkc, text);
      if (folded != text && is_single(folded)) join(c, static_cast<char32_t>(folded.char32At(0)));
    }
    std::map<char32_t, std::map<char32_t, std::set<std::string>>> semantic;
    jomun::for_each_property(unihan_variants, [&](char32_t c, const std::string& property, const std::string& value) {
      const bool simplified = property == "kSimplifiedVariant", traditional = property == "kTraditionalVariant";
      for (const Variant& variant : variants_in(value)) {
        if (simplified || traditional || property == "kZVariant") join(c, variant.code_point);
        if (simplified) simplified_[c].insert(variant.code_point);
        if (traditional) traditional_[c].insert(variant.code_point);
        if (property == "kSemanticVariant") semantic[c][variant.code_point] = variant.sources;
      }
    });
    std::vector<std::pair<char32_t, char32_t>> doubtful;
    for (const std::string& config : opencc_configs) {
      const bool from_japanese = config == "jp2t.json", to_japanese = config == "t2jp.json";
      const opencc::SimpleConverter converter(config);
      for (char32_t c = 0; c < code_points; ++c) {
        if (!is_han(c)) continue;
        std::string utf8;
        icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(utf8);
        const icu::UnicodeString text = icu::UnicodeString::fromUTF8(converter.Convert(utf8));
        if (!is_single(text)) continue;
        const auto converted = static_cast<char32_t>(text.char32At(0));
        if ((from_japanese && !standards_.in_jis(c)) || (to_japanese && !standards_.in_jis(converted)))
          doubtful.emplace_back(c, converted);
        else
          join(c, converted);
      }
    }
    for (const auto& [c, converted] : doubtful) join_unless_told_apart(c, converted);
    join_semantic(semantic);
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
    if (!is_han(a) || !is_han(b)) return;
    const auto [first, second] = std::minmax({root(a), root(b)});
    parent_[second] = first;
    distinguished_[first] |= distinguished_[second];
  }
  void join_unless_told_apart(char32_t a, char32_t b) {
    if ((distinguished_[root(a)] & distinguished_[root(b)]) == 0) join(a, b);
  }
  void join_semantic(const std::map<char32_t, std::map<char32_t, std::set<std::string>>>& variants) {
    std::vector<std::tuple<int, char32_t, char32_t>> pairs;  // minus the number of sources first
    for (const auto& [a, others] : variants)
      for (const auto& [b, named] : others) {
        const auto back = variants.find(b);
        if (b <= a || back == variants.end() || !back->second.contains(a)) continue;
        std::set<std::string> sources = back->second.at(a);
        sources.insert(named.begin(), named.end());
        if (sources != std::set<std::string>{"kLau"}) pairs.emplace_back(-static_cast<int>(sources.size()), a, b);
      }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [count, a, b] : pairs) join_unless_told_apart(a, b);
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
      const auto rank = [&](char32_t c) { return std::tuple(c >= 0x4E00 && c < 0xA000, standards_.daily(c), votes[c], ~c); };
      representative_[first] = *std::max_element(rest.begin(), rest.end(), [&](char32_t a, char32_t b) { return rank(a) < rank(b); });
    }
  }

  Standards standards_;
  std::vector<char32_t> parent_;
  std::vector<unsigned> distinguished_;  // by root: in which standards the class has a member
  std::map<char32_t, std::set<char32_t>> simplified_, traditional_;
  std::map<char32_t, char32_t> representative_;  // by the root of a class of two or more
};

// The ideograph that a radical or stroke is the picture of, by the radical; `AAAA[..BBBB] ; CCCC # comment` lines.
std::map<char32_t, char32_t> equivalent_ideographs(const char* file) {
  std::ifstream lines(file);
  if (!lines) throw std::runtime_error(std::string(file) + ": cannot be read");
  std::map<char32_t, char32_t> result;
  for (std::string line; std::getline(lines, line);) {
    line = line.substr(0, line.find('#'));
    const std::size_t semicolon = line.find(';'), dots = line.find("..");
    if (semicolon == std::string::npos) continue;
    const unsigned long first = std::stoul(line, nullptr, 16);
    const unsigned long last = dots == std::string::npos ? first : std::stoul(line.substr(dots + 2), nullptr, 16);
    for (unsigned long c = first; c <= last; ++c)
      result[static_cast<char32_t>(c)] = static_cast<char32_t>(std::stoul(line.substr(semicolon + 1), nullptr, 16));
  }
  return result;
}

std::string name_of(char32_t c) {
  char name[128];
  UErrorCode error = U_ZERO_ERROR;
  u_charName(static_cast<UChar32>(c), U_UNICODE_CHAR_NAME, name, sizeof name, &error);
  return U_FAILURE(error) ? "" : name;
}

// The code point of that name, or 0.
char32_t code_point_named(const std::string& name) {
  UErrorCode error = U_ZERO_ERROR;
  const UChar32 c = u_charFromName(U_UNICODE_CHAR_NAME, name.c_str(), &error);
  return U_FAILURE(error) ? 0 : static_cast<char32_t>(c);
}

// Told by its name: "HIRAGANA LETTER SMALL TU" and "HENTAIGANA LETTER TU-1" are つ. A hentaigana of two readings, "TU-TO", stays itself.
char32_t fold_kana(char32_t c) {
  static const std::string letter = " LETTER ";
  static const std::map<std::string, std::string> written_today = {{"WI", "I"}, {"WE", "E"}, {"YI", "I"}, {"YE", "E"}, {"WU", "U"}};
  const std::string name = name_of(c);
  const std::size_t space = name.find(letter);
  if (space == std::string::npos) return c;
  std::string script = name.substr(0, space), sound = name.substr(space + letter.size());
  if (script == "HENTAIGANA") {
    script = "HIRAGANA";
    const std::size_t hyphen = sound.find('-');
    if (hyphen != std::string::npos && sound.find_first_not_of("0123456789", hyphen + 1) == std::string::npos) sound.resize(hyphen);
  }
  for (const std::string form : {"SMALL ", "ARCHAIC "})
    if (sound.starts_with(form)) sound.erase(0, form.size());
  if (const auto found = written_today.find(sound); found != written_today.end()) sound = found->second;
  const char32_t folded = code_point_named(script + letter + sound);
  return folded == 0 ? c : folded;
}

// The compatibility jamo that NFKC takes to this one, or else that of the same name: "HANGUL CHOSEONG KIYEOK" and "HANGUL JONGSEONG
// KIYEOK" are ㄱ. There are none for most of Old Hangul.
char32_t fold_jamo(char32_t c) {
  static const std::map<char32_t, char32_t> compatibility = [] {
    std::map<char32_t, char32_t> result;
    for (char32_t letter = 0x3131; letter < 0x318F; ++letter) {
      const auto jamo = normalized(normalizer("nfkc", UNORM2_COMPOSE), icu::UnicodeString(static_cast<UChar32>(letter))).char32At(0);
      result[static_cast<char32_t>(jamo)] = letter;
    }
    return result;
  }();
  if (const auto found = compatibility.find(c); found != compatibility.end()) return found->second;
  const std::string name = name_of(c);
  for (const std::string kind : {"HANGUL CHOSEONG ", "HANGUL JUNGSEONG ", "HANGUL JONGSEONG ", "HALFWIDTH HANGUL LETTER "})
    if (name.starts_with(kind)) {
      const char32_t folded = code_point_named("HANGUL LETTER " + name.substr(kind.size()));
      return folded == 0 ? c : folded;
    }
  return c;
}

bool is_cjk_letter(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &error);
  return script == USCRIPT_HAN || script == USCRIPT_KATAKANA || script == USCRIPT_HIRAGANA || script == USCRIPT_HANGUL;
}

bool has_cjk_letter(const icu::UnicodeString& text) {
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    if (is_cjk_letter(text.char32At(i))) return true;
  return false;
}

struct Entry {
  char32_t folded = 0;
  CharacterClass kind = CharacterClass::separator;
  bool simplified_only = false, traditional_only = false;
  bool joins = false, opens = false;
  std::uint32_t packed() const {
    namespace tables = jomun::tables;
    std::uint32_t result = folded;
    if (folded >= 0x800 && folded < 0x10000)
      result = tables::three_bytes | (0xE0 | folded >> 12) | (0x80 | (folded >> 6 & 0x3F)) << 8 | (0x80 | (folded & 0x3F)) << 16;
    result |= tables::pack_kind(kind);
    if ((result & tables::three_bytes) != 0 && (kind == CharacterClass::han || kind == CharacterClass::kana)) result |= tables::runs;
    if (simplified_only) result |= tables::simplified_only;
    if (traditional_only) result |= tables::traditional_only;
    if (joins) result |= tables::joins;
    if (opens) result |= tables::opens;
    return result;
  }
};

// Punctuation that stands inside what a reader takes as one phrase.
constexpr std::u32string_view joiners = U"-'\"/&_·‐‑‘’“”‧•・･ㆍ\u119E「」『』《》〈〉＂＇－／｢｣";
// What may open a reading or a gloss, see annotation.h.
constexpr std::u32string_view openers = U"(（《｜・･";

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

Entry classify(char32_t c, HanVariants& variants, const std::map<char32_t, char32_t>& equivalents) {
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
  if ((c >= 0x1100 && c < 0x1200) || (c >= 0xA960 && c < 0xA980) || (c >= 0xD7B0 && c < 0xD800) || (c >= 0xFFA1 && c < 0xFFDD))
    return {fold_jamo(c), CharacterClass::compound};
  if (c >= 0xFF66 && c < 0xFFA0) return {c, CharacterClass::compound};
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK) return {0, CharacterClass::mark};
  if (const auto found = equivalents.find(c); found != equivalents.end()) return classify(found->second, variants, equivalents);
  // ㌔, ㍿, ㊀, ㈠ and the like: symbols made of letters; ㎏ and ① of those of other scripts.
  const bool letter = u_isalpha(character) || u_isdigit(character) || type == U_LETTER_NUMBER || type == U_OTHER_NUMBER;
  if (folded != text && has_cjk_letter(folded) && (!letter || script == USCRIPT_COMMON || !is_single(folded)))
    return is_single(folded) ? classify(static_cast<char32_t>(folded.char32At(0)), variants, equivalents)
                             : Entry{c, CharacterClass::compound};
  if (!letter) return folded != text && u_isalnum(folded.char32At(0)) ? Entry{fold_letter(c), CharacterClass::word} : Entry{};
  if (script == USCRIPT_HAN || c == 0x3006) {
    return {variants.has_class(c) ? variants.fold(c) : c, CharacterClass::han, variants.simplified_only(c), variants.traditional_only(c)};
  }
  // ー and the vertical repetition marks have both scripts.
  if (uscript_hasScript(character, USCRIPT_HIRAGANA) || uscript_hasScript(character, USCRIPT_KATAKANA))
    return {fold_kana(c), CharacterClass::kana};
  if (script == USCRIPT_HANGUL) return {c, CharacterClass::hangul};
  return {fold_letter(c), CharacterClass::word};
}

void write_characters(const char* file, HanVariants& variants, const std::map<char32_t, char32_t>& equivalents) {
  std::map<std::vector<std::uint32_t>, std::size_t> numbers;
  std::vector<std::vector<std::uint32_t>> blocks;
  std::vector<std::size_t> index;
  const auto packed = [&](char32_t c) {
    Entry entry = classify(c, variants, equivalents);
    if (entry.kind == CharacterClass::separator) {
      entry.joins = joiners.find(c) != joiners.npos;
      entry.opens = openers.find(c) != openers.npos;
    }
    return entry.packed();
  };
  for (char32_t first = basic_plane; first < code_points; first += block_size) {
    std::vector<std::uint32_t> block;
    for (char32_t c = first; c < first + block_size; ++c) block.push_back(packed(c));
    const auto [place, is_new] = numbers.emplace(block, blocks.size());
    if (is_new) blocks.push_back(block);
    index.push_back(place->second);
  }
  std::ofstream out(file);
  out << "// Generated by tokenizers/generate_tables.cc.\n#include <cstdint>\nnamespace jomun::tables {\n";
  out << "extern const std::uint32_t basic_characters[" << std::uint32_t{basic_plane} << "] = {";
  for (char32_t c = 0; c < basic_plane; ++c) out << packed(c) << ',';
  out << "};\nextern const std::uint16_t character_blocks[" << index.size() << "] = {";
  for (std::size_t number : index) out << number << ',';
  out << "};\nextern const std::uint32_t characters[" << blocks.size() * block_size << "] = {";
  for (const auto& block : blocks)
    for (std::uint32_t entry : block) out << entry << ',';
  out << "};\n}\n";
  if (!out.flush()) throw std::runtime_error(std::string(file) + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: jomun-generate-tables UNIHAN_VARIANTS EQUIVALENT_IDEOGRAPHS CHARACTERS_OUT OPENCC_CONFIG...\n";
    return 2;
  }
  try {
    HanVariants variants(argv[1], {argv + 4, argv + argc});
    write_characters(argv[3], variants, equivalent_ideographs(argv[2]));
  } catch (const std::exception& error) {
    std::cerr << "jomun-generate-tables: " << error.what() << '\n';
    return 1;
  }
}
