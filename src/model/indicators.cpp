// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The indicators of a country's law, and their values.

#include "model/indicators.h"

#include <algorithm>
#include <string>

namespace commonground::model {

bool IsPercent(std::string_view text) {
  const auto digits = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view rest = point == std::string_view::npos ? std::string_view("0") : text.substr(point + 1);
  if (!digits(whole) || !digits(rest) || whole.size() > 3 || rest.size() > 2) return false;
  const int number = std::stoi(std::string(whole));
  return number < 100 || (number == 100 && rest.find_first_not_of('0') == std::string_view::npos);
}

bool IsValueOf(const Indicator& indicator, std::string_view value) {
  if (indicator.type == IndicatorType::kDerived) return false;
  if (value == kUnknownValue) return true;
  if (indicator.type == IndicatorType::kPercent) return IsPercent(value);
  return std::find(indicator.values.begin(), indicator.values.end(), value) != indicator.values.end();
}

}  // namespace commonground::model
