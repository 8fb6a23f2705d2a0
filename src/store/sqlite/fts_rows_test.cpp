// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Rows and places against a slow reading.

#include "store/sqlite/fts_rows.h"

#include <gtest/gtest.h>

#include <random>

#include "store/failure.h"

namespace commonground::store {
namespace {

TEST(FtsRows, PacksNumbersOfAnySizeAndGivesThemBack) {
  const std::vector<std::int64_t> numbers{0, 1, 127, 128, 300, 16'383, 16'384, 1 << 30, std::int64_t{1} << 40};
  EXPECT_EQ(Unpack(Pack(numbers)), numbers);
  EXPECT_EQ(Pack({20, 130}).size(), 3U) << "a passage's words take one byte as a rule";
  EXPECT_TRUE(Unpack("").empty());
}

TEST(FtsRows, PacksPlacesInAnyOrder) {
  const std::vector<core::TextRange> places{{0, 12}, {14, 14}, {14, 400}, {3, 9}, {1'000'000, 1'000'001}, {0, 1}};
  EXPECT_EQ(UnpackPlaces(PackPlaces(places)), places);
}

TEST(FtsRows, ReadsNothingThatWasNotPacked) {
  for (const std::string& bytes : {std::string("\x80"), std::string(7, '\x80') + '\x01', std::string(9, '\xFF')}) {
    EXPECT_THROW((void)Unpack(bytes), Failure);
  }
  EXPECT_THROW((void)UnpackPlaces(Pack({1})), Failure) << "a place is two numbers";
  EXPECT_THROW((void)UnpackPlaces(Pack({3, 1})), Failure) << "before the text";
  std::mt19937 random(3);
  for (int round = 0; round < 10'000; ++round) {
    std::string bytes(random() % 12, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    try {
      for (const core::TextRange& place : UnpackPlaces(bytes))
        EXPECT_TRUE(0 <= place.start && place.start <= place.end);
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.error().code, core::ErrorCode::kCorrupt);
    }
  }
}

}  // namespace
}  // namespace commonground::store
