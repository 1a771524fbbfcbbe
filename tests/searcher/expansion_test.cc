// Jomun tests: what words of governance are in other languages, by the shipped lexicon and by the Han bridge.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/bridge_expander.h"
#include "searcher/compiled_lexicon.h"
#include "searcher/lexicon_index.h"
#include "searcher/query_plan.h"
#include "searcher/search.h"
#include "tests/indexer/small_index.h"
#include "tests/support/texts.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using ::testing::IsEmpty;

Tokenizer& tokenizer() {
  static const std::unique_ptr<Tokenizer> tokenizer = make_tokenizer();
  return *tokenizer;
}

const LexiconIndex& lexicon() {
  static const LexiconIndex lexicon = shipped_lexicon_index({}, tokenizer());
  return lexicon;
}

QueryPlan plan(std::string_view query, Expand expand) {
  static const BridgeExpander bridge(tokenizer(), {});
  const bool with_lexicon = expand == Expand::lexicon || expand == Expand::all;
  const bool with_bridge = expand == Expand::bridge || expand == Expand::all;
  QueryNode words;  // whatever it says: no operators
  words.text = query;
  return plan_query(words, tokenizer(), with_lexicon ? &lexicon() : nullptr, with_bridge ? &bridge : nullptr);
}

std::string key_of(std::string_view text) { return lexicon_key(analyse(tokenizer(), text)); }

// The texts that a query is looked for by, folded and without spaces.
std::set<std::string> keys_of_forms(std::string_view query, Expand expand) {
  std::set<std::string> keys;
  for (const Group& group : plan(query, expand).groups)
    for (const Form& form : group.forms) keys.insert(key_of(form.text));
  return keys;
}

// The same meaning in the five written languages.
using Row = std::array<const char*, 5>;
constexpr std::array<std::string_view, 5> languages = {"en", "zh-Hans", "zh-Hant", "ko", "ja"};

// "en>ko: data" for each direction in which a word does not lead to the other.
std::set<std::string> misses(const std::vector<Row>& rows, Expand expand) {
  std::set<std::string> missed;
  for (const Row& row : rows)
    for (std::size_t from = 0; from < row.size(); ++from) {
      const std::set<std::string> keys = keys_of_forms(row[from], expand);
      for (std::size_t to = 0; to < row.size(); ++to)
        if (!keys.contains(key_of(row[to]))) missed.insert(std::string(languages[from]) + ">" + std::string(languages[to]) + ": " + row[0]);
    }
  return missed;
}

// Everyday words of governance, written down before it was known which of them are found.
const std::vector<Row> everyday = {
    {"law", "法律", "法律", "법률", "法律"},
    {"right", "权利", "權利", "권리", "権利"},
    {"obligation", "义务", "義務", "의무", "義務"},
    {"government", "政府", "政府", "정부", "政府"},
    {"parliament", "议会", "議會", "의회", "議会"},
    {"court", "法院", "法院", "법원", "裁判所"},
    {"election", "选举", "選舉", "선거", "選挙"},
    {"citizen", "公民", "公民", "시민", "市民"},
    {"equality", "平等", "平等", "평등", "平等"},
    {"freedom", "自由", "自由", "자유", "自由"},
    {"safety", "安全", "安全", "안전", "安全"},
    {"protection", "保护", "保護", "보호", "保護"},
    {"privacy", "隐私", "隱私", "프라이버시", "プライバシー"},
    {"information", "信息", "資訊", "정보", "情報"},
    {"data", "数据", "資料", "데이터", "データ"},
    {"technology", "技术", "技術", "기술", "技術"},
    {"development", "发展", "發展", "발전", "発展"},
    {"cooperation", "合作", "合作", "협력", "協力"},
    {"responsibility", "责任", "責任", "책임", "責任"},
    {"risk", "风险", "風險", "위험", "リスク"},
    {"transparency", "透明度", "透明度", "투명성", "透明性"},
    {"fairness", "公平", "公平", "공정성", "公平性"},
    {"environment", "环境", "環境", "환경", "環境"},
    {"education", "教育", "教育", "교육", "教育"},
    {"health", "健康", "健康", "건강", "健康"},
    {"research", "研究", "研究", "연구", "研究"},
    {"enterprise", "企业", "企業", "기업", "企業"},
    {"employment", "就业", "就業", "고용", "雇用"},
    {"trade", "贸易", "貿易", "무역", "貿易"},
    {"contract", "合同", "契約", "계약", "契約"},
    {"evidence", "证据", "證據", "증거", "証拠"},
    {"crime", "犯罪", "犯罪", "범죄", "犯罪"},
    {"punishment", "处罚", "處罰", "처벌", "処罰"},
    {"peace", "和平", "和平", "평화", "平和"},
    {"war", "战争", "戰爭", "전쟁", "戦争"},
    {"treaty", "条约", "條約", "조약", "条約"},
    {"international", "国际", "國際", "국제", "国際"},
    {"economy", "经济", "經濟", "경제", "経済"},
    {"society", "社会", "社會", "사회", "社会"},
    {"culture", "文化", "文化", "문화", "文化"},
    {"torture", "酷刑", "酷刑", "고문", "拷問"},
    {"discrimination", "歧视", "歧視", "차별", "差別"},
    {"participation", "参与", "參與", "참여", "参加"},
    {"supervision", "监督", "監督", "감독", "監督"},
    {"budget", "预算", "預算", "예산", "予算"},
    {"innovation", "创新", "創新", "혁신", "イノベーション"},
    {"human rights", "人权", "人權", "인권", "人権"},
    {"software", "软件", "軟體", "소프트웨어", "ソフトウェア"},
    {"network", "网络", "網路", "네트워크", "ネットワーク"},
    {"tax", "税收", "租稅", "조세", "租税"},
};

