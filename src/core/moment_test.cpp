// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Moments that exist and moments that do not.

#include "core/moment.h"

#include <gtest/gtest.h>

namespace commonground::core {
namespace {

TEST(Moment, ReadsWhatItWrites) {
  for (const char* text : {"1970-01-01T00:00:00Z", "2026-11-25T14:03:05Z", "2024-02-29T23:59:59Z",
                           "1850-06-01T00:00:01Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"}) {
    const auto moment = Moment::Parse(text);
    ASSERT_TRUE(moment.has_value()) << text;
    EXPECT_EQ(moment->Text(), text);
  }
}

TEST(Moment, CountsSecondsSinceTheEpoch) {
  EXPECT_EQ(Moment::Parse("2000-03-01T00:00:01Z")->unix_seconds(), 951868801);
  EXPECT_EQ(Moment::FromUnixSeconds(-1).Text(), "1969-12-31T23:59:59Z");
  EXPECT_EQ(Moment::StartOf(*Date::Make(2010)).Text(), "2010-01-01T00:00:00Z");
}

TEST(Moment, RejectsWhatIsNoMoment) {
  for (const char* text :
       {"", "2026-11-25", "2026-11-25T14:03:05", "2026-11-25 14:03:05Z", "2026-11-25T24:00:00Z", "2026-11-25T14:60:00Z",
        "2026-02-30T00:00:00Z", "2026-11-25T14:03:05+00:00", "2026-11-25T1x:03:05Z"}) {
    const auto moment = Moment::Parse(text);
    ASSERT_FALSE(moment.has_value()) << text;
    EXPECT_EQ(moment.error().code, ErrorCode::kInvalidInput);
  }
}

}  // namespace
}  // namespace commonground::core
