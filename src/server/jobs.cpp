// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One thread takes jobs in their order; what they say of their progress is told at most four times a second.

#include "server/jobs.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>

#include "app/consent_sign.h"
#include "core/error.h"
#include "core/guid.h"
#include "server/services.h"

namespace commonground::server {

using core::ErrorCode;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t kMaxWaiting = 8;
constexpr std::size_t kMaxKept = 4;  // a person
constexpr std::int64_t kKeptSeconds = 3600;
constexpr std::chrono::milliseconds kBetweenNews{250};

bool IsOver(JobState state) {
  return state != JobState::kWaits && state != JobState::kRuns;
}

}  // namespace

struct Jobs::Job {
  Order order;
  JobInfo info;  // guarded by Jobs::mutex_, as are these
  std::shared_ptr<const JobResult> result;
  std::int64_t ended = 0;
  std::atomic<bool> is_cancelled{false};
};

// Whoever has another role by now has another look at the study, too.
bool Jobs::IsTheirs(const Job& job, const app::Caller& caller) {
  const app::Caller& maker = job.order.caller;
  return maker.person == caller.person && maker.role == caller.role && maker.organisation == caller.organisation;
}

class Jobs::Reporter : public core::Progress {
 public:
  Reporter(Jobs& jobs, Job& job) : jobs_(jobs), job_(job) {}
  void Begin(std::string_view step, std::int64_t total) override {
    step_ = step;
    total_ = total;
    Tell(0);
  }
  void Advance(std::int64_t done) override {
    if (steady_clock::now() - told_ >= kBetweenNews) Tell(done);
  }
  void End() override {}
  bool Cancelled() const override { return job_.is_cancelled; }

 private:
  void Tell(std::int64_t done) {
    told_ = steady_clock::now();
    jobs_.Change(job_, [&](JobInfo& info) {
      info.step = step_;
      info.done = done;
      info.total = total_;
    });
  }
  Jobs& jobs_;
  Job& job_;
  std::string step_;
  std::int64_t total_ = 0;
  steady_clock::time_point told_;
};

Jobs::Jobs(Workspaces& workspaces, const core::Clock& clock, std::function<void()> rings)
    : workspaces_(workspaces), clock_(clock), rings_(std::move(rings)), worker_([this] { Run(); }) {}

Jobs::~Jobs() {
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
    for (const auto& job : jobs_) job->is_cancelled = true;
  }
  wakes_.notify_all();
  worker_.join();
}

core::Result<std::string> Jobs::Begin(Order order) {
  auto job = std::make_shared<Job>();
  job->info.job = core::NewGuid();
  job->info.kind = order.kind;
  job->info.person = order.caller.person;
  job->order = std::move(order);
  {
    const std::lock_guard lock(mutex_);
    Forget();
    const auto waiting = std::ranges::count_if(jobs_, [](const auto& one) { return !IsOver(one->info.state); });
    if (is_over_ || static_cast<std::size_t>(waiting) >= kMaxWaiting) {
      return core::Fail(ErrorCode::kBusy, "too much is at work already");
    }
    job->info.change = ++changes_;
    jobs_.push_back(job);
  }
  wakes_.notify_all();
  rings_();
  return job->info.job;
}

std::vector<JobInfo> Jobs::Of(const app::Caller& caller) {
  const std::lock_guard lock(mutex_);
  Forget();
  std::vector<JobInfo> all;
  for (const auto& job : jobs_) {
    if (IsTheirs(*job, caller)) all.push_back(job->info);
  }
  return all;
}

std::shared_ptr<Jobs::Job> Jobs::Own(const app::Caller& caller, const std::string& job) {
  const std::lock_guard lock(mutex_);
  Forget();
  for (const auto& one : jobs_) {
    if (one->info.job == job && IsTheirs(*one, caller)) return one;
  }
  return nullptr;
}

std::optional<JobInfo> Jobs::Find(const app::Caller& caller, const std::string& job) {
  const auto own = Own(caller, job);
  if (own == nullptr) return std::nullopt;
  const std::lock_guard lock(mutex_);
  return own->info;
}

std::shared_ptr<const JobResult> Jobs::ResultOf(const app::Caller& caller, const std::string& job) {
  const auto own = Own(caller, job);
  if (own == nullptr) return nullptr;
  const std::lock_guard lock(mutex_);
  return own->result;
}

