// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A second, slow opinion on small snapshots: every case, every document and every pair of codings, one by one; and for
// robustness a comparison of its own without each case and each coder.

#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <set>

#include "compare/compare.h"

namespace commonground::compare {
namespace {

using model::CodingColumn;
using model::PrevalenceClass;
using model::Snapshot;

bool IsUnder(const Snapshot& s, std::int32_t code, std::int32_t ancestor) {
  for (; code >= 0; code = s.parent[static_cast<std::size_t>(code)]) {
    if (code == ancestor) return true;
  }
  return false;
}

// What is left after something was left out.
struct Kept {
  std::int32_t without_case = -1;
  std::int32_t without_coder = -1;
  bool Case(std::int32_t i) const { return i != without_case; }
  bool Coding(const CodingColumn& c) const { return c.case_index != without_case && c.coder != without_coder; }
};

bool Present(const Snapshot& s, const Kept& kept, std::int32_t case_index, std::int32_t code) {
  for (const auto& c : s.codings) {
    if (kept.Coding(c) && c.case_index == case_index && IsUnder(s, c.code, code)) return true;
  }
  return false;
}

struct SlowRow {
  std::vector<std::pair<int, int>> by_group;
  int present = 0;
  int cases = 0;
  int reach = 0;
  PrevalenceClass prevalence = PrevalenceClass::kAbsent;
  bool so_far = false;
  std::int64_t num = 0;
  std::int64_t den = 0;
};

SlowRow MakeSlowRow(const Snapshot& s, const model::GroupingPlan& plan, std::int32_t code, const Kept& kept) {
  SlowRow row;
  row.by_group.resize(plan.ids.size());
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(s.cases.size()); ++i) {
    if (!kept.Case(i)) continue;
    const int present = Present(s, kept, i, code) ? 1 : 0;
    ++row.cases;
    row.present += present;
    const std::int32_t group = plan.group_of_case[static_cast<std::size_t>(i)];
    if (group < 0) continue;
    row.by_group[static_cast<std::size_t>(group)].first += present;
    ++row.by_group[static_cast<std::size_t>(group)].second;
  }
  int groups = 0;
  int material = 0;
  std::int64_t product = 1;
  for (std::size_t g = 0; g < plan.ids.size(); ++g) {
    if (plan.ids[g] == "unknown" || plan.ids[g] == "disputed") continue;
    ++groups;
    if (row.by_group[g].second == 0) continue;
    ++material;
    product *= row.by_group[g].second;
    if (row.by_group[g].first > 0) ++row.reach;
  }
  for (std::size_t g = 0; g < plan.ids.size(); ++g) {
    if (plan.ids[g] == "unknown" || plan.ids[g] == "disputed" || row.by_group[g].second == 0) continue;
    row.num += product / row.by_group[g].second * row.by_group[g].first;
  }
  if (material > 0) {
    row.den = product * material;
    const std::int64_t divisor = std::gcd(row.num, row.den);
    row.num /= divisor;
    row.den /= divisor;
  }
  row.so_far = material < groups;
  const auto& common = s.common_ground_share;
  const auto& wide = s.most_regions_share;
  if (row.present == 0) {
    row.prevalence = PrevalenceClass::kAbsent;
  } else if (material > 0 && row.reach == material && (material > 1 || groups == 1) &&
             row.present * common.q >= row.cases * common.p) {
    row.prevalence = PrevalenceClass::kCommonGround;
  } else if (row.reach > 1 && row.reach * wide.q > material * wide.p) {
    row.prevalence = PrevalenceClass::kInMostRegions;
  } else if (row.reach == 1) {
    row.prevalence = PrevalenceClass::kRegional;
  } else {
    row.prevalence = PrevalenceClass::kInFewRegions;
  }
  return row;
}

void ExpectSameRow(const Snapshot& s, const model::GroupingPlan& plan, const model::CodeRow& row) {
  const SlowRow slow = MakeSlowRow(s, plan, row.code, {});
  ASSERT_EQ(row.by_group.size(), slow.by_group.size());
  for (std::size_t g = 0; g < slow.by_group.size(); ++g) {
    EXPECT_EQ(std::pair(row.by_group[g].present, row.by_group[g].of), slow.by_group[g]);
  }
  EXPECT_EQ(row.overall.present, slow.present);
  EXPECT_EQ(row.overall.of, slow.cases);
  EXPECT_EQ(row.reach, slow.reach);
  EXPECT_EQ(row.prevalence, slow.prevalence);
  EXPECT_EQ(row.so_far, slow.so_far);
  EXPECT_EQ(row.balanced_num, slow.num);
  EXPECT_EQ(row.balanced_den, slow.den);
  std::vector<std::int32_t> by_case;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(s.cases.size()); ++i) {
    if (MakeSlowRow(s, plan, row.code, {i, -1}).prevalence != slow.prevalence) by_case.push_back(i);
  }
  EXPECT_EQ(row.by_case.changed_by, by_case);
  EXPECT_EQ(row.by_case.of, static_cast<std::int32_t>(s.cases.size()));
  EXPECT_EQ(row.by_case.holds, row.by_case.of - static_cast<std::int32_t>(by_case.size()));
  std::vector<std::int32_t> by_coder;
  for (std::int32_t c = 0; c < static_cast<std::int32_t>(s.coders.size()); ++c) {
    if (MakeSlowRow(s, plan, row.code, {-1, c}).prevalence != slow.prevalence) by_coder.push_back(c);
  }
  EXPECT_EQ(row.by_coder.changed_by, by_coder);
  EXPECT_EQ(row.by_coder.of, static_cast<std::int32_t>(s.coders.size()));
  EXPECT_EQ(row.by_coder.holds, row.by_coder.of - static_cast<std::int32_t>(by_coder.size()));
}

