// Jomun: whether bytes are text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace jomun {

// The bytes of a file. Throws UnreadableFile.
std::string read_bytes(const std::filesystem::path& file);

// Throws UnreadableFile for bytes that are no UTF-8 text: nothing but white space, NUL or many control characters, ill-formed.
// Returns where the text begins: 3 behind a byte order mark, else 0.
std::size_t check_text(std::string_view bytes);

// `name` with '/', '#', white space, controls and ill-formed bytes replaced by '-': usable as a work. Never empty.
std::string work_from_name(std::string_view name);
// `work` has no '/', '#' or white space.
bool is_work(std::string_view work);
// Letters, digits and hyphens, as in "zh-Hans".
bool is_language_tag(std::string_view language);

}  // namespace jomun
