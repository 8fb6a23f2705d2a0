// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report's own words in one language, from the gettext catalogues in po/, which are part of the program.
#pragma once

#include <boost/locale/format.hpp>
#include <boost/locale/message.hpp>
#include <locale>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"

namespace commonground::publish {

// Languages with a catalogue: en, fr, es, ru, zh.
const std::vector<std::string>& Languages();

// Marks a string for the catalogues where it stands in a table and t(...) is called later.
constexpr const char* Marked(const char* text) {
  return text;
}

constexpr const char* MarkedIn(const char* /*meaning*/, const char* text) {
  return text;
}

// Threads: any number may use one.  Strings are marked for xgettext by the calls t("..."), t.Sense("...", "...") and
// t.Plural("...", "...", n).
class Words {
 public:
  // Errors: InvalidInput: no such language; the message lists those there are.
  static core::Result<Words> For(const std::string& language);

  const std::string& language() const { return language_; }

  // A plain number, "-0.742", with the decimal sign of the language.
  std::string Number(std::string plain) const;
  // A number that people wrote, "22500" or "12.5", as the language writes it, with its unit: "22,500", "12,5 %".  A
  // unit that is no sign is left out.
  std::string Amount(const std::string& plain, const std::string& unit) const;

  // Between the parts of a list, and between longer ones that may have commas inside.
  std::string Comma() const;
  std::string Semicolon() const;
  // "a, b and c"
  std::string List(const std::vector<std::string>& parts) const;
  // Between a name and what is said of it.
  std::string Colon() const;

  // The string in this language, with {1}, {2}, ... replaced.
  template <typename... Args>
  std::string operator()(const char* text, const Args&... args) const {
    return Fill(boost::locale::translate(text).str(locale_), args...);
  }
  // The same English with a meaning that another language says otherwise ("from" a day, "from" a year).
  template <typename... Args>
  std::string Sense(const char* meaning, const char* text, const Args&... args) const {
    return Fill(boost::locale::translate(meaning, text).str(locale_), args...);
  }
  // What people may have written instead of a string of ours; nothing if the catalogue does not have it.
  std::optional<std::string> Known(const std::string& text) const;
  template <typename... Args>
  std::string Plural(const char* one, const char* many, int n, const Args&... args) const {
    return Fill(boost::locale::translate(one, many, n).str(locale_), args...);
  }

 private:
  Words(std::string language, std::locale locale) : language_(std::move(language)), locale_(std::move(locale)) {}
  template <typename... Args>
  std::string Fill(const std::string& pattern, const Args&... args) const {
    boost::locale::format format(Pattern(pattern));
    ((format % args), ...);
    return Finished(format.str(locale_));
  }
  // Its own punctuation: spaces at which no line ends in French, none after full-width signs in Chinese.
  std::string Pattern(std::string text) const;
  std::string Finished(std::string text) const;  // "2026 г.." has one point
  std::string language_;
  std::locale locale_;
};

}  // namespace commonground::publish
