// Jomun: the files that the arguments of a command name, read and used one after the other.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/inputs.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <filesystem>
#include <iostream>
#include <iterator>
#include <system_error>
#include <utility>

#include "corpus/reader.h"

namespace jomun {
namespace {

Metadata merged(const Metadata& given, const Metadata& otherwise) {
  Metadata result = given;
  const auto fill = [](std::string& field, const std::string& value) {
    if (field.empty()) field = value;
  };
  fill(result.work, otherwise.work);
  fill(result.language, otherwise.language);
  fill(result.title, otherwise.title);
  fill(result.issuer, otherwise.issuer);
  fill(result.date, otherwise.date);
  fill(result.source_url, otherwise.source_url);
  fill(result.status, otherwise.status);
  return result;
}

}  // namespace

Inputs::Inputs(const IndexOptions& options, IndexStreams streams) : options_(options), streams_(streams) {
  for (const std::string& argument : options_.arguments) {
    if (argument == "-") {
      tasks_.push_back({{argument, options_.given}, 0, ""});
      continue;
    }
    try {
      for (Input& input : find_inputs(argument)) {
        std::error_code error;
        const std::uintmax_t size = std::filesystem::file_size(input.file, error);
        input.metadata = merged(options_.given, input.metadata);
        tasks_.push_back({std::move(input), error ? 0 : static_cast<std::size_t>(size), ""});
      }
    } catch (const UnreadableFile& problem) {
      tasks_.push_back({{argument, {}}, 0, problem.what()});
    }
  }
}

void Inputs::begin() {
  std::size_t bytes = 0;
  for (const Task& task : tasks_) bytes += task.bytes;
  const bool shown = streams_.error_is_terminal && !options_.quiet;
  progress_.emplace(shown ? &streams_.error : nullptr, tasks_.size(), bytes);
}

std::vector<Version> Inputs::read(const Task& task) const {
  if (task.input.file == "-")
    return read_document(std::string(std::istreambuf_iterator<char>(streams_.in), {}), "standard-input", task.input.metadata,
                         options_.granularity);
  return read_file(task.input.file, task.input.metadata, options_.granularity);
}

void Inputs::fail(std::string_view file, std::string_view what) {
  if (progress_) progress_->clear();
  report(streams_.error, file, what);
  ++failed_;
}

void Inputs::say_committed() {
  if (streams_.error_is_terminal || options_.quiet) return;
  // The file in use is done but not yet counted.
  fmt::print(streams_.error, "jomun-index: {} of {} files committed\n", with_commas(done_ + 1), with_commas(tasks_.size()));
  streams_.error.flush();
}

}  // namespace jomun
