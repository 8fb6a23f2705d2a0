// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads and writes single codings.

#include "store/codings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "model/guids.h"
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

// Digests speak of the rows as they were saved last.
std::string ForgetDigests(Database& database, std::string_view names) {
  return fmt::format("UPDATE digests SET rows = -1, hash = '' WHERE study = {} AND name IN ({}) AND rows <> -1",
                     database.study(), names);
}

// The number of an id; 0: there is none.
long long NumberOf(Database& database, const char* table, const std::string& id) {
  const auto number = database.AskCell(
      fmt::format("SELECT CAST(number AS TEXT) FROM {} WHERE study = {} AND id = $1", table, database.study()),
      {&id, 1});
  return number ? std::stoll(*number) : 0;
}

// The first codings of many people may meet here: each finds the next free number.
long long NewCoder(Database& database, const std::string& id) {
  for (;;) {
    database.Run(ForgetDigests(database, "'coders'"));
    database.AskCell(
        fmt::format("INSERT INTO coders (study, id, position, number) SELECT {0}, $1, coalesce(max(position), "
                    "-1) + 1, coalesce(max(number), 0) + 1 FROM coders WHERE study = {0} ON CONFLICT DO NOTHING",
                    database.study()),
        {&id, 1});
    if (const long long known = NumberOf(database, "coders", id); known > 0) return known;
  }
}

// What a coding needs to be written, in one question.
struct Named {
  AllNumbers numbers;
  long long document = 0;
  std::int64_t edition = -1;
  bool is_marked = false;  // MarkChanged was called for this document since the study was saved as a whole
};
Named Find(Database& database, const model::Coding& coding) {
  if (coding.coder.value.empty()) {
    throw Failure(core::ErrorCode::kInvalidInput, "a coding has no coder. Nothing was changed");
  }
  const std::array<std::string, 3> ids{coding.document.value, coding.code.value, coding.coder.value};
  const auto row = database.AskCell(
      fmt::format(
          "SELECT coalesce((SELECT CAST(number AS TEXT) FROM documents WHERE study = {0} AND id = $1), '0') || ' ' "
          "|| coalesce((SELECT CAST(number AS TEXT) FROM codes WHERE study = {0} AND id = $2), '0') || ' ' || "
          "coalesce((SELECT CAST(number AS TEXT) FROM coders WHERE study = {0} AND id = $3), '0') || ' ' || "
          "coalesce((SELECT CAST(saves AS TEXT) FROM changes WHERE study = {0}), '-1') || ' ' || CASE WHEN EXISTS "
          "(SELECT 1 FROM digests WHERE study = {0} AND name = 'codings' AND rows <> -1) OR EXISTS (SELECT 1 FROM "
          "indexed_documents i JOIN documents d ON d.study = i.study AND d.number = i.document WHERE i.study = {0} "
          "AND d.id = $1 AND i.hash <> '') THEN '0' ELSE '1' END",
          database.study()),
      ids);
  std::istringstream in(row.value_or("0 0 0 -1 0"));
  Named named;
  long long code = 0;
  long long coder = 0;
  in >> named.document >> code >> coder >> named.edition >> named.is_marked;
  AllNumbers& numbers = named.numbers;  // what is not there is refused by name, by RowWriter
  if (named.document > 0) numbers.documents.Put(ids[0], named.document);
  if (code > 0) numbers.codes.Put(ids[1], code);
  if (named.document > 0 && code > 0) numbers.coders.Put(ids[2], coder > 0 ? coder : NewCoder(database, ids[2]));
  return named;
}

