// Jomun tests: text in other encodings comes back as UTF-8, and what cannot be told is refused.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/encodings.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/formats/extracted_text.h"
#include "tests/corpus/formats/encoded.h"

namespace jomun {
namespace {

using testing::encoded;
using namespace std::string_literals;

const char* const gb18030 = "gb18030";
const char* const big5 = "ibm-1375_P100-2008";
const char* const cp949 = "windows-949-2000";
const char* const cp932 = "ibm-943_P15A-2003";
const char* const euc_jp = "euc-jp-2007";
const char* const iso_2022_jp = "ISO_2022,locale=ja,version=3";
const char* const windows_1252 = "ibm-5348_P100-1997";

std::string message_of(std::string_view bytes, std::string_view declared = {}) {
  try {
    const Utf8Text read = to_utf8(bytes, declared);
    return "read as " + read.encoding + ": " + read.text;
  } catch (const UnreadableFile& refused) {
    return refused.what();
  }
}

const std::string simplified_long =
    "第一条 为了规范人工智能的研究与应用，保护公民的合法权益，促进社会的健康发展，制定本办法。\n"
    "第二条 提供者应当说明数据的来源，不得收集与服务无关的个人信息，并且对训练用的材料负责。\n"
    "第三条 监督部门每年至少检查一次，把结果公布给大家；有错误的，应当在十日以内改正。\n";
const std::string taiwan_long =
    "第一條　為保障人民權益，並促進人工智慧之研究發展，特制定本法。\n"
    "第二條　本法所稱主管機關，在中央為行政院，在直轄市為直轄市政府，在縣為縣政府。\n"
    "第三條　政府推動人工智慧，應兼顧社會公益、數位平權及永續發展，並尊重個人資料與隱私。\n";
const std::string hong_kong_long =
    "各機構須就其使用的系統備存紀錄，並在有需要時向專員提供該等紀錄的副本。\n"
    "如委員會認為適當，可發出指引，說明怎樣才算是合理地切實可行的步驟。\n";
const std::string korean_long =
    "제1조(목적) 이 법은 인공지능의 건전한 발전과 신뢰 기반 조성에 필요한 사항을 정함으로써 국민의 권익을 보호함을 목적으로 한다.\n"
    "제2조(정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다.\n"
    "제3조(책무) 국가와 지방자치단체는 누구나 안전하게 쓸 수 있도록 필요한 시책을 마련하여야 한다.\n";
const std::string japanese_long =
    "第一条　この法律は、人工知能の研究開発及び活用の推進に関し、基本理念を定めることを目的とする。\n"
    "第二条　国は、前条の目的を達成するため、必要な施策を総合的かつ計画的に行わなければならない。\n"
    "第三条　事業者は、データの取扱いについて、利用者に分かりやすく説明するよう努めるものとする。\n";
const std::string english_long =
    "Each provider shall keep a record of the tests it has carried out – before and after release – and “make it available” on request.\n"
    "Nothing in this declaration limits a person’s right to an explanation. The cost may not exceed €50.\n";

struct Row {
  const char* converter;
  std::string text;
  std::string encoding;
};

TEST(Encodings, AreToldFromTheTextAlone) {
  const std::vector<Row> rows = {
      // Long
      {gb18030, simplified_long, "GB18030"},
      {gb18030, taiwan_long, "GB18030"},  // traditional characters, written in China
      {big5, taiwan_long, "Big5-HKSCS"},
      {big5, hong_kong_long, "Big5-HKSCS"},
      {cp949, korean_long, "CP949"},
      {cp932, japanese_long, "CP932"},
      {euc_jp, japanese_long, "EUC-JP"},
      {iso_2022_jp, japanese_long, "ISO-2022-JP"},
      {windows_1252, english_long, "Windows-1252"},
      {"UTF-8", english_long, "UTF-8"},
      {"UTF-16LE", simplified_long, "UTF-16LE"},
      {"UTF-16BE", korean_long, "UTF-16BE"},
      {"UTF-16LE", english_long, "UTF-16LE"},
      {"UTF-16BE", english_long, "UTF-16BE"},
      {"UTF-32LE", japanese_long, "UTF-32LE"},
      {"UTF-32BE", taiwan_long, "UTF-32BE"},
      // About ten characters
      {gb18030, "人工智能治理原则宣言", "GB18030"},
      {gb18030, "促进全球数据安全倡议", "GB18030"},
      {gb18030, "新一代人工智能伦理规范", "GB18030"},
      {big5, "人工智慧基本法草案", "Big5-HKSCS"},
      {big5, "個人資料（私隱）條例", "Big5-HKSCS"},
      {big5, "公平、公正和公開的原則", "Big5-HKSCS"},
      {cp949, "인공지능 기본법 시행", "CP949"},
      {cp949, "서울 선언과 안전 원칙", "CP949"},
      {cp949, "大韓民國의 個人情報", "CP949"},
      {cp932, "人工知能の利用と責任", "CP932"},
      {cp932, "人間中心のＡＩ社会原則", "CP932"},
      {euc_jp, "人工知能の利用と責任", "EUC-JP"},
      {euc_jp, "個人情報の保護に関する法律", "EUC-JP"},
      {iso_2022_jp, "人工知能の利用", "ISO-2022-JP"},
      {windows_1252, "The “Bletchley” text", "Windows-1252"},
      {windows_1252, "Déclaration de Montréal", "Windows-1252"},
      {windows_1252, "it’s § 4", "Windows-1252"},
      {"UTF-16LE", "人工智能治理原则宣言", "UTF-16LE"},
      {"UTF-16BE", "人工智慧基本法草案", "UTF-16BE"},
      {"UTF-16LE", "서울 선언과 안전 원칙", "UTF-16LE"},
      {"UTF-16BE", "Ten rules.", "UTF-16BE"},
      // What only the larger variant of an encoding has
      {gb18030, "名字里有𠮷和㐂的人应当可以登记自己的名字。", "GB18030"},                      // of four bytes
      {gb18030, "“朱镕基”与“旸”字已经收入标准。", "GB18030"},                                  // GBK, not GB2312
      {big5, "佢哋喺度㗎，嗰啲嘢冇問題，亦可以寫𠝹同埋𨋢。", "Big5-HKSCS"},                    // beyond U+FFFF
      {cp949, "똠방각하와 펲시콜라, 뷁이라고 쓸 수 있어야 한다.", "CP949"},                    // outside KS X 1001
      {cp932, "①から⑳まで、Ⅲ及び№㈱の記号は髙島﨑の氏名とともに使うことができる。", "CP932"},  // of NEC and IBM
      {cp932, "ｺﾝﾋﾟｭｰﾀ ﾉ ﾘﾖｳ ﾆ ｶﾝｽﾙ 規則を定めるものとする。", "CP932"},                       // half-width katakana
      {euc_jp, "丂という漢字と鷗外の名を登録することができる。", "EUC-JP"},                    // JIS X 0212
      {iso_2022_jp, "ｶﾅの表記と鷗外の名を登録することができる。", "ISO-2022-JP"},
      // Whatever is around it
      {gb18030, std::string(100000, ' ') + "人工智能治理原则宣言\n", "GB18030"},
      {cp949, "<html><body><p>인공지능 기본법을 시행한다.</p></body></html>", "CP949"},
      // Encodings of other languages
      {"windows-1251", "Настоящая декларация принята всеми участниками встречи и вступает в силу немедленно.", "windows-1251"},
      {"UTF-8", "Настоящая декларация", "UTF-8"},
  };
  for (const Row& row : rows) {
    const std::string bytes = encoded(row.text, row.converter);
    ASSERT_NE(bytes, "") << row.converter << ": " << row.text;
    EXPECT_EQ(message_of(bytes), "read as " + row.encoding + ": " + row.text) << row.converter;
  }
}

TEST(Encodings, AByteOrderMarkDecidesAndIsNoText) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"\xEF\xBB\xBF", "UTF-8"},     {"\xFF\xFE", "UTF-16LE"},      {"\xFE\xFF", "UTF-16BE"},
      {"\xFF\xFE\0\0"s, "UTF-32LE"}, {"\0\0\xFE\xFF"s, "UTF-32BE"}, {"\x84\x31\x95\x33", "gb18030"},
  };
  for (const auto& [mark, name] : rows)
    for (const std::string& text : {""s, "慢"s, "Article 1\r\n"s, "第一条 总则"s}) {
      const Utf8Text read = to_utf8(mark + encoded(text, name.c_str()), "euc-kr");
      EXPECT_EQ(read.text, text) << name;
      EXPECT_EQ(read.encoding, name == "gb18030" ? "GB18030" : name);
    }
}

