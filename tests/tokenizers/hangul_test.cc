// Jomun tests: Hangul in all its encodings, spacing, and Korean words without their endings.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/hangul.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/tokenizers/token_table.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

using testing::expect_same_terms;
using testing::expect_sources;
using testing::expect_tokens;

TEST(Hangul, BigramsGoAcrossSpaces) {
  expect_tokens({
      {"인공지능", "인공@0 공지@1 지능@2 능@3"},
      {"인공 지능", "인공@0 공지@1 지능@2 능@3"},
      {"인공\n지능", "인공@0 공지@1 지능@2 능@3"},  // a wrapped line
      {"인공\n\n지능", "인공@0 공@1 지능@3 능@4"},  // two paragraphs
      {"인공, 지능", "인공@0 공@1 지능@3 능@4"},
      {"제1조", "제@0 1@1 조@2"},
      {"AI는", "ai@0 ~ai@0 는@1"},
      {"국가 國家 국가", "국가@0 가@1 国家@2 家@3 국가@4 가@5"},
  });
}

// With text behind it, which is read another way than the last bytes of a text.
TEST(Hangul, NumbersBetweenWords) {
  expect_tokens({
      {"제1조제2항 국가의 안전", "제@0 1@1 조제@2 제@3 2@4 항국@5 ~국가@6 국가@6 가의@7 의안@8 안전@9 전@10"},
      {"제3조 7항. 8은 국가의 안전", "제@0 3@1 조@2 7@3 항@4 8@6 은국@7 ~국가@8 국가@8 가의@9 의안@10 안전@11 전@12"},
      {"제12Versi 국가의 안전", "제@0 12versi@1 ~국가@2 국가@2 가의@3 의안@4 안전@5 전@6"},
      {"항(제5.6항) 국가의 안전", "항@0 제@2 5.6@3 항@4 ~국가@6 국가@6 가의@7 의안@8 안전@9 전@10"},
      {"항 123456789012345 국가의 안전", "항@0 123456789012345@1 ~국가@2 국가@2 가의@3 의안@4 안전@5 전@6"},
      {"항 1\u0301 2\uFE0F 국가의 안전", "항@0 1@1 2@2 ~국가@3 국가@3 가의@4 의안@5 안전@6 전@7"},
  });
}

TEST(Hangul, DecomposedIsPrecomposed) {
  expect_same_terms({
      {"\u1112\u1161\u11AB\u1100\u116E\u11A8", "한국"},
      {"\u1112\u1161\u11AB국", "한국"},
      {"한\u1100\u116E\u11A8", "한국"},
      {"하\u11AB국", "한국"},  // a precomposed syllable that gets its final consonant
      {"\u1100\u116E\u11A8\u1100\u1161\u1103\u1173\u11AF\u110B\u1166\u1100\u1166\u1102\u1173\u11AB", "국가들에게는"},
      {"정상\u1112\u116C의에서", "정상회의에서"},  // one word, so one stem
      {"\u110C\u1165\u11BC상회의에서", "정상회의에서"},
      {"\uFFA1\uFFC2\uFFA4\uFFC2", "가나"},  // half-width jamo
  });
  expect_sources({{"\u1112\u1161\u11AB국", "한국=\u1112\u1161\u11AB국 국=국"}});
}

TEST(Hangul, InvisibleCharactersDoNotPartAWord) {
  expect_same_terms(
      {{"정상\u200B회의에서", "정상회의에서"}, {"정상\u00AD회의에서", "정상회의에서"}, {"정상\u302E회의에서", "정상회의에서"}});
}

TEST(Hangul, MiddleDots) {
  expect_tokens({
      {"교육·문화", "교육@0 육@1 문화@2 화@3"},
      {"교육ㆍ문화", "교육@0 육@1 문화@2 화@3"},      // U+318D, as statutes print it
      {"교육\u119E문화", "교육@0 육@1 문화@2 화@3"},  // U+119E, as some converters leave it
      {"교육・문화", "교육@0 육@1 문화@2 화@3"},
  });
}

TEST(Hangul, LoneJamo) {
  expect_tokens({
      {"ㄱㄴ", "ㄱㄴ@0 ㄴ@1"},
      {"\u1161", "ㅏ@0"},
      {"\u3164", ""},
  });
}

TEST(Hangul, StemIsAnAdditionalTermOfTheFirstSyllable) {
  expect_tokens({
      {"국가들", "~국가@0 국가@0 가들@1 들@2"},
      {"그 국가들", "그국@0 ~국가@1 국가@1 가들@2 들@3"},
  });
}

