// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One list of sections, written as Markdown and as HTML.
#include "publish/data/readme.h"

#include "publish/front/front_page.h"
#include "publish/html/language.h"
#include "publish/html/markup.h"

namespace commonground::publish {

namespace {

struct Section {
  std::string title;
  std::vector<std::pair<std::string, std::string>> items;  // file name or empty, sentence
};

std::string CitationLine(const Citation& citation) {
  std::string line = citation.publisher.empty() ? "" : citation.publisher + ". ";
  line += citation.title + ". " + citation.day.Text() + ".";
  return citation.licence.empty() ? line : line + " " + citation.licence + ".";
}

std::vector<Section> SectionsOf(const model::Settings& settings, const Citation& citation, const Words& t) {
  std::vector<Section> sections;
  sections.push_back(
      {t("Files"),
       {{"spreadsheet/",
         t("for spreadsheet programs: what a spreadsheet would run as a formula begins with an apostrophe")},
        {"raw/", t("for programs: as it is, each with its data dictionary beside it (CSV on the Web)")},
        {"hxl/", t("tables of places, with the tags of the Humanitarian Exchange Language (HXL) below the header")},
        {"raw/figures/", t("every table and figure of the report, by page")},
        {"dataset.jsonld", t("what this is, for search engines (schema.org)")},
        {"provenance.jsonld", t("what each claim rests on, down to the passage and its source (PROV)")},
        {"CITATION.cff, citation.bib, citation.json", t("how to cite it, for programs")},
        {"SHA256SUMS", t("a hash of every file: sha256sum -c SHA256SUMS checks them")}}});
  sections.push_back({t("How to cite"), {{"", CitationLine(citation)}}});
  sections.push_back({t("Licence"),
                      {{"", settings.licence.empty() ? t("No licence is stated: ask the publisher before you use it.")
                                                     : settings.licence}}});
  sections.push_back(
      {t("Before you count"),
       {{"", t("Case studies were chosen, not drawn: a count says in how many of them something is told, never how "
               "common it is in a country or the world.")},
        {"", t("Not told is never not done, and not sourced is never no.")},
        {"", t("How many cases tell of both. Told beside is not caused by.")},
        {"", t("Words of the codebook and of case studies are in the language in which people wrote them.")}}});
  sections.push_back(
      {t("What was left out, and why"),
       {{"",
         t("Everything that consent does not cover: names, places and words of those who did not agree to show them, "
           "and verdicts that may not be published.")},
        {"", t("Leadership records, consents and embargoes: they are private to the organisations.")},
        {"", t("Who coded, notes, drafts, and what somebody still codes.")},
        {"", t("Partnerships that may not be published; they are counted nowhere.")},
        {"",
         t("In tables that count people, counts below {1}, and as many more as it takes that none can be worked out.",
           settings.smallest_cell)}}});
  return sections;
}

}  // namespace

std::string ReadmeOf(const model::Settings& settings, const Citation& citation, const Words& t) {
  std::string text = "# " + t("{1}: {2}", citation.title, t("Open data")) + "\n\n";
  if (settings.invented) text += t("Invented example: no organisation here is real.") + "\n\n";
  if (!citation.notice.empty()) text += citation.notice + "\n\n";
  for (const Section& section : SectionsOf(settings, citation, t)) {
    text += "## " + section.title + "\n\n";
    for (const auto& [file, sentence] : section.items) {
      text += "- " + (file.empty() ? "" : "`" + file + "`: ") + sentence + "\n";
    }
    text += "\n";
  }
  text.pop_back();
  return text;
}

std::string DataPageOf(const model::Settings& settings, const Citation& citation, const std::vector<DataTable>& tables,
                       const std::string& site, const Words& t) {
  return PlainPage({t("Open data"), t.language()}, [&](Markup& html) {
    {
      const auto back = html.In("p");
      html.Leaf("a", {{"href", site}, {"lang", settings.language}, {"dir", DirectionOf(settings.language)}},
                citation.title);
    }
    html.Leaf("h1", {}, t("Open data"));
    if (settings.invented) html.Leaf("p", {}, t("Invented example: no organisation here is real."));
    if (!citation.notice.empty()) {
      html.Leaf("p", {{"lang", citation.language}, {"dir", DirectionOf(citation.language)}}, citation.notice);
    }
    {
      const auto all = html.In("p");
      html.Leaf("a", {{"href", "data.zip"}}, t("Everything in one file (ZIP)"));
    }
    html.Leaf("h2", {}, t("Tables"));
    {
      const auto list = html.In("ul");
      for (const DataTable& table : tables) {
        const auto item = html.In("li", {{"class", "edition"}});
        html.Leaf("strong", {}, table.title);
        if (!table.about.empty()) html.Leaf("p", {}, table.about);
        const auto files = html.In("ul");
        const auto file = [&](const std::string& href, const std::string& text) {
          const auto one = html.In("li");
          html.Leaf("a", {{"href", href}, {"aria-label", t("{1}: {2}", text, table.title)}}, text);
        };
        file("spreadsheet/" + table.name + ".csv", t("For spreadsheets"));
        file("raw/" + table.name + ".csv", t("For programs"));
        file("raw/" + table.name + ".csv-metadata.json", t("Data dictionary"));
        if (HasHxl(table)) file("hxl/" + table.name + ".csv", t("With HXL tags"));
      }
    }
    for (const Section& section : SectionsOf(settings, citation, t)) {
      html.Leaf("h2", {}, section.title);
      const auto list = html.In("ul", {{"class", "plain"}});
      for (const auto& [name, sentence] : section.items) {
        const auto item = html.In("li");
        if (!name.empty()) html.Leaf("code", {}, name);
        html.Text(name.empty() ? sentence : " " + sentence);
      }
    }
  });
}

}  // namespace commonground::publish
