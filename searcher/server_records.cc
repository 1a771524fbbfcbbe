// Jomun: many stored records from a Xapian server in one round trip.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/server_records.h"

#include <fmt/format.h>

#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <istream>
#include <limits>
#include <string_view>
#include <utility>

#include "indexer/schema.h"

namespace jomun {
namespace {

// A message is its type, its length and its bytes.
enum class Request : char { document = 2, length = 7, reopen = 12 };
enum class Reply : char { update = 0, exception = 1, done = 2, record = 5, length = 10, value = 16 };
constexpr char known_version = 39;
constexpr std::size_t longest_message = std::size_t{1} << 30;  // what a damaged length can allocate

// One byte up to 254; else 255 and the rest in base 128, low digits first, the last one marked.
void write_number(std::string& bytes, std::size_t value) {
  if (value < 0xFF) {
    bytes += static_cast<char>(value);
    return;
  }
  bytes += '\xFF';
  for (value -= 0xFF; value > 0x7F; value >>= 7) bytes += static_cast<char>(value & 0x7F);
  bytes += static_cast<char>(0x80 | value);
}

// `next()` gives bytes, -1 at the end. Nothing: it ends too early or is too large.
template <typename Next>
std::size_t read_number(Next next) {
  constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  const int first = next();
  if (first < 0) return none;
  if (first < 0xFF) return static_cast<std::size_t>(first);
  std::size_t value = 0;
  for (unsigned shift = 0; shift < 56; shift += 7) {
    const int byte = next();
    if (byte < 0) return none;
    value |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte >= 0x80) return value + 0xFF;
  }
  return none;
}

void write_message(std::string& bytes, Request type, std::string_view content = "") {
  bytes += static_cast<char>(type);
  write_number(bytes, content.size());
  bytes += content;
}

}  // namespace

struct ServerRecords::Implementation {
  [[noreturn]] void fail(std::string_view what) const { throw Xapian::NetworkError(std::string(what), name); }
  [[noreturn]] void fail() const { fail(stream.error() ? stream.error().message() : "connection closed"); }

  void start_clock() {
    using Clock = std::chrono::steady_clock;
    if (timeout > 0) stream.expires_after(std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(timeout)));
  }

  Reply read_message(std::string& content) {
    const int type = stream.get();
    const std::size_t size = read_number([&] { return stream.get(); });
    if (!stream) fail();
    if (size > longest_message) fail("an answer that is none");
    content.resize(size);
    stream.read(content.data(), static_cast<std::streamsize>(size));
    if (!stream) fail();
    if (static_cast<Reply>(type) == Reply::exception) throw Xapian::DatabaseModifiedError("a document is no longer there", name);
    return static_cast<Reply>(type);
  }

  std::size_t number_of(const std::string& content, std::size_t& at) const {
    const std::size_t number = read_number([&] { return at < content.size() ? static_cast<unsigned char>(content[at++]) : -1; });
    if (number == std::numeric_limits<std::size_t>::max()) fail("an answer that is none");
    return number;
  }

  std::string name;
  double timeout;
  boost::asio::ip::tcp::iostream stream;
  bool understood = false;
  std::size_t asked = 0;
};

ServerRecords::ServerRecords(const std::string& host, unsigned port, double timeout) : implementation_(std::make_unique<Implementation>()) {
  Implementation& self = *implementation_;
  self.name = fmt::format("{}:{}", host, port);
  self.timeout = timeout;
  self.start_clock();
  self.stream.connect(host, std::to_string(port));
  if (!self.stream) self.fail();
  boost::system::error_code ignored;
  self.stream.rdbuf()->socket().set_option(boost::asio::ip::tcp::no_delay(true), ignored);
  std::string greeting;
  self.understood = self.read_message(greeting) == Reply::update && !greeting.empty() && greeting.front() == known_version;
}

ServerRecords::~ServerRecords() = default;

bool ServerRecords::is_understood() const { return implementation_->understood; }

void ServerRecords::ask(std::span<const Xapian::docid> documents) {
  std::string requests;
  write_message(requests, Request::reopen);
  for (const Xapian::docid document : documents) {
    std::string number;
    write_number(number, document);
    write_message(requests, Request::document, number);
    write_message(requests, Request::length, number);
  }
  implementation_->asked = documents.size();
  implementation_->start_clock();
  implementation_->stream << requests << std::flush;
  if (!implementation_->stream) implementation_->fail();
}

std::vector<DocumentRecord> ServerRecords::receive() {
  Implementation& self = *implementation_;
  std::string content;
  self.read_message(content);  // of the request to reopen: it has, or had no need to
  std::vector<DocumentRecord> records(self.asked);
  for (DocumentRecord& record : records) {
    record.likeness.emplace();
    if (self.read_message(record.record) != Reply::record) self.fail("an answer that is none");
    for (Reply type = self.read_message(content); type != Reply::done; type = self.read_message(content)) {
      std::size_t at = 0;
      if (type != Reply::value) self.fail("an answer that is none");
      if (self.number_of(content, at) == schema::likeness_slot) record.likeness = content.substr(at);
    }
    if (self.read_message(content) != Reply::length) self.fail("an answer that is none");
    std::size_t at = 0;
    record.length = static_cast<Xapian::termcount>(self.number_of(content, at));
  }
  return records;
}

}  // namespace jomun
