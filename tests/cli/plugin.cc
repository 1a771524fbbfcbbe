// Jomun tests: a plug-in as somebody else would write it, with nothing but the installed headers; each -D makes one mistake.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/plugin.h"

#include <algorithm>
#include <stdexcept>

#ifndef NAME
#define NAME "spaces-1"
#endif

namespace {

// What stands between spaces, as it stands.
class Spaces final : public jomun::Tokenizer {
 public:
  std::string_view name() const override { return NAME; }
  void tokenize(std::string_view utf8, jomun::TokenSink& sink) override {
    std::uint32_t position = 0;
    for (std::size_t begin = 0, end = 0; begin < utf8.size(); begin = end + 1) {
      end = std::min(utf8.find(' ', begin), utf8.size());
      if (begin == end) continue;
      const jomun::Token token{utf8.substr(begin, end - begin), begin, end, position++, jomun::TokenKind::word};
      if (!sink.accept({&token, 1})) return;
    }
  }
};

constexpr jomun::TokenizerEntry entries[] = {{NAME, "what stands between spaces", []() -> std::unique_ptr<jomun::Tokenizer> {
#if defined(NO_DICTIONARY)
                                                throw std::runtime_error("its dictionary is missing; install it");
#endif
                                                return std::make_unique<Spaces>();
                                              }}};

}  // namespace

#if defined(UNDEFINED_SYMBOL)
void defined_nowhere();
#endif

#if !defined(NO_ENTRY_POINT)
const jomun::TokenizerPlugin* jomun_tokenizer_plugin() {
  static jomun::TokenizerPlugin plugin{.tokenizers = entries};
#if defined(OLD_VERSION)
  plugin.interface_version = 0;
#elif defined(OTHER_LIBRARY)
  plugin.library = "libc++, ABI 1";
#elif defined(OTHER_LAYOUT)
  plugin.token_size = 8;
#elif defined(NO_TOKENIZER)
  plugin.tokenizers = {};
#elif defined(NOTHING)
  return nullptr;
#elif defined(THROWS)
  throw std::runtime_error("two\nlines \x1b[31m");
#elif defined(THROWS_A_NUMBER)
  throw 7;
#elif defined(UNDEFINED_SYMBOL)
  defined_nowhere();
#endif
  return &plugin;
}
#endif
