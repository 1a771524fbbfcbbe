// Jomun: from the paragraphs of a text to its clauses.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/splitter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "corpus/clause_parts.h"
#include "corpus/entries.h"
#include "corpus/headings.h"
#include "corpus/labels.h"
#include "corpus/layout.h"
#include "corpus/quotation.h"
#include "corpus/sections.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

// In columns: a longer line is no heading of its kind.
constexpr std::size_t longest_numbered_heading = 80;
constexpr std::size_t longest_plain_heading = 100;
constexpr std::size_t longest_lead_in = 40;
constexpr std::size_t longest_announcement = 16;
constexpr std::size_t longest_article_heading = 60;
constexpr std::size_t longest_cell = 60;
constexpr std::size_t longest_table = 4000;  // bytes

class Splitter {
 public:
  Splitter(std::vector<Entry> entries, Granularity granularity) : entries_(std::move(entries)), granularity_(granularity) {}

  std::vector<Clause> split() {
    for (at_ = 0; at_ < entries_.size(); ++at_) take(entries_[at_]);
    close_clause();
    headings_.close(Headings::annex);
    keep_unused_headings();
    return std::move(clauses_);
  }

 private:
  // An item or numbered heading that is open: what follows may belong to it.
  struct Open {
    unsigned style;
    std::string number;
    bool heading;
    std::string list;  // "list2." in the second list that begins anew in the same place, else empty
  };

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

  const Entry* next() const { return at_ + 1 < entries_.size() ? &entries_[at_ + 1] : nullptr; }

  // An article that is not quoted, nor a reference in a cell of a table.
  bool is_article(const Label& label) {
    const bool expected = is_next(label);
    // Nothing is quoted by saying that it is left out: 제4조 생략.
    const bool omitted = std::string_view(entries_[at_].text()).substr(label.text).starts_with("생략");
    if (!omitted && quotation_.takes(label, expected)) return false;
    return expected || above_ != nullptr || label.text != entries_[at_].text().size() || is_text_of_article(next());
  }

  // What may stand under a bare label that does not continue the numbers. Cells of tables are neither sentences nor indented.
  static bool is_text_of_article(const Entry* entry) {
    if (entry == nullptr || entry->is(LabelKind::article)) return entry != nullptr && entry->label->doubtful;
    const std::string& text = entry->text();
    return entry->label || entry->paragraph->indented || ends_sentence(text) || text.back() == '>' || text.back() == ']' ||
           !inside_brackets(text).empty() || text.size() > 4 * longest_cell;
  }

  // A doubtful label counts when its number is the next one.
  bool is_next(const Label& label) const {
    if (label.kind == LabelKind::article) return continues_list(last_article_, label.number);
    const auto open = find_open(label.style);
    return continues_list(open == open_.size() ? std::string_view() : std::string_view(open_[open].number), label.number);
  }

  std::size_t find_open(unsigned style) const {
    for (std::size_t i = open_.size(); i-- > 0;)
      if (open_[i].style == style) return i;
    return open_.size();
  }

  // --- annexes and divisions

  void open_annex(const Entry& entry) {
    close_article();
    if (!pending_scope_) {
      main_ = {scope_, last_article_, headings_};
      main_.headings.forget_unused();
    }
    quotation_.end();
    pending_scope_ = entry.label->kind;
    annex_title_ = entry.text();
    headings_.close(Headings::annex);
    keep_unused_headings();
    headings_.open(Headings::annex, entry.text());
    last_article_.clear();
    open_.clear();
  }

  // An annex counts from its first clause on: lines of a table of contents have none.
  void enter_annex() {
    if (!pending_scope_) return;
    const bool supplement = *pending_scope_ == LabelKind::supplement;
    const std::size_t count = supplement ? ++supplements_ : ++annexes_;
    scope_ = (supplement ? "supplement" : "annex") + (count == 1 ? std::string() : std::to_string(count)) + ".";
    pending_scope_.reset();
  }

  // Back to where the text was before the annex line that is pending, which stays as a heading if `keep_heading`.
  void revoke_annex(bool keep_heading) {
    headings_.close(Headings::annex);
    keep_unused_headings();
    pending_scope_.reset();
    scope_ = main_.scope;
    last_article_ = main_.last_article;
    headings_ = main_.headings;
    if (keep_heading) headings_.open(Headings::division + 3, annex_title_);
  }

