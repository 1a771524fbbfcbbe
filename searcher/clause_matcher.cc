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

bool overlap_nowhere(const std::vector<Occurrence>& ascending) {
  for (std::size_t i = 1; i < ascending.size(); ++i)
    if (ascending[i].begin < ascending[i - 1].end) return false;
  return true;
}

// Where two overlap, the longer stays, of equals the earlier form (the user's own comes first).
void remove_overlaps(std::vector<Occurrence>& all) {
  std::sort(all.begin(), all.end(), [](const Occurrence& a, const Occurrence& b) { return a.begin < b.begin; });
  if (overlap_nowhere(all)) return;
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
  all.clear();
  for (const auto& [begin, occurrence] : kept) all.push_back(occurrence);
}

std::uint32_t positions_of(const Pattern::Term& term) {
  const Decoded first = decode(term.term, 0);
  return is_cjk(character(first.value).kind) && term.term.size() > first.bytes ? 2 : 1;
}

// Positions alone do not tell 市、县 from 市或县.
bool is_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const Decoded next = decode(text, begin);
    const CharacterClass kind = character(next.value).kind;
    if (kind != CharacterClass::separator && kind != CharacterClass::space && kind != CharacterClass::ignorable) return false;
    begin += next.bytes;
  }
  return true;
}

}  // namespace

// Keeps the tokens that some pattern asks for.
class ClauseMatcher::Collector final : public TokenSink {
 public:
  explicit Collector(ClauseMatcher& matcher) : matcher_(matcher) {}
  bool accept(std::span<const Token> tokens) override {
    // Hardly any token is wanted, so what is done for each of them counts.
    std::uint64_t fingerprint = 0;
    for (const Token& token : tokens) {
      const std::uint64_t ends = ends_of(token.text);
      if (token.kind == TokenKind::stem) {
        if (matcher_.stems_.may_have(ends)) keep_stem(token);
        continue;
      }
      if (!token.gloss) fingerprint += ends;
      if (matcher_.exact_.may_have(ends)) keep_exact(token);
      if (matcher_.likely_starts_.may_have(first_bytes(ends))) keep_start(token);
      for (const auto& [prefix, list] : matcher_.prefixes_)
        if (token.text.starts_with(prefix)) matcher_.keep(list, {token.position, token.begin, token.end});
    }
    matcher_.fingerprint_ += fingerprint;
    return true;
  }

 private:
  void keep_stem(const Token& token) {
    if (const auto list = matcher_.stems_.find(token.text)) matcher_.keep(*list, {token.position, token.begin, token.end});
  }

  void keep_exact(const Token& token) {
    if (const auto list = matcher_.exact_.find(token.text)) matcher_.keep(*list, {token.position, token.begin, token.end});
  }

  void keep_start(const Token& token) {
    const Decoded first = decode(token.text, 0);
    const auto found = matcher_.starts_.find(first.value);
    if (found == matcher_.starts_.end()) return;
    const std::size_t end = token.kind == TokenKind::bigram ? std::min<std::size_t>(token.end, token.begin + first.bytes) : token.end;
    matcher_.keep(found->second, {token.position, token.begin, end});
  }

  ClauseMatcher& matcher_;
};

void ClauseMatcher::keep(std::size_t list, const Seen& token) {
  if (seen_[list].empty()) filled_.push_back(list);
  seen_[list].push_back(token);
}

std::size_t ClauseMatcher::list_of(const Pattern::Term& term) {
  std::size_t list = seen_.size();
  if (!term.starts) {
    const std::string_view text = term.term;
    const bool is_stem = text.starts_with(schema::stem_prefix);  // no other term begins so
    list = is_stem ? stems_.add(text.substr(schema::stem_prefix.size()), list) : exact_.add(text, list);
  } else if (is_one_character(term.term)) {
    list = starts_.emplace(decode(term.term, 0).value, list).first->second;
    likely_starts_.add(first_bytes(ends_of(term.term)));
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
    for (std::uint32_t form = 0; form < group.forms.size(); ++form) {
      const Pattern& pattern = group.forms[form].pattern;
      if (pattern.terms.empty() || group.forms[form].absent) continue;
      forms.push_back({form, needed_.size(), needed_.size() + pattern.terms.size()});
      std::uint32_t next = 0;  // position behind the terms so far
      for (const Pattern::Term& term : pattern.terms) {
        needed_.push_back({list_of(term), term.offset, term.offset > next});
        next = std::max(next, term.offset + positions_of(term));
      }
    }
  }
}

Matches ClauseMatcher::match(std::string_view text) {
  Matches matches;
  match(text, matches);
  return matches;
}

void ClauseMatcher::match(std::string_view text, Matches& matches) {
  for (const std::size_t list : filled_) seen_[list].clear();
  filled_.clear();
  fingerprint_ = 0;
  Collector collector(*this);
  tokenizer_.tokenize(text, collector);
  matches.resize(groups_.size());
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    matches[i].clear();
    for (const Wanted& wanted : groups_[i])
      if (!seen_[needed_[wanted.first].list].empty()) find(wanted, text, matches[i]);
    if (matches[i].size() > 1) remove_overlaps(matches[i]);
  }
}

void ClauseMatcher::find(const Wanted& wanted, std::string_view text, std::vector<Occurrence>& found) const {
  const Needed* const needed = needed_.data() + wanted.first;
  const std::size_t size = wanted.last - wanted.first;
  for (std::size_t i = 1; i < size; ++i)
    if (seen_[needed[i].list].empty()) return;
  for (const Seen& first : seen_[needed->list]) {
    const std::uint32_t base = first.position - needed->offset;
    std::size_t end = first.end;
    bool whole = true;
    for (std::size_t i = 1; i < size && whole; ++i) {
      const std::vector<Seen>& list = seen_[needed[i].list];
      const std::uint32_t position = base + needed[i].offset;
      const auto seen =
          std::lower_bound(list.begin(), list.end(), position, [](const Seen& token, std::uint32_t p) { return token.position < p; });
      whole = seen != list.end() && seen->position == position;
      if (whole && needed[i].behind_gap) whole = is_punctuation(text, end, seen->begin);
      if (whole) end = std::max(end, seen->end);
    }
    if (whole) found.push_back({first.begin, end, first.position, wanted.form});
  }
}

}  // namespace jomun
