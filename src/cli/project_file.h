// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The file of another coding program, as a person names it.
#pragma once

#include <string>

#include "app/exchange_study.h"
#include "core/result.h"

namespace commonground::cli {

// A project of QualCoder is a folder: what is in it is data.qda.
// Errors: InvalidInput: another folder, or more than app::kMaxProjectBytes; NotFound, Io.
core::Result<app::ProjectBytes> ReadProjectFile(const std::string& given);

}  // namespace commonground::cli
