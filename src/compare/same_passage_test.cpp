// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pairs of codes on one passage, by hand and beside a comparison of every two codings.

#include "compare/same_passage.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <tuple>

namespace commonground::compare {
namespace {

model::Snapshot Of(std::vector<model::CodingColumn> codings) {
  model::Snapshot snapshot;
  snapshot.codings = std::move(codings);
  return snapshot;
}

TEST(SamePassage, CountsAPassageOnceWhoeverCodedIt) {
  // case, document, code, coder, start, end
  const auto pairs = CodesOnSamePassages(Of({{0, 0, 3, 0, 5, 9},
                                             {0, 0, 1, 0, 5, 9},
                                             {0, 0, 3, 1, 5, 9},
                                             {1, 2, 1, 0, 0, 4},
                                             {1, 2, 3, 1, 0, 4},
                                             {1, 2, 3, 1, 0, 5},
                                             {1, 3, 1, 1, 0, 5}}));
  ASSERT_EQ(pairs.size(), 1);
  EXPECT_EQ(pairs[0].one, 1);
  EXPECT_EQ(pairs[0].other, 3);
  EXPECT_EQ(pairs[0].cases, 2);
  EXPECT_EQ(pairs[0].passages, (std::vector<SharedPassage>{{0, 5, 9}, {2, 0, 4}}));
}

TEST(SamePassage, HasNoPairWhereNothingIsCodedOrOneCodeAlone) {
  EXPECT_TRUE(CodesOnSamePassages(Of({})).empty());
  EXPECT_TRUE(CodesOnSamePassages(Of({{0, 0, 1, 0, 0, 4}, {0, 0, 1, 1, 0, 4}, {0, 0, 2, 0, 0, 3}})).empty());
}

TEST(SamePassage, PutsMostPassagesFirstThenMostCases) {
  const auto pairs = CodesOnSamePassages(Of({{0, 0, 1, 0, 0, 1},
                                             {0, 0, 2, 0, 0, 1},
                                             {0, 0, 1, 0, 2, 3},
                                             {0, 0, 2, 0, 2, 3},
                                             {0, 0, 4, 0, 4, 5},
                                             {0, 0, 5, 0, 4, 5},
                                             {0, 0, 4, 0, 6, 7},
                                             {0, 0, 5, 0, 6, 7},
                                             {1, 1, 6, 0, 0, 1},
                                             {1, 1, 7, 0, 0, 1},
                                             {2, 2, 6, 0, 0, 1},
                                             {2, 2, 7, 0, 0, 1}}));
  ASSERT_EQ(pairs.size(), 3);
  EXPECT_EQ(pairs[0].one, 6);
  EXPECT_EQ(pairs[1].one, 1);
  EXPECT_EQ(pairs[2].one, 4);
}

// Every two codings, one by one.
TEST(SamePassage, IsWhatComparingEveryTwoCodingsFinds) {
  std::mt19937 draw(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<model::CodingColumn> codings;
    for (int i = 0; i < 60; ++i) {
      const auto below = [&](std::uint32_t n) { return static_cast<std::int32_t>(draw() % n); };
      const std::int32_t document = below(4);
      const std::int32_t start = below(3);
      codings.push_back({document / 2, document, below(5), below(2), start, start + 1 + below(2)});
    }
    std::map<std::pair<int, int>, std::set<std::tuple<int, int, int>>> passages;
    std::map<std::pair<int, int>, std::set<int>> cases;
    for (const auto& a : codings) {
      for (const auto& b : codings) {
        if (a.code >= b.code || a.document_index != b.document_index || a.start != b.start || a.end != b.end) continue;
        passages[{a.code, b.code}].insert({a.document_index, a.start, a.end});
        cases[{a.code, b.code}].insert(a.case_index);
      }
    }
    const auto pairs = CodesOnSamePassages(Of(codings));
    ASSERT_EQ(pairs.size(), passages.size());
    for (const CodePair& one : pairs) {
      std::set<std::tuple<int, int, int>> found;
      for (const auto& place : one.passages) found.insert({place.document, place.start, place.end});
      EXPECT_EQ(found.size(), one.passages.size());
      EXPECT_EQ(found, (passages[{one.one, one.other}]));
      EXPECT_EQ(one.cases, static_cast<int>(cases[{one.one, one.other}].size()));
    }
  }
}

}  // namespace
}  // namespace commonground::compare
