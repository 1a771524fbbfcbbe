// Jomun: results and clauses as text, for people.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_text.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "searcher/output_highlights.h"
#include "searcher/output_lines.h"
#include "searcher/output_passage.h"
#include "searcher/output_reason.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

constexpr std::size_t passage_lines = 5, expansion_lines = 2, facet_values = 10, narrowest = 20;
constexpr std::size_t side_by_side_width = 100, gutter = 3;
constexpr double certain = 0.8;  // confidence of a counterpart that can be relied on

struct Layout {
  std::size_t columns;
  Colour colour;
};

Layout layout(const OutputOptions& options) { return {std::max(options.width, narrowest), options.colour ? Colour::on : Colour::off}; }

using Lines = std::vector<Line>;

void append(Lines& lines, Lines more) {
  for (Line& line : more) lines.push_back(std::move(line));
}

void write_lines(std::ostream& out, const Lines& lines, std::size_t indent = 0) {
  for (const Line& line : lines) out << std::string(line.text.empty() ? 0 : indent, ' ') << line.text << '\n';
}

// Lines whose beginning, up to the first ": ", is faint.
Lines labelled(const std::string& text, Layout how) {
  return lay_out(text, {{{0, text.find(':') + 1}, style::faint}}, how.columns, how.colour);
}

// A text with marks on it.
struct Marked {
  std::string text;
  std::vector<Mark> marks;

  void add(std::string_view part, std::string_view part_style = {}) {
    if (!part_style.empty() && !part.empty()) marks.push_back({{text.size(), text.size() + part.size()}, part_style});
    text += part;
  }
};

// citation  language  label
Marked name_of(const FoundClause& clause) {
  Marked name;
  name.add(one_line(clause.citation), style::citation);
  for (const std::string& part : {clause.language, clause.label})
    if (!part.empty()) name.add("  " + one_line(part));
  return name;
}

// title · issuer · date · status, and the headings
Lines about(const FoundClause& clause, Layout how) {
  Marked origin;
  const auto add = [&](const std::string& part, std::string_view part_style) {
    if (part.empty()) return;
    if (!origin.text.empty()) origin.add(" · ");
    origin.add(one_line(part), part_style);
  };
  add(clause.title, "");
  add(clause.issuer, "");
  add(clause.date, "");
  add(clause.status, style::caution);
  Lines lines = lay_out(origin.text, origin.marks, how.columns, how.colour);
  std::string path;
  for (const std::string& heading : clause.path) path += (path.empty() ? "" : " › ") + one_line(heading);
  append(lines, lay_out(path, {{{0, path.size()}, style::faint}}, how.columns, how.colour));
  return lines;
}

// The clause or the best passage of it, with "…" where it was cut.
Marked passage_of(const Hit& hit, Layout how) {
  const std::string text = printable(hit.clause.text.text());
  const std::vector<Span> spans = highlight_spans(hit.highlights, text);
  // Lines are not filled to their end.
  const Span passage = best_passage(text, spans, how.columns * passage_lines - how.columns / 4);
  Marked result;
  if (passage.begin > 0) result.add("…");
  std::size_t written = passage.begin;
  for (const Span& span : spans) {
    const std::size_t begin = std::max(span.begin, passage.begin), end = std::min(span.end, passage.end);
    if (begin >= end) continue;
    result.add(std::string_view(text).substr(written, begin - written));
    result.add(std::string_view(text).substr(begin, end - begin), style::match);
    written = end;
  }
  result.add(std::string_view(text).substr(written, passage.end - written));
  if (passage.end < text.size()) result.add("…");
  return result;
}

Lines explanation_of(const Hit& hit, Layout how) {
  Lines lines = labelled(fmt::format("score: {:.3f}", hit.score), how);
  for (const ScorePart& part : hit.explanation)
    append(lines, lay_out(fmt::format("{:>9.3f}  {}", part.score, one_line(part.what)), {}, how.columns, how.colour));
  return lines;
}

