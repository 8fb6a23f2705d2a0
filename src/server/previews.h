// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pages of the report that somebody looks at: in memory, one report a session, gone with it.  No file, no log and
// no other session has them.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

#include "core/moment.h"

namespace commonground::server {

struct Preview;  // what was drawn: routes/report.cpp

// At most 8 are held, the newest; who has an older one draws again.  What nobody looked at for as long as a session may
// be idle goes.  Threads: any.
class Previews {
 public:
  explicit Previews(const core::Clock& clock) : clock_(clock) {}

  // `session`: its id, which is random.
  void Await(const std::string& session);
  // Nothing, if that session ended meanwhile.
  void Keep(const std::string& session, std::shared_ptr<const Preview> preview);
  // nullptr: there is none.
  std::shared_ptr<const Preview> Of(const std::string& session);
  void Forget(const std::string& session);
  void ForgetAll();

 private:
  struct Held {
    std::string session;
    std::shared_ptr<const Preview> preview;  // nullptr: it is being drawn
    std::int64_t used = 0;                   // seconds since 1970, UTC
  };
  Held* Find(const std::string& session);  // Requires: mutex_ is held.

  const core::Clock& clock_;
  std::mutex mutex_;
  std::deque<Held> held_;  // guarded by mutex_; the newest last
};

}  // namespace commonground::server
