// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// study.toml and the definitions it names.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "ingest/folder/checks/checks.h"

namespace commonground::ingest {

namespace {

constexpr std::string_view kFile = "study.toml";
constexpr std::array<std::string_view, 5> kLanguages{"en", "fr", "es", "ru", "zh"};  // of reports

void CheckRegions(const Checked& checked) {
  std::map<std::string, int> lines;          // id -> line
  std::map<std::string, std::string> names;  // label or alias -> id of its region
  for (std::size_t i = 0; i < checked.study.regions.size(); ++i) {
    const model::Region& region = checked.study.regions[i];
    const Spot spot = checked.Row(kFile, i, "frame.region.id");
    if (region.id.empty()) continue;
    if (!model::IsValidId(region.id.value)) {
      spot.Bad(region.id.value, "is not an id",
               "use a short word of ASCII letters, digits, '.', '_' and '-', such as africa");
      continue;
    }
    if (const auto [first, is_new] = lines.emplace(region.id.value, spot.line); !is_new) {
      spot.Bad(region.id.value, fmt::format("is the region of line {} already", first->second),
               "give one of the two regions another id, or take it out");
      continue;
    }
    std::vector<std::string> all = region.aliases;
    all.push_back(region.label);
    for (const std::string& name : all) {
      if (const auto [first, is_new] = names.emplace(name, region.id.value);
          !is_new && first->second != region.id.value) {
        checked.Row(kFile, i, "frame.region.aliases")
            .Bad(name, fmt::format("is a name of the region {} already", first->second),
                 "a name may belong to one region only");
      }
    }
  }
}

void CheckDefinition(const Checked& checked, const std::string& id, const Spot& spot) {
  const auto& all = checked.study.definitions;
  const bool known = std::any_of(all.begin(), all.end(), [&](const auto& d) { return d.id.value == id; });
  if (known || !model::IsValidId(id) || !checked.places.Readable("definitions/" + id + ".toml")) return;
  spot.Bad(id, "there is no definition of this id, neither in the folder definitions nor built in",
           "correct the id, or add the file definitions/" + id + ".toml");
}

void CheckDefinitions(const Checked& checked) {
  for (const model::Definition& definition : checked.study.definitions) {
    const std::string file = "definitions/" + definition.id.value + ".toml";
    CheckReference(checked.sources, definition.sources, checked.Key(file, "sources"));
  }
}

}  // namespace

void CheckSettings(const Checked& checked) {
  const model::Settings& settings = checked.study.settings;
  if (!checked.places.Readable(kFile)) return;
  CheckRegions(checked);
  if (std::find(kLanguages.begin(), kLanguages.end(), settings.language) == kLanguages.end()) {
    checked.Key(kFile, "study.language")
        .Bad(settings.language, "is not a language of reports", "write one of: en, fr, es, ru, zh");
  }
  if (settings.reference_date && !settings.reference_date->whole()) {
    checked.Key(kFile, "study.reference_date")
        .Bad(settings.reference_date->Text(), "is not a whole day", "write year, month and day, such as 2013-12-31");
  }
  if (settings.record_months < 1 || settings.record_months > 1200) {
    checked.Key(kFile, "verification.record_months")
        .Bad(std::to_string(settings.record_months), "is not from 1 to 1200",
             "write for how many months a leadership record holds, such as 24");
  }
  CheckReference(checked.sources, settings.frame_sources, checked.Key(kFile, "frame.sources"));
  for (const model::DefinitionId& id : settings.definitions) {
    CheckDefinition(checked, id.value, checked.Key(kFile, "verification.definitions"));
  }
  for (const auto& [source, definition] : settings.claims_about) {
    const std::string key = "verification.claims_about." + source;
    CheckReference(checked.sources, source, checked.Key(kFile, key));
    CheckDefinition(checked, definition, checked.Key(kFile, key));
  }
  CheckDefinitions(checked);
}

}  // namespace commonground::ingest
