// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes a study for other coding programs: REFI-QDA 1.5.  The same study gives the same bytes: no clock, no name of a
// user, machine or folder.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "coding/exchange/report.h"
#include "model/study.h"

namespace commonground::coding {

// How texts are written and places in them counted.
enum class Profile {
  kStandard,  // UTF-8, LF, code points
  kNvivo,     // NVivo for Windows: byte order mark, CR LF, UTF-16 units
};

enum class Statuses { kAll, kAcceptedOnly };

// What of a study goes out: the codebook, and documents that may be read with their codings, memos, cases, and what
// those refer to.  Everything else has a line in the report.
model::Study PartToExport(const model::Study& study, const std::set<model::DocumentId>& readable, Statuses statuses,
                          Report& report);

// A codebook (.qdc).  Requires: at least one code, or there is nothing to write.
std::string WriteCodebook(const model::Study& part, Report& report);

// The files of a project (.qdpx), in the order in which they are packed: project.qde, sources/..., commonground.json.
// `part`: as PartToExport gives it.  Cost: linear; memory: twice the result.
std::vector<std::pair<std::string, std::string>> WriteProject(const model::Study& part, Profile profile,
                                                              Report& report);

}  // namespace commonground::coding