// The row of a coding as SQL values, $1, $2 ...: the same words for every coding, so that a database need not read them
// anew.
std::vector<std::string> ValuesOf(const model::Coding& coding, const AllNumbers& numbers,
                                  std::vector<std::string>& texts) {
  model::Study one;
  one.codings.push_back(coding);
  const Saved saved{one, {}, {}, {}, numbers};
  Chunk row(CodingTable().columns);
  RowWriter writer(row);
  CodingTable().Write(saved, 0, writer);
  std::vector<std::string> values;
  for (Column& column : row.columns) {
    if (!column.is_text) {
      texts.push_back(std::to_string(column.numbers.front()));
      values.push_back(fmt::format("CAST(${} AS BIGINT)", texts.size()));
    } else if (column.blank.front() != 0) {
      values.emplace_back("NULL");
    } else {
      texts.push_back(std::move(column.texts.front()));
      values.push_back("$" + std::to_string(texts.size()));
    }
  }
  return values;
}

void ReadNumbers(Database& database, const char* table, Numbers& into) {
  std::string id;
  long long number = 0;
  soci::statement select =
      (database.session().prepare << "SELECT id, number + 0 FROM " << table << " WHERE study = " << database.study(),
       soci::into(id), soci::into(number));
  select.execute();
  while (select.fetch()) into.Put(id, number);
}

// What follows from a coding of this document that was written.
void MarkChanged(Database& database, long long document) {
  database.Run(ForgetDigests(database, "'codings', 'codings_accepted'") +
               fmt::format("; UPDATE indexed_documents SET hash = '' WHERE study = {} AND hash <> '' AND document = {}",
                           database.study(), document));
}

[[noreturn]] void Conflict() {
  throw Failure(core::ErrorCode::kConflict,
                "somebody else changed or removed this coding meanwhile. Nothing of theirs or yours was lost: what you "
                "see is old. Fix: look at it as it is now, and change that");
}

struct Claimed {  // by their numbers
  long long document = 0;
  long long code = 0;
};
// The row as it was seen is taken up by this transaction, or Conflict is thrown.
Claimed Claim(Database& database, const CodingKey& seen) {
  const auto row = database.AskCell(
      fmt::format("UPDATE codings SET version = version + 1 WHERE study = {0} AND position = {1} AND version = {2} AND "
                  "{3} = (SELECT saves FROM changes WHERE study = {0}) RETURNING CAST(document AS TEXT) || ' ' || "
                  "CAST(code AS TEXT)",
                  database.study(), seen.number, seen.version, seen.edition),
      {});
  if (!row) Conflict();
  Claimed claimed;
  std::istringstream(*row) >> claimed.document >> claimed.code;
  return claimed;
}

}  // namespace

struct CodingBatch::Rows {
  explicit Rows(Database& where) : database(where) {}
  Database& database;
  std::vector<model::Coding> added;
  std::vector<std::pair<long long, model::Coding>> changed;  // by place
  std::vector<std::pair<long long, model::Coding>> removed;
  std::set<std::string> documents;
};

CodingBatch::CodingBatch(Database& database) : rows_(std::make_unique<Rows>(database)) {}
CodingBatch::~CodingBatch() = default;
void CodingBatch::Add(const model::Coding& coding) {
  rows_->documents.insert(coding.document.value);
  rows_->added.push_back(coding);
}
void CodingBatch::Change(const CodingKey& key, const model::Coding& coding) {
  rows_->documents.insert(coding.document.value);
  rows_->changed.emplace_back(key.number, coding);
}
void CodingBatch::Remove(const CodingKey& key, const model::Coding& coding) {
  rows_->documents.insert(coding.document.value);
  rows_->removed.emplace_back(key.number, coding);
}

