// Jomun tests: PDF.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <thread>

#include "tests/corpus/formats/small_pdf.h"

namespace jomun::testing {
namespace {

// The message of the refusal.
std::string refusal(std::string_view bytes) {
  try {
    return "read: " + read_pdf(bytes).text;
  } catch (const UnreadableFile& error) {
    return error.what();
  }
}

TEST(Pdf, IsParagraphs) {
  const ExtractedText read =
      read_pdf(pdf_with({show("A heading", 50, 50, 16) + show("The first paragraph goes on in the", 50, 80) +
                         show("line that follows it, and ends.", 50, 95) + show("The second one is shorter.", 50, 110)}));
  EXPECT_EQ(read.text, "A heading\n\nThe first paragraph goes on in the line that follows it, and ends.\nThe second one is shorter.\n");
  EXPECT_FALSE(read.wrapped);
  EXPECT_EQ(read.found.title, "");
  EXPECT_EQ(read.found.date, "");
}

TEST(Pdf, HasNoFurniture) {
  std::vector<std::string> pages;
  for (int i = 0; i < 4; ++i)
    pages.push_back(show("Act on Data", 250, 30, 8) + show(fmt::format("Section {} is about something", "abcd"[i]), 50, 90) +
                    show(fmt::format("- {} -", i + 7), 290, 780, 8));
  EXPECT_EQ(read_pdf(pdf_with(pages)).text,
            "Section a is about something\nSection b is about something\nSection c is about something\nSection d is about something\n");
}

// Needs poppler-data.
TEST(Pdf, ReadsFontsOfEastAsiaThatItDoesNotContain) {
  EXPECT_EQ(read_pdf(pdf_with({show_hex("F2", "7B2C4E006761", 50, 50)})).text, "第一条\n");
}

TEST(Pdf, ReadsVerticalLinesFromRightToLeft) {
  // 第一条　この / 法は、
  EXPECT_EQ(read_pdf(pdf_with({show_hex("F3", "6CD5306F3001", 284, 100) + show_hex("F3", "7B2C4E0067613000304B306E", 300, 100)})).text,
            "第一条 かの法は、\n");
}

TEST(Pdf, MayBeTurned) {
  std::string pdf = pdf_with({show("This page is turned", 50, 50) + show("by a quarter", 50, 65)});
  pdf.replace(pdf.find("/MediaBox"), 9, "/Rotate 90 /MediaBox");
  EXPECT_EQ(read_pdf(pdf).text, "This page is turned by a quarter\n");
}

TEST(Pdf, TitleIsOneOnlyWhereSomebodyWroteIt) {
  struct Row {
    std::string_view info, title;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"<< /Title (The Seoul Declaration) >>", "The Seoul Declaration"},
           {"<< /Title <FEFF7B2C4E006761> >>", "第一条"},
           {"<< /Title (Microsoft Word - The Declaration.doc) >>", ""},
           {"<< /Title (the declaration final.docx) >>", ""},
           {"<< /Title (Untitled) >>", ""},
           {"<< /Title (A-RES-70-1) >>", ""},
           {"<< /Title (  ) >>", ""},
           {"<< /Title (2024 05 21) >>", ""},
           {"<< /Title (C:\\\\text\\\\the declaration) >>", ""},
           {"<< /CreationDate (D:20240521) >>", ""},
       }) {
    const ExtractedText read = read_pdf(pdf_with({show("text", 50, 50)}, row.info));
    EXPECT_EQ(read.found.title, row.title) << row.info;
    EXPECT_EQ(read.found.date, "") << row.info;
  }
}

TEST(Pdf, SaysWhatIsWrong) {
  const std::string damaged = "is not a PDF, or a damaged one; open it in a PDF reader and save it again";
  const std::string no_pages = "is a PDF without pages, or a damaged one; open it in a PDF reader and save it again";
  const std::string pictures = "has no text, only pictures; run character recognition on it first";
  const std::string good = pdf_with({show("text", 50, 50)});
  EXPECT_EQ(refusal(""), damaged);
  EXPECT_EQ(refusal("This is plain text, and not short."), damaged);
  EXPECT_EQ(refusal(good.substr(0, 40)), damaged);
  EXPECT_EQ(refusal(pdf_with({})), no_pages);
  EXPECT_EQ(refusal(pdf_with({"0 0 m 10 10 l S", ""})), pictures);
  EXPECT_EQ(refusal(pdf_with({show("  ", 50, 50)})), pictures);
  EXPECT_EQ(refusal(pdf_with({show("1", 290, 780), show("2", 290, 780), show("3", 290, 780), show("4", 290, 780)})), pictures);
  const std::string zeros(64, '0');
  EXPECT_EQ(refusal(pdf_with(
                {show("text", 50, 50)}, "<< >>",
                fmt::format("/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{0}> /U <{0}> >> /ID [<00> <00>]", zeros))),
            "is encrypted; save a copy without password");
}

// Hostile files are read or refused, and end.
TEST(Pdf, TakesNoHarmFromItsPageTree) {
  const std::string page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>";
  for (const std::string_view pages : {
           "<< /Type /Pages /Kids [2 0 R] /Count 1 >>",                       // its own child
           "<< /Type /Pages /Kids [3 0 R 2 0 R 3 0 R] /Count 2000000000 >>",  // more pages than there can be
           "<< /Type /Pages /Kids [3 0 R] /Count -5 >>",
           "<< /Type /Pages /Kids [9 0 R] /Count 1 >>",  // a page that is not there
       })
    EXPECT_EQ(refusal(pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", std::string(pages), page})).substr(0, 5).find("read:"),
              std::string::npos)
        << pages;
}

TEST(Pdf, ReadsPagesOfAnySize) {
  for (const std::string_view box : {"[0 0 1e30 1e30]", "[0 0 0 0]", "[-1e9 -1e9 1e9 1e9]", "[5 5 nan 4]"}) {
    std::string pdf = pdf_with({show("text", 50, 50)});
    const std::string_view usual = "[0 0 600 800]";
    pdf.replace(pdf.find(usual), usual.size(), box);
    refusal(pdf);
  }
}

TEST(Pdf, ReadsPagesWithVeryManyFonts) {
  std::string pdf = pdf_with({show("The text", 50, 50) + show("Another", 50, 80)});
  std::string fonts;
  for (int i = 0; i < 200; ++i) fonts += fmt::format("/A{0} << /Type /Font /Subtype /Type1 /BaseFont /Font{0} >> ", i);
  pdf.insert(pdf.find("/F1 3 0 R"), fonts);
  EXPECT_EQ(read_pdf(pdf).text, "The text Another\n");
}

TEST(Pdf, IsReadInManyThreads) {
  const std::string pdf =
      pdf_with({show("The same text", 50, 50) + show_hex("F2", "7B2C4E006761", 50, 70), show("is read by all", 50, 50)});
  const std::string expected = read_pdf(pdf).text;
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& text : found)
    threads.emplace_back([&pdf, &text] {
      for (int i = 0; i < 20; ++i) text = read_pdf(pdf).text;
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : found) EXPECT_EQ(text, expected);
}

}  // namespace
}  // namespace jomun::testing
