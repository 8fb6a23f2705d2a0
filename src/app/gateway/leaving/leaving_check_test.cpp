// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Plants a name that may not be told into every field of the model, in many spellings, and renders the report.  Either
// it is refused, or an independent reading of the bytes (regular expressions over ICU's folding) finds no trace.
#include "app/gateway/leaving/leaving_check.h"

#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <memory>
#include <regex>

#include "app/gateway/leaving/planted_fields_testutil.h"
#include "app/gateway/publishing.h"
#include "publish/site.h"

namespace commonground::app {
namespace {

using model::OrganisationId;
using model::SourceId;
using model::Study;

// Ways in which people, programs and those who look for a way round write the name.
const std::vector<std::string>& Spellings() {
  static const std::vector<std::string> spellings{
      "Étoile de l’Océan",
      "Étoile de l'Océan",
      "Etoile de l'Ocean",
      "E\xCC\x81toile de l’Oce\xCC\x81"
      "an",
      "ÉTOILE DE L’OCÉAN",
      "étoile de l’océan",
      "Étoile  de   l’Océan",
      "Étoile\xC2\xA0"
      "de l’Océan",
      "Étoile\xE2\x80\xAF"
      "de l’Océan",
      "Étoile\nde l’Océan",
      "Étoile\tde\tl’Océan",
      "**Étoile** de l’Océan",
      "Étoi*le* de l’_Océan_",
      "Étoi<b>le</b> de l’Océan",
      "Étoile&nbsp;de&nbsp;l&rsquo;Océan",
      "&Eacute;toile de l&#8217;Oc&eacute;an",
      "&#201;toile de l'Oc&#xE9;an",
      "Étoi\xC2\xADle de l’Océ\xC2\xAD"
      "an",
      "Étoi\xE2\x80\x8Dle de l’Océan",
      "Étoi\xE2\x80\x8Cle de l’Océan",
      "Étoi\xE2\x80\x8Ble de l’Océan",
      "\xEF\xBB\xBFÉtoile de l’Océan",
      "Étoile-de-l’Océan",
      "Étoile – de – l’Océan",
      "etoile_de_l_ocean",
      "EtoileDeLOcean",
      "etoiledelocean",
      "@etoiledelocean",
      "#ÉtoileDeLOcéan",
      "%C3%89toile%20de%20l%27Oc%C3%A9an",
      "https://etoile-de-l-ocean.example/",
      "info@etoiledelocean.example",
      "Ｅｔｏｉｌｅ　ｄｅ　ｌ’Ｏｃｅａｎ",
      "Étоilе dе l’Осéаn",
      "\xE2\x80\xAEÉtoile\xE2\x80\xAC de l’Océan",
      "É t o i l e d e l ’ O c é a n",
      "Étoi-\nle de l’Océan",
      "Étoiles de l’Océan",
      "Étoile de l’Océan's",
      "Étoile, de l’Océan",
      "Étoile<br>de l’Océan",
      "[Étoile](https://x.example/) de l’Océan",
      "\\u00c9toile de l\\u2019Oc\\u00e9an",
      "(EDLO)",
      kPlantedId,
      "QUAYWORKS",
      "see lantern-port.example",
  };
  return spellings;
}

// A slow reading that shares nothing with the check: does any of the report's bytes hold the name?
class Oracle {
 public:
  bool Holds(const std::string& bytes) const {
    static const std::regex kValue(R"(=(?:"([^"]*)\"|'([^']*)'))");
    std::string attributes;
    const std::string text = WithoutTags(bytes, [&](const std::string& tag) {
      if (tag[1] != '/' && tag[1] != '!' && tag[1] != '?' && !std::isalpha(static_cast<unsigned char>(tag[1])))
        return false;
      for (auto v = std::sregex_iterator(tag.begin(), tag.end(), kValue); v != std::sregex_iterator(); ++v) {
        attributes += (*v)[1].str() + (*v)[2].str() + " | ";
      }
      return true;
    });
    return Names(Folded(text)) || Names(Folded(attributes)) || Initials(text) || Initials(attributes);
  }

 private:
  static std::string Decoded(std::string text) {
    static const std::map<std::string, std::string> kNamed{{"&amp;", "&"},   {"&lt;", "<"},     {"&gt;", ">"},
                                                           {"&quot;", "\""}, {"&#39;", "'"},    {"&nbsp;", " "},
                                                           {"&rsquo;", "’"}, {"&eacute;", "é"}, {"&Eacute;", "É"}};
    for (int round = 0; round < 3; ++round) {
      for (const auto& [from, to] : kNamed) {
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
          text.replace(at, from.size(), to);
          if (to == "&") ++at;
        }
      }
      static const std::regex kNumber(R"(&#([xX]?)([0-9A-Fa-f]+);|%([0-9A-Fa-f]{2})|\\u([0-9a-fA-F]{4}))");
      std::string out;
      auto last = text.cbegin();
      for (std::size_t at = text.find_first_of("&%\\"); at != std::string::npos;
           at = text.find_first_of("&%\\", at + 1)) {
        const auto from = text.cbegin() + static_cast<std::ptrdiff_t>(at);
        std::smatch number;
        if (from < last ||
            !std::regex_search(from, text.cend(), number, kNumber, std::regex_constants::match_continuous))
          continue;
        out.append(last, from);
        if (number[3].matched) {
          out += static_cast<char>(std::stoi(number[3].str(), nullptr, 16));
        } else {
          const bool hex = number[4].matched || number[1].length() > 0;
          const std::string digits = number[4].matched ? number[4].str() : number[2].str();
          icu::UnicodeString(static_cast<UChar32>(std::stoi(digits, nullptr, hex ? 16 : 10))).toUTF8String(out);
        }
        last = number[0].second;
      }
      out.append(last, text.cend());
      text = out;
    }
    return WithoutTags(text, [](const std::string& tag) {
      return std::all_of(tag.begin() + 1, tag.end() - 1, [](char c) { return c == '/' || (c >= 'a' && c <= 'z'); });
    });
  }
  // Without what stands between < and > and is a tag: at least one character, and neither of the two.
  static std::string WithoutTags(const std::string& text, const std::function<bool(const std::string&)>& is_tag) {
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
      const std::size_t end = text.find_first_of("<>", at + 1);
      if (end == std::string::npos || text[end] == '<' || end == at + 1) continue;
      if (!is_tag(text.substr(at, end + 1 - at))) continue;
      out.append(text, done, at - done);
      done = end + 1;
    }
    return out.append(text, done);
  }
  // A letter at a time: a transliteration of the whole report moves its rest at every change.
  static std::string Folded(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<icu::Transliterator> fold(icu::Transliterator::createInstance(
        "NFKD; [:Mn:] Remove; [[:^Letter:]&[:^Number:]] Remove; Lower; Latin-ASCII", UTRANS_FORWARD, status));
    static std::map<UChar32, std::string> seen;
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(Decoded(text));
    std::string out;
    for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
      const UChar32 c = wide.char32At(i);
      auto found = seen.find(c);
      if (found == seen.end()) {
        icu::UnicodeString one(c);
        fold->transliterate(one);
        for (const auto& [from, to] :
             {std::pair(u'о', u'o'), std::pair(u'е', u'e'), std::pair(u'а', u'a'), std::pair(u'с', u'c')}) {
          one.findAndReplace(icu::UnicodeString(from), icu::UnicodeString(to));
        }
        std::string folded;
        found = seen.emplace(c, one.toUTF8String(folded)).first;
      }
      out += found->second;
    }
    return out;
  }
  static bool Names(const std::string& folded) {
    for (const char* first : {"etoile", "etoiles"}) {
      for (const char* little : {"", "de", "l", "del"}) {
        if (folded.find(std::string(first) + little + "ocean") != std::string::npos) return true;
      }
    }
    return folded.find("quayworks") != std::string::npos || folded.find("lanternportexample") != std::string::npos;
  }
  static bool Initials(const std::string& text) {
    const auto within = [&](std::size_t at) {
      return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at]));
    };
    for (std::size_t at = text.find("EDLO"); at != std::string::npos; at = text.find("EDLO", at + 1)) {
      if ((at == 0 || !within(at - 1)) && !within(at + 4)) return true;
    }
    return false;
  }
};

