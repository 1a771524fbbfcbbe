// Jomun tests: HWP 5 files, made piece by piece.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hwp_files.h"

#include <gsf/gsf.h>
#include <nettle/aes.h>
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace jomun::testing {
namespace {

std::string u8(unsigned value) { return std::string(1, static_cast<char>(value & 0xFFU)); }

std::string utf16(std::u16string_view text) {
  std::string bytes;
  for (const char16_t unit : text) bytes += u16(unit);
  return bytes;
}

std::string control_id(std::string_view letters) { return {letters.rbegin(), letters.rend()}; }

// The record that hides a key, and what is encrypted with it.
std::string encrypt_distribution(std::string text) {
  constexpr std::uint32_t seed = 0x1234ABCD;
  constexpr std::size_t hidden_bytes = 256, key_begin = 4 + (seed & 0xFU);
  const std::string key = "sixteen letters!";
  std::string hidden(hidden_bytes, '\0');
  hidden.replace(0, 4, u32(seed));
  hidden.replace(key_begin, key.size(), key);
  std::uint32_t state = seed;
  const auto random = [&] { return (state = state * 214013 + 2531011) >> 16U & 0x7FFFU; };
  for (std::size_t i = 0; i < hidden_bytes;) {
    const unsigned byte = random() & 0xFFU;
    for (unsigned times = (random() & 0xFU) + 1; times > 0 && i < hidden_bytes; --times, ++i)
      if (i >= 4) hidden[i] = static_cast<char>(static_cast<unsigned char>(hidden[i]) ^ byte);
  }
  text.resize((text.size() + AES_BLOCK_SIZE - 1) / AES_BLOCK_SIZE * AES_BLOCK_SIZE);
  aes128_ctx context;
  aes128_set_encrypt_key(&context, reinterpret_cast<const std::uint8_t*>(key.data()));
  auto* bytes = reinterpret_cast<std::uint8_t*>(text.data());
  aes128_encrypt(&context, text.size(), bytes, bytes);
  return hwp_record(HwpTag::distribution, 0, hidden) + text;
}

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

void check(bool good) {
  if (!good) throw std::runtime_error("libgsf cannot write this file");
}

void write(GsfOutfile* folder, const std::string& name, const std::string& contents) {
  const Owned<GsfOutput> stream(gsf_outfile_new_child(folder, name.c_str(), FALSE));
  check(gsf_output_write(stream.get(), contents.size(), reinterpret_cast<const guint8*>(contents.data())) != FALSE);
  check(gsf_output_close(stream.get()) != FALSE);
}

}  // namespace

std::string u16(unsigned value) { return u8(value) + u8(value >> 8U); }
std::string u32(unsigned value) { return u16(value & 0xFFFFU) + u16(value >> 16U); }
std::string counted(std::u16string_view text) { return u16(static_cast<unsigned>(text.size())) + utf16(text); }

std::string hwp_record(HwpTag tag, int level, std::string_view data) {
  constexpr unsigned extended = 0xFFF;
  const unsigned size = std::min(static_cast<unsigned>(data.size()), extended);
  std::string record = u32(static_cast<unsigned>(tag) | static_cast<unsigned>(level) << 10U | size << 20U);
  if (size == extended) record += u32(static_cast<unsigned>(data.size()));
  return record.append(data);
}

std::u16string hwp_mark(char16_t code) {
  std::u16string mark(8, u'A');  // text, if one took it for that
  mark.front() = mark.back() = code;
  return mark;
}

std::string hwp_paragraph(int level, std::u16string_view text, unsigned shape) {
  const std::string header = u32(static_cast<unsigned>(text.size()) + 1) + u32(0) + u16(shape) + std::string(12, '\0');
  const std::string paragraph = hwp_record(HwpTag::paragraph_header, level, header);
  if (text.empty()) return paragraph;
  return paragraph + hwp_record(HwpTag::paragraph_text, level + 1, utf16(text) + u16(13));
}

std::string hwp_control(int level, std::string_view id, std::string_view data) {
  return hwp_record(HwpTag::control_header, level, control_id(id).append(data));
}

std::string hwp_object(int level, std::string_view id, bool in_line) {
  return hwp_control(level, id, u32(in_line ? 1 : 0) + std::string(36, '\0'));
}

std::string hwp_list(int level, std::string_view data) { return hwp_record(HwpTag::list_header, level, std::string(8, '\0').append(data)); }
std::string hwp_cell(int level, unsigned row, unsigned column) { return hwp_list(level, u16(column) + u16(row) + u16(1) + u16(1)); }

std::string hwp_shape(unsigned head, unsigned level, unsigned list) {
  return hwp_record(HwpTag::paragraph_shape, 1,
                    u32(head << 23U | std::min(level, 6U) << 25U) + std::string(26, '\0') + u16(list) + std::string(22, '\0') + u32(level));
}

std::string hwp_numbering(const std::vector<HwpLevel>& levels, unsigned start) {
  constexpr std::size_t all = 10, first = 7;
  std::string record;
  for (std::size_t i = 0; i < all; ++i) {
    const HwpLevel level = i < levels.size() ? levels[i] : HwpLevel{};
    record += u32(level.format << 5U) + std::string(8, '\0') + counted(level.text);
    if (i + 1 == first) record += u16(start) + u32(start) + u32(1) + u32(1) + u32(1) + u32(1) + u32(1) + u32(1);
    if (i + 1 == first && levels.size() <= first) break;
  }
  return hwp_record(HwpTag::numbering, 1, record);
}

std::string hwp_bullet(char16_t bullet) { return hwp_record(HwpTag::bullet, 1, std::string(12, '\0') + u16(bullet)); }

std::string hwp_document_info(unsigned sections, std::string_view shapes) {
  return hwp_record(HwpTag::document_properties, 0, u16(sections) + std::string(24, '\0')).append(shapes);
}

std::string ole_file(const std::map<std::string, std::string>& streams) {
  const Owned<GsfOutput> sink(gsf_output_memory_new());
  const Owned<GsfOutfile> root(gsf_outfile_msole_new(sink.get()));
  std::map<std::string, Owned<GsfOutfile>> storages;
  for (const auto& [path, contents] : streams) {
    const std::size_t slash = path.find('/');
    if (slash == std::string::npos) {
      write(root.get(), path, contents);
      continue;
    }
    auto& storage = storages[path.substr(0, slash)];
    if (!storage) storage.reset(GSF_OUTFILE(gsf_outfile_new_child(root.get(), path.substr(0, slash).c_str(), TRUE)));
    write(storage.get(), path.substr(slash + 1), contents);
  }
  for (const auto& [name, storage] : storages) check(gsf_output_close(GSF_OUTPUT(storage.get())) != FALSE);
  check(gsf_output_close(GSF_OUTPUT(root.get())) != FALSE);
  const auto* bytes = gsf_output_memory_get_bytes(GSF_OUTPUT_MEMORY(sink.get()));
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(gsf_output_size(sink.get()))};
}

std::string deflate(std::string_view bytes) {
  z_stream stream = {};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  ::deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string hwp_file(const HwpFile& file) {
  constexpr unsigned packed = 1, distributed = 4;
  const auto pack = [&](const std::string& records) { return (file.properties & packed) != 0 ? deflate(records) : records; };
  std::string header = "HWP Document File";
  header.resize(32);
  header += u32(file.version) + u32(file.properties) + std::string(216, '\0');
  std::map<std::string, std::string> streams = file.other_streams;
  streams.insert({{"FileHeader", header}, {"DocInfo", pack(file.document_info)}});
  for (std::size_t i = 0; i < file.sections.size(); ++i) {
    const std::string section = pack(file.sections[i]), name = "Section" + std::to_string(i);
    if ((file.properties & distributed) != 0)
      streams["ViewText/" + name] = encrypt_distribution(section);
    else
      streams["BodyText/" + name] = section;
  }
  return ole_file(streams);
}

}  // namespace jomun::testing
