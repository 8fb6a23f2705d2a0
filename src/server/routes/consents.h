// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about consents in words: what somebody agreed to, giving it, pausing it, and what a withdrawal takes along.
// Rows of the table are edited one at a time by the routes of nouns.h.
#pragma once

#include "app/consent_study.h"
#include "app/withdrawal/withdraw_study.h"
#include "server/route.h"

namespace commonground::server {

struct ConsentStateWords {
  static constexpr std::array<std::string_view, 5> kWords{"holds", "not yet", "expired", "withdrawn", "never given"};
};
struct ConsentLineView {
  std::string subject;
  model::ConsentScope scope = model::ConsentScope::kAnalyse;
  std::string may;
  OneOf<ConsentStateWords> state;
  std::optional<model::ConsentBasis> basis;
  std::optional<std::string> given;
  std::optional<std::string> expires;
  std::optional<std::string> withdrawn;
  std::optional<std::string> evidence;
  std::optional<std::string> id;
  std::optional<std::string> version;
};
void Describe(auto& visit, Is<ConsentLineView> auto& line) {
  visit("subject", line.subject, "an organisation, or one of its texts");
  visit("scope", line.scope, "what may be done");
  visit("may", line.may, "the same in words, behind \"may\"");
  visit("state", line.state, "today");
  visit("basis", line.basis, "how it was given");
  visit("given", line.given, "when");
  visit("expires", line.expires, "its last day");
  visit("withdrawn", line.withdrawn, "when it was taken back");
  visit("evidence", line.evidence, "where it is kept");
  visit("id", line.id, "of its row");
  visit("version", line.version, "of its row");
}

struct ShowConsents {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/subjects/{subject}/consents",
                                .name = "showConsents",
                                .summary = "What an organisation or a text agreed to: every scope, and how it is today",
                                .use_case = app::UseCase::kSeeConsents};
  struct Input {
    std::string subject;
  };
  struct Output {
    std::string name;
    std::vector<ConsentLineView> consents;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowConsents::Input> auto& in) {
  visit.Path("subject", in.subject,
             "an organisation, CASE/FILE with its slash as %2F, or CASE/FILE#CODING with %2F and %23");
}
void Describe(auto& visit, Is<ShowConsents::Output> auto& out) {
  visit("name", out.name, "of the organisation");
  visit("consents", out.consents, "every scope; then what its texts have of their own");
}

// What changed.
struct ConsentEditView {
  std::int64_t act = 0;
  std::vector<ConsentLineView> consents;
};
void Describe(auto& visit, Is<ConsentEditView> auto& view) {
  visit("act", view.act, "its number in the history; 0: it was so already");
  visit("consents", view.consents, "those that changed, as they are now");
}

struct GiveConsent {
  static constexpr Rules kRules{
      .method = Method::kPost,
      .path = "/subjects/{subject}/consents",
      .name = "giveConsent",
      .summary = "Consent is given, for one or more scopes; one that was paused is given again",
      .use_case = app::UseCase::kGiveConsent};
  struct Input {
    std::string subject;
    std::vector<model::ConsentScope> scopes;
    std::optional<model::ConsentBasis> basis;
    std::optional<std::string> given;
    std::optional<std::string> expires;
    std::string evidence;
  };
  using Output = ConsentEditView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<GiveConsent::Input> auto& in) {
  visit.Path("subject", in.subject,
             "an organisation, CASE/FILE with its slash as %2F, or CASE/FILE#CODING with %2F and %23");
  visit("scopes", in.scopes, "at least one");
  visit("basis", in.basis, "written, if it is not said");
  visit("given", in.given, "today, if it is not said");
  visit("expires", in.expires, "its last day; not said: it does not end");
  visit("evidence", in.evidence, "where it is kept");
}

struct PauseConsent {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/subjects/{subject}/consents/pause",
                                .name = "pauseConsent",
                                .summary = "Hides what rests on it at once; nothing is deleted, and it can be undone",
                                .use_case = app::UseCase::kPauseConsent};
  struct Input {
    std::string subject;
    std::optional<std::vector<model::ConsentScope>> scopes;
  };
  using Output = ConsentEditView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<PauseConsent::Input> auto& in) {
  visit.Path("subject", in.subject,
             "an organisation, CASE/FILE with its slash as %2F, or CASE/FILE#CODING with %2F and %23");
  visit("scopes", in.scopes, "these only; not said: all");
}

