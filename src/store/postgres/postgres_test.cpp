// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What only a database has: many studies, rights, a server that is not as it should be.
#include <gmock/gmock.h>

#include "random_study/random_study.h"
#include "store/migrations.h"
#include "store/postgres/migrate.h"
#include "store/test_edits.h"
#include "store/test_place.h"

namespace commonground::store {
namespace {

using core::ErrorCode;
using testing::HasSubstr;

class Server : public ::testing::Test {
 protected:
  void SetUp() override {
    server = TestServer::Find();
    if (server.address.empty()) GTEST_SKIP() << "no PostgreSQL: ctest starts one (tests/postgres)";
  }
  void TearDown() override {
    for (const auto& database : databases_) server.DropDatabase(database);
  }
  std::string NewDatabase(const std::string& more = "") { return databases_.emplace_back(server.NewDatabase(more)); }
  static core::Result<StudyStore> Open(const std::string& address, OpenMode mode = OpenMode::kCreateOrWrite) {
    return StudyStore::Open(StudyLocation::Parse(address).value(), mode);
  }
  static model::Study Rich() {
    for (std::uint64_t seed = 1;; ++seed) {
      auto study = random_study::Make(seed, 12);
      if (!study.codings.empty() && !study.consents.empty()) return study;
    }
  }
  TestServer server;

