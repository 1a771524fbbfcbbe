// Jomun tests: a clause as a document, beside the same made in the simplest way.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/document_builder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpus/catalogue.h"
#include "corpus/modality.h"
#include "corpus/reader.h"
#include "indexer/likeness.h"
#include "indexer/schema.h"
#include "indexer/term_counts.h"
#include "tests/indexer/small_index.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using Terms = std::map<std::string, std::uint32_t>;

struct CollectTerms final : TokenSink {
  CollectTerms(Terms& into, std::string_view extra) : terms(into), extra_prefix(extra) {}
  bool accept(std::span<const Token> tokens) override {
    for (const Token& token : tokens) {
      ++terms[schema::index_term(token.kind, token.text)];
      if (!extra_prefix.empty() && token.kind != TokenKind::stem) ++terms[std::string(extra_prefix).append(token.text)];
    }
    return true;
  }
  Terms& terms;
  std::string_view extra_prefix;
};

struct Expected {
  Terms terms;
  std::vector<std::pair<unsigned, std::string>> values;
  std::string data;
};

Expected expected_document(const Version& version, const Clause& clause) {
  const auto own = [](const std::string& value, const std::string& inherited) { return value.empty() ? inherited : value; };
  const Metadata& metadata = version.metadata;
  schema::StoredClause stored;
  stored.citation = version.citation(clause);
  stored.work = metadata.work;
  stored.language = own(clause.language, metadata.language);
  stored.title = own(clause.title, metadata.title);
  stored.issuer = own(clause.issuer, metadata.issuer);
  stored.date = own(clause.date, metadata.date);
  stored.status = metadata.status;
  stored.label = clause.label;
  stored.address = clause.address;
  stored.path = clause.path;
  stored.source = clause.source;
  stored.text = clause.text;
  stored.modalities = find_modalities(stored.text.text(), stored.language).names();

  const auto tokenizer = make_tokenizer(default_tokenizer_name);
  const auto count = [&](const std::string& text, std::string_view extra, Terms& into) {
    CollectTerms sink(into, extra);
    tokenizer->tokenize(text, sink);
  };
  Expected expected;
  Terms& terms = expected.terms;
  count(stored.text.text(), "", terms);
  Likeness likeness;
  for (const auto& [term, often] : terms)
    if (!term.starts_with(schema::stem_prefix)) likeness.add(term, often);
  count(stored.title, schema::title_prefix, terms);
  for (const std::string& heading : stored.path) count(heading, schema::title_prefix, terms);
  Terms issuer;
  count(stored.issuer, "", issuer);
  for (const auto& [term, often] : issuer) terms[std::string(schema::issuer_prefix) + term] = often;
  std::vector<std::string> booleans = {schema::language_term(stored.language), schema::bounded_term(schema::work_prefix, stored.work),
                                       schema::bounded_term(schema::version_prefix, version.name()),
                                       schema::hashed_term(schema::path_prefix, stored.work + "#" + stored.address),
                                       schema::hashed_term(schema::citation_prefix, stored.citation)};
  for (const std::string& modality : stored.modalities) booleans.push_back(schema::bounded_term(schema::modality_prefix, modality));
  if (!stored.label.empty()) booleans.push_back(schema::label_term(stored.label));
  for (const std::string& term : booleans) terms.emplace(term, 0);
  if (const std::string date = schema::date_value(stored.date); !date.empty()) expected.values.emplace_back(schema::date_slot, date);
  expected.values.emplace_back(schema::work_slot, stored.work);
  expected.values.emplace_back(schema::language_slot, stored.language);
  stored.likeness = likeness.bits();
  for (const auto& [term, often] : terms) stored.length += often;
  expected.data = schema::encode(stored);
  return expected;
}

void expect_same(DocumentBuilder& builder, const Version& version) {
  for (const Clause& clause : version.clauses) {
    const IndexDocument document = builder.build(version, clause);
    const Expected expected = expected_document(version, clause);
    std::vector<std::pair<std::string, std::uint32_t>> terms;
    for (const IndexDocument::Term& term : document.terms) terms.emplace_back(term.text, term.wdf);
    const std::vector<std::pair<std::string, std::uint32_t>> in_order(expected.terms.begin(), expected.terms.end());
    ASSERT_EQ(terms, in_order) << version.citation(clause);
    ASSERT_EQ(document.values, expected.values) << version.citation(clause);
    ASSERT_EQ(document.data, expected.data) << version.citation(clause);
  }
}

TEST(DocumentBuilder, IsTheSameAsInTheSimplestWay) {
  DocumentBuilder builder(make_tokenizer(default_tokenizer_name));
  std::size_t clauses = 0;
  for (const char* folder : {"corpus/declarations", "tests/golden/statutes", "tests/golden/pages"})
    for (const Input& input : find_inputs(std::filesystem::path(JOMUN_SOURCE_DIR) / folder)) {
      if (std::filesystem::file_size(input.file) == 0) continue;
      for (const Version& version : read_file(input.file, input.metadata)) {
        clauses += version.clauses.size();
        expect_same(builder, version);
      }
    }
  EXPECT_GT(clauses, 200U);
}

// Long and short clauses in turn, more headings than are remembered, names too long for a term.
TEST(DocumentBuilder, IsTheSameForWhatIsUnusual) {
  DocumentBuilder builder(make_tokenizer(default_tokenizer_name));
  std::string words;
  for (int i = 0; i < 20'000; ++i) words += "word" + std::to_string(i % 7000) + " ";
  Version version = testing::make_version("a/en", {"", words, "One.", std::string(500, 'x'), "人工智能 人工智能", "may must\0not"});
  for (int i = 0; i < 600; ++i) {
    version.clauses.push_back(version.clauses[2]);
    version.clauses.back().path = {"Chapter " + std::to_string(i % 300), "Safety"};
  }
  std::string many;  // more terms than fit in sixteen bits
  for (int i = 0; i < 70'000; ++i) many += std::to_string(i) + "x ";
  version.clauses.push_back(testing::make_version("b/en", {many}).clauses.front());
  version.clauses[1].title = "Another title";
  version.clauses[1].issuer = "Nations, United";
  version.clauses[2].label = std::string(3000, '9');
  version.clauses[3].id = std::string(3000, 'q');
  version.metadata.issuer = "The Issuers";
  version.metadata.date = "2024-05";
  expect_same(builder, version);
}

// Counting.

RC_GTEST_PROP(TermCounts, AreThoseOfAMap, ()) {
  TermCounts counts;
  const auto texts = *rc::gen::container<std::vector<std::vector<std::string>>>(
      rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(rc::gen::element('\0', 'a', 'b', '\xE5'))));
  for (const std::vector<std::string>& text : texts) {
    counts.clear();
    Terms expected;
    for (const std::string& term : text) {
      counts.add(term.size() % 2 == 0 ? "" : "S", term, static_cast<std::uint32_t>(term.size() % 3));
      expected[(term.size() % 2 == 0 ? "" : "S") + term] += static_cast<std::uint32_t>(term.size() % 3);
    }
    TermCounts copy;
    copy.add(counts);
    Terms found;
    for (const TermCounts::Entry& entry : copy.entries()) {
      const bool is_new = found.emplace(copy.text(entry), entry.count).second;
      RC_ASSERT(is_new);
      for (const TermCounts::Entry& other : copy.entries()) RC_ASSERT(copy.before(entry, other) == (copy.text(entry) < copy.text(other)));
    }
    RC_ASSERT(found == expected);
  }
}

}  // namespace
}  // namespace jomun
