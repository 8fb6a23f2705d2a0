// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is different between two editions of a report.  Of cases only totals: who came and who left is not in here.
#pragma once

#include <string>
#include <vector>

#include "model/ids.h"
#include "model/results/comparison.h"

namespace commonground::model {

struct EditionChange {
  struct Class {  // of a practice or barrier, over all regions
    CodeId code;
    PrevalenceClass before = PrevalenceClass::kAbsent;
    PrevalenceClass now = PrevalenceClass::kAbsent;
    friend bool operator==(const Class&, const Class&) = default;
  };
  struct Law {  // of a country that both editions show
    CountryCode country;
    IndicatorId indicator;
    std::string before;  // a value, "unknown" or "disputed"
    std::string now;
    friend bool operator==(const Law&, const Law&) = default;
  };
  int cases_before = 0;
  int cases_now = 0;
  int passages_before = 0;
  int passages_now = 0;
  int regions_before = 0;  // with a case
  int regions_now = 0;
  int regions = 0;             // of the frame, now
  std::vector<Class> classes;  // that changed, in the order of the codebook
  int kept = 0;                // codes of both editions whose class did not
  std::vector<Law> laws;       // that changed, by country
  bool rule_changed = false;   // of common ground, or of "in most regions"
  friend bool operator==(const EditionChange&, const EditionChange&) = default;
};

}  // namespace commonground::model
