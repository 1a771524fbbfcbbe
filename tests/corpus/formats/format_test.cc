// Jomun tests: formats are told by what is in a file, and what is not read is named.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/format.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/formats/extracted_text.h"
#include "tests/corpus/formats/encoded.h"
#include "tests/support/hwp_files.h"
#include "tests/support/make_zip.h"

namespace jomun {
namespace {

using namespace std::string_literals;

using testing::make_zip;
using testing::ole_file;

std::string name_of(Format format) {
  switch (format) {
    case Format::text: return "text";
    case Format::markdown: return "markdown";
    case Format::json_lines: return "json_lines";
    case Format::html: return "html";
    case Format::pdf: return "pdf";
    case Format::docx: return "docx";
    case Format::odt: return "odt";
    case Format::hwpx: return "hwpx";
    case Format::hwp: return "hwp";
  }
  return "none";
}

// The format, or what the refusal says before the semicolon.
std::string told(std::string_view bytes, std::string_view extension = "txt") {
  try {
    return name_of(detect_format(bytes, extension));
  } catch (const UnreadableFile& refused) {
    const std::string message = refused.what();
    EXPECT_NE(message.find("; "), std::string::npos) << message << " says not what to do";
    return message.substr(0, message.find(';'));
  }
}

struct Row {
  std::string bytes;
  std::string extension;
  std::string told;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(told(row.bytes, row.extension), row.told) << row.bytes.substr(0, 80) << " ." << row.extension;
}

TEST(Formats, OfText) {
  check({
      {"", "txt", "text"},
      {"Article 1\n", "", "text"},
      {"Article 1\n", "pdf", "text"},
      {"第一条 总则\n", ".TXT", "text"},
      {"# Heading\n", "md", "markdown"},
      {"# Heading\n", ".Markdown", "markdown"},
      {"# Heading\n", "txt", "text"},
      {"<div align=\"center\">\n\n# Heading\n", "md", "markdown"},
      {"<!-- made by hand -->\n\n# Heading\n", "md", "markdown"},
      {"{\"id\": 1}\n", "jsonl", "json_lines"},
      {"{\"work\": \"w\", \"text\": \"Article 1\"}\n{}\n", "txt", "json_lines"},
      {"\xEF\xBB\xBF{\"text\": \"Article 1\"}", "", "json_lines"},
      {"{\"id\": 1}\n", "txt", "text"},
      {"{\n\"text\": \"over lines\"\n}\n", "json", "text"},
      {"{curly} text\n", "txt", "text"},
      {"a < b and <c>", "txt", "text"},
      {"This is about %PDF-1.7 files.\n", "txt", "text"},
      {"BM is the name of a company\n", "txt", "text"},
      {"MZ is another\n", "txt", "text"},
      {"RIFF, or a music of the WAVE\n", "txt", "text"},
      {"From: here\nto there\n", "txt", "text"},
      {"Date: 2024-05-21\n\nMIME-Version: is not a field here\n", "txt", "text"},
  });
}

TEST(Formats, OfPages) {
  const std::string page = "<html><head><title>宣言</title></head><body><p>第一条</p></body></html>";
  check({
      {"<!DOCTYPE html>\n" + page, "txt", "html"},
      {"<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">" + page, "", "html"},
      {page, "pdf", "html"},
      {" \r\n\t" + page, "", "html"},
      {"<!-- saved from url=(0014)about:internet -->\r\n" + page, "", "html"},
      {"\xEF\xBB\xBF" + page, "", "html"},
      {"\xFF\xFE" + testing::encoded(page, "UTF-16LE"), "", "html"},
      {"\xFE\xFF" + testing::encoded(page, "UTF-16BE"), "", "html"},
      {testing::encoded(page, "UTF-16LE"), "", "html"},
      {testing::encoded(page, "gb18030"), "", "html"},
      {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x.dtd\">\n" + page, "xml",
       "html"},
      {"<?xml version=\"1.0\"?><html:html xmlns:html=\"http://www.w3.org/1999/xhtml\"/>", "", "html"},
      {page, "md", "html"},
      {"<p>第一条</p>", "", "html"},
      {"<h1 class=x>Title</h1>", "", "html"},
      {"Article 1<br>Article 2<br>", "htm", "html"},
      {"Article 1<br>Article 2<br>", "txt", "text"},
      {"Article 1", "html", "text"},
      {"<c> is no tag", "html", "text"},
      {"<!-- never closed", "", "text"},
  });
}

TEST(Formats, OfContainers) {
  const std::string types = "<Types/>", signature = "HWP Document File" + std::string(15, '\0') + "\0\0\0\5"s;
  check({
      {"%PDF-1.4\n%", "txt", "pdf"},
      {"\r\nsome header of mail\n%PDF-1.4\n1 0 obj\nstartxref\n0\n%%EOF", "", "pdf"},
      {make_zip({{"[Content_Types].xml", types}, {"_rels/.rels", "r"}, {"word/document.xml", "x"}}), "zip", "docx"},
      {make_zip({{"word/document2.xml", "x"}, {"[Content_Types].xml", types}}), "", "docx"},
      {make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "x"}}), "", "odt"},
      {make_zip({{"mimetype", "application/vnd.oasis.opendocument.text-template"}}), "", "odt"},
      {make_zip({{"mimetype", "application/hwp+zip"}, {"Contents/section0.xml", "x"}}), "", "hwpx"},
      {make_zip({{"Contents/content.hpf", "x"}}), "", "hwpx"},
      {ole_file({{"FileHeader", signature}, {"DocInfo", "x"}}), "doc", "hwp"},
      {make_zip({{"mimetype", "application/epub+zip"}}), "", "is EPUB"},
      {make_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}), "", "is ODS, a spreadsheet"},
      {make_zip({{"mimetype", "application/vnd.oasis.opendocument.presentation"}}), "", "is ODP, slides"},
      {make_zip({{"[Content_Types].xml", types}, {"xl/workbook.xml", "x"}}), "docx", "is XLSX, a spreadsheet"},
      {make_zip({{"[Content_Types].xml", types}, {"ppt/presentation.xml", "x"}}), "", "is PPTX, slides"},
      {make_zip({{"one.txt", "x"}}), "docx", "is a ZIP archive"},
      {"PK\3\4 and nothing else", "docx", "is a damaged ZIP archive or document: Not a zip archive"},
      {ole_file({{"WordDocument", "x"}}), "hwp", "is DOC, of Word before 2007"},
      {ole_file({{"EncryptedPackage", "x"}, {"EncryptionInfo", "x"}}), "docx", "is encrypted with a password"},
      {ole_file({{"Workbook", "x"}}), "", "is XLS, a spreadsheet"},
      {ole_file({{"PowerPoint Document", "x"}}), "", "is PPT, slides"},
      {ole_file({{"FileHeader", "something else that is long enough"}}), "hwp", "is an OLE container of no known kind"},
  });
  EXPECT_TRUE(told("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and nothing else").starts_with("is a damaged HWP or Office document: "));
}

