// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks up words of a study that are ours too.

#include "publish/known_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace commonground::publish {

namespace {

constexpr std::array<const char*, 5> kRegionLabels{{
    Marked("Africa"),
    Marked("Asia and the Pacific"),
    Marked("Europe and Central Asia"),
    Marked("Latin America"),
    Marked("North America and the Caribbean"),
}};

// In order.
constexpr std::array<const char*, 26> kSourceKinds{{
    MarkedIn("kind of source", "abstract"),
    MarkedIn("kind of source", "ballot"),
    MarkedIn("kind of source", "blog"),
    MarkedIn("kind of source", "country page"),
    MarkedIn("kind of source", "court judgment"),
    MarkedIn("kind of source", "editorial"),
    MarkedIn("kind of source", "event report"),
    MarkedIn("kind of source", "feature story"),
    MarkedIn("kind of source", "figures"),
    MarkedIn("kind of source", "guidance"),
    MarkedIn("kind of source", "internal document"),
    MarkedIn("kind of source", "interview"),
    MarkedIn("kind of source", "law"),
    MarkedIn("kind of source", "listing"),
    MarkedIn("kind of source", "member page"),
    MarkedIn("kind of source", "member profile"),
    MarkedIn("kind of source", "minutes"),
    MarkedIn("kind of source", "news item"),
    MarkedIn("kind of source", "notes"),
    MarkedIn("kind of source", "press release"),
    MarkedIn("kind of source", "register"),
    MarkedIn("kind of source", "report"),
    MarkedIn("kind of source", "resource page"),
    MarkedIn("kind of source", "statement"),
    MarkedIn("kind of source", "transcription"),
    MarkedIn("kind of source", "web page"),
}};

// In the order of the properties.
constexpr std::array<std::pair<std::string_view, const char*>, 25> kFacts{{
    {"activist_movement", MarkedIn("fact", "activist movement")},
    {"at_work_since", MarkedIn("fact", "at work since")},
    {"cases_of_the_2013_report_confirmed", MarkedIn("fact", "cases of the 2013 report that are confirmed")},
    {"countries_of_the_20_cases", MarkedIn("fact", "countries of the 20 cases")},
    {"fine", MarkedIn("fact", "fine")},
    {"fine_in_roubles", MarkedIn("fact", "fine, in roubles")},
    {"first_name", MarkedIn("fact", "first name")},
    {"founded", MarkedIn("fact", "founded")},
    {"hiv_prevention_work_since", MarkedIn("fact", "HIV prevention work since")},
    {"idea_of", MarkedIn("fact", "whose idea it was")},
    {"number_of_regional_reports", MarkedIn("fact", "number of regional reports")},
    {"official_registration", MarkedIn("fact", "official registration")},
    {"outreach_workers_harassed", MarkedIn("fact", "outreach workers harassed")},
    {"penalty_for_selling", MarkedIn("fact", "penalty for selling")},
    {"people_who_sell_sex_fined", MarkedIn("fact", "people fined for selling sex")},
    {"published_claim", MarkedIn("fact", "published claim")},
    {"registered", MarkedIn("fact", "registered")},
    {"report_language", MarkedIn("fact", "language of the report")},
    {"report_length", MarkedIn("fact", "length of the report")},
    {"reported_enforcement", MarkedIn("fact", "enforcement, as reported")},
    {"result", MarkedIn("fact", "result")},
    {"safeguard", MarkedIn("fact", "safeguard")},
    {"share_of_hiv_prevention_funds", MarkedIn("fact", "share of HIV prevention funds")},
    {"wider_mandate", MarkedIn("fact", "wider mandate")},
    {"year_of_the_global_report", MarkedIn("fact", "year of the global report")},
}};
static_assert(std::ranges::is_sorted(kFacts, {}, &std::pair<std::string_view, const char*>::first));

bool IsWord(const char* one, std::string_view text) {
  return std::string_view(one) == text;
}

}  // namespace

std::string RegionWords(const std::string& label, const Words& t) {
  const auto ours = std::ranges::find_if(kRegionLabels, [&](const char* one) { return IsWord(one, label); });
  return ours == kRegionLabels.end() ? label : t(*ours);
}

Span SourceKindWords(const std::string& kind, const Words& t, const std::string& own_language) {
  const auto ours = std::ranges::find_if(kSourceKinds, [&](const char* one) { return IsWord(one, kind); });
  if (ours == kSourceKinds.end()) return {kind, {}, {}, own_language};
  return {t.Sense("kind of source", *ours)};
}

Span FactWords(const std::string& property, const Words& t, const std::string& own_language) {
  const auto ours = std::ranges::lower_bound(kFacts, std::string_view(property), {},
                                             &std::pair<std::string_view, const char*>::first);
  if (ours != kFacts.end() && ours->first == property) return {t.Sense("fact", ours->second)};
  std::string words = property;
  std::ranges::replace(words, '_', ' ');
  return {std::move(words), {}, {}, own_language};
}

}  // namespace commonground::publish
