// Jomun: HWP 5, the binary format of Hangul (한글), a Korean word processor.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/hwp.h"

#include <fmt/format.h>

#include <optional>
#include <string>

#include "corpus/formats/hwp_body.h"
#include "corpus/formats/hwp_distribution.h"
#include "corpus/formats/hwp_numbering.h"
#include "corpus/formats/inflate.h"
#include "corpus/formats/little_endian.h"
#include "corpus/formats/ole_container.h"
#include "corpus/formats/text_builder.h"

namespace jomun {
namespace {

// All versions before 5 begin like this, and 5 has it in a stream.
constexpr std::string_view old_signature = "HWP Document File V", signature = "HWP Document File";
constexpr std::size_t most_unpacked_bytes = std::size_t{1} << 28;  // of DocInfo and all sections: text is a small part of them

struct Header {
  bool is_packed = false, is_distributed = false;
};

Header read_header(const OleContainer& container) {
  constexpr std::size_t version_offset = 32, properties_offset = 36, bytes = 40;
  enum : std::uint32_t {
    packed = 1U << 0U,
    password = 1U << 1U,
    distributed = 1U << 2U,
    drm = 1U << 4U,
    certificate = 1U << 8U,
    certificate_drm = 1U << 10U
  };
  const std::optional<std::string> stream = container.read("FileHeader");
  if (!stream || !stream->starts_with(signature) || stream->size() < bytes)
    throw UnreadableFile("is no HWP document; check what kind of file it is");
  const std::uint32_t version = little_endian_32(*stream, version_offset), properties = little_endian_32(*stream, properties_offset);
  if (version >> 24U != 5) throw UnreadableFile(fmt::format("is HWP version {}; save it as HWP 5 or HWPX", version >> 24U));
  if ((properties & password) != 0) throw UnreadableFile("is encrypted; open it in a word processor and save a copy without password");
  if ((properties & (drm | certificate | certificate_drm)) != 0)
    throw UnreadableFile("is encrypted for certain readers (DRM); ask its publisher for a copy without");
  return {(properties & packed) != 0, (properties & distributed) != 0};
}

// Reads streams and unpacks them, together no more than a limit.
class Streams {
 public:
  Streams(std::string_view file, const OleContainer& container, const Header& header)
      : container_(container), header_(header), left_(file.size()) {}

  std::optional<std::string> read(std::string_view path, bool is_distributed) {
    std::optional<std::string> stream = container_.read(path);
    if (!stream) return {};
    // Streams that share sectors could be many times as long as the file.
    if (stream->size() > left_) throw UnreadableFile("is a damaged HWP document: parts of it overlap; fetch it again");
    left_ -= stream->size();
    if (is_distributed) stream = decrypt_distribution(*stream);
    if (header_.is_packed) stream = inflate(*stream, left_unpacked_);
    left_unpacked_ -= stream->size() < left_unpacked_ ? stream->size() : left_unpacked_;
    return stream;
  }

 private:
  const OleContainer& container_;
  Header header_;
  std::size_t left_, left_unpacked_ = most_unpacked_bytes;
};

// The title in a set of properties as OLE has them. What is wrong with it is no reason to refuse the text.
std::string read_title(std::string_view properties) try {
  constexpr std::size_t offset_of_section = 44;
  constexpr std::uint32_t title = 2, utf16_text = 0x1F;
  LittleEndianReader header(properties);
  header.read(offset_of_section);
  LittleEndianReader all(properties);
  all.read(header.read_32());
  LittleEndianReader section = all;
  section.read_32();
  for (std::uint32_t count = section.read_32(); count > 0; --count) {
    const std::uint32_t id = section.read_32(), offset = section.read_32();
    if (id != title) continue;
    LittleEndianReader property = all;
    property.read(offset);
    if (property.read_32() != utf16_text) return {};
    const std::size_t units = property.read_32();
    std::string text;
    append_utf16(text, property.read(2 * units));
    return text;
  }
  return {};
} catch (const UnreadableFile&) {
  return {};
}

}  // namespace

ExtractedText read_hwp(std::string_view bytes) {
  if (bytes.starts_with(old_signature)) throw UnreadableFile("is HWP version 3 or older; save it as HWP 5 or HWPX");
  const OleContainer container(bytes);
  const Header header = read_header(container);
  Streams streams(bytes, container, header);
  const std::optional<std::string> information = streams.read("DocInfo", false);
  if (!information)
    throw UnreadableFile("is a damaged HWP document: it has no DocInfo; fetch it again, or open it in its program and save it anew");
  const HwpDocumentInfo info = read_hwp_document_info(*information);
  HwpBody body(info);
  std::size_t sections = 0;
  for (;; ++sections) {
    const std::string name = fmt::format("{}/Section{}", header.is_distributed ? "ViewText" : "BodyText", sections);
    const std::optional<std::string> section = streams.read(name, header.is_distributed);
    if (!section) break;
    body.add_section(*section);
  }
  if (sections < info.sections || sections == 0)
    throw UnreadableFile(
        fmt::format("is a damaged HWP document: section {} of {} is missing; fetch it again, or open it in its program and save it anew",
                    sections + 1, info.sections));
  ExtractedText extracted;
  extracted.text = body.take_text();
  if (const auto summary = container.read("HwpSummaryInformation"))
    extracted.found.title = confirmed_title(read_title(*summary), extracted.text);
  return extracted;
}

}  // namespace jomun
