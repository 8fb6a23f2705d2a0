// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A table whose digest is already that of the new rows is left alone.  Otherwise its old and new rows are walked
// together in the order of their key, and what differs is written in batches.
#include "store/save.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <future>
#include <numeric>
#include <optional>
#include <set>

#include "store/load.h"
#include "store/search/index.h"
#include "store/sql.h"
#include "store/take_out_codings.h"

namespace commonground::store {

using core::ErrorCode;

namespace {

constexpr std::size_t kRowsAtOnce = 16'384;
constexpr std::size_t kBytesAtOnce = 8 << 20;

class Ticker {  // progress over all tables, and the person's wish to stop
 public:
  Ticker(core::Progress& progress, std::int64_t total) : progress_(progress) {
    progress_.Begin("Saving the study", total);
  }
  ~Ticker() { progress_.End(); }
  void Advance(std::int64_t rows) {
    done_ += rows;
    progress_.Advance(done_);
    if (progress_.Cancelled()) throw Failure(ErrorCode::kCancelled, "stopped. The study is as it was before");
  }

 private:
  core::Progress& progress_;
  std::int64_t done_ = 0;
};

// The new rows of a table in the order of their key.
class NewRows {
 public:
  NewRows(const Table& table, const Saved& saved) : table_(table), saved_(saved), chunk_(table.columns) {
    const std::size_t size = table.Size(saved);
    if (!table.has_id()) {
      size_ = size;
      return;
    }
    order_.resize(size);
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    const auto id = [&](std::size_t item) -> const std::string& { return table.Id(saved, item); };
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return id(a) < id(b); });
    for (std::size_t i = 0; i < size; ++i) {
      const std::string& name = id(order_[i]);
      if (name.empty() || (i > 0 && name == id(order_[i - 1]))) {
        throw Failure(ErrorCode::kInvalidInput,
                      name.empty() ? "a row of " + table.name + " has no id. Nothing was changed"
                                   : "the id " + name + " stands twice in " + table.name + ". Nothing was changed");
      }
    }
    size_ = size;
  }
  std::size_t size() const { return size_; }
  void Restart() { next_ = 0; }
  bool AtEnd() const { return next_ == size_; }
  // The next rows; an empty chunk at the end.
  Chunk& Next() {
    Next(chunk_);
    return chunk_;
  }
  void Next(Chunk& chunk) {
    chunk.Clear();
    RowWriter writer(chunk);
    while (next_ < size_ && chunk.rows() < kRowsAtOnce && chunk.bytes() < kBytesAtOnce) {
      table_.Write(saved_, order_.empty() ? next_ : order_[next_], writer);
      ++next_;
    }
  }

 private:
  const Table& table_;
  const Saved& saved_;
  Chunk chunk_;
  std::vector<std::size_t> order_;
  std::size_t size_ = 0;
  std::size_t next_ = 0;
};

// Digests of the rows that pass by.
class TableDigest {
 public:
  explicit TableDigest(const Table& table) : is_codings_(table.name == kCodingTable) {}
  void Add(const Chunk& chunk) {
    bytes_.clear();
    for (std::size_t row = 0; row < chunk.rows(); ++row) chunk.AppendBytes(row, -1, bytes_);
    digest_.Add(bytes_);
    rows_ += static_cast<std::int64_t>(chunk.rows());
    if (!is_codings_) return;
    const auto& c = chunk.columns;  // position, document, code, coder, range_start, range_end, status
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      if (c[6].texts[row] != model::Word(model::CodingStatus::kAccepted)) continue;
      accepted_.Add(c[0].numbers[row], c[1].numbers[row], c[2].numbers[row], c[3].numbers[row], c[4].numbers[row],
                    c[5].numbers[row]);
    }
  }
  StoredDigest Finish() { return {rows_, digest_.Finish()}; }
  StoredDigest FinishAccepted() {
    const auto rows = accepted_.rows();
    return {rows, accepted_.Finish()};
  }

 private:
  bool is_codings_;
  Digest digest_;
  AcceptedDigest accepted_;
  std::int64_t rows_ = 0;
  std::string bytes_;
};

// Rows to write; each kind is sent when there are enough.
class Batch {
 public:
  Batch(Database& database, const Table& table, Database::Change change)
      : database_(database), table_(table), change_(change), rows_(table.columns) {}
  void Add(const Chunk& from, std::size_t row) {
    rows_.AppendRow(from, row);
    if (rows_.rows() >= kRowsAtOnce || rows_.bytes() >= kBytesAtOnce) Flush();
  }
  void Flush() {
    if (rows_.rows() > 0) database_.Write(change_, table_, rows_);
    rows_.Clear();
  }

 private:
  Database& database_;
  const Table& table_;
  Database::Change change_;
  Chunk rows_;
};

std::uint64_t HashOf(const Chunk& chunk, std::size_t row, std::string& bytes) {
  bytes.clear();
  chunk.AppendBytes(row, 0, bytes);
  return std::hash<std::string>{}(bytes);
}

