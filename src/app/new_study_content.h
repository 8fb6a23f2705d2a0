// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a new study holds: five regions of four places each.  For app alone.
#pragma once

#include "app/new_study.h"
#include "model/study.h"

namespace commonground::app {

model::Study ContentOfNewStudy(const NewStudyOptions& options);

}  // namespace commonground::app
