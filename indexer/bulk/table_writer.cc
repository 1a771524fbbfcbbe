// Jomun: one table of a glass database, written once from front to back.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/table_writer.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <utility>

#include "indexer/bulk/encoding.h"
#include "indexer/bulk/errors.h"

namespace jomun::glass {
namespace {

// A block: revision, level, gap between directory and items, free bytes, end of the directory; then the directory.
constexpr std::size_t revision_at = 0, level_at = 4, gap_at = 5, free_at = 7, directory_end_at = 9, directory_at = 11;
constexpr std::size_t directory_entry = 2;

// An item of a leaf: size and flags, length of the key, the key, the component if not the first, a piece of the tag.
constexpr std::size_t size_bytes = 2, key_length_bytes = 1, component_bytes = 2, child_bytes = 4;
constexpr std::size_t uncounted_bytes = 3;  // of an item, which its size field leaves out
constexpr unsigned char last_flag = 0x40, first_flag = 0x20;
constexpr std::size_t items_per_block = 4;  // at least: what can be changed later without overflowing
constexpr std::size_t largest_item = (block_size - directory_at - items_per_block * directory_entry) / items_per_block;

constexpr std::size_t most_levels = 10;
constexpr std::size_t pending_blocks = 32;  // written together

// A piece of a tag fills the end of a block if it is at least so long: what is shorter is not worth an item and a second block to read.
constexpr std::size_t least_piece = 128;

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

}  // namespace

void TableWriter::Block::clear() {
  directory_end = directory_at;
  lowest_item = block_size;
  separator.clear();
  separator_component = 0;
}

std::size_t TableWriter::Block::room() const {
  const std::size_t gap = lowest_item - directory_end;
  return gap < directory_entry ? 0 : gap - directory_entry;
}

char* TableWriter::Block::add(std::size_t size) {
  lowest_item -= size;
  put16(bytes.data() + directory_end, lowest_item);
  directory_end += directory_entry;
  return bytes.data() + lowest_item;
}

TableWriter::TableWriter(FileSystem& files, std::filesystem::path path, std::uint32_t revision, std::uint32_t compress_min, bool always)
    : files_(files), path_(std::move(path)), revision_(revision), compress_min_(compress_min), always_(always) {}

void TableWriter::add(std::string_view key, std::string_view tag) {
  if (key.size() > longest_key)
    throw LimitExceeded(path_.filename().string() + ": a key is longer than 255 bytes; shorten the term or name");
  if (key <= std::string_view(last_key_)) throw std::invalid_argument("keys of a table must ascend");
  if (levels_.empty()) {
    levels_.emplace_back().clear();
    add_leaf_item("", 1, "", first_flag | last_flag);  // the null item, which each table begins with
  }
  std::size_t component = 1;
  do {
    if (component > most_components)
      throw LimitExceeded(path_.filename().string() + ": an entry has more than 65,535 pieces; store less in one document");
    const std::size_t overhead = size_bytes + key_length_bytes + key.size() + (component > 1 ? component_bytes : 0);
    std::size_t piece = std::min(tag.size(), largest_item - overhead);
    if (const std::size_t room = levels_[0].room(); overhead + piece > room) {
      if (room >= overhead + least_piece) {
        piece = room - overhead;
      } else {
        add_branch_item(1, levels_[0].separator, levels_[0].separator_component, write_block(0));
        levels_[0].clear();
        // A key's continuation cannot be told from its beginning by less than all of it.
        levels_[0].separator = key.substr(0, component > 1 ? key.size() : common_prefix(key, last_key_) + 1);
        levels_[0].separator_component = component;
      }
    }
    const bool last = piece == tag.size();
    add_leaf_item(key, component, tag.substr(0, piece),
                  static_cast<unsigned char>((component == 1 ? first_flag : 0) | (last ? last_flag : 0)));
    tag.remove_prefix(piece);
    ++component;
    if (last) break;
  } while (true);
  last_key_ = key;
  ++entries_;
}

void TableWriter::add_leaf_item(std::string_view key, std::size_t component, std::string_view piece, unsigned char flags) {
  const std::size_t size = size_bytes + key_length_bytes + key.size() + (flags & first_flag ? 0 : component_bytes) + piece.size();
  char* at = levels_[0].add(size);
  put16(at, size - uncounted_bytes);
  at[0] = static_cast<char>(static_cast<unsigned char>(at[0]) | flags);
  at += size_bytes;
  *at++ = static_cast<char>(key.size());
  at = std::copy(key.begin(), key.end(), at);
  if (!(flags & first_flag)) {
    put16(at, component);
    at += component_bytes;
  }
  std::copy(piece.begin(), piece.end(), at);
}

// `separator` by value: a new level above moves the blocks, and their short strings with them.
void TableWriter::add_branch_item(std::size_t level, std::string separator, std::size_t component, std::uint32_t child) {
  if (level == levels_.size()) {
    if (level == most_levels) throw LimitExceeded(path_.filename().string() + ": the table is too deep; index less at once");
    levels_.emplace_back().clear();
  }
  if (!levels_[level].empty() && levels_[level].room() < child_bytes + key_length_bytes + separator.size() + component_bytes) {
    const std::uint32_t full = write_block(level);
    add_branch_item(level + 1, levels_[level].separator, levels_[level].separator_component, full);
    levels_[level].clear();
  }
  Block& block = levels_[level];
  if (block.empty()) {  // its first item has no key: all below its second are there
    block.separator = separator;
    block.separator_component = component;
    separator.clear();
    component = 0;
  }
  char* at = block.add(child_bytes + key_length_bytes + separator.size() + component_bytes);
  put32(at, child);
  at += child_bytes;
  *at++ = static_cast<char>(separator.size());
  at = std::copy(separator.begin(), separator.end(), at);
  put16(at, component);
}

std::uint32_t TableWriter::write_block(std::size_t level) {
  if (blocks_ > std::numeric_limits<std::uint32_t>::max() - 1)
    throw LimitExceeded(path_.filename().string() + ": the table has too many blocks; index less at once");
  Block& block = levels_[level];
  char* at = block.bytes.data();
  const std::size_t gap = block.lowest_item - block.directory_end;
  put32(at + revision_at, revision_);
  at[level_at] = static_cast<char>(level);
  put16(at + gap_at, gap);
  put16(at + free_at, gap);
  put16(at + directory_end_at, block.directory_end);
  std::memset(at + block.directory_end, 0, gap);
  pending_ += block.bytes;
  if (pending_.size() >= pending_blocks * block_size) write_out();
  return static_cast<std::uint32_t>(blocks_++);
}

void TableWriter::write_out() {
  if (!file_) file_ = files_.create(path_);
  if (!pending_.empty()) file_->write(pending_);
  pending_.clear();
}

TableRoot TableWriter::finish() {
  TableRoot root;
  root.compress_min = compress_min_;
  if (levels_.empty()) {
    if (always_) {
      write_out();
      file_->sync();
    }
    return root;
  }
  for (std::size_t level = 0;; ++level) {
    const std::uint32_t block = write_block(level);
    if (level + 1 == levels_.size()) {
      root.block = block;
      root.level = static_cast<unsigned>(level);
      break;
    }
    add_branch_item(level + 1, levels_[level].separator, levels_[level].separator_component, block);
  }
  write_out();
  file_->sync();
  root.fake = false;
  root.entries = entries_;
  append_vint(root.free_list, revision_);
  append_vint(root.free_list, blocks_);  // the first that is not in use
  root.free_list.append(4, '\0');        // where free blocks begin and end: there are none
  return root;
}

}  // namespace jomun::glass