struct Rendered {
  std::vector<core::Problem> problems;
  std::string bytes;
};

Rendered Render(const Study& study) {
  core::NoProgress progress;
  const core::Date today = *core::Date::Parse("2026-06-30");
  Study ordered = study;
  auto published = ForPublishing({ordered, today, today, {}, "a secret"}, progress);
  EXPECT_TRUE(published.has_value());
  LeavingCheck check(ordered, published->publication.study, published->appearances);
  Rendered rendered;
  const auto status = publish::RenderSite(
      published->publication, {},
      [&](std::string_view path, std::string_view bytes) -> core::Status {
        check.Take(path, bytes);
        rendered.bytes += "<a href=\"" + std::string(path) + "\">\n" + std::string(bytes);
        return {};
      },
      progress);
  EXPECT_TRUE(status.has_value());
  rendered.problems = check.Problems();
  return rendered;
}

TEST(Leaving, AStudyWithoutTheNameLeaves) {
  const Rendered rendered = Render(StudyToPlantIn());
  for (const auto& problem : rendered.problems) ADD_FAILURE() << core::Describe(problem);
  EXPECT_FALSE(Oracle().Holds(rendered.bytes));
}

void TryField(const std::string& field, const Plant& plant, const std::string& spelling) {
  SCOPED_TRACE(field + ": " + spelling);
  Study study = StudyToPlantIn();
  plant(study, "With " + spelling);
  const Rendered rendered = Render(study);
  EXPECT_EQ(!rendered.problems.empty(), Oracle().Holds(rendered.bytes));
  for (const auto& problem : rendered.problems) {
    EXPECT_EQ(problem.file.find("of the report"), std::string::npos) << "names the person's file: " << problem.file;
    EXPECT_NE(problem.file, "") << core::Describe(problem);
  }
}

