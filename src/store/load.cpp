// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Loads a study from its tables.

#include "store/load.h"

#include <algorithm>
#include <array>

#include "store/check_study.h"
#include "store/digest.h"
#include "store/save.h"
#include "store/sql.h"

namespace commonground::store {

using core::ErrorCode;

namespace {

class Steps {
 public:
  Steps(core::Progress& progress, std::int64_t total) : progress_(progress) {
    progress_.Begin("Loading the study", total);
  }
  ~Steps() { progress_.End(); }
  void Advance(std::size_t rows) {
    done_ += static_cast<std::int64_t>(rows);
    progress_.Advance(done_);
    if (progress_.Cancelled()) throw Failure(ErrorCode::kCancelled, "stopped. Nothing was changed");
  }

 private:
  core::Progress& progress_;
  std::int64_t done_ = 0;
};

[[noreturn]] void ThrowDamaged(const std::string& name) {
  throw Failure(ErrorCode::kCorrupt, Damaged("the rows of " + name + " are not those that were saved").message);
}

std::int64_t CountRows(Database& database, const std::string& table) {
  long long rows = 0;
  database.session() << "SELECT count(*) FROM " << table << " WHERE study = " << database.study(), soci::into(rows);
  return rows;
}

void LeaveAnchorsOut(model::Coding& coding) {
  for (std::string* text : {&coding.prefix, &coding.suffix, &coding.hint, &coding.memo}) std::string().swap(*text);
}

void ReadTable(Database& database, const Table& table, Depth depth, Loaded& loaded, Steps& steps) {
  const StoredDigest stored = ReadDigest(database, table.name);
  // Room is made for as many as the digest says: a stranger's may say anything.
  constexpr std::int64_t kManyRows = 1000;
  const bool counts = stored.rows < 0 || (table.has_id() && stored.rows > kManyRows);
  const std::int64_t all = counts ? CountRows(database, table.name) : stored.rows;
  if (stored.rows >= 0 && all != stored.rows) ThrowDamaged(table.name);
  RowCursor cursor(database, table);
  Digest digest;
  std::string bytes;
  std::int64_t rows = 0;
  for (Chunk* chunk = &cursor.Next(); chunk->rows() > 0; chunk = &cursor.Next()) {
    const std::size_t count = chunk->rows();
    rows += static_cast<std::int64_t>(count);
    if (rows > all) ThrowDamaged(table.name);
    bytes.clear();
    for (std::size_t row = 0; row < count; ++row) chunk->AppendBytes(row, -1, bytes);
    digest.Add(bytes);
    RowReader reader(*chunk, table.name, rows - static_cast<std::int64_t>(count));
    for (std::size_t row = 0; row < count; ++row) {
      reader.Row(row);
      table.Read(reader, all, loaded);
      if (depth == Depth::kWithoutAnchors && table.name == kCodingTable) LeaveAnchorsOut(loaded.study.codings.back());
    }
    steps.Advance(count);
  }
  if (rows != all || (!stored.hash.empty() && digest.Finish() != stored.hash)) ThrowDamaged(table.name);
}

struct Index {  // number in the table -> index in the list; -1: none
  std::vector<std::int32_t> of_number;
  std::int32_t At(int number) const {
    return number >= 0 && static_cast<std::size_t>(number) < of_number.size()
               ? of_number[static_cast<std::size_t>(number)]
               : -1;
  }
};

// How the numbers of a table map to the places of ids in a list that was loaded before.
Index IndexOf(Database& database, const char* table, const std::unordered_map<std::string, std::int32_t>& places) {
  Index index;
  std::string id;
  int number = 0;
  soci::statement select =
      (database.session().prepare << "SELECT id, number FROM " << table << " WHERE study = " << database.study(),
       soci::into(id), soci::into(number));
  select.execute();
  while (select.fetch()) {
    if (number < 0 || number > 100'000'000) ThrowDamaged(table);
    const auto place = places.find(id);
    if (place == places.end()) {
      throw Failure(ErrorCode::kBusy,
                    "another program changed the study while it was read. Nothing was changed. Fix: try again");
    }
    if (index.of_number.size() <= static_cast<std::size_t>(number)) index.of_number.resize(number + 1, -1);
    index.of_number[static_cast<std::size_t>(number)] = place->second;
  }
  return index;
}

template <typename Items, typename IdOf>
std::unordered_map<std::string, std::int32_t> Places(const Items& items, IdOf id_of) {
  std::unordered_map<std::string, std::int32_t> places;
  for (const auto& item : items) places.emplace(id_of(item), static_cast<std::int32_t>(places.size()));
  return places;
}

}  // namespace

namespace {
bool IsPartOf(const Table& table, Depth depth) {
  switch (depth) {
    case Depth::kWhole:
    case Depth::kWithoutAnchors:
      return true;
    case Depth::kWithoutCodings:
      return table.name != kCodingTable;
    case Depth::kWithoutText:
      return table.name != kCodingTable && !table.is_text;
    case Depth::kDesk:
      break;
  }
  constexpr std::array<std::string_view, 4> kDesk{"documents", "codes", "consents", "assignments"};
  return std::ranges::find(kDesk, table.name) != kDesk.end();
}
}  // namespace

Loaded ReadStudy(Database& database, Depth depth, core::Progress& progress) {
  Loaded loaded;
  long long total = 0;
  database.session() << "SELECT CAST(coalesce(sum(rows), 0) AS BIGINT) FROM digests WHERE study = " << database.study(),
      soci::into(total);
  Steps steps(progress, total);
  for (const auto& table : Tables()) {
    if (!IsPartOf(*table, depth)) continue;
    ReadTable(database, *table, depth, loaded, steps);
  }
  if (loaded.settings.size() > 1) ThrowDamaged("settings");
  if (depth != Depth::kDesk) CheckStudy(loaded, depth);
  if (!loaded.settings.empty()) loaded.study.settings = std::move(loaded.settings.front());
  return loaded;
}

std::vector<model::Document> ReadTexts(Database& database, const std::vector<model::DocumentId>& documents) {
  std::vector<model::Document> read;
  for (const auto& id : documents) {
    std::string text;
    std::string parts;
    soci::indicator has_parts = soci::i_null;
    database.session()
        << "SELECT t.text, p.parts FROM document_texts t LEFT JOIN document_parts p ON p.study = t.study AND "
           "p.document = t.document WHERE t.study = "
        << database.study() << " AND t.document = :id",
        soci::use(id.value), soci::into(text), soci::into(parts, has_parts);
    if (!database.session().got_data()) continue;
    model::Document& document = read.emplace_back();
    document.id = id;
    document.text = std::move(text);
    if (has_parts == soci::i_ok && !FromText(parts, document.parts)) ThrowDamaged("document_parts");
  }
  return read;
}

std::vector<model::Document> ReadParts(Database& database) {
  std::vector<model::Document> read;
  database.ForEachRow("SELECT document, original_hash, format, parts FROM document_parts WHERE study = " +
                          std::to_string(database.study()) + " ORDER BY document",
                      4, [&](Database::TextRow& texts) {
                        model::Document& document = read.emplace_back();
                        document.id.value = std::move(texts[0]);
                        document.original_hash = std::move(texts[1]);
                        document.format = std::move(texts[2]);
                        if (!FromText(texts[3], document.parts)) ThrowDamaged("document_parts");
                      });
  return read;
}

Loaded ReadOne(Database& database, std::string_view name) {
  Loaded loaded;
  core::NoProgress silent;
  Steps steps(silent, 0);
  for (const auto& table : Tables()) {
    if (table->name == name) ReadTable(database, *table, Depth::kWhole, loaded, steps);
  }
  return loaded;
}

std::vector<model::OldVersion> ReadOldVersions(Database& database, const std::vector<model::DocumentId>& documents) {
  std::vector<model::OldVersion> read;
  for (const auto& id : documents) {
    std::string text;
    int version = 0;
    soci::statement select = (database.session().prepare << "SELECT version, text FROM old_versions WHERE study = "
                                                         << database.study() << " AND document = :id ORDER BY version",
                              soci::use(id.value), soci::into(version), soci::into(text));
    select.execute();
    while (select.fetch()) read.push_back({id, version, text});
  }
  return read;
}

std::vector<model::Memo> ReadMemos(Database& database) {
  return std::move(ReadOne(database, "memos").study.memos);
}

std::vector<model::FileHash> ReadImportedFiles(Database& database) {
  return std::move(ReadOne(database, "imported_files").files);
}

CodingColumns ReadCodingColumns(Database& database, const model::Study& study, core::Progress& progress) {
  constexpr std::size_t kBatchSize = 16384;
  const auto cases = Places(study.cases, [](const auto& item) { return item.organisation.value; });
  const auto documents =
      IndexOf(database, "documents", Places(study.documents, [](const auto& item) { return item.id.value; }));
  const auto codes = IndexOf(database, "codes", Places(study.codebook, [](const auto& item) { return item.id.value; }));
  std::vector<std::int32_t> case_of_document;
  for (const auto& document : study.documents) {
    const auto found = cases.find(document.organisation.value);
    case_of_document.push_back(found == cases.end() ? -1 : found->second);
  }

  const StoredDigest stored = ReadDigest(database, kAcceptedDigest);
  CodingColumns result;
  result.columns.reserve(static_cast<std::size_t>(std::clamp<std::int64_t>(stored.rows, 0, 100'000'000)));
  AcceptedDigest digest;
  Steps steps(progress, stored.rows);
  {
    std::vector<int> position(kBatchSize), document(kBatchSize), code(kBatchSize), coder(kBatchSize), start(kBatchSize),
        end(kBatchSize);
    const std::string accepted(model::Word(model::CodingStatus::kAccepted));
    soci::statement select =
        (database.session().prepare << "SELECT position, document, code, coder, range_start, range_end FROM codings "
                                       "WHERE study = "
                                    << database.study() << " AND status = :accepted ORDER BY position",
         soci::into(position), soci::into(document), soci::into(code), soci::into(coder), soci::into(start),
         soci::into(end), soci::use(accepted));
    select.execute();
    while (select.fetch()) {
      for (std::size_t i = 0; i < position.size(); ++i) {
        digest.Add(position[i], document[i], code[i], coder[i], start[i], end[i]);
        const std::int32_t document_index = documents.At(document[i]);
        const std::int32_t code_index = codes.At(code[i]);
        if (document_index < 0 || code_index < 0 || start[i] < 0 || end[i] < start[i]) ThrowDamaged(kCodingTable);
        const std::int32_t case_index = case_of_document[static_cast<std::size_t>(document_index)];
        if (case_index < 0) continue;
        result.columns.push_back({case_index, document_index, code_index, coder[i], start[i], end[i]});
      }
      steps.Advance(position.size());
      for (auto* column : {&position, &document, &code, &coder, &start, &end}) column->resize(kBatchSize);
    }
  }
  if (stored.rows >= 0 && (digest.rows() != stored.rows || (stored.rows > 0 && digest.Finish() != stored.hash))) {
    ThrowDamaged(kCodingTable);
  }

  // Coders that are used, by id.
  std::unordered_map<int, std::int32_t> used;
  for (const auto& coding : result.columns) used.emplace(coding.coder, -1);
  std::string id;
  int number = 0;
  std::int32_t next = 0;
  soci::statement select = (database.session().prepare
                                << "SELECT id, number FROM coders WHERE study = " << database.study() << " ORDER BY id",
                            soci::into(id), soci::into(number));
  select.execute();
  while (select.fetch()) {
    const auto found = used.find(number);
    if (found == used.end()) continue;
    found->second = next++;
    result.coders.emplace_back(id);
  }
  for (auto& coding : result.columns) {
    coding.coder = used.at(coding.coder);
    if (coding.coder < 0) ThrowDamaged("coders");
  }
  return result;
}

}  // namespace commonground::store
