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
//   2. bytes that are well-formed UTF-8, ASCII among them, whatever is declared: text in another encoding is hardly ever valid UTF-8 by
//      chance, but pages are often saved as UTF-8 with their old declaration. This is one check, at the speed of reading. Left to the next
//      step are a NUL among the first 4096 bytes (UTF-16 without a mark) and the escapes of ISO 2022 (ISO-2022-JP);
//   3. the encoding in which the bytes are the likeliest text: of those usual in East Asia, UTF-16 and UTF-32 without a mark, Windows-1252,
//      the declared one and the one uchardet has in mind. A declaration counts for much, but not against the text: nearly all bytes are
//      valid in nearly all encodings, so being valid proves little. Costs about 0.1 ms, and for files over 64 KB no more than 10 ms.
//
// A head or meta element in the text still says what it said. Throws UnreadableFile when none is left, with the offset of the first byte
// that is wrong where one encoding is clearly meant.
Utf8Text to_utf8(std::string_view bytes, std::string_view declared);

// The label in <?xml version="1.0" encoding="..."?>, in lower case. It stands at the very begin, only a byte order mark of UTF-8 before it.
// Empty: none.
std::string declared_xml_encoding(std::string_view bytes);

// The label in <meta charset="..."> or <meta http-equiv="content-type" content="...; charset=..."> among the first 1024 bytes, found as the
// HTML standard's prescan does: comments, other tags and attributes are skipped. In lower case. An XML head counts where
// there is no meta. Empty: none.
std::string declared_html_encoding(std::string_view bytes);

}  // namespace jomun
