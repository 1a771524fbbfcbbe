// Jomun tests: what formats of zipped XML are made of: archives, XML, the builder of text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/formats/extracted_text.h"
#include "corpus/formats/symbol_fonts.h"
#include "corpus/formats/text_builder.h"
#include "corpus/formats/xml.h"
#include "corpus/formats/zip_archive.h"
#include "tests/support/make_zip.h"

namespace jomun {
namespace {

using testing::make_zip;

class Bytes final : public ByteSource {
 public:
  explicit Bytes(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* out, std::size_t size) override {
    const std::size_t count = std::min(size, bytes_.size() - at_);
    bytes_.copy(out, count, at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

TEST(ZipArchive, Entries) {
  const std::string bytes = make_zip({{"Word/A.xml", "one"}, {"word/a.xml", "two"}, {"empty", ""}, {"../../out", "no path"}});
  ZipArchive archive(bytes);
  EXPECT_EQ(archive.names(), (std::vector<std::string>{"Word/A.xml", "word/a.xml", "empty", "../../out"}));
  EXPECT_EQ(archive.read("word/a.xml"), "two");
  EXPECT_EQ(archive.read("Word/A.xml"), "one");
  EXPECT_EQ(archive.read("EMPTY"), "");
  EXPECT_EQ(archive.read("none"), std::nullopt);
}

TEST(ZipArchive, BoundsWhatIsUnpacked) {
  const std::string bytes = make_zip({{"zeros", std::string(12 << 20, '\0')}});
  ZipArchive archive(bytes);
  EXPECT_EQ(archive.read("zeros")->size(), std::size_t{12} << 20);
  EXPECT_THROW(archive.read("zeros"), UnreadableFile) << "all entries count together";
}

TEST(XmlReader, Events) {
  XmlReader xml(std::make_unique<Bytes>("<a xmlns='A' xmlns:b='B'>x&amp;<![CDATA[<]]><b:c d='1' b:e=''/><!-- no --><c>y</c></a>"), "part");
  std::string events;
  while (xml.next()) {
    switch (xml.kind()) {
      case XmlReader::Kind::start: events += "<" + std::string(xml.name_space()) + ":" + std::string(xml.name()); break;
      case XmlReader::Kind::end: events += ">"; break;
      case XmlReader::Kind::text: events += xml.text(); break;
    }
    if (!xml.starts("c") || xml.name_space() != "B") continue;
    EXPECT_EQ(xml.attribute("d"), "1");
    EXPECT_EQ(xml.attribute("e"), "");
    EXPECT_EQ(xml.attribute("f"), std::nullopt);
    EXPECT_EQ(xml.depth(), 1u);
  }
  EXPECT_EQ(events, "<A:ax&<<B:c><A:cy>>");
}

TEST(XmlReader, Skip) {
  XmlReader xml(std::make_unique<Bytes>("<a><b><b/>x<b>y</b></b><c/></a>"), "part");
  ASSERT_TRUE(xml.next() && xml.next() && xml.starts("b"));
  xml.skip();
  ASSERT_TRUE(xml.next());
  EXPECT_TRUE(xml.starts("c"));
  xml.skip();
  ASSERT_TRUE(xml.next());
  EXPECT_TRUE(xml.ends("a"));
  EXPECT_FALSE(xml.next());
}

TEST(XmlReader, RefusesWhatTakesTooLong) {
  std::string attributes = "<a";
  for (int i = 0; i < 300; ++i) attributes += " a" + std::to_string(i) + "=''";
  std::string spaces;
  for (int i = 0; i < 40; ++i) {
    spaces += "<a";
    for (int j = 0; j < 40; ++j) spaces += " xmlns:p" + std::to_string(i * 40 + j) + "='x'";
    spaces += ">";
  }
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<a>";
  for (const std::string& bytes : {attributes + "/>", spaces, deep, std::string("<a>") + std::string(11 << 20, 'x') + "</a>"}) {
    XmlReader xml(std::make_unique<Bytes>(bytes), "part");
    EXPECT_THROW(while (xml.next()){}, UnreadableFile) << bytes.substr(0, 40);
  }
  // Long values, and comments that look like much, are fine.
  XmlReader xml(std::make_unique<Bytes>("<a b='" + std::string(1 << 20, '=') + "'><!-- it's " + std::string(1000, '=') + " --></a>"),
                "part");
  while (xml.next()) {
  }
}

TEST(TextBuilder, Rows) {
  TextBuilder text;
  text.begin_paragraph();
  text.append("before ");
  text.begin_table();
  text.begin_row();
  for (const char* const cell : {"a", "", "c"}) {
    text.begin_cell();
    text.begin_paragraph();
    text.append(cell);
    text.end_paragraph();
    text.end_cell();
  }
  text.end_row();
  text.end_table();
  text.append("behind");
  text.end_paragraph("1. ");
  const std::size_t note = text.add_note();
  text.begin_paragraph();
  text.append("last");
  text.end_paragraph("", true);
  text.begin_note(note);
  text.append(" note");
  text.end_note();
  EXPECT_EQ(text.finish(), "1. before behind\n\na\t\tc\n\nlast\n\n[1] note\n");
  EXPECT_EQ(text.finish(), "");
}

TEST(TextBuilder, Ruby) {
  EXPECT_EQ(ruby_text("漢字", "かんじ"), "｜漢字《かんじ》");
  EXPECT_EQ(ruby_text("コンピュータ", "Computer"), "コンピュータ(Computer)");
  EXPECT_EQ(ruby_text("人", ""), "人");
  EXPECT_EQ(ruby_text("", "rén"), "rén");
}

TEST(TextBuilder, ConfirmedTitle) {
  const std::string text = "공고 제3호\n\n인공지능\n기본법 시행령\n\n제1조 이 법은\n";
  EXPECT_EQ(confirmed_title("인공지능 기본법 시행령", text), "인공지능 기본법 시행령");
  EXPECT_EQ(confirmed_title("인공지능 기본법", text), "");
  EXPECT_EQ(confirmed_title("제목 없음", text), "");
  EXPECT_EQ(confirmed_title("", ""), "");
}

TEST(SymbolFonts, Characters) {
  EXPECT_EQ(symbol_character("Symbol", 0xF062), "β");
  EXPECT_EQ(symbol_character("Wingdings", 0x82), "②");
  EXPECT_EQ(symbol_character("Wingdings", 0xF001), "•");
  EXPECT_EQ(symbol_character("Webdings", 0xF061), "•");
  EXPECT_EQ(symbol_character("Batang", U'※'), "※");
  EXPECT_EQ(symbol_character("Batang", 0), "");
  EXPECT_EQ(symbol_character("Batang", 0x110000), "");
  EXPECT_EQ(plain_bullet("\xEF\x82\xA7"), "•");
  EXPECT_EQ(plain_bullet("l"), "•");
  EXPECT_EQ(plain_bullet("– "), "–");
}

}  // namespace
}  // namespace jomun
