// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Draws the figures that a chapter can place, each with its table.

#include "publish/figures/figures.h"

#include <algorithm>
#include <set>
#include <tuple>

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
  const std::size_t shown = each ? static_cast<std::size_t>(report.ListedCases()) : comparison.cases.size();
  for (std::size_t i = 0; i < shown; ++i) {
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

}  // namespace

std::string PlaceLabel(const model::PublishedPlace& place, const Words& t) {
  return place.in_edition ? t("in this edition") : t("not in this edition");
}

std::string FilledOf(const model::PublishedRegion& region, const Words& t) {
  return region.cases <= region.asked ? t("{1} of {2}", region.cases, region.asked)
                                      : t.Plural("{1} case, {2} asked for", "{1} cases, {2} asked for", region.cases,
                                                 region.cases, region.asked);
}

std::string PlacesFilled(const model::PublishedRegion& region, const Words& t) {
  return region.cases <= region.asked
             ? t.Plural("{1} of {2} place", "{1} of {2} places", region.asked, region.cases, region.asked)
             : t.Plural("{1} case, {2} asked for", "{1} cases, {2} asked for", region.cases, region.cases,
                        region.asked);
}

std::string MaterialText(const model::CaseMaterial& material, const Words& t) {
  if (material.passages == 0) return t("not yet coded");
  if (material.sources == 0)  // none, or none that may be named
    return t.Plural("{1} coded passage", "{1} coded passages", material.passages, material.passages);
  return t.Plural("{1} coded passage from {2}", "{1} coded passages from {2}", material.passages, material.passages,
                  t.Plural("{1} source", "{1} sources", material.sources, material.sources));
}

namespace {

// The five regions of the seed frame have a place on the compass; a frame with another region has none.
Tiles::Compass CompassOf(const std::string& region) {
  if (region == "north-america-caribbean") return Tiles::Compass::kNorthWest;
  if (region == "europe-central-asia") return Tiles::Compass::kNorth;
  if (region == "asia-pacific") return Tiles::Compass::kEast;
  if (region == "latin-america") return Tiles::Compass::kSouthWest;
  if (region == "africa") return Tiles::Compass::kSouth;
  return Tiles::Compass::kNone;
}

constexpr int kTilesOnCompass = 6;  // of a region; more would run into the next

}  // namespace

Tiles FrameTiles(const Report& report) {
  const Words& t = report.t;
  const model::PublishedFrame& frame = report.data.frame;
  Tiles tiles;
  const bool few = std::ranges::all_of(
      frame.regions, [](const auto& region) { return std::max(region.asked, region.cases) <= kTilesOnCompass; });
  for (const auto& region : frame.regions) {
    Tiles::Group group{{report.RegionLabel(region.region), Report::RegionPage(region.region.value)},
                       PlacesFilled(region, t),
                       HueOfRegion(report, region.region.value),
                       {},
                       few ? CompassOf(region.region.value) : Tiles::Compass::kNone};
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
        if (slot.country != country.country) continue;
        tile.law = country.legal_model == "unknown" ? t("law not sourced") : report.ValueLabel(country.legal_model);
      }
      group.tiles.push_back(std::move(tile));
    }
    if (region.counted_only > 0 && frame.places.size() <= kMaxShown) {
      listed += region.counted_only;
      group.tiles.push_back({report.AndCountedOnly(region.counted_only).text, {std::string()}, {}, {}});
    }
    for (; listed < region.asked && frame.places.size() <= kMaxShown; ++listed) {
      group.tiles.push_back({t("Place not shown"), {std::string()}, {}, PlaceLabel({}, t)});
    }
    tiles.groups.push_back(std::move(group));
  }
  return tiles;
}

