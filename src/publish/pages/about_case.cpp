// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What several pages say of a case: its place in a line, its consent in a sentence, its words with both, its law.
#include <algorithm>
#include <set>
#include <string_view>

#include "publish/indicator_words.h"
#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

bool Has(const Report& report, const model::OrganisationId& id, model::ConsentScope scope) {
  const auto found = report.data.scopes.find(id);
  return found != report.data.scopes.end() && std::ranges::find(found->second, scope) != found->second.end();
}

bool OnPaper(const model::Indicator& indicator) {
  return indicator.side == model::IndicatorSide::kLaw;
}

}  // namespace

std::string PlaceLine(const Report& report, const model::OrganisationId& id) {
  const model::Organisation* organisation = report.OrganisationOf(id);
  if (organisation == nullptr || !organisation->country) return report.t("place not shown");
  std::string line = report.CountryName(*organisation->country);
  for (const auto& country : report.data.context.countries) {
    if (country.country == *organisation->country && country.legal_model != "unknown") {
      line += " · " + report.ValueLabel(country.legal_model);
    }
  }
  return line;
}

std::string ConsentOf(const Report& report, const model::OrganisationId& id, bool translated) {
  const Words& t = report.t;
  using model::ConsentScope;
  const auto basis = report.data.consent_basis.find(id);
  const bool is_public =
      basis != report.data.consent_basis.end() && basis->second == model::ConsentBasis::kPublicSource;
  const bool named = Has(report, id, ConsentScope::kNameOrganisation);
  if (is_public)
    return named ? t("Named, and summarised from public sources; not quoted") : t("Summarised from public sources");
  if (translated && Has(report, id, ConsentScope::kTranslate) && Has(report, id, ConsentScope::kQuote)) {
    return named ? t("Quoted, translated and named with consent") : t("Quoted and translated with consent; not named");
  }
  if (Has(report, id, ConsentScope::kQuote))
    return named ? t("Quoted and named with consent") : t("Quoted with consent; not named");
  if (Has(report, id, ConsentScope::kSummarise)) {
    return named ? t("Named and summarised with consent; not quoted")
                 : t("Summarised with consent; not quoted, not named");
  }
  return named ? t("Named with consent; words not shown") : t("Counted with consent; words not shown");
}

bool MayBeQuoted(const Report& report, const model::OrganisationId& id) {
  return Has(report, id, model::ConsentScope::kQuote);
}

namespace {
std::string WithNote(std::string where, const std::string& note) {
  if (note.empty()) return where;
  return where.empty() ? note : where + " · " + note;
}
}  // namespace

Quotation QuotationOf(const Report& report, const model::CodingColumn& coding) {
  const auto& id = report.data.comparison.cases[static_cast<std::size_t>(coding.case_index)];
  Translated translated = TranslationOf(report, coding);
  const bool is_translated = !translated.text.empty();
  return {report.PassageText(coding),
          report.PassageLanguage(coding),
          {{report.OrganisationName(id), report.PassageAt(coding)}},
          WithNote(PlaceLine(report, id), LanguageNoteOf(report, coding)),
          ConsentOf(report, id, is_translated),
          HueOfCase(report, coding.case_index),
          std::move(translated)};
}

std::string LanguageNoteOf(const Report& report, const model::CodingColumn& coding) {
  const auto primary = [](const std::string& tag) { return tag.substr(0, tag.find('-')); };
  const std::string own = report.PassageLanguage(coding);
  if (own.empty() || primary(own) == "und" || primary(own) == report.t.language()) return {};
  if (report.PassageText(coding).empty() || !TranslationOf(report, coding).text.empty()) return {};
  return report.t("In {1}, not translated.", LanguageName(own, report.t));
}

Translated TranslationOf(const Report& report, const model::CodingColumn& coding) {
  const Words& t = report.t;
  const auto primary = [](const std::string& tag) { return tag.substr(0, tag.find('-')); };
  const std::string own = report.PassageLanguage(coding);
  const model::Coding* passage = report.CodingOf(coding);
  if (passage == nullptr || passage->exact.empty() || primary(own) == t.language()) return {};
  for (const model::Translation& one : report.data.study.translations) {
    if (one.document != passage->document || one.exact != passage->exact || primary(one.language) != t.language())
      continue;
    const std::string language = LanguageName(own, t);
    if (one.translator.empty()) return {one.text, {{t("In {1}. Translated.", language)}}};
    static constexpr std::string_view kWho = "\x01";  // their name is in the study's language, what is around it is not
    const std::string said = t("In {1}. Translated by {2}.", language, kWho);
    const std::size_t at = said.find(kWho);
    return {one.text,
            {{said.substr(0, at)},
             {one.translator, {}, {}, report.StudyLanguage()},
             {said.substr(std::min(said.size(), at + kWho.size()))}}};
  }
  return {};
}

