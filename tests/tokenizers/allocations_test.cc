// Jomun tests: a tokenizer that has read a text reads it again without asking for memory. Counts every malloc of the process: operator
// new, ICU and the stemmer all end there. An executable of its own, since it replaces malloc.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cxxabi.h>
#include <dlfcn.h>
#include <execinfo.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/texts.h"
#include "tokenizers/annotation.h"
#include "tokenizers/characters.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

// What is recorded while `counting`, without memory but this. Each test is one thread.
struct Allocations {
  static constexpr int depth = 64;
  static constexpr std::size_t kept = 1024;
  struct Stack {
    void* frames[depth];
    int size;
  };
  bool counting = false;
  std::size_t count = 0;
  Stack stacks[kept];  // of the first
};
Allocations allocations;

void record() {
  if (!allocations.counting) return;
  allocations.counting = false;  // backtrace() may allocate
  if (allocations.count < Allocations::kept) {
    Allocations::Stack& stack = allocations.stacks[allocations.count];
    stack.size = backtrace(stack.frames, Allocations::depth);
  }
  ++allocations.count;
  allocations.counting = true;
}

}  // namespace
}  // namespace jomun

// glibc's own, under the names it has for those who put theirs in front.
extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);

void* malloc(std::size_t size) noexcept {
  jomun::record();
  return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) noexcept {
  jomun::record();
  return __libc_calloc(count, size);
}
void* realloc(void* memory, std::size_t size) noexcept {
  jomun::record();
  return __libc_realloc(memory, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
  jomun::record();
  return __libc_memalign(alignment, size);
}
}

