// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes studies of any size with the shares of real ones, the same for the same seed.

#include "bench/study_generator.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <set>
#include <tuple>

#include "core/content_hash.h"

namespace commonground::bench {

namespace {

using model::CodeId;
using model::CountryCode;
using model::OrganisationId;
using model::SourceId;

constexpr std::array<const char*, 5> kRegions{"africa", "asia-pacific", "europe", "latin-america", "north-america"};
constexpr std::array<const char*, 10> kCountries{"KEN", "UGA", "THA", "IND", "SWE", "DEU", "ECU", "PER", "CAN", "JAM"};
// selling, buying, third parties: every legal model that the three decide, and one with nothing sourced.
constexpr std::array<std::array<const char*, 3>, 5> kLaws{{
    {"criminalised", "criminalised", "criminalised"},
    {"criminalised", "not_criminalised", "criminalised"},
    {"not_criminalised", "criminalised", "criminalised"},
    {"partly", "not_criminalised", "criminalised"},
    {"unknown", "unknown", "unknown"},
}};
constexpr const char* kWords[] = {"outreach", "with",   "peer",    "teams",  "in",     "the",  "evening",  "a",
                                  "clinic",   "opened", "its",     "doors",  "legal",  "aid",  "came",     "late",
                                  "people",   "shared", "condoms", "police", "stayed", "away", "training", "health"};

// The generator's own draws: std:: distributions may differ between libraries, and a benchmark's study must not.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : engine_(seed) {}
  std::int64_t Below(std::int64_t n) { return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(n)); }
  // Few low numbers often, many high ones rarely.
  std::int64_t Skewed(std::int64_t n) {
    const double u = static_cast<double>(engine_() >> 11U) * 0x1.0p-53;
    return std::min(n - 1, static_cast<std::int64_t>(static_cast<double>(n) * u * u));
  }

 private:
  std::mt19937_64 engine_;
};

void AddCodebook(const Plan& plan, model::Study& study) {
  constexpr std::array<std::pair<const char*, model::CodeKind>, 3> kTops{
      {{"INT", model::CodeKind::kPractice}, {"BAR", model::CodeKind::kBarrier}, {"OUT", model::CodeKind::kOutcome}}};
  const auto add = [&](std::string id, std::optional<CodeId> parent, model::CodeKind kind) {
    study.codebook.push_back({CodeId(id), std::move(parent), kind, "Invented code " + id, "", "invented", {}});
  };
  for (const auto& [top, kind] : kTops) add(top, std::nullopt, kind);
  for (std::int32_t i = 0; std::ssize(study.codebook) < plan.codes; ++i) {
    const auto& [top, kind] = kTops[static_cast<std::size_t>(i % 3)];
    const std::int32_t group = i / 3 / 10;
    const std::string middle = fmt::format("{}.{}", top, group + 1);
    if (i / 3 % 10 == 0) {
      add(middle, CodeId(top), kind);
    } else {
      add(fmt::format("{}.{}", middle, i / 3 % 10), CodeId(middle), kind);
    }
  }
}

void AddContexts(model::Study& study) {
  const std::vector<SourceId> sources{SourceId("invented")};
  constexpr std::array<const char*, 3> kIndicators{"law_selling", "law_buying", "law_third_parties"};
  for (const char* id : kIndicators) {
    study.indicators.push_back({model::IndicatorId(id),
                                id,
                                id,
                                model::IndicatorSide::kLaw,
                                model::IndicatorType::kChoice,
                                {"not_criminalised", "partly", "criminalised"},
                                sources,
                                ""});
  }
  for (std::size_t country = 0; country < kCountries.size(); ++country) {
    for (std::size_t i = 0; i < kIndicators.size(); ++i) {
      study.contexts.push_back({CountryCode(kCountries[country]), "", model::IndicatorId(kIndicators[i]),
                                kLaws[country % kLaws.size()][i], std::nullopt, std::nullopt, std::nullopt, "", sources,
                                "", ""});
    }
  }
}

