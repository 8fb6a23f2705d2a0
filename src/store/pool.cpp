// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/pool.h"

namespace commonground::store {

core::Result<StorePool::Lease> StorePool::Take(std::chrono::milliseconds longest) {
  {
    std::unique_lock lock(mutex_);
    if (!free_.wait_for(lock, longest, [this] { return !idle_.empty() || open_ < most_; })) {
      return core::Fail(core::ErrorCode::kBusy,
                        "all connections to the study are in use. Nothing was changed. Way out: try again",
                        place_.Shown());
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

void StorePool::GiveBack(StudyStore* store) {
  {
    const std::lock_guard lock(mutex_);
    if (store != nullptr) {
      idle_.push_back(std::move(*store));
    } else {
      --open_;
    }
  }
  free_.notify_one();
}

}  // namespace commonground::store
