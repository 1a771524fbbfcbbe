// Jomun tests: what a server answers is not trusted.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/server_records.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <rapidcheck/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

namespace jomun {
namespace {

using namespace std::string_literals;

// Takes one connection, says something and hangs up.
class Stranger {
 public:
  explicit Stranger(std::string words) : words_(std::move(words)), listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener_, reinterpret_cast<const sockaddr*>(&address), size) != 0 || listen(listener_, 1) != 0 ||
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
      throw std::runtime_error("no free port");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] {
      const int connection = accept(listener_, nullptr, nullptr);
      send(connection, words_.data(), words_.size(), MSG_NOSIGNAL);
      shutdown(connection, SHUT_WR);
      char ignored[1024];
      while (recv(connection, ignored, sizeof ignored, 0) > 0) {
      }
      close(connection);
    });
  }
  ~Stranger() {
    thread_.join();
    close(listener_);
  }
  Stranger(const Stranger&) = delete;
  Stranger& operator=(const Stranger&) = delete;
  unsigned port() const { return port_; }

 private:
  std::string words_;
  int listener_;
  unsigned port_ = 0;
  std::thread thread_;
};

std::string message(int type, const std::string& content) {
  return std::string(1, static_cast<char>(type)) + static_cast<char>(content.size()) + content;
}

const std::string greeting = message(0, "\x27\x01 and the rest"), reopened = message(2, ""), done = message(2, ""),
                  record = message(5, "a record"), value = message(16, "\x03 8 bytes"), length = message(10, "\x2A");

// What comes of asking for one document: its record, or what went wrong.
std::string outcome(const std::string& words, double timeout = 5) {
  const Stranger server(words);
  const Xapian::docid document[] = {7};
  try {
    ServerRecords records("127.0.0.1", server.port(), timeout);
    if (!records.is_understood()) return "not understood";
    records.ask(document);
    return records.next();
  } catch (const Xapian::DatabaseModifiedError&) {
    return "modified";
  } catch (const Xapian::NetworkError& error) {
    return error.get_msg();
  }
}

TEST(ServerRecords, Answers) {
  const struct {
    std::string words, outcome;
  } table[] = {
      {greeting + reopened + record + done, "a record"},
      {greeting + reopened + record + value + value + done, "a record"},
      {greeting + message(0, "\x27\x01 new") + record + done, "a record"},
      {greeting + reopened + message(5, std::string(200, 'x')) + done, std::string(200, 'x')},
      {greeting + reopened + message(1, "not found"), "modified"},
      {message(0, "\x28\x01"), "not understood"},
      {message(0, ""), "not understood"},
      {"HTTP/1.1 400 Bad Request\r\n\r\n", "connection closed"},
      {"", "connection closed"},
      {greeting, "connection closed"},
      {greeting + reopened + record, "connection closed"},
      {greeting + reopened + length, "an answer that is none"},
      {greeting + reopened + record + length, "an answer that is none"},
      {greeting + reopened + "\x05\xFF\x7F\x7F\x7F\x7F\x7F\x7F\x7F\x7F\x7F\x7F", "an answer that is none"},
      {greeting + reopened + "\x05\xFF\x7F\x7F\x7F\x7F\x7F\xFF", "an answer that is none"},
  };
  for (const auto& [words, expected] : table) EXPECT_EQ(outcome(words), expected) << ::testing::PrintToString(words);
}

TEST(ServerRecords, NobodyListens) {
  unsigned port = 0;
  {
    const Stranger server("");
    port = server.port();
    EXPECT_THROW(ServerRecords("127.0.0.1", port, 5), Xapian::NetworkError);
  }
  EXPECT_THROW(ServerRecords("127.0.0.1", port, 5), Xapian::NetworkError);
  EXPECT_THROW(ServerRecords("no-such-host.invalid", 1, 5), Xapian::NetworkError);
}

RC_GTEST_PROP(ServerRecords, AnythingIsAnAnswerOrAnError, ()) {
  std::string words = greeting + reopened;
  const auto parts = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 8));
  const std::string known[] = {record, value, done, length, reopened, "\xFF"s, "\x05\xFF"s, "\0"s};
  for (const int part : parts) words += known[part];
  words += *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  RC_ASSERT(!outcome(words).empty());
}

}  // namespace
}  // namespace jomun
