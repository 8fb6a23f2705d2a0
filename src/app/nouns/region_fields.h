// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Regions as if they stood in a table: in a folder they are part of study.toml.  For app alone.
#pragma once

#include "ingest/folder/table.h"

namespace commonground::app {

// Fields have the names of the keys in study.toml, and `region` for the id.
const ingest::Table<model::Region>& RegionFields();

}  // namespace commonground::app
