// Jomun tests: whatever is asked, what is marked in the shipped declarations is a form of what was asked for.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/lexicon.h"
#include "corpus/reader.h"
#include "searcher/search.h"
#include "searcher/text_analysis.h"
#include "tests/indexer/small_index.h"
#include "tests/support/texts.h"
#include "tokenizers/characters.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

#ifndef JOMUN_CONCEPTS_ASKED
#define JOMUN_CONCEPTS_ASKED 30
#endif
constexpr std::size_t concepts_asked = JOMUN_CONCEPTS_ASKED;  // more of them: the slow one of the two tests that this file is

using Keys = std::vector<std::string>;  // of cells: folded characters, stems, folded words

// What a text is to the search, remembered: forms come again and again.
class Folded {
 public:
  const Keys& of(const std::string& text) {
    const auto [known, is_new] = texts_.try_emplace(text);
    if (is_new)
      for (Cell& cell : analyse(*tokenizer_, text)) known->second.push_back(std::move(cell.key));
    return known->second;
  }
  // Of the cells of a clause within [begin, end), bytes: alone, a piece of text might be read in another way, as an annotation is none
  // without what it explains.
  Keys within(const std::string& clause, std::size_t begin, std::size_t end) {
    auto [known, is_new] = clauses_.try_emplace(clause);
    if (is_new) known->second = analyse(*tokenizer_, clause);
    Keys keys;
    for (const Cell& cell : known->second)
      if (cell.begin >= begin && cell.end <= end) keys.push_back(cell.key);
    return keys;
  }

 private:
  std::unique_ptr<Tokenizer> tokenizer_ = make_tokenizer();
  std::map<std::string, Keys> texts_;
  std::map<std::string, std::vector<Cell>> clauses_;
};

// Forms of concepts from the whole length of the lexicon, in all languages; two of them at times.
std::vector<std::string> queries() {
  std::vector<std::string> result;
  std::vector<LexiconProblem> problems;
  const std::vector<Concept> concepts = parse_lexicon(shipped_lexicon(), problems);
  for (std::size_t i = 0; i < concepts_asked; ++i) {
    const Concept& asked = concepts[i * concepts.size() / concepts_asked];
    for (const LexiconForm& form : asked.forms) {
      result.push_back(form.text);
      if (result.size() % 8 == 0) result.push_back(result[result.size() - 8] + " " + form.text);
    }
  }
  return result;
}

std::size_t byte_of(std::string_view text, std::size_t code_point) {
  std::size_t offset = 0;
  for (; code_point > 0; --code_point) offset += decode(text, offset).bytes;
  return offset;
}

TEST(HighlightForms, EverySliceOfEveryHitFoldsToAFormOfTheQuery) {
  const testing::Folder folder;
  std::vector<Version> versions;
  for (const auto& file : testing::declaration_files())
    for (Version& version : read_file(file, {})) versions.push_back(std::move(version));
  testing::add_versions(folder / "index", versions);
  Searcher searcher({folder / "index"});
  Folded folded;
  std::size_t highlights = 0, by_forms = 0;
  for (const Expand expand : {Expand::none, Expand::lexicon, Expand::bridge, Expand::all}) {
    for (const std::string& query : queries()) {
      Request request;
      request.query = query;
      request.limit = 5;
      request.expand = expand;
      const Result result = searcher.search(request);
      std::set<std::string> own(folded.of(query).begin(), folded.of(query).end());
      std::map<std::string, std::set<Keys>> forms;  // by where they come from
      for (const Expansion& expansion : result.expansions)
        for (const ExpandedForm& form : expansion.forms) forms[form.via].insert(folded.of(form.text));
      for (const Hit& hit : result.hits) {
        const std::string& text = hit.clause.text.text();
        std::size_t end = 0;
        for (const Highlight& highlight : hit.highlights) {
          ASSERT_LE(end, highlight.begin) << query;
          ASSERT_LT(highlight.begin, highlight.end) << query;
          end = highlight.end;
          const std::size_t first = byte_of(text, highlight.begin), last = byte_of(text, highlight.end);
          ASSERT_EQ(text.substr(first, last - first), highlight.matched) << query;
          ASSERT_EQ(hit.clause.text.original({first, last}), highlight.published) << query;
          const Keys keys = folded.within(text, first, last);
          ASSERT_FALSE(keys.empty()) << query << ": " << highlight.matched;
          ++highlights;
          if (highlight.via == "query") {
            // A piece of the user's own words, or several that stand together.
            for (const std::string& key : keys) EXPECT_TRUE(own.contains(key)) << query << ": " << highlight.matched;
          } else {
            ++by_forms;
            EXPECT_TRUE(forms[highlight.via].contains(keys)) << query << ": " << highlight.matched << " by " << highlight.via;
          }
        }
      }
    }
  }
  EXPECT_GT(highlights, 200 * concepts_asked);
  EXPECT_GT(by_forms, 100 * concepts_asked);
  RecordProperty("highlights", std::to_string(highlights));
  RecordProperty("by_forms", std::to_string(by_forms));
}

}  // namespace
}  // namespace jomun
