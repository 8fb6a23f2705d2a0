// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Second keys: the vectors of RFC 6238, and what is taken when.

#include "app/people/second_key.h"

#include <gtest/gtest.h>

#include <set>

namespace commonground::app {
namespace {

// RFC 6238, appendix B, SHA-1: eight digits.
TEST(SecondKeys, GiveTheCodesOfTheRfc) {
  const std::pair<std::int64_t, const char*> vectors[] = {{59, "94287082"},         {1111111109, "07081804"},
                                                          {1111111111, "14050471"}, {1234567890, "89005924"},
                                                          {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& [time, code] : vectors) EXPECT_EQ(CodeOfStep("12345678901234567890", time / 30, 8), code) << time;
}

// The same key in base 32, six digits.
constexpr const char* kKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

TEST(SecondKeys, TakeACodeOnce) {
  EXPECT_EQ(StepOfCode(kKey, "287082", 59, 0), 1);
  EXPECT_EQ(StepOfCode(kKey, "287 082", 59, 0), 1);
  EXPECT_EQ(StepOfCode(kKey, "287082", 59, 1), std::nullopt);
  EXPECT_EQ(StepOfCode(kKey, "287082", 89, 0), 1);              // one step late
  EXPECT_EQ(StepOfCode(kKey, "287082", 29, 0), 1);              // one step early
  EXPECT_EQ(StepOfCode(kKey, "287082", 120, 0), std::nullopt);  // two
}

TEST(SecondKeys, TakeNothingElse) {
  for (const char* bad : {"", "287083", "28708", "2870822", "94287082", "28708a", "000000", "287082\n"}) {
    EXPECT_EQ(StepOfCode(kKey, bad, 59, 0), std::nullopt) << bad;
  }
  EXPECT_EQ(StepOfCode("", "287082", 59, 0), std::nullopt);
}

TEST(SecondKeys, AreRandomAndTellNothingOfUs) {
  std::set<std::string> keys;
  for (int i = 0; i < 100; ++i) keys.insert(NewSecondKey());
  EXPECT_EQ(keys.size(), 100U);
  EXPECT_EQ(keys.begin()->size(), 32U);
  const std::string address = AddressOfSecondKey(kKey, "lead");
  EXPECT_EQ(address, "otpauth://totp/Workbench:lead?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Workbench");
  const auto picture = QrOf(address);
  ASSERT_TRUE(picture);
  EXPECT_GE(picture->size, 29);
  EXPECT_TRUE(picture->path.starts_with("M0 0h7v1h-7z"));  // the corner of every QR picture
}

TEST(SecondKeys, HaveRecoveryCodesForPaper) {
  const auto codes = NewRecoveryCodes();
  ASSERT_EQ(codes.size(), 8U);
  EXPECT_EQ(codes[0].size(), 27U);
  EXPECT_EQ(HashOfRecoveryCode("abc-def ghi"), HashOfRecoveryCode("ABCDEFGHI"));
  EXPECT_NE(HashOfRecoveryCode(codes[0]), HashOfRecoveryCode(codes[1]));
}

}  // namespace
}  // namespace commonground::app