TEST(Expansion, EverydayWordsByTheLexicon) {
  EXPECT_THAT(misses(everyday, Expand::lexicon), IsEmpty());
  EXPECT_THAT(misses(everyday, Expand::all), IsEmpty());
}

// Words that the languages write with the same Han characters are found by the bridge in every direction; others as far as dictionaries
// of Japanese and Korean have them, so least of all those that only Chinese has (合同, 创新).
TEST(Expansion, EverydayWordsByTheBridge) {
  const std::set<std::string_view> different = {
      "fairness",   "data", "network", "privacy", "software", "budget", "contract",   "cooperation",   "discrimination", "information",
      "innovation", "risk", "tax",     "torture", "citizen",  "court",  "employment", "participation", "peace",          "transparency"};
  std::vector<Row> same = everyday;
  std::erase_if(same, [&](const Row& row) { return different.contains(row[0]); });
  EXPECT_GE(same.size(), 30U);
  EXPECT_THAT(misses(same, Expand::bridge), IsEmpty());
  std::map<std::string, std::size_t> found;
  for (const std::string_view from : languages)
    for (const std::string_view to : languages) found[std::string(from) + ">" + std::string(to)] = everyday.size();
  for (const std::string& miss : misses(everyday, Expand::bridge)) --found[miss.substr(0, miss.find(':'))];
  for (const auto& [direction, least] : std::map<std::string, std::size_t>{
           {"en>ja", 49},      {"en>ko", 46},      {"en>zh-Hans", 37}, {"en>zh-Hant", 39},      {"ja>en", 49},
           {"ko>en", 46},      {"zh-Hans>en", 34}, {"zh-Hant>en", 37}, {"ja>ko", 42},           {"ko>ja", 41},
           {"ja>zh-Hans", 32}, {"ja>zh-Hant", 34}, {"zh-Hans>ja", 30}, {"zh-Hant>ja", 33},      {"ko>zh-Hans", 32},
           {"ko>zh-Hant", 34}, {"zh-Hans>ko", 31}, {"zh-Hant>ko", 33}, {"zh-Hans>zh-Hant", 48}, {"zh-Hant>zh-Hans", 48}})
    EXPECT_GE(found[direction], least) << direction;
}

