// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Loads what comparison needs and hands it on.

#include "app/compare_study.h"

#include <algorithm>

#include "app/gateway/analysis.h"
#include "app/gateway/entry.h"
#include "app/gateway/reading.h"
#include "compare/compare.h"
#include "context/view.h"

namespace commonground::app {

core::Result<ComparedStudy> CompareStudy(const Workspace& workspace, std::optional<core::Date> on,
                                         core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kCompare));
  const store::StudyStore& store = in.store;
  const core::Date& today = in.today;
  ComparedStudy compared;
  CG_ASSIGN_OR_RETURN(compared.study, store.LoadWithoutText());
  CG_ASSIGN_OR_RETURN(auto columns, store.LoadCodingColumns(compared.study, progress));
  const core::Date day = on.value_or(compared.study.settings.reference_date.value_or(today));
  compared.context = context::ViewOn(compared.study, day);
  compared.snapshot = SnapshotOf(compared.study, {std::move(columns.columns), std::move(columns.coders)},
                                 compared.context, today, Embargo::kIgnored);
  CG_ASSIGN_OR_RETURN(compared.comparison, compare::Compare(compared.snapshot, progress));
  for (const auto& one : compared.study.cases) {
    const auto at = std::ranges::find(compared.comparison.cases, one.organisation);
    if (at == compared.comparison.cases.end()) continue;
    if (IsUnderEmbargo(one, today)) compared.under_embargo.push_back(one.organisation);
    const auto index = static_cast<std::size_t>(at - compared.comparison.cases.begin());
    if (compared.comparison.material[index].codings == 0) compared.not_yet_coded.push_back(one.organisation);
  }
  const std::set<model::DocumentId> readable = ReadableDocuments(compared.study, today);
  for (const auto& document : StillCoded(compared.study)) {
    if (readable.contains(document)) compared.still_coded.push_back(document);
  }
  return compared;
}

std::vector<compare::CodePair> SamePassagesOf(const ComparedStudy& compared) {
  return compare::CodesOnSamePassages(compared.snapshot);
}

}  // namespace commonground::app
