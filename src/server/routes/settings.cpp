// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The settings as the use cases give them, with what each may be.

#include "server/routes/settings.h"

#include "app/settings_study.h"

namespace commonground::server {

namespace {

core::Result<SettingsSeen> Seen(const app::Workspace& study) {
  CG_ASSIGN_OR_RETURN(const auto shown, app::ShowSettings(study));
  SettingsSeen seen{shown.version, {}};
  const auto fields = app::SettingsFieldNames();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    seen.settings.push_back({fields[i].name, shown.cells[i].second, fields[i].is_needed, fields[i].words});
  }
  return seen;
}

}  // namespace

core::Result<ShowSettings::Output> ShowSettings::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(SettingsSeen seen, Seen(study));
  asked.tag = seen.version;
  return seen;
}

core::Result<SetSettings::Output> SetSettings::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  app::FieldValues values;
  for (const auto& one : input.settings) values.emplace_back(one.field, one.value);
  const auto done = app::SetSettings(study, asked.version, values);
  if (!done) {
    if (done.error().code == core::ErrorCode::kConflict) {
      if (const auto now = Seen(study)) asked.now = ToJson(*now);
    }
    return core::Fail(done.error());
  }
  CG_ASSIGN_OR_RETURN(SettingsSeen seen, Seen(study));
  asked.tag = seen.version;
  return seen;
}

}  // namespace commonground::server
