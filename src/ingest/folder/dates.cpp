// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A date that is not ISO is cut into numbers and the name of a month (ICU, the five languages of reports).  Then the
// places of its numbers decide: "15/01/2026" is one day, because there is no month 15; "03/04/2026" is two.

#include "ingest/folder/dates.h"

#include <fmt/format.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "ingest/folder/csv_file.h"
#include "ingest/folder/strange.h"

namespace commonground::ingest {

namespace {

constexpr std::string_view kWriteIso = "write a date as YYYY-MM-DD, or YYYY-MM or YYYY when only that is known";
constexpr std::string_view kAsText =
    "; format the column as text before you type, so that the spreadsheet program leaves it as it is";
constexpr int kFirstPlausibleYear = 1000;

// Names of months, folded as names of columns are, without the full stop of a short one.
const std::map<std::string, int, std::less<>>& Months() {
  static const std::map<std::string, int, std::less<>> months = [] {
    std::map<std::string, int, std::less<>> all;
    for (const char* language : {"en", "fr", "es", "ru", "pt", "de"}) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::DateFormatSymbols symbols(icu::Locale(language), status);
      if (U_FAILURE(status)) continue;
      for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
        for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
          std::int32_t count = 0;
          const icu::UnicodeString* names = symbols.getMonths(count, context, width);
          for (std::int32_t i = 0; i < std::min(count, 12); ++i) {
            std::string name;
            names[i].toUTF8String(name);
            name = HeaderName(name);
            if (name.ends_with('.')) name.pop_back();
            if (name.size() > 1) all.emplace(std::move(name), i + 1);
          }
        }
      }
    }
    all.emplace("sept", 9);
    return all;
  }();
  return months;
}

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

struct Parts {
  std::vector<Number> numbers;
  int month = 0;             // by its name
  std::size_t month_at = 0;  // how many numbers stand before it
  bool other = false;        // words, or signs that no date has
  bool chinese = false;      // 年, 月 or 日
};

// Words that stand between the parts of a date: "1 de mayo de 2026", "15 мая 2026 г.", "1st May".
bool IsFiller(std::string_view word) {
  constexpr std::array<std::string_view, 12> kFillers{"de", "del", "of", "г",  "года", "год",
                                                      "st", "nd",  "rd", "th", "er",   "the"};
  return std::ranges::find(kFillers, word) != kFillers.end();
}

// Takes " 00:00", "T00:00:00Z" and the like off; a time is not a part of a date.
std::string_view WithoutTime(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon < 3) return text;
  const std::size_t gap = text.find_last_of(" T", colon);
  return gap == std::string_view::npos ? text : Bare(text.substr(0, gap));
}

Parts Cut(std::string_view text) {
  Parts parts;
  const icu::UnicodeString letters =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    const std::string name = HeaderName(word);
    word.clear();
    if (const auto month = Months().find(name); month != Months().end()) {
      parts.other = parts.other || parts.month != 0;
      parts.month = month->second;
      parts.month_at = parts.numbers.size();
    } else if (!IsFiller(name)) {
      parts.other = true;
    }
  };
  bool in_number = false;
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 c = letters.char32At(i);
    if (c >= '0' && c <= '9') {
      end_word();
      if (!in_number) parts.numbers.emplace_back();
      in_number = true;
      Number& number = parts.numbers.back();
      if (++number.digits > 5) parts.other = true;
      if (number.digits <= 5) number.value = number.value * 10 + static_cast<int>(c - '0');
      continue;
    }
    in_number = false;
    if (c == u'年' || c == u'月' || c == u'日') {
      end_word();
      parts.chinese = true;
    } else if (u_isalpha(c)) {
      icu::UnicodeString(c).toUTF8String(word);
    } else {
      end_word();
      const bool between = c == '/' || c == '.' || c == '-' || c == ',' || c == ' ' || c == 0x2011 || c == 0x2013;
      parts.other = parts.other || (!between && !IsInvisible(c));
    }
  }
  end_word();
  return parts;
}

bool IsYear(const Number& number) {
  return number.digits == 4;
}
bool IsShort(const Number& number) {
  return number.digits == 1 || number.digits == 2;
}

enum class What { kDate, kTwoDays, kShortYear, kNoYear, kDayNumber, kNone };
struct Reading {
  What what = What::kNone;
  std::optional<core::Date> date;
  std::optional<core::Date> other;  // kTwoDays
};

Reading Of(std::optional<core::Date> date) {
  return date ? Reading{What::kDate, date, {}} : Reading{};
}

Reading WithMonthName(const Parts& parts) {
  const auto& n = parts.numbers;
  if (n.size() == 1 && IsYear(n[0])) return Of(core::Date::Make(n[0].value, parts.month));
  if (n.size() == 1 && IsShort(n[0])) return {What::kNoYear, {}, {}};
  if (n.size() != 2) return {};
  if (IsShort(n[0]) && IsYear(n[1])) return Of(core::Date::Make(n[1].value, parts.month, n[0].value));
  if (IsYear(n[0]) && IsShort(n[1]) && parts.month_at == 1) {
    return Of(core::Date::Make(n[0].value, parts.month, n[1].value));
  }
  if (IsShort(n[0]) && IsShort(n[1])) return {What::kShortYear, {}, {}};
  return {};
}

