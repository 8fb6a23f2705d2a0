// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page a region: its places, its practices and its barriers.  Where it has very many places, pages of them follow.
#include <algorithm>

#include "publish/figures/figures.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

constexpr int kPlacesOnAPage = 400;

std::vector<Spans> PlaceRow(const Report& report, const model::SlotCoverage& slot) {
  const Words& t = report.t;
  const bool has_page = slot.organisation && report.CaseIndex(*slot.organisation) >= 0;
  return {{{slot.slot.empty() ? t("without a place") : slot.slot.value}},
          {slot.country ? Span{report.CountryName(*slot.country)} : Span{t("not sourced"), {}, "state"}},
          {slot.organisation ? Span{report.OrganisationName(*slot.organisation),
                                    has_page ? Target(Report::CasePage(*slot.organisation)) : Target()}
                             : Span{t("not sourced"), {}, "state"}},
          {{SlotStateLabel(slot.state, t), {}, "state"}}};
}

void AddCodes(const Report& report, std::size_t g, Page& page) {
  const Words& t = report.t;
  for (const auto& [kind, id, title] :
       {std::tuple(model::CodeKind::kPractice, "table-practice", t("Practices in this region")),
        std::tuple(model::CodeKind::kBarrier, "table-barrier", t("Barriers in this region"))}) {
    Table table{id, title, {t("Code"), t("Cases")}, {}};
    for (const std::int32_t code : report.CodesOf(kind)) {
      const model::Share& share = report.Row(report.Regions(), code).by_group[g];
      if (share.present == 0) continue;
      table.rows.push_back({{{report.CodeLabel(code), report.Number(code)}},
                            {Count(share, report, report.Number(code, report.Regions(), g))}});
    }
    if (!table.rows.empty()) page.blocks.emplace_back(std::move(table));
  }
}

}  // namespace

core::Status RegionPages(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  for (std::size_t g = 0; g < report.Regions().groups.size(); ++g) {
    const model::Group& group = report.Regions().groups[g];
    std::vector<const model::SlotCoverage*> slots;
    for (const auto& slot : report.data.coverage.slots) {
      if (slot.region.value == group.id) slots.push_back(&slot);
    }
    const int count = static_cast<int>(slots.size());
    const int parts = std::max(1, (count + kPlacesOnAPage - 1) / kPlacesOnAPage);
    for (int part = 1; part <= parts; ++part) {
      const int first = (part - 1) * kPlacesOnAPage;
      const int end = std::min(count, first + kPlacesOnAPage);
      PageId id = Report::RegionPage(group.id);
      id.part = part;
      const std::string title = t("Case studies: {1}", group.label);
      Page page{id, part == 1 ? title : title + " (" + std::to_string(part) + ")", {}};
      for (const auto& coverage : report.data.coverage.regions) {
        if (coverage.region.value != group.id) continue;
        page.blocks.emplace_back(
            Paragraph{{{t("{1} of {2} places are filled.", coverage.filled, coverage.quota)}}, "lead"});
      }
      AddParts(report, page, parts);
      Table places{
          "table-places", t("Places of this region"), {t("Place"), t("Country"), t("Organisation"), t("State")}, {}};
      for (int i = first; i < end; ++i) places.rows.push_back(PlaceRow(report, *slots[static_cast<std::size_t>(i)]));
      if (!places.rows.empty()) page.blocks.emplace_back(std::move(places));
      if (group.cases == 0) {
        page.blocks.emplace_back(
            Paragraph{{{t("There is no case from this region yet: nothing can be said about it."), {}, "state"}}, ""});
      }
      if (part == 1) AddCodes(report, g, page);
      CG_RETURN_IF_ERROR(sink(std::move(page)));
    }
  }
  return {};
}

}  // namespace commonground::publish
