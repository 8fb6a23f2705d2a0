// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Columns of squares, one a place in the frame, by region: filled, or empty with its reason.
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
  figure.twin.head = {t("Place"), t("Region"), t("Country"), t("Organisation"), t("State")};

  std::map<model::RegionId, int> used;
  std::map<model::RegionId, double> column;
  for (const auto& region : coverage.regions) {
    const double x = kColumn * static_cast<double>(column.size());
    column[region.region] = x;
    const std::string label = report.RegionLabel(region.region);
    figure.shapes.push_back({Shape::Kind::kText, x, 16, 0, 0, "bold", Fit(label, kColumn - 12), "start", "", ""});
    figure.shapes.push_back({Shape::Kind::kText, x, 34, 0, 0, "small",
                             t("{1} of {2} filled", region.filled, region.quota), "start", "", ""});
  }
  int most = 0;
  for (const auto& slot : coverage.slots) {
    const std::string organisation = slot.organisation ? report.OrganisationName(*slot.organisation) : t("not sourced");
    const std::string country = slot.country ? report.CountryName(*slot.country) : t("not sourced");
    const std::string state = SlotStateLabel(slot.state, t);
    const bool has_page = slot.organisation && report.CaseIndex(*slot.organisation) >= 0;
    figure.twin.rows.push_back(
        {{{slot.slot.empty() ? t("without a place") : slot.slot.value, "", ""}},
         {{report.RegionLabel(slot.region), Report::RegionPage(slot.region.value), ""}},
         {{country, "", slot.country ? "" : "state"}},
         {{organisation, has_page ? Report::CasePage(*slot.organisation) : "", slot.organisation ? "" : "state"}},
         {{state, "", slot.state == model::SlotState::kFilled ? "strong" : "state"}}});
    const auto at = column.find(slot.region);
    if (at == column.end()) continue;
    const int row = used[slot.region]++;
    most = std::max(most, row + 1);
    const double y = kTop + row * (kSquare + 8);
    const bool filled = slot.state == model::SlotState::kFilled;
    figure.shapes.push_back({Shape::Kind::kRect, at->second, y, kColumn - 12, kSquare, filled ? "q2" : "empty", "", "",
                             has_page ? Report::CasePage(*slot.organisation) : "", organisation});
    figure.shapes.push_back({Shape::Kind::kText, at->second + 8, y + 23, 0, 0, filled ? "bold" : "",
                             Fit(slot.organisation ? organisation : country, kColumn - 28), "start", "", ""});
    figure.shapes.push_back({Shape::Kind::kText, at->second + 8, y + 42, 0, 0, "small",
                             Fit(filled ? country : state, kColumn - 28), "start", "", ""});
  }
  figure.width = std::max(kColumn, kColumn * static_cast<double>(column.size()));
  figure.height = kTop + most * (kSquare + 8) + 4;
  return figure;
}

}  // namespace commonground::publish