TEST(Expansion, RegionalWordingOfChinese) {
  for (const auto& [mainland, taiwan] : std::initializer_list<std::pair<const char*, const char*>>{{"软件", "軟體"},
                                                                                                   {"网络", "網路"},
                                                                                                   {"信息", "資訊"},
                                                                                                   {"数据", "資料"},
                                                                                                   {"人工智能", "人工智慧"},
                                                                                                   {"算法", "演算法"},
                                                                                                   {"互联网", "網際網路"},
                                                                                                   {"计算机程序", "電腦程式"},
                                                                                                   {"硬件", "硬體"},
                                                                                                   {"数字", "數位"},
                                                                                                   {"隐私", "隱私"},
                                                                                                   {"服务器", "伺服器"},
                                                                                                   {"知识产权", "智慧財產權"},
                                                                                                   {"质量", "品質"},
                                                                                                   {"发展中国家", "開發中國家"}})
    for (const auto& [from, to] : {std::pair(mainland, taiwan), std::pair(taiwan, mainland)})
      EXPECT_TRUE(keys_of_forms(from, Expand::all).contains(key_of(to))) << from << " " << to;
}

// Names.

const std::vector<Row> states = {
    {"China", "中国", "中國", "중국", "中国"},
    {"People's Republic of China", "中华人民共和国", "中華人民共和國", "중화인민공화국", "中華人民共和国"},
    {"Japan", "日本", "日本", "일본", "日本"},
    {"Republic of Korea", "大韩民国", "大韓民國", "대한민국", "大韓民国"},
    {"South Korea", "韩国", "南韓", "한국", "韓国"},
    {"North Korea", "朝鲜", "北韓", "북한", "北朝鮮"},
    {"United States", "美国", "美國", "미국", "米国"},
    {"United Kingdom", "英国", "英國", "영국", "英国"},
    {"France", "法国", "法國", "프랑스", "フランス"},
    {"Germany", "德国", "德國", "독일", "ドイツ"},
    {"Italy", "意大利", "義大利", "이탈리아", "イタリア"},
    {"Italian", "意大利", "義大利", "이탈리아", "イタリア"},
    {"Canada", "加拿大", "加拿大", "캐나다", "カナダ"},
    {"Australia", "澳大利亚", "澳洲", "호주", "オーストラリア"},
    {"New Zealand", "新西兰", "紐西蘭", "뉴질랜드", "ニュージーランド"},
    {"Singapore", "新加坡", "新加坡", "싱가포르", "シンガポール"},
    {"Russia", "俄罗斯", "俄羅斯", "러시아", "ロシア"},
    {"Brazil", "巴西", "巴西", "브라질", "ブラジル"},
    {"South Africa", "南非", "南非", "남아프리카공화국", "南アフリカ"},
    {"Spain", "西班牙", "西班牙", "스페인", "スペイン"},
    {"Netherlands", "荷兰", "荷蘭", "네덜란드", "オランダ"},
    {"Switzerland", "瑞士", "瑞士", "스위스", "スイス"},
    {"Vietnam", "越南", "越南", "베트남", "ベトナム"},
    {"Laos", "老挝", "寮國", "라오스", "ラオス"},
    {"Saudi Arabia", "沙特阿拉伯", "沙烏地阿拉伯", "사우디아라비아", "サウジアラビア"},
    {"Turkey", "土耳其", "土耳其", "튀르키예", "トルコ"},
    {"Yemen", "也门", "葉門", "예멘", "イエメン"},
    {"Qatar", "卡塔尔", "卡達", "카타르", "カタール"},
    {"Croatia", "克罗地亚", "克羅埃西亞", "크로아티아", "クロアチア"},
    {"Kenya", "肯尼亚", "肯亞", "케냐", "ケニア"},
    {"Nigeria", "尼日利亚", "奈及利亞", "나이지리아", "ナイジェリア"},
    {"Niger", "尼日尔", "尼日共和國", "니제르", "ニジェール"},
    {"Rwanda", "卢旺达", "盧安達", "르완다", "ルワンダ"},
    {"Tanzania", "坦桑尼亚", "坦尚尼亞", "탄자니아", "タンザニア"},
    {"Mozambique", "莫桑比克", "莫三比克", "모잠비크", "モザンビーク"},
    {"Botswana", "博茨瓦纳", "波札那", "보츠와나", "ボツワナ"},
    {"Benin", "贝宁", "貝南", "베냉", "ベナン"},
    {"Côte d'Ivoire", "科特迪瓦", "象牙海岸", "코트디부아르", "コートジボワール"},
    {"Sierra Leone", "塞拉利昂", "獅子山共和國", "시에라리온", "シエラレオネ"},
    {"Mauritius", "毛里求斯", "模里西斯", "모리셔스", "モーリシャス"},
    {"Chad", "乍得", "查德共和國", "차드", "チャド"},
    {"Azerbaijan", "阿塞拜疆", "亞塞拜然", "아제르바이잔", "アゼルバイジャン"},
    {"Georgia", "格鲁吉亚", "喬治亞", "조지아", "ジョージア"},
    {"Bosnia and Herzegovina", "波斯尼亚和黑塞哥维那", "波士尼亞與赫塞哥維納", "보스니아 헤르체고비나", "ボスニア・ヘルツェゴビナ"},
    {"Maldives", "马尔代夫", "馬爾地夫", "몰디브", "モルディブ"},
    {"Palau", "帕劳", "帛琉", "팔라우", "パラオ"},
    {"Vanuatu", "瓦努阿图", "萬那杜", "바누아투", "バヌアツ"},
    {"Guatemala", "危地马拉", "瓜地馬拉", "과테말라", "グアテマラ"},
    {"Honduras", "洪都拉斯", "宏都拉斯", "온두라스", "ホンジュラス"},
    {"Trinidad and Tobago", "特立尼达和多巴哥", "千里達及托巴哥", "트리니다드 토바고", "トリニダード・トバゴ"},
    {"Dominican Republic", "多米尼加", "多明尼加", "도미니카 공화국", "ドミニカ共和国"},
    {"Congo", "刚果", "剛果", "콩고", "コンゴ"},
    {"India", "印度", "印度", "인도공화국", "インド"},
    {"Sudan", "苏丹", "蘇丹", "수단공화국", "スーダン"},
    {"Thailand", "泰国", "泰國", "태국", "タイ王国"},
};

