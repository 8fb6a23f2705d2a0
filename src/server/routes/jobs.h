// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about long work: what is at work for you, its progress, its end, and the file that it made; and the export,
// the backup and projects for other programs, which are made so.
#pragma once

#include "server/jobs.h"
#include "server/route.h"

namespace commonground::server {

struct JobStateWords {
  static constexpr std::array<std::string_view, 5> kWords{"waits", "runs", "done", "failed", "cancelled"};
};
struct JobView {
  std::string job;
  std::string kind;
  OneOf<JobStateWords> state;
  std::string step;
  std::int64_t done = 0;
  std::int64_t total = 0;
  bool has_file = false;
  std::optional<std::string> problem;
  std::optional<std::string> refused_as;
  std::optional<std::string> refused_by;
};
void Describe(auto& visit, Is<JobView> auto& view) {
  visit("job", view.job, "its id");
  visit("kind", view.kind, "what is made");
  visit("state", view.state, "how far it is");
  visit("step", view.step, "what it does now, in English");
  visit("done", view.done, "units of the step");
  visit("total", view.total, "units of the step; 0: not known");
  visit("has_file", view.has_file, "there is something to be fetched");
  visit("problem", view.problem, "why it failed, in English");
  visit("refused_as", view.refused_as, "the kind of it: invalid_input, conflict and so on, as of errors");
  visit("refused_by", view.refused_by, "what is in the way: its id");
}
JobView ViewOf(const JobInfo& info);
// Begins it: 202.
core::Result<JobView> BegunJob(RouteContext& asked, Jobs::Order order);

struct ListJobs {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/jobs",
                                .name = "listJobs",
                                .summary = "What is at work for you, and what was done within the hour"};
  using Input = Nothing;
  struct Output {
    std::vector<JobView> jobs;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListJobs::Output> auto& out) {
  visit("jobs", out.jobs, "the oldest first");
}

struct ShowJob {
  static constexpr Rules kRules{
      .method = Method::kGet, .path = "/jobs/{job}", .name = "showJob", .summary = "One of them"};
  struct Input {
    std::string job;
  };
  using Output = JobView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowJob::Input> auto& in) {
  visit.Path("job", in.job, "its id");
}

struct CancelJob {
  static constexpr Rules kRules{.method = Method::kDelete,
                                .path = "/jobs/{job}",
                                .name = "cancelJob",
                                .summary = "Stops it; of one that is done, lets its file go"};
  struct Input {
    std::string job;
  };
  using Output = Nothing;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<CancelJob::Input> auto& in) {
  visit.Path("job", in.job, "its id");
}

struct MakeExport {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/export",
                                .name = "makeExport",
                                .summary = "Begins a job that writes out all of the study in open formats, as a ZIP",
                                .use_case = app::UseCase::kExport,
                                .is_fresh = true,
                                .made = 202};
  struct Input {
    std::optional<bool> workbook;
  };
  using Output = JobView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<MakeExport::Input> auto& in) {
  visit("workbook", in.workbook, "the tables as sheets of one workbook, not as CSV");
}

struct ShowBackups {
  static constexpr Rules kRules{
      .method = Method::kGet,
      .path = "/backup",
      .name = "showBackups",
      .summary = "When a backup was made here last, and whether there is a key to seal one to",
      .use_case = app::UseCase::kCreateBackup};
  using Input = Nothing;
  struct Output {
    bool has_key = false;
    std::optional<std::string> last;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowBackups::Output> auto& out) {
  visit("has_key", out.has_key, "else the first is made on the command line");
  visit("last", out.last, "UTC; not said: none was made here. Those of the command line are not known");
}

struct MakeBackup {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/backup",
                                .name = "makeBackup",
                                .summary =
                                    "Begins a job that makes a backup, sealed to the study's own key, as a ZIP; "
                                    "without such a key it fails as not_found",
                                .use_case = app::UseCase::kCreateBackup,
                                .is_fresh = true,
                                .made = 202};
  using Input = Nothing;
  using Output = JobView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};

struct ExchangeWords {
  static constexpr std::array<std::string_view, 4> kWords{"qdpx", "qdc", "csv", "xlsx"};
};
struct ProfileWords {
  static constexpr std::array<std::string_view, 2> kWords{"standard", "nvivo"};
};
struct ExchangeTableWords {
  static constexpr std::array<std::string_view, 2> kWords{"codings", "codebook"};
};
struct MakeExchange {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/exchange",
                                .name = "makeExchange",
                                .summary =
                                    "Begins a job that writes what may be read for other coding programs, to be "
                                    "fetched: a project or a codebook of REFI-QDA, or tables",
                                .use_case = app::UseCase::kExchangeExport,
                                .is_fresh = true,
                                .made = 202};
  struct Input {
    OneOf<ExchangeWords> as;
    std::optional<OneOf<ProfileWords>> profile;
    std::optional<OneOf<ExchangeTableWords>> table;
    std::optional<bool> accepted_only;
  };
  using Output = JobView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<MakeExchange::Input> auto& in) {
  visit("as", in.as, "a project (qdpx), its codes only (qdc), or tables");
  visit("profile", in.profile, "how texts are written in a project; standard, if it is not said");
  visit("table", in.table, "what a csv holds; codings, if it is not said");
  visit("accepted_only", in.accepted_only, "without drafts, and what is not accepted");
}

// GET /jobs/{job}/file: bytes, as an attachment.
Route JobFileRoute();

}  // namespace commonground::server
