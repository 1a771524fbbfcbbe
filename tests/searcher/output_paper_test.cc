// Jomun tests: CSV for spreadsheets and Markdown for papers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "searcher/output.h"
#include "tests/searcher/fake_searcher.h"

namespace jomun {
namespace {

std::string written(Format format, const Result& result, const QueryId& id = {}) {
  OutputOptions options;
  options.format = format;
  std::ostringstream out;
  write_result(out, result, id, options);
  return out.str();
}

// A result with one clause that has this text and, at these code points, highlights.
Result with_text(const std::string& text, const std::vector<std::pair<std::size_t, std::size_t>>& places = {}) {
  Result result;
  result.query = "q";
  result.total = 1;
  result.hits.resize(1);
  result.hits[0].rank = 1;
  result.hits[0].clause.citation = "w/en#1";
  result.hits[0].clause.text = MappedText::identity(text);
  for (const auto& [begin, end] : places) result.hits[0].highlights.push_back({begin, end, {}, "", "query"});
  return result;
}

TEST(OutputCsv, Rows) {
  OutputOptions options;
  options.format = Format::csv;
  std::ostringstream out;
  write_heading(out, false, options);
  EXPECT_EQ(out.str(),
            "rank,score,citation,work,language,label,path,title,issuer,date,status,source_url,matched,text,also_in,same_text\r\n");
  EXPECT_EQ(
      written(Format::csv, fake::result()),
      "1,2.25,seoul-declaration-2024/ko#2,seoul-declaration-2024,ko,2.,부속서 > 안전,서울 선언,AI Seoul Summit,2024-05-21,"
      "unofficial translation,,AI; 안전,우리는 AI의 안전을 확인한다.,seoul-declaration-2024/zh-Hans#2,\r\n"
      "2,2,seoul-declaration-2024/zh-Hans#2,seoul-declaration-2024,zh-Hans,2.,,首尔宣言,,,,,人工智能; 安全,我们确认人工智能安全。,,\r\n");
  EXPECT_EQ(written(Format::csv, Result()), "");
  out.str("");
  write_heading(out, true, options);
  EXPECT_TRUE(out.str().starts_with("id,rank,"));
  EXPECT_TRUE(written(Format::csv, fake::result(), {"q,1", true}).starts_with("\"q,1\",1,2.25,"));
}

// The text of a clause as a cell.
TEST(OutputCsv, Cells) {
  const std::pair<const char*, const char*> rows[] = {
      {"plain; text", "plain; text"},
      {"a, b", "\"a, b\""},
      {"say \"AI\"", "\"say \"\"AI\"\"\""},
      {"one\r\ntwo", "\"one\ntwo\""},
      {"one\rtwo\r", "\"one\ntwo\n\""},
      // No formulas.
      {"=1+2", "'=1+2"},
      {"+1", "'+1"},
      {"-a", "'-a"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "'\t=1"},
      {"\r=1", "\"'\n=1\""},
      {"\n=1", "\"'\n=1\""},
      {"＝1", "'＝1"},
      {"=HYPERLINK(\"http://a\",\"b\")", "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\""},
      {"—— a", "—— a"},
      {"a=1", "a=1"},
      // Nothing that steers a terminal.
      {"a\x1b[2J\x07\xFF", "a\uFFFD[2J\uFFFD\uFFFD"},
  };
  for (const auto& [text, cell] : rows)
    EXPECT_EQ(written(Format::csv, with_text(text)), "1,0,w/en#1,,,,,,,,,,," + std::string(cell) + ",,\r\n") << text;
}

TEST(OutputMarkdown, Quotations) {
  Result result = fake::result();
  result.hits[1].clause.source_url = "https://example.org/a?b=1&copy=2";
  EXPECT_EQ(written(Format::markdown, result, {"q1", true}), R"(## q1 AI safety

> 우리는 **AI**의 **안전**을 확인한다.
>
> — 서울 선언, 부속서, 안전, 2.; AI Seoul Summit, 2024-05-21, unofficial translation. `seoul-declaration-2024/ko#2`

> 我们确认**人工智能安全**。
>
> — [首尔宣言](<https://example.org/a?b=1\&copy=2>), 2. `seoul-declaration-2024/zh-Hans#2`

)");
  EXPECT_EQ(written(Format::markdown, Result()), "");
}

// The text of a clause and its highlights as a quotation.
TEST(OutputMarkdown, Texts) {
  struct Row {
    const char* text;
    std::vector<std::pair<std::size_t, std::size_t>> places;
    const char* quotation;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"a *b* _c_ `d` [e](f) <g> &amp; h|i ~j~ $k$ ^l^ @m #n \\o",
            {},
            R"(> a \*b\* \_c\_ \`d\` \[e\](f) \<g\> \&amp; h\|i \~j\~ \$k\$ \^l\^ \@m \#n \\o)"},
           // What begins something at the beginning of a line only.
           {"# a", {}, "> \\# a"},
           {"- a - b", {}, "> \\- a - b"},
           {"+ a", {}, "> \\+ a"},
           {"=== a", {}, "> \\=== a"},
           {": a", {}, "> \\: a"},
           {"> a", {}, "> \\> a"},
           {"12. a", {}, "> 12\\. a"},
           {"3) a", {}, "> 3\\) a"},
           {"2.4 a", {}, "> 2\\.4 a"},
           {"1 a", {}, "> 1 a"},
           {"    a", {}, "> a"},
           // Each line is a paragraph; a match over two of them is bold in both.
           {"a AI\nsafety b\n\n\nc", {{2, 11}}, "> a **AI**\n>\n> **safety** b\n>\n> c"},
           // Matches that touch, and such that end in punctuation.
           {"人工智能安全", {{0, 4}, {4, 6}}, "> **人工智能安全**"},
           {"the “AI” act", {{4, 8}}, "> the <strong>“AI”</strong> act"},
           {"a*b", {{0, 3}}, "> **a\\*b**"},
           {"\x1b[1m人\u202E", {{4, 5}}, "> \uFFFD\\[1m**人**\uFFFD"},
       })
    EXPECT_EQ(written(Format::markdown, with_text(row.text, row.places)),
              "## q\n\n" + std::string(row.quotation) + "\n>\n> — `w/en#1`\n\n");
}

TEST(OutputMarkdown, Sources) {
  const auto source = [](const auto& change) {
    Result result = with_text("a");
    change(result.hits[0].clause);
    const std::string text = written(Format::markdown, result);
    const std::size_t begin = text.find("— ");
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  EXPECT_EQ(source([](FoundClause& clause) { clause.source_url = "https://example.org/"; }), "— <https://example.org/> `w/en#1`");
  EXPECT_EQ(source([](FoundClause& clause) { clause.title = "A [b]\nc", clause.date = "2024"; }), "— A \\[b\\] c; 2024. `w/en#1`");
  EXPECT_EQ(source([](FoundClause& clause) { clause.title = "A", clause.citation = "a`b"; }), "— A. `` a`b ``");
  // No link but to a page.
  for (const char* url : {"javascript:alert(1)", "https://a/> b", "https://a/\n", "https://a/\\", "ftp://a", "a"})
    EXPECT_EQ(source([&](FoundClause& clause) { clause.title = "A", clause.source_url = url; }), "— A. `w/en#1`") << url;
}

}  // namespace
}  // namespace jomun
