// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command agreement: figures of intercoder agreement, as tables, JSON or a page.

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "app/agreement_study.h"
#include "app/wire/agreement_json.h"
#include "cli/command.h"
#include "cli/study_argument.h"
#include "cli/table.h"
#include "core/files.h"

namespace commonground::cli {

namespace {

using model::Agreement;
using model::AgreementFigure;
using model::AgreementRow;

constexpr std::size_t kWidest = 100;  // columns, also into a pipe

std::string TitleOf(const AgreementFigure& figure) {
  switch (figure.measure) {
    case model::AgreementMeasure::kPercent:
      return "agreed";
    case model::AgreementMeasure::kCohen:
      return "Cohen";
    case model::AgreementMeasure::kFleiss:
      return "Fleiss";
    case model::AgreementMeasure::kAc1:
      return "AC1";
    case model::AgreementMeasure::kBrennanPrediger:
      return "Brennan-Prediger";
    case model::AgreementMeasure::kAlpha:
      return "alpha";
    case model::AgreementMeasure::kUAlpha2016:
      return "u-alpha (2016)";
    case model::AgreementMeasure::kAlphaU1995:
      return "alpha_U (1995)";
  }
  return "";
}

// Never "-0.000".
std::string Rounded(double value, int digits) {
  const std::string text = fmt::format("{:.{}f}", value, digits);
  return text.find_first_not_of("-0.") == std::string::npos && text.front() == '-' ? text.substr(1) : text;
}

std::string TextOf(const AgreementFigure& figure) {
  if (!figure.value) return figure.undefined == model::Undefined::kNoVariation ? "undefined" : "-";
  return Rounded(*figure.value, 3);
}

// The interval of alpha, or of the last measure where alpha was not asked for; --json has all of them.
std::string IntervalOf(const AgreementRow& row) {
  auto at = std::ranges::find(row.figures, model::AgreementMeasure::kAlpha, &AgreementFigure::measure);
  if (at == row.figures.end() && !row.figures.empty()) --at;
  if (at == row.figures.end() || !at->interval) return "-";
  return Rounded(at->interval->low, 2) + ".." + Rounded(at->interval->high, 2);
}

std::string Percent(std::int64_t part, std::int64_t of) {
  return of == 0 ? "-" : fmt::format("{:.1f}%", 100.0 * static_cast<double>(part) / static_cast<double>(of));
}

std::string NameOf(const AgreementRow& row) {
  if (row.code) return row.code->value;
  if (row.document) return row.document->value;
  return fmt::format(
      "{}",
      fmt::join(row.coders | std::views::transform([](const auto& coder) -> std::string_view { return coder.value; }),
                " + "));
}

std::string MainOf(const Agreement& agreement) {
  const auto& figures = agreement.pooled.figures;
  const auto alpha = std::ranges::find(figures, model::AgreementMeasure::kAlpha, &AgreementFigure::measure);
  return alpha != figures.end() || figures.empty() ? "alpha" : TitleOf(figures.back());
}

void AddRow(const AgreementRow& row, const std::string& name, Table& table) {
  std::vector<std::string> cells{name, std::to_string(row.counts.units), std::to_string(row.counts.all),
                                 std::to_string(row.counts.some), Percent(row.counts.present, row.counts.ratings)};
  for (const AgreementFigure& figure : row.figures) cells.push_back(TextOf(figure));
  cells.push_back(IntervalOf(row));
  table.Add(std::move(cells));
}

std::string ListOf(const auto& ids) {
  return fmt::format(
      "{}", fmt::join(ids | std::views::transform([](const auto& id) -> std::string_view { return id.value; }), ", "));
}

// Lines of at most kWidest letters where there are spaces; further lines are indented.
std::string Wrapped(std::string_view text) {
  std::string lines;
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const bool breaks = used > 0 && used + 1 + (end - at) > kWidest;
    if (used > 0) lines += breaks ? "\n  " : " ";
    used = breaks ? 2 : used + (used > 0 ? 1 : 0);
    lines += text.substr(at, end - at);
    used += end - at;
    at = end + 1;
  }
  return lines + "\n";
}

std::string Count(std::size_t n, const std::string& one) {
  return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s");
}

// What was left out and why: said also when nothing is left.
std::string NotesOf(const Agreement& agreement) {
  std::string text;
  if (!agreement.still_coded.empty()) {
    text += Wrapped("Left out, somebody still codes there blind: " + ListOf(agreement.still_coded) + ".");
  }
  if (!agreement.one_coder_only.empty()) {
    text += Wrapped("Left out, one coder only: " + ListOf(agreement.one_coder_only) + ".");
  }
  if (!agreement.broken.empty()) {
    text += Wrapped("Not applied, their result is not in the study: adjudications " + ListOf(agreement.broken) + ".");
  }
  return text;
}

// Why figures are missing, once each.
std::string ReasonsOf(const Agreement& agreement) {
  std::vector<std::string> reasons;
  const auto say = [&](const AgreementRow& row) {
    for (const AgreementFigure& figure : row.figures) {
      std::string reason;
      if (figure.undefined == model::Undefined::kNoVariation) {
        reason = "undefined: no variation, all is present or all is absent";
      } else if (figure.undefined == model::Undefined::kTwoOnly) {
        reason = TitleOf(figure) + ": - because it is for two coders only; name them with --coder";
      } else if (figure.undefined == model::Undefined::kPerCode) {
        reason = TitleOf(figure) + ": - because it is for one code at a time";
      }
      if (!reason.empty() && std::ranges::find(reasons, reason) == reasons.end()) reasons.push_back(reason);
    }
  };
  for (const auto* rows : {&agreement.by_code, &agreement.by_document, &agreement.by_pair}) {
    std::ranges::for_each(*rows, say);
  }
  say(agreement.pooled);
  std::string text;
  for (const std::string& reason : reasons) text += reason + ".\n";
  return text;
}

std::string TextOf(const Agreement& agreement, const std::vector<AgreementRow>& rows, const std::string& by) {
  const std::string unit(model::Word(agreement.unit));
  std::string text =
      Wrapped(fmt::format("{} ({}), {}, counted in {}s{}", Count(agreement.coders.size(), "coder"),
                          ListOf(agreement.coders), Count(agreement.documents.size(), "document"), unit,
                          agreement.after_adjudication
                              ? ", after " + Count(static_cast<std::size_t>(agreement.adjudications), "adjudication")
                              : ""));
  if (agreement.documents.empty()) {
    return text + "\nNothing to compare: no document was coded by two of them.\n" + NotesOf(agreement);
  }
  std::vector<std::string> head{by, "units", "all", "some", "given"};
  for (const AgreementFigure& figure : agreement.pooled.figures) head.push_back(TitleOf(figure));
  head.push_back(fmt::format("{:g}%", 100 * agreement.level));
  Table table(head);
  for (const AgreementRow& row : rows) AddRow(row, NameOf(row), table);
  AddRow(agreement.pooled, "all codes", table);
  text += "\n" + table.Text(std::min(TerminalWidth(), static_cast<int>(kWidest)));
  text += fmt::format(
      "\nunits: {0}s that two or more coders had; all of them gave the code, some did, none (the rest).\ngiven: the "
      "share of all ratings that say so, or prevalence. All codes: each {0} once a code.\n",
      unit);
  if (agreement.resamples > 0) {
    text += fmt::format("{:g}%: interval of {}, {} resamples of {}, seed {}.\n", 100 * agreement.level,
                        MainOf(agreement), agreement.resamples,
                        by == "document" ? "units" : std::string(model::Word(agreement.drawn)), agreement.seed);
  }
  text += ReasonsOf(agreement) + NotesOf(agreement);
  text += fmt::format("{} coded differently: --html FILE shows each, --json names the codings.\n",
                      agreement.disagreements.size() == 1
                          ? "One passage was"
                          : fmt::format("{} passages were", agreement.disagreements.size()));
  return text;
}

struct Options {
  std::string unit = "paragraph";
  std::vector<std::string> codes, coders, documents, measures;
  bool descendants = false;
  bool after = false;
  std::string by = "code";
  std::string draw = "documents";
  int resamples = 1000;
  double level = 0.95;
  std::uint64_t seed = 1;
  std::string html;
  std::string language;
};

template <typename Enum>
core::Result<Enum> Read(const std::string& word, const char* option) {
  const auto value = model::FromWord<Enum>(word);
  if (value) return *value;
  return core::Fail(core::ErrorCode::kInvalidInput, "\"" + word + "\" is not known. Known: " + model::AllWords<Enum>(),
                    option);
}

core::Result<app::AgreementRequest> RequestOf(const Options& options) {
  app::AgreementRequest request;
  CG_ASSIGN_OR_RETURN(request.unit, Read<model::AgreementUnit>(options.unit, "--unit"));
  CG_ASSIGN_OR_RETURN(request.drawn, Read<model::Drawn>(options.draw, "--resample-by"));
  for (const std::string& word : options.measures) {
    CG_ASSIGN_OR_RETURN(const auto measure, Read<model::AgreementMeasure>(word, "--measure"));
    request.measures.push_back(measure);
  }
  for (const std::string& id : options.codes) request.codes.emplace_back(id);
  for (const std::string& id : options.coders) request.coders.emplace_back(id);
  for (const std::string& id : options.documents) request.documents.emplace_back(id);
  request.with_descendants = options.descendants;
  request.after_adjudication = options.after;
  request.resamples = options.resamples;
  request.level = options.level;
  request.seed = options.seed;
  request.language = options.language;
  return request;
}

}  // namespace

