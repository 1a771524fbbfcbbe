// Jomun tests: Xapian's own server, for a database on this machine.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/types.h>

#include <string>

namespace jomun::testing {

// xapian-tcpsrv on a free port of the loopback interface. Ends with the object.
class XapianServer {
 public:
  // Serves the databases in folder `index`. Throws std::runtime_error: it does not start.
  explicit XapianServer(const std::string& index, unsigned port = 0);
  ~XapianServer() { kill(); }
  XapianServer(const XapianServer&) = delete;
  XapianServer& operator=(const XapianServer&) = delete;

  unsigned port() const { return port_; }
  std::string location() const { return "127.0.0.1:" + std::to_string(port_); }

  // Ends it with all its connections. Then nobody listens there.
  void kill();
  // Stops it with all its connections: it takes connections and answers nothing.
  void stop();

 private:
  unsigned port_;
  pid_t process_ = 0;  // leads a process group of its own: the server makes a process for each connection
};

// A port of the loopback interface where nobody listens.
unsigned free_port();

}  // namespace jomun::testing
