// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What must hold across the whole study once every file was read.  One file a subject; CheckStudy calls each.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ingest/folder/places.h"
#include "ingest/folder/spot.h"
#include "ingest/folder/toml/files.h"
#include "model/study.h"

namespace commonground::ingest {

// Reports every problem; nothing is changed.  Ids and references that were already reported as misspelt are passed
// over.
void CheckStudy(const model::Study& study, const Places& places, Problems& problems);

// What can be referred to, from one table.
struct Known {
  std::string_view file;   // "sources.csv"
  std::string_view thing;  // "source"
  bool readable = true;    // false: nothing is said about references to it
  std::unordered_set<std::string> ids;

  bool Has(const std::string& id) const { return ids.contains(id); }
};

// The study with all that its parts refer to, made once for all checks.
struct Checked {
  Checked(const model::Study& study, const Places& places, Problems& problems);

  const model::Study& study;
  const Places& places;
  Problems& problems;
  Known sources;
  Known organisations;
  Known regions;
  Known codes;
  Known indicators;
  Known partners;
  Known documents;

  // Place of a row's column.  `file` is one of the constants below.
  Spot Row(std::string_view file, std::size_t index, std::string_view column) const {
    return {&problems, file, places.Row(file, index), column};
  }
  Spot Key(std::string_view file, std::string_view key) const { return {&problems, file, places.Key(file, key), key}; }
};

// Says that `id` is not there, unless it is, is blank, is misspelt (reported before) or its table could not be read.
void CheckReference(const Known& known, const std::string& id, const Spot& spot);
template <typename Tag>
void CheckReference(const Known& known, const core::Id<Tag>& id, const Spot& spot) {
  CheckReference(known, id.value, spot);
}
template <typename T>
void CheckReference(const Known& known, const std::optional<T>& id, const Spot& spot) {
  if (id) CheckReference(known, id->value, spot);
}
template <typename T>
void CheckReference(const Known& known, const std::vector<T>& ids, const Spot& spot) {
  for (const T& id : ids) CheckReference(known, id.value, spot);
}

// valid_to, expires, ... before its beginning?
void CheckOrder(const std::optional<core::Date>& from, const std::optional<core::Date>& to, const Spot& to_spot,
                std::string_view from_name);
// A tag such as en, zh-Hans or pt-BR.
void CheckLanguage(std::string_view language, const Spot& spot);
// [@source] in Markdown.  first_line: of the text in its file.
void CheckCitations(const Checked& checked, std::string_view file, std::string_view text, int first_line);

void CheckPlaces(const Checked& checked);
void CheckSettings(const Checked& checked);
void CheckOrganisations(const Checked& checked);
void CheckFacts(const Checked& checked);
void CheckLeadership(const Checked& checked);
void CheckCodes(const Checked& checked);
void CheckCoding(const Checked& checked);
void CheckCases(const Checked& checked);
void CheckVersions(const Checked& checked);
void CheckConsents(const Checked& checked);
void CheckFindings(const Checked& checked);
void CheckDates(const Checked& checked);

}  // namespace commonground::ingest
