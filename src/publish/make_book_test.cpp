// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What stands on every page and sheet: the name of the report, and what is promised of its numbers.
#include "publish/make_book.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <string>

#include "publish/publication_testutil.h"
#include "publish/site.h"
#include "publish/word/pandoc_document.h"

namespace commonground::publish {
namespace {

constexpr const char* kLinked = "Every number leads to its passages.";
constexpr const char* kOnlyOnTheWeb = "In the web edition every number leads to its passages.";

TEST(MakeBook, PromisesLinksOnTheWebAlone) {
  const model::Publication publication = InventedPublication();
  for (const char* language : {"en", "fr", "es", "ru", "zh"}) {
    const Words words = Words::For(language).value();
    const Book book = MakeBook(publication, words);
    EXPECT_NE(book.footer, book.web_footer) << language;
    core::NoProgress quiet;
    for (const PandocFor form : {PandocFor::kDocx, PandocFor::kEpub}) {
      const PandocDocument document = PandocDocumentOf(book, form, quiet).value();
      EXPECT_EQ(document.text.find(words("Made with Common Ground. Every number leads to its passages.")),
                std::string::npos);
      EXPECT_EQ(document.author, publication.study.settings.publisher);
    }
  }
  const Words english = Words::For("en").value();
  EXPECT_NE(MakeBook(publication, english).web_footer.find(kLinked), std::string::npos);
  EXPECT_NE(MakeBook(publication, english).footer.find(kOnlyOnTheWeb), std::string::npos);
}

std::map<std::string, std::string> PagesIn(const model::Publication& publication, const std::string& language) {
  std::map<std::string, std::string> files;
  core::NoProgress quiet;
  SiteOptions options;
  options.language = language;
  const auto done = RenderSite(
      publication, options,
      [&](std::string_view path, std::string_view bytes) -> core::Status {
        files.emplace(path, bytes);
        return {};
      },
      quiet);
  EXPECT_TRUE(done);
  return files;
}

TEST(MakeBook, SaysWhatDefinitionsOfTheProgramSayInItsLanguageAndOthersInTheStudys) {
  model::Publication publication = InventedPublication();
  publication.study.settings.language = "es";
  model::Definition ours = publication.study.definitions.front();
  ours.label = "NSWP, membership";
  ours.summary = "The page says that the definition was adjusted in 2018; it does not say what the earlier one was.";
  ours.not_sourced = {"Any threshold or test by counts."};
  model::Definition theirs = ours;
  theirs.id = model::DefinitionId("d2");
  theirs.label = "Nuestra red";
  theirs.summary = "Lo que pide nuestra red.";
  theirs.not_sourced = {"El año."};
  publication.study.definitions = {ours, theirs};
  const std::string french = PagesIn(publication, "fr").at("how-we-know.html");
  EXPECT_NE(french.find("NSWP, adhésion"), std::string::npos);
  EXPECT_NE(french.find("La page dit que la définition a été ajustée en 2018"), std::string::npos);
  EXPECT_NE(french.find("Tout seuil ou critère chiffré."), std::string::npos);
  EXPECT_EQ(french.find("Any threshold"), std::string::npos);
  EXPECT_TRUE(std::regex_search(french, std::regex(R"(lang="es"[^>]*>Lo que pide nuestra red\.)")));
  const std::string english = PagesIn(publication, "en").at("how-we-know.html");
  EXPECT_TRUE(std::regex_search(english, std::regex(R"(lang="es"[^>]*>Nuestra red)")));
  EXPECT_FALSE(std::regex_search(english, std::regex(R"(lang="es"[^>]*>NSWP, membership)")));
}

TEST(MakeBook, EachPageSaysTheNameOfTheReportOnce) {
  model::Publication publication = InventedPublication();
  publication.study.settings.title = "What works";
  const auto files = PagesIn(publication, "en");
  EXPECT_NE(files.at("index.html").find("<title>Summary: What works</title>"), std::string::npos);
  EXPECT_NE(files.at("findings.html").find("<title>Findings – What works</title>"), std::string::npos);
  EXPECT_NE(files.at("findings.html").find(kLinked), std::string::npos);
}

}  // namespace
}  // namespace commonground::publish
