// Jomun: whether bytes are text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/input_bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include "corpus/layout.h"
#include "corpus/reader.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

constexpr std::size_t largest_file = std::size_t{1} << 31;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Controls that ordinary text has none of. ESC and the separators 1C to 1F do appear in old files and count too.
bool is_unusual_control(char c) { return c != '\t' && c != '\n' && c != '\r' && c != '\v' && c != '\f' && c != '\x1A'; }

}  // namespace

std::string read_bytes(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (status.type() == std::filesystem::file_type::not_found)
    throw UnreadableFile(std::filesystem::is_symlink(std::filesystem::symlink_status(file, error))
                             ? "is a link to a file that does not exist; repair the link or remove it"
                             : "no such file; check the path");
  if (error) throw UnreadableFile(fmt::format("{}; check the permissions of the file and its folder", error.message()));
  if (std::filesystem::is_directory(status)) throw UnreadableFile("is a folder; name the files in it");
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw UnreadableFile(fmt::format("cannot be opened: {}; check its permissions", std::strerror(errno)));
  std::string bytes;
  if (const auto size = std::filesystem::file_size(file, error); !error) bytes.reserve(size);
  char buffer[1 << 16];
  while (stream.read(buffer, sizeof buffer) || stream.gcount() > 0) {
    bytes.append(buffer, static_cast<std::size_t>(stream.gcount()));
    // A device or a pipe may never end.
    if (bytes.size() > largest_file) throw UnreadableFile(fmt::format("larger than {} bytes; split it", largest_file));
  }
  if (stream.bad()) throw UnreadableFile(fmt::format("reading failed after {} bytes; check the disk and try again", bytes.size()));
  return bytes;
}

std::size_t check_text(std::string_view bytes) {
  // Spreadsheets and editors of Windows save as UTF-16, which is full of NUL.
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    throw UnreadableFile("is UTF-16; convert it: iconv -f UTF-16 -t UTF-8");
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos)
    throw UnreadableFile(fmt::format("binary: a NUL at byte {}; save it as plain text", nul));
  if (const std::size_t ill = find_ill_formed(bytes); ill != std::string_view::npos)
    throw UnreadableFile(fmt::format("not UTF-8 at byte {}; convert it, for example: iconv -f GB18030 -t UTF-8", ill));
  std::size_t controls = 0;
  for (std::size_t i = find_control(bytes, 0); i < bytes.size(); i = find_control(bytes, i + 1)) controls += is_unusual_control(bytes[i]);
  if (controls * 100 > bytes.size())
    throw UnreadableFile(fmt::format("binary: {} control characters in {} bytes; save it as plain text", controls, bytes.size()));
  const std::size_t begin = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  if (skip_blanks(bytes, begin) == bytes.size()) throw UnreadableFile("empty; leave it out or check where it comes from");
  return begin;
}

std::string work_from_name(std::string_view name) {
  std::string work;
  for (std::size_t i = 0; i < name.size();) {
    const Decoded next = decode(name, i);
    const bool kept = next.value != U'/' && next.value != U'#' && !is_blank(next.value) && next.value != replacement_character;
    work += kept ? name.substr(i, next.bytes) : std::string_view("-");
    i += next.bytes;
  }
  return work.empty() ? "untitled" : work;
}

bool is_work(std::string_view work) { return !work.empty() && work_from_name(work) == work; }

bool is_language_tag(std::string_view language) {
  return !language.empty() && std::all_of(language.begin(), language.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace jomun
