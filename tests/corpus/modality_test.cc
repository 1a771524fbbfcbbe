// Jomun tests: whether a clause obliges, forbids, permits or recommends.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/modality.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/normalizer2.h>

#include <string>
#include <vector>

namespace jomun {
namespace {

struct Row {
  const char *text, *modalities;
};

std::string found(std::string_view text, std::string_view language) {
  return fmt::format("{}", fmt::join(find_modalities(text, language).names(), " "));
}

void check(std::string_view language, const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(found(row.text, language), row.modalities) << row.text;
}

TEST(Modality, SimplifiedChinese) {
  check("zh-Hans", {
                       {"各方应当加强合作。", "must"},
                       {"申请人必须提交材料。", "must"},
                       {"变更的，须经批准。", "must"},
                       {"人民法院应予支持。", "must"},
                       {"任何组织和个人不得侵占。", "must-not"},
                       {"禁止在湿地内开垦。", "must-not"},
                       {"严禁泄露个人信息。", "must-not"},
                       {"不应当以此为由拒绝。", "must-not"},
                       {"未经许可，不可以转让。", "must-not"},
                       {"当事人可以申请复议。", "may"},
                       {"经批准方可施工。", "may"},
                       {"责令改正，并可处五万元以下罚款。", "may"},
                       {"主管部门可依其情节给予警告。", "may"},
                       {"国家鼓励社会力量参与。", "recommend"},
                       {"我们呼吁各国加强合作。", "recommend"},
                       {"我们共同倡议建立平台。", "recommend"},
                       {"应当依法办理，不得拖延，可以延期。", "must must-not may"},
                       {"有关方面作出反应，采取相应措施，适应变化。", ""},
                       {"供应链和技术应用，应急预案，应对风险，应税所得。", ""},
                       {"取得许可证，获得认可，没收违法所得。", ""},
                       {"实现可持续发展的可能性，不可抗力。", ""},
                       {"有关事宜，因地制宜，便宜行事，建设宜居城市。", ""},
                       {"无须另行通知，无需批准。", ""},
                       {"生活必需品和胡须，须知。", ""},
                       {"不得不承担责任。", "must"},
                       {"不得已而为之。", ""},
                       {"国家规定禁止的行为，违反禁止性规定。", ""},
                       {"《全球数据安全倡议》提出建议。", ""},
                       {"为了鼓励技术进步，制定本条例。", ""},
                       {"妇女有权参与管理。", ""},
                       {"本法自公布之日起施行。", ""},
                   });
}

TEST(Modality, TraditionalChinese) {
  check("zh-Hant", {
                       {"主管機關應公告之。", "must"},
                       {"均須附具證明文件。", "must"},
                       {"委員應親自出席會議，不得委託他人代理。", "must must-not"},
                       {"各方應當加強合作。", "must"},
                       {"機關應對科技設備適時維護。", "must"},
                       {"室主管應考量其能力。", "must"},
                       {"任何人不得拒絕。", "must-not"},
                       {"一律不准補考。", "must-not"},
                       {"主管機關得撤銷其許可。", "may"},
                       {"經檢驗合格始得使用。", "may"},
                       {"公司仍得自修正之日起申請。", "may"},
                       {"申請人亦可提出。", "may"},
                       {"法院宜統一印製。", "recommend"},
                       {"學校應鼓勵學生參與。", "must recommend"},
                       {"應致力充實資訊。", "recommend"},
                       {"我們呼籲各國合作。", "recommend"},
                       {"取得許可，獲得補助，綜合所得稅。", ""},
                       {"得標者名單，得票數，得獎人。", ""},
                       {"徵得同意，經得起檢驗，覺得，值得。", ""},
                       {"不得已之情形。", ""},
                       {"反應相應適應供應。", ""},
                       {"應試科目，應屆畢業生，應考人。", ""},
                       {"辦理典試事宜。", ""},
                       {"得酌宜增減之。", "may"},
                       {"為鼓勵民間參與，特訂定本辦法。", ""},
                       {"本辦法自發布日施行。", ""},
                   });
  // Without a script, as with traditional characters.
  check("zh", {{"主管机关得公告之。", "may"}});
  check("zh-TW", {{"主管機關得公告之。", "may"}});
}

TEST(Modality, Korean) {
  check("ko", {
                  {"사업자는 이를 신고하여야 한다.", "must"},
                  {"신고해야 한다.", "must"},
                  {"사항이 포함되어야 한다.", "must"},
                  {"이를 알려야 하며, 기록을 남겨야 한다.", "must"},
                  {"서면으로 적어야한다.", "must"},
                  {"보전할 의무가 있다.", "must"},
                  {"누설하여서는 아니 된다.", "must-not"},
                  {"사용해서는 안 된다.", "must-not"},
                  {"사용하여서는 아니된다.", "must-not"},
                  {"대항하지 못한다.", "must-not"},
                  {"위원이 될 수 없다.", "must-not"},
                  {"출입을 금지한다.", "must-not"},
                  {"지원할 수 있다.", "may"},
                  {"기구를 둘 수 있으며, 위탁할 수 있다.", "may"},
                  {"제출하지 아니할 수 있다.", "may"},
                  {"신고하지 아니하여도 된다.", "may"},
                  {"확보하도록 노력하여야 한다.", "recommend"},
                  {"필요한 노력을 기울여야 한다.", "recommend"},
                  {"국제사회의 협력을 촉구한다.", "recommend"},
                  {"함께할 것을 호소합니다.", "recommend"},
                  {"협의하지 아니할 수 없다.", "must"},
                  {"의무교육과 국방의 의무를 말한다.", ""},
                  {"직무를 수행할 수 없는 때에는 위원장이 지명한다.", ""},
                  {"안전하게 통행할 수 있도록 설치한 표시를 말한다.", ""},
                  {"지급하여야 할 배상금을 말한다.", ""},
                  {"알지 못한 사유로 인한 경우를 말한다.", ""},
                  {"회복할 수 없다고 인정되는 경우를 말한다.", ""},
                  {"금지물질을 취급하는 자를 말한다.", ""},
                  {"이 법은 공포한 날부터 시행한다.", ""},
              });
}

TEST(Modality, Japanese) {
  check("ja", {
                  {"届け出なければならない。", "must"},
                  {"配置でなければならない。", "must"},
                  {"提示せねばならない。", "must"},
                  {"算定するものとする。", "must"},
                  {"守る義務を負う。", "must"},
                  {"漏らしてはならない。", "must-not"},
                  {"支払をすることができない。", "must-not"},
                  {"適用しないものとする。", "must-not"},
                  {"喫煙を禁止する。", "must-not"},
                  {"命ずることができる。", "may"},
                  {"省略することができるものとする。", "may"},
                  {"置かないことができる。", "may"},
                  {"使用しても差し支えない。", "may"},
                  {"この限度で請求することを妨げない。", "may"},
                  {"確保するよう努めなければならない。", "recommend"},
                  {"援助に努めるものとする。", "recommend"},
                  {"協力することが望ましい。", "recommend"},
                  {"各国は、これを尊重すべきである。", "recommend"},
                  {"提出しなければならず、変更することができない。", "must must-not"},
                  {"記載すべき事項を定める。", ""},
                  {"支給を受けることができる遺族をいう。", ""},
                  {"返済することができないときに限る。", ""},
                  {"届け出なければならない事項をいう。", ""},
                  {"出資されたものとする。", ""},
                  {"処分禁止の仮処分及び権利義務の承継", ""},
                  {"この法律は、公布の日から施行する。", ""},
              });
}

TEST(Modality, English) {
  check("en", {
                  {"Each Party shall adopt measures.", "must"},
                  {"Applicants MUST file a return.", "must"},
                  {"The merchant is required to keep records.", "must"},
                  {"The Center has to be notified.", "must"},
                  {"It shall not be disclosed.", "must-not"},
                  {"The permit may not be transferred.", "must-not"},
                  {"The body must under no circumstances disclose it.", "must-not"},
                  {"No one may be held in slavery.", "must-not"},
                  {"Neither party shall disclose it.", "must-not"},
                  {"Smoking is prohibited.", "must-not"},
                  {"Smoking shall be prohibited.", "must-not"},
                  {"The authority may order improvements.", "may"},
                  {"The authority may order improvements, but shall not close it.", "must-not may"},
                  {"AI systems should be robust.", "recommend"},
                  {"We encourage cooperation.", "recommend"},
                  {"We call upon all States to cooperate.", "recommend"},
                  {"States shall endeavour to cooperate.", "recommend"},
                  {"Parties shall make every effort to cooperate.", "recommend"},
                  {"No later than three days before it the agency shall report.", "must"},
                  {"The term “Act” shall mean this Act.", "must"},  // what is printed counts
                  {"The agency shall not only report but also act.", "must"},
                  {"On 21 May 2024, May 1 and in May.", ""},
                  {"The owner, or as the case may be the master, signs.", ""},
                  {"The owner shall not be required to sign.", ""},
                  {"They do not have to sign.", ""},
                  {"If any change should occur, the rule applies.", ""},
                  {"Should the person fail, the rule applies.", ""},
                  {"Marshall, mustard and dismay", ""},
                  {"These rules are enacted to encourage trade.", ""},
                  {"This Act takes effect today.", ""},
              });
}

TEST(Modality, FoldingMakesNoDifference) {
  check("zh-Hans", {{"各方應當加強合作。", "must"}, {"国家鼓勵创新", "recommend"}, {"各方应\n当合作", "must"}});
  check("en", {{"Ｅａｃｈ　Ｐａｒｔｙ　ｓｈａｌｌ act", "must"}, {"Each Party shall\n  not act", "must-not"}});
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  ASSERT_TRUE(U_SUCCESS(error));
  const auto in_parts = [&](const char* text) {
    std::string result;
    nfd->normalize(icu::UnicodeString::fromUTF8(text), error).toUTF8String(result);
    return result;
  };
  EXPECT_EQ(found(in_parts("이를 신고하여야 한다."), "ko"), "must");
  EXPECT_EQ(found(in_parts("命ずることができる。"), "ja"), "may");
}

TEST(Modality, OtherLanguagesHaveNone) {
  check("fr", {{"Il doit shall may 应当", ""}});
  check("", {{"shall", ""}});
  check("enm", {{"shall", ""}});
  check("en-GB", {{"shall", "must"}});
}

TEST(Modality, Names) {
  EXPECT_TRUE(is_modality("must-not"));
  EXPECT_FALSE(is_modality("must_not"));
  EXPECT_FALSE(is_modality(""));
  EXPECT_EQ(all_modality_names(), "must, must-not, may or recommend");
  EXPECT_TRUE(Modalities().names().empty());
  EXPECT_TRUE((Modalities(Modality::may) | Modality::must).contains(Modality::must));
}

RC_GTEST_PROP(Modality, TakesAnyBytes, (const std::string& text)) {
  for (const char* language : {"zh-Hans", "zh-Hant", "ko", "ja", "en"}) find_modalities(text, language);
}

}  // namespace
}  // namespace jomun
