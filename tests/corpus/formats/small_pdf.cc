// Jomun tests: PDF files of a few lines.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/corpus/formats/small_pdf.h"

#include <fmt/format.h>

namespace jomun::testing {

std::string pdf_of(const std::vector<std::string>& objects, std::string_view trailer) {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    offsets.push_back(pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t table = pdf.size();
  pdf += fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (const std::size_t offset : offsets) pdf += fmt::format("{:010} 00000 n \n", offset);
  pdf += fmt::format("trailer\n<< /Size {} /Root 1 0 R {} >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, trailer, table);
  return pdf;
}

std::string stream_of(std::string_view content) { return fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content); }

std::string composite_font(std::string_view name, std::string_view ordering, std::string_view encoding, std::string_view widths,
                           std::string_view more) {
  return fmt::format(
      "<< /Type /Font /Subtype /Type0 /BaseFont /{0} /Encoding /{2} {4} /DescendantFonts [ << /Type /Font /Subtype /CIDFontType0 /BaseFont "
      "/{0} /CIDSystemInfo << /Registry (Adobe) /Ordering ({1}) /Supplement 2 >> /DW 1000 /W {3} /FontDescriptor << /Type /FontDescriptor "
      "/FontName /{0} /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >> ] >>",
      name, ordering, encoding, widths, more);
}

std::string pdf_with(const std::vector<std::string>& contents, std::string_view info, std::string_view trailer) {
  std::string kids;
  constexpr std::size_t first = 7;
  for (std::size_t i = 0; i < contents.size(); ++i) kids += fmt::format("{} 0 R ", first + 2 * i);
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      fmt::format(
          "<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>",
          kids, contents.size()),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      composite_font("STSong-Light", "GB1", "UniGB-UCS2-H"),
      composite_font("HeiseiMin-W3", "Japan1", "UniJIS-UCS2-V"),
      std::string(info),
  };
  for (std::size_t i = 0; i < contents.size(); ++i) {
    objects.push_back(fmt::format("<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>", first + 2 * i + 1));
    objects.push_back(stream_of(contents[i]));
  }
  return pdf_of(objects, trailer);
}

std::string show(std::string_view text, int left, int down, int size) {
  return fmt::format("BT /F1 {} Tf {} {} Td ({}) Tj ET\n", size, left, 800 - down, text);
}

std::string show_hex(std::string_view font, std::string_view digits, int left, int down, int size) {
  return fmt::format("BT /{} {} Tf {} {} Td <{}> Tj ET\n", font, size, left, 800 - down, digits);
}

}  // namespace jomun::testing
