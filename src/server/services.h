// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What every route can ask of the program: who comes in, and the study opened for them.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/people/gate.h"
#include "app/workspace.h"
#include "core/moment.h"
#include "core/result.h"
#include "server/answers.h"
#include "server/jobs.h"
#include "server/previews.h"
#include "server/uploads.h"

namespace commonground::server {

// Open studies that are lent to one request at a time and come back.  There are never more than requests at once, and
// that is the number of workers.  Threads: any.
class Workspaces {
 public:
  Workspaces(std::string location, const core::Clock& clock) : location_(std::move(location)), clock_(clock) {}

  class Lease {
   public:
    Lease(Workspaces& from, app::Workspace workspace) : from_(&from), workspace_(std::move(workspace)) {}
    Lease(Lease&& other) noexcept
        : from_(std::exchange(other.from_, nullptr)), workspace_(std::move(other.workspace_)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (from_ != nullptr && !broken_) from_->GiveBack(std::move(workspace_));
    }
    app::Workspace For(app::Caller caller, app::Purpose purpose) const {
      return workspace_.For(std::move(caller), purpose);
    }
    // Its connection is gone: it does not come back.
    void Broken() { broken_ = true; }

   private:
    Workspaces* from_;
    app::Workspace workspace_;
    bool broken_ = false;
  };

  // Errors: as Workspace::Open.
  core::Result<Lease> Take();

 private:
  void GiveBack(app::Workspace workspace);
  std::string location_;
  const core::Clock& clock_;
  std::mutex mutex_;
  std::vector<app::Workspace> idle_;  // guarded by mutex_
};

// One at a time by key: whoever says the same twice at once is answered twice, and it is done once.  Threads: any.
class KeyedLocks {
 public:
  std::unique_lock<std::mutex> Lock(const std::string& key) {
    return std::unique_lock(mutexes_[std::hash<std::string>{}(key) % mutexes_.size()]);
  }

 private:
  std::array<std::mutex, 64> mutexes_;
};

struct Services {
  app::Gate& gate;
  Workspaces& workspaces;
  const core::Clock& clock;
  Jobs& jobs;
  std::shared_ptr<Previews> previews;  // shared with jobs that draw one
  Uploads& uploads;
  KeyedLocks locks = {};
  Answers answers = {};
};

}  // namespace commonground::server