 private:
  std::vector<std::string> databases_;
};

TEST_F(Server, HoldsManyStudiesApart) {
  const std::string database = NewDatabase();
  std::vector<model::Study> studies;
  for (int i = 0; i < 5; ++i) {
    studies.push_back(random_study::Make(100 + i, 8));
    ASSERT_TRUE(SaveTo(StudyLocation::Parse(database + "#s" + std::to_string(i)).value(), studies.back()));
  }
  ASSERT_TRUE(SaveTo(StudyLocation::Parse(database + "#s3").value(), model::Study{}));
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(LoadFrom(StudyLocation::Parse(database + "#s" + std::to_string(i)).value()).value(),
              i == 3 ? model::Study{} : studies[i]);
  }
  const auto which = Open(database, OpenMode::kRead);
  ASSERT_FALSE(which);
  EXPECT_THAT(which.error().message, HasSubstr("s0, s1, s2, s3, s4"));
  EXPECT_EQ(Open(database + "#s9", OpenMode::kRead).error().code, ErrorCode::kNotFound);
}

// Rows are walked in the order of their bytes, whatever language the server speaks.
TEST_F(Server, ComparesTextsByTheirBytes) {
  const std::string database = NewDatabase();
  ASSERT_TRUE(SaveTo(StudyLocation::Parse(database + "#mine").value(), Rich()));
  EXPECT_EQ(server.Run(database,
                       "SELECT string_agg(c.relname || '.' || a.attname, ' ') FROM pg_attribute a JOIN pg_class c ON "
                       "c.oid = a.attrelid WHERE c.relnamespace = 'commonground'::regnamespace AND c.relkind = 'r' AND "
                       "a.attnum > 0 AND a.atttypid = 'text'::regtype AND a.attcollation <> "
                       "(SELECT oid FROM pg_collation WHERE collname = 'C')"),
            "");
}

// The references of codings are checked by triggers of our own: as a foreign key would, also past the program.
TEST_F(Server, LetsNoCodingReferToWhatIsNotThere) {
  const std::string database = NewDatabase();
  ASSERT_TRUE(SaveTo(StudyLocation::Parse(database + "#mine").value(), Rich()));
  const auto run = [&](const std::string& sql) {
    return server.Run(database,
                      "SET search_path = commonground; SET commonground.study = '1'; "
                      "" + sql);
  };
  const std::string before = run("SELECT count(*) FROM codings");
  for (const std::string column : {"document", "code", "coder"}) {
    EXPECT_THAT(run("UPDATE codings SET " + column + " = 987654"), HasSubstr("not there")) << column;
    EXPECT_THAT(
        run("CREATE TEMP TABLE more AS TABLE codings; UPDATE more SET position = position + 500000, " + column +
            " = CASE WHEN position % 2 = 0 THEN 987654 ELSE " + column + " END; INSERT INTO codings TABLE more"),
        HasSubstr("not there"))
        << column;
    const std::string of_it = " WHERE number IN (SELECT " + column + " FROM codings)";
    // What else refers to it goes first, so that only the codings hold it.
    const std::string alone =
        "BEGIN; DELETE FROM document_texts; DELETE FROM document_parts; DELETE FROM old_versions; DELETE FROM orphans; "
        "DELETE FROM consents; DELETE FROM partnerships; DELETE FROM partners; DELETE FROM memos; DELETE FROM "
        "assignments; "
        "DELETE FROM adjudications; DELETE FROM decisions; DELETE FROM history_texts; DELETE FROM originals; "
        "UPDATE codes SET parent = NULL; ";
    EXPECT_THAT(run(alone + "DELETE FROM " + column + "s" + of_it + "; COMMIT"), HasSubstr("to be removed")) << column;
    EXPECT_THAT(run("UPDATE " + column + "s SET number = number + 987654" + of_it), HasSubstr("to be removed"))
        << column;
    EXPECT_EQ(run("UPDATE " + column + "s SET number = number" + of_it), "") << column;
    EXPECT_EQ(run("SELECT count(*) FROM codings"), before);
  }
  EXPECT_EQ(run("BEGIN; DELETE FROM coders; DELETE FROM codings; COMMIT"), "") << "both, whichever goes first";
}

// Whoever removes something by hand waits for those who are coding, and is then refused.
TEST_F(Server, RemovesNothingThatIsBeingReferredTo) {
  const std::string database = NewDatabase();
  ASSERT_TRUE(SaveTo(StudyLocation::Parse(database + "#mine").value(), Rich()));
  const std::string as_tester = "SET search_path = commonground; SET commonground.study = '1'; ";
  server.Run(database, as_tester + "INSERT INTO coders VALUES (1, 'new', 900, 900)");
  PGconn* adds = PQconnectdb(database.c_str());
  PQclear(PQexec(adds, (as_tester + "CREATE TEMP TABLE more AS SELECT * FROM codings LIMIT 1; UPDATE more SET position "
                                    "= 500000, coder = 900; BEGIN; SELECT pg_advisory_xact_lock_shared(1128768627, 1); "
                                    "INSERT INTO codings TABLE more")
                           .c_str()));
  EXPECT_THAT(server.Run(database, as_tester + "SET lock_timeout = '50ms'; DELETE FROM coders WHERE number = 900"),
              HasSubstr("lock timeout"));
  PQclear(PQexec(adds, "COMMIT"));
  PQfinish(adds);
  EXPECT_THAT(server.Run(database, as_tester + "DELETE FROM coders WHERE number = 900"), HasSubstr("to be removed"));
}

TEST_F(Server, RefusesARoleThatSeesEverything) {
  std::string superuser = NewDatabase() + "#mine";
  superuser.replace(superuser.find("tester"), 6, "postgres");
  const auto store = Open(superuser);
  ASSERT_FALSE(store);
  EXPECT_THAT(store.error().message, HasSubstr("createuser"));
}

TEST_F(Server, RefusesADatabaseThatIsNotUtf8) {
  const auto store = Open(NewDatabase("ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0") + "#mine");
  ASSERT_FALSE(store);
  EXPECT_THAT(store.error().message, HasSubstr("--encoding=UTF8"));
}

TEST_F(Server, IsNotTouchedWhenItIsNewer) {
  const std::string database = NewDatabase();
  ASSERT_TRUE(SaveTo(StudyLocation::Parse(database + "#mine").value(), Rich()));
  server.Run(database, "INSERT INTO commonground.schema_version VALUES (1000)");
  for (const OpenMode mode : {OpenMode::kRead, OpenMode::kWrite, OpenMode::kCreateOrWrite}) {
    EXPECT_EQ(Open(database + "#mine", mode).error().code, ErrorCode::kNewerSchema);
  }
}

TEST_F(Server, IsBroughtUpToDateOrLeftAsItWas) {
  const std::string database = NewDatabase();
  PGconn* link = PQconnectdb(database.c_str());
  PQclear(PQexec(link, "SET search_path = commonground"));
  BringDatabaseUpToDate(link, true, PostgresMigrations().first(3));
  std::vector<std::string_view> broken(PostgresMigrations().begin(), PostgresMigrations().begin() + 4);
  broken.emplace_back("CREATE TABLE half_done (a INTEGER); SELECT 1 / 0");
  EXPECT_ANY_THROW(BringDatabaseUpToDate(link, true, broken));
  PQfinish(link);
  EXPECT_EQ(server.Run(database, "SELECT max(version) FROM commonground.schema_version"), "3");
  EXPECT_EQ(server.Run(database, "SELECT to_regclass('commonground.half_done')"), "");
  ASSERT_TRUE(SaveTo(StudyLocation::Parse(database + "#mine").value(), Rich()));
  EXPECT_EQ(LoadFrom(StudyLocation::Parse(database + "#mine").value()).value(), Rich());
}

TEST_F(Server, MayBeReadWhenItMayNotBeWritten) {
  const std::string database = NewDatabase();
  ASSERT_TRUE(SaveTo(StudyLocation::Parse(database + "#mine").value(), Rich()));
  const std::string read_only = database + "?options=-cdefault_transaction_read_only%3Don#mine";
  EXPECT_EQ(LoadFrom(StudyLocation::Parse(read_only).value()).value(), Rich());
  const auto store = Open(read_only, OpenMode::kWrite);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::kIo);
  EXPECT_THAT(store.error().message, HasSubstr("may only be read"));
}

