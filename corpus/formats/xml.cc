// Jomun: XML as a stream of elements and text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/xml.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "corpus/formats/extracted_text.h"

namespace jomun {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

}  // namespace

void XmlReader::Close::operator()(_xmlTextReader* reader) const { xmlFreeTextReader(reader); }

XmlReader::~XmlReader() = default;

XmlReader::XmlReader(std::unique_ptr<ByteSource> source, std::string name) : source_(std::move(source)), part_(std::move(name)) {
  static const bool initialized = (xmlInitParser(), true);
  static_cast<void>(initialized);
  reader_.reset(xmlReaderForIO(&XmlReader::read, nullptr, this, nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_COMPACT));
  if (reader_ == nullptr) fail();
  xmlTextReaderSetStructuredErrorHandler(
      reader_.get(), [](void* self, xmlErrorPtr error) { keep_error(self, error); }, this);
}

int XmlReader::read(void* self, char* out, int size) {
  auto& reader = *static_cast<XmlReader*>(self);
  try {
    const std::size_t count = reader.source_->read(out, static_cast<std::size_t>(size));
    reader.count_attributes({out, count});
    return static_cast<int>(count);
  } catch (...) {
    reader.thrown_ = std::current_exception();
    return -1;
  }
}

// No value of an attribute has a '<', so what looks like a tag inside of a comment confuses no longer than to the next one.
void XmlReader::count_attributes(std::string_view bytes) {
  constexpr std::size_t most = 256;
  for (const char c : bytes) {
    if (c == '<') {
      in_tag_ = true;
      quote_ = '\0';
      attributes_ = 0;
    } else if (!in_tag_) {
      continue;
    } else if (quote_ != '\0') {
      if (c == quote_) quote_ = '\0';
    } else if (c == '"' || c == '\'') {
      quote_ = c;
    } else if (c == '>' || c == '!' || c == '?') {
      in_tag_ = false;
    } else if (c == '=' && ++attributes_ > most) {
      throw UnreadableFile(
          fmt::format("{} has an element with too many attributes; open the file in its program and save it again", part_));
    }
  }
}

void XmlReader::count_names() {
  constexpr std::size_t most = 256;
  constexpr int most_names = 20000;
  std::size_t own = 0;
  for (const xmlNs* each = node_->nsDef; each != nullptr; each = each->next) ++own;
  name_spaces_ = kind_ == Kind::end ? name_spaces_ - std::min(own, name_spaces_) : name_spaces_ + own;
  const bool many_names = node_->doc != nullptr && node_->doc->dict != nullptr && xmlDictSize(node_->doc->dict) > most_names;
  if (name_spaces_ > most || many_names)
    throw UnreadableFile(fmt::format("{} has too many names or namespaces; open the file in its program and save it again", part_));
}

void XmlReader::keep_error(void* self, void* error) {
  const auto& what = *static_cast<const xmlError*>(error);
  auto& reader = *static_cast<XmlReader*>(self);
  // The first is the cause. A prefix without namespace, and others of the kind, do no harm.
  if (what.level != XML_ERR_FATAL || !reader.error_.empty()) return;
  std::string_view message = what.message == nullptr ? "not well-formed" : what.message;
  while (!message.empty() && message.back() == '\n') message.remove_suffix(1);
  reader.error_ = fmt::format("line {}: {}", what.line, message);
}

void XmlReader::fail() {
  if (thrown_) std::rethrow_exception(thrown_);
  throw UnreadableFile(fmt::format("{} is not well-formed XML ({}); open the file in its program and save it again", part_,
                                   error_.empty() ? "no text where it should begin, or too much in one place" : error_));
}

bool XmlReader::next() {
  if (end_due_) {
    end_due_ = false;
    kind_ = Kind::end;
    count_names();
    return true;
  }
  for (;;) {
    const int result = xmlTextReaderRead(reader_.get());
    if (result < 0 || thrown_) fail();
    if (result == 0) {
      if (node_ == nullptr || !error_.empty()) fail();
      return false;
    }
    switch (xmlTextReaderNodeType(reader_.get())) {
      case XML_READER_TYPE_ELEMENT: kind_ = Kind::start; break;
      case XML_READER_TYPE_END_ELEMENT: kind_ = Kind::end; break;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: kind_ = Kind::text; break;
      case XML_READER_TYPE_DOCUMENT_TYPE:
        throw UnreadableFile(
            fmt::format("{} declares a document type, which no document of this format does; "
                        "open the file in its program and save it again",
                        part_));
      default: continue;
    }
    node_ = xmlTextReaderCurrentNode(reader_.get());
    depth_ = static_cast<std::size_t>(xmlTextReaderDepth(reader_.get()));
    if (kind_ != Kind::text) {
      name_ = view(node_->name);
      count_names();
    }
    end_due_ = kind_ == Kind::start && xmlTextReaderIsEmptyElement(reader_.get()) == 1;
    return true;
  }
}

void XmlReader::skip() {
  for (const std::size_t depth = depth_; next_inside(depth);) {
  }
}

std::string_view XmlReader::name_space() const { return node_->ns == nullptr ? std::string_view() : view(node_->ns->href); }

std::string_view XmlReader::text() const { return view(node_->content); }

std::optional<std::string_view> XmlReader::attribute(std::string_view name) const {
  for (const xmlAttr* attribute = node_->properties; attribute != nullptr; attribute = attribute->next) {
    if (view(attribute->name) == name) return attribute->children == nullptr ? std::string_view() : view(attribute->children->content);
  }
  return std::nullopt;
}

std::string_view shortened(std::string_view utf8, std::size_t most) {
  if (utf8.size() <= most) return utf8;
  while (most > 0 && (static_cast<unsigned char>(utf8[most]) & 0xC0) == 0x80) --most;
  return utf8.substr(0, most);
}

std::size_t XmlReader::line() const {
  const int line = xmlTextReaderGetParserLineNumber(reader_.get());
  return line < 0 ? 0 : static_cast<std::size_t>(line);
}

std::optional<int> parse_integer(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < -1'000'000 || value > 1'000'000) return std::nullopt;
  return value;
}

std::string text_of_elements(std::unique_ptr<ByteSource> source, const std::string& part, std::string_view element) {
  if (!source) return {};
  XmlReader xml(std::move(source), part);
  std::string text;
  bool inside = false;
  while (xml.next()) {
    if (xml.kind() != XmlReader::Kind::text) {
      inside = xml.starts(element);
    } else if (inside) {
      text += xml.text();
    }
  }
  return text;
}

}  // namespace jomun
