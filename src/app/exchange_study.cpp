// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes projects of other programs in, and writes them out, as far as consent goes.

#include "app/exchange_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>

#include "app/gateway/coding_view.h"
#include "app/gateway/entry.h"
#include "app/gateway/reading.h"
#include "app/open_study.h"
#include "app/withdrawal/carry_out.h"
#include "coding/exchange/read_refi.h"
#include "coding/exchange/refi_sources.h"
#include "coding/exchange/tables.h"
#include "coding/history/record.h"
#include "core/guid.h"
#include "core/hinted.h"
#include "core/language_tag.h"
#include "core/small_ascii.h"
#include "ingest/exchange/open_project.h"
#include "ingest/exchange/pack_project.h"
#include "ingest/exchange/write_sheets.h"
#include "ingest/folder/strange.h"
#include "ingest/sandbox/sandbox.h"
#include "ingest/text/language.h"
#include "model/code_limits.h"
#include "rules/countries.h"

namespace commonground::app {

namespace fs = std::filesystem;
using core::ErrorCode;

namespace {

std::string Ending(const std::string& name) {
  return core::SmallAscii(fs::path(name).extension().string());
}
static_assert(kMaxProjectBytes == ingest::kMaxProjectFileBytes);

core::Result<std::string> Bytes(const model::Study& part, const ExchangeExportRequest& request,
                                coding::Report& report) {
  const std::string ending = Ending(request.name);
  if (ending == ".qdpx") return ingest::PackProject(coding::WriteProject(part, request.profile, report));
  if (ending == ".qdc") {
    if (part.codebook.empty()) {
      return core::Fail(ErrorCode::kInvalidInput,
                        "the study has no codes, and a codebook file cannot be empty. Fix: add codes first");
    }
    report.Add("documents, codings and memos", "left out: a codebook (.qdc) holds codes only",
               static_cast<std::int64_t>(part.documents.size() + part.codings.size() + part.memos.size()));
    return coding::WriteCodebook(part, report);
  }
  if (ending == ".csv") {
    return ingest::WriteCsvTable(request.table == ExchangeExportRequest::Table::kCodebook ? coding::CodebookRows(part)
                                                                                          : coding::CodingRows(part),
                                 request.style);
  }
  if (ending == ".xlsx") {
    return ingest::WriteXlsx({{"codebook", coding::CodebookRows(part)},
                              {"codings", coding::CodingRows(part)},
                              {"memos", coding::MemoRows(part)}},
                             request.style);
  }
  return core::Fail(ErrorCode::kInvalidInput,
                    "unknown file extension. Fix: use .qdpx (project), .qdc (codebook), .csv or .xlsx (tables)",
                    request.name);
}

// Blind until handed in, also on the way out.
void KeepWhatIsSeen(model::Study& study, const Entered& in, coding::Report& report) {
  const CodingView view(study, in.caller, in.today);
  const auto hidden = [&](const auto& one) { return view.MayRead(one.document) && !view.Sees(one); };
  const auto codings = std::erase_if(study.codings, hidden);
  report.Add("codings that are drafts of others, or not submitted yet", "left out: only their coders see them",
             static_cast<std::int64_t>(codings));
  const auto memos = std::erase_if(study.memos, [&](const model::Memo& memo) {
    return (!memo.document || view.MayRead(*memo.document)) && !view.Sees(memo);
  });
  report.Add("memos about such work", "left out", static_cast<std::int64_t>(memos));
  const auto decisions = std::erase_if(study.adjudications, hidden);
  report.Add("adjudications where coders are at work", "left out", static_cast<std::int64_t>(decisions));
}

core::Result<model::ProjectFile> OpenBytes(const std::string& name, std::string_view bytes, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const ingest::ProjectOpener opener, ingest::ProjectOpener::BesideThisProgram());
  auto file = opener.Open(fs::path(name).filename().string(), bytes, progress);
  if (!file) {
    core::Error error = std::move(file).error();
    if (error.where.empty()) error.where = name;
    return core::Fail(std::move(error));
  }
  if (file->format == model::ProjectFormat::kProject) {
    opener.ConvertFiles(*file, coding::FilesWithoutText(*file), progress);
  }
  return file;
}

core::Result<model::ProjectFile> Open(const ReadProject& read, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const ProjectBytes project, read());
  return OpenBytes(project.name, project.bytes, progress);
}

