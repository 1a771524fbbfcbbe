// Jomun tests: PDF files of texts, set as a book or an office would.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/corpus/formats/typeset_pdf.h"

#include <fmt/format.h>

#include <cstddef>
#include <string_view>
#include <utility>

#include "corpus/layout.h"
#include "tests/corpus/formats/encoded.h"
#include "tests/corpus/formats/small_pdf.h"
#include "tokenizers/characters.h"

namespace jomun::testing {
namespace {

constexpr double page_width = 595, page_height = 842, margin = 72, gutter = 24, leading = 1.6, heading_size = 1.3;

// Half as wide as an ideograph. The fonts of texts have ASCII as CID 1 to 95.
bool is_narrow(char32_t c) { return c < 0x7F; }
constexpr std::string_view widths_of_cids = "[ 1 95 500 ]", widths_of_numbers = "[ 32 126 500 ]";

double width_of(std::u32string_view text) {
  double width = 0;
  for (const char32_t c : text) width += is_narrow(c) ? 0.5 : 1;
  return width;
}

std::u32string code_points(std::string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    result += next.value;
    i += next.bytes;
  }
  return result;
}

// What is not divided at the end of a line.
struct Unit {
  std::u32string text;
  bool spaced = false;  // a space stands before it
};

std::vector<Unit> units_of(const std::string& text) {
  constexpr std::u32string_view opening = U"(（「『《〈“‘【[";
  std::vector<Unit> units;
  bool spaced = false;
  for (const char32_t c : code_points(text)) {
    if (is_blank(c)) {
      spaced = true;
      continue;
    }
    const char32_t last = units.empty() || spaced ? U' ' : units.back().text.back();
    const bool breaks = (is_ideographic(c) || is_ideographic(last)) && !is_closing(c) && opening.find(last) == std::u32string_view::npos;
    if (last == U' ' || breaks) units.push_back({{}, std::exchange(spaced, false)});
    units.back().text += c;
  }
  return units;
}

struct Line {
  std::vector<Unit> units;
  double width = 0;
};

std::vector<Line> lines_of(const std::string& text, double room, double indent) {
  std::vector<Line> lines(1);
  lines.back().width = indent;
  for (Unit& unit : std::vector<Unit>(units_of(text))) {
    const double width = width_of(unit.text), space = unit.spaced && !lines.back().units.empty() ? 0.5 : 0;
    if (lines.back().width + space + width > room && !lines.back().units.empty()) {
      lines.emplace_back();
      unit.spaced = false;
    }
    lines.back().width += width + (unit.spaced ? 0.5 : 0);
    lines.back().units.push_back(std::move(unit));
  }
  return lines;
}

// The fonts F1, F2 and F3 are those of GB1, CNS1 and Korea1; F4 is the one with a table.
class Press {
 public:
  explicit Press(const Typesetting& typesetting)
      : set_(typesetting), column_((page_width - 2 * margin - (set_.columns - 1) * gutter) / set_.columns) {}

  std::string print(const std::vector<PrintedParagraph>& paragraphs, const std::string& running_head) {
    for (const PrintedParagraph& paragraph : paragraphs) {
      const double size = paragraph.heading ? set_.size * heading_size : set_.size;
      down_ += (paragraph.heading ? 1 : set_.between) * set_.size;
      const double indent = paragraph.heading ? 0 : set_.indent;
      const std::vector<Line> lines = lines_of(paragraph.text, column_ / size, indent);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        step(leading * size);
        const double free = column_ - lines[i].width * size;
        const std::size_t gaps = lines[i].units.size() - 1;
        const bool stretched = set_.justified && i + 1 < lines.size() && gaps > 0;
        show_line(lines[i], left() + (i == 0 ? indent * size : 0), size, stretched ? free / static_cast<double>(gaps) : 0);
      }
    }
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const std::u32string number = code_points(fmt::format("- {} -", i + 1));
      show(pages_[i], code_points(running_head), margin, margin / 2, 0.8 * set_.size);
      show(pages_[i], number, (page_width - width_of(number) * set_.size) / 2, page_height - margin / 2, set_.size);
    }
    return file();
  }

 private:
  double left() const { return margin + position_ * (column_ + gutter); }

  void step(double distance) {
    if (!pages_.empty() && down_ + distance <= page_height - margin) {
      down_ += distance;
      return;
    }
    if (pages_.empty() || ++position_ == set_.columns) {
      pages_.emplace_back();
      position_ = 0;
    }
    down_ = margin + distance;
  }

  void show_line(const Line& line, double left, double size, double stretch) {
    std::u32string run;
    for (const Unit& unit : line.units) {
      if (unit.spaced) run += U' ';
      run += unit.text;
      if (stretch == 0) continue;
      show(pages_.back(), run, left, down_, size);
      left += width_of(run) * size + stretch;
      run.clear();
    }
    if (!run.empty()) show(pages_.back(), run, left, down_, size);
  }

  void show(std::string& page, std::u32string_view text, double left, double down, double size) {
    page += fmt::format("BT {:.3f} {:.3f} Td ", left, page_height - down);
    int font = 0;
    std::string digits;
    const auto flush = [&] {
      if (!digits.empty()) page += fmt::format("/F{} {:.3f} Tf <{}> Tj ", font, size, digits);
      digits.clear();
    };
    for (const char32_t c : text) {
      const int next = font_of(c);
      if (next != font) flush();
      font = next;
      digits += fmt::format("{:04X}", static_cast<unsigned>(c));
    }
    flush();
    page += "ET\n";
  }

  int font_of(char32_t c) const {
    const auto is_in = [c](const char* encoding) { return !encoded(utf8(c), encoding).empty(); };
    switch (set_.fonts) {
      case Fonts::numbered: return 4;
      case Fonts::traditional: return is_in("ibm-1375_P100-2008") ? 2 : 1;
      case Fonts::korean: return is_in("windows-949-2000") ? 3 : 1;
      case Fonts::simplified: break;
    }
    return 1;
  }

  static std::string utf8(char32_t c) {
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    return {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
  }

  std::string file() const {
    constexpr std::size_t first = 8;
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i) kids += fmt::format("{} 0 R ", first + 2 * i);
    const auto known = [](std::string_view name, std::string_view ordering, std::string_view encoding) {
      return composite_font(name, ordering, encoding, widths_of_cids);
    };
    std::vector<std::string> objects = {
        "<< /Type /Catalog /Pages 2 0 R >>",
        fmt::format("<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 {} {}] /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R "
                    "/F4 6 0 R >> >> >>",
                    kids, pages_.size(), page_width, page_height),
        known("STSong-Light", "GB1", "UniGB-UTF16-H"),
        known("MSung-Light", "CNS1", "UniCNS-UTF16-H"),
        known("HYSMyeongJo-Medium", "Korea1", "UniKS-UTF16-H"),
        composite_font("Unknown", "Identity", "Identity-H", widths_of_numbers, "/ToUnicode 7 0 R"),
        stream_of("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Table def /CMapType 2 def 1 begincodespacerange "
                  "<0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"),
    };
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      objects.push_back(fmt::format("<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>", first + 2 * i + 1));
      objects.push_back(stream_of(pages_[i]));
    }
    return pdf_of(objects);
  }

  const Typesetting& set_;
  double column_;
  std::vector<std::string> pages_;
  unsigned position_ = 0;  // of the column on its page
  double down_ = 0;
};

}  // namespace

std::string typeset_pdf(const std::vector<PrintedParagraph>& paragraphs, const std::string& running_head, const Typesetting& typesetting) {
  return Press(typesetting).print(paragraphs, running_head);
}

}  // namespace jomun::testing
