// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Decisions about codings, one edit each; disagreements put together by place.

#include "app/adjudicate_study.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/agreement_study.h"
#include "app/gateway/desk.h"
#include "coding/passage.h"
#include "core/guid.h"
#include "core/hinted.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

core::Status CheckRequest(const OneDocument& open, const AdjudicateRequest& request) {
  const model::DocumentId& id = request.document;
  if (request.decisions.empty()) {
    return core::Fail(ErrorCode::kInvalidInput, "nothing was decided. Nothing was changed", id.value);
  }
  for (auto one = request.decisions.begin(); one != request.decisions.end(); ++one) {
    CG_RETURN_IF_ERROR(open.desk.CheckCode(one->code));
    const bool is_twice = std::any_of(request.decisions.begin(), one, [&](const Adjudicated& other) {
      return other.code == one->code && Touch(other.range, one->range);
    });
    if (is_twice) {
      return core::Fail(ErrorCode::kInvalidInput, "a code is decided twice in one place. Nothing was changed",
                        one->code.value);
    }
  }
  if (open.desk.view.HasOpenAssignments(id)) {
    return core::FailWithHint(ErrorCode::kInvalidInput,
                              "blind coding is still open. Nothing was changed. Fix: wait until all have submitted",
                              id.value, {"list assignments", {}});
  }
  if (request.why.empty()) {
    return core::FailWithHint(ErrorCode::kInvalidInput, "say why this was decided. Nothing was changed", id.value,
                              {"adjudicate", {{"document", id.value}, {"code", request.decisions.front().code.value}}});
  }
  return {};
}

// What one decision does to the codings there.
core::Status Decide(const OneDocument& open, const Adjudicated& decision, const std::string& why,
                    const EditContext& actor, model::ChangeSet& changes, std::vector<model::Coding>& added) {
  model::Adjudication adjudication;
  adjudication.id = model::AdjudicationId(core::NewGuid());
  adjudication.document = open.document.id;
  adjudication.code = decision.code;
  adjudication.range = decision.range;
  adjudication.decided_by = actor.person;
  adjudication.why = why;
  adjudication.at = actor.now;
  std::vector<model::Change<model::Coding>> changed;
  for (const auto& one : open.seen) {
    const bool counts = one.status == model::CodingStatus::kAccepted || one.status == model::CodingStatus::kSubmitted;
    if (one.code != decision.code || !counts || !Touch(one.range, decision.range)) continue;
    adjudication.originals.push_back(one.id);
    if (one.status != model::CodingStatus::kAccepted) continue;
    changed.push_back({one, one});  // what was decided counts instead
    changed.back().after->status = model::CodingStatus::kSubmitted;
  }
  model::Coding result = NewCoding(decision.code, actor);
  CG_RETURN_IF_ERROR(coding::Place(open.document, decision.range, result));
  if (decision.outcome == Adjudicated::Outcome::kStands) {
    const auto same = std::ranges::find_if(changed, [&](const auto& one) {
      return one.after->coder == actor.person && one.after->range == decision.range;
    });
    if (same != changed.end()) {  // the person's own coding is the result
      adjudication.result = same->after->id;
      changed.erase(same);
    } else {
      result.status = model::CodingStatus::kAccepted;
      adjudication.result = result.id;
      added.push_back(result);
      changed.push_back({std::nullopt, std::move(result)});
    }
  }
  changes.codings.insert(changes.codings.end(), changed.begin(), changed.end());
  changes.adjudications.push_back({std::nullopt, std::move(adjudication)});
  return {};
}

// Those of one document that touch, one passage each.
std::vector<std::vector<model::Disagreement>> ByPlace(std::vector<model::Disagreement> found) {
  std::ranges::stable_sort(found, {}, &model::Disagreement::range);
  std::vector<std::vector<model::Disagreement>> passages;
  std::int64_t end = 0;
  for (auto& one : found) {
    if (passages.empty() || end <= one.range.start) {
      passages.emplace_back();
      end = one.range.end;
    }
    end = std::max(end, one.range.end);
    passages.back().push_back(std::move(one));
  }
  return passages;
}

}  // namespace

core::Result<EditResult> Adjudicate(const Workspace& workspace, const AdjudicateRequest& request) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kAdjudicate));
  CG_ASSIGN_OR_RETURN(const OneDocument open, OneDocument::Open(in, request.document));
  CG_RETURN_IF_ERROR(CheckRequest(open, request));
  model::ChangeSet changes;
  changes.action = model::EventAction::kAdjudicate;
  changes.versions[open.document.id] = open.document.version;
  std::vector<model::Coding> added;
  for (const Adjudicated& one : request.decisions) {
    CG_RETURN_IF_ERROR(Decide(open, one, request.why, in.actor, changes, added));
  }
  EditResult acted;
  acted.code = request.decisions.front().code;
  std::vector<model::Coding> seen = open.seen;
  seen.insert(seen.end(), added.begin(), added.end());
  const std::size_t letters = LettersNeeded(seen);
  for (const auto& one : added) acted.codings.push_back(NameOf(one, letters));
  CG_ASSIGN_OR_RETURN(acted.act, ApplyEdit(in.store, std::move(changes), in.actor));
  return acted;
}

core::Result<std::vector<DisagreedPassage>> ListDisagreements(const Workspace& workspace,
                                                              const DisagreementsRequest& request,
                                                              core::Progress& progress) {
  AgreementRequest asked;
  asked.unit = request.unit;
  asked.codes = request.codes;
  asked.documents = request.documents;
  asked.measures = {model::AgreementMeasure::kPercent};
  asked.resamples = 0;
  CG_ASSIGN_OR_RETURN(const ComparedCoders compared, AgreementStudy(workspace, asked, progress));
  std::map<model::DocumentId, std::vector<model::Disagreement>> by_document;
  for (const auto& one : compared.agreement.disagreements) by_document[one.document].push_back(one);
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kAgreement));
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const CodingView view(*small, in.caller, in.today);
  std::vector<DisagreedPassage> passages;
  for (auto& [document, found] : by_document) {
    const auto about = std::ranges::find(compared.study.documents, document, &model::Document::id);
    CG_ASSIGN_OR_RETURN(const auto texts, in.store.LoadTexts({document}));
    if (about == compared.study.documents.end() || texts.empty() || !view.MayRead(document)) continue;
    const core::TextIndex words(texts.front().text);
    const std::size_t first = passages.size();
    for (auto& together : ByPlace(std::move(found))) {
      DisagreedPassage& passage = passages.emplace_back(
          DisagreedPassage{document, about->title, about->language, together.front().range, {}, {}, {}, false});
      for (auto& one : together) {
        passage.range.end = std::max(passage.range.end, one.range.end);
        passage.is_open = passage.is_open || one.adjudications.empty();
        passage.codes.push_back(std::move(one));
      }
    }
    for (std::size_t i = first; i < passages.size(); ++i) {
      DisagreedPassage& passage = passages[i];
      passage.text = words.Slice(passage.range).value_or("");
      for (const auto& one : small->adjudications) {
        if (one.document == document && Touch(one.range, passage.range) && view.Sees(one)) {
          passage.decided.push_back(one);
        }
      }
    }
  }
  return passages;
}

}  // namespace commonground::app
