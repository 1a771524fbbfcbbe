// Jomun: ZIP archives in memory, as office documents are.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Nothing is written anywhere, and no entry is unpacked before it is read. Everything here throws UnreadableFile for archives that
// are damaged, encrypted or packed in a way that is not known. Different archives may be used in different threads.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/byte_source.h"

struct zip;

namespace jomun {

class ZipArchive {
 public:
  // `bytes` has to outlive the archive.
  explicit ZipArchive(std::string_view bytes);
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  // The names of all entries, in their order.
  std::vector<std::string> names() const;

  // An entry to be read from its begin, or null where there is none of this name; case is ignored if no other name fits. Has to
  // be destroyed before the archive. All entries together may give 16 MiB and 200 times the size of the archive: documents reach
  // 60 times, and bombs 1000.
  std::unique_ptr<ByteSource> open(const std::string& name);

  // The whole entry.
  std::optional<std::string> read(const std::string& name);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
  std::shared_ptr<std::size_t> left_;  // bytes that may still be unpacked
};

}  // namespace jomun
