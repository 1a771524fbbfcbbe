// Jomun: from the paragraphs of a text to its clauses.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/splitter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/annexes.h"
#include "corpus/article_paragraphs.h"
#include "corpus/clause_parts.h"
#include "corpus/entries.h"
#include "corpus/headings.h"
#include "corpus/labels.h"
#include "corpus/layout.h"
#include "corpus/line_roles.h"
#include "corpus/numbering.h"
#include "corpus/quotation.h"
#include "corpus/sections.h"

namespace jomun {
namespace {

// A longer table is more than one clause. In bytes.
constexpr std::size_t longest_table = 4000;

class Splitter {
 public:
  Splitter(const Paragraphs& paragraphs, std::vector<Entry> entries, Granularity granularity)
      : paragraphs_(paragraphs), entries_(std::move(entries)), granularity_(granularity) {}

  std::vector<Clause> split() {
    for (std::size_t done = 0; at_ < entries_.size(); ++at_) {
      take(entries_[at_]);
      // Clauses take the memory of the labels that were read; those one entry above are still looked at.
      for (; done < at_; ++done) entries_[done].label.reset();
    }
    close_clause();
    headings_.close(Headings::annex);
    keep_unused_headings();
    return std::move(clauses_);
  }

 private:
  void take(Entry& entry) {
    if (entry.quoted && last_can_grow()) return extend_quotation(entry);
    if (entry.is(LabelKind::article) && !is_article(*entry.label)) {
      entry.label.reset();
      if (last_can_grow()) return extend_quotation(entry);
    }
    if (entry.label && entry.label->doubtful && !is_next(*entry.label)) entry.label.reset();
    if (!entry.label) return take_plain(entry);
    if (is_section_heading(entry)) return open_section(entry);
    if (!in_article_) close_clause();
    continues_table_ = false;
    switch (entry.label->kind) {
      case LabelKind::annex:
      case LabelKind::supplement: return open_annex(entry);
      case LabelKind::division: return open_division(entry);
      case LabelKind::article: return open_article(entry);
      case LabelKind::item: return in_article_ ? extend_article(entry) : take_item(entry);
      case LabelKind::dash: return in_article_ ? extend_article(entry) : take_dash(entry);
    }
  }

  // An article that is not quoted, nor a reference in a cell of a table.
  bool is_article(const Label& label) {
    const bool expected = is_next(label);
    // Nothing is quoted by saying that it is left out: 제4조 생략.
    const bool omitted = entries_[at_].behind_label().starts_with("생략");
    if (!omitted && quotation_.takes(label, expected)) return false;
    return expected || above_ != nullptr || label.text != entries_[at_].text().size() || has_text_below(entries_, at_);
  }

  // A doubtful label counts when its number is the next one.
  bool is_next(const Label& label) const {
    if (label.kind == LabelKind::article) return continues_list(last_article_, label.number);
    return numbering_.continues(label.style, label.number);
  }

  // --- annexes and divisions

  void open_annex(const Entry& entry) {
    close_article();
    quotation_.end();
    annexes_.announce(entry.label->kind, std::string(entry.text()), {numbering_.scope(), last_article_, headings_});
    headings_.close(Headings::annex);
    keep_unused_headings();
    headings_.open(Headings::annex, std::string(entry.text()));
    last_article_.clear();
    numbering_.close_all();
  }

  // An annex counts from its first clause on: lines of a table of contents have none.
  void enter_annex() {
    if (annexes_.pending()) numbering_.set_scope(annexes_.enter());
  }

  // Back to where the text was before the annex line that is pending, which stays as a heading if `keep_heading`.
  void revoke_annex(bool keep_heading) {
    headings_.close(Headings::annex);
    keep_unused_headings();
    const Annexes::Place& interrupted = annexes_.revoke();
    numbering_.set_scope(interrupted.scope);
    last_article_ = interrupted.last_article;
    headings_ = interrupted.headings;
    if (keep_heading) headings_.open(Headings::division + 3, annexes_.title());
  }

