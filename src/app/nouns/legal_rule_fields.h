// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Rules of the legal model as if they stood in a table: in a folder they are legal_model.toml.  For app alone.
//
//   when = law_selling=criminalised; law_buying=partly, criminalised
#pragma once

#include "ingest/folder/table.h"

namespace commonground::app {

// Fields have the names of the keys in a [[rule]].  `when`: an indicator and the values that match, with commas
// between; one without values matches anything.  Where that would not be read so it is JSON: {"law_selling": ["a, or
// b"]}.
const ingest::Table<model::LegalModelRule>& LegalRuleFields();

}  // namespace commonground::app
