// Jomun: files inside a compound file (OLE2), the container of HWP 5.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/ole_container.h"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/formats/extracted_text.h"
#include "corpus/formats/little_endian.h"

namespace jomun {
namespace {

constexpr std::string_view signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::size_t header_bytes = 512, entry_bytes = 128;
constexpr std::size_t sectors_in_header = 109;     // of the table of sectors; more are in a chain of their own
constexpr std::uint32_t last_number = 0xFFFFFFFA;  // greater numbers are marks: free, end of chain
constexpr std::uint32_t no_entry = 0xFFFFFFFF;
constexpr std::uint64_t all_of_it = UINT64_MAX;
constexpr std::uint64_t smallest_large_stream = 4096;  // smaller ones are kept in small sectors

[[noreturn]] void damaged(std::string_view what) {
  throw UnreadableFile(
      fmt::format("is a damaged HWP or Office document: {}; fetch it again, or open it in its program and save it anew", what));
}

std::vector<std::uint32_t> numbers(std::string_view bytes) {
  std::vector<std::uint32_t> all;
  all.reserve(bytes.size() / 4);
  for (std::size_t offset = 0; offset + 4 <= bytes.size(); offset += 4) all.push_back(little_endian_32(bytes, offset));
  return all;
}

// The name a file or folder goes by: paths of any depth would take memory that grows with their square.
std::string name_in(std::uint32_t folder, std::string_view name) { return fmt::format("{}/{}", folder, name); }

enum class EntryKind : std::uint8_t { unused = 0, storage = 1, stream = 2, root = 5 };

}  // namespace

bool OleContainer::is_container(std::string_view bytes) { return bytes.starts_with(signature); }

OleContainer::OleContainer(std::string_view bytes) : bytes_(bytes) {
  if (!is_container(bytes)) throw UnreadableFile("is no compound file (OLE2); check what kind of file it is");
  if (bytes.size() < header_bytes) damaged("the file ends within its header");
  const unsigned shift = little_endian_16(bytes, 30), small_shift = little_endian_16(bytes, 32);
  if ((shift != 9 && shift != 12) || small_shift < 2 || small_shift >= shift) damaged("the compound file has sectors of an unknown size");
  sector_bytes_ = std::size_t{1} << shift;
  small_sector_bytes_ = std::size_t{1} << small_shift;
  read_sector_table();
  next_small_ = numbers(chain(little_endian_32(bytes, 60), all_of_it));
  read_directory(little_endian_32(bytes, 48));
}

// The last sector may be cut short.
std::string_view OleContainer::sector(std::uint32_t number) const {
  const std::uint64_t begin = (std::uint64_t{number} + 1) * sector_bytes_;
  if (begin >= bytes_.size()) damaged("the compound file ends before its last sector");
  return bytes_.substr(static_cast<std::size_t>(begin), sector_bytes_);
}

// The bytes of a chain of sectors, at most so many. A chain that is a loop ends at the length of the file, which no good one reaches.
std::string OleContainer::chain(std::uint32_t first, std::uint64_t most) const {
  std::string all;
  for (std::uint32_t number = first; number < last_number && all.size() < most; number = next_[number]) {
    if (number >= next_.size()) damaged("the compound file's table of sectors is too short");
    if (all.size() >= bytes_.size()) damaged("sectors of the compound file follow each other in a circle");
    all += sector(number);
  }
  if (all.size() > most) all.resize(static_cast<std::size_t>(most));
  return all;
}

// Which sector follows which. Its own sectors are listed in the header, then in a chain whose sectors end with the number of the next.
void OleContainer::read_sector_table() {
  const std::size_t sectors = bytes_.size() / sector_bytes_ + 1;  // no good table describes more
  const auto add = [&](std::uint32_t number) {
    if (number >= last_number || next_.size() >= sectors) return;
    const std::vector<std::uint32_t> part = numbers(sector(number));
    next_.insert(next_.end(), part.begin(), part.end());
  };
  for (std::size_t i = 0; i < sectors_in_header; ++i) add(little_endian_32(bytes_, 76 + 4 * i));
  std::size_t visited = 0;
  for (std::uint32_t number = little_endian_32(bytes_, 68); number < last_number;) {
    if (++visited > sectors) damaged("sectors of the compound file follow each other in a circle");
    std::vector<std::uint32_t> listed = numbers(sector(number));
    if (listed.size() * 4 < sector_bytes_) damaged("the compound file ends before its last sector");
    number = listed.back();
    listed.pop_back();
    for (const std::uint32_t table : listed) add(table);
  }
}

// The directory is one array; the names of a folder are a binary tree in it. Each entry is visited once, so that no circle harms.
void OleContainer::read_directory(std::uint32_t first) {
  const std::string directory = chain(first, all_of_it);
  const std::size_t entries = directory.size() / entry_bytes;
  if (entries == 0) damaged("the compound file has no directory");
  std::vector<bool> visited(entries, false);
  struct Place {
    std::uint32_t entry, folder;
  };
  const auto field = [&](std::uint32_t entry, std::size_t offset) { return little_endian_32(directory, entry * entry_bytes + offset); };
  // The size's upper half is not to be trusted in files of small sectors.
  const auto size = [&](std::uint32_t entry) {
    return field(entry, 120) | (sector_bytes_ > 512 ? std::uint64_t{field(entry, 124)} << 32U : 0);
  };
  small_sectors_ = chain(field(0, 116), std::min<std::uint64_t>(size(0), bytes_.size()));
  visited[0] = true;
  std::vector<Place> open = {{field(0, 76), 0}};
  while (!open.empty()) {
    const Place place = open.back();
    open.pop_back();
    if (place.entry == no_entry) continue;
    if (place.entry >= entries) damaged("the compound file's directory is too short");
    if (visited[place.entry]) continue;
    visited[place.entry] = true;
    open.push_back({field(place.entry, 68), place.folder});
    open.push_back({field(place.entry, 72), place.folder});
    const std::string_view entry = std::string_view(directory).substr(place.entry * entry_bytes, entry_bytes);
    const std::size_t name_bytes = std::min<std::size_t>(little_endian_16(entry, 64), 64);
    std::string name;
    append_utf16(name, entry.substr(0, std::max<std::size_t>(name_bytes, 2) - 2));
    const auto kind = static_cast<EntryKind>(entry[66]);
    if (kind == EntryKind::stream) streams_.insert({name_in(place.folder, name), {field(place.entry, 116), size(place.entry)}});
    if (kind == EntryKind::storage) {
      storages_.insert({name_in(place.folder, name), place.entry});
      open.push_back({field(place.entry, 76), place.entry});
    }
  }
}

const OleContainer::Stream* OleContainer::find(std::string_view path) const {
  std::uint32_t folder = 0;
  const std::size_t slash = path.find('/');
  if (slash != path.npos) {
    const auto storage = storages_.find(name_in(0, path.substr(0, slash)));
    if (storage == storages_.end()) return nullptr;
    folder = storage->second;
    path.remove_prefix(slash + 1);
  }
  const auto found = streams_.find(name_in(folder, path));
  return found == streams_.end() ? nullptr : &found->second;
}

std::optional<std::string> OleContainer::read(std::string_view path) const {
  const Stream* const found = find(path);
  if (found == nullptr) return {};
  const Stream& stream = *found;
  std::string contents;
  if (stream.bytes >= smallest_large_stream) {
    contents = chain(stream.first_sector, stream.bytes);
  } else {
    for (std::uint32_t number = stream.first_sector; contents.size() < stream.bytes; number = next_small_[number]) {
      const std::size_t begin = std::size_t{number} * small_sector_bytes_;
      if (number >= next_small_.size() || begin >= small_sectors_.size()) break;
      contents +=
          std::string_view(small_sectors_).substr(begin, std::min<std::size_t>(small_sector_bytes_, stream.bytes - contents.size()));
    }
  }
  if (contents.size() < stream.bytes) damaged(fmt::format("{} is shorter than the compound file says", path));
  return contents;
}

}  // namespace jomun
