// Jomun tests: a matrix of works and concepts, and how it is written.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/matrix.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "searcher/output_matrix.h"
#include "tests/searcher/fake_searcher.h"

namespace jomun {
namespace {

using Strings = std::vector<std::string>;

std::string written(const Matrix& matrix, MatrixFormat format, std::size_t width = 100) {
  OutputOptions options;
  options.width = width;
  std::ostringstream out;
  write_matrix(out, matrix, format, options);
  return out.str();
}

Matrix fake_matrix() {
  fake::clear();
  Searcher searcher({"index"});
  return make_matrix(searcher, {}, {"safety", "隐私 <b>, \"x\""});
}

TEST(Matrix, Concepts) {
  EXPECT_EQ(split_concepts("privacy; developing countries ;sovereignty"), (Strings{"privacy", "developing countries", "sovereignty"}));
  EXPECT_EQ(split_concepts("隐私；主权"), (Strings{"隐私", "主权"}));
  EXPECT_EQ(split_concepts("\"a; b；c\"; d"), (Strings{"\"a; b；c\"", "d"}));
  EXPECT_EQ(split_concepts("“a; b” c；「甲；乙」;《丙；丁》戊; „x;y“; «p;q»"),
            (Strings{"“a; b” c", "「甲；乙」", "《丙；丁》戊", "„x;y“", "«p;q»"}));
  EXPECT_EQ(split_concepts("「甲；乙"), (Strings{"「甲", "乙"}));
  EXPECT_EQ(split_concepts("　隐私　；　; a　b\xFF\n"), (Strings{"隐私", "a　b\xFF"}));
  EXPECT_EQ(split_concepts("  ;; ；\t;"), Strings());
  EXPECT_EQ(split_concepts(""), Strings());
  EXPECT_EQ(split_concepts("\"open; a"), Strings{"\"open; a"});
}

TEST(Matrix, EveryWorkHasARowAndEveryConceptACell) {
  const Matrix matrix = fake_matrix();
  ASSERT_EQ(matrix.rows.size(), 2U);
  EXPECT_EQ(matrix.rows[0].work.work, "seoul-declaration-2024");
  ASSERT_EQ(matrix.rows[0].cells.size(), 2U);
  EXPECT_EQ(matrix.rows[0].cells[0].clauses, 2U);
  EXPECT_EQ(matrix.rows[0].cells[0].best, "seoul-declaration-2024/ko#2");
  EXPECT_EQ(matrix.rows[0].cells[1].clauses, 0U);
  EXPECT_EQ(matrix.rows[1].cells[0].clauses, 0U);
  EXPECT_FALSE(matrix.empty());
}

TEST(Matrix, FiltersAndNotes) {
  fake::clear();
  Searcher searcher({"index"});
  Request request;
  request.filters.works = {"shanghai-declaration-2024", "nowhere", "seoul-declaration-2024"};
  request.filters.modalities = {"must"};
  request.expand = Expand::none;
  const Matrix matrix = make_matrix(searcher, request, {"note"});
  ASSERT_EQ(matrix.rows.size(), 2U);  // in the order they were asked for
  EXPECT_EQ(matrix.rows[0].work.work, "shanghai-declaration-2024");
  EXPECT_EQ(matrix.notes,
            (Strings{"the work nowhere has no clause that the filters leave; see jomun-index list", "note: ( is taken as a word"}));
  EXPECT_EQ(fake::requests.at(0).filters.modalities, Strings{"must"});
  EXPECT_EQ(fake::requests.at(0).expand, Expand::none);
  EXPECT_TRUE(matrix.empty());
}

TEST(OutputMatrix, Text) {
  EXPECT_EQ(written(fake_matrix(), MatrixFormat::text), R"(                           safety  隐私 <b>, "x"
seoul-declaration-2024     2 ko#2  –
shanghai-declaration-2024  –       –

nothing about any of these: shanghai-declaration-2024
)");
  // Without room there are no citations, then shorter names.
  EXPECT_EQ(written(fake_matrix(), MatrixFormat::text, 20), R"(                           safety  隐私 <b>, "…
seoul-declaration-2024     2       –
shanghai-declaration-2024  –       –

nothing about any of these: shanghai-declaration-2024
)");
  EXPECT_EQ(written({}, MatrixFormat::text), "");
}

TEST(OutputMatrix, Csv) {
  EXPECT_EQ(written(fake_matrix(), MatrixFormat::csv),
            "work,title,languages,safety,safety: best,\"隐私 <b>, \"\"x\"\"\",\"隐私 <b>, \"\"x\"\": best\"\r\n"
            "seoul-declaration-2024,서울 <선언>,ko zh-Hans,2,seoul-declaration-2024/ko#2,0,\r\n"
            "shanghai-declaration-2024,\"'=上海\uFFFD宣言, \"\"AI\"\"\",fr,0,,0,\r\n");
}

TEST(OutputMatrix, Html) {
  const std::string page = written(fake_matrix(), MatrixFormat::html);
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  EXPECT_NE(page.find("<tr><th scope=\"col\">Work</th><th scope=\"col\">safety</th>"
                      "<th scope=\"col\">隐私 &lt;b&gt;, &quot;x&quot;</th></tr>"),
            std::string::npos);
  EXPECT_NE(page.find("<tr><th scope=\"row\">seoul-declaration-2024<small>서울 &lt;선언&gt;</small><small>ko zh-Hans</small></th>"
                      "<td class=\"some\">2<small>seoul-declaration-2024/ko#2</small></td><td class=\"none\">none</td></tr>"),
            std::string::npos);
  EXPECT_NE(page.find("=上海\uFFFD宣言, &quot;AI&quot;"), std::string::npos);
  EXPECT_NE(page.find("prefers-color-scheme: dark"), std::string::npos);
  EXPECT_EQ(page.find("http"), std::string::npos);  // nothing is loaded
}

TEST(OutputMatrix, Json) {
  const std::string line = written(fake_matrix(), MatrixFormat::json);
  EXPECT_EQ(line.find('\x1b'), std::string::npos);
  const auto json = nlohmann::json::parse(line);
  EXPECT_EQ(json["concepts"], (Strings{"safety", "隐私 <b>, \"x\""}));
  EXPECT_EQ(json["works"][0]["cells"].dump(), R"([{"best":"seoul-declaration-2024/ko#2","clauses":2},{"clauses":0}])");
  EXPECT_EQ(json["works"][1]["title"], "=上海\x1b宣言, \"AI\"");
  EXPECT_EQ(json["works"][1]["languages"], Strings{"fr"});
}

}  // namespace
}  // namespace jomun
