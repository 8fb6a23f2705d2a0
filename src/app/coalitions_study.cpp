// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Through the gateway for publishing, and past the last look at what leaves, as the figure goes.
#include "app/coalitions_study.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/forms/form.h"
#include "app/gateway/entry.h"
#include "app/gateway/leaving/leaving_check.h"
#include "app/gateway/publishing.h"
#include "app/open_study.h"
#include "publish/coalitions/view.h"
#include "publish/report.h"
#include "publish/words.h"

namespace commonground::app {

namespace {

constexpr std::size_t kFirstPassages = 3;

using publish::CoalitionView;

Coalitions::Tie TieOf(const publish::Report& report, const CoalitionView::Partnership& one) {
  Coalitions::Tie tie{one.partner->name, one.tie->kind, one.tie->since, {}};
  for (const auto& id : one.tie->sources) {
    const auto source = std::ranges::find(report.data.study.sources, id, &model::Source::id);
    if (source != report.data.study.sources.end()) tie.sources.push_back(source->title);
  }
  return tie;
}

void AddPassages(const publish::Report& report, std::int32_t code, std::vector<Coalitions::Link>& links) {
  for (const publish::PassageRef& one : report.PassagesOf(code)) {
    const auto link = std::ranges::find(links, std::int64_t{one.case_index}, &Coalitions::Link::case_index);
    if (link == links.end()) continue;
    ++link->passages;
    if (link->first.size() >= kFirstPassages) continue;
    const auto& coding = report.data.snapshot.codings[static_cast<std::size_t>(one.coding)];
    const auto& document = report.data.study.documents[static_cast<std::size_t>(coding.document_index)];
    link->first.push_back({document.title, report.PassageLanguage(coding), report.PassageText(coding)});
  }
}

Coalitions::Sector SectorOf(const publish::Report& report, const CoalitionView& view,
                            const CoalitionView::Sector& from) {
  Coalitions::Sector sector;
  sector.code = report.data.snapshot.codes[static_cast<std::size_t>(from.code)];
  sector.label = report.CodeLabel(from.code);
  sector.overall = {std::ssize(from.on_record), std::ssize(from.told)};
  sector.by_region.resize(report.Regions().groups.size());
  const auto count = [&](const std::vector<std::int32_t>& cases, std::int64_t Coalitions::Count::*kind) {
    for (const std::int32_t index : cases) {
      const std::int32_t group = report.GroupOfCase(report.Regions(), index);
      if (group >= 0) ++(sector.by_region[static_cast<std::size_t>(group)].*kind);
      if (report.IsListed(index)) sector.links.push_back({index, {}, 0, {}});
    }
  };
  count(from.on_record, &Coalitions::Count::on_record);
  count(from.told, &Coalitions::Count::told);
  std::ranges::sort(sector.links, {}, &Coalitions::Link::case_index);
  for (const auto& partnership : view.partnerships) {
    if (partnership.sector != from.code) continue;
    const auto link =
        std::ranges::find(sector.links, std::int64_t{partnership.case_index}, &Coalitions::Link::case_index);
    if (link != sector.links.end()) link->ties.push_back(TieOf(report, partnership));
  }
  AddPassages(report, from.code, sector.links);
  return sector;
}

// Those that may be listed, of the cases that two sectors share.
std::vector<std::int64_t> SharedOf(const Coalitions::Sector& one, const Coalitions::Sector& other) {
  std::vector<std::int64_t> shared;
  for (const auto& link : one.links) {
    const bool both =
        std::ranges::find(other.links, link.case_index, &Coalitions::Link::case_index) != other.links.end();
    if (both) shared.push_back(link.case_index);
  }
  return shared;
}

Coalitions CoalitionsIn(const publish::Report& report) {
  const CoalitionView view = publish::ViewCoalitions(report);
  Coalitions found;
  for (const auto& group : report.Regions().groups) {
    found.regions.push_back({model::RegionId(group.id), group.label, group.cases});
  }
  for (std::int32_t index = 0; index < report.ListedCases(); ++index) {
    found.cases.push_back({report.OrganisationName(report.data.comparison.cases[static_cast<std::size_t>(index)]),
                           report.GroupOfCase(report.Regions(), index)});
  }
  for (const auto& sector : view.sectors) found.sectors.push_back(SectorOf(report, view, sector));
  const auto at = [&](std::int32_t code) {
    return std::int64_t{std::ranges::find(view.sectors, code, &CoalitionView::Sector::code) - view.sectors.begin()};
  };
  for (const auto& pair : view.pairs) {
    const std::int64_t one = at(pair.one);
    const std::int64_t other = at(pair.other);
    found.pairs.push_back(
        {one, other, pair.cases,
         SharedOf(found.sectors[static_cast<std::size_t>(one)], found.sectors[static_cast<std::size_t>(other)])});
  }
  found.of = std::ssize(report.data.comparison.cases);
  found.with_any = std::ssize(view.with_any);
  found.counted_only = std::ssize(report.data.counted_only);
  return found;
}

// All words of it that are the study's, for the last look.
std::string WordsToLookAt(const Coalitions& found) {
  std::string words;
  const auto add = [&](const std::string& text) { words += text + "\n"; };
  for (const auto& region : found.regions) add(region.label);
  for (const auto& one : found.cases) add(one.name);
  for (const auto& sector : found.sectors) {
    add(sector.label);
    for (const auto& link : sector.links) {
      for (const auto& tie : link.ties) {
        add(tie.partner);
        for (const std::string& source : tie.sources) add(source);
      }
      for (const auto& passage : link.first) {
        add(passage.title);
        add(passage.text);
      }
    }
  }
  return words;
}

}  // namespace

core::Result<Coalitions> CoalitionsOf(const Workspace& workspace, const std::string& language,
                                      core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kDrawFigure));
  CG_ASSIGN_OR_RETURN(model::Study study, in.store.Load(progress));
  CG_ASSIGN_OR_RETURN(const auto languages, LanguagesIn(language, study.settings.language));
  CG_ASSIGN_OR_RETURN(const publish::Words words, publish::Words::For(languages.front()));
  CG_ASSIGN_OR_RETURN(const std::string secret, in.store.Secret());
  const core::Date on = ReferenceDate(study.settings, workspace.clock());
  CG_ASSIGN_OR_RETURN(const Published published, ForPublishing({study, in.today, on, {}, secret}, progress));
  const publish::Report report(published.publication, words);
  Coalitions found = CoalitionsIn(report);
  LeavingCheck check(study, published.publication.study, published.appearances);
  check.Take("coalitions.txt", WordsToLookAt(found));
  for (const core::Problem& problem : check.Problems()) {
    if (problem.severity != core::Severity::kError) continue;
    return core::Fail(core::ErrorCode::kNoConsent,
                      fmt::format("{}. Nothing was counted. Fix: {}", problem.message, problem.fix), problem.file);
  }
  return found;
}

}  // namespace commonground::app
