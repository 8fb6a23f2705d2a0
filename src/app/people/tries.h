// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How long somebody has to wait before the next try to sign in: longer and longer for who guesses, and never so that a
// stranger can keep a person out.  In memory only, by keyed hashes: no name and no address is kept.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace commonground::app {

// Five wrong tries are free; then 1, 2, 4, ... up to 42 seconds.  Counted by name and address together; and, where this
// name never came in from this address before, by address alone (30 are free) and by name alone: whoever came in from
// where they are waits for their own mistakes only.  Threads: any.
class Tries {
 public:
  Tries();
  // Seconds to wait from now; 0: go on.
  std::int64_t Wait(const std::string& name, const std::string& from, std::int64_t now);
  void Failed(const std::string& name, const std::string& from, std::int64_t now);
  void CameIn(const std::string& name, const std::string& from, std::int64_t now);

 private:
  struct Count {
    int wrong = 0;
    std::int64_t last = 0;
    bool came_in = false;
  };
  std::string Key(const char* kind, const std::string& what) const;
  static std::int64_t Left(const Count& count, int free, std::int64_t now);
  void Forget(std::int64_t now);

  std::string secret_;  // of this process
  std::mutex mutex_;
  std::map<std::string, Count> counts_;  // guarded by mutex_
};

}  // namespace commonground::app