TEST(Leaving, NoFieldTellsAName) {
  for (const auto& [field, plant] : PlantedFields()) {
    if (!plant) continue;
    for (const std::size_t i : {0U, 3U}) TryField(field, plant, Spellings()[i]);
  }
}

TEST(Leaving, NoSpellingTellsAName) {
  int refused = 0;
  for (const std::string& spelling : Spellings()) {
    TryField("Chapter.text", PlantedFields().at("Chapter.text"), spelling);
    Study study = StudyToPlantIn();
    study.chapters[0].text = "We met " + spelling + " there.";
    const Rendered rendered = Render(study);
    refused += rendered.problems.empty() ? 0 : 1;
    EXPECT_FALSE(rendered.problems.empty()) << spelling;
  }
  EXPECT_EQ(refused, static_cast<int>(Spellings().size()));
}

// A sixteenth of all pairs, each field and each spelling among them: the product takes minutes.
TEST(LeavingSlow, NoFieldTellsANameInAnySpelling) {
  std::size_t turn = 0;
  for (const auto& [field, plant] : PlantedFields()) {
    if (!plant) continue;
    for (std::size_t i = turn++ % 16; i < Spellings().size(); i += 16) TryField(field, plant, Spellings()[i]);
  }
}

TEST(Leaving, TheMessageNamesTheFileThatThePersonHas) {
  struct Case {
    const char* field;
    const char* expected;
  };
  const Case kCases[] = {
      {"Chapter.text", "report/summary.md:1: "},
      {"Code.label", "codebook.csv: label of P.1: "},
      {"Source.title", "sources.csv: title of s-open: "},
      {"Region.label", "study.toml: label of the region north: "},
      {"Finding.reasons", "findings/f.md: reasons: "},
      {"LegalModelRule.reason", "legal_model.toml: reason: "},
      {"Document.text", "case-studies/open/story.md:1: "},
      {"Document.title", "case-studies/open/meta.toml: title of open/story.md: "},
      {"Slot.id", "slots.csv: slot of "},
      {"ContextFact.citation", "contexts.csv: citation of XAB, law_selling: "},
  };
  for (const Case& one : kCases) {
    SCOPED_TRACE(one.field);
    Study study = StudyToPlantIn();
    PlantedFields().at(one.field)(study, "With Étoile de l’Océan");
    const auto problems = Render(study).problems;
    if (problems.empty()) {  // such a field is not shown in this report
      EXPECT_FALSE(Oracle().Holds(Render(study).bytes));
      continue;
    }
    EXPECT_EQ(core::Describe(problems[0]).substr(0, std::string(one.expected).size()), one.expected);
  }
}

