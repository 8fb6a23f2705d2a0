// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A command: a new one is one source with one function, and one line in program/commands.cpp.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "cli/console.h"

namespace commonground::cli {

// Adds its own options to `command` and gives what is to be run; that gives the exit code.
using Run = std::function<int(Console&)>;
struct Command {
  const char* name;
  const char* purpose;   // one line for the list
  const char* examples;  // shown below the options
  Run (*add)(CLI::App& command);
};

Run AddNew(CLI::App& command);
Run AddImport(CLI::App& command);
Run AddExport(CLI::App& command);
Run AddStatus(CLI::App& command);
Run AddWork(CLI::App& command);
Run AddVerify(CLI::App& command);
Run AddContext(CLI::App& command);
Run AddCompare(CLI::App& command);
Run AddFigure(CLI::App& command);
Run AddAgreement(CLI::App& command);
Run AddReport(CLI::App& command);
Run AddSearch(CLI::App& command);
Run AddSuggest(CLI::App& command);
Run AddScreen(CLI::App& command);
Run AddOriginals(CLI::App& command);
Run AddReindex(CLI::App& command);
Run AddCopy(CLI::App& command);
Run AddEncrypt(CLI::App& command);
Run AddDecrypt(CLI::App& command);
Run AddCode(CLI::App& command);
Run AddAssign(CLI::App& command);
Run AddExchange(CLI::App& command);
Run AddOrganisation(CLI::App& command);
Run AddStatement(CLI::App& command);
Run AddLeadership(CLI::App& command);
Run AddConsent(CLI::App& command);
Run AddPartner(CLI::App& command);
Run AddPartnership(CLI::App& command);
Run AddFinding(CLI::App& command);
Run AddSource(CLI::App& command);
Run AddSlot(CLI::App& command);
Run AddSettings(CLI::App& command);
Run AddRegion(CLI::App& command);
Run AddIndicator(CLI::App& command);
Run AddOutcome(CLI::App& command);
Run AddAnswer(CLI::App& command);
Run AddTarget(CLI::App& command);
Run AddChapter(CLI::App& command);
Run AddDefinition(CLI::App& command);
Run AddInventedCountry(CLI::App& command);
Run AddLegalRule(CLI::App& command);
Run AddTranslation(CLI::App& command);
Run AddSet(CLI::App& command);
Run AddEdition(CLI::App& command);
Run AddBackup(CLI::App& command);
Run AddWithdraw(CLI::App& command);
Run AddPeople(CLI::App& command);
Run AddAudit(CLI::App& command);

}  // namespace commonground::cli
