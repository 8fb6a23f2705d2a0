// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Study files that are damaged, foreign, newer or older, in the way, or on a full disk.  Whatever happens, a study is
// read exactly or not at all, and what was there stays.
#include <gmock/gmock.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>
#include <functional>

#include "random_study/random_study.h"
#include "store/failure.h"
#include "store/sqlite/connect.h"
#include "store/study_store.h"
#include "store/test_folder.h"

// SOCI 4.0.3 forgets the rows of a batch that SQLite cannot read to its end.  Read by the leak sanitizer only.
extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier)
const char* __lsan_default_suppressions() {            // NOLINT(bugprone-reserved-identifier)
  return "leak:soci::sqlite3_statement_backend::load_rowset";
}

namespace commonground::store {
namespace {

using core::ErrorCode;
using random_study::Make;
using ::testing::AllOf;
using ::testing::HasSubstr;

class DamagedFile : public ::testing::Test {
 protected:
  // Runs a test's part in a child process; true if it returned true.
  static bool InChild(const std::function<bool()>& part) {
    const pid_t child = fork();
    if (child == 0) {
      bool good = false;
      try {
        good = part();
      } catch (...) {
      }
      _exit(good ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }
  void RunSql(const std::string& sql) {
    auto session = OpenDatabase(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    store::Run(*session, sql);
  }

  TestFolder folder;
  std::filesystem::path path = folder.path() / "study.cg";
};

TEST_F(DamagedFile, ThatIsNotThereIsNotFound) {
  for (const auto mode : {OpenMode::kRead, OpenMode::kWrite}) {
    const auto opened = StudyStore::Open(path, mode);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::kNotFound);
    EXPECT_EQ(opened.error().where, path.string());
  }
  EXPECT_EQ(StudyStore::Open(folder.path() / "no" / "study.cg", OpenMode::kCreateOrWrite).error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(StudyStore::Open(folder.path(), OpenMode::kWrite).error().code, ErrorCode::kInvalidInput);
  EXPECT_TRUE(folder.AllBytes().empty());
}

TEST_F(DamagedFile, ThatIsNoStudyIsLeftAsItIs) {
  RunSql("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  const std::string foreign = folder.Bytes("study.cg");
  for (const std::string& bytes : {foreign, std::string(), std::string("# A text file\n"), std::string(100'000, '\0'),
                                   std::string("SQLite format 3\0", 16)}) {
    folder.Write("study.cg", bytes);
    for (const auto mode : {OpenMode::kRead, OpenMode::kWrite, OpenMode::kCreateOrWrite}) {
      const auto opened = StudyStore::Open(path, mode);
      ASSERT_FALSE(opened) << bytes.size();
      EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt) << bytes.size();
      EXPECT_THAT(opened.error().message, HasSubstr("Fix: "));
    }
    EXPECT_EQ(folder.Bytes("study.cg"), bytes);
    EXPECT_EQ(folder.AllBytes().size(), 1U);
  }
}

TEST_F(DamagedFile, OfANewerProgramIsLeftAsItIs) {
  ASSERT_TRUE(SaveTo(path, Make(1)));
  RunSql("PRAGMA user_version=700");
  const std::string before = folder.Bytes("study.cg");
  const auto opened = StudyStore::Open(path, OpenMode::kCreateOrWrite);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kNewerSchema);
  EXPECT_THAT(opened.error().message,
              AllOf(HasSubstr("(schema 700; this program knows "), HasSubstr("). Nothing was changed. Fix: ")));
  EXPECT_EQ(folder.Bytes("study.cg"), before);
}

TEST_F(DamagedFile, WithATriggerOrViewThatWeDidNotMakeIsRefused) {
  for (const char* sql :
       {"CREATE VIEW v AS SELECT 1", "CREATE TRIGGER t AFTER INSERT ON codes BEGIN DELETE FROM codes; END",
        "DROP TABLE chapters", "CREATE TABLE names_of_people (name TEXT)"}) {
    std::filesystem::remove(path);
    ASSERT_TRUE(SaveTo(path, Make(1)));
    RunSql(sql);
    EXPECT_EQ(StudyStore::Open(path, OpenMode::kWrite).error().code, ErrorCode::kCorrupt) << sql;
  }
}

TEST_F(DamagedFile, ChangedByHandIsFoundOut) {
  const auto study = Make(1, 12);
  ASSERT_GE(study.sources.size(), 2U);
  for (const char* sql : {"UPDATE sources SET title = title || 'x'", "DELETE FROM statements WHERE position = 0",
                          "UPDATE sources SET position = 0", "DELETE FROM digests", "DELETE FROM settings",
                          "UPDATE document_texts SET text = ''", "UPDATE indicators SET side = 'nonsense'",
                          "UPDATE sources SET position = 5000000000"}) {
    std::filesystem::remove(path);
    ASSERT_TRUE(SaveTo(path, study));
    RunSql(sql);
    const auto loaded = LoadFrom(path);
    ASSERT_FALSE(loaded) << sql;
    EXPECT_EQ(loaded.error().code, ErrorCode::kCorrupt) << sql;
  }
}

TEST_F(DamagedFile, CutAtAnyLengthIsReadExactlyOrNotAtAll) {
  const auto study = Make(2, 6);
  ASSERT_TRUE(SaveTo(path, study));
  const std::string whole = folder.Bytes("study.cg");
  for (std::size_t size = 0; size < whole.size(); size += size < 200 ? 7 : 1021) {
    folder.Write("study.cg", whole.substr(0, size));
    const auto loaded = LoadFrom(path);
    ASSERT_FALSE(loaded) << size;
    EXPECT_EQ(loaded.error().code, ErrorCode::kCorrupt) << size << ": " << loaded.error().message;
  }
}

void FlipBytes(const TestFolder& folder, std::size_t first, std::size_t step) {
  const auto path = folder.path() / "study.cg";
  const auto study = Make(6, 5);
  ASSERT_TRUE(SaveTo(path, study));
  const std::string whole = folder.Bytes("study.cg");
  int refused = 0;
  for (std::size_t at = first; at < whole.size(); at += step) {
    for (const int bit : {0, 4, 7}) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
      folder.Write("study.cg", bytes);
      const auto loaded = LoadFrom(path);
      if (loaded) {
        ASSERT_EQ(*loaded, study) << "byte " << at << " bit " << bit;
      } else {
        ++refused;
        ASSERT_THAT(loaded.error().code, ::testing::AnyOf(ErrorCode::kCorrupt, ErrorCode::kNewerSchema, ErrorCode::kIo))
            << "byte " << at << " bit " << bit << ": " << loaded.error().message;
      }
      for (const char* beside : {"study.cg-wal", "study.cg-shm", "study.cg-journal"}) {
        std::filesystem::remove(folder.path() / beside);
      }
    }
  }
  EXPECT_GT(refused, 0);
}

TEST_F(DamagedFile, WithFlippedBytesIsReadExactlyOrNotAtAll) {
  FlipBytes(folder, 0, 6113);
}
TEST(DamagedFileSlow, WithManyFlippedBytesIsReadExactlyOrNotAtAll) {
  const TestFolder folder;
  FlipBytes(folder, 3, 1511);
}

// --- older files --------------------------------------------------------------------------------------------------

// The migrations of this program, and one of the next.
std::vector<std::string_view> AndOneMore(std::string_view next) {
  const Migrations known = SqliteMigrations();
  std::vector<std::string_view> all(known.begin(), known.end());
  all.push_back(next);
  return all;
}

// A study file of a made-up next schema: ours with one more column and one more table.
constexpr std::string_view kNextSchema =
    "ALTER TABLE chapters ADD COLUMN language TEXT NOT NULL DEFAULT '';"
    "CREATE TABLE later (study INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (study, position)) STRICT;";

core::Status OpenWith(const std::filesystem::path& path, Migrations migrations) {
  return Guarded(path, [&]() -> core::Status {
    (void)OpenStudyFile(path, {.may_create = false, .may_write = true}, migrations);
    return {};
  });
}

TEST_F(DamagedFile, OfAnOlderProgramIsBroughtUpToDate) {
  ASSERT_TRUE(SaveTo(path, Make(4, 9)));
  const auto migrations = AndOneMore(kNextSchema);
  const auto opened = OpenWith(path, migrations);
  ASSERT_TRUE(opened) << opened.error().message;
  ASSERT_TRUE(OpenWith(path, migrations));  // again: nothing to do
  EXPECT_EQ(folder.AllBytes().size(), 1U) << "the copy is gone";
  EXPECT_EQ(StudyStore::Open(path, OpenMode::kRead).error().code, ErrorCode::kNewerSchema);
  auto session = OpenDatabase(path, SQLITE_OPEN_READWRITE);
  int chapters = 0;
  *session << "SELECT count(*) FROM chapters WHERE language = ''", soci::into(chapters);
  EXPECT_EQ(chapters, std::ssize(Make(4, 9).chapters));
}

// The schema whose search index had a row a passage: words that were in it leave no trace.
TEST_F(DamagedFile, OfAnOlderProgramLosesItsSearchIndexAndGetsANewOne) {
  const Migrations all = SqliteMigrations();
  const auto smaller = std::ranges::find_if(
      all, [](std::string_view sql) { return sql.find("DROP TABLE passage_index") != std::string_view::npos; });
  ASSERT_NE(smaller, all.end());
  {
    auto session = OpenStudyFile(path, {.may_create = true, .may_write = true},
                                 all.first(static_cast<std::size_t>(smaller - all.begin())));
    store::Run(*session,
               "INSERT INTO passages VALUES (1, 1, 0, 12); INSERT INTO indexed_documents VALUES (1, 1, 'h', 1, 1);"
               "INSERT INTO passage_index (rowid, body, facets) VALUES (1, char(31) || 'xyzzyplugh', '')");
  }
  EXPECT_THAT(folder.AllBytesJoined(), HasSubstr("xyzzyplugh"));
  std::uint64_t seed = 4;
  auto study = Make(seed, 9);
  while (study.documents.empty()) study = Make(++seed, 9);
  study.codings.clear();
  study.documents.front().text = "The police came.\n";
  study.documents.front().hash = "of that";
  study.documents.front().parts.clear();
  ASSERT_TRUE(SaveTo(path, study));
  EXPECT_THAT(folder.AllBytesJoined(), ::testing::Not(HasSubstr("xyzzyplugh")));
  const auto find_police = [&] {
    SearchRequest request;
    request.question = "police";
    return StudyStore::Open(path, OpenMode::kRead)->Search(request, {"en"}, {study.documents.front().id});
  };
  EXPECT_EQ(find_police().value().total, 1);

  RunSql("DELETE FROM indexed_documents");  // as after the change of schema alone
  EXPECT_EQ(find_police().error().code, ErrorCode::kNotFound);
  core::NoProgress silent;
  ASSERT_TRUE(StudyStore::Open(path, OpenMode::kWrite)->Reindex(silent));
  EXPECT_EQ(find_police().value().total, 1);

  const auto words = std::ranges::find_if(  // an index whose words were folded before they were stemmed
      all, [](std::string_view sql) { return sql.find("stemmed before they are folded") != std::string_view::npos; });
  ASSERT_NE(words, all.end());
  RunSql(std::string(*words));
  EXPECT_EQ(find_police().error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(StudyStore::Open(path, OpenMode::kWrite)->Reindex(silent));
  EXPECT_EQ(find_police().value().total, 1);
}

TEST_F(DamagedFile, OfAnOlderProgramStaysAndHasACopyIfTheChangeFails) {
  const auto study = Make(4, 9);
  ASSERT_TRUE(SaveTo(path, study));
  for (const std::string_view broken :
       {std::string_view("ALTER TABLE chapters ADD COLUMN language TEXT; SELECT no_such_thing"),
        std::string_view("INSERT INTO cases (study, organisation, position, title) VALUES (1, 'nobody', 0, '')")}) {
    const auto migrations = AndOneMore(broken);
    const auto opened = OpenWith(path, migrations);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().message, HasSubstr("study.cg.before-v"));
    EXPECT_EQ(LoadFrom(path).value(), study);
    const auto copy = folder.path() / ("study.cg.before-v" + std::to_string(migrations.size()));
    struct stat about {};
    ASSERT_EQ(stat(copy.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600U);
    const auto kept = LoadFrom(copy);
    ASSERT_TRUE(kept) << kept.error().message;
    EXPECT_EQ(*kept, study);
  }
}

// --- others in the way --------------------------------------------------------------------------------------------

TEST_F(DamagedFile, ThatAnotherProgramReadsCanBeSaved) {
  const auto study = Make(1, 9);
  ASSERT_TRUE(SaveTo(path, study));
  const auto reader = StudyStore::Open(path, OpenMode::kRead).value();
  EXPECT_TRUE(InChild([&] { return SaveTo(path, Make(2, 9)).has_value(); }));
  core::NoProgress progress;
  EXPECT_EQ(reader.Load(progress).value(), Make(2, 9));
}

TEST(DamagedFileSlow, ThatAnotherProgramWritesIsBusy) {
  const TestFolder folder;
  const auto path = folder.path() / "study.cg";
  const auto study = Make(1, 9);
  ASSERT_TRUE(SaveTo(path, study));
  auto session = OpenDatabase(path, SQLITE_OPEN_READWRITE);
  WriteTransaction held(*session);
  const auto saved = SaveTo(path, Make(2, 9));  // waits 5 s
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, ErrorCode::kBusy);
  EXPECT_EQ(LoadFrom(path).value(), study) << "reading goes on";
}

TEST_F(DamagedFile, TwoProgramsThatMakeItAtOnceLeaveOneOfTheirStudies) {
  for (int round = 0; round < 10; ++round) {
    std::filesystem::remove(path);
    const pid_t child = fork();
    const auto mine = Make(child == 0 ? 1 : 2, 9);
    const auto saved = SaveTo(path, mine);
    if (child == 0) _exit(saved ? 0 : 1);
    EXPECT_TRUE(saved) << saved.error().message;
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    const auto loaded = LoadFrom(path).value();
    EXPECT_TRUE(loaded == Make(1, 9) || loaded == Make(2, 9));
  }
}

// --- no rights, no room -------------------------------------------------------------------------------------------

TEST_F(DamagedFile, InAFolderWithoutRightsIsReadButNotWritten) {
  const auto study = Make(1, 9);
  ASSERT_TRUE(SaveTo(path, study));
  chmod(path.c_str(), 0444);
  chmod(folder.path().c_str(), 0555);
  const bool root = geteuid() == 0;  // root may do anything, so somebody else tries, whose file it is
  if (root) {
    ASSERT_EQ(chown(path.c_str(), 65534, 65534), 0);
  }
  const auto without_rights = [&] {
    if (root && setuid(65534) != 0) return false;
    const auto loaded = LoadFrom(path);
    const auto saved = SaveTo(path, Make(2, 9));
    const auto made = StudyStore::Open(folder.path() / "new.cg", OpenMode::kCreateOrWrite);
    return loaded && *loaded == study && !saved && saved.error().code == ErrorCode::kIo && !made &&
           made.error().code == ErrorCode::kIo;
  };
  EXPECT_TRUE(InChild(without_rights));
  if (root) {
    ASSERT_EQ(chown(path.c_str(), 0, 0), 0);
  }
  chmod(folder.path().c_str(), 0755);
  EXPECT_EQ(LoadFrom(path).value(), study);
  EXPECT_EQ(folder.AllBytes().size(), 1U);
}

TEST_F(DamagedFile, ThatMayNotGrowKeepsTheOldStudy) {
  const auto study = Make(1, 4);
  ASSERT_TRUE(SaveTo(path, study));
  auto larger = Make(2, 20);
  larger.chapters.push_back({model::ChapterId("long"), std::string(3'000'000, 'x')});
  for (const rlim_t room : {200'000, 400'000, 1'000'000, 2'500'000}) {
    EXPECT_TRUE(InChild([&] {
      signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{room, room};
      setrlimit(RLIMIT_FSIZE, &limit);
      const auto saved = SaveTo(path, larger);
      return !saved && saved.error().code == ErrorCode::kIo;
    })) << room;
    EXPECT_EQ(LoadFrom(path).value(), study) << room;
  }
  EXPECT_TRUE(SaveTo(path, larger));
  EXPECT_EQ(LoadFrom(path).value(), larger);
}

TEST(TranslateSqlite, FullDiskIsIo) {
  EXPECT_EQ(Translate(SQLITE_FULL, "").code, ErrorCode::kIo);
  EXPECT_EQ(Translate(SQLITE_BUSY | (2 << 8), "").code, ErrorCode::kBusy);
  EXPECT_EQ(Translate(SQLITE_CORRUPT | (1 << 8), "").code, ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace commonground::store
