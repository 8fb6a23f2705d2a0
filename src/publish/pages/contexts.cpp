// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Country contexts: the law on paper and what happens in practice, apart, with dates and sources.
#include <algorithm>
#include <cctype>

#include "publish/indicator_words.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

// What no source tells is gathered in a list of its own: rows of blanks hide the rows that say something.
Table SideTable(const Report& report, const model::CountryContext& country, model::IndicatorSide side,
                const std::string& title, Bullets& not_sourced) {
  const Words& t = report.t;
  const model::Study& study = report.data.study;
  Table table{
      "table-" + std::string(model::Word(side)),
      title,
      {t("Indicator"), t("Value on {1}", InWords(report.data.context.on, t)), t("When"), t("Note"), t("Sources")},
      {}};
  for (std::size_t i = 0; i < country.indicators.size(); ++i) {
    const model::Indicator& indicator = study.indicators[i];
    if (indicator.side != side || indicator.type == model::IndicatorType::kDerived) continue;
    const model::IndicatorValue& value = country.indicators[i];
    std::vector<std::size_t> facts;  // all of the country's, so that change over time is seen
    for (std::size_t f = 0; f < study.contexts.size(); ++f) {
      if (study.contexts[f].country == country.country && study.contexts[f].indicator == indicator.id)
        facts.push_back(f);
    }
    if (facts.empty()) {
      not_sourced.items.push_back({{IndicatorLabel(indicator, report.t)}});
      continue;
    }
    for (const std::size_t f : facts) {
      const model::ContextFact& fact = study.contexts[f];
      const bool holds = std::ranges::find(value.facts, f) != value.facts.end();
      Spans shown{{report.ValueLabel(fact.value)}};
      if (!fact.area.empty()) shown.push_back({" (" + fact.area + ")", {}, "muted", report.StudyLanguage()});
      if (value.state == model::ContextState::kDisputed && holds)
        shown.push_back({" (" + t("disputed") + ")", {}, "state"});
      if (!holds) shown.push_back({" (" + t("not on this day") + ")", {}, "state"});
      std::string when = Period(fact.valid_from, fact.valid_to, t);
      if (fact.as_of) when += (when.empty() ? "" : " · ") + AsOf(*fact.as_of, t);
      table.rows.push_back({{{IndicatorLabel(indicator, report.t)}},
                            std::move(shown),
                            {{when.empty() ? t("undated") : when, {}, when.empty() ? "state" : ""}},
                            {{fact.citation + (fact.citation.empty() || fact.note.empty() ? "" : "; ") + fact.note,
                              {},
                              {},
                              report.StudyLanguage()}},
                            report.SourceLinks(fact.sources)});
    }
  }
  LeaveOutEmptyColumns(table);
  return table;
}

std::string Labels(const Report& report, const std::vector<model::IndicatorId>& ids) {
  std::vector<std::string> labels;
  for (const model::IndicatorId& id : ids) {
    const auto found = std::ranges::find(report.data.study.indicators, id, &model::Indicator::id);
    labels.push_back(found == report.data.study.indicators.end() ? id.value : IndicatorLabel(*found, report.t));
  }
  return report.t.List(labels);
}

// Why a country has its legal model.  What a rule of the study says in words of its own is in the study's language.
Span ReasonOf(const Report& report, const model::CountryContext& country, const std::string& style) {
  const Words& t = report.t;
  const model::LegalModelReason& reason = country.legal_model_reason;
  const std::string not_sourced = Labels(report, reason.not_sourced);
  const std::string disputed = Labels(report, reason.disputed);
  const Span taken = report.TakenOver(reason.words, style);
  const std::string words =
      !reason.words.empty() ? taken.text
      : not_sourced.empty() ? t("Sources differ on {1}, and the model depends on it.", disputed)
      : disputed.empty()
          ? t("Not sourced, and the model depends on it: {1}.", not_sourced)
          : t("Not sourced, and the model depends on it: {1}. Sources differ on {2}.", not_sourced, disputed);
  return {reason.area.empty() ? words : t("{1}: {2}", reason.area, words), {}, style, taken.language};
}

}  // namespace