  void open_division(const Entry& entry) {
    close_article();
    quotation_.end();
    // The table of contents names the supplementary provisions too.
    if (pending_scope_ && main_.last_article.empty() && !numbered_) revoke_annex(false);
    headings_.close(Headings::division + entry.label->style);
    keep_unused_headings();
    headings_.open(Headings::division + entry.label->style, entry.text());
    if (open_.size() > 1) open_.resize(1);
  }

  // A short numbered line directly above an article, where articles are numbered through: 一、关于管辖. Inside an article it has to
  // continue such headings, or to be the first item, lest it be the last of a list.
  bool is_section_heading(const Entry& entry) const {
    const Entry* following = next();
    if (!entry.is(LabelKind::item) || above_ != nullptr || following == nullptr || !following->is(LabelKind::article) ||
        following->label->doubtful)
      return false;
    const std::string_view rest = std::string_view(entry.text()).substr(entry.label->text);
    if (rest.empty() || display_width(rest) > longest_numbered_heading || ends_sentence(rest) || ends_in_comma(rest)) return false;
    if (!in_article_) return open_.empty();
    if (section_heading_.style == entry.label->style) return continues_list(section_heading_.number, entry.label->number);
    return !article_has_items_ && continues_list("", entry.label->number);
  }

  void open_section(const Entry& entry) {
    close_article();
    quotation_.end();
    section_heading_ = {entry.label->style, entry.label->number, true, ""};
    headings_.close(Headings::section);
    keep_unused_headings();
    open_heading(Headings::section, entry, "");
  }

  // --- articles

  void open_article(const Entry& entry) {
    close_article();
    const Label& label = *entry.label;
    if (pending_scope_ == LabelKind::supplement && label.number != "1" && continues_list(main_.last_article, label.number))
      revoke_annex(true);
    enter_annex();
    headings_.close(Headings::plain);
    keep_unused_headings();
    open_.clear();
    last_article_ = label.end_of_numbers();
    article_has_items_ = false;
    numbered_ = true;
    Clause& clause = add_clause(entry, label.number);
    std::size_t begin = label.text;
    std::string heading = heading_above();
    const std::string_view rest = std::string_view(entry.text()).substr(begin);
    if (const std::size_t closed = rest.empty() ? 0 : bracket_end(rest, 0);
        heading.empty() && closed != 0 && is_heading_bracket(rest, closed)) {
      heading = inside_brackets(rest.substr(0, closed));
      begin = skip_blanks(entry.text(), begin + closed);
    } else if (heading.empty() && is_article_heading(rest)) {
      heading = rest;
      begin = entry.text().size();
    }
    if (heading.empty() && rest.empty() && is_heading_below()) {
      heading = next()->text();
      clause.source.end = next()->paragraph->source.end;
      ++at_;
    }
    in_article_ = true;
    article_ = {label.number, entry.printed + (heading.empty() ? "" : " " + heading), "", 0};
    if (!heading.empty()) clause.path.push_back(std::move(heading));
    quotation_.read(rest);
    if (begins_paragraph(entry, begin)) return open_paragraph(entry, begin);
    clause.text.append(entry.paragraph->text, begin, entry.text().size());
  }

  // --- paragraphs of articles

  // An article whose paragraphs are clauses.
  struct Article {
    std::string number;
    std::string heading;    // with its label
    std::string paragraph;  // the number of the last paragraph
    unsigned style;         // of the numbers of its paragraphs; 0: none was printed yet
  };

  // Whether a paragraph begins at byte `begin` of the entry, in the article that is open.
  bool begins_paragraph(const Entry& entry, std::size_t begin) const {
    if (granularity_ != Granularity::paragraph || bare_label_) return false;
    const std::string_view text = std::string_view(entry.text()).substr(begin);
    const std::string& before = clauses_.back().text.text();
    if (const auto label = read_item(text)) {
      if (article_.style != 0) return label->style == article_.style && continues_list(article_.paragraph, label->number);
      // The first numbered one: ① , ２ below a first without a number, or 1. directly behind the label of the article.
      if (article_has_items_ || ends_in_colon(before)) return false;
      const bool second = label->number == "2" && !before.empty();
      return (label->number == "1" || second) && (counts_paragraphs(*label) || (before.empty() && label->style == decimal_style));
    }
    // Paragraphs that are only counted: sentences of their own. Korean ones always have numbers.
    return article_.style == 0 && begin == 0 && !before.empty() && !entry.label && !entry.quoted &&
           (ends_sentence(text) || ends_in_colon(text)) && ends_sentence(before) && !ends_in_colon(before) &&
           !article_.heading.starts_with("제") && !is_table_row(text);
  }