TEST_F(Server, SaysWhenItHasNoRoomForAnotherConnection) {
  const std::string database = NewDatabase("CONNECTION LIMIT 2");
  const auto first = Open(database + "#mine");
  const auto second = Open(database + "#mine");
  ASSERT_TRUE(first && second);
  const auto third = Open(database + "#mine");
  ASSERT_FALSE(third);
  EXPECT_EQ(third.error().code, ErrorCode::kBusy);
  EXPECT_THAT(third.error().message, HasSubstr("max_connections"));
}

TEST_F(Server, IsNotThere) {
  const auto store = Open("postgresql://tester@127.0.0.1:1/network#mine", OpenMode::kRead);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::kIo);
  EXPECT_THAT(store.error().message, HasSubstr("Fix"));
  EXPECT_EQ(Open(NewDatabase() + "#mine", OpenMode::kRead).error().code, ErrorCode::kNotFound) << "no study yet";
}

// Somebody set the server's clock back by a day: readers are told of changes all the same.
TEST_F(Server, TellsReadersWhateverItsClockDoes) {
  using std::chrono::milliseconds;
  const std::string database = NewDatabase();
  const StudyLocation place = StudyLocation::Parse(database + "#mine").value();
  ASSERT_TRUE(SaveTo(place, Rich()));
  auto reader = StudyStore::Open(place, OpenMode::kRead).value();
  reader.WaitForChange(milliseconds(0)).value();
  EXPECT_EQ(server.Run(database,
                       "SET commonground.study = '1'; "
                       "UPDATE commonground.notices SET told = now() + interval '1 day'"),
            "");
  auto store = StudyStore::Open(place, OpenMode::kWrite).value();
  auto added = Rich().codings.front();
  added.coder = model::CoderId("newcomer");
  added.id = {};
  ASSERT_TRUE(Add(store, added));
  EXPECT_TRUE(reader.WaitForChange(milliseconds(60'000)).value());
}

TEST_F(Server, TellsASecondSaverToWait) {
  const std::string address = NewDatabase() + "#mine";
  ASSERT_TRUE(SaveTo(StudyLocation::Parse(address).value(), Rich()));
  const std::string database = address.substr(0, address.find('#'));
  PGconn* other = PQconnectdb(database.c_str());
  PQclear(PQexec(other, "SELECT pg_advisory_lock(1128768627, 1)"));
  const auto saved = SaveTo(StudyLocation::Parse(address).value(), model::Study{});
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, ErrorCode::kBusy);
  PQfinish(other);
  EXPECT_TRUE(SaveTo(StudyLocation::Parse(address).value(), model::Study{}));
}

// The server ends this program's connection in the middle of a transaction, and of a COPY.
TEST_F(Server, LeavesTheStudyAsItWasWhenTheConnectionIsCut) {
  const std::string database = NewDatabase();
  const StudyLocation place = StudyLocation::Parse(database + "#mine").value();
  ASSERT_TRUE(SaveTo(place, Rich()));
  class CutAfter : public core::NoProgress {
   public:
    CutAfter(const TestServer& to, const std::string& database, int asked)
        : server_(to), name_(database.substr(database.rfind('/') + 1)), left_(asked) {}
    bool Cancelled() const override {
      if (left_-- == 0) {
        server_.AsSuperuser("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '" + name_ +
                            "'");
      }
      return false;
    }

   private:
    const TestServer& server_;
    std::string name_;
    mutable int left_;
  };
  for (const int asked : {0, 1, 2, 5, 10, 20}) {
    CutAfter cut(server, database, asked);
    auto store = StudyStore::Open(place, OpenMode::kWrite).value();
    const auto saved = store.Save(random_study::Make(77, 20), {}, cut);
    ASSERT_FALSE(saved) << asked;
    EXPECT_EQ(saved.error().code, ErrorCode::kIo) << saved.error().message;
    EXPECT_EQ(LoadFrom(place).value(), Rich());
  }
}

}  // namespace
}  // namespace commonground::store
