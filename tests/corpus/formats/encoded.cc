// Jomun tests: text in other encodings than UTF-8.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/corpus/formats/encoded.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace jomun::testing {

std::string encoded(std::string_view utf8, const char* converter) {
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  UErrorCode error = U_ZERO_ERROR;
  UConverter* to = ucnv_open(converter, &error);
  if (U_FAILURE(error)) throw std::runtime_error(std::string("no converter ") + converter);
  ucnv_setFromUCallBack(to, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  std::string bytes(static_cast<std::size_t>(text.length()) * 8 + 16, '\0');
  const std::int32_t size =
      ucnv_fromUChars(to, bytes.data(), static_cast<std::int32_t>(bytes.size()), text.getBuffer(), text.length(), &error);
  // ICU leaves invisible characters out without a word, and writes some that do not come back.
  icu::UnicodeString back;
  if (U_SUCCESS(error)) {
    UChar* const buffer = back.getBuffer(size + 16);
    back.releaseBuffer(ucnv_toUChars(to, buffer, size + 16, bytes.data(), size, &error));
  }
  ucnv_close(to);
  if (back != text) return {};
  bytes.resize(U_SUCCESS(error) ? static_cast<std::size_t>(size) : 0);
  return bytes;
}

}  // namespace jomun::testing
