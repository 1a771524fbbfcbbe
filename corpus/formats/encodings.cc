// Jomun: text in any usual encoding into UTF-8.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/encodings.h"

#include <fmt/format.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "corpus/formats/converter.h"
#include "corpus/formats/extracted_text.h"
#include "corpus/formats/likelihood.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

// Enough to tell, and bounded.
constexpr std::size_t sample_size = 1 << 16;
// What a declaration is worth against what is likely. A page that declares another encoding than it has loses against these 2^25 within
// a few characters.
constexpr double bits_of_declaration = 25;
// What uchardet alone has in mind is not among the encodings of the five languages, so it is rarer.
constexpr double bits_against_guess = 10;
// Nobody writes what is wrong, but files are damaged; more than this share of the characters is no exception.
constexpr double bits_of_error = 40;
constexpr std::size_t characters_per_error = 20;
// Odds of less than a hundred to one are no way to tell.
constexpr double clear_difference = 7;

struct Mark {
  std::string_view bytes;
  const Encoding& encoding;
};
const Mark marks[] = {
    {{"\xEF\xBB\xBF", 3}, encodings::utf_8}, {{"\xFF\xFE\0\0", 4}, encodings::utf_32le}, {{"\0\0\xFE\xFF", 4}, encodings::utf_32be},
    {{"\xFF\xFE", 2}, encodings::utf_16le},  {{"\xFE\xFF", 2}, encodings::utf_16be},     {{"\x84\x31\x95\x33", 4}, encodings::gb18030},
};

[[noreturn]] void refuse_for_byte(const Encoding& encoding, std::size_t offset) {
  throw UnreadableFile(
      fmt::format("is {0} but for byte {1}; repair it, or leave out what is wrong: iconv -c -f {0} -t UTF-8", encoding.name, offset));
}

std::string convert(const Encoding& encoding, std::string_view bytes, std::size_t begin) {
  std::string text;
  text.reserve(bytes.size() - begin + (bytes.size() - begin) / 2);
  Converter converter(encoding, bytes.substr(begin), true);
  std::u32string_view code_points;
  while (converter.next(code_points)) {
    if (converter.errors() > 0) refuse_for_byte(encoding, begin + converter.first_error());
    const std::size_t size = text.size();
    text.resize(size + code_points.size() * 4);
    char* out = text.data() + size;
    for (const char32_t code_point : code_points) out += encode(code_point, out);
    text.resize(static_cast<std::size_t>(out - text.data()));
  }
  return text;
}

// Where an escape sequence of ISO 2022 stands, or npos.
std::size_t find_escape(std::string_view bytes) {
  for (std::size_t i = bytes.find('\x1B'); i < bytes.size(); i = bytes.find('\x1B', i + 1))
    if (i + 2 < bytes.size() && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) return i;
  return std::string_view::npos;
}

std::optional<Encoding> guess_of_uchardet(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return std::nullopt;
  uchardet_data_end(detector.get());
  return find_encoding(uchardet_get_charset(detector.get()));
}

struct Reading {
  Encoding encoding;
  double bits = 0;
  double bits_per_telling_character = 0;
  std::size_t characters = 0, errors = 0, first_error = 0;
  bool declared = false;

  // It is text that somebody could have written, and what is wrong in it are exceptions. Declared rare characters are believed, and a text
  // of UTF-8 with controls is still one of UTF-8.
  bool plausible() const {
    if (errors == 0 && (declared || encoding == encodings::utf_8)) return true;
    return bits_per_telling_character <= Likelihood::implausible && errors * characters_per_error <= characters;
  }
};

std::optional<Reading> read_as(const Encoding& encoding, std::string_view sample, bool complete) {
  Converter converter(encoding, sample, complete);
  Likelihood likelihood;
  std::u32string_view code_points;
  std::size_t count = 0;
  while (converter.next(code_points)) {
    likelihood.add(code_points);
    count += code_points.size();
    // Not worth while any more, and finding errors is slow.
    constexpr std::size_t some = 16;
    if (converter.errors() > some && converter.errors() * characters_per_error > count) return std::nullopt;
  }
  const double bits = likelihood.bits() + bits_of_error * static_cast<double>(converter.errors());
  return Reading{encoding, bits, likelihood.bits_per_telling_character(), count, converter.errors(), converter.first_error()};
}