  void open_division(const Entry& entry) {
    close_article();
    quotation_.end();
    // The table of contents names the supplementary provisions too.
    if (annexes_.pending() && annexes_.interrupted().last_article.empty() && !numbered_) revoke_annex(false);
    headings_.close(Headings::division + entry.label->style);
    keep_unused_headings();
    headings_.open(Headings::division + entry.label->style, std::string(entry.text()));
    numbering_.close_inner();
  }

  // A short numbered line directly above an article, where articles are numbered through: 一、关于管辖. Inside an article it has to
  // continue such headings, or to be the first item, lest it be the last of a list.
  bool is_section_heading(const Entry& entry) const {
    if (above_ != nullptr || !is_above_article(entries_, at_)) return false;
    if (!in_article_) return numbering_.depth() == 0;
    if (section_heading_.style == entry.label->style) return continues_list(section_heading_.number, entry.label->number);
    return !article_has_items_ && continues_list("", entry.label->number);
  }

  void open_section(Entry& entry) {
    close_article();
    quotation_.end();
    section_heading_ = {entry.label->style, entry.label->number};
    headings_.close(Headings::section);
    keep_unused_headings();
    open_heading(Headings::section, entry, "");
  }

  struct SectionHeading {
    unsigned style;
    std::string number;
  };

  // --- articles

  void open_article(const Entry& entry) {
    close_article();
    const Label& label = *entry.label;
    if (annexes_.supplement_pending() && label.number != "1" && continues_list(annexes_.interrupted().last_article, label.number))
      revoke_annex(true);
    enter_annex();
    headings_.close(Headings::plain);
    keep_unused_headings();
    numbering_.close_all();
    last_article_ = label.end_of_numbers();
    article_has_items_ = false;
    numbered_ = true;
    Clause& clause = add_clause(entry, label.number);
    std::size_t begin = label.text;
    std::string heading = heading_above();
    const std::string_view rest = entry.text().substr(begin);
    if (const std::size_t closed = rest.empty() ? 0 : bracket_end(rest, 0);
        heading.empty() && closed != 0 && is_bracketed_article_heading(entries_, at_, rest, closed)) {
      heading = inside_brackets(rest.substr(0, closed));
      begin = skip_blanks(entry.text(), begin + closed);
    } else if (heading.empty() && is_article_heading(entries_, at_, rest)) {
      heading = rest;
      begin = entry.text().size();
    }
    if (heading.empty() && rest.empty() && has_heading_below(entries_, at_)) {
      const Entry& below = entries_[++at_];
      heading = below.text();
      clause.source.end = below.paragraph->source.end;
    }
    in_article_ = true;
    article_ = {label.number, entry.label->printed + (heading.empty() ? "" : " " + heading)};
    if (!heading.empty()) clause.path.push_back(std::move(heading));
    quotation_.read(rest);
    if (begins_paragraph(entry, begin)) return open_paragraph(entry, begin);
    append(clause, entry, begin);
  }

  // --- paragraphs of articles

  // Whether a paragraph that is a clause begins at byte `begin` of the entry, in the article that is open.
  bool begins_paragraph(const Entry& entry, std::size_t begin) const {
    return granularity_ == Granularity::paragraph && !bare_label_ &&
           article_.begins(entry, begin, clauses_.back().text.text(), article_has_items_);
  }

  void open_paragraph(const Entry& entry, std::size_t begin) {
    const std::string_view text = entry.text().substr(begin);
    const auto label = read_item(text);
    article_.open(label);
    heading_ = nullptr;  // an article without text before its first paragraph is not represented by its heading
    Clause& clause = add_clause(entry, article_.number());
    clause.label = label ? label->printed(text) : "";
    clause.path.push_back(article_.heading());
    append(clause, entry, begin + (label ? label->text : 0));
    article_has_items_ = false;
    bare_label_ = clause.text.empty();
    quotation_.read(entry.text());
  }

  void extend_article(const Entry& entry) {
    if (begins_paragraph(entry, 0)) return open_paragraph(entry, 0);
    extend_clause(entry, bare_label_ ? " " : "\n");
    if (entry.is(LabelKind::item)) article_has_items_ = true;
    bare_label_ = entry.label && entry.label->text == entry.text().size();
  }

