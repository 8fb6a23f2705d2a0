// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The page of methods.

#include <algorithm>
#include <map>

#include "publish/figures/figures.h"
#include "publish/labels.h"
#include "publish/pages/finding_parts.h"
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

// "50%" where that is exact, else "1/3".
std::string ShareText(const core::Fraction& share) {
  return share.q != 0 && 100 % share.q == 0 ? std::to_string(share.p * (100 / share.q)) + "%" : share.Text();
}

void AddDefinitions(const Report& report, Page& page) {
  const Words& t = report.t;
  page.blocks.emplace_back(Heading{t("Published definitions of “community-led” compared"), "definitions", 2});
  Table table{"table-definitions",
              t("Published definitions"),
              {t("Definition"), t("Version"), t("What it asks"), t("Not sourced"), t("Sources")},
              {}};
  for (const auto& definition : report.data.study.definitions) {
    Spans asks;
    for (const auto& criterion : definition.criteria) {
      const std::string share =
          (criterion.comparison == model::Comparator::kAtLeast ? t("at least {1}", ShareText(criterion.share))
                                                               : t("more than {1}", ShareText(criterion.share)));
      asks.push_back({(asks.empty() ? "" : "; ") + BodyLabel(criterion.body, t) + ": " + share});
    }
    if (asks.empty()) asks.push_back({definition.summary.empty() ? t("no test by counts") : definition.summary});
    std::string missing;
    for (const auto& gap : definition.not_sourced) missing += (missing.empty() ? "" : " ") + gap;
    table.rows.push_back({{{report.DefinitionLabel(definition.id)}},
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
  // A row an organisation, a column a definition.
  Table table{"table-verdicts", t("Verdicts that may be published"), {t("Organisation")}, {}};
  std::vector<model::DefinitionId> definitions;
  for (const auto& one : data.study.definitions) {
    if (std::ranges::find(data.assessments, one.id, &model::Assessment::definition) == data.assessments.end()) continue;
    definitions.push_back(one.id);
    table.head.push_back(report.DefinitionLabel(one.id));
  }
  std::map<model::OrganisationId, std::size_t> row_of;
  for (const auto& assessment : data.assessments) {
    const auto column = std::ranges::find(definitions, assessment.definition);
    if (column == definitions.end()) continue;
    const auto [place, first] = row_of.try_emplace(assessment.organisation, table.rows.size());
    if (first) {
      auto& row = table.rows.emplace_back(definitions.size() + 1, Spans{{t("not shown"), {}, "state"}});
      row.front() = {{report.OrganisationName(assessment.organisation)}};
    }
    table.rows[place->second][static_cast<std::size_t>(column - definitions.begin()) + 1] = {
        {Label(assessment.verdict, t), {}, "strong"}};
  }
  page.blocks.emplace_back(std::move(table));
}

// In how many organisations each scope is given: there are too many to list them.
Table CountsOfConsent(const Report& report) {
  const Words& t = report.t;
  const auto counted_only = static_cast<std::ptrdiff_t>(report.data.counted_only.size());
  const int of = static_cast<int>(report.data.study.organisations.size()) + static_cast<int>(counted_only);
  Table table{
      "table-consent", t("What of each organisation's consent is used here"), {t("Permitted uses"), t("Number")}, {}};
  for (const auto scope : {model::ConsentScope::kAnalyse, model::ConsentScope::kSummarise, model::ConsentScope::kQuote,
                           model::ConsentScope::kNameOrganisation, model::ConsentScope::kNamePlace}) {
    auto given = std::ranges::count_if(
        report.data.scopes, [&](const auto& one) { return std::ranges::find(one.second, scope) != one.second.end(); });
    if (scope == model::ConsentScope::kAnalyse) given += counted_only;
    table.rows.push_back({{{Label(scope, t)}}, {{t("{1} of {2}", static_cast<int>(given), of)}}});
  }
  return table;
}

void AddConsent(const Report& report, Page& page) {
  const Words& t = report.t;
  page.blocks.emplace_back(Heading{t("Consent"), "consent", 2});
  page.blocks.emplace_back(
      Paragraph{{{t("Without consent we use nothing. We quote only with consent to quote, and summarise only with "
                    "consent to summarise. From public sources we name and summarise, but do not quote.")}},
                ""});
  Table table{"table-consent",
              t("What of each organisation's consent is used here"),
              {t("Organisation"), t("Form of consent"), t("Permitted uses")},
              {}};
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
                          {{basis == report.data.consent_basis.end() ? t("not shown") : Label(basis->second, t)}},
                          {{scopes.empty() ? t("none") : scopes}}});
  }
  page.blocks.emplace_back(std::move(table));
  if (const auto more = static_cast<int>(report.data.counted_only.size()); more > 0) {
    page.blocks.emplace_back(Paragraph{{report.AndCountedOnly(more)}, "src"});
  }
}

}  // namespace