const std::vector<Row> organisations = {
    {"United Nations", "联合国", "聯合國", "유엔", "国際連合"},
    {"UN General Assembly", "联合国大会", "聯合國大會", "유엔 총회", "国連総会"},
    {"Security Council", "安全理事会", "安全理事會", "안전보장이사회", "安全保障理事会"},
    {"Human Rights Council", "人权理事会", "人權理事會", "인권이사회", "人権理事会"},
    {"UNESCO", "联合国教科文组织", "聯合國教科文組織", "유네스코", "ユネスコ"},
    {"UNICEF", "联合国儿童基金会", "聯合國兒童基金會", "유니세프", "ユニセフ"},
    {"UNDP", "联合国开发计划署", "聯合國開發計畫署", "유엔개발계획", "国連開発計画"},
    {"UNHCR", "联合国难民署", "聯合國難民署", "유엔난민기구", "国連難民高等弁務官事務所"},
    {"OECD", "经合组织", "經濟合作暨發展組織", "경제협력개발기구", "経済協力開発機構"},
    {"World Trade Organization", "世界贸易组织", "世界貿易組織", "세계무역기구", "世界貿易機関"},
    {"International Labour Organization", "国际劳工组织", "國際勞工組織", "국제노동기구", "国際労働機関"},
    {"World Health Organization", "世界卫生组织", "世界衛生組織", "세계보건기구", "世界保健機関"},
    {"International Monetary Fund", "国际货币基金组织", "國際貨幣基金", "국제통화기금", "国際通貨基金"},
    {"World Bank", "世界银行", "世界銀行", "세계은행", "世界銀行"},
    {"WIPO", "世界知识产权组织", "世界智慧財產權組織", "세계지식재산기구", "世界知的所有権機関"},
    {"International Telecommunication Union", "国际电信联盟", "國際電信聯盟", "국제전기통신연합", "国際電気通信連合"},
    {"ISO", "国际标准化组织", "國際標準化組織", "국제표준화기구", "国際標準化機構"},
    {"IAEA", "国际原子能机构", "國際原子能總署", "국제원자력기구", "国際原子力機関"},
    {"Interpol", "国际刑警组织", "國際刑警組織", "인터폴", "インターポール"},
    {"International Court of Justice", "国际法院", "國際法院", "국제사법재판소", "国際司法裁判所"},
    {"International Criminal Court", "国际刑事法院", "國際刑事法院", "국제형사재판소", "国際刑事裁判所"},
    {"European Union", "欧盟", "歐盟", "유럽연합", "欧州連合"},
    {"European Commission", "欧盟委员会", "歐盟執委會", "유럽위원회", "欧州委員会"},
    {"European Parliament", "欧洲议会", "歐洲議會", "유럽의회", "欧州議会"},
    {"Council of Europe", "欧洲委员会", "歐洲委員會", "유럽평의회", "欧州評議会"},
    {"ASEAN", "东盟", "東協", "아세안", "東南アジア諸国連合"},
    {"APEC", "亚太经合组织", "亞太經合會", "아시아태평양경제협력체", "アジア太平洋経済協力"},
    {"African Union", "非洲联盟", "非洲聯盟", "아프리카연합", "アフリカ連合"},
    {"BRICS", "金砖国家", "金磚國家", "브릭스", "BRICS"},
    {"G7", "七国集团", "七大工業國集團", "주요 7개국", "先進七か国"},
    {"G20", "二十国集团", "二十國集團", "주요 20개국", "G20"},
    {"NATO", "北约", "北約", "나토", "北大西洋条約機構"},
    {"Red Cross", "红十字会", "紅十字會", "적십자", "赤十字"},
    {"FAO", "联合国粮农组织", "聯合國糧農組織", "유엔식량농업기구", "国連食糧農業機関"},
    {"UNEP", "联合国环境规划署", "聯合國環境規劃署", "유엔환경계획", "国連環境計画"},
    {"ICAO", "国际民航组织", "國際民航組織", "국제민간항공기구", "国際民間航空機関"},
    {"IPCC", "政府间气候变化专门委员会", "聯合國政府間氣候變遷專家小組", "기후변화에 관한 정부간 협의체", "気候変動に関する政府間パネル"},
};

