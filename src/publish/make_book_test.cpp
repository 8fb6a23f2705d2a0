// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What stands on every page and sheet: the name of the report, and what is promised of its numbers.
#include "publish/make_book.h"

#include <gtest/gtest.h>

#include <map>
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

TEST(MakeBook, EachPageSaysTheNameOfTheReportOnce) {
  model::Publication publication = InventedPublication();
  publication.study.settings.title = "What works";
  std::map<std::string, std::string> files;
  core::NoProgress quiet;
  SiteOptions options;
  options.language = "en";
  const auto done = RenderSite(
      publication, options,
      [&](std::string_view path, std::string_view bytes) -> core::Status {
        files.emplace(path, bytes);
        return {};
      },
      quiet);
  ASSERT_TRUE(done);
  EXPECT_NE(files.at("index.html").find("<title>Summary: What works</title>"), std::string::npos);
  EXPECT_NE(files.at("findings.html").find("<title>Findings – What works</title>"), std::string::npos);
  EXPECT_NE(files.at("findings.html").find(kLinked), std::string::npos);
}

}  // namespace
}  // namespace commonground::publish
