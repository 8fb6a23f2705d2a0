// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The page of methods.

#include <algorithm>
#include <array>
#include <map>

#include "publish/figures/figures.h"
#include "publish/labels.h"
#include "publish/pages/finding_parts.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

// Of definitions that come with the program.
constexpr std::array<const char*, 3> kVersions{Marked("as restated at the 55th PCB meeting"), Marked("date not shown"),
                                               Marked("before 2018")};

Span VersionOf(const model::Definition& definition, const Report& report) {
  const std::string_view version = definition.version;
  const auto ours = std::ranges::find_if(kVersions, [&](const char* one) { return version == one; });
  return ours == kVersions.end() ? Span(definition.version) : Span(report.t(*ours));
}

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
      asks.push_back({(asks.empty() ? "" : t.Semicolon()) + t("{1}: {2}", BodyLabel(criterion.body, t), share)});
    }
    if (asks.empty())
      asks.push_back(definition.summary.empty() ? Span(t("no test by counts")) : report.TakenOver(definition.summary));
    Spans missing;
    for (const auto& gap : definition.not_sourced) {
      if (!missing.empty()) missing.emplace_back(" ");
      missing.push_back(report.TakenOver(gap, "muted"));
    }
    table.rows.push_back({{report.TakenOver(definition.label.empty() ? definition.id.value : definition.label)},
                          {VersionOf(definition, report)},
                          std::move(asks),
                          std::move(missing),
                          report.SourceLinks(definition.sources)});
  }
  LeaveOutEmptyColumns(table);
  page.blocks.emplace_back(std::move(table));
}

void AddVerdicts(const Report& report, Page& page) {
  const Words& t = report.t;
  const auto& data = report.data;
  page.blocks.emplace_back(Heading{t("Verdicts"), "verdicts", 2});
  page.blocks.emplace_back(Paragraph{
      {{t("Whether an organisation meets a definition is private to it and the coordinators, unless it consents to "
          "publish. Counts of people are never published. Case studies whose verdict stays private: {1} of {2}.",
          data.assessments_private, static_cast<int>(data.comparison.cases.size()))}},
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

// By use, not by organisation: what each consent allows, in how many cases it is given, what a page does without it.
Table UsesOfConsent(const Report& report) {
  const Words& t = report.t;
  const auto& cases = report.data.comparison.cases;
  const auto of = static_cast<int>(cases.size());
  struct Use {
    model::ConsentScope scope;
    std::string allows;
    std::string without;
  };
  const std::array<Use, 6> uses{
      {{model::ConsentScope::kAnalyse, t("reading, coding and counting it"), t("no case study is shown")},
       {model::ConsentScope::kSummarise, t("our own summary of it"), t("no summary; it is counted only")},
       {model::ConsentScope::kQuote, t("its words on a page"), t("text not shown; it still counts")},
       {model::ConsentScope::kNameOrganisation, t("its name"), t("a number in place of the name")},
       {model::ConsentScope::kNamePlace, t("its country, and a place on the map"), t("its region only")},
       {model::ConsentScope::kTranslate, t("its words in another language"), t("the original only")}}};
  Table table{"table-consent",
              t("What consent allows"),
              {t("Consent to"), t("What it allows"), t("Case studies"), t("Without it")},
              {}};
  for (const Use& use : uses) {
    // A case that is counted only consents to analysis and to nothing else.
    const auto given = std::ranges::count_if(cases, [&](const model::OrganisationId& id) {
      if (use.scope == model::ConsentScope::kAnalyse) return true;  // else it were no case
      const auto scopes = report.data.scopes.find(id);
      return scopes != report.data.scopes.end() && std::ranges::find(scopes->second, use.scope) != scopes->second.end();
    });
    table.rows.push_back(
        {{{Label(use.scope, t)}}, {{use.allows}}, {{t("{1} of {2}", static_cast<int>(given), of)}}, {{use.without}}});
  }
  return table;
}

// "written 12, recorded verbal 4", of the cases that are listed.
std::string FormsOfConsent(const Report& report) {
  std::string forms;
  for (const auto basis : {model::ConsentBasis::kWritten, model::ConsentBasis::kRecorded,
                           model::ConsentBasis::kWitnessed, model::ConsentBasis::kPublicSource}) {
    int number = 0;
    for (std::int32_t i = 0; i < report.ListedCases(); ++i) {
      const auto found = report.data.consent_basis.find(report.data.comparison.cases[static_cast<std::size_t>(i)]);
      number += found != report.data.consent_basis.end() && found->second == basis ? 1 : 0;
    }
    if (number > 0)
      forms += (forms.empty() ? "" : report.t.Comma()) + Label(basis, report.t) + " " + std::to_string(number);
  }
  return forms;
}

void AddConsent(const Report& report, Page& page) {
  const Words& t = report.t;
  Heading heading{t("What consent allows"), "consent", 2};
  heading.cap = {{t("No consent is no. A consent that ended, was taken back or was never given looks the same.")}};
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(
      Paragraph{{{t("Without consent we use nothing. We quote only with consent to quote, and summarise only with "
                    "consent to summarise. From public sources we name and summarise, but do not quote.")}},
                ""});
  page.blocks.emplace_back(UsesOfConsent(report));
  Spans foot{{t("The page of each case study says in a sentence what its consent allows.")}};
  if (const std::string forms = FormsOfConsent(report); !forms.empty())
    foot.push_back({" " + t("Form of consent: {1}.", forms)});
  page.blocks.emplace_back(Paragraph{std::move(foot), "src"});
}

}  // namespace

core::Status MethodologyPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{{PageKind::kMethodology}, t("How we know"), {}};
  page.head.answer = {
      {t("How cases were chosen, verified, coded and compared, and what the numbers can and cannot say.")}};
  page.head.tally = {{std::to_string(report.data.frame.asked),
                      {},
                      {{t.Plural("place in the frame", "places in the frame", report.data.frame.asked)}},
                      {}},
                     {std::to_string(report.data.comparison.cases.size()),
                      {},
                      {{t.Plural("case study in the comparison", "case studies in the comparison",
                                 static_cast<int>(report.data.comparison.cases.size()))}},
                      {}},
                     {std::to_string(report.data.snapshot.coders.size()),
                      {},
                      {{t.Plural("coder", "coders", static_cast<int>(report.data.snapshot.coders.size()))}},
                      {}}};
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
      {{t("Software: the numbers, tables and figures were made with Common Ground. What is a practice, a barrier or a "
          "finding was decided by people.")}},
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
