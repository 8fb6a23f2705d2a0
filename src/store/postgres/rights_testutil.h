// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A database with somebody's study, and somebody else who logs in to it.
#pragma once

#include <gmock/gmock.h>

#include <iterator>
#include <sstream>

#include "random_study/random_study.h"
#include "store/test_place.h"

namespace commonground::store {

inline constexpr const char* kOfStudies =
    "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'commonground'::regnamespace AND c.relkind IN ('r', 'p', "
    "'m', 'v', 'f') AND c.relname <> 'schema_version' ORDER BY 1";

class Rights : public ::testing::Test {
 protected:
  void SetUp() override {
    server = TestServer::Find();
    if (server.address.empty()) GTEST_SKIP() << "no PostgreSQL: ctest starts one (tests/postgres)";
    database = server.NewDatabase();
    ASSERT_TRUE(SaveTo(StudyLocation::Parse(database + "#theirs").value(), Rich()));
    outsider_ = NewRole("outsider");
    ASSERT_EQ(server.Run(database, "CALL commonground.open_to('" + outsider_ + "')"), "");
    ASSERT_TRUE(SaveTo(StudyLocation::Parse(As(outsider_) + "#own").value(), random_study::Make(5, 4)));
    AsSuperuserHere("CREATE SCHEMA traps AUTHORIZATION " + outsider_);
  }
  void TearDown() override {
    if (!database.empty()) server.DropDatabase(database);
    for (const auto& role : roles_) server.AsSuperuser("DROP ROLE " + role);
  }

  static model::Study Rich() {
    for (std::uint64_t seed = 1;; ++seed) {
      auto study = random_study::Make(seed, 12);
      if (!study.codings.empty() && !study.consents.empty()) return study;
    }
  }
  std::string NewRole(const std::string& name) {
    roles_.push_back(name + std::to_string(getpid()));
    EXPECT_EQ(server.AsSuperuser("CREATE ROLE " + roles_.back() + " LOGIN"), "");
    return roles_.back();
  }
  std::string As(const std::string& role) const {
    std::string address = database;
    return address.replace(address.find("tester"), 6, role);
  }
  std::string AsSuperuserHere(const std::string& sql) const { return server.Run(As("postgres"), sql); }

  struct Answer {
    std::vector<std::string> cells;  // of the last statement that gave rows, and of COPY
    std::string error;               // of the last one
    std::string notices;
  };
  // One connection of the outsider; the settings one by one, since one that is refused must not stop the next.
  class Session {
   public:
    Session(const std::string& address, const std::string& settings) : link_(PQconnectdb(address.c_str())) {
      PQsetNoticeProcessor(
          link_, [](void* to, const char* text) { *static_cast<std::string*>(to) += text; }, &notices_);
      std::istringstream each(settings);
      for (std::string one; std::getline(each, one, ';');) PQclear(PQexec(link_, one.c_str()));
    }
    Session(const Session&) = delete;
    ~Session() { PQfinish(link_); }
    // What it changed is kept; what it left open is not.
    Answer Try(const std::string& sql) {
      Answer answer;
      notices_.clear();
      PGresult* result = PQexec(link_, sql.c_str());
      answer.error = PQresultErrorMessage(result);
      if (PQresultStatus(result) == PGRES_COPY_OUT) {
        char* row = nullptr;
        while (PQgetCopyData(link_, &row, 0) > 0) {
          answer.cells.emplace_back(row);
          PQfreemem(row);
        }
      }
      for (int row = 0; row < PQntuples(result); ++row) answer.cells.emplace_back(PQgetvalue(result, row, 0));
      PQclear(result);
      answer.notices = notices_;
      PQclear(PQexec(link_, "ROLLBACK"));
      PQclear(PQexec(link_, "DEALLOCATE ALL"));
      return answer;
    }

   private:
    PGconn* link_;
    std::string notices_;
  };
  Answer Try(const std::string& settings, const std::string& sql) const {
    return Session(As(outsider_), settings).Try(sql);
  }

  std::vector<std::string> Column(const std::string& sql) const {
    std::istringstream in(AsSuperuserHere("SELECT string_agg(x::text, ' ') FROM (" + sql + ") AS t (x)"));
    return {std::istream_iterator<std::string>(in), {}};
  }

  // All that the other study holds.
  std::string Theirs() const {
    std::string all;
    for (const auto& table : Column(kOfStudies)) {
      all += table + " " +
             AsSuperuserHere("SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM commonground." + table +
                             " t WHERE study = 1") +
             "\n";
    }
    return all;
  }

  // A row of each study in every table, also in those that the studies do not use: only a superuser can.
  void FillEveryTable() {
    for (const auto& table : Column(kOfStudies)) {
      const std::string of_it = "commonground." + table;
      if (AsSuperuserHere("SELECT count(*) FROM " + of_it + " WHERE study = 1") != "0") continue;
      const std::string columns = AsSuperuserHere(
          "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attnotnull AND attidentity = '' AND "
          "attnum > 0 AND attrelid = '" +
          of_it + "'::regclass");
      const std::string values = AsSuperuserHere(
          "SELECT string_agg(CASE format_type(atttypid, NULL) WHEN 'bigint' THEN '1' WHEN 'bytea' THEN '''x''::bytea' "
          "WHEN 'timestamp with time zone' THEN 'now()' ELSE '''x''' END, ', ') FROM pg_attribute WHERE attnotnull AND "
          "attidentity = '' AND attnum > 0 AND attrelid = '" +
          of_it + "'::regclass");
      EXPECT_EQ(AsSuperuserHere("SET session_replication_role = replica; INSERT INTO " + of_it + " (" + columns +
                                ") VALUES (" + values + ")"),
                "")
          << table;
    }
  }

  TestServer server;
  std::string database;
  std::string outsider_;

 private:
  std::vector<std::string> roles_;
};

}  // namespace commonground::store
