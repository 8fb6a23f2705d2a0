// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Findings as if they stood in a table: in a folder each is a text with keys before it.  For app alone.
#pragma once

#include "ingest/folder/table.h"

namespace commonground::app {

// Fields have the names of the keys in findings/NAME.md, and `finding` and `text` for the rest of it.
const ingest::Table<model::Finding>& FindingFields();

}  // namespace commonground::app
