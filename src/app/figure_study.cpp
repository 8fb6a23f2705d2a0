// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Through the gateway for publishing, and past the last look at what leaves, as a report goes.
#include "app/figure_study.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ranges>

#include "app/forms/form.h"
#include "app/gateway/entry.h"
#include "app/gateway/leaving/leaving_check.h"
#include "app/gateway/publishing.h"
#include "app/open_study.h"
#include "publish/figures/figure_file.h"
#include "publish/report.h"
#include "publish/words.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

bool IsGroupedFigure(const std::string& figure) {
  return figure == "practices" || figure == "barriers" || figure == "outcomes";
}

core::Status CheckFigureName(const std::string& figure) {
  const auto names = publish::FigureNames();
  if (std::ranges::find(names, figure) != names.end()) return {};
  return core::Fail(ErrorCode::kNotFound,
                    fmt::format("there is no such figure. Fix: one of {}", fmt::join(names, ", ")), figure);
}

core::Status CheckFigureGrouping(const model::Comparison& comparison, const FigureRequest& request) {
  const auto& groupings = comparison.groupings;
  if (!IsGroupedFigure(request.figure) ||
      std::ranges::find(groupings, request.by, &model::Grouping::id) != groupings.end()) {
    return {};
  }
  const auto ids = groupings | std::views::transform([](const auto& one) -> std::string_view { return one.id; });
  return core::Fail(ErrorCode::kInvalidInput,
                    fmt::format("cases cannot be grouped by \"{}\". Known: {}", request.by, fmt::join(ids, ", ")),
                    "by");
}

}  // namespace

core::Result<FigureDrawn> DrawFigure(const Workspace& workspace, const FigureRequest& request,
                                     core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kDrawFigure));
  CG_RETURN_IF_ERROR(CheckFigureName(request.figure));
  CG_ASSIGN_OR_RETURN(model::Study study, in.store.Load(progress));
  CG_ASSIGN_OR_RETURN(const auto languages, LanguagesIn(request.language, study.settings.language));
  CG_ASSIGN_OR_RETURN(const publish::Words words, publish::Words::For(languages.front()));
  CG_ASSIGN_OR_RETURN(const std::string secret, in.store.Secret());
  const core::Date on = ReferenceDate(study.settings, workspace.clock());
  CG_ASSIGN_OR_RETURN(const Published published, ForPublishing({study, in.today, on, {}, secret}, progress));
  CG_RETURN_IF_ERROR(CheckFigureGrouping(published.publication.comparison, request));

  const publish::Report report(published.publication, words);
  auto files = publish::FigureFilesOf(report, request.figure, request.by);
  if (!files) return core::Fail(ErrorCode::kNotFound, "there is nothing to draw", request.figure);
  const std::string name = request.figure + (IsGroupedFigure(request.figure) ? "-by-" + request.by : "");
  LeavingCheck check(study, published.publication.study, published.appearances);
  check.Take(name + ".svg", files->svg);
  check.Take(name + ".csv", files->csv);
  for (const core::Problem& problem : check.Problems()) {
    if (problem.severity != core::Severity::kError) continue;
    return core::Fail(ErrorCode::kNoConsent,
                      fmt::format("{}. Nothing was drawn. Fix: {}", problem.message, problem.fix), problem.file);
  }
  return FigureDrawn{name, std::move(files->title), std::move(files->svg), std::move(files->csv)};
}

}  // namespace commonground::app
