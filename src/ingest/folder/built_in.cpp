// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads the definitions and the legal model that the program brings.

#include "ingest/folder/built_in.h"

#include <algorithm>
#include <filesystem>

#include "core/check.h"
#include "core/embedded_file.h"
#include "ingest/folder/toml/files.h"

namespace commonground {
std::span<const core::EmbeddedFile> BuiltInDefinitionFiles();
std::span<const core::EmbeddedFile> BuiltInLegalModelFiles();
}  // namespace commonground

namespace commonground::ingest {

namespace {

void CheckClean(const core::EmbeddedFile& file, const Problems& problems) {
  CG_CHECK(problems.empty(), (std::string(file.name) + ": " + core::Describe(problems.front())).c_str());
}

std::vector<model::Definition> ReadDefinitions() {
  std::vector<model::Definition> definitions;
  for (const core::EmbeddedFile& file : BuiltInDefinitionFiles()) {
    Problems problems;
    SourceLines places;
    const std::string id = std::filesystem::path(file.name).stem().string();
    if (auto definition = ReadDefinition(file.name, file.bytes, id, places, problems)) {
      definitions.push_back(std::move(*definition));
    }
    CheckClean(file, problems);
  }
  std::sort(definitions.begin(), definitions.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return definitions;
}

std::vector<model::LegalModelRule> ReadRules() {
  std::vector<model::LegalModelRule> rules;
  for (const core::EmbeddedFile& file : BuiltInLegalModelFiles()) {
    Problems problems;
    SourceLines places;
    rules = ReadLegalModel(file.name, file.bytes, places, problems);
    CheckClean(file, problems);
  }
  return rules;
}

}  // namespace

const std::vector<model::Definition>& BuiltInDefinitions() {
  static const std::vector<model::Definition> definitions = ReadDefinitions();
  return definitions;
}

const model::Definition* FindBuiltInDefinition(const model::DefinitionId& id) {
  const auto& all = BuiltInDefinitions();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& definition) { return definition.id == id; });
  return found == all.end() ? nullptr : &*found;
}

model::Definition WithKnownSources(model::Definition definition, const model::Study& study) {
  std::erase_if(definition.sources, [&](const model::SourceId& source) {
    return std::ranges::find(study.sources, source, &model::Source::id) == study.sources.end();
  });
  return definition;
}

const std::vector<model::LegalModelRule>& BuiltInLegalModel() {
  static const std::vector<model::LegalModelRule> rules = ReadRules();
  return rules;
}

}  // namespace commonground::ingest
