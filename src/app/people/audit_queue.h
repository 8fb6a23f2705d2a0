// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lines of the log that several people cause at the same time are written in one transaction: whoever comes while one
// is being written waits for the next one, together with all others who came meanwhile (group commit).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/result.h"

namespace commonground::app {

struct AuditEntry {
  std::int64_t at = 0;  // seconds since 1970, UTC
  std::string person;
  std::string action;
  std::string subject;
};

// Threads: any.
class AuditQueue {
 public:
  // Writes all of them, in this order, or none.
  using Write = std::function<core::Status(const std::vector<AuditEntry>&)>;
  explicit AuditQueue(Write write) : write_(std::move(write)) {}

  // Returns when the entry is written.  Errors: those of the transaction that it was in.
  core::Status Add(AuditEntry entry);

 private:
  struct Waiting {
    AuditEntry entry;
    bool is_done = false;
    core::Status status;
  };

  const Write write_;
  std::mutex mutex_;
  std::vector<std::shared_ptr<Waiting>> waiting_;  // guarded by mutex_, as what they hold
  std::mutex turn_;                                // held by the one who writes; taken before mutex_
};

}  // namespace commonground::app
