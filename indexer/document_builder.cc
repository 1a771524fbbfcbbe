// Jomun: a clause as the Xapian document that stands for it.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/document_builder.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "corpus/modality.h"
#include "indexer/likeness.h"
#include "indexer/schema.h"

namespace jomun {
namespace {

class TermCounter final : public TokenSink {
 public:
  TermCounter(std::unordered_map<std::string, Xapian::termcount>& counts, std::string_view extra_prefix)
      : counts_(counts), extra_prefix_(extra_prefix) {}
  bool accept(std::span<const Token> tokens) override {
    for (const Token& token : tokens) {
      ++counts_[schema::index_term(token.kind, token.text)];
      if (!extra_prefix_.empty() && token.kind != TokenKind::stem) ++counts_[std::string(extra_prefix_).append(token.text)];
    }
    return true;
  }

 private:
  std::unordered_map<std::string, Xapian::termcount>& counts_;
  std::string_view extra_prefix_;
};

const std::string& first_of(const std::string& own, const std::string& inherited) { return own.empty() ? inherited : own; }

}  // namespace

void DocumentBuilder::count_terms(std::string_view text, std::string_view extra_prefix) {
  TermCounter counter(counts_, extra_prefix);
  tokenizer_->tokenize(text, counter);
}

Xapian::Document DocumentBuilder::build(const Version& version, const Clause& clause) {
  schema::StoredClause stored;
  stored.citation = version.citation(clause);
  stored.work = version.metadata.work;
  stored.language = first_of(clause.language, version.metadata.language);
  stored.title = first_of(clause.title, version.metadata.title);
  stored.issuer = first_of(clause.issuer, version.metadata.issuer);
  stored.date = first_of(clause.date, version.metadata.date);
  stored.status = version.metadata.status;
  stored.label = clause.label;
  stored.address = clause.address;
  stored.path = clause.path;
  stored.source = clause.source;
  stored.text = clause.text;
  stored.modalities = find_modalities(stored.text.text(), stored.language).names();

  counts_.clear();
  count_terms(stored.text.text(), "");
  Likeness likeness;
  for (const auto& [term, count] : counts_)
    if (!term.starts_with(schema::stem_prefix)) likeness.add(term, count);
  count_terms(stored.title, schema::title_prefix);
  for (const std::string& heading : stored.path) count_terms(heading, schema::title_prefix);

  // Issuers are searched by field only: a clause is not about whoever issued it.
  std::unordered_map<std::string, Xapian::termcount> text_counts;
  text_counts.swap(counts_);
  count_terms(stored.issuer, "");
  for (const auto& [term, count] : counts_) text_counts[schema::bounded_term(schema::issuer_prefix, term)] = count;
  counts_.swap(text_counts);

  // In order of term: Xapian's document keeps a sorted map.
  std::vector<std::pair<std::string_view, Xapian::termcount>> terms(counts_.begin(), counts_.end());
  std::sort(terms.begin(), terms.end());
  Xapian::Document document;
  for (const auto& [term, count] : terms) document.add_term(std::string(term), count);
  for (const std::string& term : {schema::language_term(stored.language), schema::bounded_term(schema::work_prefix, stored.work),
                                  schema::bounded_term(schema::version_prefix, version.name()),
                                  schema::bounded_term(schema::path_prefix, stored.work + "#" + stored.address),
                                  schema::bounded_term(schema::citation_prefix, stored.citation)})
    document.add_boolean_term(term);
  for (const std::string& modality : stored.modalities) document.add_boolean_term(schema::bounded_term(schema::modality_prefix, modality));
  if (!stored.label.empty()) document.add_boolean_term(schema::label_term(stored.label));
  if (const std::string date = schema::date_value(stored.date); !date.empty()) document.add_value(schema::date_slot, date);
  document.add_value(schema::work_slot, stored.work);
  document.add_value(schema::language_slot, stored.language);
  document.add_value(schema::likeness_slot, schema::likeness_value(likeness.bits()));
  document.set_data(schema::encode(stored));
  return document;
}

}  // namespace jomun
