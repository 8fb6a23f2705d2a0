// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is sealed opens only whole and with its key.

#include "store/vault/sealed.h"

#include <gmock/gmock.h>

#include <cstring>

namespace commonground::store {
namespace {

using core::ErrorCode;
using testing::HasSubstr;
using testing::Not;

constexpr KdfCost kCheap{1, 8192};
constexpr std::string_view kPassphrase = "correct horse battery";

TEST(Sealed, OpensWhatItSealedWhateverItsLength) {
  const StudyKey key = StudyKey::Make().value();
  for (const std::size_t size : {0UL, 1UL, 17UL, 65535UL, 65536UL, 65537UL, 131072UL, 200'000UL}) {
    std::string bytes(size, 'a');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 31);
    const std::string sealed = SealBlob(key, bytes, "org/a.pdf hash");
    EXPECT_TRUE(sealed.starts_with("CGV\x01"));
    EXPECT_EQ(OpenBlob(key, sealed, "org/a.pdf hash").value(), bytes) << size;
    EXPECT_NE(SealBlob(key, bytes, "org/a.pdf hash"), sealed) << "never the same twice";
  }
}

TEST(Sealed, DoesNotOpenWhatWasChangedCutOrSwapped) {
  const StudyKey key = StudyKey::Make().value();
  const std::string bytes(70'000, 'x');
  const std::string sealed = SealBlob(key, bytes, "a");
  EXPECT_THAT(sealed, Not(HasSubstr("xxxx")));
  EXPECT_FALSE(OpenBlob(key, sealed, "b"));
  EXPECT_FALSE(OpenBlob(StudyKey::Make().value(), sealed, "a"));
  for (std::size_t i = 0; i < sealed.size(); i += 997) {
    std::string other = sealed;
    other[i] = static_cast<char>(other[i] ^ 1);
    EXPECT_FALSE(OpenBlob(key, other, "a")) << i;
  }
  for (std::size_t length = 0; length < sealed.size(); length += 1009) {
    EXPECT_FALSE(OpenBlob(key, std::string_view(sealed).substr(0, length), "a")) << length;
  }
  EXPECT_FALSE(OpenBlob(key, std::string_view(sealed).substr(0, 4 + 24 + 65536 + 17), "a")) << "a whole first chunk";
  EXPECT_FALSE(OpenBlob(key, sealed + "x", "a"));
  std::string newer = sealed;
  newer[3] = 2;
  EXPECT_EQ(OpenBlob(key, newer, "a").error().code, ErrorCode::kNewerSchema);
}

TEST(StudyKey, IsWrappedByAPassphrase) {
  const StudyKey key = StudyKey::Make().value();
  const std::string wrapped = WrapKey(key, kPassphrase, kCheap).value();
  const StudyKey again = UnwrapKey(wrapped, kPassphrase).value();
  EXPECT_EQ(std::memcmp(key.bytes(), again.bytes(), 32), 0);
  const auto wrong = UnwrapKey(wrapped, "another passphrase");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(wrong.error().message, HasSubstr("Fix"));
  for (std::size_t i = 0; i < wrapped.size(); ++i) {
    std::string other = wrapped;
    other[i] = static_cast<char>(other[i] ^ 1);
    if (i >= 4 && i < 20) continue;  // the cost: another key, at another cost
    EXPECT_FALSE(UnwrapKey(other, kPassphrase)) << i;
  }
  EXPECT_FALSE(UnwrapKey(wrapped.substr(0, 40), kPassphrase));
  EXPECT_FALSE(UnwrapKey("", kPassphrase));
}

TEST(StudyKey, AsksForAPassphraseThatHolds) {
  const StudyKey key = StudyKey::Make().value();
  EXPECT_FALSE(WrapKey(key, "short", kCheap));
  EXPECT_TRUE(WrapKey(key, "пароль-фраза-1", kCheap));
}

TEST(StudyKeySlow, TakesTimeAndMemoryToGuess) {
  const StudyKey key = StudyKey::Make().value();
  const std::string wrapped = WrapKey(key, kPassphrase).value();
  EXPECT_TRUE(UnwrapKey(wrapped, kPassphrase));
  EXPECT_EQ(wrapped[4], 4);                                         // passes
  EXPECT_EQ(static_cast<unsigned char>(wrapped[4 + 8 + 3]), 0x08);  // 128 MiB
}

}  // namespace
}  // namespace commonground::store
