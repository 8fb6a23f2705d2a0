// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about what a study says of itself (app/settings_study.h).
#pragma once

#include "server/route.h"

namespace commonground::server {

struct SettingSeen {
  std::string field;
  std::string value;
  bool is_needed = false;
  std::string words;
};
void Describe(auto& visit, Is<SettingSeen> auto& setting) {
  visit("field", setting.field, "which");
  visit("value", setting.value, "as a cell has it; empty: nothing is said");
  visit("is_needed", setting.is_needed, "it may not be empty");
  visit("words", setting.words, "all that may stand there, with commas between them; empty: anything");
}

struct SettingsSeen {
  std::string version;
  std::vector<SettingSeen> settings;
};
void Describe(auto& visit, Is<SettingsSeen> auto& seen) {
  visit("version", seen.version, "send it back in If-Match with a change");
  visit("settings", seen.settings, "all of them");
}

struct ShowSettings {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/settings",
                                .name = "showSettings",
                                .summary = "What the study says of itself: title, language, frame, thresholds",
                                .use_case = app::UseCase::kSeeSettings};
  using Input = Nothing;
  using Output = SettingsSeen;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};

struct SettingChange {
  std::string field;
  std::string value;
};
void Describe(auto& visit, Is<SettingChange> auto& change) {
  visit("field", change.field, "which");
  visit("value", change.value, "as a cell would have it; empty: what it is in a new study");
}

struct SetSettings {
  static constexpr Rules kRules{.method = Method::kPatch,
                                .path = "/settings",
                                .name = "setSettings",
                                .summary = "Other values of these; all others stay",
                                .use_case = app::UseCase::kEditSettings,
                                .needs_version = true};
  struct Input {
    std::vector<SettingChange> settings;
    static void Tell(auto& visit, auto& in) { visit("settings", in.settings, "what changes"); }
  };
  using Output = SettingsSeen;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};

}  // namespace commonground::server
