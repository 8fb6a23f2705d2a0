// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The settings of a study, its regions, and the definitions it names.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "rules/checked.h"

namespace commonground::rules {

namespace {

void CheckRegions(const Checked& checked) {
  std::map<std::string, std::size_t> first_of;  // id -> its region
  std::map<std::string, std::string> names;     // label or alias -> id of its region
  for (std::size_t i = 0; i < checked.study.regions.size(); ++i) {
    const model::Region& region = checked.study.regions[i];
    const Field field = checked.Of(Kind::kRegion, i, "id");
    if (region.id.empty()) continue;
    if (!model::IsValidId(region.id.value)) {
      field.Bad(region.id.value, "is not an id",
                "use a short word of ASCII letters, digits, '.', '_' and '-', such as africa");
      continue;
    }
    if (const auto [first, is_new] = first_of.emplace(region.id.value, i); !is_new) {
      field.Bad(region.id.value, "is the region of {1} already",
                "give one of the two regions another id, or take it out",
                {checked.Of(Kind::kRegion, first->second, "id").about()});
      continue;
    }
    std::vector<std::string> all = region.aliases;
    all.push_back(region.label);
    for (const std::string& name : all) {
      if (const auto [first, is_new] = names.emplace(name, region.id.value);
          !is_new && first->second != region.id.value) {
        field.At("aliases").Bad(name, fmt::format("is a name of the region {} already", first->second),
                                "a name may belong to one region only");
      }
    }
  }
}

void CheckDefinition(const Checked& checked, const std::string& id, const Field& field) {
  const auto& all = checked.study.definitions;
  const bool known = std::any_of(all.begin(), all.end(), [&](const auto& d) { return d.id.value == id; });
  if (known || !model::IsValidId(id) || !checked.Readable(Kind::kDefinition, id)) return;
  field.Bad(id, "there is no definition of this id, neither in the folder definitions nor built in",
            "correct the id, or add the file {1}", {About{Kind::kDefinition, kNoIndex, id, {}, 0}});
}

}  // namespace

void CheckSettings(const Checked& checked) {
  const model::Settings& settings = checked.study.settings;
  if (!checked.Readable(Kind::kSettings)) return;
  CheckRegions(checked);
  if (!IsReportLanguage(settings.language)) {
    checked.Setting("language")
        .Bad(settings.language, "is not a language of reports",
             fmt::format("write one of: {}", fmt::join(kReportLanguages, ", ")));
  }
  if (settings.reference_date && !settings.reference_date->whole()) {
    checked.Setting("reference_date")
        .Bad(settings.reference_date->Text(), "is not a whole day", "write year, month and day, such as 2013-12-31");
  }
  if (!IsRecordMonths(settings.record_months)) {
    checked.Setting("record_months")
        .Bad(std::to_string(settings.record_months),
             fmt::format("is not from {} to {}", kMinRecordMonths, kMaxRecordMonths),
             "write for how many months a leadership record holds, such as 24");
  }
  for (const model::SourceId& id : settings.frame_sources) {
    CheckReference(checked, Kind::kSource, id.value, checked.Setting("frame_sources"));
  }
  for (const model::DefinitionId& id : settings.definitions) {
    CheckDefinition(checked, id.value, checked.Setting("definitions"));
  }
  for (const auto& [source, definition] : settings.claims_about) {
    const std::string key = "claims_about." + source;
    CheckReference(checked, Kind::kSource, source, checked.Setting(key));
    CheckDefinition(checked, definition, checked.Setting(key));
  }
  const auto& definitions = checked.study.definitions;
  for (std::size_t i = 0; i < definitions.size(); ++i) CheckReferences(checked, i, definitions[i]);
}

}  // namespace commonground::rules
