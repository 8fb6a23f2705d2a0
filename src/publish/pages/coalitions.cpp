// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who works with whom (METHODS 9): ties on record, and what passages tell of sectors, drawn apart; sectors by region
// and by case; those that are missing; and pairs that go together.
#include <algorithm>
#include <map>

#include "publish/coalitions/view.h"
#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

constexpr std::size_t kMaxMembers = 40;  // in the figure: beyond, its lines cannot be followed
constexpr std::size_t kMaxLines = 120;
constexpr std::size_t kTiesOnAPage = 300;
constexpr std::size_t kPairs = 8;
constexpr std::size_t kPartners = 12;  // of a region

Span SectorSpan(const Report& report, std::int32_t code, Target target = {}) {
  return {report.CodeLabel(code), std::move(target), {}, report.StudyLanguage()};
}

std::string RegionOfCase(const Report& report, std::int32_t index) {
  const std::int32_t group = report.GroupOfCase(report.Regions(), index);
  return group < 0 ? std::string() : report.Regions().groups[static_cast<std::size_t>(group)].label;
}

Target CaseTarget(const model::OrganisationId& id, std::int32_t index) {
  return index < 0 ? Target() : Target(Report::CasePage(id));
}

// "training, since 2024"
std::string KindAndTime(const Report& report, const model::Partnership& tie) {
  const Words& t = report.t;
  return Label(tie.kind, t) + (tie.since ? t.Comma() + Since(*tie.since, t) : std::string());
}

std::vector<CoalitionView::Sector> ByCases(const CoalitionView& view) {
  std::vector<CoalitionView::Sector> sectors = view.sectors;
  std::ranges::stable_sort(sectors, std::ranges::greater{},
                           [](const auto& sector) { return std::pair(sector.cases(), sector.on_record.size()); });
  return sectors;
}

int RegionsOf(const Report& report, const CoalitionView::Sector& sector) {
  std::vector<bool> seen(report.Regions().groups.size(), false);
  for (const auto* cases : {&sector.on_record, &sector.told}) {
    for (const std::int32_t index : *cases) {
      const std::int32_t group = report.GroupOfCase(report.Regions(), index);
      if (group >= 0) seen[static_cast<std::size_t>(group)] = true;
    }
  }
  return static_cast<int>(std::ranges::count(seen, true));
}

std::string NoteOf(const Report& report, const CoalitionView& view, std::int32_t code) {
  const Words& t = report.t;
  const CoalitionView::Partnership* only = nullptr;
  int count = 0;
  for (const auto& tie : view.partnerships) {
    if (tie.sector != code || tie.case_index < 0) continue;
    only = &tie;
    ++count;
  }
  if (count == 0) return t("none on record");
  if (count > 1) return OnRecord(count, t);
  return only->partner->name + " · " + KindAndTime(report, *only->tie);
}

// Sectors in the order of the middle of their cases, so that few lines cross.
Network NetworkOf(const Report& report, const CoalitionView& view) {
  const Words& t = report.t;
  Network network;
  network.id = "figure-network";
  std::map<std::int32_t, std::size_t> member_of;
  const auto& groups = report.Regions().groups;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    bool any = false;
    for (const std::int32_t index : view.with_any) {
      if (!report.IsListed(index)) continue;
      if (report.GroupOfCase(report.Regions(), index) != static_cast<std::int32_t>(g)) continue;
      member_of.emplace(index, network.members.size());
      network.members.push_back({report.OrganisationName(report.data.comparison.cases[static_cast<std::size_t>(index)]),
                                 network.groups.size()});
      any = true;
    }
    if (any) network.groups.push_back({groups[g].label, static_cast<int>(g)});
  }
  std::vector<std::pair<double, const CoalitionView::Sector*>> order;
  for (const auto& sector : view.sectors) {
    double sum = 0;
    int n = 0;
    for (const auto* cases : {&sector.on_record, &sector.told}) {
      for (const std::int32_t index : *cases) {
        const auto found = member_of.find(index);
        if (found == member_of.end()) continue;
        sum += static_cast<double>(found->second);
        ++n;
      }
    }
    if (n > 0) order.emplace_back(sum / n, &sector);
  }
  std::ranges::stable_sort(order, {}, [](const auto& one) { return one.first; });
  std::map<std::int32_t, std::size_t> sector_at;
  for (const auto& [middle, sector] : order) {
    sector_at.emplace(sector->code, network.sectors.size());
    network.sectors.push_back({SectorSpan(report, sector->code), NoteOf(report, view, sector->code), sector->cases(),
                               !sector->on_record.empty()});
    for (const std::int32_t index : sector->told) {
      const auto found = member_of.find(index);
      if (found != member_of.end()) network.lines.push_back({found->second, network.sectors.size() - 1, {}});
    }
  }
  for (const auto& tie : view.partnerships) {
    const auto member = member_of.find(tie.case_index);
    const auto sector = sector_at.find(tie.sector);
    if (member == member_of.end() || sector == sector_at.end()) continue;
    network.lines.push_back({member->second, sector->second, tie.tie->kind});
    Spans about{SectorSpan(report, tie.sector), {" · " + KindAndTime(report, *tie.tie) + " "}};
    for (Span& span : report.SourceLinks(tie.tie->sources)) about.push_back(std::move(span));
    network.records.push_back(
        {{report.OrganisationName(tie.tie->organisation), CaseTarget(tie.tie->organisation, tie.case_index)},
         RegionOfCase(report, tie.case_index),
         {tie.partner->name, {}, {}, report.StudyLanguage()},
         std::move(about)});
  }
  const int lines = static_cast<int>(network.lines.size()) - view.told_lines;
  network.title = t("On record: {1}. Told in passages and not on record: {2}.", std::max(0, lines), view.told_lines);
  network.subtitle = t(
      "Case studies by region against sectors. Dark: on record, and the organisation agreed to publish it. Thin: told "
      "in a passage.");
  network.description =
      t("Case studies ({1}) joined to sectors ({2}); dark lines are on record, thin ones told in a passage.",
        static_cast<int>(network.members.size()), static_cast<int>(network.sectors.size()));
  return network;
}

