// Jomun: which works say something about which concepts, and which say nothing.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "searcher/quotation_marks.h"
#include "tokenizers/characters.h"

namespace jomun {

bool Matrix::empty() const {
  return std::all_of(rows.begin(), rows.end(), [](const MatrixRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const MatrixCell& cell) { return cell.clauses == 0; });
  });
}

namespace {

bool is_white(char32_t c) { return character(c).kind == CharacterClass::space; }

// Where the quotation that begins at `offset` ends; `offset`: none does.
std::size_t end_of_quotation(std::string_view text, std::size_t offset) {
  const Decoded opening = decode(text, offset);
  const std::u32string_view family = closing_quotes(opening.value);
  const char32_t bracket = closing_quote_bracket(opening.value);
  if (family.empty() && bracket == 0) return offset;
  for (std::size_t i = offset + opening.bytes; i < text.size();) {
    const Decoded next = decode(text, i);
    i += next.bytes;
    if (family.find(next.value) != family.npos || next.value == bracket) return i;
  }
  // A phrase that is not closed goes to the end; a bracket is none then.
  return family.empty() ? offset : text.size();
}

}  // namespace

std::vector<std::string> split_concepts(std::string_view text) {
  std::vector<std::string> concepts;
  std::size_t begin = 0, end = 0;  // of what is no white space
  bool empty = true;
  const auto end_concept = [&] {
    if (!empty) concepts.emplace_back(text.substr(begin, end - begin));
    empty = true;
  };
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    if (next.value == U';' || next.value == U'；') {
      end_concept();
    } else if (!is_white(next.value)) {
      if (std::exchange(empty, false)) begin = i;
      end = std::max(i + next.bytes, end_of_quotation(text, i));
      i = end;
      continue;
    }
    i += next.bytes;
  }
  end_concept();
  return concepts;
}

Matrix make_matrix(Searcher& searcher, const Request& request, std::vector<std::string> concepts) {
  Matrix matrix;
  Filters filters = request.filters;
  filters.modalities.clear();
  for (ListedWork& work : searcher.list_works(filters)) matrix.rows.push_back({std::move(work), {}});
  const std::vector<std::string>& asked = filters.works;
  const auto place = [&](const MatrixRow& row) { return std::find(asked.begin(), asked.end(), row.work.work); };
  std::stable_sort(matrix.rows.begin(), matrix.rows.end(),
                   [&](const MatrixRow& one, const MatrixRow& other) { return place(one) < place(other); });
  for (const std::string& work : asked)
    if (std::none_of(matrix.rows.begin(), matrix.rows.end(), [&](const MatrixRow& row) { return row.work.work == work; }))
      matrix.notes.push_back(fmt::format("the work {} has no clause that the filters leave; see jomun-index list", work));

  Request of_concept = request;
  for (const std::string& query : concepts) {
    of_concept.query = query;
    Coverage coverage = searcher.cover(of_concept);
    for (MatrixRow& row : matrix.rows) {
      const auto found = coverage.works.find(row.work.work);
      row.cells.push_back(found == coverage.works.end() ? MatrixCell() : MatrixCell{found->second.clauses, found->second.best});
    }
    for (const std::string& note : coverage.notes) matrix.notes.push_back(fmt::format("{}: {}", query, note));
  }
  matrix.concepts = std::move(concepts);
  return matrix;
}

}  // namespace jomun
