// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a comparison by law stands on comes with our own exports.
#include <gmock/gmock.h>

#include "coding/exchange/merge.h"

namespace commonground::coding {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Facts : public testing::Test {
 protected:
  Facts() {
    side_.sources.push_back({model::SourceId("law"), "An invented law", {}, {}, {}, {}, {}});
    side_.places.push_back({model::CountryCode("XAC"), "Amber Coast"});
    side_.indicators.push_back(Choice("law_selling", {"criminalised", "partly"}));
    side_.facts.push_back(Fact("XAC", "law_selling", "partly"));
    side_.legal_model.push_back({{{"law_selling", {"partly", "unknown"}}}, "partly_criminalised", "Because."});
  }

  static model::Indicator Choice(const char* id, std::vector<std::string> values) {
    model::Indicator one;
    one.id = model::IndicatorId(id);
    one.values = std::move(values);
    return one;
  }
  static model::ContextFact Fact(const char* country, const char* indicator, const char* value) {
    model::ContextFact one;
    one.country = model::CountryCode(country);
    one.indicator = model::IndicatorId(indicator);
    one.value = value;
    one.sources = {model::SourceId("law")};
    return one;
  }
  void Merge() {
    Imported project;
    project.side = side_;
    merged_ = coding::Merge(study_, project, {});
    EXPECT_EQ(coding::Merge(merged_.study, project, {}).study, merged_.study) << "a second import changes nothing";
  }
  std::vector<std::string> Lines() const {
    std::vector<std::string> lines;
    for (const auto& line : merged_.report.lines()) lines.push_back(std::to_string(line.count) + " " + line.what);
    return lines;
  }

