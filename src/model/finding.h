// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Findings, and the chapters that people write.
#pragma once

#include <string>
#include <vector>

#include "model/fields.h"
#include "model/ids.h"

namespace commonground::model {

// A finding: a statement that passages support or speak against.  A grade is given by two people with four reasons,
// never by the program (METHODS 8).
struct Finding {
  FindingId id;
  std::string statement;
  std::vector<CodeId> codes;
  std::vector<OrganisationId> cases_for;
  std::vector<OrganisationId> cases_against;
  std::string confidence;              // high, moderate, low, very low; empty: not graded
  std::vector<std::string> reasons;    // limitations, coherence, adequacy, relevance
  std::vector<std::string> graded_by;  // two roles or initials
  std::string text;                    // Markdown
  friend bool operator==(const Finding&, const Finding&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Finding> auto& finding) {
  visit.Key("finding", finding.id);
  visit.Words("statement", finding.statement);
  visit("codes", finding.codes);
  visit("cases_for", finding.cases_for);
  visit("cases_against", finding.cases_against);
  visit.Words("confidence", finding.confidence);
  visit.Words("reasons", finding.reasons);
  visit.Words("graded_by", finding.graded_by);
  visit.Words("text", finding.text);
}

// A chapter that people write (report/NAME.md).
struct Chapter {
  ChapterId id;
  std::string text;  // Markdown
  friend bool operator==(const Chapter&, const Chapter&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Chapter> auto& chapter) {
  visit.Key("chapter", chapter.id);
  visit.Body("text", chapter.text);
}

}  // namespace commonground::model
