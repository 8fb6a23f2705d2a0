// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the report is made of as tables in which every row is one thing: cases, codes, counts, passages, facts, sources.
#pragma once

#include <vector>

#include "publish/data/data_table.h"
#include "publish/report.h"

namespace commonground::publish {

// Only what the publication has: nothing that consent took out, no coder, no memo.  Tables without rows are left out.
// Cost: O(publication).
std::vector<DataTable> StudyTables(const Report& report);

}  // namespace commonground::publish
