// Jomun tests: whatever is appended and put in, a mapped text knows where each byte came from; whatever pieces are stored, it does not
// take those that do not fit.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "tests/fuzz/fuzz_target.h"
#include "tokenizers/mapped_text.h"

namespace jomun::testing {
namespace {

// Each byte of a text, as an index into the original, or inserted.
using Sources = std::vector<std::size_t>;

// What MappedText::original() promises, by the byte.
Span original_of(const Sources& sources, Span derived) {
  Span result{MappedText::inserted, 0};
  for (std::size_t i = derived.begin; i < derived.end; ++i) {
    if (sources[i] == MappedText::inserted) continue;
    result.begin = std::min(result.begin, sources[i]);
    result.end = sources[i] + 1;
  }
  return result;
}

void check(const MappedText& mapped, const Sources& sources, std::string_view original) {
  require(mapped.text().size() == sources.size(), "bytes are lost");
  for (std::size_t i = 0; i < sources.size(); ++i)
    require(sources[i] == MappedText::inserted || mapped.text()[i] == original[sources[i]], "a byte differs from its original");
  for (std::size_t begin = 0; begin < sources.size(); ++begin)
    for (std::size_t end = begin + 1; end <= sources.size(); end += 1 + end / 4) {
      const Span found = mapped.original({begin, end});
      require(found.begin <= found.end && found.end <= original.size(), "a span leaves the original");
      if (sources[begin] != MappedText::inserted && sources[end - 1] != MappedText::inserted)
        require(found == original_of(sources, {begin, end}), "a span is not that of its bytes");
    }
  require(MappedText::from_pieces(mapped.text(), mapped.pieces()).pieces() == mapped.pieces(), "stored pieces differ");
}

}  // namespace

// Pairs of bytes are what to do and with how many bytes of the input itself, which is the original.
void fuzz(std::string_view text) {
  constexpr std::size_t longest = 256;
  text = text.substr(0, longest);
  const auto number = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  MappedText first, second;
  Sources of_first, of_second;
  std::size_t passed = 0;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const std::size_t bytes = number(i + 1);
    if (number(i) % 4 == 0) {
      const std::string_view inserted = std::string_view(" 、x").substr(0, bytes % 6);
      first.insert(inserted);
      of_first.insert(of_first.end(), inserted.size(), MappedText::inserted);
    } else {
      const std::size_t begin = std::min(text.size(), passed + number(i) % 4 - 1), end = std::min(text.size(), begin + bytes % 16);
      first.append(text, begin, end);
      for (passed = begin; passed < end; ++passed) of_first.push_back(passed);
    }
  }
  check(first, of_first, text);

  passed = 0;
  for (std::size_t i = 0; i < text.size() && passed < of_first.size(); ++i) {
    const std::size_t begin = std::min(of_first.size(), passed + number(i) % 4),
                      end = std::min(of_first.size(), begin + number(i) / 4 % 16);
    second.append(first, begin, end);
    for (passed = begin; passed < end; ++passed) of_second.push_back(of_first[passed]);
  }
  check(second, of_second, text);

  std::vector<MappedText::Piece> pieces;
  for (std::size_t i = 0; i + 1 < text.size() && i < 8; i += 2)
    pieces.push_back({number(i) % 32, number(i + 1) % 16 == 0 ? MappedText::inserted : number(i + 1) % 64});
  try {
    const MappedText stored = MappedText::from_pieces(std::string(text), pieces);
    require(stored.text() == text && stored.pieces() == pieces, "what was stored is not what is read");
    if (!text.empty()) stored.original({0, text.size()});
  } catch (const std::invalid_argument&) {
    // They do not fit.
  }
}

}  // namespace jomun::testing
