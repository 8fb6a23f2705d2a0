// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which passphrases are taken, and what is kept of them.

#include "app/people/passphrase.h"

#include <gtest/gtest.h>

namespace commonground::app {
namespace {

TEST(Passphrases, OfFifteenCharactersAndMoreAreTakenWhateverTheyAreMadeOf) {
  for (const char* good :
       {"turnip ladder ocean seventeen kettles", "vnakwpzotydmquc", "la lune mange trois chaussettes bleues",
        "четыре синих чайника поют", "窗外的青蛙今天买了三把旧伞在喝汤", "         !!turnip-ladder-77##",
        "my sister's purple accordion"}) {
    EXPECT_TRUE(CheckPassphrase(good, {"lead"})) << good;
  }
}

TEST(Passphrases, ThatAreTriedFirstAreNotTaken) {
  for (const char* bad : {"",
                          "short",
                          "turnip ladder",
                          "Correct Horse Battery Staple",
                          "correct-horse-battery-staple",
                          "aaaaaaaaaaaaaaaaaaaa",
                          "abcabcabcabcabcabc",
                          "123456789012345",
                          "qwertyuiopasdfgh",
                          "abcdefghijklmnop",
                          "ponmlkjihgfedcba",
                          "passwordpassword",
                          "PassWord PassWord 1",
                          "lead lead lead lead lead",
                          "lead-commonground-lead",
                          "Sex work is work",
                          "Nothing about us without us",
                          "секс-работа — это работа",
                          "ЙЦУКЕНГШЩЗХЪФЫВ",
                          "esta es mi contraseña",
                          "il était une fois",
                          "98765432109876543210",
                          "               "}) {
    const auto checked = CheckPassphrase(bad, {"lead", "commonground"});
    ASSERT_FALSE(checked) << bad;
    EXPECT_EQ(checked.error().code, core::ErrorCode::kInvalidInput);
    if (std::string_view(bad).size() > 4) {
      EXPECT_EQ(checked.error().message.find(bad), std::string::npos) << "it is repeated: " << bad;
    }
  }
  EXPECT_FALSE(CheckPassphrase(std::string(1025, 'x') + "turnip", {}));
}

TEST(Passphrases, AreHashedAsTheFloorAsks) {
  const auto hash = HashPassphrase("turnip ladder ocean");
  ASSERT_TRUE(hash);
  EXPECT_TRUE(hash->starts_with("$argon2id$v=19$m=65536,t=3,p=1$")) << *hash;
  EXPECT_NE(*hash, *HashPassphrase("turnip ladder ocean"));  // salted
  EXPECT_TRUE(IsPassphrase(*hash, "turnip ladder ocean"));
  EXPECT_FALSE(IsPassphrase(*hash, "turnip ladder ocean "));
  EXPECT_FALSE(IsPassphrase("", "turnip ladder ocean"));
  EXPECT_FALSE(IsPassphrase(std::string(500, '$'), "turnip ladder ocean"));
}

}  // namespace
}  // namespace commonground::app
