// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the commands share that change a study bit by bit: who acts, the study opened for it, and how an act is told.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>

#include "app/edit_result.h"
#include "app/workspace.h"
#include "cli/console.h"
#include "core/text_range.h"

namespace commonground::cli {

// STUDY, as a file or an address.
std::shared_ptr<std::string> AddActingStudy(CLI::App& command);
// --as NAME, or COMMONGROUND_CODER.
std::shared_ptr<std::string> AddWho(CLI::App& command);
// --if-version VERSION, and where a list shows them, --versions.
std::shared_ptr<std::string> AddSeen(CLI::App& command);
std::shared_ptr<bool> AddVersions(CLI::App& command);

// Opens the study for who acts; all that goes wrong is said, and gives the exit code.
int Acting(Console& session, const std::string& study, const std::string& who,
           const std::function<int(const app::Workspace&)>& work);

// Tells what an act did: `said` to people, the whole to programs.  Gives the exit code.
int Tell(const Console& session, const core::Result<app::EditResult>& acted, const std::string& said);

// "120-240".  Errors: InvalidInput.
core::Result<core::TextRange> ReadRange(const std::string& text);

// A command below another one: its name, its purpose, what adds its options and gives what is to be run.
struct Part {
  const char* name;
  const char* purpose;
  std::function<int(Console&)> (*add)(CLI::App& command);
};
// Adds them; the one that is called is run.
std::function<int(Console&)> AddParts(CLI::App& command, std::span<const Part> parts);

}  // namespace commonground::cli
