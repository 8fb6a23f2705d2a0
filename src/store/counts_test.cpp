// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts of a study file that are kept beside the codings.  That they follow every edit, and what each person sees of
// them, is tested where the read gateway is (app/counts_seen_test.cpp).
#include <gtest/gtest.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "random_study/random_study.h"
#include "store/sqlite/connect.h"
#include "store/test_folder.h"

namespace commonground::store {
namespace {

class KeptCounts : public ::testing::Test {
 protected:
  KeptCounts() {
    std::uint64_t seed = 1;
    while (random_study::Make(seed, 20).codings.size() < 9) ++seed;
    EXPECT_TRUE(SaveTo(place, random_study::Make(seed, 20)));
  }
  std::vector<CodeCount> Counts() { return StudyStore::Open(place, OpenMode::kRead).value().CountByCode().value(); }
  void Past(const std::string& sql) {
    auto file = OpenDatabase(path, SQLITE_OPEN_READWRITE);
    store::Run(*file, sql);
  }
  TestFolder folder;
  std::filesystem::path path = folder.path() / "study.cg";
  StudyLocation place{path};
};

TEST_F(KeptCounts, AreRead) {
  const auto counts = Counts();
  Past(
      "UPDATE code_counts SET codings = codings + CASE WHEN code = (SELECT max(code) FROM code_counts) THEN 1 WHEN "
      "code "
      "= (SELECT min(code) FROM code_counts) THEN -1 ELSE 0 END");
  EXPECT_NE(Counts(), counts);  // or the other tests would prove nothing about them
}

TEST_F(KeptCounts, AreNotBelievedWhereTheyDoNotAddUp) {
  const auto counts = Counts();
  Past("UPDATE code_counts SET codings = codings + 1 WHERE code = (SELECT min(code) FROM code_counts)");
  EXPECT_EQ(Counts(), counts);
  Past("DELETE FROM code_counts");
  EXPECT_EQ(Counts(), counts);
}

}  // namespace
}  // namespace commonground::store
