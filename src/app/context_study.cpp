// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Loads contexts of countries and derives their legal models.

#include "app/context_study.h"

#include "context/view.h"

namespace commonground::app {

core::Result<model::ContextView> ContextOf(const model::Study& study, const core::Date& on,
                                           const std::string& country) {
  model::ContextView view = context::ViewOn(study, on);
  std::string known;
  bool found = country.empty();
  for (const auto& one : view.countries) {
    found = found || one.country.value == country;
    known += (known.empty() ? "" : ", ") + one.country.value;
  }
  if (!found) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "there is no country \"" + country + "\" in this study. Known: " + known);
  }
  return view;
}

}  // namespace commonground::app
