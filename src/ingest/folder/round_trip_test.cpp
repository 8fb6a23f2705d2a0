// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is written is read as the same study, for random studies.

#include <gtest/gtest.h>

#include "ingest/folder/folder_testutil.h"
#include "random_study/random_study.h"

namespace commonground::ingest {
namespace {

void ExpectRoundTrip(std::uint64_t seed, int size, CsvStyle style) {
  SCOPED_TRACE(seed);
  const model::Study study = random_study::Make(seed, size);
  const Files files = Written(study, style);
  const FolderRead read = ReadFiles(files);
  EXPECT_EQ(DescribeAll(read.problems), "");
  EXPECT_TRUE(read.study.settings == study.settings);
  EXPECT_TRUE(read.study.regions == study.regions);
  EXPECT_TRUE(read.study.leadership == study.leadership);
  EXPECT_TRUE(read.study.definitions == study.definitions);
  EXPECT_TRUE(read.study.documents == study.documents);
  EXPECT_TRUE(read.study.codings == study.codings);
  EXPECT_TRUE(read.study.findings == study.findings);
  EXPECT_TRUE(read.study == study);
  EXPECT_EQ(Written(read.study, style), files);
}

TEST(RoundTrip, GivesTheSameStudyAndTheSameBytesForRandomStudies) {
  for (std::uint64_t seed = 0; seed < 60 && !testing::Test::HasFailure(); ++seed) {
    ExpectRoundTrip(seed, static_cast<int>(seed % 12), seed % 2 == 0 ? CsvStyle::kRaw : CsvStyle::kSpreadsheetSafe);
  }
}

TEST(RoundTripSlow, HoldsForManyRandomStudies) {
  for (std::uint64_t seed = 1000; seed < 2000 && !testing::Test::HasFailure(); ++seed) {
    ExpectRoundTrip(seed, static_cast<int>(seed % 20), seed % 2 == 0 ? CsvStyle::kRaw : CsvStyle::kSpreadsheetSafe);
  }
}

}  // namespace
}  // namespace commonground::ingest
