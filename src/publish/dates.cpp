// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes dates by the patterns of the language (ICU), which say order, case and what stands between.

#include "publish/dates.h"

#include <unicode/dtitvfmt.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>

#include <cctype>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace commonground::publish {

namespace {

constexpr int kGregorian = 1583;  // the first whole year of the calendar that ICU's default follows

enum class Case { kAlone, kInPhrase };

const char* SkeletonOf(const core::Date& date) {
  return date.whole() ? "yMMMMd" : date.month() > 0 ? "yMMMM" : "y";
}

icu::Locale LocaleOf(const Words& t) {
  return {t.language() == "en" ? "en_GB" : t.language().c_str()};
}

std::unique_ptr<icu::SimpleDateFormat> MakeFormat(const Words& t, const char* skeleton, Case in) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = LocaleOf(t);
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  if (U_FAILURE(status)) return nullptr;
  icu::UnicodeString pattern = patterns->getBestPattern(icu::UnicodeString(skeleton), status);
  if (in == Case::kInPhrase) {
    pattern.findAndReplace(icu::UnicodeString("LLLL"),
                           icu::UnicodeString("MMMM"));  // the month's name in the case that it has beside a day
    if (t.language() == "ru" && pattern == icu::UnicodeString("y")) pattern.append(icu::UnicodeString(u"\u202f'г'."));
  }
  auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
  if (U_FAILURE(status)) return nullptr;
  format->setTimeZone(*icu::TimeZone::getGMT());
  return format;
}

const icu::SimpleDateFormat* FormatOf(const Words& t, const char* skeleton, Case in) {
  static thread_local std::map<std::tuple<std::string, std::string, Case>, std::unique_ptr<icu::SimpleDateFormat>>
      formats;
  const auto [place, first] = formats.try_emplace({t.language(), skeleton, in});
  if (first) place->second = MakeFormat(t, skeleton, in);
  return place->second.get();
}

std::optional<UDate> TimeOf(const core::Date& date) {
  if (date.year() < kGregorian) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), status);
  if (U_FAILURE(status)) return std::nullopt;
  calendar.clear();
  const core::Date day = date.First();
  calendar.set(day.year(), day.month() - 1, day.day(), 12, 0);
  const UDate time = calendar.getTime(status);
  return U_FAILURE(status) ? std::nullopt : std::optional(time);
}

// CLDR says "1 janvier".
std::string WithOrdinals(std::string text, const Words& t) {
  if (t.language() != "fr") return text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto is_digit = [&](std::size_t at) {
      return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
    };
    if (text[i] == '1' && (i == 0 || !is_digit(i - 1)) && !is_digit(i + 1) && i + 1 < text.size()) {
      text.insert(i + 1, "er");
    }
  }
  return text;
}

std::string Written(const core::Date& date, const Words& t, Case in) {
  const auto time = TimeOf(date);
  const icu::SimpleDateFormat* format = FormatOf(t, SkeletonOf(date), in);
  if (!time || format == nullptr) return date.Text();
  icu::UnicodeString words;
  format->format(*time, words);
  std::string text;
  words.toUTF8String(text);
  return WithOrdinals(std::move(text), t);
}

std::string InPhrase(const core::Date& date, const Words& t) {
  return Written(date, t, Case::kInPhrase);
}

}  // namespace

std::string InWords(const core::Date& date, const Words& t) {
  return Written(date, t, Case::kAlone);
}

std::string From(const core::Date& date, const Words& t) {
  return date.whole() ? t("from {1}", InPhrase(date, t)) : t.Sense("month or year", "from {1}", InPhrase(date, t));
}

std::string Since(const core::Date& date, const Words& t) {
  return date.whole() ? t("since {1}", InPhrase(date, t)) : t.Sense("month or year", "since {1}", InPhrase(date, t));
}

std::string Until(const core::Date& date, const Words& t) {
  return date.whole() ? t("to {1}", InPhrase(date, t)) : t.Sense("month or year", "to {1}", InPhrase(date, t));
}

std::string AsOf(const core::Date& date, const Words& t) {
  return date.whole() ? t("as of {1}", InPhrase(date, t)) : t.Sense("month or year", "as of {1}", InWords(date, t));
}

std::string ReadOn(const core::Date& date, const Words& t) {
  return date.whole() ? t("read on {1}", InPhrase(date, t)) : t("read in {1}", InWords(date, t));
}

std::string DueBy(const core::Date& date, const Words& t) {
  return date.whole() ? t("By {1}.", InWords(date, t)) : t.Sense("month or year", "By {1}.", InWords(date, t));
}

std::string Between(const core::Date& from, const core::Date& to, const Words& t) {
  const auto first = TimeOf(from);
  const auto last = TimeOf(to);
  const std::string_view skeleton = SkeletonOf(from);
  if (!first || !last || skeleton != SkeletonOf(to) || *first > *last) {
    return InWords(from, t) + " – " + InWords(to, t);
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateIntervalFormat> format(
      icu::DateIntervalFormat::createInstance(icu::UnicodeString(SkeletonOf(from)), LocaleOf(t), status));
  if (U_FAILURE(status)) return InWords(from, t) + " – " + InWords(to, t);
  format->setTimeZone(*icu::TimeZone::getGMT());
  const icu::DateInterval interval(*first, *last);
  icu::UnicodeString words;
  icu::FieldPosition nowhere;
  format->format(&interval, words, nowhere, status);
  if (U_FAILURE(status)) return InWords(from, t) + " – " + InWords(to, t);
  std::string text;
  words.toUTF8String(text);
  return WithOrdinals(std::move(text), t);
}

std::string Period(const std::optional<core::Date>& from, const std::optional<core::Date>& to, const Words& t) {
  if (from && to) return *from == *to ? InWords(*from, t) : Between(*from, *to, t);
  if (from) return From(*from, t);
  return to ? Until(*to, t) : std::string();
}

}  // namespace commonground::publish
