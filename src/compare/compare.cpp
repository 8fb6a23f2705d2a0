// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// For one code, leaving out a case changes its class in a way that depends only on the case's group and on whether the
// code is present there.  So each such outcome is decided once, and the cases are only listed.

#include "compare/compare.h"

#include <algorithm>
#include <span>

#include "compare/classify.h"
#include "compare/gap_map.h"
#include "compare/presence.h"
#include "core/check.h"

namespace commonground::compare {

namespace {

using model::PrevalenceClass;

// What does not depend on the code.
struct GroupingFrame {
  const model::GroupingPlan* plan = nullptr;
  std::vector<bool> counts;               // by group
  std::vector<std::int32_t> cases;        // by group
  std::vector<std::int32_t> group_of;     // by case: group, or -1
  std::int32_t groups = 0;                // that count
  std::int32_t groups_with_material = 0;  // that count and have a case
};

GroupingFrame FrameOf(const model::GroupingPlan& plan, std::size_t cases) {
  CG_CHECK(plan.group_of_case.size() == cases, "every case has a group or -1");
  GroupingFrame frame;
  frame.plan = &plan;
  frame.cases.assign(plan.ids.size(), 0);
  frame.group_of = plan.group_of_case;
  for (const std::int32_t group : plan.group_of_case) {
    CG_CHECK(group >= -1 && group < static_cast<std::int32_t>(plan.ids.size()), "a case's group is one of the plan's");
    if (group >= 0) ++frame.cases[static_cast<std::size_t>(group)];
  }
  for (std::size_t group = 0; group < plan.ids.size(); ++group) {
    frame.counts.push_back(Counts(plan.ids[group]));
    if (!frame.counts.back()) continue;
    ++frame.groups;
    if (frame.cases[group] > 0) ++frame.groups_with_material;
  }
  return frame;
}

// One code in one grouping.
class RowMaker {
 public:
  RowMaker(const GroupingFrame& frame, std::span<const Present> present, const ClassRule& rule, std::int32_t cases)
      : frame_(frame), present_(present), rule_(rule), in_group_(frame.cases.size(), 0) {
    for (const Present& p : present) {
      const std::int32_t group = GroupOf(p.case_index);
      if (group >= 0) ++in_group_[static_cast<std::size_t>(group)];
    }
    tally_.groups = frame.groups;
    tally_.groups_with_material = frame.groups_with_material;
    tally_.present = static_cast<std::int32_t>(present.size());
    tally_.cases = cases;
    for (std::size_t group = 0; group < in_group_.size(); ++group) {
      if (frame.counts[group] && in_group_[group] > 0) ++tally_.reach;
    }
    class_ = Classify(tally_, rule_);
  }

  model::CodeRow Make(std::int32_t code) const {
    model::CodeRow row;
    row.code = code;
    std::vector<model::Share> counted;
    for (std::size_t group = 0; group < in_group_.size(); ++group) {
      row.by_group.push_back({in_group_[group], frame_.cases[group]});
      if (frame_.counts[group]) counted.push_back(row.by_group.back());
    }
    row.overall = {tally_.present, tally_.cases};
    row.reach = tally_.reach;
    const BalancedShare balanced = Balance(counted);
    row.balanced_num = balanced.num;
    row.balanced_den = balanced.den;
    row.prevalence = class_;
    row.so_far = tally_.groups_with_material < tally_.groups;
    return row;
  }

  model::Robustness WithoutEachCase() const {
    model::Robustness result;
    result.of = tally_.cases;
    const std::size_t groups = in_group_.size();
    std::vector<bool> changes_absent(groups + 1);  // last: in no group
    std::vector<bool> changes_present(groups + 1);
    bool any_absent = false;
    bool any_present = false;
    for (std::size_t group = 0; group <= groups; ++group) {
      changes_absent[group] = ChangesWithout(group, false);
      changes_present[group] = ChangesWithout(group, true);
      any_absent = any_absent || changes_absent[group];
      any_present = any_present || changes_present[group];
    }
    const auto place = [&](std::int32_t case_index) {
      const std::int32_t group = GroupOf(case_index);
      return group >= 0 ? static_cast<std::size_t>(group) : groups;
    };
    if (any_absent) {
      auto p = present_.begin();
      for (std::int32_t case_index = 0; case_index < tally_.cases; ++case_index) {
        const bool is_present = p != present_.end() && p->case_index == case_index;
        if (is_present) ++p;
        if ((is_present ? changes_present : changes_absent)[place(case_index)]) result.changed_by.push_back(case_index);
      }
    } else if (any_present) {
      for (const Present& p : present_) {
        if (changes_present[place(p.case_index)]) result.changed_by.push_back(p.case_index);
      }
    }
    result.holds = result.of - static_cast<std::int32_t>(result.changed_by.size());
    return result;
  }

  // `sole`: the cases of this code that one coder alone found, ordered by coder.
  model::Robustness WithoutEachCoder(std::span<const Present> sole, std::int32_t coders) const {
    model::Robustness result;
    result.of = coders;
    std::vector<std::int32_t> lost(in_group_.size(), 0);
    for (auto first = sole.begin(); first != sole.end();) {
      auto last = first;
      Tally tally = tally_;
      for (; last != sole.end() && last->sole_coder == first->sole_coder; ++last) {
        --tally.present;
        const std::int32_t group = GroupOf(last->case_index);
        if (group < 0) continue;
        const auto g = static_cast<std::size_t>(group);
        if (++lost[g] == in_group_[g] && frame_.counts[g]) --tally.reach;
      }
      if (Classify(tally, rule_) != class_) result.changed_by.push_back(first->sole_coder);
      for (; first != last; ++first) {
        const std::int32_t group = GroupOf(first->case_index);
        if (group >= 0) lost[static_cast<std::size_t>(group)] = 0;
      }
    }
    result.holds = result.of - static_cast<std::int32_t>(result.changed_by.size());
    return result;
  }

