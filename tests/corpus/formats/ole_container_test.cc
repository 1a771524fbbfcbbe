// Jomun tests: files inside a compound file (OLE2).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/ole_container.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <map>
#include <string>

#include "corpus/formats/extracted_text.h"
#include "corpus/formats/format.h"
#include "tests/support/hwp_files.h"

namespace jomun::testing {
namespace {

TEST(OleContainer, Streams) {
  std::map<std::string, std::string> streams = {
      {"empty", ""}, {"small", "a"}, {"\005name", "control"}, {"folder/한글", "b"}, {"other/한글", "c"}};
  for (const std::size_t size : std::initializer_list<std::size_t>{63, 64, 65, 4095, 4096, 4097, 100000}) {
    std::string contents(size, '\0');
    for (std::size_t i = 0; i < size; ++i) contents[i] = static_cast<char>(i % 251);
    streams["of " + std::to_string(size)] = contents;
  }
  // Enough for chains of tables: 109 of their sectors, which stand in the header, describe 7 MB.
  streams["large"] = std::string(10'000'000, 'x');
  const std::string file = ole_file(streams);
  const OleContainer container(file);
  for (const auto& [path, contents] : streams) {
    const auto found = container.read(path == "\005name" ? "name" : path);
    ASSERT_TRUE(found.has_value()) << path;
    EXPECT_TRUE(*found == contents) << path;
  }
  for (const std::string_view path : {"missing", "folder", "folder/missing", "missing/한글", "small/한글", "", "/", "folder/"})
    EXPECT_FALSE(container.read(path).has_value()) << path;
}

TEST(OleContainer, NoContainer) {
  for (const std::string& bytes : {std::string(), std::string("PK\3\4"), std::string(600, '\0')}) {
    EXPECT_FALSE(OleContainer::is_container(bytes));
    EXPECT_THROW(OleContainer{bytes}, UnreadableFile);
  }
}

// A file of 512-byte sectors: the table of sectors is the first, the directory the second; `next` follows from the third.
std::string container_of(const std::string& next, const std::string& directory, const std::string& rest = {}) {
  std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0') + u16(0x3E) + u16(3) + u16(0xFFFE) + u16(9) + u16(6) +
                       std::string(10, '\0');
  header += u32(1) + u32(1) + u32(0) + u32(4096) + u32(0xFFFFFFFE) + u32(0) + u32(0xFFFFFFFE) + u32(0) + u32(0);
  while (header.size() < 512) header += u32(0xFFFFFFFF);
  std::string table = u32(0xFFFFFFFD) + next;
  while (table.size() < 512) table += u32(0xFFFFFFFF);
  return header + table + directory + rest;
}

std::string entry(char kind, char name, unsigned left, unsigned right, unsigned child, unsigned first = 0xFFFFFFFE, unsigned size = 0) {
  std::string bytes = std::string(1, name) + std::string(63, '\0') + u16(4) + std::string(1, kind) + std::string(1, '\1');
  return bytes + u32(left) + u32(right) + u32(child) + std::string(36, '\0') + u32(first) + u32(size) + u32(0);
}

TEST(OleContainer, Circles) {
  constexpr unsigned none = 0xFFFFFFFF, end = 0xFFFFFFFE;
  const std::string root = entry(5, 'R', none, none, 1);
  const std::string empty = entry(0, '\0', none, none, none);
  // Names that follow each other in a circle are each found once.
  const std::string circle = container_of(u32(end), root + entry(2, 'a', 2, 1, none) + entry(1, 'b', 1, 3, 2) + entry(2, 'c', 2, 0, none));
  const OleContainer names(circle);
  for (const std::string_view name : {"a", "c"}) EXPECT_EQ(names.read(name), "") << name;
  EXPECT_EQ(names.read("b"), std::nullopt);
  // Sectors of the directory.
  EXPECT_THROW(OleContainer{container_of(u32(1), root + empty + empty + empty)}, UnreadableFile);
  // Sectors of a stream: as long as the circle allows, or longer than the file.
  const auto stream = [&](unsigned size) {
    return container_of(u32(end) + u32(2), root + entry(2, 'a', none, none, none, 2, size) + empty + empty, std::string(512, 'x'));
  };
  EXPECT_THROW(OleContainer{stream(5000)}.read("a"), UnreadableFile);
  EXPECT_THROW(OleContainer{stream(0xF0000000)}.read("a"), UnreadableFile);
}

TEST(OleContainer, OutOfBounds) {
  constexpr unsigned none = 0xFFFFFFFF, end = 0xFFFFFFFE;
  const std::string empty = entry(0, '\0', none, none, none);
  const auto file = [&](unsigned child, unsigned first, unsigned size) {
    return container_of(u32(end), entry(5, 'R', none, none, child) + entry(2, 'a', none, none, none, first, size) + empty + empty);
  };
  EXPECT_THROW(OleContainer{file(4, end, 0)}, UnreadableFile);                // a name beyond the directory
  EXPECT_THROW(OleContainer{file(1, 77, 5000)}.read("a"), UnreadableFile);    // a sector beyond the file
  EXPECT_THROW(OleContainer{file(1, 7777, 5000)}.read("a"), UnreadableFile);  // and beyond the table
  EXPECT_THROW(OleContainer{file(1, 0, 5)}.read("a"), UnreadableFile);        // a small sector where there are none
  std::string shifts = file(1, end, 0);
  shifts[30] = 31;
  EXPECT_THROW(OleContainer{shifts}, UnreadableFile);
}

TEST(OleContainer, NamesInARow) {
  // One name behind the other, as no good file has them: recursion would take a call for each.
  constexpr unsigned none = 0xFFFFFFFF, end = 0xFFFFFFFE, names = 400'000, per_sector = 128;
  const unsigned directory_sectors = names / 4, table_sectors = 810, list_sectors = 6, directory = table_sectors + list_sectors;
  std::string header = container_of("", "").substr(0, 512);
  header.replace(44, 8, u32(table_sectors) + u32(directory));
  header.replace(68, 8, u32(table_sectors) + u32(list_sectors));
  for (unsigned i = 0; i < 109; ++i) header.replace(76 + 4 * i, 4, u32(i));
  std::string file = header;
  for (unsigned i = 0; i < table_sectors * per_sector; ++i) {
    const bool is_directory = i >= directory && i + 1 < directory + directory_sectors;
    file += u32(is_directory ? i + 1 : end);
  }
  for (unsigned i = 0, listed = 109; i < list_sectors; ++i) {
    for (unsigned j = 0; j + 1 < per_sector; ++j, ++listed) file += u32(listed < table_sectors ? listed : none);
    file += u32(i + 1 < list_sectors ? table_sectors + i + 1 : end);
  }
  file += entry(5, 'R', none, none, 1);
  for (unsigned i = 1; i < names; ++i) file += entry(2, static_cast<char>('a' + i % 26), none, i + 1 < names ? i + 1 : none, none);
  EXPECT_EQ(OleContainer(file).read("z"), "");
  EXPECT_THROW(detect_format(file, "hwp"), UnreadableFile);
}

}  // namespace
}  // namespace jomun::testing
