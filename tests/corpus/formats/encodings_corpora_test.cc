// Jomun tests: every file of a folder of real texts, JOMUN_CORPORA in the environment, one folder per language below it: converted to the
// encodings of its language, it comes back.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "corpus/formats/encodings.h"
#include "corpus/formats/extracted_text.h"
#include "tests/corpus/formats/encoded.h"
#include "tests/support/texts.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

struct Target {
  std::string name;
  const char* converter;
  std::string mark;
};

const std::vector<Target> unicode = {
    {"UTF-8", "UTF-8", ""},
    {"UTF-16LE", "UTF-16LE", ""},
    {"UTF-16BE", "UTF-16BE", ""},
    {"UTF-16LE with mark", "UTF-16LE", "\xFF\xFE"},
    {"UTF-16BE with mark", "UTF-16BE", "\xFE\xFF"},
    {"UTF-32LE", "UTF-32LE", ""},
    {"UTF-32BE", "UTF-32BE", ""},
};
const std::map<std::string, std::vector<Target>> of_language = {
    {"zh-hans", {{"GB18030", "gb18030", ""}, {"GBK", "windows-936-2000", ""}}},
    {"zh-hant", {{"Big5-HKSCS", "ibm-1375_P100-2008", ""}}},
    {"ko", {{"CP949", "windows-949-2000", ""}}},
    {"ja", {{"CP932", "ibm-943_P15A-2003", ""}, {"EUC-JP", "euc-jp-2007", ""}, {"ISO-2022-JP", "ISO_2022,locale=ja,version=3", ""}}},
    {"en", {{"Windows-1252", "ibm-5348_P100-1997", ""}}},
};

// What came of it where it was not the text.
std::string failure(const std::string& text, const Target& target, bool& possible) {
  const std::string bytes = testing::encoded(text, target.converter);
  possible = !bytes.empty();
  if (!possible) return {};
  try {
    const Utf8Text read = to_utf8(target.mark + bytes, {});
    return read.text == text ? std::string() : "read as " + read.encoding;
  } catch (const UnreadableFile& refused) {
    return refused.what();
  }
}

std::string first_bytes(const std::string& text, std::size_t size) {
  if (size >= text.size()) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

TEST(EncodingsOfCorpora, AreToldWithoutADeclaration) {
  const char* folder = std::getenv("JOMUN_CORPORA");
  if (folder == nullptr) GTEST_SKIP() << "JOMUN_CORPORA names no folder of texts";
  struct Count {
    std::size_t files = 0, right = 0, short_files = 0, short_right = 0;
  };
  std::map<std::string, Count> counts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string language = std::filesystem::relative(entry.path(), folder).begin()->string();
    std::string text = testing::read_file(entry.path());
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (find_ill_formed(text) != std::string::npos) continue;
    std::vector<Target> targets = unicode;
    if (const auto found = of_language.find(language); found != of_language.end())
      targets.insert(targets.end(), found->second.begin(), found->second.end());
    for (const Target& target : targets) {
      Count& count = counts[language + " " + target.name];
      bool possible = false;
      const std::string whole = failure(text, target, possible);
      count.files += possible;
      count.right += possible && whole.empty();
      EXPECT_EQ(whole, "") << target.name << " " << entry.path();
      const std::string begin = failure(first_bytes(text, 200), target, possible);
      count.short_files += possible;
      count.short_right += possible && begin.empty();
      if (!begin.empty()) std::cout << "first 200 bytes in " << target.name << ": " << begin << " " << entry.path() << '\n';
    }
  }
  EXPECT_FALSE(counts.empty()) << folder;
  for (const auto& [name, count] : counts)
    std::cout << name << ": " << count.right << " of " << count.files << " files, " << count.short_right << " of " << count.short_files
              << " by their first 200 bytes\n";
}

}  // namespace
}  // namespace jomun
