// Jomun: what field:value asks of a clause, for Xapian and for a look at one clause.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query_plan.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// All terms of one of the lists; or a date.
struct FieldCondition {
  std::vector<std::vector<std::string>> terms = {};  // none: no clause meets it
  bool is_date = false;
  std::string first = {}, last = {};  // values of schema::date_slot, both included; empty: without a bound
};

// `field`: language, work, issuer, title, label, date ("2023", "2023..2024", "..2024-05") or modality.
FieldCondition field_condition(std::string_view field, std::string_view value, Tokenizer& tokenizer);

Xapian::Query field_query(const FieldCondition& condition);

// Looks at clauses in the order of their numbers: reads each list of clauses of a term once, also from a remote index. `database` must
// outlive it. Everything throws Xapian::Error.
class FieldReader {
 public:
  FieldReader(const Xapian::Database& database, const std::vector<FieldCondition>& conditions);

  // Which of the conditions `document` meets. REQUIRES: it is none that was looked at before, nor before one of those.
  void read(Xapian::docid document, std::vector<bool>& met);

 private:
  struct Postings {
    Xapian::PostingIterator next, end;
    bool has(Xapian::docid document);
  };
  struct Condition {
    std::vector<std::vector<Postings>> terms;
    bool is_date;
    std::string first, last;
    Xapian::ValueIterator date, dates_end;
    bool met_by(Xapian::docid document);
  };
  std::vector<Condition> conditions_;
};

}  // namespace jomun