void ExpectSameMap(const Snapshot& s, const model::GapMap& map, model::CodeKind columns) {
  std::vector<std::int32_t> row_codes;
  std::vector<std::int32_t> column_codes;
  for (std::int32_t code = 0; code < static_cast<std::int32_t>(s.codes.size()); ++code) {
    if (s.kinds[static_cast<std::size_t>(code)] == model::CodeKind::kPractice) row_codes.push_back(code);
    if (s.kinds[static_cast<std::size_t>(code)] == columns) column_codes.push_back(code);
  }
  ASSERT_EQ(map.rows, row_codes);
  ASSERT_EQ(map.columns, column_codes);
  ASSERT_EQ(map.cells.size(), row_codes.size() * column_codes.size());
  EXPECT_EQ(map.cases, static_cast<std::int32_t>(s.cases.size()));
  for (std::size_t i = 0; i < map.cells.size(); ++i) {
    const model::GapCell& cell = map.cells[i];
    ASSERT_EQ(cell.row, row_codes[i / column_codes.size()]);
    ASSERT_EQ(cell.column, column_codes[i % column_codes.size()]);
    std::set<std::int32_t> cases;
    for (const auto& a : s.codings) {
      for (const auto& b : s.codings) {
        if (a.case_index != b.case_index || a.document_index != b.document_index) continue;
        if (!IsUnder(s, a.code, cell.row) || !IsUnder(s, b.code, cell.column)) continue;
        if (s.gap_unit == model::GapUnit::kPassage && (a.start >= b.end || b.start >= a.end)) continue;
        cases.insert(a.case_index);
      }
    }
    EXPECT_EQ(cell.case_indices, std::vector<std::int32_t>(cases.begin(), cases.end()));
    EXPECT_EQ(cell.cases, static_cast<std::int32_t>(cases.size()));
    std::string lowest;
    for (const char* confidence : {"high", "moderate", "low", "very low"}) {
      for (const auto& finding : s.findings) {
        const auto names = [&](std::int32_t code) {
          return std::find(finding.codes.begin(), finding.codes.end(), code) != finding.codes.end();
        };
        bool rests = false;
        for (const std::int32_t c : finding.cases) rests = rests || cases.contains(c);
        if (finding.confidence == confidence && names(cell.row) && names(cell.column) && rests) lowest = confidence;
      }
    }
    EXPECT_EQ(cell.confidence, lowest);
  }
}

void ExpectSame(const Snapshot& s) {
  core::NoProgress progress;
  const auto comparison = Compare(s, progress);
  ASSERT_TRUE(comparison.has_value());
  ASSERT_EQ(comparison->groupings.size(), s.groupings.size());
  for (std::size_t g = 0; g < s.groupings.size(); ++g) {
    ASSERT_EQ(comparison->groupings[g].rows.size(), s.codes.size());
    for (std::size_t code = 0; code < s.codes.size(); ++code) {
      ASSERT_EQ(comparison->groupings[g].rows[code].code, static_cast<std::int32_t>(code));
      ASSERT_NO_FATAL_FAILURE(ExpectSameRow(s, s.groupings[g], comparison->groupings[g].rows[code]));
    }
  }
  ASSERT_NO_FATAL_FAILURE(ExpectSameMap(s, comparison->practice_by_outcome, model::CodeKind::kOutcome));
  ASSERT_NO_FATAL_FAILURE(ExpectSameMap(s, comparison->practice_by_barrier, model::CodeKind::kBarrier));
}

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::int32_t Below(std::size_t n) { return static_cast<std::int32_t>(random_() % n); }
  bool OneIn(std::size_t n) { return Below(n) == 0; }

 private:
  std::mt19937 random_;
};

