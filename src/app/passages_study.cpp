// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds the codings that a cell counts in the picture that the comparison is made of, and reads their words.

#include "app/passages_study.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

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

// Whether a coding stands with another code as a cell of the gap map counts it: in the same document, or, if the study
// says so, on the same passage, where one character in common is enough.
class Beside {
 public:
  Beside(const model::Snapshot& snapshot, std::int32_t with)
      : in_documents_(snapshot.gap_unit == model::GapUnit::kDocument) {
    for (const auto& one : snapshot.codings) {
      if (IsWithin(snapshot, one.code, with)) ranges_[one.document_index].push_back(RangeOf(one));
    }
  }

  bool Has(const model::CodingColumn& coding) const {
    const auto found = ranges_.find(coding.document_index);
    if (found == ranges_.end()) return false;
    const auto range = RangeOf(coding);
    return in_documents_ || std::ranges::any_of(found->second, [&](const auto& other) {
             return range.first < other.second && other.first < range.second;
           });
  }

 private:
  using Ends = std::pair<std::int32_t, std::int32_t>;
  // Without length it counts as one character, as in the gap map.
  static Ends RangeOf(const model::CodingColumn& one) { return {one.start, std::max(one.end, one.start + 1)}; }

  bool in_documents_;
  std::map<std::int32_t, std::vector<Ends>> ranges_;  // by document
};

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
    std::optional<Beside> beside;
    if (request.with) {
      CG_ASSIGN_OR_RETURN(const std::int32_t with, CodeIn(snapshot, *request.with));
      beside.emplace(snapshot, with);
    }
    // Several codings of one place are one passage.
    const std::set<model::DocumentId> readable = ReadableDocuments(*picture.small, in.today, in.caller);
    std::map<std::tuple<std::int32_t, std::int32_t, std::int32_t, std::int32_t>, std::set<std::int32_t>> places;
    for (const auto& one : snapshot.codings) {
      const auto& document = picture.small->documents[static_cast<std::size_t>(one.document_index)];
      if (!belongs[static_cast<std::size_t>(one.case_index)] || !IsWithin(snapshot, one.code, code)) continue;
      if (beside && !beside->Has(one)) continue;
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
