// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every breakage changes or adds one thing of the valid study, so that exactly one rule is broken by it.
#include "broken_studies/broken_studies.h"

#include "core/check.h"
#include "core/content_hash.h"
#include "model/guids.h"

namespace commonground::broken_studies {

namespace {

using namespace model;
using rules::Kind;
using Seen = Breakage::Seen;

core::Date Day(const char* text) {
  auto day = core::Date::Parse(text);
  CG_CHECK(day.has_value(), "a test's date");
  return *day;
}

constexpr const char* kGuid1 = "00000000-0000-4000-8000-000000000001";
constexpr const char* kGuid2 = "00000000-0000-4000-8000-000000000002";
constexpr const char* kGuid3 = "00000000-0000-4000-8000-000000000003";
constexpr const char* kGuid4 = "00000000-0000-4000-8000-000000000004";

LeadershipRecord Board(const char* organisation, std::int64_t members, std::int64_t sex_workers) {
  LeadershipRecord record;
  record.organisation = OrganisationId(organisation);
  record.as_of = Day("2025-06-01");
  record.body = "board";
  record.members = members;
  record.sex_workers = sex_workers;
  return record;
}

Bound CountOf(std::int64_t count) {
  Bound bound;
  bound.count = count;
  return bound;
}
Bound Strictly(core::Fraction share) {
  Bound bound;
  bound.kind = Bound::Kind::kShare;
  bound.share = share;
  bound.strict = true;
  return bound;
}

// Adds a copy of the first thing, changed; or changes the thing at `index`.
template <typename Thing>
std::function<std::size_t(Study&)> Added(std::function<void(Thing&)> change) {
  return [change](Study& study) {
    auto& list = study.*rules::Listed<Thing>::kList;
    list.push_back(list.front());
    change(list.back());
    return list.size() - 1;
  };
}
template <typename Thing>
std::function<std::size_t(Study&)> Changed(std::function<void(Thing&)> change, std::size_t index = 0) {
  return [change, index](Study& study) {
    change((study.*rules::Listed<Thing>::kList)[index]);
    return index;
  };
}
std::function<std::size_t(Study&)> Set(std::function<void(Settings&)> change) {
  return [change](Study& study) {
    change(study.settings);
    return rules::kNoIndex;
  };
}

const SourceId kNoSource("nowhere");
const OrganisationId kNobody("nobody");
const CodeId kNoCode("none");
constexpr const char* kNoId = "is not an id";
constexpr const char* kBlank = "is blank, but this column must be filled";
constexpr const char* kNoSourceSaid = "there is no source of this id";
constexpr const char* kNobodySaid = "there is no organisation of this id";
constexpr const char* kNoCodeSaid = "there is no code of this id";
constexpr const char* kNoDocumentSaid = "there is no such document";

void Frame(std::vector<Breakage>& all) {
  all.push_back({Kind::kSettings, "language", "is not a language of reports", Set([](auto& s) { s.language = "de"; })});
  all.push_back({Kind::kSettings, "reference_date", "is not a whole day",
                 Set([](auto& s) { s.reference_date = Day("2026-01"); })});
  all.push_back({Kind::kSettings, "record_months", "is not from 1 to 1200", Set([](auto& s) { s.record_months = 0; })});
  all.push_back({Kind::kSettings, "frame_sources", kNoSourceSaid, Set([](auto& s) { s.frame_sources = {kNoSource}; })});
  all.push_back({Kind::kSettings, "definitions", "there is no definition of this id",
                 Set([](auto& s) { s.definitions = {DefinitionId("thirds")}; })});
  all.push_back({Kind::kSettings, "claims_about.report", "there is no definition of this id",
                 Set([](auto& s) { s.claims_about["report"] = "thirds"; })});
  all.push_back({Kind::kSettings, "claims_about.nowhere", kNoSourceSaid,
                 Set([](auto& s) { s.claims_about["nowhere"] = "half"; })});
  all.push_back({Kind::kRegion, "id", kNoId, Added<Region>([](auto& r) {
                   r.id = RegionId("a b");
                   r.label = "Elsewhere";
                 })});
  all.push_back({Kind::kRegion, "id", "is the region of {1} already", Added<Region>([](auto& r) { r.label = "New"; })});
  all.push_back({Kind::kRegion, "aliases", "is a name of the region africa already", Added<Region>([](auto& r) {
                   r.id = RegionId("new");
                   r.label = "New";
                   r.aliases = {"Africa"};
                 })});
  all.push_back({Kind::kInventedCountry, "code", "stands for a country that exists", [](Study& s) {
                   s.invented_countries.push_back({CountryCode("KEN"), "Lampland"});
                   return std::size_t{0};
                 }});
  all.push_back({Kind::kInventedCountry, "code", "is an invented country, but", [](Study& s) {
                   s.invented_countries.push_back({CountryCode("XAB"), "Lampland"});
                   return std::size_t{0};
                 }});
  const auto slot = [](auto& s) { s.id = SlotId("new"), s.organisation.reset(); };
  all.push_back({Kind::kSlot, "region", "there is no region of this id",
                 Added<Slot>([slot](auto& s) { slot(s), s.region = RegionId("north"); })});
  all.push_back({Kind::kSlot, "region", "is a region's name, not its id",
                 Added<Slot>([slot](auto& s) { slot(s), s.region = RegionId("Africa"); })});
  all.push_back(
      {Kind::kSlot, "source", kNoSourceSaid, Added<Slot>([slot](auto& s) { slot(s), s.sources = {kNoSource}; })});
  all.push_back(
      {Kind::kSlot, "organisation", kNobodySaid, Added<Slot>([slot](auto& s) { slot(s), s.organisation = kNobody; })});
  all.push_back(
      {Kind::kSlot, "organisation", "has the slot of {1} already", Added<Slot>([](auto& s) { s.id = SlotId("new"); })});
  all.push_back({Kind::kSlot, "country", "differs from the organisation's country, KEN",
                 Changed<Slot>([](auto& s) { s.country = CountryCode("IND"); })});
  all.push_back({Kind::kSlot, "region", "differs from the organisation's region, africa",
                 Changed<Slot>([](auto& s) { s.region = RegionId("asia"); })});
  all.push_back({Kind::kSlot, "country", "is not a country's three-letter code",
                 Changed<Slot>([](auto& s) { s.country = CountryCode("XAB"); }, 1)});
  all.push_back({Kind::kSlot, "slot", "was in {1} already", Added<Slot>([](auto& s) { s.organisation.reset(); }),
                 Seen::kNotInFolder});
  all.push_back({Kind::kSource, "id", kNoId, Added<Source>([](auto& s) { s.id = SourceId("a b"); })});
  all.push_back({Kind::kSource, "id", kBlank, Added<Source>([](auto& s) { s.id = SourceId(""); })});
  all.push_back({Kind::kSource, "title", kBlank, Added<Source>([](auto& s) { s.id = SourceId("new"), s.title = ""; })});
  all.push_back({Kind::kSource, "id", "was in {1} already", Added<Source>([](auto&) {}), Seen::kNotInFolder});
  all.push_back({Kind::kSource, "accessed", "lies in the future",
                 Added<Source>([](auto& s) { s.id = SourceId("new"), s.accessed = Day("2062-01-01"); })});
  const auto organisation = [](auto& o) { o.id = OrganisationId("new"); };
  all.push_back({Kind::kOrganisation, "id", "means the study itself in other tables",
                 Added<Organisation>([](auto& o) { o.id = OrganisationId("study"); })});
  all.push_back({Kind::kOrganisation, "id", "means a country in other tables",
                 Added<Organisation>([](auto& o) { o.id = OrganisationId("FRA"); })});
  all.push_back({Kind::kOrganisation, "id", "differs from the id in {1} only in capital letters",
                 Added<Organisation>([](auto& o) { o.id = OrganisationId("Lamp"); })});
  all.push_back({Kind::kOrganisation, "region", "there is no region of this id",
                 Added<Organisation>([organisation](auto& o) { organisation(o), o.region = RegionId("north"); })});
  all.push_back({Kind::kOrganisation, "languages", "is not a language's tag",
                 Added<Organisation>([organisation](auto& o) { organisation(o), o.languages = {"Swahili"}; })});
  all.push_back({Kind::kOrganisation, "country", "is not a country's three-letter code",
                 Added<Organisation>([organisation](auto& o) { organisation(o), o.country = CountryCode("XAB"); })});
  all.push_back(
      {Kind::kOrganisation, "country", "is not a country's three-letter code",
       Added<Organisation>([organisation](auto& o) { organisation(o), o.country = CountryCode("Lampland"); })});
  all.push_back({Kind::kOrganisation, "name", kBlank,
                 Added<Organisation>([organisation](auto& o) { organisation(o), o.name = " "; })});
  all.push_back({Kind::kSlot, "country", "differs from the organisation's country, IND",
                 Changed<Organisation>([](auto& o) { o.country = CountryCode("IND"); }), Seen::kNotAlone});
}

void Facts(std::vector<Breakage>& all) {
  all.push_back({Kind::kStatement, "subject", "is neither an organisation's id, nor",
                 Added<Statement>([](auto& s) { s.subject = "nobody"; })});
  all.push_back({Kind::kStatement, "subject", kBlank, Added<Statement>([](auto& s) { s.subject = ""; })});
  all.push_back({Kind::kStatement, "property", kBlank, Added<Statement>([](auto& s) { s.property = ""; })});
  all.push_back({Kind::kStatement, "value", kBlank, Added<Statement>([](auto& s) { s.value = ""; })});
  all.push_back({Kind::kStatement, "source", kBlank, Added<Statement>([](auto& s) { s.sources = {}; })});
  all.push_back(
      {Kind::kStatement, "source", kNoSourceSaid, Added<Statement>([](auto& s) { s.sources = {kNoSource}; })});
  all.push_back({Kind::kStatement, "source", kNoId, Added<Statement>([](auto& s) { s.sources = {SourceId("a b")}; })});
  all.push_back({Kind::kStatement, "source", "names report twice", Added<Statement>([](auto& s) {
                   s.sources = {SourceId("report"), SourceId("report")};
                 })});
  all.push_back({Kind::kStatement, "valid_to", "is before valid_from",
                 Added<Statement>([](auto& s) { s.valid_from = Day("2010"), s.valid_to = Day("2009"); })});
  all.push_back({Kind::kStatement, "as_of", "lies in the future",
                 Added<Statement>([](auto& s) { s.as_of = Day("2062-01-01"); })});
  const auto record = [](std::function<void(LeadershipRecord&)> change) {
    return Added<LeadershipRecord>([change](auto& r) { r = Board("tide", 4, 2), change(r); });
  };
  constexpr Kind kRecord = Kind::kLeadershipRecord;
  all.push_back({kRecord, "organisation", kNobodySaid, record([](auto& r) { r.organisation = kNobody; })});
  all.push_back({kRecord, "source", kNoSourceSaid, record([](auto& r) { r.sources = {kNoSource}; })});
  all.push_back({kRecord, "body", kBlank, record([](auto& r) { r.body = ""; })});
  all.push_back({kRecord, "organisation, as_of, body", "was in {1} already", Added<LeadershipRecord>([](auto&) {}),
                 Seen::kNotInFolder});
  all.push_back({kRecord, "as_of", "lies in the future", record([](auto& r) { r.as_of = Day("2062-01-01"); })});
  all.push_back({kRecord, "sex_workers", "is more than members (4)", record([](auto& r) { r.sex_workers = 5; })});
  all.push_back({kRecord, "sex_workers", "is less than 0", record([](auto& r) { r.sex_workers = -1; })});
  all.push_back({kRecord, "members", "is more than 1,000,000,000", record([](auto& r) { r.members = 1'000'000'001; })});
  all.push_back({kRecord, "undisclosed", "sex_workers and undisclosed together are more than members (4)",
                 record([](auto& r) { r.undisclosed = 3; })});
  all.push_back({kRecord, "at_least", "is more than members (4)",
                 record([](auto& r) { r.sex_workers.reset(), r.at_least = CountOf(5); })});
  all.push_back({kRecord, "at_most", "is more than members (4)",
                 record([](auto& r) { r.sex_workers.reset(), r.at_most = CountOf(5); })});
  all.push_back(
      {kRecord, "sex_workers", "is less than at_least allows", record([](auto& r) { r.at_least = CountOf(3); })});
  all.push_back(
      {kRecord, "sex_workers", "is more than at_most allows", record([](auto& r) { r.at_most = CountOf(1); })});
  all.push_back({kRecord, "at_least", "no share is more than all of a body", record([](auto& r) {
                   r.sex_workers.reset(), r.at_least = Strictly({1, 1});
                 })});
  all.push_back({kRecord, "at_most", "no share is less than none of a body", record([](auto& r) {
                   r.sex_workers.reset(), r.at_most = Strictly({0, 1});
                 })});
  all.push_back({kRecord, "at_most", "is less than at_least",
                 record([](auto& r) { r.sex_workers.reset(), r.at_least = CountOf(3), r.at_most = CountOf(2); })});
  all.push_back({kRecord, "at_most", "no whole number of 4 members lies between", record([](auto& r) {
                   r.sex_workers.reset(), r.at_least = Strictly({1, 3}), r.at_most = Strictly({1, 2});
                 })});
  all.push_back({kRecord, "at_least", "at_least and undisclosed together are more than members (4)",
                 record([](auto& r) { r.sex_workers.reset(), r.at_least = CountOf(3), r.undisclosed = 2; })});
  all.push_back({kRecord, "members", "this row has neither a count nor a bound",
                 record([](auto& r) { r.members.reset(), r.sex_workers.reset(); })});
  all.push_back({kRecord, "source", "is blank, but a published claim needs its source",
                 record([](auto& r) { r.basis = Basis::kPublishedClaim; })});
  all.push_back(
      {Kind::kDefinition, "sources", kNoSourceSaid, Changed<Definition>([](auto& d) { d.sources = {kNoSource}; })});
  const auto indicator = [](auto& i) { i.id = IndicatorId("new"); };
  all.push_back({Kind::kIndicator, "source", kNoSourceSaid,
                 Added<Indicator>([indicator](auto& i) { indicator(i), i.sources = {kNoSource}; })});
  all.push_back({Kind::kIndicator, "values", "is blank, but a choice needs its values",
                 Added<Indicator>([indicator](auto& i) { indicator(i), i.values = {}; })});
  all.push_back({Kind::kLegalModelRule, "when", "there is no indicator of this id", Added<LegalModelRule>([](auto& r) {
                   r.when = {{"nothing", {"yes"}}};
                 })});
  all.push_back(
      {Kind::kLegalModelRule, "when", "is not a value of the indicator law", Added<LegalModelRule>([](auto& r) {
         r.when = {{"law", {"perhaps"}}};
       })});
  all.push_back({Kind::kContextFact, "indicator", "there is no indicator of this id",
                 Added<ContextFact>([](auto& f) { f.indicator = IndicatorId("nothing"); })});
  all.push_back(
      {Kind::kContextFact, "source", kNoSourceSaid, Added<ContextFact>([](auto& f) { f.sources = {kNoSource}; })});
  all.push_back({Kind::kContextFact, "source", kBlank, Added<ContextFact>([](auto& f) { f.sources = {}; })});
  all.push_back({Kind::kContextFact, "value", "is not a value of the indicator law",
                 Added<ContextFact>([](auto& f) { f.value = "perhaps"; })});
  all.push_back({Kind::kContextFact, "value", "is not a percentage",
                 Added<ContextFact>([](auto& f) { f.indicator = IndicatorId("share"), f.value = "120"; })});
  all.push_back({Kind::kContextFact, "value", "the indicator model is derived",
                 Added<ContextFact>([](auto& f) { f.indicator = IndicatorId("model"), f.value = "open"; })});
  all.push_back({Kind::kContextFact, "valid_to", "is before valid_from",
                 Added<ContextFact>([](auto& f) { f.valid_from = Day("2010"), f.valid_to = Day("2009"); })});
  all.push_back({Kind::kContextFact, "country", "is not a country's three-letter code",
                 Added<ContextFact>([](auto& f) { f.country = CountryCode("XAB"); })});
  all.push_back({Kind::kContextFact, "value", "is not a value of the indicator law", Changed<Indicator>([](auto& i) {
                   i.values = {"no", "partly"};
                 }),
                 Seen::kNotAlone});
}

void Coding(std::vector<Breakage>& all) {
  const auto code = [](auto& c) { c.id = CodeId("new"); };
  all.push_back({Kind::kCode, "parent", kNoCodeSaid, Added<Code>([code](auto& c) { code(c), c.parent = kNoCode; })});
  all.push_back(
      {Kind::kCode, "source", kNoSourceSaid, Added<Code>([code](auto& c) { code(c), c.sources = {kNoSource}; })});
  all.push_back(
      {Kind::kCode, "merged_into", kNoCodeSaid, Added<Code>([code](auto& c) { code(c), c.merged_into = kNoCode; })});
  all.push_back(
      {Kind::kCode, "parent", "makes a circle: P < P.1 < P", Changed<Code>([](auto& c) { c.parent = CodeId("P.1"); })});
  all.push_back({Kind::kCode, "parent", "is more than 64 codes deep",
                 [](Study& s) {
                   for (int i = 0; i < 65; ++i) {
                     Code deep = s.codebook.front();
                     deep.id = CodeId("deep." + std::to_string(i));
                     if (i > 0) deep.parent = CodeId("deep." + std::to_string(i - 1));
                     s.codebook.push_back(deep);
                   }
                   return s.codebook.size() - 1;
                 },
                 Seen::kNotAlone});
  all.push_back(
      {Kind::kCode, "guid", "is not a GUID in lower case", Added<Code>([code](auto& c) { code(c), c.guid = "x"; })});
  all.push_back(
      {Kind::kCode, "colour", "is not a colour", Added<Code>([code](auto& c) { code(c), c.colour = "red"; })});
  all.push_back({Kind::kCode, "label", kBlank, Added<Code>([code](auto& c) { code(c), c.label = ""; })});
  all.push_back({Kind::kCode, "code", "was in {1} already", Added<Code>([](auto&) {}), Seen::kNotInFolder});
  const auto coding = [](auto& c) { c.coder = CoderId("ines"), c.id = CodingId(""); };
  all.push_back(
      {Kind::kCoding, "code", kNoCodeSaid, Added<model::Coding>([coding](auto& c) { coding(c), c.code = kNoCode; })});
  all.push_back({Kind::kCoding, "source", kNoSourceSaid,
                 Added<model::Coding>([coding](auto& c) { coding(c), c.sources = {kNoSource}; })});
  all.push_back({Kind::kCoding, "id", "is not a GUID in lower case",
                 Added<model::Coding>([coding](auto& c) { coding(c), c.id = CodingId("x"); })});
  all.push_back({Kind::kCoding, "id", "is the id of another coding already",
                 Added<model::Coding>([coding](auto& c) { coding(c), c.id = CodingId(kGuid4); })});
  all.push_back({Kind::kCoding, "created", "lies in the future",
                 Added<model::Coding>([coding](auto& c) { coding(c), c.created = Day("2062-01-01"); })});
  all.push_back({Kind::kOrphan, "id", "is not a GUID in lower case",
                 Changed<Orphan>([](auto& o) { o.coding.id = CodingId("x"); })});
  all.push_back({Kind::kOrphan, "code", kNoCodeSaid, Changed<Orphan>([](auto& o) { o.coding.code = kNoCode; })});
  all.push_back(
      {Kind::kOrphan, "source", kNoSourceSaid, Changed<Orphan>([](auto& o) { o.coding.sources = {kNoSource}; })});
  all.push_back(
      {Kind::kOrphan, "version", "there is no such old version", Changed<Orphan>([](auto& o) { o.version = 7; })});
  all.push_back({Kind::kOrphan, "exact", "is not what stands at this place",
                 Changed<Orphan>([](auto& o) { o.coding.exact = "dark"; })});
  all.push_back({Kind::kOldVersion, "", "is not older than its document (version 2)",
                 Changed<OldVersion>([](auto& o) { o.version = 3; })});
  all.push_back(
      {Kind::kDocument, "sources", kNoSourceSaid, Changed<Document>([](auto& d) { d.sources = {kNoSource}; })});
  all.push_back({Kind::kDocument, "language", "is not a language's tag",
                 Changed<Document>([](auto& d) { d.language = "Swahili"; })});
  all.push_back(
      {Kind::kDocument, "text", kNoSourceSaid, Changed<Document>([](auto& d) { d.text += "\nSee [@nowhere].\n"; })});
  all.push_back({Kind::kDocument, "parts", "overlaps the part before, or leaves the text",
                 Changed<Document>([](auto& d) {
                   d.parts = {{PartKind::kParagraph, 0, {0, 1000}, 0, {}}};
                 }),
                 Seen::kNotInFolder});
  all.push_back({Kind::kCaseStudy, "", "this folder's name is not the id of an organisation",
                 Added<CaseStudy>([](auto& c) { c.organisation = kNobody; })});
  const auto memo = [](std::function<void(Memo&)> change) {
    return Added<Memo>([change](auto& m) { m.id = MemoId(kGuid3), change(m); });
  };
  all.push_back({Kind::kMemo, "subject", "is not blank, but the note is about the study",
                 memo([](auto& m) { m.subject = "lamp"; })});
  all.push_back(
      {Kind::kMemo, "subject", kNobodySaid, memo([](auto& m) { m.about = MemoSubject::kCase, m.subject = "nobody"; })});
  all.push_back(
      {Kind::kMemo, "subject", kNoCodeSaid, memo([](auto& m) { m.about = MemoSubject::kCode, m.subject = "none"; })});
  all.push_back({Kind::kMemo, "subject", kNoDocumentSaid, memo([](auto& m) {
                   m.about = MemoSubject::kDocument, m.subject = "lamp/none.md";
                   m.document = DocumentId("lamp/story.md");
                 })});
  all.push_back({Kind::kMemo, "subject", "there is no coding of this id", memo([](auto& m) {
                   m.about = MemoSubject::kCoding, m.subject = kGuid1;
                   m.document = DocumentId("lamp/story.md");
                 })});
  all.push_back({Kind::kMemo, "document", "is blank, but the note is about something in a document",
                 memo([](auto& m) { m.about = MemoSubject::kDocument, m.subject = "lamp/story.md"; })});
  all.push_back({Kind::kMemo, "text", kBlank, memo([](auto& m) { m.text = ""; })});
  all.push_back({Kind::kAssignment, "document", kNoDocumentSaid, Added<Assignment>([](auto& a) {
                   a.id = AssignmentId(kGuid3), a.document = DocumentId("lamp/none.md");
                 })});
  all.push_back({Kind::kAssignment, "coder", "has this document already",
                 Added<Assignment>([](auto& a) { a.id = AssignmentId(kGuid3); })});
  all.push_back({Kind::kAdjudication, "document", kNoDocumentSaid, Added<Adjudication>([](auto& a) {
                   a.id = AdjudicationId(kGuid3), a.document = DocumentId("lamp/none.md");
                 })});
  all.push_back({Kind::kAdjudication, "code", kNoCodeSaid,
                 Added<Adjudication>([](auto& a) { a.id = AdjudicationId(kGuid3), a.code = kNoCode; })});
  all.push_back({Kind::kDecision, "document", kNoDocumentSaid,
                 Added<Decision>([](auto& d) { d.id = DecisionId(kGuid3), d.document = DocumentId("lamp/none.md"); })});
  all.push_back({Kind::kDecision, "code", kNoCodeSaid,
                 Added<Decision>([](auto& d) { d.id = DecisionId(kGuid3), d.code = kNoCode; })});
}

void Sharing(std::vector<Breakage>& all) {
  const auto consent = [](std::function<void(Consent&)> change) {
    return Added<Consent>([change](auto& c) { c.scope = ConsentScope::kQuote, change(c); });
  };
  all.push_back({Kind::kConsent, "subject", "is neither an organisation's id nor a document's",
                 consent([](auto& c) { c.subject = "nobody"; })});
  all.push_back({Kind::kConsent, "subject", "is neither an organisation's id nor a document's",
                 consent([](auto& c) { c.subject = "lamp/none.md"; })});
  all.push_back({Kind::kConsent, "subject", kBlank, consent([](auto& c) { c.subject = ""; })});
  all.push_back(
      {Kind::kConsent, "subject, scope", "was in {1} already", Added<Consent>([](auto&) {}), Seen::kNotInFolder});
  all.push_back(
      {Kind::kConsent, "expires", "is before given", consent([](auto& c) { c.expires = Day("2020-01-01"); })});
  all.push_back(
      {Kind::kConsent, "withdrawn", "is before given", consent([](auto& c) { c.withdrawn = Day("2020-01-01"); })});
  all.push_back({Kind::kConsent, "given", "lies in the future", consent([](auto& c) { c.given = Day("2062-01-01"); })});
  all.push_back({Kind::kConsent, "evidence", "is blank, but consent from a public source needs that source",
                 consent([](auto& c) { c.basis = ConsentBasis::kPublicSource, c.evidence = ""; })});
  all.push_back({Kind::kConsent, "evidence", kNoSourceSaid,
                 consent([](auto& c) { c.basis = ConsentBasis::kPublicSource, c.evidence = "nowhere"; })});
  const auto partner = [](std::function<void(Partner&)> change) {
    return Added<Partner>([change](auto& p) { p.id = PartnerId("new"), change(p); });
  };
  all.push_back({Kind::kPartner, "sector", kNoCodeSaid, partner([](auto& p) { p.sector = kNoCode; })});
  all.push_back({Kind::kPartner, "sector", "is a code, but not one of the kind sector",
                 partner([](auto& p) { p.sector = CodeId("P"); })});
  all.push_back({Kind::kPartner, "country", "is not a country's three-letter code",
                 partner([](auto& p) { p.country = CountryCode("XAB"); })});
  all.push_back({Kind::kPartner, "name", kBlank, partner([](auto& p) { p.name = ""; })});
  all.push_back({Kind::kPartner, "partner", "was in {1} already", Added<Partner>([](auto&) {}), Seen::kNotInFolder});
  all.push_back({Kind::kPartner, "sector", "is a code, but not one of the kind sector",
                 Changed<Code>([](auto& c) { c.kind = CodeKind::kOther; }, 2), Seen::kNotAlone});
  all.push_back(
      {Kind::kPartnership, "organisation", kNobodySaid, Added<Partnership>([](auto& t) { t.organisation = kNobody; })});
  all.push_back({Kind::kPartnership, "partner", "there is no partner of this id",
                 Added<Partnership>([](auto& t) { t.partner = PartnerId("none"); })});
  all.push_back(
      {Kind::kPartnership, "source", kNoSourceSaid, Added<Partnership>([](auto& t) { t.sources = {kNoSource}; })});
  all.push_back(
      {Kind::kPartnership, "since", "lies in the future", Added<Partnership>([](auto& t) { t.since = Day("2062"); })});
  const auto finding = [](std::function<void(Finding&)> change) { return Changed<Finding>(change); };
  all.push_back({Kind::kFinding, "codes", kNoCodeSaid, finding([](auto& f) { f.codes = {kNoCode}; })});
  all.push_back({Kind::kFinding, "cases_for", kNobodySaid, finding([](auto& f) { f.cases_for = {kNobody}; })});
  all.push_back({Kind::kFinding, "cases_against", kNobodySaid, finding([](auto& f) { f.cases_against = {kNobody}; })});
  all.push_back({Kind::kFinding, "confidence", "is blank, but levels, reasons or graders are given",
                 finding([](auto& f) { f.confidence.reset(); })});
  all.push_back({Kind::kFinding, "codes", "is blank, but a grade needs passages to look at",
                 finding([](auto& f) { f.codes.clear(); })});
  all.push_back({Kind::kFinding, "cases_for", "is blank, but a grade needs passages to look at",
                 finding([](auto& f) { f.cases_for.clear(); })});
  all.push_back({Kind::kFinding, "concerns", "a grade needs four levels, and here are 1",
                 finding([](auto& f) { f.concerns = {Concern::kSerious}; })});
  all.push_back(
      {Kind::kFinding, "looked_at", "lies in the future", finding([](auto& f) { f.looked_at = Day("2062-01-01"); })});
  all.push_back({Kind::kFinding, "addressees", "stands here, but only a recommendation has an addressee",
                 finding([](auto& f) { f.addressees = {Addressee::kDonors}; })});
  all.push_back({Kind::kFinding, "rests_on", "stands here, but only a recommendation rests on findings",
                 finding([](auto& f) { f.rests_on = {f.id}; })});
  const auto advice = [](std::function<void(Finding&)> change) {
    return Changed<Finding>(
        [change](auto& f) {
          f.addressees = {Addressee::kDonors};
          f.rests_on = {FindingId("light")};
          change(f);
        },
        1);
  };
  all.push_back({Kind::kFinding, "rests_on", "there is no finding of this id",
                 advice([](auto& f) { f.rests_on = {FindingId("none")}; })});
  all.push_back(
      {Kind::kFinding, "rests_on", "is a recommendation itself", advice([](auto& f) { f.rests_on = {f.id}; })});
  all.push_back({Kind::kFinding, "rests_on", "is blank, and so is codes: a recommendation rests on something",
                 advice([](auto& f) { f.rests_on.clear(); })});
  all.push_back({Kind::kFinding, "addressees", "is blank, but a recommendation needs an addressee",
                 advice([](auto& f) { f.addressees.clear(); })});
  all.push_back(
      {Kind::kFinding, "confidence", "stands here, but a recommendation is not graded", Changed<Finding>([](auto& f) {
         f.kind = FindingKind::kRecommendation;
         f.addressees = {Addressee::kDonors};
       })});
  all.push_back({Kind::kFinding, "reasons", "a grade needs four reasons, and here are 1",
                 finding([](auto& f) { f.reasons = {"few"}; })});
  all.push_back({Kind::kFinding, "graded_by", "a grade is given by two people, and here is nobody",
                 finding([](auto& f) { f.graded_by.clear(); })});
  all.push_back(
      {Kind::kFinding, "text", kNoSourceSaid, finding([](auto& f) { f.text = "One.\n\nTwo [@nowhere].\n"; })});
  all.push_back({Kind::kFinding, "text", "names @report twice",
                 finding([](auto& f) { f.text = "One.\n\nTwo [@report; @report].\n"; })});
  all.push_back(
      {Kind::kChapter, "text", kNoSourceSaid, Changed<Chapter>([](auto& c) { c.text = "One [@nowhere].\n"; })});
  all.push_back({Kind::kChapter, "text", "there is no figure of this name",
                 Changed<Chapter>([](auto& c) { c.text = "One.\n\n[[figure:pie]]\n"; })});
}

void WhatChanged(std::vector<Breakage>& all) {
  const auto outcome = [](std::function<void(Outcome&)> change) { return Changed<Outcome>(change); };
  all.push_back({Kind::kOutcome, "organisation", kNobodySaid, outcome([](auto& o) { o.organisation = kNobody; })});
  all.push_back({Kind::kOutcome, "organisation", kBlank, outcome([](auto& o) { o.organisation = OrganisationId(); })});
  all.push_back({Kind::kOutcome, "measure", kBlank, outcome([](auto& o) { o.measure = ""; })});
  all.push_back({Kind::kOutcome, "codes", kNoCodeSaid, outcome([](auto& o) { o.codes = {kNoCode}; })});
  all.push_back({Kind::kOutcome, "codes", "is a code, but neither of the kind practice nor outcome",
                 outcome([](auto& o) { o.codes = {CodeId("S")}; })});
  all.push_back({Kind::kOutcome, "source", kNoSourceSaid, outcome([](auto& o) { o.sources = {kNoSource}; })});
  all.push_back({Kind::kOutcome, "source", "is blank, but only what an organisation says of itself",
                 outcome([](auto& o) { o.sources.clear(); })});
  all.push_back({Kind::kOutcome, "before", "is blank, and so is after", outcome([](auto& o) {
                   o.before = "";
                   o.after = "";
                 })});
  all.push_back(
      {Kind::kOutcome, "before", "begins like a number but is not one", outcome([](auto& o) { o.before = "22,500"; })});
  all.push_back(
      {Kind::kOutcome, "after", "begins like a number but is not one", outcome([](auto& o) { o.after = "3.5.1"; })});
  all.push_back(
      {Kind::kOutcome, "after_when", "is before before_when", outcome([](auto& o) { o.after_when = Day("2019"); })});
  all.push_back({Kind::kOutcome, "before_when", "lies in the future", outcome([](auto& o) {
                   o.before_when = Day("2062");
                   o.after_when.reset();
                 })});
  all.push_back(
      {Kind::kOutcome, "after_when", "lies in the future", outcome([](auto& o) { o.after_when = Day("2062"); })});
  const auto answer = [](std::function<void(Answer&)> change) { return Changed<Answer>(change); };
  all.push_back({Kind::kAnswer, "practice", kNoCodeSaid, answer([](auto& a) { a.practice = kNoCode; })});
  all.push_back({Kind::kAnswer, "barrier", kNoCodeSaid, answer([](auto& a) { a.barrier = kNoCode; })});
  all.push_back({Kind::kAnswer, "practice", kBlank, answer([](auto& a) { a.practice = CodeId(); })});
  all.push_back({Kind::kAnswer, "barrier", kBlank, answer([](auto& a) { a.barrier = CodeId(); })});
  all.push_back({Kind::kAnswer, "practice", "is a code, but not one of the kind practice",
                 answer([](auto& a) { a.practice = CodeId("B"); })});
  all.push_back({Kind::kAnswer, "barrier", "is a code, but not one of the kind barrier",
                 answer([](auto& a) { a.barrier = CodeId("P"); })});
  all.push_back({Kind::kAnswer, "organisation", kNobodySaid, answer([](auto& a) { a.organisation = kNobody; })});
  all.push_back({Kind::kAnswer, "source", kNoSourceSaid, answer([](auto& a) { a.sources = {kNoSource}; })});
  all.push_back({Kind::kAnswer, "organisation", "is blank, and so is source: nobody says it", answer([](auto& a) {
                   a.organisation.reset();
                   a.sources.clear();
                 })});
  const auto target = [](std::function<void(Target&)> change) { return Changed<Target>(change); };
  all.push_back({Kind::kTarget, "statement", kBlank, target([](auto& t) { t.statement = ""; })});
  all.push_back({Kind::kTarget, "source", kNoSourceSaid, target([](auto& t) { t.sources = {kNoSource}; })});
  all.push_back({Kind::kTarget, "source", kBlank, target([](auto& t) { t.sources.clear(); })});
  all.push_back(
      {Kind::kTarget, "value", "begins like a number but is not one", target([](auto& t) { t.value = "80%"; })});
  all.push_back({Kind::kTarget, "target", "was in {1} already", Added<Target>([](auto&) {}), Seen::kNotInFolder});
  const auto translation = [](std::function<void(Translation&)> change) { return Changed<Translation>(change); };
  all.push_back({Kind::kTranslation, "document", kNoDocumentSaid,
                 translation([](auto& t) { t.document = DocumentId("lamp/none.md"); })});
  all.push_back({Kind::kTranslation, "exact", "does not stand in the document as it is now",
                 translation([](auto& t) { t.exact = "never said"; })});
  all.push_back({Kind::kTranslation, "exact", kBlank, translation([](auto& t) { t.exact = ""; })});
  all.push_back({Kind::kTranslation, "text", kBlank, translation([](auto& t) { t.text = ""; })});
  all.push_back({Kind::kTranslation, "translator", kBlank, translation([](auto& t) { t.translator = ""; })});
  all.push_back({Kind::kTranslation, "language", kBlank, translation([](auto& t) { t.language = ""; })});
  all.push_back({Kind::kTranslation, "language", "is not a language's tag (BCP 47)",
                 translation([](auto& t) { t.language = "French"; })});
  all.push_back({Kind::kEdition, "date", kBlank, Changed<Edition>([](auto& e) { e.date.reset(); })});
  all.push_back({Kind::kEdition, "edition", "was in {1} already", Added<Edition>([](auto&) {}), Seen::kNotInFolder});
}

}  // namespace

Study Valid() {
  Study s;
  s.settings.title = "Lamps (invented)";
  s.settings.reference_date = Day("2026-01-01");
  s.settings.definitions = {DefinitionId("half")};
  s.regions = {{RegionId("africa"), "Africa", {}, 1}, {RegionId("asia"), "Asia", {}, 1}};
  s.sources = {{SourceId("report"), "A report", "", "", "report", {}, ""}};
  s.organisations.resize(2);
  s.organisations[0].id = OrganisationId("lamp");
  s.organisations[0].name = "The Lamp";
  s.organisations[0].country = CountryCode("KEN");
  s.organisations[0].region = RegionId("africa");
  s.organisations[1].id = OrganisationId("tide");
  s.organisations[1].name = "The Tide";
  s.organisations[1].country = CountryCode("IND");
  s.slots = {{SlotId("one"), RegionId("africa"), CountryCode("KEN"), OrganisationId("lamp"), {}, ""},
             {SlotId("two"), RegionId("asia"), {}, {}, {}, ""}};
  Statement founded;
  founded.subject = "lamp";
  founded.property = "founded";
  founded.value = "2004";
  founded.sources = {SourceId("report")};
  s.statements = {founded};
  s.leadership = {Board("lamp", 5, 3)};
  Definition half;
  half.id = DefinitionId("half");
  half.label = "Half of the board";
  half.kind = "numeric";
  half.criteria = {{"board", {1, 2}, Comparator::kAtLeast, EmptyBody::kUndetermined}};
  s.definitions = {half};
  s.indicators.resize(3);
  s.indicators[0].id = IndicatorId("law");
  s.indicators[0].values = {"yes", "no"};
  s.indicators[1].id = IndicatorId("share");
  s.indicators[1].type = IndicatorType::kPercent;
  s.indicators[2].id = IndicatorId("model");
  s.indicators[2].type = IndicatorType::kDerived;
  s.legal_model = {{{{"law", {"yes"}}}, "open", "The law says so"}};
  ContextFact fact;
  fact.country = CountryCode("KEN");
  fact.indicator = IndicatorId("law");
  fact.value = "yes";
  fact.sources = {SourceId("report")};
  s.contexts = {fact};
  s.codebook = {{CodeId("P"), {}, CodeKind::kPractice, "Practice", "", "", {}},
                {CodeId("P.1"), CodeId("P"), CodeKind::kPractice, "Lighting", "", "", {}},
                {CodeId("S"), {}, CodeKind::kSector, "Health", "", "", {}},
                {CodeId("B"), {}, CodeKind::kBarrier, "Darkness", "", "", {}}};
  s.cases = {{OrganisationId("lamp"), "The Lamp", {}}};
  Document story;
  story.id = DocumentId("lamp/story.md");
  story.organisation = OrganisationId("lamp");
  story.title = "Story";
  story.language = "en";
  story.version = 2;
  story.text = "We lit the lamp.\n";
  story.hash = core::ContentHash(story.text);
  s.documents = {story};
  s.old_versions = {{story.id, 1, "We lit a light.\n"}};
  model::Coding coding;
  coding.document = story.id;
  coding.exact = "lit";
  coding.range = {3, 6};
  coding.code = CodeId("P.1");
  coding.coder = CoderId("ada");
  coding.id = CodingId(kGuid4);
  s.codings = {coding};
  model::Coding left = coding;
  left.exact = "light";
  left.range = {9, 14};
  left.id = CodingId("");
  s.orphans = {{left, 1}};
  Memo memo;
  memo.id = MemoId(kGuid2);
  memo.coder = CoderId("ada");
  memo.text = "Look again.";
  s.memos = {memo};
  Assignment assignment;
  assignment.id = AssignmentId(kGuid2);
  assignment.document = story.id;
  assignment.coder = CoderId("ada");
  s.assignments = {assignment};
  Adjudication adjudication;
  adjudication.id = AdjudicationId(kGuid2);
  adjudication.document = story.id;
  adjudication.code = CodeId("P");
  adjudication.range = {3, 6};
  adjudication.decided_by = CoderId("ada");
  s.adjudications = {adjudication};
  Decision decision;
  decision.id = DecisionId(kGuid2);
  decision.document = story.id;
  decision.outcome = DecisionOutcome::kIncluded;
  decision.coder = CoderId("ada");
  s.decisions = {decision};
  Consent consent;
  consent.subject = "lamp";
  consent.given = Day("2024-01-01");
  consent.evidence = "folder 3";
  s.consents = {consent};
  s.partners = {{PartnerId("clinic"), "A clinic", CodeId("S"), CountryCode("KEN"), ""}};
  s.partnerships = {{OrganisationId("lamp"), PartnerId("clinic"), TieKind::kDialogue, {}, {SourceId("report")}, false}};
  Finding finding;
  finding.id = FindingId("light");
  finding.statement = "Lamps are lit.";
  finding.codes = {CodeId("P")};
  finding.cases_for = {OrganisationId("lamp")};
  finding.confidence = Confidence::kLow;
  finding.concerns = {Concern::kSerious, Concern::kMinor, Concern::kModerate, Concern::kNoneOrVeryMinor};
  finding.reasons = {"a", "b", "c", "d"};
  finding.graded_by = {"one", "two"};
  finding.text = "As [@report] says.\n";
  Finding advice;
  advice.id = FindingId("more-lamps");
  advice.statement = "Light more lamps.";
  advice.kind = FindingKind::kRecommendation;
  advice.addressees = {Addressee::kGovernment};
  advice.rests_on = {finding.id};
  s.findings = {finding, advice};
  s.outcomes = {{OrganisationId("lamp"),
                 {CodeId("P")},
                 "lamps that are lit",
                 "3",
                 "12",
                 "",
                 Day("2020"),
                 Day("2024"),
                 EvidenceType::kMeasured,
                 {SourceId("report")},
                 "Counted each night.",
                 ""}};
  s.answers = {{CodeId("P"), CodeId("B"), OrganisationId("lamp"), {SourceId("report")}, "Light ends it.", ""}};
  s.targets = {{TargetId("all"), "Lamps", "All lamps are lit", "100", "%", Day("2030"), {SourceId("report")}, ""}};
  s.translations = {{DocumentId("lamp/story.md"), "We lit the lamp.", "fr", "Nous avons allumé la lampe.", "AB"}};
  s.editions = {{EditionId("1"), Day("2025-01-01"), "The first.", {"A number was wrong"}}};
  s.chapters = {{ChapterId("summary"), "In short [@report].\n"}};
  return s;
}

namespace {

// Two things with one id, and one with an id that is none.
template <typename Thing>
void OwnId(std::vector<Breakage>& all, std::function<void(Thing&)> differs) {
  constexpr Kind kKind = rules::Listed<Thing>::kKind;
  all.push_back({kKind, "id", "is the id of another " + std::string(rules::NameOf(kKind)) + " already",
                 [differs](Study& study) {
                   auto& list = study.*rules::Listed<Thing>::kList;
                   list[0].id.value = kGuid4;
                   list.push_back(list.front());
                   differs(list.back());
                   return list.size() - 1;
                 },
                 Seen::kOfTwo});
  all.push_back({kKind, "id", kNoId, Added<Thing>([differs](auto& thing) {
                   differs(thing);
                   thing.id.value = "a b";
                 })});
  all.push_back({kKind, "id", "is not a GUID in lower case", Added<Thing>([differs](auto& thing) {
                   differs(thing);
                   thing.id.value = "mine";
                 })});
}

void OwnIds(std::vector<Breakage>& all) {
  OwnId<Statement>(all, [](auto&) {});
  OwnId<LeadershipRecord>(all, [](auto& r) { r.body = "paid_staff"; });
  OwnId<LegalModelRule>(all, [](auto&) {});
  OwnId<ContextFact>(all, [](auto&) {});
  OwnId<Consent>(all, [](auto& c) { c.scope = ConsentScope::kQuote; });
  OwnId<Partnership>(all, [](auto&) {});
  OwnId<Outcome>(all, [](auto&) {});
  OwnId<Answer>(all, [](auto&) {});
  OwnId<Translation>(all, [](auto&) {});
}

}  // namespace

std::vector<Breakage> Breakages() {
  std::vector<Breakage> all;
  OwnIds(all);
  Frame(all);
  Facts(all);
  Coding(all);
  Sharing(all);
  WhatChanged(all);
  return all;
}

}  // namespace commonground::broken_studies
