// Jomun: what can go wrong in writing a database.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace jomun::glass {

// Something does not fit the format. what() is "what is wrong; what to do".
class LimitExceeded : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A file is not a database's, or damaged. what() is "FILE: what is wrong; what to do".
class InvalidFile : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The system refuses: a full disk, a missing right. what() is "FILE: cannot be written (No space left on device)"; code() says which.
class FileError : public std::system_error {
 public:
  // `action` as in "cannot be ACTION".
  FileError(std::string_view file, std::string_view action, std::error_code code)
      : std::system_error(code), file_(file), message_(file_ + ": cannot be " + std::string(action) + " (" + code.message() + ")") {}
  const char* what() const noexcept override { return message_.c_str(); }
  const std::string& file() const { return file_; }

 private:
  std::string file_, message_;
};

}  // namespace jomun::glass
