// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Jobs, the export and the backup, through the use cases of app.

#include "server/routes/jobs.h"

#include "app/backup/backup_as_zip.h"
#include "app/consent_sign.h"
#include "app/exchange_study.h"
#include "app/export_study.h"
#include "app/wire/outcome_json.h"
#include "app/zip_files.h"

namespace commonground::server {

using core::ErrorCode;

namespace {

constexpr std::array<std::string_view, 5> kStates = JobStateWords::kWords;

tl::unexpected<core::Error> NothingHere() {
  return core::Fail(ErrorCode::kNotFound, "There is nothing here.");
}

Response GiveFile(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target) {
  if (!target.parameters.empty()) {
    return ProblemOf(422, core::Name(ErrorCode::kInvalidInput), "The address holds a parameter that is not known.");
  }
  const auto result = asked.services.jobs.ResultOf(asked.caller(), path.at("job"));
  if (result != nullptr && !result->file.empty()) {
    const auto study = asked.Study();
    const auto consents = study ? app::ConsentSign(*study) : core::Result<std::string>(std::string());
    if (!consents || *consents != result->consents) {
      asked.services.jobs.Cancel(asked.caller(), path.at("job"));
      return ProblemOf(404, "not_found", "A consent changed since this was made, so it is gone. Make it again.");
    }
  }
  if (result == nullptr || result->file.empty()) return ProblemOf(404, "not_found", "There is nothing here.");
  Response response;
  response.type = result->type;
  response.body = result->file;
  response.fields.push_back({"Content-Disposition", "attachment; filename=\"" + result->name + "\""});
  response.fields.push_back({"Content-Security-Policy", "default-src 'none'; sandbox"});
  return response;
}

Json NoBody() {
  return nullptr;
}
std::vector<AddressField> FileAddress() {
  return {{"job", "path", "its id", SchemaOf<std::string>()}};
}
Json FileOutput() {
  return {{"type", "string"}, {"format", "binary"}, {"properties", Json::object()}};
}

}  // namespace

JobView ViewOf(const JobInfo& info) {
  const auto said = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
  return {info.job,
          info.kind,
          {std::string(kStates[static_cast<std::size_t>(info.state)])},
          info.step,
          info.done,
          info.total,
          info.has_file,
          said(info.problem),
          said(info.refused_as),
          said(info.refused_by)};
}

core::Result<JobView> BegunJob(RouteContext& asked, Jobs::Order order) {
  CG_ASSIGN_OR_RETURN(const std::string job, asked.services.jobs.Begin(std::move(order)));
  const auto info = asked.services.jobs.Find(asked.caller(), job);
  if (!info) return NothingHere();
  asked.status = 202;
  return ViewOf(*info);
}

core::Result<ListJobs::Output> ListJobs::Run(RouteContext& asked, const Input&) {
  Output output;
  for (const JobInfo& one : asked.services.jobs.Of(asked.caller())) output.jobs.push_back(ViewOf(one));
  return output;
}

core::Result<JobView> ShowJob::Run(RouteContext& asked, const Input& input) {
  const auto job = asked.services.jobs.Find(asked.caller(), input.job);
  if (!job) return NothingHere();
  return ViewOf(*job);
}

core::Result<Nothing> CancelJob::Run(RouteContext& asked, const Input& input) {
  if (!asked.services.jobs.Cancel(asked.caller(), input.job)) return NothingHere();
  asked.status = 204;
  return Nothing{};
}

core::Result<JobView> MakeExport::Run(RouteContext& asked, const Input& input) {
  app::ExportOptions options;
  options.workbook = input.workbook.value_or(false);
  const auto work = [options](const app::Workspace& study, core::Progress& progress) -> core::Result<JobResult> {
    app::ZipFiles files;
    CG_RETURN_IF_ERROR(app::ExportStudy(study, options, files, progress));
    CG_ASSIGN_OR_RETURN(std::string zip, files.Bytes());
    return JobResult{std::move(zip), "study.zip", "application/zip", {}};
  };
  return BegunJob(asked, {"export", asked.caller(), app::Purpose::kKeep, work});
}

core::Result<ShowBackups::Output> ShowBackups::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study(app::Purpose::kKeep));
  CG_ASSIGN_OR_RETURN(const auto so_far, app::ShowBackups(study));
  Output output;
  output.has_key = so_far.has_key;
  if (so_far.last) output.last = so_far.last->Text();
  return output;
}

core::Result<JobView> MakeBackup::Run(RouteContext& asked, const Input&) {
  const auto work = [](const app::Workspace& study, core::Progress& progress) -> core::Result<JobResult> {
    CG_ASSIGN_OR_RETURN(std::string zip, app::BackupAsZip(study, progress));
    return JobResult{std::move(zip), "backup.zip", "application/zip", {}};
  };
  return BegunJob(asked, {"backup", asked.caller(), app::Purpose::kKeep, work});
}

core::Result<JobView> MakeExchange::Run(RouteContext& asked, const Input& input) {
  app::ExchangeExportRequest request;
  request.name = "study." + input.as.value;
  if (input.profile && input.profile->value == "nvivo") request.profile = coding::Profile::kNvivo;
  if (input.table && input.table->value == "codebook") {
    request.table = app::ExchangeExportRequest::Table::kCodebook;
  }
  if (input.accepted_only.value_or(false)) request.statuses = coding::Statuses::kAcceptedOnly;
  const auto work = [request](const app::Workspace& study, core::Progress& progress) -> core::Result<JobResult> {
    CG_ASSIGN_OR_RETURN(app::ExchangeBytes made, app::ExportForExchange(study, request, progress));
    return JobResult{std::move(made.bytes), request.name, "application/octet-stream",
                     app::wire::ToJson(request.name, made.outcome).dump()};
  };
  return BegunJob(asked, {"exchange", asked.caller(), app::Purpose::kShare, work});
}

Route JobFileRoute() {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/jobs/{job}/file",
                                .name = "fetchJobFile",
                                .summary = "What it made, as an attachment",
                                .gives_file = true};
  return {kRules, GiveFile, NoBody, FileAddress, FileOutput};
}

}  // namespace commonground::server
