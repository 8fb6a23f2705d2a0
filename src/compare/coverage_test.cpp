// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Coverage of the frame, slot by slot.

#include "compare/coverage.h"

#include <gtest/gtest.h>

namespace commonground::compare {
namespace {

using model::OrganisationId;
using model::SlotState;
using model::Verdict;

using Flow = std::vector<std::pair<std::string, int>>;

model::Slot SlotOf(std::string id, std::string region, std::string organisation = "") {
  model::Slot slot;
  slot.id = model::SlotId(std::move(id));
  slot.region = model::RegionId(std::move(region));
  if (!organisation.empty()) slot.organisation = OrganisationId(std::move(organisation));
  return slot;
}

model::Organisation OrganisationOf(std::string id, std::string region) {
  model::Organisation organisation;
  organisation.id = OrganisationId(std::move(id));
  organisation.region = model::RegionId(std::move(region));
  organisation.country = model::CountryCode("KGZ");
  return organisation;
}

// docs/methods/coverage.md: two regions, two cases each.
class CoverExample : public testing::Test {
 protected:
  CoverExample() {
    study_.regions = {{model::RegionId("north"), "North", {}, 2}, {model::RegionId("south"), "South", {}, 2}};
    study_.slots = {SlotOf("n1", "north", "alpha"), SlotOf("n2", "north", "beta"), SlotOf("s1", "south")};
    study_.organisations = {OrganisationOf("alpha", "north"), OrganisationOf("beta", "north"),
                            OrganisationOf("gamma", "south")};
    verdicts_ = {{OrganisationId("alpha"), Verdict::kMeets},
                 {OrganisationId("beta"), Verdict::kMeets},
                 {OrganisationId("gamma"), Verdict::kUndetermined}};
    flags_[OrganisationId("alpha")] = {true, true, false, true};
    flags_[OrganisationId("beta")] = {true, false, false, false};
    flags_[OrganisationId("gamma")] = {true, true, false, true};
  }
  model::Coverage Covered() const { return Cover(study_, verdicts_, flags_); }
  SlotState StateOfAlpha() const { return Covered().slots[0].state; }

  model::Study study_;
  std::map<OrganisationId, Verdict> verdicts_;
  std::map<OrganisationId, CaseFlags> flags_;
};

TEST_F(CoverExample, WorkedExampleOfTheMethod) {
  const model::Coverage coverage = Covered();
  ASSERT_EQ(coverage.slots.size(), 4U);
  EXPECT_EQ(coverage.slots[0].state, SlotState::kFilled);
  EXPECT_EQ(coverage.slots[1].state, SlotState::kNoConsent);
  EXPECT_EQ(coverage.slots[2].state, SlotState::kNoOrganisation);
  EXPECT_EQ(coverage.slots[3].state, SlotState::kNotVerified);
  EXPECT_TRUE(coverage.slots[3].slot.empty());
  EXPECT_EQ(coverage.slots[3].region.value, "south");
  EXPECT_EQ(coverage.slots_total, 4);
  EXPECT_EQ(coverage.filled, 1);
  EXPECT_EQ(coverage.regions[0].filled, 1);
  EXPECT_EQ(coverage.regions[0].missing, 1);
  EXPECT_EQ(coverage.regions[0].without_slot, 0);
  EXPECT_EQ(coverage.regions[1].filled, 0);
  EXPECT_EQ(coverage.regions[1].missing, 2);
  EXPECT_EQ(coverage.regions[1].without_slot, 1);
  EXPECT_EQ(coverage.flow, (Flow{{"slots", 4},
                                 {"organisation_known", 3},
                                 {"document", 3},
                                 {"consent_to_analyse", 2},
                                 {"not_under_embargo", 2},
                                 {"verified_or_attested", 1},
                                 {"in_comparison", 2}}));
}

TEST_F(CoverExample, TheFirstReasonIsTheState) {
  const OrganisationId alpha("alpha");
  verdicts_[alpha] = Verdict::kReported;
  EXPECT_EQ(StateOfAlpha(), SlotState::kFilled);
  for (const Verdict verdict : {Verdict::kFails, Verdict::kUndetermined, Verdict::kExpired, Verdict::kNotApplicable}) {
    verdicts_[alpha] = verdict;
    EXPECT_EQ(StateOfAlpha(), SlotState::kNotVerified);
  }
  verdicts_.erase(alpha);
  EXPECT_EQ(StateOfAlpha(), SlotState::kNotVerified);
  flags_[alpha].under_embargo = true;
  EXPECT_EQ(StateOfAlpha(), SlotState::kUnderEmbargo);
  flags_[alpha].has_consent = false;
  EXPECT_EQ(StateOfAlpha(), SlotState::kNoConsent);
  flags_[alpha].has_document = false;
  EXPECT_EQ(StateOfAlpha(), SlotState::kNoDocument);
  flags_.erase(alpha);
  EXPECT_EQ(StateOfAlpha(), SlotState::kNoDocument);
}

TEST_F(CoverExample, MoreThanTheQuotaIsSurplus) {
  study_.regions[0].quota = 0;
  EXPECT_EQ(Covered().regions[0].surplus, 1);
  EXPECT_EQ(Covered().regions[0].missing, 0);
  EXPECT_EQ(Covered().regions[0].without_slot, 0);
}

TEST_F(CoverExample, AnOrganisationInTwoSlotsCountsOnce) {
  study_.slots.push_back(SlotOf("n3", "north", "alpha"));
  EXPECT_EQ(Covered().filled, 1);
  EXPECT_EQ(Covered().regions[0].filled, 1);
  EXPECT_EQ(Covered().flow[1].second, 3);
}

TEST_F(CoverExample, ASlotTakesTheCountryOfItsOrganisation) {
  EXPECT_EQ(Covered().slots[0].country, model::CountryCode("KGZ"));
  study_.slots[0].country = model::CountryCode("PER");
  EXPECT_EQ(Covered().slots[0].country, model::CountryCode("PER"));
  EXPECT_EQ(Covered().slots[2].country, std::nullopt);
}

}  // namespace
}  // namespace commonground::compare
