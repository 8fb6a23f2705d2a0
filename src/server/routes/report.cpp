// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report, through the use cases of app.  A preview is a job whose pages stay in memory and go with its session.

#include "server/routes/report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

#include "app/consent_sign.h"
#include "app/editions.h"
#include "app/people/approvals.h"
#include "app/report_study.h"
#include "app/zip_files.h"
#include "core/content_hash.h"

namespace commonground::server {

using core::ErrorCode;

struct Preview {
  std::string id;                       // a sign of its pages
  app::Role role = app::Role::kReader;  // for whom it was drawn: what a coordinator looks at is not for anybody else
  app::ReportOutcome outcome;           // for coordinators
  std::map<std::string, std::string> pages;  // by path
  std::string consents;                      // as they were before it was drawn (app/consent_sign.h)
};

namespace {

// Pages in memory.
class Pages : public core::FileSink {
 public:
  core::Status Write(std::string_view relative_path, std::string_view bytes) override {
    pages_[std::string(relative_path)] = bytes;
    return {};
  }
  std::map<std::string, std::string> Take() { return std::move(pages_); }

 private:
  std::map<std::string, std::string> pages_;
};

tl::unexpected<core::Error> NothingHere() {
  return core::Fail(ErrorCode::kNotFound, "There is nothing here.");
}

ReportView ViewOf(const app::ReportOutcome& outcome) {
  ReportView view{outcome.summary, outcome.cases, outcome.under_embargo, outcome.still_coded, outcome.refused, {}};
  for (std::size_t i = 0; i < outcome.problems.size(); ++i) {
    const core::Problem& one = outcome.problems[i];
    ReportView::Problem problem{one.severity == core::Severity::kError,
                                {},
                                {},
                                one.file,
                                one.line,
                                one.column,
                                one.value,
                                one.message,
                                one.fix};
    if (i < outcome.things.size()) {
      problem.thing = outcome.things[i].kind;
      problem.id = outcome.things[i].id;
    }
    view.problems.push_back(std::move(problem));
  }
  std::ranges::stable_sort(view.problems, {}, [](const ReportView::Problem& one) { return !one.blocks; });
  return view;
}

std::string ListOf(const std::optional<std::vector<std::string>>& words) {
  return words ? fmt::format("{}", fmt::join(*words, ",")) : std::string();
}

std::vector<std::string> WordsOf(const std::string& text) {
  std::stringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

core::Result<JobResult> ReportAsZip(const app::Workspace& study, app::ReportRequest request, core::Progress& progress) {
  if (!request.draft) {
    request.may_publish = [&](const std::string& content) { return app::IsApproved(study, content); };
  }
  app::ZipFiles files;
  CG_ASSIGN_OR_RETURN(const app::ReportOutcome outcome, app::ReportStudy(study, request, files, progress));
  if (outcome.refused) {
    return core::Fail(ErrorCode::kNoConsent, "Something blocks publishing; no report was made. Look at GET /report.");
  }
  CG_ASSIGN_OR_RETURN(std::string zip, files.Bytes());
  return JobResult{std::move(zip), request.draft ? "report-draft.zip" : "report.zip", "application/zip",
                   ToJson(ViewOf(outcome)).dump()};
}

// A sign of the pages themselves: pages drawn anew have other addresses.
std::string NumberOf(const std::map<std::string, std::string>& pages) {
  std::string all;
  for (const auto& [path, bytes] : pages) all += path + core::ContentHash(bytes);
  return core::ContentHash(all).substr(0, 16);
}

core::Result<JobResult> DrawPreview(const app::Workspace& study, const app::ReportRequest& request, Previews& previews,
                                    const std::string& session, core::Progress& progress) {
  Pages pages;
  auto made = std::make_shared<Preview>();
  CG_ASSIGN_OR_RETURN(made->consents, app::ConsentSign(study));
  made->role = study.caller().role;
  if (made->role == app::Role::kCoordinator) {
    CG_ASSIGN_OR_RETURN(made->outcome, app::ReportStudy(study, request, pages, progress));
    if (!made->outcome.index.empty()) made->pages = pages.Take();
  } else {
    CG_ASSIGN_OR_RETURN(const auto preview, app::PreviewReport(study, {request.languages}, pages, progress));
    if (preview.is_there) made->pages = pages.Take();
  }
  made->id = NumberOf(made->pages);
  previews.Keep(session, std::move(made));
  return JobResult();
}

// What was drawn for this session and this role, if all consents are as they were; nullptr: there is none.
std::shared_ptr<const Preview> PreviewFor(RouteContext& asked) {
  if (!asked.session) return nullptr;
  auto preview = asked.services.previews->Of(asked.session->id);
  if (preview == nullptr) return nullptr;
  const auto study = asked.Study();
  if (study && preview->role == asked.caller().role) {
    const auto consents = app::ConsentSign(*study);
    if (consents && *consents == preview->consents) return preview;
  }
  asked.services.previews->Forget(asked.session->id);
  return nullptr;
}

std::string TypeOf(std::string_view page) {
  if (page.ends_with(".html")) return "text/html; charset=utf-8";
  if (page.ends_with(".css")) return "text/css; charset=utf-8";
  if (page.ends_with(".woff2")) return "font/woff2";
  return "application/octet-stream";
}

// No script runs there, nothing is sent from there, and only a page of ours shows it in itself.
constexpr const char* kPreviewPolicy =
    "sandbox allow-same-origin; default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri "
    "'none'; "
    "form-action 'none'; frame-ancestors 'self'";

Response GivePage(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target) {
  if (!target.parameters.empty()) {
    return ProblemOf(422, core::Name(ErrorCode::kInvalidInput), "The address holds a parameter that is not known.");
  }
  const auto preview = PreviewFor(asked);
  const auto folder = path.find("folder");
  const std::string name = (folder == path.end() ? "" : folder->second + "/") + path.at("page");
  if (preview == nullptr || preview->id != path.at("preview") || !preview->pages.contains(name)) {
    return ProblemOf(404, "not_found", "There is nothing here.");
  }
  Response response;
  response.type = TypeOf(name);
  response.body = preview->pages.at(name);
  response.fields.push_back({"Content-Security-Policy", kPreviewPolicy});
  return response;
}

Json AnswerWithoutBody() {
  return nullptr;
}
Json PageOutput() {
  return {{"type", "string"}, {"format", "binary"}, {"properties", Json::object()}};
}
std::vector<AddressField> PageAddress() {
  return {{"preview", "path", "its id", SchemaOf<std::string>()},
          {"page", "path", "its file", SchemaOf<std::string>()}};
}
std::vector<AddressField> PageBelowAddress() {
  auto fields = PageAddress();
  fields.push_back({"folder", "path", "of the file", SchemaOf<std::string>()});
  return fields;
}

core::Status PassphraseAgain(RouteContext& asked, const std::string& passphrase,
                             const std::optional<std::string>& code) {
  const auto done =
      asked.services.gate.Refresh(*asked.session, {"", passphrase, code.value_or(""), asked.request.from});
  if (!done && done.error().code == ErrorCode::kNotFound) asked.refused_as = 401;
  return done;
}

}  // namespace

core::Result<ReportView> CheckReport::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study(app::Purpose::kPublish));
  app::ReportRequest request;
  request.only_check = true;
  app::ZipFiles none;
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(const auto outcome, app::ReportStudy(study, request, none, progress));
  return ViewOf(outcome);
}

