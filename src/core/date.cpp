// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Dates of a year, a month or a day, read and compared.

#include "core/date.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

namespace commonground::core {

namespace {
int DaysIn(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// Exactly `digits` digits, or nullopt.
std::optional<int> Number(std::string_view text, std::size_t digits) {
  if (text.size() != digits) return std::nullopt;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}
}  // namespace

std::optional<Date> Date::Make(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0) return std::nullopt;
  if (month == 0) return day == 0 ? std::optional(Date(year, 0, 0)) : std::nullopt;
  if (day > DaysIn(year, month)) return std::nullopt;
  return Date(year, month, day);
}

Result<Date> Date::Parse(std::string_view text) {
  const auto bad = [&](std::string_view why) {
    return Fail(
        ErrorCode::kInvalidInput,
        fmt::format("\"{}\" {}; write a date as YYYY-MM-DD, or YYYY-MM or YYYY when only that is known", text, why));
  };
  std::optional<int> year = Number(text.substr(0, 4), 4);
  std::optional<int> month = 0;
  std::optional<int> day = 0;
  if (text.size() > 4) month = text[4] == '-' ? Number(text.substr(5, 2), 2) : std::nullopt;
  if (text.size() > 7) day = text[7] == '-' ? Number(text.substr(8), 2) : std::nullopt;
  if (!year || !month || !day || (text.size() > 4 && *month == 0) || (text.size() > 7 && *day == 0)) {
    return bad("is not a date");
  }
  const std::optional<Date> date = Make(*year, *month, *day);
  if (!date) return bad("does not exist in the calendar");
  return *date;
}

Date Date::First() const {
  return Date(year_, month_ == 0 ? 1 : month_, day_ == 0 ? 1 : day_);
}

Date Date::Last() const {
  const int month = month_ == 0 ? 12 : month_;
  return Date(year_, month, day_ == 0 ? DaysIn(year_, month) : day_);
}

Date Date::AddMonths(int months) const {
  const Date first = First();
  const int index = first.year_ * 12 + (first.month_ - 1) + months;
  const int year = index / 12;
  const int month = index % 12 + 1;
  return Date(year, month, std::min(first.day_, DaysIn(year, month)));
}

std::string Date::Text() const {
  if (month_ == 0) return fmt::format("{:04}", year_);
  if (day_ == 0) return fmt::format("{:04}-{:02}", year_, month_);
  return fmt::format("{:04}-{:02}-{:02}", year_, month_, day_);
}

bool Covers(const std::optional<Date>& from, const std::optional<Date>& to, const Date& on) {
  return (!from || from->First() <= on) && (!to || on <= to->Last());
}

}  // namespace commonground::core
