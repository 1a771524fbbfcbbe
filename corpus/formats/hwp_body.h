// Jomun: the text of the sections of an HWP 5 document.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/formats/hwp_numbering.h"

namespace jomun {

// Puts the sections' records together to what extracted_text.h asks for. Refers to the information.
class HwpBody {
 public:
  explicit HwpBody(const HwpDocumentInfo& info);
  HwpBody(const HwpBody&) = delete;
  HwpBody& operator=(const HwpBody&) = delete;
  ~HwpBody();

  // The next section. Throws UnreadableFile.
  void add_section(std::string_view records);
  // The text of all sections and their notes. The object is empty afterwards.
  std::string take_text();

 private:
  class Builder;
  std::unique_ptr<Builder> builder_;
};

}  // namespace jomun
