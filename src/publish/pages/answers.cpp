// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which practice answers which barrier, as people or sources say it: unlike what only stands in the same document.
#include <algorithm>

#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

Span CodeSpan(const Report& report, const model::CodeId& id) {
  const auto& codes = report.data.snapshot.codes;
  const auto found = std::ranges::find(codes, id);
  if (found == codes.end()) return {report.CodeName(id), {}, {}, report.StudyLanguage()};
  const auto code = static_cast<std::int32_t>(found - codes.begin());
  const bool told = report.Row(report.Regions(), code).overall.present > 0;
  return {report.CodeLabel(code), told ? Target(report.CodePage(code)) : Target(), {}, report.StudyLanguage()};
}

// The case whose passages tell it, and sources.
Spans WhoSays(const Report& report, const model::Answer& answer) {
  Spans who;
  if (answer.organisation) {
    who.push_back({report.OrganisationName(*answer.organisation), Report::CasePage(*answer.organisation)});
    who.push_back({answer.sources.empty() ? "" : " "});
  }
  for (Span& span : report.SourceLinks(answer.sources)) who.push_back(std::move(span));
  return who;
}

Table TableOf(const Report& report, const std::vector<const model::Answer*>& answers) {
  const Words& t = report.t;
  Table table{
      "table-answers", t("Said to answer a barrier"), {t("Practice"), t("Barrier"), t("How"), t("Who says it")}, {}};
  for (const model::Answer* one : answers) {
    table.rows.push_back(
        {{CodeSpan(report, one->practice)},
         {CodeSpan(report, one->barrier)},
         {one->text.empty() ? Span{t("not told"), {}, "state"} : Span{one->text, {}, {}, report.StudyLanguage()}},
         WhoSays(report, *one)});
  }
  return table;
}

void Add(const Report& report, const std::vector<const model::Answer*>& answers, Heading::Layout layout, Page& page) {
  if (answers.empty()) return;
  const Words& t = report.t;
  Heading heading{t("Said to answer a barrier"), "said", 2, layout};
  heading.cap = {
      {t("Someone says that the practice answers the barrier: a case in its passages, or a source. It is not "
         "worked out from what stands in the same document.")}};
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(TableOf(report, answers));
}

}  // namespace

void AddAnswersOfPractice(const Report& report, std::int32_t code, Page& page) {
  const auto& snapshot = report.data.snapshot;
  std::vector<const model::Answer*> answers;
  for (const model::Answer& one : report.data.study.answers) {
    const auto found = std::ranges::find(snapshot.codes, one.practice);
    if (found == snapshot.codes.end()) continue;
    for (auto at = static_cast<std::int32_t>(found - snapshot.codes.begin()); at >= 0;
         at = snapshot.parent[static_cast<std::size_t>(at)]) {
      if (at != code) continue;
      answers.push_back(&one);
      break;
    }
  }
  Add(report, answers, Heading::Layout::kRail, page);
}

void AddAnswers(const Report& report, Page& page) {
  std::vector<const model::Answer*> answers;
  for (const model::Answer& one : report.data.study.answers) answers.push_back(&one);
  Add(report, answers, Heading::Layout::kWide, page);
}

}  // namespace commonground::publish
