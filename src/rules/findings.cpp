// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Findings, and the chapters that people write.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/chapters.h"
#include "rules/checked.h"

namespace commonground::rules {

namespace {

constexpr std::size_t kComponents = 4;  // limitations, coherence, adequacy, relevance (GRADE-CERQual)
constexpr std::size_t kGraders = 2;

// No grade without a passage to look at, four levels, four reasons and somebody who signs.  With one signature it waits
// for the second: it is kept, and in no report (publish/claims.h).
void CheckGrade(const Checked& checked, const model::Finding& finding, std::size_t i) {
  const Field field = checked.Of(Kind::kFinding, i, "confidence");
  if (!finding.confidence) {
    if (!finding.reasons.empty() || !finding.graded_by.empty() || !finding.concerns.empty()) {
      field.Bad({}, "is blank, but levels, reasons or graders are given",
                "write the grade: " + model::AllWords<model::Confidence>());
    }
    return;
  }
  if (finding.codes.empty()) {
    field.At("codes").Bad({}, "is blank, but a grade needs passages to look at", "name the codes of its passages");
  }
  if (finding.cases_for.empty()) {
    field.At("cases_for").Bad({}, "is blank, but a grade needs passages to look at", "name the cases that support it");
  }
  if (finding.concerns.size() != kComponents) {
    field.At("concerns")
        .Bad({}, fmt::format("a grade needs four levels, and here are {}", finding.concerns.size()),
             "write one each for limitations, coherence, adequacy and relevance: " + model::AllWords<model::Concern>());
  }
  if (finding.reasons.size() != kComponents) {
    field.At("reasons").Bad({}, fmt::format("a grade needs four reasons, and here are {}", finding.reasons.size()),
                            "write one each for limitations, coherence, adequacy and relevance");
  }
  if (finding.graded_by.empty()) {
    field.At("graded_by").Bad({}, "a grade is given by two people, and here is nobody", "name two roles or initials");
  } else if (finding.graded_by.size() < kGraders) {
    field.At("graded_by")
        .Note(finding.graded_by.front(), "signed alone: the grade waits for a second person, and so does the report",
              "let a second person look, and sign");
  }
}

// A recommendation speaks to somebody, rests on something and is not graded itself.
void CheckRecommendation(const Checked& checked, const model::Finding& finding, std::size_t i) {
  const Field field = checked.Of(Kind::kFinding, i, "kind");
  if (finding.kind != model::FindingKind::kRecommendation) {
    if (!finding.addressees.empty()) {
      field.At("addressees")
          .Bad({}, "stands here, but only a recommendation has an addressee",
               "write kind = \"recommendation\", or take it out");
    }
    if (!finding.rests_on.empty()) {
      field.At("rests_on")
          .Bad({}, "stands here, but only a recommendation rests on findings",
               "write kind = \"recommendation\", or take it out");
    }
    return;
  }
  if (finding.confidence) {
    field.At("confidence").Bad({}, "stands here, but a recommendation is not graded", "grade the findings it rests on");
  }
  if (finding.addressees.empty()) {
    field.At("addressees")
        .Bad({}, "is blank, but a recommendation needs an addressee",
             "write one or more of: " + model::AllWords<model::Addressee>());
  }
  if (finding.rests_on.empty() && finding.codes.empty()) {
    field.At("rests_on")
        .Bad({}, "is blank, and so is codes: a recommendation rests on something",
             "name the findings, or the codes, that it rests on");
  }
  for (const model::FindingId& id : finding.rests_on) {
    const auto& all = checked.study.findings;
    const auto found = std::ranges::find(all, id, &model::Finding::id);
    if (found == all.end() || found->kind != model::FindingKind::kRecommendation) continue;
    field.At("rests_on").Bad(id.value, "is a recommendation itself", "name the finding that both rest on");
  }
}

}  // namespace

void CheckFindings(const Checked& checked) {
  for (std::size_t i = 0; i < checked.study.findings.size(); ++i) {
    const model::Finding& finding = checked.study.findings[i];
    CheckReferences(checked, i, finding);
    CheckGrade(checked, finding, i);
    CheckRecommendation(checked, finding, i);
    const Field text = checked.Of(Kind::kFinding, i, "text");
    CheckCitations(checked, finding.text, text);
    CheckPlaceholders(checked, finding.text, text);
  }
  for (std::size_t i = 0; i < checked.study.chapters.size(); ++i) {
    const Field text = checked.Of(Kind::kChapter, i, "text");
    const std::string_view name = checked.study.chapters[i].id.value;
    CheckAnyReference(checked, Kind::kCode, model::SubjectsOfChapter(name, model::kPracticeChapter), text);
    CheckAnyReference(checked, Kind::kOrganisation, model::SubjectsOfChapter(name, model::kCaseChapter), text);
    CheckCitations(checked, checked.study.chapters[i].text, text);
    CheckPlaceholders(checked, checked.study.chapters[i].text, text);
  }
}

}  // namespace commonground::rules
