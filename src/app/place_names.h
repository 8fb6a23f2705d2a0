// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What pages call the study and the places in it, in the language of whoever reads them, as the report does.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/result.h"
#include "model/ids.h"

namespace commonground::app {

struct PlaceNames {
  std::string title;
  bool invented = false;  // no organisation of the study is real
  struct OfRegion {
    model::RegionId region;
    std::string name;
  };
  struct OfCountry {
    model::CountryCode country;
    std::string name;  // its code, where nobody knows better
  };
  std::vector<OfRegion> regions;     // in the order of the study
  std::vector<OfCountry> countries;  // by code; those that the caller may know the study to speak of
};

// `language`: en, fr, es, ru or zh.  Errors: InvalidInput: another; the store's.  Cost: O(what is small of the study).
core::Result<PlaceNames> PlaceNamesOf(const Workspace& workspace, const std::string& language);

}  // namespace commonground::app
