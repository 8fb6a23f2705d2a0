// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A kept study: each function is one transaction.

#include "store/study_store.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <thread>

#include "core/check.h"
#include "core/hinted.h"
#include "core/keyed_hash.h"
#include "store/codings.h"
#include "store/counts.h"
#include "store/database.h"
#include "store/failure.h"
#include "store/history.h"
#include "store/load.h"
#include "store/migrations.h"
#include "store/records.h"
#include "store/save.h"
#include "store/search/index.h"
#include "store/search/search.h"
#include "store/secret.h"
#include "store/submitted.h"
#include "store/vault/vault.h"

namespace commonground::store {

using core::Result;

namespace {

constexpr int kMaxTries = 6;

template <typename Value>
struct IsResult : std::false_type {};
template <typename Value>
struct IsResult<Result<Value>> : std::true_type {};

}  // namespace

class StudyStore::Connection {
 public:
  explicit Connection(StudyLocation study_place) : place(std::move(study_place)) {}
  StudyLocation place;
  std::string where;  // for people
  OpenMode mode = OpenMode::kRead;
  std::unique_ptr<Database> database;
  std::int64_t mark = 0;              // of the last change that WaitForChange told of
  std::optional<Transaction> moment;  // of Read

  // Reads what is there at one moment, whatever others write meanwhile.  `read` gives a value or a Result.
  template <typename Read>
  auto Reading(Read&& read) {
    using Given = std::decay_t<decltype(read(*database))>;
    using Returned = std::conditional_t<IsResult<Given>::value, Given, Result<Given>>;
    return Guarded(where, [&]() -> Returned {
      if (moment) return read(*database);
      const Transaction alone(*database, Transaction::Kind::kReading);
      return read(*database);
    });
  }

  // One or few rows.  Two that meet: one of them is done again, at most kMaxTries times, a little later each time.
  template <typename Edit>
  auto Editing(Edit&& edit, Transaction::Kind kind = Transaction::Kind::kEditing) -> Result<decltype(edit(*database))> {
    CG_CHECK(mode != OpenMode::kRead && !moment, "a study opened for reading is not edited, nor while it is read");
    return Guarded(where, [&]() -> Result<decltype(edit(*database))> {
      for (int tried = 1;; ++tried) {
        try {
          Transaction transaction(*database, kind);
          auto edited = edit(*database);
          transaction.Commit();
          return edited;
        } catch (const soci::soci_error& error) {
          if (tried == kMaxTries || !database->MetAnother(error)) throw;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(tried * tried * 2));
      }
    });
  }

