// Jomun: how many clauses of an index may have a form of a query.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/document_frequencies.h"

#include <algorithm>

namespace jomun {

void DocumentFrequencies::look_up(const std::vector<Group>& groups) {
  std::vector<std::string> terms;
  for (const Group& group : groups)
    for (const Form& form : group.forms)
      for (const Pattern::Term& term : form.pattern.terms)
        if (!term.starts && terms_.try_emplace(term.term, 0).second) terms.push_back(term.term);
  if (terms.empty()) return;
  // Of a query for no hit servers send the statistics of its terms, and do nothing else.
  Xapian::Enquire enquire(database_);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  const Xapian::MSet nothing = enquire.get_mset(0, 0);
  for (const std::string& term : terms) terms_[term] = nothing.get_termfreq(term);
}

double DocumentFrequencies::of(const Pattern& pattern) {
  double least = database_.get_doccount();
  for (const Pattern::Term& term : pattern.terms) {
    least = std::min(least, of(term));
    if (least == 0) break;
  }
  return least;
}

double DocumentFrequencies::of(Group& group) {
  const double documents = std::max<double>(1, database_.get_doccount());
  double without = 1;
  for (Form& form : group.forms) {
    double frequency = database_.get_doccount();
    for (std::size_t i = 0; i < form.pattern.terms.size() && frequency > 0; ++i) {
      const double next = of(form.pattern.terms[i]);
      if (next >= frequency) continue;
      frequency = next;
      form.rarest = i;
    }
    form.absent = frequency == 0;
    without *= 1 - form.weight * frequency / documents;
  }
  return documents * (1 - without);
}

double DocumentFrequencies::of(const Pattern::Term& term) { return term.starts ? of_beginning(term.term) : of_term(term.term); }

double DocumentFrequencies::of_term(const std::string& term) {
  const auto [known, is_new] = terms_.try_emplace(term, 0);
  if (is_new) known->second = database_.get_termfreq(term);
  return known->second;
}

// The union of all terms that begin so, taken as independent of each other.
double DocumentFrequencies::of_beginning(const std::string& beginning) {
  const auto [known, is_new] = beginnings_.try_emplace(beginning, 0);
  if (is_new) {
    const double documents = std::max<double>(1, database_.get_doccount());
    double without = 1;
    for (auto term = database_.allterms_begin(beginning), end = database_.allterms_end(beginning); term != end; ++term)
      without *= 1 - term.get_termfreq() / documents;
    known->second = documents * (1 - without);
  }
  return known->second;
}

}  // namespace jomun
