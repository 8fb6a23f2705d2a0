// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every word is read as it is written.

#include "model/words.h"

#include <gtest/gtest.h>

#include <set>

#include "model/ids.h"

namespace commonground::model {
namespace {

template <typename Enum>
void EveryWordReadsBack(std::size_t expected) {
  std::set<std::string_view> words;
  for (const auto& [value, word] : Words<Enum>()) {
    EXPECT_TRUE(words.insert(word).second) << word;
    EXPECT_EQ(FromWord<Enum>(word), value);
    EXPECT_EQ(Word(value), word);
  }
  EXPECT_EQ(words.size(), expected);
  EXPECT_FALSE(FromWord<Enum>("").has_value());
  EXPECT_FALSE(FromWord<Enum>("no such word").has_value());
}

TEST(Words, ReadBackAsWritten) {
  EveryWordReadsBack<EvidenceType>(5);
  EveryWordReadsBack<Visibility>(3);
  EveryWordReadsBack<CodeKind>(6);
  EveryWordReadsBack<CodingStatus>(4);
  EveryWordReadsBack<Basis>(4);
  EveryWordReadsBack<ConsentScope>(8);
  EveryWordReadsBack<ConsentBasis>(4);
  EveryWordReadsBack<DocumentKind>(2);
  EveryWordReadsBack<TieKind>(5);
  EveryWordReadsBack<FindingKind>(4);
  EveryWordReadsBack<Addressee>(6);
  EveryWordReadsBack<Concern>(4);
  EveryWordReadsBack<Confidence>(4);
  EveryWordReadsBack<IndicatorSide>(4);
  EveryWordReadsBack<IndicatorType>(3);
  EveryWordReadsBack<Verdict>(6);
}

TEST(Ids, HoldOnlyWhatIsSafeInAFileName) {
  for (const char* id : {"a", "INT.1.3", "tais-plus", "0", "x_y"}) EXPECT_TRUE(IsValidId(id)) << id;
  for (const char* id : {"", ".", "-a", "a..b", "a b", "a/b", "é", "a\n", "_x"}) EXPECT_FALSE(IsValidId(id)) << id;
  EXPECT_FALSE(IsValidId(std::string(121, 'a')));
  EXPECT_TRUE(IsValidDocumentId("bhesp/case-study.md"));
  for (const char* id : {"bhesp", "bhesp/", "/x", "a/b/c", "../x", "a/.."}) EXPECT_FALSE(IsValidDocumentId(id)) << id;
}

}  // namespace
}  // namespace commonground::model
