// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Dates are written as each language writes them, and say no more than is known.

#include "publish/dates.h"

#include <gtest/gtest.h>

namespace commonground::publish {
namespace {

std::string Of(const char* date, const char* language) {
  return InWords(core::Date::Parse(date).value(), Words::For(language).value());
}

TEST(DateInWords, IsWrittenAsTheLanguageWritesIt) {
  EXPECT_EQ(Of("2012-01-01", "fr"), "1er janvier 2012");
  EXPECT_EQ(Of("2012-01-11", "fr"), "11 janvier 2012");
  EXPECT_EQ(Of("2026-06-30", "en"), "30 June 2026");
  EXPECT_EQ(Of("2026-06-30", "fr"), "30 juin 2026");
  EXPECT_EQ(Of("2026-06-30", "es"), "30 de junio de 2026");
  EXPECT_EQ(Of("2026-06-30", "ru"), "30 июня 2026\u202fг.");
  EXPECT_EQ(Of("2026-06-30", "zh"), "2026年6月30日");
}

TEST(DateInWords, SaysNoMoreThanIsKnown) {
  EXPECT_EQ(Of("2012", "fr"), "2012");
  EXPECT_EQ(Of("2012-01", "en"), "January 2012");
  EXPECT_EQ(Of("2012-01", "zh"), "2012年1月");
}

TEST(DateInWords, KeepsTheDaysOfLeapYearsAndOfOldLaws) {
  EXPECT_EQ(Of("2024-02-29", "en"), "29 February 2024");
  EXPECT_EQ(Of("1858-12-31", "en"), "31 December 1858");
  EXPECT_EQ(Of("1500-03-01", "en"), "1500-03-01");
}

using Phrase = std::string (*)(const core::Date&, const Words&);

// Of a day, a month and a year.
std::string Three(Phrase phrase, const char* language) {
  const Words t = Words::For(language).value();
  std::string all;
  for (const char* date : {"2012-01-01", "2012-09", "2012"}) {
    all += (all.empty() ? "" : " | ") + phrase(core::Date::Parse(date).value(), t);
  }
  return all;
}

TEST(DateInAPhrase, HasTheGrammarOfWhatIsKnown) {
  EXPECT_EQ(Three(From, "en"), "from 1 January 2012 | from September 2012 | from 2012");
  EXPECT_EQ(Three(From, "fr"), "depuis le 1er janvier 2012 | depuis septembre 2012 | depuis 2012");
  EXPECT_EQ(Three(From, "es"), "desde el 1 de enero de 2012 | desde septiembre de 2012 | desde 2012");
  EXPECT_EQ(Three(From, "ru"), "с 1 января 2012\u202fг. | с сентября 2012\u202fг. | с 2012\u202fг.");
  EXPECT_EQ(Three(From, "zh"), "自2012年1月1日起 | 自2012年9月起 | 自2012年起");
  EXPECT_EQ(Three(Since, "en"), "since 1 January 2012 | since September 2012 | since 2012");
  EXPECT_EQ(Three(Since, "fr"), "depuis le 1er janvier 2012 | depuis septembre 2012 | depuis 2012");
  EXPECT_EQ(Three(Until, "en"), "to 1 January 2012 | to September 2012 | to 2012");
  EXPECT_EQ(Three(Until, "fr"), "jusqu'au 1er janvier 2012 | jusqu'en septembre 2012 | jusqu'en 2012");
  EXPECT_EQ(Three(Until, "es"), "hasta el 1 de enero de 2012 | hasta septiembre de 2012 | hasta 2012");
  EXPECT_EQ(Three(Until, "ru"), "до 1 января 2012\u202fг. | до сентября 2012\u202fг. | до 2012\u202fг.");
  EXPECT_EQ(Three(Until, "zh"), "至2012年1月1日 | 至2012年9月 | 至2012年");
  EXPECT_EQ(Three(AsOf, "fr"), "(donnée du 1er janvier 2012) | (donnée de septembre 2012) | (donnée de 2012)");
  EXPECT_EQ(Three(AsOf, "es"), "(dato del 1 de enero de 2012) | (dato de septiembre de 2012) | (dato de 2012)");
  EXPECT_EQ(Three(AsOf, "ru"),
            "(по данным на 1 января 2012\u202fг.) | (данные: сентябрь 2012\u202fг.) | (данные: 2012)");
  EXPECT_EQ(Three(ReadOn, "fr"), "consulté le 1er janvier 2012 | consulté en septembre 2012 | consulté en 2012");
  EXPECT_EQ(Three(ReadOn, "es"),
            "consultado el 1 de enero de 2012 | consultado en septiembre de 2012 | consultado en 2012");
  EXPECT_EQ(Three(DueBy, "fr"), "D'ici au 1er janvier 2012. | D'ici à septembre 2012. | D'ici à 2012.");
  EXPECT_EQ(Three(DueBy, "es"), "Para el 1 de enero de 2012. | Para septiembre de 2012. | Para 2012.");
}

// With plain spaces.
std::string BetweenIn(const char* language, const char* from, const char* to) {
  std::string text =
      Between(core::Date::Parse(from).value(), core::Date::Parse(to).value(), Words::For(language).value());
  for (const std::string space : {"\u2009", "\u202f"}) {
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space)) {
      text.replace(at, space.size(), " ");
    }
  }
  return text;
}

TEST(DateInAPhrase, SaysAPeriodOnce) {
  for (const char* language : {"fr", "es"}) EXPECT_EQ(BetweenIn(language, "2024", "2025"), "2024–2025") << language;
  EXPECT_EQ(BetweenIn("en", "2024", "2025"), "2024–2025");
  EXPECT_EQ(BetweenIn("ru", "2024", "2025"), "2024–2025");
  EXPECT_EQ(BetweenIn("zh", "2024", "2025"), "2024–2025年");
  EXPECT_EQ(BetweenIn("en", "2024-02", "2024-05"), "February – May 2024");
  EXPECT_EQ(BetweenIn("fr", "2024-02", "2024-05"), "février – mai 2024");
  EXPECT_EQ(BetweenIn("es", "2024-02", "2024-05"), "febrero–mayo de 2024");
  EXPECT_EQ(BetweenIn("ru", "2024-02", "2024-05"), "февраль – май 2024 г.");
  EXPECT_EQ(BetweenIn("zh", "2024-02", "2024-05"), "2024年2月至5月");
  EXPECT_EQ(BetweenIn("en", "2024-01-01", "2025-12-31"), "1 January 2024 – 31 December 2025");
  EXPECT_EQ(BetweenIn("fr", "2024-01-01", "2025-12-31"), "1er janvier 2024 – 31 décembre 2025");
  EXPECT_EQ(BetweenIn("es", "2024-01-01", "2025-12-31"), "1 de enero de 2024 – 31 de diciembre de 2025");
  EXPECT_EQ(BetweenIn("ru", "2024-01-01", "2025-12-31"), "1 января 2024 г. – 31 декабря 2025 г.");
  EXPECT_EQ(BetweenIn("zh", "2024-01-01", "2025-12-31"), "2024年1月1日至2025年12月31日");
  EXPECT_EQ(BetweenIn("fr", "2024-01-01", "2024-02-01"), "1er janvier – 1er février 2024");
  EXPECT_EQ(BetweenIn("en", "2023", "2024-05"), "2023 – May 2024") << "what is known of each";
}

}  // namespace
}  // namespace commonground::publish