std::u32string syllables(std::string_view utf8) {
  std::u32string result;
  for (std::size_t i = 0; i < utf8.size(); i += decode(utf8, i).bytes) result += decode(utf8, i).value;
  return result;
}

// The word, or what is left of it.
std::string without_endings(std::string_view word) {
  const std::u32string letters = syllables(word);
  return std::string(word.substr(0, 3 * (letters.size() - ending_length(letters))));
}

struct WordRow {
  const char *word, *stem;
};

// clang-format off
TEST(Particles, AreTakenOff) {
  for (const WordRow& row : std::initializer_list<WordRow>{
           // one, by its allomorph
           {"국민은", "국민"}, {"국가는", "국가"}, {"국민이", "국민"}, {"국가가", "국가"}, {"국민을", "국민"}, {"국가를", "국가"}, {"국민과", "국민"}, {"국가와", "국가"},
           {"국민으로", "국민"}, {"국가로", "국가"}, {"개발로", "개발"},  // ㄹ takes 로
           {"국민이든지", "국민"}, {"누구든지", "누구"}, {"국민이야말로", "국민"}, {"국가야말로", "국가"}, {"경우라도", "경우"},
           // the same after any syllable
           {"국민의", "국민"}, {"국가의", "국가"}, {"국가에", "국가"}, {"국민도", "국민"}, {"국민만", "국민"}, {"국가들", "국가"}, {"국가에서", "국가"}, {"국가에게", "국가"},
           {"국가까지", "국가"}, {"국가부터", "국가"}, {"국가보다", "국가"}, {"국가마다", "국가"}, {"국가처럼", "국가"}, {"국가만큼", "국가"}, {"국민께서", "국민"}, {"국민한테서", "국민"},
           {"국민마저", "국민"}, {"국가끼리", "국가"}, {"국민뿐", "국민"}, {"절반씩", "절반"}, {"이용자등", "이용자"},
           // several
           {"정상회의에서는", "정상회의"}, {"국가들에게는", "국가"}, {"국민으로부터", "국민"}, {"국가로부터", "국가"}, {"국가로서의", "국가"}, {"국민으로서", "국민"},
           {"인공지능이라는", "인공지능"}, {"인공지능이란", "인공지능"}, {"이용자등에게", "이용자"}, {"개정규정에도", "개정규정"}, {"종료일까지만", "종료일"},
           // after a noun that looks like one with a particle
           {"국제회의의", "국제회의"}, {"회의에서", "회의"}, {"결과를", "결과"}, {"제도의", "제도"}, {"평가와", "평가"}, {"경상북도의", "경상북도"},
           // former bugs: nouns that only look like such a noun
           {"위원회의", "위원회"}, {"사회의", "사회"}, {"국민의", "국민"}, {"정부의", "정부"}, {"규정의", "규정"}, {"사업주의", "사업주"}, {"이상의", "이상"}, {"용도로", "용도"},
           {"전자문서로", "전자문서"}, {"당사자가", "당사자"}, {"내용이", "내용"}, {"사유로", "사유"}, {"판결과", "판결"}, {"우리나라는", "우리나라"}, {"프로그래밍언어도", "프로그래밍언어"},
       })
    EXPECT_EQ(without_endings(row.word), row.stem) << row.word;
}

TEST(Particles, DisagreeingFormsStay) {
  for (const char* word : {"국가을", "국민를", "국가은", "국민는", "국가과", "국민와", "국민로", "국가으로", "개발으로"})
    EXPECT_EQ(without_endings(word), word);
}

TEST(Particles, PartsOfWordsStay) {
  for (const char* word : {
           // two syllables are always kept
           "회의", "도로", "결과", "사이", "평가", "국가", "나는", "문의", "제도",
           // nouns that end like a particle the syllable before would take
           "국제회의", "정상회의", "평가결과", "심사결과", "비급여", "유럽회의", "기본합의", "상호주의", "민주주의", "사전동의", "고속도로", "사회제도", "보호정도", "인허가",
           "입학허가", "추진경과", "업무성과", "자기주도", "전국철도", "정기회의", "공공하수도", "특별자치도", "난이도", "강원도", "전라남도", "함경북도", "고속국도", "위치도", "지적도",
           "위험도", "선호도", "양성평등", "가로등", "신호등", "홈페이지", "이용자", "하여금", "부득이", "거꾸로",
           // no second particle comes off if nothing would be left of the noun
           "때에는", "일까지는", "자에게는", "항까지의", "전이라도", "것이라고",
           // connectives of verbs
           "있더라도", "끝나더라도", "늦어도", "알면서도", "있지만", "있다는",
       })
    EXPECT_EQ(without_endings(word), word);
}