// What a person needs to see to say how places are counted.
core::Error AskForOffsets(const coding::OffsetChoice& choice, const std::string& name) {
  std::string message =
      "cannot tell how this file counts characters. Nothing was imported. One passage of it, under each encoding that "
      "is possible:\n";
  for (const auto& sample : choice.samples) {
    message += fmt::format("  {:18} \"{}\"\n", coding::Name(sample.reading), sample.words);
  }
  message += "Fix: repeat with the encoding whose passage above starts and ends with whole words";
  return core::Hinted(ErrorCode::kInvalidInput, std::move(message), name,
                      {"exchange import", {{"file", name}, {"encoding", ""}}});
}

// As the check of a study folder asks (consents).
core::Status CheckEvidence(const model::Study& study, const ExchangeImportRequest& request) {
  const auto& given = request.merge.given;
  if (!given) return {};
  if (ingest::Bare(given->evidence).empty()) {
    return core::FailWithHint(ErrorCode::kInvalidInput,
                              "a consent needs its evidence: where it is kept. Nothing was imported", request.name,
                              {"exchange import", {{"evidence", "where it is kept"}}});
  }
  if (given->basis != model::ConsentBasis::kPublicSource ||
      std::ranges::find(study.sources, model::SourceId(given->evidence), &model::Source::id) != study.sources.end()) {
    return {};
  }
  return core::Fail(ErrorCode::kInvalidInput,
                    "source not found. Nothing was imported. Fix: add it to the study's sources first; consent from a "
                    "public source names the source's id",
                    given->evidence);
}

// Of new documents of which the project does not say it; a folder's are told in the same way.
void TellLanguages(coding::Merged& merged) {
  const std::set<model::DocumentId> made(merged.new_documents.begin(), merged.new_documents.end());
  for (auto& document : merged.study.documents) {
    if (document.language != core::kUnknownLanguage || !made.contains(document.id)) continue;
    const ingest::TextLanguage seen = ingest::DetectLanguage(document.text);
    if (seen.reliable) {
      document.language = seen.code;
      merged.report.Add("documents in " + seen.code, "told by their texts, as the project does not say it");
    } else {
      merged.report.Add(
          "documents whose language is not known",
          "\"und\": too short to tell it, or in several; search finds their words only as they are written");
    }
  }
}

// An act of its own, which brings documents only and is not taken back.
model::Event DocumentsEvent(const model::ChangeSet& changes, const coding::Merged& merged) {
  model::Event event;
  event.at = changes.at;
  event.person = changes.person;
  event.action = model::EventAction::kImport;
  event.record_type = model::RecordType::kCoding;
  event.subject = core::GuidOf("import\n" + std::to_string(merged.study.history.size()) + "\n" + event.at.Text());
  event.after = fmt::format(R"({{"codes":0,"codings":0,"memos":0,"documents":{}}})", merged.new_documents.size());
  return event;
}

// Codes of passages that were not found in the newest text, and what those codes stand below: they stay with them.
std::set<model::CodeId> CodesOfNewOrphans(const model::Study& before, const model::Study& after) {
  std::map<model::CodeId, const model::Code*> codes;
  for (const auto& code : after.codebook) codes.emplace(code.id, &code);
  std::set<model::CodeId> stay;
  std::vector<model::CodeId> open;
  for (std::size_t i = before.orphans.size(); i < after.orphans.size(); ++i) {
    open.push_back(after.orphans[i].coding.code);
  }
  while (!open.empty()) {
    const model::CodeId id = open.back();
    open.pop_back();
    if (!stay.insert(id).second) continue;
    const auto found = codes.find(id);
    if (found == codes.end()) continue;
    if (found->second->parent) open.push_back(*found->second->parent);
    if (found->second->merged_into) open.push_back(*found->second->merged_into);
  }
  return stay;
}

// Merging adds behind what is there, and changes nothing of it.
model::ChangeSet WhatWasAdded(const model::Study& before, const model::Study& after) {
  model::ChangeSet added;
  added.action = model::EventAction::kImportCodings;
  const std::set<model::CodeId> stay = CodesOfNewOrphans(before, after);
  for (std::size_t i = before.codebook.size(); i < after.codebook.size(); ++i) {
    if (stay.contains(after.codebook[i].id)) continue;
    added.codes.push_back({std::nullopt, after.codebook[i], -1, static_cast<std::int64_t>(i)});
  }
  const auto add = [](const auto& were, const auto& are, auto& changes) {
    for (std::size_t i = were.size(); i < are.size(); ++i) changes.push_back({std::nullopt, are[i]});
  };
  add(before.codings, after.codings, added.codings);
  add(before.memos, after.memos, added.memos);
  add(before.adjudications, after.adjudications, added.adjudications);
  return added;
}

