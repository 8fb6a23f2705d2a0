// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every language has every word.

#include "publish/words.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <regex>
#include <set>
#include <sstream>

namespace commonground::publish {
namespace {

const std::string kRoot = CG_SOURCE_DIR;

std::string Read(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Entry {
  std::string plural;
  std::vector<std::string> translations;
};

// Catalogues here have one line a string (xgettext --no-wrap).
std::map<std::string, Entry> Entries(const std::string& text) {
  std::map<std::string, Entry> entries;
  std::istringstream lines(text);
  Entry* entry = nullptr;
  const std::regex pattern(R"re(^(msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]) "(.*)"$)re");
  std::string meaning;
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (!std::regex_match(line, match, pattern)) continue;
    if (match[1] == "msgctxt") {
      meaning = match[2].str() + ": ";
    } else if (match[1] == "msgid") {
      entry = &entries[meaning + match[2].str()];
      meaning.clear();
    } else if (entry != nullptr && match[1] == "msgid_plural") {
      entry->plural = match[2];
    } else if (entry != nullptr) {
      entry->translations.push_back(match[2]);
    }
  }
  entries.erase("");
  return entries;
}

std::set<std::string> Placeholders(const std::string& text) {
  std::set<std::string> found;
  const std::regex pattern(R"(\{\d\})");
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) found.insert(it->str());
  return found;
}

// Those of the pages in the browser: t("...") and plural("...", "...", n) in web/src.
void AddEntriesOfPages(std::map<std::string, Entry>& entries) {
  const std::regex pattern(R"re(\b(?:t|plural|pluralOf)\(\s*"((?:[^"\\]|\\.)*)")re");
  for (const auto& file : std::filesystem::recursive_directory_iterator(kRoot + "/web/src")) {
    const std::string name = file.path().string();
    if (name.ends_with(".test.ts") || !(name.ends_with(".ts") || name.ends_with(".tsx"))) continue;
    const std::string text = Read(name);
    for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) entries[(*it)[1].str()];
  }
}

// What the server says in English, a line each: "ENGLISH", or "ENGLISH => OUR WORDS" (web/said).
void AddEntriesOfSentences(std::map<std::string, Entry>& entries) {
  const std::string arrow = " => ";
  for (const auto& file : std::filesystem::directory_iterator(kRoot + "/web/said")) {
    std::istringstream lines(Read(file.path().string()));
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line.starts_with("# ")) continue;
      const std::size_t at = line.find(arrow);
      entries[at == std::string::npos ? line : line.substr(at + arrow.size())];
    }
  }
}

TEST(Catalogues, TheTemplateHasEveryStringOfTheSources) {
  const std::string command =
      "find '" + kRoot + "/src/publish' '" + kRoot +
      "/src/server' -name '*.cpp' ! -name '*_test.cpp' | sort | xgettext --language=C++ "
      "--from-code=UTF-8 --no-wrap -kt:1 -kPlural:1,2 -kSense:1c,2 -kMarked:1 -kMarkedIn:1c,2 -f - -o -";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  ASSERT_NE(pipe, nullptr);
  std::string found;
  for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) found += static_cast<char>(c);
  auto sources = Entries(found);
  AddEntriesOfPages(sources);
  AddEntriesOfSentences(sources);
  const auto in_template = Entries(Read(kRoot + "/po/commonground.pot"));
  ASSERT_GT(sources.size(), 200U);
  for (const auto& [text, entry] : sources) EXPECT_TRUE(in_template.contains(text)) << "not in po/: " << text;
  for (const auto& [text, entry] : in_template) EXPECT_TRUE(sources.contains(text)) << "no longer used: " << text;
}

