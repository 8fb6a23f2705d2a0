// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opens a study file, or imports a study folder into one.

#include "app/open_study.h"

#include "app/gateway/entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <thread>

#include "app/import/files_to_keep.h"
#include "app/withdrawal/carry_out.h"
#include "app/withdrawal/open_served.h"
#include "coding/history/erase.h"
#include "core/files.h"
#include "core/hinted.h"
#include "ingest/documents/word_count.h"
#include "ingest/folder/kind_files.h"
#include "ingest/folder/read_folder.h"

namespace commonground::app {

namespace fs = std::filesystem;

namespace {

constexpr unsigned kMaxParsers = 4;  // each may use 512 MB
}  // namespace

fs::path FileBeside(const fs::path& folder) {
  fs::path whole = fs::absolute(folder).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  whole += ".cg";
  return whole;
}

namespace {

std::vector<ReadDocument> Describe(const model::Study& study, const std::vector<ingest::ConvertedDocument>& converted) {
  std::vector<ReadDocument> read;
  for (const auto& one : converted) {
    const auto document = std::ranges::find(study.documents, one.document, &model::Document::id);
    if (document == study.documents.end()) continue;
    ReadDocument row{one.document, document->language, ingest::CountWords(document->text), 0, one.confidence,
                     one.removed,  one.read_in};
    for (const model::Part& part : document->parts) row.pages = std::max(row.pages, part.page);
    read.push_back(std::move(row));
  }
  return read;
}

// The key of the study, or a new one and what it is under a new passphrase.  Nothing is changed.
core::Result<store::StudyKey> KeyFor(const std::optional<store::StudyStore>& store, const ImportOptions& options,
                                     std::string& wrapped) {
  if (store) {
    CG_ASSIGN_OR_RETURN(const bool has, store->HasPassphrase());
    if (has) {
      CG_ASSIGN_OR_RETURN(const core::Secret passphrase, options.passphrase(true));
      return store->Unlock(passphrase.text());
    }
  }
  CG_ASSIGN_OR_RETURN(const core::Secret passphrase, options.passphrase(false));
  CG_ASSIGN_OR_RETURN(store::StudyKey key, store::StudyKey::Make());
  CG_ASSIGN_OR_RETURN(wrapped, store::WrapKey(key, passphrase.text()));
  return key;
}

std::int64_t NewestAct(const model::Study& study) {
  std::int64_t newest = 0;
  for (const auto& event : study.history) newest = std::max(newest, event.number);
  return newest;
}

// What people did to the study bit by bit is in the place and not in the folder: the folder would undo it.
core::Status CheckActs(const model::Study& there, const model::Study& folder, const std::string& place) {
  const std::int64_t known = NewestAct(folder);
  std::int64_t acts = 0;
  const model::Event* last = nullptr;
  for (const auto& event : there.history) {
    if (event.number <= known) continue;
    if (last == nullptr || event.number != last->number) ++acts;
    last = &event;
  }
  if (last == nullptr) return {};
  return core::FailWithHint(
      core::ErrorCode::kConflict,
      fmt::format("people changed this study {} {} since it was written out as a folder (the last was {} at {}), and "
                  "the folder does not have that. Nothing was changed. Fix: export it and go on from that folder, or "
                  "import with their changes discarded",
                  acts, acts == 1 ? "time" : "times", last->person.value, last->at.Text()),
      place, {"export", {{"study", place}, {"instead", "import"}}});
}

// Says of each code that lost its label how to give it one.
void TellOfLabels(const std::vector<model::CodeId>& codes, std::vector<core::Problem>& problems) {
  for (const auto& code : codes) {
    problems.push_back(
        {core::Severity::kNotice,
         std::string(ingest::FileOf(rules::Kind::kCode)),
         0,
         "label",
         {},
         "the code " + code.value +
             " was called by words of a document that is gone, or that does not say them any more; it is called by its "
             "id now",
         "write another label for it here, or edit the code"});
  }
}

// What the folder holds and was withdrawn from the study since.
void TellOfWithdrawn(const coding::Removed& removed, std::vector<core::Problem>& problems) {
  for (const auto& document : removed.documents) {
    problems.push_back({core::Severity::kNotice, "case-studies/" + document.value, 0, "", "",
                        "was not taken: consent to it was withdrawn",
                        "remove the file, so that it is not in the folder either"});
  }
}

}  // namespace

core::Result<ImportOutcome> ImportFolder(const fs::path& folder, const std::string& location,
                                         const ImportOptions& options, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const store::StudyLocation into, store::StudyLocation::Parse(location));
  std::error_code unseen;
  if (!fs::exists(folder, unseen)) CG_RETURN_IF_ERROR(store::StudyLocation::Parse(folder.string()));
  ImportOutcome outcome;
  outcome.place = into.Shown();
  model::Study saved;
  std::string edition;
  CG_ASSIGN_OR_RETURN(auto there, OpenIfThere(into));
  if (there) {
    CG_ASSIGN_OR_RETURN(const auto now, ingest::HashFolder(folder, progress));
    CG_ASSIGN_OR_RETURN(edition, there->Revision());
    CG_ASSIGN_OR_RETURN(const auto before, there->ImportedFiles());
    if (!before.empty() && now == before && !options.passphrase && !options.forget_versions) {
      outcome.unchanged = true;
      return outcome;
    }
    CG_ASSIGN_OR_RETURN(saved, there->LoadWithoutCodings(progress));
  }
  ingest::ReadOptions reading;
  const auto converter = ingest::Converter::BesideThisProgram();
  if (converter) {
    reading.converter = &*converter;
  } else {
    reading.why_no_converter = converter.error();
  }
  reading.before = there ? &saved : nullptr;
  reading.today = core::SystemClock().Today();
  reading.threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, kMaxParsers));
  CG_ASSIGN_OR_RETURN(auto read, ingest::ReadFolder(folder, reading, progress));
  outcome.problems = std::move(read.problems);
  outcome.refused = core::HasErrors(outcome.problems);
  if (outcome.refused) return outcome;
  if (there && !options.discard_acts) CG_RETURN_IF_ERROR(CheckActs(saved, read.study, outcome.place));
  outcome.moves = MoveCodings(read.study, read.stale);
  if (options.forget_versions) {
    read.study.old_versions.clear();
    read.study.orphans.clear();
  }
  if (there) {
    CG_ASSIGN_OR_RETURN(const coding::WithdrawalList list, ListOf(*there));
    if (const auto gone = Honour(list, read.study)) TellOfWithdrawn(*gone, outcome.problems);
  }
  const auto older = options.forget_versions ? coding::Older::kForget : coding::Older::kKeep;
  TellOfLabels(coding::EraseWords(read.study, older).labels, outcome.problems);
  outcome.read = Describe(read.study, read.converted);
  if (options.before_saving && !options.before_saving(outcome)) {
    outcome.unchanged = true;
    return outcome;
  }
  std::optional<store::StudyKey> key;
  std::string wrapped_key;
  if (options.passphrase) {
    CG_ASSIGN_OR_RETURN(key, KeyFor(there, options, wrapped_key));
  }
  const bool was_there = there.has_value();
  there.reset();
  const std::string* seen = was_there ? &edition : nullptr;
  CG_ASSIGN_OR_RETURN(auto store, store::StudyStore::Open(into, store::OpenMode::kCreateOrWrite));
  if (!key) {
    CG_ASSIGN_OR_RETURN(outcome.saved, store.Save(read.study, read.files, progress, nullptr, seen));
  } else {
    FilesToKeep files(folder, read.files, reading.converter, progress);
    const store::OriginalsToKeep keep{*key, wrapped_key,
                                      [&](const model::Document& document) { return files.BytesOf(document); }};
    CG_ASSIGN_OR_RETURN(outcome.saved, store.Save(read.study, read.files, progress, &keep, seen));
    outcome.pictures_made_anew = files.pictures_made_anew();
    outcome.problems.insert(outcome.problems.end(), files.notices().begin(), files.notices().end());
  }
  CG_ASSIGN_OR_RETURN(const auto originals, store.Originals());
  std::set<std::pair<model::DocumentId, int>> kept;
  for (const auto& one : originals) kept.emplace(one.document, one.version);
  outcome.originals_not_kept = static_cast<std::size_t>(std::ranges::count_if(read.study.documents, [&](const auto& d) {
    return !d.original_hash.empty() && !kept.contains({d.id, d.version});
  }));
  outcome.unchanged = was_there && !outcome.saved.changed;
  return outcome;
}

