// Jomun: what kind of document a container of files holds.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/containers.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "corpus/formats/extracted_text.h"
#include "corpus/formats/ole_container.h"
#include "corpus/formats/zip_archive.h"

namespace jomun {
namespace {

using namespace std::string_view_literals;

// The begin of the entry OpenDocument, HWPX and EPUB say their type in; empty where there is none.
std::string media_type(ZipArchive& archive) {
  const std::unique_ptr<ByteSource> entry = archive.open("mimetype");
  if (!entry) return {};
  std::array<char, 128> begin;
  std::string type(begin.data(), entry->read(begin.data(), begin.size()));
  type.resize(type.find_last_not_of("\r\n ") + 1);
  return type;
}

struct OleKind {
  const char* entry;
  const char* refusal;
};
constexpr OleKind ole_kinds[] = {
    {"EncryptedPackage", "is encrypted with a password; open it and save it without"},
    {"WordDocument", "is DOC, of Word before 2007; open it in a word processor and save it as DOCX or ODT"},
    {"Workbook", "is XLS, a spreadsheet; export its texts, for example as JSON Lines"},
    {"Book", "is XLS, a spreadsheet; export its texts, for example as JSON Lines"},
    {"PowerPoint Document", "is PPT, slides; save them as PDF"},
    {"__properties_version1.0", "is a mail of Outlook; save it as HTML or text"},
};

}  // namespace

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\3\4"sv) || bytes.starts_with("PK\5\6"sv) || bytes.starts_with("PK\7\x08"sv);
}

Format format_of_zip(std::string_view bytes) {
  ZipArchive archive(bytes);
  const std::string type = media_type(archive);
  const std::vector<std::string> names = archive.names();
  const auto has_entry = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  const auto has_folder = [&](std::string_view folder) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name.starts_with(folder); });
  };
  constexpr std::string_view open_document = "application/vnd.oasis.opendocument.";
  if (type.starts_with(open_document)) {
    const std::string_view kind = std::string_view(type).substr(open_document.size());
    if (kind.starts_with("text")) return Format::odt;
    throw UnreadableFile(kind.starts_with("spreadsheet")    ? "is ODS, a spreadsheet; export its texts, for example as JSON Lines"
                         : kind.starts_with("presentation") ? "is ODP, slides; save them as PDF"
                                                            : "is an OpenDocument drawing; save it as PDF");
  }
  if (type == "application/hwp+zip" || has_entry("Contents/content.hpf")) return Format::hwpx;
  if (type == "application/epub+zip") throw UnreadableFile("is EPUB; unpack it and give the XHTML files in it");
  if (has_entry("[Content_Types].xml")) {
    if (has_folder("word/")) return Format::docx;
    if (has_folder("xl/")) throw UnreadableFile("is XLSX, a spreadsheet; export its texts, for example as JSON Lines");
    if (has_folder("ppt/")) throw UnreadableFile("is PPTX, slides; save them as PDF");
  }
  if (has_entry("Index/Document.iwa")) throw UnreadableFile("is a document of Apple iWork; export it as DOCX or PDF");
  throw UnreadableFile("is a ZIP archive; unpack it and give the files in it");
}

bool is_ole(std::string_view bytes) { return OleContainer::is_container(bytes); }

Format format_of_ole(std::string_view bytes) {
  const OleContainer container(bytes);
  if (container.has("FileHeader") && container.read("FileHeader")->starts_with("HWP Document File")) return Format::hwp;
  for (const OleKind& kind : ole_kinds)
    if (container.has(kind.entry)) throw UnreadableFile(kind.refusal);
  throw UnreadableFile("is an OLE container of no known kind; open it in its program and save it as DOCX, ODT or PDF");
}

}  // namespace jomun
