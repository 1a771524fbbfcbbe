// Jomun: what a query asks for: groups of alternative forms, and the conditions between them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/query_plan.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "searcher/polarity.h"
#include "searcher/question_words.h"
#include "searcher/stop_words.h"
#include "tokenizers/characters.h"
#include "tokenizers/initial_consonants.h"
#include "tokenizers/language.h"

namespace jomun {
namespace {

constexpr std::size_t longest_phrase = 16;  // cells

CharacterClass class_of(const Cell& cell) { return character(decode(cell.key, 0).value).kind; }

class LeafBuilder {
 public:
  LeafBuilder(QueryPlan& plan, Tokenizer& tokenizer, const LexiconIndex* lexicon, const BridgeExpander* bridge, const std::string& text)
      : plan_(plan), tokenizer_(tokenizer), lexicon_(lexicon), bridge_(bridge), text_(text), cells_(analyse(tokenizer, text)) {
    if (cells_.size() <= max_query_cells) return;
    cells_.resize(max_query_cells);
    plan.cut = true;
  }

  std::size_t words() {
    concept_of_.assign(cells_.size(), none);
    weigh_cells();
    if (lexicon_ != nullptr) add_concepts(0, cells_.size(), cells_.size() + 1, 1, nullptr);
    add_own_words();
    add_characters();
    if (bridge_ != nullptr) add_bridged_words();
    add_whole();
    return finish(false);
  }

  std::size_t phrase() {
    weigh_cells();
    if (!cells_.empty()) add_group(0, cells_.size(), {own_form(0, cells_.size(), Wording::exact)}, "", 1, true);
    return finish(true);
  }

  std::size_t prefix() {
    weigh_cells();
    if (!cells_.empty()) {
      Form form = own_form(0, cells_.size(), Wording::exact);
      form.pattern.terms.back().starts = true;
      form.text += "*";
      add_group(0, cells_.size(), {std::move(form)}, "", 1, true);
    }
    return finish(true);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::span<const Cell> cells(std::size_t first, std::size_t last) const { return std::span(cells_).subspan(first, last - first); }
  std::string text_of(std::size_t first, std::size_t last) const {
    return text_.substr(cells_[first].begin, cells_[last - 1].end - cells_[first].begin);
  }
  Form own_form(std::size_t first, std::size_t last, Wording wording) const {
    return {make_pattern(cells(first, last), wording), text_of(first, last), "", "query", 1};
  }

  void weigh_cells() {
    leaf_.words = cells_.empty() ? 0 : 1;
    for (const Cell& cell : cells_) {
      leaf_.word_of_cell.push_back(leaf_.words - 1);
      leaf_.words += cell.apart;
    }
    leaf_.cell_weights.resize(cells_.size());
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const Cell& cell = cells_[i];
      const bool empty = cell.particle || (cell.is_character() ? is_function_character(cell.key) : is_stop_word(cell.word));
      leaf_.cell_weights[i] = empty ? 0 : 1;
    }
    // A query of function words only is meant.
    if (std::all_of(leaf_.cell_weights.begin(), leaf_.cell_weights.end(), [](double weight) { return weight == 0; }))
      std::fill(leaf_.cell_weights.begin(), leaf_.cell_weights.end(), 1);
  }

  // Tells apart what the query says from what it says again. `kind`: groups of different weight over the same cells are not the same.
  std::string key_of(std::size_t first, std::size_t last, std::string_view kind) const {
    std::string key(kind);
    for (const Pattern::Term& term : make_pattern(cells(first, last), Wording::exact).terms) key += '\n' + term.term;
    return key;
  }
  // Counts one more mention of cells [first, last). False: the first one, whose group the caller adds next.
  bool is_repeated(std::size_t first, std::size_t last, std::string_view kind) {
    const auto [known, is_new] = groups_by_key_.try_emplace(key_of(first, last, kind), plan_.groups.size(), 1);
    if (!is_new) ++known->second.second;
    return !is_new;
  }

  void add_group(std::size_t first, std::size_t last, std::vector<Form> forms, std::string concepts, double weight, bool top) {
    leaf_.groups.push_back(plan_.groups.size());
    Group group;
    group.text = text_of(first, last);
    group.concepts = std::move(concepts);
    group.forms = std::move(forms);
    group.weight = weight;
    group.first = first;
    group.last = last;
    group.top = top;
    group.negated = is_negated(text_, cells_[first].begin, cells_[last - 1].end);
    plan_.groups.push_back(std::move(group));
  }

