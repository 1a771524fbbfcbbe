// Jomun: the metadata at the begin of a Markdown file.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/declaration.h"

namespace jomun {

struct MarkdownFrontMatter {
  std::size_t end = 0;  // where the text begins
  Metadata found;
};

// The YAML between two lines "---" at the very begin, of which only "key: value" on one line is read: title, date, language or lang,
// source, source_url or url, issuer or publisher. Lists, maps and values over several lines are passed over. Two rules ("---") around what
// is not of that form are no front matter. Thread-safe, linear.
MarkdownFrontMatter read_markdown_front_matter(std::string_view utf8);

}  // namespace jomun