TEST(Formats, OfWhatIsNotRead) {
  check({
      {"HWP Document File V3.00 \x1A\1\2\3\4\5", "hwp", "is HWP 3"},
      {"<?xml version=\"1.0\" encoding=\"UTF-8\"?><HWPML Version=\"2.1\"><HEAD/>", "hml", "is HWPML"},
      {"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?><w:wordDocument>", "xml", "is Word XML"},
      {"<?xml version=\"1.0\"?><Law Era=\"Heisei\">", "xml", "is XML of <law>, which has no rule what is text"},
      {"<?xml version=\"1.0\"?>", "xml", "is XML, which has no rule what is text"},
      {"{\\rtf1\\ansi", "doc", "is RTF"},
      {"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>", "mht", "is a mail or a page in one file (MHTML)"},
      {"From: <Saved by a browser>\nSubject: x\nMIME-Version: 1.0\n\n<html>", "mht", "is a mail or a page in one file (MHTML)"},
      {"\x89PNG\r\n\x1A\n\0\0"s, "txt", "is a PNG picture"},
      {"\xFF\xD8\xFF\xE0\0\x10JFIF"s, "pdf", "is a JPEG picture"},
      {"GIF89a\1\0"s, "", "is a GIF picture"},
      {"II*\0\x08"s, "", "is a TIFF picture"},
      {"RIFF\1\1\1\1WEBPVP8 ", "", "is a WebP picture"},
      {"BM\x36\x10\0\0\0\0\0\0\x36"s, "", "is a picture"},
      {"RIFF\1\1\1\1WAVEfmt ", "", "is a recording"},
      {"ID3\3\0\0"s, "", "is a recording"},
      {"\0\0\0\x18"
       "ftypmp42"s,
       "", "is a recording"},
      {"\x7F"
       "ELF\2\1\1"s,
       "", "is a program"},
      {"MZ" + std::string(58, '\0') + "\x40\0\0\0PE\0\0"s, "", "is a program"},
      {"\x1F\x8B\x08\0"s, "", "is compressed with gzip"},
      {"BZh91AY&SY", "", "is compressed with bzip2"},
      {"\xFD"
       "7zXZ\0"s,
       "", "is compressed with xz"},
      {"\x28\xB5\x2F\xFD\4", "", "is compressed with zstd"},
      {"7z\xBC\xAF\x27\x1C\0"s, "", "is a 7-Zip archive"},
      {"Rar!\x1A\x07\1", "", "is a RAR archive"},
      {"one.txt" + std::string(250, '\0') + "ustar  ", "", "is a tar archive"},
      {"SQLite format 3\0"s, "", "is a database"},
      {"%!PS-Adobe-3.0\n", "", "is PostScript"},
  });
}

}  // namespace
}  // namespace jomun
