// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Answers to GET that were given already, for who asked, as long as nobody changed anything: small reads are asked for
// again and again by every open page.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "app/caller.h"
#include "core/date.h"
#include "server/http/message.h"

namespace commonground::server {

// An answer is kept for one caller (person, role, organisation), one address and one day, since consents end by the
// day; and until the next change, whoever makes it: Changed() is called for all of them.  Threads: any.
class Answers {
 public:
  // To be asked before an answer is made: what was changed meanwhile makes it old before it is kept.
  std::uint64_t now() const { return changes_.load(); }
  void Changed() { changes_.fetch_add(1); }

  // nullptr: none, or it is old.
  std::shared_ptr<const Response> Find(const app::Caller& caller, const std::string& target, const core::Date& day);
  void Keep(const app::Caller& caller, const std::string& target, const core::Date& day, std::uint64_t made_at,
            const Response& response);

 private:
  struct Kept {
    std::uint64_t made_at = 0;
    std::shared_ptr<const Response> response;
  };
  static std::string KeyOf(const app::Caller& caller, const std::string& target, const core::Date& day);

  std::atomic<std::uint64_t> changes_{0};
  std::mutex mutex_;
  std::map<std::string, Kept> kept_;  // guarded by mutex_, as is bytes_
  std::size_t bytes_ = 0;
};

}  // namespace commonground::server
