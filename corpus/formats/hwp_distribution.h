// Jomun: the text of HWP 5 distribution documents, whose key is in the file.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace jomun {

// A distribution document (배포용 문서) may be read by all, but not changed: each stream of its text begins with a record that hides the
// key the rest is encrypted with. Returns that rest, decrypted. Thread-safe. Throws UnreadableFile.
std::string decrypt_distribution(std::string_view stream);

}  // namespace jomun