namespace {
// A blank looks the same, whether there is no row or a row says so.
Span ValueSpan(const Report& report, const std::string& value) {
  std::string label = report.ValueLabel(value);
  const bool blank = label == report.t("not sourced");
  return {std::move(label), {}, blank ? "state" : ""};
}
}  // namespace

Facts LawOf(const Report& report, const model::CountryCode& code) {
  const Words& t = report.t;
  Facts facts;
  const model::Study& study = report.data.study;
  for (const auto& country : report.data.context.countries) {
    if (country.country != code) continue;
    for (const bool paper : {true, false}) {
      Facts::Column column{paper ? t("On paper") : t("In practice"), {}};
      if (paper) column.rows.push_back({t("Legal model"), {ValueSpan(report, country.legal_model)}, {}});
      for (std::size_t i = 0; i < country.indicators.size(); ++i) {
        const model::Indicator& indicator = study.indicators[i];
        const bool practice = indicator.side == model::IndicatorSide::kPractice;
        if (indicator.type == model::IndicatorType::kDerived || (paper ? !OnPaper(indicator) : !practice)) continue;
        const model::IndicatorValue& value = country.indicators[i];
        if (value.facts.empty()) {
          column.rows.push_back({IndicatorLabel(indicator, report.t), {{t("not sourced"), {}, "state"}}, {}});
          continue;
        }
        Spans shown;
        std::string note;
        std::vector<model::SourceId> sources;
        for (const std::size_t f : value.facts) {
          const model::ContextFact& fact = study.contexts[f];
          Span span = ValueSpan(report, fact.value);
          const bool is_blank = !span.style.empty();
          const bool is_said = std::ranges::find(shown, span.text, &Span::text) != shown.end();
          if (!is_said && !shown.empty()) shown.push_back({" " + t("or") + " "});
          if (!is_said) shown.push_back(std::move(span));
          if (is_blank) continue;
          if (fact.valid_from) note = From(*fact.valid_from, t);
          for (const auto& source : fact.sources) {
            if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
          }
        }
        if (value.state == model::ContextState::kDisputed) shown.push_back({" (" + t("disputed") + ")", {}, "state"});
        column.rows.push_back(
            {IndicatorLabel(indicator, report.t), std::move(shown), std::move(note), report.SourceLinks(sources)});
      }
      if (!column.rows.empty()) facts.columns.push_back(std::move(column));
    }
  }
  return facts;
}

CaseCards::Card CardOf(const Report& report, std::int32_t case_index) {
  const Words& t = report.t;
  const auto& id = report.data.comparison.cases[static_cast<std::size_t>(case_index)];
  CaseCards::Card card{{report.OrganisationName(id), Report::CasePage(id)},
                       {{PlaceLine(report, id)}},
                       {std::string()},
                       {},
                       {},
                       false,
                       false};
  const auto& material = report.data.comparison.material[static_cast<std::size_t>(case_index)];
  for (const std::size_t d : report.DocumentsOf(id)) {
    const auto& document = report.data.study.documents[d];
    if (document.title.empty()) continue;
    card.title = {document.title, {}, {}, document.language.empty() ? "und" : document.language};
    break;
  }
  if (card.title.text.empty()) card.title = {t("Title and words not shown"), {}, "state"};
  if (material.passages == 0) card.title = {t("Not yet coded"), {}, "state"};
  if (material.passages > 0) card.fields = FieldsToldBy(report, case_index);
  if (!card.fields.empty()) {
    const auto told = static_cast<int>(std::ranges::count(card.fields, Mark::kTold));
    card.about = t.Plural("{1} of {2} field", "{1} of {2} fields", static_cast<int>(card.fields.size()), told,
                          static_cast<int>(card.fields.size())) +
                 " · ";
  }
  card.about += t.Plural("{1} document", "{1} documents", material.documents, material.documents) + " · " +
                t.Plural("{1} passage", "{1} passages", material.passages, material.passages);
  card.quoted = MayBeQuoted(report, id);
  card.consent = ConsentOf(report, id);
  return card;
}

}  // namespace commonground::publish
