// Jomun: puts versions into an index, replaces and removes them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "corpus/declaration.h"

namespace jomun {

// The index cannot be written. what() is "what is wrong; what to do".
class IndexError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A version that the index cannot hold; the others it can. what() is "what is wrong; what to do".
class RejectedVersion : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The one writer of an index at a time. A version is one transaction: after a crash it is in the index wholly or as it was before.
// Not thread-safe. What was not committed is lost when the writer goes.
class IndexWriter {
 public:
  // Opens the index in folder `path`, making it and its parents where there is none. A new one is made with `tokenizer`, empty: the
  // default one; it keeps to it. Throws IndexError; schema::IncompatibleIndex, also where the index was made with another than
  // `tokenizer`; UnknownTokenizer, BrokenTokenizer (tokenizers/registry.h) for `tokenizer`, and no index has been made.
  explicit IndexWriter(const std::string& path, std::string_view tokenizer = "");
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  // Puts `version` in the place of the one with the same name, if any. `file` is noted as where it came from. Throws
  // RejectedVersion, and nothing has changed; schema::IncompatibleIndex or BrokenTokenizer the first time, where the tokenizer that the
  // index was made with is not here: to remove() it is not needed; IndexError, and all since the last commit is lost.
  void replace(const Version& version, std::string_view file);

  // Removes "WORK/LANG", or every version of "WORK". Returns how many clauses went.
  std::size_t remove(std::string_view name);

  // Whether a clause has this citation or id, those of replace() before a commit included.
  bool has_citation(std::string_view citation) const;

  // Makes everything so far durable and visible to readers.
  void commit();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace jomun
