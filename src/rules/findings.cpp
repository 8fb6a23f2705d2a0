// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Findings, and the chapters that people write.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/chapters.h"
#include "rules/checked.h"

namespace commonground::rules {

namespace {

constexpr std::array<std::string_view, 4> kConfidence{"high", "moderate", "low", "very low"};
constexpr std::array<std::string_view, 7> kFigures{"coverage",     "practices", "barriers", "gap-outcomes",
                                                   "gap-barriers", "material",  "flow"};
constexpr std::size_t kReasons = 4;  // limitations, coherence, adequacy, relevance (GRADE-CERQual)
constexpr std::size_t kGraders = 2;

void CheckGrade(const Checked& checked, const model::Finding& finding, std::size_t i) {
  if (finding.confidence.empty()) {
    if (!finding.reasons.empty() || !finding.graded_by.empty()) {
      checked.Of(Kind::kFinding, i, "confidence")
          .Bad({}, "is blank, but reasons or graders are given", "write the grade: high, moderate, low or very low");
    }
    return;
  }
  if (std::find(kConfidence.begin(), kConfidence.end(), finding.confidence) == kConfidence.end()) {
    checked.Of(Kind::kFinding, i, "confidence")
        .Bad(finding.confidence, "is not a grade", "write one of: high, moderate, low, very low");
  }
  if (finding.reasons.size() != kReasons) {
    checked.Of(Kind::kFinding, i, "reasons")
        .Bad({}, fmt::format("a grade needs four reasons, and here are {}", finding.reasons.size()),
             "write one each for limitations, coherence, adequacy and relevance");
  }
  if (finding.graded_by.size() < kGraders) {
    checked.Of(Kind::kFinding, i, "graded_by")
        .Bad({}, fmt::format("a grade is given by two people, and here are {}", finding.graded_by.size()),
             "name two roles or initials");
  }
}

void CheckFigures(std::string_view text, const Field& field) {
  constexpr std::string_view kOpen = "[[figure:";
  Field at = field;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view whole = text.substr(begin, end - begin);
    ++at.line;
    begin = end + 1;
    if (!whole.starts_with(kOpen) || !whole.ends_with("]]")) continue;
    const std::string_view name = whole.substr(kOpen.size(), whole.size() - kOpen.size() - 2);
    if (std::find(kFigures.begin(), kFigures.end(), name) != kFigures.end()) continue;
    at.Bad(name, "there is no figure of this name", fmt::format("write one of: {}", fmt::join(kFigures, ", ")));
  }
}

}  // namespace

void CheckFindings(const Checked& checked) {
  for (std::size_t i = 0; i < checked.study.findings.size(); ++i) {
    const model::Finding& finding = checked.study.findings[i];
    CheckReferences(checked, i, finding);
    CheckGrade(checked, finding, i);
    CheckCitations(checked, finding.text, checked.Of(Kind::kFinding, i, "text"));
  }
  for (std::size_t i = 0; i < checked.study.chapters.size(); ++i) {
    const Field text = checked.Of(Kind::kChapter, i, "text");
    const std::string_view name = checked.study.chapters[i].id.value;
    if (name.starts_with(kPracticeChapter)) {
      CheckReference(checked, Kind::kCode, name.substr(kPracticeChapter.size()), text);
    } else if (name.starts_with(kCaseChapter)) {
      CheckReference(checked, Kind::kOrganisation, name.substr(kCaseChapter.size()), text);
    }
    CheckCitations(checked, checked.study.chapters[i].text, text);
    CheckFigures(checked.study.chapters[i].text, text);
  }
}

}  // namespace commonground::rules
