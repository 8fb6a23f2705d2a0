// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where findings hold, and their tables.
#include "publish/pages/finding_parts.h"

#include <algorithm>
#include <array>

#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"
#include "publish/prose.h"

namespace commonground::publish {

namespace {

constexpr std::size_t kMaxPassages = 12;  // of the cases for or against one finding

std::vector<const model::Finding*> Those(const Report& report, bool recommendations) {
  std::vector<const model::Finding*> those;
  for (const model::Finding& finding : report.data.study.findings) {
    if ((finding.kind == model::FindingKind::kRecommendation) == recommendations) those.push_back(&finding);
  }
  return those;
}

// The first paragraph of what people wrote, with its numbers and sources: without them its sentences would say
// something else.
Spans Explanation(const Report& report, const model::Finding& finding) {
  const std::vector<ProseBlock> blocks = report.ReadOurs(finding.text, 2);
  if (blocks.empty() || blocks.front().kind != ProseBlock::Kind::kParagraph) return {};
  Spans spans;
  for (const Run& run : blocks.front().runs) {
    spans.push_back({run.marks == Run::kBreak ? " " : run.text, run.target, {}, report.StudyLanguage()});
  }
  return spans;
}

Spans CaseNames(const Report& report, const std::vector<model::OrganisationId>& cases) {
  Spans names;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (i > 0) names.push_back({report.t.Comma()});
    if (i == kMaxShown) {
      names.push_back({report.t("and {1} more", static_cast<int>(cases.size() - i))});
      break;
    }
    names.push_back({report.OrganisationName(cases[i]), Report::CasePage(cases[i])});
  }
  return names;
}

Spans StatementOf(const Report& report, const model::Finding& finding) {
  return {{report.t("{1}. ", NumberOf(report, finding.id))},
          {finding.statement, PlaceOf(finding), {}, report.StudyLanguage()}};
}

}  // namespace

std::vector<const model::Finding*> FindingsOf(const Report& report) {
  return Those(report, false);
}

std::vector<const model::Finding*> RecommendationsOf(const Report& report) {
  return Those(report, true);
}

int NumberOf(const Report& report, const model::FindingId& id) {
  int number = 0;
  for (const model::Finding* finding : FindingsOf(report)) {
    ++number;
    if (finding->id == id) return number;
  }
  return 0;
}

PlaceTarget PlaceOf(const model::Finding& finding) {
  return {{PageKind::kFindings}, "finding-" + finding.id.value};
}

std::vector<std::int32_t> CodesOf(const Report& report, const model::Finding& finding) {
  std::vector<std::int32_t> codes;
  for (std::int32_t c = 0; c < std::ssize(report.data.snapshot.codes); ++c) {
    const bool its = std::ranges::find(finding.codes, report.data.snapshot.codes[static_cast<std::size_t>(c)]) !=
                     finding.codes.end();
    if (its) codes.push_back(c);
  }
  return codes;
}

Quotations PassagesOf(const Report& report, const std::vector<model::OrganisationId>& cases,
                      const std::vector<std::int32_t>& codes) {
  Quotations quotations;
  for (const auto& id : cases) {
    if (quotations.quotes.size() == kMaxPassages) break;
    const std::int32_t index = report.CaseIndex(id);
    const model::CodingColumn* found = nullptr;
    for (const std::int32_t code : codes) {
      for (const PassageRef& passage : report.PassagesOf(code)) {
        const auto& coding = report.data.snapshot.codings[static_cast<std::size_t>(passage.coding)];
        if (found == nullptr && passage.case_index == index && MayBeQuoted(report, id) &&
            !report.PassageText(coding).empty()) {
          found = &coding;
        }
      }
    }
    if (found != nullptr) quotations.quotes.push_back(QuotationOf(report, *found));
  }
  return quotations;
}

std::vector<std::string> GroupsOf(const Report& report, const model::Grouping& grouping,
                                  const std::vector<model::OrganisationId>& cases) {
  std::vector<bool> has(grouping.groups.size(), false);
  for (const auto& id : cases) {
    const std::int32_t index = report.CaseIndex(id);
    const std::int32_t group = index < 0 ? -1 : report.GroupOfCase(grouping, index);
    if (group >= 0) has[static_cast<std::size_t>(group)] = true;
  }
  std::vector<std::string> labels;
  for (std::size_t g = 0; g < has.size(); ++g) {
    const std::string& name = grouping.groups[g].id;
    if (!has[g] || name == "unknown" || name == "disputed" || name == "mixed_subnational") continue;
    labels.push_back(report.GroupLabel(grouping, g));
  }
  return labels;
}

std::string HoldsIn(const Report& report, const model::Finding& finding) {
  const Words& t = report.t;
  const int n = static_cast<int>(finding.cases_for.size());
  const int regions = static_cast<int>(GroupsOf(report, report.Regions(), finding.cases_for).size());
  std::string text =
      t.Plural("{1} case", "{1} cases", n, n) + t.Comma() + t.Plural("{1} region", "{1} regions", regions, regions);
  if (const model::Grouping* laws = report.Find("legal_model")) {
    const int models = static_cast<int>(GroupsOf(report, *laws, finding.cases_for).size());
    text += t.Comma() + t.Plural("{1} legal model", "{1} legal models", models, models);
  }
  return text;
}