  // Cells that are a form of these concepts.
  struct Found {
    std::size_t first, last;
    std::vector<std::uint32_t> numbers;
  };

  // Cuts cells [first, last) into the concepts of the lexicon from left to right, the longest first, none of `limit` cells or more;
  // and each concept again into those inside it, which count as parts. `around`: the one they are inside of; null at the top.
  void add_concepts(std::size_t first, std::size_t last, std::size_t limit, double weight, const Found* around) {
    const bool top = around == nullptr;
    for (std::size_t begin = first; begin < last;) {
      std::size_t length = std::min({last - begin, limit - 1, lexicon_->longest()});
      Found found{begin, begin, {}};
      for (; length > 0; --length) {
        found.numbers = lexicon_->find(cells(begin, begin + length));
        if (!found.numbers.empty()) break;
      }
      if (found.numbers.empty()) {
        begin = top ? add_initial_consonants(begin, last) : begin + 1;
        continue;
      }
      found.last = begin + length;
      add_concept(found, top ? concept_weight(begin, begin + length) : weight, around);
      if (top) std::fill_n(concept_of_.begin() + static_cast<std::ptrdiff_t>(begin), length, begin);
      if (length > 1) add_concepts(begin, begin + length, length, weight * plan_.weights.part, &found);
      begin += length;
    }
  }

  // What the concept's own words would count without the lexicon, less what they count besides it: a concept of many words is no less
  // important than its words, or whoever searches in the language of the text would find worse.
  double concept_weight(std::size_t first, std::size_t last) const {
    double own = 0;
    for (std::size_t i = first; i < last; ++i) own += !cells_[i].is_character() || (i + 1 < last && !cells_[i].bigram.empty()) ? 1 : 0;
    return std::max(1.0, (1 - plan_.weights.covered) * own);
  }

  // ㅇㄱㅈㄴ: whatever is abbreviated so. Returns where to go on.
  std::size_t add_initial_consonants(std::size_t first, std::size_t last) {
    constexpr std::size_t least = 2;
    std::size_t end = first;
    while (end < last && is_initial_consonants(cells_[end].key)) ++end;
    if (end - first < least) return first + 1;
    const Found found{first, end, lexicon_->find_initial_consonants(text_of(first, end))};
    if (!found.numbers.empty()) {
      add_concept(found, 1, nullptr);
      std::fill_n(concept_of_.begin() + static_cast<std::ptrdiff_t>(first), end - first, first);
    }
    return end;
  }

  // What a word of the query may mean.
  struct Meaning {
    Concept entry;
    std::vector<std::vector<Cell>> forms;  // of `entry`, analysed
  };

  bool says(const Meaning& meaning, std::span<const Cell> words) const {
    const auto same = [](const Cell& a, const Cell& b) { return a.word == b.word && a.key == b.key; };
    return std::any_of(meaning.forms.begin(), meaning.forms.end(),
                       [&](const auto& form) { return std::equal(form.begin(), form.end(), words.begin(), words.end(), same); });
  }

  // Of concepts that share a stem (customs and customers) those that have the very words, if there are any.
  std::vector<Meaning> meanings_of(std::span<const std::uint32_t> found, std::span<const Cell> words) const {
    std::vector<Meaning> meanings;
    for (const std::uint32_t number : found) {
      Meaning& meaning = meanings.emplace_back(Meaning{lexicon_->at(number), {}});
      for (const LexiconForm& form : meaning.entry.forms) meaning.forms.push_back(analyse(tokenizer_, form.text));
    }
    if (std::any_of(meanings.begin(), meanings.end(), [&](const Meaning& meaning) { return says(meaning, words); }))
      std::erase_if(meanings, [&](const Meaning& meaning) { return !says(meaning, words); });
    return meanings;
  }

  // How many forms of `whole` have a form of `part` inside, other than these words: of 国家安全, national security, more say security than
  // safety.
  static std::size_t count_inside(const Meaning& part, std::span<const Cell> words, const std::vector<Meaning>& whole) {
    const auto same = [](const Cell& a, const Cell& b) { return a.key == b.key; };
    const auto is_inside = [&](const std::vector<Cell>& form) {
      return std::any_of(part.forms.begin(), part.forms.end(), [&](const auto& inner) {
        return !inner.empty() && !std::equal(inner.begin(), inner.end(), words.begin(), words.end(), same) &&
               std::search(form.begin(), form.end(), inner.begin(), inner.end(), same) != form.end();
      });
    };
    std::size_t count = 0;
    for (const Meaning& meaning : whole)
      count += static_cast<std::size_t>(std::count_if(meaning.forms.begin(), meaning.forms.end(), is_inside));
    return count;
  }

