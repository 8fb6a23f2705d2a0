// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Case studies and their documents.

#include "ingest/folder/checks/checks.h"

namespace commonground::ingest {

void CheckCases(const Checked& checked) {
  for (const model::CaseStudy& one : checked.study.cases) {
    const std::string& id = one.organisation.value;
    if (!checked.organisations.readable || checked.organisations.Has(id)) continue;
    Spot{&checked.problems, "case-studies/" + id, 0, {}}.Bad(
        id, "this folder's name is not the id of an organisation",
        "add the organisation to organisations.csv, or rename the folder");
  }
  for (const model::Document& document : checked.study.documents) {
    const std::string meta = "case-studies/" + document.organisation.value + "/meta.toml";
    const auto entry = checked.places.keys.find("document:" + document.id.value);
    if (entry != checked.places.keys.end()) {
      CheckReference(checked.sources, document.sources,
                     Spot{&checked.problems, meta, entry->second, "document.sources"});
      CheckLanguage(document.language, Spot{&checked.problems, meta, entry->second, "document.language"});
    }
    if (document.id.value.ends_with(".md")) {
      CheckCitations(checked, "case-studies/" + document.id.value, document.text, 1);
    }
  }
}

}  // namespace commonground::ingest
