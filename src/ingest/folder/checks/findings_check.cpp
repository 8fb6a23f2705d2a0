// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Findings, and the chapters that people write.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ingest/folder/checks/checks.h"

namespace commonground::ingest {

namespace {

constexpr std::array<std::string_view, 4> kConfidence{"high", "moderate", "low", "very low"};
constexpr std::array<std::string_view, 6> kFigures{"coverage",     "practices",    "barriers",
                                                   "gap-outcomes", "gap-barriers", "material"};
constexpr std::size_t kReasons = 4;  // limitations, coherence, adequacy, relevance (GRADE-CERQual)
constexpr std::size_t kGraders = 2;

void CheckGrade(const Checked& checked, const model::Finding& finding, const std::string& file) {
  if (finding.confidence.empty()) {
    if (!finding.reasons.empty() || !finding.graded_by.empty()) {
      checked.Key(file, "confidence")
          .Bad({}, "is blank, but reasons or graders are given", "write the grade: high, moderate, low or very low");
    }
    return;
  }
  if (std::find(kConfidence.begin(), kConfidence.end(), finding.confidence) == kConfidence.end()) {
    checked.Key(file, "confidence")
        .Bad(finding.confidence, "is not a grade", "write one of: high, moderate, low, very low");
  }
  if (finding.reasons.size() != kReasons) {
    checked.Key(file, "reasons")
        .Bad({}, fmt::format("a grade needs four reasons, and here are {}", finding.reasons.size()),
             "write one each for limitations, coherence, adequacy and relevance");
  }
  if (finding.graded_by.size() < kGraders) {
    checked.Key(file, "graded_by")
        .Bad({}, fmt::format("a grade is given by two people, and here are {}", finding.graded_by.size()),
             "name two roles or initials");
  }
}

void CheckFigures(const Checked& checked, const std::string& file, std::string_view text) {
  constexpr std::string_view kOpen = "[[figure:";
  int line = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view whole = text.substr(begin, end - begin);
    ++line;
    begin = end + 1;
    if (!whole.starts_with(kOpen) || !whole.ends_with("]]")) continue;
    const std::string_view name = whole.substr(kOpen.size(), whole.size() - kOpen.size() - 2);
    if (std::find(kFigures.begin(), kFigures.end(), name) != kFigures.end()) continue;
    const std::string all = fmt::format("{}", fmt::join(kFigures, ", "));
    Spot{&checked.problems, file, line, {}}.Bad(name, "there is no figure of this name", "write one of: " + all);
  }
}

}  // namespace

void CheckFindings(const Checked& checked) {
  for (const model::Finding& finding : checked.study.findings) {
    const std::string file = "findings/" + finding.id.value + ".md";
    CheckReference(checked.codes, finding.codes, checked.Key(file, "codes"));
    CheckReference(checked.organisations, finding.cases_for, checked.Key(file, "cases_for"));
    CheckReference(checked.organisations, finding.cases_against, checked.Key(file, "cases_against"));
    CheckGrade(checked, finding, file);
    CheckCitations(checked, file, finding.text, checked.places.Key(file, kTextKey));
  }
  for (const model::Chapter& chapter : checked.study.chapters) {
    const std::string file = "report/" + chapter.id.value + ".md";
    CheckCitations(checked, file, chapter.text, 1);
    CheckFigures(checked, file, chapter.text);
  }
}

}  // namespace commonground::ingest
