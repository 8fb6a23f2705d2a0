// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The row is written as cells, the cells are changed, read again and checked as an import would.

#include "app/settings_study.h"

#include <algorithm>

#include "app/apply_edit.h"
#include "app/gateway/entry.h"
#include "app/nouns/noun_cells.h"
#include "app/nouns/noun_query.h"
#include "app/nouns/settings_fields.h"
#include "coding/history/things.h"
#include "ingest/folder/built_in.h"
#include "rules/edit.h"

namespace commonground::app {

namespace {

constexpr int kMaxTries = 6;

// Definitions that come with the program and that the settings name, but the study does not hold: they become part of
// it, as at an import.
std::vector<model::Definition> NamedBuiltIn(const model::Study& study, const model::Settings& settings) {
  std::vector<model::DefinitionId> named = settings.definitions;
  for (const auto& [source, definition] : settings.claims_about) named.emplace_back(definition);
  std::vector<model::Definition> taken;
  for (const model::DefinitionId& id : named) {
    const auto is_it = [&](const model::Definition& one) { return one.id == id; };
    if (std::ranges::any_of(study.definitions, is_it) || std::ranges::any_of(taken, is_it)) continue;
    const model::Definition* built_in = ingest::FindBuiltInDefinition(id);
    if (built_in != nullptr) taken.push_back(ingest::WithKnownSources(*built_in, study));
  }
  return taken;
}

struct MadeSettings {
  model::Settings settings;
  std::vector<model::Definition> definitions;  // that come with them
};

// What cells and values make.  Errors: all that is wrong with them.
core::Result<MadeSettings> Made(const model::Study& study, const FieldValues& values, const core::Date& today) {
  std::vector<core::Problem> misread;
  Cells cells = CellsOf(SettingsFields(), study.settings);
  Put(SettingsFields(), values, cells, misread);
  MadeSettings made{FromCells(SettingsFields(), cells, misread), {}};
  made.definitions = NamedBuiltIn(study, made.settings);
  auto wrong = AboutThing(misread, rules::Kind::kSettings, rules::kNoIndex, {});
  if (wrong.empty()) {
    model::Study with = study;
    with.definitions.insert(with.definitions.end(), made.definitions.begin(), made.definitions.end());
    wrong = ErrorsIn(rules::CheckValue(with, made.settings, CircumstancesOn(today)));
  }
  if (!wrong.empty()) return core::Fail(RefusalOf(wrong, "settings", rules::kNoIndex, {}));
  return made;
}

}  // namespace

std::vector<NounField> SettingsFieldNames() {
  std::vector<NounField> fields;
  for (const auto& column : SettingsFields().columns) {
    fields.push_back({std::string(column.name), column.need == ingest::kRequired,
                      column.words == nullptr ? std::string() : column.words()});
  }
  return fields;
}

core::Result<SettingsShown> ShowSettings(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSeeSettings));
  CG_ASSIGN_OR_RETURN(const auto study, in.Small());
  SettingsShown shown{model::VersionOf(study->settings), {}};
  for (const auto& column : SettingsFields().columns) {
    shown.cells.emplace_back(column.name, column.write(study->settings));
  }
  return shown;
}

core::Result<EditResult> SetSettings(const Workspace& workspace, const std::string& seen, const FieldValues& values) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kEditSettings));
  for (int tried = 1;; ++tried) {
    CG_ASSIGN_OR_RETURN(const model::Study study, in.store.LoadWithoutText());
    const std::string version = model::VersionOf(study.settings);
    if (!seen.empty() && seen != version) {
      return core::Fail(core::ErrorCode::kConflict,
                        "somebody changed the settings since you looked at them. Nothing was changed. Fix: look at "
                        "them as they are now (version " +
                            version + "), and change them again if it is still right");
    }
    CG_ASSIGN_OR_RETURN(MadeSettings made, Made(study, values, in.today));
    EditResult result;
    result.thing = coding::kTheStudy;
    result.version = model::VersionOf(made.settings);
    if (made.settings == study.settings) return result;
    model::ChangeSet changes;
    changes.action = model::EventAction::kEdit;
    std::vector<std::string> ids;
    for (const auto& one : study.definitions) ids.push_back(one.id.value);
    for (auto& definition : made.definitions) {
      const auto place = std::ranges::upper_bound(ids, definition.id.value);
      model::PlacedChange<model::Definition> change;
      change.place_after = place - ids.begin();
      ids.insert(place, definition.id.value);
      change.after = std::move(definition);
      changes.facts.Of<model::Definition>().push_back(std::move(change));
    }
    changes.settings = {study.settings, std::move(made.settings)};
    const auto act = ApplyEdit(in.store, std::move(changes), in.actor);
    if (!act && act.error().code == core::ErrorCode::kConflict && tried < kMaxTries) continue;
    CG_ASSIGN_OR_RETURN(result.act, act);
    return result;
  }
}

}  // namespace commonground::app
