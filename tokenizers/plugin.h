// Jomun: how a shared library adds tokenizers to Jomun's programs. For authors of plug-ins: this, tokenizer.h and token.h are all they
// need.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   #include "tokenizers/plugin.h"
//   namespace {
//   class Mine final : public jomun::Tokenizer { … };
//   constexpr jomun::TokenizerEntry entries[] = {
//       {"mine-1", "a line for people", []() -> std::unique_ptr<jomun::Tokenizer> { return std::make_unique<Mine>(); }}};
//   }
//   const jomun::TokenizerPlugin* jomun_tokenizer_plugin() {
//     static constexpr jomun::TokenizerPlugin plugin{.tokenizers = entries};
//     return &plugin;
//   }
//
//   c++ -std=c++20 -O2 -shared -fPIC -I PREFIX/include/jomun mine.cc -o mine.so
//   jomun-tokenize --plugin ./mine.so --tokenizer mine-1
//
// Objects of C++ pass between program and plug-in. What that asks for, and who looks:
//  - the same version of this interface, and Token and TokenizerEntry of the same size: the program, before it uses anything else;
//  - the same standard library (libstdc++ or libc++) in the same ABI: the program;
//  - that library linked as a shared one, no older than the one the plug-in was compiled with, and the same machine: the system, when
//    it loads the plug-in;
//  - a compiler with the C++ ABI called Itanium, as g++ and clang++ both have it, C++20 or later, no option that changes the layout of
//    objects (-fpack-struct): nobody;
//  - no exception from the initialisation of static objects, which nothing could catch: nobody. jomun_tokenizer_plugin() and make() may
//    throw.
// A plug-in that misbehaves is not contained: load none that you would not run.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "tokenizers/tokenizer.h"

namespace jomun {

// One more with every change of token.h or tokenizer.h in layout or meaning. A plug-in made for another version is refused.
inline constexpr std::uint32_t tokenizer_interface_version = 1;

// The standard library a file is compiled with, as far as its objects differ in layout from those of another.
inline constexpr std::string_view standard_library =
#if defined(_LIBCPP_ABI_VERSION)
    _LIBCPP_ABI_VERSION == 1 ? "libc++, ABI 1" : "libc++, ABI 2";
#elif defined(__GLIBCXX__)
    _GLIBCXX_INLINE_VERSION ? "libstdc++ with versioned namespace" : "libstdc++";
#else
    "an unknown one";
#endif

struct TokenizerPlugin {
  // The first four stand first, and mean the same, in every version of the interface: what a program may read of any plug-in.
  std::uint32_t interface_version = tokenizer_interface_version;
  std::uint32_t token_size = sizeof(Token);  // bytes
  std::uint32_t entry_size = sizeof(TokenizerEntry);
  const char* library = standard_library.data();  // ends with NUL

  // In static storage, with names and summaries. The program keeps the plug-in loaded until it ends: names and tokenizers refer into it.
  std::span<const TokenizerEntry> tokenizers;
};

}  // namespace jomun

// The entry point, defined by the plug-in. Called once, before the program starts threads. What it points to is in static storage.
extern "C" __attribute__((visibility("default"))) const jomun::TokenizerPlugin* jomun_tokenizer_plugin();
