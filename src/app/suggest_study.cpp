// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Ranks passages for a code by what coders did, and records what became of them.

#include "app/suggest_study.h"

#include "app/gateway/entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "app/gateway/coding_view.h"
#include "coding/codebook/edits.h"
#include "coding/passage.h"
#include "coding/suggest/suggest.h"
#include "core/guid.h"
#include "core/hinted.h"
#include "core/text_range.h"
#include "ingest/folder/kind_files.h"
#include "store/search/index.h"

namespace commonground::app {

namespace {

using coding::Label;

tl::unexpected<core::Error> Refuse(std::string message) {
  return core::Fail(core::ErrorCode::kInvalidInput, std::move(message));
}

std::string_view FirstPart(std::string_view language) {
  return language.substr(0, language.find('-'));
}

std::vector<core::TextRange> Paragraphs(const model::Document& document) {
  if (document.parts.empty()) return store::PassagesOf(document);
  std::vector<core::TextRange> ranges;
  for (const auto& part : document.parts) {
    if (part.kind != model::PartKind::kHeading) ranges.push_back(part.range);
  }
  return ranges;
}

// The passages of a study, what is known of each, and what was said to suggestions.
struct Known {
  struct Suggestion {
    const model::Document* document;
    core::TextRange range;
  };
  std::vector<Suggestion> spots;
  std::vector<coding::Passage> passages;
  std::vector<Label> labels;
  std::vector<Label> decisions;
};

Known WhatIsKnown(const model::Study& study, const SuggestRequest& request, const Caller& caller,
                  const core::Date& today) {
  const CodingView view(study, caller, today);
  std::set<model::CodeId> codes{request.code};
  if (request.target == SuggestRequest::Target::kWithDescendants) {
    const auto below = coding::WithDescendants(study.codebook, request.code);
    codes.insert(below.begin(), below.end());
  }
  std::map<model::DocumentId, std::vector<core::TextRange>> coded;
  for (const auto& one : study.codings) {
    const bool stands = one.status != model::CodingStatus::kRejected && codes.contains(one.code);
    if (stands && view.Sees(one)) coded[one.document].push_back(one.range);
  }
  Known known;
  std::map<std::pair<model::DocumentId, core::TextRange>, std::size_t> numbers;
  for (const auto& document : study.documents) {
    if (!view.MayRead(document.id)) continue;
    if (!request.language.empty() && FirstPart(document.language) != FirstPart(request.language)) continue;
    const core::TextIndex index(document.text);
    for (const core::TextRange& range : Paragraphs(document)) {
      const auto text = index.Slice(range);
      if (!text) continue;
      const auto overlaps = [&range](const core::TextRange& one) {
        return one.start < range.end && range.start < one.end;
      };
      numbers[{document.id, range}] = known.spots.size();
      known.spots.push_back({&document, range});
      known.passages.push_back({*text, document.language});
      known.labels.push_back(std::ranges::any_of(coded[document.id], overlaps) ? Label::kRelevant : Label::kUnknown);
    }
  }
  // A decision stands on a passage as it was; where the text has changed since, it is not guessed what it would mean.
  std::vector<const model::Decision*> in_order;
  for (const auto& decision : study.decisions) {
    if (decision.kind != model::DecisionKind::kSuggestion || !decision.code || !codes.contains(*decision.code))
      continue;
    if (view.Sees(decision)) in_order.push_back(&decision);
  }
  std::ranges::stable_sort(in_order, {}, [](const model::Decision* decision) { return decision->at; });
  std::map<std::size_t, Label> newest;
  std::vector<std::size_t> order;
  for (const model::Decision* decision : in_order) {
    const auto found = numbers.find({decision->document, decision->range});
    if (found == numbers.end() || decision->outcome == model::DecisionOutcome::kUnsure) continue;
    if (!newest.contains(found->second)) order.push_back(found->second);
    newest[found->second] =
        decision->outcome == model::DecisionOutcome::kIncluded ? Label::kRelevant : Label::kNotRelevant;
  }
  for (const std::size_t passage : order) {
    Label& label = known.labels[passage];
    if (label == Label::kUnknown && newest[passage] == Label::kNotRelevant) label = Label::kNotRelevant;
    // A coding that was accepted and taken out again: nothing is known of the passage any more.
    if (label != Label::kUnknown) known.decisions.push_back(label);
  }
  return known;
}

core::Result<const model::Code*> CodeOf(const model::Study& study, const model::CodeId& id) {
  const auto code = std::ranges::find(study.codebook, id, &model::Code::id);
  if (code != study.codebook.end()) return &*code;
  return core::FailWithHint(core::ErrorCode::kNotFound,
                            fmt::format("the codebook has no code {}. Fix: list the codes", id.value), {},
                            {"code tree", {}});
}

SuggestAnswer Ask(const model::Study& study, const SuggestRequest& request, const model::Code& code,
                  const Known& known) {
  const std::string description = code.label + "\n\n" + code.definition + "\n\n" + code.include;
  coding::SuggestOptions options;
  options.method = request.method;
  options.most = request.most;
  const coding::Suggestions found =
      coding::Suggest({known.passages, known.labels, known.decisions, {description, study.settings.language}}, options);
  SuggestAnswer answer;
  answer.left = found.left;
  answer.learnt = found.learnt;
  for (const auto& one : found.suggested) {
    const auto& [document, range] = known.spots[one.passage];
    answer.suggestions.push_back({{document->id, range, one.score, one.words},
                                  document->title,
                                  document->language,
                                  std::string(known.passages[one.passage].text)});
  }
  return answer;
}

std::optional<std::int64_t> Number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

struct FromTo {
  std::int64_t from = 0;
  std::int64_t to = 0;
};
std::optional<FromTo> ReadFromTo(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto from = Number(text.substr(0, dash));
  const auto to = dash == std::string_view::npos ? from : Number(text.substr(dash + 1));
  if (!from || !to || *to < *from) return std::nullopt;
  return FromTo{*from, *to};
}

// The spots that one of the person's words means.
core::Result<std::vector<std::size_t>> Meant(const std::string& word, const Known& known,
                                             const std::vector<ShownSuggestion>& listed) {
  const std::size_t colon = word.rfind(':');
  const auto numbers = ReadFromTo(std::string_view(word).substr(colon == std::string::npos ? 0 : colon + 1));
  if (!numbers) {
    return Refuse(fmt::format("\"{}\" is not a suggestion. Fix: write 3, 1-4 or DOCUMENT:START-END", word));
  }
  const auto spot_of = [&](std::string_view document, const core::TextRange& range) {
    const auto found = std::ranges::find_if(known.spots, [&](const Known::Suggestion& spot) {
      return spot.document->id.value == document && spot.range == range;
    });
    return static_cast<std::size_t>(found - known.spots.begin());
  };
  std::vector<std::size_t> meant;
  if (colon != std::string::npos) {
    meant.push_back(spot_of(std::string_view(word).substr(0, colon), {numbers->from, numbers->to}));
    if (meant.back() == known.spots.size()) {
      return Refuse(
          fmt::format("{} is not a passage of a document that you may read. Fix: list the suggestions again", word));
    }
    return meant;
  }
  if (numbers->from < 1 || numbers->to > std::ssize(listed)) {
    return Refuse(
        fmt::format("\"{}\" goes beyond the list of {} suggestions. Fix: list more of them", word, listed.size()));
  }
  for (std::int64_t i = numbers->from; i <= numbers->to; ++i) {
    const model::Suggestion& one = listed[static_cast<std::size_t>(i - 1)].suggestion;
    meant.push_back(spot_of(one.document.value, one.range));
  }
  return meant;
}

}  // namespace

core::Result<SuggestAnswer> SuggestFrom(const model::Study& study, const SuggestRequest& request, const Caller& caller,
                                        const core::Date& today) {
  CG_ASSIGN_OR_RETURN(const model::Code* code, CodeOf(study, request.code));
  const Known known = WhatIsKnown(study, request, caller, today);
  if (known.spots.empty()) {
    return Refuse(request.language.empty()
                      ? "there is no text that may be read: no consent to analyse holds today"
                      : fmt::format("there is no text in \"{}\" that may be read", request.language));
  }
  return Ask(study, request, *code, known);
}

core::Result<model::ChangeSet> DecisionsOf(const model::Study& study, const SuggestRequest& request,
                                           const SuggestChoice& choice, const Caller& caller, const core::Moment& now) {
  CG_ASSIGN_OR_RETURN(const model::Code* code, CodeOf(study, request.code));
  if (code->retired) return Refuse(fmt::format("the code {} is retired: nothing new is coded with it", code->id.value));
  if (choice.accepted.empty() && choice.rejected.empty()) return Refuse("no suggestion was chosen");
  const Known known = WhatIsKnown(study, request, caller, now.Day());
  const SuggestAnswer answer = Ask(study, request, *code, known);

  const CodingView view(study, caller, now.Day());
  model::ChangeSet changes;
  changes.action = model::EventAction::kDecide;
  changes.person = caller.person;
  changes.at = now;
  std::set<std::size_t> decided;
  const auto decide = [&](const std::string& word, model::DecisionOutcome outcome) -> core::Status {
    CG_ASSIGN_OR_RETURN(const std::vector<std::size_t> meant, Meant(word, known, answer.suggestions));
    for (const std::size_t number : meant) {
      const auto& [document, range] = known.spots[number];
      const std::string place = fmt::format("{}:{}-{}", document->id.value, range.start, range.end);
      if (!decided.insert(number).second) return Refuse(place + " was chosen twice");
      if (known.labels[number] != Label::kUnknown) {
        return Refuse(place + " is decided already: it has the code, or it was rejected. Fix: undo that first");
      }
      model::Decision decision;
      decision.id = model::DecisionId(core::NewGuid());
      decision.kind = model::DecisionKind::kSuggestion;
      decision.document = document->id;
      decision.code = code->id;
      decision.range = range;
      decision.outcome = outcome;
      decision.coder = caller.person;
      decision.at = changes.at;
      changes.decisions.push_back({std::nullopt, decision});
      if (outcome != model::DecisionOutcome::kIncluded) continue;
      model::Coding made;
      made.document = document->id;
      made.code = code->id;
      made.coder = caller.person;
      made.created = changes.at.Day();
      made.at = changes.at;
      made.status =
          view.IsOpen(document->id, caller.person) ? model::CodingStatus::kDraft : model::CodingStatus::kSubmitted;
      made.id = model::CodingId(core::NewGuid());
      CG_RETURN_IF_ERROR(coding::Place(*document, range, made));
      changes.codings.push_back({std::nullopt, std::move(made)});
    }
    return {};
  };
  for (const std::string& word : choice.accepted) {
    CG_RETURN_IF_ERROR(decide(word, model::DecisionOutcome::kIncluded));
  }
  for (const std::string& word : choice.rejected) {
    CG_RETURN_IF_ERROR(decide(word, model::DecisionOutcome::kExcluded));
  }
  return changes;
}

core::Result<SuggestAnswer> SuggestPassages(const Workspace& workspace, const SuggestRequest& request,
                                            core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSuggest));
  CG_ASSIGN_OR_RETURN(const model::Study study, in.store.Load(progress));
  return SuggestFrom(study, request, in.caller, in.today);
}

core::Result<Decided> DecideSuggestions(const Workspace& workspace, const SuggestRequest& request,
                                        const SuggestChoice& choice, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kDecideSuggestions));
  CG_ASSIGN_OR_RETURN(const model::Study study, in.store.Load(progress));
  Decided decided;
  CG_ASSIGN_OR_RETURN(decided.changes, DecisionsOf(study, request, choice, in.caller, in.actor.now));
  CG_ASSIGN_OR_RETURN(decided.act, ApplyEdit(in.store, decided.changes, in.actor));
  return decided;
}

}  // namespace commonground::app
