// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What others agreed to reach, set by set, as its text says it.  Nothing here comes from a case study.
#include <algorithm>

#include "publish/pages/pages.h"
#include "rules/values.h"

namespace commonground::publish {

namespace {

// "80%", or that the text names no figure.
std::string FigureOf(const Report& report, const model::Target& target) {
  if (target.value.empty()) return {};
  const bool is_amount = rules::IsAmount(target.value);
  std::string figure = is_amount ? report.t.Amount(target.value, target.unit) : target.value;
  if (!target.unit.empty() && (!is_amount || target.unit != "%")) figure += " " + target.unit;
  return figure;
}

void AddSeries(const Report& report, const std::string& series, Page& page) {
  const Words& t = report.t;
  Numbers numbers;
  Table table{"table-targets-" + series,
              t("The same as a table"),
              {t("What is to be reached"), t("Figure"), t("By"), t("Sources")},
              {}};
  table.folded = true;
  for (const model::Target& target : report.data.study.targets) {
    if (target.series != series) continue;
    const std::string figure = FigureOf(report, target);
    Tally tally{figure.empty() ? "–" : figure, {}, {{target.statement, {}, {}, report.StudyLanguage()}}, {}};
    if (target.due) tally.text.push_back({" · " + DueBy(*target.due, t)});
    tally.text.push_back({" "});
    for (Span& span : report.SourceLinks(target.sources)) tally.text.push_back(std::move(span));
    numbers.rows.push_back(std::move(tally));
    const auto said = [&](const std::string& text) -> Spans {
      return {{text.empty() ? t("not sourced") : text, {}, text.empty() ? "state" : ""}};
    };
    table.rows.push_back({{{target.statement, {}, {}, report.StudyLanguage()}},
                          said(figure),
                          said(target.due ? InWords(*target.due, t) : std::string()),
                          report.SourceLinks(target.sources)});
  }
  Heading heading{series.empty() ? t("Other targets") : series, "series-" + series, 2};
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(std::move(numbers));
  page.blocks.emplace_back(std::move(table));
}

}  // namespace

core::Status TargetsPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& targets = report.data.study.targets;
  if (targets.empty()) return {};
  Page page{{PageKind::kTargets}, t("Targets"), {}};
  page.head.answer = {{t(
      "What others agreed to reach, in the words of their sources. No figure here is computed from case studies, and "
      "none of them says how far a target is reached.")}};
  std::vector<std::string> series;
  for (const model::Target& target : targets) {
    if (std::ranges::find(series, target.series) == series.end()) series.push_back(target.series);
  }
  page.head.tally = {{std::to_string(targets.size()), {}, {{t("targets with a source")}}, {}}};
  for (const std::string& one : series) AddSeries(report, one, page);
  return sink(std::move(page));
}

}  // namespace commonground::publish
