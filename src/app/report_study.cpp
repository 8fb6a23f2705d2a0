// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes the report of a stored study, after all its checks.

#include "app/report_study.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/forms/edition.h"
#include "app/forms/form.h"
#include "app/gateway/analysis.h"
#include "app/gateway/entry.h"
#include "app/gateway/leaving/leaving_check.h"
#include "app/gateway/publishing.h"
#include "app/open_study.h"
#include "app/report_content.h"
#include "app/status_study.h"
#include "app/verify_study.h"
#include "app/withdrawal/withdraw_study.h"
#include "compare/editions.h"
#include "core/content_hash.h"
#include "ingest/folder/kind_files.h"
#include "model/identity.h"
#include "publish/claims.h"
#include "publish/draft.h"
#include "publish/leave_out.h"
#include "publish/words.h"

namespace commonground::app {

namespace {

// The day on which an older state was published: that of its last edition, else its reference date.  Its consents are
// those of then: what was given later is not in it.
core::Date DayOf(const model::Study& study, const core::Date& today) {
  std::optional<core::Date> last = study.settings.reference_date;
  for (const model::Edition& edition : study.editions) {
    if (edition.date && (!last || last->Last() < edition.date->Last())) last = edition.date;
  }
  return last ? last->Last() : today;
}

core::Result<model::EditionChange> ChangeSince(const Workspace& before, const model::Publication& now,
                                               core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(before, UseCase::kReport));
  CG_ASSIGN_OR_RETURN(model::Study study, in.store.LoadWithoutAnchors(progress));
  CG_ASSIGN_OR_RETURN(const std::string secret, in.store.Secret());
  const core::Date on = ReferenceDate(study.settings, before.clock());
  const core::Date day = DayOf(study, in.today);
  CG_ASSIGN_OR_RETURN(const Published published, ForPublishing({study, day, on, {}, secret}, progress));
  return compare::CompareEditions(published.publication, now);
}

// What was written, as its hash, and of whom and what it is, as marks that tell nothing without the study.
store::EditionRecord RecordOf(const Published& published, const model::Study& study, const std::string& secret,
                              const std::map<std::string, std::string>& hashes) {
  store::EditionRecord record;
  std::string all;
  for (const auto& [path, hash] : hashes) all += hash + "  " + path + "\n";
  record.hash = core::ContentHash(all);
  record.edition = record.hash.substr(0, 16);
  std::set<model::OrganisationId> shown;
  for (const auto& one : published.publication.study.cases) shown.insert(one.organisation);
  std::set<std::string> marks;  // in their order nothing is told
  std::set<model::OrganisationId> organisations;
  for (const auto& [id, appearance] : published.appearances) {
    if (!shown.contains(appearance.id) && !appearance.counted_only) continue;
    organisations.insert(id);
    marks.insert(EditionMark(secret, id.value));
  }
  for (const auto& document : study.documents) {
    if (organisations.contains(document.organisation)) marks.insert(EditionMark(secret, document.id.value));
  }
  for (const auto& mark : marks) record.holds += mark + "\n";
  return record;
}

void Tell(ReportOutcome& outcome, const rules::Problem& problem) {
  outcome.problems.push_back(ingest::InFolder(problem));
  outcome.things.resize(outcome.problems.size() - 1);
  const rules::About& about = problem.about;
  outcome.things.push_back(about.id.empty() ? ReportThing()
                                            : ReportThing{std::string(rules::NameOf(about.kind)), about.id});
}

// Whether an edition without it is still one: a finding, or what places one.
bool CanBeLeftOut(const publish::ClaimProblem& one) {
  return one.problem.about.kind == rules::Kind::kFinding || one.unplaced;
}

// Findings that may not be said any more, because what they rest on is gone, or not now, because somebody codes it
// blind; and what rests on those.
void LeaveOut(const ReportRequest& request, const model::Study& study, Published& published, ReportOutcome& outcome) {
  model::Publication& publication = published.publication;
  const auto say = [&](const std::vector<rules::About>& left_out, const std::string& message, const std::string& fix) {
    for (const rules::About& about : left_out) {
      if (about.kind == rules::Kind::kFinding && about.field.empty()) outcome.left_out.push_back(about.id);
      Tell(outcome, {core::Severity::kNotice, about, {}, message, fix, {}});
    }
  };
  if (!request.strict) {
    std::vector<model::OrganisationId> being_coded;
    for (const auto& id : StillCoded(study)) {
      const auto document = std::ranges::find(study.documents, id, &model::Document::id);
      if (document == study.documents.end()) continue;
      const auto appears = published.appearances.find(document->organisation);
      if (appears != published.appearances.end()) being_coded.push_back(appears->second.id);
    }
    const auto may_go = publish::BeingCoded(publication, std::move(being_coded));
    say(publish::LeaveOut(publication, may_go),
        "is not in this edition: its passages are being coded, or it rests on such",
        "make the report again when they are submitted");
  }
  if (request.reissue) {
    say(publish::LeaveOut(publication, CanBeLeftOut),
        "is not in this edition: it has lost its evidence, or rests on what has", "look at it again");
  }
  std::ranges::sort(outcome.left_out);
}

// Texts of which nothing is shown, though nobody took them back: somebody has to look.
void TellLostPassages(const model::Study& study, const Published& published, ReportOutcome& outcome) {
  for (const std::string& subject : published.lost_passages) {
    const auto consent = std::ranges::find(study.consents, subject, &model::Consent::subject);
    if (consent == study.consents.end()) continue;
    const auto place = static_cast<std::size_t>(consent - study.consents.begin());
    const rules::About about{rules::Kind::kConsent, place, model::IdOf(*consent), "subject", 0};
    Tell(outcome, {core::Severity::kNotice,
                   about,
                   subject,
                   "this passage was taken back and is not found in its text any more, so nothing of the text is shown",
                   "look whether the text still says it: if it does not, give the consent of the passage again; if it "
                   "does, withdraw the text",
                   {}});
  }
}

// Held back until it is known whether any of it may be seen.
class HeldFiles : public core::FileSink {
 public:
  core::Status Write(std::string_view relative_path, std::string_view bytes) override {
    files_.emplace_back(relative_path, bytes);
    return {};
  }
  core::Status GiveTo(core::FileSink& out) const {
    for (const auto& [path, bytes] : files_) CG_RETURN_IF_ERROR(out.Write(path, bytes));
    return {};
  }