void Jobs::ForgetFiles() {
  {
    const std::lock_guard lock(mutex_);
    for (const auto& job : jobs_) {
      if (!job->info.has_file) continue;
      job->result.reset();
      job->info.has_file = false;
      job->info.change = ++changes_;
    }
  }
  rings_();
}

bool Jobs::Cancel(const app::Caller& caller, const std::string& job) {
  const auto own = Own(caller, job);
  if (own == nullptr) return false;
  own->is_cancelled = true;
  {
    const std::lock_guard lock(mutex_);
    if (own->info.state == JobState::kWaits) {
      own->info.state = JobState::kCancelled;
      own->info.change = ++changes_;
      own->ended = clock_.Now().unix_seconds();
    } else if (own->info.state != JobState::kRuns) {
      std::erase(jobs_, own);
    }
  }
  rings_();
  return true;
}

void Jobs::Change(Job& job, const std::function<void(JobInfo&)>& change) {
  {
    const std::lock_guard lock(mutex_);
    change(job.info);
    job.info.change = ++changes_;
  }
  rings_();
}

// The oldest results go first, when a person has many or an hour passed.
void Jobs::Forget() {
  const std::int64_t now = clock_.Now().unix_seconds();
  std::erase_if(jobs_, [&](const auto& job) { return IsOver(job->info.state) && now - job->ended > kKeptSeconds; });
  for (auto job = jobs_.begin(); job != jobs_.end();) {
    const auto kept = std::count_if(job, jobs_.end(), [&](const auto& other) {
      return other->info.person == (*job)->info.person && IsOver(other->info.state);
    });
    const bool goes = IsOver((*job)->info.state) && static_cast<std::size_t>(kept) > kMaxKept;
    job = goes ? jobs_.erase(job) : job + 1;
  }
}

void Jobs::Run() {
  for (;;) {
    std::shared_ptr<Job> job;
    {
      std::unique_lock lock(mutex_);
      const auto waiting = [&] {
        return std::ranges::find_if(jobs_, [](const auto& one) { return one->info.state == JobState::kWaits; });
      };
      wakes_.wait(lock, [&] { return is_over_ || waiting() != jobs_.end(); });
      if (is_over_) return;
      job = *waiting();
      job->info.state = JobState::kRuns;
      job->info.change = ++changes_;
    }
    rings_();
    Reporter progress(*this, *job);
    const auto done = [&]() -> core::Result<JobResult> {
      try {
        CG_ASSIGN_OR_RETURN(auto lease, workspaces_.Take());
        const auto study = lease.For(job->order.caller, job->order.purpose);
        auto consents = app::ConsentSign(study);  // before: what changes meanwhile makes it old
        auto result =
            consents ? job->order.work(study, progress) : core::Result<JobResult>(tl::unexpect, consents.error());
        if (result) result->consents = std::move(*consents);
        const bool is_broken =
            !result && (result.error().code == ErrorCode::kIo || result.error().code == ErrorCode::kCorrupt);
        if (is_broken) lease.Broken();
        return result;
      } catch (const std::exception&) {
        return core::Fail(ErrorCode::kCorrupt, "a bug of the program ended it");
      }
    }();
    Change(*job, [&](JobInfo& info) {
      job->ended = clock_.Now().unix_seconds();
      job->order.work = nullptr;  // with what it holds: a file that was sent, a request
      if (done) {
        info.state = JobState::kDone;
        info.has_file = !done->file.empty();
        job->result = std::make_shared<const JobResult>(std::move(*done));
      } else {
        const bool is_cancelled = done.error().code == ErrorCode::kCancelled;
        info.state = is_cancelled ? JobState::kCancelled : JobState::kFailed;
        info.refused_as = std::string(core::Name(done.error().code));
        if (done.error().code == ErrorCode::kConflict) info.refused_by = done.error().where;
        // Of a failure of the machine the kind only: paths stay inside.
        const bool is_inside = done.error().code == ErrorCode::kIo || done.error().code == ErrorCode::kCorrupt;
        info.problem =
            is_inside ? "The study cannot be read or written just now. Nothing was changed." : done.error().message;
      }
    });
  }
}

}  // namespace commonground::server