  void close_article() {
    close_clause();
    in_article_ = false;
    bare_label_ = false;
  }

  // Clauses stand in the order of the text: nothing is added to one from below a heading that may become a clause itself.
  bool last_can_grow() const { return !clauses_.empty() && !below_heading_; }

  // With what was taken for the heading of an article that is quoted.
  void extend_quotation(const Entry& entry) {
    if (const Entry* above = std::exchange(above_, nullptr)) extend_clause(*above);
    extend_clause(entry);
  }

  void extend_clause(const Entry& entry, std::string_view between = "\n") {
    Clause& clause = clauses_.back();
    if (!clause.text.empty()) clause.text.insert(between);
    append(clause, entry);
    clause.source.end = entry.paragraph->source.end;
    quotation_.read(entry.text());
  }

  // --- items

  void take_item(Entry& entry) {
    const Label& label = *entry.label;
    enter_annex();
    wants_text_ = false;
    std::optional<OpenItem> sibling = numbering_.close(label.style);
    const bool after_item = sibling && !sibling->heading;
    std::string list = sibling && !continues_list("", label.number) ? std::move(sibling->list) : std::string();
    // An item with a heading of its own above it is none.
    const bool heading = !after_item && above_ == nullptr && is_numbered_heading(entries_, at_);
    const auto components = static_cast<std::size_t>(std::count(label.number.begin(), label.number.end(), '.'));
    const unsigned rank = Headings::numbered(numbering_.depth(), components);
    headings_.close(rank);
    keep_unused_headings();
    numbering_.open({label.style, label.number, heading, std::move(list)});
    numbered_ = true;
    if (heading) return open_heading(rank, entry, numbering_.numbers());
    Clause& clause = add_clause(entry, numbering_.numbers());
    if (std::string above = heading_above(); !above.empty()) clause.path.push_back(std::move(above));
    append(clause, entry, label.text);
    quotation_.read(entry.text());
    wants_text_ = clause.text.empty();
  }

  void take_dash(const Entry& entry) {
    enter_annex();
    wants_text_ = false;
    Clause& clause = add_clause(entry, numbering_.next_dash());
    append(clause, entry, entry.label->text);
  }

  // --- text without a label

  void take_plain(Entry& entry) {
    if (heads_next_article(entries_, at_)) {
      close_article();
      above_ = &entry;
      return;
    }
    if (in_article_) return extend_article(entry);
    if (wants_text_) {
      wants_text_ = false;
      return extend_clause(entry);
    }
    if (is_bracketed_item_heading(entries_, at_)) {
      continues_table_ = false;
      above_ = &entry;
      return;
    }
    if (repeats_annex_title(entry)) {
      continues_table_ = false;
      headings_.open(Headings::annex, std::string(entry.text()));
      annexes_.forget_title();
      return;
    }
    if (!numbered_ && headings_.empty() && is_announcement(entries_, at_)) return;  // before anything else
    if (is_lead_in(entries_, at_)) return open_heading(headings_.next_plain(), entry, "", true);
    if (is_plain_heading()) return open_heading(headings_.next_plain(), entry, "");
    if (is_cell(entry) && continues_table_) return extend_table(entry);
    enter_annex();
    headings_.end_list();
    keep_unused_headings();
    continues_table_ = is_cell(entry);
    Clause& clause = add_clause(entry, numbering_.next_paragraph());
    append(clause, entry);
  }

  // A row of a table, or in an annex a line that is no sentence. Together they are one clause, up to a bound.
  bool is_cell(const Entry& entry) const {
    return is_table_row(entry.text()) || (!numbering_.scope().empty() && may_be_cell(entry.text()));
  }

  void extend_table(const Entry& entry) {
    extend_clause(entry);
    continues_table_ = clauses_.back().text.text().size() < longest_table;
  }

  // The annex line names the title that stands below once more.
  bool repeats_annex_title(const Entry& entry) const {
    if (!annexes_.pending() || annexes_.title().empty() || !is_as_short_as_heading(entry.text())) return false;
    const std::string title = squeeze(entry.text());
    return !title.empty() && squeeze(annexes_.title()).ends_with(title);
  }

