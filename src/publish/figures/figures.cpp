// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

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

Tiles FrameTiles(const Report& report) {
  const Words& t = report.t;
  const model::Coverage& coverage = report.data.coverage;
  Tiles tiles;
  for (const auto& region : coverage.regions) {
    Tiles::Group group{{report.RegionLabel(region.region), Report::RegionPage(region.region.value)},
                       t("{1} of {2} places", region.filled, region.quota),
                       HueOfRegion(report, region.region.value),
                       {}};
    int listed = 0;
    for (const auto& slot : coverage.slots) {
      if (slot.region != region.region || coverage.slots.size() > kMaxShown) continue;
      ++listed;
      const bool has_page = slot.organisation && report.CaseIndex(*slot.organisation) >= 0;
      Tiles::Tile tile{slot.country ? report.CountryName(*slot.country) : t("Place not shown"),
                       {slot.organisation ? report.OrganisationName(*slot.organisation) : "",
                        has_page ? Target(Report::CasePage(*slot.organisation)) : Target()},
                       {},
                       slot.state == model::SlotState::kFilled ? "" : SlotStateLabel(slot.state, t)};
      for (const auto& country : report.data.context.countries) {
        if (slot.country == country.country && country.legal_model != "unknown") {
          tile.law = report.ValueLabel(country.legal_model);
        }
      }
      group.tiles.push_back(std::move(tile));
    }
    for (; listed < region.quota && coverage.slots.size() <= kMaxShown; ++listed) {
      group.tiles.push_back({t("Place not shown"), {std::string()}, {}, t("no case yet")});
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
    bars.rows.push_back({{bar.name, bar.page}, n, longest, {t.Plural("{1} passage", "{1} passages", n, n)}});
  }
  return bars;
}

Steps FlowSteps(const Report& report) {
  const Words& t = report.t;
  const auto label = [&](const std::string& key) {
    if (key == "slots") return t("places in the frame");
    if (key == "organisation_known") return t("organisation known");
    if (key == "document") return t("with a document");
    if (key == "consent_to_analyse") return t("with consent to analyse");
    if (key == "not_under_embargo") return t("not under embargo");
    if (key == "verified_or_attested") return t("verified or attested as led by sex workers");
    if (key == "in_comparison") return t("in the comparison");
    return key;
  };
  const auto& flow = report.data.coverage.flow;
  Steps steps;
  steps.title = flow.empty()
                    ? t("Flow diagram")
                    : t("From {1} places to {2} cases in the comparison", flow.front().second, flow.back().second);
  for (const auto& [key, number] : flow) steps.steps.push_back({number, label(key), {}});
  return steps;
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
