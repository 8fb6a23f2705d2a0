// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The one document of all pages: names once, links that lead somewhere, headings one level at a time.
#include "publish/print/print_page.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "publish/make_book.h"
#include "publish/print/put_pdf_right.h"
#include "publish/publication_testutil.h"
#include "publish/word/pandoc_document.h"

namespace commonground::publish {
namespace {

std::vector<std::string> All(const std::string& text, const char* pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) found.push_back((*it)[1]);
  return found;
}

std::string Html(const std::string& language) {
  core::NoProgress quiet;
  const model::Publication publication = InventedPublication();
  const Words t = Words::For(language).value();
  return PrintPageOf(MakeBook(publication, t), quiet).value().Html({});
}

TEST(PrintPage, EveryPlaceIsNamedOnceAndEveryLinkLeadsToOne) {
  for (const std::string& language : Languages()) {
    const std::string html = Html(language);
    std::set<std::string> ids;
    for (const std::string& id : All(html, " id=\"([^\"]*)\"")) EXPECT_TRUE(ids.insert(id).second) << id;
    for (const std::string& href : All(html, " href=\"#([^\"]*)\"")) EXPECT_TRUE(ids.contains(href)) << href;
    for (const std::string& href : All(html, " href=\"([^#\"]*)")) {
      EXPECT_TRUE(href.empty() || href.starts_with("http") || href == "style.css") << href;
    }
  }
}

TEST(PrintPage, HasOneTitleAndSkipsNoLevel) {
  const std::string html = Html("en");
  EXPECT_EQ(All(html, "(<h1>)").size(), 1U);  // every other h1 has a level of its own
  int last = 2;
  for (const std::string& level : All(html, "<h[1-6][^>]* aria-level=\"([0-9])\"")) {
    EXPECT_LE(std::stoi(level), last + 1);
    EXPECT_GE(std::stoi(level), 2);
    last = std::stoi(level);
  }
}

TEST(PrintPage, NothingThatPeopleWroteBecomesMarkup) {
  const std::string html = Html("en");
  for (const char* bad : {"<script", "<img", "href=\"javascript:"}) EXPECT_EQ(html.find(bad), std::string::npos) << bad;
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
}  // namespace commonground::publish
