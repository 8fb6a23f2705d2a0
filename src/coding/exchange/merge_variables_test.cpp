// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What other programs' variables become.
#include <gmock/gmock.h>

#include "coding/exchange/merge.h"
#include "core/content_hash.h"

namespace commonground::coding {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class Variables : public testing::Test {
 protected:
  Variables() {
    study_.settings.title = "Invented";
    study_.settings.language = "en";
    study_.regions.push_back({model::RegionId("north"), "The North", {"Northern region"}, 0});
    study_.invented_countries.push_back({model::CountryCode("XAC"), "Amber Coast"});
    project_.cases.push_back({"11111111-1111-4111-8111-111111111111", "Lamp", {}});
    project_.sources.push_back(
        {"22222222-2222-4222-8222-222222222222", "Talk", "Words.", "11111111-1111-4111-8111-111111111111", {}});
  }

  std::vector<std::string> Lines() const {
    std::vector<std::string> lines;
    for (const auto& line : merged_.report.lines()) {
      if (line.what.starts_with("values of")) {
        lines.push_back(std::to_string(line.count) + " " + line.what + ": " + line.became);
      }
    }
    return lines;
  }
  const model::Organisation& Lamp() const { return merged_.study.organisations.back(); }
  void Merge() {
    merged_ = coding::Merge(study_, project_, {});
    EXPECT_EQ(coding::Merge(merged_.study, project_, {}).study, merged_.study) << "a second import changes nothing";
  }

  model::Study study_;
  Imported project_;
  Merged merged_;
};

TEST_F(Variables, AreTheFieldsOfThatName) {
  project_.cases[0].values = {{"Region", "northern region"},
                              {"COUNTRY", "Kenya"},
                              {"languages", "sw; English, sw"},
                              {"Embargo_until", "2027-03"}};
  project_.sources[0].values = {{"Language", "fr"}, {"Kind", "Summary"}, {"date", "2025-11-02T00:00:00Z"}};
  Merge();
  EXPECT_EQ(Lamp().region, model::RegionId("north"));
  EXPECT_EQ(Lamp().country, model::CountryCode("KEN"));
  EXPECT_THAT(Lamp().languages, ElementsAre("sw", "en"));
  EXPECT_EQ(merged_.study.cases[0].embargo_until, core::Date::Make(2027, 3));
  EXPECT_EQ(merged_.study.documents[0].language, "fr");
  EXPECT_EQ(merged_.study.documents[0].kind, model::DocumentKind::kSummary);
  EXPECT_EQ(merged_.study.documents[0].date, core::Date::Make(2025, 11, 2));
  EXPECT_THAT(merged_.study.memos, IsEmpty());
  EXPECT_THAT(Lines(), Contains("1 values of the variable \"country\": in the field of that name"));
}

TEST_F(Variables, MeanTheInventedCountriesOfTheStudyToo) {
  project_.cases[0].values = {{"country", "amber coast"}};
  Merge();
  EXPECT_EQ(Lamp().country, model::CountryCode("XAC"));
}

TEST_F(Variables, OfOtherNamesAreLinesOfAMemo) {
  project_.cases[0].values = {{"Town", "Harbour"}, {"date", "2025"}};
  project_.sources[0].values = {{"country", "Kenya"}, {"Room", "4"}};
  Merge();
  EXPECT_EQ(Lamp().country, std::nullopt) << "a document has none";
  ASSERT_EQ(merged_.study.memos.size(), 2U);
  EXPECT_EQ(merged_.study.memos[0].text, "Town: Harbour\ndate: 2025\n");
  EXPECT_EQ(merged_.study.memos[1].text, "country: Kenya\nRoom: 4\n");
  EXPECT_THAT(Lines(), ElementsAre("4 values of variables: a line of a memo each"));
}

TEST_F(Variables, WithValuesThatAFieldCannotHaveAreLinesOfAMemo) {
  project_.cases[0].values = {{"Region", "The South"}, {"Country", "Kenya, Uganda"}, {"Languages", "sw, mixed"}};
  project_.sources[0].values = {{"kind", "interview"}, {"date", "last spring"}};
  Merge();
  EXPECT_EQ(Lamp().region, std::nullopt);
  EXPECT_EQ(Lamp().country, std::nullopt);
  EXPECT_THAT(Lamp().languages, IsEmpty());
  EXPECT_EQ(merged_.study.documents[0].date, std::nullopt);
  EXPECT_EQ(merged_.study.memos.at(1).text, "kind: interview\ndate: last spring\n");
  EXPECT_THAT(Lines(), Contains("1 values of the variable \"region\" that the field of that name cannot have: a line "
                                "of a memo each"));
}

TEST_F(Variables, DoNotChangeWhatTheStudyHas) {
  model::Organisation lamp;
  lamp.id = model::OrganisationId("lamp");
  lamp.name = "Lamp";
  lamp.country = model::CountryCode("UGA");
  study_.organisations.push_back(lamp);
  model::Document talk;
  talk.id = model::DocumentId("lamp/talk.txt");
  talk.organisation = lamp.id;
  talk.language = "en";
  talk.text = "Words.";
  talk.hash = core::ContentHash(talk.text);
  study_.documents.push_back(talk);
  project_.cases[0].values = {{"country", "Kenya"}, {"region", "north"}};
  project_.sources[0].values = {{"language", "en"}, {"date", "2025"}};
  Merge();
  EXPECT_EQ(Lamp(), lamp);
  EXPECT_EQ(merged_.study.documents[0], talk);
  EXPECT_EQ(merged_.study.memos.at(0).text, "country: Kenya\nregion: north\n");
  EXPECT_EQ(merged_.study.memos.at(1).text, "date: 2025\n");
  EXPECT_THAT(Lines(), Contains("1 values of the variable \"language\": in the field of that name"));
}

TEST_F(Variables, OfTwoCasesThatAreOneAreNotMixed) {
  project_.cases.push_back({"33333333-3333-4333-8333-333333333333", "Lamp", {{"country", "Uganda"}}});
  project_.cases[0].values = {{"country", "Kenya"}};
  Merge();
  EXPECT_EQ(Lamp().country, model::CountryCode("KEN"));
  EXPECT_EQ(merged_.study.memos.at(0).text, "country: Uganda\n");
}

}  // namespace
}  // namespace commonground::coding
