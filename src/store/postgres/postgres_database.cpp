// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study in a PostgreSQL database as a Database.  Every transaction names its study, and row-level security shows it
// nothing else, and that only to a person who works on it: who logged in (schema/0013-rights.postgres.sql).
//
// A study that is saved as a whole is locked against other savers and editors (an advisory lock); editors are not
// locked against each other.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <set>
#include <thread>
#include <unordered_map>
#include <utility>

#include "core/hinted.h"
#include "store/database.h"
#include "store/failure.h"
#include "store/postgres/link.h"
#include "store/postgres/migrate.h"
#include "store/postgres/notices.h"
#include "store/postgres/ts_index.h"

namespace commonground::store {

using core::ErrorCode;

namespace {

constexpr int kStudyLocks = 1128768627;  // "CGds": the class of our advisory locks; stored nowhere

// NOTIFY lets one transaction commit at a time, so not every edit sends one: a notice stands for all that happens in
// the 100 ms after it.  One of the writers of that time sends it; a clock that was set back is no reason for silence.
constexpr const char* kTellOthers =
    "WITH due AS (SELECT study FROM notices WHERE study = {0} AND (told < clock_timestamp() - interval '100 ms' OR "
    "told > "
    "clock_timestamp() + interval '1 s') FOR UPDATE SKIP LOCKED), "
    "now AS (UPDATE notices AS n SET told = clock_timestamp() FROM due WHERE n.study = due.study RETURNING n.study) "
    "SELECT pg_notify('commonground_{0}', '') FROM now";

bool IsThisMachine(PGconn* link) {
  const std::string host = PQhost(link) == nullptr ? "" : PQhost(link);
  return host.empty() || host.starts_with('/') || host.starts_with('@') || host == "localhost" || host == "::1" ||
         host.starts_with("127.");
}

class PostgresDatabase : public Database {
 public:
  PostgresDatabase(const ConnectionUri& address, OpenMode mode) {
    try {
      session_ = std::make_unique<soci::session>(soci::postgresql, address.connection);
    } catch (const soci::soci_error& error) {
      throw Failure(NoConnection(error.get_error_message()));
    }
    link_ = Link(*session_);
    PQsetNoticeProcessor(
        link_, [](void*, const char*) {}, nullptr);
    PQsetErrorVerbosity(link_, PQERRORS_TERSE);  // its details repeat rows, with the words in them
    CheckConnection();
    Send(link_,
         "SET search_path = commonground, pg_catalog, pg_temp; SET client_min_messages = error; SET lock_timeout = "
         "'5s'; "
         "SET jit = off; SET row_security = on; SET standard_conforming_strings = on; SET bytea_output = hex; "
         "SET extra_float_digits = 1; SET idle_in_transaction_session_timeout = '10min'; "
         // The server's own way to make texts smaller costs a tenth of a copy.
         "SELECT set_config(name, 'lz4', false) FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = "
         "ANY (enumvals)");
    BringDatabaseUpToDate(link_, mode == OpenMode::kCreateOrWrite);
    if (mode != OpenMode::kRead) RefuseReadOnly();
    FindStudy(address.study, mode);
    passages_ = std::make_unique<TsIndex>(link_, study_);
    notices_ = std::make_unique<Notices>(link_, study_);
  }

  void BeginReading() override { Begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }

  // The lock is taken before the transaction begins, which then sees what its predecessor wrote.
  void BeginWriting() override {
    Send(link_, fmt::format("SELECT pg_advisory_lock({}, {}::int)", kStudyLocks, study_));
    locked_ = true;
    try {
      // Words of many passages go into the index together.
      Begin(
          "BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL gin_pending_list_limit = '128MB'; SET LOCAL "
          "maintenance_work_mem = '128MB'; SET LOCAL work_mem = '128MB'");
    } catch (...) {
      Unlock();
      throw;
    }
  }

  // Its few statements find rows by their keys: a plan for each new value would cost more than all the rest.
  void BeginEditing() override {
    Begin(
        fmt::format("BEGIN; SELECT set_config('plan_cache_mode', 'force_generic_plan', true), "
                    "pg_advisory_xact_lock_shared({}, {}::int)",
                    kStudyLocks, study_));
  }

  void Commit() override {
    const PgResult done = Send(link_, fmt::format(kTellOthers, study_) + "; COMMIT");
    const bool committed = std::string_view(PQcmdStatus(done.get())) == "COMMIT";
    Unlock();
    if (!committed) throw soci::postgresql_soci_error("the transaction was rolled back", "40000");
  }

  void Rollback() noexcept override {
    if (PQtransactionStatus(link_) != PQTRANS_IDLE) PQclear(PQexec(link_, "ROLLBACK"));
    Unlock();
  }

