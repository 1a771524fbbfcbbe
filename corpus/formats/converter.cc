// Jomun: one encoding into code points, strictly.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/converter.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "tokenizers/ascii.h"

namespace jomun {
namespace {

constexpr std::size_t units_at_once = 4096;
constexpr std::size_t bytes_at_once = 1 << 16;

const std::unordered_map<std::string_view, const Encoding*>& labels() {
  static const std::unordered_map<std::string_view, const Encoding*> known = [] {
    const std::pair<const Encoding*, std::string_view> rows[] = {
        {&encodings::utf_8, "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 cp65001"},
        {&encodings::utf_16le, "utf-16 utf-16le utf16 utf16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff"},
        {&encodings::utf_16be, "utf-16be utf16be unicodefffe"},
        {&encodings::utf_32le, "utf-32 utf-32le utf32 utf32le ucs-4 iso-10646-ucs-4"},
        {&encodings::utf_32be, "utf-32be utf32be"},
        {&encodings::gb18030,
         "gb18030 gbk x-gbk cp936 ms936 windows-936 gb2312 gb_2312 gb_2312-80 csgb2312 euc-cn euccn x-euc-cn chinese csiso58gb231280 "
         "iso-ir-58"},
        {&encodings::big5, "big5 big5-hkscs big5hkscs big5-eten cn-big5 csbig5 x-x-big5 x-big5 hkscs cp950 ms950 windows-950"},
        {&encodings::cp949,
         "euc-kr euckr cseuckr cp949 ms949 uhc windows-949 ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 csksc56011987 korean iso-ir-149"},
        {&encodings::cp932,
         "shift_jis shift-jis shiftjis sjis x-sjis ms932 cp932 windows-932 windows-31j ms_kanji csshiftjis cswindows31j"},
        {&encodings::euc_jp, "euc-jp eucjp x-euc-jp cseucpkdfmtjapanese ujis cp51932"},
        {&encodings::iso_2022_jp, "iso-2022-jp csiso2022jp iso-2022-jp-1 iso-2022-jp-2 jis cp50220 cp50221"},
        {&encodings::windows_1252,
         "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 latin1 l1 cp819 ibm819 csisolatin1 "
         "iso-ir-100 "
         "us-ascii ascii ansi_x3.4-1968"},
    };
    std::unordered_map<std::string_view, const Encoding*> result;
    for (const auto& [encoding, names] : rows)
      for (std::size_t begin = 0; begin < names.size();) {
        const std::size_t end = std::min(names.find(' ', begin), names.size());
        result.emplace(names.substr(begin, end - begin), encoding);
        begin = end + 1;
      }
    return result;
  }();
  return known;
}

bool may_be_in_label(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':'; }

// Of one byte a character, with ASCII where it belongs.
std::optional<Encoding> find_single_byte(const std::string& label) {
  UErrorCode error = U_ZERO_ERROR;
  // Only names ICU knows: for others it would look for files.
  if (ucnv_countAliases(label.c_str(), &error) == 0 || U_FAILURE(error)) return std::nullopt;
  UConverter* converter = ucnv_open(label.c_str(), &error);
  if (U_FAILURE(error)) return std::nullopt;
  const bool single = ucnv_getType(converter) == UCNV_SBCS;
  UChar letter[4] = {};
  const bool ascii = ucnv_toUChars(converter, letter, 4, "a<", 2, &error) == 2 && letter[0] == u'a' && letter[1] == u'<';
  const std::string name = ucnv_getName(converter, &error);
  ucnv_close(converter);
  if (!single || !ascii || U_FAILURE(error)) return std::nullopt;
  const char* known_as = ucnv_getStandardName(label.c_str(), "MIME", &error);
  if (known_as == nullptr || U_FAILURE(error)) known_as = label.c_str();
  return Encoding{known_as, name};
}

// HKSCS-2004 has these, in Unicode since 4.1; ICU's table still gives the places for private use they had before.
struct Reassigned {
  char16_t first, last;
  char16_t now;
};
constexpr Reassigned reassigned[] = {
    {0xF303, 0xF307, 0x31C0}, {0xF309, 0xF309, 0x31C5}, {0xF30C, 0xF30D, 0x31C6}, {0xF310, 0xF310, 0x31C8}, {0xF312, 0xF315, 0x31C9},
    {0xF317, 0xF318, 0x31CD}, {0xF34A, 0xF34B, 0x23DA}, {0xF57A, 0xF57A, 0x9FA6}, {0xF5A4, 0xF5A4, 0x9FA7}, {0xF5AB, 0xF5AB, 0x9FA8},
    {0xF5CC, 0xF5CC, 0x9FA9}, {0xF5CE, 0xF5CE, 0x9FAA}, {0xF5D0, 0xF5D0, 0x9FAB}, {0xF5D5, 0xF5D5, 0x9FAC}, {0xF5EC, 0xF5ED, 0x9FAD},
    {0xF5EF, 0xF5EF, 0x9FAF}, {0xF602, 0xF602, 0x9FB2}, {0xF61C, 0xF61C, 0x9FB3}, {0xF7E5, 0xF7E5, 0x31CF}, {0xF7EB, 0xF7EB, 0x9FB0},
    {0xF7ED, 0xF7ED, 0x9FB1},
};
// And four that are two code points: E with circumflex and macron or caron.
struct Composed {
  char16_t code, letter, mark;
};
constexpr Composed composed[] = {{0xF325, 0xCA, 0x304}, {0xF327, 0xCA, 0x30C}, {0xF344, 0xEA, 0x304}, {0xF346, 0xEA, 0x30C}};

void append_hkscs(char32_t code_point, std::u32string& out) {
  for (const Composed& row : composed)
    if (row.code == code_point) {
      out += {row.letter, row.mark};
      return;
    }
  for (const Reassigned& row : reassigned)
    if (row.first <= code_point && code_point <= row.last) code_point = row.now + (code_point - row.first);
  out += code_point;
}

bool stands_for_nothing(char32_t code_point) {
  const bool control = code_point >= 0x80 && code_point < 0xA0 && code_point != 0x85;
  const bool no_character = (code_point & 0xFFFE) == 0xFFFE || (code_point >= 0xFDD0 && code_point <= 0xFDEF);
  return control || no_character || (code_point >= 0xF8F0 && code_point <= 0xF8FE);
}

}  // namespace

std::optional<Encoding> find_encoding(std::string_view label) {
  constexpr std::string_view blanks = " \t\r\n\f\v\"'";
  const std::size_t begin = label.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return std::nullopt;
  label = label.substr(begin, label.find_last_not_of(blanks) + 1 - begin);
  constexpr std::size_t longest = 40;
  if (label.size() > longest) return std::nullopt;
  std::string lower = lower_ascii(label);
  if (const auto known = labels().find(lower); known != labels().end()) return *known->second;
  if (!std::all_of(lower.begin(), lower.end(), may_be_in_label)) return std::nullopt;
  if (lower == "iso-8859-9" || lower == "latin5") lower = "windows-1254";
  if (lower == "iso-8859-11" || lower == "tis-620") lower = "windows-874";
  return find_single_byte(lower);
}

struct Converter::State {
  UConverter* converter = nullptr;
  std::array<UChar, units_at_once> units;
  std::array<std::int32_t, units_at_once> offsets;
  std::u32string code_points;
  char32_t lead = 0;  // a surrogate whose other half did not fit
  bool is_gb18030 = false, is_hkscs = false, is_cp932 = false;

