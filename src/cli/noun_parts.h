// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// list, show, set, add and remove, for one kind of thing (app/edit_noun.h).
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>

#include "app/edit_noun.h"
#include "cli/console.h"

namespace commonground::cli {

// What its command is called: "legal-rule".
std::string CommandOf(const app::NounKind& kind);

// Runs the part that was called; none: none of these was.
using RunPart = std::function<std::optional<int>(Console&)>;

enum class NounParts { kAll, kAllButShow };
// Adds them to `command`.
RunPart AddNounParts(CLI::App& command, model::RecordType type, NounParts which = NounParts::kAll);

// "FIELD=VALUE".  Errors: InvalidInput.
core::Result<app::FieldValues> ReadFields(const std::vector<std::string>& given);

// All that one says, and its history.  Gives the exit code.
int ShowOneNoun(const Console& console, const app::Workspace& workspace, model::RecordType type, const std::string& id);

}  // namespace commonground::cli
