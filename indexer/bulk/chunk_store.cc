// Jomun: parts of a table that come in another order than the table's.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/chunk_store.h"

#include <algorithm>
#include <utility>

namespace jomun::glass {
namespace {

constexpr std::size_t written_together = 256 * 1024;

}  // namespace

std::uint64_t ScratchFile::write(std::string_view bytes) {
  const std::uint64_t offset = written_ + pending_.size();
  pending_ += bytes;
  if (pending_.size() >= written_together) write_out();
  return offset;
}

void ScratchFile::write_out() {
  if (!file_) {
    file_ = files_.create(path_);
    files_.remove(path_);  // what is open stays until it is closed
  }
  file_->write(pending_);
  written_ += pending_.size();
  pending_.clear();
}

void ScratchFile::read(std::uint64_t offset, std::span<char> bytes) {
  if (offset < written_ && offset + bytes.size() > written_) write_out();
  if (offset < written_)
    file_->read(offset, bytes);
  else
    std::copy_n(pending_.begin() + static_cast<std::ptrdiff_t>(offset - written_), bytes.size(), bytes.begin());
}

void ChunkStore::add(std::string_view key, std::string_view tag) { entries_.push_back({std::string(key), file_.write(tag), tag.size()}); }

void ChunkStore::for_each_sorted(const std::function<void(std::string_view key, std::string_view tag)>& function) {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
  std::string tag;
  for (const Entry& entry : entries_) {
    tag.resize(entry.size);
    file_.read(entry.offset, tag);
    function(entry.key, tag);
  }
}

}  // namespace jomun::glass