TEST(Leaving, AWordOfAnUnnamedCasesOwnTextIsToldByItsOwnFile) {
  Study study = StudyToPlantIn();
  study.documents[0].text = "Some words.\n\nWe of Étoile\nde l’Océan.\n";
  const auto problems = Render(study).problems;
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].file, "case-studies/quayworks/story.md");
  EXPECT_EQ(problems[0].line, 3);
}

TEST(Leaving, NoPlaceOfWhoMayNotBePlacedIsTold) {
  const char* const kTold[] = {"In Lowveld the law", "the XAA court", "people in Port Zephyr", "a port-zephyr café"};
  for (const char* told : kTold) {
    SCOPED_TRACE(told);
    Study study = StudyToPlantIn();
    study.statements[0].property = "city";
    study.statements[0].value = "Port Zephyr, Lowveld";
    EXPECT_TRUE(Render(study).problems.empty());
    study.chapters[0].text = told;
    ASSERT_FALSE(Render(study).problems.empty());
    EXPECT_EQ(Render(study).problems[0].file, "report/summary.md");
  }
}

// A place that another case shows by right may be told, but not in the words of who may not be placed.
TEST(Leaving, APlaceThatAnotherCaseShowsIsASecretOnlyInTheUnplacedCase) {
  Study study = StudyToPlantIn();
  for (auto& organisation : study.organisations) organisation.country = model::CountryCode("XAB");
  for (auto& slot : study.slots) slot.country = model::CountryCode("XAB");
  study.chapters[0].text = "In Highland the law is old.";
  EXPECT_TRUE(Render(study).problems.empty());
  study.documents[0].text = "Some words from Highland.\n";
  const auto problems = Render(study).problems;
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems[0].file, "case-studies/quayworks/story.md");
}

TEST(Leaving, ASecretWithinANameThatMayBeToldIsLetPass) {
  Study study = StudyToPlantIn();
  study.organisations[1].name = "Friends of Étoile de l’Océan";
  study.chapters[0].text = "Friends of Étoile de l'Océan say so.";
  EXPECT_TRUE(Render(study).problems.empty());
  study.chapters[0].text = "Étoile de l'Océan say so.";
  EXPECT_FALSE(Render(study).problems.empty());
}

TEST(Leaving, TheFileOfATextTellsNoName) {
  Study study = StudyToPlantIn();
  study.documents[1].id = model::DocumentId(study.documents[1].organisation.value + "/visit-to-etoile-de-l-ocean.md");
  study.documents[1].title = "visit-to-etoile-de-l-ocean.md";  // a text is called after its file
  for (auto& coding : study.codings) {
    if (coding.document == model::DocumentId("open/story.md")) coding.document = study.documents[1].id;
  }
  const auto problems = Render(study).problems;
  ASSERT_FALSE(problems.empty());
}