  // Leaves the meanings that `around` has most of.
  void choose(std::vector<Meaning>& meanings, const Found& found, const Found& around) const {
    const std::span<const Cell> words = cells(found.first, found.last);
    const std::vector<Meaning> whole = meanings_of(around.numbers, cells(around.first, around.last));
    std::size_t most = 0;
    for (const Meaning& meaning : meanings) most = std::max(most, count_inside(meaning, words, whole));
    std::erase_if(meanings, [&](const Meaning& meaning) { return count_inside(meaning, words, whole) < most; });
  }

  void add_concept(const Found& found, double weight, const Found* around) {
    const auto& [first, last, numbers] = found;
    if (is_repeated(first, last, around == nullptr ? "concept" : "part")) return;
    std::vector<Form> forms = {own_form(first, last, Wording::stems)};
    std::string ids;
    std::vector<Meaning> meanings = meanings_of(numbers, cells(first, last));
    if (meanings.size() > 1 && around != nullptr) choose(meanings, found, *around);
    for (const auto& [entry, cells_of_forms] : meanings) {
      ids += (ids.empty() ? "" : ",") + entry.id;
      for (std::size_t i = 0; i < entry.forms.size(); ++i) {
        const std::vector<Cell>& form_cells = cells_of_forms[i];
        if (form_cells.empty()) continue;
        const LexiconForm& form = entry.forms[i];
        const bool synonym = class_of(form_cells.front()) == class_of(cells_[first]);
        Form candidate{make_pattern(form_cells, Wording::stems), form.text, form.language, "lexicon:" + entry.id,
                       synonym ? plan_.weights.synonym : plan_.weights.lexicon};
        // Forms that differ only by folding are one: 人工智慧 of Taiwan stays, 人工智能 in traditional characters is its simplified twin.
        const bool known = std::any_of(forms.begin(), forms.end(), [&](const Form& other) { return other.pattern == candidate.pattern; });
        if (!known && !candidate.pattern.terms.empty()) forms.push_back(std::move(candidate));
      }
    }
    add_group(first, last, std::move(forms), std::move(ids), weight, around == nullptr);
    plan_.groups.back().not_equal = told_apart(meanings);
  }

  // The ids of those that one of two says are not equal.
  static std::vector<std::string> told_apart(const std::vector<Meaning>& meanings) {
    const auto says = [](const Concept& a, const Concept& b) {
      return std::find(a.not_equal.begin(), a.not_equal.end(), b.id) != a.not_equal.end();
    };
    std::vector<std::string> ids;
    for (const Meaning& one : meanings)
      if (std::any_of(meanings.begin(), meanings.end(),
                      [&](const Meaning& other) { return says(one.entry, other.entry) || says(other.entry, one.entry); }))
        ids.push_back(one.entry.id);
    return ids;
  }

  // What no concept covers: each bigram and each word for itself.
  void add_own_words() {
    const auto covered_together = [&](std::size_t i, std::size_t j) { return concept_of_[i] != none && concept_of_[i] == concept_of_[j]; };
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const Cell& cell = cells_[i];
      const bool has_next = !cell.bigram.empty() && i + 1 < cells_.size();
      if (has_next) {
        double weight = 1;
        if (covered_together(i, i + 1))
          weight = plan_.weights.covered;
        else if (cell.spaced)
          weight = plan_.weights.crossing;
        else if (concept_of_[i] != none || concept_of_[i + 1] != none)
          weight = plan_.weights.beside;
        if (cell.particle || cells_[i + 1].particle)
          weight *= plan_.weights.particle;
        else if (leaf_.cell_weights[i] == 0 || leaf_.cell_weights[i + 1] == 0)
          weight *= plan_.weights.function;
        if (!is_repeated(i, i + 2, weight == 1 ? "bigram" : "crossing"))
          add_group(i, i + 2, {own_form(i, i + 2, Wording::stems)}, "", weight, true);
      } else if (concept_of_[i] == none && leaf_.cell_weights[i] > 0 && (!cell.is_character() || i == 0 || cells_[i - 1].bigram.empty())) {
        if (!is_repeated(i, i + 1, "word")) add_group(i, i + 1, {own_form(i, i + 1, Wording::stems)}, "", 1, true);
      }
    }
  }

