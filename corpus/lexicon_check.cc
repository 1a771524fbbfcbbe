// Jomun: what the author of a lexicon should look at.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/lexicon_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "tokenizers/registry.h"
#include "tokenizers/tokenizer.h"

namespace jomun {
namespace {

// The terms of a form, its words as they stand.
class Key final : public TokenSink {
 public:
  bool accept(std::span<const Token> tokens) override {
    for (const Token& token : tokens)
      if (token.kind != TokenKind::stem) text_.append(token.text).push_back(' ');
    return true;
  }
  std::string take() { return std::exchange(text_, {}); }

 private:
  std::string text_;
};

bool are_told_apart(const Concept& one, const Concept& other) {
  const auto says = [](const Concept& a, const Concept& b) {
    return std::find(a.not_equal.begin(), a.not_equal.end(), b.id) != a.not_equal.end();
  };
  return says(one, other) || says(other, one);
}

}  // namespace

std::vector<LexiconProblem> find_ambiguities(const std::vector<Concept>& concepts) {
  const std::unique_ptr<Tokenizer> tokenizer = make_tokenizer();
  std::unordered_map<std::string, std::vector<std::size_t>> concepts_of;
  std::unordered_set<std::string_view> ids;
  std::vector<LexiconProblem> problems;
  Key key;
  for (const Concept& entry : concepts) ids.insert(entry.id);
  for (std::size_t number = 0; number < concepts.size(); ++number) {
    const Concept& entry = concepts[number];
    for (const std::string& other : entry.not_equal)
      if (!ids.contains(other))
        problems.push_back({entry.line, fmt::format("{} is not equal to {}, which is no concept; correct the id", entry.id, other)});
    for (const LexiconForm& form : entry.forms) {
      tokenizer->tokenize(form.text, key);
      std::vector<std::size_t>& found = concepts_of[key.take()];
      if (!found.empty() && found.back() == number) continue;
      for (const std::size_t before : found)
        if (!are_told_apart(concepts[before], entry))
          problems.push_back({entry.line, fmt::format("{} ({}) of {} is also a form of {} in line {}; leave it to one, or say not-equal",
                                                      form.text, form.language, entry.id, concepts[before].id, concepts[before].line)});
      found.push_back(number);
    }
  }
  std::stable_sort(problems.begin(), problems.end(), [](const LexiconProblem& a, const LexiconProblem& b) { return a.line < b.line; });
  return problems;
}

}  // namespace jomun
