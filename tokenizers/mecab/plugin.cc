// Jomun: the plug-in jomun-mecab.so.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/plugin.h"

#include "tokenizers/mecab/mecab_tokenizer.h"

namespace {

constexpr jomun::TokenizerEntry entries[] = {
    {jomun::mecab_tokenizer_name, "Japanese by words as MeCab finds them with IPADIC, other scripts as without a plug-in",
     []() -> std::unique_ptr<jomun::Tokenizer> { return std::make_unique<jomun::MecabTokenizer>(); }},
};

}  // namespace

const jomun::TokenizerPlugin* jomun_tokenizer_plugin() {
  static constexpr jomun::TokenizerPlugin plugin{.tokenizers = entries};
  return &plugin;
}
