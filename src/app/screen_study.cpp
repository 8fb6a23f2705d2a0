// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Records which documents belong to the study, and ranks those that are left.

#include "app/screen_study.h"

#include "app/gateway/entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/gateway/reading.h"
#include "coding/screening/flow.h"
#include "coding/suggest/suggest.h"
#include "core/guid.h"
#include "core/hinted.h"

namespace commonground::app {

namespace {

using coding::Label;

std::string_view FirstPart(std::string_view language) {
  return language.substr(0, language.find('-'));
}

Label LabelOf(const coding::Screening& screening) {
  switch (screening.outcome) {
    case coding::Screened::kIncluded:
      return Label::kRelevant;
    case coding::Screened::kExcluded:
      return Label::kNotRelevant;
    case coding::Screened::kUnsure:
    case coding::Screened::kDisagreed:
      return Label::kUnknown;
  }
  return Label::kUnknown;
}

}  // namespace

core::Result<ScreenAnswer> ScreenFrom(const model::Study& study, const ScreenRequest& request, const Caller& caller,
                                      const core::Date& today) {
  const std::set<model::DocumentId> readable = ReadableDocuments(study, today, caller);
  const auto screenings = coding::ScreeningsOf(study.decisions);
  std::vector<model::DocumentId> all;
  std::vector<const model::Document*> documents;
  std::vector<coding::Passage> texts;
  std::vector<Label> labels;
  std::map<model::DocumentId, std::size_t> numbers;
  for (const auto& document : study.documents) {
    if (!readable.contains(document.id)) continue;
    all.push_back(document.id);
    if (!request.language.empty() && FirstPart(document.language) != FirstPart(request.language)) continue;
    const auto screened = screenings.find(document.id);
    numbers[document.id] = documents.size();
    documents.push_back(&document);
    texts.push_back({document.text, document.language});
    labels.push_back(screened == screenings.end() ? Label::kUnknown : LabelOf(screened->second));
  }
  if (documents.empty()) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      request.language.empty()
                          ? "there is no text that may be read: no consent to analyse holds today"
                          : fmt::format("there is no text in \"{}\" that may be read", request.language));
  }
  // Each document once, in the order of its first decision.
  std::vector<const model::Decision*> in_order;
  for (const auto& decision : study.decisions) {
    if (decision.kind == model::DecisionKind::kScreening && numbers.contains(decision.document))
      in_order.push_back(&decision);
  }
  std::ranges::stable_sort(in_order, {}, [](const model::Decision* decision) { return decision->at; });
  std::vector<Label> decisions;
  std::set<model::DocumentId> seen;
  for (const model::Decision* decision : in_order) {
    const Label label = labels[numbers.at(decision->document)];
    if (label != Label::kUnknown && seen.insert(decision->document).second) decisions.push_back(label);
  }

  const std::string description = study.settings.title + "\n\n" + study.settings.subtitle;
  coding::SuggestOptions options;
  options.method = request.method;
  options.most = request.most;
  const coding::Suggestions found =
      coding::Suggest({texts, labels, decisions, {description, study.settings.language}}, options);
  ScreenAnswer answer;
  answer.left = found.left;
  answer.learnt = found.learnt;
  answer.flow = coding::FlowOf(all, study.decisions);
  for (const auto& one : found.suggested) {
    const model::Document& document = *documents[one.passage];
    answer.documents.push_back({{document.id, {}, one.score, one.words}, document.title, document.language, {}});
  }
  return answer;
}

core::Result<model::ChangeSet> DecisionAbout(const model::Study& study, const ScreenDecision& decision,
                                             const Caller& caller, const core::Moment& now) {
  if (decision.outcome == model::DecisionOutcome::kExcluded && decision.reason.empty()) {
    return core::FailWithHint(core::ErrorCode::kInvalidInput,
                              "leaving a document out needs a reason: the flow diagram counts them", {},
                              {"decide screening", {{"document", decision.document}, {"outcome", "exclude"}}});
  }
  const model::DocumentId document(decision.document);
  if (!ReadableDocuments(study, now.Day(), caller).contains(document)) {
    return core::FailWithHint(core::ErrorCode::kNotFound,
                              fmt::format("there is no document {} that you may read. Fix: list those that are to be "
                                          "decided about",
                                          decision.document),
                              {}, {"screen", {}});
  }
  model::Decision made;
  made.id = model::DecisionId(core::NewGuid());
  made.kind = model::DecisionKind::kScreening;
  made.document = document;
  made.outcome = decision.outcome;
  made.reason = decision.reason;
  made.coder = caller.person;
  made.at = now;
  model::ChangeSet changes;
  changes.action = model::EventAction::kDecide;
  changes.person = caller.person;
  changes.at = *made.at;
  // A person has one decision about a document: the new one takes the place of the old.
  const auto old = std::ranges::find_if(study.decisions, [&](const model::Decision& one) {
    return one.kind == model::DecisionKind::kScreening && one.document == document && one.coder == caller.person;
  });
  if (old == study.decisions.end()) {
    changes.decisions.push_back({std::nullopt, made});
  } else {
    made.id = old->id;
    changes.decisions.push_back({*old, made});
  }
  return changes;
}

core::Result<ScreenAnswer> ScreenDocuments(const Workspace& workspace, const ScreenRequest& request,
                                           core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kScreen));
  CG_ASSIGN_OR_RETURN(const model::Study study, in.store.Load(progress));
  return ScreenFrom(study, request, in.caller, in.today);
}

core::Result<Decided> DecideDocument(const Workspace& workspace, const ScreenDecision& decision,
                                     core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kDecideScreening));
  CG_ASSIGN_OR_RETURN(const model::Study study, in.store.Load(progress));
  Decided decided;
  CG_ASSIGN_OR_RETURN(decided.changes, DecisionAbout(study, decision, in.caller, in.actor.now));
  CG_ASSIGN_OR_RETURN(decided.act, ApplyEdit(in.store, decided.changes, in.actor));
  return decided;
}

}  // namespace commonground::app
