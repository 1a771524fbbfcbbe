// Jomun tests: Xapian's own server, for a database on this machine.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/searcher/xapian_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <thread>

namespace jomun::testing {
namespace {

class Socket {
 public:
  Socket() : number_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {}
  ~Socket() { close(number_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

sockaddr_in loopback(unsigned port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

bool listens(unsigned port) {
  const Socket connection;
  const sockaddr_in address = loopback(port);
  return connect(connection.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

}  // namespace

unsigned free_port() {
  const Socket listener;
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (bind(listener.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
      getsockname(listener.number(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

XapianServer::XapianServer(const std::string& index, unsigned port) : port_(port == 0 ? free_port() : port) {
  const std::string number = std::to_string(port_);
  process_ = fork();
  if (process_ == 0) {
    setpgid(0, 0);
    const int nothing = open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) dup2(nothing, stream);
    execlp("xapian-tcpsrv", "xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port", number.c_str(), index.c_str(), nullptr);
    _exit(127);
  }
  if (process_ < 0) throw std::runtime_error("no further process");
  setpgid(process_, process_);
  for (int tries = 0; tries < 1000 && waitpid(process_, nullptr, WNOHANG) == 0; ++tries) {
    if (listens(port_)) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  kill();
  throw std::runtime_error("xapian-tcpsrv does not start; scripts/install-deps installs it");
}

void XapianServer::kill() {
  if (process_ <= 0) return;
  ::kill(-process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = 0;
}

void XapianServer::stop() { ::kill(-process_, SIGSTOP); }

}  // namespace jomun::testing
