// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/vault/vault.h"

#include <set>

#include "core/content_hash.h"
#include "store/connect.h"
#include "store/failure.h"
#include "store/sqlite_statement.h"

namespace commonground::store {

namespace {

std::string About(const std::string& document, const std::string& hash) {
  return document + '\n' + hash;
}

}  // namespace

std::string ReadWrappedKey(soci::session& session) {
  SqliteStatement select(Handle(session), "SELECT wrapped FROM vault_key WHERE study = 1");
  return select.Step() ? select.Blob(0) : std::string();
}

void WriteWrappedKey(soci::session& session, const std::string& wrapped) {
  SqliteStatement insert(Handle(session), "INSERT OR REPLACE INTO vault_key (study, wrapped) VALUES (1, ?)");
  insert.BindBlob(1, wrapped);
  insert.Step();
}

std::vector<KeptOriginal> ListOriginals(soci::session& session) {
  std::vector<KeptOriginal> originals;
  SqliteStatement select(Handle(session),
                         "SELECT document, version, bytes FROM originals WHERE study = 1 ORDER BY document, version");
  while (select.Step()) {
    originals.push_back({model::DocumentId(select.Text(0)), static_cast<int>(select.Number(1)), select.Number(2)});
  }
  return originals;
}

SealedOriginal ReadOriginal(soci::session& session, const model::DocumentId& document) {
  SqliteStatement select(
      Handle(session),
      "SELECT sealed, hash FROM originals WHERE study = 1 AND document = ? ORDER BY version DESC LIMIT 1");
  select.Bind(1, std::string_view(document.value));
  if (!select.Step()) {
    throw Failure(
        core::ErrorCode::kNotFound,
        "no original of " + document.value + " is kept. Way out: commonground originals STUDY lists those that are");
  }
  return {select.Blob(0), About(document.value, select.Text(1))};
}

bool UpdateOriginals(soci::session& session, const model::Study& study, const OriginalsToKeep* keep) {
  sqlite_api::sqlite3* database = Handle(session);
  std::set<std::pair<std::string, int>> texts;
  for (const auto& document : study.documents) texts.emplace(document.id.value, document.version);
  for (const auto& old : study.old_versions) texts.emplace(old.document.value, old.version);
  std::set<std::pair<std::string, int>> kept;
  bool changed = false;
  for (const KeptOriginal& one : ListOriginals(session)) {
    if (texts.contains({one.document.value, one.version})) {
      kept.emplace(one.document.value, one.version);
      continue;
    }
    SqliteStatement remove(database, "DELETE FROM originals WHERE study = 1 AND document = ? AND version = ?");
    remove.Bind(1, std::string_view(one.document.value));
    remove.Bind(2, std::int64_t{one.version});
    remove.Step();
    changed = true;
  }
  if (keep == nullptr) return changed;
  if (!keep->wrapped_key.empty()) {
    WriteWrappedKey(session, keep->wrapped_key);
    changed = true;
  }
  for (const auto& document : study.documents) {
    if (document.original_hash.empty() || kept.contains({document.id.value, document.version})) continue;
    const auto bytes = keep->read(document);
    if (!bytes && bytes.error().code == core::ErrorCode::kNotFound) continue;  // the folder has only its text
    if (!bytes) throw Failure(bytes.error().code, bytes.error().message);
    if (core::ContentHash(*bytes) != document.original_hash) {
      throw Failure(core::ErrorCode::kInvalidInput,
                    "the file of " + document.id.value + " changed while it was read. Way out: try again");
    }
    const std::string sealed = SealBlob(keep->key, *bytes, About(document.id.value, document.original_hash));
    SqliteStatement insert(
        database, "INSERT INTO originals (study, document, version, hash, bytes, sealed) VALUES (1,?,?,?,?,?)");
    insert.Bind(1, std::string_view(document.id.value));
    insert.Bind(2, std::int64_t{document.version});
    insert.Bind(3, std::string_view(document.original_hash));
    insert.Bind(4, std::ssize(*bytes));
    insert.BindBlob(5, sealed);
    insert.Step();
    changed = true;
  }
  return changed;
}

}  // namespace commonground::store