  model::Study study_;
  Sidecar side_;
  Merged merged_;
};

TEST_F(Facts, ComeIntoAStudyThatHasNone) {
  Merge();
  EXPECT_EQ(merged_.study.indicators, side_.indicators);
  EXPECT_EQ(merged_.study.contexts, side_.facts);
  EXPECT_EQ(merged_.study.legal_model, side_.legal_model);
  EXPECT_THAT(Lines(), ElementsAre("2 indicators and facts about countries, of which the study had none"));
}

TEST_F(Facts, DoNotMixWithTheStudysOwn) {
  study_.indicators.push_back(Choice("law_selling", {"criminalised"}));
  study_.contexts.push_back(Fact("XAD", "law_selling", "criminalised"));
  Merge();
  EXPECT_EQ(merged_.study.indicators, study_.indicators);
  EXPECT_EQ(merged_.study.contexts, study_.contexts);
  EXPECT_THAT(merged_.study.legal_model, IsEmpty());
  EXPECT_THAT(Lines(), ElementsAre("1 indicators and facts about countries that the study does not have"));
}

TEST_F(Facts, KeepTheRuleOfTheStudy) {
  study_.legal_model.push_back({{}, "unknown", "Ours."});
  Merge();
  EXPECT_EQ(merged_.study.legal_model, study_.legal_model);
  EXPECT_EQ(merged_.study.contexts, side_.facts);
}

TEST_F(Facts, HaveIdsOfTheirOwnEach) {
  side_.facts.push_back(Fact("XAC", "law_selling", "criminalised"));
  for (auto& fact : side_.facts) fact.id = model::FactId("5e6f0f4e-0000-8000-8000-000000000000");
  model::Study exported;
  exported.contexts = side_.facts;
  const auto again = ReadSidecar(WriteSidecar(exported, {}));
  EXPECT_EQ(again.value().facts, side_.facts);
  Merge();
  EXPECT_EQ(merged_.study.contexts[0].id, side_.facts[0].id);
  EXPECT_TRUE(merged_.study.contexts[1].id.empty());
}

// A study file with such an id is not believed (store/check_study.cpp).
TEST_F(Facts, HaveIdsOfTheFormThatProgramsGive) {
  side_.facts[0].id = model::FactId("fact-1");
  Merge();
  EXPECT_TRUE(merged_.study.contexts[0].id.empty());
}

TEST_F(Facts, AreAboutCountriesThatMayBe) {
  side_.facts.push_back(Fact("BBB", "law_selling", "partly"));
  Imported project;
  project.side = side_;
  MergeOptions options;
  options.is_country = [](std::string_view code) { return code != "BBB"; };
  const Merged merged = coding::Merge(study_, project, options);
  ASSERT_EQ(merged.study.contexts.size(), 1U);
  EXPECT_EQ(merged.study.contexts[0].country, model::CountryCode("XAC"));
}

// Consents that a study file would not be believed for.
TEST_F(Facts, ComeWithConsentsThatAreAsTheyShouldBe) {
  model::Organisation lamp;
  lamp.id = model::OrganisationId("lamp");
  lamp.name = "Lamp";
  study_.organisations.push_back(lamp);
  const auto consent = [](model::ConsentScope scope, model::ConsentBasis basis, const char* evidence) {
    model::Consent one;
    one.subject = "lamp";
    one.scope = scope;
    one.basis = basis;
    one.evidence = evidence;
    return one;
  };
  using model::ConsentBasis;
  using model::ConsentScope;
  side_.consents = {consent(ConsentScope::kQuote, ConsentBasis::kPublicSource, ""),
                    consent(ConsentScope::kSummarise, ConsentBasis::kPublicSource, "hearsay"),
                    consent(ConsentScope::kAnalyse, ConsentBasis::kPublicSource, "law"),
                    consent(ConsentScope::kTranslate, ConsentBasis::kWritten, "cabinet"),
                    consent(ConsentScope::kPhoto, ConsentBasis::kWritten, "cabinet")};
  side_.consents[3].given = core::Date::Make(2026, 1, 2);
  side_.consents[3].expires = core::Date::Make(2025, 1, 2);
  Imported project;
  project.side = side_;
  MergeOptions options;
  options.consents = Consents::kTakenOver;
  const Merged merged = coding::Merge(study_, project, options);
  std::vector<ConsentScope> taken;
  for (const auto& one : merged.study.consents) taken.push_back(one.scope);
  EXPECT_THAT(taken, testing::UnorderedElementsAre(ConsentScope::kAnalyse, ConsentScope::kPhoto));
}

TEST_F(Facts, AreLeftOutWhereTheyAreNotAsTheyShouldBe) {
  side_.indicators.push_back(Choice("law_selling", {"twice"}));
  side_.indicators.push_back(Choice("../up", {"no id"}));
  side_.indicators.push_back(Choice("law_buying", {}));
  side_.indicators.push_back(Choice("law_of_lists", {"one; two"}));
  const auto good = side_.facts;
  side_.facts.push_back(Fact("XAC", "law_selling", "a wish"));
  side_.facts.push_back(Fact("XAC", "law_buying", "partly"));
  side_.facts.push_back(Fact("nowhere", "law_selling", "partly"));
  side_.facts.push_back(Fact("XAC", "law_selling", "partly"));
  side_.facts.back().sources.clear();
  side_.facts.push_back(Fact("XAC", "law_selling", "partly"));
  side_.facts.back().sources = {model::SourceId("hearsay")};
  side_.facts.push_back(Fact("XAC", "law_selling", "partly"));
  side_.facts.back().valid_from = core::Date::Make(2020, 1, 1);
  side_.facts.back().valid_to = core::Date::Make(2019, 1, 1);
  side_.legal_model.push_back({{{"law_of_gravity", {"holds"}}}, "everything", "Because."});
  Merge();
  EXPECT_EQ(merged_.study.indicators.size(), 1U);
  EXPECT_EQ(merged_.study.contexts, good);
  EXPECT_THAT(merged_.study.legal_model, IsEmpty());
  EXPECT_THAT(Lines(), ElementsAre("4 indicators that are not as they should be",
                                   "6 facts about countries that are not as they should be",
                                   "2 indicators and facts about countries, of which the study had none",
                                   "1 the rule for the legal model"));
}

}  // namespace
}  // namespace commonground::coding
