// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names of chapters: practice-INT.3.1 and case-lantern-collective are about one thing, summary.fr is the summary in
// French.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace commonground::model {

inline constexpr std::string_view kPracticeChapter = "practice-";  // and a code
inline constexpr std::string_view kCaseChapter = "case-";          // and an organisation

// Those of reports.
inline constexpr std::array<std::string_view, 5> kChapterLanguages{"en", "fr", "es", "ru", "zh"};

// "fr" of "summary.fr"; empty: the study's language.
constexpr std::string_view LanguageOfChapter(std::string_view name) {
  const std::size_t point = name.rfind('.');
  if (point == std::string_view::npos) return {};
  const std::string_view language = name.substr(point + 1);
  return std::ranges::find(kChapterLanguages, language) == kChapterLanguages.end() ? std::string_view() : language;
}

// "summary" of "summary.fr".
constexpr std::string_view WithoutLanguage(std::string_view name) {
  const std::string_view language = LanguageOfChapter(name);
  return language.empty() ? name : name.substr(0, name.size() - language.size() - 1);
}

// What a chapter behind this prefix can be about; empty: another chapter.  An id may end as a language does, so that
// "case-delta.fr" can be about "delta.fr" and, in French, about "delta".
inline std::vector<std::string_view> SubjectsOfChapter(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return {};
  std::vector<std::string_view> subjects{name.substr(prefix.size())};
  if (!LanguageOfChapter(name).empty()) subjects.push_back(WithoutLanguage(name).substr(prefix.size()));
  return subjects;
}

}  // namespace commonground::model
