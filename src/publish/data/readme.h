// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What people read of the open data: the text beside it, and its page.
#pragma once

#include <string>
#include <vector>

#include "model/settings.h"
#include "publish/data/citation.h"
#include "publish/data/data_table.h"
#include "publish/words.h"

namespace commonground::publish {

// Markdown: what is in it, how to cite it, its licence, what to mind, what was left out and why.
std::string ReadmeOf(const model::Settings& settings, const Citation& citation, const Words& t);

// HTML: the same with every table and its two files.
std::string DataPageOf(const model::Settings& settings, const Citation& citation, const std::vector<DataTable>& tables,
                       const std::string& site, const Words& t);

}  // namespace commonground::publish
