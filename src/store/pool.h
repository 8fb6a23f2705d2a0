// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A bounded number of open studies, for a program that serves many people at once.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

#include "store/study_store.h"

namespace commonground::store {

// Threads: any.  Opening is done outside the lock.
class StorePool {
 public:
  StorePool(Place place, OpenMode mode, std::size_t most) : place_(std::move(place)), mode_(mode), most_(most) {}

  // Goes back to the pool at the end.  One whose connection broke is let go: call Broken().
  class Lease {
   public:
    Lease(StorePool& pool, StudyStore store) : pool_(&pool), store_(std::move(store)) {}
    Lease(Lease&& other) noexcept : pool_(std::exchange(other.pool_, nullptr)), store_(std::move(other.store_)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (pool_ != nullptr) pool_->GiveBack(broken_ ? nullptr : &store_);
    }
    StudyStore* operator->() { return &store_; }
    StudyStore& operator*() { return store_; }
    void Broken() { broken_ = true; }

   private:
    StorePool* pool_;
    StudyStore store_;
    bool broken_ = false;
  };

  // Waits at most `longest` for one to be free.
  // Errors: Busy: none was; and as StudyStore::Open.
  core::Result<Lease> Take(std::chrono::milliseconds longest);

 private:
  void GiveBack(StudyStore* store);
  Place place_;
  OpenMode mode_;
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable free_;
  std::vector<StudyStore> idle_;  // guarded by mutex_
  std::size_t open_ = 0;          // idle or lent; guarded by mutex_
};

}  // namespace commonground::store
