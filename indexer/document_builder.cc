// Jomun: a clause as the document that stands for it.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/document_builder.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "corpus/modality.h"
#include "indexer/likeness.h"
#include "indexer/schema.h"

namespace jomun {
namespace {

// Counts every token under `prefix`, a stem under the prefix of stems behind that; `no_stems` under another one besides.
class TermCounter final : public TokenSink {
 public:
  TermCounter(TermCounts& counts, std::string_view prefix, std::string_view no_stems)
      : counts_(counts), prefix_(prefix), stem_prefix_(std::string(prefix).append(schema::stem_prefix)), no_stems_(no_stems) {}
  bool accept(std::span<const Token> tokens) override {
    for (const Token& token : tokens) {
      counts_.add(token.kind == TokenKind::stem ? std::string_view(stem_prefix_) : prefix_, token.text);
      if (!no_stems_.empty() && token.kind != TokenKind::stem) counts_.add(no_stems_, token.text);
    }
    return true;
  }

 private:
  TermCounts& counts_;
  std::string_view prefix_;
  std::string stem_prefix_;
  std::string_view no_stems_;
};

const std::string& first_of(const std::string& own, const std::string& inherited) { return own.empty() ? inherited : own; }

}  // namespace

const TermCounts& DocumentBuilder::terms_of(Field field, const std::string& text) {
  constexpr std::size_t most = 256;  // a version has few headings at a time; bounds the memory
  auto& known = field == Field::title ? titles_ : issuers_;
  if (const auto found = known.find(text); found != known.end()) return found->second;
  if (known.size() >= most) known.clear();
  TermCounts& counts = known[text];
  // Issuers are searched by field only: a clause is not about whoever issued it.
  TermCounter counter(counts, field == Field::issuer ? schema::issuer_prefix : "", field == Field::title ? schema::title_prefix : "");
  tokenizer_->tokenize(text, counter);
  return counts;
}

void DocumentBuilder::sort_terms() {
  // The first six bytes, all of a bigram, and the index of the term in one number: those sort fastest.
  constexpr std::uint64_t index_mask = 0xFFFF;
  const std::span<const TermCounts::Entry> entries = counts_.entries();
  const auto before = [&](std::uint64_t one, std::uint64_t other) {
    return counts_.before(entries[one & index_mask], entries[other & index_mask]);
  };
  order_.resize(entries.size());
  if (entries.size() > index_mask) {
    std::iota(order_.begin(), order_.end(), 0);
    std::sort(order_.begin(), order_.end(),
              [&](std::uint64_t one, std::uint64_t other) { return counts_.before(entries[one], entries[other]); });
    return;
  }
  for (std::size_t i = 0; i < entries.size(); ++i) order_[i] = (entries[i].first & ~index_mask) | i;
  std::sort(order_.begin(), order_.end());
  for (auto begin = order_.begin(); begin != order_.end();) {
    const auto end = std::find_if(begin + 1, order_.end(), [&](std::uint64_t other) { return ((*begin ^ other) & ~index_mask) != 0; });
    if (end - begin > 1) std::sort(begin, end, before);
    begin = end;
  }
  for (std::uint64_t& index : order_) index &= index_mask;
}

void DocumentBuilder::take_terms(IndexDocument& document) {
  const std::span<const TermCounts::Entry> entries = counts_.entries();
  sort_terms();
  document.bytes.resize(counts_.bytes());
  document.terms.resize(entries.size());
  char* end = document.bytes.data();
  IndexDocument::Term* next = document.terms.data();
  for (const std::uint64_t index : order_) {
    const std::string_view term = counts_.text(entries[index]);
    *next++ = {{end, term.size()}, entries[index].count};
    end = std::copy(term.begin(), term.end(), end);
  }
}

IndexDocument DocumentBuilder::build(const Version& version, const Clause& clause) {
  const Metadata& metadata = version.metadata;
  const std::string version_name = version.name(), citation = version.citation(clause);
  const std::string& language = first_of(clause.language, metadata.language);
  const std::string& title = first_of(clause.title, metadata.title);
  const std::string& issuer = first_of(clause.issuer, metadata.issuer);
  const std::string& date = first_of(clause.date, metadata.date);
  const std::string& text = clause.text.text();
  std::vector<std::string_view> modalities;
  const Modalities found = find_modalities(text, language);
  for (std::size_t i = 0; i < std::size(modality_names); ++i)
    if (found.contains(static_cast<Modality>(i))) modalities.push_back(modality_names[i]);

  counts_.clear();
  TermCounter counter(counts_, "", "");
  tokenizer_->tokenize(text, counter);
  Likeness likeness;
  for (const TermCounts::Entry& entry : counts_.entries())
    if (const std::string_view term = counts_.text(entry); !term.starts_with(schema::stem_prefix)) likeness.add(term, entry.count);
  counts_.add(terms_of(Field::title, title));
  for (const std::string& heading : clause.path) counts_.add(terms_of(Field::title, heading));
  counts_.add(terms_of(Field::issuer, issuer));
  const auto add_boolean = [&](std::string_view term) { counts_.add("", term, 0); };
  add_boolean(schema::language_term(language));
  add_boolean(schema::bounded_term(schema::work_prefix, metadata.work));
  add_boolean(schema::bounded_term(schema::version_prefix, version_name));
  add_boolean(schema::hashed_term(schema::path_prefix, metadata.work + "#" + clause.address));
  add_boolean(schema::hashed_term(schema::citation_prefix, citation));
  for (const std::string_view modality : modalities) add_boolean(schema::bounded_term(schema::modality_prefix, modality));
  if (!clause.label.empty()) add_boolean(schema::label_term(clause.label));

  IndexDocument document;
  take_terms(document);
  document.values.reserve(3);
  if (std::string value = schema::date_value(date); !value.empty()) document.values.emplace_back(schema::date_slot, std::move(value));
  document.values.emplace_back(schema::work_slot, metadata.work);
  document.values.emplace_back(schema::language_slot, language);
  std::uint64_t length = 0;
  for (const IndexDocument::Term& term : document.terms) length += term.wdf;
  document.data =
      schema::encode(schema::ClauseFields{citation, metadata.work, language, title, issuer, date, metadata.status, clause.label,
                                          clause.address, clause.path, modalities, length, likeness.bits(), clause.source, &clause.text});
  return document;
}

}  // namespace jomun
