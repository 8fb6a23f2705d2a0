// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Case studies and their documents.
#include "rules/checked.h"

namespace commonground::rules {

void CheckCases(const Checked& checked) {
  for (std::size_t i = 0; i < checked.study.cases.size(); ++i) {
    const std::string& id = checked.study.cases[i].organisation.value;
    if (!checked.organisations.readable || checked.organisations.Has(id)) continue;
    checked.Of(Kind::kCaseStudy, i, "")
        .Bad(id, "this folder's name is not the id of an organisation",
             "add the organisation to {1}, or rename the folder", {All(Kind::kOrganisation)});
  }
  for (std::size_t i = 0; i < checked.study.documents.size(); ++i) {
    const model::Document& document = checked.study.documents[i];
    CheckReferences(checked, i, document, "organisation");  // its case says it
    CheckLanguage(checked, document.language, checked.Of(Kind::kDocument, i, "language"));
    if (document.id.value.ends_with(".md")) {
      CheckCitations(checked, document.text, checked.Of(Kind::kDocument, i, "text"));
    }
  }
}

}  // namespace commonground::rules
