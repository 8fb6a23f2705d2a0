// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The open data for the web of data: what it is (schema.org), and what each claim rests on (PROV), down to the passage
// and its source.
#pragma once

#include <string>
#include <vector>

#include "publish/data/citation.h"
#include "publish/data/data_table.h"
#include "publish/report.h"

namespace commonground::publish {

// JSON-LD, schema.org Dataset with a DataDownload a table.
std::string DatasetOf(const Citation& citation, const std::vector<DataTable>& tables);

// JSON-LD, W3C PROV: each code's count, and each finding, prov:wasDerivedFrom its passages; each passage
// prov:hadPrimarySource its sources.  `site` is the way from there to the pages.
std::string ProvenanceOf(const Report& report, const std::string& site);

}  // namespace commonground::publish