  // Gives the groups of words that no concept covers their forms in other languages.
  void add_bridged_words() {
    std::vector<std::size_t> own;  // groups, by where they begin
    for (const std::size_t index : leaf_.groups)
      if (plan_.groups[index].concepts.empty() && plan_.groups[index].weight >= 1) own.push_back(index);
    std::stable_sort(own.begin(), own.end(), [&](std::size_t a, std::size_t b) { return plan_.groups[a].first < plan_.groups[b].first; });
    std::vector<BridgeExpander::Range> words;
    for (std::size_t first = 0; first < cells_.size();) {
      std::size_t last = first;
      while (last < cells_.size() && concept_of_[last] == none) ++last;
      bridge_->find(cells_, first, last, words);
      first = last + 1;
    }
    // A word said again has its groups where it was said first.
    std::unordered_map<std::string, std::pair<std::size_t, int>> said;  // the first time, in `words`; how often
    for (std::size_t i = 0; i < words.size(); ++i) ++said.try_emplace(key_of(words[i].first, words[i].last, ""), i, 0).first->second.second;
    std::vector<std::pair<int, std::size_t>> order;  // minus how often, where
    for (const auto& [key, word] : said) order.emplace_back(-word.second, word.first);
    std::sort(order.begin(), order.end());
    if (order.size() > max_bridged_words) order.resize(max_bridged_words);
    for (const auto& [times, index] : order) bridge(words[index], own);
  }

  // A phrase that no clause has in another language is taken apart.
  void bridge(BridgeExpander::Range range, const std::vector<std::size_t>& own) {
    const BridgedWord word = bridge_->expand(cells_, range);
    // Compounds of characters are made of words of two.
    const std::size_t head = cells_[range.first].is_character() ? 2 : range.last - range.first - 1;
    if (!word.whole && head > 0 && range.last - range.first > head) {
      bridge({range.first, range.first + head}, own);
      bridge({range.first + head, range.last}, own);
    }
    if (!word.forms.empty()) add_bridged_word(word, own);
  }

  void add_bridged_word(const BridgedWord& word, const std::vector<std::size_t>& own) {
    const auto begins_before = [&](std::size_t index, std::size_t cell) { return plan_.groups[index].first < cell; };
    for (auto at = std::lower_bound(own.begin(), own.end(), word.first, begins_before); at != own.end(); ++at) {
      Group& group = plan_.groups[*at];
      if (group.first >= word.last) break;
      if (group.last > word.last) continue;
      group.bridged = text_of(word.first, word.last);
      for (const BridgedWord::Form& form : word.forms) {
        const bool known = std::any_of(group.forms.begin(), group.forms.end(), [&](const Form& f) { return f.pattern == form.pattern; });
        if (!known) group.forms.push_back({form.pattern, form.text, form.language, "bridge", form.weight});
      }
    }
  }

  void add_characters() {
    if (cells_.size() > long_query_cells) return;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const Cell& cell = cells_[i];
      const bool alone = cell.bigram.empty() && (i == 0 || cells_[i - 1].bigram.empty());
      if (!cell.is_character() || alone || cell.particle || is_repeated(i, i + 1, concept_of_[i] == none ? "character" : "covered"))
        continue;
      add_group(i, i + 1, {own_form(i, i + 1, Wording::stems)}, "", plan_.weights.character, false);
      plan_.groups.back().evidence = true;
    }
  }

  // The words as they were typed, one behind the other.
  void add_whole() {
    const bool is_one_thing = cells_.size() < 2 || (concept_of_[0] != none && concept_of_[0] == concept_of_.back()) ||
                              (cells_.size() == 2 && !cells_[0].bigram.empty());
    if (is_one_thing || cells_.size() > longest_phrase) return;
    add_group(0, cells_.size(), {own_form(0, cells_.size(), Wording::stems)}, "", plan_.weights.phrase, false);
    plan_.groups.back().evidence = true;
  }

  // What a query says n times counts (k3 + 1) n / (k3 + n) times: BM25's term for the query, k3 = 1 as Xapian has it.
  void weigh_repetitions() {
    constexpr double k3 = 1;
    for (const auto& [key, group] : groups_by_key_) {
      const double times = group.second;
      plan_.groups[group.first].repetition = (k3 + 1) * times / (k3 + times);
    }
  }

  std::size_t finish(bool strict) {
    weigh_repetitions();
    leaf_.strict = strict;
    plan_.leaves.push_back(std::move(leaf_));
    return plan_.leaves.size() - 1;
  }

