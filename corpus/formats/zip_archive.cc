// Jomun: ZIP archives in memory, as office documents are.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/zip_archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <utility>

#include "corpus/formats/extracted_text.h"

namespace jomun {
namespace {

constexpr std::size_t always_unpacked = std::size_t{16} << 20;
constexpr std::size_t most_times_unpacked = 200;

std::string message_of(zip_error_t* error) {
  std::string message = zip_error_strerror(error);
  zip_error_fini(error);
  return message;
}

[[noreturn]] void throw_damaged(const std::string& what) {
  throw UnreadableFile(
      fmt::format("is a damaged ZIP archive or document: {}; fetch it again, or open it in its program and save it anew", what));
}

class Entry final : public ByteSource {
 public:
  Entry(zip_file_t* file, std::string name, std::shared_ptr<std::size_t> left)
      : file_(file), name_(std::move(name)), left_(std::move(left)) {}

  std::size_t read(char* out, std::size_t size) override {
    const zip_int64_t count = zip_fread(file_.get(), out, size);
    if (count < 0) throw_damaged(fmt::format("{}: {}", name_, zip_file_strerror(file_.get())));
    const auto bytes = static_cast<std::size_t>(count);
    if (bytes > *left_) {
      throw UnreadableFile(
          "the file unpacks to far more than its size, as no document does; "
          "if it is one, save it as plain text");
    }
    *left_ -= bytes;
    return bytes;
  }

 private:
  struct Close {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
  };
  std::unique_ptr<zip_file_t, Close> file_;
  std::string name_;
  std::shared_ptr<std::size_t> left_;
};

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const { zip_discard(archive); }
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

ZipArchive::ZipArchive(std::string_view bytes)
    : left_(std::make_shared<std::size_t>(
          std::min(most_extracted_bytes, always_unpacked + most_times_unpacked * std::min(bytes.size(), most_extracted_bytes)))) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw_damaged(message_of(&error));
  archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (archive_ == nullptr) {
    zip_source_free(source);
    throw_damaged(message_of(&error));
  }
  zip_error_fini(&error);
}

std::vector<std::string> ZipArchive::names() const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    if (const char* const name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0)) names.emplace_back(name);
  }
  return names;
}

std::unique_ptr<ByteSource> ZipArchive::open(const std::string& name) {
  zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), 0);
  if (index < 0) index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return nullptr;
  zip_file_t* const file = zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0);
  if (file == nullptr) {
    const int code = zip_error_code_zip(zip_get_error(archive_.get()));
    if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD || code == ZIP_ER_ENCRNOTSUPP)
      throw UnreadableFile("the file is protected by a password; save it without one");
    throw_damaged(fmt::format("{}: {}", name, zip_strerror(archive_.get())));
  }
  return std::make_unique<Entry>(file, name, left_);
}

std::optional<std::string> ZipArchive::read(const std::string& name) {
  const std::unique_ptr<ByteSource> entry = open(name);
  if (!entry) return std::nullopt;
  std::string bytes;
  char chunk[1 << 14];
  while (const std::size_t count = entry->read(chunk, sizeof chunk)) bytes.append(chunk, count);
  return bytes;
}

}  // namespace jomun
