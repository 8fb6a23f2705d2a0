// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Suggestions and screening, through the use cases of app.

#include "server/routes/suggestions.h"

#include <fmt/format.h>

#include <algorithm>

namespace commonground::server {

namespace {

constexpr std::int64_t kLongest = 200;
constexpr std::int64_t kUsual = 20;

std::size_t MostOf(const std::optional<std::int64_t>& most) {
  return static_cast<std::size_t>(std::clamp<std::int64_t>(most.value_or(kUsual), 1, kLongest));
}

SuggestionView ViewOf(const app::ShownSuggestion& one) {
  SuggestionView view{one.suggestion.document,
                      one.title,
                      one.language,
                      PlaceOf(one.suggestion.range),
                      one.suggestion.score,
                      one.text,
                      {}};
  for (const model::KeyTerm& word : one.suggestion.words) {
    view.words.push_back({word.text, PlaceOf(word.range), word.weight});
  }
  return view;
}

LeftView ViewOf(const model::RecallEstimate& left) {
  return {{std::string(app::wire::Word(left.state))},
          left.found,
          left.decided,
          left.undecided,
          left.probably_at_most,
          left.at_most,
          left.recall_at_least};
}

LearntView ViewOf(const model::TrainingCounts& learnt) {
  return {learnt.relevant, learnt.not_relevant, learnt.presumed, learnt.described};
}

app::SuggestRequest RequestOf(const model::CodeId& code, const std::optional<bool>& with_below) {
  app::SuggestRequest request;
  request.code = code;
  if (with_below.value_or(false)) request.target = app::SuggestRequest::Target::kWithDescendants;
  return request;
}

std::vector<std::string> NamesOf(const std::optional<std::vector<DecideSuggestions::Passage>>& passages) {
  std::vector<std::string> names;
  if (!passages) return names;
  for (const auto& one : *passages) names.push_back(fmt::format("{}:{}-{}", one.document.value, one.start, one.end));
  return names;
}

}  // namespace

core::Result<ListSuggestions::Output> ListSuggestions::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  app::SuggestRequest request = RequestOf(input.code, input.with_below);
  request.language = input.language.value_or("");
  request.most = MostOf(input.most);
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(const auto answer, app::SuggestPassages(study, request, progress));
  Output output{{}, ViewOf(answer.left), ViewOf(answer.learnt)};
  for (const app::ShownSuggestion& one : answer.suggestions) output.suggestions.push_back(ViewOf(one));
  return output;
}

core::Result<DecideSuggestions::Output> DecideSuggestions::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(const auto done,
                      app::DecideSuggestions(study, RequestOf(input.code, input.with_below),
                                             {NamesOf(input.accept), NamesOf(input.dismiss)}, progress));
  Output output{done.act, {}};
  for (const auto& one : done.changes.codings) {
    if (one.after) output.codings.push_back(one.after->id.value);
  }
  return output;
}

core::Result<ListScreening::Output> ListScreening::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  app::ScreenRequest request;
  request.language = input.language.value_or("");
  request.most = MostOf(input.most);
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(const auto answer, app::ScreenDocuments(study, request, progress));
  Output output{{}, ViewOf(answer.left), ViewOf(answer.learnt), {}};
  for (const app::ShownSuggestion& one : answer.documents) output.documents.push_back(ViewOf(one));
  const model::ScreeningFlow& flow = answer.flow;
  output.flow = {flow.documents, flow.undecided, flow.included, flow.excluded, flow.unsure, flow.disagreed, {}};
  for (const auto& one : flow.reasons) output.flow.reasons.push_back({one.reason, one.documents});
  return output;
}

core::Result<Screen::Output> Screen::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(
      const auto done,
      app::DecideDocument(study, {input.document.value, input.outcome, input.reason.value_or("")}, progress));
  return Output{done.act};
}

}  // namespace commonground::server
