// Jomun: finds the forms of a query plan in the text of a clause.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/clause_matcher.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "indexer/schema.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

// A character of Han, kana or Hangul; one Latin letter is the beginning of words.
bool is_one_character(std::string_view term) {
  const Decoded first = decode(term, 0);
  return first.bytes == term.size() && is_cjk(character(first.value).kind);
}

// Where two overlap, the longer stays, of equals the earlier form (the user's own comes first).
std::vector<Occurrence> without_overlaps(std::vector<Occurrence> all) {
  std::sort(all.begin(), all.end(), [](const Occurrence& a, const Occurrence& b) {
    const std::size_t a_size = a.end - a.begin, b_size = b.end - b.begin;
    return a_size != b_size ? a_size > b_size : a.begin != b.begin ? a.begin < b.begin : a.form < b.form;
  });
  std::map<std::size_t, Occurrence> kept;  // by begin
  for (const Occurrence& candidate : all) {
    const auto after = kept.lower_bound(candidate.begin);
    if (after != kept.end() && after->first < candidate.end) continue;
    if (after != kept.begin() && std::prev(after)->second.end > candidate.begin) continue;
    kept.emplace_hint(after, candidate.begin, candidate);
  }
  std::vector<Occurrence> ascending;
  for (const auto& [begin, occurrence] : kept) ascending.push_back(occurrence);
  return ascending;
}

}  // namespace

// Keeps the tokens that some pattern asks for.
class ClauseMatcher::Collector final : public TokenSink {
 public:
  explicit Collector(ClauseMatcher& matcher) : matcher_(matcher) {}
  bool accept(std::span<const Token> tokens) override {
    for (const Token& token : tokens) keep_wanted(token);
    return true;
  }

 private:
  void keep_wanted(const Token& token) {
    const auto keep = [&](std::size_t list, std::size_t end) { matcher_.seen_[list].push_back({token.position, token.begin, end}); };
    if (token.kind == TokenKind::stem) {
      stem_.assign(schema::stem_prefix).append(token.text);
      if (const auto found = matcher_.exact_.find(std::string_view(stem_)); found != matcher_.exact_.end()) keep(found->second, token.end);
      return;
    }
    if (const auto found = matcher_.exact_.find(token.text); found != matcher_.exact_.end()) keep(found->second, token.end);
    if (!matcher_.starts_.empty()) {
      const Decoded first = decode(token.text, 0);
      if (const auto found = matcher_.starts_.find(first.value); found != matcher_.starts_.end())
        keep(found->second, token.kind == TokenKind::bigram ? std::min<std::size_t>(token.end, token.begin + first.bytes) : token.end);
    }
    for (const auto& [prefix, list] : matcher_.prefixes_)
      if (token.text.starts_with(prefix)) keep(list, token.end);
  }

  ClauseMatcher& matcher_;
  std::string stem_;
};

std::size_t ClauseMatcher::list_of(const Pattern::Term& term) {
  std::size_t list = seen_.size();
  if (!term.starts) {
    list = exact_.emplace(term.term, list).first->second;
  } else if (is_one_character(term.term)) {
    list = starts_.emplace(decode(term.term, 0).value, list).first->second;
  } else {
    const auto known = std::find_if(prefixes_.begin(), prefixes_.end(), [&](const auto& prefix) { return prefix.first == term.term; });
    if (known != prefixes_.end()) return known->second;
    prefixes_.emplace_back(term.term, list);
  }
  if (list == seen_.size()) seen_.emplace_back();
  return list;
}

ClauseMatcher::ClauseMatcher(const QueryPlan& plan, Tokenizer& tokenizer) : tokenizer_(tokenizer) {
  for (const Group& group : plan.groups) {
    std::vector<Wanted>& forms = groups_.emplace_back();
    for (const Form& form : group.forms) {
      Wanted wanted{static_cast<std::uint32_t>(forms.size()), {}};
      for (const Pattern::Term& term : form.pattern.terms) wanted.terms.emplace_back(list_of(term), term.offset);
      forms.push_back(std::move(wanted));
    }
  }
}

Matches ClauseMatcher::match(std::string_view text) {
  for (std::vector<Seen>& list : seen_) list.clear();
  Collector collector(*this);
  tokenizer_.tokenize(text, collector);
  Matches matches(groups_.size());
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    for (const Wanted& wanted : groups_[i]) find(wanted, matches[i]);
    if (matches[i].size() > 1) matches[i] = without_overlaps(std::move(matches[i]));
  }
  return matches;
}

void ClauseMatcher::find(const Wanted& wanted, std::vector<Occurrence>& found) const {
  if (wanted.terms.empty()) return;
  for (const auto& [list, offset] : wanted.terms)
    if (seen_[list].empty()) return;
  for (const Seen& first : seen_[wanted.terms.front().first]) {
    const std::uint32_t base = first.position - wanted.terms.front().second;
    std::size_t end = first.end;
    bool whole = true;
    for (std::size_t i = 1; i < wanted.terms.size() && whole; ++i) {
      const std::vector<Seen>& list = seen_[wanted.terms[i].first];
      const std::uint32_t position = base + wanted.terms[i].second;
      const auto seen =
          std::lower_bound(list.begin(), list.end(), position, [](const Seen& token, std::uint32_t p) { return token.position < p; });
      whole = seen != list.end() && seen->position == position;
      if (whole) end = std::max(end, seen->end);
    }
    if (whole) found.push_back({first.begin, end, first.position, wanted.form});
  }
}

}  // namespace jomun
