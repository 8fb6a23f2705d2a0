// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Chapters as if they stood in a table: in a folder each is a text of its own.  For app alone.
#pragma once

#include "ingest/folder/table.h"

namespace commonground::app {

// `chapter` is the name of the file in report/, and `text` what is in it.
const ingest::Table<model::Chapter>& ChapterFields();

}  // namespace commonground::app
