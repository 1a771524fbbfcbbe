// Jomun tests: the shipped declarations have the same clauses in every encoding that can hold them, as pages, documents and in print.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/catalogue.h"
#include "corpus/layout.h"
#include "corpus/reader.h"
#include "tests/corpus/formats/encoded.h"
#include "tests/corpus/formats/typeset_pdf.h"
#include "tests/support/make_zip.h"
#include "tests/support/texts.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

std::vector<std::string> clauses_of(const std::string& bytes, const Input& input) {
  std::vector<std::string> result;
  for (const Version& version : read_document(bytes, input.file.filename().string(), input.metadata))
    for (const Clause& clause : version.clauses) result.push_back(version.citation(clause) + "\n" + clause.text.text());
  return result;
}

TEST(Declarations, HaveTheSameClausesInEveryEncoding) {
  std::size_t clauses = 0, converted = 0;
  for (const Input& input : find_inputs(std::filesystem::path(JOMUN_SOURCE_DIR) / "corpus/declarations")) {
    const std::string text = testing::read_file(input.file);
    const std::vector<std::string> expected = clauses_of(text, input);
    clauses += expected.size();
    for (const char* encoding : {"gb18030", "ibm-1375_P100-2008", "windows-949-2000", "ibm-943_P15A-2003", "euc-jp-2007", "UTF-16",
                                 "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"}) {
      const std::string bytes = testing::encoded(text, encoding);
      if (bytes.empty()) continue;
      ++converted;
      EXPECT_EQ(clauses_of(bytes, input), expected) << input.file << " in " << encoding;
    }
  }
  EXPECT_EQ(clauses, 69U);
  EXPECT_GE(converted, 5U * 6);  // all in GB18030 and Unicode, some in others
}

// The headings and paragraphs that a text was split into, as a word processor or a page has them.
struct Block {
  std::string text;
  bool heading = false;
};
std::vector<Block> blocks_of(const std::vector<Version>& versions) {
  std::vector<Block> blocks;
  std::vector<std::string> path;
  for (const Version& version : versions) {
    blocks.push_back({version.metadata.title, true});
    for (const Clause& clause : version.clauses) {
      bool same = true;
      for (std::size_t i = 0; i < clause.path.size(); ++i) {
        same = same && i < path.size() && path[i] == clause.path[i];
        if (!same) blocks.push_back({clause.path[i], true});
      }
      path = clause.path;
      std::istringstream lines((clause.label.empty() ? "" : clause.label + " ") + clause.text.text());
      for (std::string line; std::getline(lines, line);) blocks.push_back({line});
    }
  }
  return blocks;
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return result;
}

std::string page_of(const std::vector<Block>& blocks) {
  std::string page = "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>";
  for (const Block& block : blocks) page += (block.heading ? "<h2>" : "<p>") + escaped(block.text) + (block.heading ? "</h2>\n" : "</p>\n");
  return page + "</body></html>";
}

std::string document_of(const std::vector<Block>& blocks) {
  std::string document = R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)";
  for (const Block& block : blocks)
    document += std::string("<w:p>") + (block.heading ? R"(<w:pPr><w:outlineLvl w:val="0"/></w:pPr>)" : "") +
                R"(<w:r><w:t xml:space="preserve">)" + escaped(block.text) + "</w:t></w:r></w:p>";
  return testing::make_zip({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document + "</w:body></w:document>"}});
}

std::vector<std::string> labelled_texts(const std::vector<Version>& versions) {
  std::vector<std::string> result;
  for (const Version& version : versions)
    for (const Clause& clause : version.clauses) result.push_back(clause.label + "\n" + clause.text.text());
  return result;
}

TEST(Declarations, HaveTheSameClausesAsPagesAndDocuments) {
  for (const Input& input : find_inputs(std::filesystem::path(JOMUN_SOURCE_DIR) / "corpus/declarations")) {
    const std::vector<Version> versions = read_document(testing::read_file(input.file), input.file.filename().string(), input.metadata);
    const std::vector<std::string> expected = labelled_texts(versions);
    const std::vector<Block> blocks = blocks_of(versions);
    // The page of excerpts is not one without its lines of attribution; then a heading in it is a paragraph.
    EXPECT_THAT(labelled_texts(read_document(page_of(blocks), "page.html", {})), ::testing::IsSupersetOf(expected)) << input.file;
    EXPECT_THAT(labelled_texts(read_document(document_of(blocks), "document.docx", {})), ::testing::IsSupersetOf(expected)) << input.file;
  }
}

// Where a line ends beside an ideograph, nothing on a page tells whether a space stood there.
std::vector<std::string> without_spaces_beside_ideographs(std::vector<std::string> texts) {
  for (std::string& text : texts) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool goes =
          text[i] == ' ' && i > 0 && i + 1 < text.size() && !needs_space(decode_before(text, i).value, decode(text, i + 1).value);
      if (!goes) result += text[i];
    }
    text = std::move(result);
  }
  return texts;
}

TEST(Declarations, HaveTheSameClausesAsPrintedPages) {
  using testing::Fonts;
  for (const Input& input : find_inputs(std::filesystem::path(JOMUN_SOURCE_DIR) / "corpus/declarations")) {
    const std::vector<Version> versions = read_document(testing::read_file(input.file), input.file.filename().string(), input.metadata);
    const std::vector<std::string> expected = without_spaces_beside_ideographs(labelled_texts(versions));
    const std::string& language = input.metadata.language;
    std::vector<testing::PrintedParagraph> paragraphs;
    for (const Block& block : blocks_of(versions)) paragraphs.push_back({block.text, block.heading});
    for (const Fonts fonts : {language == "zh-Hant" ? Fonts::traditional
                              : language == "ko"    ? Fonts::korean
                                                    : Fonts::simplified,
                              Fonts::numbered})
      for (const unsigned columns : {1U, 2U})
        for (const double indent : {0.0, 2.0})
          for (const bool justified : {false, true}) {
            const testing::Typesetting typesetting{fonts, columns, 10.5, indent, indent > 0 ? 0 : 0.6, justified};
            const std::string file = testing::typeset_pdf(paragraphs, versions.front().metadata.title, typesetting);
            const auto found = without_spaces_beside_ideographs(labelled_texts(read_document(file, "printed.pdf", {})));
            EXPECT_THAT(found, ::testing::IsSupersetOf(expected))
                << input.file << " in " << columns << " columns, indent " << indent << (justified ? ", justified" : "");
          }
  }
}

}  // namespace
}  // namespace jomun