namespace {

// Squares of a grouping, filled for the cases that speak for the finding.
StripList StripsOf(const Report& report, const model::Grouping& grouping, const model::Finding& finding, int hue) {
  StripList list;
  std::vector<int> present(grouping.groups.size(), 0);
  for (const auto& id : finding.cases_for) {
    const std::int32_t index = report.CaseIndex(id);
    const std::int32_t group = index < 0 ? -1 : report.GroupOfCase(grouping, index);
    if (group >= 0) ++present[static_cast<std::size_t>(group)];
  }
  for (std::size_t g = 0; g < grouping.groups.size(); ++g) {
    const model::Share share{present[g], grouping.groups[g].cases};
    if (share.of == 0 && hue == kLawHue) continue;
    Strip strip;
    strip.label = {report.GroupLabel(grouping, g)};
    strip.hue = hue == kLawHue ? hue : static_cast<int>(g);
    strip.squares = SquaresOf(share);
    strip.count = share.of == 0 ? Span{report.t("no case yet"), {}, "state"} : Count(share, report, PlaceOf(finding));
    list.rows.push_back(std::move(strip));
  }
  return list;
}

}  // namespace

Card CardOfFinding(const Report& report, const model::Finding& finding) {
  const Words& t = report.t;
  const int all = static_cast<int>(report.data.comparison.cases.size());
  Card card;
  card.kind = t("Finding");
  card.kind_note = finding.kind ? Label(*finding.kind, t) + " · " : std::string();
  card.kind_note +=
      finding.confidence ? t("Confidence: {1}", ConfidenceLabel(finding.confidence, t)) : t("not yet graded");
  card.title = {finding.statement, PlaceOf(finding), {}, report.StudyLanguage()};
  card.count = {std::to_string(finding.cases_for.size()),
                t(" of {1} for it", all),
                {},
                PlaceTarget{{PageKind::kFindings}, "for-" + finding.id.value}};
  const model::Grouping& regions = report.Regions();
  card.regions = StripsOf(report, regions, finding, kNoHue);
  const int of = static_cast<int>(regions.groups.size());
  card.regions.title = t("By region");
  card.regions.note = t.Plural("{1} of {2} region", "{1} of {2} regions", of,
                               static_cast<int>(GroupsOf(report, regions, finding.cases_for).size()), of);
  if (const model::Grouping* laws = report.Find("legal_model")) {
    card.laws = StripsOf(report, *laws, finding, kLawHue);
    card.laws.title = t("By law");
    const int models = static_cast<int>(GroupsOf(report, *laws, report.data.comparison.cases).size());
    card.laws.note = t.Plural("{1} of {2} legal model", "{1} of {2} legal models", models,
                              static_cast<int>(GroupsOf(report, *laws, finding.cases_for).size()), models);
  }
  card.text = {{t("Against it: {1} of {2}.", static_cast<int>(finding.cases_against.size()), all)}};
  for (const std::int32_t code : CodesOf(report, finding)) {
    const model::Share& share = report.Row(report.Regions(), code).overall;
    card.foot.push_back({card.foot.empty() ? t("Cases that tell of its code: ") : t.Comma()});
    card.foot.push_back({report.CodeLabel(code), report.CodePage(code), {}, report.StudyLanguage()});
    card.foot.push_back({" "});
    card.foot.push_back(Count(share, report, share.present > 0 ? Target(report.Number(code)) : Target()));
  }
  return card;
}

int GradeOf(const model::Finding& finding) {
  return finding.confidence ? 4 - static_cast<int>(*finding.confidence) : 0;
}

Span ComponentOf(const Report& report, const model::Finding& finding, std::size_t component) {
  if (component >= finding.concerns.size()) return {report.t("not told"), {}, "state"};
  return {Label(finding.concerns[component], report.t)};
}

Table EvidenceProfile(const Report& report) {
  const Words& t = report.t;
  Table table{"table-profile",
              t("Evidence profile"),
              {t("Finding"), t("Cases that it rests on"), t("Methodological limitations"), t("Coherence"),
               t("Adequacy"), t("Relevance"), t("Confidence"), t("Explanation")},
              {}};
  for (const model::Finding* finding : FindingsOf(report)) {
    if (GradeOf(*finding) == 0) continue;
    std::vector<Spans> row{StatementOf(report, *finding), CaseNames(report, finding->cases_for)};
    for (std::size_t i = 0; i < kComponents; ++i) {
      Spans cell{ComponentOf(report, *finding, i)};
      cell.front().style = "strong";
      if (i < finding->reasons.size()) {
        cell.push_back({" "});
        cell.push_back({finding->reasons[i], {}, {}, report.StudyLanguage()});
      }
      row.push_back(std::move(cell));
    }
    row.push_back({{ConfidenceLabel(finding->confidence, t), {}, "strong"}});
    row.push_back(Explanation(report, *finding));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table SummaryOfFindings(const Report& report) {
  const Words& t = report.t;
  Table table{
      "table-findings",
      t("Summary of findings"),
      {t("Finding"), t("Cases that it rests on"), t("Cases against it"), t("Confidence"), t("Explanation"), t("Where")},
      {}};
  for (const model::Finding* finding : FindingsOf(report)) {
    Spans against = CaseNames(report, finding->cases_against);
    if (against.empty()) against.push_back({t("none"), {}, "state"});
    const bool graded = GradeOf(*finding) > 0;
    table.rows.push_back({StatementOf(report, *finding),
                          CaseNames(report, finding->cases_for),
                          std::move(against),
                          {{ConfidenceLabel(finding->confidence, t), {}, graded ? "strong" : "state"}},
                          Explanation(report, *finding),
                          {{HoldsIn(report, *finding)}}});
  }
  return table;
}

}  // namespace commonground::publish
