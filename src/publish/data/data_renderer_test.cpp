// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The open data of an invented publication with hostile text in every field.
#include "publish/data/data_renderer.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/sha256.h"
#include "core/spreadsheet_safety.h"
#include "publish/container/container.h"
#include "publish/publication_testutil.h"

namespace commonground::publish {
namespace {

using Files = std::map<std::string, std::string>;

Files Render(const std::string& language, const model::Publication& publication = InventedPublication()) {
  Files files;
  core::NoProgress quiet;
  const auto done = RenderData(
      publication, Words::For(language).value(), "../",
      [&](std::string_view path, std::string_view bytes) -> core::Status {
        EXPECT_TRUE(files.emplace(path, bytes).second) << path << " is written twice";
        return {};
      },
      quiet);
  EXPECT_TRUE(done);
  return files;
}

std::vector<std::vector<std::string>> ReadCsv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::string cell;
  std::vector<std::string> row;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted) {
      if (text[i] != '"') {
        cell += text[i];
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[i++];
      } else {
        quoted = false;
      }
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == ',' || text[i] == '\n') {
      row.push_back(std::exchange(cell, {}));
      if (text[i] == '\n') rows.push_back(std::exchange(row, {}));
    } else if (text[i] != '\r') {
      cell += text[i];
    }
  }
  return rows;
}

TEST(RenderData, IsTheSameBytesEachTime) {
  EXPECT_EQ(Render("fr"), Render("fr"));
}

TEST(RenderData, BothVariantsOfATableHoldTheSameAndTheDictionaryHasItsColumns) {
  const Files files = Render("en");
  int tables = 0;
  for (const auto& [path, bytes] : files) {
    if (!path.starts_with("raw/") || !path.ends_with(".csv")) continue;
    ++tables;
    const auto raw = ReadCsv(bytes);
    ASSERT_GT(raw.size(), 1U) << path;
    for (const auto& row : raw) EXPECT_EQ(row.size(), raw.front().size()) << path;
    const auto metadata = nlohmann::json::parse(files.at(path + "-metadata.json"));
    const auto& columns = metadata["tableSchema"]["columns"];
    ASSERT_EQ(columns.size(), raw.front().size()) << path;
    for (std::size_t c = 0; c < columns.size(); ++c) EXPECT_EQ(columns[c]["titles"], raw.front()[c]) << path;

    const std::string& safe = files.at("spreadsheet/" + path.substr(4));
    ASSERT_TRUE(safe.starts_with("\xEF\xBB\xBF")) << path;
    auto cells = ReadCsv(std::string_view(safe).substr(3));
    for (auto& row : cells) {
      for (std::string& cell : row) {
        EXPECT_FALSE(cell.starts_with('=') || cell.starts_with('+') || cell.starts_with('-') || cell.starts_with('@'))
            << path << ": " << cell;
        core::TakeSafetyOff(cell);
      }
    }
    EXPECT_EQ(cells, raw) << path;
  }
  EXPECT_GT(tables, 15);
}

TEST(RenderData, TablesOfPlacesHaveARowOfHxlTagsBelowTheirHeader) {
  const Files files = Render("en");
  int tagged = 0;
  for (const auto& [path, bytes] : files) {
    if (!path.starts_with("hxl/")) continue;
    ++tagged;
    auto rows = ReadCsv(bytes);
    ASSERT_GE(rows.size(), 2U) << path;
    ASSERT_EQ(rows[1].size(), rows[0].size()) << path;
    EXPECT_TRUE(std::ranges::any_of(rows[1], [](const std::string& tag) { return tag == "#country+code"; })) << path;
    for (const std::string& tag : rows[1]) EXPECT_TRUE(tag.empty() || tag.starts_with('#')) << path << ": " << tag;
    rows.erase(rows.begin() + 1);
    EXPECT_EQ(rows, ReadCsv(files.at("raw/" + path.substr(4)))) << path;
  }
  EXPECT_GE(tagged, 3);
}

TEST(RenderData, TheContainerHoldsEveryFileAndTheHashesAreTheirs) {
  const Files files = Render("en");
  const auto packed = ReadContainer(files.at("data.zip")).value();
  std::string sums;
  for (const ContainedFile& file : packed) {
    EXPECT_EQ(files.at(file.name), file.bytes);
    if (file.name != "SHA256SUMS") sums += core::Sha256(file.bytes) + "  " + file.name + "\n";
  }
  EXPECT_EQ(packed.size() + 2, files.size());  // the container itself, and the page
  EXPECT_EQ(files.at("SHA256SUMS"), sums);
}

TEST(RenderData, WhatIsNotNamedOrShownStaysSo) {
  for (const auto& [path, bytes] : Render("en")) {
    if (!path.starts_with("raw/") || !path.ends_with(".csv")) continue;
    for (const auto& row : ReadCsv(bytes)) {
      if (path == "raw/cases.csv" && row[0] == "organisation-1") {
        EXPECT_EQ(row[1], "");
        EXPECT_EQ(row[4], "");
      }
      if (path == "raw/passages.csv" && row[0] == "delta") {
        EXPECT_EQ(row[7], "");
      }
    }
  }
}

TEST(RenderData, EveryJsonIsJsonAndEveryClaimLeadsToPassages) {
  const Files files = Render("en");
  for (const auto& [path, bytes] : files) {
    if (path.ends_with("json") || path.ends_with("jsonld")) {
      EXPECT_TRUE(nlohmann::json::accept(bytes)) << path;
    }
  }
  const auto provenance = nlohmann::json::parse(files.at("provenance.jsonld"));
  std::map<std::string, nlohmann::json> things;
  for (const auto& one : provenance["@graph"]) things[one["@id"]] = one;
  int claims = 0;
  for (const auto& [id, one] : things) {
    if (!one.contains("prov:wasDerivedFrom")) continue;
    ++claims;
    EXPECT_FALSE(one["prov:wasDerivedFrom"].empty()) << id;
    for (const auto& from : one["prov:wasDerivedFrom"]) EXPECT_TRUE(things.contains(from["@id"])) << id;
  }
  EXPECT_GT(claims, 3);
}

