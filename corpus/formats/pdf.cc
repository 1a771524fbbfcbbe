// Jomun: PDF.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf.h"

#include <poppler-document.h>
#include <poppler-font.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/formats/pdf_furniture.h"
#include "corpus/formats/pdf_layout.h"
#include "corpus/formats/pdf_paragraphs.h"
#include "corpus/layout.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

void drop_message(const std::string&, void*) {}

bool is_surrogate(char32_t unit, char32_t first) { return unit >= first && unit < first + 0x400; }

void append(std::string& text, char32_t c) {
  const auto byte = [&text](char32_t value) { text += static_cast<char>(value); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
  }
}

// UTF-16 without controls.
std::string utf8(const poppler::ustring& units) {
  std::string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t c = units[i];
    if (is_surrogate(c, 0xD800) && i + 1 < units.size() && is_surrogate(units[i + 1], 0xDC00)) {
      c = 0x10000 + ((c - 0xD800) << 10) + (units[++i] - 0xDC00U);
    } else if (is_surrogate(c, 0xD800) || is_surrogate(c, 0xDC00)) {
      c = replacement_character;
    }
    if (c >= 0x20 && c != 0x7F && c != 0xFEFF) append(text, c);
  }
  return text;
}

// Poppler takes the upper middle of a vertical character's cell, which it is placed by, for the end of the cell and for its edge.
void move_to_cell(PlacedWord& word) {
  constexpr std::array<std::array<double, 2>, 4> moves{{{1, 0.5}, {-0.5, 1}, {-1, -0.5}, {0.5, -1}}};
  const auto [x, y] = moves[static_cast<std::size_t>(word.turn)];
  word.box.left += x * word.size;
  word.box.right += x * word.size;
  word.box.top += y * word.size;
  word.box.bottom += y * word.size;
}

void add_word(const poppler::text_box& box, std::vector<PlacedWord>& words) {
  const std::string text = utf8(box.text());
  const poppler::rectf bounds = box.bbox();
  PlacedWord word;
  word.box = {bounds.left(), bounds.top(), bounds.right(), bounds.bottom()};
  word.turn = box.rotation() & 3;
  word.size = box.get_font_size();
  if (!(word.size > 0)) word.size = word.turn % 2 == 0 ? word.box.height() : word.box.width();
  if (!text.empty() && box.has_font_info() && box.get_wmode() == poppler::text_box::vertical_wmode) move_to_cell(word);
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    // A soft hyphen is printed: only the end of a line can tell what it is. Between letters it is a hyphen.
    if (next.value == 0xAD) {
      word.text += i + next.bytes < text.size() ? std::string_view("-") : std::string_view(text).substr(i, next.bytes);
    } else if (!is_blank(next.value)) {
      word.text.append(text, i, next.bytes);
    }
    i += next.bytes;
  }
  if (!word.text.empty()) words.push_back(std::move(word));
}

// Poppler copies the list of the page's fonts for each word, which many fonts would fill the memory with: then sizes are those of boxes.
int text_options(const poppler::document& document, int page) {
  constexpr std::size_t most_fonts = 60;
  const std::unique_ptr<poppler::font_iterator> fonts(document.create_font_iterator(page));
  return fonts && fonts->has_next() && fonts->next().size() > most_fonts ? 0 : poppler::page::text_list_include_font;
}

LaidOutPage read_page(const poppler::page& page, int options, std::size_t& bytes) {
  const poppler::rectf rectangle = page.page_rect();
  const bool upright = page.orientation() == poppler::page::portrait || page.orientation() == poppler::page::upside_down;
  PlacedPage placed;
  placed.width = upright ? rectangle.width() : rectangle.height();
  placed.height = upright ? rectangle.height() : rectangle.width();
  for (const poppler::text_box& box : page.text_list(options)) {
    add_word(box, placed.words);
    if (placed.words.empty()) continue;
    bytes += placed.words.back().text.size();
    if (bytes > most_extracted_bytes) throw UnreadableFile("has more text than can be read; split it");
  }
  LaidOutPage laid_out{placed.width, placed.height, {}};
  laid_out.lines = lay_out(std::move(placed));
  return laid_out;
}

// A title somebody wrote, and not what a program made of the name of a file.
std::string sensible_title(std::string title) {
  title = std::string(trim(title));
  constexpr std::size_t longest = 300;
  if (title.empty() || title.size() > longest || title.find("\uFFFD") != std::string::npos) return {};
  // "Microsoft Word - draft 3.doc"; a word in Latin letters alone is a name, "Untitled", "A-RES-70-1", "draft.pdf".
  if (title.compare(0, 10, "Microsoft ") == 0 && title.find(" - ") != std::string::npos) return {};
  const bool ascii = std::all_of(title.begin(), title.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii && title.find(' ') == std::string::npos) return {};
  const std::size_t dot = title.rfind('.');
  const auto is_alphanumeric = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (dot != std::string::npos && title.size() - dot > 2 && title.size() - dot <= 6 &&
      std::all_of(title.begin() + static_cast<std::ptrdiff_t>(dot) + 1, title.end(), is_alphanumeric))
    return {};
  if (title.find('\\') != std::string::npos || title.find("//") != std::string::npos) return {};
  for (std::size_t i = 0; i < title.size();) {
    const Decoded next = decode(title, i);
    const CharacterClass kind = character(next.value).kind;
    if (is_cjk(kind) || (kind == CharacterClass::word && (next.value < U'0' || next.value > U'9'))) return title;
    i += next.bytes;
  }
  return {};
}

std::unique_ptr<poppler::document> open_document(std::string_view bytes) {
  [[maybe_unused]] static const bool quiet = (poppler::set_debug_error_function(drop_message, nullptr), true);
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw UnreadableFile("is a PDF of more than 2 GB; split it");
  std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) throw UnreadableFile("is not a PDF, or a damaged one; open it in a PDF reader and save it again");
  if (document->is_locked()) throw UnreadableFile("is encrypted; save a copy without password");
  return document;
}

}  // namespace

ExtractedText read_pdf(std::string_view bytes) {
  const std::unique_ptr<poppler::document> document = open_document(bytes);
  const int count = document->pages();
  if (count <= 0) throw UnreadableFile("is a PDF without pages, or a damaged one; open it in a PDF reader and save it again");
  std::vector<LaidOutPage> pages;
  std::size_t read = 0;
  for (int i = 0; i < count; ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page) pages.push_back(read_page(*page, text_options(*document, i), read));
  }
  if (pages.empty()) throw UnreadableFile("is a PDF without pages, or a damaged one; open it in a PDF reader and save it again");
  remove_furniture(pages);
  ExtractedText result;
  result.text = text_of(std::move(pages));
  // Pages that were scanned may have numbers in type.
  if (result.text.empty()) throw UnreadableFile("has no text, only pictures; run character recognition on it first");
  result.found.title = sensible_title(utf8(document->get_title()));
  return result;
}

}  // namespace jomun
