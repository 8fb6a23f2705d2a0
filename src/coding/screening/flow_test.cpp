// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The flow adds up for every order of decisions.

#include "coding/screening/flow.h"

#include <gmock/gmock.h>

namespace commonground::coding {
namespace {

using model::DecisionOutcome;
using testing::ElementsAre;

model::Decision Of(const char* document, const char* coder, DecisionOutcome outcome, const char* reason, int second) {
  model::Decision decision;
  decision.document = model::DocumentId(document);
  decision.coder = model::CoderId(coder);
  decision.outcome = outcome;
  decision.reason = reason;
  decision.at = core::Moment::FromUnixSeconds(second);
  return decision;
}

TEST(Flow, PutsEveryDocumentIntoOneBox) {
  const std::vector<model::DocumentId> documents{model::DocumentId("o/a"), model::DocumentId("o/b"),
                                                 model::DocumentId("o/c"), model::DocumentId("o/d"),
                                                 model::DocumentId("o/e"), model::DocumentId("o/f")};
  const std::vector<model::Decision> decisions{
      Of("o/a", "ana", DecisionOutcome::kIncluded, "", 1),
      Of("o/b", "ana", DecisionOutcome::kExcluded, "no programme described", 2),
      Of("o/c", "ana", DecisionOutcome::kExcluded, "no programme described", 3),
      Of("o/c", "ben", DecisionOutcome::kIncluded, "", 4),
      Of("o/d", "ana", DecisionOutcome::kExcluded, "not about HIV", 5),
      Of("o/d", "ben", DecisionOutcome::kUnsure, "", 6),
      Of("o/e", "ana", DecisionOutcome::kExcluded, "not about HIV", 7),
      Of("elsewhere/x", "ana", DecisionOutcome::kIncluded, "", 8)};
  const model::ScreeningFlow flow = FlowOf(documents, decisions);
  EXPECT_EQ(flow.documents, 6);
  EXPECT_EQ(flow.included, 1);
  EXPECT_EQ(flow.excluded, 2);
  EXPECT_EQ(flow.unsure, 1);
  EXPECT_EQ(flow.disagreed, 1);
  EXPECT_EQ(flow.undecided, 1);
  EXPECT_EQ(flow.included + flow.excluded + flow.unsure + flow.disagreed + flow.undecided, flow.documents);
  EXPECT_THAT(flow.reasons, ElementsAre(model::ScreeningFlow::Reason{"no programme described", 1},
                                        model::ScreeningFlow::Reason{"not about HIV", 1}));
}

TEST(Flow, TakesTheNewestDecisionOfAPerson) {
  const std::vector<model::Decision> decisions{Of("o/a", "ana", DecisionOutcome::kIncluded, "", 9),
                                               Of("o/a", "ana", DecisionOutcome::kExcluded, "twice in the study", 3)};
  EXPECT_EQ(ScreeningsOf(decisions).at(model::DocumentId("o/a")).outcome, Screened::kIncluded);
}

TEST(Flow, CountsTheReasonOfTheNewestExclusion) {
  const std::vector<model::Decision> decisions{Of("o/a", "ana", DecisionOutcome::kExcluded, "not about HIV", 3),
                                               Of("o/a", "ben", DecisionOutcome::kExcluded, "no programme", 4)};
  EXPECT_EQ(ScreeningsOf(decisions).at(model::DocumentId("o/a")), (Screening{Screened::kExcluded, "no programme"}));
}

TEST(Flow, PassesOverDecisionsAboutSuggestions) {
  model::Decision decision = Of("o/a", "ana", DecisionOutcome::kIncluded, "", 1);
  decision.kind = model::DecisionKind::kSuggestion;
  EXPECT_TRUE(ScreeningsOf({&decision, 1}).empty());
}

}  // namespace
}  // namespace commonground::coding
