// Jomun: XML as a stream of elements and text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   XmlReader xml(std::move(source), "word/document.xml");
//   while (xml.next()) {
//     if (xml.starts("t")) ...
//   }

#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/formats/byte_source.h"

struct _xmlTextReader;
struct _xmlNode;

namespace jomun {

// Reads in one pass and constant memory: a document is never held as a tree. Opens nothing, knows no entities but those of XML
// itself, and throws UnreadableFile for what is not well-formed, has a document type declaration (no office format has one, and
// entities that grow need one), or is nested more than 256 deep; and for more than 256 attributes or namespaces of an element and 20,000
// names, as these take the parser quadratic time. One object belongs to one thread.
class XmlReader {
 public:
  enum class Kind : std::uint8_t { start, end, text };

  // `name` is the part's, for messages. REQUIRES: source.
  XmlReader(std::unique_ptr<ByteSource> source, std::string name);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  // To the next start, end or text; false at the end of the document. <a/> has a start and an end too.
  bool next();
  // The same, and false at the end of the element of this depth. From its start:
  //   for (const std::size_t depth = xml.depth(); xml.next_inside(depth);)
  bool next_inside(std::size_t depth) { return next() && !(kind_ == Kind::end && depth_ == depth); }
  // From a start to the end that belongs to it.
  void skip();

  // All views live until the next call of next() or skip().
  Kind kind() const { return kind_; }
  std::string_view name() const { return name_; }  // of an element, without prefix
  std::string_view name_space() const;             // of an element, its address
  std::string_view text() const;                   // of a text, UTF-8
  // The value of the first attribute of this name, whatever its prefix.
  std::optional<std::string_view> attribute(std::string_view name) const;
  std::string_view attribute_or(std::string_view name, std::string_view otherwise) const { return attribute(name).value_or(otherwise); }
  std::size_t depth() const { return depth_; }  // of the element: 0 for the root
  std::size_t line() const;                     // of the document, from 1, that has been read up to

  bool starts(std::string_view name) const { return kind_ == Kind::start && name_ == name; }
  bool ends(std::string_view name) const { return kind_ == Kind::end && name_ == name; }

 private:
  struct Close {
    void operator()(_xmlTextReader* reader) const;
  };
  static int read(void* self, char* out, int size);
  void count_attributes(std::string_view bytes);
  void count_names();
  static void keep_error(void* self, void* error);
  [[noreturn]] void fail();

  std::unique_ptr<ByteSource> source_;
  std::string part_;
  std::unique_ptr<_xmlTextReader, Close> reader_;
  std::exception_ptr thrown_;  // by the source, inside the parser
  std::string error_;
  Kind kind_ = Kind::text;
  std::string_view name_;
  const _xmlNode* node_ = nullptr;
  std::size_t depth_ = 0;
  bool end_due_ = false;         // of an empty element
  bool in_tag_ = false;          // in the bytes read so far
  char quote_ = '\0';            // of the attribute value they end in
  std::size_t attributes_ = 0;   // of the tag they end in
  std::size_t name_spaces_ = 0;  // declared by the open elements
};

// The text of the elements of this name in a part of a file; empty where `source` is null.
std::string text_of_elements(std::unique_ptr<ByteSource> source, const std::string& part, std::string_view element);

// The first `most` bytes of `utf8`, or somewhat fewer: no code point is cut. For names and labels, which a file repeats at will.
std::string_view shortened(std::string_view utf8, std::size_t most);

// A decimal integer that is the whole of `text`, and no larger than a million in either direction.
std::optional<int> parse_integer(std::string_view text);

}  // namespace jomun
