// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One command a kind of thing (organisation, statement, definition, translation ...), looked at and edited one at a
// time.

#include "cli/command.h"
#include "cli/import_table.h"
#include "cli/noun_parts.h"

namespace commonground::cli {

namespace {

using model::RecordType;

Run AddNoun(CLI::App& command, RecordType type) {
  command.require_subcommand(1);
  const RunPart run = AddNounParts(command, type);
  return [run](Console& console) { return run(console).value_or(0); };
}

}  // namespace

Run AddOrganisation(CLI::App& command) {
  const Run one = AddNoun(command, RecordType::kOrganisation);
  const RunPart import = AddImportOfOrganisations(command);
  return [one, import](Console& console) {
    if (const auto imported = import(console)) return *imported;
    return one(console);
  };
}
Run AddStatement(CLI::App& command) {
  return AddNoun(command, RecordType::kStatement);
}
Run AddLeadership(CLI::App& command) {
  return AddNoun(command, RecordType::kLeadership);
}
Run AddPartner(CLI::App& command) {
  return AddNoun(command, RecordType::kPartner);
}
Run AddPartnership(CLI::App& command) {
  command.alias("tie");
  return AddNoun(command, RecordType::kPartnership);
}
Run AddFinding(CLI::App& command) {
  return AddNoun(command, RecordType::kFinding);
}
Run AddSource(CLI::App& command) {
  return AddNoun(command, RecordType::kSource);
}
Run AddSlot(CLI::App& command) {
  return AddNoun(command, RecordType::kSlot);
}
Run AddRegion(CLI::App& command) {
  return AddNoun(command, RecordType::kRegion);
}
Run AddIndicator(CLI::App& command) {
  return AddNoun(command, RecordType::kIndicator);
}
Run AddOutcome(CLI::App& command) {
  return AddNoun(command, RecordType::kOutcome);
}
Run AddAnswer(CLI::App& command) {
  return AddNoun(command, RecordType::kAnswer);
}
Run AddTarget(CLI::App& command) {
  return AddNoun(command, RecordType::kTarget);
}
Run AddChapter(CLI::App& command) {
  return AddNoun(command, RecordType::kChapter);
}
Run AddDefinition(CLI::App& command) {
  return AddNoun(command, RecordType::kDefinition);
}
Run AddInventedCountry(CLI::App& command) {
  return AddNoun(command, RecordType::kInventedCountry);
}
Run AddLegalRule(CLI::App& command) {
  return AddNoun(command, RecordType::kLegalRule);
}
Run AddTranslation(CLI::App& command) {
  return AddNoun(command, RecordType::kTranslation);
}
Run AddSet(CLI::App& command) {
  return AddNoun(command, RecordType::kSet);
}

}  // namespace commonground::cli
