// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests that a passphrase is the same in each Unicode form, and is wiped.

#include "core/secret.h"

#include <gtest/gtest.h>

#include <string>

namespace commonground::core {
namespace {

std::string Same(std::string_view typed) {
  return std::string(Secret::OfText(typed).value().text());
}

TEST(Secret, IsTheSameHoweverLettersAreComposed) {
  EXPECT_EQ(Same("caf\u00e9 \u1ed9 \uac00"), Same("cafe\u0301 o\u0323\u0302 \u1100\u1161"));
  EXPECT_EQ(Same("plain words of nobody"), "plain words of nobody");
  EXPECT_NE(Same("\u041f"), Same("\u043f")) << "but letters stay letters";
  EXPECT_EQ(Same(""), "");
}

TEST(Secret, KeepsWhatIsNoText) {
  EXPECT_EQ(Same("\xff\xfe bytes"), "\xff\xfe bytes");
}

TEST(Secret, ForgetsWhatIsCutOff) {
  Secret secret = Secret::OfText("0123456789").value();
  const char* bytes = secret.text().data();
  secret.Cut(4);
  EXPECT_EQ(secret.text(), "0123");
  EXPECT_EQ(bytes[4], '\0');
  EXPECT_EQ(bytes[9], '\0');
}

}  // namespace
}  // namespace commonground::core
