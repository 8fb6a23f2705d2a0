// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Empty pairs worth a question, against counts of the codings themselves, on small random studies.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "publish/pages/pages.h"
#include "publish/publication_testutil.h"

namespace commonground::publish {
namespace {

// Practices 6 to 9 and barriers 10 to 13, each in some of the four cases.
model::Publication WithRandomCodings(unsigned seed) {
  using namespace model;
  std::mt19937 random(seed);
  Publication p = InventedPublication();
  for (int i = 0; i < 8; ++i) {
    const bool practice = i < 4;
    const std::string id = (practice ? "PRA.9" : "BAR.9") + std::to_string(i);
    const CodeKind kind = practice ? CodeKind::kPractice : CodeKind::kBarrier;
    p.study.codebook.push_back({CodeId(id), CodeId(practice ? "PRA" : "BAR"), kind, "Label of " + id, "", "", {}});
    p.snapshot.codes.push_back(CodeId(id));
    p.snapshot.kinds.push_back(kind);
    p.snapshot.parent.push_back(practice ? 0 : 2);
    for (int of = 0; of < 4; ++of) {
      if (random() % 2 == 0) p.snapshot.codings.push_back({of, of, 6 + i, 0, 0, 22});
    }
  }
  core::NoProgress quiet;
  p.comparison = compare::Compare(p.snapshot, quiet).value();
  return p;
}

TEST(Questions, AreEmptyPairsThatWouldMeetMostOftenEachCodeOnce) {
  int asked = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    const model::Publication publication = WithRandomCodings(seed);
    std::map<std::string, std::set<std::int32_t>> cases_of;  // by label
    std::map<std::string, model::CodeKind> kind_of;
    for (std::size_t c = 0; c < publication.snapshot.codes.size(); ++c) {
      if (publication.snapshot.parent[c] < 0) continue;
      const std::string& label = publication.study.codebook[c].label;
      kind_of[label] = publication.snapshot.kinds[c];
      for (const auto& coding : publication.snapshot.codings) {
        if (coding.code == static_cast<std::int32_t>(c)) cases_of[label].insert(coding.case_index);
      }
    }
    const auto together = [&](const std::string& a, const std::string& b) {
      return std::ranges::count_if(cases_of[a], [&](std::int32_t one) { return cases_of[b].contains(one); });
    };
    std::size_t most = 0;
    for (const auto& [practice, cases] : cases_of) {
      if (kind_of[practice] != model::CodeKind::kPractice || cases.size() < 2) continue;
      for (const auto& [barrier, named] : cases_of) {
        if (kind_of[barrier] != model::CodeKind::kBarrier || named.size() < 2) continue;
        if (together(practice, barrier) == 0) most = std::max(most, cases.size() * named.size());
      }
    }
    const Words words = Words::For("en").value();
    const Report report(publication, words);
    Page page{{PageKind::kBarriers}, "Barriers", {}};
    AddQuestions(report, page);
    const Table* table = nullptr;
    for (const Block& block : page.blocks) {
      if (std::holds_alternative<Table>(block)) table = &std::get<Table>(block);
    }
    EXPECT_EQ(table != nullptr, most > 0) << seed;
    if (table == nullptr) continue;
    std::set<std::string> used;
    std::size_t last = most;
    EXPECT_LE(table->rows.size(), 5U);
    for (const auto& row : table->rows) {
      const std::string& barrier = row[0].front().text;
      const std::string& practice = row[1].front().text;
      EXPECT_EQ(together(practice, barrier), 0) << seed;
      EXPECT_TRUE(used.insert(barrier).second && used.insert(practice).second) << seed;
      const std::size_t product = cases_of[practice].size() * cases_of[barrier].size();
      EXPECT_LE(product, last) << seed;
      const bool first = &row == &table->rows.front();
      EXPECT_TRUE(!first || product == most) << seed;
      last = product;
      ++asked;
    }
  }
  EXPECT_GT(asked, 20);
}

}  // namespace
}  // namespace commonground::publish
