// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "publish/site.h"

#include "publish/html/html.h"
#include "publish/pages/pages.h"
#include "publish/report.h"
#include "publish/words.h"

namespace commonground::publish {

namespace {

// Every kind of page, in the order of the report.
constexpr core::Status (*kPages[])(const Report&, const PageSink&) = {
    SummaryPage,  CoveragePage,   BarriersPage, MethodologyPage, PracticesPage, RegionPages,   CasePages,
    ContextPages, CoalitionsPage, ChapterPages, SourcesPage,     AnnexesPage,   EvidencePages, GapPages,
};

std::vector<NavLink> Navigation(const Report& report) {
  const Words& t = report.t;
  std::vector<NavLink> nav{{"index.html", t("Summary")},
                           {"coverage.html", t("Frame and coverage")},
                           {"barriers.html", t("Barriers")},
                           {"methodology.html", t("Methodology")},
                           {"best-practices.html", t("Best practices")}};
  for (const auto& group : report.Regions().groups) nav.push_back({Report::RegionPage(group.id), group.label});
  nav.push_back({"contexts.html", t("Country contexts")});
  if (!report.data.study.ties.empty() || HasChapter(report, "coalitions"))
    nav.push_back({"coalitions.html", t("Coalitions")});
  if (HasChapter(report, "recommendations")) nav.push_back({"recommendations.html", t("Recommendations")});
  if (HasChapter(report, "conclusion")) nav.push_back({"conclusion.html", t("Conclusion")});
  nav.push_back({"sources.html", t("Sources")});
  nav.push_back({"annexes.html", t("Annexes")});
  return nav;
}

}  // namespace

core::Status RenderSite(const model::Publication& publication, const SiteOptions& options, const SiteSink& sink,
                        core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Words t, Words::For(options.language));
  const Report report(publication, t);
  const auto& settings = publication.study.settings;
  Frame frame;
  frame.study = settings.title.empty() ? t("Report") : settings.title;
  frame.nav = Navigation(report);
  frame.invented = settings.invented;
  frame.footer = settings.publisher;
  if (!settings.licence.empty())
    frame.footer += (frame.footer.empty() ? "" : " · ") + t("Licence: {1}", settings.licence);
  frame.footer +=
      (frame.footer.empty() ? "" : " · ") + t("Made with Common Ground. Every number leads to its passages.");

  progress.Begin("Writing the report", 0);
  std::int64_t written = 0;
  const PageSink write = [&](const Page& page) -> core::Status {
    if (progress.Cancelled())
      return core::Fail(core::ErrorCode::kCancelled, "the report was stopped; nothing was written");
    CG_RETURN_IF_ERROR(sink(page.path, RenderHtml(page, frame, t)));
    progress.Advance(++written);
    return {};
  };
  for (const auto& make : kPages) CG_RETURN_IF_ERROR(make(report, write));
  CG_RETURN_IF_ERROR(sink("style.css", StyleSheet()));
  progress.End();
  return {};
}

}  // namespace commonground::publish
