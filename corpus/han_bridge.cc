// Jomun: the Han bridge: what a word may be in the other languages, found through the Han characters they share.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/han_bridge.h"

#include <marisa.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include "corpus/han_bridge_data.h"
#include "tokenizers/characters.h"
#include "tokenizers/initial_sound.h"

namespace jomun {
namespace {

// What a step across the bridge leaves of a weight.
constexpr double regional = 0.9;    // another region says it so
constexpr double spelled = 0.5;     // a Korean word no dictionary has, read character by character
constexpr double least = 0.02;      // below it a form is not worth its time
constexpr double other_word = 0.5;  // another word with the same stem means it

struct Alternative {
  std::size_t target;
  bool printed;
  double weight;
};

class Data {
 public:
  static const Data& instance() {
    static const Data data;
    return data;
  }

  std::optional<std::size_t> number_of(std::string_view key) const {
    marisa::Agent agent;
    agent.set_query(key.data(), key.size());
    if (!keys_.lookup(agent)) return std::nullopt;
    return agent.key().id();
  }

  std::string text_of(const Alternative& one) const {
    marisa::Agent agent;
    agent.set_query(one.target);
    (one.printed ? printed_ : keys_).reverse_lookup(agent);
    return {agent.key().ptr(), agent.key().length()};
  }

  std::vector<Alternative> alternatives(std::size_t number) const {
    std::uint32_t start = 0;
    std::memcpy(&start, starts_ + number / bridge::keys_per_start * sizeof start, sizeof start);
    const unsigned char* at = lists_ + start;
    for (std::size_t skipped = number % bridge::keys_per_start; skipped > 0; --skipped)
      for (std::size_t left = read(at); left > 0; --left, ++at) read(at);
    std::vector<Alternative> list(read(at));
    for (Alternative& one : list) {
      const std::size_t target = read(at);
      one = {target >> 1, (target & 1) != 0, *at++ * bridge::weight_unit};
    }
    return list;
  }

 private:
  Data() {
    bridge::Header header;
    std::memcpy(&header, han_bridge_data().data(), sizeof header);
    const char* at = han_bridge_data().data();
    const auto part = [&](std::size_t bytes) {
      const char* begin = at;
      at += (bytes + bridge::data_alignment - 1) / bridge::data_alignment * bridge::data_alignment;
      return begin;
    };
    part(sizeof header);
    keys_.map(part(header.keys), header.keys);
    printed_.map(part(header.printed), header.printed);
    starts_ = part(header.starts);
    lists_ = reinterpret_cast<const unsigned char*>(part(header.lists));
  }

  static std::size_t read(const unsigned char*& at) {
    std::size_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
      const unsigned char byte = *at++;
      number |= static_cast<std::size_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return number;
    }
  }

  marisa::Trie keys_, printed_;
  const char* starts_;
  const unsigned char* lists_;
};

BridgeScript script_of(std::string_view text) {
  switch (character(decode(text, 0).value).kind) {
    case CharacterClass::han: return BridgeScript::han;
    case CharacterClass::hangul: return BridgeScript::hangul;
    case CharacterClass::kana: return BridgeScript::kana;
    default: return BridgeScript::latin;
  }
}

// The key of a Han or kana word as it is printed.
std::string folded(std::string_view text) {
  std::string result;
  char bytes[4];
  for (std::size_t offset = 0; offset < text.size();) {
    const Decoded next = decode(text, offset);
    result.append(bytes, encode(fold(next.value), bytes));
    offset += next.bytes;
  }
  return result;
}

// The key of the exact words: "=human right ".
std::string exact_key(std::string_view words) {
  std::string key = "=";
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    key.append(without_plural(words.substr(begin, end - begin))).append(" ");
    begin = end + 1;
  }
  return key;
}

bool is_one_character(std::string_view text) { return decode(text, 0).bytes == text.size(); }

// A form, and where it leads on.
struct Found {
  BridgeForm form;
  std::size_t number = 0;  // of the key of a Han word
};

class Collector {
 public:
  // One syllable of Hangul says nothing: dozens of characters are read so.
  void add(Found found) {
    if (found.form.weight < least) return;
    if (found.form.script == BridgeScript::hangul && is_one_character(found.form.text)) return;
    const auto known = std::find_if(found_.begin(), found_.end(), [&](const Found& other) { return other.form.text == found.form.text; });
    if (known == found_.end())
      found_.push_back(std::move(found));
    else
      known->form.weight = std::max(known->form.weight, found.form.weight);
  }

  const std::vector<Found>& found() const { return found_; }

  // What the very words mean counts by how likely it is among that; what only other words with the same stem mean is less likely.
  void weigh_exact(const std::vector<BridgeForm>& exact) {
    for (const BridgeScript script : {BridgeScript::han, BridgeScript::kana}) {
      if (std::none_of(exact.begin(), exact.end(), [&](const BridgeForm& form) { return form.script == script; })) continue;
      for (Found& one : found_) {
        if (one.form.script != script) continue;
        const auto found = std::find_if(exact.begin(), exact.end(), [&](const BridgeForm& form) { return form.text == one.form.text; });
        one.form.weight = found == exact.end() ? one.form.weight * other_word : found->weight;
      }
    }
  }

