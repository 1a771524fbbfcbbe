// Jomun: catalogue.toml, what a folder says of its files.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/catalogue.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include "corpus/dates.h"
#include "corpus/input_bytes.h"
#include "corpus/reader.h"

namespace jomun {
namespace {

constexpr std::string_view catalogue_name = "catalogue.toml";

struct Key {
  std::string_view name;
  std::string Metadata::*field;
};
constexpr std::array<Key, 7> keys = {{{"work", &Metadata::work},
                                      {"language", &Metadata::language},
                                      {"title", &Metadata::title},
                                      {"issuer", &Metadata::issuer},
                                      {"date", &Metadata::date},
                                      {"source", &Metadata::source_url},
                                      {"status", &Metadata::status}}};

[[noreturn]] void fail(const toml::source_region& where, std::string_view what) {
  throw UnreadableFile(fmt::format("line {}: {}", where.begin.line, what));
}

const std::string& string_of(const toml::node& node, std::string_view key) {
  const auto* value = node.as_string();
  if (value == nullptr) fail(node.source(), fmt::format("{} is not a string; put it in quotation marks", key));
  return value->get();
}

void set(Metadata& metadata, std::string_view name, const toml::node& node) {
  const auto key = std::find_if(keys.begin(), keys.end(), [name](const Key& k) { return k.name == name; });
  if (key == keys.end())
    fail(node.source(), fmt::format("unknown key {}; the keys are file, work, language, title, issuer, date, source and status", name));
  const std::string& value = string_of(node, name);
  if (name == "work" && !is_work(value))
    fail(node.source(), fmt::format("work \"{}\" has '/', '#' or white space in it, or nothing; use '-'", value));
  if (name == "language" && !is_language_tag(value))
    fail(node.source(), fmt::format("\"{}\" is no language tag; write one such as zh-Hans", value));
  if (name == "date" && !is_iso_date(value))
    fail(node.source(), fmt::format("\"{}\" is no date; write it as 2024-05-21, 2024-05 or 2024", value));
  metadata.*key->field = value;
}

toml::table parse(const std::filesystem::path& catalogue) {
  const std::string bytes = read_bytes(catalogue);
  try {
    return toml::parse(bytes);
  } catch (const toml::parse_error& error) {
    fail(error.source(), fmt::format("{}; see corpus/catalogue.h for the format", error.description()));
  }
}

bool is_hidden(const std::filesystem::path& path) { return path.filename().native().starts_with('.'); }

std::map<std::string, Metadata> catalogue_beside(const std::filesystem::path& folder) {
  const std::filesystem::path catalogue = folder / catalogue_name;
  std::error_code error;
  if (!std::filesystem::exists(catalogue, error)) return {};
  try {
    return read_catalogue(catalogue);
  } catch (const UnreadableFile& failure) {
    throw UnreadableFile(fmt::format("{}: {}", catalogue.string(), failure.what()));
  }
}

Input input(const std::filesystem::path& file, const std::map<std::string, Metadata>& catalogue) {
  const auto known = catalogue.find(file.filename().string());
  return {file, known == catalogue.end() ? Metadata{} : known->second};
}

void add_folder(const std::filesystem::path& folder, std::vector<Input>& inputs) {
  std::vector<std::filesystem::path> files;
  std::vector<std::filesystem::path> folders;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code unknown;
    if (is_hidden(entry->path()) || entry->path().filename() == catalogue_name) continue;
    if (entry->is_directory(unknown)) {
      if (!entry->is_symlink(unknown)) folders.push_back(entry->path());
    } else if (entry->is_regular_file(unknown) || !entry->exists(unknown)) {
      files.push_back(entry->path());  // a link to nothing too: reading it says so
    }
  }
  if (error) throw UnreadableFile(fmt::format("{}: {}; check the permissions of the folder", folder.string(), error.message()));
  std::sort(files.begin(), files.end());
  std::sort(folders.begin(), folders.end());
  const auto catalogue = catalogue_beside(folder);
  for (const auto& file : files) inputs.push_back(input(file, catalogue));
  for (const auto& below : folders) add_folder(below, inputs);
}

}  // namespace

std::map<std::string, Metadata> read_catalogue(const std::filesystem::path& catalogue) {
  const toml::table root = parse(catalogue);
  std::map<std::string, Metadata> result;
  for (const auto& [name, node] : root) {
    if (name != "version") fail(node.source(), fmt::format("unknown key {}; the catalogue is a list of [[version]] tables", name.str()));
    const auto* versions = node.as_array();
    if (versions == nullptr) fail(node.source(), "version is not a list; write [[version]]");
    for (const toml::node& element : *versions) {
      const auto* version = element.as_table();
      if (version == nullptr) fail(element.source(), "a version is not a table; write [[version]]");
      const toml::node* file = version->get("file");
      if (file == nullptr) fail(version->source(), "a version without file; add file = \"NAME\"");
      const std::string& file_name = string_of(*file, "file");
      if (file_name.empty() || file_name.find('/') != std::string::npos)
        fail(file->source(),
             fmt::format("file \"{}\" is not in this folder; put a catalogue beside the file and name it without its folder", file_name));
      Metadata metadata;
      for (const auto& [key, value] : *version)
        if (key != "file") set(metadata, key.str(), value);
      if (!result.emplace(file_name, std::move(metadata)).second)
        fail(file->source(), fmt::format("{} is described twice; leave one of them", file_name));
    }
  }
  return result;
}

std::vector<Input> find_inputs(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) throw UnreadableFile("no such file or folder; check the path");
  if (error) throw UnreadableFile(fmt::format("{}; check the permissions", error.message()));
  std::vector<Input> inputs;
  if (std::filesystem::is_directory(status)) {
    add_folder(path, inputs);
  } else if (path.filename() == catalogue_name) {
    throw UnreadableFile("describes other files; name the folder it is in");
  } else {
    const std::filesystem::path folder = path.parent_path();
    inputs.push_back(input(path, catalogue_beside(folder.empty() ? "." : folder)));
  }
  return inputs;
}

}  // namespace jomun
