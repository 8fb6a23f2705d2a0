// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Contexts as they are shown.

#include "context/view.h"

#include <gtest/gtest.h>

#include "context/rules_testutil.h"
#include "core/check.h"

namespace commonground::context {
namespace {

using model::ContextState;

core::Date Day(std::string_view text) {
  const auto date = core::Date::Parse(text);
  CG_CHECK(date.has_value(), "a test writes a date");
  return *date;
}

class View : public testing::Test {
 protected:
  View() {
    study_.indicators = LawIndicators();
    study_.legal_model = BuiltInRules();
  }
  void Add(std::string country, std::string indicator, std::string value, std::string from = "", std::string to = "",
           std::string area = "") {
    model::ContextFact fact;
    fact.country = model::CountryCode(std::move(country));
    fact.indicator = model::IndicatorId(std::move(indicator));
    fact.value = std::move(value);
    fact.area = std::move(area);
    if (!from.empty()) fact.valid_from = Day(from);
    if (!to.empty()) fact.valid_to = Day(to);
    study_.contexts.push_back(std::move(fact));
  }
  const model::CountryContext& Country(const std::string& code, const std::string& on = "2013-12-31") {
    view_ = ViewOn(study_, Day(on));
    for (const auto& country : view_.countries) {
      if (country.country.value == code) return country;
    }
    throw std::out_of_range(code);
  }
  const model::IndicatorValue& Value(const std::string& code, const std::string& indicator,
                                     const std::string& on = "2013-12-31") {
    for (const auto& value : Country(code, on).indicators) {
      if (value.indicator.value == indicator) return value;
    }
    throw std::out_of_range(indicator);
  }
  model::Study study_;
  model::ContextView view_;
};

TEST_F(View, ListsEveryCountryOfTheStudy) {
  model::Organisation organisation;
  organisation.country = model::CountryCode("KGZ");
  study_.organisations = {organisation, {}};
  model::Slot slot;
  slot.country = model::CountryCode("PER");
  study_.slots = {slot, {}};
  for (const char* subject : {"GUY", "study", "KgZ", "ABCD"}) {
    study_.statements.emplace_back();
    study_.statements.back().subject = subject;
  }
  Add("CAN", "law_selling", "unknown");
  const model::ContextView view = ViewOn(study_, Day("2013-12-31"));
  std::vector<std::string> codes;
  for (const auto& country : view.countries) {
    codes.push_back(country.country.value);
    EXPECT_EQ(country.indicators.size(), study_.indicators.size());
    EXPECT_EQ(country.legal_model, "unknown");
  }
  EXPECT_EQ(codes, (std::vector<std::string>{"CAN", "GUY", "KGZ", "PER"}));
}

TEST_F(View, OneValueIsSourcedTwoAreDisputedNoneIsUnknown) {
  Add("RUS", "law_selling", "administrative_offence");
  Add("RUS", "law_selling", "administrative_offence");
  Add("RUS", "enforcement_level", "routine");
  Add("RUS", "enforcement_level", "abusive");
  Add("RUS", "law_buying", "unknown");
  EXPECT_EQ(Value("RUS", "law_selling").state, ContextState::kSourced);
  EXPECT_EQ(Value("RUS", "law_selling").value, "administrative_offence");
  EXPECT_EQ(Value("RUS", "law_selling").facts, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(Value("RUS", "enforcement_level").state, ContextState::kDisputed);
  EXPECT_EQ(Value("RUS", "enforcement_level").value, "disputed");
  EXPECT_EQ(Value("RUS", "enforcement_level").facts, (std::vector<std::size_t>{2, 3}));
  EXPECT_EQ(Value("RUS", "law_buying").state, ContextState::kNotSourced);
  EXPECT_EQ(Value("RUS", "law_buying").value, "unknown");
  EXPECT_EQ(Value("RUS", "law_third_parties").value, "unknown");
  EXPECT_EQ(Country("RUS").legal_model, "partly_criminalised");
}

TEST_F(View, AnUnknownRowDoesNotDisputeASourcedOne) {
  Add("SWE", "law_buying", "criminalised", "1999");
  Add("SWE", "law_buying", "unknown");
  EXPECT_EQ(Value("SWE", "law_buying").state, ContextState::kSourced);
}

TEST_F(View, EqualPercentagesAreOneValue) {
  study_.indicators.emplace_back();
  study_.indicators.back().id = model::IndicatorId("coverage");
  study_.indicators.back().type = model::IndicatorType::kPercent;
  Add("PER", "coverage", "40");
  Add("PER", "coverage", "40.00");
  Add("PER", "coverage", "40.0");
  EXPECT_EQ(Value("PER", "coverage").value, "40");
  Add("PER", "coverage", "4");
  EXPECT_EQ(Value("PER", "coverage").value, "disputed");
}

// A law regime that came into force on 6 December 2014 must not colour a report about 2013.
TEST_F(View, CanadaBeforeAndAfterTheLawOf2014) {
  Add("CAN", "law_selling", "partly", "", "2014-12-05");
  Add("CAN", "law_selling", "not_criminalised", "2014-12-06");
  Add("CAN", "law_buying", "criminalised", "2014-12-06");
  Add("CAN", "law_third_parties", "criminalised", "2014-12-06");
  EXPECT_EQ(Country("CAN", "2013-12-31").legal_model, "partly_criminalised");
  EXPECT_EQ(Country("CAN", "2014-12-05").legal_model, "partly_criminalised");
  EXPECT_EQ(Value("CAN", "law_buying", "2014-12-05").value, "unknown");
  EXPECT_EQ(Country("CAN", "2014-12-06").legal_model, "end_demand");
  EXPECT_EQ(Value("CAN", "law_selling", "2014-12-06").facts, (std::vector<std::size_t>{1}));
}

TEST_F(View, LawAndPracticeStayApart) {
  Add("KGZ", "law_selling", "not_criminalised");
  Add("KGZ", "enforcement_level", "abusive");
  EXPECT_EQ(Value("KGZ", "law_selling").value, "not_criminalised");
  EXPECT_EQ(Value("KGZ", "enforcement_level").value, "abusive");
  EXPECT_EQ(Country("KGZ").legal_model, "unknown");  // practice is no input
}

TEST_F(View, DerivedIndicatorHoldsTheModelAndItsFacts) {
  Add("SWE", "enforcement_level", "routine");
  Add("SWE", "law_third_parties", "criminalised");
  Add("SWE", "law_selling", "not_criminalised");
  Add("SWE", "law_buying", "criminalised", "1999");
  EXPECT_EQ(Value("SWE", "law_model").value, "end_demand");
  EXPECT_EQ(Value("SWE", "law_model").state, ContextState::kSourced);
  EXPECT_EQ(Value("SWE", "law_model").facts, (std::vector<std::size_t>{1, 2, 3}));
  Add("SWE", "law_buying", "not_criminalised");
  EXPECT_EQ(Value("SWE", "law_model").value, "unknown");  // without the dispute, health checks would still be open
  Add("SWE", "mandatory_health_checks", "none");
  EXPECT_EQ(Value("SWE", "law_model").state, ContextState::kDisputed);
}

TEST_F(View, AreasThatDifferMakeAMixedCountry) {
  Add("AUS", "law_selling", "partly");
  Add("AUS", "law_selling", "not_criminalised", "", "", "North");
  Add("AUS", "law_buying", "not_criminalised", "", "", "North");
  Add("AUS", "law_third_parties", "not_criminalised", "", "", "North");
  EXPECT_EQ(Country("AUS").legal_model, "unknown");  // North may be regulated or not
  Add("AUS", "mandatory_health_checks", "none", "", "", "North");
  EXPECT_EQ(Country("AUS").legal_model, "mixed_subnational");
  EXPECT_EQ(Value("AUS", "law_selling").value, "partly");  // the country's; the area's fact is listed, not a dispute
  EXPECT_EQ(Value("AUS", "law_selling").facts, (std::vector<std::size_t>{0, 1}));
}

TEST_F(View, AnAreaTakesFromTheCountryWhatItDoesNotSay) {
  Add("MEX", "law_selling", "partly");
  Add("MEX", "mandatory_health_checks", "national", "", "", "North");
  EXPECT_EQ(Country("MEX").legal_model, "partly_criminalised");  // the same in the area
  Add("MEX", "enforcement_level", "abusive", "", "", "South");
  Add("MEX", "law_selling", "unknown", "", "", "South");
  EXPECT_EQ(Country("MEX").legal_model, "partly_criminalised");  // South has no law of its own
}

TEST_F(View, AnAreaAloneSaysNothingOfTheCountry) {
  Add("USA", "law_selling", "partly", "", "", "North");
  EXPECT_EQ(Country("USA").legal_model, "unknown");
  EXPECT_EQ(Value("USA", "law_selling").value, "unknown");
  Add("USA", "law_selling", "criminalised", "", "", "South");
  Add("USA", "law_buying", "criminalised", "", "", "South");
  Add("USA", "law_third_parties", "criminalised", "", "", "South");
  EXPECT_EQ(Country("USA").legal_model, "mixed_subnational");  // two models in one country
}

}  // namespace
}  // namespace commonground::context