  // Not between two siblings of a list that goes on.
  bool is_plain_heading() const {
    if (!may_be_plain_heading(entries_, at_)) return false;
    const Entry* below = entry_below(entries_, at_);
    return !below->is(LabelKind::item) || headings_.next_plain() < Headings::numbered(numbering_.depth_of(below->label->style), 0);
  }

  // --- headings

  // What stands above the clause that begins.
  std::string heading_above() {
    heading_ = std::exchange(above_, nullptr);
    if (heading_ == nullptr) return "";
    const std::string_view inside = inside_brackets(heading_->text());
    return std::string(inside.empty() ? heading_->text() : inside);
  }

  // Nothing more comes for the last clause. A label without text is none, unless a heading stands above it, which is its text then.
  void close_clause() {
    wants_text_ = false;
    if (clauses_.empty() || !clauses_.back().text.empty()) return;
    if (heading_ == nullptr) {
      headings_.take_back_path();
      return clauses_.pop_back();
    }
    Clause& clause = clauses_.back();
    clause.path.pop_back();
    append(clause, *heading_);
    clause.source.begin = heading_->paragraph->source.begin;
  }

  // A heading that turns out to stand above nothing is a clause after all: its address, or "" to be counted as a paragraph.
  struct HeadingSource {
    Entry entry;
    std::string number;
  };

  void open_heading(unsigned rank, Entry& entry, std::string number, bool only_list = false) {
    headings_.close(rank);
    keep_unused_headings();
    continues_table_ = false;
    headings_.open(rank, std::string(entry.text()), sources_.size(), only_list);
    sources_.push_back({{entry.paragraph, std::move(entry.label)}, std::move(number)});
    below_heading_ = true;
  }

  void keep_unused_headings() {
    for (const std::size_t source : headings_.take_unused()) {
      const auto& [entry, number] = sources_[source];
      enter_annex();
      Clause& clause = add_clause(entry, number.empty() ? numbering_.next_paragraph() : number);
      append(clause, entry, entry.label ? entry.label->text : 0);
    }
  }

  // --- clauses

  void append(Clause& clause, const Entry& entry, std::size_t begin = 0) { paragraphs_.append_to(clause.text, *entry.paragraph, begin); }

  Clause& add_clause(const Entry& entry, const std::string& number) {
    close_clause();
    heading_ = nullptr;
    below_heading_ = false;
    Clause clause;
    if (entry.label) clause.label = entry.label->printed;
    clause.path = headings_.path();
    clause.address = numbering_.claim(number);
    clause.source = entry.paragraph->source;
    clauses_.push_back(std::move(clause));
    return clauses_.back();
  }

  const Paragraphs& paragraphs_;
  std::vector<Entry> entries_;
  Granularity granularity_;
  std::size_t at_ = 0;
  std::vector<Clause> clauses_;

  Annexes annexes_;
  Numbering numbering_;
  Headings headings_;
  std::vector<HeadingSource> sources_;
  std::string last_article_;
  Quotation quotation_;
  SectionHeading section_heading_{};  // the last one above articles
  ArticleParagraphs article_;         // of the one that is open
  bool article_has_items_ = false;
  bool below_heading_ = false;      // a heading was opened since clauses_.back()
  const Entry* above_ = nullptr;    // a heading in brackets, of the article or item that comes next
  const Entry* heading_ = nullptr;  // that of clauses_.back()
  bool numbered_ = false;           // an article, item or numbered heading was read
  bool in_article_ = false;         // clauses_.back() takes what follows
  bool bare_label_ = false;         // its text ends in a label whose text comes next
  bool continues_table_ = false;    // clauses_.back() is a table whose next row may come
  bool wants_text_ = false;         // clauses_.back() is an item whose text comes next
};

}  // namespace

std::vector<Clause> split_clauses(const Paragraphs& paragraphs, std::size_t first, Granularity granularity) {
  std::vector<Entry> entries = read_entries(paragraphs, first);
  find_articles(entries);
  return divide_long_clauses(Splitter(paragraphs, std::move(entries), granularity).split());
}

}  // namespace jomun