core::Result<OpenedStudy> OpenStudy(const std::string& study, Caller caller, Purpose purpose, const core::Clock& clock,
                                    core::Progress& progress) {
  OpenedStudy opened;
  std::error_code error;
  CG_ASSIGN_OR_RETURN(const store::StudyLocation place, store::StudyLocation::Parse(study));
  if (!place.is_file()) {
    CG_ASSIGN_OR_RETURN(opened.workspace, Workspace::Open(study, std::move(caller), purpose, clock));
    return opened;
  }
  const fs::path& path = place.file();
  if (fs::is_directory(path, error)) {
    const fs::path file = FileBeside(path);
    auto imported = ImportFolder(path, file.string(), {}, progress);
    if (!imported) {
      core::Error failed = std::move(imported).error();
      if (failed.code == core::ErrorCode::kIo) {
        failed.message += ". Fix: import the folder to a place where you may write";
        failed.hint = {"import", {{"folder", path.string()}, {"into", "STUDY.cg"}}};
      }
      return core::Fail(std::move(failed));
    }
    opened.imported = std::move(*imported);
    if (opened.imported->refused) return opened;
    CG_ASSIGN_OR_RETURN(opened.workspace, Workspace::Open(file.string(), std::move(caller), purpose, clock));
    return opened;
  }
  if (!fs::exists(path, error)) {
    return core::FailWithHint(core::ErrorCode::kNotFound, "no study at this path. Fix: check the path, or create one",
                              path.string(), {"new", {}});
  }
  CG_ASSIGN_OR_RETURN(auto store, OpenServed(path, clock));
  CG_ASSIGN_OR_RETURN(const auto files, store.ImportedFiles());
  // A first import makes the file, then fills it in one transaction.  A program may save a study that has no files.
  model::Study without_text;
  if (files.empty()) {
    CG_ASSIGN_OR_RETURN(without_text, store.LoadWithoutText());
  }
  if (files.empty() && without_text.settings.title.empty()) {
    return core::FailWithHint(core::ErrorCode::kNotFound, "holds no study yet: its first import was stopped",
                              path.string(), {"import", {{"into", path.string()}}});
  }
  opened.workspace = Entry::Over(place, std::move(store), std::move(caller), purpose, clock);
  return opened;
}

bool ShowsPassword(const std::string& argument) {
  return store::StudyLocation::ShowsPassword(argument);
}

core::Date ReferenceDate(const model::Settings& settings, const core::Clock& clock) {
  return settings.reference_date.value_or(clock.Today());
}

}  // namespace commonground::app