 private:
  std::vector<std::pair<std::string, std::string>> files_;
};

core::Status Keep(const Workspace& workspace, const store::EditionRecord& record) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kKeepEdition));
  return in.store.KeepEdition(record);
}

enum class Keeps : std::uint8_t { kNothing, kTheEdition };

core::Result<ReportOutcome> MakeReport(const Workspace& workspace, const Entered& in, const ReportRequest& request,
                                       Keeps keeps, core::FileSink& sink, core::Progress& progress) {
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(model::Study study, store.LoadWithoutAnchors(progress));
  CG_ASSIGN_OR_RETURN(const auto forms, FormsIn(request.forms));
  CG_ASSIGN_OR_RETURN(const auto languages, LanguagesIn(request.languages, study.settings.language));
  CG_ASSIGN_OR_RETURN(const std::string secret, store.Secret());
  const core::Date on = ReferenceDate(study.settings, workspace.clock());
  CG_ASSIGN_OR_RETURN(const auto definitions, ChooseDefinitions(study, {}));
  CG_ASSIGN_OR_RETURN(auto assessments, VerifyStudy(study, definitions, on));
  CG_ASSIGN_OR_RETURN(const StudyStatus status, StatusOf(study, in.today, on));
  CG_ASSIGN_OR_RETURN(Published published,
                      ForPublishing({study, in.today, on, std::move(assessments), secret}, progress));

  ReportOutcome outcome;
  outcome.summary = SummaryOf(status.coverage);
  outcome.cases = published.publication.frame.cases;
  const ConsentBook book(study.consents, in.today);
  outcome.under_embargo =
      static_cast<int>(ComparedCases(study, book, in.today, Embargo::kIgnored).size()) - outcome.cases;
  outcome.still_coded = static_cast<int>(StillCoded(study).size());
  LeaveOut(request, study, published, outcome);
  if (request.reissue) published.publication.reissued = in.today;
  if (request.since != nullptr) {
    CG_ASSIGN_OR_RETURN(published.publication.since, ChangeSince(*request.since, published.publication, progress));
  }
  for (const rules::Problem& problem : publish::CheckClaims(published.publication)) {
    Tell(outcome, problem);
  }
  for (const rules::Problem& notice : publish::FindMarkupLeftOut(published.publication)) {
    Tell(outcome, notice);
  }
  for (std::size_t i = 0; i < study.findings.size(); ++i) {
    const ChangedSince& changed = published.changed[i];
    if (!changed.any()) continue;
    const rules::About about{rules::Kind::kFinding, i, study.findings[i].id.value, "looked_at", 0};
    Tell(outcome, {core::Severity::kNotice,
                   about,
                   study.findings[i].looked_at->Text(),
                   "something that it rests on changed since then: " + InWords(changed),
                   "look at it again, and write the day on which you did",
                   {}});
  }
  TellLostPassages(study, published, outcome);
  outcome.refused = core::HasErrors(outcome.problems);
  if (request.only_check || (outcome.refused && !request.preview)) return outcome;
  if (outcome.refused) {
    for (const rules::About& about : publish::LeaveOut(published.publication, CanBeLeftOut)) {
      if (about.kind == rules::Kind::kFinding && about.field.empty()) outcome.left_out.push_back(about.id);
    }
    if (rules::HasErrors(publish::CheckClaims(published.publication))) return outcome;  // there is nothing to look at
  } else if (request.preview || request.may_publish) {
    CG_ASSIGN_OR_RETURN(outcome.content, ContentOf(published.publication, progress));
  }
  if (request.may_publish) {
    CG_ASSIGN_OR_RETURN(const bool may, request.may_publish(outcome.content));
    if (!may) {
      return core::Fail(core::ErrorCode::kConflict,
                        "two coordinators have not approved what this edition says. Nothing was written. Fix: approve "
                        "it in the workbench, each with their passphrase, or make a draft");
    }
  }
  if (request.draft) {
    CG_ASSIGN_OR_RETURN(const publish::Words words, publish::Words::For(languages.front()));
    publish::MarkAsDraft(published.publication, words);
  }

  LeavingCheck check(study, published.publication.study, published.appearances);
  std::map<std::string, std::string> hashes;
  const EditionOut out{[&](std::string_view path, std::string_view bytes) {
                         hashes[std::string(path)] = core::ContentHash(bytes);
                         return sink.Write(path, bytes);
                       },
                       [&](std::string_view path, std::string_view text) { check.Take(path, text); }};
  CG_ASSIGN_OR_RETURN(const std::vector<std::string> files,
                      WriteEdition(published.publication, {forms, languages}, out, progress));
  const auto leaks = check.Problems();
  outcome.problems.insert(outcome.problems.end(), leaks.begin(), leaks.end());
  outcome.things.resize(outcome.problems.size());
  outcome.refused = core::HasErrors(outcome.problems);
  if (outcome.refused) outcome.content.clear();
  if (outcome.refused && !request.preview) return outcome;  // what was written goes
  outcome.files = files;
  outcome.index = files.front();
  if (keeps == Keeps::kNothing || request.preview || request.draft) return outcome;
  store::EditionRecord record = RecordOf(published, study, secret, hashes);
  record.made_at = in.actor.now.Text();
  for (const auto& form : forms) record.forms += (record.forms.empty() ? "" : " ") + std::string(FormWord(form));
  for (const auto& language : languages) record.languages += (record.languages.empty() ? "" : " ") + language;
  outcome.edition = record.edition;
  if (const core::Status kept = Keep(workspace, record); !kept) {
    outcome.problems.push_back(
        {core::Severity::kNotice, "", 0, "", "",
         "this edition is not noted with the study, so a withdrawal will not name it: " + kept.error().message,
         "publish from where you may write the study"});
    outcome.things.resize(outcome.problems.size());
  }
  return outcome;
}

}  // namespace

core::Result<ReportOutcome> ReportStudy(const Workspace& workspace, const ReportRequest& request, core::FileSink& out,
                                        core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kReport));
  return MakeReport(workspace, in, request, Keeps::kTheEdition, out, progress);
}

core::Result<PreviewOutcome> PreviewReport(const Workspace& workspace, const PreviewRequest& request,
                                           core::FileSink& out, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kPreviewReport));
  HeldFiles held;
  PreviewOutcome preview;
  ReportRequest report;
  report.languages = request.languages;
  if (request.with_content) {
    report.may_publish = [&](const std::string& content) -> core::Result<bool> {
      preview.content = content;
      return true;
    };
  }
  CG_ASSIGN_OR_RETURN(const ReportOutcome outcome, MakeReport(workspace, in, report, Keeps::kNothing, held, progress));
  if (outcome.refused) return PreviewOutcome();
  CG_RETURN_IF_ERROR(held.GiveTo(out));
  preview.is_there = true;
  return preview;
}

}  // namespace commonground::app
