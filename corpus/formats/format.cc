// Jomun: what kind of file bytes are.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "corpus/formats/containers.h"
#include "corpus/formats/extracted_text.h"
#include "tokenizers/ascii.h"

namespace jomun {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::size_t offset;
  std::string_view bytes;
  const char* refusal;
};

constexpr const char* picture = "is a picture; run text recognition over it and give the text or the PDF that comes out";
constexpr const char* recording = "is a recording; give its transcript as text";
constexpr const char* program = "is a program; leave it out";
constexpr const char* packed = "is compressed; unpack it and give what is in it";
constexpr const char* archive = "is an archive; unpack it and give the files in it";
constexpr const char* database = "is a database; export the texts, for example as JSON Lines";

// The first that fits counts.
constexpr Signature signatures[] = {
    {0, "\x89PNG\r\n\x1A\n"sv, "is a PNG picture; run text recognition over it and give the text or the PDF that comes out"},
    {0, "\xFF\xD8\xFF"sv, "is a JPEG picture; run text recognition over it and give the text or the PDF that comes out"},
    {0, "GIF87a"sv, "is a GIF picture; run text recognition over it and give the text or the PDF that comes out"},
    {0, "GIF89a"sv, "is a GIF picture; run text recognition over it and give the text or the PDF that comes out"},
    {0, "II*\0"sv, "is a TIFF picture; run text recognition over it and give the text or the PDF that comes out"},
    {0, "MM\0*"sv, "is a TIFF picture; run text recognition over it and give the text or the PDF that comes out"},
    {8, "WEBP"sv, "is a WebP picture; run text recognition over it and give the text or the PDF that comes out"},
    {0, "8BPS\0"sv, picture},
    {0, "\0\0\1\0"sv, picture},
    {0, "\0\0\0\x0CjP  \r\n"sv, picture},
    {4, "ftypheic"sv, picture},
    {4, "ftypmif1"sv, picture},
    {4, "ftypavif"sv, picture},
    {0, "AT&TFORM"sv, "is DjVu; convert it to PDF with a text layer, for example with ddjvu and text recognition"},
    {4, "ftyp"sv, recording},
    {8, "WAVE"sv, recording},
    {8, "AVI "sv, recording},
    {0, "OggS\0"sv, recording},
    {0, "fLaC\0"sv, recording},
    {0, "ID3\2"sv, recording},
    {0, "ID3\3"sv, recording},
    {0, "ID3\4"sv, recording},
    {0, "\xFF\xFB"sv, recording},
    {0, "\x1A\x45\xDF\xA3"sv, recording},
    {0,
     "\x7F"
     "ELF"sv,
     program},
    {0, "\xCF\xFA\xED\xFE"sv, program},
    {0, "\xCE\xFA\xED\xFE"sv, program},
    {0, "\xCA\xFE\xBA\xBE"sv, program},
    {0, "\0asm"sv, program},
    {0, "\x1F\x8B"sv, "is compressed with gzip; unpack it: gunzip"},
    {0, "BZh91AY&SY"sv, "is compressed with bzip2; unpack it: bunzip2"},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "is compressed with xz; unpack it: unxz"},
    {0, "\x28\xB5\x2F\xFD"sv, "is compressed with zstd; unpack it: unzstd"},
    {0, "\x1F\x9D"sv, packed},
    {0, "7z\xBC\xAF\x27\x1C"sv, "is a 7-Zip archive; unpack it and give the files in it"},
    {0, "Rar!\x1A\x07"sv, "is a RAR archive; unpack it and give the files in it"},
    {257, "ustar"sv, "is a tar archive; unpack it and give the files in it"},
    {0, "MSCF\0\0\0\0"sv, archive},
    {2, "-lh5-"sv, archive},
    {0, "ITSF\3\0\0\0"sv, "is a compiled help file; unpack it, for example with extract_chmLib, and give the HTML in it"},
    {0, "SQLite format 3\0"sv, database},
    {0, "\0\1\0\0Standard "sv, database},
    {0, "wOFF"sv, "is a font; leave it out"},
    {0, "wOF2"sv, "is a font; leave it out"},
    {0, "%!PS-Adobe"sv, "is PostScript; convert it to PDF: ps2pdf"},
    {0, "{\\rtf"sv, "is RTF; open it in a word processor and save it as DOCX or ODT"},
    {0, "HWP Document File V"sv, "is HWP 3; open it in Hancom Office or LibreOffice and save it as HWPX or DOCX"},
};