// Rows without an id are compared as a bag: how many are in both?
std::int64_t InBoth(std::vector<std::uint64_t> a, std::vector<std::uint64_t> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::int64_t both = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) {
      ++both;
      ++left;
      ++right;
    } else {
      *left < *right ? ++left : ++right;
    }
  }
  return both;
}

// The next rows are made while the database takes the last ones.
void WriteAll(Database& database, const Table& table, NewRows& rows, TableDigest& digest, TableChange& change,
              Ticker& ticker) {
  Chunk chunk(table.columns);
  Chunk ahead(table.columns);
  const auto fill = [&](Chunk& into) {
    rows.Next(into);
    digest.Add(into);
  };
  fill(chunk);
  while (chunk.rows() > 0) {
    std::future<void> filled;  // waits for its thread, whatever happens below
    if (!rows.AtEnd()) filled = std::async(std::launch::async, fill, std::ref(ahead));
    const auto count = static_cast<std::int64_t>(chunk.rows());
    database.Write(Database::Change::kInsert, table, chunk);
    change.added += count;
    ticker.Advance(count);
    if (!filled.valid()) break;
    filled.get();
    std::swap(chunk, ahead);
  }
}

void WriteDifferences(Database& database, const Table& table, NewRows& rows, TableDigest& digest, TableChange& change,
                      Ticker& ticker) {
  RowCursor old_rows(database, table);
  Batch inserts(database, table, Database::Change::kInsert);
  Batch updates(database, table, Database::Change::kUpdate);
  Batch deletes(database, table, Database::Change::kDelete);
  std::vector<std::uint64_t> old_bag;
  std::vector<std::uint64_t> new_bag;
  std::string bytes;
  Chunk* old_chunk = &old_rows.Next();
  Chunk* new_chunk = &rows.Next();
  std::size_t old_row = 0;
  std::size_t new_row = 0;
  digest.Add(*new_chunk);
  while (old_chunk->rows() > 0 || new_chunk->rows() > 0) {
    const int order = old_chunk->rows() == 0   ? 1
                      : new_chunk->rows() == 0 ? -1
                                               : Chunk::CompareKeys(*old_chunk, old_row, *new_chunk, new_row);
    if (order == 0) {
      if (!Chunk::Equal(*old_chunk, old_row, *new_chunk, new_row, -1)) updates.Add(*new_chunk, new_row);
      if (table.has_id()) {
        const bool same = Chunk::Equal(*old_chunk, old_row, *new_chunk, new_row, table.position_column);
        ++(same ? change.unchanged : change.changed);
      }
    } else if (order < 0) {
      deletes.Add(*old_chunk, old_row);
      if (table.has_id()) ++change.removed;
    } else {
      inserts.Add(*new_chunk, new_row);
      if (table.has_id()) ++change.added;
    }
    if (order <= 0) {
      if (!table.has_id()) old_bag.push_back(HashOf(*old_chunk, old_row, bytes));
      if (++old_row == old_chunk->rows()) {
        old_chunk = &old_rows.Next();
        old_row = 0;
      }
    }
    if (order >= 0) {
      if (!table.has_id()) new_bag.push_back(HashOf(*new_chunk, new_row, bytes));
      if (++new_row == new_chunk->rows()) {
        ticker.Advance(static_cast<std::int64_t>(new_chunk->rows()));
        new_chunk = &rows.Next();
        new_row = 0;
        digest.Add(*new_chunk);
      }
    }
  }
  deletes.Flush();
  updates.Flush();
  inserts.Flush();
  if (table.has_id()) return;
  change.unchanged = InBoth(old_bag, new_bag);
  change.removed = std::ssize(old_bag) - change.unchanged;
  change.added = std::ssize(new_bag) - change.unchanged;
}

void ReadNumbers(Database& database, const char* table, Numbers& numbers) {
  std::string id;
  long long number = 0;
  soci::statement select =
      (database.session().prepare << "SELECT id, number FROM " << table << " WHERE study = " << database.study(),
       soci::into(id), soci::into(number));
  select.execute();
  while (select.fetch()) numbers.Put(id, number);
}

void FillIn(Database& database, Saved& saved) {
  ReadNumbers(database, "codes", saved.numbers.codes);
  ReadNumbers(database, "documents", saved.numbers.documents);
  ReadNumbers(database, "coders", saved.numbers.coders);
  // What was there before keeps its number, but codings may only refer to what is there now.
  const auto keep = [](Numbers& numbers, const auto& items, auto id_of) {
    Numbers old = std::move(numbers);
    numbers = {};
    for (const auto& [number, id] : old.of_number) numbers.next = std::max(numbers.next, number);
    ++numbers.next;
    for (const auto& item : items) {
      const auto found = old.of_id.find(id_of(item));
      if (found != old.of_id.end()) numbers.Put(found->first, found->second);
    }
    for (const auto& item : items) numbers.Add(id_of(item));
  };
  std::set<model::CoderId> coders;
  const model::CoderId* last = nullptr;
  for (const auto& coding : saved.study.codings) {
    if (!last || *last != coding.coder) coders.insert(coding.coder);
    last = &coding.coder;
  }
  saved.coders.assign(coders.begin(), coders.end());
  keep(saved.numbers.codes, saved.study.codebook, [](const auto& code) { return code.id.value; });
  keep(saved.numbers.documents, saved.study.documents, [](const auto& document) { return document.id.value; });
  keep(saved.numbers.coders, saved.coders, [](const auto& coder) { return coder.value; });
}