void write_hit(std::ostream& out, const Hit& hit, const Result& result, const OutputOptions& options) {
  const std::string rank = fmt::format("{}. ", hit.rank);
  const Layout how{layout(options).columns - rank.size(), layout(options).colour};
  const Marked name = name_of(hit.clause), passage = passage_of(hit, how);
  Lines lines = lay_out(name.text, name.marks, how.columns, how.colour);
  append(lines, about(hit.clause, how));
  append(lines, lay_out(passage.text, passage.marks, how.columns, how.colour));
  if (const std::string reason = reason_of(hit, result.expansions); !reason.empty()) append(lines, labelled("because: " + reason, how));
  if (!hit.parallel.empty()) {
    std::string parallel = "also in:";
    for (const std::string& citation : hit.parallel) parallel += " " + one_line(citation);
    append(lines, labelled(parallel, how));
  }
  if (hit.more_in_work > 0) append(lines, labelled(fmt::format("more in this work: {}", hit.more_in_work), how));
  if (!hit.same_text.empty()) {
    std::string same = "same text:";
    for (const std::string& citation : hit.same_text) same += " " + one_line(citation);
    append(lines, labelled(same, how));
  }
  if (!hit.nearly.empty()) append(lines, labelled("nearly the text of: " + one_line(hit.nearly), how));
  if (options.explain && !hit.clause.modalities.empty())
    append(lines, labelled(fmt::format("modality: {}", fmt::join(hit.clause.modalities, ", ")), how));
  if (options.explain) append(lines, explanation_of(hit, how));
  if (!lines.empty()) lines.front().text.insert(0, rank), out << lines.front().text << '\n', lines.erase(lines.begin());
  write_lines(out, lines, rank.size());
}

std::string summary(const Result& result) {
  const auto counted = [](std::size_t count, std::string_view what) { return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s"); };
  const bool by_work = result.group == GroupBy::work;
  const std::size_t all = by_work ? result.facets.works.size() : result.total;
  std::string text = fmt::format("{}{}{}, {:.1f} ms", result.total_is_lower_bound ? "at least " : "", counted(result.total, "clause"),
                                 by_work ? " in " + counted(all, "work") : "", result.elapsed_ms);
  if (!result.hits.empty() && result.hits.size() < all)
    text += fmt::format("; {} to {} shown", result.hits.front().rank, result.hits.back().rank);
  return text;
}

// language: ko 12 · zh-Hans 3
// issuer: OECD 9 · unknown 6
Lines facets_of(const Result& result, Layout how) {
  Lines lines;
  const auto add = [&](std::string_view name, const std::map<std::string, std::size_t>& facet, bool by_name) {
    std::vector<std::pair<std::string, std::size_t>> values(facet.begin(), facet.end());
    const auto larger = [](const auto& a, const auto& b) { return a.second > b.second; };
    if (by_name)
      std::reverse(values.begin(), values.end());  // years: the last one first
    else
      std::stable_sort(values.begin(), values.end(), larger);
    std::string text = fmt::format("{}:", name);
    std::size_t unknown = result.total;
    for (std::size_t i = 0; i < values.size(); ++i) {
      unknown -= std::min(unknown, values[i].second);
      if (i < facet_values) text += fmt::format("{} {} {}", i == 0 ? "" : " ·", one_line(values[i].first), values[i].second);
    }
    if (values.size() > facet_values) text += fmt::format(" · … ({} in all)", values.size());
    if (unknown > 0) text += fmt::format("{} unknown {}", values.empty() ? "" : " ·", unknown);
    append(lines, labelled(text, how));
  };
  add("language", result.facets.languages, false);
  add("work", result.facets.works, false);
  add("issuer", result.facets.issuers, false);
  add("year", result.facets.years, true);
  return lines;
}

// `note`: what is to be known of it first, or nothing.
Lines whole_clause(const FoundClause& clause, Layout how, const Marked& note = {}) {
  const Marked name = name_of(clause);
  Lines lines = lay_out(name.text, name.marks, how.columns, how.colour);
  if (!note.text.empty()) append(lines, lay_out(note.text, note.marks, how.columns, how.colour));
  append(lines, about(clause, how));
  if (!clause.source_url.empty()) append(lines, labelled("source: " + one_line(clause.source_url), how));
  if (!clause.modalities.empty()) append(lines, labelled(fmt::format("modality: {}", fmt::join(clause.modalities, ", ")), how));
  lines.emplace_back();
  append(lines, lay_out(printable(clause.text.text()), {}, how.columns, how.colour));
  return lines;
}

// That it has the address and is likely the same clause goes without saying.
Lines whole_counterpart(const Counterpart& counterpart, Layout how) {
  const bool uncertain = counterpart.confidence < certain;
  Marked note;
  if (uncertain || counterpart.by == FoundBy::similarity) {
    if (uncertain) note.add("uncertain: ", style::caution);
    // Never "1.00": that nothing speaks against it is no proof.
    note.add(fmt::format("by {}, confidence {:.2f}", counterpart.by == FoundBy::address ? "address" : "similarity",
                         std::min(counterpart.confidence, 0.99)),
             style::faint);
  }
  return whole_clause(counterpart.clause, how, note);
}

}  // namespace

