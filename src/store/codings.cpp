// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/codings.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/failure.h"
#include "store/save.h"
#include "store/sql.h"

namespace commonground::store {

namespace {

const Table& CodingTable() {
  static const Table& table =
      **std::ranges::find_if(Tables(), [](const auto& one) { return one->name == kCodingTable; });
  return table;
}

// Its digests speak of the rows as they were saved last.
void ForgetDigest(Database& database, const std::string& name) {
  database.session() << "UPDATE digests SET rows = -1, hash = '' WHERE study = " << database.study()
                     << " AND name = :name AND rows <> -1",
      soci::use(name);
}

// The number of an id; 0: there is none.
long long NumberOf(Database& database, const char* table, const std::string& id) {
  long long number = 0;
  database.session() << "SELECT number + 0 FROM " << table << " WHERE study = " << database.study() << " AND id = :id",
      soci::use(id), soci::into(number);
  return database.session().got_data() ? number : 0;
}

long long CoderNumber(Database& database, const std::string& id) {
  // The first codings of many people may meet here: each finds the next free number.
  for (;;) {
    if (const long long known = NumberOf(database, "coders", id); known > 0) return known;
    ForgetDigest(database, "coders");
    database.session() << "INSERT INTO coders (study, id, position, number) SELECT " << database.study()
                       << ", :id, coalesce(max(position), -1) + 1, coalesce(max(number), 0) + 1 FROM coders WHERE study = "
                       << database.study() << " ON CONFLICT DO NOTHING",
        soci::use(id);
  }
}

AllNumbers NumbersFor(Database& database, const model::Coding& coding) {
  AllNumbers numbers;
  const auto find = [&](const char* table, const std::string& id, Numbers& into) {
    const long long number = NumberOf(database, table, id);
    if (number > 0) into.Put(id, number);  // otherwise RowWriter refuses it by name
  };
  find("documents", coding.document.value, numbers.documents);
  find("codes", coding.code.value, numbers.codes);
  if (coding.coder.value.empty()) {
    throw Failure(core::ErrorCode::kInvalidInput, "a coding has no coder. Nothing was changed");
  }
  numbers.coders.Put(coding.coder.value, CoderNumber(database, coding.coder.value));
  return numbers;
}

void WriteOne(Database& database, Database::Change change, long long number, const model::Coding& coding) {
  model::Study one;
  one.codings.push_back(coding);
  const Saved saved{one, {}, {}, {}, NumbersFor(database, coding)};
  Chunk row(CodingTable().columns);
  RowWriter writer(row);
  CodingTable().Write(saved, 0, writer);
  row.columns.front().numbers.front() = number;
  WriteRows(database, change, CodingTable(), row);
}

void MarkChanged(Database& database, const model::DocumentId& document) {
  ForgetDigest(database, kCodingTable);
  ForgetDigest(database, kAcceptedDigest);
  database.session() << "UPDATE indexed_documents SET hash = '' WHERE study = " << database.study()
                     << " AND hash <> '' AND document = (SELECT number FROM documents WHERE study = "
                     << database.study() << " AND id = :id)",
      soci::use(document.value);
}

[[noreturn]] void Conflict() {
  throw Failure(core::ErrorCode::kConflict,
                "somebody else changed or removed this coding meanwhile. Nothing of theirs or yours was lost: what you "
                "see is old. Way out: look at it as it is now, and change that");
}

// The row as it was seen is taken up by this transaction, or Conflict is thrown.
void Claim(Database& database, const CodingKey& seen) {
  if (SavesOf(database) != seen.edition) Conflict();
  long long number = seen.number;
  long long version = seen.version;
  soci::statement claim =
      (database.session().prepare << "UPDATE codings SET version = version + 1 WHERE study = " << database.study()
                                  << " AND position = :number AND version = :version",
       soci::use(number), soci::use(version));
  claim.execute(true);
  if (claim.get_affected_rows() != 1) Conflict();
}

model::DocumentId DocumentOf(Database& database, long long number) {
  std::string id;
  database.session() << "SELECT d.id FROM codings c JOIN documents d ON d.study = c.study AND d.number = c.document "
                        "WHERE c.study = "
                     << database.study() << " AND c.position = :number",
      soci::use(number), soci::into(id);
  return model::DocumentId(id);
}

}  // namespace

std::int64_t SavesOf(Database& database) {
  long long saves = -1;
  database.session() << "SELECT saves + 0 FROM changes WHERE study = " << database.study(), soci::into(saves);
  return database.session().got_data() ? saves : -1;
}

void CountSave(Database& database) {
  database.session() << "INSERT INTO changes (study, saves, removals, next_coding) VALUES (" << database.study()
                     << ", 1, 0, 0) ON CONFLICT (study) DO UPDATE SET saves = changes.saves + 1";
}

std::string EditionOf(Database& database) {
  long long count = 0;
  long long last = 0;
  long long versions = 0;
  database.session() << "SELECT count(*) + 0, coalesce(max(position), -1) + 0, CAST(coalesce(sum(version), 0) AS BIGINT) "
                        "FROM codings WHERE study = "
                     << database.study(),
      soci::into(count), soci::into(last), soci::into(versions);
  long long removals = 0;
  database.session() << "SELECT removals + 0 FROM changes WHERE study = " << database.study(), soci::into(removals);
  return fmt::format("{}:{}:{}:{}:{}", SavesOf(database), removals, count, last, versions);
}

CodingKey AddCoding(Database& database, const model::Coding& coding) {
  const std::int64_t edition = SavesOf(database);
  const long long number = database.NextCoding();
  WriteOne(database, Database::Change::kInsert, number, coding);
  MarkChanged(database, coding.document);
  return {number, 1, edition};
}

CodingKey ChangeCoding(Database& database, const CodingKey& seen, const model::Coding& coding) {
  Claim(database, seen);
  MarkChanged(database, DocumentOf(database, seen.number));
  WriteOne(database, Database::Change::kUpdate, seen.number, coding);
  MarkChanged(database, coding.document);
  return {seen.number, seen.version + 1, seen.edition};
}

void RemoveCoding(Database& database, const CodingKey& seen) {
  Claim(database, seen);
  MarkChanged(database, DocumentOf(database, seen.number));
  long long number = seen.number;
  database.session() << "DELETE FROM codings WHERE study = " << database.study() << " AND position = :number",
      soci::use(number);
  database.session() << "UPDATE changes SET removals = removals + 1 WHERE study = " << database.study();
}

std::vector<StoredCoding> CodingsOf(Database& database, const model::DocumentId& document) {
  const Table& table = CodingTable();
  const long long of_document = NumberOf(database, "documents", document.value);
  const std::int64_t edition = SavesOf(database);
  Loaded loaded;
  if (of_document == 0) return {};
  loaded.numbers.documents.Put(document.value, of_document);
  const auto read_numbers = [&](const char* name, Numbers& into) {
    std::string id;
    long long number = 0;
    soci::statement select = (database.session().prepare << "SELECT id, number + 0 FROM " << name << " WHERE study = "
                                                         << database.study(),
                              soci::into(id), soci::into(number));
    select.execute();
    while (select.fetch()) into.Put(id, number);
  };
  read_numbers("codes", loaded.numbers.codes);
  read_numbers("coders", loaded.numbers.coders);
  std::unordered_map<long long, long long> versions;
  {
    long long number = 0;
    long long version = 0;
    soci::statement select = (database.session().prepare << "SELECT position + 0, version + 0 FROM codings WHERE study = "
                                                         << database.study() << " AND document = " << of_document,
                              soci::into(number), soci::into(version));
    select.execute();
    while (select.fetch()) versions[number] = version;
  }
  std::vector<StoredCoding> codings;
  RowCursor cursor(database, table, fmt::format("document = {}", of_document));
  for (Chunk* rows = &cursor.Next(); rows->rows() > 0; rows = &cursor.Next()) {
    RowReader reader(*rows);
    for (std::size_t row = 0; row < rows->rows(); ++row) {
      const std::int64_t number = rows->columns.front().numbers[row];
      reader.Row(row);
      table.Read(reader, -1, loaded);
      codings.push_back({{number, versions[number], edition}, std::move(loaded.study.codings.back())});
    }
  }
  return codings;
}

}  // namespace commonground::store
