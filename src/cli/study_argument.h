// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The argument STUDY, as most commands take it, and the study behind it.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/open_study.h"
#include "cli/console.h"
#include "core/date.h"

namespace commonground::cli {

std::shared_ptr<std::string> AddStudyArgument(CLI::App& command);

// Opens the study (a folder is imported first) and hands it over; all that goes wrong is said, and gives the exit code.
int WithStudy(Console& session, const std::string& path, app::Caller caller, app::Purpose purpose,
              const std::function<int(const app::Workspace&)>& work);
// By nobody in particular, to work with it.
int WithStudy(Console& session, const std::string& path, const std::function<int(const app::Workspace&)>& work);

// An option that takes a date.
std::shared_ptr<std::string> AddDateOption(CLI::App& command, const std::string& name, const std::string& purpose);
// Empty text: nullopt.  Errors: InvalidInput, also for a date that is not whole.
core::Result<std::optional<core::Date>> ReadDay(const std::string& text);

}  // namespace commonground::cli
