// Jomun: what kind of document a container of files holds.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/containers.h"

#include <fmt/format.h>
#include <gsf/gsf.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "corpus/formats/extracted_text.h"

namespace jomun {
namespace {

using namespace std::string_view_literals;

using Zip = std::unique_ptr<zip_t, decltype(&zip_discard)>;

[[noreturn]] void refuse_damaged_zip(zip_error_t& error) {
  const std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  throw UnreadableFile(
      fmt::format("is a damaged ZIP archive or document: {}; fetch it again, or open it in its program and save it anew", reason));
}

Zip open_zip(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) refuse_damaged_zip(error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    zip_source_free(source);
    refuse_damaged_zip(error);
  }
  zip_error_fini(&error);
  return {archive, zip_discard};
}

// The begin of the entry OpenDocument, HWPX and EPUB say their type in; empty where there is none.
std::string media_type(zip_t* archive) {
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive, "mimetype", 0), zip_fclose);
  if (!file) return {};
  std::array<char, 128> begin;
  const zip_int64_t size = zip_fread(file.get(), begin.data(), begin.size());
  std::string type(begin.data(), static_cast<std::size_t>(std::max<zip_int64_t>(size, 0)));
  type.resize(type.find_last_not_of("\r\n ") + 1);
  return type;
}

bool has_folder(zip_t* archive, std::string_view folder) {
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  for (zip_int64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
        name != nullptr && std::string_view(name).starts_with(folder))
      return true;
  return false;
}

bool has_entry(zip_t* archive, const char* name) { return zip_name_locate(archive, name, 0) >= 0; }

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

using Object = std::unique_ptr<void, decltype(&g_object_unref)>;

// Whether the stream HWP 5 puts its version in says that it is one.
bool is_hwp(GsfInfile* files) {
  const Object header(gsf_infile_child_by_name(files, "FileHeader"), g_object_unref);
  if (!header) return false;
  constexpr std::string_view signature = "HWP Document File";
  std::array<guint8, signature.size()> begin{};
  return gsf_input_read(GSF_INPUT(header.get()), begin.size(), begin.data()) != nullptr &&
         std::equal(signature.begin(), signature.end(), begin.begin(), [](char a, guint8 b) { return static_cast<guint8>(a) == b; });
}

}  // namespace

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\3\4"sv) || bytes.starts_with("PK\5\6"sv) || bytes.starts_with("PK\7\x08"sv);
}

Format format_of_zip(std::string_view bytes) {
  const Zip archive = open_zip(bytes);
  const std::string type = media_type(archive.get());
  constexpr std::string_view open_document = "application/vnd.oasis.opendocument.";
  if (type.starts_with(open_document)) {
    const std::string_view kind = std::string_view(type).substr(open_document.size());
    if (kind.starts_with("text")) return Format::odt;
    throw UnreadableFile(kind.starts_with("spreadsheet")    ? "is ODS, a spreadsheet; export its texts, for example as JSON Lines"
                         : kind.starts_with("presentation") ? "is ODP, slides; save them as PDF"
                                                            : "is an OpenDocument drawing; save it as PDF");
  }
  if (type == "application/hwp+zip" || has_entry(archive.get(), "Contents/content.hpf")) return Format::hwpx;
  if (type == "application/epub+zip") throw UnreadableFile("is EPUB; unpack it and give the XHTML files in it");
  if (has_entry(archive.get(), "[Content_Types].xml")) {
    if (has_folder(archive.get(), "word/")) return Format::docx;
    if (has_folder(archive.get(), "xl/")) throw UnreadableFile("is XLSX, a spreadsheet; export its texts, for example as JSON Lines");
    if (has_folder(archive.get(), "ppt/")) throw UnreadableFile("is PPTX, slides; save them as PDF");
  }
  if (has_entry(archive.get(), "Index/Document.iwa")) throw UnreadableFile("is a document of Apple iWork; export it as DOCX or PDF");
  throw UnreadableFile("is a ZIP archive; unpack it and give the files in it");
}

bool is_ole(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }

Format format_of_ole(std::string_view bytes) {
  const Object input(gsf_input_memory_new(reinterpret_cast<const guint8*>(bytes.data()), static_cast<gsf_off_t>(bytes.size()), FALSE),
                     g_object_unref);
  GError* error = nullptr;
  const Object files(gsf_infile_msole_new(GSF_INPUT(input.get()), &error), g_object_unref);
  if (!files) {
    const std::string reason = error != nullptr ? error->message : "no directory";
    g_clear_error(&error);
    throw UnreadableFile(
        fmt::format("is a damaged HWP or Office document: {}; fetch it again, or open it in its program and save it anew", reason));
  }
  GsfInfile* const infile = GSF_INFILE(files.get());
  if (is_hwp(infile)) return Format::hwp;
  for (const OleKind& kind : ole_kinds)
    if (const Object entry(gsf_infile_child_by_name(infile, kind.entry), g_object_unref); entry) throw UnreadableFile(kind.refusal);
  throw UnreadableFile("is an OLE container of no known kind; open it in its program and save it as DOCX, ODT or PDF");
}

}  // namespace jomun
