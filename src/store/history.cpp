// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What somebody saw is compared with what is there, thing by thing, inside the transaction that writes: whoever comes
// second is told, and nothing of theirs or of the others' is half done.
#include "store/history.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "core/check.h"
#include "model/guids.h"
#include "store/codings.h"
#include "store/facts.h"
#include "store/failure.h"
#include "store/save.h"
#include "store/sql.h"

namespace commonground::store {

namespace {

using core::ErrorCode;

constexpr std::size_t kManyCodings = 32;
constexpr std::size_t kManyHistoryTexts = 256;
constexpr std::int64_t kRowsAnAct = 1 << 20;  // places of the history that belong to one act

const Table& TableNamed(std::string_view name) {
  return **std::ranges::find_if(Tables(), [&](const auto& one) { return one->name == name; });
}

[[noreturn]] void Conflict(const std::string& what) {
  throw Failure(ErrorCode::kConflict,
                what +
                    " was changed or removed by somebody else meanwhile. Nothing of theirs or yours was lost, and "
                    "nothing was changed now. Fix: look at it as it is, and do it again if it is still right");
}

// A row is found by its id, which is a column like any other; its place is the key.
template <typename Thing>
class Rows {
 public:
  Rows(Database& database, const char* table, std::vector<Thing> model::Study::*items)
      : database_(database), table_(TableNamed(table)), items_(items) {}

  void Apply(std::span<const model::Change<Thing>> changes) {
    if (changes.empty()) return;
    for (const auto& change : changes) ApplyOne(change);
    database_.Run(fmt::format("UPDATE digests SET rows = -1, hash = '' WHERE study = {} AND name = '{}' AND rows <> -1",
                              database_.study(), table_.name));
  }

 private:
  void ApplyOne(const model::Change<Thing>& change) {
    const std::string& id = change.before ? change.before->id.value : change.after.value().id.value;
    const auto place =
        database_.AskCell(fmt::format("SELECT CAST(position AS TEXT) FROM {} WHERE study = {} AND id = $1", table_.name,
                                      database_.study()),
                          {&id, 1});
    if (place.has_value() != change.before.has_value()) Conflict(table_.name + " " + id);
    long long position = 0;
    if (change.before) {
      position = std::stoll(*place);
      RowCursor cursor(database_, table_, fmt::format("position = {}", position));
      const Chunk& there = cursor.Next();
      const Chunk seen = RowOf(*change.before, position);
      if (there.rows() != 1 || !Chunk::Equal(there, 0, seen, 0, 0)) Conflict(table_.name + " " + id);
    } else {
      position = database_.NextPlace(table_.name);
    }
    const Chunk row = RowOf(change.after ? *change.after : *change.before, position);
    WriteFew(database_,
             !change.before  ? Database::Change::kInsert
             : !change.after ? Database::Change::kDelete
                             : Database::Change::kUpdate,
             table_, row);
  }

  Chunk RowOf(const Thing& thing, long long position) const {
    model::Study one;
    (one.*items_).push_back(thing);
    const Saved saved{one, {}, {}, {}, {}};
    Chunk row(table_.columns);
    RowWriter writer(row);
    table_.Write(saved, 0, writer);
    row.columns.front().numbers.front() = position;
    return row;
  }

  Database& database_;
  const Table& table_;
  std::vector<Thing> model::Study::*items_;
};

// With an id, as a person saw it.
model::Coding WithId(model::Coding coding) {
  coding.id = model::IdOf(coding);
  return coding;
}

// Codings of the documents that are changed, read once.
class CodingsThere {
 public:
  explicit CodingsThere(Database& database) : database_(database) {}
  const StoredCoding* Find(const model::Coding& coding) {
    auto [found, is_new] = documents_.try_emplace(coding.document);
    if (is_new) {
      for (auto& one : CodingsOf(database_, coding.document)) {
        const model::CodingId id = model::IdOf(one.coding);
        found->second.emplace(id, std::move(one));
      }
    }
    const auto one = found->second.find(model::IdOf(coding));
    return one == found->second.end() ? nullptr : &one->second;
  }
  // Throws Conflict unless it is there as it was seen.
  const CodingKey& KeyOf(const model::Coding& seen) {
    const StoredCoding* there = Find(seen);
    if (there == nullptr || WithId(there->coding) != WithId(seen)) Conflict("this coding");
    return there->key;
  }

