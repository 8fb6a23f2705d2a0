// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Coalitions, through the use case of app.

#include "server/routes/coalitions.h"

#include "app/coalitions_study.h"

namespace commonground::server {

namespace {

using Coalition = ShowCoalitions;

Coalition::Link ViewOf(const app::Coalitions::Link& link) {
  Coalition::Link view{link.case_index, {}, link.passages, {}};
  for (const auto& tie : link.ties) {
    view.ties.push_back({tie.partner, tie.kind, tie.since ? tie.since->Text() : std::string(), tie.sources});
  }
  for (const auto& one : link.first) view.first.push_back({one.title, one.language, one.text});
  return view;
}

}  // namespace

core::Result<ShowCoalitions::Output> ShowCoalitions::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study(app::Purpose::kPublish));
  core::NoProgress progress;
  auto found = app::CoalitionsOf(study, input.language ? input.language->value : std::string(), progress);
  if (!found) {
    // A label holds a name that may not appear: somebody changes the label.
    if (found.error().code == core::ErrorCode::kNoConsent) asked.refused_as = 422;
    return core::Fail(found.error());
  }
  Output output;
  for (const auto& one : found->regions) output.regions.push_back({one.region, one.label, one.cases});
  for (const auto& one : found->cases) output.cases.push_back({one.name, one.region});
  for (const auto& one : found->sectors) {
    Sector sector{one.code, one.label, {one.overall.on_record, one.overall.told}, {}, {}};
    for (const auto& count : one.by_region) sector.by_region.push_back({count.on_record, count.told});
    for (const auto& link : one.links) sector.links.push_back(ViewOf(link));
    output.sectors.push_back(std::move(sector));
  }
  for (const auto& one : found->pairs) output.pairs.push_back({one.one, one.other, one.cases, one.listed});
  output.of = found->of;
  output.with_any = found->with_any;
  output.counted_only = found->counted_only;
  return output;
}

}  // namespace commonground::server
