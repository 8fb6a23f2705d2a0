// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Letters, syllables, signs and hanja, each as another converter has them (glibc's JOHAB).
#include "ingest/parser/johab.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include "ingest/parser/charset.h"

namespace commonground::ingest::parser {
namespace {

std::string Utf8(std::string_view johab) {
  CodePages pages;
  const std::u16string text = pages.Read(johab, kJohab);
  std::string out;
  return icu::UnicodeString(text.data(), static_cast<std::int32_t>(text.size())).toUTF8String(out);
}

TEST(Johab, IsReadAsItsLetters) {
  EXPECT_EQ(Utf8("\xD0"
                 "\x65"
                 "\x8A"
                 "\x82"
                 "\x20"
                 "\xAC"
                 "\x61"
                 "\x9C"
                 "\x71"
                 ""),
            "한국 사람");
  EXPECT_EQ(Utf8("\x88"
                 "\x61"
                 "\x88"
                 "\x62"
                 ""),
            "가각");
  EXPECT_EQ(Utf8("\x88"
                 "\x41"
                 "\x84"
                 "\x61"
                 ""),
            "ㄱㅏ");
  EXPECT_EQ(Utf8("\x89"
                 "\x77"
                 "\xC0"
                 "\x69"
                 "\xB7"
                 "\xA1"
                 "\x20"
                 "\xA4"
                 "\x71"
                 "\xB5"
                 "\x41"
                 "\x20"
                 "\xB5"
                 "\xD6"
                 "\x94"
                 "\x61"
                 ""),
            "경찰이 밤에 왔다");
  EXPECT_EQ(Utf8("\xF7"
                 "\xDB"
                 "\xE2"
                 "\xD0"
                 ""),
            "韓國");
  EXPECT_EQ(Utf8("\xD9"
                 "\x68"
                 ""),
            "※");
  EXPECT_EQ(Utf8("\xA6"
                 "\xCA"
                 "\x99"
                 "\xB1"
                 ""),
            "뷁똠");
  EXPECT_EQ(Utf8("a\\b"), "a\\b");
}

// The sum over all of it: every pair of bytes that glibc's JOHAB knows, in order.
TEST(Johab, IsReadAsAnotherConverterReadsIt) {
  CodePages pages;
  std::size_t known = 0;
  std::uint64_t sum = 0;
  for (unsigned first = 0x84; first <= 0xF9; ++first) {
    for (unsigned second = 0x31; second <= 0xFE; ++second) {
      const char pair[] = {static_cast<char>(first), static_cast<char>(second), '\0'};
      const std::u16string text = pages.Read(pair, kJohab);
      // Letters alone have two ways to be written, and that one knows one of them.
      if (first == 0xDA && second >= 0xA1 && second <= 0xD3) continue;
      if (text.size() != 1 || text[0] == 0xFFFD) continue;
      ++known;
      sum = sum * 31 + text[0];
    }
  }
  EXPECT_EQ(known, 17064U);
  EXPECT_EQ(sum, 12501129768251745893U);
}

}  // namespace
}  // namespace commonground::ingest::parser