TEST(Expansion, NamesOfStates) {
  for (const Expand expand : {Expand::lexicon, Expand::all}) EXPECT_THAT(misses(states, expand), IsEmpty());
}

TEST(Expansion, NamesOfOrganisations) {
  for (const Expand expand : {Expand::lexicon, Expand::all}) EXPECT_THAT(misses(organisations, expand), IsEmpty());
}

// By the concept with its name; another test holds that a concept has forms in all five languages.
TEST(Expansion, EveryMemberOfTheUnitedNations) {
  const std::vector<const char*> members = {"Afghanistan",
                                            "Albania",
                                            "Algeria",
                                            "Andorra",
                                            "Angola",
                                            "Antigua and Barbuda",
                                            "Argentina",
                                            "Armenia",
                                            "Australia",
                                            "Austria",
                                            "Azerbaijan",
                                            "Bahamas",
                                            "Bahrain",
                                            "Bangladesh",
                                            "Barbados",
                                            "Belarus",
                                            "Belgium",
                                            "Belize",
                                            "Benin",
                                            "Bhutan",
                                            "Bolivia",
                                            "Bosnia and Herzegovina",
                                            "Botswana",
                                            "Brazil",
                                            "Brunei Darussalam",
                                            "Bulgaria",
                                            "Burkina Faso",
                                            "Burundi",
                                            "Cabo Verde",
                                            "Cambodia",
                                            "Cameroon",
                                            "Canada",
                                            "Central African Republic",
                                            "Chad",
                                            "Chile",
                                            "China",
                                            "Colombia",
                                            "Comoros",
                                            "Republic of the Congo",
                                            "Costa Rica",
                                            "Côte d'Ivoire",
                                            "Croatia",
                                            "Cuba",
                                            "Cyprus",
                                            "Czechia",
                                            "Democratic People's Republic of Korea",
                                            "Democratic Republic of the Congo",
                                            "Denmark",
                                            "Djibouti",
                                            "Dominica",
                                            "Dominican Republic",
                                            "Ecuador",
                                            "Egypt",
                                            "El Salvador",
                                            "Equatorial Guinea",
                                            "Eritrea",
                                            "Estonia",
                                            "Eswatini",
                                            "Ethiopia",
                                            "Fiji",
                                            "Finland",
                                            "France",
                                            "Gabon",
                                            "Gambia",
                                            "Georgia",
                                            "Germany",
                                            "Ghana",
                                            "Greece",
                                            "Grenada",
                                            "Guatemala",
                                            "Guinea",
                                            "Guinea-Bissau",
                                            "Guyana",
                                            "Haiti",
                                            "Honduras",
                                            "Hungary",
                                            "Iceland",
                                            "India",
                                            "Indonesia",
                                            "Iran",
                                            "Iraq",
                                            "Ireland",
                                            "Israel",
                                            "Italy",
                                            "Jamaica",
                                            "Japan",
                                            "Jordan",
                                            "Kazakhstan",
                                            "Kenya",
                                            "Kiribati",
                                            "Kuwait",
                                            "Kyrgyzstan",
                                            "Lao People's Democratic Republic",
                                            "Latvia",
                                            "Lebanon",
                                            "Lesotho",
                                            "Liberia",
                                            "Libya",
                                            "Liechtenstein",
                                            "Lithuania",
                                            "Luxembourg",
                                            "Madagascar",
                                            "Malawi",
                                            "Malaysia",
                                            "Maldives",
                                            "Mali",
                                            "Malta",
                                            "Marshall Islands",
                                            "Mauritania",
                                            "Mauritius",
                                            "Mexico",
                                            "Micronesia",
                                            "Monaco",
                                            "Mongolia",
                                            "Montenegro",
                                            "Morocco",
                                            "Mozambique",
                                            "Myanmar",
                                            "Namibia",
                                            "Nauru",
                                            "Nepal",
                                            "Netherlands",
                                            "New Zealand",
                                            "Nicaragua",
                                            "Niger",
                                            "Nigeria",
                                            "North Macedonia",
                                            "Norway",
                                            "Oman",
                                            "Pakistan",
                                            "Palau",
                                            "Panama",
                                            "Papua New Guinea",
                                            "Paraguay",
                                            "Peru",
                                            "Philippines",
                                            "Poland",
                                            "Portugal",
                                            "Qatar",
                                            "Republic of Korea",
                                            "Republic of Moldova",
                                            "Romania",
                                            "Russian Federation",
                                            "Rwanda",
                                            "Saint Kitts and Nevis",
                                            "Saint Lucia",
                                            "Saint Vincent and the Grenadines",
                                            "Samoa",
                                            "San Marino",
                                            "Sao Tome and Principe",
                                            "Saudi Arabia",
                                            "Senegal",
                                            "Serbia",
                                            "Seychelles",
                                            "Sierra Leone",
                                            "Singapore",
                                            "Slovakia",
                                            "Slovenia",
                                            "Solomon Islands",
                                            "Somalia",
                                            "South Africa",
                                            "South Sudan",
                                            "Spain",
                                            "Sri Lanka",
                                            "Sudan",
                                            "Suriname",
                                            "Sweden",
                                            "Switzerland",
                                            "Syria",
                                            "Tajikistan",
                                            "Thailand",
                                            "Timor-Leste",
                                            "Togo",
                                            "Tonga",
                                            "Trinidad and Tobago",
                                            "Tunisia",
                                            "Türkiye",
                                            "Turkmenistan",
                                            "Tuvalu",
                                            "Uganda",
                                            "Ukraine",
                                            "United Arab Emirates",
                                            "United Kingdom",
                                            "United Republic of Tanzania",
                                            "United States",
                                            "Uruguay",
                                            "Uzbekistan",
                                            "Vanuatu",
                                            "Venezuela",
                                            "Viet Nam",
                                            "Yemen",
                                            "Zambia",
                                            "Zimbabwe"};
  EXPECT_EQ(members.size(), 193U);
  for (const std::string_view name : members) {
    const std::vector<Group> groups = plan(name, Expand::lexicon).groups;
    EXPECT_TRUE(!groups.empty() && !groups[0].concepts.empty() && key_of(groups[0].text) == key_of(name)) << name;
  }
}

