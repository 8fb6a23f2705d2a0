// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tells a day, a share and a number by a cell's format.

#include "ingest/parser/sheet_values.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace commonground::ingest::parser {

namespace {

constexpr double kLastDay = 2'958'465;  // 9999-12-31, counted from 1900
constexpr std::int64_t kSecondsOfDay = 86'400;

// The first section of a format without texts, colours, languages and escaped characters, in small letters.
std::string Signs(std::string_view code) {
  std::string signs;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"' || c == '[') {
      const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) break;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == ';') {
      break;
    } else {
      signs += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return signs;
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

Shown ShownBy(std::string_view format_code) {
  const std::string signs = Signs(format_code);
  if (signs == "general") return Shown::kNumber;
  const auto has = [&](char c) { return signs.find(c) != std::string::npos; };
  if (has('%')) return Shown::kPercent;
  const bool year = has('y');
  const bool day = has('d');
  const bool month = has('m') && (year || day || (!has('h') && !has('s')));
  if (day) return Shown::kDay;
  if (!year) return month ? Shown::kDay : Shown::kNumber;
  return month ? Shown::kMonth : Shown::kYear;
}

Shown ShownByBuiltIn(int format) {
  if (format == 9 || format == 10) return Shown::kPercent;
  if (format == 17) return Shown::kMonth;
  // 27 to 36 and 50 to 58 are days in the East Asian versions.
  const bool day = (format >= 14 && format <= 16) || format == 22 || (format >= 27 && format <= 31) || format == 36 ||
                   (format >= 50 && format <= 54) || format == 57 || format == 58;
  return day ? Shown::kDay : Shown::kNumber;
}

std::string ShownNumber(double number, Shown shown, bool from_1904) {
  // Fifteen digits, as spreadsheet programs show: 0.1 + 0.2 is 0.3.
  const auto plain = [](double value) { return fmt::format("{:.15g}", value); };
  if (!std::isfinite(number)) return {};
  if (shown == Shown::kPercent) return fmt::format("{:.12g}%", number * 100);
  if (shown == Shown::kNumber || number < (from_1904 ? 0 : 1) || number > kLastDay) return plain(number);
  using std::chrono::days;
  using std::chrono::sys_days;
  using std::chrono::year_month_day;
  auto whole = static_cast<std::int64_t>(std::floor(number));
  auto seconds = static_cast<std::int64_t>(std::llround((number - std::floor(number)) * kSecondsOfDay));
  if (seconds == kSecondsOfDay) {
    ++whole;
    seconds = 0;
  }
  // The program that others followed takes 1900 for a leap year: day 60 is a 29 February that there never was.
  if (!from_1904 && whole == 60) return plain(number);
  sys_days first = std::chrono::year(1904) / 1 / 1;
  if (!from_1904) first = whole > 60 ? std::chrono::year(1899) / 12 / 30 : std::chrono::year(1899) / 12 / 31;
  const year_month_day date(first + days(whole));
  const int year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  if (shown == Shown::kYear) return fmt::format("{:04}", year);
  if (shown == Shown::kMonth) return fmt::format("{:04}-{:02}", year, month);
  std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, static_cast<unsigned>(date.day()));
  if (seconds > 0) text += fmt::format(" {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return text;
}

std::string Unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_';
    int unit = 0;
    for (std::size_t digit = 2; escape && digit < 6 && unit >= 0; ++digit) {
      const int value = HexDigit(text[i + digit]);
      unit = value < 0 ? -1 : unit * 16 + value;
    }
    if (!escape || unit <= 0 || unit > 0x7F) {
      plain += text[i];
      continue;
    }
    plain += static_cast<char>(unit);
    i += 6;
  }
  return plain;
}

}  // namespace commonground::ingest::parser
