// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Backups open with their key, as they were made, and not otherwise.
#include "store/backup/sealed_file.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <string>

namespace commonground::store {
namespace {

using core::ErrorCode;

const BackupLabel kLabel{1'700'000'000, "12345678"};

std::string Sealed(const BackupKeys& keys, std::span<const std::string_view> pieces) {
  std::string bytes;
  const auto sealed = Seal(keys.public_key(), kLabel, pieces, [&](std::string_view more) -> core::Status {
    bytes += more;
    return {};
  });
  EXPECT_TRUE(sealed) << sealed.error().message;
  return bytes;
}

core::Result<std::string> Opened(const BackupKeys& keys, const std::string& sealed) {
  std::size_t at = 0;
  std::string bytes;
  const auto read = [&](std::size_t most) -> core::Result<std::string> {
    std::string next = sealed.substr(at, most);
    at += next.size();
    return next;
  };
  const auto write = [&](std::string_view more) -> core::Status {
    bytes += more;
    return {};
  };
  CG_RETURN_IF_ERROR(Open(keys, read, write));
  return bytes;
}

TEST(SealedFile, OpensWithItsKeyWhateverItsLength) {
  const auto keys = BackupKeys::Make().value();
  for (const std::size_t size : {0, 1, 65535, 65536, 65537, 131072, 200000}) {
    std::string bytes(size, 'x');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 31);
    const std::array<std::string_view, 2> pieces{"a line\n", bytes};
    const auto opened = Opened(keys, Sealed(keys, pieces));
    ASSERT_TRUE(opened) << size << opened.error().message;
    EXPECT_EQ(*opened, "a line\n" + bytes);
  }
}

TEST(SealedFile, ThatWasCutChangedOrMadeLongerIsRefused) {
  const auto keys = BackupKeys::Make().value();
  const std::string bytes(70'000, 'y');
  const std::array<std::string_view, 1> pieces{bytes};
  const std::string sealed = Sealed(keys, pieces);
  EXPECT_FALSE(Opened(keys, sealed + "x"));
  for (std::size_t at = 0; at < sealed.size(); at += at < 200 ? 1 : 997) {
    EXPECT_FALSE(Opened(keys, sealed.substr(0, at))) << "cut at " << at;
    std::string changed = sealed;
    changed[at] = static_cast<char>(changed[at] ^ 0x20);
    EXPECT_FALSE(Opened(keys, changed)) << "changed at " << at;
  }
}

TEST(SealedFile, OfAnotherKeySaysSo) {
  const auto keys = BackupKeys::Make().value();
  const std::array<std::string_view, 1> pieces{"words"};
  const auto opened = Opened(BackupKeys::Make().value(), Sealed(keys, pieces));
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(opened.error().message, testing::HasSubstr("another key"));
}

TEST(SealedFile, HasALabelThatAnybodyReads) {
  const auto keys = BackupKeys::Make().value();
  const std::array<std::string_view, 1> pieces{"words"};
  const std::string sealed = Sealed(keys, pieces);
  EXPECT_EQ(LabelOf(sealed), kLabel);
  EXPECT_EQ(LabelOf("CGBx"), std::nullopt);
  EXPECT_EQ(LabelOf(std::string(100, 'x')), std::nullopt);
  EXPECT_THAT(sealed, testing::Not(testing::HasSubstr("words")));
}

TEST(BackupKeys, ComeBackFromWhatPeopleWroteDown) {
  for (int i = 0; i < 50; ++i) {
    const auto keys = BackupKeys::Make().value();
    std::string typed(keys.recovery_text());
    EXPECT_EQ(typed.size(), 69U);
    for (char& c : typed) {
      if (c == '0') c = 'o';
      if (c == '1') c = i % 2 == 0 ? 'l' : 'I';
      if (c == '-') c = ' ';
      if (c >= 'A' && c <= 'Z' && i % 3 == 0) c = static_cast<char>(c - 'A' + 'a');
    }
    const auto again = BackupKeys::FromRecoveryText(typed + "\r\n");
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(again->public_key(), keys.public_key());
    EXPECT_TRUE(CheckPublicKey(keys.public_key()));
  }
}

TEST(BackupKeys, ThatAreMistypedAreFoundOut) {
  const auto keys = BackupKeys::Make().value();
  const std::string text(keys.recovery_text());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '-') continue;
    std::string wrong = text;
    wrong[at] = wrong[at] == 'Z' ? 'Y' : 'Z';
    const auto read = BackupKeys::FromRecoveryText(wrong);
    // The last character carries four bits that say nothing.
    if (at + 1 == text.size() && read) continue;
    ASSERT_FALSE(read) << at;
    EXPECT_THAT(read.error().message, testing::Not(testing::HasSubstr(text.substr(0, 5))));
  }
  for (const std::string& wrong : {std::string(), text + "A", text.substr(1), std::string(58, '-'),
                                   std::string(58, '0'), "é" + text, std::string(keys.public_key())}) {
    EXPECT_FALSE(BackupKeys::FromRecoveryText(wrong)) << wrong;
  }
  for (const std::string& wrong : {std::string(), std::string("cgbackup1"), text, keys.public_key() + "a"}) {
    EXPECT_FALSE(CheckPublicKey(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace commonground::store