TEST(Encodings, DeclaredOnesCountWhereTheBytesAgree) {
  const struct {
    const char* converter;
    std::string text, declared, encoding;
  } rows[] = {
      // Labels mean what browsers take them for.
      {gb18030, "旸", "gb2312", "GB18030"},
      {gb18030, "旸", " GBK ", "GB18030"},
      {cp949, "펲", "ks_c_5601-1987", "CP949"},
      {cp949, "뷁", "EUC-KR", "CP949"},
      {cp932, "①", "Shift_JIS", "CP932"},
      {big5, "嘅", "big5", "Big5-HKSCS"},
      {euc_jp, "丂", "euc-jp", "EUC-JP"},
      {iso_2022_jp, "条", "iso-2022-jp", "ISO-2022-JP"},
      {windows_1252, "’", "iso-8859-1", "Windows-1252"},
      {windows_1252, "€", "ascii", "Windows-1252"},
      {"UTF-16LE", "法", "utf-16", "UTF-16LE"},
      // Other encodings of one byte
      {"windows-1251", "Декларация", "windows-1251", "windows-1251"},
      {"windows-1254", "Kişisel verilerin korunması", "iso-8859-9", "windows-1254"},
      {"iso-8859-2", "Zákon č. 1", "iso-8859-2", "ISO-8859-2"},
      // Rare characters, which nothing but the declaration could tell
      {gb18030, "鼙鼢鼽", "gb2312", "GB18030"},
      // Wrong, so that the text decides
      {"UTF-8", "인공지능 기본법", "euc-kr", "UTF-8"},
      {"UTF-8", "Montréal", "iso-8859-1", "UTF-8"},
      {gb18030, "人工智能治理原则宣言", "iso-8859-1", "GB18030"},
      {gb18030, "人工智能治理原则宣言", "utf-8", "GB18030"},
      {gb18030, "人工智能治理原则宣言", "euc-kr", "GB18030"},
      {gb18030, simplified_long, "euc-jp", "GB18030"},
      {big5, "人工智慧基本法草案", "gb2312", "Big5-HKSCS"},
      {cp949, korean_long, "gb2312", "CP949"},
      {euc_jp, japanese_long, "shift_jis", "EUC-JP"},
      {cp932, japanese_long, "utf-16", "CP932"},
      {cp932, japanese_long, "no-such-encoding", "CP932"},
      {cp932, japanese_long, "ebcdic-cp-us", "CP932"},
      {cp932, japanese_long, "../../etc/passwd", "CP932"},
  };
  for (const auto& row : rows) {
    const std::string bytes = encoded(row.text, row.converter);
    ASSERT_NE(bytes, "") << row.converter << ": " << row.text;
    EXPECT_EQ(message_of(bytes, row.declared), "read as " + row.encoding + ": " + row.text) << row.declared;
  }
}

