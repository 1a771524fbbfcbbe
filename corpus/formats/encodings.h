// Jomun: text in any usual encoding into UTF-8.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything here is thread-safe and linear. Only conversions without a single error count: nothing is replaced or left out.

#pragma once

#include <string>
#include <string_view>

namespace jomun {

struct Utf8Text {
  std::string text;      // well-formed UTF-8 without byte order mark; line ends and NUL as in the file
  std::string encoding;  // as people know it: "UTF-8", "UTF-16LE", "GB18030", "Big5-HKSCS", "CP949", "CP932", "EUC-JP", "Windows-1252"...
};

// `declared` is the label a page, an XML head or a server gives, or empty; labels mean what the WHATWG Encoding Standard says (gb2312 is
// GB18030, euc-kr is CP949), those nobody knows count as none. In order:
//
//   1. a byte order mark;
//   2. bytes that are all ASCII or well-formed UTF-8, whatever is declared: text in another encoding is hardly ever valid UTF-8 by
//      chance, but pages are often saved as UTF-8 with their old declaration. ISO-2022-JP is ASCII with escapes and told before;
//   3. the declared encoding, where all bytes are valid in it;
//   4. UTF-16 and UTF-32 without a mark, by where the NUL stand;
//   5. the encoding of East Asia or Windows-1252 in which all bytes are valid and the text is likeliest.
//
// Throws UnreadableFile when none is left, with the offset of the first byte that is wrong where one encoding is clearly meant.
Utf8Text to_utf8(std::string_view bytes, std::string_view declared);

// The label in <?xml version="1.0" encoding="..."?>, which stands at the very begin; a byte order mark of UTF-8 may stand before it. Empty:
// none. "utf-16" is none too, since what can be read as ASCII is not UTF-16.
std::string declared_xml_encoding(std::string_view bytes);

// The label in <meta charset="..."> or <meta http-equiv="content-type" content="...; charset=..."> among the first 1024 bytes, found as the
// HTML standard's prescan does: comments, other tags and attributes are skipped. An XML head counts where there is no meta. Empty: none.
std::string declared_html_encoding(std::string_view bytes);

}  // namespace jomun
