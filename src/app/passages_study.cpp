// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds the codings that a cell counts in the picture that the comparison is made of, and reads their words.

#include "app/passages_study.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "app/gateway/analysis.h"
#include "app/gateway/entry.h"
#include "app/gateway/reading.h"
#include "context/view.h"
#include "core/hinted.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

struct Picture {
  std::shared_ptr<const model::Study> small;
  model::Snapshot snapshot;
};

core::Result<Picture> PictureOf(const Entered& in, core::Progress& progress) {
  Picture picture;
  CG_ASSIGN_OR_RETURN(picture.small, in.SmallWithin());
  const model::Study& study = *picture.small;
  CG_ASSIGN_OR_RETURN(auto columns, in.store.LoadCodingColumns(study, progress));
  const core::Date day = study.settings.reference_date.value_or(in.today);
  picture.snapshot = SnapshotOf(study, {std::move(columns.columns), std::move(columns.coders)},
                                context::ViewOn(study, day), in.today, Embargo::kIgnored);
  return picture;
}

core::Result<std::int32_t> CodeIn(const model::Snapshot& snapshot, const model::CodeId& code) {
  const auto found = std::ranges::find(snapshot.codes, code);
  if (found == snapshot.codes.end()) {
    return core::FailWithHint(ErrorCode::kInvalidInput, "code not found. Fix: list the codes", code.value,
                              {"code tree", {}});
  }
  return static_cast<std::int32_t>(found - snapshot.codes.begin());
}

bool IsWithin(const model::Snapshot& snapshot, std::int32_t code, std::int32_t ancestor) {
  while (code >= 0 && code != ancestor) code = snapshot.parent[static_cast<std::size_t>(code)];
  return code == ancestor;
}

// By case: whether it belongs to the group.
core::Result<std::vector<bool>> CasesOf(const model::Snapshot& snapshot, const PassagesRequest& request) {
  const auto plan = std::ranges::find(snapshot.groupings, request.by, &model::GroupingPlan::id);
  if (plan == snapshot.groupings.end()) {
    return core::Fail(ErrorCode::kInvalidInput, "there is no such grouping", request.by);
  }
  if (!request.group) return std::vector<bool>(snapshot.cases.size(), true);
  const auto group = std::ranges::find(plan->ids, *request.group);
  if (group == plan->ids.end()) return core::Fail(ErrorCode::kInvalidInput, "there is no such group", *request.group);
  std::vector<bool> belongs(snapshot.cases.size(), false);
  for (std::size_t i = 0; i < belongs.size(); ++i) {
    belongs[i] = plan->group_of_case[i] == static_cast<std::int32_t>(group - plan->ids.begin());
  }
  return belongs;
}

}  // namespace

core::Result<ComparedPassages> PassagesBehind(const Workspace& workspace, const PassagesRequest& request,
                                              core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSeePassages));
  return in.store.Read([&]() -> core::Result<ComparedPassages> {
    CG_ASSIGN_OR_RETURN(const Picture picture, PictureOf(in, progress));
    const model::Snapshot& snapshot = picture.snapshot;
    CG_ASSIGN_OR_RETURN(const std::int32_t code, CodeIn(snapshot, request.code));
    CG_ASSIGN_OR_RETURN(std::vector<bool> belongs, CasesOf(snapshot, request));
    ComparedPassages behind;
    behind.of = std::ranges::count(belongs, true);
    if (request.with) {
      CG_ASSIGN_OR_RETURN(const std::int32_t with, CodeIn(snapshot, *request.with));
      std::vector<bool> has(snapshot.cases.size(), false);
      for (const auto& one : snapshot.codings) {
        if (IsWithin(snapshot, one.code, with)) has[static_cast<std::size_t>(one.case_index)] = true;
      }
      for (std::size_t i = 0; i < has.size(); ++i) belongs[i] = belongs[i] && has[i];
    }
    // Several codings of one place are one passage.
    const std::set<model::DocumentId> readable = ReadableDocuments(*picture.small, in.today, in.caller);
    std::map<std::tuple<std::int32_t, std::int32_t, std::int32_t, std::int32_t>, std::set<std::int32_t>> places;
    for (const auto& one : snapshot.codings) {
      const auto& document = picture.small->documents[static_cast<std::size_t>(one.document_index)];
      if (!belongs[static_cast<std::size_t>(one.case_index)] || !IsWithin(snapshot, one.code, code)) continue;
      if (readable.contains(document.id)) {
        places[{one.case_index, one.document_index, one.start, one.end}].insert(one.code);
      }
    }
    std::vector<model::DocumentId> needed;
    for (const auto& [place, ignored] : places) {
      const auto& id = picture.small->documents[static_cast<std::size_t>(std::get<1>(place))].id;
      if (needed.empty() || needed.back() != id) needed.push_back(id);
    }
    CG_ASSIGN_OR_RETURN(const auto texts, in.store.LoadTexts(needed));
    std::map<model::DocumentId, core::TextIndex> words;
    for (const auto& one : texts) words.emplace(one.id, core::TextIndex(one.text));
    for (const auto& [place, codes] : places) {
      const auto& [of, index, start, end] = place;
      const auto& document = picture.small->documents[static_cast<std::size_t>(index)];
      ComparedPassage passage{snapshot.cases[static_cast<std::size_t>(of)],
                              document.id,
                              document.title,
                              document.language,
                              {start, end},
                              {},
                              {}};
      for (const std::int32_t one : codes) passage.codes.push_back(snapshot.codes[static_cast<std::size_t>(one)]);
      const auto text = words.find(document.id);
      if (text != words.end()) passage.text = text->second.Slice(passage.range).value_or("");
      if (behind.cases.empty() || behind.cases.back() != passage.organisation) {
        behind.cases.push_back(passage.organisation);
      }
      behind.passages.push_back(std::move(passage));
    }
    return behind;
  });
}

}  // namespace commonground::app