void CodingBatch::Finish() {
  constexpr std::size_t kBatchSize = 4096;
  Database& database = rows_->database;
  AllNumbers numbers;
  ReadNumbers(database, "documents", numbers.documents);
  ReadNumbers(database, "codes", numbers.codes);
  ReadNumbers(database, "coders", numbers.coders);
  const auto with_coder = [&](const model::Coding& coding) {
    if (coding.coder.value.empty()) {
      throw Failure(core::ErrorCode::kInvalidInput, "a coding has no coder. Nothing was changed");
    }
    if (!numbers.coders.of_id.contains(coding.coder.value)) {
      numbers.coders.Put(coding.coder.value, NewCoder(database, coding.coder.value));
    }
  };
  for (const auto& coding : rows_->added) with_coder(coding);
  for (const auto& [place, coding] : rows_->changed) with_coder(coding);
  Chunk chunk(CodingTable().columns);
  const auto write = [&](Database::Change change) {
    if (chunk.rows() > 0) database.Write(change, CodingTable(), chunk);
    chunk.Clear();
  };
  const auto put = [&](const model::Coding& coding, long long place, Database::Change change) {
    model::Study one;
    one.codings.push_back(coding);
    const Saved saved{one, {}, {}, {}, numbers};
    RowWriter writer(chunk);
    CodingTable().Write(saved, 0, writer);
    chunk.columns.front().numbers.back() = place;
    if (chunk.rows() >= kBatchSize) write(change);
  };
  for (const auto& [place, coding] : rows_->removed) put(coding, place, Database::Change::kDelete);
  write(Database::Change::kDelete);
  for (const auto& [place, coding] : rows_->changed) put(coding, place, Database::Change::kUpdate);
  write(Database::Change::kUpdate);
  for (const auto& coding : rows_->added) {
    const std::string next = database.NextCoding();
    put(coding, std::stoll(database.AskCell("SELECT CAST(" + next + " AS TEXT)", {}).value()),
        Database::Change::kInsert);
  }
  write(Database::Change::kInsert);
  for (std::size_t at = 0; at < rows_->changed.size(); at += kBatchSize) {
    std::string places;
    for (std::size_t i = at; i < std::min(rows_->changed.size(), at + kBatchSize); ++i) {
      places += (places.empty() ? "" : ", ") + std::to_string(rows_->changed[i].first);
    }
    database.Run(fmt::format("UPDATE codings SET version = version + 1 WHERE study = {} AND position IN ({})",
                             database.study(), places));
  }
  if (!rows_->removed.empty()) {
    database.Run(fmt::format("UPDATE changes SET removals = removals + {} WHERE study = {}", rows_->removed.size(),
                             database.study()));
  }
  database.RecountCodings();
  for (const std::string& document : rows_->documents) MarkChanged(database, numbers.documents.of_id.at(document));
}

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
  database.session()
      << "SELECT count(*) + 0, coalesce(max(position), -1) + 0, CAST(coalesce(sum(version), 0) AS BIGINT) "
         "FROM codings WHERE study = "
      << database.study(),
      soci::into(count), soci::into(last), soci::into(versions);
  long long removals = 0;
  database.session() << "SELECT removals + 0 FROM changes WHERE study = " << database.study(), soci::into(removals);
  const auto act = database.AskCell(
      fmt::format("SELECT CAST(number AS TEXT) FROM events WHERE study = {} ORDER BY position DESC LIMIT 1",
                  database.study()),
      {});
  return fmt::format("{}:{}:{}:{}:{}:{}", SavesOf(database), removals, count, last, versions, act.value_or("0"));
}

CodingKey AddCoding(Database& database, const model::Coding& coding) {
  CodingKey key;
  const Named named = Find(database, coding);
  key.edition = named.edition;
  std::vector<std::string> texts;
  std::vector<std::string> values = ValuesOf(coding, named.numbers, texts);
  values.front() = "coalesce(" + database.NextCoding() + ", CAST($1 AS BIGINT))";  // never the latter
  std::string names;
  for (const ColumnName& column : CodingTable().columns) names += ", " + column.name;
  const auto number =
      database.AskCell(fmt::format("INSERT INTO codings (study{}) SELECT {}, {} RETURNING CAST(position AS TEXT)",
                                   names, database.study(), fmt::join(values, ", ")),
                       texts);
  key.number = std::stoll(number.value());
  key.version = 1;
  database.CountCodings(named.numbers.codes.of_id.at(coding.code.value), 1);
  if (!named.is_marked) MarkChanged(database, named.document);
  return key;
}

