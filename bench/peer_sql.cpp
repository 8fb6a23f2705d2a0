// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// SQL at its best: set by set, with indexes and temporary tables in memory; leave-one-out is decided once for all cases
// of one group and presence, as in compare, not case by case.

#include "bench/peer_sql.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <chrono>
#include <functional>
#include <stdexcept>

#include "compare/classify.h"

namespace commonground::bench {

namespace {

class Database {
 public:
  explicit Database(const std::filesystem::path& path) {
    Check(sqlite3_open_v2(path.c_str(), &db_, SQLITE_OPEN_READWRITE, nullptr));
  }
  Database(const Database&) = delete;
  ~Database() { sqlite3_close(db_); }

  void Run(const std::string& sql) { Check(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr)); }
  // Binds ints; calls `row` for each row with its int columns.
  void Query(
      const std::string& sql, const std::function<void(const std::vector<int>&)>& row = [](const auto&) {}) {
    sqlite3_stmt* statement = nullptr;
    Check(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr));
    int code = SQLITE_ROW;
    std::vector<int> values;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
      values.clear();
      for (int i = 0; i < sqlite3_column_count(statement); ++i) values.push_back(sqlite3_column_int(statement, i));
      row(values);
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE) Check(code);
  }
  void InsertAll(const std::string& sql, std::size_t rows, const std::function<std::vector<int>(std::size_t)>& values,
                 const std::function<std::string(std::size_t)>& text = {}) {
    sqlite3_stmt* statement = nullptr;
    Check(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr));
    for (std::size_t i = 0; i < rows; ++i) {
      int place = 1;
      for (const int value : values(i)) sqlite3_bind_int(statement, place++, value);
      const std::string bound = text ? text(i) : "";
      if (text) sqlite3_bind_text(statement, place, bound.c_str(), -1, SQLITE_TRANSIENT);
      sqlite3_step(statement);
      Check(sqlite3_reset(statement));
    }
    sqlite3_finalize(statement);
  }

 private:
  void Check(int code) {
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
  }
  sqlite3* db_ = nullptr;
};

// The class from SQL expressions, as compare/classify.cpp decides it with shares of 1/2.
std::string ClassOf(const std::string& groups, const std::string& material, const std::string& reach,
                    const std::string& present, const std::string& cases) {
  return fmt::format(
      "CASE WHEN {3} = 0 THEN 4 WHEN {2} > 0 AND {2} = {1} AND ({2} >= 2 OR {0} = 1) AND 2 * ({3}) >= {4} THEN 0 "
      "WHEN {2} >= 2 AND 2 * ({2}) > {1} THEN 1 WHEN {2} = 1 THEN 2 ELSE 3 END",
      groups, material, reach, present, cases);
}

void Prepare(Database& db, const model::Snapshot& snapshot, const std::vector<model::DocumentId>& documents) {
  db.Run(
      "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-262144; BEGIN;"
      "CREATE TEMP TABLE case_of (document TEXT PRIMARY KEY, case_id INT) WITHOUT ROWID;"
      "CREATE TEMP TABLE place (id TEXT PRIMARY KEY, code INT, kind INT) WITHOUT ROWID;"
      "CREATE TEMP TABLE grp (grouping INT, grp INT, counts INT, PRIMARY KEY (grouping, grp)) WITHOUT ROWID;"
      "CREATE TEMP TABLE group_of (grouping INT, case_id INT, grp INT, PRIMARY KEY (grouping, case_id)) WITHOUT ROWID;"
      "CREATE TEMP TABLE one_code (code INT PRIMARY KEY)");
  std::map<int, int> case_of;  // document index -> case
  for (const auto& coding : snapshot.codings) case_of[coding.document_index] = coding.case_index;
  const std::vector<std::pair<int, int>> pairs(case_of.begin(), case_of.end());
  db.InsertAll(
      "INSERT INTO case_of VALUES (?2, ?1)", pairs.size(), [&](std::size_t i) { return std::vector{pairs[i].second}; },
      [&](std::size_t i) { return documents[static_cast<std::size_t>(pairs[i].first)].value; });
  db.InsertAll(
      "INSERT INTO place VALUES (?3, ?1, ?2)", snapshot.codes.size(),
      [&](std::size_t i) {
        return std::vector{static_cast<int>(i), static_cast<int>(snapshot.kinds[i])};
      },
      [&](std::size_t i) { return snapshot.codes[i].value; });
  for (std::size_t g = 0; g < snapshot.groupings.size(); ++g) {
    const auto& plan = snapshot.groupings[g];
    db.InsertAll("INSERT INTO grp VALUES (?1, ?2, ?3)", plan.ids.size(), [&](std::size_t i) {
      return std::vector{static_cast<int>(g), static_cast<int>(i), compare::Counts(plan.ids[i]) ? 1 : 0};
    });
    db.InsertAll("INSERT INTO group_of VALUES (?1, ?2, ?3)", plan.group_of_case.size(), [&](std::size_t i) {
      return std::vector{static_cast<int>(g), static_cast<int>(i), plan.group_of_case[i]};
    });
  }
  db.Run("COMMIT; ANALYZE temp");
}

