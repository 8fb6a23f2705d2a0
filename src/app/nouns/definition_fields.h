// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Definitions as if they stood in a table: in a folder each is a file of its own.  For app alone.
//
//   criteria = decision_making_body >= 50/100; paid_staff > 1/3 (undetermined)
#pragma once

#include "ingest/folder/table.h"

namespace commonground::app {

// Fields have the names of the keys in definitions/ID.toml, `definition` for the id, `definition_version` for its
// version (a thing's own is what it says at the moment, model/identity.h), and `criteria` for [[criterion]]: one a
// body, with its share, and between parentheses what a body without members is, where that is not what a file without
// the word says.  Names of bodies that would not be read so stand in JSON, as the command line writes it.
const ingest::Table<model::Definition>& DefinitionFields();

}  // namespace commonground::app
