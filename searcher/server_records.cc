// Jomun: many stored records from a Xapian server in one round trip.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/server_records.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/schema.h"

namespace jomun {
namespace {

// A message is its type, its length and its bytes.
enum class Request : char { document = 2, reopen = 12 };
enum class Reply : char { update = 0, exception = 1, done = 2, record = 5, value = 16 };
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

// `next()` gives bytes, throws at the end. Nothing: it is too large for a number.
template <typename Next>
std::optional<std::size_t> read_number(Next next) {
  const unsigned char first = next();
  if (first < 0xFF) return first;
  std::size_t value = 0;
  for (unsigned shift = 0; shift < 56; shift += 7) {
    const unsigned char byte = next();
    value |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte >= 0x80) return value + 0xFF;
  }
  return std::nullopt;
}

void write_message(std::string& bytes, Request type, std::string_view content = "") {
  bytes += static_cast<char>(type);
  write_number(bytes, content.size());
  bytes += content;
}

using Clock = std::chrono::steady_clock;

class Socket {
 public:
  Socket() = default;
  ~Socket() { assign(-1); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  void assign(int number) {
    if (number_ >= 0) close(number_);
    number_ = number;
  }
  int number() const { return number_; }

 private:
  int number_ = -1;
};

// A connection that waits no longer than it may.
class Connection {
 public:
  Connection(const std::string& host, unsigned port, double timeout)
      : name_(fmt::format("{}:{}", host, port)), timeout_(timeout), buffer_(std::size_t{64} << 10, '\0') {
    restart_clock();
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (const int error = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found); error != 0) fail(gai_strerror(error));
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> addresses(found, freeaddrinfo);
    int error = 0;
    for (const addrinfo* address = found; address != nullptr; address = address->ai_next) {
      socket_.assign(socket(address->ai_family, address->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, address->ai_protocol));
      if (connected(*address, error)) break;
      socket_.assign(-1);
    }
    if (socket_.number() < 0) fail(std::strerror(error));
    const int yes = 1;
    setsockopt(socket_.number(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  }

  void restart_clock() { end_ = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(timeout_)); }

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (written >= 0)
        bytes.remove_prefix(static_cast<std::size_t>(written));
      else
        wait_after_error(POLLOUT);
    }
  }

  unsigned char get() {
    if (at_ == filled_) fill();
    return static_cast<unsigned char>(buffer_[at_++]);
  }
  void read(std::string& content, std::size_t size) {
    content.clear();
    while (content.size() < size) {
      if (at_ == filled_) fill();
      const std::size_t part = std::min(size - content.size(), filled_ - at_);
      content.append(buffer_, at_, part);
      at_ += part;
    }
  }

  const std::string& name() const { return name_; }
  [[noreturn]] void fail(const std::string& what) const { throw Xapian::NetworkError(what, name_); }

 private:
  bool connected(const addrinfo& address, int& error) {
    if (connect(socket_.number(), address.ai_addr, address.ai_addrlen) == 0) return true;
    error = errno;
    if (error != EINPROGRESS) return false;
    wait(POLLOUT);
    socklen_t size = sizeof error;
    return getsockopt(socket_.number(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
  }

  void fill() {
    at_ = filled_ = 0;
    while (filled_ == 0) {
      const ssize_t received = recv(socket_.number(), buffer_.data(), buffer_.size(), 0);
      if (received == 0) fail("connection closed");
      if (received > 0)
        filled_ = static_cast<std::size_t>(received);
      else
        wait_after_error(POLLIN);
    }
  }

  void wait_after_error(short event) {
    if (errno == EAGAIN || errno == EWOULDBLOCK)
      wait(event);
    else if (errno != EINTR)
      fail(std::strerror(errno));
  }

  void wait(short event) {
    using std::chrono::milliseconds;
    pollfd waiting{socket_.number(), event, 0};
    const auto left = std::chrono::ceil<milliseconds>(end_ - Clock::now()).count();
    const int ready = poll(&waiting, 1, timeout_ > 0 ? static_cast<int>(std::max<decltype(left)>(left, 0)) : -1);
    if (ready < 0 && errno != EINTR) fail(std::strerror(errno));
    if (ready == 0) throw Xapian::NetworkTimeoutError("no answer in time", name_);
  }

  std::string name_;
  double timeout_;
  Socket socket_;
  Clock::time_point end_;
  std::string buffer_;
  std::size_t at_ = 0, filled_ = 0;
};

}  // namespace

struct ServerRecords::Implementation {
  Implementation(const std::string& host, unsigned port, double timeout) : connection(host, port, timeout) {}

  [[noreturn]] void fail() const { connection.fail("an answer that is none"); }

  Reply read_message(std::string& content) {
    const auto type = static_cast<Reply>(connection.get());
    const std::optional<std::size_t> size = read_number([&] { return connection.get(); });
    if (!size || *size > longest_message) fail();
    connection.read(content, *size);
    if (type == Reply::exception) throw Xapian::DatabaseModifiedError("a document is no longer there", connection.name());
    return type;
  }

  Connection connection;
  bool understood = false;
  bool reopening = false;  // the answer to that is still to come
  std::string message;     // of the last message that is of no use as a whole
};

ServerRecords::ServerRecords(const std::string& host, unsigned port, double timeout)
    : implementation_(std::make_unique<Implementation>(host, port, timeout)) {
  std::string greeting;
  implementation_->understood =
      implementation_->read_message(greeting) == Reply::update && !greeting.empty() && greeting.front() == known_version;
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
  }
  implementation_->connection.restart_clock();
  implementation_->connection.write(requests);
  implementation_->reopening = true;
}

std::string ServerRecords::next() {
  Implementation& self = *implementation_;
  self.connection.restart_clock();
  // The server has gone to the newest state, or had no need to.
  if (std::exchange(self.reopening, false)) self.read_message(self.message);
  std::string record;
  if (self.read_message(record) != Reply::record) self.fail();
  for (Reply type = self.read_message(self.message); type != Reply::done; type = self.read_message(self.message))
    if (type != Reply::value) self.fail();
  return record;
}

}  // namespace jomun
