// Jomun: packages of ODF and OWPML whose parts are encrypted.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/package_encryption.h"

#include <memory>
#include <string>
#include <utility>

#include "corpus/formats/extracted_text.h"
#include "corpus/formats/xml.h"

namespace jomun {

void refuse_encrypted_package(ZipArchive& archive) {
  const std::string name = "META-INF/manifest.xml";
  std::unique_ptr<ByteSource> source = archive.open(name);
  if (!source) return;
  XmlReader xml(std::move(source), name);
  while (xml.next()) {
    if (xml.starts("encryption-data")) throw UnreadableFile("the file is protected by a password; save it without one");
  }
}

}  // namespace jomun
