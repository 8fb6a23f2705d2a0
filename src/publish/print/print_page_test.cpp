// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The one document of all pages: names once, links that lead somewhere, headings one level at a time.
#include "publish/print/print_page.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <span>

#include "core/embedded_file.h"
#include "publish/html/css.h"
#include "publish/make_book.h"
#include "publish/print/put_pdf_right.h"
#include "publish/publication_testutil.h"
#include "publish/word/pandoc_document.h"

namespace commonground {

std::span<const core::EmbeddedFile> PrintFiles();  // made by cg_embed

namespace publish {
namespace {

std::vector<std::string> AllIn(const std::string& text, const char* pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) found.push_back((*it)[1]);
  return found;
}

std::string PrintedHtml(const std::string& language, const std::string& title = {}) {
  core::NoProgress quiet;
  model::Publication publication = InventedPublication();
  if (!title.empty()) publication.study.settings.title = title;
  const Words t = Words::For(language).value();
  return PrintPageOf(MakeBook(publication, t), quiet).value().Html({});
}

TEST(PrintPage, EveryPlaceIsNamedOnceAndEveryLinkLeadsToOne) {
  for (const std::string& language : Languages()) {
    const std::string html = PrintedHtml(language);
    std::set<std::string> ids;
    for (const std::string& id : AllIn(html, " id=\"([^\"]*)\"")) EXPECT_TRUE(ids.insert(id).second) << id;
    for (const std::string& href : AllIn(html, " href=\"#([^\"]*)\"")) EXPECT_TRUE(ids.contains(href)) << href;
    for (const std::string& href : AllIn(html, " href=\"([^#\"]*)")) {
      EXPECT_TRUE(href.empty() || href.starts_with("http") || href == "style.css") << href;
    }
  }
}

TEST(PrintPage, HasOneTitleAndSkipsNoLevel) {
  const std::string html = PrintedHtml("en");
  EXPECT_EQ(AllIn(html, "(<h1>)").size(), 1U);  // every other h1 has a level of its own
  int last = 2;
  for (const std::string& level : AllIn(html, "<h[1-6][^>]* aria-level=\"([0-9])\"")) {
    EXPECT_LE(std::stoi(level), last + 1);
    EXPECT_GE(std::stoi(level), 2);
    last = std::stoi(level);
  }
}

TEST(PrintPage, NothingThatPeopleWroteBecomesMarkup) {
  const std::string html = PrintedHtml("en");
  for (const char* bad : {"<script", "<img", "href=\"javascript:"}) EXPECT_EQ(html.find(bad), std::string::npos) << bad;
}

TEST(PrintPage, ItsStyleArrivesByteForByteAndHoldsNothingThatPeopleWrote) {
  const std::string title = "Ende</style><script>\"; } .umbra { color: red } @import 'x'; \\: what it is";
  const std::string html = PrintedHtml("fr", title);
  EXPECT_NE(html.find("<style>" + std::string(PrintFiles().front().bytes)), std::string::npos);
  const std::size_t begin = html.find("<style>");
  const std::size_t end = html.find("</style>");
  ASSERT_LT(begin, end);
  EXPECT_EQ(html.find("<style>", begin + 1), std::string::npos);
  EXPECT_EQ(html.find("</style>", end + 1), std::string::npos);
  const std::string style = html.substr(begin, end - begin);
  for (const char* part : {"Ende", "umbra", "script", "import", "red }"}) {
    EXPECT_EQ(style.find(part), std::string::npos) << part;
  }
  EXPECT_NE(style.find(Css().String("Ende</style>").text().substr(0, 60)), std::string::npos);  // it is there
}

TEST(PrintPage, EverySheetOfAChapterHasItsNameAndEveryNameAHead) {
  for (const std::string& language : Languages()) {
    const std::string html = PrintedHtml(language);
    std::set<std::string> used;
    for (const std::string& name : AllIn(html, "class=\"(?:chapter|part|toc-h) (pg[0-9]+)\"")) used.insert(name);
    EXPECT_GT(used.size(), 5U);
    for (const std::string& name : used) {
      EXPECT_NE(html.find("." + name + " { page: " + name + " }"), std::string::npos) << name;
      EXPECT_NE(html.find("@page " + name + ":left { @top-right { content: \"\\"), std::string::npos) << name;
      EXPECT_NE(html.find("@page " + name + ":right { @top-left { content: \"\\"), std::string::npos) << name;
    }
  }
}

TEST(PutPdfRight, WhatIsNoPdfIsAnError) {
  EXPECT_FALSE(PutPdfRight("no PDF", {"t", "en", *core::Date::Make(2026, 1, 1), {}}));
  EXPECT_FALSE(FindPlaces(""));
}

// Headers and places of pandoc's document, wherever they stand.
void Collect(const nlohmann::json& node, std::vector<int>& levels, std::multiset<std::string>& places,
             std::set<std::string>& links) {
  if (node.is_object() && node.contains("t") && node.contains("c")) {
    const auto& content = node["c"];
    if (node["t"] == "Header") {
      levels.push_back(content[0]);
      if (content[1][0] != "") places.insert(content[1][0]);
    }
    if ((node["t"] == "Div" || node["t"] == "Span" || node["t"] == "Table") && content[0][0] != "")
      places.insert(content[0][0]);
    if (node["t"] == "Link" && content[2][0].get<std::string>().starts_with("#"))
      links.insert(content[2][0].get<std::string>().substr(1));
  }
  if (node.is_structured()) {
    for (const auto& kid : node) Collect(kid, levels, places, links);
  }
}

TEST(PandocDocument, SkipsNoLevelNamesPlacesOnceAndItsLinksLeadSomewhere) {
  core::NoProgress quiet;
  const model::Publication publication = InventedPublication();
  for (const std::string& language : Languages()) {
    const Words t = Words::For(language).value();
    for (const PandocFor form : {PandocFor::kDocx, PandocFor::kEpub}) {
      const PandocDocument document = PandocDocumentOf(MakeBook(publication, t), form, quiet).value();
      EXPECT_EQ(document.json, PandocDocumentOf(MakeBook(publication, t), form, quiet).value().json);
      std::vector<int> levels;
      std::multiset<std::string> places;
      std::set<std::string> links;
      Collect(nlohmann::json::parse(document.json)["blocks"], levels, places, links);
      int last = 0;
      for (const int level : levels) {
        EXPECT_LE(level, last + 1);
        last = level;
      }
      for (const std::string& place : places) EXPECT_EQ(places.count(place), 1U) << place;
      for (const std::string& link : links) EXPECT_TRUE(places.contains(link)) << link;
      for (const auto& table : document.tables) EXPECT_NE(table.title, table.description);
    }
  }
}

}  // namespace
}  // namespace publish
}  // namespace commonground