  std::vector<BridgeForm> chosen() {
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.form.weight > b.form.weight; });
    std::vector<BridgeForm> forms;
    for (const BridgeScript script : {BridgeScript::han, BridgeScript::hangul, BridgeScript::kana, BridgeScript::latin}) {
      std::size_t taken = 0;
      for (Found& one : found_)
        if (one.form.script == script && taken++ < max_bridge_forms) forms.push_back(std::move(one.form));
    }
    return forms;
  }

 private:
  std::vector<Found> found_;
};

// The alternatives of key `number`, if `wanted` takes their script, weighed down by `weight`.
template <typename Wanted>
void add_alternatives(std::size_t number, double weight, Wanted wanted, Collector& collector) {
  const Data& data = Data::instance();
  for (const Alternative& one : data.alternatives(number)) {
    std::string text = data.text_of(one);
    const BridgeScript script = script_of(text);
    if (!wanted(script)) continue;
    const bool leads_on = one.printed && script == BridgeScript::han;
    const std::size_t next = leads_on ? data.number_of(folded(text)).value_or(0) : one.target;
    collector.add({{std::move(text), script, weight * one.weight}, next});
  }
}

// How Koreans say a Han word: as their dictionary has it, else as its characters are read.
void add_korean(const std::string& han, std::size_t number, double weight, Collector& collector) {
  if (is_one_character(han)) return;
  const std::size_t before = collector.found().size();
  add_alternatives(
      number, weight, [](BridgeScript script) { return script == BridgeScript::hangul; }, collector);
  if (collector.found().size() > before) return;
  if (std::string reading = hangul_reading(folded(han)); !reading.empty())
    collector.add({{std::move(reading), BridgeScript::hangul, weight * spelled}});
}

// Exact keys are no words.
bool is_key(BridgeKey key) { return !key.empty() && key.front() != '='; }

}  // namespace

bool is_bridge_word(BridgeKey key) { return is_key(key) && Data::instance().number_of(key).has_value(); }

std::vector<BridgeForm> bridge_forms(BridgeKey key, std::string_view words) {
  if (!is_key(key)) return {};
  const BridgeScript from = script_of(key);
  if (from == BridgeScript::hangul && is_one_character(key)) return {};
  const std::optional<std::size_t> number = Data::instance().number_of(key);
  if (!number) return {};

  Collector collector;
  add_alternatives(
      *number, 1, [&](BridgeScript script) { return script != BridgeScript::hangul || from != BridgeScript::han; }, collector);
  if (!words.empty())
    if (const std::optional<std::size_t> exact = Data::instance().number_of(exact_key(words))) {
      std::vector<BridgeForm> forms;
      for (const Alternative& one : Data::instance().alternatives(*exact)) {
        std::string text = Data::instance().text_of(one);
        const BridgeScript script = script_of(text);
        forms.push_back({std::move(text), script, one.weight});
      }
      collector.weigh_exact(forms);
    }
  if (from == BridgeScript::han) add_korean(std::string(key), *number, 1, collector);
  // Across the Han words found to where the word itself does not lead. A Han word is the end of it: what its other readings and
  // meanings are is no longer what was asked for.
  if (from != BridgeScript::han) {
    std::vector<Found> middle;
    for (const Found& found : collector.found())
      if (found.form.script == BridgeScript::han) middle.push_back(found);
    for (const Found& han : middle) {
      add_alternatives(
          han.number, han.form.weight * regional, [](BridgeScript script) { return script == BridgeScript::han; }, collector);
      if (from == BridgeScript::hangul)
        add_alternatives(
            han.number, han.form.weight, [](BridgeScript script) { return script == BridgeScript::latin; }, collector);
      else
        add_korean(han.form.text, han.number, han.form.weight, collector);
    }
  }
  return collector.chosen();
}

std::string hangul_reading(std::string_view han) {
  const Data& data = Data::instance();
  std::string result;
  char32_t before = 0;
  for (std::size_t offset = 0; offset < han.size();) {
    const Decoded next = decode(han, offset);
    const std::optional<std::size_t> number = data.number_of(han.substr(offset, next.bytes));
    if (!number) return {};
    std::string text;
    for (const Alternative& one : data.alternatives(*number)) {
      if (one.printed) continue;
      text = data.text_of(one);
      if (script_of(text) == BridgeScript::hangul && is_one_character(text)) break;
      text.clear();
    }
    if (text.empty()) return {};
    char32_t syllable = decode(text, 0).value;
    // At the begin of a word; and 률, 렬 behind a vowel or ㄴ: 비율.
    constexpr char32_t finals = 28, final_n = 4;
    const bool open = before != 0 && ((before - 0xAC00) % finals == 0 || (before - 0xAC00) % finals == final_n);
    if (before == 0 || (open && (syllable == U'률' || syllable == U'렬'))) syllable = with_initial_sound_law(syllable);
    char bytes[4];
    result.append(bytes, encode(syllable, bytes));
    before = syllable;
    offset += next.bytes;
  }
  return result;
}

std::size_t bridge_data_size() { return han_bridge_data().size(); }

}  // namespace jomun