  // What was removed stands in dead rows, and in the empty room of pages, until the table is written anew.
  void Tidy(std::span<const std::string> tables) override {
    // Words that wait to be put into the index slow a search down; only the owner may do it, others leave it to the
    // server.
    PQclear(PQexec(link_, "SELECT gin_clean_pending_list('passages_by_word')"));
    if (tables.empty()) return;
    bool wiped = NobodyReadsTheOld();
    try {
      // The server passes over tables of somebody else without an error.
      wiped = AskText(link_,
                      "SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class WHERE oid = "
                      "'commonground.studies'::regclass") == "t" &&
              wiped;
      Send(link_, "SET lock_timeout = '30s'");
      for (const std::string& table : tables) Send(link_, "VACUUM (FULL, ANALYZE) " + table);
    } catch (const soci::soci_error&) {
      wiped = false;
    }
    PQclear(PQexec(link_, "SET lock_timeout = '5s'"));
    if (!wiped) {
      throw Failure(core::Hinted(
          ErrorCode::kBusy,
          "the study is saved; but what was removed from it could not be wiped from the database's files, because "
          "somebody reads or edits it, or because the tables are not yours. Fix: when the others are done, rebuild the "
          "search index as the role that owns the tables",
          {}, {"reindex", {}}));
    }
  }