core::Status MethodologyPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{{PageKind::kMethodology}, t("How we know"), {}};
  page.head.answer = {
      {t("How cases were chosen, verified, coded and compared, and what the numbers can and cannot say.")}};
  page.head.tally = {
      {std::to_string(report.data.frame.asked), {}, {{t("places in the frame")}}, {}},
      {std::to_string(report.data.comparison.cases.size()), {}, {{t("case studies in the comparison")}}, {}},
      {std::to_string(report.data.snapshot.coders.size()), {}, {{t("coders")}}, {}}};
  AddChapter(report, "methodology", page);
  Heading flow{t("From selection to comparison"), "flow", 2};
  flow.cap = {
      {t("In the manner of PRISMA 2020. What left at each step stands beside it, where it may be told; "
         "how many were asked, refused or withdrew is private.")}};
  page.blocks.emplace_back(std::move(flow));
  page.blocks.emplace_back(FlowSteps(report));
  AddDefinitions(report, page);
  AddVerdicts(report, page);
  AddConsent(report, page);
  if (auto bar = AgreementBar(report)) {
    page.blocks.emplace_back(Heading{t("How the texts were read"), "coding", 2});
    page.blocks.emplace_back(std::move(*bar));
    page.blocks.emplace_back(
        Paragraph{{{t("Coders read the same document without seeing each other. Where they differ both stand, which is "
                      "why every class is tried without each coder.")}},
                  ""});
  }
  page.blocks.emplace_back(Heading{t("What the numbers mean"), "numbers", 2});
  const auto& settings = report.data.study.settings;
  page.blocks.emplace_back(Bullets{{
      {{t("A practice is present in a case when at least one accepted passage is coded with it or with a code below "
          "it.")}},
      {{t("Average regional share: every region counts equally, however many case studies it has.")}},
      {{t("Common ground: in every region and in at least {1} of cases. In most regions: in more than {2} of regions. "
          "“So far” means that some regions have no case study yet.",
          settings.common_ground_share.Text(), settings.most_regions_share.Text())}},
      {{t("Robustness: we repeat the comparison without each case, and without each coder, and count how often the "
          "category stays the same.")}},
      {{t("No p-values: case studies were purposively selected, not drawn at random.")}},
      {{t("If a case study does not mention a practice, we say “not reported”: it may still take place. Organisations "
          "are never ranked.")}},
      {{t("Reporting a practice does not show that it works. Each passage shows its type of evidence.")}},
  }});
  if (std::ranges::any_of(FindingsOf(report), [](const auto* finding) { return GradeOf(*finding) > 0; })) {
    page.blocks.emplace_back(Heading{t("Confidence in findings"), "confidence", 2});
    page.blocks.emplace_back(
        Paragraph{{{t("Two people assess confidence in each finding on four components: limitations, coherence, "
                      "adequacy, relevance. Adapted from GRADE-CERQual, which was made for reviews of qualitative "
                      "studies. The program proposes no rating.")}},
                  ""});
  }
  page.blocks.emplace_back(Heading{t("Checklist"), "checklist", 2});
  page.blocks.emplace_back(
      Paragraph{{{t("What a synthesis of qualitative material should report, and where this report does: "), {}},
                 {t("the 21 items of ENTREQ"), PageId{PageKind::kChecklist}}},
                ""});
  return sink(std::move(page));
}

}  // namespace commonground::publish
