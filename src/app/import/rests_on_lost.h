// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What people made of passages of a text, and what of it has lost its words once the text has a new version: quotations
// that chapters and findings place, findings, translations, consents to single passages.  For app alone.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "app/import/lost_codings.h"
#include "model/study.h"

namespace commonground::app {

struct RestsOnLost {
  // A line [[quote:DOCUMENT|WORDS]] that placed a passage, and places none now.
  struct Quote {
    std::string kind;  // of what holds it: "chapter", "finding"
    std::string id;
    int line = 1;
    std::string words;
    // It places one again if one of these lost codings is put on its nearest words.
    std::vector<model::CodingId> stays_with;
    friend bool operator==(const Quote&, const Quote&) = default;
  };
  // Passages for a finding and against it.
  struct OfFinding {
    model::FindingId id;
    std::vector<model::CodingId> lost_for;  // lost codings, of LostCodings::seen
    std::vector<model::CodingId> lost_against;
    std::int64_t left_for = 0;  // accepted ones that stay, as far as they may be seen
    std::int64_t left_against = 0;
    friend bool operator==(const OfFinding&, const OfFinding&) = default;
  };
  // Its passage stood in the text, and does not now: it is not shown.
  struct OfTranslation {
    std::string id;
    std::string language;
    std::string exact;
    friend bool operator==(const OfTranslation&, const OfTranslation&) = default;
  };
  // What was said of one passage: its coding has no place now.
  struct OfConsent {
    std::string subject;
    model::CodingId coding;
    model::ConsentScope scope = model::ConsentScope::kQuote;
    bool refused = false;  // withdrawn: while it has no place, nothing of the whole text is shown in a report
    friend bool operator==(const OfConsent&, const OfConsent&) = default;
  };
  std::vector<Quote> quotes;
  std::vector<OfFinding> findings;
  std::vector<OfTranslation> translations;
  std::vector<OfConsent> consents;

  bool empty() const { return quotes.empty() && findings.empty() && translations.empty() && consents.empty(); }
  friend bool operator==(const RestsOnLost&, const RestsOnLost&) = default;
};

// What holds now, so that it is known later what does not.  Who may bring in a version sees chapters, findings,
// translations and consents (a coordinator); of codings it tells only those that `view` shows.
class RestsOnText {
 public:
  // Requires: the study with its texts and codings.  Cost: O(codings + what people wrote + translations x text).
  RestsOnText(const model::Study& study, const model::DocumentId& document, const CodingView& view);

  // Requires: `now` is that study with the new text, its codings moved, and those of `lost` that were put somewhere in
  // their places.
  RestsOnLost WhatIsLost(const model::Study& now, const LostCodings& lost, const CodingView& view) const;

 private:
  model::DocumentId document_;
  std::vector<RestsOnLost::Quote> quotes_;  // that place a passage
  std::set<std::string> translations_;      // ids: whose words stand in the text
  std::set<model::CodingId> placed_;        // codings with a consent of their own
};

}  // namespace commonground::app
