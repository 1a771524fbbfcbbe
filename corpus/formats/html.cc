// Jomun: HTML, saved pages as well as plain markup.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/html.h"

#include <utility>

#include "corpus/formats/encodings.h"
#include "corpus/formats/html_body.h"
#include "corpus/formats/html_metadata.h"
#include "corpus/formats/html_notes.h"
#include "corpus/formats/html_text.h"
#include "corpus/formats/html_tree.h"

namespace jomun {

ExtractedText read_html(std::string_view bytes) {
  const HtmlTree tree(to_utf8(bytes, declared_html_encoding(bytes)).text);
  const HtmlNotes notes = find_html_notes(tree);
  const std::vector<bool> furniture = find_html_furniture(tree, html_titles(tree), notes.notes);
  std::vector<bool> dropped = furniture;
  for (const std::size_t node : notes.dropped) dropped[node] = true;
  HtmlText body = html_text(tree, std::move(dropped), notes.notes);
  ExtractedText result;
  result.found = html_metadata(tree, furniture, body.text);
  result.text = std::move(body.text);
  result.wrapped = body.preformatted;
  return result;
}

}  // namespace jomun
