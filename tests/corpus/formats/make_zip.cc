// Jomun tests: ZIP archives made in memory.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/corpus/formats/make_zip.h"

#include <zip.h>

#include <stdexcept>

namespace jomun::testing {
namespace {

void check(bool fine) {
  if (!fine) throw std::runtime_error("libzip cannot make the archive");
}

}  // namespace

std::string make_zip(const Entries& entries, const std::string& password) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(nullptr, 0, 0, &error);
  check(source != nullptr);
  zip_source_keep(source);
  zip_t* const archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error);
  check(archive != nullptr);
  for (const auto& [name, content] : entries) {
    const zip_int64_t index =
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
    check(index >= 0);
    const auto at = static_cast<zip_uint64_t>(index);
    check(password.empty() || zip_file_set_encryption(archive, at, ZIP_EM_AES_256, password.c_str()) == 0);
    // The same bytes whenever it is made.
    check(zip_file_set_dostime(archive, at, 0, 0x21, 0) == 0);
  }
  check(zip_close(archive) == 0);
  check(zip_source_open(source) == 0);
  std::string bytes;
  char chunk[1 << 14];
  for (zip_int64_t count; (count = zip_source_read(source, chunk, sizeof chunk)) > 0;) bytes.append(chunk, static_cast<std::size_t>(count));
  zip_source_close(source);
  zip_source_free(source);
  zip_error_fini(&error);
  return bytes;
}

}  // namespace jomun::testing
