// Jomun: one encoding into code points, strictly.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace jomun {

struct Encoding {
  std::string name;       // as people and iconv know it
  std::string converter;  // ICU's name of the one converter that is meant

  bool operator==(const Encoding&) const = default;
};

namespace encodings {
// Names and converters were checked against ICU 72.
inline const Encoding utf_8{"UTF-8", "UTF-8"};
inline const Encoding utf_16le{"UTF-16LE", "UTF-16LE"}, utf_16be{"UTF-16BE", "UTF-16BE"};
inline const Encoding utf_32le{"UTF-32LE", "UTF-32LE"}, utf_32be{"UTF-32BE", "UTF-32BE"};
inline const Encoding gb18030{"GB18030", "gb18030"};             // GBK and GB2312 are parts of it
inline const Encoding big5{"Big5-HKSCS", "ibm-1375_P100-2008"};  // ICU's "Big5-HKSCS" is older and has no characters beyond U+FFFF
inline const Encoding cp949{"CP949", "windows-949-2000"};        // ICU's "EUC-KR" has 2,350 of 11,172 syllables
inline const Encoding cp932{"CP932", "ibm-943_P15A-2003"};       // Shift_JIS with the extensions of NEC and IBM
inline const Encoding euc_jp{"EUC-JP", "euc-jp-2007"};           // with JIS X 0212
inline const Encoding iso_2022_jp{"ISO-2022-JP", "ISO_2022,locale=ja,version=3"};  // with JIS X 0212 and half-width katakana
inline const Encoding windows_1252{"Windows-1252", "ibm-5348_P100-1997"};
}  // namespace encodings

// What a label means: by the WHATWG Encoding Standard and, beyond it, the aliases of Microsoft and ICU's names of single-byte encodings
// that begin with ASCII. Case and white space around it do not matter. Thread-safe.
std::optional<Encoding> find_encoding(std::string_view label);

// Reads bytes from begin to end. Ill-formed and unassigned sequences are counted and left out; so are those that stand for nothing but a
// control of C1 or a place ICU's tables keep for bytes without meaning. Not thread-safe; different objects are independent: each owns a
// converter of ICU, which takes under a microsecond to open, once the table has been loaded (0.1 ms).
class Converter {
 public:
  // `bytes` must outlive this. Not `complete`: more would follow, so a sequence cut by the end is no error.
  Converter(const Encoding& encoding, std::string_view bytes, bool complete);
  ~Converter();
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // The next code points, some thousand at most, valid until the next call; false at the end. May be empty before the end.
  bool next(std::u32string_view& code_points);

  std::size_t errors() const { return errors_; }
  std::size_t first_error() const { return first_error_; }  // its offset in bytes; with errors() only

 private:
  struct State;

  void count_error(std::size_t offset);

  std::unique_ptr<State> state_;
  std::string_view bytes_;
  std::size_t position_ = 0;
  bool complete_, ended_ = false;
  std::size_t errors_ = 0, first_error_ = 0;
};

}  // namespace jomun
