// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Days of what has happened that lie after today: 2062 for 2026.  Only notices: the clock of a machine can be wrong.
#include <fmt/format.h>

#include "rules/checked.h"

namespace commonground::rules {

void CheckDates(const Checked& checked) {
  if (!checked.circumstances.today) return;
  const core::Date& today = *checked.circumstances.today;
  const auto each = [&](const auto& list, const auto& visit) {
    using Thing = typename std::decay_t<decltype(list)>::value_type;
    for (std::size_t i = 0; i < list.size(); ++i) {
      visit(list[i], [&](std::string_view field, const std::optional<core::Date>& date) {
        if (!date || date->First() <= today) return;
        checked.Of(Listed<Thing>::kKind, i, field)
            .Note(date->Text(), fmt::format("lies in the future (today is {})", today.Text()),
                  "correct it if it is not meant");
      });
    }
  };
  const model::Study& study = checked.study;
  each(study.sources, [](const auto& one, const auto& at) { at("accessed", one.accessed); });
  each(study.statements, [](const auto& one, const auto& at) { at("as_of", one.as_of); });
  each(study.leadership, [](const auto& one, const auto& at) { at("as_of", one.as_of); });
  each(study.contexts, [](const auto& one, const auto& at) { at("as_of", one.as_of); });
  each(study.codings, [](const auto& one, const auto& at) { at("created", one.created); });
  each(study.partnerships, [](const auto& one, const auto& at) { at("since", one.since); });
  each(study.outcomes, [](const auto& one, const auto& at) {
    at("before_when", one.before_when);
    at("after_when", one.after_when);
  });
  each(study.findings, [](const auto& one, const auto& at) { at("looked_at", one.looked_at); });
  each(study.consents, [](const auto& one, const auto& at) {
    at("given", one.given);
    at("withdrawn", one.withdrawn);
  });
}

}  // namespace commonground::rules