std::optional<WorldMap> FrameMap(const Report& report) {
  const Words& t = report.t;
  const model::PublishedFrame& frame = report.data.frame;
  if (frame.places.size() > kMaxShown) return std::nullopt;
  WorldMap map;
  map.id = "figure-map";
  int on_map = 0;
  int filled = 0;
  int hidden = 0;
  for (const auto& region : frame.regions) {
    WorldMap::Group group{{report.RegionLabel(region.region), Report::RegionPage(region.region.value)},
                          PlacesFilled(region, t),
                          HueOfRegion(report, region.region.value),
                          {}};
    int listed = 0;
    for (const auto& place : frame.places) {
      if (place.region != region.region) continue;
      ++listed;
      if (place.country && !MiddleOf(*place.country)) return std::nullopt;  // a country that no map has
      on_map += place.country ? 1 : 0;
      hidden += place.country ? 0 : 1;
      filled += place.in_edition ? 1 : 0;
      Span label{place.country ? report.CountryName(*place.country) : t("Place not shown"),
                 place.country ? Target(Report::CountryPage(*place.country)) : Target()};
      const bool known = place.country && std::ranges::any_of(report.data.context.countries, [&](const auto& country) {
                           return country.country == *place.country;
                         });
      if (!known) label.target = {};
      group.places.push_back({std::move(label), PlaceLabel(place, t), place.in_edition, place.country});
    }
    for (int i = 0; i < region.counted_only; ++i, ++listed) {
      ++hidden;
      ++filled;
      group.places.push_back({{t("Place not shown")}, t("counted only"), true, {}});
    }
    for (; listed < region.asked; ++listed) {
      ++hidden;
      group.places.push_back({{t("Place not shown")}, PlaceLabel({}, t), false, {}});
    }
    map.groups.push_back(std::move(group));
  }
  if (on_map == 0) return std::nullopt;
  const int all = on_map + hidden;
  map.title = t.Plural("{1} of {2} place has a case study in this edition",
                       "{1} of {2} places have a case study in this edition", all, filled, all);
  map.subtitle = t("One square a place. Equal-area projection (Equal Earth).");
  map.description =
      t("World map without borders. Squares, one a place: {1}; filled: {2}. Places in the list alone: {3}.", on_map,
        filled, hidden);
  map.filled = t("a case study in this edition");
  map.empty = t("no case study in this edition");
  map.unknown = hidden > 0 ? t("place not shown") : std::string();
  map.foot =
      t("Land: Natural Earth, public domain. No borders are drawn; a square stands near the middle of its country "
        "and marks no address.");
  return map;
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

// Only what can be counted in the report itself: each step between would tell why a case is not there.  The boxes are
// those of PRISMA 2020, with the counts that may be told.
Steps FlowSteps(const Report& report) {
  const Words& t = report.t;
  const auto& data = report.data;
  const model::PublishedFrame& frame = data.frame;
  const int cases = static_cast<int>(data.comparison.cases.size());
  const auto coded = static_cast<int>(
      std::ranges::count_if(data.comparison.material, [](const auto& one) { return one.passages > 0; }));
  int documents = 0;
  int passages = 0;
  for (const auto& material : data.comparison.material) {
    documents += material.documents;
    passages += material.passages;
  }
  std::set<std::tuple<std::int32_t, std::int32_t, std::int32_t>> places;  // a place counts once, however many codes
  int shown = 0;
  for (const model::CodingColumn& coding : data.snapshot.codings) {
    if (!places.emplace(coding.document_index, coding.start, coding.end).second) continue;
    shown += data.study.documents[static_cast<std::size_t>(coding.document_index)].text.empty() ? 0 : 1;
  }
  int without = 0;
  for (const auto& region : frame.regions) without += std::max(0, region.asked - region.cases);
  Steps steps{t("From places in the frame ({1}) to passages that may be shown ({2})", frame.asked, shown), {}};
  steps.steps.push_back(
      {frame.asked, t("places in the frame"),
       without == 0 ? std::string()
                    : t.Plural("{1} without a case study in this edition; why is private to it",
                               "{1} without a case study in this edition; why is private to each", without, without),
       t("Identification")});
  steps.steps.push_back(
      {cases, t("cases in this edition"),
       cases == coded ? std::string()
                      : t.Plural("{1} not yet coded; it counts as silent everywhere",
                                 "{1} not yet coded; they count as silent everywhere", cases - coded, cases - coded),
       t("Included")});
  steps.steps.push_back({coded, t("cases with a coded passage"), {}, {}});
  steps.steps.push_back({documents, t("documents of these cases"), {}, t("Read")});
  steps.steps.push_back({passages,
                         t("coded passages, each place once"),
                         passages == shown ? std::string()
                                           : t.Plural("{1} may not be shown; it counts, and its words do not appear",
                                                      "{1} may not be shown; they count, and their words do not appear",
                                                      passages - shown, passages - shown),
                         {}});
  steps.steps.push_back({shown, t("passages whose words may be shown"), {}, t("Shown")});
  return steps;
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
