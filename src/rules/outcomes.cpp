// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Figures that a source gives: what changed in a case, which practice answers which barrier, what others agreed to
// reach.  None is computed; a blank one is not sourced.
#include <algorithm>
#include <unordered_map>

#include "rules/checked.h"
#include "rules/evidence.h"

namespace commonground::rules {

namespace {

using Kinds = std::unordered_map<std::string_view, model::CodeKind>;

void CheckAmount(const std::string& value, const Field& field) {
  const bool is_number = !value.empty() && value.front() >= '0' && value.front() <= '9';
  if (!is_number || IsAmount(value)) return;
  field.Bad(value, "begins like a number but is not one",
            "write digits only, such as 22500 or 3.5; what they count goes into unit");
}

void CheckKind(const Kinds& kinds, const model::CodeId& code, std::initializer_list<model::CodeKind> allowed,
               const Field& field, std::string_view message, std::string_view fix) {
  const auto found = kinds.find(code.value);
  if (found == kinds.end() || std::ranges::find(allowed, found->second) != allowed.end()) return;
  field.Bad(code.value, std::string(message), std::string(fix), {All(Kind::kCode)});
}

void CheckOutcome(const Checked& checked, const Kinds& kinds, std::size_t i) {
  using model::CodeKind;
  const model::Outcome& outcome = checked.study.outcomes[i];
  const Field field = checked.Of(Kind::kOutcome, i, "before");
  CheckReferences(checked, i, outcome);
  for (const model::CodeId& code : outcome.codes) {
    CheckKind(kinds, code, {CodeKind::kPractice, CodeKind::kOutcome}, field.At("codes"),
              "is a code, but neither of the kind practice nor outcome",
              "write a code whose kind in {1} is practice or outcome");
  }
  if (outcome.before.empty() && outcome.after.empty()) {
    field.Bad({}, "is blank, and so is after: nothing is said",
              "write at least one of the two; blank means not sourced");
  }
  CheckAmount(outcome.before, field);
  CheckAmount(outcome.after, field.At("after"));
  CheckOrder(outcome.before_when, outcome.after_when, field.At("after_when"), "before_when");
  if (LacksSource(outcome)) {
    field.At("source").Bad({}, "is blank, but only what an organisation says of itself may stand without a source",
                           "write the source's id, or self-declared as evidence_type");
  }
}

void CheckAnswer(const Checked& checked, const Kinds& kinds, std::size_t i) {
  using model::CodeKind;
  const model::Answer& answer = checked.study.answers[i];
  const Field field = checked.Of(Kind::kAnswer, i, "practice");
  CheckReferences(checked, i, answer);
  CheckKind(kinds, answer.practice, {CodeKind::kPractice}, field, "is a code, but not one of the kind practice",
            "write a code whose kind in {1} is practice");
  CheckKind(kinds, answer.barrier, {CodeKind::kBarrier}, field.At("barrier"),
            "is a code, but not one of the kind barrier", "write a code whose kind in {1} is barrier");
  if (!LacksSource(answer)) return;
  field.At("organisation")
      .Bad({}, "is blank, and so is source: nobody says it", "name the case whose passages tell it, or a source");
}

}  // namespace

void CheckOutcomes(const Checked& checked) {
  Kinds kinds;
  for (const model::Code& code : checked.study.codebook) kinds.emplace(code.id.value, code.kind);
  for (std::size_t i = 0; i < checked.study.outcomes.size(); ++i) CheckOutcome(checked, kinds, i);
  for (std::size_t i = 0; i < checked.study.answers.size(); ++i) CheckAnswer(checked, kinds, i);
  for (std::size_t i = 0; i < checked.study.targets.size(); ++i) {
    CheckReferences(checked, i, checked.study.targets[i]);
    CheckAmount(checked.study.targets[i].value, checked.Of(Kind::kTarget, i, "value"));
  }
}

}  // namespace commonground::rules
