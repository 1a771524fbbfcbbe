// Jomun: HWP 5, the binary format of Hangul (한글), a Korean word processor.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// 본 제품은 한글과컴퓨터의 한글 문서 파일(.hwp) 공개 문서를 참고하여 개발하였습니다.
// (Its publisher asks for this sentence: written after Hancom's public documents on the format of .hwp files.)

#pragma once

#include <string_view>

#include "corpus/formats/extracted_text.h"

namespace jomun {

// As extracted_text.h says. Distribution documents (배포용 문서) are read like others; those with password or DRM throw UnreadableFile.
// Found is the title only, where the text says it too: the other fields tell who typed the file, and when. Equations are their scripts.
ExtractedText read_hwp(std::string_view bytes);

}  // namespace jomun
