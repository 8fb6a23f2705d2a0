// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is known of the countries of a study on a day.
#pragma once

#include <string>

#include "core/date.h"
#include "core/result.h"
#include "model/results/context_view.h"
#include "model/study.h"

namespace commonground::app {

// Errors: InvalidInput: `country` is not empty and not a country of the study; the message lists those that are.
core::Result<model::ContextView> ContextOf(const model::Study& study, const core::Date& on, const std::string& country);

}  // namespace commonground::app
