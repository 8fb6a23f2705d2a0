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

  // Every byte that tables and indexes have on the disk, once the server has written all it holds.
  std::string BytesOfTables() const {
    AsSuperuser("CHECKPOINT");
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "data" / "base")) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  }
};

// A place of its own for every test.
class KeptTest : public ::testing::TestWithParam<Kept> {
 protected:
  void SetUp() override {
    if (GetParam() == Kept::kInAFile) return;
    server = TestServer::Find();
    if (server.address.empty()) GTEST_SKIP() << "no PostgreSQL: ctest starts one (tests/postgres)";
    static std::atomic<int> count = 0;
    place = Place::Parse(server.address + "#t" + std::to_string(getpid()) + "-" + std::to_string(++count)).value();
  }
  bool in_a_file() const { return GetParam() == Kept::kInAFile; }
  // What the place has on the disk.
  std::string AllBytes() const { return in_a_file() ? folder.AllBytesJoined() : server.BytesOfTables(); }

  TestFolder folder;
  TestServer server;
  Place place{folder.path() / "study.cg"};
};

}  // namespace commonground::store
