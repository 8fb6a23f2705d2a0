// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Moments in UTC, read and written.

#include "core/moment.h"

#include <fmt/format.h>

#include <chrono>

namespace commonground::core {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t kSecondsADay = 86400;

Date DateOf(sys_days day) {
  const year_month_day date{day};
  return *Date::Make(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                     static_cast<int>(static_cast<unsigned>(date.day())));
}

std::int64_t DaysSinceEpoch(const Date& whole) {
  const sys_days day{std::chrono::year(whole.year()) / whole.month() / whole.day()};
  return day.time_since_epoch().count();
}

// Two digits below `limit`.
bool Read(std::string_view text, std::size_t at, int limit, int& value) {
  if (text[at] < '0' || text[at] > '9' || text[at + 1] < '0' || text[at + 1] > '9') return false;
  value = (text[at] - '0') * 10 + (text[at + 1] - '0');
  return value < limit;
}

}  // namespace

Moment Moment::StartOf(const Date& date) {
  return Moment(DaysSinceEpoch(date.First()) * kSecondsADay);
}

Result<Moment> Moment::Parse(std::string_view text) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (text.size() == 20 && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == 'Z' &&
      Read(text, 11, 24, hour) && Read(text, 14, 60, minute) && Read(text, 17, 60, second)) {
    if (const auto day = Date::Parse(text.substr(0, 10)); day && day->whole()) {
      return Moment(StartOf(*day).seconds_ + hour * 3600 + minute * 60 + second);
    }
  }
  return Fail(ErrorCode::kInvalidInput,
              fmt::format("\"{}\" is not a moment; write it in UTC as YYYY-MM-DDTHH:MM:SSZ", text));
}

Date Moment::Day() const {
  return DateOf(std::chrono::floor<days>(std::chrono::sys_seconds{std::chrono::seconds{seconds_}}));
}

std::string Moment::Text() const {
  const Date day = Day();
  const std::int64_t in_day = seconds_ - DaysSinceEpoch(day) * kSecondsADay;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", day.Text(), in_day / 3600, in_day / 60 % 60, in_day % 60);
}

Date SystemClock::Today() const {
  return Now().Day();
}

Moment SystemClock::Now() const {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return Moment::FromUnixSeconds(now.time_since_epoch().count());
}

}  // namespace commonground::core
