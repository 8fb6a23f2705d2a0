// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the listener asks of the program behind it.  It knows connections; the service knows what requests mean.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "core/result.h"
#include "server/http/message.h"

namespace commonground::server {

// Takes a body as it comes, for what is too large to hold.
class BodySink {
 public:
  virtual ~BodySink() = default;
  // Errors: Io: there is no room.
  virtual core::Status Write(std::string_view bytes) = 0;
};

// What is decided when the head is known and nothing of the body was read.
struct Plan {
  std::optional<Response> answer;  // without the body; a request that has one ends the connection
  std::size_t most_body = 0;       // bytes; more: 413
  std::shared_ptr<BodySink> sink;  // none: the body goes into the request
  bool asks_first = false;         // Admit is asked before the body
  enum class Where { kWorkers, kSlow } where = Where::kWorkers;  // kSlow: a few at a time (hashing of passphrases)
};

// Threads: any number of calls at once.
class Service {
 public:
  virtual ~Service() = default;
  // Called on a thread that serves connections: never waits.
  virtual Plan Look(const Request& request) = 0;
  // Called on a worker, when the plan asks for it, before anything of the body is read: is it taken at all, and where
  // to?  Throws nothing.
  virtual Plan Admit(const Request& request) = 0;
  // Called on a worker.  Throws nothing: a bug of ours is an answer, too.
  virtual Response Answer(const Request& request, const std::shared_ptr<BodySink>& sink) = 0;
  // The answer for what went wrong before anybody could be asked.
  virtual Response Refusal(int status, std::string_view why) = 0;
};

}  // namespace commonground::server
