// Jomun tests: runs a fuzz target over files and folders of files, for compilers without libFuzzer.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

// Every prefix of a short file, so that a text ends in every state.
std::size_t run_file(const std::filesystem::path& path) {
  constexpr std::size_t short_file = 256;
  std::ifstream file(path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  LLVMFuzzerTestOneInput(data, bytes.size());
  for (std::size_t size = 0; bytes.size() <= short_file && size < bytes.size(); ++size) LLVMFuzzerTestOneInput(data, size);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t files = 0;
  for (int i = 1; i < argc; ++i) {
    if (!std::filesystem::is_directory(argv[i])) {
      files += run_file(argv[i]);
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i]))
      if (entry.is_regular_file()) files += run_file(entry.path());
  }
  std::cout << files << " inputs\n";
  return files > 0 ? 0 : 1;
}