TEST(Catalogues, EachIsCompleteAndKeepsThePlaceholders) {
  const auto in_template = Entries(Read(kRoot + "/po/commonground.pot"));
  const std::map<std::string, std::size_t> forms{{"fr", 2}, {"es", 2}, {"ru", 3}, {"zh", 1}};
  for (const auto& [language, plurals] : forms) {
    const auto catalogue = Entries(Read(kRoot + "/po/" + language + ".po"));
    EXPECT_EQ(catalogue.size(), in_template.size()) << language;
    for (const auto& [text, original] : in_template) {
      const auto found = catalogue.find(text);
      ASSERT_NE(found, catalogue.end()) << language << ": " << text;
      EXPECT_EQ(found->second.plural, original.plural) << language << ": " << text;
      ASSERT_EQ(found->second.translations.size(), original.plural.empty() ? 1U : plurals) << language << ": " << text;
      for (const std::string& translation : found->second.translations) {
        EXPECT_FALSE(translation.empty()) << language << ": " << text;
        EXPECT_EQ(Placeholders(translation), Placeholders(text)) << language << ": " << text;
        EXPECT_EQ(translation.ends_with(' '), text.ends_with(' ')) << language << ": " << text;
      }
    }
  }
}

TEST(Words, PluralsFollowTheLanguage) {
  const auto cases = [](const char* language, int n) {
    return Words::For(language).value().Plural("{1} case", "{1} cases", n, n);
  };
  EXPECT_EQ(cases("en", 1), "1 case");
  EXPECT_EQ(cases("en", 2), "2 cases");
  EXPECT_EQ(cases("ru", 21), "21 пример");
  EXPECT_EQ(cases("ru", 3), "3 примера");
  EXPECT_EQ(cases("ru", 11), "11 примеров");
  EXPECT_EQ(cases("zh", 1), "1 个案例");
}

TEST(Words, AmountsAreWrittenAsTheLanguageDoes) {
  const auto amount = [](const char* language, const char* plain, const char* unit) {
    return Words::For(language).value().Amount(plain, unit);
  };
  EXPECT_EQ(amount("en", "22500", ""), "22,500");
  EXPECT_EQ(amount("en", "1904", ""), "1,904");
  EXPECT_EQ(amount("en", "12.5", "%"), "12.5%");
  EXPECT_EQ(amount("en", "0", "people"), "0");
  EXPECT_EQ(amount("fr", "1234567.25", ""),
            "1\xE2\x80\xAF"
            "234\xE2\x80\xAF"
            "567,25");
  EXPECT_EQ(amount("es", "1904", "%"), "1904\xC2\xA0%");
  EXPECT_EQ(amount("ru", "22500", ""),
            "22\xC2\xA0"
            "500");
  EXPECT_EQ(amount("zh", "22500", "%"), "22,500%");
}

TEST(Words, PunctuationIsThatOfTheLanguage) {
  const auto in = [](const char* language) { return Words::For(language).value(); };
  EXPECT_EQ(in("fr")("Confidence: {1}", "faible"), "Confiance\xC2\xA0: faible");
  EXPECT_EQ(in("fr")("Confidence: {1}", "a : b"), "Confiance\xC2\xA0: a : b") << "what people wrote stays";
  for (const char* language : {"en", "es", "ru"}) EXPECT_EQ(in(language).Comma() + in(language).Semicolon(), ", ; ");
  EXPECT_EQ(in("fr").Semicolon(), "\xC2\xA0; ");
  EXPECT_EQ(in("zh").Comma() + in("zh").Semicolon(), "、；");
  const std::string dated =
      in("ru")("Each tile is a place in the frame: the place, the organisation, and the law on sex work on {1}.",
               "30 июня 2026\u202fг.");
  EXPECT_TRUE(dated.ends_with(" 2026\u202fг.")) << dated;
}

TEST(Words, PlaceholdersMayChangeTheirOrder) {
  const Words chinese = Words::For("zh").value();
  EXPECT_EQ(chinese.Plural(" is named in {1} of {2} case study, more than any other.",
                           " is named in {1} of {2} case studies, more than any other.", 9, 3, 9),
            "在 9 个案例研究中的 3 个里被提到，多于任何其他障碍。");
}

}  // namespace
}  // namespace commonground::publish
