// Jomun: a searcher with somewhere to write to.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <iosfwd>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "searcher/output.h"
#include "searcher/output_matrix.h"
#include "searcher/search.h"

namespace jomun {

// "jomun-search: WHERE: WHAT", in one harmless line; without WHERE where it is empty.
void report(std::ostream& error, std::string_view where, std::string_view what);

// Results can no longer be written.
class OutputFailed : public std::runtime_error {
 public:
  explicit OutputFailed(int code);
  // The reader has what it wanted (`| head`): no error.
  bool reader_left() const { return reader_left_; }

 private:
  bool reader_left_;
};

// Asks, writes the answers on `out` and what else there is to say on `error`, and keeps account of how it went. Everything throws
// OutputFailed. The searcher and the streams must outlive it.
class Session {
 public:
  Session(Searcher& searcher, const OutputOptions& output, std::ostream& out, std::ostream& error);

  // Throws SearchError.
  Result ask(const Request& request, const QueryId& id) { return ask(request, id, output_); }
  // The answer written in another way than output().
  Result ask(const Request& request, const QueryId& id, const OutputOptions& output);
  void show(std::string_view citation);
  void show_parallel(std::string_view citation);
  void show_matrix(const Request& request, std::vector<std::string> concepts, MatrixFormat format);
  void say_why_not(const Request& request, std::string_view citation);

  // Asks this one from now on, and lets the last one go, unless that was given by reference.
  void use(std::unique_ptr<Searcher> searcher);
  // See Searcher::stop_when(); for those that come, too.
  void stop_when(const std::atomic<bool>* requested);

  // Reports an error that ends nothing but the query or command it belongs to.
  void fail(std::string_view where, std::string_view what);
  // Throws OutputFailed unless all that was written has arrived.
  void flush();

  // 2 after a failure, 3 after an answer without all indexes, 0 after a hit, else 1.
  int exit_code() const;

  Searcher& searcher() { return *searcher_; }
  OutputOptions& output() { return output_; }
  std::ostream& out() { return out_; }
  std::ostream& error() { return error_; }

 private:
  void say_missing();
  void say_nothing_found(const Request& request, const Result& result, const std::string& asked);

  Searcher* searcher_;
  std::unique_ptr<Searcher> own_;
  const std::atomic<bool>* stop_ = nullptr;
  OutputOptions output_;
  std::ostream& out_;
  std::ostream& error_;
  std::vector<std::string> missing_;  // as said last
  bool found_ = false, failed_ = false, incomplete_ = false, heading_written_ = false;
};

// The tag of `language` as it is written in the index. Throws UsageError with the choices; `option` is what to call it: "--language".
std::string checked_language(Searcher& searcher, std::string_view option, std::string_view language);

}  // namespace jomun
