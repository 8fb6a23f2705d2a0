// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "publish/make_book.h"

#include <memory>

#include "publish/pages/pages.h"
#include "publish/report.h"

namespace commonground::publish {

namespace {

// Every kind of page, in the order of the report.
constexpr core::Status (*kPages[])(const Report&, const PageSink&) = {
    SummaryPage,    CoveragePage, BarriersPage, AnswersPage, MethodologyPage, PracticesPage,
    LawsPage,       OutcomesPage, FindingsPage, RegionPages, CasePages,       ContextPages,
    CoalitionsPage, ChapterPages, SourcesPage,  AnnexesPage, EvidencePages,
};

std::vector<Book::Entry> Contents(const Report& report) {
  const Words& t = report.t;
  std::vector<Book::Entry> contents{{{PageKind::kSummary}, t("Summary")},
                                    {{PageKind::kCoverage}, t("Frame and coverage")},
                                    {{PageKind::kBarriers}, t("Barriers")},
                                    {{PageKind::kMethodology}, t("Methodology")},
                                    {{PageKind::kPractices}, t("Best practices")},
                                    {{PageKind::kOutcomes}, t("Practices and outcomes")},
                                    {{PageKind::kAnswers}, t("Practices and barriers")}};
  if (report.Find("legal_model") != nullptr || report.Find("law_selling") != nullptr) {
    contents.push_back({{PageKind::kLaws}, t("Practices by legal model")});
  }
  if (!report.data.study.findings.empty()) contents.push_back({{PageKind::kFindings}, t("Findings")});
  for (const auto& group : report.Regions().groups) contents.push_back({Report::RegionPage(group.id), group.label});
  contents.push_back({{PageKind::kContexts}, t("Country contexts")});
  if (!report.data.study.ties.empty() || HasChapter(report, "coalitions"))
    contents.push_back({{PageKind::kCoalitions}, t("Coalitions")});
  if (HasChapter(report, "recommendations")) contents.push_back({{PageKind::kRecommendations}, t("Recommendations")});
  if (HasChapter(report, "conclusion")) contents.push_back({{PageKind::kConclusion}, t("Conclusion")});
  contents.push_back({{PageKind::kSources}, t("Sources")});
  contents.push_back({{PageKind::kAnnexes}, t("Annexes")});
  return contents;
}

}  // namespace

Book MakeBook(const model::Publication& publication, const Words& t) {
  const auto report = std::make_shared<const Report>(publication, t);  // shared with the function that makes the pages
  const auto& settings = publication.study.settings;
  std::string footer = settings.publisher;
  if (!settings.licence.empty()) footer += (footer.empty() ? "" : " · ") + t("Licence: {1}", settings.licence);
  footer += (footer.empty() ? "" : " · ") + t("Made with Common Ground. Every number leads to its passages.");
  return {t,
          settings.title.empty() ? t("Report") : settings.title,
          settings.invented,
          std::move(footer),
          Contents(*report),
          [report](const PageSink& sink) -> core::Status {
            for (const auto& make : kPages) CG_RETURN_IF_ERROR(make(*report, sink));
            return {};
          }};
}

}  // namespace commonground::publish
