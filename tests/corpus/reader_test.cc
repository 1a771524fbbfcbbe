// Jomun tests: what every file gets, good or bad.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <unordered_set>
#include <vector>

#include "corpus/input_bytes.h"

namespace jomun {
namespace {

using ::testing::HasSubstr;

std::string failure(std::string_view bytes) {
  try {
    read_text(bytes, "x.txt", {});
  } catch (const UnreadableFile& error) {
    return error.what();
  }
  return "";
}

TEST(Reader, BadInputIsNamed) {
  using namespace std::string_literals;
  EXPECT_THAT(failure(""), HasSubstr("empty"));
  EXPECT_THAT(failure(" \n\t\xE3\x80\x80"), HasSubstr("empty"));
  EXPECT_THAT(failure("\xEF\xBB\xBF"), HasSubstr("empty"));
  EXPECT_THAT(failure("good \xB7\xA2"), HasSubstr("not UTF-8 at byte 5"));
  EXPECT_THAT(failure("text\0text"s), HasSubstr("NUL at byte 4"));
  EXPECT_THAT(failure("\x01\x02\x03 text"), HasSubstr("control characters"));
  EXPECT_THAT(failure("\xFF\xFE\x41\x00"s), HasSubstr("UTF-16"));
  for (const std::string& message : {failure(""), failure("\xFF"), failure("\x01")}) {
    EXPECT_NE(message.find("; "), std::string::npos) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
  }
}

TEST(Reader, FilesThatCannotBeRead) {
  EXPECT_THROW(read_file("/nonexistent/file.txt", {}), UnreadableFile);
  EXPECT_THROW(read_file(::testing::TempDir(), {}), UnreadableFile);
}

TEST(Reader, FilesAreReadByExtension) {
  const std::filesystem::path folder = ::testing::TempDir();
  std::ofstream(folder / "my#law 1.txt") << "Act\n\nArticle 1\nIt applies.\n";
  std::ofstream(folder / "lines.jsonl") << "{\"text\": \"It applies.\"}\n";
  EXPECT_EQ(read_file(folder / "my#law 1.txt", {}).at(0).metadata.work, "my-law-1");
  EXPECT_EQ(read_file(folder / "lines.jsonl", {}).at(0).clauses.at(0).address, "l1");
}

TEST(Reader, OffsetsCountFromTheByteOrderMark) {
  const std::string text = "\xEF\xBB\xBF第一条 甲。";
  const Clause clause = read_text(text, "x", {}).at(0).clauses.at(0);
  EXPECT_EQ(clause.source, (Span{3, text.size()}));
  EXPECT_EQ(clause.text.original({0, 3}), (Span{13, 16}));
}

TEST(Reader, GivenMetadataWins) {
  Metadata given;
  given.work = "w";
  given.language = "ja";
  given.title = "T";
  given.date = "1999";
  given.status = "draft";
  const Metadata metadata = read_text("Title\n\nunofficial translation\n\n2024-05-21\n\nWe agree.\n", "x", given).at(0).metadata;
  EXPECT_EQ(metadata.work, "w");
  EXPECT_EQ(metadata.language, "ja");
  EXPECT_EQ(metadata.title, "T");
  EXPECT_EQ(metadata.date, "1999");
  EXPECT_EQ(metadata.status, "draft");
}

TEST(Reader, WorksFromNames) {
  EXPECT_EQ(work_from_name("a/b#c d\tｅ　ｆ"), "a-b-c-d-ｅ-ｆ");
  EXPECT_EQ(work_from_name("\xFFx"), "-x");
  EXPECT_EQ(work_from_name(""), "untitled");
  EXPECT_TRUE(is_work("개인정보_보호법（안）"));
  EXPECT_FALSE(is_work("a　b"));
}

// The contract of every clause of every text.
void check(std::string_view text, const std::vector<Version>& versions) {
  std::unordered_set<std::string> citations;
  // Excerpts of one page are spread over versions: order holds within each.
  std::vector<Span> spans;
  for (const Version& version : versions) {
    RC_ASSERT(!version.metadata.work.empty());
    RC_ASSERT(!version.metadata.language.empty());
    std::size_t end = 0;
    for (const Clause& clause : version.clauses) {
      RC_ASSERT(citations.insert(version.citation(clause)).second);
      RC_ASSERT(clause.language == version.metadata.language);
      RC_ASSERT(!clause.text.empty());
      RC_ASSERT(clause.source.begin >= end);
      RC_ASSERT(clause.source.end <= text.size());
      end = clause.source.end;
      const std::string& clean = clause.text.text();
      const auto& pieces = clause.text.pieces();
      for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::size_t size = (i + 1 < pieces.size() ? pieces[i + 1].begin : clean.size()) - pieces[i].begin;
        if (pieces[i].original == MappedText::inserted) continue;
        RC_ASSERT(pieces[i].original >= clause.source.begin);
        RC_ASSERT(pieces[i].original + size <= clause.source.end);
        RC_ASSERT(text.substr(pieces[i].original, size) == std::string_view(clean).substr(pieces[i].begin, size));
      }
    }
  }
}

// Pieces that the rules look at, so that random texts reach them.
const std::vector<std::string> pieces = {"第一条",
                                         "第二条 ",
                                         "第一条第一項",
                                         "第三条（定義）",
                                         "제1조 (목적)",
                                         "제2조의2",
                                         "Article 1",
                                         "Article 2 (Scope)",
                                         "第一章 总则",
                                         "Chapter 1 General",
                                         "1. ",
                                         "2. ",
                                         "3. ",
                                         "2.1 ",
                                         "一、",
                                         "二、",
                                         "（一）",
                                         "(a) ",
                                         "① ",
                                         "가. ",
                                         "- ",
                                         "——",
                                         "• ",
                                         "附件：甲",
                                         "附　則",
                                         "부칙",
                                         "Annex I",
                                         "인사",
                                         "人(rén)工智能",
                                         "（定義）",
                                         "。",
                                         "，",
                                         "：",
                                         ".",
                                         ": ",
                                         ", ",
                                         "\n",
                                         "\n",
                                         "\n\n",
                                         "\n　",
                                         "  ",
                                         "　",
                                         "(",
                                         "）",
                                         "「",
                                         "│甲│",
                                         "[W020220113] ",
                                         "> ",
                                         "我们同意",
                                         "合作",
                                         "우리는 ",
                                         "안전한다",
                                         "this agreement ",
                                         "Governments ",
                                         "原则: 甲, May 3, 2024",
                                         "由 A 在 乙发表, 2023-10-18",
                                         "作者:A",
                                         "2024年5月21日",
                                         "１",
                                         "\r\n",
                                         "人工智能治理攸关全人类命运是世界各国面临的共同课题各国应秉持共同的安全观"};

rc::Gen<std::string> document() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)), [](const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += part;
    return text;
  });
}

