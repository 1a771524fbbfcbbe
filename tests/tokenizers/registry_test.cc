// Jomun tests: tokenizers by their names.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/registry.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/texts.h"
#include "tokenizers/plugin.h"

namespace jomun {
namespace {

TEST(Registry, EveryNameMakesItsTokenizer) {
  ASSERT_FALSE(tokenizers().empty());
  EXPECT_EQ(tokenizers().front().name, default_tokenizer_name);
  for (const TokenizerEntry& entry : tokenizers()) {
    EXPECT_EQ(make_tokenizer(entry.name)->name(), entry.name);
    EXPECT_FALSE(entry.summary.empty());
    EXPECT_EQ(entry.summary.find('\n'), std::string_view::npos);
  }
  EXPECT_EQ(make_tokenizer()->name(), default_tokenizer_name);
}

std::string names() {
  std::string result;
  for (const TokenizerEntry& entry : tokenizers()) result += (result.empty() ? "" : ", ") + std::string(entry.name);
  return result;
}

TEST(Registry, AnUnknownNameSaysWhichThereAre) {
  const std::string padded = std::string(default_tokenizer_name) + " ";
  for (const std::string& name : {std::string(), std::string("jomun"), padded, std::string("JOMUN-1")}) {
    try {
      make_tokenizer(name);
      ADD_FAILURE() << name;
    } catch (const UnknownTokenizer& unknown) {
      EXPECT_EQ(unknown.what(),
                "no tokenizer is named \"" + name + "\"; there are " + names() + ", and those of plug-ins once they are loaded");
    }
  }
}

// Registering.

class Named final : public Tokenizer {
 public:
  explicit Named(std::string_view name) : name_(name) {}
  std::string_view name() const override { return name_; }
  void tokenize(std::string_view, TokenSink&) override {}

 private:
  std::string_view name_;
};

std::unique_ptr<Tokenizer> make_good() { return std::make_unique<Named>("good-1"); }
std::unique_ptr<Tokenizer> make_none() { return nullptr; }
std::unique_ptr<Tokenizer> make_throwing() { throw std::runtime_error("there is no dictionary; install one"); }

template <typename Error>
std::string message(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Registry, WhatCannotBeRegisteredLeavesItAsItWas) {
  const std::string before = names(), long_name(65, 'a');
  const std::string taken =
      "there is a tokenizer \"" + std::string(default_tokenizer_name) + "\" already; register each once, under a name of its own";
  struct Row {
    std::vector<TokenizerEntry> entries;
    std::string error;
  };
  for (const Row& row : std::vector<Row>{
           {{{default_tokenizer_name, "", make_good}}, taken},
           {{{"new-1", "", make_good}, {default_tokenizer_name, "", make_good}}, taken},
           {{{"new-1", "", make_good}, {"new-1", "", make_good}},
            "there is a tokenizer \"new-1\" already; register each once, under a name of its own"},
           {{{"", "", make_good}}, "\"\" is no name for a tokenizer; use 1 to 64 letters, digits, '-', '_' and '.'"},
           {{{"a b", "", make_good}}, "\"a b\" is no name for a tokenizer; use 1 to 64 letters, digits, '-', '_' and '.'"},
           {{{long_name, "", make_good}},
            "\"" + long_name + "\" is no name for a tokenizer; use 1 to 64 letters, digits, '-', '_' and '.'"},
           {{{"new-1", "", nullptr}}, "nothing makes the tokenizer \"new-1\"; set its make()"},
       }) {
    EXPECT_EQ(message<std::invalid_argument>([&] { register_tokenizers(row.entries); }), row.error);
    EXPECT_EQ(names(), before) << row.error;
  }
}

TEST(Registry, WhatIsRegisteredIsMadeOrSaysWhyNot) {
  static constexpr std::array<TokenizerEntry, 4> entries = {
      {{"good-1", "", make_good}, {"none-1", "", make_none}, {"renamed-1", "", make_good}, {"throwing-1", "", make_throwing}}};
  const std::string before = names();
  register_tokenizers(entries);
  EXPECT_EQ(names(), before + ", good-1, none-1, renamed-1, throwing-1");
  EXPECT_EQ(make_tokenizer("good-1")->name(), "good-1");
  const auto broken = [](std::string_view name) { return message<BrokenTokenizer>([&] { make_tokenizer(name); }); };
  EXPECT_EQ(broken("none-1"), "the tokenizer \"none-1\" is not the one that was made; ask its author to look at its make()");
  EXPECT_EQ(broken("renamed-1"), "the tokenizer \"renamed-1\" is not the one that was made; ask its author to look at its make()");
  EXPECT_EQ(broken("throwing-1"), "the tokenizer \"throwing-1\" cannot be made: there is no dictionary; install one");
}

// Plug-ins built with other headers must not be loaded. When this fails, a header has changed: if in layout or meaning, add one to
// tokenizer_interface_version in plugin.h; then write down the new sum.
TEST(PluginInterface, ItsVersionChangesWithItsHeaders) {
  std::uint64_t sum = 0xCBF29CE484222325;  // FNV-1a
  for (const char* header : {"token.h", "tokenizer.h"})
    for (const char c : testing::read_file(std::filesystem::path(JOMUN_SOURCE_DIR) / "tokenizers" / header))
      sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  EXPECT_EQ(tokenizer_interface_version, 1U);
  EXPECT_EQ(sum, 17688636016544356093U);
}

}  // namespace
}  // namespace jomun
