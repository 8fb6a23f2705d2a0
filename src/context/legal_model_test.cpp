// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Legal models by the rules, with every dispute.

#include "context/legal_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "context/rules_testutil.h"

namespace commonground::context {
namespace {

using Known = std::map<std::string, KnownValues>;

class DeriveLegalModel : public testing::Test {
 protected:
  std::string Model(const std::string& selling, const std::string& buying, const std::string& third_parties,
                    const std::string& checks) const {
    Known known;
    if (!selling.empty()) known["law_selling"] = {selling};
    if (!buying.empty()) known["law_buying"] = {buying};
    if (!third_parties.empty()) known["law_third_parties"] = {third_parties};
    if (!checks.empty()) known["mandatory_health_checks"] = {checks};
    return rules_.Derive(known).model;
  }
  const std::vector<model::LegalModelRule> list_ = BuiltInRules();
  const std::vector<model::Indicator> indicators_ = LawIndicators();
  const LegalModelRules rules_{list_, indicators_};
};

constexpr const char* kNot = "not_criminalised";
constexpr const char* kPartly = "partly";
constexpr const char* kCrime = "criminalised";
constexpr const char* kOffence = "administrative_offence";

TEST_F(DeriveLegalModel, EveryModelHasItsCombination) {
  EXPECT_EQ(Model(kNot, kNot, kNot, "none"), "decriminalised");
  EXPECT_EQ(Model(kNot, kNot, kPartly, "none"), "depenalised");
  EXPECT_EQ(Model(kNot, kNot, kPartly, "national"), "legalised_regulated");
  EXPECT_EQ(Model(kNot, kNot, kNot, "some_areas"), "mixed_subnational");
  EXPECT_EQ(Model(kNot, kCrime, kCrime, "none"), "end_demand");
  EXPECT_EQ(Model(kPartly, kNot, kNot, "none"), "partly_criminalised");
  EXPECT_EQ(Model(kCrime, kCrime, kCrime, "none"), "fully_criminalised");
}

TEST_F(DeriveLegalModel, WhatIsMissingMayNotMatter) {
  EXPECT_EQ(Model(kNot, kCrime, kCrime, ""), "end_demand");
  EXPECT_EQ(Model(kPartly, "", "", ""), "partly_criminalised");
  EXPECT_EQ(Model(kOffence, "", "", ""), "partly_criminalised");
  EXPECT_EQ(Model(kCrime, kCrime, kCrime, ""), "fully_criminalised");
  EXPECT_EQ(Model(kCrime, kNot, "", ""), "partly_criminalised");
  EXPECT_EQ(Model(kCrime, "", kPartly, ""), "partly_criminalised");
  EXPECT_EQ(Model(kNot, kNot, "", "national"), "legalised_regulated");
  EXPECT_EQ(Model("", kPartly, "", ""), "partly_criminalised");  // whatever the law on selling is
  EXPECT_EQ(Model("", kCrime, kNot, ""), "partly_criminalised");
}

TEST_F(DeriveLegalModel, WhatIsMissingMayMatter) {
  EXPECT_EQ(Model("", "", "", ""), "unknown");
  EXPECT_EQ(Model(kCrime, "", "", ""), "unknown");
  EXPECT_EQ(Model(kCrime, "", kCrime, "none"), "unknown");
  EXPECT_EQ(Model(kNot, kCrime, "", ""), "unknown");
  EXPECT_EQ(Model(kNot, kNot, kNot, ""), "unknown");
  EXPECT_EQ(Model(kNot, kNot, "", "none"), "unknown");
  EXPECT_EQ(Model(kNot, "", kCrime, "none"), "unknown");
  EXPECT_EQ(Model("", kCrime, kCrime, ""), "unknown");
}

TEST_F(DeriveLegalModel, TheReasonNamesWhatIsMissing) {
  const LegalModel model = rules_.Derive({{"law_selling", {kCrime}}, {"law_third_parties", {kCrime}}});
  EXPECT_EQ(InEnglish(model.reason), "Not sourced, and the model depends on it: law_buying.");
}

TEST_F(DeriveLegalModel, ADisputeMattersOnlyIfTheModelDependsOnIt) {
  EXPECT_EQ(rules_.Derive({{"law_selling", {kPartly, kOffence}}}).model, "partly_criminalised");
  const Known disputed{{"law_selling", {kPartly, kCrime}}, {"law_buying", {kCrime}}, {"law_third_parties", {kCrime}}};
  EXPECT_EQ(rules_.Derive(disputed).model, "disputed");
  EXPECT_EQ(InEnglish(rules_.Derive(disputed).reason), "Sources differ on law_selling, and the model depends on it.");
  const LegalModel both = rules_.Derive({{"law_selling", {kNot, kCrime}}, {"law_buying", {kCrime}}});
  EXPECT_EQ(both.model, "unknown");  // settling the dispute would not be enough
  EXPECT_THAT(InEnglish(both.reason), testing::HasSubstr("Sources differ on law_selling."));
  EXPECT_EQ(rules_
                .Derive({{"law_selling", {kNot}},
                         {"law_buying", {kCrime}},
                         {"law_third_parties", {kCrime}},
                         {"mandatory_health_checks", {"none", "national"}}})
                .model,
            "end_demand");  // the rule ignores the checks
}

// Knowing more never changes a model that is told.
TEST_F(DeriveLegalModel, EveryCombinationIsConsistent) {
  const auto with_blank = [&](std::size_t indicator) {
    std::vector<std::string> values = indicators_[indicator].values;
    values.emplace_back();
    return values;
  };
  int told = 0;
  for (const auto& s : with_blank(0)) {
    for (const auto& b : with_blank(1)) {
      for (const auto& t : with_blank(2)) {
        for (const auto& h : with_blank(4)) {
          std::set<std::string> models;
          for (const auto& s2 : s.empty() ? indicators_[0].values : std::vector{s}) {
            for (const auto& b2 : b.empty() ? indicators_[1].values : std::vector{b}) {
              for (const auto& t2 : t.empty() ? indicators_[2].values : std::vector{t}) {
                for (const auto& h2 : h.empty() ? indicators_[4].values : std::vector{h}) {
                  models.insert(Model(s2, b2, t2, h2));
                }
              }
            }
          }
          ASSERT_FALSE(models.contains("unknown")) << "the rule covers every combination";
          EXPECT_EQ(Model(s, b, t, h), models.size() == 1 ? *models.begin() : "unknown");
          told += models.size() == 1 ? 1 : 0;
        }
      }
    }
  }
  EXPECT_GT(told, 108);  // more than the combinations in which everything is sourced
}

TEST(LegalModelRules, NothingMatchesWithoutRules) {
  EXPECT_EQ(LegalModelRules({}, {}).Derive({}).model, "unknown");
  const std::vector<model::LegalModelRule> any{{{}, "same_everywhere", "It is."}};
  EXPECT_EQ(LegalModelRules(any, {}).Derive({}).model, "same_everywhere");
}

TEST(LegalModelRules, TheFirstRuleDecides) {
  const std::vector<model::LegalModelRule> rules{{{{"a", {"x"}}}, "first", "1"}, {{{"a", {"x", "y"}}}, "second", "2"}};
  const LegalModelRules function(rules, {});
  EXPECT_EQ(function.Derive({{"a", {"x"}}}).model, "first");
  EXPECT_EQ(function.Derive({{"a", {"y"}}}).model, "second");
  EXPECT_EQ(function.Derive({{"a", {"z"}}}).model, "unknown");
  EXPECT_EQ(function.Derive({}).model, "unknown");
}

TEST(LegalModelRules, TooMuchMissingIsUnknown) {
  std::vector<model::LegalModelRule> rules(1);
  rules[0].model = "all";
  for (int i = 0; i < 20; ++i) rules[0].when["i" + std::to_string(i)] = {"a", "b"};
  EXPECT_EQ(LegalModelRules(rules, {}).Derive({}).model, "unknown");
}

// data/legal-model.toml says what the tests above say, in the same order.
TEST(BuiltInRule, IsTheTestedOne) {
  std::ifstream file(CG_SOURCE_DIR "/data/legal-model.toml");
  std::map<std::string, std::vector<std::string>> when;
  std::vector<std::pair<std::string, std::map<std::string, std::vector<std::string>>>> read;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#' || line[0] == '[') continue;
    const std::string key = line.substr(0, line.find(' '));
    std::vector<std::string> quoted;
    for (std::size_t at = line.find('"'); at != std::string::npos; at = line.find('"', at + 1)) {
      const std::size_t end = line.find('"', at + 1);
      quoted.push_back(line.substr(at + 1, end - at - 1));
      at = end;
    }
    if (key == "model") read.push_back({quoted.at(0), {}});
    if (key != "model" && key != "reason") read.back().second[key] = quoted;
  }
  const auto rules = BuiltInRules();
  ASSERT_EQ(read.size(), rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    EXPECT_EQ(read[i].first, rules[i].model) << i;
    EXPECT_EQ(read[i].second, rules[i].when) << i;
  }
}

}  // namespace
}  // namespace commonground::context
