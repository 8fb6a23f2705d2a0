// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every text of a study that people write and a report may show, with the place where the person finds it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/study.h"
#include "rules/kinds.h"

namespace commonground::app {

struct WrittenField {
  rules::Kind kind = rules::Kind::kSettings;  // of what it belongs to
  std::string file;                           // of the study folder: "codebook.csv"
  std::string field;                          // "label of INT.1"; empty: the file itself
  std::string_view text;                      // lives as long as the study
  bool has_lines = false;                     // the text is the file: lines count
  const model::OrganisationId* of = nullptr;  // whose case it is about, if it is about one
};

// References to other things are left out: what they name is told where it is defined.  So are codings' own words,
// which stand in their document, and what never leaves: counts, consents, notes on codings, history.
void EachWrittenField(const model::Study& study, const std::function<void(const WrittenField&)>& take);

}  // namespace commonground::app
