// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Each act changes all rows that it is about at once, as one change of the study.

#include "app/consent_study.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/gateway/consent_book.h"
#include "app/gateway/entry.h"
#include "app/gateway/noun_view.h"
#include "app/gateway/passage_named.h"
#include "app/nouns/noun_cells.h"
#include "app/nouns/noun_query.h"
#include "core/hinted.h"
#include "ingest/folder/strange.h"
#include "model/consent_subject.h"
#include "model/identity.h"
#include "rules/edit.h"
#include "rules/references.h"
#include "rules/values.h"

namespace commonground::app {

using core::ErrorCode;
using model::Consent;
using model::ConsentScope;

namespace {

constexpr rules::Kind kKind = rules::Kind::kConsent;
constexpr int kMaxTries = 6;

std::string OrganisationOf(const std::string& subject) {
  return subject.substr(0, subject.find('/'));
}
bool IsDocument(const std::string& subject) {
  return subject.find('/') != std::string::npos;
}

ConsentState StateOf(const Consent& consent, const core::Date& today) {
  if (consent.withdrawn) return ConsentState::kWithdrawn;
  if (Holds(consent, today)) return ConsentState::kHolds;
  return consent.given && today < consent.given->First() ? ConsentState::kNotYet : ConsentState::kExpired;
}

// The subject as this caller may know it.
core::Status CheckSubject(const model::Study& study, const Caller& caller, const std::string& subject) {
  const model::Organisation* organisation = nullptr;
  for (const auto& one : study.organisations) {
    if (one.id.value == OrganisationOf(subject)) organisation = &one;
  }
  const model::DocumentId document(std::string(model::DocumentOfSubject(subject)));
  const bool is_there = organisation != nullptr &&
                        (!IsDocument(subject) ||
                         std::ranges::find(study.documents, document, &model::Document::id) != study.documents.end());
  const bool is_theirs = caller.role != Role::kMember || OrganisationOf(subject) == caller.organisation.value;
  if (is_there && is_theirs) return {};
  return core::FailWithHint(ErrorCode::kNotFound,
                            "there is neither an organisation, a document nor a passage of this id",
                            rules::Shown(subject), {"see consents", {}});
}

ConsentLine LineOf(const Consent& consent, const std::string& id, const core::Date& today) {
  return {consent.subject, StateOf(consent, today), consent, id, model::VersionOf(consent)};
}

// The consents of a study as they are changed one after the other.
class Changes {
 public:
  explicit Changes(const model::Study& study) : before_(study), after_(study), ids_(model::IdsOf(study.consents)) {
    for (std::size_t i = 0; i < after_.consents.size(); ++i) {
      after_.consents[i] = model::WithId(after_.consents[i], ids_[i]);
    }
  }

  std::vector<Consent>& list() { return after_.consents; }
  Consent* Find(const std::string& subject, ConsentScope scope) {
    const auto found =
        std::ranges::find_if(list(), [&](const Consent& one) { return one.subject == subject && one.scope == scope; });
    return found == list().end() ? nullptr : &*found;
  }
  Consent& FindOrAdd(const std::string& subject, ConsentScope scope) {
    if (Consent* there = Find(subject, scope)) return *there;
    Consent& added = list().emplace_back();
    added.subject = subject;
    added.scope = scope;
    return added;
  }

