// Jomun: an index of several databases: where each is, and which of them a work belongs to.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A folder with a file XAPIANDB is what Xapian calls a stub directory: it is opened as all the databases that the file lists. An index made
// with --shards is one, and its file begins with a line of ours:
//
//   # jomun-shards 3
//   auto shard-0
//   auto shard-1
//   remote archive.example:7001
//
// Whoever moves a shard to another machine changes its line, and neither the number nor the order of the lines: shard_of() decides by them.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Xapian {
class Database;
class Error;
}  // namespace Xapian

namespace jomun {

// One database of an index.
struct IndexPart {
  enum class Kind { folder, server, program };
  Kind kind = Kind::folder;
  std::string name;  // for messages: the folder, HOST:PORT or the command line
  std::string host;  // of a server
  unsigned port = 0;
  std::string program, arguments;  // of a program that speaks as a server does, on its standard input and output
};

// What `location` stands for: a folder with one database is itself, HOST:PORT the server there; a stub file, or a folder with one, is what
// its lines list, other stub files among them included. Lines that are not understood are left to Xapian: then the file is one part of
// kind `folder`. Opens nothing.
std::vector<IndexPart> parts_of(const std::string& location);

// `timeout`: seconds that a server may take to accept a connection, and then for each answer; 0: as long as it likes. Throws Xapian::Error:
// Xapian::NetworkError where a server or program does not answer.
Xapian::Database open_part(const IndexPart& part, double timeout = 10);

// What happened, in a few words: "Connection refused".
std::string describe(const Xapian::Error& error);

inline constexpr std::size_t most_shards = 256;

// Which of `shards` databases has all versions of a work. Part of the format: never changes.
std::size_t shard_of(std::string_view work, std::size_t shards);

// How many shards the index in `folder` was made with; nothing: it is one database, a list that somebody else made, or not there.
std::optional<std::size_t> shard_count(const std::string& folder);

// Makes the file that joins shards 0 to `shards` - 1 of `folder`, which exist. Throws std::runtime_error: cannot be written.
void write_shard_list(const std::string& folder, std::size_t shards);
std::string shard_folder(const std::string& folder, std::size_t shard);

}  // namespace jomun