  void open_paragraph(const Entry& entry, std::size_t begin) {
    const auto label = read_item(std::string_view(entry.text()).substr(begin));
    if (label) {
      article_.style = label->style;
      article_.paragraph = label->number;
    } else {
      article_.paragraph = std::to_string(article_.paragraph.empty() ? 2 : std::stoul(article_.paragraph) + 1);
    }
    heading_ = nullptr;  // an article without text before its first paragraph is not represented by its heading
    Clause& clause = add_clause(entry, article_.number + "." + article_.paragraph);
    clause.label = label ? label->printed(std::string_view(entry.text()).substr(begin)) : "";
    clause.path.push_back(article_.heading);
    clause.text.append(entry.paragraph->text, begin + (label ? label->text : 0), entry.text().size());
    article_has_items_ = false;
    bare_label_ = clause.text.empty();
    quotation_.read(entry.text());
  }

  // （定義） behind the label is the heading, unless it is all the article says: (Deleted).
  bool is_heading_bracket(std::string_view rest, std::size_t closed) const {
    if (inside_brackets(rest.substr(0, closed)).empty() || read_item(rest)) return false;
    return closed != rest.size() || goes_on();
  }

  // Whether text of the article that begins here follows.
  bool goes_on() const {
    const Entry* following = next();
    return following != nullptr && !following->is_structure() && !heads_next_article(at_ + 1);
  }

  bool is_article_heading(std::string_view rest) const {
    return !rest.empty() && display_width(rest) <= longest_article_heading && !ends_sentence(rest) &&
           rest.find("，") == std::string_view::npos && rest.find("、") == std::string_view::npos && !is_table_row(rest) &&
           rest.back() != '>' && goes_on() && !next()->label &&
           (next()->paragraph->after_blank || (is_title_case(rest) && ends_sentence(next()->text())));
  }

  static bool is_title_case(std::string_view text) { return text[0] >= 'A' && text[0] <= 'Z'; }

  // "Principles" alone on the line under "Article 5".
  bool is_heading_below() const { return next() != nullptr && next()->heads_article && !heads_next_article(at_ + 1); }

  // Entry `i` is the heading of the article below it.
  bool heads_next_article(std::size_t i) const {
    if (i + 1 >= entries_.size() || !entries_[i + 1].is(LabelKind::article) || entries_[i + 1].label->doubtful) return false;
    if (entries_[i].heads_article) return true;
    // Under a bare label it is all that article says: (Deleted).
    if (i > 0 && entries_[i - 1].is(LabelKind::article) && entries_[i - 1].label->text == entries_[i - 1].text().size()) return false;
    return !inside_brackets(entries_[i].text()).empty() && !ends_sentence(entries_[i].text());
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
    clause.text.append(entry.paragraph->text, 0, entry.text().size());
    clause.source.end = entry.paragraph->source.end;
    quotation_.read(entry.text());
  }

  // --- items

  void take_item(const Entry& entry) {
    const Label& label = *entry.label;
    enter_annex();
    wants_text_ = false;
    const std::size_t found = find_open(label.style);
    const bool after_item = found != open_.size() && !open_[found].heading;
    std::string list = found != open_.size() && !continues_list("", label.number) ? open_[found].list : std::string();
    open_.resize(found);
    // An item with a heading of its own above it is none.
    const bool heading = !after_item && above_ == nullptr && is_numbered_heading(entry);
    const auto components = static_cast<std::size_t>(std::count(label.number.begin(), label.number.end(), '.'));
    const unsigned rank = Headings::numbered(found, components);
    headings_.close(rank);
    keep_unused_headings();
    open_.push_back({label.style, label.number, heading, std::move(list)});
    if (!heading && claims_.contains(scope_ + numbers())) open_.back().list = new_list();
    numbered_ = true;
    if (heading) {
      open_heading(rank, entry, numbers());
      return;
    }
    Clause& clause = add_clause(entry, numbers());
    if (std::string above = heading_above(); !above.empty()) clause.path.push_back(std::move(above));
    clause.text.append(entry.paragraph->text, label.text, entry.text().size());
    quotation_.read(entry.text());
    wants_text_ = clause.text.empty();
  }

