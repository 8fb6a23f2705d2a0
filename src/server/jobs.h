// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Long work that goes on when the page that asked for it is gone: one at a time, with progress, and it can be
// cancelled.  What it made is held in memory for who asked, until it is fetched, an hour passed, or the server ends.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/workspace.h"
#include "core/moment.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/ids.h"

namespace commonground::server {

class Workspaces;

enum class JobState : std::uint8_t { kWaits, kRuns, kDone, kFailed, kCancelled };

// What a job leaves behind.
struct JobResult {
  std::string file;           // bytes to be fetched; empty: none
  std::string name;           // of that file
  std::string type;           // of that file
  std::string text;           // of what was done: JSON, as the route that began it describes it
  std::string consents = {};  // as they were before it was made (app/consent_sign.h)
};

struct JobInfo {
  std::string job;   // random
  std::string kind;  // "report"
  model::CoderId person;
  JobState state = JobState::kWaits;
  std::string step;         // an English verb: "Reading the study"
  std::int64_t done = 0;    // units of the step
  std::int64_t total = 0;   // 0: not known
  std::int64_t change = 0;  // counts up with every change of any job, so that news can go on from one
  std::string problem;      // kFailed: what went wrong, for people
  std::string refused_as;   // kFailed: core::Name of its kind
  std::string refused_by;   // kFailed, where something that is there is in the way: its id
  bool has_file = false;
};

// Threads: any.
class Jobs {
 public:
  // `rings`: called when somebody may be told of news; not often.
  Jobs(Workspaces& workspaces, const core::Clock& clock, std::function<void()> rings);
  // Cancels what runs and waits for it.
  ~Jobs();
  Jobs(const Jobs&) = delete;

  using Work = std::function<core::Result<JobResult>(const app::Workspace& study, core::Progress& progress)>;
  struct Order {
    std::string kind;
    app::Caller caller;
    app::Purpose purpose = app::Purpose::kWork;
    Work work;
  };
  // Gives its id.  Errors: Busy: too many wait.
  core::Result<std::string> Begin(Order order);

  // Of one person in one role only: those of others are not there.
  std::vector<JobInfo> Of(const app::Caller& caller);
  std::optional<JobInfo> Find(const app::Caller& caller, const std::string& job);
  std::shared_ptr<const JobResult> ResultOf(const app::Caller& caller, const std::string& job);
  // Of everybody: somebody took a consent back.
  void ForgetFiles();
  // What runs stops soon; what is done goes, with its file.  False: there is none.
  bool Cancel(const app::Caller& caller, const std::string& job);

 private:
  struct Job;
  class Reporter;
  static bool IsTheirs(const Job& job, const app::Caller& caller);
  void Run();
  void Forget();  // Requires: mutex_ is held.
  std::shared_ptr<Job> Own(const app::Caller& caller, const std::string& job);
  void Change(Job& job, const std::function<void(JobInfo&)>& change);

  Workspaces& workspaces_;
  const core::Clock& clock_;
  std::function<void()> rings_;
  std::mutex mutex_;
  std::condition_variable wakes_;
  std::deque<std::shared_ptr<Job>> jobs_;  // guarded by mutex_, as are these
  std::int64_t changes_ = 0;
  bool is_over_ = false;
  std::thread worker_;
};

}  // namespace commonground::server