core::Result<JobView> MakeReport::Run(RouteContext& asked, const Input& input) {
  app::ReportRequest request;
  request.forms = ListOf(input.forms);
  request.languages = ListOf(input.languages);
  request.draft = !input.publish.value_or(false);
  const auto work = [request](const app::Workspace& study, core::Progress& progress) {
    return ReportAsZip(study, request, progress);
  };
  return BegunJob(asked, {request.draft ? "draft" : "report", asked.caller(), app::Purpose::kPublish, work});
}

core::Result<JobView> MakePreview::Run(RouteContext& asked, const Input& input) {
  app::ReportRequest request;
  request.preview = true;
  if (input.language) request.languages = input.language->value;
  const std::string session = asked.session->id;
  // Who does not coordinate draws one at a time, so that readers do not keep others' work waiting.
  for (const JobInfo& one : asked.services.jobs.Of(asked.caller())) {
    if (asked.caller().role == app::Role::kCoordinator) break;
    const bool is_drawn = one.state == JobState::kWaits || one.state == JobState::kRuns;
    if (one.kind == "preview" && is_drawn) asked.services.jobs.Cancel(asked.caller(), one.job);
  }
  asked.services.previews->Await(session);
  const auto work = [request, session, previews = asked.services.previews](const app::Workspace& study,
                                                                           core::Progress& progress) {
    return DrawPreview(study, request, *previews, session, progress);
  };
  return BegunJob(asked, {"preview", asked.caller(), app::Purpose::kPublish, work});
}