CodingKey ChangeCoding(Database& database, const CodingKey& seen, const model::Coding& coding) {
  const Claimed before = Claim(database, seen);
  const Named named = Find(database, coding);
  std::vector<std::string> texts;
  const std::vector<std::string> values = ValuesOf(coding, named.numbers, texts);
  std::string changes;
  for (std::size_t i = 1; i < values.size(); ++i) {
    changes += fmt::format("{}{} = {}", i == 1 ? "" : ", ", CodingTable().columns[i].name, values[i]);
  }
  texts.front() = std::to_string(seen.number);
  database.AskCell(fmt::format("UPDATE codings SET {} WHERE study = {} AND position = CAST($1 AS BIGINT)", changes,
                               database.study()),
                   texts);
  const long long code = named.numbers.codes.of_id.at(coding.code.value);
  if (code != before.code) {
    database.CountCodings(before.code, -1);
    database.CountCodings(code, 1);
  }
  MarkChanged(database, before.document);
  MarkChanged(database, named.document);
  return {seen.number, seen.version + 1, seen.edition};
}

void RemoveCoding(Database& database, const CodingKey& seen) {
  const Claimed claimed = Claim(database, seen);
  database.Run(
      fmt::format("DELETE FROM codings WHERE study = {0} AND position = {1}; UPDATE changes SET removals = "
                  "removals + 1 WHERE study = {0}",
                  database.study(), seen.number));
  database.CountCodings(claimed.code, -1);
  MarkChanged(database, claimed.document);
}

namespace {
// `only`: a further condition, of names and numbers.
std::vector<StoredCoding> ReadCodings(Database& database, const model::DocumentId& document, const std::string& only) {
  const Table& table = CodingTable();
  const long long of_document = NumberOf(database, "documents", document.value);
  const std::int64_t edition = SavesOf(database);
  Loaded loaded;
  if (of_document == 0) return {};
  loaded.numbers.documents.Put(document.value, of_document);
  ReadNumbers(database, "codes", loaded.numbers.codes);
  ReadNumbers(database, "coders", loaded.numbers.coders);
  std::unordered_map<long long, long long> versions;
  {
    long long number = 0;
    long long version = 0;
    soci::statement select = (database.session().prepare
                                  << "SELECT position + 0, version + 0 FROM codings WHERE study = " << database.study()
                                  << " AND document = " << of_document << " AND " << only,
                              soci::into(number), soci::into(version));
    select.execute();
    while (select.fetch()) versions[number] = version;
  }
  std::vector<StoredCoding> codings;
  RowCursor cursor(database, table, fmt::format("document = {} AND {}", of_document, only));
  for (Chunk* rows = &cursor.Next(); rows->rows() > 0; rows = &cursor.Next()) {
    RowReader reader(*rows, table.name, RowReader::kSomeRows);
    for (std::size_t row = 0; row < rows->rows(); ++row) {
      const std::int64_t number = rows->columns.front().numbers[row];
      reader.Row(row);
      table.Read(reader, -1, loaded);
      codings.push_back({{number, versions[number], edition}, std::move(loaded.study.codings.back())});
    }
  }
  return codings;
}

// The place of a coding whose id is written down; -1: there is none.
long long PlaceOf(Database& database, const model::CodingId& id) {
  if (id.empty()) return -1;
  const auto place = database.AskCell(
      fmt::format("SELECT CAST(position AS TEXT) FROM codings WHERE study = {} AND id = $1 AND id <> ''",
                  database.study()),
      {&id.value, 1});
  return place ? std::stoll(*place) : -1;
}
}  // namespace

std::vector<StoredCoding> CodingsOf(Database& database, const model::DocumentId& document) {
  return ReadCodings(database, document, "true");
}

std::optional<StoredCoding> FindCoding(Database& database, const model::DocumentId& document,
                                       const model::CodingId& id) {
  const long long place = PlaceOf(database, id);
  auto codings = ReadCodings(database, document, place < 0 ? "id = ''" : fmt::format("position = {}", place));
  for (auto& one : codings) {
    if (model::IdOf(one.coding) == id) return std::move(one);
  }
  return std::nullopt;
}

bool HasCodingOfId(Database& database, const model::CodingId& id) {
  return PlaceOf(database, id) >= 0;
}

}  // namespace commonground::store
