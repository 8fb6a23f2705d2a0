// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// An invented publication for tests: three regions (one without a case), four cases (one not named, one whose words are
// not shown), disputed facts, and text in every field that would be markup if it were not escaped.
#pragma once

#include "compare/compare.h"
#include "model/results/publication.h"

namespace commonground::publish {

inline const std::string kHostile = R"(<script>alert(1)</script>"'><img src=x onerror=alert(2)>&{{TITLE}})";

inline model::Publication InventedPublication() {
  using namespace model;
  Publication p;
  Study& study = p.study;
  study.settings.title = "Title " + kHostile;
  study.settings.subtitle = kHostile;
  study.settings.publisher = kHostile;
  study.settings.licence = kHostile;
  study.settings.frame_note = kHostile;
  study.settings.invented = true;
  study.regions = {{RegionId("north"), "North " + kHostile, {}, 2},
                   {RegionId("south"), "South", {}, 2},
                   {RegionId("west"), "West", {}, 1}};
  study.sources = {
      {SourceId("s1"), "One " + kHostile, kHostile, "https://example.org/?a=\"><u>", kHostile, {}, kHostile},
      {SourceId("s2"), "Two", "", "javascript:alert(3)", "", {}, ""},
      {SourceId("s3"), "Three", "", "", "", {}, ""}};
  study.codebook = {{CodeId("PRA"), {}, CodeKind::kPractice, "Practices", "", "", {}},
                    {CodeId("PRA.1"), CodeId("PRA"), CodeKind::kPractice, "Outreach " + kHostile, kHostile, "", {}},
                    {CodeId("BAR"), {}, CodeKind::kBarrier, "Barriers", "", "", {}},
                    {CodeId("BAR.1"), CodeId("BAR"), CodeKind::kBarrier, "Raids", "", "", {}},
                    {CodeId("OUT"), {}, CodeKind::kOutcome, "Outcomes", "", "", {}},
                    {CodeId("OUT.1"), CodeId("OUT"), CodeKind::kOutcome, "Fewer arrests", "", "", {}}};
  Snapshot& snapshot = p.snapshot;
  for (const Code& code : study.codebook) {
    snapshot.codes.push_back(code.id);
    snapshot.kinds.push_back(code.kind);
    snapshot.parent.push_back(code.parent ? static_cast<std::int32_t>(snapshot.codes.size()) - 2 : -1);
  }
  const char* const names[] = {"alpha", "beta", "organisation-1", "delta"};
  const char* const regions[] = {"north", "north", "south", "south"};
  for (int i = 0; i < 4; ++i) {
    Organisation organisation;
    organisation.id = OrganisationId(names[i]);
    organisation.name = i == 2 ? "" : std::string(names[i]) + kHostile;
    organisation.region = RegionId(regions[i]);
    if (i != 2) organisation.country = CountryCode(i == 3 ? "CAN" : "KEN");
    study.organisations.push_back(organisation);
    study.slots.push_back({SlotId("slot-" + std::to_string(i)),
                           *organisation.region,
                           organisation.country,
                           organisation.id,
                           {SourceId("s1")},
                           kHostile});
    study.cases.push_back({organisation.id, "", {}});
    p.named[organisation.id] = i != 2;
    p.scopes[organisation.id] = {ConsentScope::kAnalyse, ConsentScope::kSummarise};
    p.consent_basis[organisation.id] = ConsentBasis::kWritten;
    Document document;
    document.id = DocumentId(std::string(names[i]) + "/case.md");
    document.organisation = organisation.id;
    document.title = kHostile;
    document.kind = DocumentKind::kSummary;
    document.sources = {SourceId("s1"), SourceId("s2")};
    if (i != 3) {
      document.text =
          "Peers go out by night. [@s1; @s3]\n\n" + kHostile + "\n\n[x](javascript:alert(4)) ![y](http://z/)";
    }
    p.text_access[document.id] = i == 3 ? TextAccess::kNoConsent : TextAccess::kShown;
    study.documents.push_back(document);
    snapshot.cases.push_back(organisation.id);
    snapshot.material.push_back({1, 2, 2, 100});
  }
  snapshot.coders = {CoderId("coder-1")};
  const auto code = [&](std::int32_t which, std::int32_t of, std::int32_t start, std::int32_t end, const char* source) {
    snapshot.codings.push_back({of, of, which, 0, start, end});
    Coding coding;
    coding.document = study.documents[static_cast<std::size_t>(of)].id;
    coding.range = {start, end};
    coding.code = snapshot.codes[static_cast<std::size_t>(which)];
    coding.coder = CoderId("coder-1");
    coding.evidence_type = EvidenceType::kMeasured;
    if (*source != '\0') coding.sources = {SourceId(source)};
    study.codings.push_back(coding);
  };
  code(1, 0, 0, 22, "s3");
  code(1, 1, 0, 22, "");
  code(1, 2, 0, 22, "");
  code(3, 0, 0, 22, "");
  code(3, 3, 0, 22, "");
  code(5, 0, 0, 22, "");
  snapshot.groupings = {{"region", {"north", "south", "west"}, {study.regions[0].label, "South", "West"}, {0, 0, 1, 1}},
                        {"legal_model",
                         {"decriminalised", "end_demand", "fully_criminalised", "unknown"},
                         {"", "", "", ""},
                         {2, 2, 3, 1}}};
  study.partners = {{PartnerId("p1"), kHostile, CodeId("PRA"), {}, ""}};
  study.partnerships = {{OrganisationId("alpha"), PartnerId("p1"), TieKind::kTraining, {}, {SourceId("s1")}, true}};
  study.definitions = {{DefinitionId("d1"), "1", kHostile, "numeric", kHostile, {}, {kHostile}, {SourceId("s1")}}};
  study.statements = {
      {"alpha", "founded", "2001" + kHostile, {}, {}, {}, EvidenceType::kDocumented, {SourceId("s1")}, "", kHostile},
      {"alpha", "founded", "2003", {}, {}, {}, EvidenceType::kDocumented, {SourceId("s2")}, "", ""}};
  p.context.statements = {{"alpha", "founded", true, {0, 1}}};
  study.indicators = {
      {IndicatorId("law_selling"), "C1", kHostile, IndicatorSide::kLaw, IndicatorType::kChoice, {}, {}, ""}};
  study.contexts = {{CountryCode("KEN"),
                     kHostile,
                     IndicatorId("law_selling"),
                     kHostile,
                     {},
                     {},
                     {},
                     kHostile,
                     {SourceId("s1")},
                     "",
                     kHostile}};
  p.context.on = *core::Date::Make(2026, 1, 1);
  p.context.countries = {{CountryCode("CAN"),
                          {{IndicatorId("law_selling"), ContextState::kNotSourced, "unknown", {}}},
                          "unknown",
                          kHostile},
                         {CountryCode("KEN"),
                          {{IndicatorId("law_selling"), ContextState::kSourced, kHostile, {0}}},
                          "fully_criminalised",
                          ""}};
  study.findings = {{FindingId("f1"),
                     kHostile,
                     {CodeId("PRA.1")},
                     {OrganisationId("alpha")},
                     {},
                     Confidence::kLow,
                     {"a", "b", "c", kHostile},
                     {"x", "y"},
                     kHostile + " [@s1]",
                     {},
                     {Concern::kModerate, Concern::kMinor, Concern::kSerious, Concern::kNoneOrVeryMinor}}};
  for (const char* name : {"summary", "recommendations", "conclusion", "barriers"}) {
    study.chapters.push_back({ChapterId(name), "### Deep " + kHostile + "\n\n[[figure:practices]]\n\nText [@s1].\n"});
  }
  p.frame.regions = {{RegionId("north"), 2, 2}, {RegionId("south"), 2, 2}, {RegionId("west"), 1, 0}};
  for (const Slot& slot : study.slots)
    p.frame.places.push_back({slot.id, slot.region, slot.country, slot.organisation, true});
  p.frame.asked = 5;
  p.frame.cases = 4;
  p.assessments = {{OrganisationId("alpha"), DefinitionId("d1"), "1", Verdict::kMeets, {}}};
  p.assessments_private = 3;
  core::NoProgress quiet;
  p.comparison = compare::Compare(snapshot, quiet).value();
  return p;
}

}  // namespace commonground::publish
