// Jomun: the version file of a glass database, iamglass.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/version_file.h"

#include <algorithm>
#include <limits>

#include "indexer/bulk/encoding.h"
#include "indexer/bulk/errors.h"

namespace jomun::glass {
namespace {

constexpr std::string_view magic = "\x0F\x0DXapian Glass";
constexpr unsigned format_year = 2016, format_month = 3, format_day = 14;
constexpr std::size_t format_date = (format_year - 2014) << 9 | format_month << 5 | format_day;
constexpr std::size_t longest_version_file = 256;
constexpr unsigned block_size_shift = 11, level_shift = 2, sequential_flag = 2, fake_flag = 1;

class Reader {
 public:
  Reader(std::string_view bytes, std::string_view file) : bytes_(bytes), file_(file) {}

  [[noreturn]] void fail(std::string_view what) const { throw InvalidFile(std::string(file_) + ": " + std::string(what)); }

  std::string_view bytes(std::size_t size) {
    if (size > bytes_.size()) fail("ends too early; it is damaged");
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  template <typename Number>
  Number vint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes(1).front());
      const std::uint64_t digit = byte & 0x7F;
      if (shift > 63 || (digit << shift) >> shift != digit) fail("has a number that is too large; it is damaged");
      value |= digit << shift;
      if (byte < 0x80) break;
    }
    if (value > std::numeric_limits<Number>::max()) fail("has a number that is too large; it is damaged");
    return static_cast<Number>(value);
  }
  bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view bytes_, file_;
};

}  // namespace

std::string encode(const VersionFile& version) {
  std::string out(magic);
  out.resize(magic.size() + 2);
  put16(out.data() + magic.size(), format_date);
  out.append(version.uuid.begin(), version.uuid.end());
  append_vint(out, version.revision);
  for (const TableRoot& root : version.roots) {
    append_vint(out, root.block);
    append_vint(out, root.level << level_shift | (root.sequential ? sequential_flag : 0) | (root.fake ? fake_flag : 0));
    append_vint(out, root.entries);
    append_vint(out, root.block_bytes >> block_size_shift);
    append_vint(out, root.compress_min);
    append_string(out, root.free_list);
  }
  const Statistics& statistics = version.statistics;
  append_vint(out, statistics.documents);
  append_vint(out, statistics.last_docid - statistics.documents);
  append_vint(out, statistics.least_length);
  append_vint(out, statistics.most_wdf);
  append_vint(out, statistics.most_length - statistics.most_wdf);
  append_vint(out, statistics.oldest_changeset);
  append_vint(out, statistics.total_length);
  append_vint(out, statistics.most_spelling_frequency);
  if (out.size() > longest_version_file)
    throw LimitExceeded(std::string(version_file_name) + ": is longer than 256 bytes; index less at once");
  return out;
}

VersionFile decode_version_file(std::string_view bytes, std::string_view file) {
  Reader in(bytes, file);
  if (!bytes.starts_with(magic)) in.fail("is no version file of a Xapian database of format glass");
  in.bytes(magic.size());
  const std::string_view date = in.bytes(2);
  if ((static_cast<unsigned char>(date[0]) << 8 | static_cast<unsigned char>(date[1])) != static_cast<int>(format_date))
    in.fail("is of a format of Xapian that is not known here");
  VersionFile version;
  const std::string_view uuid = in.bytes(version.uuid.size());
  std::copy(uuid.begin(), uuid.end(), version.uuid.begin());
  version.revision = in.vint<std::uint32_t>();
  for (TableRoot& root : version.roots) {
    root.block = in.vint<std::uint32_t>();
    const auto flags = in.vint<unsigned>();
    root.level = flags >> level_shift;
    root.sequential = flags & sequential_flag;
    root.fake = flags & fake_flag;
    root.entries = in.vint<std::uint64_t>();
    root.block_bytes = std::size_t{in.vint<std::uint32_t>()} << block_size_shift;
    root.compress_min = in.vint<std::uint32_t>();
    root.free_list = in.bytes(in.vint<std::size_t>());
  }
  // Wrapping around is what the sums would do in the library; a damaged file is not told by it.
  Statistics& statistics = version.statistics;
  statistics.documents = in.vint<std::uint32_t>();
  statistics.last_docid = statistics.documents + in.vint<std::uint32_t>();
  statistics.least_length = in.vint<std::uint32_t>();
  statistics.most_wdf = in.vint<std::uint32_t>();
  statistics.most_length = statistics.most_wdf + in.vint<std::uint32_t>();
  statistics.oldest_changeset = in.vint<std::uint32_t>();
  statistics.total_length = in.vint<std::uint64_t>();
  statistics.most_spelling_frequency = in.vint<std::uint32_t>();
  if (!in.at_end()) in.fail("is longer than it should be; it is damaged");
  return version;
}

VersionFile read_version_file(FileSystem& files, const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / version_file_name;
  return decode_version_file(files.read_file(path, longest_version_file + 1), path.string());
}

void write_version_file(FileSystem& files, const std::filesystem::path& folder, const VersionFile& version) {
  const std::filesystem::path temporary = folder / temporary_version_file_name;
  {
    const std::unique_ptr<File> file = files.create(temporary);
    file->write(encode(version));
    file->sync();
  }
  files.rename(temporary, folder / version_file_name);
  files.sync_folder(folder);
}

}  // namespace jomun::glass
