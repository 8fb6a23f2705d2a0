// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What people and sources say that is no count, as tables: outcomes, answers to barriers, targets, grades, editions.
#pragma once

#include <vector>

#include "publish/data/data_table.h"
#include "publish/report.h"

namespace commonground::publish {

// Of the publication alone, so what consent took out is not in them.  Tables without rows are empty.
// Cost: O(publication).
std::vector<DataTable> RecordTables(const Report& report);

}  // namespace commonground::publish
