// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Loads contexts of countries and derives their legal models.

#include "app/context_study.h"

#include "app/gateway/entry.h"
#include "app/open_study.h"
#include "context/view.h"

namespace commonground::app {

core::Result<ShownContext> ContextStudy(const Workspace& workspace, std::optional<core::Date> on,
                                        const std::string& country) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kContext));
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const model::Study& study = *small;
  ShownContext shown;
  shown.view = context::ViewOn(study, on.value_or(ReferenceDate(study.settings, workspace.clock())));
  std::string known;
  bool found = country.empty();
  for (const auto& one : shown.view.countries) {
    found = found || one.country.value == country;
    known += (known.empty() ? "" : ", ") + one.country.value;
  }
  if (!found) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "there is no country \"" + country + "\" in this study. Known: " + known);
  }
  shown.study.indicators = study.indicators;
  shown.study.contexts = study.contexts;
  shown.study.statements = study.statements;
  shown.study.sources = study.sources;
  return shown;
}

}  // namespace commonground::app
