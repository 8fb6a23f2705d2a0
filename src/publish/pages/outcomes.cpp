// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What changed, before and after, as sources say it: of one case, of the cases with one practice, and all of them.
// Nothing here is computed but the length of a bar.
#include <algorithm>
#include <cstdlib>

#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "rules/values.h"

namespace commonground::publish {

namespace {

// "22,500", "12.5%"; words stay as they are.
std::string Shown(const Report& report, const std::string& value, const std::string& unit) {
  return rules::IsAmount(value) ? report.t.Amount(value, unit) : value;
}

std::string WhenOf(const Report& report, const model::Outcome& outcome) {
  const Words& t = report.t;
  const auto& [from, to] = std::pair(outcome.before_when, outcome.after_when);
  if (from && to) return Between(*from, *to, t);
  if (from) return t("before: {1}", InWords(*from, t));
  return to ? t("after: {1}", InWords(*to, t)) : std::string();
}

// A unit that is no sign, such as "people", is said with what was counted.
Span MeasureOf(const Report& report, const model::Outcome& outcome) {
  const bool is_sign = outcome.unit.empty() || outcome.unit == "%";
  return {is_sign ? outcome.measure : outcome.measure + " (" + outcome.unit + ")", {}, {}, report.StudyLanguage()};
}

Spans HowOf(const Report& report, const model::Outcome& outcome) {
  Spans how;
  if (!outcome.how.empty()) how.push_back({outcome.how + " ", {}, {}, report.StudyLanguage()});
  if (outcome.sources.empty()) how.push_back({report.t("Said by the organisation itself.")});
  for (Span& span : report.SourceLinks(outcome.sources)) how.push_back(std::move(span));
  return how;
}

enum class Of { kOneCase, kMany };

Changes::Item ItemOf(const Report& report, const model::Outcome& outcome, Of of) {
  Changes::Item item;
  if (of == Of::kMany) {
    item.of = {report.OrganisationName(outcome.organisation), Report::CasePage(outcome.organisation)};
  }
  item.before = Shown(report, outcome.before, outcome.unit);
  item.after = Shown(report, outcome.after, outcome.unit);
  item.drawn = rules::IsAmount(outcome.before) && rules::IsAmount(outcome.after);
  if (item.drawn) {
    const double before = std::strtod(outcome.before.c_str(), nullptr);
    const double after = std::strtod(outcome.after.c_str(), nullptr);
    const double longest = std::max(before, after);
    const auto length = [&](double value) { return longest > 0 ? static_cast<int>(100 * value / longest + 0.5) : 0; };
    item.before_length = length(before);
    item.after_length = length(after);
  }
  item.measure = MeasureOf(report, outcome);
  item.when = WhenOf(report, outcome);
  item.evidence = report.t("Type of evidence: {1}.", Label(outcome.evidence_type, report.t));
  item.how = HowOf(report, outcome);
  return item;
}

Table TableOf(const Report& report, const std::vector<const model::Outcome*>& outcomes, Of of) {
  const Words& t = report.t;
  Table table{"table-outcomes",
              t("Before and after"),
              {t("What was counted"), t("Before"), t("After"), t("When"), t("Type of evidence"), t("How it is known")},
              {}};
  if (of == Of::kMany) table.head.insert(table.head.begin(), t("Case study"));
  const auto figure = [&](const std::string& value, const std::string& unit) -> Spans {
    if (value.empty()) return {{t("not sourced"), {}, "state"}};
    return {{Shown(report, value, unit), {}, {}, rules::IsAmount(value) ? std::string() : report.StudyLanguage()}};
  };
  for (const model::Outcome* outcome : outcomes) {
    const std::string when = WhenOf(report, *outcome);
    std::vector<Spans> row{{MeasureOf(report, *outcome)},
                           figure(outcome->before, outcome->unit),
                           figure(outcome->after, outcome->unit),
                           {{when.empty() ? t("not sourced") : when, {}, when.empty() ? "state" : ""}},
                           {{Label(outcome->evidence_type, t)}},
                           HowOf(report, *outcome)};
    if (of == Of::kMany) {
      row.insert(row.begin(),
                 {{report.OrganisationName(outcome->organisation), Report::CasePage(outcome->organisation)}});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

void Add(const Report& report, const std::vector<const model::Outcome*>& outcomes, Of of, Page& page) {
  const Words& t = report.t;
  Changes changes;
  changes.not_sourced = t("not sourced");
  changes.to = t("to");
  changes.note =
      t("Before and after, as each source says it. No place without the practice was compared, so none of "
        "this shows what caused it.");
  for (std::size_t i = 0; i < outcomes.size() && i < kMaxShown; ++i) {
    changes.items.push_back(ItemOf(report, *outcomes[i], of));
  }
  Table table = TableOf(report, outcomes, of);
  table.folded = true;
  page.blocks.emplace_back(std::move(changes));
  page.blocks.emplace_back(std::move(table));
}

// Is it this code, or one below it?
bool IsUnder(const Report& report, const model::CodeId& id, std::int32_t code) {
  const auto& snapshot = report.data.snapshot;
  const auto found = std::ranges::find(snapshot.codes, id);
  if (found == snapshot.codes.end()) return false;
  for (auto at = static_cast<std::int32_t>(found - snapshot.codes.begin()); at >= 0;
       at = snapshot.parent[static_cast<std::size_t>(at)]) {
    if (at == code) return true;
  }
  return false;
}

}  // namespace

bool AddOutcomesOfCase(const Report& report, const model::OrganisationId& id, Page& page) {
  std::vector<const model::Outcome*> outcomes;
  for (const auto& one : report.data.study.outcomes) {
    if (one.organisation == id) outcomes.push_back(&one);
  }
  if (outcomes.empty()) return false;
  Heading heading{report.t("What changed"), "changed", 2};
  heading.cap = {{report.t("And how strong the evidence is.")}};
  page.blocks.emplace_back(std::move(heading));
  Add(report, outcomes, Of::kOneCase, page);
  return true;
}

void AddOutcomesOfPractice(const Report& report, std::int32_t code, Page& page) {
  std::vector<const model::Outcome*> outcomes;
  for (const auto& one : report.data.study.outcomes) {
    if (std::ranges::any_of(one.codes, [&](const auto& id) { return IsUnder(report, id, code); })) {
      outcomes.push_back(&one);
    }
  }
  if (outcomes.empty()) return;
  Heading heading{report.t("Before and after"), "before-after", 2};
  heading.cap = {{report.t("Figures that stand beside it in the case studies.")}};
  page.blocks.emplace_back(std::move(heading));
  Add(report, outcomes, Of::kMany, page);
}

Table OutcomesTable(const Report& report) {
  std::vector<const model::Outcome*> outcomes;
  for (const auto& one : report.data.study.outcomes) outcomes.push_back(&one);
  return TableOf(report, outcomes, Of::kMany);
}

void AddAllOutcomes(const Report& report, Page& page) {
  if (report.data.study.outcomes.empty()) return;
  page.blocks.emplace_back(Heading{report.t("Before and after"), "before-after", 2, Heading::Layout::kWide});
  page.blocks.emplace_back(OutcomesTable(report));
}

}  // namespace commonground::publish
