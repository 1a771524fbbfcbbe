// Jomun: a file of any format into text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/extract.h"

#include <stdexcept>

#include "corpus/formats/docx.h"
#include "corpus/formats/encodings.h"
#include "corpus/formats/html.h"
#include "corpus/formats/hwp.h"
#include "corpus/formats/hwpx.h"
#include "corpus/formats/markdown.h"
#include "corpus/formats/odt.h"
#include "corpus/formats/pdf.h"

namespace jomun {

ExtractedText extract_text(std::string_view bytes, Format format) {
  switch (format) {
    case Format::text: return {to_utf8(bytes, "").text, true, {}};
    case Format::markdown: return read_markdown(to_utf8(bytes, "").text);
    case Format::html: return read_html(bytes);
    case Format::pdf: return read_pdf(bytes);
    case Format::docx: return read_docx(bytes);
    case Format::odt: return read_odt(bytes);
    case Format::hwpx: return read_hwpx(bytes);
    case Format::hwp: return read_hwp(bytes);
    case Format::json_lines: break;
  }
  throw std::logic_error("JSON Lines have clauses, not text");
}

}  // namespace jomun
