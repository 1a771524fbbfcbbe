// Jomun: from a published file to its versions.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/declaration.h"
#include "corpus/formats/extracted_text.h"
#include "corpus/splitter.h"

namespace jomun {

// The versions in one file: usually one; one per language for a page that mixes them; one per work and language for JSON Lines.
// What kind of file it is is told by its content (corpus/formats/format.h). `given` wins over what is found in the text, that over what
// the file's own fields say, and all over what is guessed (the work from the file's name, the language from the characters).
// How far articles are split is no matter of JSON Lines, which are clauses. Thread-safe. Throws UnreadableFile.
std::vector<Version> read_file(const std::filesystem::path& file, const Metadata& given, Granularity granularity = Granularity::article);

// The same for bytes already in memory. `name` stands for the file's name.
std::vector<Version> read_document(std::string_view bytes, std::string_view name, const Metadata& given,
                                   Granularity granularity = Granularity::article);

// The same for what is known to be text, which may have been pasted from a web page, or JSON Lines, in UTF-8.
std::vector<Version> read_text(std::string_view utf8, std::string_view name, const Metadata& given,
                               Granularity granularity = Granularity::article);
std::vector<Version> read_json_lines(std::string_view utf8, std::string_view name, const Metadata& given);

}  // namespace jomun
