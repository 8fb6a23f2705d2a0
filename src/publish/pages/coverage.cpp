// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "publish/figures/figures.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

core::Status CoveragePage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& coverage = report.data.coverage;
  Page page{{PageKind::kCoverage}, t("Which case studies are included"), {}};
  page.blocks.emplace_back(
      Paragraph{{{t("{1} of {2} planned case studies are included.", coverage.filled, coverage.slots_total)}}, "lead"});
  const auto& settings = report.data.study.settings;
  if (!settings.frame_note.empty()) {
    Paragraph note{{{settings.frame_note + " "}}, ""};
    for (Span& span : report.SourceLinks(settings.frame_sources)) note.spans.push_back(span);
    page.blocks.emplace_back(std::move(note));
  }
  Table regions{"table-regions",
                t("Case studies by region"),
                {t("Region"), t("Target"), t("Included"), t("Still needed"), t("Above target")},
                {}};
  for (const auto& region : coverage.regions) {
    const PageId page_of = Report::RegionPage(region.region.value);
    regions.rows.push_back({{{report.RegionLabel(region.region), page_of, ""}},
                            {{std::to_string(region.quota)}},
                            {{t("{1} of {2}", region.filled, region.quota), page_of, ""}},
                            {{std::to_string(region.missing)}},
                            {{std::to_string(region.surplus)}}});
  }
  page.blocks.emplace_back(std::move(regions));
  page.blocks.emplace_back(Heading{t("Case study slots"), "places", 2, Heading::Layout::kWide});
  page.blocks.emplace_back(FrameTiles(report));
  page.blocks.emplace_back(Heading{t("What is known of each place, with its sources"), "known", 2});
  Table notes{
      "table-notes", t("What is known of each place, with its sources"), {t("Place"), t("Note"), t("Sources")}, {}};
  for (const auto& slot : report.data.study.slots) {
    if (report.data.study.slots.size() > kMaxShown) break;
    if (slot.note.empty() && slot.sources.empty()) continue;
    notes.rows.push_back({{{slot.id.value}}, {{slot.note}}, report.SourceLinks(slot.sources)});
  }
  if (!notes.rows.empty()) page.blocks.emplace_back(std::move(notes));
  page.blocks.emplace_back(Heading{t("How we know"), "how-we-know", 2});
  page.blocks.emplace_back(
      Paragraph{{{t("A case study is included when the organisation is sex worker-led under the study's definition (or "
                    "a publication says so), has consented to analysis, is not under embargo, and has provided a text. "
                    "“Not public” means that no public source names it, or that it is withheld to protect people.")}},
                ""});
  return sink(std::move(page));
}

}  // namespace commonground::publish