TEST(Leaving, ANameThatIsAWordOfTheReportItselfStopsOnlyWhatPeopleWrote) {
  Study study = StudyToPlantIn();
  study.organisations[0].name = "Coverage";
  EXPECT_TRUE(Render(study).problems.empty());
  study.chapters[0].text = "As Coverage says.";
  ASSERT_EQ(Render(study).problems.size(), 1U);
  EXPECT_EQ(Render(study).problems[0].file, "report/summary.md");
}

// Nor is what stands in brackets behind its name only to say that it is an example.
TEST(Leaving, TheWordThatMarksAnExampleIsNoName) {
  for (const char* mark : {"(invented)", "[Invented]", "( inventée )", "(inventada)", "(вымышленная)", "（虚构）"}) {
    SCOPED_TRACE(mark);
    Study study = StudyToPlantIn();
    study.organisations[0].name = std::string("Étoile de l’Océan ") + mark;
    study.chapters[0].text = "An invented study, Invented, inventée, inventada, вымышленная, 虚构.";
    EXPECT_TRUE(Render(study).problems.empty());
    study.chapters[0].text = "As Étoile de l’Océan says.";
    EXPECT_FALSE(Render(study).problems.empty());
  }
}

// A licence, the name of a language, a switch between them: not what people wrote.
TEST(Leaving, WhatTheProgramItselfSaysStopsNoReport) {
  for (const char* name : {"Sisters In Light", "Google", "Open Font", "Russian", "Español"}) {
    SCOPED_TRACE(name);
    Study study = StudyToPlantIn();
    study.documents[1].language = "ru";
    study.organisations[1].languages = {"ru", "sw"};
    study.organisations[0].name = name;
    EXPECT_TRUE(Render(study).problems.empty());
    study.chapters[0].text = std::string("As ") + name + " says.";
    ASSERT_FALSE(Render(study).problems.empty());
    EXPECT_EQ(Render(study).problems[0].file, "report/summary.md");
  }
}

TEST(Leaving, PlacesOfStatementsAreFoundInTheFormsThatPeopleUse) {
  struct Case {
    const char* property;
    const char* value;
    const char* told;
  };
  const Case kCases[] = {
      {"city", "’s-Hertogenbosch", "We met in ’s-Hertogenbosch."},
      {"city", "’s-Hertogenbosch", "We met in Hertogenbosch."},
      {"city", "'t Harde", "We met in 't Harde."},
      {"city", "Ош", "в Оше"},
      {"city", "Ош", "in Osh"},
      {"city", "Томск", "in Tomsk"},
      {"city", "Санкт-Петербург", "в Петербурге"},
      {"city", "Санкт-Петербург", "in Saint Petersburg"},
      {"city", "Nairobi", "в Найроби"},
      {"address", "12 Kimathi Street, Mombasa", "on Kimathi Street"},
      {"address", "12 Kimathi Street, Mombasa", "in Mombasa"},
      {"neighbourhood", "Kibera", "in the Kibera slum"},
      {"office_city", "Łódź", "in Lodz"},
  };
  for (const Case& one : kCases) {
    SCOPED_TRACE(one.told);
    Study study = StudyToPlantIn();
    study.statements[0].property = one.property;
    study.statements[0].value = one.value;
    EXPECT_TRUE(Render(study).problems.empty());
    study.chapters[0].text = one.told;
    EXPECT_FALSE(Render(study).problems.empty());
  }
}

TEST(Leaving, ASourceIsListedOnlyWhenSomethingShownCitesIt) {
  Study study = StudyToPlantIn();
  EXPECT_EQ(Render(study).bytes.find("A private letter"), std::string::npos);
  EXPECT_NE(Render(study).bytes.find("A page"), std::string::npos);
  study.chapters[0].text = "As is known [@s-private].";
  EXPECT_NE(Render(study).bytes.find("A private letter"), std::string::npos);
}

}  // namespace
}  // namespace commonground::app
