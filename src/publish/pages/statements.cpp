// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lists the sourced facts about a country or an organisation.

#include <algorithm>

#include "publish/known_words.h"
#include "publish/labels.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

Table StatementTable(const Report& report, const std::string& subject, const std::string& id) {
  const Words& t = report.t;
  Table table{
      id, t("Facts, with their sources"), {t("Fact"), t("Value"), t("When"), t("Type of evidence"), t("Sources")}, {}};
  for (const model::StatementGroup& group : report.data.context.statements) {
    if (group.subject != subject) continue;
    for (const std::size_t index : group.statements) {
      const model::Statement& statement = report.data.study.statements[index];
      Spans value{{statement.value, {}, {}, report.StudyLanguage()}};
      if (group.disputed) value.push_back({" (" + t("disputed") + ")", {}, "state"});
      if (!statement.note.empty()) value.push_back({" – " + statement.note, {}, "muted", report.StudyLanguage()});
      std::string when = Period(statement.valid_from, statement.valid_to, t);
      if (statement.as_of) when += (when.empty() ? "" : " ") + AsOf(*statement.as_of, t);
      table.rows.push_back({{FactWords(statement.property, t, report.StudyLanguage())},
                            std::move(value),
                            {{when.empty() ? t("undated") : when, {}, when.empty() ? "state" : ""}},
                            {{Label(statement.evidence_type, t)}},
                            report.SourceLinks(statement.sources)});
    }
  }
  return table;
}

void LeaveOutEmptyColumns(Table& table) {
  const auto says = [](const Spans& cell) {
    return std::ranges::any_of(cell, [](const Span& span) { return !span.text.empty(); });
  };
  for (std::size_t c = table.head.size(); c-- > 1;) {
    const bool any =
        std::ranges::any_of(table.rows, [&](const std::vector<Spans>& row) { return c < row.size() && says(row[c]); });
    if (any) continue;
    const auto at = static_cast<std::ptrdiff_t>(c);
    table.head.erase(table.head.begin() + at);
    for (auto& row : table.rows) {
      if (c < row.size()) row.erase(row.begin() + at);
    }
  }
}

}  // namespace commonground::publish
