// Jomun: the steps of a tokenizer that can be measured by themselves.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchmarks/filters.h"

#include <benchmark/benchmark.h>

#include <array>
#include <span>
#include <string>

#include "tokenizers/annotation.h"
#include "tokenizers/characters.h"
#include "tokenizers/hangul.h"

namespace jomun {
namespace {

class Decoding final : public Contender {
 public:
  Output read(std::string_view utf8) override {
    Output output;
    std::uint64_t sum = 0;
    for (std::size_t offset = 0; offset < utf8.size(); ++output.tokens) {
      const Decoded next = decode(utf8, offset);
      offset += next.bytes;
      output.term_bytes += next.bytes;
      sum += next.value;
    }
    benchmark::DoNotOptimize(sum);  // else only the lengths would be read
    return output;
  }
};

class Folding final : public Contender {
 public:
  Output read(std::string_view utf8) override {
    constexpr std::size_t most_bytes = 4;  // from one, which may be ill-formed
    if (folded_.size() < utf8.size() * most_bytes) folded_.resize(utf8.size() * most_bytes);
    char* out = folded_.data();
    Output output;
    for (std::size_t offset = 0; offset < utf8.size(); ++output.tokens) {
      const Decoded next = decode(utf8, offset);
      offset += next.bytes;
      const char32_t to = fold(next.value);
      out += encode(to != 0 ? to : next.value, out);
    }
    output.term_bytes = static_cast<std::uint64_t>(out - folded_.data());
    return output;
  }

 private:
  std::string folded_;
};

template <bool endings>
class HangulWords final : public Contender {
 public:
  Output read(std::string_view utf8) override {
    Output output;
    std::size_t size = 0;
    const auto end_word = [&] {
      if (size > 2 && size <= word_.size()) {
        const std::span<const char32_t> word(word_.data(), size);
        output += {1, 3 * (size - (endings ? ending_length(word) : 0))};
      }
      size = 0;
    };
    for (std::size_t offset = 0; offset < utf8.size();) {
      const Decoded next = decode(utf8, offset);
      offset += next.bytes;
      if (is_syllable(next.value)) {
        if (size < word_.size()) word_[size] = next.value;
        ++size;
      } else if (size > 0) {
        end_word();
      }
    }
    end_word();
    return output;
  }

 private:
  std::array<char32_t, 32> word_{};  // what is longer is no word
};

class StrippingAnnotations final : public Contender {
 public:
  Output read(std::string_view utf8) override {
    const MappedText stripped = strip_annotations(utf8);
    return {stripped.pieces().size(), stripped.text().size()};
  }
};

template <typename Filter>
ContenderEntry filter(const char* name) {
  return {"filter", name, [] { return std::make_unique<Filter>(); }};
}

}  // namespace

std::vector<ContenderEntry> filters() {
  return {filter<Decoding>("decode"), filter<Folding>("fold"), filter<HangulWords<false>>("hangul-words"),
          filter<HangulWords<true>>("hangul-endings"), filter<StrippingAnnotations>("strip-annotations")};
}

}  // namespace jomun
