// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Draws the figures that a chapter can place, each with its table.

#include "publish/figures/figures.h"

#include <algorithm>

#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

// A bar of the figure and a row of its table: a case, or all of a region.
struct Bar {
  std::string name;
  PageId page;
  std::int32_t region = -1;
  model::CaseMaterial material;
};

std::vector<Bar> BarsOf(const Report& report) {
  const model::Comparison& comparison = report.data.comparison;
  std::vector<Bar> bars;
  const bool each = comparison.cases.size() <= kMaxShown;
  if (!each) {
    for (std::size_t g = 0; g < report.Regions().groups.size(); ++g) {
      const model::Group& group = report.Regions().groups[g];
      bars.push_back({group.label, Report::RegionPage(group.id), static_cast<std::int32_t>(g), {}});
    }
  }
  for (std::size_t i = 0; i < comparison.cases.size(); ++i) {
    const std::int32_t region = report.GroupOfCase(report.Regions(), static_cast<std::int32_t>(i));
    const model::CaseMaterial& material = comparison.material[i];
    if (each) {
      const auto& id = comparison.cases[i];
      bars.push_back({report.OrganisationName(id), Report::CasePage(id), region, material});
    } else if (region >= 0) {
      model::CaseMaterial& sum = bars[static_cast<std::size_t>(region)].material;
      sum.passages += material.passages;
      sum.sources += material.sources;
      sum.documents += material.documents;
      sum.code_points += material.code_points;
    }
  }
  return bars;
}

constexpr const char* kNames[] = {"coverage",     "practices", "barriers", "gap-outcomes",
                                  "gap-barriers", "material",  "flow"};

}  // namespace

std::string PlaceLabel(const model::PublishedPlace& place, const Words& t) {
  return place.in_edition ? t("in this edition") : t("not in this edition");
}

std::string MaterialText(const model::CaseMaterial& material, const Words& t) {
  if (material.passages == 0) return t("not yet coded");
  if (material.sources == 0)  // none, or none that may be named
    return t.Plural("{1} coded passage", "{1} coded passages", material.passages, material.passages);
  return t.Plural("{1} coded passage from {2} sources", "{1} coded passages from {2} sources", material.passages,
                  material.passages, material.sources);
}

Tiles FrameTiles(const Report& report) {
  const Words& t = report.t;
  const model::PublishedFrame& frame = report.data.frame;
  Tiles tiles;
  for (const auto& region : frame.regions) {
    Tiles::Group group{{report.RegionLabel(region.region), Report::RegionPage(region.region.value)},
                       t("{1} cases, {2} asked for", region.cases, region.asked),
                       HueOfRegion(report, region.region.value),
                       {}};
    int listed = 0;
    for (const auto& slot : frame.places) {
      if (slot.region != region.region || frame.places.size() > kMaxShown) continue;
      ++listed;
      const bool has_page = slot.organisation && report.CaseIndex(*slot.organisation) >= 0;
      Tiles::Tile tile{slot.country ? report.CountryName(*slot.country) : t("Place not shown"),
                       {slot.organisation ? report.OrganisationName(*slot.organisation) : "",
                        has_page ? Target(Report::CasePage(*slot.organisation)) : Target()},
                       {},
                       slot.in_edition ? "" : PlaceLabel(slot, t)};
      for (const auto& country : report.data.context.countries) {
        if (slot.country == country.country && country.legal_model != "unknown") {
          tile.law = report.ValueLabel(country.legal_model);
        }
      }
      group.tiles.push_back(std::move(tile));
    }
    for (; listed < region.asked && frame.places.size() <= kMaxShown; ++listed) {
      group.tiles.push_back({t("Place not shown"), {std::string()}, {}, PlaceLabel({}, t)});
    }
    tiles.groups.push_back(std::move(group));
  }
  return tiles;
}

Bars MaterialBars(const Report& report) {
  const Words& t = report.t;
  Bars bars;
  int longest = 1;
  const std::vector<Bar> all = BarsOf(report);
  for (const Bar& bar : all) longest = std::max(longest, bar.material.passages);
  for (const Bar& bar : all) {
    const int n = bar.material.passages;
    bars.rows.push_back({{bar.name, bar.page},
                         n,
                         longest,
                         {n == 0 ? t("not yet coded") : t.Plural("{1} passage", "{1} passages", n, n)}});
  }
  return bars;
}

// Only what can be counted in the report itself: each step between would tell why a case is not there.
Steps FlowSteps(const Report& report) {
  const Words& t = report.t;
  const model::PublishedFrame& frame = report.data.frame;
  const auto coded = static_cast<int>(
      std::ranges::count_if(report.data.comparison.material, [](const auto& one) { return one.passages > 0; }));
  return {t("From {1} places to {2} cases in the comparison", frame.asked, frame.cases),
          {{frame.asked, t("places in the frame"), {}},
           {frame.cases, t("cases in this edition"), {}},
           {coded, t("cases with a coded passage"), {}}}};
}

bool IsFigureName(const std::string& name) {
  return std::ranges::find(kNames, name) != std::end(kNames);
}

std::optional<Block> FigureByName(const Report& report, const std::string& name) {
  const Words& t = report.t;
  if (name == "coverage") return FrameTiles(report);
  if (name == "practices") return RegionMatrix(report, model::CodeKind::kPractice, "figure-practices");
  if (name == "barriers") return RegionMatrix(report, model::CodeKind::kBarrier, "figure-barriers");
  if (name == "gap-outcomes") {
    return GapBubbles(report, report.OutcomeGaps(), t("Practices and the outcomes told beside them"));
  }
  if (name == "gap-barriers") {
    return GapBubbles(report, report.BarrierGaps(),
                      t("Practices and barriers: which barriers a case with each practice names"));
  }
  if (name == "material") return MaterialBars(report);
  if (name == "flow") return FlowSteps(report);
  return std::nullopt;
}

}  // namespace commonground::publish
