// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes dates by the patterns of the language (ICU), which say order, case and what stands between.

#include "publish/dates.h"

#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>

#include <map>
#include <memory>
#include <utility>

namespace commonground::publish {

namespace {

constexpr int kGregorian = 1583;  // the first whole year of the calendar that ICU's default follows

const icu::SimpleDateFormat* FormatOf(const std::string& language, const char* skeleton) {
  static thread_local std::map<std::pair<std::string, std::string>, std::unique_ptr<icu::SimpleDateFormat>> formats;
  const auto [place, first] = formats.try_emplace({language, skeleton});
  if (!first) return place->second.get();
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(language == "en" ? "en_GB" : language.c_str());
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  if (U_FAILURE(status)) return nullptr;
  auto format = std::make_unique<icu::SimpleDateFormat>(patterns->getBestPattern(icu::UnicodeString(skeleton), status),
                                                        locale, status);
  if (U_FAILURE(status)) return nullptr;
  format->setTimeZone(*icu::TimeZone::getGMT());
  place->second = std::move(format);
  return place->second.get();
}

}  // namespace

std::string InWords(const core::Date& date, const Words& t) {
  if (date.month() == 0 || date.year() < kGregorian) return date.Text();
  const icu::SimpleDateFormat* format = FormatOf(t.language(), date.whole() ? "yMMMMd" : "yMMMM");
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), status);
  if (format == nullptr || U_FAILURE(status)) return date.Text();
  calendar.clear();
  calendar.set(date.year(), date.month() - 1, date.whole() ? date.day() : 1, 12, 0);
  icu::UnicodeString words;
  format->format(calendar.getTime(status), words);
  if (U_FAILURE(status)) return date.Text();
  std::string text;
  words.toUTF8String(text);
  if (t.language() == "fr" && date.whole() && date.day() == 1) text.replace(0, 1, "1er");  // CLDR says "1 janvier"
  return text;
}

}  // namespace commonground::publish