// Names that are ordinary words do not make those words a state.
TEST(Expansion, OrdinaryWordsAreNoStates) {
  for (const auto& [word, state] : std::initializer_list<std::pair<const char*, const char*>>{{"수단", "Sudan"},
                                                                                              {"인도", "India"},
                                                                                              {"이란", "Iran"},
                                                                                              {"기니", "Guinea"},
                                                                                              {"말리", "Mali"},
                                                                                              {"沿海地区", "Haiti"},
                                                                                              {"タイ", "Thailand"}})
    EXPECT_FALSE(keys_of_forms(word, Expand::lexicon).contains(key_of(state))) << word;
}

// A word of several meanings inside a larger concept has that one which the concept has in other languages.
TEST(Expansion, TheWholeChoosesAmongTheMeaningsOfItsPart) {
  for (const auto& [query, part, concepts] : std::initializer_list<std::array<const char*, 3>>{{"国家安全", "安全", "security"},
                                                                                               {"数据安全", "安全", "security"},
                                                                                               {"人工智能安全", "安全", "safety"},
                                                                                               {"安全", "安全", "safety,security"}}) {
    std::string found;
    for (const Group& group : plan(query, Expand::lexicon).groups)
      if (group.text == part && !group.concepts.empty()) found = group.concepts;
    EXPECT_EQ(found, concepts) << query;
  }
}

