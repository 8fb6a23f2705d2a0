// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes all pages of the report, in order.

#include "publish/make_book.h"

#include <memory>

#include "publish/dates.h"
#include "publish/notice.h"
#include "publish/pages/finding_parts.h"
#include "publish/pages/pages.h"
#include "publish/report.h"

namespace commonground::publish {

namespace {

// Every kind of page, in the order of the report.
constexpr core::Status (*kPages[])(const Report&, const PageSink&) = {
    SummaryPage,    TwoPagesPage, PracticesPage,   LawsPage,      OutcomesPage,   PracticePages, BarriersPage,
    AnswersPage,    CasesPage,    RegionPages,     CasePages,     CoalitionsPage, FindingsPage,  RecommendationsPage,
    ConclusionPage, TargetsPage,  MethodologyPage, ChecklistPage, ChangedPage,    CoveragePage,  StatesPage,
    ContextPages,   SourcesPage,  IndexPage,       AnnexesPage,   EvidencePages,
};

std::vector<Link> Chapters(const Report& report) {
  const Words& t = report.t;
  std::vector<Link> chapters{{{PageKind::kSummary}, t("Summary")},
                             {{PageKind::kPractices}, t("Common ground")},
                             {{PageKind::kBarriers}, t("Barriers")},
                             {{PageKind::kCases}, t("Case studies")}};
  if (HasCoalitions(report)) chapters.push_back({{PageKind::kCoalitions}, t("Coalitions")});
  if (!FindingsOf(report).empty()) chapters.push_back({{PageKind::kFindings}, t("Findings")});
  if (HasRecommendations(report)) chapters.push_back({{PageKind::kRecommendations}, t("Recommendations")});
  if (HasChapter(report, "conclusion")) chapters.push_back({{PageKind::kConclusion}, t("Conclusion")});
  chapters.push_back({{PageKind::kMethodology}, t("How we know")});
  return chapters;
}

std::vector<Link> More(const Report& report) {
  const Words& t = report.t;
  std::vector<Link> more{{{PageKind::kTwoPages}, t("The summary on two pages")},
                         {{PageKind::kCoverage}, t("Which case studies are included")},
                         {{PageKind::kContexts}, t("Country contexts")},
                         {{PageKind::kOutcomes}, t("Practices and outcomes")},
                         {{PageKind::kAnswers}, t("Practices and barriers")}};
  if (report.Find("legal_model") != nullptr || report.Find("law_selling") != nullptr) {
    more.push_back({{PageKind::kLaws}, t("Practices by legal model")});
  }
  if (!report.data.study.targets.empty()) more.push_back({{PageKind::kTargets}, t("Targets")});
  more.push_back({{PageKind::kChecklist}, t("Checklist")});
  if (HasChanges(report)) more.push_back({{PageKind::kChanged}, t("What changed")});
  more.push_back({{PageKind::kStates}, t("How things not known are shown")});
  more.push_back({{PageKind::kIndex}, t("A to Z")});
  more.push_back({{PageKind::kSources}, t("Sources")});
  more.push_back({{PageKind::kAnnexes}, t("Annexes")});
  return more;
}

// A page of the chain leads on to those before and after it; the first part of a list stands for the others.
void AddNeighbours(const std::vector<Link>& chain, Page& page) {
  for (std::size_t i = 0; i < chain.size(); ++i) {
    if (chain[i].page.kind != page.id.kind || chain[i].page.of != page.id.of) continue;
    if (i > 0) page.previous = chain[i - 1];
    if (i + 1 < chain.size()) page.next = chain[i + 1];
  }
}

}  // namespace

Book MakeBook(const model::Publication& publication, const Words& t) {
  const auto report = std::make_shared<const Report>(publication, t);  // shared with the function that makes the pages
  const auto& settings = publication.study.settings;
  std::string footer = settings.publisher;
  footer += (footer.empty() ? "" : " · ") + InWords(publication.context.on, t);
  if (!settings.licence.empty()) footer += (footer.empty() ? "" : " · ") + t("Licence: {1}", settings.licence);
  if (!footer.empty()) footer += " · ";
  if (publication.reissued) {
    footer = t("This edition of {1} takes the place of the one before: please use this one only.",
               InWords(*publication.reissued, t)) +
             " · " + footer;
  }
  // A number on a sheet of paper or in an e-book is no link.
  const std::string on_the_web = footer + t("Made with Common Ground. Every number leads to its passages.");
  footer += t("Made with Common Ground. In the web edition every number leads to its passages.");
  return {t,
          settings.title.empty() ? t("Report") : settings.title,
          settings.invented,
          std::move(footer),
          Chapters(*report),
          More(*report),
          [report](const PageSink& sink) -> core::Status {
            std::vector<Link> chain = Chapters(*report);  // then what else there is
            for (Link& link : More(*report)) chain.push_back(std::move(link));
            const PageSink write = [&](Page page) -> core::Status {
              AddNeighbours(chain, page);
              return sink(std::move(page));
            };
            for (const auto& make : kPages) CG_RETURN_IF_ERROR(make(*report, write));
            return {};
          },
          NoticeOf(publication.study, t.language()),
          on_the_web,
          settings.publisher};
}

}  // namespace commonground::publish
