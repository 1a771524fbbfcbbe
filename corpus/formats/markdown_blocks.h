// Jomun: the paragraphs, items and rows of Markdown.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/markdown_inline.h"

namespace jomun {

enum class MarkdownBlockKind : std::uint8_t { paragraph, heading, code, row };

struct MarkdownBlock {
  MarkdownBlockKind kind;
  std::string prefix;  // of items: "1. " as written, "• "
  std::string raw;     // with the marks inside; the cells of a row are parted by tabs, a line of code is one block
  bool after_blank = false;
  std::string note;  // the label of the footnote it is part of
};

struct MarkdownBlocks {
  std::vector<MarkdownBlock> blocks;
  MarkdownReferences references;
};

// The blocks of `utf8`, which is a document without front matter, in one pass. Comments and scripts are left out. Linear, thread-safe.
MarkdownBlocks read_markdown_blocks(std::string_view utf8);

}  // namespace jomun