// Properties.

// The forms of a concept are those of the lexicon's line, whichever of them is asked for: expanding one of the forms again brings the
// same set and the word one began with. A form of several concepts has theirs, too.
TEST(Expansion, TheLexiconExpandsItsOwnFormsToTheSame) {
  std::vector<LexiconProblem> none;
  for (const Concept& entry : parse_lexicon(shipped_lexicon(), none)) {
    std::set<std::string> keys;
    for (const LexiconForm& form : entry.forms) keys.insert(key_of(form.text));
    for (const LexiconForm& form : entry.forms) {
      const std::vector<Group> groups = plan(form.text, Expand::lexicon).groups;
      const auto whole = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
        return !group.concepts.empty() && key_of(group.text) == key_of(form.text);
      });
      ASSERT_NE(whole, groups.end()) << form.text;
      std::set<std::string> again;
      for (const Form& other : whole->forms) again.insert(key_of(other.text));
      if (whole->concepts == entry.id)
        EXPECT_EQ(again, keys) << form.text;
      else
        EXPECT_TRUE(std::includes(again.begin(), again.end(), keys.begin(), keys.end())) << form.text;
    }
  }
}

// Words of all scripts: forms of the lexicon, pieces that hit the edges of tokenizers, and what stands between.
rc::Gen<std::string> any_query() {
  std::vector<std::string> pieces = testing::telling_pieces();
  std::vector<LexiconProblem> none;
  for (const Concept& entry : parse_lexicon(shipped_lexicon(), none))
    for (const LexiconForm& form : entry.forms) pieces.push_back(form.text);
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)), [](const std::vector<std::string>& chosen) {
    std::string query;
    for (std::size_t i = 0; i < chosen.size(); ++i) query += (i % 3 == 1 ? " " : "") + chosen[i];
    return query;
  });
}

// Group by group: its text and concepts, and its forms with where they come from.
std::vector<std::string> lines_of(const QueryPlan& planned) {
  std::vector<std::string> lines;
  for (const Group& group : planned.groups) {
    lines.push_back(group.text + " " + group.concepts + " " + group.bridged);
    for (const Form& form : group.forms) lines.back() += "\n" + form.text + " " + form.via;
  }
  return lines;
}

// By concept id. Not by the group's text: two concepts may share one character, ㍿ (株式会社).
std::map<std::string, std::size_t> forms_by_concept() {
  std::map<std::string, std::size_t> forms;
  for (std::uint32_t number = 0; number < lexicon().size(); ++number) forms[lexicon().at(number).id] = lexicon().at(number).forms.size();
  return forms;
}

TEST(Expansion, IsBoundedAndTheSameEachTime) {
  const std::map<std::string, std::size_t> forms = forms_by_concept();
  const rc::Gen<std::string> queries = any_query();
  const bool bounded = rc::check([&] {
    const std::string query = *queries;
    const std::size_t cells = analyse(tokenizer(), query).size();
    for (const Expand expand : {Expand::lexicon, Expand::bridge, Expand::all}) {
      const QueryPlan planned = plan(query, expand);
      RC_ASSERT(lines_of(planned) == lines_of(plan(query, expand)));
      RC_ASSERT(planned.groups.size() <= 4 * cells + 1);
      for (const Group& group : planned.groups) {
        std::size_t most = 1 + 6 * max_bridge_forms;
        if (!group.concepts.empty()) {
          most = 1;
          std::istringstream ids(group.concepts);
          for (std::string id; std::getline(ids, id, ',');) most += forms.at(id);
        }
        RC_ASSERT(group.forms.size() <= most);
      }
    }
  });
  EXPECT_TRUE(bounded);
}