Snapshot RandomSnapshot(unsigned seed) {
  Dice dice(seed);
  Snapshot s;
  const auto codes = static_cast<std::size_t>(1 + dice.Below(8));
  const auto cases = static_cast<std::size_t>(dice.Below(8));
  const auto coders = static_cast<std::size_t>(1 + dice.Below(4));
  std::vector<std::int32_t> order(codes);  // parents come earlier in this order, not in the codebook's
  std::iota(order.begin(), order.end(), 0);
  for (std::size_t i = codes; i > 1; --i) std::swap(order[i - 1], order[static_cast<std::size_t>(dice.Below(i))]);
  s.parent.assign(codes, -1);
  constexpr model::CodeKind kKinds[] = {model::CodeKind::kPractice, model::CodeKind::kPractice,
                                        model::CodeKind::kOutcome, model::CodeKind::kBarrier, model::CodeKind::kSector};
  for (std::size_t i = 0; i < codes; ++i) {
    s.codes.emplace_back("c" + std::to_string(i));
    s.kinds.push_back(kKinds[dice.Below(5)]);
    if (i > 0 && !dice.OneIn(3)) {
      s.parent[static_cast<std::size_t>(order[i])] = order[static_cast<std::size_t>(dice.Below(i))];
    }
  }
  for (std::size_t i = 0; i < cases; ++i) s.cases.emplace_back("o" + std::to_string(i));
  for (std::size_t i = 0; i < coders; ++i) s.coders.emplace_back("p" + std::to_string(i));
  s.material.resize(cases);
  const std::size_t codings = cases == 0 ? 0 : static_cast<std::size_t>(dice.Below(30));
  for (std::size_t i = 0; i < codings; ++i) {
    CodingColumn c;
    c.case_index = dice.Below(cases);
    c.document_index = c.case_index * 2 + dice.Below(2);
    c.code = dice.Below(codes);
    c.coder = dice.Below(coders);
    c.start = dice.Below(12);
    c.end = c.start + 1 + dice.Below(5);
    s.codings.push_back(c);
  }
  for (const char* id : {"region", "legal_model"}) {
    model::GroupingPlan plan;
    plan.id = id;
    const std::size_t groups = static_cast<std::size_t>(dice.Below(5));
    for (std::size_t g = 0; g < groups; ++g) plan.ids.push_back("g" + std::to_string(g));
    if (dice.OneIn(2)) plan.ids.emplace_back("unknown");
    if (dice.OneIn(4)) plan.ids.emplace_back("disputed");
    plan.labels = plan.ids;
    for (std::size_t i = 0; i < cases; ++i) {
      const bool none = plan.ids.empty() || dice.OneIn(8);
      plan.group_of_case.push_back(none ? -1 : dice.Below(plan.ids.size()));
    }
    s.groupings.push_back(std::move(plan));
  }
  for (int i = 0; i < 3; ++i) {
    model::FindingSupport finding;
    for (int k = 0; k < 4; ++k) finding.codes.push_back(dice.Below(codes));
    if (cases > 0) finding.cases.push_back(dice.Below(cases));
    constexpr const char* kConfidence[] = {"high", "moderate", "low", "very low", ""};
    finding.confidence = kConfidence[dice.Below(5)];
    s.findings.push_back(std::move(finding));
  }
  constexpr core::Fraction kShares[] = {{0, 1}, {1, 3}, {1, 2}, {2, 3}, {1, 1}};
  s.common_ground_share = kShares[dice.Below(5)];
  s.most_regions_share = kShares[dice.Below(5)];
  s.gap_unit = dice.OneIn(2) ? model::GapUnit::kPassage : model::GapUnit::kDocument;
  return s;
}

TEST(CompareAgain, AgreesOnRandomSnapshots) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(seed);
    ExpectSame(RandomSnapshot(seed));
    if (HasFailure()) return;
  }
}

// Up to four cases in up to three groups (and none), each with one of: nothing, the parent's code, the child's code by
// either of two coders or by both.
TEST(CompareAgain, AgreesOnEveryTinySnapshot) {
  for (std::size_t cases = 0; cases <= 4; ++cases) {
    std::size_t ways = 1;
    for (std::size_t i = 0; i < cases; ++i) ways *= 4 * 5;
    for (std::size_t way = 0; way < ways; ++way) {
      Snapshot s;
      s.codes = {model::CodeId("child"), model::CodeId("parent")};
      s.parent = {1, -1};
      s.kinds = {model::CodeKind::kPractice, model::CodeKind::kPractice};
      s.coders = {model::CoderId("a"), model::CoderId("b")};
      s.groupings = {{"region", {"x", "y", "unknown"}, {"X", "Y", "Unknown"}, {}}};
      std::size_t rest = way;
      bool sorted = true;  // the order of cases does not matter: look at one order only
      std::size_t before = 0;
      for (std::size_t i = 0; i < cases; ++i) {
        const std::size_t choice = rest % 20;
        rest /= 20;
        sorted = sorted && choice >= before;
        before = choice;
        const auto index = static_cast<std::int32_t>(i);
        s.cases.emplace_back("o" + std::to_string(i));
        s.groupings[0].group_of_case.push_back(static_cast<std::int32_t>(choice / 5) - 1);
        const std::size_t found = choice % 5;
        if (found == 1) s.codings.push_back({index, index, 1, 0, 0, 1});
        if (found == 2 || found == 4) s.codings.push_back({index, index, 0, 0, 0, 1});
        if (found == 3 || found == 4) s.codings.push_back({index, index, 0, 1, 0, 1});
      }
      if (!sorted) continue;
      s.material.resize(cases);
      ExpectSame(s);
      if (HasFailure()) FAIL() << "way " << way << " of " << cases << " cases";
    }
  }
}

}  // namespace
}  // namespace commonground::compare