  core::Result<ConsentEdit> Apply(const Entered& in, bool& came_between) {
    ConsentEdit edit;
    model::ChangeSet changes;
    auto& all = changes.facts.Of<Consent>();
    for (std::size_t i = 0; i < list().size(); ++i) {
      Consent& now = list()[i];
      model::PlacedChange<Consent> change;
      if (i < ids_.size()) {
        const Consent was = model::WithId(before_.consents[i], ids_[i]);
        if (was == now) continue;
        change.before = was;
        change.place_before = static_cast<std::int64_t>(i);
      }
      const std::string id = model::IdOf(now);
      change.after = now = model::WithId(now, id);
      change.place_after = static_cast<std::int64_t>(i);
      CG_RETURN_IF_ERROR(Check(i, id, in.today));
      edit.lines.push_back(LineOf(now, id, in.today));
      all.push_back(std::move(change));
    }
    if (all.empty()) return edit;
    changes.action = all.front().before ? model::EventAction::kEdit : model::EventAction::kAdd;
    auto act = ApplyEdit(in.store, std::move(changes), in.actor);
    came_between = !act && act.error().code == ErrorCode::kConflict;
    CG_ASSIGN_OR_RETURN(edit.result.act, std::move(act));
    edit.result.thing = edit.lines.front().id;
    edit.result.version = edit.lines.front().version;
    return edit;
  }

 private:
  core::Status Check(std::size_t index, const std::string& id, const core::Date& today) const {
    const auto problems = ErrorsIn(rules::CheckChange(before_, after_, kKind, index, CircumstancesOn(today)));
    return problems.empty() ? core::Status() : core::Fail(RefusalOf(problems, rules::NameOf(kKind), index, id));
  }

  const model::Study& before_;
  model::Study after_;
  std::vector<std::string> ids_;
};

template <typename Change>
core::Result<ConsentEdit> ChangeConsents(const Workspace& workspace, UseCase use_case, const std::string& named,
                                         const Change& change) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, use_case));
  std::string subject = named;  // until it is known whether it is theirs
  for (int tried = 1;; ++tried) {
    CG_ASSIGN_OR_RETURN(const model::Study study, in.store.LoadWithoutText());
    CG_RETURN_IF_ERROR(CheckSubject(study, in.caller, subject));
    CG_ASSIGN_OR_RETURN(subject, WholeSubject(in.store, study, subject));
    Changes changes(study);
    change(subject, in.today, changes);
    bool came_between = false;
    auto edit = changes.Apply(in, came_between);
    if (edit || !came_between || tried == kMaxTries) return edit;
  }
}

void Withdraw(Consent& consent, const core::Date& on) {
  if (consent.withdrawn) return;
  consent.withdrawn = rules::AreInOrder(consent.given, on) ? on : *consent.given;
}

}  // namespace

std::string_view WordOf(ConsentState state) {
  switch (state) {
    case ConsentState::kHolds:
      return "holds";
    case ConsentState::kNotYet:
      return "not yet";
    case ConsentState::kExpired:
      return "expired";
    case ConsentState::kWithdrawn:
      return "withdrawn";
    case ConsentState::kNeverGiven:
      return "never given";
  }
  return {};
}

std::string_view InWords(ConsentScope scope) {
  switch (scope) {
    case ConsentScope::kAnalyse:
      return "be analysed and counted";
    case ConsentScope::kSummarise:
      return "be summarised in our words";
    case ConsentScope::kQuote:
      return "be quoted";
    case ConsentScope::kNameOrganisation:
      return "be named";
    case ConsentScope::kNamePlace:
      return "have its country named";
    case ConsentScope::kTranslate:
      return "be translated";
    case ConsentScope::kPhoto:
      return "have its pages shown as pictures";
    case ConsentScope::kPublishVerdict:
      return "have it published whether it is led by its community";
  }
  return {};
}

