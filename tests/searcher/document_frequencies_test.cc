// Jomun tests: how many clauses may have a form.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/document_frequencies.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <string>
#include <vector>

namespace jomun {
namespace {

Xapian::WritableDatabase database_of(const std::vector<std::vector<std::string>>& documents) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const std::vector<std::string>& terms : documents) {
    Xapian::Document document;
    for (const std::string& term : terms) document.add_term(term);
    database.add_document(document);
  }
  return database;
}

Form form_of(const std::vector<std::string>& terms) {
  Form form;
  for (const std::string& term : terms) form.pattern.terms.push_back({term, 0, false});
  return form;
}

TEST(DocumentFrequencies, MarksTheRarestTermAndWhatIsAbsent) {
  const Xapian::WritableDatabase database = database_of({{"a", "b"}, {"a", "b", "c"}, {"a"}, {"d"}});
  DocumentFrequencies frequencies(database);
  Group group;
  group.forms = {form_of({"a", "b", "c"}), form_of({"b", "a"}), form_of({"a", "nowhere", "c"})};
  EXPECT_DOUBLE_EQ(frequencies.of(group), 4 * (1 - .75 * .5));
  const std::size_t rarest[] = {2, 0, 1};
  for (std::size_t i = 0; i < group.forms.size(); ++i) {
    EXPECT_EQ(group.forms[i].rarest, rarest[i]) << i;
    EXPECT_EQ(group.forms[i].absent, i == 2) << i;
  }
}

TEST(DocumentFrequencies, KnowsTheTermsOfTheQueryOnceItHasLookedThemUp) {
  Xapian::WritableDatabase database = database_of({{"a"}, {"a"}});
  DocumentFrequencies frequencies(database);
  Group group;
  group.forms = {form_of({"a", "b"})};
  frequencies.look_up({group});
  Xapian::Document document;
  document.add_term("b");
  document.add_term("c");
  database.add_document(document);
  EXPECT_TRUE(frequencies.has("a"));
  EXPECT_FALSE(frequencies.has("b"));  // not asked for again
  EXPECT_TRUE(frequencies.has("c"));
  EXPECT_FALSE(frequencies.has("d"));
  frequencies.begin_query();
  EXPECT_TRUE(frequencies.has("b"));
}

}  // namespace
}  // namespace jomun
