// Jomun: which works say something about which concepts, and which say nothing.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jomun {

bool Matrix::empty() const {
  return std::all_of(rows.begin(), rows.end(), [](const MatrixRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const MatrixCell& cell) { return cell.clauses == 0; });
  });
}

std::vector<std::string> split_concepts(std::string_view text) {
  constexpr std::string_view full_width = "；", white_space = " \t\r\n";
  std::vector<std::string> concepts;
  std::string concept_text;
  const auto end_concept = [&] {
    const std::size_t begin = concept_text.find_first_not_of(white_space);
    if (begin != std::string::npos) concepts.push_back(concept_text.substr(begin, concept_text.find_last_not_of(white_space) + 1 - begin));
    concept_text.clear();
  };
  bool quoted = false;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '"') quoted = !quoted;
    const std::size_t separator = quoted ? 0 : text[i] == ';' ? 1 : text.substr(i).starts_with(full_width) ? full_width.size() : 0;
    if (separator > 0)
      end_concept();
    else
      concept_text += text[i];
    i += std::max<std::size_t>(separator, 1);
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