  // Rows that an older transaction may still look at are kept, also when a table is written anew; one of any database
  // on the server counts, because it holds back what every newer one sees.  Waits for those to end.
  bool NobodyReadsTheOld() {
    constexpr std::chrono::seconds kLongest{30};
    const std::string now = AskText(link_, "SELECT pg_current_xact_id()::xid");
    const std::string older = fmt::format(
        "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND "
        "greatest(age(backend_xmin), age(backend_xid)) > age('{}'::xid)",
        now);
    for (const auto end = std::chrono::steady_clock::now() + kLongest; AskText(link_, older) != "0";) {
      if (std::chrono::steady_clock::now() > end) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
  }

  void Run(const std::string& sql) override { Send(link_, sql); }

  void Write(Change change, const Table& table, Chunk& rows) override {
    if (rows.rows() == 0) return;
    const std::string incoming = "pg_temp.incoming_" + table.name;
    const std::string& key = table.columns.front().name;
    std::string names;
    std::string values;
    const std::size_t columns = change == Change::kDelete ? 1 : table.columns.size();
    for (std::size_t i = 0; i < columns; ++i) {
      const std::string& name = table.columns[i].name;
      names += (i == 0 ? "" : ", ") + name;
      if (i > 0) values += fmt::format("{}{} = i.{}", i == 1 ? "" : ", ", name, name);
    }
    if (copied_.insert(table.name).second) {
      const std::string all = fmt::format(
          "{}", fmt::join(table.columns |
                              std::views::transform([](const auto& column) -> std::string_view { return column.name; }),
                          ", "));
      Send(link_, fmt::format("CREATE TEMP TABLE incoming_{} ON COMMIT DROP AS SELECT {} FROM {} WITH NO DATA",
                              table.name, all, table.name));
    }
    Copy(link_, fmt::format("{} ({})", incoming, names), CopyRows(rows, columns));
    std::string sql;
    switch (change) {
      case Change::kInsert:
        sql =
            fmt::format("INSERT INTO {} (study, {}) SELECT {}, {} FROM {}", table.name, names, study_, names, incoming);
        break;
      case Change::kUpdate:
        sql = fmt::format("UPDATE {} AS t SET {} FROM {} AS i WHERE t.study = {} AND t.{} = i.{}", table.name, values,
                          incoming, study_, key, key);
        break;
      case Change::kDelete:
        sql = fmt::format("DELETE FROM {} AS t USING {} AS i WHERE t.study = {} AND t.{} = i.{}", table.name, incoming,
                          study_, key, key);
        break;
    }
    Send(link_, sql + "; TRUNCATE " + incoming);
  }

  std::optional<std::string> AskCell(const std::string& sql, std::span<const std::string> texts) override {
    const PgResult rows = Prepared(sql, texts);
    if (PQntuples(rows.get()) == 0) return std::nullopt;
    return std::string(PQgetvalue(rows.get(), 0, 0), static_cast<std::size_t>(PQgetlength(rows.get(), 0, 0)));
  }

  void WriteBytes(const std::string& sql, std::span<const std::string> texts, std::string_view bytes) override {
    constexpr Oid kBytea = 17;
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<Oid> types(texts.size(), 0);
    std::vector<int> formats(texts.size(), 0);
    for (const std::string& text : texts) {
      values.push_back(text.c_str());
      lengths.push_back(static_cast<int>(text.size()));
    }
    values.push_back(bytes.data());
    lengths.push_back(static_cast<int>(bytes.size()));
    types.push_back(kBytea);
    formats.push_back(1);
    const PgResult done(PQexecParams(link_, sql.c_str(), static_cast<int>(values.size()), types.data(), values.data(),
                                     lengths.data(), formats.data(), 0),
                        &PQclear);
    if (PQresultStatus(done.get()) != PGRES_COMMAND_OK) ThrowError(link_, done.get());
  }

  void ForEachRow(const std::string& sql, std::size_t columns, const std::function<void(TextRow&)>& row) override {
    const PgResult rows = Ask(link_, sql, {});
    TextRow texts(columns);
    for (int i = 0; i < PQntuples(rows.get()); ++i) {
      for (std::size_t column = 0; column < columns; ++column) {
        const int place = static_cast<int>(column);
        texts[column].assign(PQgetvalue(rows.get(), i, place),
                             static_cast<std::size_t>(PQgetlength(rows.get(), i, place)));
      }
      row(texts);
    }
  }

  void Tally(const std::string& sql, std::unordered_map<long long, std::int64_t>& counts) override {
    ForEachRow("SELECT n, count(*) FROM (" + sql + ") AS numbers (n) GROUP BY n", 2,
               [&](TextRow& texts) { counts[std::stoll(texts[0])] += std::stoll(texts[1]); });
  }

  PassageIndex& passages() override { return *passages_; }

  std::string NextCoding() override { return "nextval('coding_positions')"; }
  void CountCodings(long long, long long) override {}
  void RecountCodings() override {}
  bool KeepsCounts() override { return false; }

  long long NextPlace(const std::string&) override {
    return std::stoll(AskCell("SELECT nextval('coding_positions')::text", {}).value());
  }
  std::string NextAct() override { return "nextval('act_numbers')"; }
  void PassAct(std::int64_t number) override { Send(link_, fmt::format("SELECT pass_act({})", number)); }

  std::int64_t ChangeMark() override { return notices_->Mark(); }
  bool WaitForChange(std::int64_t mark, std::chrono::milliseconds longest) override {
    return notices_->Wait(mark, longest);
  }

  bool MetAnother(const soci::soci_error& error) const override {
    const auto* ours = dynamic_cast<const soci::postgresql_soci_error*>(&error);
    if (ours == nullptr) return false;
    const std::string state = ours->sqlstate();
    return state == "40001" || state == "40P01" || state == "23505";
  }

 private:
  void CheckConnection() {
    if (PQsslInUse(link_) == 0 && !IsThisMachine(link_)) {
      throw Failure(ErrorCode::kInvalidInput,
                    "the connection is not encrypted. Nothing was sent. Fix: let the server offer TLS "
                    "(docs/databases.md)");
    }
    const char* const encoding = PQparameterStatus(link_, "server_encoding");  // told on connecting
    if (encoding == nullptr || std::string_view(encoding) != "UTF8") {
      throw Failure(ErrorCode::kInvalidInput,
                    "the database does not keep its texts in UTF-8, so it cannot hold every language. Nothing was "
                    "changed. Fix: make it with  createdb --encoding=UTF8 --template=template0 NAME");
    }
    if (AskText(
            link_,
            "SELECT bool_or(rolsuper OR rolbypassrls) FROM pg_roles WHERE rolname IN (current_user, session_user)") !=
        "f") {
      throw Failure(ErrorCode::kInvalidInput,
                    "a superuser of the database sees every study, whoever it is for. Nothing was changed. Fix: "
                    "make a role for it with  createuser NAME,  and connect as that one");
    }
  }

  // A statement that comes again and again is read and planned once a connection.
  PgResult Prepared(const std::string& sql, std::span<const std::string> texts) {
    constexpr std::size_t kMaxKept = 32;
    if (texts.empty()) return Ask(link_, sql, texts, Columns::kBytes);
    auto kept = prepared_.find(sql);
    if (kept == prepared_.end()) {
      if (prepared_.size() == kMaxKept) return Ask(link_, sql, texts, Columns::kBytes);
      const std::string name = fmt::format("kept_{}", prepared_.size());
      const PgResult made(PQprepare(link_, name.c_str(), sql.c_str(), 0, nullptr), &PQclear);
      if (PQresultStatus(made.get()) != PGRES_COMMAND_OK) ThrowError(link_, made.get());
      kept = prepared_.emplace(sql, name).first;
    }
    std::vector<const char*> values;
    for (const std::string& text : texts) values.push_back(text.c_str());
    constexpr int kBytes = 1;  // a text is the same in both formats
    PgResult rows(PQexecPrepared(link_, kept->second.c_str(), static_cast<int>(values.size()), values.data(), nullptr,
                                 nullptr, kBytes),
                  &PQclear);
    const ExecStatusType status = PQresultStatus(rows.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) ThrowError(link_, rows.get());
    return rows;
  }

  void RefuseReadOnly() {
    if (AskText(link_, "SHOW transaction_read_only") != "on") return;
    throw Failure(
        ErrorCode::kIo,
        "the database may only be read: it is a standby, or set to be read-only. Nothing was changed; reading "
        "works. Fix: name the server that is written to");
  }

  void Begin(const std::string& begin) {
    copied_.clear();
    if (passages_) passages_->Begin();
    Send(link_, fmt::format("{}; SELECT set_config('commonground.study', '{}', true)", begin, study_));
  }

  void Unlock() noexcept {
    if (!locked_) return;
    locked_ = false;
    PQclear(PQexec(link_, fmt::format("SELECT pg_advisory_unlock({}, {}::int)", kStudyLocks, study_).c_str()));
  }

  void FindStudy(const std::string& name, OpenMode mode) {
    study_ = 0;
    Begin("BEGIN");
    try {
      const PgResult studies = Ask(link_, "SELECT study, name FROM studies ORDER BY name", {});
      std::string names;
      for (int row = 0; row < PQntuples(studies.get()); ++row) {
        const std::string known = PQgetvalue(studies.get(), row, 1);
        names += (names.empty() ? "" : ", ") + known;
        if (known == name || (name.empty() && PQntuples(studies.get()) == 1)) {
          study_ = std::stoll(PQgetvalue(studies.get(), row, 0));
        }
      }
      if (study_ == 0 && mode == OpenMode::kCreateOrWrite && !name.empty()) MakeStudy(name);
      if (study_ == 0 && name.empty() && !names.empty()) {
        throw Failure(ErrorCode::kInvalidInput,
                      "the database holds more than one study. Fix: add # and one of these to the address: " + names);
      }
      if (study_ == 0) {
        throw Failure(mode == OpenMode::kCreateOrWrite ? ErrorCode::kInvalidInput : ErrorCode::kNotFound,
                      mode == OpenMode::kCreateOrWrite
                          ? "the address does not say which study is meant. Fix: add # and a new id to it"
                          : "the database has no study of this id that you may see. Fix: " +
                                (names.empty() ? std::string("ask whoever made it") : "one of these: " + names));
      }
      Send(link_, "COMMIT");
    } catch (...) {
      PQclear(PQexec(link_, "ROLLBACK"));
      throw;
    }
  }

  void MakeStudy(const std::string& name) {
    const std::array<std::string, 1> texts{name};
    try {
      study_ = std::stoll(
          AskText(link_, "INSERT INTO studies (name, founder) VALUES ($1, current_person()) RETURNING study", texts));
    } catch (const soci::postgresql_soci_error& error) {
      if (error.sqlstate() != "23505") throw;
      throw Failure(ErrorCode::kInvalidInput,
                    "the database has a study of this id already, which you may not see. Fix: another id");
    }
    Send(link_, fmt::format("INSERT INTO members (study, person, may) VALUES ({0}, current_person(), 'write'); "
                            "SELECT set_config('commonground.study', '{0}', true); "
                            "INSERT INTO notices (study) VALUES ({0})",
                            study_));
  }

  static std::string CopyRows(const Chunk& rows, std::size_t columns) {
    std::string text;
    text.reserve(rows.bytes() + rows.rows() * columns * 4);
    for (std::size_t row = 0; row < rows.rows(); ++row) {
      for (std::size_t i = 0; i < columns; ++i) {
        const Column& column = rows.columns[i];
        if (column.is_text ? column.blank[row] != 0 : column.numbers[row] == kNoNumber) {
          AddBlank(text, i == 0);
        } else if (column.is_text) {
          AddCell(text, i == 0, column.texts[row]);
        } else {
          fmt::format_to(std::back_inserter(text), "{}{}", i == 0 ? "" : "\t", column.numbers[row]);
        }
      }
      text += '\n';
    }
    return text;
  }

  PGconn* link_ = nullptr;
  std::unique_ptr<TsIndex> passages_;
  std::unique_ptr<Notices> notices_;
  std::unordered_map<std::string, std::string> prepared_;  // SQL to its name on the server
  std::set<std::string> copied_;                           // tables with a temporary one in this transaction
  bool locked_ = false;
};

}  // namespace

std::unique_ptr<Database> OpenPostgres(const ConnectionUri& address, OpenMode mode) {
  return std::make_unique<PostgresDatabase>(address, mode);
}

}  // namespace commonground::store
