// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Editing codings one at a time.  Functions throw soci_error or Failure(Conflict) and require an editing transaction
// (Database::BeginEditing); EditionOf and CodingsOf a reading one.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"
#include "store/edits.h"

namespace commonground::store {

CodingKey AddCoding(Database& database, const model::Coding& coding);
CodingKey ChangeCoding(Database& database, const CodingKey& seen, const model::Coding& coding);
void RemoveCoding(Database& database, const CodingKey& seen);
std::vector<StoredCoding> CodingsOf(Database& database, const model::DocumentId& document);
// By model::IdOf.  Cost: one row if the id is written down, else the codings of the document.
std::optional<StoredCoding> FindCoding(Database& database, const model::DocumentId& document,
                                       const model::CodingId& id);
// Written down; an empty one is nobody's.
bool HasCodingOfId(Database& database, const model::CodingId& id);

// Many codings at once.  Requires a writing transaction, in which nobody else edits.
class CodingBatch {
 public:
  explicit CodingBatch(Database& database);
  ~CodingBatch();
  void Add(const model::Coding& coding);
  void Change(const CodingKey& key, const model::Coding& coding);
  void Remove(const CodingKey& key, const model::Coding& coding);
  void Finish();  // writes them

 private:
  struct Rows;
  std::unique_ptr<Rows> rows_;
};

// How often the study was saved as a whole; -1: never.
std::int64_t SavesOf(Database& database);
// The study was saved as a whole.  Requires a writing transaction.
void CountSave(Database& database);
// Differs whenever the study does.
std::string EditionOf(Database& database);

}  // namespace commonground::store
