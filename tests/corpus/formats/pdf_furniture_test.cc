// Jomun tests: running heads, running feet and page numbers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf_furniture.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace jomun::testing {
namespace {

struct Placed {
  std::string text;
  double top;
};

LaidOutPage page_with(const std::vector<Placed>& lines) {
  LaidOutPage page{600, 900, {}};
  for (const Placed& line : lines) {
    PlacedLine& added = page.lines.emplace_back();
    added.text = line.text;
    added.size = 10;
    added.box = {50, line.top, 50 + 5 * static_cast<double>(line.text.size()), line.top + 10};
  }
  return page;
}

// What is left on all pages.
std::string kept(std::vector<LaidOutPage> pages) {
  remove_furniture(pages);
  std::string result;
  for (const LaidOutPage& page : pages)
    for (const PlacedLine& line : page.lines) result += line.text + ";";
  return result;
}

// Pages with a body of two lines, and a line at the head or foot.
std::vector<LaidOutPage> pages_with(std::size_t count, double top, const std::function<std::string(std::size_t)>& furniture) {
  std::vector<LaidOutPage> pages;
  for (std::size_t i = 0; i < count; ++i)
    pages.push_back(page_with(
        {{"body " + std::string(1, static_cast<char>('a' + i)), 100}, {"text " + std::to_string(i * i), 115}, {furniture(i), top}}));
  return pages;
}

const std::string four_bodies = "body a;text 0;body b;text 1;body c;text 4;body d;text 9;";

TEST(PdfFurniture, GoesInAnyForm) {
  const std::vector<std::vector<std::string>> forms = {
      {"12", "13", "14", "15"},
      {"- 9 -", "- 10 -", "- 11 -", "- 12 -"},
      {"第 1 页", "第 2 页", "第 3 页", "第 4 页"},
      {"1/34", "2/34", "3/34", "4/34"},
      {"12쪽", "13쪽", "14쪽", "15쪽"},
      {"viii", "ix", "x", "xi"},
      {"九", "十", "十一", "十二"},
      {"１２", "１３", "１４", "１５"},
      {"Page 7 of 99", "Page 8 of 99", "Page 9 of 99", "Page 10 of 99"},
      {"Act No. 7 of 1999", "Act No. 7 of 1999", "Act No. 7 of 1999", "Act No. 7 of 1999"},
      {"数据安全法 1", "数据安全法 2", "数据安全法 3", "数据安全法 4"},
  };
  for (const auto& form : forms)
    for (const double top : {30.0, 850.0})
      EXPECT_EQ(kept(pages_with(4, top, [&](std::size_t i) { return form[i]; })), four_bodies) << form[0] << " at " << top;
}

TEST(PdfFurniture, HasLevels) {
  std::vector<LaidOutPage> pages;
  for (int i = 0; i < 4; ++i)
    pages.push_back(page_with({{"Official Gazette", 20},
                               {"Part " + std::to_string(i + 3), 20},
                               {"Ministry of Justice", 33},
                               {"body " + std::string(1, static_cast<char>('a' + i)), 80},
                               {"x", 850}}));
  EXPECT_EQ(kept(pages), "body a;body b;body c;body d;");
}

TEST(PdfFurniture, AlternatesOnLeftAndRightPages) {
  EXPECT_EQ(kept(pages_with(6, 30, [](std::size_t i) { return i % 2 == 0 ? "The Title" : "The Author"; })),
            four_bodies + "body e;text 16;body f;text 25;");
}

TEST(PdfFurniture, IsLowerOnTheFirstPage) {
  std::vector<LaidOutPage> pages = pages_with(4, 30, [](std::size_t) { return "The Title"; });
  pages[0].lines[2].box.top += 8;
  pages[0].lines[2].box.bottom += 8;
  EXPECT_EQ(kept(pages), four_bodies);
}

TEST(PdfFurniture, HasNamesOfShortChapters) {
  const std::vector<std::string> heads = {"Chapter 1: Terms 1", "Chapter 2: Scope 2", "Chapter 2: Scope 3", "Chapter 2: Scope 4"};
  EXPECT_EQ(kept(pages_with(4, 30, [&](std::size_t i) { return heads[i]; })), four_bodies);
}

TEST(PdfFurniture, IsNotTheTitleItRepeats) {
  std::vector<LaidOutPage> pages = pages_with(4, 30, [](std::size_t) { return "The Title"; });
  pages[0].lines[2].size = 18;
  pages[0].lines[2].box.bottom += 8;
  EXPECT_EQ(kept(pages), "body a;text 0;The Title;body b;text 1;body c;text 4;body d;text 9;");
}

TEST(PdfFurniture, OfTwoPagesIsNumbersThatCountAndWhatIsPrintedTwice) {
  const std::string two_bodies = "body a;text 0;body b;text 1;";
  for (const double top : {30.0, 850.0}) {
    EXPECT_EQ(kept(pages_with(2, top, [](std::size_t i) { return "- " + std::to_string(i + 1) + " -"; })), two_bodies);
    EXPECT_EQ(kept(pages_with(2, top, [](std::size_t i) { return "第 " + std::to_string(i + 1) + " 页 共 2 页"; })), two_bodies);
  }
  // The first or last one may be a title or a signature.
  const auto title = [](std::size_t) { return "The Title"; };
  EXPECT_EQ(kept(pages_with(2, 30, title)), "body a;text 0;The Title;body b;text 1;");
  EXPECT_EQ(kept(pages_with(2, 850, title)), "body a;text 0;body b;text 1;The Title;");
  const auto article = [](std::size_t i) { return "Article " + std::to_string(i + 1); };
  EXPECT_EQ(kept(pages_with(2, 30, article)), "body a;text 0;Article 1;body b;text 1;Article 2;");
}

TEST(PdfFurniture, StaysWhenUnsure) {
  // Numbers that do not count up with the pages are those of the text.
  const std::vector<std::string> articles = {"Article 3", "Article 9", "Article 10", "Article 28"};
  EXPECT_NE(kept(pages_with(4, 30, [&](std::size_t i) { return articles[i]; })), four_bodies);
  // The same words at the begin of some pages, close to what follows.
  std::vector<LaidOutPage> pages;
  for (int i = 0; i < 9; ++i)
    pages.push_back(
        page_with({{i % 3 == 0 ? "Continued:" : "other " + std::string(1, static_cast<char>('a' + i)), 50}, {"next", 65}, {"last", 80}}));
  EXPECT_EQ(kept(pages).find("Continued:"), 0u);
  // A line repeated in the middle of pages.
  pages.clear();
  for (int i = 0; i < 4; ++i)
    pages.push_back(page_with(
        {{std::string(1, static_cast<char>('a' + i)), 50}, {"(omitted)", 400}, {std::string(1, static_cast<char>('p' + i)), 800}}));
  EXPECT_EQ(kept(pages), "a;(omitted);p;b;(omitted);q;c;(omitted);r;d;(omitted);s;");
}

TEST(PdfFurniture, NeedsNoLines) {
  std::vector<LaidOutPage> pages(5);
  remove_furniture(pages);
  EXPECT_EQ(pages.size(), 5u);
}

}  // namespace
}  // namespace jomun::testing
