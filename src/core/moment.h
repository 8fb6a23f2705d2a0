// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A moment, to the second, in UTC: when somebody did something.  Value type; any number of threads.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/date.h"
#include "core/result.h"

namespace commonground::core {

class Moment {
 public:
  Moment() = default;  // 1970-01-01T00:00:00Z
  // Requires: years 1 to 9999.
  static Moment FromUnixSeconds(std::int64_t seconds) { return Moment(seconds); }
  // The first second of a day that may be known only to the year or month.
  static Moment StartOf(const Date& date);
  // Reads "2026-11-25T14:03:05Z".  Errors: InvalidInput, with what was read and what is expected.
  static Result<Moment> Parse(std::string_view text);

  std::int64_t unix_seconds() const { return seconds_; }
  Date Day() const;
  std::string Text() const;  // "2026-11-25T14:03:05Z"

  friend auto operator<=>(const Moment&, const Moment&) = default;

 private:
  explicit Moment(std::int64_t seconds) : seconds_(seconds) {}
  std::int64_t seconds_ = 0;
};

// Says what day and what moment it is; tests pass a fixed one.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Date Today() const = 0;
  virtual Moment Now() const = 0;
};

class SystemClock : public Clock {
 public:
  Date Today() const override;  // UTC
  Moment Now() const override;
};

class FixedClock : public Clock {
 public:
  explicit FixedClock(Date today) : now_(Moment::StartOf(today)) {}
  explicit FixedClock(Moment now) : now_(now) {}
  Date Today() const override { return now_.Day(); }
  Moment Now() const override { return now_; }

 private:
  Moment now_;
};

}  // namespace commonground::core
