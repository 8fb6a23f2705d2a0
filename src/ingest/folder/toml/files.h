// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The TOML files of the folder, each read and written by one pair that shares one description of its keys.
// Every Read... reports what is wrong to `problems` and gives what could be read; every Write... gives the whole file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"
#include "ingest/folder/source_lines.h"
#include "ingest/folder/write_folder.h"
#include "model/study.h"

namespace commonground::ingest {

using Problems = std::vector<core::Problem>;

// study.toml: settings and regions, and how the tables are written.
CsvStyle ReadStudyFile(std::string_view text, model::Study& study, SourceLines& places, Problems& problems);
std::string WriteStudyFile(const model::Study& study, CsvStyle style);

// definitions/ID.toml; nullopt if it is no TOML.
std::optional<model::Definition> ReadDefinition(std::string_view file, std::string_view text, std::string_view id,
                                                SourceLines& places, Problems& problems);
std::string WriteDefinition(const model::Definition& definition);

// legal_model.toml.
std::vector<model::LegalModelRule> ReadLegalModel(std::string_view file, std::string_view text, SourceLines& places,
                                                  Problems& problems);
std::string WriteLegalModel(const std::vector<model::LegalModelRule>& rules);

// case-studies/ORG/meta.toml.  An entry's id is "ORG/FILE"; it has no text yet, and no language unless
// the file says so.
struct CaseMeta {
  std::string title;
  std::optional<core::Date> embargo_until;
  std::vector<model::Document> documents;
  std::vector<int> lines;  // of each entry
};
CaseMeta ReadCaseMeta(std::string_view file, std::string_view text, const model::OrganisationId& organisation,
                      SourceLines& places, Problems& problems);
std::string WriteCaseMeta(const model::CaseStudy& study_case, const std::vector<const model::Document*>& documents);

// The key under which Places knows the line where a finding's Markdown begins.
inline constexpr std::string_view kTextKey = "+++";
// findings/ID.md: front matter, then Markdown; nullopt if there is no front matter or it is no TOML.
std::optional<model::Finding> ReadFinding(std::string_view file, std::string_view text, std::string_view id,
                                          SourceLines& places, Problems& problems);
std::string WriteFinding(const model::Finding& finding);

}  // namespace commonground::ingest