  QueryPlan& plan_;
  Tokenizer& tokenizer_;
  const LexiconIndex* lexicon_;
  const BridgeExpander* bridge_;
  const std::string& text_;
  std::vector<Cell> cells_;
  std::vector<std::size_t> concept_of_;                                         // by cell: where the top concept over it begins, or none
  std::unordered_map<std::string, std::pair<std::size_t, int>> groups_by_key_;  // index into the plan's, how often
  Leaf leaf_;
};

bool is_leaf(QueryNode::Kind kind) {
  using Kind = QueryNode::Kind;
  return kind == Kind::words || kind == Kind::phrase || kind == Kind::prefix;
}

// Asks for nothing: punctuation only.
bool is_empty(const PlanNode& node, const QueryPlan& plan) {
  if (node.kind == QueryNode::Kind::field) return false;
  if (is_leaf(node.kind)) return plan.leaves[node.leaf].groups.empty();
  return node.children.empty();
}

PlanNode plan_node(const QueryNode& node, QueryPlan& plan, Tokenizer& tokenizer, const LexiconIndex* lexicon,
                   const BridgeExpander* bridge) {
  PlanNode result;
  result.kind = node.kind;
  result.occurs = node.occurs;
  if (node.kind == QueryNode::Kind::field) {
    result.field = plan.fields.size();
    plan.fields.push_back({node.field, node.text});
  }
  result.distance = node.distance;
  const std::size_t first_group = plan.groups.size();
  if (is_leaf(node.kind)) {
    const Span asked = node.kind == QueryNode::Kind::words ? without_question(node.text) : Span{0, node.text.size()};
    const std::string text = node.text.substr(asked.begin, asked.end - asked.begin);
    LeafBuilder leaf(plan, tokenizer, lexicon, bridge, text);
    if (node.kind == QueryNode::Kind::words) result.leaf = leaf.words();
    if (node.kind == QueryNode::Kind::phrase) result.leaf = leaf.phrase();
    if (node.kind == QueryNode::Kind::prefix) result.leaf = leaf.prefix();
  }
  for (const QueryNode& child : node.children) {
    PlanNode part = plan_node(child, plan, tokenizer, lexicon, bridge);
    if (!is_empty(part, plan)) result.children.push_back(std::move(part));
  }
  if (node.occurs == QueryNode::Occurs::must_not)
    for (std::size_t i = first_group; i < plan.groups.size(); ++i) plan.groups[i].excluded = true;
  return result;
}

// What the words of a query say must, must not, may or should be. A question asks whether: its answer may be the opposite.
Modalities modalities_of(const QueryNode& node) {
  if (node.occurs == QueryNode::Occurs::must_not || node.kind == QueryNode::Kind::field) return {};
  Modalities result;
  if (!is_question(node.text)) result = find_modalities(node.text, detect_language(node.text));
  for (const QueryNode& child : node.children) result = result | modalities_of(child);
  return result;
}

}  // namespace

bool is_field_condition(const PlanNode& node) {
  if (node.kind == QueryNode::Kind::field) return true;
  return !node.children.empty() && std::all_of(node.children.begin(), node.children.end(), is_field_condition);
}

bool has_field(const PlanNode& node) {
  return node.kind == QueryNode::Kind::field || std::any_of(node.children.begin(), node.children.end(), has_field);
}

bool is_strict(const QueryPlan& plan) {
  return !plan.leaves.empty() && std::all_of(plan.leaves.begin(), plan.leaves.end(), [](const Leaf& leaf) { return leaf.strict; });
}

bool is_expanded(const QueryPlan& plan) {
  return std::any_of(plan.groups.begin(), plan.groups.end(), [](const Group& group) { return group.forms.size() > 1; });
}

void leave_out(QueryPlan& plan, const std::vector<std::string>& forms, Tokenizer& tokenizer) {
  for (const std::string& form : forms) {
    const Pattern pattern = make_pattern(analyse(tokenizer, form), Wording::stems);
    for (Group& group : plan.groups)
      std::erase_if(group.forms, [&](const Form& other) { return other.via != "query" && other.pattern == pattern; });
  }
}

QueryPlan plan_query(const QueryNode& root, Tokenizer& tokenizer, const LexiconIndex* lexicon, const BridgeExpander* bridge,
                     const RankingWeights& weights) {
  QueryPlan plan;
  plan.weights = weights;
  plan.root = plan_node(root, plan, tokenizer, lexicon, bridge);
  plan.modalities = modalities_of(root);
  for (PlanNode& child : plan.root.children) child.decided = child.occurs != QueryNode::Occurs::should && is_field_condition(child);
  return plan;
}

}  // namespace jomun
