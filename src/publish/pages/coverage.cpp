// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The frame of the study: which cases this edition has, and how many it still needs.  Why a place has none is told to
// nobody.
#include <algorithm>

#include "publish/figures/figures.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

core::Status CoveragePage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const model::PublishedFrame& frame = report.data.frame;
  Page page{{PageKind::kCoverage}, t("Which case studies are included"), {}};
  page.blocks.emplace_back(
      Paragraph{{{t("Cases in this edition: {1}. The frame asks for {2}.", frame.cases, frame.asked)}}, "lead"});
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
  for (const auto& region : frame.regions) {
    const PageId page_of = Report::RegionPage(region.region.value);
    regions.rows.push_back({{{report.RegionLabel(region.region), page_of, ""}},
                            {{std::to_string(region.asked)}},
                            {{std::to_string(region.cases), page_of, ""}},
                            {{std::to_string(std::max(0, region.asked - region.cases))}},
                            {{std::to_string(std::max(0, region.cases - region.asked))}}});
  }
  page.blocks.emplace_back(std::move(regions));
  if (const auto more = static_cast<int>(report.data.counted_only.size()); more > 0) {
    page.blocks.emplace_back(
        Paragraph{{{t("{1}: {2}", t("Counted only"), more), PlaceTarget{{PageKind::kStates}, "counted"}},
                   {". " + t("It is in the totals and in the numbers of its region. It stands in no list, and has no "
                             "page and no name or number of its own.")}},
                  "src"});
  }
  page.blocks.emplace_back(Heading{t("Case study slots"), "places", 2, Heading::Layout::kWide});
  if (auto map = FrameMap(report)) page.blocks.emplace_back(std::move(*map));
  page.blocks.emplace_back(FrameTiles(report));
  Table notes{
      "table-notes", t("What is known of each place, with its sources"), {t("Place"), t("Note"), t("Sources")}, {}};
  for (const auto& slot : report.data.study.slots) {
    if (report.data.study.slots.size() > kMaxShown) break;
    if (slot.note.empty()) continue;  // the source of the frame stands above
    notes.rows.push_back({{{slot.id.value}}, {{slot.note}}, report.SourceLinks(slot.sources)});
  }
  LeaveOutEmptyColumns(notes);
  if (!notes.rows.empty()) {
    page.blocks.emplace_back(Heading{t("What is known of each place, with its sources"), "known", 2});
    page.blocks.emplace_back(std::move(notes));
  }
  page.blocks.emplace_back(Heading{t("How we know"), "how-we-know", 2});
  page.blocks.emplace_back(
      Paragraph{{{t("A case is in this edition when its organisation lets it be analysed, nothing holds it back, and a "
                    "document is here. Why another place has no case is not told: whether no organisation was found, "
                    "none consented, or its verdict is not met is private to it. Nothing here says whether an "
                    "organisation is verified.")}},
                ""});
  return sink(std::move(page));
}

}  // namespace commonground::publish