void write_text(std::ostream& out, const Result& result, const QueryId& id, const OutputOptions& options) {
  const bool with_facets = options.facets && result.total > 0;
  if (result.hits.empty() && !with_facets) return;
  const Layout how = layout(options);
  const std::string asked = id.given ? one_line(id.text) + "  " + one_line(result.query) + ": " : "";
  write_lines(out, lay_out(asked + summary(result), {{{0, asked.size()}, style::citation}}, how.columns, how.colour));
  if (const std::string searched = describe_expansions(result.expansions, options.explain ? Forms::all : Forms::few); !searched.empty()) {
    Lines lines = labelled("searched: " + searched, how);
    if (lines.size() > expansion_lines && !options.explain) {
      lines.resize(expansion_lines);
      Line& last = lines.back();
      last.text = last.text.substr(0, fit_columns(last.text, how.columns - 1)) + "…";
    }
    write_lines(out, lines);
  }
  if (const std::string meanings = describe_ambiguities(result.expansions); options.explain && !meanings.empty())
    write_lines(out, labelled("not the same: " + meanings, how));
  for (const Hit& hit : result.hits) {
    out << '\n';
    write_hit(out, hit, result, options);
  }
  if (!with_facets) return;
  out << '\n';
  write_lines(out, facets_of(result, how));
}

void write_clause_text(std::ostream& out, const FoundClause& clause, const OutputOptions& options) {
  write_lines(out, whole_clause(clause, layout(options)));
}

void write_parallel_text(std::ostream& out, const ParallelClauses& clauses, const OutputOptions& options) {
  const std::vector<Counterpart>& counterparts = clauses.counterparts;
  if (counterparts.size() != 1 || options.width < side_by_side_width) {
    write_clause_text(out, clauses.clause, options);
    for (const Counterpart& counterpart : counterparts) {
      out << '\n';
      write_lines(out, whole_counterpart(counterpart, layout(options)));
    }
    return;
  }
  const Layout column{(options.width - gutter) / 2, layout(options).colour};
  // The texts begin at the same height, whatever is above them.
  const auto halves = [&](const Lines& lines) {
    const auto blank = std::find_if(lines.begin(), lines.end(), [](const Line& line) { return line.text.empty(); });
    return std::pair(Lines(lines.begin(), blank), Lines(blank, lines.end()));
  };
  const auto write_rows = [&](const Lines& left, const Lines& right) {
    for (std::size_t row = 0; row < std::max(left.size(), right.size()); ++row) {
      const Line empty, &l = row < left.size() ? left[row] : empty, &r = row < right.size() ? right[row] : empty;
      out << l.text;
      if (!r.text.empty()) out << std::string(column.columns - l.columns + gutter, ' ') << r.text;
      out << '\n';
    }
  };
  const auto [left_head, left_text] = halves(whole_clause(clauses.clause, column));
  const auto [right_head, right_text] = halves(whole_counterpart(counterparts.front(), column));
  write_rows(left_head, right_head);
  write_rows(left_text, right_text);
}

void write_why_not_text(std::ostream& out, const WhyNot& answer, const Request& request, const OutputOptions& options) {
  const Layout how = layout(options);
  const std::string citation = one_line(answer.citation);
  const std::string standing = answer.found ? fmt::format("found, at rank {}", answer.rank) : "not found";
  write_lines(out, lay_out(fmt::format("{}: {}", citation, standing), {{{0, citation.size()}, style::citation}}, how.columns, how.colour));
  constexpr std::size_t obstacle_indent = 2;
  std::vector<std::string> lines;
  for (const Obstacle& obstacle : answer.obstacles) lines.push_back(obstacle.what);
  if (const std::optional<SuggestedChange>& suggestion = answer.suggestion) {
    lines.push_back(fmt::format("{} it is rank {}", suggestion->what, suggestion->rank));
    if (suggestion->request.query != request.query) lines.back() += ": " + suggestion->request.query;
  }
  for (const std::string& line : lines)
    write_lines(out, lay_out(one_line(line), {}, how.columns - obstacle_indent, how.colour), obstacle_indent);
}

void write_explanation_text(std::ostream& out, const Hit& hit, const OutputOptions& options) {
  const Layout how = layout(options);
  const Marked name = name_of(hit.clause);
  write_lines(out, lay_out(name.text, name.marks, how.columns, how.colour));
  write_lines(out, explanation_of(hit, how));
}

}  // namespace jomun