void AddCase(const Plan& plan, std::int32_t number, Draw& draw, model::Study& study) {
  const std::string id = fmt::format("org{:05}", number);
  const std::size_t region = static_cast<std::size_t>(number) % kRegions.size();
  const std::size_t country = region * 2 + static_cast<std::size_t>(number / 5 % 2);
  study.organisations.push_back({OrganisationId(id),
                                 "Invented organisation " + id,
                                 id,
                                 CountryCode(kCountries[country]),
                                 model::RegionId(kRegions[region]),
                                 {"en"},
                                 model::Visibility::kPublic,
                                 ""});
  study.cases.push_back({OrganisationId(id), "Invented case " + id, std::nullopt});
  using Scope = model::ConsentScope;
  for (const Scope scope :
       {Scope::kAnalyse, Scope::kSummarise, Scope::kQuote, Scope::kNameOrganisation, Scope::kNamePlace}) {
    study.consents.push_back({id, scope, model::ConsentBasis::kWritten, std::nullopt, std::nullopt, std::nullopt, ""});
  }
  // Earlier cases take one coding more when the codings do not divide.
  const std::int64_t here = plan.codings / plan.cases + (number < plan.codings % plan.cases ? 1 : 0);
  model::Document document;
  document.id = model::DocumentId(id + "/case-study.txt");
  document.organisation = OrganisationId(id);
  document.title = "Invented case " + id;
  document.language = "en";
  document.kind = model::DocumentKind::kSummary;
  std::vector<core::TextRange> passages;
  const std::int64_t paragraphs = std::max<std::int64_t>(1, here / 2);  // about two codings a passage
  for (std::int64_t i = 0; i < paragraphs; ++i) {
    const auto start = static_cast<std::int64_t>(document.text.size());
    std::string sentence = "They say that";
    const std::int64_t words = 8 + draw.Below(10);
    for (std::int64_t word = 0; word < words; ++word) {
      sentence += ' ';
      sentence += kWords[draw.Below(std::ssize(kWords))];
    }
    document.text += sentence + ".";
    passages.push_back({start, static_cast<std::int64_t>(document.text.size())});
    document.text += "\n\n";
  }
  document.text.pop_back();
  document.hash = core::ContentHash(document.text);
  std::set<std::tuple<std::int64_t, std::int64_t, std::int64_t>> used;  // passage, code, coder: a key, never twice
  for (std::int64_t i = 0; i < here; ++i) {
    std::int64_t passage = i / 2 % paragraphs;
    std::int64_t code = 0;
    std::int64_t coder = 0;
    do {
      code = draw.Skewed(std::ssize(study.codebook));
      coder = draw.Below(4);
    } while (!used.emplace(passage, code, coder).second);
    const core::TextRange range = passages[static_cast<std::size_t>(passage)];
    const std::string& text = document.text;  // ASCII: bytes are code points
    const auto at = [&](std::int64_t from, std::int64_t to) {
      from = std::max<std::int64_t>(0, from);
      to = std::min(to, std::ssize(text));
      return text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
    };
    study.codings.push_back({document.id,
                             at(range.start, range.end),
                             at(range.start - 32, range.start),
                             at(range.end, range.end + 32),
                             range,
                             study.codebook[static_cast<std::size_t>(code)].id,
                             model::CoderId(fmt::format("coder{}", coder + 1)),
                             std::nullopt,
                             model::CodingStatus::kAccepted,
                             model::EvidenceType::kDocumented,
                             {SourceId("invented")},
                             ""});
  }
  study.documents.push_back(std::move(document));
}

}  // namespace

model::Study GenerateStudy(const Plan& plan) {
  model::Study study;
  study.settings.title = "Invented study for measuring";
  study.settings.invented = true;
  study.settings.reference_date = core::Date::Make(2013, 12, 31);
  for (const char* region : kRegions) {
    study.regions.push_back({model::RegionId(region), region, {}, (plan.cases + 4) / 5});
  }
  study.sources.push_back({SourceId("invented"), "Invented", "", "", "invented", std::nullopt, ""});
  model::Definition half;
  half.id = model::DefinitionId("half");
  half.label = "At least half of the decision-making body";
  half.kind = "numeric";
  half.criteria.push_back({"decision_making_body", {1, 2}, model::Comparator::kAtLeast, {}});
  half.sources = {SourceId("invented")};
  study.definitions.push_back(half);
  study.settings.definitions = {half.id};
  AddCodebook(plan, study);
  AddContexts(study);
  Draw draw(plan.seed);
  study.codings.reserve(static_cast<std::size_t>(plan.codings));
  for (std::int32_t number = 0; number < plan.cases; ++number) AddCase(plan, number, draw, study);
  return study;
}

}  // namespace commonground::bench