TEST(Encodings, DamageIsRefusedWithItsPlace) {
  const struct {
    const char* converter;
    std::string text;
    std::size_t at;
    std::string damage;
    std::string message;
  } rows[] = {
      {gb18030, simplified_long, 4, "\xFF", "is GB18030 but for byte 4;"},
      {big5, taiwan_long, 20, "\xFF", "is Big5-HKSCS but for byte 20;"},
      {cp949, korean_long, 0, "\xFF", "is CP949 but for byte 0;"},
      {cp932, japanese_long, 12, "\xFF", "is CP932 but for byte 12;"},
      {euc_jp, japanese_long, 12, "\xFF", "is EUC-JP but for byte 12;"},
      {"UTF-8", korean_long, 3, "\xFF", "is UTF-8 but for byte 3;"},
      {"UTF-8", english_long, 12, "\xFF", "is UTF-8 but for byte 12;"},
  };
  for (const auto& row : rows) {
    std::string bytes = encoded(row.text, row.converter);
    bytes.insert(row.at, row.damage);
    EXPECT_EQ(message_of(bytes).substr(0, row.message.size()), row.message) << row.converter;
    EXPECT_EQ(message_of(bytes, row.converter).substr(0, row.message.size()), row.message) << row.converter << ", declared";
  }
}

TEST(Encodings, DamageFarBehindIsFoundToo) {
  std::string text;
  while (text.size() < 300000) text += simplified_long;
  std::string bytes = encoded(text, gb18030);
  bytes += "\xFF";
  EXPECT_EQ(message_of(bytes).substr(0, 31), "is GB18030 but for byte " + std::to_string(bytes.size() - 1) + ";");
}

