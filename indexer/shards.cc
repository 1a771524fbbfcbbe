// Jomun: an index of several databases: where each is, and which of them a work belongs to.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/shards.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "indexer/likeness.h"

namespace jomun {
namespace {

namespace fs = std::filesystem;

constexpr const char* stub_name = "XAPIANDB";
constexpr std::string_view heading = "# jomun-shards ";
constexpr int deepest_stub = 8;  // a stub file may name stub files, itself by mistake

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

// "HOST:PORT", the port in digits.
std::optional<IndexPart> server_of(const std::string& location) {
  const std::size_t colon = location.rfind(':');
  IndexPart part{IndexPart::Kind::server, location, "", 0, "", ""};
  if (colon == location.npos || location.find('/') != location.npos ||
      !read_number(std::string_view(location).substr(colon + 1), part.port))
    return std::nullopt;
  part.host = location.substr(0, colon);
  return part;
}

// The stub file that `location` is or has; empty: it is a database, or nothing.
fs::path stub_of(const fs::path& location) {
  std::error_code ignored;
  if (fs::is_directory(location, ignored))
    return fs::exists(location / "iamglass", ignored) || !fs::exists(location / stub_name, ignored) ? fs::path() : location / stub_name;
  if (!fs::is_regular_file(location, ignored)) return {};
  std::ifstream file(location, std::ios::binary);
  return file.peek() == 0x0F ? fs::path() : location;  // else a database in a single file
}

// False where a line is for Xapian alone.
bool add_lines(const fs::path& stub, int depth, std::vector<IndexPart>& parts);

bool add_location(const fs::path& location, int depth, std::vector<IndexPart>& parts) {
  const fs::path stub = stub_of(location);
  if (!stub.empty() && depth < deepest_stub) return add_lines(stub, depth + 1, parts);
  parts.push_back({IndexPart::Kind::folder, location.string(), "", 0, "", ""});
  return stub.empty();
}

bool add_lines(const fs::path& stub, int depth, std::vector<IndexPart>& parts) {
  std::ifstream file(stub);
  if (!file) return false;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view type = std::string_view(line).substr(0, space);
    const std::string rest = line.substr(std::min(space + 1, line.size()));
    if (type == "auto" || type == "glass") {
      const fs::path path = stub.parent_path() / rest;  // an absolute one stays as it is
      if (rest.empty() || !add_location(path, depth, parts)) return false;
    } else if (type == "remote" && rest.starts_with(':')) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      parts.push_back(
          {IndexPart::Kind::program, rest.substr(1), "", 0, rest.substr(1, end - 1), rest.substr(std::min(end + 1, rest.size()))});
    } else if (const std::optional<IndexPart> server = type == "remote" ? server_of(rest) : std::nullopt) {
      parts.push_back(*server);
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

std::vector<IndexPart> parts_of(const std::string& location) {
  if (std::optional<IndexPart> server = server_of(location)) return {std::move(*server)};
  std::vector<IndexPart> parts;
  if (!add_location(location, 0, parts)) parts = {{IndexPart::Kind::folder, location, "", 0, "", ""}};
  return parts;
}

Xapian::Database open_part(const IndexPart& part, double timeout) {
  const auto milliseconds = static_cast<unsigned>(std::lround(timeout * 1000));
  switch (part.kind) {
    case IndexPart::Kind::server: return Xapian::Remote::open(part.host, part.port, milliseconds, milliseconds);
    case IndexPart::Kind::program: return Xapian::Remote::open(part.program, part.arguments, milliseconds);
    case IndexPart::Kind::folder: break;
  }
  // Between two of its files a writer may have put another database in the place of this one (bulk/replace_directory.h). What Xapian takes
  // for damage then is none when it is opened again.
  constexpr int tries = 5;
  for (int attempt = 1;; ++attempt) {
    try {
      return Xapian::Database(part.name);
    } catch (const Xapian::DatabaseError&) {
      if (attempt == tries) throw;
    }
  }
}

std::string describe(const Xapian::Error& error) {
  const char* cause = error.get_error_string();
  return cause != nullptr && *cause != '\0' ? cause : error.get_msg();
}

std::size_t shard_of(std::string_view work, std::size_t shards) { return stable_hash(work) % shards; }

std::optional<std::size_t> shard_count(const std::string& folder) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return std::nullopt;
  std::ifstream file(stub_of(folder));
  std::string line;
  std::size_t shards = 0;
  if (!std::getline(file, line) || !line.starts_with(heading) || !read_number(std::string_view(line).substr(heading.size()), shards))
    return std::nullopt;
  return shards;
}

void write_shard_list(const std::string& folder, std::size_t shards) {
  const fs::path file = fs::path(folder) / stub_name, unfinished = fs::path(folder) / "XAPIANDB.new";
  std::ofstream out(unfinished);
  out << heading << shards << '\n';
  for (std::size_t i = 0; i < shards; ++i) out << "auto shard-" << i << '\n';
  out.close();
  std::error_code error;
  if (out) fs::rename(unfinished, file, error);
  if (!out || error) throw std::runtime_error(fmt::format("{} cannot be written", file.string()));
}

std::string shard_folder(const std::string& folder, std::size_t shard) { return fmt::format("{}/shard-{}", folder, shard); }

}  // namespace jomun
