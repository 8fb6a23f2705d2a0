// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests that ids follow from what things say and stay, and that every member of a noun is a field of it.
#include "model/identity.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

namespace commonground::model {
namespace {

Statement Says(const char* value) {
  Statement statement;
  statement.subject = "lamp";
  statement.property = "founded";
  statement.value = value;
  statement.sources = {SourceId("s1")};
  return statement;
}

TEST(Ids, FollowFromWhatIsSaidAndNotFromTheOrder) {
  std::vector<Statement> list{Says("2010"), Says("2012"), Says("2014")};
  const auto ids = IdsOf(list);
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 3U);
  EXPECT_EQ(ids[1], IdOf(list[1]));
  std::ranges::reverse(list);
  auto reversed = IdsOf(list);
  std::ranges::reverse(reversed);
  EXPECT_EQ(reversed, ids);
}

// Stored in histories: must not change.
TEST(Ids, AreThoseOfEveryDay) {
  EXPECT_EQ(IdOf(Says("2010")), "c0c0d8c4-4208-8b89-b625-e3c8f8cbc8b6");
  EXPECT_EQ(VersionOf(Says("2010")), "b2fafdaa");
  Consent consent;
  consent.subject = "lamp";
  EXPECT_EQ(IdOf(consent), "0995f56e-2cf8-8810-b2c7-935068cb056b");
}

TEST(Ids, TellApartWhatSaysTheSame) {
  std::vector<Statement> list{Says("2010"), Says("2010"), Says("2010")};
  const auto ids = IdsOf(list);
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 3U);
  // One that came to say something else keeps its id; the other two keep theirs.
  list[0].id = StatementId(ids[0]);
  list[0].value = "2011";
  EXPECT_EQ(IdsOf(list), (std::vector<std::string>{ids[0], ids[1], ids[2]}));
}

TEST(Ids, AreTheirOwnWhereTheyHaveOne) {
  Organisation lamp;
  lamp.id = OrganisationId("lamp");
  EXPECT_EQ(IdOf(lamp), "lamp");
  CaseStudy of_lamp;
  of_lamp.organisation = OrganisationId("lamp");
  EXPECT_EQ(IdOf(of_lamp), "lamp");
}

TEST(Versions, SayWhetherAThingSaysTheSame) {
  Statement statement = Says("2010");
  const std::string version = VersionOf(statement);
  EXPECT_EQ(version.size(), 8U);
  statement.id = StatementId("5e6f0f4e-0000-8000-8000-000000000000");
  EXPECT_EQ(VersionOf(statement), version);
  statement.note = "n";
  EXPECT_NE(VersionOf(statement), version);
  // A text does not run into the next one.
  Statement a = Says("ab");
  a.note = "c";
  Statement b = Says("a");
  b.note = "bc";
  EXPECT_NE(VersionOf(a), VersionOf(b));
  LeadershipRecord none;
  LeadershipRecord nought;
  nought.members = 0;
  EXPECT_NE(VersionOf(none), VersionOf(nought));
}

// What is written once must be written at all: Fields(visit, noun) names each member of its struct.
TEST(Fields, NameEveryMemberOfEveryNoun) {
  const std::filesystem::path root = std::filesystem::path(CG_SOURCE_DIR) / "src" / "model";
  const std::regex begins(R"(^struct (\w+) \{)");
  const std::regex member(R"(^  [\w:<>, ]+?\s+(\w+)(\s*=\s*[^;]*|\{[^;]*\})?;)");
  // What others are made of, and what is no row of its own.
  const std::set<std::string> kNoNouns{"Bound",  "Criterion",      "Part",         "ChangeSet",    "HistoryEntry",
                                       "Change", "PlacedChange",   "Recorded",     "FileHash",     "Snapshot",
                                       "Study",  "Noun",           "CodingColumn", "GroupingPlan", "NounList",
                                       "NounIs", "FindingSupport", "SearchRequest"};
  std::size_t members = 0;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    if (entry.path().extension() != ".h") continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::istringstream lines(text);
    std::string noun;
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      if (std::regex_search(line, match, begins)) noun = match[1];
      if (line.starts_with("};")) noun.clear();
      if (noun.empty() || kNoNouns.contains(noun) || line.find("friend") != std::string::npos) continue;
      if (!std::regex_search(line, match, member)) continue;
      ++members;
      const std::regex visited("Is<" + noun + R"(> auto& (\w+)\) \{[^}]*[ (])" + R"(\w+\.)" + match[1].str() + R"(\b)");
      EXPECT_TRUE(std::regex_search(text, visited)) << noun << "." << match[1] << " is no field of its noun";
    }
  }
  EXPECT_GT(members, 150U);
}

}  // namespace
}  // namespace commonground::model