 private:
  Database& database_;
  std::map<model::DocumentId, std::map<model::CodingId, StoredCoding>> documents_;
};

void ApplyFewCodings(Database& database, std::span<const model::Change<model::Coding>> changes) {
  const auto key_of = [&](const model::Coding& seen) {
    const auto there = FindCoding(database, seen.document, model::IdOf(seen));
    if (!there || WithId(there->coding) != WithId(seen)) Conflict("this coding");
    return there->key;
  };
  for (const auto& change : changes) {
    if (change.before && change.after) {
      ChangeCoding(database, key_of(*change.before), *change.after);
    } else if (change.before) {
      RemoveCoding(database, key_of(*change.before));
    } else {
      AddCoding(database, *change.after);
    }
  }
}

void ApplyManyCodings(Database& database, std::span<const model::Change<model::Coding>> changes) {
  CodingsThere there(database);
  CodingBatch batch(database);
  for (const auto& change : changes) {
    if (change.before && change.after) {
      batch.Change(there.KeyOf(*change.before), *change.after);
    } else if (change.before) {
      batch.Remove(there.KeyOf(*change.before), *change.before);
    } else {
      batch.Add(*change.after);
    }
  }
  batch.Finish();
}

void ApplyCodes(Database& database, std::span<const model::CodeChange> changes) {
  std::vector<model::Code> codes = ReadCodebook(database);
  const auto place_of = [&](const model::CodeId& id) { return std::ranges::find(codes, id, &model::Code::id); };
  for (const auto& change : changes) {
    const model::CodeId& id = change.before ? change.before->id : change.after.value().id;
    const auto there = place_of(id);
    const bool as_seen = change.before ? there != codes.end() && *there == *change.before : there == codes.end();
    if (!as_seen) Conflict("the code " + id.value);
    std::ptrdiff_t place = there - codes.begin();
    if (change.before) codes.erase(there);
    if (!change.after) continue;
    if (change.place_after >= 0) place = static_cast<std::ptrdiff_t>(change.place_after);
    place = std::clamp<std::ptrdiff_t>(place, 0, std::ssize(codes));
    codes.insert(codes.begin() + place, *change.after);
  }
  SaveCodebook(database, codes);
}

// An import between what somebody saw and what they do would move their passages onto other words.
void CheckVersions(Database& database, const model::ChangeSet& changes) {
  for (const auto& [document, version] : changes.versions) {
    const auto there = database.AskCell(
        fmt::format("SELECT CAST(version AS TEXT) FROM documents WHERE study = {} AND id = $1", database.study()),
        {&document.value, 1});
    if (!there || *there != std::to_string(version)) Conflict("the text of " + document.value);
  }
}

// What an act needs to know first, in one question.  Throws Conflict if a coding that it adds is there already.
struct Beginning {
  std::int64_t act = 0;
  bool is_marked = false;  // the digests of the history say already that rows were written one by one
};
Beginning Begin(Database& database, const model::ChangeSet& changes) {
  model::CodingId added;
  for (const auto& change : changes.codings) {
    if (change.before || change.after->id.empty()) continue;
    if (!added.empty() && HasCodingOfId(database, added)) Conflict("a coding of this id");
    added = change.after->id;
  }
  const auto row = database.AskCell(
      fmt::format(
          "SELECT CAST({1} AS TEXT) || CASE WHEN EXISTS (SELECT 1 FROM digests WHERE study = {0} AND name IN "
          "('events', 'history_texts') AND rows <> -1) THEN ' 0' ELSE ' 1' END || CASE WHEN EXISTS (SELECT 1 FROM "
          "codings WHERE study = {0} AND id = $1 AND id <> '') THEN ' 1' ELSE ' 0' END",
          database.study(), database.NextAct()),
      {&added.value, 1});
  Beginning beginning;
  bool is_there = false;
  std::istringstream(row.value()) >> beginning.act >> beginning.is_marked >> is_there;
  if (is_there) Conflict("a coding of this id");
  return beginning;
}

// The rows of an act, one after the other, behind all others.
void WriteEvents(Database& database, const Beginning& beginning, const model::Recorded& recorded) {
  if (std::ssize(recorded.events) > kRowsAnAct) {
    throw Failure(ErrorCode::kInvalidInput,
                  "this would change more than a million things at once. Nothing was changed. Fix: do it in parts");
  }
  model::Study written;
  written.history = recorded.events;
  for (auto& event : written.history) event.number = beginning.act;
  written.history_texts = recorded.history_texts;
  const Saved saved{written, {}, {}, {}, {}};
  const auto write = [&](const Table& table, const std::function<long long(std::size_t)>& place) {
    Chunk rows(table.columns);
    RowWriter writer(rows);
    for (std::size_t i = 0; i < table.Size(saved); ++i) {
      table.Write(saved, i, writer);
      rows.columns.front().numbers.back() = place(i);
    }
    if (rows.rows() > kManyCodings) {
      database.Write(Database::Change::kInsert, table, rows);
    } else {
      WriteFew(database, Database::Change::kInsert, table, rows);
    }
  };
  const long long first = beginning.act * kRowsAnAct;
  write(TableNamed(kEventTable), [&](std::size_t i) { return first + static_cast<long long>(i); });
  write(TableNamed("history_texts"), [&](std::size_t i) { return first + static_cast<long long>(i); });
  if (beginning.is_marked) return;
  database.AskCell(
      fmt::format(
          "UPDATE digests SET rows = -1, hash = '' WHERE study = {} AND name IN ('events', 'history_texts') AND "
          "rows <> -1",
          database.study()),
      {});
}

// In the order in which they were written, a chunk at a time.  `only`: as of a RowCursor.
void ReadTable(Database& database, const char* name, const std::string& only,
               const std::function<void(model::Study& rows)>& take) {
  const Table& table = TableNamed(name);
  Loaded loaded;
  RowCursor cursor(database, table, only);
  for (Chunk* rows = &cursor.Next(); rows->rows() > 0; rows = &cursor.Next()) {
    RowReader reader(*rows, table.name, RowReader::kSomeRows);
    for (std::size_t row = 0; row < rows->rows(); ++row) {
      reader.Row(row);
      table.Read(reader, -1, loaded);
    }
    take(loaded.study);
  }
}

std::vector<model::Event> ReadEvents(Database& database, const std::string& only) {
  std::vector<model::Event> events;
  ReadTable(database, kEventTable, only, [&](model::Study& rows) {
    std::ranges::move(rows.history, std::back_inserter(events));
    rows.history.clear();
  });
  return events;
}

}  // namespace

bool NeedsStudyAlone(const model::ChangeSet& changes) {
  return !changes.codes.empty() || !changes.facts.empty() || changes.settings || !changes.assignments.empty() ||
         changes.codings.size() > kManyCodings || !changes.stamp.empty();
}

std::int64_t Apply(Database& database, const model::ChangeSet& changes, const model::Recorded& recorded) {
  if (!changes.stamp.empty() && changes.stamp != StampOf(database)) Conflict("the study");
  CheckVersions(database, changes);
  const Beginning beginning = Begin(database, changes);
  // Codes that are added come before the codings that name them, codes that are removed after.
  std::vector<model::CodeChange> first;
  std::vector<model::CodeChange> last;
  for (const auto& change : changes.codes) (change.after ? first : last).push_back(change);
  if (!first.empty()) ApplyCodes(database, first);
  if (changes.codings.size() > kManyCodings) {
    ApplyManyCodings(database, changes.codings);
  } else {
    ApplyFewCodings(database, changes.codings);
  }
  Rows<model::Memo>(database, "memos", &model::Study::memos).Apply(changes.memos);
  Rows<model::Assignment>(database, "assignments", &model::Study::assignments).Apply(changes.assignments);
  Rows<model::Adjudication>(database, "adjudications", &model::Study::adjudications).Apply(changes.adjudications);
  Rows<model::Decision>(database, "decisions", &model::Study::decisions).Apply(changes.decisions);
  if (!last.empty()) ApplyCodes(database, last);
  ApplyFacts(database, changes.facts, changes.settings);
  WriteEvents(database, beginning, recorded);
  return beginning.act;
}

std::int64_t NewestAct(Database& database) {
  const auto number = database.AskCell(
      fmt::format("SELECT CAST(number AS TEXT) FROM events WHERE study = {} ORDER BY position DESC LIMIT 1",
                  database.study()),
      {});
  return number ? std::stoll(*number) : 0;
}

std::string StampOf(Database& database) {
  return fmt::format("{}:{}", SavesOf(database), NewestAct(database));
}

// One question: whoever opens a study asks it.
SmallMark MarkOfSmall(Database& database, std::optional<std::int64_t> from) {
  constexpr std::int64_t kMayBeLate = 256;  // acts that one which is written just now may be overtaken by
  const std::string first =
      from ? fmt::format("CAST({} AS BIGINT)", *from)
           : fmt::format("CAST(CASE WHEN n.act > {0} THEN n.act - {0} ELSE 0 END AS BIGINT)", kMayBeLate);
  const auto word = [](model::RecordType kind) { return std::string(model::Word(kind)); };
  const auto row = database.AskCell(
      fmt::format("SELECT CAST(coalesce((SELECT saves FROM changes WHERE study = {0}), -1) AS TEXT) || ' ' || "
                  "CAST({1} AS TEXT) || ' ' || CAST(n.act AS TEXT) || ' ' || (SELECT CAST(count(*) AS TEXT) || ' ' || "
                  "CAST(coalesce(sum(CASE WHEN record_type IN ('{3}', '{4}') THEN 0 ELSE 1 END), 0) AS TEXT) FROM "
                  "events WHERE study = {0} AND position >= {1} * {2} AND record_type NOT IN ('{5}', '{6}')) FROM "
                  "(SELECT coalesce((SELECT number FROM events WHERE study = {0} ORDER BY position DESC LIMIT 1), 0) "
                  "AS act) n",
                  database.study(), first, kRowsAnAct, word(model::RecordType::kAdjudication),
                  word(model::RecordType::kDecision), word(model::RecordType::kCoding), word(model::RecordType::kMemo)),
      {});
  SmallMark mark;
  std::istringstream(row.value()) >> mark.saves >> mark.from >> mark.newest >> mark.others >> mark.of_desk;
  return mark;
}

std::vector<model::HistoryEntry> ActsOf(Database& database, const model::CoderId& person, std::size_t most) {
  std::vector<model::HistoryEntry> acts;
  long long number = 0;
  long long undoes = 0;
  long long things = 0;
  std::string at;
  std::string who;
  std::string action;
  const bool of_all = person.empty();
  soci::statement select(database.session());
  if (!of_all) select.exchange(soci::use(person.value));
  select.exchange(soci::into(number));
  select.exchange(soci::into(undoes));
  select.exchange(soci::into(things));
  select.exchange(soci::into(at));
  select.exchange(soci::into(who));
  select.exchange(soci::into(action));
  select.alloc();
  select.prepare(fmt::format(
      "SELECT number + 0, max(undoes) + 0, count(*) + 0, max(made_at), max(person), max(action) FROM events "
      "WHERE study = {}{} GROUP BY number ORDER BY number DESC LIMIT {}",
      database.study(), of_all ? "" : " AND person = :person", most));
  select.define_and_bind();
  select.execute();
  while (select.fetch()) {
    const auto moment = core::Moment::Parse(at);
    const auto word = model::FromWord<model::EventAction>(action);
    if (!moment || !word) throw Failure(Damaged("the history holds what cannot be read"));
    acts.push_back({number, *moment, model::CoderId(who), *word, undoes, things});
  }
  return acts;
}

std::vector<model::Event> EventsOf(Database& database, std::int64_t act) {
  return ReadEvents(database, fmt::format("number = {}", act));
}

std::vector<model::Event> EventsAbout(Database& database, model::RecordType thing, const std::string& subject) {
  long long place = 0;
  std::string places;
  soci::statement select(database.session());
  select.exchange(soci::use(subject));
  select.exchange(soci::into(place));
  select.alloc();
  select.prepare(
      fmt::format("SELECT position + 0 FROM events WHERE study = {} AND record_type = '{}' AND subject = :subject",
                  database.study(), model::Word(thing)));
  select.define_and_bind();
  select.execute();
  while (select.fetch()) places += (places.empty() ? "" : ", ") + std::to_string(place);
  return places.empty() ? std::vector<model::Event>() : ReadEvents(database, "position IN (" + places + ")");
}

std::vector<model::HistoryText> HistoryTextsOf(Database& database, std::span<const model::HistoryTextId> ids) {
  std::vector<model::HistoryText> history_texts;
  if (ids.size() > kManyHistoryTexts) {  // one look through them all
    std::set<std::string_view> wanted;
    for (const auto& id : ids) wanted.insert(id.value);
    ReadTable(database, "history_texts", "true", [&](model::Study& rows) {
      for (auto& one : rows.history_texts) {
        if (wanted.contains(one.id.value)) history_texts.push_back(std::move(one));
      }
      rows.history_texts.clear();
    });
    return history_texts;
  }
  for (const auto& id : ids) {
    const auto text = database.AskCell(
        fmt::format("SELECT text FROM history_texts WHERE study = {} AND id = $1", database.study()), {&id.value, 1});
    if (text) history_texts.push_back({id, std::nullopt, *text});
  }
  return history_texts;
}

std::vector<StoredCoding> CodingsWith(Database& database, const model::CodeId& code) {
  std::vector<std::string> documents;
  {
    std::string id;
    soci::statement select =
        (database.session().prepare
             << "SELECT DISTINCT d.id FROM codings c JOIN codes k ON k.study = c.study AND k.number = c.code JOIN "
                "documents d ON d.study = c.study AND d.number = c.document WHERE c.study = "
             << database.study() << " AND k.id = :code ORDER BY d.id",
         soci::use(code.value), soci::into(id));
    select.execute();
    while (select.fetch()) documents.push_back(id);
  }
  std::vector<StoredCoding> codings;
  for (const std::string& id : documents) {
    for (auto& one : CodingsOf(database, model::DocumentId(id))) {
      if (one.coding.code == code) codings.push_back(std::move(one));
    }
  }
  return codings;
}

}  // namespace commonground::store
