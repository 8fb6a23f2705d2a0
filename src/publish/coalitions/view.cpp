// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts who works with whom, on record and told, of what may be published.

#include "publish/coalitions/view.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>

namespace commonground::publish {

namespace {

using Cases = std::set<std::int32_t>;

std::vector<std::int32_t> ListOf(const Cases& cases) {
  return {cases.begin(), cases.end()};
}

}  // namespace

const CoalitionView::Sector* CoalitionView::Find(std::int32_t code) const {
  const auto found = std::ranges::find(sectors, code, &Sector::code);
  return found == sectors.end() ? nullptr : &*found;
}

int CoalitionView::CoveredIn(const Report& report, std::size_t group) const {
  const auto here = [&](std::int32_t index) {
    return report.GroupOfCase(report.Regions(), index) == static_cast<std::int32_t>(group);
  };
  return static_cast<int>(std::ranges::count_if(sectors, [&](const Sector& sector) {
    return std::ranges::any_of(sector.on_record, here) || std::ranges::any_of(sector.told, here);
  }));
}

CoalitionView ViewCoalitions(const Report& report) {
  const auto& data = report.data;
  CoalitionView view;
  std::unordered_map<std::string_view, const model::Partner*> partners;
  for (const auto& partner : data.study.partners) partners.emplace(partner.id.value, &partner);
  std::unordered_map<std::string_view, std::int32_t> codes;
  for (const auto& code : data.snapshot.codes) codes.emplace(code.value, static_cast<std::int32_t>(codes.size()));
  std::map<std::int32_t, Cases> on_record;
  Cases with_record;
  for (const auto& tie : data.study.partnerships) {
    const auto partner = partners.find(tie.partner.value);
    if (partner == partners.end()) continue;
    const auto code = codes.find(partner->second->sector.value);
    const std::int32_t index = report.CaseIndex(tie.organisation);
    view.partnerships.push_back({&tie, partner->second, index, code == codes.end() ? -1 : code->second});
    if (index < 0) continue;
    with_record.insert(index);
    if (code != codes.end()) on_record[code->second].insert(index);
  }
  Cases with_any = with_record;
  std::vector<Cases> all;
  for (std::int32_t code = 0; code < std::ssize(data.snapshot.codes); ++code) {
    const bool sector = data.snapshot.kinds[static_cast<std::size_t>(code)] == model::CodeKind::kSector;
    const auto partnerships = on_record.find(code);
    if (partnerships == on_record.end() && (!sector || report.IsHeading(code))) continue;
    Cases told;
    if (sector) {
      const std::vector<std::int32_t> cases = report.CasesWith(code);
      told.insert(cases.begin(), cases.end());
    }
    with_any.insert(told.begin(), told.end());
    Cases both = told;
    if (partnerships != on_record.end()) {
      both.insert(partnerships->second.begin(), partnerships->second.end());
      for (const std::int32_t index : partnerships->second) told.erase(index);
    }
    view.told_lines += static_cast<int>(told.size());
    view.sectors.push_back(
        {code, partnerships == on_record.end() ? std::vector<std::int32_t>() : ListOf(partnerships->second),
         ListOf(told)});
    all.push_back(std::move(both));
  }
  view.with_record = ListOf(with_record);
  view.with_any = ListOf(with_any);
  for (std::size_t a = 0; a < all.size(); ++a) {
    for (std::size_t b = a + 1; b < all.size(); ++b) {
      std::vector<std::int32_t> common;
      std::ranges::set_intersection(all[a], all[b], std::back_inserter(common));
      if (common.size() < 2) continue;
      view.pairs.push_back({view.sectors[a].code, view.sectors[b].code, static_cast<int>(common.size())});
    }
  }
  std::ranges::stable_sort(view.pairs, std::ranges::greater{}, &CoalitionView::Pair::cases);
  return view;
}

}  // namespace commonground::publish
