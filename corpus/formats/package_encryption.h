// Jomun: packages of ODF and OWPML whose parts are encrypted.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "corpus/formats/zip_archive.h"

namespace jomun {

// Throws UnreadableFile when META-INF/manifest.xml says that a part is encrypted. A package without manifest is not.
void refuse_encrypted_package(ZipArchive& archive);

}  // namespace jomun
