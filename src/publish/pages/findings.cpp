// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What people found: each statement with its confidence, its codes and the cases for and against it.
#include "publish/labels.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

void AddFinding(const Report& report, const model::Finding& finding, Page& page) {
  const Words& t = report.t;
  Heading statement{finding.statement, "finding-" + finding.id.value, 2};
  statement.language = report.StudyLanguage();
  page.blocks.emplace_back(std::move(statement));
  Paragraph grade{{{t("Confidence: ")}}, "note"};
  if (finding.confidence.empty()) {
    grade.spans.push_back({ConfidenceLabel("", t), {}, "state"});
  } else {
    grade.spans.push_back({ConfidenceLabel(finding.confidence, t), {}, "strong"});
    for (const auto& reason : finding.reasons) grade.spans.push_back({" " + reason});
  }
  page.blocks.emplace_back(std::move(grade));
  Paragraph evidence{{{t("Evidence: ")}}, ""};
  for (const auto& id : finding.codes) {
    for (std::int32_t c = 0; c < std::ssize(report.data.snapshot.codes); ++c) {
      if (report.data.snapshot.codes[static_cast<std::size_t>(c)] != id) continue;
      const bool has_page = report.Row(report.Regions(), c).overall.present > 0;
      evidence.spans.push_back({report.CodeLabel(c), has_page ? Target(report.Number(c)) : Target()});
      evidence.spans.push_back({" "});
    }
  }
  for (const auto& [list, label] : {std::pair(&finding.cases_for, t("Supporting cases: ")),
                                    std::pair(&finding.cases_against, t("Contradicting cases: "))}) {
    if (list->empty()) continue;
    evidence.spans.push_back({label});
    for (const auto& id : *list) {
      evidence.spans.push_back({report.OrganisationName(id), Report::CasePage(id)});
      evidence.spans.push_back({" "});
    }
  }
  page.blocks.emplace_back(std::move(evidence));
  page.blocks.emplace_back(Prose{report.Read(finding.text, 2), report.StudyLanguage()});
}

}  // namespace

core::Status FindingsPage(const Report& report, const PageSink& sink) {
  if (report.data.study.findings.empty()) return {};
  Page page{{PageKind::kFindings}, report.t("Findings"), {}};
  for (const auto& finding : report.data.study.findings) AddFinding(report, finding, page);
  return sink(std::move(page));
}

}  // namespace commonground::publish