Dots DotsOf(const Report& report, const CoalitionView& view) {
  const Words& t = report.t;
  Dots dots;
  dots.id = "figure-sectors";
  dots.title = t("Which sectors the cases of each region work with");
  dots.subtitle =
      t("One dot is one case. A filled dot is on record with a source; a ring is told in a passage. An empty cell does "
        "not say that an organisation works alone.");
  dots.head = t("Sector");
  const auto& groups = report.Regions().groups;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const int n = groups[g].cases;
    dots.columns.push_back(
        {groups[g].label, n == 0 ? t("no case yet") : t.Plural("{1} case", "{1} cases", n, n), static_cast<int>(g)});
  }
  const Target partnerships = PlaceTarget{{PageKind::kCoalitions}, "table-all-ties"};
  for (const auto& sector : ByCases(view)) {
    Dots::Row row{SectorSpan(report, sector.code), {}};
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const auto here = [&](std::int32_t index) {
        return report.GroupOfCase(report.Regions(), index) == static_cast<std::int32_t>(g);
      };
      row.cells.push_back({static_cast<int>(std::ranges::count_if(sector.on_record, here)),
                           static_cast<int>(std::ranges::count_if(sector.told, here)), partnerships,
                           report.Number(sector.code, report.Regions(), g)});
    }
    dots.rows.push_back(std::move(row));
  }
  return dots;
}

