// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Why a country has its legal model, in English.

#include "model/results/context_view.h"

#include <fmt/format.h>

namespace commonground::model {

namespace {

std::string Join(const std::vector<IndicatorId>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i].value;
  }
  return text;
}

}  // namespace

std::string InEnglish(const LegalModelReason& reason) {
  std::string text = reason.area.empty() ? "" : reason.area + ": ";
  if (reason.not_sourced.empty() && reason.disputed.empty()) return text + reason.words;
  if (reason.not_sourced.empty()) {
    return text + fmt::format("Sources differ on {}, and the model depends on it.", Join(reason.disputed));
  }
  text += fmt::format("Not sourced, and the model depends on it: {}.", Join(reason.not_sourced));
  if (!reason.disputed.empty()) text += fmt::format(" Sources differ on {}.", Join(reason.disputed));
  return text;
}

}  // namespace commonground::model
