// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A bounded number of open studies, for a program that serves many people at once.
#pragma once

#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <vector>

#include "store/study_store.h"

namespace commonground::store {

// Who asks first is served first, so that nobody waits much longer than the others.  Threads: any.  Opening is done
// outside the lock.
class StorePool {
 public:
  StorePool(StudyLocation place, OpenMode mode, std::size_t most)
      : place_(std::move(place)), mode_(mode), most_(most) {}

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

  // How many wait now.
  std::size_t waiting();

 private:
  struct Waiting {
    std::condition_variable called;
    bool may_go = false;
  };
  // Not idle ones only: also those that may yet be opened, less those that somebody was called for.  Under mutex_.
  std::size_t Free() const { return idle_.size() + (most_ - open_) - called_; }
  void GiveBack(StudyStore* store);
  StudyLocation place_;
  OpenMode mode_;
  std::size_t most_;
  std::mutex mutex_;
  std::list<Waiting*> waiting_;  // in the order in which they came; guarded by mutex_, as all below
  std::vector<StudyStore> idle_;
  std::size_t open_ = 0;    // idle or lent
  std::size_t called_ = 0;  // were told to go, and have not taken theirs yet
};

}  // namespace commonground::store
