// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Search shows nothing, and counts nothing, of what may not be read.

#include "app/search_study.h"
#include "app/gateway/seen_in_store.h"

#include <gmock/gmock.h>

#include "core/text_range.h"

namespace commonground::app {
namespace {

std::string Marked(const std::string& passage, const store::Found& found) {
  const Snippet snippet = SnippetOf(passage, "en", found);
  const core::TextIndex index(snippet.text);
  std::string marked;
  for (const auto& mark : snippet.marks) marked += "[" + std::string(*index.Slice(mark)) + "]";
  return marked;
}

TEST(Snippet, MarksAPhraseOnlyWhereItStandsWhole) {
  store::Found found;
  found.phrases = {{"drop", "in", "centr"}, {"polic"}};
  EXPECT_EQ(Marked("In the drop-in centre, in a room. Police in it.", found), "[drop-in centre][Police]");
}

TEST(Snippet, MarksBeginnings) {
  store::Found found;
  found.prefixes = {"condom"};
  EXPECT_EQ(Marked("Condoms and condom use", found), "[Condoms][condom]");
}

TEST(Snippet, CutsALongPassageAroundWhatWasFound) {
  std::string passage;
  for (int i = 0; i < 200; ++i) passage += "word ";
  passage += "police ";
  for (int i = 0; i < 200; ++i) passage += "word ";
  store::Found found;
  found.phrases = {{"polic"}};
  const Snippet snippet = SnippetOf(passage, "en", found);
  EXPECT_TRUE(snippet.cut_before);
  EXPECT_TRUE(snippet.cut_after);
  EXPECT_LE(core::CountCodePoints(snippet.text), 300);
  ASSERT_EQ(snippet.marks.size(), 1U);
}

}  // namespace
}  // namespace commonground::app
