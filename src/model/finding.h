// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Findings, and the chapters that people write.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

// A finding: a statement that passages support or speak against.  A grade is given by two people with four levels and
// four reasons, never by the program (METHODS 8).  A recommendation is not graded: it rests on findings that are.
struct Finding {
  FindingId id;
  std::string statement;
  std::vector<CodeId> codes;
  std::vector<OrganisationId> cases_for;
  std::vector<OrganisationId> cases_against;
  std::optional<Confidence> confidence;  // none: not graded
  std::vector<std::string> reasons;      // limitations, coherence, adequacy, relevance
  std::vector<std::string> graded_by;    // two roles or initials
  std::string text;                      // Markdown
  std::optional<FindingKind> kind = {};
  std::vector<Concern> concerns = {};        // in the order of the reasons
  std::vector<Addressee> addressees = {};    // of a recommendation
  std::vector<FindingId> rests_on = {};      // a recommendation does
  std::optional<core::Date> looked_at = {};  // when people last looked at what it rests on
  friend bool operator==(const Finding&, const Finding&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Finding> auto& finding) {
  visit.Key("finding", finding.id);
  visit.Words("statement", finding.statement);
  visit("codes", finding.codes);
  visit("cases_for", finding.cases_for);
  visit("cases_against", finding.cases_against);
  visit("confidence", finding.confidence);
  visit.Words("reasons", finding.reasons);
  visit.Words("graded_by", finding.graded_by);
  visit.Words("text", finding.text);
  visit("kind", finding.kind);
  visit("concerns", finding.concerns);
  visit("addressees", finding.addressees);
  visit("rests_on", finding.rests_on);
  visit("looked_at", finding.looked_at);
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
