// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Comparison, through the use cases of app.

#include "server/routes/compare.h"

#include <algorithm>

#include "app/compare_rows.h"
#include "app/compare_study.h"
#include "app/passages_study.h"

namespace commonground::server {

using core::ErrorCode;

namespace {

std::string LabelOf(const model::Study& study, const model::CodeId& code) {
  const auto found = std::ranges::find(study.codebook, code, &model::Code::id);
  return found == study.codebook.end() ? std::string() : found->label;
}

template <typename Name>
RobustnessView ViewOf(const model::Robustness& robust, const Name& name_of) {
  RobustnessView view{robust.holds, robust.of, {}};
  for (const std::int32_t index : robust.changed_by) {
    view.changed_by.push_back(name_of(static_cast<std::size_t>(index)));
  }
  return view;
}

}  // namespace

core::Result<ShowComparison::Output> ShowComparison::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(const app::ComparedStudy compared, app::CompareStudy(study, std::nullopt, progress));
  const model::Comparison& comparison = compared.comparison;
  Output output;
  output.by = input.by.value_or("region");
  output.kind = input.kind.value_or(model::CodeKind::kPractice);
  for (const auto& one : comparison.groupings) output.groupings.push_back(one.id);
  const auto grouping = std::ranges::find(comparison.groupings, output.by, &model::Grouping::id);
  if (grouping == comparison.groupings.end()) {
    return core::Fail(ErrorCode::kInvalidInput, "Cases cannot be grouped by this.");
  }
  const app::Sizes sizes = app::SizesOf(comparison);
  output.cases = std::ssize(comparison.cases);
  output.passages = sizes.passages;
  output.codings = sizes.codings;
  output.under_embargo = compared.under_embargo;
  output.not_yet_coded = compared.not_yet_coded;
  output.still_coded = compared.still_coded;
  for (const auto& group : grouping->groups) output.groups.push_back({group.id, group.label, group.cases});
  for (const model::CodeRow* row : app::RowsOf(*grouping, compared.study, output.kind, input.all.value_or(false))) {
    const model::CodeId& code = comparison.codes[static_cast<std::size_t>(row->code)];
    Row one;
    one.code = code;
    one.label = LabelOf(compared.study, code);
    for (const auto& share : row->by_group) one.by_group.push_back({share.present, share.of});
    one.overall = {row->overall.present, row->overall.of};
    one.reach = row->reach;
    one.balanced_num = row->balanced_num;
    one.balanced_den = row->balanced_den;
    one.prevalence = app::ClassOf(*row);
    one.without_each_case = ViewOf(row->by_case, [&](std::size_t i) { return comparison.cases[i].value; });
    one.without_each_coder = ViewOf(row->by_coder, [&](std::size_t i) { return comparison.coders[i].value; });
    output.rows.push_back(std::move(one));
  }
  return output;
}

core::Result<ShowGapMap::Output> ShowGapMap::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(const app::ComparedStudy compared, app::CompareStudy(study, std::nullopt, progress));
  const model::Comparison& comparison = compared.comparison;
  const bool is_outcome = input.columns && input.columns->value == "outcome";
  const model::GapMap& map = is_outcome ? comparison.practice_by_outcome : comparison.practice_by_barrier;
  Output output;
  output.cases = map.cases;
  const auto codes_of = [&](const std::vector<std::int32_t>& indices) {
    std::vector<Code> codes;
    for (const std::int32_t index : indices) {
      const model::CodeId& code = comparison.codes[static_cast<std::size_t>(index)];
      codes.push_back({code, LabelOf(compared.study, code)});
    }
    return codes;
  };
  output.rows = codes_of(map.rows);
  output.columns = codes_of(map.columns);
  for (std::size_t i = 0; i < map.cells.size(); ++i) {
    const model::GapCell& cell = map.cells[i];
    Cell one{static_cast<std::int64_t>(i / map.columns.size()),
             static_cast<std::int64_t>(i % map.columns.size()),
             cell.cases,
             {},
             cell.confidence};
    for (const std::int32_t index : cell.case_indices) {
      one.organisations.push_back(comparison.cases[static_cast<std::size_t>(index)]);
    }
    output.cells.push_back(std::move(one));
  }
  return output;
}

core::Result<ListSamePassages::Output> ListSamePassages::Run(RouteContext& asked, const Input& input) {
  constexpr std::size_t kMaxPlaces = 50;
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(const app::ComparedStudy compared, app::CompareStudy(study, std::nullopt, progress));
  Output output;
  output.cases = std::ssize(compared.snapshot.cases);
  output.codings = std::ssize(compared.snapshot.codings);
  const auto pairs = app::SamePassagesOf(compared);
  output.total = std::ssize(pairs);
  for (const auto& pair : input.Of(pairs)) {
    Pair one{compared.snapshot.codes[static_cast<std::size_t>(pair.one)],
             compared.snapshot.codes[static_cast<std::size_t>(pair.other)],
             std::ssize(pair.passages),
             pair.cases,
             {}};
    for (const auto& place : pair.passages) {
      if (one.places.size() == kMaxPlaces) break;
      one.places.push_back({compared.study.documents[static_cast<std::size_t>(place.document)].id, place.start});
    }
    output.pairs.push_back(std::move(one));
  }
  return output;
}

core::Result<ListPassages::Output> ListPassages::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  app::PassagesRequest request;
  request.by = input.by.value_or(request.by);
  request.group = input.group;
  request.code = input.code;
  request.with = input.with;
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(auto behind, app::PassagesBehind(study, request, progress));
  Output output;
  output.total = std::ssize(behind.passages);
  output.cases = std::move(behind.cases);
  output.of = behind.of;
  for (const app::ComparedPassage& one : input.Of(behind.passages)) {
    output.passages.push_back(
        {one.organisation, one.document, one.title, one.language, PlaceOf(one.range), one.codes, one.text});
  }
  return output;
}

}  // namespace commonground::server
