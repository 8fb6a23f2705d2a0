// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The size that the comparison is made for: 1,000,000 codings, 500 codes, 20,000 cases.

#include <gtest/gtest.h>

#include <random>

#include "compare/compare.h"

namespace commonground::compare {
namespace {

constexpr std::int32_t kCases = 20'000;
constexpr std::int32_t kCodes = 500;
constexpr std::int32_t kCoders = 40;
constexpr std::int32_t kCodings = 1'000'000;

model::Snapshot LargeSnapshot() {
  std::mt19937 random(7);
  const auto below = [&](std::int32_t n) {
    return static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(n));
  };
  model::Snapshot s;
  for (std::int32_t code = 0; code < kCodes; ++code) {  // 50 tops with nine codes each, in two layers
    s.codes.emplace_back("c" + std::to_string(code));
    s.parent.push_back(code % 10 == 0 ? -1 : code / 10 * 10 + (code % 10 > 6 ? 3 : 0));
    s.kinds.push_back(code < 250   ? model::CodeKind::kPractice
                      : code < 400 ? model::CodeKind::kBarrier
                                   : model::CodeKind::kOutcome);
  }
  for (std::int32_t i = 0; i < kCases; ++i) s.cases.emplace_back("o" + std::to_string(i));
  for (std::int32_t i = 0; i < kCoders; ++i) s.coders.emplace_back("p" + std::to_string(i));
  s.material.resize(kCases);
  for (std::int32_t i = 0; i < kCodings; ++i) {
    const std::int32_t case_index = below(kCases);
    const std::int32_t start = below(20'000);
    s.codings.push_back({case_index, case_index * 3 + below(3), below(kCodes), below(kCoders), start, start + 200});
  }
  for (const std::int32_t groups : {5, 8}) {
    model::GroupingPlan plan;
    plan.id = groups == 5 ? "region" : "legal_model";
    for (std::int32_t g = 0; g < groups; ++g) plan.ids.push_back(std::to_string(g));
    plan.labels = plan.ids;
    for (std::int32_t i = 0; i < kCases; ++i) plan.group_of_case.push_back(below(groups));
    s.groupings.push_back(std::move(plan));
  }
  return s;
}

TEST(CompareScaleSlow, AMillionCodings) {
  const model::Snapshot snapshot = LargeSnapshot();
  core::NoProgress progress;
  for (const model::GapUnit unit : {model::GapUnit::kDocument, model::GapUnit::kPassage}) {
    model::Snapshot s = snapshot;
    s.gap_unit = unit;
    const auto comparison = Compare(s, progress);
    ASSERT_TRUE(comparison.has_value());
    for (const auto& grouping : comparison->groupings) {
      for (const auto& row : grouping.rows) {
        std::int32_t sum = 0;
        for (const auto& share : row.by_group) sum += share.present;
        ASSERT_EQ(sum, row.overall.present);
        const std::int32_t parent = s.parent[static_cast<std::size_t>(row.code)];
        if (parent >= 0) {
          ASSERT_LE(row.overall.present, grouping.rows[static_cast<std::size_t>(parent)].overall.present);
        }
      }
    }
    for (const auto& cell : comparison->practice_by_barrier.cells) {
      const auto& rows = comparison->groupings[0].rows;
      ASSERT_LE(cell.cases, rows[static_cast<std::size_t>(cell.row)].overall.present);
      ASSERT_LE(cell.cases, rows[static_cast<std::size_t>(cell.column)].overall.present);
    }
  }
}

// Stops when it has been asked so often.
class StopsAfter : public core::NoProgress {
 public:
  explicit StopsAfter(int questions) : left_(questions) {}
  bool Cancelled() const override { return --left_ < 0; }

 private:
  mutable int left_;
};

TEST(CompareScaleSlow, StopsWhenAsked) {
  const model::Snapshot snapshot = LargeSnapshot();
  for (const int questions : {0, 499, 700, 1000, 1050}) {  // in presence, rows and maps
    StopsAfter progress(questions);
    const auto comparison = Compare(snapshot, progress);
    ASSERT_FALSE(comparison.has_value()) << questions;
    EXPECT_EQ(comparison.error().code, core::ErrorCode::kCancelled);
  }
}

}  // namespace
}  // namespace commonground::compare