core::Status ContextPages(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& context = report.data.context;
  Page index{{PageKind::kContexts}, t("Country contexts"), {}};
  index.head.answer = {
      {t("The law on paper, as sourced, on {1}. What happens in practice is another matter; each country's page keeps "
         "the two apart.",
         InWords(context.on, t))}};
  Table table{"table-countries", t("Countries"), {t("Country"), t("Legal model"), t("Why"), t("Cases")}, {}};
  for (const auto& country : context.countries) {
    Spans cases;
    for (const auto& organisation : report.data.study.organisations) {
      if (organisation.country != country.country || report.CaseIndex(organisation.id) < 0) continue;
      if (cases.size() >= kMaxShown) break;
      if (!cases.empty()) cases.push_back({t.Comma()});
      cases.push_back({report.OrganisationName(organisation.id), Report::CasePage(organisation.id), ""});
    }
    if (cases.empty()) cases.push_back({t("none"), {}, "state"});
    const bool known = country.legal_model != "unknown" && country.legal_model != "disputed";
    table.rows.push_back({{{report.CountryName(country.country), Report::CountryPage(country.country), ""}},
                          {{report.ValueLabel(country.legal_model), {}, known ? "" : "state"}},
                          {ReasonOf(report, country, "muted")},
                          std::move(cases)});
  }
  index.blocks.emplace_back(std::move(table));
  Table of_study = StatementTable(report, "study", "table-study-facts");
  if (!of_study.rows.empty()) {
    index.blocks.emplace_back(Heading{t("Facts about the study itself"), "study-facts", 2});
    index.blocks.emplace_back(std::move(of_study));
  }
  CG_RETURN_IF_ERROR(sink(std::move(index)));
  for (const auto& country : context.countries) {
    const std::string name = report.CountryName(country.country);
    Page page{Report::CountryPage(country.country), name, {}};
    page.head.crumb = {{t("Country contexts"), PageId{PageKind::kContexts}}};
    page.head.over = t("Country");
    page.head.answer = {
        {t("Legal model on {1}: {2}. ", InWords(context.on, t), report.ValueLabel(country.legal_model)), {}, "strong"},
        ReasonOf(report, country, "")};
    int sourced = 0;
    int asked = 0;
    for (std::size_t i = 0; i < country.indicators.size(); ++i) {
      if (report.data.study.indicators[i].type == model::IndicatorType::kDerived) continue;
      ++asked;
      sourced += country.indicators[i].facts.empty() ? 0 : 1;
    }
    page.head.tally = {
        {std::to_string(sourced),
         {},
         {{t.Plural("of {1} facts about law and practice is sourced", "of {1} facts about law and practice are sourced",
                    static_cast<int>(sourced), asked)}},
         {}},
        {std::to_string(asked - sourced), {}, {{t("not sourced")}}, {}}};
    Heading law{t("The law, and what happens"), "law", 2};
    law.cap = {{t("The law on {1}. What is written and what is done are kept apart.", InWords(context.on, t))}};
    page.blocks.emplace_back(std::move(law));
    page.blocks.emplace_back(LawOf(report, country.country));
    AddDisputes(report, country, page);
    if (auto line = LawTimeline(report, country)) {
      page.blocks.emplace_back(Heading{t("The law over time"), "time", 2, Heading::Layout::kWide});
      page.blocks.emplace_back(std::move(*line));
    }
    CaseCards cards;
    for (std::int32_t i = 0; i < report.ListedCases(); ++i) {
      const auto* organisation = report.OrganisationOf(report.data.comparison.cases[static_cast<std::size_t>(i)]);
      if (organisation == nullptr || organisation->country != country.country || cards.cards.size() >= kMaxShown)
        continue;
      cards.hue = report.GroupOfCase(report.Regions(), i);
      cards.cards.push_back(CardOf(report, i));
    }
    if (!cards.cards.empty()) {
      page.blocks.emplace_back(Heading{t("Case studies here"), "cases", 2});
      page.blocks.emplace_back(std::move(cards));
    }
    Bullets not_sourced{{}, "nsl"};
    std::vector<Table> told;
    for (const auto& [side, title] : {std::pair(model::IndicatorSide::kLaw, t("The law on paper")),
                                      std::pair(model::IndicatorSide::kPractice, t("In practice")),
                                      std::pair(model::IndicatorSide::kServices, t("Services")),
                                      std::pair(model::IndicatorSide::kSurvey, t("Survey indicators"))}) {
      Table one = SideTable(report, country, side, title, not_sourced);
      if (!one.rows.empty()) told.push_back(std::move(one));
    }
    Table facts = StatementTable(report, country.country.value, "table-facts");
    if (!facts.rows.empty()) told.push_back(std::move(facts));
    if (!told.empty()) page.blocks.emplace_back(Heading{t("Every fact, with its date and source"), "facts", 2});
    for (Table& one : told) page.blocks.emplace_back(std::move(one));
    if (!not_sourced.items.empty()) {
      Heading heading{t("Not sourced"), "not-sourced", 2};
      heading.cap = {{t("We looked and found nothing that says it.")}};
      page.blocks.emplace_back(std::move(heading));
      page.blocks.emplace_back(std::move(not_sourced));
    }
    const std::size_t at = static_cast<std::size_t>(&country - context.countries.data());
    const auto link = [&](const model::CountryContext& other) {
      return Link{Report::CountryPage(other.country), report.CountryName(other.country)};
    };
    page.previous = at == 0 ? Link{{PageKind::kContexts}, t("Country contexts")} : link(context.countries[at - 1]);
    if (at + 1 < context.countries.size()) page.next = link(context.countries[at + 1]);
    CG_RETURN_IF_ERROR(sink(std::move(page)));
  }
  return {};
}

}  // namespace commonground::publish