// Two letters are no proof; the header they point to is.
bool is_windows_program(std::string_view bytes) {
  constexpr std::size_t at = 0x3C;
  if (!bytes.starts_with("MZ") || bytes.size() < at + 4) return false;
  std::size_t header = 0;
  for (std::size_t i = 4; i-- > 0;) header = header << 8 | static_cast<unsigned char>(bytes[at + i]);
  return header < bytes.size() && bytes.substr(header).starts_with("PE\0\0"sv);
}

bool is_bitmap(std::string_view bytes) {
  return bytes.starts_with("BM") && bytes.substr(std::min<std::size_t>(6, bytes.size())).starts_with("\0\0\0\0"sv);
}

void refuse_by_signature(std::string_view bytes) {
  for (const Signature& signature : signatures) {
    if (bytes.size() < signature.offset || !bytes.substr(signature.offset).starts_with(signature.bytes)) continue;
    const bool is_riff = signature.offset == 8;
    if (!is_riff || bytes.starts_with("RIFF")) throw UnreadableFile(signature.refusal);
  }
  if (is_bitmap(bytes)) throw UnreadableFile(picture);
  if (is_windows_program(bytes)) throw UnreadableFile(program);
}

// Readers of PDF take one with something before it. A text that only names the mark has no end of a PDF.
bool is_pdf(std::string_view bytes) {
  constexpr std::size_t begin = 1024, end = 2048;
  const std::size_t mark = bytes.substr(0, begin).find("%PDF-");
  if (mark == 0 || mark == std::string_view::npos) return mark == 0;
  const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), end));
  return tail.find("startxref") != std::string_view::npos || tail.find("%%EOF") != std::string_view::npos;
}

constexpr std::string_view blanks = "\t\n\f\r ";

// What is ASCII at the begin, in lower case, whatever the encoding: tags of UTF-16 are those of UTF-8 with NUL between.
std::string ascii_head(std::string_view bytes) {
  constexpr std::size_t enough = 8192;
  for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv})
    if (bytes.starts_with(mark)) {
      bytes.remove_prefix(mark.size());
      break;
    }
  std::string head;
  for (const char c : bytes.substr(0, enough))
    if (c != '\0') head += lower_ascii(c);
  return head;
}

// Behind white space, comments, processing instructions and, if asked, a document type.
std::string_view behind_prologue(std::string_view head, bool document_type_too) {
  while (true) {
    head.remove_prefix(std::min(head.find_first_not_of(blanks), head.size()));
    std::string_view end;
    if (head.starts_with("<!--"))
      end = "-->";
    else if (head.starts_with("<?"))
      end = "?>";
    else if (document_type_too && head.starts_with("<!doctype"))
      end = head.find('[') < head.find('>') ? "]>"sv : ">"sv;
    else
      return head;
    const std::size_t found = head.find(end);
    if (found == std::string_view::npos) return {};
    head.remove_prefix(found + end.size());
  }
}

