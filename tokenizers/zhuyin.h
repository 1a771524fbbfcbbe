// Jomun: pinyin spelled in zhuyin (bopomofo).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// For the program that generates the readings at build time only. Thread-safe.

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace jomun {

// `syllable`: pinyin in lower case without tone, ü as v. Empty: has no zhuyin.
inline std::u32string zhuyin_of(std::string_view syllable) {
  using Spellings = std::map<std::string, std::u32string, std::less<>>;
  static const Spellings initials = {{"b", U"ㄅ"}, {"p", U"ㄆ"}, {"m", U"ㄇ"}, {"f", U"ㄈ"}, {"d", U"ㄉ"},  {"t", U"ㄊ"},  {"n", U"ㄋ"},
                                     {"l", U"ㄌ"}, {"g", U"ㄍ"}, {"k", U"ㄎ"}, {"h", U"ㄏ"}, {"j", U"ㄐ"},  {"q", U"ㄑ"},  {"x", U"ㄒ"},
                                     {"r", U"ㄖ"}, {"z", U"ㄗ"}, {"c", U"ㄘ"}, {"s", U"ㄙ"}, {"zh", U"ㄓ"}, {"ch", U"ㄔ"}, {"sh", U"ㄕ"}};
  static const Spellings finals = {
      {"a", U"ㄚ"},      {"o", U"ㄛ"},      {"e", U"ㄜ"},     {"ai", U"ㄞ"},     {"ei", U"ㄟ"},    {"ao", U"ㄠ"},    {"ou", U"ㄡ"},
      {"an", U"ㄢ"},     {"en", U"ㄣ"},     {"ang", U"ㄤ"},   {"eng", U"ㄥ"},    {"ong", U"ㄨㄥ"}, {"i", U"ㄧ"},     {"ia", U"ㄧㄚ"},
      {"io", U"ㄧㄛ"},   {"ie", U"ㄧㄝ"},   {"iai", U"ㄧㄞ"}, {"iao", U"ㄧㄠ"},  {"iu", U"ㄧㄡ"},  {"iou", U"ㄧㄡ"}, {"ian", U"ㄧㄢ"},
      {"in", U"ㄧㄣ"},   {"iang", U"ㄧㄤ"}, {"ing", U"ㄧㄥ"}, {"iong", U"ㄩㄥ"}, {"u", U"ㄨ"},     {"ua", U"ㄨㄚ"},  {"uo", U"ㄨㄛ"},
      {"uai", U"ㄨㄞ"},  {"ui", U"ㄨㄟ"},   {"uei", U"ㄨㄟ"}, {"uan", U"ㄨㄢ"},  {"un", U"ㄨㄣ"},  {"uen", U"ㄨㄣ"}, {"uang", U"ㄨㄤ"},
      {"uong", U"ㄨㄥ"}, {"ueng", U"ㄨㄥ"}, {"v", U"ㄩ"},     {"ve", U"ㄩㄝ"},   {"van", U"ㄩㄢ"}, {"vn", U"ㄩㄣ"},
  };
  static const Spellings whole = {{"er", U"ㄦ"},   {"r", U"ㄦ"},     {"m", U"ㄇ"},   {"n", U"ㄋ"},   {"ng", U"ㄫ"},
                                  {"hm", U"ㄏㄇ"}, {"hng", U"ㄏㄫ"}, {"zhi", U"ㄓ"}, {"chi", U"ㄔ"}, {"shi", U"ㄕ"},
                                  {"ri", U"ㄖ"},   {"zi", U"ㄗ"},    {"ci", U"ㄘ"},  {"si", U"ㄙ"}};
  if (const auto found = whole.find(syllable); found != whole.end()) return found->second;
  const auto joined = [](const Spellings& from, std::string_view key, const std::u32string& before) {
    const auto found = from.find(key);
    return found == from.end() ? std::u32string() : before + found->second;
  };
  // Y and w only show that no initial stands before i, u and ü.
  std::string final(syllable);
  if (final.starts_with("yu")) return joined(finals, final.replace(0, 2, "v"), {});
  if (final.starts_with('y')) return joined(finals, final.replace(0, final.starts_with("yi") ? 2 : 1, "i"), {});
  if (final.starts_with('w')) return joined(finals, final.replace(0, final.starts_with("wu") ? 2 : 1, "u"), {});
  const std::size_t size = initials.contains(final.substr(0, 2)) ? 2 : 1;
  const auto initial = initials.find(final.substr(0, size));
  if (initial == initials.end()) return joined(finals, final, {});
  final.erase(0, size);
  const bool palatal = initial->first == "j" || initial->first == "q" || initial->first == "x";
  if (palatal && final.starts_with('u')) final[0] = 'v';
  return joined(finals, final, initial->second);
}

}  // namespace jomun