// Writes what was imported into the history, as one act.  True: it can be taken back.
bool Remember(const model::Study& before, const ExchangeImportRequest& request, const core::Clock& clock,
              coding::Merged& merged) {
  model::ChangeSet added = WhatWasAdded(before, merged.study);
  added.person = request.person;
  added.at = clock.Now();
  coding::Versions versions;
  for (const auto& document : merged.study.documents) versions[document.id] = document.version;
  model::Recorded recorded = coding::Record(added, versions);
  const bool can_be_taken_back = !recorded.events.empty();
  if (!can_be_taken_back) recorded.events.push_back(DocumentsEvent(added, merged));
  std::int64_t number = 1;
  for (const auto& one : before.history) number = std::max(number, one.number + 1);
  for (auto& event : recorded.events) event.number = number;
  std::ranges::move(recorded.events, std::back_inserter(merged.study.history));
  std::ranges::move(recorded.history_texts, std::back_inserter(merged.study.history_texts));
  return can_be_taken_back;
}

// What an import would do.
struct Planned {
  ExchangeImportOutcome outcome;
  coding::Merged merged;
};

core::Result<Planned> Plan(const model::Study& study, const model::ProjectFile& file,
                           const ExchangeImportRequest& request, const coding::WithdrawalList* withdrawn,
                           const core::Date& today) {
  auto project = file.format == model::ProjectFormat::kTables ? coding::ReadTables(file, study)
                                                              : coding::ReadRefi(file, request.offsets);
  if (!project) {
    core::Error error = std::move(project).error();
    if (error.where.empty()) error.where = request.name;
    return core::Fail(std::move(error));
  }
  if (project->codes.size() > model::kMaxCodes) {
    return core::Fail(ErrorCode::kInvalidInput,
                      fmt::format("has more than {} codes. Nothing was changed. Fix: delete codes that are not used in "
                                  "the program that wrote the project",
                                  model::kMaxCodes),
                      request.name);
  }
  if (!project->offsets.is_sure) return core::Fail(AskForOffsets(project->offsets, request.name));
  CG_RETURN_IF_ERROR(CheckEvidence(study, request));
  Planned planned;
  coding::Merged& merged = planned.merged;
  coding::MergeOptions options = request.merge;
  options.is_country = [](std::string_view code) { return rules::IsCountry(code) || rules::IsInventedCountry(code); };
  merged = coding::Merge(study, *project, options);
  if (const auto deep = model::FirstTooDeep(merged.study.codebook)) {
    return core::Fail(ErrorCode::kInvalidInput,
                      fmt::format("the code {} is more than {} codes deep. Nothing was changed. Fix: in the program "
                                  "that wrote the project, move it below a higher code",
                                  merged.study.codebook[*deep].label, model::kMaxCodeDepth),
                      request.name);
  }
  TellLanguages(merged);

  ExchangeImportOutcome& outcome = planned.outcome;
  outcome.name = project->name;
  outcome.origin = project->origin;
  outcome.offsets = project->offsets;
  if (!merged.older.empty()) {
    std::vector<ingest::StaleCoding> stale;
    for (const auto& one : merged.older) stale.push_back({one.coding, one.version});
    outcome.moves = MoveCodings(merged.study, stale);
  }
  outcome.coders = merged.coders;
  outcome.new_documents = merged.new_documents;
  outcome.new_codes = merged.new_codes;
  outcome.new_codings = merged.new_codings;
  outcome.new_memos = merged.new_memos;
  outcome.new_consents = merged.new_consents;
  if (withdrawn != nullptr) {
    merged.report.Add(
        "organisations and documents whose consent was withdrawn", "left out",
        static_cast<std::int64_t>(withdrawn->DueIn(merged.study).size() - withdrawn->DueIn(study).size()));
  }
  outcome.report = merged.report.lines();
  const auto readable = ReadableDocuments(merged.study, today);
  outcome.unreadable = static_cast<std::size_t>(
      std::ranges::count_if(merged.documents, [&](const auto& id) { return !readable.contains(id); }));
  outcome.changed = merged.study != study;
  return planned;
}

}  // namespace

core::Result<ExchangeBytes> ExportForExchange(const Workspace& workspace, const ExchangeExportRequest& request,
                                              core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kExchangeExport));
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(model::Study study, store.Load(progress));
  coding::Report report;
  KeepWhatIsSeen(study, in, report);
  const model::Study part =
      coding::PartToExport(study, ReadableDocuments(study, in.today, in.caller), request.statuses, report);
  ExchangeBytes made;
  CG_ASSIGN_OR_RETURN(made.bytes, Bytes(part, request, report));
  ExchangeExportOutcome& outcome = made.outcome;
  outcome.codes = part.codebook.size();
  outcome.documents = part.documents.size();
  outcome.codings = part.codings.size();
  outcome.memos = part.memos.size();
  outcome.report = report.lines();
  return made;
}

