// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests the map: its projection, its land, and where countries stand.

#include "publish/world.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace commonground::publish {
namespace {

TEST(World, HasLandAndLines) {
  const std::string_view paths = WorldLand();
  EXPECT_EQ(std::count(paths.begin(), paths.end(), '\n'), 2);
  EXPECT_TRUE(paths.starts_with('M'));
  EXPECT_LT(paths.size(), 60'000U);
  EXPECT_EQ(paths.find_first_not_of("MlLz0123456789- \n"), std::string_view::npos) << "nothing but a path";
}

TEST(World, CountriesLieWhereTheyLie) {
  const auto at = [](const char* code) { return *MiddleOf(model::CountryCode(code)); };
  EXPECT_LT(at("USA").x, at("FRA").x);
  EXPECT_LT(at("FRA").x, at("IND").x);
  EXPECT_LT(at("SWE").y, at("KEN").y);
  EXPECT_LT(at("KEN").y, at("ZAF").y);
  for (const char* code :
       {"CMR", "UGA", "KGZ", "MKD", "RUS", "THA", "MYS", "MMR", "GUY", "JAM", "CAN", "ECU", "PER", "SGP", "TUV"}) {
    ASSERT_TRUE(MiddleOf(model::CountryCode(code))) << code;
    EXPECT_GT(at(code).x, 0);
    EXPECT_LT(at(code).x, kWorldWidth);
    EXPECT_GT(at(code).y, 0);
    EXPECT_LT(at(code).y, kWorldHeight);
  }
}

TEST(World, InventedCountriesLieNowhere) {
  for (const char* code : {"XAA", "XZZ", "", "ken", "country"})
    EXPECT_FALSE(MiddleOf(model::CountryCode(code))) << code;
}

}  // namespace
}  // namespace commonground::publish
