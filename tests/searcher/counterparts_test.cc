// Jomun tests: which clauses of two versions of a work are the same clause.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/counterparts.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tokenizers/registry.h"

namespace jomun {
namespace {

// A small act of our own, in three languages.
const std::vector<std::string> english = {
    "This Act is enacted to protect personal data and the rights of citizens.",
    "The competent authority of this Act is the Ministry of Science.",
    "A person who collects personal data shall obtain the consent of the data subject.",
    "The authority may order an enterprise to delete illegal data within 30 days.",
    "An enterprise that violates Article 3 shall be fined not more than 500 dollars.",
    "The committee shall consist of seven members appointed by the President.",
    "The term of office of the members shall be four years.",
    "International cooperation in research and education shall be encouraged.",
    "The budget of the committee shall be published every year.",
    "This Act shall enter into force on the date of promulgation.",
};
const std::vector<std::string> chinese = {
    "為保護個人資料及公民權利，制定本法。",
    "本法之主管機關為科學部。",
    "蒐集個人資料者，應取得當事人同意。",
    "主管機關得命企業於30日內刪除違法資料。",
    "企業違反第3條規定者，處500元以下罰鍰。",
    "委員會由總統任命委員七人組成。",
    "委員任期四年。",
    "應鼓勵研究及教育之國際合作。",
    "委員會之預算應每年公布。",
    "本法自公布日施行。",
};
const std::vector<std::string> korean = {
    "이 법은 개인정보와 국민의 권리를 보호함을 목적으로 한다.",
    "이 법의 주관기관은 과학부로 한다.",
    "개인정보를 수집하는 자는 정보주체의 동의를 받아야 한다.",
    "주관기관은 기업에 30일 이내에 위법한 정보의 삭제를 명령할 수 있다.",
    "제3조를 위반한 기업에는 500달러 이하의 과태료를 부과한다.",
    "위원회는 대통령이 임명하는 위원 7명으로 구성한다.",
    "위원의 임기는 4년으로 한다.",
    "연구와 교육의 국제협력을 장려하여야 한다.",
    "위원회의 예산은 매년 공개하여야 한다.",
    "이 법은 공포한 날부터 시행한다.",
};

const LexiconIndex& lexicon() {
  static const LexiconIndex index = shipped_lexicon_index({}, *make_tokenizer());
  return index;
}

// A version whose clauses know which clauses of the act they are.
struct Text {
  std::vector<std::string> texts, addresses;
  std::vector<std::set<std::size_t>> origins;
};

// "1 2+3 x 4": clause 1, clauses 2 and 3 as one, a clause that is in no other version, clause 4; numbered from `first` on, or not at all.
Text made(const std::vector<std::string>& act, const std::string& plan, int first) {
  Text made;
  std::set<std::size_t> origins;
  std::string text, number;
  for (const char c : plan + " ") {
    if (c >= '0' && c <= '9') {
      number += c;
      continue;
    }
    if (!number.empty()) {
      const std::size_t place = std::stoul(number) - 1;
      text += act[place];
      origins.insert(place);
      number.clear();
    }
    if (c == 'x') text += "Weather balloons fly over mountains. 山上之氣球。 산 위의 풍선.";
    if (c != ' ' || text.empty()) continue;
    made.texts.push_back(std::exchange(text, ""));
    made.origins.push_back(std::exchange(origins, {}));
    made.addresses.push_back(first == 0 ? "" : std::to_string(first + static_cast<int>(made.addresses.size())));
  }
  return made;
}

std::vector<Counterparts> counterparts_of(const Text& left, const Text& right) {
  const auto clauses = [](const Text& version) {
    std::vector<VersionClause> result;
    for (std::size_t i = 0; i < version.texts.size(); ++i) result.push_back({version.texts[i], version.addresses[i]});
    return result;
  };
  static const std::unique_ptr<Tokenizer> tokenizer = make_tokenizer();
  return find_counterparts(clauses(left), clauses(right), *tokenizer, &lexicon());
}

using Pairs = std::set<std::pair<std::size_t, std::size_t>>;

Pairs right_pairs(const Text& left, const Text& right) {
  Pairs pairs;
  for (std::size_t i = 0; i < left.origins.size(); ++i)
    for (std::size_t j = 0; j < right.origins.size(); ++j)
      for (const std::size_t origin : left.origins[i])
        if (right.origins[j].contains(origin)) pairs.emplace(i, j);
  return pairs;
}

TEST(Counterparts, NumberedDifferently) {
  struct Row {
    const char *left, *right;
    int left_first, right_first;  // 0: no numbers
  };
  const std::string all = "1 2 3 4 5 6 7 8 9 10";
  for (const Row& row : std::initializer_list<Row>{
           {all.c_str(), all.c_str(), 1, 1},
           {all.c_str(), all.c_str(), 0, 0},
           {all.c_str(), all.c_str(), 1, 5},
           {"x 1 2 3 4 5 6 7 8 9 10", all.c_str(), 1, 1},
           {"x x 1 2 3 4 5 6 7 8 9 10", all.c_str(), 1, 1},
           {"1 2 3 x 4 5 6 7 8 9 10", all.c_str(), 1, 1},
           {"1 2 3 4 5 7 8 9 10", all.c_str(), 1, 1},
           {"2 3 4 5 6 7 8 9 10", all.c_str(), 1, 1},
           {"1 2 3 4+5 6 7 8 9 10", all.c_str(), 1, 1},
           {"1 2 3 5 6 7 8 9 10", "1 2 3 4 5 6 8 9 10", 1, 1},
       }) {
    const std::vector<const std::vector<std::string>*> acts = {&english, &chinese, &korean};
    for (const auto* one : acts) {
      for (const auto* other : acts) {
        if (one == other) continue;
        const Text left = made(*one, row.left, row.left_first), right = made(*other, row.right, row.right_first);
        Pairs found;
        for (const Counterparts& pair : counterparts_of(left, right)) {
          if (pair.confidence >= 0.5) found.emplace(pair.left, pair.right);
          EXPECT_EQ(pair.same_address, row.left_first != 0 && left.addresses[pair.left] == right.addresses[pair.right]);
        }
        EXPECT_EQ(found, right_pairs(left, right)) << row.left << " / " << row.right << ": " << left.texts.back() << right.texts.back();
      }
    }
  }
}

TEST(Counterparts, WhereNoWordCanBeComparedAddressesDecide) {
  Text left, right;
  left.texts = {"Ωμέγα", "Ψυχή", "Χάος", "Φως"};
  left.addresses = {"1", "2", "3", "4"};
  right.texts = {"დილა", "ღამე", "დღე"};
  right.addresses = {"1", "3", "4"};
  std::string pairs;
  for (const Counterparts& pair : counterparts_of(left, right)) pairs += fmt::format(" {}-{}", pair.left, pair.right);
  EXPECT_EQ(pairs, " 0-0 2-1 3-2");
}

TEST(Counterparts, NothingInCommon) {
  const Text none, act = made(english, "1 2 3", 1), other = made(chinese, "8 9 10", 0);
  EXPECT_TRUE(counterparts_of(none, none).empty());
  EXPECT_TRUE(counterparts_of(act, none).empty());
  EXPECT_TRUE(counterparts_of(none, act).empty());
  for (const Counterparts& pair : counterparts_of(act, other)) EXPECT_LT(pair.confidence, 0.8) << pair.left << ' ' << pair.right;
}

// In order and never crossing, whatever was left out, put in and merged.
RC_GTEST_PROP(Counterparts, AnyPartsOfAnAct, ()) {
  const auto any_plan = [] {
    std::string plan;
    for (int clause = 1; clause <= 10; ++clause) {
      const int what = *rc::gen::inRange(0, 10);
      if (what == 0) continue;
      plan += fmt::format("{}{}{}", what == 1 ? " x" : "", plan.empty() || what != 2 ? " " : "+", clause);
    }
    return plan;
  };
  const Text left = made(english, any_plan(), 1), right = made(chinese, any_plan(), 1);
  const std::vector<Counterparts> pairs = counterparts_of(left, right);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    RC_ASSERT(pairs[i].left < left.texts.size() && pairs[i].right < right.texts.size());
    RC_ASSERT(pairs[i].confidence > 0 && pairs[i].confidence <= 1);
    if (i == 0) continue;
    RC_ASSERT(pairs[i - 1].left <= pairs[i].left && pairs[i - 1].right <= pairs[i].right);
    RC_ASSERT(pairs[i - 1].left < pairs[i].left || pairs[i - 1].right < pairs[i].right);
  }
}

// Longer versions are compared near a line only; what is found is the same.
TEST(Counterparts, LongVersions) {
  Text left, right;
  for (int i = 0; i < 700; ++i) {
    const std::string name = fmt::format("K{}", i * 7919 % 10007);
    // Two hundred that the other has not, before and between.
    if (i != 300) left.texts.push_back(fmt::format("{} {}", english[static_cast<std::size_t>(i) % 10], name));
    if (i == 0 || i == 500)
      for (int j = 0; j < 100; ++j) right.texts.push_back(fmt::format("山上之氣球 {}", j));
    right.texts.push_back(fmt::format("{} {}", chinese[static_cast<std::size_t>(i) % 10], name));
  }
  for (Text* text : {&left, &right})
    for (std::size_t i = 0; i < text->texts.size(); ++i) text->addresses.push_back(std::to_string(i + 1));
  const std::vector<Counterparts> pairs = counterparts_of(left, right);
  ASSERT_GT(left.texts.size() * right.texts.size(), max_pairs);
  std::size_t sure = 0;
  for (const Counterparts& pair : pairs) {
    if (pair.confidence < 0.8) continue;
    ++sure;
    const std::string name = left.texts[pair.left].substr(left.texts[pair.left].rfind(' '));
    EXPECT_TRUE(right.texts[pair.right].ends_with(name)) << pair.left << ' ' << pair.right;
  }
  EXPECT_EQ(sure, left.texts.size());
}

}  // namespace
}  // namespace jomun