  ~State() { ucnv_close(converter); }
};

Converter::Converter(const Encoding& encoding, std::string_view bytes, bool complete)
    : state_(std::make_unique<State>()), bytes_(bytes), complete_(complete) {
  UErrorCode error = U_ZERO_ERROR;
  state_->converter = ucnv_open(encoding.converter.c_str(), &error);
  if (U_SUCCESS(error)) ucnv_setToUCallBack(state_->converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  if (U_FAILURE(error))
    throw std::runtime_error("ICU has no converter " + encoding.converter + "; its data are not complete: install libicu again");
  state_->is_gb18030 = encoding == encodings::gb18030;
  state_->is_hkscs = encoding == encodings::big5;
  state_->is_cp932 = encoding == encodings::cp932;
}

Converter::~Converter() = default;

void Converter::count_error(std::size_t offset) {
  if (errors_++ == 0 || offset < first_error_) first_error_ = offset;
}

bool Converter::next(std::u32string_view& code_points) {
  State& state = *state_;
  state.code_points.clear();
  code_points = {};
  if (ended_) return false;

  const std::size_t begin = position_, piece = std::min(bytes_.size() - begin, bytes_at_once);
  const bool last = begin + piece == bytes_.size();
  const char* source = bytes_.data() + begin;
  UChar* target = state.units.data();
  UErrorCode error = U_ZERO_ERROR;
  ucnv_toUnicode(state.converter, &target, state.units.data() + state.units.size(), &source, bytes_.data() + begin + piece,
                 state.offsets.data(), static_cast<UBool>(last && complete_), &error);
  position_ = static_cast<std::size_t>(source - bytes_.data());

  const auto count = static_cast<std::size_t>(target - state.units.data());
  for (std::size_t i = 0; i < count;) {
    // A sequence begun in the piece before has a negative offset.
    const std::size_t offset = begin + static_cast<std::size_t>(std::max(state.offsets[i], 0));
    char32_t code_point = state.units[i++];
    if (U16_IS_LEAD(code_point)) {
      state.lead = code_point;
      continue;
    }
    if (U16_IS_TRAIL(code_point)) code_point = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(state.lead, code_point));
    // ICU's table has three controls in IBM's order.
    if (state.is_cp932 && code_point < 0x80) code_point = static_cast<unsigned char>(bytes_[offset]);
    if (stands_for_nothing(code_point))
      count_error(offset);
    else if (state.is_hkscs && code_point >= 0xF303 && code_point <= 0xF7ED)
      append_hkscs(code_point, state.code_points);
    else
      state.code_points += code_point;
  }

  if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) {
    char invalid[32];
    std::int8_t length = sizeof invalid;
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(state.converter, invalid, &length, &ignored);
    const std::size_t bad = U_SUCCESS(ignored) && length > 0 ? static_cast<std::size_t>(length) : 1;
    // Windows-936 has the euro sign where GB18030 has nothing.
    if (state.is_gb18030 && bad == 1 && invalid[0] == '\x80')
      state.code_points += U'€';
    else
      count_error(position_ - std::min(bad, position_));
    // Progress, whatever ICU says.
    if (position_ == begin && count == 0 && position_ < bytes_.size()) {
      ucnv_resetToUnicode(state.converter);
      ++position_;
    }
    ended_ = position_ == bytes_.size();
  } else {
    ended_ = last && error != U_BUFFER_OVERFLOW_ERROR;
  }
  code_points = state.code_points;
  return true;
}

}  // namespace jomun
