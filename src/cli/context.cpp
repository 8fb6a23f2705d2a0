// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command context: laws of countries on a day, disputes, legal models.

#include <fmt/format.h>

#include <ranges>

#include "app/context_study.h"
#include "app/wire/context_json.h"
#include "cli/command.h"
#include "cli/noun_parts.h"
#include "cli/study_argument.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

// "1,500 roubles [silver5, as of 2017] / 2,000 roubles [silver4]"
std::string ValuesOf(const model::Study& study, const model::IndicatorValue& value) {
  if (value.state == model::ContextState::kNotSourced || value.facts.empty()) {
    return value.state == model::ContextState::kNotSourced ? "not sourced" : value.value;
  }
  std::string text = value.state == model::ContextState::kDisputed ? "disputed: " : "";
  bool first = true;
  for (const std::size_t index : value.facts) {
    const model::ContextFact& fact = study.contexts[index];
    const std::string sources = fmt::format(
        "{}", fmt::join(fact.sources |
                            std::views::transform([](const auto& source) -> std::string_view { return source.value; }),
                        ", "));
    text += fmt::format("{}{}{} [{}{}{}]", first ? "" : " / ", fact.area.empty() ? "" : fact.area + ": ", fact.value,
                        sources, fact.valid_from ? ", from " + fact.valid_from->Text() : "",
                        fact.as_of ? ", as of " + fact.as_of->Text() : "");
    first = false;
  }
  return text;
}

std::string TextOf(const model::Study& study, const model::ContextView& view, const std::string& only) {
  std::string text = fmt::format("Country contexts on {}\n", view.on.Text());
  for (const auto& country : view.countries) {
    if (!only.empty() && country.country.value != only) continue;
    text += fmt::format("\n{}: legal model {} ({})\n", country.country.value,
                        country.legal_model == "unknown" ? "not sourced" : country.legal_model,
                        model::InEnglish(country.legal_model_reason));
    for (const auto& [side, title] : {std::pair(model::IndicatorSide::kLaw, "law on paper"),
                                      std::pair(model::IndicatorSide::kPractice, "in practice"),
                                      std::pair(model::IndicatorSide::kServices, "services"),
                                      std::pair(model::IndicatorSide::kSurvey, "survey_indicators")}) {
      Table table({title, "value"});
      for (std::size_t i = 0; i < country.indicators.size(); ++i) {
        if (study.indicators[i].side != side || study.indicators[i].type == model::IndicatorType::kDerived) continue;
        table.Add({study.indicators[i].id.value, ValuesOf(study, country.indicators[i])});
      }
      if (!table.empty()) text += table.Text(TerminalWidth());
    }
  }
  std::string disputes;
  for (const auto& group : view.statements) {
    if (!group.disputed || (!only.empty() && group.subject != only)) continue;
    disputes += fmt::format("- {}, {}:", group.subject, group.property);
    for (const std::size_t index : group.statements) {
      const model::Statement& statement = study.statements[index];
      disputes +=
          fmt::format(" {} [{}];", statement.value, statement.sources.empty() ? "" : statement.sources[0].value);
    }
    disputes.back() = '\n';
  }
  if (!disputes.empty()) text += "\nDisputed facts: both stay\n" + disputes;
  return text;
}

}  // namespace

Run AddContext(CLI::App& command) {
  const RunPart run_part = AddNounParts(command, model::RecordType::kContext);
  auto study_path = AddStudyArgument(command);
  command.get_option("STUDY")->required(false);
  command.require_subcommand(0, 1);
  // The parts have a STUDY of their own.
  command.final_callback([&command, study_path] {
    if (command.get_subcommands().empty() && study_path->empty()) throw CLI::RequiredError("STUDY");
  });
  auto country = std::make_shared<std::string>();
  command.add_option("--country", *country, "only this country")->type_name("ISO3");
  auto on_text = AddDateOption(command, "--on", "the day; the study's reference date if not given");
  return [=](Console& session) {
    if (const auto code = run_part(session)) return *code;
    const auto on_day = ReadDay(*on_text);
    if (!on_day) return session.Fail(on_day.error());
    return WithStudy(session, *study_path, [&](const app::Workspace& workspace) {
      const auto shown = app::ContextStudy(workspace, *on_day, *country);
      if (!shown) return session.Fail(shown.error());
      session.Print(session.json ? app::wire::ToJson(shown->study, shown->view, *country).dump(2) + "\n"
                                 : TextOf(shown->study, shown->view, *country));
      return 0;
    });
  };
}

}  // namespace commonground::cli
