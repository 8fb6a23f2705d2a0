// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "ingest/folder/checks/checks.h"

namespace commonground::ingest {

void CheckStudy(const model::Study& /*study*/, const Places& /*places*/, Problems& /*problems*/) {}

}  // namespace commonground::ingest
