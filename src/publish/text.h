// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Runs of text and what links lead to.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "model/ids.h"

namespace commonground::publish {

enum class PageKind {
  kSummary,
  kCoverage,
  kBarriers,
  kMethodology,
  kPractices,
  kLaws,
  kOutcomes,
  kAnswers,
  kFindings,
  kContexts,
  kCoalitions,
  kRecommendations,
  kConclusion,
  kSources,
  kAnnexes,
  kAgreement,
  kCases,
  kIndex,
  kStates,
  kTwoPages,   // the summary on two printed pages
  kTargets,    // figures that others agreed on
  kChecklist,  // what a synthesis should report, and where
  kChanged,    // since the edition before
  kRegion,     // of a region
  kCase,       // of an organisation
  kCountry,    // of a country
  kPractice,   // of a code
  kEvidence,   // of a code
};

struct PageId {
  PageKind kind = PageKind::kSummary;
  std::string of = {};  // id of the region, organisation, country or code
  int part = 1;         // of a list that is too long for one page
  friend auto operator<=>(const PageId&, const PageId&) = default;
};

// What a link leads to.
struct PlaceTarget {  // a heading, table or figure by its name on that page
  PageId page;
  std::string name;
};
struct PassageTarget {  // a paragraph of a case study
  model::OrganisationId of;
  int document = 1;   // among those of the case, from 1
  int paragraph = 0;  // from 1; 0: the whole document
};
inline constexpr int kSourcesOnAPage = 300;
struct SourceTarget {
  model::SourceId source;
  int number = 1;  // in the list of sources, from 1
};
struct NumberTarget {  // the passages behind a number of cases
  model::CodeId code;
  std::string grouping = {};  // empty: all cases
  std::string group = {};
  model::CodeId with = {};  // not empty: the cases that have this code too
};
struct WebTarget {
  std::string address;  // begins with https:, http: or mailto:
};
using Target = std::variant<std::monostate, PageId, PlaceTarget, PassageTarget, SourceTarget, NumberTarget, WebTarget>;
inline bool Leads(const Target& target) {
  return !std::holds_alternative<std::monostate>(target);
}

// A run of text; a link when it has a target.
struct Span {
  Span(std::string of_text = {}, Target leads_to = {}, std::string looks = {}, std::string in_language = {});
  std::string text;
  Target target;
  std::string style;     // "", "strong", "muted", "state" (not sourced, disputed, ...), "number"
  std::string language;  // BCP 47 of these words, "und": not known; empty: that of the page
};
using Spans = std::vector<Span>;

}  // namespace commonground::publish