// What goes, or went, with a withdrawal.
struct RestsView {
  struct Finding {
    model::FindingId finding;
    std::int64_t passages = 0;
    std::int64_t left = 0;
    bool words_taken_out = false;
    bool without_evidence = false;
  };
  struct Repetition {
    std::string kind;
    std::string id;
  };
  struct Edition {
    std::string edition;
    std::string made_at;
    std::string forms;
    std::string languages;
  };
  std::vector<model::DocumentId> documents;
  std::vector<model::OrganisationId> cases;
  std::int64_t consents = 0;
  std::int64_t codings = 0;
  std::int64_t older_texts = 0;
  std::int64_t translations = 0;
  std::int64_t memos = 0;
  std::int64_t history_texts = 0;
  std::int64_t decisions = 0;
  std::int64_t originals = 0;
  std::vector<model::CodeId> labels;
  std::vector<Finding> findings;
  std::vector<Repetition> repetitions;
  std::vector<Edition> editions;
  std::int64_t act = 0;
  bool wiped = true;
};
void Describe(auto& visit, Is<RestsView::Finding> auto& one) {
  visit("finding", one.finding, "its id");
  visit("passages", one.passages, "that go");
  visit("left", one.left, "that stay");
  visit("words_taken_out", one.words_taken_out, "it repeated what is withdrawn");
  visit("without_evidence", one.without_evidence, "it cannot be published any more as it is");
}
void Describe(auto& visit, Is<RestsView::Repetition> auto& one) {
  visit("kind", one.kind, "chapter, memo, code ...");
  visit("id", one.id, "of it");
}
void Describe(auto& visit, Is<RestsView::Edition> auto& one) {
  visit("edition", one.edition, "its id");
  visit("made_at", one.made_at, "UTC");
  visit("forms", one.forms, "html, pdf ...");
  visit("languages", one.languages, "in which");
}
void Describe(auto& visit, Is<RestsView> auto& view) {
  visit("documents", view.documents, "texts that go");
  visit("cases", view.cases, "whose case goes as a whole");
  visit("consents", view.consents, "that are closed");
  visit("codings", view.codings, "that go, orphans among them");
  visit("older_texts", view.older_texts, "older versions that go");
  visit("translations", view.translations, "that go");
  visit("memos", view.memos, "notes that go");
  visit("history_texts", view.history_texts, "words that the history keeps no longer");
  visit("decisions", view.decisions, "assignments, adjudications and decisions that go");
  visit("originals", view.originals, "encrypted files that go");
  visit("labels", view.labels, "codes that were called by words of a passage, and are called by their id then");
  visit("findings", view.findings, "that lose evidence");
  visit("repetitions", view.repetitions, "what people wrote and that repeats words that go");
  visit("editions", view.editions, "published ones that show something of it, and stay where they are");
  visit("act", view.act, "its number in the history; 0: nothing was changed");
  visit("wiped", view.wiped, "false: the words are in the file's log until others are done reading");
}

struct ShowWhatRests {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/subjects/{subject}/rests",
                                .name = "showWhatRests",
                                .summary = "What rests on a consent, and would go with it: nothing is changed",
                                .use_case = app::UseCase::kWhatRestsOn};
  struct Input {
    std::string subject;
    std::vector<model::ConsentScope> scope;
  };
  using Output = RestsView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowWhatRests::Input> auto& in) {
  visit.Path("subject", in.subject,
             "an organisation, CASE/FILE with its slash as %2F, or CASE/FILE#CODING with %2F and %23");
  visit.Query("scope", in.scope, "on these only; not said: on all");
}

struct WithdrawConsent {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/subjects/{subject}/withdrawal",
                                .name = "withdrawConsent",
                                .summary = "Deletes all that rests on it, for good: no undo brings it back",
                                .use_case = app::UseCase::kWithdrawConsent,
                                .is_fresh = true};
  struct Input {
    std::string subject;
    std::optional<std::vector<model::ConsentScope>> scopes;
  };
  using Output = RestsView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<WithdrawConsent::Input> auto& in) {
  visit.Path("subject", in.subject,
             "an organisation, CASE/FILE with its slash as %2F, or CASE/FILE#CODING with %2F and %23");
  visit("scopes", in.scopes, "these only; not said: all");
}

}  // namespace commonground::server
