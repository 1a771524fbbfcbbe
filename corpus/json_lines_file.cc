// Jomun: JSON Lines too large to be held in memory.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/json_lines_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <optional>
#include <utility>

#include "corpus/formats/encodings.h"
#include "corpus/formats/format.h"
#include "corpus/input_bytes.h"

namespace jomun {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Reads `bytes` from `offset` on, fewer at the end of the file; false: it cannot be read.
bool read_at(int descriptor, std::uint64_t offset, std::size_t bytes, char* to, std::size_t& got) {
  for (got = 0; got < bytes;) {
    const ssize_t now = ::pread(descriptor, to + got, bytes - got, static_cast<off_t>(offset + got));
    if (now < 0 && errno == EINTR) continue;
    if (now < 0) return false;
    if (now == 0) break;
    got += static_cast<std::size_t>(now);
  }
  return true;
}

// Whether read_document() would read these lines as they are.
bool is_usual_text(std::string_view lines) {
  try {
    return to_utf8(lines, "").encoding == "UTF-8" && check_text(lines) == 0;
  } catch (const UnreadableFile&) {
    return false;
  }
}

bool is_json_lines(std::string_view begin, std::string_view extension) {
  try {
    return detect_format(begin, extension) == Format::json_lines;
  } catch (const UnreadableFile&) {
    return false;
  }
}

}  // namespace

std::shared_ptr<const JsonLinesFile> JsonLinesFile::open(const std::filesystem::path& file, const Metadata& given,
                                                         const std::function<void(std::string_view)>& seen) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return nullptr;
  const std::shared_ptr<JsonLinesFile> result(new JsonLinesFile(descriptor, file.filename().string(), given));
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return nullptr;
  if (!result->read_all(file.extension().string(), seen)) return nullptr;
  result->reader_.end();
  return result;
}

JsonLinesFile::~JsonLinesFile() { ::close(descriptor_); }

bool JsonLinesFile::read_all(std::string_view extension, const std::function<void(std::string_view)>& seen) {
  constexpr std::size_t at_once = 1 << 20;
  std::string buffer;        // what is read and not taken
  std::uint64_t offset = 0;  // of buffer
  for (bool end = false; !end;) {
    const std::size_t held = buffer.size();
    buffer.resize(held + std::max(at_once, held));  // twice as much for a line that is still longer
    std::size_t got = 0;
    if (!read_at(descriptor_, offset + held, buffer.size() - held, buffer.data() + held, got)) return false;
    end = got < buffer.size() - held;
    buffer.resize(held + got);
    if (seen) seen(std::string_view(buffer).substr(held));
    const std::size_t last_end = buffer.rfind('\n');
    if (last_end == std::string::npos && !end) continue;
    const std::string_view lines(buffer.data(), end ? buffer.size() : last_end + 1);
    if (lines.empty()) break;
    const std::size_t skipped = offset == 0 && lines.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    if (offset == 0 && !is_json_lines(lines, extension)) return false;
    if (!take(lines.substr(skipped), offset + skipped)) return false;
    offset += lines.size();
    buffer.erase(0, lines.size());
  }
  return offset > 0;
}

bool JsonLinesFile::take(std::string_view lines, std::uint64_t offset) {
  if (!is_usual_text(lines)) return false;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    const std::uint64_t begin = offset + at;
    at = end + 1;
    std::optional<JsonLinesReader::Line> read = reader_.next(line);
    if (!read) continue;
    outlines_.resize(reader_.versions().size());
    if (!read->clause) continue;
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
    if (line.size() > most || reader_.lines() > most) return false;
    Outline& outline = outlines_[read->version];
    outline.lines.push_back(
        {begin, static_cast<std::uint32_t>(line.size()), static_cast<std::uint32_t>(reader_.lines()), std::hash<std::string_view>()(line)});
    if (!read->clause->id.empty()) outline.ids.push_back(std::move(read->clause->id));
    outline.text_bytes += read->clause->text.text().size();
  }
  return true;
}

std::vector<Clause> JsonLinesFile::read(std::size_t version, std::size_t first, std::size_t last) const {
  std::vector<Clause> clauses;
  clauses.reserve(last - first);
  std::string bytes;
  for (std::size_t i = first; i < last; ++i) {
    const Line& line = outlines_[version].lines[i];
    bytes.resize(line.bytes);
    std::size_t got = 0;
    if (!read_at(descriptor_, line.offset, bytes.size(), bytes.data(), got) || got < bytes.size() ||
        std::hash<std::string_view>()(bytes) != line.hash)
      throw UnreadableFile("was changed while it was read; run the same command again");
    clauses.push_back(reader_.again(bytes, line.number, version));
  }
  return clauses;
}

}  // namespace jomun
