// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Findings, and the chapters that people write.
#pragma once

#include <string>
#include <vector>

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

// A chapter that people write (report/NAME.md).
struct Chapter {
  ChapterId id;
  std::string text;  // Markdown
  friend bool operator==(const Chapter&, const Chapter&) = default;
};

}  // namespace commonground::model