TEST(Verbs, AreTakenOff) {
  for (const WordRow& row : std::initializer_list<WordRow>{
           // 하다
           {"규정하여야", "규정"}, {"시행한다", "시행"}, {"필요하며", "필요"}, {"설치하고", "설치"}, {"운영하기", "운영"}, {"제출할", "제출"}, {"포함한다", "포함"}, {"확인하였다", "확인"},
           {"위반하여", "위반"}, {"해당하는", "해당"}, {"필요한", "필요"}, {"이행하지", "이행"}, {"변경하거나", "변경"}, {"변경하려는", "변경"}, {"변경하고자", "변경"}, {"제출해야", "제출"},
           {"부당하게", "부당"}, {"적합하도록", "적합"}, {"시행하되", "시행"}, {"확인했다", "확인"}, {"환영합니다", "환영"}, {"필요하다고", "필요"}, {"해당한다는", "해당"}, {"해당하더라도", "해당"},
           {"사용하여서는", "사용"}, {"지원하는데도", "지원"}, {"수행하면서", "수행"},
           // 되다
           {"보장되어야", "보장"}, {"관련된", "관련"}, {"적용되지", "적용"}, {"시행되는", "시행"}, {"확정될", "확정"}, {"취소되거나", "취소"}, {"공포되었으나", "공포"}, {"확정됐다", "확정"},
           // 시키다, 받다
           {"발전시키기", "발전"}, {"정지시킬", "정지"}, {"포함시켜야", "포함"}, {"위탁받은", "위탁"}, {"지정받으려는", "지정"}, {"지급받을", "지급"}, {"선고받았던", "선고"},
           // 이다
           {"국가이며", "국가"}, {"기관이다", "기관"}, {"이상이어야", "이상"}, {"친족이거나", "친족"}, {"국가입니다", "국가"}, {"공무원이었던", "공무원"}, {"구체적인", "구체적"}, {"이상인", "이상"},
           {"이상일", "이상"},
           // and what else is written to a noun
           {"지체없이", "지체"}, {"책임있는", "책임"}, {"권한없는", "권한"}, {"신속히", "신속"},
           // with particles behind
           {"규정하기를", "규정"}, {"지급하기로", "지급"}, {"규정함을", "규정"}, {"규정함으로써", "규정"}, {"해당하는지를", "해당"}, {"확인하였음을", "확인"}, {"제외하고는", "제외"},
           // nouns that end like a noun below
           {"면제한", "면제"}, {"제기한", "제기"}, {"보상한", "보상"}, {"처분할", "처분"}, {"보관할", "보관"}, {"부득이한", "부득이"}, {"실시한", "실시"}, {"출연한", "출연"},
       })
    EXPECT_EQ(without_endings(row.word), row.stem) << row.word;
}

TEST(Verbs, PartsOfWordsStay) {
  for (const char* word : {
           // one syllable would stay, and then no shorter ending counts either
           "정하는", "속하는", "관하여", "관하여는", "받으려는", "하려는", "되었을", "대해서는", "위하여",
           // no nouns
           "아니하는", "그러하지", "이러한", "어떠한", "하지못하는", "이용에관한", "공익을위하여", "인정할만한", "가능하게하는", "게을리하는", "주고받는", "움직이며", "붙어있는", "할수있는", "오래된",
           // nouns
           "처분권한", "접근권한", "자격제한", "지정제한", "납부기한", "유통기한", "요금상한", "최대한", "최소한", "사용연한", "적용시한", "남북한", "재판관할", "토지분할", "주요역할", "제작결함", "우편함",
           "자연재해", "환경피해", "신청인", "법인", "장애인", "시행일", "토요일", "배상책임", "공동선임", "사회적", "사용목적", "건축면적",
           // nothing stands behind these but another noun
           "처분권한을", "보호책임은",
       }) {
    const std::string stem = without_endings(word);
    EXPECT_TRUE(stem == word || std::string(word) == stem + "을" || std::string(word) == stem + "은") << word << " " << stem;
  }
}
// clang-format on

TEST(Hangul, FinalConsonants) {
  EXPECT_EQ(final_consonant(U'가'), 0);
  EXPECT_EQ(final_consonant(U'갈'), 8);
  EXPECT_EQ(final_consonant(U'힣'), 27);
  EXPECT_TRUE(is_syllable(U'가') && is_syllable(U'힣'));
  EXPECT_FALSE(is_syllable(U'ㄱ') || is_syllable(0xABFF) || is_syllable(0xD7A4));
}

}  // namespace
}  // namespace jomun
