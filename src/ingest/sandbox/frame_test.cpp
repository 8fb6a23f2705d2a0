// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Frames that lie are refused.

#include "ingest/sandbox/frame.h"

#include <gtest/gtest.h>

namespace commonground::ingest {
namespace {

using namespace std::string_literals;

std::string Frame(char kind, const std::string& bytes) {
  std::string frame(1, kind);
  for (int shift = 0; shift < 32; shift += 8) frame += static_cast<char>((bytes.size() >> shift) & 0xff);
  return frame + bytes;
}

std::string Answer(const std::string& frames) {
  return Frame('V', "\1") + frames + Frame('Z', "");
}

TEST(Frames, BringBackWhatWasSaid) {
  parser::Parsed parsed;
  parsed.blocks.push_back({model::PartKind::kHeading, 2, 3, 71, "A house by the river"});
  parsed.removed = {"author"};
  parsed.notices = {"Look at it."};
  parsed.pages = 9;
  parsed.unread_pages = {2, 7};
  parsed.read_in = {"th", "en"};
  parsed.words = "\0words\xff"s;
  parsed.picture = "\0points\xff"s;
  EXPECT_EQ(DecodeParsed(EncodeParsed(parsed)).value(), parsed);
}

TEST(Frames, AreNotTrusted) {
  EXPECT_TRUE(DecodeParsed(Answer("")));
  const std::string picture = Frame('I', "points");
  EXPECT_TRUE(DecodeParsed(Answer(picture)));
  const std::string pages = Frame('U', "\1\0\0\0\2\0\0\0"s);
  EXPECT_TRUE(DecodeParsed(Answer(pages)));
  for (const std::string& bad :
       {picture + picture, Frame('I', ""), Frame('I', std::string(kMaxPictureBytes + 1, 'x')), pages + pages,
        Frame('U', ""), Frame('U', "\1\0\0"s), Frame('U', "\0\0\0\0"s), Frame('U', "\2\0\0\0\1\0\0\0"s),
        Frame('U', "\xff\xff\xff\xff"s), Frame('S', ""), Frame('W', ""), Frame('W', "w") + Frame('W', "w"),
        Frame('S', "t h"), Frame('S', std::string(36, 'x')), Frame('X', "")}) {
    EXPECT_FALSE(DecodeParsed(Answer(bad))) << bad.substr(0, 20);
  }
  EXPECT_FALSE(DecodeParsed(Frame('V', "\1")));
  EXPECT_FALSE(DecodeParsed(Answer("") + "more"));
}

}  // namespace
}  // namespace commonground::ingest