// What a form may be in turn is not looked for: each form is one the bridge has for the word itself, or half of such a one.
TEST(Expansion, TheBridgeDoesNotExpandItsOwnForms) {
  for (const Row& row : everyday)
    for (const char* word : row)
      for (const Group& group : plan(word, Expand::bridge).groups) {
        if (group.bridged.empty()) continue;
        const std::vector<Cell> cells = analyse(tokenizer(), group.bridged);
        std::string exact;
        for (const Cell& cell : cells)
          if (!cell.is_character()) exact += cell.word + ' ';
        std::vector<std::string> own;
        for (const BridgeForm& form : bridge_forms(lexicon_key(cells), exact)) own.push_back(key_of(form.text));
        for (const Form& form : group.forms) {
          const std::string key = key_of(form.text);
          EXPECT_TRUE(form.via == "query" ||
                      std::any_of(own.begin(), own.end(), [&](const std::string& other) { return other.find(key) != std::string::npos; }))
              << word << ": " << form.text;
        }
      }
}

// Function words.

class FunctionWords : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<testing::Folder>();
    // The first of each is about torture, the others share nothing but function words with the queries.
    testing::add_versions(
        *folder_ / "index",
        {
            testing::make_version("act/en",
                                  {"Torture is prohibited.", "The colour of the fence and of the gate shall be to the left or right."}),
            testing::make_version("act/zh-Hans",
                                  {"禁止酷刑、拷问。", "栅栏的颜色以及其门的颜色，应当在左或者右，对于该门之高不得另有规定。"}),
            testing::make_version("act/zh-Hant", {"禁止酷刑、拷問。", "柵欄之顏色及其門之顏色，應於左或右，對於該門之高不得另有規定。"}),
            testing::make_version("act/ko",
                                  {"고문은 금지된다.", "울타리 및 대문의 색깔에 대한 것 또는 그에 관하여 하는 것을 위한 바에 따라 한다."}),
            testing::make_version("act/ja", {"拷問は禁止する。", "柵及び門の色に関すること又はそのためにするものについては、これによる。"}),
        });
    searcher_ = std::make_unique<Searcher>(std::vector<std::string>{*folder_ / "index"});
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }
  static std::set<std::string> found(const std::string& query, Expand expand) {
    Request request;
    request.query = query;
    request.expand = expand;
    request.every_clause = true;
    request.limit = 100;
    std::set<std::string> citations;
    for (const Hit& hit : searcher_->search(request).hits) citations.insert(hit.clause.citation);
    return citations;
  }
  static std::unique_ptr<testing::Folder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};
std::unique_ptr<testing::Folder> FunctionWords::folder_;
std::unique_ptr<Searcher> FunctionWords::searcher_;

// With them expansion finds what the other words are, and nothing besides what is found without it.
TEST_F(FunctionWords, AreNotExpanded) {
  const std::set<std::string> about = {"act/en#1", "act/zh-Hans#1", "act/zh-Hant#1", "act/ko#1", "act/ja#1"};
  for (const char* query :
       {"the torture of the and to or", "shall be of torture", "对于拷问以及其的", "拷问以及其他的", "對於拷問之及其", "고문 및 또는 대한",
        "고문에 관하여 하는 것", "拷問に関すること", "拷問をするものについては", "拷問 及び 又は ため"})
    for (const Expand expand : {Expand::lexicon, Expand::bridge, Expand::all}) {
      std::set<std::string> expected = found(query, Expand::none);
      expected.insert(about.begin(), about.end());
      EXPECT_EQ(found(query, expand), expected) << query;
    }
}

TEST_F(FunctionWords, AloneFindNothingElse) {
  for (const char* query :
       {"the", "of",   "the of and", "or to", "shall be", "之", "的",   "及其", "以及", "或者", "对于", "应当", "該",
        "및",  "또는", "대한",       "위한",  "관하여",   "것", "こと", "する", "及び", "又は", "ため", "もの", "ついて"})
    for (const Expand expand : {Expand::lexicon, Expand::bridge, Expand::all})
      EXPECT_EQ(found(query, expand), found(query, Expand::none)) << query;
}

}  // namespace
}  // namespace jomun
