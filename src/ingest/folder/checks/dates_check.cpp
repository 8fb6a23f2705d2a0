// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Days of what has happened that lie after today: 2062 for 2026.  Only notices: the clock of a machine can be wrong.

#include <fmt/format.h>

#include "ingest/folder/checks/checks.h"

namespace commonground::ingest {

void CheckDates(const Checked& checked) {
  if (!checked.places.today) return;
  const core::Date& today = *checked.places.today;
  const auto look = [&](std::string_view file, std::size_t row, std::string_view column,
                        const std::optional<core::Date>& date) {
    if (!date || date->First() <= today) return;
    checked.Row(file, row, column)
        .Note(date->Text(), fmt::format("lies in the future (today is {})", today.Text()),
              "correct it if it is not meant");
  };
  const model::Study& study = checked.study;
  const auto each = [&](std::string_view file, const auto& rows, const auto& visit) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      visit(rows[i],
            [&](std::string_view column, const std::optional<core::Date>& date) { look(file, i, column, date); });
    }
  };
  each("sources.csv", study.sources, [](const auto& row, const auto& at) { at("accessed", row.accessed); });
  each("statements.csv", study.statements, [](const auto& row, const auto& at) { at("as_of", row.as_of); });
  each("leadership.csv", study.leadership, [](const auto& row, const auto& at) { at("as_of", row.as_of); });
  each("contexts.csv", study.contexts, [](const auto& row, const auto& at) { at("as_of", row.as_of); });
  each("codings.csv", study.codings, [](const auto& row, const auto& at) { at("created", row.created); });
  each("ties.csv", study.ties, [](const auto& row, const auto& at) { at("since", row.since); });
  each("consents.csv", study.consents, [](const auto& row, const auto& at) {
    at("given", row.given);
    at("withdrawn", row.withdrawn);
  });
}

}  // namespace commonground::ingest