TableChange SaveTable(Database& database, const Table& table, const Saved& saved, Ticker& ticker, bool& changed) {
  TableChange change;
  change.table = table.name;
  NewRows rows(table, saved);
  const StoredDigest stored = ReadDigest(database, table.name);
  const auto count = static_cast<std::int64_t>(rows.size());
  if (count == stored.rows && !stored.hash.empty()) {
    TableDigest digest(table);
    for (Chunk* chunk = &rows.Next(); chunk->rows() > 0; chunk = &rows.Next()) {
      digest.Add(*chunk);
      ticker.Advance(0);
    }
    if (digest.Finish().hash == stored.hash) {
      change.unchanged = count;
      ticker.Advance(count);
      return change;
    }
    rows.Restart();
  }
  TableDigest digest(table);
  if (stored.rows == 0) {  // not -1: rows were written one by one since
    WriteAll(database, table, rows, digest, change, ticker);
  } else {
    WriteDifferences(database, table, rows, digest, change, ticker);
  }
  WriteDigest(database, table.name, digest.Finish());
  if (table.name == kCodingTable) {
    WriteDigest(database, kAcceptedDigest, digest.FinishAccepted());
    database.RecountCodings();
  }
  changed = true;
  return change;
}

}  // namespace

SaveReport WriteStudy(Database& database, const model::Study& study, std::span<const model::FileHash> files,
                      core::Progress& progress, const model::Study* before) {
  Saved saved{study, {&study.settings, 1}, files, {}, {}};
  FillIn(database, saved);
  std::int64_t total = 0;
  for (const auto& table : Tables()) total += static_cast<std::int64_t>(table->Size(saved));
  std::optional<Loaded> loaded;
  Numbers old_numbers;
  UpdateIndex(
      database.passages(), {study, saved.numbers.documents},
      [&]() -> Numbered {
        if (before != nullptr) {
          ReadNumbers(database, "documents", old_numbers);
          return {*before, old_numbers};
        }
        core::NoProgress silent;
        loaded = ReadStudy(database, Depth::kWhole, silent);
        return {loaded->study, loaded->numbers.documents};
      },
      progress);
  SaveReport report;
  Ticker ticker(progress, total);
  for (const auto& table : Tables()) {
    if (before != nullptr && table->name == kCodingTable) {
      if (const auto taken_out = TakeOutCodings(database, before->codings, study.codings)) {
        report.tables.push_back(*taken_out);
        report.changed = report.changed || taken_out->removed > 0;
        continue;
      }
    }
    report.tables.push_back(SaveTable(database, *table, saved, ticker, report.changed));
  }
  std::int64_t newest = 0;
  for (const auto& event : study.history) newest = std::max(newest, event.number);
  if (newest > 0) database.PassAct(newest);
  return report;
}

bool SaveOne(Database& database, const Table& table, const Saved& saved) {
  core::NoProgress silent;
  Ticker ticker(silent, 0);
  bool changed = false;
  SaveTable(database, table, saved, ticker, changed);
  return changed;
}

namespace {
const Table& CodeTable() {
  return **std::ranges::find_if(Tables(), [](const auto& one) { return one->name == "codes"; });
}
}  // namespace

std::vector<model::Code> ReadCodebook(Database& database) {
  const Table& table = CodeTable();
  const std::int64_t all = ReadDigest(database, table.name).rows;
  long long rows = all;
  if (all < 0) {
    database.session() << "SELECT count(*) + 0 FROM codes WHERE study = " << database.study(), soci::into(rows);
  }
  Loaded loaded;
  RowCursor cursor(database, table);
  for (Chunk* chunk = &cursor.Next(); chunk->rows() > 0; chunk = &cursor.Next()) {
    RowReader reader(*chunk, table.name, RowReader::kSomeRows);
    for (std::size_t row = 0; row < chunk->rows(); ++row) {
      reader.Row(row);
      table.Read(reader, rows, loaded);
    }
  }
  return std::move(loaded.study.codebook);
}

void SaveCodebook(Database& database, const std::vector<model::Code>& codes) {
  model::Study study;
  study.codebook = codes;
  Saved saved{study, {}, {}, {}, {}};
  ReadNumbers(database, "codes", saved.numbers.codes);
  for (const auto& [number, id] : saved.numbers.codes.of_number) {
    saved.numbers.codes.next = std::max(saved.numbers.codes.next, number);
  }
  ++saved.numbers.codes.next;
  for (const auto& code : codes) saved.numbers.codes.Add(code.id.value);
  // Passages are found by the codes above their own as well.
  if (SaveOne(database, CodeTable(), saved)) {
    database.Run(fmt::format("UPDATE indexed_documents SET hash = '' WHERE study = {}", database.study()));
  }
}

}  // namespace commonground::store