bool mean_the_same(const Encoding& a, const Encoding& b, std::string_view sample, bool complete) {
  std::u32string texts[2];
  for (const bool second : {false, true}) {
    Converter converter(second ? b : a, sample, complete);
    std::u32string_view code_points;
    while (converter.next(code_points)) texts[second] += code_points;
  }
  return texts[0] == texts[1];
}

// The encoding in which `bytes` are the likeliest text.
Encoding judge(std::string_view bytes, const std::optional<Encoding>& declared) {
  // All before the first byte that is not ASCII is the same in all of them, so any offset before it is one between characters. The
  // letters before it tell too.
  constexpr std::size_t context = 32;
  const auto telling =
      std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80 || c == '\0' || c == '\x1B'; });
  const auto plain = static_cast<std::size_t>(telling - bytes.begin());
  const std::size_t begin = (plain - std::min(plain, context)) / 4 * 4;
  const std::string_view sample = bytes.substr(begin, sample_size);
  const bool complete = begin + sample.size() == bytes.size();

  using namespace encodings;
  std::vector<Encoding> candidates = {utf_8, gb18030, big5, cp949, cp932, euc_jp, utf_16le, utf_16be, utf_32le, utf_32be, windows_1252};
  if (find_escape(bytes) != std::string_view::npos) candidates.push_back(iso_2022_jp);
  const auto add = [&](const std::optional<Encoding>& encoding) {
    const bool added = encoding && std::find(candidates.begin(), candidates.end(), *encoding) == candidates.end();
    if (added) candidates.push_back(*encoding);
    return added;
  };
  add(declared);
  const bool guessed = add(guess_of_uchardet(sample));

  std::vector<Reading> readings;
  for (const Encoding& candidate : candidates) {
    std::optional<Reading> reading = read_as(candidate, sample, complete);
    if (!reading) continue;
    reading->declared = declared == candidate;
    if (reading->declared) reading->bits -= bits_of_declaration;
    if (guessed && candidate == candidates.back()) reading->bits += bits_against_guess;
    readings.push_back(std::move(*reading));
  }
  std::sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) { return a.bits < b.bits; });

  // Others that are as likely may give the same text.
  const auto clear = [&] {
    return std::all_of(readings.begin() + 1, readings.end(), [&](const Reading& other) {
      return readings[0].bits + clear_difference <= other.bits || mean_the_same(readings[0].encoding, other.encoding, sample, complete);
    });
  };
  if (readings.empty() || !readings[0].plausible() || !clear())
    throw UnreadableFile("in no encoding that can be told; convert it to UTF-8, for example: iconv -f GB18030 -t UTF-8");
  if (readings[0].errors > 0) refuse_for_byte(readings[0].encoding, begin + readings[0].first_error);
  return readings[0].encoding;
}

}  // namespace

Utf8Text to_utf8(std::string_view bytes, std::string_view declared) {
  for (const Mark& mark : marks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    if (mark.encoding == encodings::utf_8) {
      const std::size_t wrong = find_ill_formed(bytes);
      if (wrong != std::string_view::npos) refuse_for_byte(mark.encoding, wrong);
      return {std::string(bytes.substr(mark.bytes.size())), mark.encoding.name};
    }
    return {convert(mark.encoding, bytes, mark.bytes.size()), mark.encoding.name};
  }
  // UTF-16 has a NUL in every end of line and ASCII character.
  constexpr std::size_t enough = 4096;
  const bool has_nul = bytes.substr(0, enough).find('\0') != std::string_view::npos;
  if (!has_nul && find_escape(bytes) == std::string_view::npos && find_ill_formed(bytes) == std::string_view::npos)
    return {std::string(bytes), encodings::utf_8.name};
  const Encoding encoding = judge(bytes, find_encoding(declared));
  return {convert(encoding, bytes, 0), encoding.name};
}

}  // namespace jomun
