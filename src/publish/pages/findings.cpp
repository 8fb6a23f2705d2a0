// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What people found (METHODS 8): each statement with its confidence, component by component, the passages for it and
// the cases against it, and all of them in a table.  A grade is people's; what is counted stands beside it.
#include <algorithm>
#include <array>
#include <set>

#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

constexpr std::size_t kShownForIt = 12;

std::vector<std::int32_t> CodesOf(const Report& report, const model::Finding& finding) {
  std::vector<std::int32_t> codes;
  for (std::int32_t c = 0; c < std::ssize(report.data.snapshot.codes); ++c) {
    const bool its = std::ranges::find(finding.codes, report.data.snapshot.codes[static_cast<std::size_t>(c)]) !=
                     finding.codes.end();
    if (its) codes.push_back(c);
  }
  return codes;
}

int GroupsOf(const Report& report, const model::Grouping& grouping, const std::vector<model::OrganisationId>& cases) {
  std::set<std::int32_t> groups;
  for (const auto& id : cases) {
    const std::int32_t index = report.CaseIndex(id);
    const std::int32_t group = index < 0 ? -1 : report.GroupOfCase(grouping, index);
    if (group < 0) continue;
    const std::string& name = grouping.groups[static_cast<std::size_t>(group)].id;
    if (name != "unknown" && name != "disputed" && name != "mixed_subnational") groups.insert(group);
  }
  return static_cast<int>(groups.size());
}

// "4 cases, 3 regions, 3 legal models"
std::string HoldsIn(const Report& report, const model::Finding& finding) {
  const Words& t = report.t;
  const int n = static_cast<int>(finding.cases_for.size());
  const int regions = GroupsOf(report, report.Regions(), finding.cases_for);
  std::string text =
      t.Plural("{1} case", "{1} cases", n, n) + ", " + t.Plural("{1} region", "{1} regions", regions, regions);
  if (const model::Grouping* laws = report.Find("legal_model")) {
    const int models = GroupsOf(report, *laws, finding.cases_for);
    text += ", " + t.Plural("{1} legal model", "{1} legal models", models, models);
  }
  return text;
}

// 1: very low, to 4: high; 0: not graded.
int GradeOf(const std::optional<model::Confidence>& confidence) {
  return confidence ? 4 - static_cast<int>(*confidence) : 0;
}

Grading GradingOf(const Report& report, const model::Finding& finding) {
  const Words& t = report.t;
  Grading grading;
  grading.statement = {finding.statement, {}, {}, report.StudyLanguage()};
  grading.grade = GradeOf(finding.confidence);
  grading.confidence =
      grading.grade == 0 ? t("Not yet graded") : t("Confidence: {1}", ConfidenceLabel(finding.confidence, t));
  grading.grades = {t("very low"), t("low"), t("moderate"), t("high")};
  grading.title = t("Concerns, by component");
  grading.head = {t("Component"), t("Concerns"), t("Why")};
  grading.note =
      grading.grade == 0
          ? t("Two people have to give four reasons each and sign. Until then the finding may be read, and no "
              "recommendation may say that it is proven.")
          : t("Graded by two people who sign, starting from high and going down. The program shows the "
              "evidence and never proposes a grade. CERQual is adapted here: case studies are not sampled "
              "research.");
  if (grading.grade == 0 || finding.reasons.size() != 4) return grading;
  const std::array<std::pair<std::string, std::string>, 4> names{
      {{t("Methods of the studies"), t("methodological limitations")},
       {t("Coherence"), {}},
       {t("Enough data"), t("adequacy")},
       {t("Relevance"), {}}}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    grading.components.push_back(
        {names[i].first, names[i].second, 0, {}, {finding.reasons[i], {}, {}, report.StudyLanguage()}});
  }
  return grading;
}