TEST(Encodings, ATextCutInACharacterIsRefusedWithItsPlace) {
  for (const auto& [converter, text] : std::vector<std::pair<const char*, std::string>>{
           {gb18030, simplified_long}, {big5, hong_kong_long}, {cp949, korean_long}, {euc_jp, japanese_long}, {"UTF-8", korean_long}}) {
    std::string bytes = encoded(text.substr(0, text.size() - 2), converter);
    if (bytes.empty()) bytes = encoded(text.substr(0, text.size() - 1), converter);
    bytes.pop_back();
    EXPECT_NE(message_of(bytes).find("but for byte "), std::string::npos) << converter << message_of(bytes);
  }
  EXPECT_EQ(message_of("\xFF\xFE" + std::string("a\0b", 3)).substr(0, 27), "is UTF-16LE but for byte 4;");
}

TEST(Encodings, WhatCannotBeToldIsRefused) {
  const std::string refusal = "in no encoding that can be told; convert it to UTF-8, for example: iconv -f GB18030 -t UTF-8";
  std::string noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525 + 1013904223;
    noise += static_cast<char>(state >> 24);
  }
  const std::string rows[] = {
      noise,
      noise.substr(0, 300),
      "\x7F"
      "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0\x01\0\0\0\x90\xC7\x01\0"s,
      "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\0\0\0\x01\xF4\x08\x06\0\0\0\xCB\xD6\xDF\x8A"s,
  };
  for (const std::string& row : rows) EXPECT_EQ(message_of(row), refusal);
}

TEST(Encodings, BytesThatAreUtf8ComeBackAsTheyAre) {
  for (const std::string& text : {""s, "a"s, "\n"s, "Plain ASCII.\r\n\x1B[1mbold\x1B[0m"s, "법"s, "é"s, "a stray \0"s, "ends in ^Z\x1A"s})
    EXPECT_EQ(message_of(text), "read as UTF-8: " + text);
  // An end of file as MS-DOS wrote it, which ICU's table has elsewhere.
  EXPECT_EQ(message_of(encoded("この法律は、公布の日から施行する。", cp932) + "\x1A"),
            "read as CP932: この法律は、公布の日から施行する。\x1A");
}

TEST(DeclaredEncodings, OfXml) {
  const std::pair<std::string, std::string> rows[] = {
      {"<?xml version=\"1.0\" encoding=\"GB2312\"?><a/>", "gb2312"},
      {"<?xml version='1.0' encoding = 'euc-kr' standalone='yes' ?>", "euc-kr"},
      {"\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "utf-8"},
      {"<?xml version=\"1.0\"?><a encoding=\"x\"/>", ""},
      {"<?xml-stylesheet encoding=\"x\"?>", ""},
      {" <?xml version=\"1.0\" encoding=\"x\"?>", ""},
      {"<?xml version=\"1.0\" encoding=\"x", ""},
      {"<?xml", ""},
      {"", ""},
  };
  for (const auto& [bytes, declared] : rows) EXPECT_EQ(declared_xml_encoding(bytes), declared) << bytes;
}

TEST(DeclaredEncodings, OfHtml) {
  const std::pair<std::string, std::string> rows[] = {
      {"<!DOCTYPE html><html><head><meta charset=\"Big5\">", "big5"},
      {"<META CHARSET=gbk>", "gbk"},
      {"<meta charset='euc-jp' />", "euc-jp"},
      {"<meta/charset=euc-jp>", "euc-jp"},
      {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ks_c_5601-1987\">", "ks_c_5601-1987"},
      {"<meta content=\"text/html;charset='shift_jis'\" http-equiv=content-type>", "shift_jis"},
      {"<meta content=\"text/html; charset=gbk; x=y\" http-equiv=content-type>", "gbk"},
      {"<meta name=description content=\"charset=gbk\">", ""},
      {"<meta name=description content=\"x\"><meta charset=gbk>", "gbk"},
      {"<!-- <meta charset=gbk> --><meta charset=big5>", "big5"},
      {"<!--><meta charset=big5>", "big5"},
      {"<title x=\"<meta charset=gbk>\"></title><meta charset=big5>", "big5"},
      {"<metal charset=gbk><meta charset=big5>", "big5"},
      {"<?php <meta charset=gbk> ?><meta charset=big5>", "big5"},
      {"<?xml version=\"1.0\" encoding=\"gb2312\"?><html><head>", "gb2312"},
      {"<?xml version=\"1.0\" encoding=\"gb2312\"?><html><meta charset=big5>", "big5"},
      {"<meta charset=", ""},
      {"<meta charset=\"big5", "big5"},
      {"<", ""},
      {"<!--", ""},
      {std::string(1020, ' ') + "<meta charset=big5>", ""},
  };
  for (const auto& [bytes, declared] : rows) EXPECT_EQ(declared_html_encoding(bytes), declared) << bytes;
}

}  // namespace
}  // namespace jomun
