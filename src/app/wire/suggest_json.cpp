// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes what was ranked, what it was learnt from, and how much is probably left.

#include "app/wire/suggest_json.h"

namespace commonground::app::wire {

namespace {

Json LeftJson(const model::RecallEstimate& left) {
  return {{"state", Word(left.state)},
          {"found", left.found},
          {"decided", left.decided},
          {"undecided", left.undecided},
          {"probably_at_most", left.probably_at_most},
          {"at_most", left.at_most},
          {"level", 0.95},
          {"recall_at_least", left.recall_at_least}};
}

Json LearntJson(const model::TrainingCounts& learnt) {
  return {{"relevant", learnt.relevant},
          {"not_relevant", learnt.not_relevant},
          {"presumed_not_relevant", learnt.presumed},
          {"from_description", learnt.described}};
}

Json WordsJson(const std::vector<model::KeyTerm>& words) {
  Json all = Json::array();
  for (const auto& word : words) {
    all.push_back({{"text", word.text}, {"start", word.range.start}, {"end", word.range.end}, {"weight", word.weight}});
  }
  return all;
}

}  // namespace

Json ToJson(const std::string& code, const SuggestAnswer& answer) {
  Json rows = Json::array();
  for (const auto& one : answer.suggestions) {
    rows.push_back({{"number", rows.size() + 1},
                    {"document", one.suggestion.document.value},
                    {"title", one.title},
                    {"language", one.language},
                    {"start", one.suggestion.range.start},
                    {"end", one.suggestion.range.end},
                    {"score", one.suggestion.score},
                    {"text", one.text},
                    {"words", WordsJson(one.suggestion.words)}});
  }
  return {{"code", code},
          {"trained_on", LearntJson(answer.learnt)},
          {"remaining", LeftJson(answer.left)},
          {"suggestions", rows}};
}

Json ToJson(const std::string& code, std::int64_t act, const model::ChangeSet& changes) {
  Json rows = Json::array();
  for (const auto& change : changes.decisions) {
    const model::Decision& decision = *change.after;
    rows.push_back({{"document", decision.document.value},
                    {"start", decision.range.start},
                    {"end", decision.range.end},
                    {"outcome", model::Word(decision.outcome)}});
  }
  return {{"change", act}, {"code", code}, {"decisions", rows}};
}

Json ToJson(const model::ScreeningFlow& flow) {
  Json reasons = Json::array();
  for (const auto& one : flow.reasons) reasons.push_back({{"reason", one.reason}, {"documents", one.documents}});
  return {{"documents", flow.documents}, {"undecided", flow.undecided}, {"included", flow.included},
          {"excluded", flow.excluded},   {"unsure", flow.unsure},       {"disagreed", flow.disagreed},
          {"reasons", reasons}};
}

Json ToJson(const ScreenAnswer& answer) {
  Json rows = Json::array();
  for (const auto& one : answer.documents) {
    rows.push_back({{"document", one.suggestion.document.value},
                    {"title", one.title},
                    {"language", one.language},
                    {"score", one.suggestion.score},
                    {"words", WordsJson(one.suggestion.words)}});
  }
  return {{"trained_on", LearntJson(answer.learnt)},
          {"remaining", LeftJson(answer.left)},
          {"flow", ToJson(answer.flow)},
          {"documents", rows}};
}

Json ToJson(const ScreenDecision& decision, std::int64_t act) {
  return {{"change", act},
          {"document", decision.document},
          {"outcome", model::Word(decision.outcome)},
          {"reason", decision.reason}};
}

}  // namespace commonground::app::wire
