// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Consents in words, through the use cases of app.

#include "server/routes/consents.h"

#include <algorithm>

namespace commonground::server {

namespace {

std::optional<std::string> TextOf(const std::optional<core::Date>& date) {
  return date ? std::optional(date->Text()) : std::nullopt;
}

std::optional<std::string> IfAny(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

ConsentLineView ViewOf(const app::ConsentLine& line) {
  ConsentLineView view;
  view.subject = line.subject;
  view.scope = line.consent.scope;
  view.may = std::string(app::InWords(line.consent.scope));
  view.state.value = std::string(app::WordOf(line.state));
  if (line.state == app::ConsentState::kNeverGiven) return view;
  view.basis = line.consent.basis;
  view.given = TextOf(line.consent.given);
  view.expires = TextOf(line.consent.expires);
  view.withdrawn = TextOf(line.consent.withdrawn);
  view.evidence = IfAny(line.consent.evidence);
  view.id = IfAny(line.id);
  view.version = IfAny(line.version);
  return view;
}

std::vector<ConsentLineView> ViewOf(const std::vector<app::ConsentLine>& lines) {
  std::vector<ConsentLineView> views;
  for (const app::ConsentLine& line : lines) views.push_back(ViewOf(line));
  return views;
}

RestsView ViewOf(const app::WhatRests& rests) {
  const coding::Removed& removed = rests.removed;
  RestsView view;
  view.documents = removed.documents;
  view.cases = removed.cases;
  view.consents = removed.consents;
  view.codings = removed.codings + removed.orphans;
  view.older_texts = removed.old_versions;
  view.translations = removed.translations;
  view.memos = removed.memos;
  view.history_texts = removed.history_texts;
  view.decisions = removed.decisions;
  view.originals = static_cast<std::int64_t>(rests.originals);
  view.labels = removed.labels;
  for (const auto& one : removed.findings) {
    view.findings.push_back({one.id, one.passages, one.left, one.words_taken_out, one.without_evidence});
  }
  for (const auto& one : removed.repetitions) view.repetitions.push_back({one.kind, one.id});
  for (const auto& one : rests.editions) {
    view.editions.push_back({one.edition, one.made_at, one.forms, one.languages});
  }
  view.act = rests.act;
  view.wiped = rests.wiped;
  return view;
}

core::Result<std::optional<core::Date>> DayOf(const std::optional<std::string>& text) {
  if (!text) return std::optional<core::Date>();
  CG_ASSIGN_OR_RETURN(const core::Date day, core::Date::Parse(*text));
  return std::optional(day);
}

}  // namespace

core::Result<ShowConsents::Output> ShowConsents::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const auto shown, app::ShowConsents(study, input.subject));
  return Output{shown.name, ViewOf(shown.lines)};
}

core::Result<ConsentEditView> GiveConsent::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  app::ConsentGiven given;
  given.subject = input.subject;
  given.scopes = input.scopes;
  given.basis = input.basis.value_or(given.basis);
  CG_ASSIGN_OR_RETURN(given.given, DayOf(input.given));
  CG_ASSIGN_OR_RETURN(given.expires, DayOf(input.expires));
  given.evidence = input.evidence;
  CG_ASSIGN_OR_RETURN(const auto edit, app::GiveConsent(study, given));
  return ConsentEditView{edit.result.act, ViewOf(edit.lines)};
}

core::Result<ConsentEditView> PauseConsent::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  app::ConsentPaused paused;
  paused.subject = input.subject;
  paused.scopes = input.scopes.value_or(std::vector<model::ConsentScope>());
  CG_ASSIGN_OR_RETURN(const auto edit, app::PauseConsent(study, paused));
  return ConsentEditView{edit.result.act, ViewOf(edit.lines)};
}

core::Result<RestsView> ShowWhatRests::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(const auto rests, app::WhatRestsOn(study, {input.subject, input.scope}, progress));
  return ViewOf(rests);
}

core::Result<RestsView> WithdrawConsent::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(const auto went,
                      app::CarryOutWithdrawal(
                          study, {input.subject, input.scopes.value_or(std::vector<model::ConsentScope>())}, progress));
  // What was made of it and is held for somebody is not handed out any more (consent_sign.h); here it goes at once.
  asked.services.jobs.ForgetFiles();
  asked.services.previews->ForgetAll();
  return ViewOf(went);
}

}  // namespace commonground::server
