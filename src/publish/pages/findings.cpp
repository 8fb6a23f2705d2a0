// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What people found (METHODS 8): each statement with its confidence, component by component, the passages for it and
// the cases against it, and all of them in tables.  A grade is people's; what is counted stands beside it.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "publish/labels.h"
#include "publish/pages/finding_parts.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

// What the people who grade look at, as it is counted: never a proposal.
Facts InputsOf(const Report& report, const model::Finding& finding, const std::vector<std::int32_t>& codes) {
  const Words& t = report.t;
  using Where = std::tuple<std::int32_t, std::int32_t, std::int32_t>;
  std::map<Where, std::set<std::int32_t>> coders;  // of each passage of its cases
  std::set<std::int32_t> silent;
  for (const auto& id : finding.cases_for) {
    const std::int32_t index = report.CaseIndex(id);
    for (const std::int32_t code : codes) {
      for (const PassageRef& passage : report.PassagesOf(code)) {
        if (passage.case_index != index) continue;
        const auto& coding = report.data.snapshot.codings[static_cast<std::size_t>(passage.coding)];
        coders[{coding.document_index, coding.start, coding.end}].insert(coding.coder);
      }
    }
  }
  const auto agreed =
      static_cast<int>(std::ranges::count_if(coders, [](const auto& one) { return one.second.size() > 1; }));
  const int passages = static_cast<int>(coders.size());
  const int all = static_cast<int>(report.data.comparison.cases.size());
  const auto joined = [&](const std::vector<std::string>& labels) {
    std::string text;
    for (const std::string& label : labels) text += (text.empty() ? "" : t.Comma()) + label;
    return text;
  };
  Facts::Column column{t("What there is to grade"), {}};
  const auto row = [&](std::string label, std::string value) {
    const bool none = value.empty();
    column.rows.push_back({std::move(label), {{none ? t("none") : std::move(value), {}, none ? "state" : ""}}, {}});
  };
  row(t("Cases for it"), t("{1} of {2}", static_cast<int>(finding.cases_for.size()), all));
  row(t("Cases against it"), t("{1} of {2}", static_cast<int>(finding.cases_against.size()), all));
  row(t("Passages"), std::to_string(passages));
  row(t("Seen by more than one coder"), t("{1} of {2}", agreed, passages));
  row(t("Regions"), joined(GroupsOf(report, report.Regions(), finding.cases_for)));
  if (const model::Grouping* laws = report.Find("legal_model")) {
    row(t("Legal models"), joined(GroupsOf(report, *laws, finding.cases_for)));
  }
  return {{std::move(column)}};
}

void AddNames(const Report& report, const std::vector<model::OrganisationId>& cases, Spans& spans) {
  for (const auto& id : cases) {
    if (&id != &cases.front()) spans.push_back({report.t.Comma()});
    spans.push_back({report.OrganisationName(id), Report::CasePage(id)});
  }
}

std::string LookAgain(const model::ChangedEvidence& changed, const Words& t) {
  if (!changed.was_changed) return t("To look at again: passages were coded since people last looked at it.");
  if (!changed.was_coded)
    return t("To look at again: codings were changed or taken out since people last looked at it.");
  return t(
      "To look at again: passages were coded, and codings were changed or taken out, since people last looked at it.");
}

void AddFinding(const Report& report, const model::Finding& finding, int number, Page& page) {
  const Words& t = report.t;
  Heading heading{t("Finding {1}", number), "finding-" + finding.id.value, 2};
  heading.cap = {{(finding.kind ? Label(*finding.kind, t) + " · " : std::string()) + HoldsIn(report, finding)}};
  page.blocks.emplace_back(std::move(heading));
  if (const auto changed = report.data.look_again.find(finding.id); changed != report.data.look_again.end())
    page.blocks.emplace_back(Paragraph{{{LookAgain(changed->second, t)}}, "warning"});
  page.blocks.emplace_back(GradingOf(report, finding));
  const std::vector<std::int32_t> codes = CodesOf(report, finding);
  page.blocks.emplace_back(InputsOf(report, finding, codes));
  const int n = static_cast<int>(finding.cases_for.size());
  page.blocks.emplace_back(
      Heading{t.Plural("For it: {1} case", "For it: {1} cases", n, n), "for-" + finding.id.value, 3});
  Quotations quotations = PassagesOf(report, finding.cases_for, codes);
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
  Quotations contrary = PassagesOf(report, finding.cases_against, codes);
  if (!contrary.quotes.empty()) page.blocks.emplace_back(std::move(contrary));
  Paragraph against;
  if (finding.cases_against.empty()) {
    against.spans.push_back({t("None on record. That may only mean that nobody looked.")});
  } else {
    against.spans.push_back({t("Contradicting cases: ")});
    AddNames(report, finding.cases_against, against.spans);
  }
  page.blocks.emplace_back(std::move(against));
  page.blocks.emplace_back(Prose{report.ReadOurs(finding.text, 2), report.StudyLanguage()});
}

}  // namespace

Grading GradingOf(const Report& report, const model::Finding& finding) {
  const Words& t = report.t;
  Grading grading;
  grading.statement = {finding.statement, {}, {}, report.StudyLanguage()};
  grading.grade = GradeOf(finding);
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
  if (grading.grade == 0 || finding.reasons.size() != kComponents) return grading;
  const std::array<std::pair<std::string, std::string>, kComponents> names{
      {{t("Methods of the studies"), t("methodological limitations")},
       {t("Coherence"), {}},
       {t("Enough data"), t("adequacy")},
       {t("Relevance"), {}}}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool has_level = i < finding.concerns.size();
    grading.components.push_back({names[i].first,
                                  names[i].second,
                                  has_level ? static_cast<int>(finding.concerns[i]) + 1 : 0,
                                  has_level ? Label(finding.concerns[i], t) : std::string(),
                                  {finding.reasons[i], {}, {}, report.StudyLanguage()}});
  }
  return grading;
}

core::Status FindingsPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto findings = FindingsOf(report);
  if (findings.empty()) return {};
  Page page{{PageKind::kFindings}, t("Findings"), {}};
  const auto graded = std::ranges::count_if(findings, [](const auto* one) { return GradeOf(*one) > 0; });
  page.head.answer = {
      {t("A finding is a sentence that people wrote and others may doubt. It says how much confidence it "
         "deserves, and why.")}};
  page.head.tally = {
      {std::to_string(findings.size()),
       {},
       {{t.Plural("finding with evidence for and against", "findings with evidence for and against",
                  static_cast<int>(findings.size()))}},
       {}},
      {std::to_string(graded), {}, {{t.Plural("graded by two", "graded by two people", static_cast<int>(graded))}}, {}},
      {std::to_string(std::ssize(findings) - graded),
       {},
       {{t.Plural("yet to be graded", "not yet graded", static_cast<int>(std::ssize(findings) - graded))}},
       {}}};
  int number = 0;
  for (const model::Finding* finding : findings) AddFinding(report, *finding, ++number, page);
  page.blocks.emplace_back(Heading{t("Summary of findings"), "all", 2, Heading::Layout::kWide});
  page.blocks.emplace_back(SummaryOfFindings(report));
  if (graded > 0) {
    page.blocks.emplace_back(Heading{t("Evidence profile"), "profile", 2, Heading::Layout::kWide});
    page.blocks.emplace_back(EvidenceProfile(report));
  }
  return sink(std::move(page));
}

}  // namespace commonground::publish
