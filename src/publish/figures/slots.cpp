// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Columns of squares, one a place in the frame, by region: filled, or empty with its reason.
#include <algorithm>
#include <map>

#include "publish/figures/figures.h"

namespace commonground::publish {

namespace {
constexpr double kColumn = 202;
constexpr double kSquare = 56;
constexpr double kTop = 48;
}  // namespace

std::string SlotStateLabel(model::SlotState state, const Words& t) {
  switch (state) {
    case model::SlotState::kFilled:
      return t("filled");
    case model::SlotState::kNoOrganisation:
      return t("organisation not sourced");
    case model::SlotState::kNoDocument:
      return t("no document yet");
    case model::SlotState::kNoConsent:
      return t("no consent");
    case model::SlotState::kNotVerified:
      return t("not verified");
    case model::SlotState::kUnderEmbargo:
      return t("under embargo");
  }
  return {};
}

namespace {

// One square a place.
void DrawEach(const Report& report, Figure& figure) {
  const Words& t = report.t;
  figure.twin.head = {t("Place"), t("Region"), t("Country"), t("Organisation"), t("State")};
  std::map<model::RegionId, double> column;
  for (const auto& region : report.data.coverage.regions) {
    const double x = kColumn * static_cast<double>(column.size());
    column.emplace(region.region, x);
  }
  std::map<model::RegionId, int> used;
  for (const auto& slot : report.data.coverage.slots) {
    const std::string organisation = slot.organisation ? report.OrganisationName(*slot.organisation) : t("not sourced");
    const std::string country = slot.country ? report.CountryName(*slot.country) : t("not sourced");
    const std::string state = SlotStateLabel(slot.state, t);
    const bool has_page = slot.organisation && report.CaseIndex(*slot.organisation) >= 0;
    const Target page = has_page ? Target(Report::CasePage(*slot.organisation)) : Target();
    figure.twin.rows.push_back({{{slot.slot.empty() ? t("without a place") : slot.slot.value}},
                                {{report.RegionLabel(slot.region), Report::RegionPage(slot.region.value)}},
                                {{country, {}, slot.country ? "" : "state"}},
                                {{organisation, page, slot.organisation ? "" : "state"}},
                                {{state, {}, slot.state == model::SlotState::kFilled ? "strong" : "state"}}});
    const auto at = column.find(slot.region);
    if (at == column.end()) continue;
    const double x = at->second;
    const double y = kTop + used[slot.region]++ * (kSquare + 8);
    figure.height = std::max(figure.height, y + kSquare + 12);
    const bool filled = slot.state == model::SlotState::kFilled;
    figure.shapes.push_back(Shape::Rect(x, y, kColumn - 12, kSquare, filled ? "q2" : "empty", page, organisation));
    figure.shapes.push_back(Shape::Text(x + 8, y + 23, filled ? "bold" : "",
                                        Fit(slot.organisation ? organisation : country, kColumn - 28)));
    figure.shapes.push_back(Shape::Text(x + 8, y + 42, "small", Fit(filled ? country : state, kColumn - 28)));
  }
}

// One bar a region: the places themselves are on the regions' pages.
void DrawRegions(const Report& report, Figure& figure) {
  const Words& t = report.t;
  figure.twin.head = {t("Region"), t("Asked for"), t("Filled")};
  double x = 0;
  for (const auto& region : report.data.coverage.regions) {
    const PageId page = Report::RegionPage(region.region.value);
    const std::string label = report.RegionLabel(region.region);
    const double filled = region.quota == 0 ? 0 : std::min(1.0, 1.0 * region.filled / region.quota);
    figure.shapes.push_back(Shape::Rect(x, kTop, kColumn - 12, kSquare, "empty", page, label));
    figure.shapes.push_back(Shape::Rect(x, kTop, (kColumn - 12) * filled, kSquare, "q2", page, label));
    figure.twin.rows.push_back(
        {{{label, page}}, {{std::to_string(region.quota)}}, {{t("{1} of {2}", region.filled, region.quota), page}}});
    x += kColumn;
  }
  figure.height = kTop + kSquare + 12;
}

}  // namespace

Figure DrawSlots(const Report& report) {
  const Words& t = report.t;
  const model::Coverage& coverage = report.data.coverage;
  Figure figure;
  figure.id = "figure-coverage";
  figure.title = t("{1} of {2} places in the frame are filled", coverage.filled, coverage.slots_total);
  figure.subtitle = t("Case studies asked for in each region; one square a place.");
  int with_cases = 0;
  for (const auto& region : coverage.regions) with_cases += region.filled > 0 ? 1 : 0;
  figure.description =
      t("{1} of {2} regions have case studies so far. What is missing, and why, is in the table below.", with_cases,
        static_cast<int>(coverage.regions.size()));
  figure.twin.id = "table-coverage";
  figure.twin.caption = t("Places in the frame");
  figure.height = kTop + 12;
  double x = 0;
  for (const auto& region : coverage.regions) {
    figure.shapes.push_back(Shape::Text(x, 16, "bold", Fit(report.RegionLabel(region.region), kColumn - 12)));
    figure.shapes.push_back(Shape::Text(x, 34, "small", t("{1} of {2} filled", region.filled, region.quota)));
    x += kColumn;
  }
  coverage.slots.size() <= kMaxShown ? DrawEach(report, figure) : DrawRegions(report, figure);
  figure.width = std::max(kColumn, x);
  return figure;
}

}  // namespace commonground::publish