// From a claim down to passages and the texts that they stand in: each step is there.
TEST(RenderData, EveryFindingAndRecommendationLeadsToPassagesForAndAgainst) {
  model::Publication publication = InventedPublication();
  publication.study.findings[0].cases_against = {model::OrganisationId("beta"), model::OrganisationId("delta")};
  model::Finding advice;
  advice.id = model::FindingId("a1");
  advice.kind = model::FindingKind::kRecommendation;
  advice.statement = "Fund a room.";
  advice.rests_on = {model::FindingId("f1"), model::FindingId("gone")};
  publication.study.findings.push_back(advice);
  const auto provenance = nlohmann::json::parse(Render("en", publication).at("provenance.jsonld"));
  std::map<std::string, nlohmann::json> things;
  for (const auto& one : provenance["@graph"]) {
    EXPECT_TRUE(things.emplace(one["@id"], one).second) << one["@id"] << " is there twice";
  }
  const auto behind = [&](const std::string& id) {
    std::set<std::string> seen{id};
    std::vector<std::string> next{id};
    while (!next.empty()) {
      const nlohmann::json& one = things.at(next.back());
      next.pop_back();
      for (const auto& from : one.value("prov:wasDerivedFrom", nlohmann::json::array())) {
        if (seen.insert(from["@id"]).second) next.push_back(from["@id"]);
      }
    }
    return seen;
  };
  // Beta speaks against it in a passage; delta, whose words say nothing of its code, as a case.
  EXPECT_EQ(things.at("#finding-f1--for")["prov:wasDerivedFrom"].size(), 1U);
  EXPECT_EQ(things.at("#finding-f1--against")["prov:wasDerivedFrom"].size(), 2U);
  EXPECT_TRUE(behind("#finding-f1--against").contains("#case-delta"));
  EXPECT_TRUE(behind("#finding-a1").contains("#finding-f1--against"));
  for (const char* claim : {"#finding-f1", "#finding-a1"}) {
    int passages = 0;
    for (const std::string& id : behind(claim)) passages += id.starts_with("#passage-") ? 1 : 0;
    EXPECT_GE(passages, 2) << claim;
  }
  for (const auto& [id, one] : things) {
    if (!id.starts_with("#passage-")) continue;
    const nlohmann::json& document = things.at(one["prov:wasQuotedFrom"]["@id"]);
    EXPECT_TRUE(things.contains(document["schema:isPartOf"]["@id"])) << id;
  }
}

// A title is nobody's name.
TEST(RenderData, NamesNoAuthorWhereThereIsNone) {
  model::Publication publication = InventedPublication();
  publication.study.settings.title = "What works";
  publication.study.settings.licence = "CC BY-SA 4.0";
  publication.study.settings.publisher.clear();
  const Files without = Render("en", publication);
  EXPECT_NE(without.at("CITATION.cff").find("authors:\n  - name: \"The authors of this report\"\n"), std::string::npos);
  EXPECT_EQ(without.at("citation.bib").find("author"), std::string::npos);
  EXPECT_FALSE(nlohmann::json::parse(without.at("citation.json"))[0].contains("author"));
  auto dataset = nlohmann::json::parse(without.at("dataset.jsonld"));
  EXPECT_FALSE(dataset.contains("creator"));
  EXPECT_FALSE(dataset["description"].get<std::string>().empty());
  EXPECT_EQ(dataset["license"], "https://creativecommons.org/licenses/by-sa/4.0/");
  publication.study.settings.publisher = "A network";
  publication.study.settings.licence = "Ask us";
  const Files named = Render("en", publication);
  EXPECT_NE(named.at("CITATION.cff").find("  - name: \"A network\"\n"), std::string::npos);
  EXPECT_NE(named.at("citation.bib").find("author = {{A network}}"), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(named.at("citation.json"))[0]["author"][0]["literal"], "A network");
  dataset = nlohmann::json::parse(named.at("dataset.jsonld"));
  EXPECT_EQ(dataset["creator"]["name"], "A network");
  EXPECT_EQ(dataset["license"], "Ask us");
}

TEST(RenderData, NothingThatPeopleWroteBecomesMarkup) {
  const std::string page = Render("en").at("index.html");
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("<img"), std::string::npos);
}

TEST(Container, GivesBackWhatWasPutIn) {
  const std::vector<ContainedFile> files{
      {"mimetype", "application/epub+zip", true}, {"a/b.txt", std::string(100'000, 'x'), false}, {"empty", "", false}};
  const std::string bytes = WriteContainer(files).value();
  EXPECT_EQ(bytes, WriteContainer(files).value());
  EXPECT_EQ(bytes.substr(30, 8), "mimetype");
  EXPECT_EQ(bytes.substr(38, 20), "application/epub+zip");  // no extra field between, as OCF wants
  const auto read = ReadContainer(bytes).value();
  ASSERT_EQ(read.size(), files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    EXPECT_EQ(read[i].name, files[i].name);
    EXPECT_EQ(read[i].bytes, files[i].bytes);
  }
  EXPECT_FALSE(ReadContainer("no container"));
  EXPECT_FALSE(ReadContainer(bytes.substr(0, bytes.size() / 2)));
}

}  // namespace
}  // namespace commonground::publish
