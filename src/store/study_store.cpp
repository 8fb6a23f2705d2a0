// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/study_store.h"

#include "core/check.h"
#include "store/connect.h"
#include "store/failure.h"
#include "store/load.h"
#include "store/save.h"
#include "store/search/index.h"
#include "store/search/search.h"
#include "store/vault/vault.h"

namespace commonground::store {

using core::Result;

namespace {

// The log goes into the file and is emptied, so that removed text is in neither.  The study is safe by now: if another
// program is reading, or the disk is full, the next Save or the last program to close the file does it.
void EmptyLog(soci::session& session) {
  sqlite_api::sqlite3_wal_checkpoint_v2(Handle(session), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

}  // namespace

class StudyStore::Connection {
 public:
  std::filesystem::path path;
  OpenMode mode = OpenMode::kRead;
  std::unique_ptr<soci::session> session;

  // Reads what is there at one moment, whatever others write meanwhile.
  template <typename Read>
  auto Reading(Read&& read) -> Result<decltype(read(*session))> {
    return Guarded(path, [&]() -> Result<decltype(read(*session))> { return Within(std::forward<Read>(read)); });
  }

  // The same where the caller guards.
  template <typename Read>
  auto Within(Read&& read) {
    struct Moment {
      soci::session& session;
      explicit Moment(soci::session& s) : session(s) { Run(session, "BEGIN"); }
      Moment(const Moment&) = delete;
      ~Moment() { sqlite_api::sqlite3_exec(Handle(session), "ROLLBACK", nullptr, nullptr, nullptr); }
    } moment(*session);
    return read(*session);
  }
};

StudyStore::StudyStore(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
StudyStore::StudyStore(StudyStore&&) noexcept = default;
StudyStore& StudyStore::operator=(StudyStore&&) noexcept = default;
StudyStore::~StudyStore() = default;

Result<StudyStore> StudyStore::Open(const std::filesystem::path& path, OpenMode mode) {
  return Guarded(path, [&]() -> Result<StudyStore> {
    auto connection = std::make_unique<Connection>();
    connection->path = path;
    connection->mode = mode;
    connection->session =
        OpenStudyFile(path, {.may_create = mode == OpenMode::kCreateOrWrite, .may_write = mode != OpenMode::kRead});
    return StudyStore(std::move(connection));
  });
}

Result<SaveReport> StudyStore::Save(const model::Study& study, std::span<const model::FileHash> files,
                                    core::Progress& progress, const OriginalsToKeep* originals) {
  CG_CHECK(connection_->mode != OpenMode::kRead, "a study opened for reading is not saved");
  return Guarded(connection_->path, [&]() -> Result<SaveReport> {
    soci::session& session = *connection_->session;
    SaveReport report;
    {
      WriteTransaction transaction(session);
      report = WriteStudy(session, study, files, progress);
      report.changed = UpdateOriginals(session, study, originals) || report.changed;
      if (!report.changed) return report;
      transaction.Commit();
    }
    EmptyLog(session);
    return report;
  });
}

Result<model::Study> StudyStore::Load(core::Progress& progress) const {
  return connection_->Reading(
      [&](soci::session& session) { return std::move(ReadStudy(session, Depth::kWhole, progress).study); });
}

Result<model::Study> StudyStore::LoadWithoutCodings(core::Progress& progress) const {
  return connection_->Reading(
      [&](soci::session& session) { return std::move(ReadStudy(session, Depth::kWithoutCodings, progress).study); });
}

Result<model::Study> StudyStore::LoadWithoutText() const {
  core::NoProgress silent;
  return connection_->Reading(
      [&](soci::session& session) { return std::move(ReadStudy(session, Depth::kWithoutText, silent).study); });
}

Result<CodingColumns> StudyStore::LoadCodingColumns(const model::Study& study, core::Progress& progress) const {
  return connection_->Reading([&](soci::session& session) { return ReadCodingColumns(session, study, progress); });
}

Result<std::vector<model::FileHash>> StudyStore::ImportedFiles() const {
  return connection_->Reading([&](soci::session& session) { return ReadImportedFiles(session); });
}

Result<Found> StudyStore::Search(const SearchRequest& request, const std::vector<std::string>& all_languages,
                                 const std::set<model::DocumentId>& may_read) const {
  return Guarded(connection_->path, [&]() -> Result<Found> {
    return connection_->Within(
        [&](soci::session& session) { return store::Search(session, request, all_languages, may_read); });
  });
}

Result<std::vector<std::string>> StudyStore::LikeWords(std::string_view word, std::size_t most) const {
  return connection_->Reading([&](soci::session& session) { return store::LikeWords(session, word, most); });
}

Result<std::vector<model::Document>> StudyStore::LoadTexts(const std::vector<model::DocumentId>& documents) const {
  return connection_->Reading([&](soci::session& session) { return ReadTexts(session, documents); });
}

core::Status StudyStore::Reindex(core::Progress& progress) {
  CG_CHECK(connection_->mode != OpenMode::kRead, "a study opened for reading is not indexed");
  return Guarded(connection_->path, [&]() -> core::Status {
    soci::session& session = *connection_->session;
    {
      WriteTransaction transaction(session);
      const Loaded loaded = ReadStudy(session, Depth::kWhole, progress);
      RebuildIndex(session, {loaded.study, loaded.numbers.documents}, progress);
      transaction.Commit();
    }
    EmptyLog(session);
    return {};
  });
}

Result<bool> StudyStore::HasPassphrase() const {
  return connection_->Reading([&](soci::session& session) { return !ReadWrappedKey(session).empty(); });
}

Result<StudyKey> StudyStore::Unlock(std::string_view passphrase) const {
  CG_ASSIGN_OR_RETURN(const std::string wrapped,
                      connection_->Reading([&](soci::session& session) { return ReadWrappedKey(session); }));
  if (wrapped.empty()) {
    return core::Fail(core::ErrorCode::kNotFound,
                      "the study has no passphrase, so it keeps no originals. Way out: commonground import FOLDER "
                      "--keep-originals",
                      connection_->path.string());
  }
  return UnwrapKey(wrapped, passphrase);
}

core::Status StudyStore::ChangePassphrase(const StudyKey& key, std::string_view passphrase, KdfCost cost) {
  CG_CHECK(connection_->mode != OpenMode::kRead, "a study opened for reading gets no passphrase");
  CG_ASSIGN_OR_RETURN(const std::string wrapped, WrapKey(key, passphrase, cost));
  return Guarded(connection_->path, [&]() -> core::Status {
    {
      WriteTransaction transaction(*connection_->session);
      WriteWrappedKey(*connection_->session, wrapped);
      transaction.Commit();
    }
    EmptyLog(*connection_->session);  // it holds the key under the older passphrase
    return {};
  });
}

Result<std::vector<KeptOriginal>> StudyStore::Originals() const {
  return connection_->Reading([&](soci::session& session) { return ListOriginals(session); });
}

Result<std::string> StudyStore::OpenOriginal(const StudyKey& key, const model::DocumentId& document) const {
  CG_ASSIGN_OR_RETURN(const SealedOriginal original,
                      connection_->Reading([&](soci::session& session) { return ReadOriginal(session, document); }));
  return OpenBlob(key, original.sealed, original.about);
}

int StudyStore::schema_version() const {
  return static_cast<int>(BuiltInMigrations().size());
}

}  // namespace commonground::store
