// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests that run twice: on a study file, and on a study in PostgreSQL.  The server is started by tests/postgres/server;
// CG_TEST_POSTGRES names its note.  Without it the second run is skipped, and says so.
#pragma once

#include <libpq-fe.h>

#include <atomic>
#include <cstdlib>

#include "store/test_folder.h"

namespace commonground::store {

enum class Kept { kInAFile, kInADatabase };

inline std::string KeptName(const ::testing::TestParamInfo<Kept>& info) {
  return info.param == Kept::kInAFile ? "InAFile" : "InADatabase";
}

struct TestServer {
  std::string address;  // of a database whose owner is an ordinary role
  std::filesystem::path folder;

  // An empty address: there is none.
  static TestServer Find() {
    TestServer server;
    const char* note = std::getenv("CG_TEST_POSTGRES");
    if (note == nullptr) return server;
    std::ifstream in(note);
    std::string folder;
    std::getline(in, server.address);
    std::getline(in, folder);
    server.folder = folder;
    return server;
  }

  // Owned by the ordinary role; gives its address.
  std::string NewDatabase(const std::string& more = "") const {
    static std::atomic<int> count = 0;
    const std::string name = "d" + std::to_string(getpid()) + "_" + std::to_string(++count);
    EXPECT_EQ(AsSuperuser("CREATE DATABASE " + name + " OWNER tester " + more), "");
    return address.substr(0, address.rfind('/') + 1) + name;
  }
  void DropDatabase(const std::string& database) const {
    AsSuperuser("DROP DATABASE " + database.substr(database.rfind('/') + 1) + " WITH (FORCE)");
  }

  // As the server's own superuser, who sees everything.  Gives the first cell.
  std::string AsSuperuser(const std::string& sql) const {
    std::string superuser = address;
    superuser.replace(superuser.find("tester"), 6, "postgres");
    return Run(superuser, sql);
  }
  // Straight to the database, past the program.
  std::string Run(const std::string& at, const std::string& sql) const {
    PGconn* link = PQconnectdb(at.c_str());
    PGresult* result = PQexec(link, sql.c_str());
    std::string cell = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) cell = std::string("error: ") + PQerrorMessage(link);
    PQclear(result);
    PQfinish(link);
    return cell;
  }

  // Tables and indexes that have `bytes` on the disk, once the server has written all it holds.
  std::string TablesWith(const std::string& database, const std::string& bytes) const {
    AsSuperuser("CHECKPOINT");
    std::string tables;
    const std::string number = Run(database, "SELECT oid FROM pg_database WHERE datname = current_database()");
    for (const auto& entry : std::filesystem::directory_iterator(folder / "data" / "base" / number)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string all{std::istreambuf_iterator<char>(in), {}};
      if (all.find(bytes) == std::string::npos) continue;
      const std::string file = entry.path().filename().string();
      tables += Run(database, "SELECT coalesce(pg_filenode_relation(0, " + file + ")::text, '" + file + "')") + " ";
    }
    return tables;
  }
};

// A place of its own for every test.
class KeptTest : public ::testing::TestWithParam<Kept> {
 protected:
  void SetUp() override {
    if (GetParam() == Kept::kInAFile) return;
    server = TestServer::Find();
    if (server.address.empty()) GTEST_SKIP() << "no PostgreSQL: ctest starts one (tests/postgres)";
    database_ = server.NewDatabase();
    place = StudyLocation::Parse(database_ + "#kept").value();
  }
  void TearDown() override {
    if (!database_.empty()) server.DropDatabase(database_);
  }
  bool in_a_file() const { return GetParam() == Kept::kInAFile; }
  // Of random studies: a third in a database, where each save takes ten times as long.
  std::uint64_t Rounds(std::uint64_t in_files) const { return in_a_file() ? in_files : in_files / 3; }
  // Another study where `place` is.
  StudyLocation Beside(const std::string& name) const {
    return in_a_file() ? StudyLocation(folder.path() / (name + ".cg"))
                       : StudyLocation::Parse(database_ + "#" + name).value();
  }
  // Straight to the database, past the program.  Requires: !in_a_file().
  std::string InTheDatabase(const std::string& sql) const { return server.Run(database_, sql); }
  // The files, or tables, of the place that hold `bytes` on the disk.
  std::string Holding(const std::string& bytes) const {
    if (!in_a_file()) return server.TablesWith(database_, bytes);
    std::string files;
    for (const auto& [name, all] : folder.AllBytes()) {
      if (all.find(bytes) != std::string::npos) files += name + " ";
    }
    return files;
  }

  TestFolder folder;
  TestServer server;
  StudyLocation place{folder.path() / "study.cg"};

 private:
  std::string database_;
};

}  // namespace commonground::store
