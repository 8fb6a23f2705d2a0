// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A calendar date (proleptic Gregorian) that may be known only to the month or the year: a source that says "2010"
// gives 2010, never 2010-01-01.  Value type; any number of threads.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace commonground::core {

class Date {
 public:
  Date() = default;  // 0001-01-01
  // month 0: only the year is known; day 0: only year and month.  Returns nullopt if there is no such date
  // (years 1 to 9999).
  static std::optional<Date> Make(int year, int month = 0, int day = 0);
  // Reads "2010", "2010-05" or "2010-05-25".  Errors: InvalidInput, with what was read and what is expected.
  static Result<Date> Parse(std::string_view text);

  int year() const { return year_; }
  int month() const { return month_; }  // 0 if not known
  int day() const { return day_; }      // 0 if not known
  bool whole() const { return day_ != 0; }

  // First and last day that this date can mean; both are whole.
  Date First() const;
  Date Last() const;
  // First() moved by whole months; a day past the month's end becomes its last day (2012-02-29 + 12 = 2013-02-28).
  Date AddMonths(int months) const;
  // "2010", "2010-05" or "2010-05-25".
  std::string Text() const;

  // Order of First(); equal first days order by precision, so that == is equality of what is known.
  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  Date(int year, int month, int day) : year_(year), month_(month), day_(day) {}
  int year_ = 1;
  int month_ = 1;
  int day_ = 1;
};

// Is it certain, or at least possible, that `on` lies in [from, to]?  A missing bound is open; a bound known only to
// the year or month counts from its first to its last day.  `on` must be whole.
bool Covers(const std::optional<Date>& from, const std::optional<Date>& to, const Date& on);

}  // namespace commonground::core
