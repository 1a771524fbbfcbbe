// Jomun: compiles the shipped lexicon for the default tokenizer.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: jomun-generate-compiled-lexicon OUT

#include <fstream>
#include <iostream>

#include "searcher/compiled_lexicon.h"
#include "tokenizers/registry.h"

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: jomun-generate-compiled-lexicon OUT\n";
    return 2;
  }
  std::ofstream out(arguments[1], std::ios::binary);
  out << jomun::compile_lexicon(jomun::shipped_lexicon(), *jomun::make_tokenizer());
  if (out.flush()) return 0;
  std::cerr << "jomun-generate-compiled-lexicon: " << arguments[1] << ": cannot be written\n";
  return 1;
}