 private:
  std::int32_t GroupOf(std::int32_t case_index) const { return frame_.group_of[static_cast<std::size_t>(case_index)]; }

  // Does the class change without one case of `group` (the number of groups: none)?  False if there is no such case.
  bool ChangesWithout(std::size_t group, bool is_present) const {
    Tally tally = tally_;
    --tally.cases;
    if (is_present) --tally.present;
    if (group < in_group_.size() && frame_.counts[group]) {
      if (frame_.cases[group] == 1) --tally.groups_with_material;
      if (is_present && in_group_[group] == 1) --tally.reach;
      if (frame_.cases[group] == 0 || (is_present && in_group_[group] == 0)) return false;
    }
    if (tally.cases < 0 || tally.present < 0 || tally.present > tally.cases) return false;
    return Classify(tally, rule_) != class_;
  }

  const GroupingFrame& frame_;
  std::span<const Present> present_;
  const ClassRule& rule_;
  std::vector<std::int32_t> in_group_;  // cases with the code, by group
  Tally tally_;
  PrevalenceClass class_ = PrevalenceClass::kAbsent;
};

// Cases that one coder alone found, ordered by coder.  Linear: coders are few numbers.
class SoleFinder {
 public:
  explicit SoleFinder(std::size_t coders) : next_(coders + 1) {}

  std::span<const Present> Find(std::span<const Present> present) {
    std::ranges::fill(next_, 0);
    std::size_t total = 0;
    for (const Present& p : present) {
      if (p.sole_coder == kManyCoders) continue;
      ++next_[static_cast<std::size_t>(p.sole_coder) + 1];
      ++total;
    }
    for (std::size_t coder = 1; coder < next_.size(); ++coder) next_[coder] += next_[coder - 1];
    sole_.resize(total);
    for (const Present& p : present) {
      if (p.sole_coder != kManyCoders) sole_[next_[static_cast<std::size_t>(p.sole_coder)]++] = p;
    }
    return sole_;
  }

 private:
  std::vector<std::size_t> next_;
  std::vector<Present> sole_;
};

std::vector<model::Group> GroupsOf(const GroupingFrame& frame) {
  const model::GroupingPlan& plan = *frame.plan;
  CG_CHECK(plan.labels.size() == plan.ids.size(), "one label a group");
  std::vector<model::Group> groups;
  for (std::size_t i = 0; i < plan.ids.size(); ++i) groups.push_back({plan.ids[i], plan.labels[i], frame.cases[i]});
  return groups;
}

}  // namespace

core::Result<model::Comparison> Compare(const model::Snapshot& snapshot, core::Progress& progress) {
  progress.Begin("Comparing the cases", static_cast<std::int64_t>(snapshot.codes.size()) + 2);
  model::Comparison comparison;
  comparison.codes = snapshot.codes;
  comparison.cases = snapshot.cases;
  comparison.coders = snapshot.coders;
  comparison.material = snapshot.material;

  CG_ASSIGN_OR_RETURN(const auto presence, PresenceByCode(snapshot, progress));
  std::vector<GroupingFrame> frames;
  for (const model::GroupingPlan& plan : snapshot.groupings) {
    frames.push_back(FrameOf(plan, snapshot.cases.size()));
    comparison.groupings.push_back({plan.id, GroupsOf(frames.back()), {}});
    comparison.groupings.back().rows.reserve(snapshot.codes.size());
  }

  const ClassRule rule{snapshot.common_ground_share, snapshot.most_regions_share};
  const auto cases = static_cast<std::int32_t>(snapshot.cases.size());
  SoleFinder sole_finder(snapshot.coders.size());
  for (std::size_t code = 0; code < snapshot.codes.size(); ++code) {
    if (progress.Cancelled()) return core::Fail(core::ErrorCode::kCancelled, "the comparison was stopped");
    const std::span<const Present> sole = sole_finder.Find(presence[code]);
    for (std::size_t g = 0; g < frames.size(); ++g) {
      const RowMaker maker(frames[g], presence[code], rule, cases);
      model::CodeRow row = maker.Make(static_cast<std::int32_t>(code));
      row.by_case = maker.WithoutEachCase();
      row.by_coder = maker.WithoutEachCoder(sole, static_cast<std::int32_t>(snapshot.coders.size()));
      comparison.groupings[g].rows.push_back(std::move(row));
    }
    progress.Advance(static_cast<std::int64_t>(code) + 1);
  }

  CG_ASSIGN_OR_RETURN(comparison.practice_by_outcome,
                      MapGaps(snapshot, model::CodeKind::kPractice, model::CodeKind::kOutcome, progress));
  CG_ASSIGN_OR_RETURN(comparison.practice_by_barrier,
                      MapGaps(snapshot, model::CodeKind::kPractice, model::CodeKind::kBarrier, progress));
  progress.End();
  return comparison;
}

}  // namespace commonground::compare
