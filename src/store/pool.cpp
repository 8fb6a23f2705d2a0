// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A bounded number of open connections, in the order in which people ask.

#include "store/pool.h"

namespace commonground::store {

core::Result<StorePool::Lease> StorePool::Take(std::chrono::milliseconds longest) {
  {
    std::unique_lock lock(mutex_);
    if (!waiting_.empty() || Free() == 0) {
      Waiting self;
      const auto place = waiting_.insert(waiting_.end(), &self);
      if (!self.called.wait_for(lock, longest, [&self] { return self.may_go; })) {
        waiting_.erase(place);
        return core::Fail(core::ErrorCode::kBusy,
                          "all connections to the study are in use. Nothing was changed. Fix: try again",
                          place_.Shown());
      }
      --called_;
    }
    if (!idle_.empty()) {
      Lease lease(*this, std::move(idle_.back()));
      idle_.pop_back();
      return lease;
    }
    ++open_;
  }
  auto store = StudyStore::Open(place_, mode_);
  if (store) return Lease(*this, std::move(*store));
  GiveBack(nullptr);
  return core::Fail(std::move(store).error());
}

std::size_t StorePool::waiting() {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

void StorePool::GiveBack(StudyStore* store) {
  const std::lock_guard lock(mutex_);
  if (store != nullptr) {
    idle_.push_back(std::move(*store));
  } else {
    --open_;
  }
  if (waiting_.empty()) return;
  waiting_.front()->may_go = true;
  waiting_.front()->called.notify_one();  // under the lock: it may be gone right after
  waiting_.pop_front();
  ++called_;
}

}  // namespace commonground::store