  // "list2." for the first list below the same heading or item whose numbers were there before, and so on.
  std::string new_list() {
    Open item = std::move(open_.back());
    open_.pop_back();
    std::size_t& lists = lists_[scope_ + section()];
    lists = std::max<std::size_t>(lists, 1) + 1;
    open_.push_back(std::move(item));
    return "list" + std::to_string(lists) + ".";
  }

  // A short line without an end, above something that is not its sibling.
  bool is_numbered_heading(const Entry& entry) const {
    const std::string_view rest = std::string_view(entry.text()).substr(entry.label->text);
    const Entry* following = next();
    if (rest.empty() || following == nullptr || following->is_structure()) return false;
    if (display_width(rest) > longest_numbered_heading || ends_sentence(rest) || ends_in_comma(rest) || is_table_row(rest)) return false;
    if (!following->label) return !is_table_row(following->text());
    if (following->label->style != entry.label->style) return true;
    // 2.1 under 2. is no sibling.
    return following->label->number.starts_with(entry.label->number + ".");
  }

  void take_dash(const Entry& entry) {
    enter_annex();
    wants_text_ = false;
    Clause& clause = add_clause(entry, section() + "i" + std::to_string(++dashes_[scope_ + section()]));
    clause.text.append(entry.paragraph->text, entry.label->text, entry.text().size());
  }

  // --- text without a label

  void take_plain(const Entry& entry) {
    if (heads_next_article(at_)) {
      close_article();
      above_ = &entry;
      return;
    }
    if (in_article_) return extend_article(entry);
    if (wants_text_) {
      wants_text_ = false;
      return extend_clause(entry);
    }
    const Entry* following = next();
    if (following != nullptr && following->is(LabelKind::item) && !following->label->doubtful && !inside_brackets(entry.text()).empty() &&
        !ends_sentence(entry.text())) {
      continues_table_ = false;
      above_ = &entry;
      return;
    }
    if (repeats_annex_title(entry)) {
      continues_table_ = false;
      headings_.open(Headings::annex, entry.text());
      annex_title_.clear();
      return;
    }
    if (is_announcement(entry)) return;
    if (is_lead_in(entry)) return open_heading(headings_.next_plain(), entry, "", true);
    if (is_plain_heading(entry)) return open_heading(headings_.next_plain(), entry, "");
    if (is_cell(entry) && continues_table_) return extend_table(entry);
    enter_annex();
    headings_.end_list();
    keep_unused_headings();
    continues_table_ = is_cell(entry);
    Clause& clause = add_clause(entry, section() + "p" + std::to_string(++paragraphs_[scope_ + section()]));
    clause.text.append(entry.paragraph->text, 0, entry.text().size());
  }

  // A row of a table, or in an annex a line that is no sentence: tables come with every cell on a line of its own. Together they are
  // one clause, up to a bound.
  bool is_cell(const Entry& entry) const {
    if (is_table_row(entry.text())) return true;
    return !scope_.empty() && entry.text().size() <= 4 * longest_cell && display_width(entry.text()) <= longest_cell &&
           !ends_sentence(entry.text());
  }

  void extend_table(const Entry& entry) {
    extend_clause(entry);
    continues_table_ = clauses_.back().text.text().size() < longest_table;
  }

  // The annex line names the title that stands below once more.
  bool repeats_annex_title(const Entry& entry) const {
    if (!pending_scope_ || annex_title_.empty() || entry.text().size() > 4 * longest_plain_heading) return false;
    const std::string title = squeeze(entry.text());
    return !title.empty() && squeeze(annex_title_).ends_with(title);
  }

  // "The full text follows:" above text that is no list, before anything else.
  bool is_announcement(const Entry& entry) const {
    const Entry* following = next();
    return following != nullptr && !following->label && !is_table_row(following->text()) && !numbered_ && headings_.empty() &&
           ends_in_colon(entry.text()) && display_width(entry.text()) <= longest_announcement;
  }

  // "We therefore propose:" above a list.
  bool is_lead_in(const Entry& entry) const {
    const Entry* following = next();
    return following != nullptr && (following->is(LabelKind::dash) || following->is(LabelKind::item)) && ends_in_colon(entry.text()) &&
           display_width(entry.text()) <= longest_lead_in && open_brackets(entry.text()) == 0;
  }

