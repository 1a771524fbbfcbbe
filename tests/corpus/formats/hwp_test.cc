// Jomun tests: HWP 5, the binary format of Hangul (한글).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/hwp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/inflate.h"
#include "tests/support/hwp_files.h"

namespace jomun::testing {
namespace {

using ::testing::HasSubstr;

constexpr unsigned packed = 1, password = 2, distributed = 4, drm = 16;

std::string properties(std::u16string_view title, unsigned type = 0x1F) {
  const std::string text = u32(type) + u32(static_cast<unsigned>(title.size()) + 1) + counted(title).substr(2) + u16(0);
  return std::string(44, '\0') + u32(48) + u32(0) + u32(2) + u32(4) + u32(24) + u32(2) + u32(24) + text;
}

HwpFile small_file() {
  HwpFile file;
  file.document_info = hwp_document_info(2, "");
  file.sections = {hwp_paragraph(0, u"제1조"), hwp_paragraph(0, u"제2조")};
  return file;
}

TEST(Hwp, Files) {
  for (const unsigned properties_of_file : {0U, packed, distributed, packed | distributed}) {
    HwpFile file = small_file();
    file.properties = properties_of_file;
    EXPECT_EQ(read_hwp(hwp_file(file)).text, "제1조\n제2조\n") << properties_of_file;
  }
}

TEST(Hwp, LargeSection) {
  HwpFile file = small_file();
  std::string expected;
  for (int i = 0; i < 20000; ++i) {
    file.sections[0] += hwp_paragraph(0, u"가나다라");
    expected += "가나다라\n";
  }
  file.properties = 0;
  const ExtractedText text = read_hwp(hwp_file(file));
  EXPECT_EQ(text.text, "제1조\n" + expected + "제2조\n");
  EXPECT_FALSE(text.wrapped);
}

TEST(Hwp, Title) {
  struct Row {
    std::string_view name;
    std::string properties;
    std::string_view title;
  };
  const std::vector<Row> rows = {
      {"a title that the text has", properties(u" 제1조 "), "제1조"},
      {"one of another document", properties(u"서울 선언"), ""},
      {"an empty one", properties(u""), ""},
      {"of another type", properties(u"제1조", 3), ""},
      {"cut short", properties(u"제1조").substr(0, 80), ""},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) {
    HwpFile file = small_file();
    file.other_streams["\005HwpSummaryInformation"] = row.properties;
    const ExtractedText text = read_hwp(hwp_file(file));
    EXPECT_EQ(text.found.title, row.title) << row.name;
    EXPECT_EQ(text.text, "제1조\n제2조\n");
  }
}

TEST(Hwp, Unreadable) {
  const auto with = [](auto change) {
    HwpFile file = small_file();
    change(file);
    return hwp_file(file);
  };
  struct Row {
    std::string_view name;
    std::string bytes, message;
  };
  const std::string good = hwp_file(small_file());
  const std::vector<Row> rows = {
      {"a password", with([](HwpFile& file) { file.properties |= password; }), "is encrypted; "},
      {"for certain readers", with([](HwpFile& file) { file.properties |= drm; }), "(DRM)"},
      {"a later version", with([](HwpFile& file) { file.version = 0x06000000; }), "is HWP version 6; "},
      {"an old version", "HWP Document File V3.00 \x1A\x01\x02\x03\x04\x05", "is HWP version 3 or older; "},
      {"another compound file", ole_file({{"WordDocument", "x"}}), "is no HWP document; "},
      {"another file", "%PDF-1.7", "is no compound file"},
      {"nothing", "", "is no compound file"},
      {"a missing section", with([](HwpFile& file) { file.sections.pop_back(); }), "section 2 of 2 is missing"},
      {"no section", with([](HwpFile& file) { file.sections.clear(), file.document_info.clear(); }), "section 1"},
      {"a section that is not packed", with([](HwpFile& file) { file.properties = 0, file.sections[0] = deflate(file.sections[0]); }),
       "damaged"},
      {"a distribution document without key",
       with([](HwpFile& file) { file.other_streams["ViewText/Section0"] = "123", file.properties = distributed, file.sections.clear(); }),
       "damaged"},
      {"the first half", good.substr(0, good.size() / 2), "damaged"},
      {"the header", good.substr(0, 512), "damaged"},
  };
  for (const Row& row : rows) {
    try {
      read_hwp(row.bytes);
      ADD_FAILURE() << row.name;
    } catch (const UnreadableFile& error) {
      EXPECT_THAT(error.what(), HasSubstr(row.message)) << row.name;
    }
  }
}

TEST(Hwp, EveryByteChangedOrCut) {
  const std::string good = hwp_file(small_file());
  for (std::size_t i = 0; i < good.size(); i += 3) {
    std::string bad = good;
    bad[i] = static_cast<char>(~bad[i]);
    for (const std::string& bytes : {bad, good.substr(0, i)}) {
      try {
        read_hwp(bytes);
      } catch (const UnreadableFile&) {  // anything else is a failure
      }
    }
  }
}

TEST(Inflate, Bounds) {
  const std::string text = "다섯 글자";
  EXPECT_EQ(inflate(deflate(text), 100), text);
  EXPECT_EQ(inflate(deflate(text) + "rest", 100), text);
  EXPECT_EQ(inflate(deflate(""), 0), "");
  EXPECT_THROW(inflate(deflate(text), text.size() - 1), UnreadableFile);
  EXPECT_THROW(inflate(deflate(text).substr(0, 5), 100), UnreadableFile);
  EXPECT_THROW(inflate("", 100), UnreadableFile);
  EXPECT_THROW(inflate("\xFF\xFF\xFF", 100), UnreadableFile);
  // Only what was made for it shrinks to a thousandth.
  const std::string bomb = deflate(std::string(std::size_t{1} << 26, '\0'));
  EXPECT_THROW(inflate(bomb, std::size_t{1} << 30), UnreadableFile);
}

}  // namespace
}  // namespace jomun::testing
