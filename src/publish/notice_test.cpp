// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a study wants every page to say stands on every page, as plain words.

#include "publish/notice.h"

#include <gtest/gtest.h>

#include "publish/publication_testutil.h"
#include "publish/site.h"

namespace commonground::publish {
namespace {

model::Publication With(const std::string& text) {
  model::Publication publication = InventedPublication();
  publication.study.chapters.push_back({model::ChapterId("notice"), text});
  return publication;
}

std::string TextOf(const std::string& text) {
  return NoticeOf(With(text).study, "en").text;
}

TEST(NoticeOf, IsTheWordsOfItsChapterOnOneLine) {
  EXPECT_EQ(TextOf("A **draft**, not\nto be *cited*.\n"), "A draft, not to be cited.");
  EXPECT_EQ(TextOf("One.\n\nTwo [@site].\n"), "One. Two.");
  EXPECT_EQ(TextOf("\n \n"), "");
  EXPECT_EQ(TextOf("<b onclick=x>Loud</b> [here](javascript:x)\n"), "Loud here");
}

TEST(NoticeOf, WithoutSuchAChapterIsNothing) {
  EXPECT_EQ(NoticeOf(InventedPublication().study, "en").text, "");
}

TEST(NoticeOf, StandsOnEveryPageWithItsLanguage) {
  model::Publication publication = With("Un brouillon <3.");
  publication.study.settings.language = "fr";
  core::NoProgress quiet;
  int pages = 0;
  const auto sink = [&](std::string_view path, std::string_view bytes) -> core::Status {
    if (!path.ends_with(".html")) return {};
    ++pages;
    EXPECT_NE(bytes.find("<p lang=\"fr\" dir=\"ltr\">Un brouillon &lt;3.</p>"), std::string_view::npos) << path;
    return {};
  };
  ASSERT_TRUE(RenderSite(publication, {"en"}, sink, quiet));
  EXPECT_GT(pages, 10);
}

}  // namespace
}  // namespace commonground::publish
