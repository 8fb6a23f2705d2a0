// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Consents in words: what an organisation or one of its documents agreed to, giving it, and taking it back.  What was
// taken back holds on no day from then on: search, lists, comparisons and reports do not show it from the next look on.
//
// A subject is an organisation (all of its case), a document (that one only, before what its organisation agreed to) or a
// passage (its words only, before what was agreed for its document; model/consent_subject.h).
// A member organisation acts for itself alone.
// Errors everywhere: Forbidden; NotFound: there is no such organisation or document; InvalidInput; Conflict; those of
// the store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/edit_result.h"
#include "app/workspace.h"
#include "core/date.h"
#include "model/consent.h"

namespace commonground::app {

enum class ConsentState { kHolds, kNotYet, kExpired, kWithdrawn, kNeverGiven };
// "holds", "not yet", "expired", "withdrawn", "never given".
std::string_view WordOf(ConsentState state);
// "be analysed and counted", after "may".
std::string_view InWords(model::ConsentScope scope);

struct ConsentLine {
  std::string subject;
  ConsentState state = ConsentState::kNeverGiven;  // today
  model::Consent consent;                          // of kNeverGiven only the subject and scope
  std::string id;                                  // as `consent set` names it; empty of kNeverGiven
  std::string version;
};
struct ConsentsShown {
  std::string name;                // of the organisation
  std::vector<ConsentLine> lines;  // every scope of the subject; then what its documents have of their own
};
core::Result<ConsentsShown> ShowConsents(const Workspace& workspace, const std::string& subject);

struct ConsentGiven {
  std::string subject;
  std::vector<model::ConsentScope> scopes;  // at least one
  model::ConsentBasis basis = model::ConsentBasis::kWritten;
  std::optional<core::Date> given;    // none: today
  std::optional<core::Date> expires;  // its last day
  std::string evidence;               // where it is kept; never empty
};
struct ConsentEdit {
  EditResult result;
  std::vector<ConsentLine> lines;  // those that changed, as they are now
};
// A consent that was taken back before is given anew.
core::Result<ConsentEdit> GiveConsent(const Workspace& workspace, const ConsentGiven& given);

struct ConsentPaused {
  std::string subject;
  std::vector<model::ConsentScope> scopes;  // none: all
  std::optional<core::Date> on;             // none: today
};
// Hides at once, and can be undone; for good is app/withdrawal.  Never refused for what was recorded before: a day
// before its consent becomes that consent's day.  Of an organisation, its documents' own consents of these scopes pause
// too.
core::Result<ConsentEdit> PauseConsent(const Workspace& workspace, const ConsentPaused& paused);

}  // namespace commonground::app