core::Result<ConsentsShown> ShowConsents(const Workspace& workspace, const std::string& named) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSeeConsents));
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const model::Study& study = *small;
  CG_RETURN_IF_ERROR(CheckSubject(study, in.caller, named));
  CG_ASSIGN_OR_RETURN(const std::string subject, WholeSubject(in.store, study, named));
  const bool of_passage = !model::PassageOfSubject(subject).empty();
  const auto ids = model::IdsOf(study.consents);
  ConsentsShown shown;
  const auto organisation =
      std::ranges::find(study.organisations, model::OrganisationId(OrganisationOf(subject)), &model::Organisation::id);
  shown.name = organisation->name;
  for (const auto& [scope, word] : model::Words<ConsentScope>()) {
    if (of_passage && !model::IsOfPassages(scope)) continue;
    ConsentLine line{subject, ConsentState::kNeverGiven, {}, {}, {}};
    line.consent.subject = subject;
    line.consent.scope = scope;
    for (std::size_t i = 0; i < study.consents.size(); ++i) {
      const Consent& one = study.consents[i];
      if (one.subject == subject && one.scope == scope) line = LineOf(one, ids[i], in.today);
    }
    shown.lines.push_back(std::move(line));
  }
  for (std::size_t i = 0; i < study.consents.size(); ++i) {
    const Consent& one = study.consents[i];
    if (one.subject != subject && model::IsWithin(one.subject, subject))
      shown.lines.push_back(LineOf(one, ids[i], in.today));
  }
  return shown;
}

core::Result<ConsentEdit> GiveConsent(const Workspace& workspace, const ConsentGiven& given) {
  if (given.scopes.empty() || ingest::Bare(given.evidence).empty()) {
    const bool is_scope = given.scopes.empty();
    core::Error error{ErrorCode::kInvalidInput,
                      is_scope ? "say what it is consent to. Nothing was changed. Fix: one or more of " +
                                     model::AllWords<ConsentScope>()
                               : "a consent needs its evidence: where it is kept. Nothing was changed",
                      given.subject};
    error.about = {std::string(rules::NameOf(kKind)), {}, is_scope ? "scope" : "evidence"};
    if (!is_scope) error.hint = {"give consent", {{"subject", given.subject}}};
    return core::Fail(std::move(error));
  }
  std::vector<core::Problem> problems;
  const std::string evidence = CellOf("evidence", given.evidence, {&problems, {}, 0, "evidence"});
  if (const auto wrong = AboutThing(problems, kKind, rules::kNoIndex, {}); !wrong.empty()) {
    return core::Fail(RefusalOf(wrong, rules::NameOf(kKind), rules::kNoIndex, {}));
  }
  const auto give = [&](const std::string& subject, const core::Date& today, Changes& changes) {
    for (const ConsentScope scope : given.scopes) {
      Consent& consent = changes.FindOrAdd(subject, scope);
      consent.basis = given.basis;
      consent.given = given.given.value_or(today);
      consent.expires = given.expires;
      consent.withdrawn.reset();
      consent.evidence = evidence;
    }
  };
  return ChangeConsents(workspace, UseCase::kGiveConsent, given.subject, give);
}

core::Result<ConsentEdit> PauseConsent(const Workspace& workspace, const ConsentPaused& paused) {
  const auto pause = [&](const std::string& subject, const core::Date& today, Changes& changes) {
    const core::Date on = paused.on.value_or(today);
    const auto is_meant = [&](ConsentScope scope) {
      return paused.scopes.empty() || std::ranges::find(paused.scopes, scope) != paused.scopes.end();
    };
    for (Consent& one : changes.list()) {
      if (model::IsWithin(one.subject, subject) && is_meant(one.scope)) Withdraw(one, on);
    }
    // What has no row of its own follows its organisation, or was never given: it is closed by a row that says so.
    const bool of_passage = !model::PassageOfSubject(subject).empty();
    for (const auto& [scope, word] : model::Words<ConsentScope>()) {
      if (of_passage && paused.scopes.empty()) {
        if (model::IsOfPassages(scope)) Withdraw(changes.FindOrAdd(subject, scope), on);
        continue;
      }
      if (!is_meant(scope) || changes.Find(subject, scope) != nullptr) continue;
      const bool is_named = !paused.scopes.empty() || scope == ConsentScope::kAnalyse;
      const bool follows = IsDocument(subject) && changes.Find(OrganisationOf(subject), scope) != nullptr;
      if (is_named || follows) Withdraw(changes.FindOrAdd(subject, scope), on);
    }
  };
  return ChangeConsents(workspace, UseCase::kPauseConsent, paused.subject, pause);
}

}  // namespace commonground::app