Run AddAgreement(CLI::App& command) {
  auto study_path = AddStudyArgument(command);
  auto options = std::make_shared<Options>();
  command.add_option("--unit", options->unit, "what is counted: " + model::AllWords<model::AgreementUnit>())
      ->capture_default_str();
  command.add_option("--code", options->codes, "only this code (repeatable)")->type_name("ID");
  command.add_flag("--include-children", options->descendants, "a code stands for those below it too");
  command.add_option("--coder", options->coders, "only this coder (repeatable)")->type_name("ID");
  command.add_option("--document", options->documents, "only this document (repeatable)")->type_name("ID");
  command.add_option("--measure", options->measures, model::AllWords<model::AgreementMeasure>() + " (repeatable)")
      ->type_name("NAME");
  command.add_flag("--after-adjudication", options->after, "with what was decided in place of what was compared");
  command.add_option("--by", options->by, "a line for each: code, document, pair")
      ->capture_default_str()
      ->check(CLI::IsMember({"code", "document", "pair"}));
  command.add_option("--resample-by", options->draw, "what intervals draw again: " + model::AllWords<model::Drawn>())
      ->capture_default_str();
  command.add_option("--resamples", options->resamples, "for the intervals; 0: none")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(0, 1'000'000));
  command.add_option("--level", options->level, "of the intervals")
      ->capture_default_str()
      ->check(CLI::Range(0.5, 0.999));
  command.add_option("--seed", options->seed, "of the intervals: the same gives the same")
      ->capture_default_str()
      ->type_name("N");
  auto* html = command.add_option("--html", options->html, "write a page with every disagreement; for you alone");
  html->type_name("FILE");
  command.add_option("--language", options->language, "of the page: en, fr, es, ru or zh; the study's if not given")
      ->type_name("CODE")
      ->needs(html);
  return [=](Console& session) {
    const auto request = RequestOf(*options);
    if (!request) return session.Fail(request.error());
    return WithStudy(session, *study_path, [&](const app::Workspace& workspace) {
      const auto compared = app::AgreementStudy(workspace, *request, session.progress());
      if (!compared) return session.Fail(compared.error());
      if (!options->html.empty()) {
        const auto page = app::AgreementPage(*compared);
        if (!page) return session.Fail(page.error());
        if (const auto written = core::WriteFile(options->html, *page); !written) return session.Fail(written.error());
      }
      const Agreement& agreement = compared->agreement;
      if (session.json) {
        session.Print(app::wire::ToJson(agreement).dump(2) + "\n");
        return 0;
      }
      const auto& rows = options->by == "document" ? agreement.by_document
                         : options->by == "pair"   ? agreement.by_pair
                                                   : agreement.by_code;
      session.Print(TextOf(agreement, rows, options->by));
      if (!options->html.empty()) session.Say(fmt::format("The page is {}\n", options->html));
      return 0;
    });
  };
}

}  // namespace commonground::cli
