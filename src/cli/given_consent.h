// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// --consent SCOPE,...=BASIS with --evidence: a consent that is recorded with what comes in.
#pragma once

#include <optional>
#include <string>

#include "app/exchange_study.h"
#include "core/date.h"
#include "core/result.h"

namespace commonground::cli {

// "analyse,quote=written"; none: both are empty.  Errors: InvalidInput.
core::Result<std::optional<coding::GivenConsent>> ReadConsent(const std::string& text, const std::string& evidence,
                                                              const core::Date& today);

}  // namespace commonground::cli
