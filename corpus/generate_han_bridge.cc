// Jomun: compiles the data of the Han bridge.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: jomun-generate-han-bridge HANJA EDICT UNIHAN_READINGS OPENCC_FOLDER OUT
//
// Writes what bridge_dictionaries.h finds in these in the form of han_bridge_data.h: of each script the likeliest alternatives, their
// weights relative to the largest.

#include <marisa.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/bridge_dictionaries.h"
#include "corpus/han_bridge.h"
#include "corpus/han_bridge_data.h"
#include "tokenizers/characters.h"

namespace {

using jomun::CharacterClass;
using jomun::bridge::BridgeDictionaries;
using jomun::bridge::Header;

// Of a word.
constexpr std::size_t most_english = 6, most_words = jomun::max_bridge_forms, most_characters = 5, most_kana = 5;

struct Alternative {
  std::string_view text;
  bool printed;
  double weight;
};

// The likeliest ones of each script, weighed against the likeliest of it.
std::vector<Alternative> chosen(const BridgeDictionaries& dictionaries, const BridgeDictionaries::Alternatives& all) {
  std::vector<Alternative> han, characters, kana, hangul, english, result;
  for (const auto& [text, weight] : all.words) {
    const CharacterClass kind = jomun::character(jomun::decode(text, 0).value).kind;
    const std::string& printed = dictionaries.printed(text);
    const bool is_word = jomun::decode(text, 0).bytes < text.size();
    (kind == CharacterClass::han    ? is_word ? han : characters
     : kind == CharacterClass::kana ? kana
                                    : hangul)
        .push_back({printed, printed != text, weight});
  }
  for (const auto& [text, weight] : all.english) english.push_back({text, true, weight});
  const auto take = [&](std::vector<Alternative>& some, std::size_t most) {
    std::stable_sort(some.begin(), some.end(), [](const Alternative& a, const Alternative& b) { return a.weight > b.weight; });
    if (some.size() > most) some.resize(most);
    for (const Alternative& one : some) result.push_back({one.text, one.printed, one.weight / some.front().weight});
  };
  take(han, most_words);
  take(characters, most_characters);
  take(kana, most_kana);
  take(hangul, most_words);
  take(english, most_english);
  return result;
}

// The numbers of strings in a trie.
std::unordered_map<std::string_view, std::size_t> build(const std::set<std::string_view>& strings, marisa::Trie& trie) {
  marisa::Keyset keyset;
  for (const std::string_view text : strings) keyset.push_back(text.data(), text.size());
  trie.build(keyset);
  std::unordered_map<std::string_view, std::size_t> numbers;
  std::size_t i = 0;
  for (const std::string_view text : strings) numbers.emplace(text, keyset[i++].id());
  return numbers;
}

void append_number(std::string& bytes, std::size_t number) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
  bytes += static_cast<char>(number);
}

void write_part(std::ostream& out, std::string_view bytes) {
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  for (std::size_t i = bytes.size(); i % jomun::bridge::data_alignment != 0; ++i) out.put('\0');
}

std::string bytes_of(const marisa::Trie& trie) {
  std::ostringstream out;
  out << trie;
  return out.str();
}

void generate(const std::string& hanja, const std::string& edict, const std::string& unihan, const std::string& opencc,
              const std::string& file) {
  BridgeDictionaries dictionaries;
  dictionaries.read_hanja(hanja);
  dictionaries.read_phrases(opencc);
  dictionaries.read_edict(edict);
  dictionaries.read_definitions(unihan);
  dictionaries.weigh();

  std::map<std::string_view, std::vector<Alternative>> lists;
  std::set<std::string_view> key_strings, printed_strings;
  for (const auto& [key, all] : dictionaries.alternatives()) {
    key_strings.insert(key);
    for (const Alternative& one : lists[key] = chosen(dictionaries, all)) (one.printed ? printed_strings : key_strings).insert(one.text);
  }
  marisa::Trie keys, printed;
  const auto key_numbers = build(key_strings, keys), printed_numbers = build(printed_strings, printed);

  std::vector<std::string_view> key_of(key_numbers.size());
  for (const auto& [key, number] : key_numbers) key_of[number] = key;
  std::string bytes;
  std::vector<std::uint32_t> starts;
  for (std::size_t number = 0; number < key_of.size(); ++number) {
    if (number % jomun::bridge::keys_per_start == 0) starts.push_back(static_cast<std::uint32_t>(bytes.size()));
    const std::vector<Alternative>& list = lists[key_of[number]];
    append_number(bytes, list.size());
    for (const Alternative& one : list) {
      append_number(bytes, (one.printed ? printed_numbers : key_numbers).at(one.text) << 1 | (one.printed ? 1U : 0U));
      bytes += static_cast<char>(std::max(1L, std::lround(one.weight / jomun::bridge::weight_unit)));
    }
  }

  const std::string key_bytes = bytes_of(keys), printed_bytes = bytes_of(printed);
  const std::string_view start_bytes(reinterpret_cast<const char*>(starts.data()), starts.size() * sizeof starts[0]);
  const Header header{key_bytes.size(), printed_bytes.size(), start_bytes.size(), bytes.size()};
  std::ofstream out(file, std::ios::binary);
  write_part(out, {reinterpret_cast<const char*>(&header), sizeof header});
  for (const std::string_view part : {std::string_view(key_bytes), std::string_view(printed_bytes), start_bytes, std::string_view(bytes)})
    write_part(out, part);
  if (!out.flush()) throw std::runtime_error(file + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::cerr << "usage: jomun-generate-han-bridge HANJA EDICT UNIHAN_READINGS OPENCC_FOLDER OUT\n";
    return 2;
  }
  try {
    generate(argv[1], argv[2], argv[3], argv[4], argv[5]);
  } catch (const std::exception& error) {
    std::cerr << "jomun-generate-han-bridge: " << error.what() << '\n';
    return 1;
  }
}