namespace jomun {
namespace {

// What `addr2line -Cfe FILE OFFSET` takes, where the symbol is not one that other libraries may use.
std::string name_of(void* address) {
  Dl_info info{};
  if (dladdr(address, &info) == 0) return "?";
  if (info.dli_sname == nullptr)
    return fmt::format("{} {:#x}", info.dli_fname, static_cast<char*>(address) - static_cast<char*>(info.dli_fbase) - 1);
  int status = 0;
  char* demangled = abi::__cxa_demangle(info.dli_sname, nullptr, nullptr, &status);
  std::string name = status == 0 ? demangled : info.dli_sname;
  std::free(demangled);
  return name;
}

// How many allocations `work` makes and which calls lead to them; nothing if it makes none.
template <typename Work>
std::string allocations_of(const Work& work) {
  void* frames[Allocations::depth];
  const int below = backtrace(frames, Allocations::depth);  // callers of the test
  allocations.count = 0;
  allocations.counting = true;
  work();
  allocations.counting = false;
  if (allocations.count == 0) return "";
  std::map<std::string, std::size_t> callers;
  for (std::size_t i = 0; i < std::min(allocations.count, Allocations::kept); ++i) {
    std::string names;
    const Allocations::Stack& stack = allocations.stacks[i];
    for (int frame = 2; frame < stack.size - below; ++frame) names += "\n    " + name_of(stack.frames[frame]).substr(0, 120);
    ++callers[names];
  }
  std::vector<std::pair<std::size_t, std::string>> most;
  for (const auto& [names, count] : callers) most.emplace_back(count, names);
  std::sort(most.rbegin(), most.rend());
  constexpr std::size_t shown = 8;
  std::string report = std::to_string(allocations.count) + " allocations, of the first of them";
  for (std::size_t i = 0; i < std::min(shown, most.size()); ++i) report += "\n  " + std::to_string(most[i].first) + " by" + most[i].second;
  return report;
}

struct NamedText {
  std::string name, text;
};

// Some megabytes of each: real texts, and pieces that take every path.
const std::vector<NamedText>& long_texts() {
  static const std::vector<NamedText> texts = [] {
    constexpr std::size_t wanted = 2 << 20;
    const auto files_below = [](const std::filesystem::path& folder) {
      std::string text;
      for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) text += testing::read_file(entry.path());
      return text;
    };
    std::vector<NamedText> result(3);
    result[0].name = "declarations and golden statutes";
    for (const auto& file : testing::declaration_files()) result[0].text += testing::read_file(file);
    result[0].text += files_below(std::filesystem::path(JOMUN_SOURCE_DIR) / "tests/golden");
    result[1].name = "telling pieces";
    for (const std::string& first : testing::telling_pieces())
      for (const std::string& second : testing::telling_pieces()) result[1].text += first + second + "。";
    result[2].name = "long pieces";
    std::vector<std::string> pieces = testing::telling_pieces();
    pieces.insert(pieces.end(), {"и\u0306", "α\u0301", "แลนด์", "حُ", "я.", "½", "\u1100\u1161\u11A8", "ж ", "safety "});
    for (const std::string& piece : pieces)
      for (int times : {40, 400, 5000}) {
        for (int i = 0; i < times; ++i) result[2].text += piece;
        result[2].text += "。";
      }
    for (NamedText& named : result)
      for (const std::string once = named.text; named.text.size() < wanted;) named.text += once;
    if (const char* corpora = std::getenv("JOMUN_CORPORA")) result.push_back({corpora, files_below(corpora)});
    return result;
  }();
  return texts;
}

class Nothing final : public TokenSink {
 public:
  bool accept(std::span<const Token>) override { return true; }
};

TEST(Allocations, AreCounted) {
  void* frames[1];
  backtrace(frames, 1);                    // loads what it needs
  static void* volatile memory = nullptr;  // so that no compiler leaves the call out
  EXPECT_NE(allocations_of([] { memory = operator new(1); }), "");
  operator delete(memory);
  EXPECT_NE(allocations_of([] { memory = std::malloc(1); }), "");
  EXPECT_NE(allocations_of([] { memory = std::realloc(memory, 100); }), "");
  std::free(memory);
  EXPECT_NE(allocations_of([] { memory = std::calloc(1, 1); }), "");
  std::free(memory);
  EXPECT_EQ(allocations_of([] {}), "");
}

TEST(Allocations, NoneWhenATokenizerReadsATextAgain) {
  for (const TokenizerEntry& entry : tokenizers()) {
    const auto tokenizer = entry.make();
    for (const auto& [name, text] : long_texts()) {
      Nothing sink;
      tokenizer->tokenize(text, sink);
      EXPECT_EQ(allocations_of([&, &read = text] { tokenizer->tokenize(read, sink); }), "") << entry.name << " on " << name;
    }
  }
}

TEST(Allocations, NoneForWordsNotReadBefore) {
  const auto words = [](std::uint32_t seed) {
    std::string text;
    for (int i = 0; i < 200000; ++i) {
      for (std::uint32_t letters = 1 + (seed >> 8) % 40; letters > 0; --letters) {
        seed = seed * 1664525 + 1013904223;  // Numerical Recipes' generator: the same words everywhere
        text += static_cast<char>('a' + (seed >> 24) % 26);
      }
      text += ' ';
    }
    return text;
  };
  const auto tokenizer = make_tokenizer();
  Nothing sink;
  tokenizer->tokenize(words(1), sink);
  const std::string others = words(2);
  EXPECT_EQ(allocations_of([&] { tokenizer->tokenize(others, sink); }), "");
}

TEST(Allocations, NoneToFindAnAnnotation) {
  for (const auto& [name, text] : long_texts()) {
    const auto find_all = [&text = text] {
      for (std::size_t offset = 0; offset < text.size();) {
        const Decoded next = decode(text, offset);
        offset = may_open_annotation(next.value) ? std::max(annotation_end(text, offset), offset + next.bytes) : offset + next.bytes;
      }
    };
    find_all();
    EXPECT_EQ(allocations_of(find_all), "") << name;
  }
}

}  // namespace
}  // namespace jomun