void MakeTables(Database& db, std::size_t cases) {
  const std::string n = std::to_string(cases);
  // Every code with itself and all above it.
  db.Run(
      "CREATE TEMP TABLE above AS WITH RECURSIVE up (number, id, parent) AS ("
      "  SELECT number, id, parent FROM codes WHERE study = 1 UNION ALL"
      "  SELECT up.number, codes.id, codes.parent FROM up JOIN codes ON codes.study = 1 AND codes.id = up.parent)"
      "SELECT up.number, place.code FROM up JOIN place ON place.id = up.id;"
      "CREATE INDEX temp.above_number ON above (number, code)");
  db.Run(
      "CREATE TEMP TABLE present (code INT, case_id INT, coders INT, coder INT, PRIMARY KEY (code, case_id)) WITHOUT "
      "ROWID;"
      "INSERT INTO present SELECT above.code, case_of.case_id, count(DISTINCT codings.coder), min(codings.coder) "
      "FROM codings JOIN documents ON documents.study = 1 AND documents.number = codings.document "
      "JOIN case_of ON case_of.document = documents.id JOIN above ON above.number = codings.code "
      "WHERE codings.study = 1 AND codings.status = 'accepted' GROUP BY above.code, case_of.case_id");
  // Cells: cases with the code, of the cases of the group.
  db.Run(
      "CREATE TEMP TABLE cases_of AS SELECT grouping, grp, count(*) AS cases FROM group_of WHERE grp >= 0 GROUP BY "
      "grouping, grp;"
      "CREATE TEMP TABLE cell (grouping INT, code INT, grp INT, present INT, PRIMARY KEY (grouping, code, grp)) "
      "WITHOUT "
      "ROWID;"
      "INSERT INTO cell SELECT grouping, code, grp, count(*) FROM present JOIN group_of USING (case_id) GROUP BY "
      "grouping, code, grp");
  // Tallies and classes.
  db.Run(
      "CREATE TEMP TABLE frame AS SELECT grouping, sum(counts) AS groups, sum(counts AND coalesce(cases, 0) > 0) AS "
      "material FROM grp LEFT JOIN cases_of USING (grouping, grp) GROUP BY grouping;"
      "CREATE TEMP TABLE tally (grouping INT, code INT, groups INT, material INT, reach INT, present INT, class INT, "
      "PRIMARY KEY (grouping, code)) WITHOUT ROWID;"
      "INSERT INTO tally SELECT grouping, place.code, groups, material, coalesce(sum(counts AND present > 0), 0), "
      "coalesce(sum(present), 0), 0 FROM frame CROSS JOIN place LEFT JOIN cell USING (grouping, code) LEFT JOIN grp "
      "USING (grouping, grp) GROUP BY grouping, place.code;"
      "UPDATE tally SET class = " +
      ClassOf("groups", "material", "reach", "present", n));
  // What the removal of one case of a group, with or without the code, does to the class; then the cases it is true of.
  db.Run(
      "CREATE TEMP TABLE removal (grouping INT, code INT, grp INT, has INT, PRIMARY KEY (grouping, code, grp, has)) "
      "WITHOUT ROWID;"
      "INSERT INTO removal SELECT grouping, code, grp, has FROM (SELECT t.grouping, t.code, g.grp, has, t.class, "
      "t.groups, t.material - (g.counts AND g.cases = 1) AS material, "
      "t.reach - (has AND g.counts AND coalesce(cell.present, 0) = 1) AS reach, t.present - has AS present FROM tally "
      "t "
      "JOIN (SELECT grouping, grp, counts, cases FROM grp JOIN cases_of USING (grouping, grp) UNION ALL "
      "SELECT grouping, -1, 0, count(*) FROM group_of WHERE grp < 0 GROUP BY grouping) g ON g.grouping = t.grouping "
      "JOIN (SELECT 0 AS has UNION ALL SELECT 1) LEFT JOIN cell ON cell.grouping = t.grouping AND cell.code = t.code "
      "AND cell.grp = g.grp WHERE t.present >= has) WHERE class <> " +
      ClassOf("groups", "material", "reach", "present", "(" + n + " - 1)"));
  db.Run(
      "CREATE TEMP TABLE changed_by_case AS SELECT r.grouping, r.code, o.case_id FROM removal r JOIN group_of o ON "
      "o.grouping = r.grouping AND o.grp = r.grp LEFT JOIN present p ON p.code = r.code AND p.case_id = o.case_id "
      "WHERE r.has = (p.code IS NOT NULL)");
  // Without each coder: cases that this coder alone found are lost.
  db.Run(
      "CREATE TEMP TABLE lost AS SELECT grouping, code, coder, grp, count(*) AS lost FROM present JOIN group_of USING "
      "(case_id) WHERE coders = 1 GROUP BY grouping, code, coder, grp;"
      "CREATE TEMP TABLE changed_by_coder AS SELECT grouping, code, coder FROM (SELECT lost.grouping, lost.code, "
      "coder, "
      "tally.groups, tally.material, tally.class, tally.present - sum(lost) AS present, tally.reach - sum(counts AND "
      "lost = cell.present) AS reach FROM lost JOIN tally USING (grouping, code) LEFT JOIN cell USING (grouping, code, "
      "grp) LEFT JOIN grp USING (grouping, grp) GROUP BY lost.grouping, lost.code, coder) WHERE class <> " +
      ClassOf("groups", "material", "reach", "present", n));
  // Gap maps: practices by outcomes and barriers, in the same document.
  db.Run(
      "CREATE TEMP TABLE in_document (document INT, code INT, kind INT, case_id INT, PRIMARY KEY (document, kind, "
      "code)) WITHOUT ROWID;"
      "INSERT OR IGNORE INTO in_document SELECT codings.document, above.code, place.kind, case_of.case_id "
      "FROM codings JOIN documents ON documents.study = 1 AND documents.number = codings.document "
      "JOIN case_of ON case_of.document = documents.id JOIN above ON above.number = codings.code "
      "JOIN place ON place.code = above.code WHERE codings.study = 1 AND codings.status = 'accepted'");
  db.Run(
      fmt::format("CREATE TEMP TABLE gap AS SELECT a.code AS practice, b.code AS other, count(DISTINCT a.case_id) AS "
                  "cases FROM in_document a JOIN in_document b ON b.document = a.document AND b.kind IN ({}, {}) "
                  "WHERE a.kind = {} GROUP BY a.code, b.code",
                  static_cast<int>(model::CodeKind::kOutcome), static_cast<int>(model::CodeKind::kBarrier),
                  static_cast<int>(model::CodeKind::kPractice)));
}

}  // namespace

