// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study that is kept, whole or not at all: in a study file, study.cg (SQLite), or in a PostgreSQL database, which
// holds many.  Both do the same; docs/databases.md says which to choose.
//
// A file and what SQLite keeps beside it (-wal, -shm) are readable by their owner only.  What is removed is
// overwritten. A file or database of an older program is brought up to date when it is opened for writing (a file
// always: until that has succeeded a copy, NAME.before-vN, lies beside it).  Every page of a file carries a checksum
// and every table a digest of its rows, and what is loaded is checked as an import is: a damaged or forged study is
// found out, never read as another one.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/progress.h"
#include "core/result.h"
#include "model/change_set.h"
#include "model/file_hash.h"
#include "model/results/edition.h"
#include "model/results/kept.h"
#include "model/snapshot.h"
#include "model/study.h"
#include "store/edits.h"
#include "store/search/request.h"
#include "store/study_location.h"
#include "store/vault/originals.h"

namespace commonground::store {

using model::EditionRecord;
using model::SaveReport;
using model::TableChange;

// Accepted codings as numbers, for model::Snapshot.
struct CodingColumns {
  std::vector<model::CodingColumn> columns;  // in the study's order
  std::vector<model::CoderId> coders;        // those of the columns, sorted
};

// Threads: one at a time; different objects, also on one study, are independent.
// Errors of every function: Io (no rights, disk full, no connection), Corrupt (damaged; nothing was changed), Busy
// (another program writes for more than 5 seconds, or no connection is free), Cancelled.  `where` is the place, without
// a password.
class StudyStore {
 public:
  // Errors: NotFound; Corrupt also if it is no study file of ours (it is left as it was); NewerSchema; InvalidInput: a
  // database whose rights or text encoding will not do.  Cost: about 10 ms.
  static core::Result<StudyStore> Open(const StudyLocation& place, OpenMode mode);
  StudyStore(StudyStore&&) noexcept;
  StudyStore& operator=(StudyStore&&) noexcept;
  ~StudyStore();

  // Makes the file hold exactly `study` and `files`, in one transaction: on any error, or when the program is killed,
  // it holds what it held before.  Writes only rows that differ; if none does, nothing is written.
  // Requires: opened for writing.
  // Errors: InvalidInput if something refers to what the study does not hold, or has no or a double id.
  // Cost: about 8 s for 1,000,000 new codings.
  // Originals of documents that are no longer there go; with `originals`, those that are missing are kept, encrypted.
  // With `seen` (Edition, before the study was read): Conflict if anybody wrote since.
  core::Result<SaveReport> Save(const model::Study& study, std::span<const model::FileHash> files,
                                core::Progress& progress, const OriginalsToKeep* originals = nullptr,
                                const std::string* seen = nullptr);

  // Reads all of the study, lets `revise` change it, and saves that, while nobody else writes: never a Conflict,
  // however many others are at work.  The files of the last import stay.  What `revise` fails with leaves the study as
  // it was. Requires: opened for writing. Errors: as Save, and those of `revise`.  Cost: that of Load and Save; others
  // who write wait for it.
  core::Result<SaveReport> Revise(const std::function<core::Status(model::Study&)>& revise, core::Progress& progress,
                                  const OriginalsToKeep* originals = nullptr);

  // Differs whenever the study does.  Cost: about 100 ms for 1,000,000 codings.
  core::Result<std::string> Revision() const;

  // The same for what changes by saving the study or by an act, which is everything that people edit.  Cost: one look.
  core::Result<std::string> ChangeStamp() const;

  // The same for what is small (edits.h); nullopt: from a little before the newest act.  Cost: one look, and the acts
  // since `from`.
  core::Result<SmallMark> MarkOfSmall(std::optional<std::int64_t> from) const;

  // What pseudonyms in reports come from: random, kept with the study, no part of it.  A study that was never saved by
  // a program that makes one gives another each time.
  core::Result<std::string> Secret() const;
  // The same; empty for a study that was never saved by such a program.
  core::Result<std::string> KeptSecret() const;
  // Makes it that of `from`, and with it what is known of the study as a whole (records.h).  Requires: the same study
  // was saved here.
  core::Status CopySecret(const StudyStore& from);