TEST(Reader, EveryClauseMapsToItsBytes) {
  EXPECT_TRUE(rc::check("documents", [] {
    const std::string text = *document();
    try {
      check(text, read_text(text, "x.txt", {}));
    } catch (const UnreadableFile&) {
      // Nothing but white space.
    }
  }));
}

TEST(Reader, ArbitraryBytesAreTextOrAnError) {
  EXPECT_TRUE(rc::check("bytes", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    try {
      check(text, read_text(text, "x.txt", {}));
    } catch (const UnreadableFile&) {
    }
    try {
      read_json_lines(text, "x.jsonl", {});
    } catch (const UnreadableFile&) {
    }
  }));
}

TEST(Reader, LettersAreNotLost) {
  // Every letter of a text without front matter, attributions or link marks is in a clause, its label or a heading.
  EXPECT_TRUE(rc::check("letters", [] {
    const auto sentences = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
        "第一条 甲子。\n\n", "第二条\n乙丑\n", "（丙寅）\n", "1. 丁卯。\n", "- 戊辰\n", "己巳\n\n", "庚午。\n\n", "一、辛未\n\n",
        "（一）壬申；\n", "下列各项：\n", "│癸酉│\n", "２\n\n", "　甲戌は、これらの場合\n", "乙亥の場合、\n"}));
    std::string text = "我们同意。\n\n";
    for (const std::string& sentence : sentences) text += sentence;
    std::string kept;
    for (const Version& version : read_text(text, "x", {}))
      for (const Clause& clause : version.clauses) {
        kept += clause.text.text() + "\n";
        for (const std::string& heading : clause.path) kept += heading + "\n";
      }
    for (const std::string_view word : {"甲子", "乙丑", "丙寅", "丁卯", "戊辰", "己巳", "庚午", "辛未", "壬申", "癸酉", "甲戌", "乙亥"})
      if (text.find(word) != std::string::npos) RC_ASSERT(kept.find(word) != std::string::npos);
  }));
}

TEST(Reader, OneLongLineTakesLinearTime) {
  const auto seconds = [](std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += "人工智能(AI)治理，攸关全人类 （命运 「第一条 • ";
    const auto begin = std::chrono::steady_clock::now();
    read_text(text, "x", {});
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const double once = seconds(4'000);
  EXPECT_LT(seconds(64'000), 16 * 6 * once + 1.0);  // 256 times as long if it were quadratic
}

}  // namespace
}  // namespace jomun