PeerTables CompareBySql(const std::filesystem::path& study_file, const model::Snapshot& snapshot,
                        const std::vector<model::DocumentId>& documents) {
  Database db(study_file);
  Prepare(db, snapshot, documents);
  PeerTables tables;
  const auto start = std::chrono::steady_clock::now();
  MakeTables(db, snapshot.cases.size());
  db.Query("SELECT grouping, code, grp, present FROM cell", [&](const auto& row) {
    tables.present[{row[0], row[1], row[2]}] = row[3];
  });
  db.Query("SELECT grouping, code, class FROM tally", [&](const auto& row) {
    tables.classes[{row[0], row[1]}] = row[2];
  });
  db.Query("SELECT grouping, code, count(*) FROM changed_by_case GROUP BY grouping, code", [&](const auto& row) {
    tables.changed_by_case[{row[0], row[1]}] = row[2];
  });
  db.Query("SELECT grouping, code, count(*) FROM changed_by_coder GROUP BY grouping, code", [&](const auto& row) {
    tables.changed_by_coder[{row[0], row[1]}] = row[2];
  });
  db.Query("SELECT practice, other, cases FROM gap", [&](const auto& row) { tables.gaps[{row[0], row[1]}] = row[2]; });
  tables.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return tables;
}

}  // namespace commonground::bench
