// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include <algorithm>

#include "publish/figures/figures.h"
#include "publish/labels.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

std::string BodyLabel(const std::string& body, const Words& t) {
  if (body == "decision_making_body") return t("decision-making body");
  if (body == "spokespeople") return t("spokespeople");
  if (body == "paid_staff") return t("paid staff");
  if (body == "leadership") return t("leadership");
  if (body == "members") return t("members");
  if (body == "volunteers") return t("volunteers");
  return body;
}

void AddDefinitions(const Report& report, Page& page) {
  const Words& t = report.t;
  page.blocks.emplace_back(Heading{t("Definitions of led by its community, side by side"), "definitions", 2});
  Table table{"table-definitions",
              t("Published definitions"),
              {t("Definition"), t("Version"), t("What it asks"), t("Not sourced"), t("Sources")},
              {}};
  for (const auto& definition : report.data.study.definitions) {
    Spans asks;
    for (const auto& criterion : definition.criteria) {
      const std::string share =
          (criterion.comparison == model::Comparator::kAtLeast ? t("at least {1}", criterion.share.Text())
                                                               : t("more than {1}", criterion.share.Text()));
      asks.push_back({(asks.empty() ? "" : "; ") + BodyLabel(criterion.body, t) + ": " + share});
    }
    if (asks.empty()) asks.push_back({definition.summary.empty() ? t("no test by counts") : definition.summary});
    std::string missing;
    for (const auto& gap : definition.not_sourced) missing += (missing.empty() ? "" : " ") + gap;
    table.rows.push_back({{{definition.label.empty() ? definition.id.value : definition.label}},
                          {{definition.version}},
                          std::move(asks),
                          {{missing, {}, "muted"}},
                          report.SourceLinks(definition.sources)});
  }
  page.blocks.emplace_back(std::move(table));
}

void AddVerdicts(const Report& report, Page& page) {
  const Words& t = report.t;
  const auto& data = report.data;
  page.blocks.emplace_back(Heading{t("Verdicts"), "verdicts", 2});
  page.blocks.emplace_back(Paragraph{
      {{t("Whether an organisation meets a definition is private to it and the coordinators, unless it consents to "
          "publish. Counts of people are never published. {1} organisations keep their verdict private.",
          data.assessments_private)}},
      ""});
  if (data.assessments.empty()) return;
  if (data.assessments.size() > kMaxShown) return;  // too many to list; no totals, which tell more than the list
  Table table{
      "table-verdicts", t("Verdicts that may be published"), {t("Organisation"), t("Definition"), t("Verdict")}, {}};
  for (const auto& assessment : data.assessments) {
    table.rows.push_back({{{report.OrganisationName(assessment.organisation)}},
                          {{assessment.definition.value + " " + assessment.definition_version}},
                          {{Label(assessment.verdict, t), {}, "strong"}}});
  }
  page.blocks.emplace_back(std::move(table));
}

// In how many organisations each scope is given: there are too many to list them.
Table CountsOfConsent(const Report& report) {
  const Words& t = report.t;
  const int of = static_cast<int>(report.data.study.organisations.size());
  Table table{"table-consent", t("What each organisation consents to"), {t("Scopes"), t("Number")}, {}};
  for (const auto scope :
       {model::ConsentScope::kAnalyse, model::ConsentScope::kSummarise, model::ConsentScope::kQuote,
        model::ConsentScope::kNameOrganisation, model::ConsentScope::kNamePlace, model::ConsentScope::kTranslate}) {
    const auto given = std::ranges::count_if(
        report.data.scopes, [&](const auto& one) { return std::ranges::find(one.second, scope) != one.second.end(); });
    table.rows.push_back({{{Label(scope, t)}}, {{t("{1} of {2}", static_cast<int>(given), of)}}});
  }
  return table;
}

void AddConsent(const Report& report, Page& page) {
  const Words& t = report.t;
  page.blocks.emplace_back(Heading{t("Consent"), "consent", 2});
  page.blocks.emplace_back(Paragraph{{{t("No consent is no. A passage's words are shown only with consent to quote; "
                                         "our own summaries only with consent "
                                         "to summarise. Where the basis is a public source, we summarise in our own "
                                         "words and name, and do not quote.")}},
                                     ""});
  Table table{
      "table-consent", t("What each organisation consents to"), {t("Organisation"), t("Basis"), t("Scopes")}, {}};
  if (report.data.study.organisations.size() > kMaxShown) {
    page.blocks.emplace_back(CountsOfConsent(report));
    return;
  }
  for (const auto& organisation : report.data.study.organisations) {
    std::string scopes;
    const auto found = report.data.scopes.find(organisation.id);
    if (found != report.data.scopes.end()) {
      for (const auto scope : found->second) {
        scopes += (scopes.empty() ? "" : ", ") + Label(scope, t);
      }
    }
    const auto basis = report.data.consent_basis.find(organisation.id);
    table.rows.push_back({{{report.OrganisationName(organisation.id)}},
                          {{basis == report.data.consent_basis.end() ? t("none") : Label(basis->second, t)}},
                          {{scopes.empty() ? t("none") : scopes}}});
  }
  page.blocks.emplace_back(std::move(table));
}

}  // namespace

core::Status MethodologyPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{{PageKind::kMethodology}, t("Methodology"), {}};
  page.blocks.emplace_back(Paragraph{
      {{t("How cases were chosen, verified, coded and compared, and what the numbers can and cannot say.")}}, "lead"});
  AddChapter(report, "methodology", page);
  page.blocks.emplace_back(Heading{t("From the frame to the comparison"), "flow", 2});
  page.blocks.emplace_back(DrawFlow(report));
  AddDefinitions(report, page);
  AddVerdicts(report, page);
  AddConsent(report, page);
  page.blocks.emplace_back(Heading{t("What the numbers mean"), "numbers", 2});
  const auto& settings = report.data.study.settings;
  page.blocks.emplace_back(Bullets{{
      {{t("A practice is present in a case when at least one accepted passage is coded with it or with a code below "
          "it.")}},
      {{t("Balanced prevalence is the mean of the regions' shares: each region counts the same, however many cases it "
          "has.")}},
      {{t("Common ground: in every region, and in at least {1} of the cases. Widespread: in more than {2} of the "
          "regions. "
          "While some regions have no case, a class is so far.",
          settings.common_ground_share.Text(), settings.widespread_share.Text())}},
      {{t("Robustness: each case, and each coder, is left out in turn; the class holds in so many of them.")}},
      {{t("There are no p-values: the cases are chosen, not sampled.")}},
      {{t("A case without a coding is not sourced, never not done. Nothing ranks organisations by counts.")}},
      {{t("A practice is not proof: every passage keeps its grade of evidence.")}},
  }});
  const auto& findings = report.data.study.findings;
  if (std::ranges::any_of(findings, [](const auto& finding) { return !finding.confidence.empty(); })) {
    page.blocks.emplace_back(Heading{t("Confidence in findings"), "confidence", 2});
    page.blocks.emplace_back(
        Paragraph{{{t("Two people grade a finding, never a case, and give four reasons; the program proposes no grade. "
                      "GRADE-CERQual is adapted here: it was made for samples of research, and case studies are not "
                      "sampled research.")}},
                  ""});
  }
  return sink(std::move(page));
}

}  // namespace commonground::publish
