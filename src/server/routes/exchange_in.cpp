// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Projects of other programs, through the use case of app.

#include "server/routes/exchange_in.h"

#include "app/exchange_study.h"

namespace commonground::server {

using core::ErrorCode;

namespace {

constexpr const char* kJob = "exchange import";
constexpr Rules kCameRules{.method = Method::kGet,
                           .path = "/jobs/{job}/exchange",
                           .name = "showProjectThatCame",
                           .summary = "What a job made of a project, or would make of it"};

ProjectCameView ViewOf(const app::ExchangeImportOutcome& outcome, bool is_dry_run) {
  ProjectCameView view;
  view.project = outcome.name;
  view.origin = outcome.origin;
  view.changed = outcome.changed;
  view.is_dry_run = is_dry_run;
  view.can_be_undone = outcome.can_be_taken_back;
  view.new_codes = outcome.new_codes;
  view.new_documents = outcome.new_documents;
  view.new_codings = outcome.new_codings;
  view.new_memos = outcome.new_memos;
  view.new_consents = outcome.new_consents;
  view.without_consent = static_cast<std::int64_t>(outcome.unreadable);
  for (const auto& one : outcome.coders) view.coders.push_back({one.user, one.coder, one.codings});
  for (const auto& one : outcome.report) view.report.push_back({one.what, one.count, one.became});
  return view;
}

core::Result<app::ExchangeImportRequest> RequestOf(const ImportProject::Input& input, const core::Date& today) {
  app::ExchangeImportRequest request;
  request.name = input.file_name;
  request.mode = input.dry_run ? app::ExchangeImportRequest::Mode::kPreview : app::ExchangeImportRequest::Mode::kSave;
  request.merge.into_case = input.organisation;
  if (input.organisation && !model::IsValidId(input.organisation->value)) {
    return core::Fail(ErrorCode::kInvalidInput, "is not a valid id of an organisation");
  }
  for (const auto& one : input.coders.value_or(std::vector<ImportProject::Coder>())) {
    if (!model::IsValidId(one.coder.value)) return core::Fail(ErrorCode::kInvalidInput, "is not a valid id of a coder");
    request.merge.coders[one.user] = one.coder;
  }
  const std::string from = input.coder_from ? input.coder_from->value : "auto";
  request.merge.coder_from = from == "passage"  ? coding::CoderFrom::kPassage
                             : from == "coding" ? coding::CoderFrom::kCoding
                                                : coding::CoderFrom::kAuto;
  if (input.position_encoding) request.offsets = coding::ReadingOf(input.position_encoding->value);
  if (input.with_consents.value_or(false)) request.merge.consents = coding::Consents::kTakenOver;
  if (input.consent) {
    request.merge.given =
        coding::GivenConsent{input.consent->scopes, input.consent->basis, today, input.consent->evidence};
  }
  return request;
}

Response ShowWhatCame(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target) {
  if (!target.parameters.empty()) {
    return ProblemOf(422, core::Name(ErrorCode::kInvalidInput), "The address holds a parameter that is not known.");
  }
  const auto job = asked.services.jobs.Find(asked.caller(), path.at("job"));
  const auto result = asked.services.jobs.ResultOf(asked.caller(), path.at("job"));
  if (!job || job->kind != kJob || result == nullptr) return ProblemOf(404, "not_found", "There is nothing here.");
  return AnswerOf(asked, true, Json::parse(result->text));
}

Json NoBody() {
  return nullptr;
}
std::vector<AddressField> JobAddress() {
  return {{"job", "path", "its id", SchemaOf<std::string>()}};
}

}  // namespace

core::Result<JobView> ImportProject::Run(RouteContext& asked, const Input& input) {
  const auto file = asked.services.uploads.Find(asked.caller(), input.upload);
  if (file == nullptr) return core::Fail(ErrorCode::kNotFound, "There is nothing here.");
  CG_ASSIGN_OR_RETURN(const auto request, RequestOf(input, asked.services.clock.Today()));
  asked.is_dry = input.dry_run;
  Services& services = asked.services;
  const app::Caller caller = asked.caller();
  const auto work = [&services, caller, request, file, upload = input.upload, is_dry = input.dry_run](
                        const app::Workspace& study, core::Progress& progress) -> core::Result<JobResult> {
    CG_ASSIGN_OR_RETURN(const std::string bytes, file->Read());
    auto came = app::ImportProject(study, bytes, request, progress);
    if (!is_dry) services.answers.Changed();
    if (!came) return core::Fail(std::move(came).error());
    if (!is_dry) services.uploads.Remove(caller, upload);
    return JobResult{{}, {}, {}, ToJson(ViewOf(*came, is_dry)).dump(-1, ' ', false, Json::error_handler_t::replace)};
  };
  return BegunJob(asked, {kJob, caller, app::Purpose::kWork, work});
}

Route ProjectCameRoute() {
  return {kCameRules, ShowWhatCame, NoBody, JobAddress, SchemaOf<ProjectCameView>};
}

}  // namespace commonground::server
