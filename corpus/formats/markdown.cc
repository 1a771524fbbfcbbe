// Jomun: Markdown into text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/formats/markdown_blocks.h"
#include "corpus/formats/markdown_front_matter.h"
#include "corpus/formats/markdown_inline.h"

namespace jomun {
namespace {

std::string_view trim_spaces(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\f\v"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t\r\f\v") + 1 - begin);
}

// Puts lines below each other.
class Writer {
 public:
  void add(std::string_view line, bool after_blank) {
    if (trim_spaces(line).empty()) return;
    const bool row = line.find('\t') != std::string_view::npos;
    if (!row) line = trim_spaces(line);
    if (!text_.empty() && (after_blank || row != row_)) text_ += '\n';
    text_ += line;
    text_ += '\n';
    row_ = row;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool row_ = false;
};

// The lines of a block, ends of lines between them.
std::string text_of(const MarkdownBlock& block, MarkdownReferences& references) {
  if (block.kind == MarkdownBlockKind::code) {
    std::string code = block.raw;
    std::replace(code.begin(), code.end(), '\t', ' ');
    return code;
  }
  if (block.kind != MarkdownBlockKind::row) return read_markdown_inline(block.raw, references);
  std::string row;
  for (std::size_t begin = 0; begin <= block.raw.size();) {
    const std::size_t end = std::min(block.raw.find('\t', begin), block.raw.size());
    std::string cell = read_markdown_inline(std::string_view(block.raw).substr(begin, end - begin), references);
    std::replace(cell.begin(), cell.end(), '\n', ' ');
    if (begin > 0) row += '\t';
    row += trim_spaces(cell);
    begin = end + 1;
  }
  return row;
}

void write(const MarkdownBlock& block, std::string_view prefix, MarkdownReferences& references, Writer& writer) {
  const std::string text = text_of(block, references);
  if (trim_spaces(text).empty()) return;
  bool after_blank = block.after_blank || block.kind == MarkdownBlockKind::heading;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    writer.add(begin == 0 ? fmt::format("{}{}", prefix, line) : std::string(line), after_blank);
    after_blank = false;
    begin = end + 1;
  }
}

}  // namespace

ExtractedText read_markdown(std::string_view utf8) {
  MarkdownFrontMatter front = read_markdown_front_matter(utf8);
  auto [blocks, references] = read_markdown_blocks(utf8.substr(front.end));
  Writer writer;
  std::unordered_map<std::string, std::vector<const MarkdownBlock*>> notes;
  std::vector<std::string> defined;
  for (const MarkdownBlock& block : blocks) {
    if (block.note.empty()) {
      write(block, block.prefix, references, writer);
      continue;
    }
    std::vector<const MarkdownBlock*>& note = notes[block.note];
    if (note.empty()) defined.push_back(block.note);
    note.push_back(&block);
  }
  // Those without a mark in the text come last. Notes may have notes.
  bool first = true;
  const auto write_notes = [&, &references = references](std::size_t i) {
    for (; i < references.cited.size(); ++i) {
      std::string prefix = fmt::format("[{}] ", i + 1);
      for (const MarkdownBlock* block : notes[references.cited[i]]) {
        MarkdownBlock line = *block;
        line.after_blank = std::exchange(first, false);
        write(line, prefix + block->prefix, references, writer);
        prefix.clear();
      }
    }
    return i;
  };
  std::size_t written = write_notes(0);
  for (const std::string& label : defined) {
    references.cite(label);
    written = write_notes(written);
  }

  ExtractedText result;
  result.text = writer.take();
  std::erase(result.text, '\0');
  if (result.text.size() > most_extracted_bytes)
    throw UnreadableFile(fmt::format("has more than {} bytes of text; split it", most_extracted_bytes));
  result.found = std::move(front.found);
  return result;
}

}  // namespace jomun