Reading OfNumbers(const std::vector<Number>& n) {
  if (n.size() == 1 && n[0].digits == 5 && n[0].value > 10'000 && n[0].value < 80'000) {
    return {What::kDayNumber, core::Date::Make(1899, 12, 30), {}};
  }
  if (n.size() == 2 && IsYear(n[0]) && IsShort(n[1])) return Of(core::Date::Make(n[0].value, n[1].value));
  if (n.size() == 2 && IsShort(n[0]) && IsYear(n[1])) return Of(core::Date::Make(n[1].value, n[0].value));
  if (n.size() == 2 && IsShort(n[0]) && IsShort(n[1])) return {What::kNoYear, {}, {}};
  if (n.size() != 3 || !IsShort(n[1])) return {};
  if (IsYear(n[0]) && IsShort(n[2])) return Of(core::Date::Make(n[0].value, n[1].value, n[2].value));
  if (IsShort(n[0]) && IsShort(n[2])) return {What::kShortYear, {}, {}};
  if (!IsShort(n[0]) || !IsYear(n[2])) return {};
  const auto day_first = core::Date::Make(n[2].value, n[1].value, n[0].value);
  const auto month_first = core::Date::Make(n[2].value, n[0].value, n[1].value);
  if (day_first && month_first && day_first != month_first) return {What::kTwoDays, day_first, month_first};
  return Of(day_first ? day_first : month_first);
}

Reading Read(std::string_view text) {
  if (text.empty() || text.size() > 60) return {};
  const Parts parts = Cut(WithoutTime(text));
  // A zero is no day and no month: Date::Make would take it for "not known".
  const bool zero = std::ranges::any_of(parts.numbers, [](const Number& number) { return number.value == 0; });
  if (parts.other || zero || parts.numbers.empty()) return {};
  Reading reading = parts.month != 0 ? WithMonthName(parts) : OfNumbers(parts.numbers);
  if (parts.chinese && reading.what == What::kTwoDays) reading = {};
  return reading;
}

// The day whose number in a spreadsheet (from 1900) is `number`.
std::string DayOfNumber(int number) {
  const int days_of_month[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int left = number - 2;  // day 1 is 1900-01-01, and the 29 February 1900 that these programs believe in
  int year = 1900;
  const auto leap = [](int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; };
  for (; left >= 365 + (leap(year) ? 1 : 0); ++year) left -= 365 + (leap(year) ? 1 : 0);
  int month = 0;
  for (; left >= days_of_month[month] + (month == 1 && leap(year) ? 1 : 0); ++month) {
    left -= days_of_month[month] + (month == 1 && leap(year) ? 1 : 0);
  }
  return core::Date::Make(year, month + 1, left + 1).value_or(core::Date()).Text();
}

}  // namespace

std::optional<core::Date> ReadDate(std::string_view text, const SourceLocation& spot) {
  const std::string_view bare = Bare(text);
  const core::Result<core::Date> iso = core::Date::Parse(bare);
  if (iso) {
    if (iso->year() >= kFirstPlausibleYear) return *iso;
    spot.Bad(text, fmt::format("is in the year {}", iso->year()), "write the year with four digits, such as 2026");
    return std::nullopt;
  }
  if (iso.error().message.find("does not exist") != std::string::npos) {
    spot.Bad(text, "does not exist in the calendar", std::string(kWriteIso));
    return std::nullopt;
  }
  const Reading reading = Read(bare);
  switch (reading.what) {
    case What::kDate:
      if (reading.date->year() < kFirstPlausibleYear) break;
      spot.Note(text, fmt::format("this date is read as {}, the only one that it can be", reading.date->Text()), {});
      return reading.date;
    case What::kTwoDays:
      spot.Bad(text, "can be two days: day first or month first",
               fmt::format("write {} or {}{}", reading.date->Text(), reading.other->Text(), kAsText));
      return std::nullopt;
    case What::kShortYear:
      spot.Bad(text, "its year has two digits, so it cannot be told which number is the year",
               std::string(kWriteIso) + std::string(kAsText));
      return std::nullopt;
    case What::kNoYear:
      spot.Bad(
          text,
          "a day or month without its whole year: a spreadsheet program shortens dates so, and makes 1/3 into 01-mars",
          std::string(kWriteIso) + std::string(kAsText));
      return std::nullopt;
    case What::kDayNumber: {
      spot.Bad(text, "is a spreadsheet's number of a day, not a date",
               fmt::format("write {} if the program counts from 1900{}", DayOfNumber(std::stoi(std::string(bare))),
                           kAsText));
      return std::nullopt;
    }
    case What::kNone:
      break;
  }
  spot.Bad(text, IsErrorCell(bare) ? "is an error that a formula left" : "is not a date", std::string(kWriteIso));
  return std::nullopt;
}

bool IsDayWithoutYear(std::string_view text) {
  text = Bare(text);
  if (text.empty() || text.size() > 30 || text.front() < '0' || text.front() > '9') {
    return false;
  }
  const Parts parts = Cut(text);
  const auto& n = parts.numbers;
  if (parts.other || n.empty() || !IsShort(n[0])) return false;
  if (parts.month != 0) return n.size() == 1 && parts.month_at == 1;
  return parts.chinese && n.size() == 2;
}

bool ReportMadeDay(std::string_view text, const SourceLocation& spot) {
  const std::string_view bare = Bare(text);
  bool date = IsDayWithoutYear(bare);
  if (!date) {
    const What what = Read(bare).what;
    const bool has_signs = bare.find_first_not_of("0123456789") != std::string_view::npos;
    date = has_signs && (what == What::kDate || what == What::kTwoDays || what == What::kShortYear) &&
           std::ranges::count_if(bare, [](char c) { return c >= '0' && c <= '9'; }) > 2;
  }
  if (!date) return false;
  spot.Bad(text, "is a day that a spreadsheet program made of what was typed (1/3 becomes 01-mars)",
           "format the column as text, then type it again, such as 1/3 or 33%");
  return true;
}

}  // namespace commonground::ingest
