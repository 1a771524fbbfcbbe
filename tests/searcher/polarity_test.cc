// Jomun tests: words that stand negated, and that a clause that says the opposite comes later.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/polarity.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "searcher/search.h"
#include "tests/indexer/small_index.h"
#include "tests/support/texts.h"

namespace jomun {
namespace {

// The first place of `word` in `text`.
bool negated(const std::string& text, const std::string& word) {
  const std::size_t begin = text.find(word);
  return is_negated(text, begin, begin + word.size());
}

TEST(Polarity, Words) {
  struct Row {
    const char *text, *word;
    bool negated;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"安全", "安全", false},
           {"不安全的系统", "安全", true},
           {"非法占有", "法", true},
           {"不得公开个人信息", "公开", true},
           {"未经批准", "批准", true},
           {"应当公开", "公开", false},
           {"得到批准", "批准", false},
           {"급여를 지급한다", "급여", false},
           {"비급여", "급여", true},
           {"소비 급여", "급여", false},
           {"정비급여", "급여", false},
           {"정부 책임", "책임", false},
           {"무책임하게", "책임", true},
           {"공개하지 아니한다", "공개", true},
           {"공개되지 않은", "공개", true},
           {"공개할 수 없다", "공개", true},
           {"공개하여서는 아니 된다", "공개", true},
           {"공개하여야 한다", "공개", false},
           {"공개할 수 있다", "공개", false},
           {"공개하지만", "공개", false},
           {"公開しない", "公開", true},
           {"公開してはならない", "公開", true},
           {"公開することができない", "公開", true},
           {"公開せず", "公開", true},
           {"公開する", "公開", false},
           {"公開しなければならない", "公開", false},
           {"非公開", "公開", true},
           {"disclosed", "disclosed", false},
           {"shall not be disclosed", "disclosed", true},
           {"non-discrimination", "discrimination", true},
           {"Non discrimination", "discrimination", true},
           {"without a licence", "licence", true},
           {"shall be disclosed", "disclosed", false},
           {"knot disclosed", "disclosed", false},
       })
    EXPECT_EQ(negated(row.text, row.word), row.negated) << row.text;
}

RC_GTEST_PROP(Polarity, AnyTextMayBeAskedAbout, ()) {
  const std::string text = *testing::any_text();
  for (std::size_t begin = 0; begin < text.size(); ++begin) is_negated(text, begin, begin + 1);
}

// A query, a clause that says it, and one that says the opposite, which has come first.
struct Probe {
  const char *language, *query, *plain, *opposite;
};

constexpr Probe probes[] = {
    {"zh-Hans", "安全", "系统应当安全。", "系统不安全。"},
    {"zh-Hans", "公开 个人信息", "应当公开个人信息。", "不得公开个人信息。"},
    {"zh-Hans", "合法收入", "保护合法收入。", "没收不合法收入。"},
    {"zh-Hans", "成年人", "成年人应当登记。", "未成年人应当登记。"},
    {"zh-Hant", "公開", "會議公開舉行。", "會議不公開舉行。"},
    {"zh-Hant", "營利法人", "營利法人應登記。", "非營利法人應登記。"},
    {"ko", "급여", "급여를 지급한다.", "비급여를 지급한다."},
    {"ko", "공정한 거래", "공정한 거래를 한다.", "불공정한 거래를 한다."},
    {"ko", "공개", "회의는 공개한다.", "회의는 공개하지 아니한다."},
    {"ko", "책임", "책임을 진다.", "무책임을 진다."},
    {"ko", "제공", "자료를 제공하여야 한다.", "자료를 제공하여서는 아니 된다."},
    {"ja", "公開", "会議は公開する。", "会議は公開しない。"},
    {"ja", "使用", "名称を使用することができる。", "名称を使用してはならない。"},
    {"ja", "公正な取引", "公正な取引を行う。", "不公正な取引を行う。"},
    {"ja", "成年者", "成年者は届け出る。", "未成年者は届け出る。"},
    {"en", "disclosed", "Data shall be disclosed to members.", "Data shall not be disclosed to members."},
    {"en", "discrimination", "On discrimination at work.", "On non-discrimination at work."},
    {"en", "licence", "Sale with a licence is free.", "Sale without a licence is free."},
    {"en", "transfer of data", "A state may permit transfer of data.", "A state may permit no transfer of data."},
    {"en", "liable", "The carrier is liable for loss.", "The carrier is not liable for loss."},
};

// What makes the plain clause at least twice as long, so that its length speaks against it.
std::string more_text(const std::string& language) {
  if (language == "zh-Hans") return "本条自发布之日起施行。";
  if (language == "zh-Hant") return "本條自發布日施行。";
  if (language == "ko") return " 이 조는 공포한 날부터 시행한다.";
  if (language == "ja") return "この条は公布の日から施行する。";
  return " This article enters into force on the day of publication.";
}

std::string first_hit(const Probe& probe, const std::string& plain, Expand expand, const RankingWeights& weights = {}) {
  const testing::Folder folder;
  testing::add_versions(folder / "index", {testing::make_version(std::string("opposites/") + probe.language, {probe.opposite, plain})});
  Searcher searcher({folder / "index"});
  Request request;
  request.query = probe.query;
  request.expand = expand;
  request.weights = weights;
  const Result result = searcher.search(request);
  return result.hits.empty() ? "" : result.hits.front().clause.text.text();
}

TEST(Polarity, ThePlainFormOutranksTheNegatedOne) {
  std::size_t told_by_negation_alone = 0;
  for (const Probe& probe : probes) {
    const std::string longer = probe.plain + more_text(probe.language);
    for (const std::string& plain : {std::string(probe.plain), longer})
      for (const Expand expand : {Expand::none, Expand::all}) EXPECT_EQ(first_hit(probe, plain, expand), plain) << probe.query;
    RankingWeights blind;
    blind.negated = 1;
    told_by_negation_alone += first_hit(probe, longer, Expand::none, blind) != longer;
  }
  EXPECT_GE(told_by_negation_alone, std::size(probes) / 2) << "the probes do not need what they test";
}

}  // namespace
}  // namespace jomun
