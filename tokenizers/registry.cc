// Jomun: which tokenizers there are, by name.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/registry.h"

#include <algorithm>
#include <new>
#include <string>
#include <vector>

#include "tokenizers/composed_tokenizer.h"

namespace jomun {
namespace {

constexpr std::string_view cjk_name = "cjk-bigram-2", hangul_name = "hangul-syllable-2", word_name = "latin-word-2";

template <const std::string_view& name, Scripts scripts>
std::unique_ptr<Tokenizer> make() {
  return std::make_unique<ComposedTokenizer>(name, scripts);
}

std::vector<TokenizerEntry>& entries() {
  static std::vector<TokenizerEntry> all = {
      {default_tokenizer_name, "all of the below together: what index, query and highlights use", make<default_tokenizer_name, Scripts{}>},
      {cjk_name, "Han and kana: bigrams and the last character, folded, readings in brackets out",
       make<cjk_name, Scripts{true, false, false}>},
      {hangul_name, "Hangul: bigrams across spaces, words without their endings", make<hangul_name, Scripts{false, true, false}>},
      {word_name, "words of all other scripts, folded, with English stems", make<word_name, Scripts{false, false, true}>},
  };
  return all;
}

const TokenizerEntry* find(std::string_view name) {
  const auto found = std::find_if(entries().begin(), entries().end(), [&](const TokenizerEntry& entry) { return entry.name == name; });
  return found == entries().end() ? nullptr : &*found;
}

bool is_name(std::string_view name) {
  constexpr std::size_t longest = 64;
  return !name.empty() && name.size() <= longest && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
}

std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

}  // namespace

std::span<const TokenizerEntry> tokenizers() { return entries(); }

void register_tokenizers(std::span<const TokenizerEntry> added) {
  for (std::size_t i = 0; i < added.size(); ++i) {
    const TokenizerEntry& entry = added[i];
    const auto has_its_name = [&](const TokenizerEntry& other) { return other.name == entry.name; };
    if (!is_name(entry.name))
      throw std::invalid_argument(quoted(entry.name) + " is no name for a tokenizer; use 1 to 64 letters, digits, '-', '_' and '.'");
    if (find(entry.name) != nullptr || std::any_of(added.begin(), added.begin() + static_cast<std::ptrdiff_t>(i), has_its_name))
      throw std::invalid_argument("there is a tokenizer " + quoted(entry.name) + " already; register each once, under a name of its own");
    if (entry.make == nullptr) throw std::invalid_argument("nothing makes the tokenizer " + quoted(entry.name) + "; set its make()");
  }
  entries().insert(entries().end(), added.begin(), added.end());
}

std::unique_ptr<Tokenizer> make_tokenizer(std::string_view name) {
  const TokenizerEntry* entry = find(name);
  if (entry == nullptr) {
    std::string known;
    for (const TokenizerEntry& each : entries()) known += (known.empty() ? "" : ", ") + std::string(each.name);
    throw UnknownTokenizer("no tokenizer is named " + quoted(name) + "; there are " + known +
                           ", and those of plug-ins once they are loaded");
  }
  std::unique_ptr<Tokenizer> made;
  try {
    made = entry->make();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& problem) {
    throw BrokenTokenizer("the tokenizer " + quoted(name) + " cannot be made: " + problem.what());
  }
  if (made == nullptr || made->name() != name)
    throw BrokenTokenizer("the tokenizer " + quoted(name) + " is not the one that was made; ask its author to look at its make()");
  return made;
}

}  // namespace jomun
