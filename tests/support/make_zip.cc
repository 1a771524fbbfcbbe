// Jomun tests: ZIP archives made in memory.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/make_zip.h"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace jomun::testing {
namespace {

struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

void check(bool fine) {
  if (!fine) throw std::runtime_error("libzip cannot make the archive");
}

}  // namespace

std::string make_zip(const Entries& entries, const std::string& password, bool compressed) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, Free> owned_source(zip_source_buffer_create(nullptr, 0, 0, &error));
  zip_source_t* const source = owned_source.get();
  check(source != nullptr);
  // Shared with the archive, which lets go of it when it is closed.
  zip_source_keep(source);
  std::unique_ptr<zip_t, Free> owned_archive(zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error));
  zip_t* const archive = owned_archive.get();
  check(archive != nullptr);
  for (const auto& [name, content] : entries) {
    zip_source_t* const bytes = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
    if (index < 0) zip_source_free(bytes);
    check(index >= 0);
    const auto at = static_cast<zip_uint64_t>(index);
    check(password.empty() || zip_file_set_encryption(archive, at, ZIP_EM_AES_256, password.c_str()) == 0);
    check(compressed || zip_set_file_compression(archive, at, ZIP_CM_STORE, 0) == 0);
    // The same bytes whenever it is made.
    check(zip_file_set_dostime(archive, at, 0, 0x21, 0) == 0);
  }
  check(zip_close(archive) == 0);
  static_cast<void>(owned_archive.release());
  check(zip_source_open(source) == 0);
  std::string made;
  char chunk[1 << 14];
  for (zip_int64_t count; (count = zip_source_read(source, chunk, sizeof chunk)) > 0;) made.append(chunk, static_cast<std::size_t>(count));
  zip_source_close(source);
  zip_error_fini(&error);
  return made;
}

}  // namespace jomun::testing
