// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Keeps original files encrypted in the study.

#include "store/vault/vault.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <set>

#include "core/hinted.h"
#include "store/failure.h"

namespace commonground::store {

namespace {

std::string About(const std::string& document, const std::string& hash) {
  return document + '\n' + hash;
}

std::optional<std::string> Sealed(Database& database, const std::string& document, int version) {
  return database.AskCell(
      fmt::format("SELECT sealed FROM originals WHERE study = {} AND version = {} AND document = $1", database.study(),
                  version),
      {&document, 1});
}

std::string HashOf(Database& database, const KeptOriginal& one) {
  std::string hash;
  database.session() << "SELECT hash FROM originals WHERE study = " << database.study()
                     << " AND version = " << one.version << " AND document = :document",
      soci::use(one.document.value), soci::into(hash);
  return hash;
}

void RemoveOriginal(Database& database, const std::string& document, int version) {
  database.session() << "DELETE FROM originals WHERE study = " << database.study() << " AND version = " << version
                     << " AND document = :document",
      soci::use(document);
}

}  // namespace

std::string ReadWrappedKey(Database& database) {
  return database.AskCell(fmt::format("SELECT wrapped FROM vault_key WHERE study = {}", database.study()), {})
      .value_or("");
}

void WriteWrappedKey(Database& database, const std::string& wrapped) {
  database.session() << "DELETE FROM vault_key WHERE study = " << database.study();
  database.WriteBytes(fmt::format("INSERT INTO vault_key (study, wrapped) VALUES ({}, $1)", database.study()), {},
                      wrapped);
}

std::vector<KeptOriginal> ListOriginals(Database& database) {
  std::vector<KeptOriginal> originals;
  std::string document;
  int version = 0;
  long long bytes = 0;
  soci::statement select =
      (database.session().prepare << "SELECT document, version, bytes + 0 FROM originals WHERE study = "
                                  << database.study() << " ORDER BY document, version",
       soci::into(document), soci::into(version), soci::into(bytes));
  select.execute();
  while (select.fetch()) originals.push_back({model::DocumentId(document), version, bytes});
  return originals;
}

SealedOriginal ReadOriginal(Database& database, const model::DocumentId& document) {
  std::string hash;
  int version = 0;
  database.session() << "SELECT hash, version FROM originals WHERE study = " << database.study()
                     << " AND document = :document ORDER BY version DESC LIMIT 1",
      soci::use(document.value), soci::into(hash), soci::into(version);
  const bool found = database.session().got_data();
  std::optional<std::string> sealed;
  if (found) {
    sealed = Sealed(database, document.value, version);
  }
  if (!sealed) {
    throw Failure(core::Hinted(core::ErrorCode::kNotFound,
                               "no original of " + document.value + " is kept. Fix: list those that are", {},
                               {"list originals", {}}));
  }
  return {std::move(*sealed), About(document.value, hash)};
}

void PutOriginal(Database& database, const KeptOriginal& about, const std::string& hash, std::string_view sealed) {
  const std::array<std::string, 2> texts{about.document.value, hash};
  database.WriteBytes(fmt::format("INSERT INTO originals (study, document, version, hash, bytes, sealed) VALUES ({}, "
                                  "$1, {}, $2, {}, $3)",
                                  database.study(), about.version, about.bytes),
                      texts, sealed);
}

bool UpdateOriginals(Database& database, const model::Study& study, const OriginalsToKeep* keep) {
  std::set<std::pair<std::string, int>> texts;
  for (const auto& document : study.documents) texts.emplace(document.id.value, document.version);
  for (const auto& old : study.old_versions) texts.emplace(old.document.value, old.version);
  std::set<std::pair<std::string, int>> kept;
  bool changed = false;
  for (const KeptOriginal& one : ListOriginals(database)) {
    if (texts.contains({one.document.value, one.version})) {
      kept.emplace(one.document.value, one.version);
      continue;
    }
    RemoveOriginal(database, one.document.value, one.version);
    changed = true;
  }
  if (keep == nullptr) return changed;
  if (!keep->wrapped_key.empty()) {
    // Whoever came first sealed files under a key that would be lost.
    if (!ReadWrappedKey(database).empty()) {
      throw Failure(core::ErrorCode::kConflict,
                    "the study got a passphrase meanwhile. Nothing was changed. Fix: try again, with that one");
    }
    WriteWrappedKey(database, keep->wrapped_key);
    changed = true;
  }
  for (const auto& document : study.documents) {
    if (document.original_hash.empty() || kept.contains({document.id.value, document.version})) continue;
    const auto bytes = keep->read(document);
    if (!bytes && bytes.error().code == core::ErrorCode::kNotFound) continue;  // the folder has only its text
    if (!bytes) throw Failure(bytes.error());
    const std::string sealed = SealBlob(keep->key, *bytes, About(document.id.value, document.original_hash));
    PutOriginal(database, {document.id, document.version, std::ssize(*bytes)}, document.original_hash, sealed);
    changed = true;
  }
  return changed;
}

bool CopyVault(Database& from, Database& to) {
  const std::string key = ReadWrappedKey(from);
  bool changed = false;
  if (key != ReadWrappedKey(to)) {
    to.session() << "DELETE FROM vault_key WHERE study = " << to.study();
    to.session() << "DELETE FROM originals WHERE study = " << to.study();  // of another key
    if (!key.empty()) WriteWrappedKey(to, key);
    changed = true;
  }
  std::map<std::pair<std::string, int>, std::string> there;
  for (const auto& one : ListOriginals(to)) there[{one.document.value, one.version}] = HashOf(to, one);
  // A document that was withdrawn where the copy goes to did not come along.
  std::set<std::string> documents;
  to.ForEachRow(fmt::format("SELECT id FROM documents WHERE study = {}", to.study()), 1,
                [&](Database::TextRow& row) { documents.insert(std::move(row[0])); });
  for (const auto& one : ListOriginals(from)) {
    if (!documents.contains(one.document.value)) continue;
    const std::string hash = HashOf(from, one);
    const auto found = there.find({one.document.value, one.version});
    if (found != there.end() && found->second == hash) {
      there.erase(found);
      continue;
    }
    if (found != there.end()) RemoveOriginal(to, one.document.value, one.version);
    PutOriginal(to, one, hash, Sealed(from, one.document.value, one.version).value_or(""));
    if (found != there.end()) there.erase(found);
    changed = true;
  }
  for (const auto& [one, hash] : there) {
    RemoveOriginal(to, one.first, one.second);
    changed = true;
  }
  return changed;
}

}  // namespace commonground::store
