// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The site is whole, without script, the same every time.

#include "publish/site.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <regex>
#include <set>

#include "publish/publication_testutil.h"
#include "publish/words.h"

namespace commonground::publish {
namespace {

using Files = std::map<std::string, std::string>;

Files Render(const model::Publication& publication, const std::string& language) {
  Files files;
  core::NoProgress quiet;
  const auto done = RenderSite(
      publication, {language},
      [&](std::string_view path, std::string_view bytes) -> core::Status {
        EXPECT_TRUE(files.emplace(path, bytes).second) << path << " is written twice";
        return {};
      },
      quiet);
  EXPECT_TRUE(done) << language;
  return files;
}

std::vector<std::string> All(const std::string& text, const char* pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) found.push_back((*it)[1]);
  return found;
}

// "cases/a.html" and "../sources.html#s1" give "sources.html" and "s1".
std::pair<std::string, std::string> Resolve(const std::string& page, const std::string& href) {
  const std::size_t hash = href.find('#');
  std::string path = href.substr(0, hash);
  const std::string anchor = hash == std::string::npos ? "" : href.substr(hash + 1);
  if (path.empty()) return {page, anchor};
  if (path.starts_with("../")) return {path.substr(3), anchor};
  const std::size_t slash = page.find('/');
  return {slash == std::string::npos ? path : page.substr(0, slash + 1) + path, anchor};
}

TEST(RenderSite, SameBytesEachTimeInEveryLanguage) {
  const model::Publication publication = InventedPublication();
  for (const std::string& language : Languages()) {
    EXPECT_EQ(Render(publication, language), Render(publication, language)) << language;
  }
}

TEST(RenderSite, EveryLinkAndAnchorLeadsSomewhereAndIdsAreUsedOnce) {
  for (const std::string& language : Languages()) {
    const Files files = Render(InventedPublication(), language);
    std::map<std::string, std::set<std::string>> ids;
    for (const auto& [path, text] : files) {
      for (const std::string& id : All(text, " id=\"([^\"]*)\"")) {
        EXPECT_TRUE(ids[path].insert(id).second) << path << " has twice " << id;
      }
    }
    for (const auto& [path, text] : files) {
      if (!path.ends_with(".html")) continue;
      for (const std::string& href : All(text, " href=\"([^\"]*)\"")) {
        if (href.starts_with("https://") || href.starts_with("http://")) continue;
        const auto [target, anchor] = Resolve(path, href);
        ASSERT_TRUE(files.contains(target)) << path << " -> " << href;
        if (!anchor.empty()) {
          EXPECT_TRUE(ids[target].contains(anchor)) << path << " -> " << href;
        }
      }
    }
  }
}

TEST(RenderSite, NothingThatPeopleWroteBecomesMarkup) {
  for (const auto& [path, text] : Render(InventedPublication(), "en")) {
    if (!path.ends_with(".html")) continue;
    for (const char* bad : {"<script", "<img", "href=\"javascript:", " style=", "<u>"}) {
      EXPECT_EQ(text.find(bad), std::string::npos) << path << ": " << bad;
    }
    for (const std::string& tag : All(text, "<([a-z][^>]*)>")) {
      const std::string names = std::regex_replace(tag, std::regex("\"[^\"]*\""), "");  // without the values
      EXPECT_FALSE(std::regex_search(names, std::regex(" on[a-z]+="))) << path << ": " << tag;
    }
  }
}

TEST(RenderSite, EveryTagIsClosedInOrder) {
  const std::set<std::string> empty{"meta", "link", "br", "!DOCTYPE", "hr"};
  for (const auto& [path, text] : Render(InventedPublication(), "fr")) {
    if (!path.ends_with(".html")) continue;
    std::vector<std::string> open;
    for (const std::string& tag : All(text, "<(/?[a-zA-Z!][^\\s>]*)")) {
      if (empty.contains(tag) || tag.starts_with("!--")) continue;
      if (tag.front() != '/') {
        open.push_back(tag);
      } else {
        ASSERT_FALSE(open.empty()) << path << ": " << tag;
        ASSERT_EQ(open.back(), tag.substr(1)) << path;
        open.pop_back();
      }
    }
    EXPECT_TRUE(open.empty()) << path;
  }
}

TEST(RenderSite, EveryPageSaysItsLanguageAndThatTheStudyIsInvented) {
  for (const auto& [path, text] : Render(InventedPublication(), "ru")) {
    if (!path.ends_with(".html")) continue;
    EXPECT_NE(text.find("<html lang=\"ru\" dir=\"ltr\">"), std::string::npos) << path;
    EXPECT_NE(text.find(Words::For("ru").value()("Invented example: no organisation here is real.")), std::string::npos)
        << path;
    EXPECT_EQ(All(text, "<(h1)[ >]").size(), 1U) << path;
    EXPECT_EQ(All(text, "<(table) ").size(),
              All(text, "<(caption) ").size() + All(text, "<table [^>]*(aria-labelledby)=").size())
        << path << ": a table has a name";
    EXPECT_EQ(text.find("<th>"), std::string::npos) << path << ": a heading cell without a scope";
  }
}

TEST(RenderSite, ACodeHasOnePageWithAPlaceForEveryNumber) {
  const Files files = Render(InventedPublication(), "en");
  const std::string& page = files.at("evidence/PRA.1.html");
  for (const char* place :
       {"all", "region-north", "region-south", "region-west", "legal_model-unknown", "with-OUT.1", "with-BAR.1"}) {
    EXPECT_NE(page.find("id=\"" + std::string(place) + "\""), std::string::npos) << place;
  }
  const std::string south = page.substr(page.find("id=\"region-south\""));
  EXPECT_NE(south.find("1 of 2 cases"), std::string::npos);
  EXPECT_NE(south.find("Not reported in these cases"), std::string::npos);
}

TEST(RenderSite, APassageHasItsOwnSourcesAndGrade) {
  const Files files = Render(InventedPublication(), "en");
  const std::string& page = files.at("evidence/PRA.1.html");
  const std::string north = page.substr(page.find("id=\"region-north\""));
  const std::size_t second = north.find("id=\"case-beta\"");
  ASSERT_NE(second, std::string::npos);
  EXPECT_NE(north.find("measured"), std::string::npos);
  EXPECT_NE(north.substr(0, second).find("#source-s3"), std::string::npos) << "alpha's passage stands on source 3";
  EXPECT_EQ(north.substr(0, second).find("#source-s1"), std::string::npos) << "and not on its document's";
  EXPECT_NE(north.substr(second).find("of the whole document"), std::string::npos);
}

TEST(RenderSite, WordsCarryTheirLanguageAndDirectionWhereverTheyStand) {
  model::Publication publication = InventedPublication();
  publication.study.documents[0].language = "ar";
  publication.study.documents[1].language = "";
  const Files files = Render(publication, "en");
  const std::string& evidence = files.at("evidence/PRA.1.html");
  EXPECT_NE(evidence.find("<blockquote lang=\"ar\" dir=\"rtl\">Peers go out"), std::string::npos);
  EXPECT_NE(evidence.find("<blockquote lang=\"und\" dir=\"auto\">Peers go out"), std::string::npos);
  EXPECT_NE(files.at("cases/alpha.html").find("lang=\"ar\" dir=\"rtl\"><p>"), std::string::npos);
}

TEST(RenderSite, NoIdOfAStudyBecomesAPath) {
  model::Publication publication = InventedPublication();
  const std::string hostile = "x/../../../../index";
  for (model::CodeId* id :
       {&publication.study.codebook[1].id, &publication.snapshot.codes[1], &publication.comparison.codes[1]}) {
    *id = model::CodeId(hostile);
  }
  for (model::Coding& coding : publication.study.codings) {
    if (coding.code.value == "PRA.1") coding.code = model::CodeId(hostile);
  }
  publication.study.findings.clear();
  publication.study.regions[0].id = model::RegionId("con");
  publication.comparison.groupings[0].groups[0].id = "con";
  publication.snapshot.groupings[0].ids[0] = "con";
  publication.frame.regions[0].region = model::RegionId("con");
  for (auto& slot : publication.frame.places) {
    if (slot.region.value == "north") slot.region = model::RegionId("con");
  }
  std::set<std::string> paths;
  for (const auto& [path, text] : Render(publication, "en")) {
    EXPECT_LE(std::ranges::count(path, '/'), 1) << path;
    EXPECT_EQ(path.find(".."), std::string::npos) << path;
    std::string lower = path;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    EXPECT_TRUE(paths.insert(lower).second) << path;
    EXPECT_NE(lower, "regions/con.html");
  }
}

// The document's text is the blocks; each is the cell of a table, in this row.
void MakeTable(model::Document& document, const std::vector<std::pair<int, std::string>>& cells) {
  document.text.clear();
  document.parts.clear();
  for (const auto& [row, words] : cells) {
    if (!document.text.empty()) document.text += "\n\n";
    const auto begin = static_cast<std::int64_t>(document.text.size());
    document.text += words;
    document.parts.push_back(
        {model::PartKind::kTableCell, row, {begin, static_cast<std::int64_t>(document.text.size())}, 0, {}});
  }
}

TEST(RenderSite, ATableInATextIsATableWhereItIsKnownWhatStandsBelowWhat) {
  model::Publication publication = InventedPublication();
  model::Document& document = publication.study.documents[0];
  const auto page = [&] { return Render(publication, "en").at("cases/alpha.html"); };
  MakeTable(document, {{1, "what we counted"}, {1, "2024"}, {2, "<b>arrests</b>"}, {2, "31"}});
  EXPECT_NE(
      page().find("<tr><th id=\"d1-p1\" scope=\"col\">what we counted</th><th id=\"d1-p2\" scope=\"col\">2024</th></tr>"
                  "<tr><th id=\"d1-p3\" scope=\"row\">&lt;b&gt;arrests&lt;/b&gt;</th><td id=\"d1-p4\">31</td></tr>"),
      std::string::npos)
      << page();
  // Two tables, one after the other.
  MakeTable(document, {{1, "what we counted"},
                       {1, "2024"},
                       {2, "arrests"},
                       {2, "31"},
                       {1, "and then"},
                       {1, "2025"},
                       {2, "arrests"},
                       {2, "12"}});
  EXPECT_EQ(All(page(), "<table class=\"(told)\"").size(), 3U) << "what is coded stands in its section too";
  // A cell without words leaves no block: what follows would stand in the wrong column.
  MakeTable(document,
            {{1, "what we counted"}, {1, "2024"}, {1, "2025"}, {2, "arrests"}, {2, "31"}, {3, "a"}, {3, "b"}});
  EXPECT_EQ(page().find("<table class=\"told\""), std::string::npos);
  MakeTable(document, {{1, "one row, and no more"}, {1, "2024"}});
  EXPECT_EQ(page().find("<table class=\"told\""), std::string::npos);
  MakeTable(document, {{1, "one column, and no more"}, {2, "31"}});
  EXPECT_EQ(page().find("<table class=\"told\""), std::string::npos);
}

TEST(RenderSite, WhatIsNotNamedOrShownStaysSo) {
  const Files files = Render(InventedPublication(), "en");
  const std::string& unnamed = files.at("cases/organisation-1.html");
  EXPECT_NE(unnamed.find("Organisation 1 (not named)"), std::string::npos);
  EXPECT_NE(unnamed.find("not shown"), std::string::npos);
  EXPECT_NE(files.at("cases/delta.html").find("no consent to show it"), std::string::npos);
}

TEST(RenderSite, GroupsThatAreNotSourcedAreNoGroup) {
  const std::string page = Render(InventedPublication(), "en").at("practices/PRA.1.html");
  EXPECT_NE(page.find("of 2 legal models"), std::string::npos) << "two with a case; what is not sourced is none";
}

TEST(RenderSite, NoCodeIdsOutsideTheAnnexes) {
  model::Publication publication = InventedPublication();
  for (const auto& [path, text] : Render(publication, "en")) {
    if (!path.ends_with(".html") || path.starts_with("annexes")) continue;
    const std::string words = std::regex_replace(text, std::regex("<[^>]*>"), " ");
    for (const char* id : {"PRA.1", "BAR.1", "OUT.1", "legal_model", "fully_criminalised"}) {
      EXPECT_EQ(words.find(id), std::string::npos) << path << ": " << id;
    }
  }
}

TEST(RenderSite, AnUnknownLanguageIsNamedWithThoseThereAre) {
  core::NoProgress quiet;
  const auto done = RenderSite(
      InventedPublication(), {"xx"}, [](std::string_view, std::string_view) { return core::Status{}; }, quiet);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, core::ErrorCode::kInvalidInput);
  EXPECT_NE(done.error().message.find("en, fr, es, ru, zh"), std::string::npos);
}

}  // namespace
}  // namespace commonground::publish
