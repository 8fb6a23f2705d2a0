// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes connections and requests, and gives answers: the only part that knows Beast.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "core/result.h"
#include "server/http/service.h"

namespace commonground::server {

// Every wait has an end and every queue a length, so that a slow or greedy client costs the others nothing.
struct Limits {
  std::chrono::milliseconds head{10'000};         // from a request's first byte to the end of its head
  std::chrono::milliseconds body{30'000};         // without a single byte of the body; and
  std::chrono::milliseconds whole_body{600'000};  // for all of it
  std::chrono::milliseconds write{30'000};        // without a single byte of the answer taken
  std::chrono::milliseconds idle{60'000};         // between requests
  std::chrono::milliseconds stop{800};            // for what is at work when the server is to end
  std::size_t connections = 4'000;
  std::size_t workers = 4;
  std::size_t slow_workers = 2;  // hash passphrases, 64 MiB each
  std::size_t queue = 512;       // requests that wait for a worker; more: 503
  std::size_t slow_queue = 64;
};

struct ListenerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8700;  // 0: a free one
  std::string certificate;    // files, PEM; empty: no TLS
  std::string key;
  std::string proxy;  // the address of a proxy whose X-Forwarded-For and X-Forwarded-Proto are believed
  Limits limits;
};

class Listener {
 public:
  // Listens; nothing is taken before Run.  `service` lives longer.
  // Errors: InvalidInput: no such address, certificate or key; Io: the port is taken, or may not be.
  static core::Result<std::unique_ptr<Listener>> Open(const ListenerOptions& options, Service& service);
  virtual ~Listener() = default;

  virtual std::uint16_t port() const = 0;
  // Starts threads and returns.
  virtual void Start() = 0;
  // Takes no more, closes what is idle, lets the rest end for Limits::stop, and ends the threads.
  virtual void Stop() = 0;
  // Wakes the streams of news, from any thread.
  virtual void Ring() = 0;
  virtual std::size_t connections() const = 0;
};

}  // namespace commonground::server
