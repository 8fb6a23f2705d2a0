// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes out of a study what somebody no longer consents to: not hidden, gone.  The same function says beforehand what
// would go, so that the account that people read is never another one than what is done.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/date.h"
#include "model/change_set.h"
#include "model/study.h"

namespace commonground::coding {

struct Withdrawal {
  std::string subject;                      // model/consent_subject.h
  std::vector<model::ConsentScope> scopes;  // never empty
  core::Date day;                           // written into the consents
  friend bool operator==(const Withdrawal&, const Withdrawal&) = default;
};

// A finding, and how its evidence changes.
struct FindingLoss {
  model::FindingId id;
  std::int64_t passages = 0;     // accepted ones under its codes, of its cases: that go
  std::int64_t left = 0;         // and that stay
  bool words_taken_out = false;  // it repeated what was withdrawn
  // It cannot be published as it is: no case that supports it is left, or no passage.
  bool without_evidence = false;
  friend bool operator==(const FindingLoss&, const FindingLoss&) = default;
};

// A text that people wrote and that repeated words that go.
struct Repetition {
  std::string kind;  // "chapter", "memo", "code" ...
  std::string id;
  friend bool operator==(const Repetition&, const Repetition&) = default;
};

// One consent that is closed, from what day on.
struct ClosedConsent {
  std::string subject;
  model::ConsentScope scope = model::ConsentScope::kAnalyse;
  core::Date day;  // never before the day on which it was given, whatever the clock said
};

// What could bring the words back: a text, or the file that it was taken from.
struct GoneText {
  model::OrganisationId organisation;
  std::string hash;  // core::ContentHash
  core::Date day;
};

// What goes, or went.
struct Removed {
  std::vector<model::DocumentId> documents;
  std::vector<model::OrganisationId> cases;
  std::int64_t consents = 0;  // that are closed now and were not
  std::int64_t codings = 0;
  std::int64_t orphans = 0;
  std::int64_t old_versions = 0;
  std::int64_t translations = 0;
  std::int64_t memos = 0;
  std::int64_t history_texts = 0;
  std::int64_t decisions = 0;         // assignments, adjudications and decisions
  std::vector<model::CodeId> labels;  // codes called by words of a passage, now by their id
  std::vector<FindingLoss> findings;
  std::vector<Repetition> repetitions;
  std::vector<model::Change<model::Consent>> changes;  // of the consents, for the history
  std::vector<ClosedConsent> closed;                   // all that the withdrawals name, also what was closed before
  std::vector<GoneText> texts;
};

// With kAnalyse all of the subject's documents go, of an organisation also its case, the chapter about it, its place in
// findings; their codings, orphans, old versions, memos, assignments, adjudications, decisions; the words that the
// history keeps of them (history/erase.h).  With kAnalyse, kQuote or kSummarise the subject's words go from all that
// people wrote: lines [[quote:...]] of its documents, and every run of kRunOfLetters letters that the two have in
// common becomes "[...]".  With kTranslate its translations go.  Other scopes are closed and remove nothing.
//
// Of a passage (a document's words under one coding) only kQuote, kSummarise and kTranslate are taken back: its words go
// from what people wrote, its translations go, and it is not shown; the text stays whole for the analysis.
//
// Consents: every row of the subject (and of an organisation's documents) in these scopes is marked; a scope without a
// row gets one.  Rows of documents that go, go.
//
// Requires: the whole study, with texts and codings.  Twice is as once: the second removes nothing.
// Cost: linear in the study, most of it in what people wrote.
Removed Withdraw(model::Study& study, std::span<const Withdrawal> withdrawals);

// All scopes, in the order of the words table.
std::vector<model::ConsentScope> AllScopes();

}  // namespace commonground::coding