  // The list of the withdrawals that were carried out here (coding/withdrawal/withdrawal_list.h); empty: none was.
  core::Result<std::string> Withdrawals() const;
  // As Save, with `seen`, and the list in the same transaction.  True: of what was taken out nothing is left in the
  // file, its log or the database's files.  False: all is saved, but somebody reads an older state of it; the next who
  // writes and is alone finishes it.
  // `before`: what was read at `seen`.
  core::Result<bool> SaveWithdrawn(const model::Study& before, const model::Study& study,
                                   std::span<const model::FileHash> files, const std::string& list,
                                   const std::string& seen, core::Progress& progress);

  // To whom backups are sealed; empty: there was none yet.
  core::Result<std::string> BackupKey() const;
  core::Status KeepBackupKey(const std::string& public_key);
  // A study file with all that is stored here, at one moment, whatever others write.  Of a database: nullopt.
  // Cost: its size in memory.
  core::Result<std::optional<std::string>> Image() const;

  // What was published, the oldest first; one that is there already is left.
  core::Result<std::vector<EditionRecord>> Editions() const;
  core::Status KeepEdition(const EditionRecord& edition);

  const StudyLocation& place() const;

  // The study as it was saved; an empty Study if none was.
  core::Result<model::Study> Load(core::Progress& progress) const;

  // The same; codings have no prefix, suffix, hint and memo, which serve those who code.
  core::Result<model::Study> LoadWithoutAnchors(core::Progress& progress) const;

  // The same with no codings.  What an import compares its documents with.
  core::Result<model::Study> LoadWithoutCodings(core::Progress& progress) const;

  // The same with no codings, orphans, old versions, memos, history and wordings, and with text, parts and
  // original_hash of documents empty. Cost: milliseconds.
  core::Result<model::Study> LoadWithoutText() const;

  // The same with documents, codes, consents and assignments only: what says who may read and code what.
  core::Result<model::Study> LoadDesk() const;

  // What `read` asks of this store is all of one moment, whatever others write meanwhile.  Gives what `read` gives, a
  // Result or a Status.  It does not write.
  template <typename Ask>
  auto Read(Ask&& read) const -> decltype(read()) {
    CG_RETURN_IF_ERROR(BeginMoment());
    const std::unique_ptr<const StudyStore, EndsMoment> moment(this);
    return read();
  }

  // Indices are into the lists of `study` (cases, documents, codebook) as LoadWithoutText gave it, and into `coders`.
  // A coding whose document belongs to no case is left out.
  // Errors: Busy if another program changed the study in between.  Cost: about 1 s for 1,000,000 codings.
  core::Result<CodingColumns> LoadCodingColumns(const model::Study& study, core::Progress& progress) const;

  // As given to the last Save.
  core::Result<std::vector<model::FileHash>> ImportedFiles() const;

  // Passages that a question finds in documents of `may_read` (search/search.h); all others stay out of sight.
  // Errors: InvalidInput: the question; NotFound: not indexed yet.  Cost: milliseconds.
  core::Result<Found> Search(const SearchRequest& request, const std::vector<std::string>& all_languages,
                             const std::set<model::DocumentId>& may_read) const;
  // The same, counted by document; documents without any are left out.
  core::Result<std::map<model::DocumentId, std::int64_t>> CountByDocument(
      const SearchRequest& request, const std::vector<std::string>& all_languages,
      const std::set<model::DocumentId>& may_read) const;
  core::Result<std::vector<std::string>> LikeWords(std::string_view word, std::size_t most) const;

  // Texts of these documents, with their parts, in this order; one that is not there is left out.
  core::Result<std::vector<model::Document>> LoadTexts(const std::vector<model::DocumentId>& documents) const;

  // What is known of the newest text of every document: its parts, its hash and what kind of file it came from; no
  // words.  By id.
  core::Result<std::vector<model::Document>> LoadParts() const;

  // Older texts of these documents that are kept.
  core::Result<std::vector<model::OldVersion>> OldVersionsOf(const std::vector<model::DocumentId>& documents) const;

  // Makes the search index anew.  Requires: opened for writing.
  core::Status Reindex(core::Progress& progress);

