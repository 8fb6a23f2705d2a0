// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Files that come in, through the use cases of app.

#include "server/routes/uploads.h"

#include "app/import/bring_in_document.h"
#include "core/guid.h"
#include "core/secret.h"

namespace commonground::server {

using core::ErrorCode;

namespace {

constexpr std::size_t kMaxBytes = 100'000'000;  // of a project of another program; a text has less (formats.h)

constexpr Rules kSendRules{.method = Method::kPut,
                           .path = "/uploads/{upload}",
                           .name = "sendFile",
                           .summary = "Takes a file in, as the body; `upload` is an id that you make (a UUID)",
                           .use_case = app::UseCase::kAddDocument,
                           .only_asks = true,
                           .takes_file = true,
                           .most_body = kMaxBytes,
                           .made = 201};
constexpr Rules kCameRules{.method = Method::kGet,
                           .path = "/jobs/{job}/document",
                           .name = "showDocumentThatCame",
                           .summary = "What a job made of a file"};

tl::unexpected<core::Error> NothingHere() {
  return core::Fail(ErrorCode::kNotFound, "There is nothing here.");
}

Response SendFile(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target) {
  const std::string& upload = path.at("upload");
  if (!target.parameters.empty()) {
    return ProblemOf(422, core::Name(ErrorCode::kInvalidInput), "The address holds a parameter that is not known.");
  }
  if (core::ReadGuid(upload) != upload) {
    return ProblemOf(422, core::Name(ErrorCode::kInvalidInput), "The id is no UUID in small letters.");
  }
  const auto file = std::dynamic_pointer_cast<UploadedFile>(asked.sink);
  if (file == nullptr) return ProblemOf(400, "bad_request", "The body is the file, and it is missing.");
  if (const core::Status whole = file->Finish(); !whole) return ProblemOf(whole.error());
  const auto kept = asked.services.uploads.Keep(asked.caller(), upload, file);
  if (!kept) return RefusalOf(asked, true, kept.error());
  asked.status = *kept ? 201 : 200;
  return AnswerOf(asked, false, ToJson(UploadView{upload, file->bytes(), file->hash()}));
}

Response ShowWhatCame(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target) {
  if (!target.parameters.empty()) {
    return ProblemOf(422, core::Name(ErrorCode::kInvalidInput), "The address holds a parameter that is not known.");
  }
  const auto job = asked.services.jobs.Find(asked.caller(), path.at("job"));
  const auto result = asked.services.jobs.ResultOf(asked.caller(), path.at("job"));
  if (!job || job->kind != "document" || result == nullptr)
    return ProblemOf(404, "not_found", "There is nothing here.");
  return AnswerOf(asked, true, Json::parse(result->text));
}

Json NoBody() {
  return nullptr;
}
std::vector<AddressField> UploadAddress() {
  return {{"upload", "path", "a UUID that you make", SchemaOf<std::string>()}};
}
std::vector<AddressField> JobAddress() {
  return {{"job", "path", "its id", SchemaOf<std::string>()}};
}

std::vector<std::string> IdsOf(const std::vector<model::CodingId>& codings) {
  std::vector<std::string> ids;
  for (const auto& one : codings) ids.push_back(one.value);
  return ids;
}

DocumentCameView::Rests ViewOf(const app::RestsOnLost& rests) {
  DocumentCameView::Rests view;
  for (const auto& one : rests.quotes) {
    view.quotes.push_back({one.kind, one.id, one.line, one.words, IdsOf(one.stays_with)});
  }
  for (const auto& one : rests.findings) {
    view.findings.push_back({one.id, IdsOf(one.lost_for), IdsOf(one.lost_against), one.left_for, one.left_against});
  }
  for (const auto& one : rests.translations) view.translations.push_back({one.id, one.language, one.exact});
  for (const auto& one : rests.consents) {
    view.consents.push_back({one.subject, one.coding.value, one.scope, one.refused});
  }
  return view;
}

DocumentCameView ViewOf(const app::DocumentBroughtIn& came) {
  DocumentCameView view;
  view.document = came.document;
  view.title = came.title;
  view.version = came.version;
  view.hash = came.hash;
  view.language = came.language;
  view.paragraphs = came.paragraphs;
  view.words = came.words;
  view.pages = came.pages;
  if (came.confidence) view.confidence = *came.confidence;
  if (came.least_sure) view.least_sure = *came.least_sure;
  view.format = came.format;
  view.left_out = came.removed;
  view.notices = came.notices;
  view.read_in = came.read_in;
  if (came.moves) {
    view.moves = {came.moves->from, came.moves->kept, came.moves->moved, came.moves->edited, came.moves->orphaned};
  }
  for (const app::LostCoding& one : came.lost.seen) {
    DocumentCameView::Lost& lost = view.lost.emplace_back();
    lost.coding = one.coding.id.value;
    lost.code = one.coding.code;
    lost.coder = one.coding.coder;
    lost.range = PlaceOf(one.coding.range);
    for (const auto& part : one.was) lost.was.push_back({part.words, part.only_here});
    if (one.nearest) lost.nearest = PlaceOf(*one.nearest);
    for (const auto& part : one.is) lost.is.push_back({part.words, part.only_here});
  }
  view.lost_unseen = came.lost.unseen;
  view.rests = ViewOf(came.rests);
  view.changed = came.changed;
  view.may_be_read = came.may_be_read;
  return view;
}

// `read` gets the whole file.  What was sent goes when something was made of it, and stays when it was only looked at.
enum class Making { kDocument, kLookOnly };
template <typename Read>
core::Result<JobView> BeginReading(RouteContext& asked, const std::string& upload, Making making, Read read) {
  const auto file = asked.services.uploads.Find(asked.caller(), upload);
  if (file == nullptr) return NothingHere();
  Services& services = asked.services;
  const app::Caller caller = asked.caller();
  const auto work = [&services, caller, upload, making, file, read](
                        const app::Workspace& study, core::Progress& progress) -> core::Result<JobResult> {
    CG_ASSIGN_OR_RETURN(const std::string bytes, file->Read());
    auto came = read(study, bytes, progress);
    if (making == Making::kDocument) services.answers.Changed();
    if (!came) return core::Fail(std::move(came).error());
    if (making == Making::kDocument) services.uploads.Remove(caller, upload);
    return JobResult{{}, {}, {}, ToJson(ViewOf(*came)).dump(-1, ' ', false, Json::error_handler_t::replace)};
  };
  return BegunJob(asked, {"document", caller, app::Purpose::kWork, work});
}

// In memory that is wiped when the job has ended.
core::Result<std::shared_ptr<core::Secret>> PassphraseOf(const std::optional<std::string>& given) {
  CG_ASSIGN_OR_RETURN(core::Secret secret, core::Secret::OfText(given.value_or("")));
  return std::make_shared<core::Secret>(std::move(secret));
}

}  // namespace

core::Result<Nothing> DropUpload::Run(RouteContext& asked, const Input& input) {
  if (asked.services.uploads.Find(asked.caller(), input.upload) == nullptr) return NothingHere();
  asked.services.uploads.Remove(asked.caller(), input.upload);
  asked.status = 204;
  return Nothing{};
}

core::Result<JobView> AddDocument::Run(RouteContext& asked, const Input& input) {
  app::NewDocument given;
  given.file.name = input.file_name;
  given.organisation = input.organisation;
  given.title = input.title.value_or("");
  given.language = input.language.value_or("");
  given.kind = input.kind.value_or(model::DocumentKind::kAccount);
  given.sources = input.sources.value_or(std::vector<model::SourceId>());
  if (input.consent) {
    app::ConsentWithFile& consent = given.consent.emplace();
    consent.scopes = input.consent->scopes;
    consent.basis = input.consent->basis;
    consent.evidence = input.consent->evidence;
    if (input.consent->expires) {
      CG_ASSIGN_OR_RETURN(consent.expires, core::Date::Parse(*input.consent->expires));
    }
  }
  CG_ASSIGN_OR_RETURN(const auto under, PassphraseOf(input.keep_under));
  return BeginReading(asked, input.upload, Making::kDocument,
                      [given, under](const app::Workspace& study, std::string_view bytes, core::Progress& progress) {
                        app::NewDocument with_file = given;
                        with_file.file.bytes = bytes;
                        with_file.file.keep_under = under->text();
                        return app::AddDocument(study, with_file, progress);
                      });
}

core::Result<JobView> BringInVersion::Run(RouteContext& asked, const Input& input) {
  app::NewVersion given{{input.document, asked.version}, {input.file_name, {}}};
  if (input.answers) {
    given.answers.others = app::LostAnswers::Others::kAsk;
    for (const Answer& one : *input.answers) {
      using What = app::LostAnswers::What;
      app::LostAnswers::One& answer = given.answers.ones.emplace_back();
      answer.coding = model::CodingId(one.coding);
      answer.what = one.put_at ? What::kPutThere : What::kLetGo;
      if (one.put_at) answer.at = core::TextRange{one.put_at->start, one.put_at->end};
    }
  }
  CG_ASSIGN_OR_RETURN(const auto under, PassphraseOf(input.keep_under));
  const bool only_look = input.dry_run.value_or(false);
  return BeginReading(
      asked, input.upload, only_look ? Making::kLookOnly : Making::kDocument,
      [given, under, only_look](const app::Workspace& study, std::string_view bytes, core::Progress& progress) {
        app::NewVersion with_file = given;
        with_file.file.bytes = bytes;
        with_file.file.keep_under = under->text();
        return only_look ? app::LookAtVersion(study, with_file, progress)
                         : app::BringInVersion(study, with_file, progress);
      });
}

Route SendFileRoute() {
  return {kSendRules, SendFile, NoBody, UploadAddress, SchemaOf<UploadView>};
}

Route DocumentCameRoute() {
  return {kCameRules, ShowWhatCame, NoBody, JobAddress, SchemaOf<DocumentCameView>};
}

}  // namespace commonground::server