// A passage of each case that supports it, where its words may be shown.
Quotations ForIt(const Report& report, const model::Finding& finding, const std::vector<std::int32_t>& codes) {
  Quotations quotations;
  for (const auto& id : finding.cases_for) {
    if (quotations.quotes.size() == kShownForIt) break;
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

void AddNames(const Report& report, const std::vector<model::OrganisationId>& cases, Spans& spans) {
  for (const auto& id : cases) {
    if (&id != &cases.front()) spans.push_back({", "});
    spans.push_back({report.OrganisationName(id), Report::CasePage(id)});
  }
}

void AddFinding(const Report& report, const model::Finding& finding, int number, Page& page) {
  const Words& t = report.t;
  Heading heading{t("Finding {1}", number), "finding-" + finding.id.value, 2};
  heading.cap = {{HoldsIn(report, finding)}};
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(GradingOf(report, finding));
  const std::vector<std::int32_t> codes = CodesOf(report, finding);
  const int n = static_cast<int>(finding.cases_for.size());
  page.blocks.emplace_back(
      Heading{t.Plural("For it: {1} case", "For it: {1} cases", n, n), "for-" + finding.id.value, 3});
  Quotations quotations = ForIt(report, finding, codes);
  if (!quotations.quotes.empty()) page.blocks.emplace_back(std::move(quotations));
  Paragraph for_it{{{t("Supporting cases: ")}}, ""};
  AddNames(report, finding.cases_for, for_it.spans);
  for_it.spans.push_back({". " + t("Evidence: ")});
  for (const std::int32_t code : codes) {
    const model::Share& share = report.Row(report.Regions(), code).overall;
    for_it.spans.push_back({report.CodeLabel(code),
                            share.present > 0 ? Target(report.CodePage(code)) : Target(),
                            {},
                            report.StudyLanguage()});
    for_it.spans.push_back({" "});
    for_it.spans.push_back(Count(share, report, share.present > 0 ? Target(report.Number(code)) : Target()));
    for_it.spans.push_back({" "});
  }
  page.blocks.emplace_back(std::move(for_it));
  page.blocks.emplace_back(Heading{t("Against it"), "against-" + finding.id.value, 3});
  Paragraph against;
  if (finding.cases_against.empty()) {
    against.spans.push_back({t("None on record. That may only mean that nobody looked.")});
  } else {
    against.spans.push_back({t("Contradicting cases: ")});
    AddNames(report, finding.cases_against, against.spans);
  }
  page.blocks.emplace_back(std::move(against));
  page.blocks.emplace_back(Prose{report.Read(finding.text, 2), report.StudyLanguage()});
}

// Summary of findings, as in Lewin and others 2018 (GRADE-CERQual, paper 2).
void AddTable(const Report& report, Page& page) {
  const Words& t = report.t;
  Table table{"table-findings",
              t("Summary of findings"),
              {t("Finding"), t("Confidence"), t("For it"), t("Against it"), t("Where")},
              {}};
  for (const auto& finding : report.data.study.findings) {
    const bool graded = GradeOf(finding.confidence) > 0;
    table.rows.push_back(
        {{{finding.statement, PlaceTarget{page.id, "finding-" + finding.id.value}, {}, report.StudyLanguage()}},
         {{ConfidenceLabel(finding.confidence, t), {}, graded ? "strong" : "state"}},
         {{std::to_string(finding.cases_for.size())}},
         {{finding.cases_against.empty() ? t("none") : std::to_string(finding.cases_against.size()),
           {},
           finding.cases_against.empty() ? "state" : ""}},
         {{HoldsIn(report, finding)}}});
  }
  page.blocks.emplace_back(Heading{t("Summary of findings"), "all", 2, Heading::Layout::kWide});
  page.blocks.emplace_back(std::move(table));
}

}  // namespace

core::Status FindingsPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& findings = report.data.study.findings;
  if (findings.empty()) return {};
  Page page{{PageKind::kFindings}, t("Findings"), {}};
  const auto graded = std::ranges::count_if(findings, [](const auto& one) { return GradeOf(one.confidence) > 0; });
  page.head.answer = {
      {t("A finding is a sentence that people wrote and others may doubt. It says how much confidence it "
         "deserves, and why.")}};
  page.head.tally = {{std::to_string(findings.size()), {}, {{t("findings with evidence for and against")}}, {}},
                     {std::to_string(graded), {}, {{t("graded by two people")}}, {}},
                     {std::to_string(std::ssize(findings) - graded), {}, {{t("not yet graded")}}, {}}};
  int number = 0;
  for (const auto& finding : findings) AddFinding(report, finding, ++number, page);
  AddTable(report, page);
  return sink(std::move(page));
}

}  // namespace commonground::publish