  bool is_plain_heading(const Entry& entry) const {
    const std::string& text = entry.text();
    const Entry* following = next();
    if (following == nullptr || following->is_structure() || !entry.paragraph->after_blank) return false;
    if (text.size() > 4 * longest_plain_heading || display_width(text) > longest_plain_heading) return false;
    if (ends_sentence(text) || ends_in_comma(text) || is_table_row(text)) return false;
    if (!following->label) return ends_sentence(following->text());
    if (following->label->doubtful) return false;
    // Not between two siblings of a list that goes on.
    return following->is(LabelKind::dash) || headings_.next_plain() < Headings::numbered(find_open(following->label->style), 0);
  }

  // --- headings

  // What stands above the clause that begins.
  std::string heading_above() {
    heading_ = std::exchange(above_, nullptr);
    if (heading_ == nullptr) return "";
    const std::string_view inside = inside_brackets(heading_->text());
    return inside.empty() ? heading_->text() : std::string(inside);
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
    clause.text.append(heading_->paragraph->text, 0, heading_->text().size());
    clause.source.begin = heading_->paragraph->source.begin;
  }

  // A heading that turns out to stand above nothing is a clause after all: its address, or "" to be counted as a paragraph.
  struct HeadingSource {
    const Entry* entry;
    std::string number;
  };

  void open_heading(unsigned rank, const Entry& entry, std::string number, bool only_list = false) {
    headings_.close(rank);
    keep_unused_headings();
    continues_table_ = false;
    sources_.push_back({&entry, std::move(number)});
    headings_.open(rank, entry.text(), sources_.size() - 1, only_list);
    below_heading_ = true;
  }

  void keep_unused_headings() {
    for (const std::size_t source : headings_.take_unused()) {
      const auto [entry, number] = sources_[source];
      enter_annex();
      Clause& clause = add_clause(*entry, number.empty() ? section() + "p" + std::to_string(++paragraphs_[scope_ + section()]) : number);
      clause.text.append(entry->paragraph->text, entry->label ? entry->label->text : 0, entry->text().size());
    }
  }

  // --- clauses

  // The numbers of what is open: "1", "1.3", "2.4".
  std::string numbers() const {
    std::string result;
    for (const Open& open : open_) {
      if (!result.empty()) result += '.';
      result += open.list + open.number;
    }
    return result;
  }

  // The numbered section that paragraphs and dash items are counted in, with its full stop.
  std::string section() const { return open_.empty() ? std::string() : numbers() + "."; }

  Clause& add_clause(const Entry& entry, const std::string& number) {
    close_clause();
    heading_ = nullptr;
    below_heading_ = false;
    Clause clause;
    clause.label = entry.printed;
    if (!entry.label) clause.label.clear();
    clause.path = headings_.path();
    clause.address = unique(scope_ + number);
    clause.source = entry.paragraph->source;
    clauses_.push_back(std::move(clause));
    return clauses_.back();
  }

  std::string unique(std::string address) {
    const std::size_t count = ++claims_[address];
    return count == 1 ? address : address + "~" + std::to_string(count);
  }

  // What an annex line interrupted.
  struct Main {
    std::string scope;
    std::string last_article;
    Headings headings;
  };

  std::vector<Entry> entries_;
  Granularity granularity_;
  std::size_t at_ = 0;
  std::vector<Clause> clauses_;
  std::unordered_map<std::string, std::size_t> claims_, paragraphs_, dashes_, lists_;

  std::string scope_;  // "", "annex.", "supplement2."
  Main main_;
  std::optional<LabelKind> pending_scope_;  // an annex line was read and no clause since
  std::string annex_title_;
  std::size_t annexes_ = 0;
  std::size_t supplements_ = 0;

  Headings headings_;
  std::vector<HeadingSource> sources_;
  std::vector<Open> open_;
  std::string last_article_;
  Quotation quotation_;
  Open section_heading_{};  // the last one above articles
  Article article_{};       // the one that is open
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

std::vector<Clause> split_clauses(const std::vector<Paragraph>& paragraphs, std::size_t first, Granularity granularity) {
  std::vector<Entry> entries = read_entries(paragraphs, first);
  find_articles(entries);
  return divide_long_clauses(Splitter(std::move(entries), granularity).split());
}

}  // namespace jomun
