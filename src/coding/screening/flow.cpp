// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts documents through screening, with reasons.

#include "coding/screening/flow.h"

#include <algorithm>
#include <vector>

namespace commonground::coding {

std::map<model::DocumentId, Screening> ScreeningsOf(std::span<const model::Decision> decisions) {
  std::vector<const model::Decision*> in_order;
  for (const model::Decision& decision : decisions) {
    if (decision.kind == model::DecisionKind::kScreening) in_order.push_back(&decision);
  }
  std::ranges::stable_sort(in_order, {}, [](const model::Decision* decision) { return decision->at; });
  std::map<model::DocumentId, std::map<model::CoderId, model::DecisionOutcome>> newest;
  std::map<model::DocumentId, std::string> reasons;
  for (const model::Decision* decision : in_order) {
    newest[decision->document][decision->coder] = decision->outcome;
    if (decision->outcome == model::DecisionOutcome::kExcluded) reasons[decision->document] = decision->reason;
  }
  std::map<model::DocumentId, Screening> screenings;
  for (const auto& [document, of_people] : newest) {
    const auto somebody = [&people = of_people](model::DecisionOutcome outcome) {
      return std::ranges::any_of(people, [outcome](const auto& one) { return one.second == outcome; });
    };
    Screening& screening = screenings[document];
    const bool included = somebody(model::DecisionOutcome::kIncluded);
    const bool excluded = somebody(model::DecisionOutcome::kExcluded);
    if (included && excluded) {
      screening.outcome = Screened::kDisagreed;
    } else if (somebody(model::DecisionOutcome::kUnsure)) {
      screening.outcome = Screened::kUnsure;
    } else {
      screening.outcome = included ? Screened::kIncluded : Screened::kExcluded;
    }
    if (screening.outcome == Screened::kExcluded) screening.reason = reasons[document];
  }
  return screenings;
}

model::ScreeningFlow FlowOf(std::span<const model::DocumentId> documents, std::span<const model::Decision> decisions) {
  const auto screenings = ScreeningsOf(decisions);
  model::ScreeningFlow flow;
  std::map<std::string, std::int64_t> reasons;
  for (const model::DocumentId& document : documents) {
    ++flow.documents;
    const auto found = screenings.find(document);
    if (found == screenings.end()) {
      ++flow.undecided;
      continue;
    }
    switch (found->second.outcome) {
      case Screened::kIncluded:
        ++flow.included;
        break;
      case Screened::kExcluded:
        ++flow.excluded;
        ++reasons[found->second.reason];
        break;
      case Screened::kUnsure:
        ++flow.unsure;
        break;
      case Screened::kDisagreed:
        ++flow.disagreed;
        break;
    }
  }
  for (const auto& [reason, count] : reasons) flow.reasons.push_back({reason, count});
  std::ranges::stable_sort(flow.reasons, std::ranges::greater{}, &model::ScreeningFlow::Reason::documents);
  return flow;
}

}  // namespace commonground::coding
