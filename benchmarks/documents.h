// Jomun: real texts to measure with.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace jomun {

struct Language {
  std::string name;  // "ko"
  std::vector<std::string> documents;
  std::size_t bytes = 0;  // of all documents
};

// The languages of `folder`, sorted by name, each about `bytes_wanted` large and always the same for the same folder.
//  - A folder with a folder for each language: .txt files of 4 to 64 KB, taken evenly from all of the sorted names.
//  - A folder of .txt files: grouped by the language detected, each file taken as often as it needs to reach `bytes_wanted`.
// Throws std::runtime_error when there are none.
std::vector<Language> read_documents(const std::filesystem::path& folder, std::size_t bytes_wanted);

// A text of all of them, "mix": about `bytes_wanted` large, the same number of bytes of each language to within a code point. Documents
// are taken evenly from those of each language, the last one cut, and stand interleaved: next comes that of the language with the fewest
// bytes so far.
Language mix(const std::vector<Language>& languages, std::size_t bytes_wanted);

// The folder of texts that --corpora=DIR names, which is taken out of the arguments; else $JOMUN_CORPORA, else ../shared/corpora beside the
// checkout, else corpus/declarations.
std::filesystem::path take_corpora(int& argc, char** argv);

}  // namespace jomun