  // What coders submitted in these documents, or what was accepted, in the order of the study: where, whose, under
  // which code and with which id; no words.  Cost: one row each.
  core::Result<std::vector<model::Coding>> SubmittedIn(const std::vector<model::DocumentId>& documents) const;

  core::Result<std::vector<StoredCoding>> CodingsOf(const model::DocumentId& document) const;
  // One of them, by model::IdOf; nullopt: it is not there.  Cost: one row if the id is written down, else as CodingsOf.
  core::Result<std::optional<StoredCoding>> FindCoding(const model::DocumentId& document,
                                                       const model::CodingId& id) const;

  // One act of one person, by many people at once: all of it, or nothing.  What they saw (`before`) must still be
  // there: Conflict otherwise. `recorded` goes into the history with it.  Gives the act's number.  Requires: opened for
  // writing; not within Read.  Conflict also where a document has another version than its ranges count in
  // (ChangeSet::versions). Which codes a passage has is searched after the next Save or Reindex. Errors: Conflict;
  // InvalidInput: something refers to what the study does not have, or the study would hold what no import lets in.
  // Cost: one transaction; on PostgreSQL any number at the same time, but an act on the codebook, on many codings or on
  // the nouns of model/nouns.h waits until nobody else edits.
  core::Result<std::int64_t> Apply(const model::ChangeSet& changes, const model::Recorded& recorded);
  // The newest acts first, at most `most`; of one person, or of all (an empty id).
  core::Result<std::vector<model::HistoryEntry>> HistoryEntries(const model::CoderId& person, std::size_t most) const;
  core::Result<std::vector<model::Event>> EventsOf(std::int64_t act) const;
  // All that was done to one thing, the oldest first.  Cost: linear in the history.
  core::Result<std::vector<model::Event>> EventsAbout(model::RecordType thing, const std::string& subject) const;
  core::Result<std::vector<model::HistoryText>> HistoryTexts(std::span<const model::HistoryTextId> ids) const;
  // How many codings each code has itself, in the order of the codebook; codes without any are left out.
  // Cost: milliseconds from a file, about 100 ms for 1,000,000 codings from PostgreSQL.
  core::Result<std::vector<CodeCount>> CountByCode() const;
  // The same without what is hidden.  All of it is of one moment.
  // Cost: about a microsecond a document, and a quarter of one a hidden coding.
  core::Result<std::vector<CodeCount>> CountSeen(const HiddenOf& hidden_of) const;
  // How many codings each coder has in each document that they coded, by document and coder.
  // Cost: one look at all codings, about half a second for 1,000,000.
  core::Result<std::vector<CoderCount>> CountByCoder() const;
  // All codings with this code itself, by document.
  core::Result<std::vector<StoredCoding>> CodingsWith(const model::CodeId& code) const;
  core::Result<std::vector<model::Memo>> Memos() const;
  core::Result<std::vector<model::Code>> Codebook() const;

  // For caches and open pages.  True: somebody wrote the study since this was last asked, or since it was opened; waits
  // for that at most `longest`.
  core::Result<bool> WaitForChange(std::chrono::milliseconds longest);

  // The vault.  A study without a passphrase keeps no originals.
  core::Result<bool> HasPassphrase() const;
  core::Result<StudyKey> Unlock(std::string_view passphrase) const;  // Errors: as UnwrapKey; NotFound: has none
  // The same key under another passphrase.
  core::Status ChangePassphrase(const StudyKey& key, std::string_view passphrase, KdfCost cost = {});
  core::Result<std::vector<KeptOriginal>> Originals() const;
  // The newest original of a document.  Errors: NotFound, Corrupt.
  core::Result<std::string> OpenOriginal(const StudyKey& key, const model::DocumentId& document) const;
  // Makes this vault hold what that of `from` does, sealed as it is.  Requires: the same study was saved here.
  core::Status CopyVault(const StudyStore& from);

  int schema_version() const;

 private:
  struct EndsMoment {
    void operator()(const StudyStore* store) const { store->EndMoment(); }
  };
  core::Status BeginMoment() const;
  void EndMoment() const noexcept;

  class Connection;
  explicit StudyStore(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace commonground::store