core::Result<ExchangeImportOutcome> ImportFromExchange(const std::string& location, const ReadProject& read,
                                                       const ExchangeImportRequest& request, const core::Clock& clock,
                                                       core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const store::StudyLocation into, store::StudyLocation::Parse(location));
  std::error_code ignored;
  if (into.is_file() && fs::is_directory(into.file(), ignored)) {
    return core::FailWithHint(ErrorCode::kInvalidInput,
                              "this is a study folder; a project goes into a study file or database. Fix: import the "
                              "folder first, then give the study file that it makes",
                              into.Shown(), {"import", {{"folder", into.Shown()}}});
  }
  model::Study study;
  std::string edition;
  std::vector<model::FileHash> files;
  CG_ASSIGN_OR_RETURN(auto there, OpenIfThere(into));
  if (there) {
    CG_ASSIGN_OR_RETURN(edition, there->Revision());
    CG_ASSIGN_OR_RETURN(study, there->Load(progress));
    CG_ASSIGN_OR_RETURN(files, there->ImportedFiles());
  }
  CG_ASSIGN_OR_RETURN(const model::ProjectFile file, Open(read, progress));
  std::optional<coding::WithdrawalList> withdrawn;
  if (there) {
    CG_ASSIGN_OR_RETURN(withdrawn, ListOf(*there));
  }
  CG_ASSIGN_OR_RETURN(Planned planned, Plan(study, file, request, withdrawn ? &*withdrawn : nullptr, clock.Today()));
  coding::Merged& merged = planned.merged;
  ExchangeImportOutcome& outcome = planned.outcome;
  outcome.place = into.Shown();
  if (!outcome.changed || request.mode == ExchangeImportRequest::Mode::kPreview) {
    return std::move(outcome);
  }

  outcome.can_be_taken_back = Remember(study, request, clock, merged);
  if (withdrawn) Honour(*withdrawn, merged.study);
  const bool was_there = there.has_value();
  there.reset();
  CG_ASSIGN_OR_RETURN(auto store, store::StudyStore::Open(into, store::OpenMode::kCreateOrWrite));
  CG_RETURN_IF_ERROR(store.Save(merged.study, files, progress, nullptr, was_there ? &edition : nullptr));
  return std::move(outcome);
}

core::Result<ExchangeImportOutcome> ImportProject(const Workspace& workspace, std::string_view bytes,
                                                  const ExchangeImportRequest& request, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kImportProject));
  if (!model::IsValidId(in.actor.person.value)) {
    return core::Fail(ErrorCode::kInvalidInput, "coder id is required. Nothing was changed", in.actor.person.value);
  }
  if (!ingest::FindBarrier() || !ingest::ProjectOpener::BesideThisProgram()) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "files other than text cannot be opened safely on this machine, so they are not opened: the "
                      "sandbox for them is missing. Fix: whoever keeps the machine installs bubblewrap and all of "
                      "Common Ground");
  }
  CG_ASSIGN_OR_RETURN(const model::ProjectFile file, OpenBytes(request.name, bytes, progress));
  ExchangeImportRequest by_them = request;
  by_them.person = in.actor.person;
  CG_ASSIGN_OR_RETURN(const coding::WithdrawalList withdrawn, ListOf(in.store));
  if (request.mode == ExchangeImportRequest::Mode::kPreview) {
    CG_ASSIGN_OR_RETURN(const model::Study study, in.store.Load(progress));
    CG_ASSIGN_OR_RETURN(Planned planned, Plan(study, file, by_them, &withdrawn, in.today));
    return std::move(planned.outcome);
  }
  ExchangeImportOutcome outcome;
  const auto revise = [&](model::Study& study) -> core::Status {
    CG_ASSIGN_OR_RETURN(Planned planned, Plan(study, file, by_them, &withdrawn, in.today));
    outcome = std::move(planned.outcome);
    if (!outcome.changed) return {};
    outcome.can_be_taken_back = Remember(study, by_them, workspace.clock(), planned.merged);
    Honour(withdrawn, planned.merged.study);
    study = std::move(planned.merged.study);
    return {};
  };
  CG_RETURN_IF_ERROR(in.store.Revise(revise, progress));
  CG_ASSIGN_OR_RETURN(const coding::WithdrawalList after, ListOf(in.store));
  if (!withdrawn.Holds(after)) CG_RETURN_IF_ERROR(CarryOut(in.store, {}, in.actor.now, progress));
  return outcome;
}

}  // namespace commonground::app
