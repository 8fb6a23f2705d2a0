// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who gets the turn writes for all who wait; those find theirs done when their turn comes.

#include "app/people/audit_queue.h"

#include <utility>

namespace commonground::app {

core::Status AuditQueue::Add(AuditEntry entry) {
  const auto mine = std::make_shared<Waiting>();
  mine->entry = std::move(entry);
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(mine);
  }
  const std::lock_guard turn(turn_);
  std::vector<std::shared_ptr<Waiting>> group;
  std::vector<AuditEntry> entries;
  {
    const std::lock_guard lock(mutex_);
    if (mine->is_done) return mine->status;
    group.swap(waiting_);
    for (const auto& waiting : group) entries.push_back(waiting->entry);
  }
  const core::Status status = write_(entries);
  const std::lock_guard lock(mutex_);
  for (const auto& waiting : group) {
    waiting->is_done = true;
    waiting->status = status;
  }
  return status;
}

}  // namespace commonground::app