// The name of the tag that begins here, without a prefix; or empty.
std::string_view tag_name(std::string_view head) {
  if (!head.starts_with('<')) return {};
  head.remove_prefix(1);
  const std::size_t end = head.find_first_of("\t\n\f\r />");
  if (end == std::string_view::npos) return {};
  const std::string_view name = head.substr(0, end);
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Tags a page or a piece of one begins with.
bool is_html_tag(std::string_view name) {
  constexpr std::string_view names[] = {"html", "head", "body", "title",   "meta",     "link",     "script", "style", "div",
                                        "p",    "h1",   "h2",   "h3",      "h4",       "table",    "center", "font",  "span",
                                        "ul",   "ol",   "dl",   "article", "main",     "section",  "br",     "b",     "a",
                                        "img",  "pre",  "hr",   "iframe",  "frameset", "noscript", "header", "nav",   "blockquote"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool has_html_tag(std::string_view head) {
  for (std::size_t i = head.find('<'); i != std::string_view::npos; i = head.find('<', i + 1))
    if (is_html_tag(tag_name(head.substr(i)))) return true;
  return false;
}

[[noreturn]] void refuse_xml(std::string_view root) {
  if (root == "hwpml") throw UnreadableFile("is HWPML; open it in Hancom Office and save it as HWPX");
  if (root == "svg") throw UnreadableFile("is an SVG picture; leave it out or give its text");
  if (root == "package" || root == "worddocument") throw UnreadableFile("is Word XML; open it in a word processor and save it as DOCX");
  if (root == "document-content" || root == "document")
    throw UnreadableFile("is an office document in one XML file; open it in a word processor and save it as DOCX or ODT");
  constexpr std::size_t longest = 60;
  const bool printable =
      !root.empty() && root.size() <= longest && std::all_of(root.begin(), root.end(), [](char c) { return c > ' ' && c < 0x7F; });
  throw UnreadableFile(fmt::format("is XML{}, which has no rule what is text; convert it to text, HTML or JSON Lines",
                                   printable ? fmt::format(" of <{}>", root) : std::string()));
}

// A message as mail programs and browsers' "web page, single file" write it.
bool is_message(std::string_view head) {
  const std::string_view fields = head.substr(0, std::min(head.find("\n\n"), head.find("\r\n\r\n")));
  const bool begins_with_field = fields.starts_with("from:") || fields.starts_with("mime-version:") || fields.starts_with("return-path:") ||
                                 fields.starts_with("received:") || fields.starts_with("delivered-to:") || fields.starts_with("date:");
  return begins_with_field && (fields.starts_with("mime-version:") || fields.find("\nmime-version:") != std::string_view::npos);
}

// The first line is an object with a member "text".
bool is_json_lines(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(blanks), bytes.size()));
  if (!bytes.starts_with('{')) return false;
  constexpr std::size_t longest = std::size_t{1} << 24;
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  if (line.size() > longest) return false;
  const auto object = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
  return object.is_object() && object.contains("text");
}

bool is_one_of(std::string_view extension, std::initializer_list<std::string_view> some) {
  return std::find(some.begin(), some.end(), extension) != some.end();
}

}  // namespace

Format detect_format(std::string_view bytes, std::string_view extension_as_given) {
  std::string extension(extension_as_given.starts_with('.') ? extension_as_given.substr(1) : extension_as_given);
  for (char& c : extension) c = lower_ascii(c);

  if (is_pdf(bytes)) return Format::pdf;
  if (is_zip(bytes)) return format_of_zip(bytes);
  if (is_ole(bytes)) return format_of_ole(bytes);
  refuse_by_signature(bytes);

  const std::string head = ascii_head(bytes);
  const std::string_view begin = behind_prologue(head, false);
  if (begin.starts_with("<!doctype html") || tag_name(behind_prologue(head, true)) == "html") return Format::html;
  if (is_one_of(extension, {"jsonl", "ndjson"}) || is_json_lines(bytes)) return Format::json_lines;
  // HTML may stand in Markdown, at its begin too.
  if (is_one_of(extension, {"md", "markdown"})) return Format::markdown;
  const std::string_view tag = tag_name(begin);
  if (head.starts_with("<?xml"))
    if (const std::string_view root = tag_name(behind_prologue(head, true)); !is_html_tag(root)) refuse_xml(root);
  if (is_html_tag(tag)) return Format::html;
  if (tag == "svg" || tag == "hwpml") refuse_xml(tag);
  if (is_message(head)) throw UnreadableFile("is a mail or a page in one file (MHTML); save it as HTML or text");
  if (is_one_of(extension, {"html", "htm", "xhtml", "xht", "shtml"}) && has_html_tag(head)) return Format::html;
  return Format::text;
}

}  // namespace jomun