  // The study as a whole.  `write` says whether something changed; if nothing did, nothing is written.
  template <typename Write>
  core::Status Writing(Write&& write) {
    CG_CHECK(mode != OpenMode::kRead && !moment, "a study opened for reading is not written, nor while it is read");
    return Guarded(where, [&]() -> core::Status {
      std::vector<std::string> removed;  // from which tables
      {
        Transaction transaction(*database, Transaction::Kind::kWriting);
        CG_ASSIGN_OR_RETURN(const bool changed, write(*database, removed));
        if (!changed) return {};
        CountSave(*database);
        transaction.Commit();
      }
      database->Tidy(removed);
      return {};
    });
  }
};

StudyStore::StudyStore(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
StudyStore::StudyStore(StudyStore&&) noexcept = default;
StudyStore& StudyStore::operator=(StudyStore&&) noexcept = default;
StudyStore::~StudyStore() = default;

Result<StudyStore> StudyStore::Open(const StudyLocation& place, OpenMode mode) {
  return Guarded(place.Shown(), [&]() -> Result<StudyStore> {
    auto connection = std::make_unique<Connection>(place);
    connection->where = place.Shown();
    connection->mode = mode;
    connection->database = OpenDatabaseAt(place, mode);
    connection->mark = connection->database->ChangeMark();
    return StudyStore(std::move(connection));
  });
}

Result<SaveReport> StudyStore::Save(const model::Study& study, std::span<const model::FileHash> files,
                                    core::Progress& progress, const OriginalsToKeep* originals,
                                    const std::string* seen) {
  SaveReport report;
  CG_RETURN_IF_ERROR(connection_->Writing([&](Database& database, std::vector<std::string>& removed) -> Result<bool> {
    if (seen != nullptr && EditionOf(database) != *seen) {
      return core::Fail(core::ErrorCode::kConflict,
                        "the study was changed by somebody else meanwhile. Nothing of theirs was overwritten, and "
                        "nothing was saved. Fix: try again");
    }
    report = WriteStudy(database, study, files, progress);
    report.changed = UpdateOriginals(database, study, originals) || report.changed;
    report.changed = EnsureSecret(database) || report.changed;
    for (const TableChange& table : report.tables) {
      if (table.removed + table.changed == 0) continue;
      removed.push_back(table.table);
      if (table.table == kTextTable) removed.insert(removed.end(), {"passages", "vocabulary", "originals"});
    }
    return report.changed;
  }));
  return report;
}

Result<SaveReport> StudyStore::Revise(const std::function<core::Status(model::Study&)>& revise,
                                      core::Progress& progress, const OriginalsToKeep* originals) {
  SaveReport report;
  const auto write = [&](Database& database, std::vector<std::string>& removed) -> Result<bool> {
    core::NoProgress silent;
    const model::Study before = std::move(ReadStudy(database, Depth::kWhole, silent).study);
    const std::vector<model::FileHash> files = ReadImportedFiles(database);
    model::Study study = before;
    CG_RETURN_IF_ERROR(revise(study));
    if (study == before && originals == nullptr) return false;
    report = WriteStudy(database, study, files, progress, &before);
    report.changed = UpdateOriginals(database, study, originals) || report.changed;
    report.changed = EnsureSecret(database) || report.changed;
    for (const TableChange& table : report.tables) {
      if (table.removed + table.changed == 0) continue;
      removed.push_back(table.table);
      if (table.table == kTextTable) removed.insert(removed.end(), {"passages", "vocabulary", "originals"});
    }
    return report.changed;
  };
  CG_RETURN_IF_ERROR(connection_->Writing(write));
  return report;
}

Result<bool> StudyStore::SaveWithdrawn(const model::Study& before, const model::Study& study,
                                       std::span<const model::FileHash> files, const std::string& list,
                                       const std::string& seen, core::Progress& progress) {
  const core::Status saved =
      connection_->Writing([&](Database& database, std::vector<std::string>& removed) -> Result<bool> {
        if (EditionOf(database) != seen) {
          return core::Fail(core::ErrorCode::kConflict,
                            "the study was changed by somebody else meanwhile. Nothing was withdrawn. Fix: try again");
        }
        const SaveReport report = WriteStudy(database, study, files, progress, &before);
        const bool originals = UpdateOriginals(database, study, nullptr);
        EnsureSecret(database);
        WriteWithdrawals(database, list);
        for (const TableChange& table : report.tables) {
          if (table.removed + table.changed > 0) removed.push_back(table.table);
        }
        if (originals || !removed.empty()) removed.insert(removed.end(), {"passages", "vocabulary", "originals"});
        return true;
      });
  // A database says Busy when all is saved and not all of it could be wiped.
  if (!saved && saved.error().code == core::ErrorCode::kBusy) {
    const auto kept = Withdrawals();
    if (kept && *kept == list) return false;
  }
  if (!saved) return core::Fail(saved.error());
  return connection_->database->LogIsEmpty();
}

Result<std::string> StudyStore::Withdrawals() const {
  return connection_->Reading([&](Database& database) { return ReadWithdrawals(database); });
}

Result<std::string> StudyStore::BackupKey() const {
  return connection_->Reading([&](Database& database) { return ReadBackupKey(database); });
}

core::Status StudyStore::KeepBackupKey(const std::string& public_key) {
  const auto kept = connection_->Editing([&](Database& database) {
    WriteBackupKey(database, public_key);
    return true;
  });
  if (!kept) return core::Fail(kept.error());
  return {};
}

Result<std::optional<std::string>> StudyStore::Image() const {
  return connection_->Reading([&](Database& database) { return database.Image(); });
}

Result<std::vector<EditionRecord>> StudyStore::Editions() const {
  return connection_->Reading([&](Database& database) { return ReadEditions(database); });
}

core::Status StudyStore::KeepEdition(const EditionRecord& edition) {
  const auto kept = connection_->Editing([&](Database& database) { return AddEdition(database, edition); });
  if (!kept) return core::Fail(kept.error());
  return {};
}

const StudyLocation& StudyStore::place() const {
  return connection_->place;
}

Result<std::string> StudyStore::Revision() const {
  return connection_->Reading([&](Database& database) { return EditionOf(database); });
}

Result<std::string> StudyStore::ChangeStamp() const {
  return connection_->Reading([&](Database& database) -> Result<std::string> { return StampOf(database); });
}

Result<SmallMark> StudyStore::MarkOfSmall(std::optional<std::int64_t> from) const {
  return connection_->Reading([&](Database& database) { return store::MarkOfSmall(database, from); });
}

Result<std::string> StudyStore::Secret() const {
  return connection_->Reading([&](Database& database) {
    std::string secret = ReadSecret(database);
    return secret.empty() ? core::NewSecret() : secret;
  });
}

Result<std::string> StudyStore::KeptSecret() const {
  return connection_->Reading([&](Database& database) { return ReadSecret(database); });
}

core::Status StudyStore::CopySecret(const StudyStore& from) {
  return connection_->Writing([&](Database& database, std::vector<std::string>& removed) -> Result<bool> {
    const core::Result<bool> copied = from.connection_->Reading([&](Database& theirs) {
      const bool secret = store::CopySecret(theirs, database);
      return CopyRecords(theirs, database) || secret;
    });
    if (copied && *copied) removed = {"study_secret", "withdrawals", "backup_key", "published_editions"};
    return copied;
  });
}

Result<model::Study> StudyStore::Load(core::Progress& progress) const {
  return connection_->Reading(
      [&](Database& database) { return std::move(ReadStudy(database, Depth::kWhole, progress).study); });
}

Result<model::Study> StudyStore::LoadWithoutAnchors(core::Progress& progress) const {
  return connection_->Reading(
      [&](Database& database) { return std::move(ReadStudy(database, Depth::kWithoutAnchors, progress).study); });
}

Result<model::Study> StudyStore::LoadWithoutCodings(core::Progress& progress) const {
  return connection_->Reading(
      [&](Database& database) { return std::move(ReadStudy(database, Depth::kWithoutCodings, progress).study); });
}

Result<model::Study> StudyStore::LoadWithoutText() const {
  core::NoProgress silent;
  return connection_->Reading(
      [&](Database& database) { return std::move(ReadStudy(database, Depth::kWithoutText, silent).study); });
}

Result<model::Study> StudyStore::LoadDesk() const {
  core::NoProgress silent;
  return connection_->Reading(
      [&](Database& database) { return std::move(ReadStudy(database, Depth::kDesk, silent).study); });
}

core::Status StudyStore::BeginMoment() const {
  CG_CHECK(!connection_->moment, "one moment at a time");
  return Guarded(connection_->where, [&]() -> core::Status {
    connection_->moment.emplace(*connection_->database, Transaction::Kind::kReading);
    return {};
  });
}

void StudyStore::EndMoment() const noexcept {
  connection_->moment.reset();
}

Result<CodingColumns> StudyStore::LoadCodingColumns(const model::Study& study, core::Progress& progress) const {
  return connection_->Reading([&](Database& database) { return ReadCodingColumns(database, study, progress); });
}

Result<std::vector<model::FileHash>> StudyStore::ImportedFiles() const {
  return connection_->Reading([&](Database& database) { return ReadImportedFiles(database); });
}

Result<Found> StudyStore::Search(const SearchRequest& request, const std::vector<std::string>& all_languages,
                                 const std::set<model::DocumentId>& may_read) const {
  return connection_->Reading(
      [&](Database& database) { return store::Search(database, request, all_languages, may_read); });
}

Result<std::map<model::DocumentId, std::int64_t>> StudyStore::CountByDocument(
    const SearchRequest& request, const std::vector<std::string>& all_languages,
    const std::set<model::DocumentId>& may_read) const {
  return connection_->Reading(
      [&](Database& database) { return store::CountByDocument(database, request, all_languages, may_read); });
}

Result<std::vector<std::string>> StudyStore::LikeWords(std::string_view word, std::size_t most) const {
  return connection_->Reading([&](Database& database) { return store::LikeWords(database, word, most); });
}

Result<std::vector<model::Document>> StudyStore::LoadTexts(const std::vector<model::DocumentId>& documents) const {
  return connection_->Reading([&](Database& database) { return ReadTexts(database, documents); });
}

Result<std::vector<model::Document>> StudyStore::LoadParts() const {
  return connection_->Reading([&](Database& database) { return ReadParts(database); });
}

Result<std::vector<model::OldVersion>> StudyStore::OldVersionsOf(
    const std::vector<model::DocumentId>& documents) const {
  return connection_->Reading([&](Database& database) { return ReadOldVersions(database, documents); });
}

core::Status StudyStore::Reindex(core::Progress& progress) {
  return connection_->Writing([&](Database& database, std::vector<std::string>& removed) -> Result<bool> {
    const Loaded loaded = ReadStudy(database, Depth::kWhole, progress);
    RebuildIndex(database.passages(), {loaded.study, loaded.numbers.documents}, progress);
    for (const auto& table : Tables()) removed.push_back(table->name);
    removed.insert(removed.end(), {"passages", "vocabulary", "originals", "vault_key"});
    return true;
  });
}

Result<std::vector<model::Coding>> StudyStore::SubmittedIn(const std::vector<model::DocumentId>& documents) const {
  return connection_->Reading([&](Database& database) { return store::SubmittedIn(database, documents); });
}

Result<std::vector<StoredCoding>> StudyStore::CodingsOf(const model::DocumentId& document) const {
  return connection_->Reading([&](Database& database) { return store::CodingsOf(database, document); });
}

Result<std::optional<StoredCoding>> StudyStore::FindCoding(const model::DocumentId& document,
                                                           const model::CodingId& id) const {
  return connection_->Reading([&](Database& database) { return store::FindCoding(database, document, id); });
}

Result<std::int64_t> StudyStore::Apply(const model::ChangeSet& changes, const model::Recorded& recorded) {
  return connection_->Editing([&](Database& database) { return store::Apply(database, changes, recorded); },
                              NeedsStudyAlone(changes) ? Transaction::Kind::kWriting : Transaction::Kind::kEditing);
}

Result<std::vector<model::HistoryEntry>> StudyStore::HistoryEntries(const model::CoderId& person,
                                                                    std::size_t most) const {
  return connection_->Reading([&](Database& database) { return ActsOf(database, person, most); });
}

Result<std::vector<model::Event>> StudyStore::EventsOf(std::int64_t act) const {
  return connection_->Reading([&](Database& database) { return store::EventsOf(database, act); });
}

Result<std::vector<model::Event>> StudyStore::EventsAbout(model::RecordType thing, const std::string& subject) const {
  return connection_->Reading([&](Database& database) { return store::EventsAbout(database, thing, subject); });
}

Result<std::vector<model::HistoryText>> StudyStore::HistoryTexts(std::span<const model::HistoryTextId> ids) const {
  return connection_->Reading([&](Database& database) { return HistoryTextsOf(database, ids); });
}

Result<std::vector<CodeCount>> StudyStore::CountByCode() const {
  return connection_->Reading([&](Database& database) { return store::CountByCode(database); });
}

Result<std::vector<CoderCount>> StudyStore::CountByCoder() const {
  return connection_->Reading([&](Database& database) { return store::CountByCoder(database); });
}

Result<std::vector<CodeCount>> StudyStore::CountSeen(const HiddenOf& hidden_of) const {
  return connection_->Reading([&](Database& database) { return store::CountSeen(database, hidden_of); });
}

Result<std::vector<StoredCoding>> StudyStore::CodingsWith(const model::CodeId& code) const {
  return connection_->Reading([&](Database& database) { return store::CodingsWith(database, code); });
}

Result<std::vector<model::Memo>> StudyStore::Memos() const {
  return connection_->Reading([&](Database& database) { return ReadMemos(database); });
}

Result<std::vector<model::Code>> StudyStore::Codebook() const {
  return connection_->Reading([&](Database& database) { return ReadCodebook(database); });
}

Result<bool> StudyStore::WaitForChange(std::chrono::milliseconds longest) {
  return Guarded(connection_->where, [&]() -> Result<bool> {
    const bool changed = connection_->database->WaitForChange(connection_->mark, longest);
    connection_->mark = connection_->database->ChangeMark();
    return changed;
  });
}

Result<bool> StudyStore::HasPassphrase() const {
  return connection_->Reading([&](Database& database) { return !ReadWrappedKey(database).empty(); });
}

Result<StudyKey> StudyStore::Unlock(std::string_view passphrase) const {
  CG_ASSIGN_OR_RETURN(const std::string wrapped,
                      connection_->Reading([&](Database& database) { return ReadWrappedKey(database); }));
  if (wrapped.empty()) {
    return core::FailWithHint(core::ErrorCode::kNotFound,
                              "the study has no passphrase, so it keeps no originals. Fix: import them with it",
                              connection_->where, {"import", {{"keep", "originals"}}});
  }
  return UnwrapKey(wrapped, passphrase);
}

core::Status StudyStore::ChangePassphrase(const StudyKey& key, std::string_view passphrase, KdfCost cost) {
  CG_ASSIGN_OR_RETURN(const std::string wrapped, WrapKey(key, passphrase, cost));
  return connection_->Writing([&](Database& database, std::vector<std::string>& removed) -> Result<bool> {
    WriteWrappedKey(database, wrapped);
    removed.emplace_back("vault_key");  // the key under the older passphrase
    return true;
  });
}

Result<std::vector<KeptOriginal>> StudyStore::Originals() const {
  return connection_->Reading([&](Database& database) { return ListOriginals(database); });
}

Result<std::string> StudyStore::OpenOriginal(const StudyKey& key, const model::DocumentId& document) const {
  CG_ASSIGN_OR_RETURN(const SealedOriginal original,
                      connection_->Reading([&](Database& database) { return ReadOriginal(database, document); }));
  return OpenBlob(key, original.sealed, original.about);
}

core::Status StudyStore::CopyVault(const StudyStore& from) {
  return connection_->Writing([&](Database& database, std::vector<std::string>& removed) -> Result<bool> {
    const core::Result<bool> copied =
        from.connection_->Reading([&](Database& theirs) { return store::CopyVault(theirs, database); });
    if (copied && *copied) removed = {"originals", "vault_key"};
    return copied;
  });
}

int StudyStore::schema_version() const {
  return static_cast<int>(SqliteMigrations().size());
}

}  // namespace commonground::store
