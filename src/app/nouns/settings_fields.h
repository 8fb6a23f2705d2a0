// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The settings of a study as the cells of one row: in a folder they are study.toml.  For app alone.
#pragma once

#include "ingest/folder/table.h"

namespace commonground::app {

// Fields have the names of the fields of model::Settings.  `rows` of the table is nullptr: there is one.
const ingest::Table<model::Settings>& SettingsFields();

}  // namespace commonground::app