core::Result<ShowPreview::Output> ShowPreview::Run(RouteContext& asked, const Input&) {
  const auto preview = PreviewFor(asked);
  if (preview == nullptr) return NothingHere();
  Output output;
  output.preview = preview->id;
  if (!preview->outcome.content.empty()) output.content = preview->outcome.content;
  for (const auto& [path, ignored] : preview->pages) {
    if (path.ends_with(".html")) output.pages.push_back(path);
  }
  output.left_out = preview->outcome.left_out;
  if (preview->role == app::Role::kCoordinator) output.report = ViewOf(preview->outcome);
  return output;
}

Route PreviewPageRoute() {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/report/preview/{preview}/{page}",
                                .name = "showPreviewPage",
                                .summary = "A page of a preview",
                                .use_case = app::UseCase::kPreviewReport,
                                .of_session = true,
                                .gives_file = true};
  return {kRules, GivePage, AnswerWithoutBody, PageAddress, PageOutput};
}

Route PreviewPageBelowRoute() {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/report/preview/{preview}/{folder}/{page}",
                                .name = "showPreviewPageBelow",
                                .summary = "A page of a preview, in a folder of it",
                                .use_case = app::UseCase::kPreviewReport,
                                .of_session = true,
                                .gives_file = true};
  return {kRules, GivePage, AnswerWithoutBody, PageBelowAddress, PageOutput};
}

core::Result<ListEditions::Output> ListEditions::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study(app::Purpose::kPublish));
  CG_ASSIGN_OR_RETURN(const auto editions, app::ListEditions(study));
  CG_ASSIGN_OR_RETURN(const auto approvals, app::ApprovalsOf(study));
  Output output;
  output.needed = static_cast<std::int64_t>(app::kApprovalsNeeded);
  for (const auto& one : editions) {
    output.editions.push_back({one.edition, one.made_at, WordsOf(one.forms), WordsOf(one.languages)});
  }
  std::ranges::reverse(output.editions);
  for (const auto& one : approvals) {
    output.approvals.push_back({one.content, one.person, one.at.Text(), one.counts});
  }
  return output;
}

core::Result<Nothing> ApproveReport::Run(RouteContext& asked, const Input& input) {
  const auto preview = PreviewFor(asked);
  const bool is_seen =
      preview != nullptr && !preview->outcome.content.empty() && preview->outcome.content == input.content;
  if (!is_seen) {
    return core::Fail(ErrorCode::kConflict, "This is not what you have before you. Draw the preview again and look.");
  }
  CG_RETURN_IF_ERROR(PassphraseAgain(asked, input.passphrase, input.code));
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study(app::Purpose::kPublish));
  CG_RETURN_IF_ERROR(app::ApproveReport(study, input.content));
  asked.status = 204;
  return Nothing{};
}

core::Result<Nothing> TakeBackApproval::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study(app::Purpose::kPublish));
  CG_RETURN_IF_ERROR(app::TakeBackApproval(study, input.content));
  asked.status = 204;
  return Nothing{};
}

}  // namespace commonground::server