Table TwinOf(const Dots& dots, const Words& t) {
  Table table{"table-sectors", dots.title, {dots.head}, {}};
  table.folded = true;
  for (const Matrix::Column& column : dots.columns) table.head.push_back(column.label);
  for (const Dots::Row& row : dots.rows) {
    std::vector<Spans> cells{{row.label}};
    for (const Dots::Cell& cell : row.cells) {
      std::string text;
      if (cell.on_record > 0) text = OnRecord(cell.on_record, t);
      if (cell.told > 0) text += (text.empty() ? "" : t.Comma()) + ToldInPassages(cell.told, t);
      cells.push_back({{text.empty() ? t("none") : text, {}, text.empty() ? "state" : ""}});
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

RegionLists ListsOf(const Report& report, const CoalitionView& view) {
  const Words& t = report.t;
  RegionLists lists;
  const auto& groups = report.Regions().groups;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const auto here = [&](std::int32_t index) {
      return index >= 0 && report.GroupOfCase(report.Regions(), index) == static_cast<std::int32_t>(g);
    };
    const int with = static_cast<int>(std::ranges::count_if(view.with_any, here));
    RegionLists::List list{{groups[g].label, Report::RegionPage(groups[g].id)},
                           static_cast<int>(g),
                           {std::to_string(with), OfCases(t, groups[g].cases), {}, {}},
                           {},
                           t("Sectors: {1} of {2}", view.CoveredIn(report, g), static_cast<int>(view.sectors.size()))};
    if (groups[g].cases == 0) {
      list.count = {};
      list.foot = t("no case yet");
    }
    for (const auto& tie : view.partnerships) {
      if (!here(tie.case_index) || list.items.size() >= kPartners) continue;
      list.items.push_back(
          {{tie.partner->name, {}, {}, report.StudyLanguage()}, report.OrganisationName(tie.tie->organisation), true});
    }
    for (const auto& sector : ByCases(view)) {
      const auto told = static_cast<int>(std::ranges::count_if(sector.told, here));
      if (told == 0) continue;
      list.items.push_back({SectorSpan(report, sector.code, report.Number(sector.code, report.Regions(), g)),
                            t.Plural("told by {1} case", "told by {1} cases", told, told), false});
    }
    lists.lists.push_back(std::move(list));
  }
  return lists;
}

void AddCases(const Report& report, const CoalitionView& view, Page& page) {
  const Words& t = report.t;
  if (view.with_any.empty() || view.with_any.size() > kMaxShown) return;
  Table table{"table-cases", t("Sectors by case"), {t("Case study"), t("On record"), t("Told in a passage")}, {}};
  for (const std::int32_t index : view.with_any) {
    if (!report.IsListed(index)) continue;
    const auto& id = report.data.comparison.cases[static_cast<std::size_t>(index)];
    Spans record, told;
    const auto add = [&](Spans& spans, Span span) {
      if (!spans.empty()) spans.push_back({t.Semicolon()});
      spans.push_back(std::move(span));
    };
    for (const auto& sector : view.sectors) {
      if (std::ranges::binary_search(sector.on_record, index)) add(record, SectorSpan(report, sector.code));
      if (std::ranges::binary_search(sector.told, index)) add(told, SectorSpan(report, sector.code));
    }
    for (Spans* spans : {&record, &told}) {
      if (spans->empty()) spans->push_back({t("none"), {}, "state"});
    }
    table.rows.push_back({{{report.OrganisationName(id), Report::CasePage(id)}}, std::move(record), std::move(told)});
  }
  page.blocks.emplace_back(Heading{t("Sectors by case"), "cases", 2});
  page.blocks.emplace_back(std::move(table));
  const auto more = std::ranges::count_if(view.with_any, [&](std::int32_t index) { return !report.IsListed(index); });
  if (more > 0) page.blocks.emplace_back(Paragraph{{report.AndCountedOnly(static_cast<int>(more))}, "src"});
}

void AddMissing(const Report& report, const CoalitionView& view, Page& page) {
  const Words& t = report.t;
  Bullets missing;
  for (const auto& sector : view.sectors) {
    if (sector.cases() == 0) missing.items.push_back({SectorSpan(report, sector.code)});
  }
  if (!missing.items.empty()) {
    Heading heading{t("Sectors that no case names"), "missing", 2};
    heading.cap = {{t("Neither on record nor told in a passage. Not sourced, never “not there”.")}};
    page.blocks.emplace_back(std::move(heading));
    page.blocks.emplace_back(std::move(missing));
  }
  if (view.pairs.empty()) return;
  Heading heading{t("Sectors that go together"), "pairs", 2};
  heading.cap = {{t("Two sectors that the same case works with, on record or told.")}};
  page.blocks.emplace_back(std::move(heading));
  Bars bars;
  const int of = static_cast<int>(report.data.comparison.cases.size());
  for (std::size_t i = 0; i < std::min(kPairs, view.pairs.size()); ++i) {
    const auto& pair = view.pairs[i];
    bars.rows.push_back(
        {{t("{1} and {2}", report.CodeLabel(pair.one), report.CodeLabel(pair.other)), {}, {}, report.StudyLanguage()},
         pair.cases,
         of,
         {t("{1} of {2}", pair.cases, of)}});
  }
  page.blocks.emplace_back(std::move(bars));
}

Table PartnershipsTable(const Report& report, const CoalitionView& view, std::size_t first) {
  const Words& t = report.t;
  Table partnerships{"table-all-ties",
                     t("Partnerships on record"),
                     {t("Organisation"), t("Partner"), t("Sector"), t("Kind"), t("Since"), t("Sources")},
                     {}};
  for (std::size_t i = first; i < std::min(view.partnerships.size(), first + kTiesOnAPage); ++i) {
    const CoalitionView::Partnership& one = view.partnerships[i];
    partnerships.rows.push_back(
        {{{report.OrganisationName(one.tie->organisation), CaseTarget(one.tie->organisation, one.case_index)}},
         {{one.partner->name, {}, {}, report.StudyLanguage()}},
         {{report.CodeName(one.partner->sector), {}, {}, report.StudyLanguage()}},
         {{Label(one.tie->kind, t)}},
         {{one.tie->since ? InWords(*one.tie->since, t) : t("not sourced"), {}, one.tie->since ? "" : "state"}},
         report.SourceLinks(one.tie->sources)});
  }
  return partnerships;
}

void AddHead(const Report& report, const CoalitionView& view, Page& page) {
  const Words& t = report.t;
  const int of = static_cast<int>(report.data.comparison.cases.size());
  const int n = static_cast<int>(view.with_any.size());
  page.head.answer = {{t.Plural("{1} tells of a partner outside the community. ",
                                "{1} tell of a partner outside the community. ", n, CasesOf(t, n, of))}};
  const auto sectors = ByCases(view);
  if (!sectors.empty() && sectors.front().cases() > 0) {
    const auto& first = sectors.front();
    page.head.answer.push_back({t("Named most often: ")});
    page.head.answer.push_back(SectorSpan(report, first.code));
    const int regions = static_cast<int>(report.Regions().groups.size());
    page.head.answer.push_back(
        {", " + CasesOf(t, first.cases(), of) +
         t.Plural(", in {1} of {2} region.", ", in {1} of {2} regions.", regions, RegionsOf(report, first), regions)});
  }
  page.head.tally = {{std::to_string(view.partnerships.size()),
                      {},
                      {{t.Plural("partnership on record, with a source", "partnerships on record, with a source",
                                 static_cast<int>(view.partnerships.size()))}},
                      {}},
                     {std::to_string(view.told_lines), {}, {{t("more told in passages, not on record")}}, {}},
                     {std::to_string(of - n),
                      {},
                      {{t.Plural("case without any: not sourced, never “alone”",
                                 "cases without any: not sourced, never “alone”", static_cast<int>(of - n))}},
                      {}}};
}

}  // namespace

Dots CoalitionDots(const Report& report) {
  return DotsOf(report, ViewCoalitions(report));
}

bool HasCoalitions(const Report& report) {
  if (!report.data.study.partnerships.empty() || HasChapter(report, "coalitions")) return true;
  for (std::int32_t code = 0; code < std::ssize(report.data.snapshot.codes); ++code) {
    const bool sector = report.data.snapshot.kinds[static_cast<std::size_t>(code)] == model::CodeKind::kSector;
    if (sector && !report.IsHeading(code) && !report.CasesWith(code).empty()) return true;
  }
  return false;
}

core::Status CoalitionsPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  if (!HasCoalitions(report)) return {};
  const CoalitionView view = ViewCoalitions(report);
  Page page{{PageKind::kCoalitions}, t("Coalitions"), {}};
  AddHead(report, view, page);
  AddChapter(report, "coalitions", page);
  Network network = NetworkOf(report, view);
  const bool drawn =
      !network.lines.empty() && network.members.size() <= kMaxMembers && network.lines.size() <= kMaxLines;
  page.blocks.emplace_back(Heading{t("Who works with whom"), "ties", 2, Heading::Layout::kWide});
  if (drawn) page.blocks.emplace_back(std::move(network));
  const int parts = std::max(1, static_cast<int>((view.partnerships.size() + kTiesOnAPage - 1) / kTiesOnAPage));
  if (!view.partnerships.empty()) {
    Table partnerships = PartnershipsTable(report, view, 0);
    partnerships.folded = drawn;
    page.blocks.emplace_back(std::move(partnerships));
  }
  AddParts(report, page, parts);
  if (!view.sectors.empty()) {
    page.blocks.emplace_back(Heading{t("With which sectors?"), "sectors", 2, Heading::Layout::kWide});
    Dots dots = DotsOf(report, view);
    Table twin = TwinOf(dots, t);
    page.blocks.emplace_back(std::move(dots));
    page.blocks.emplace_back(std::move(twin));
    page.blocks.emplace_back(Heading{t("Region by region"), "regions", 2, Heading::Layout::kWide});
    page.blocks.emplace_back(ListsOf(report, view));
    page.blocks.emplace_back(Paragraph{
        {{t("Bold: on record, by the name of the partner. The others are told in a passage; their names stand "
            "there, where words may be shown.")}},
        "note"});
    AddMissing(report, view, page);
    AddCases(report, view, page);
  }
  page.blocks.emplace_back(Heading{t("How we know"), "how-we-know", 2, Heading::Layout::kPanel});
  page.blocks.emplace_back(Notes{
      {{{{t("A partnership is on record when the organisation agreed to publish it and a source names its kind. Told "
            "means that a passage coded with the sector speaks of working with somebody. Neither says how well it "
            "works, and an empty cell does not say that an organisation works alone.")}},
        {{t("Kinds of partnership: formal agreement, joint service, training, dialogue, litigation. One that its "
            "organisation did not agree to publish is in no number of this page.")}}}}});
  CG_RETURN_IF_ERROR(sink(std::move(page)));
  for (int part = 2; part <= parts; ++part) {
    Page more{{PageKind::kCoalitions, {}, part}, t("Coalitions: part {1}", part), {}};
    more.head.crumb = {{t("Coalitions"), PageId{PageKind::kCoalitions}}};
    more.blocks.emplace_back(PartnershipsTable(report, view, static_cast<std::size_t>(part - 1) * kTiesOnAPage));
    CG_RETURN_IF_ERROR(sink(std::move(more)));
  }
  return {};
}

}  // namespace commonground::publish
