// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who may be counted, shown, named and placed: purpose by state of consent.  The tables below are the rule.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "app/gateway/analysis.h"
#include "app/gateway/consent_book.h"
#include "app/gateway/publishing.h"
#include "context/view.h"

namespace commonground::app {
namespace {

using model::ConsentScope;
using model::OrganisationId;

core::Date Day(const char* text) {
  return *core::Date::Parse(text);
}
const core::Date kToday = Day("2014-06-15");

model::Consent ConsentTo(const std::string& subject, ConsentScope scope) {
  model::Consent consent;
  consent.subject = subject;
  consent.scope = scope;
  consent.given = Day("2014-01-01");
  return consent;
}

// Two organisations, each alone in its country, each with an account, a coding, a tie, a record and a statement.
model::Study TwoCases() {
  model::Study study;
  study.settings.title = "Invented";
  study.settings.invented = true;
  study.regions = {{model::RegionId("north"), "North", {}, 2}};
  study.sources = {{model::SourceId("src-anna"), "A page about Annabloom", "", "", "", {}, ""},
                   {model::SourceId("src-berry"), "A page about Berrybush", "", "", "", {}, ""}};
  study.codebook.push_back({model::CodeId("P"), {}, model::CodeKind::kPractice, "Peer work", "", "", {}});
  study.partners = {{model::PartnerId("clinic-a"), "Clinic of Aland", model::CodeId("P"), {}, ""},
                    {model::PartnerId("clinic-b"), "Clinic of Beland", model::CodeId("P"), {}, ""}};
  const auto add = [&](const std::string& id, const std::string& name, const char* country, const char* partner) {
    const OrganisationId organisation(id);
    const model::SourceId source("src-" + id);
    model::Organisation one;
    one.id = organisation;
    one.name = name;
    one.country = model::CountryCode(country);
    one.region = model::RegionId("north");
    one.note = "Internal note on " + name;
    study.organisations.push_back(one);
    model::Slot slot;
    slot.id = model::SlotId("slot-" + id);
    slot.region = model::RegionId("north");
    slot.country = one.country;
    slot.organisation = organisation;
    slot.sources = {source};
    study.slots.push_back(slot);
    study.cases.push_back({organisation, "The case of " + name, {}});
    model::Document document;
    document.id = model::DocumentId(id + "/account.md");
    document.organisation = organisation;
    document.title = "Told by " + name;
    document.text = "secret words of " + id;
    document.hash = "hash-" + id;
    document.sources = {source};
    study.documents.push_back(document);
    model::Coding coding;
    coding.document = document.id;
    coding.exact = "secret";
    coding.suffix = " words of " + id;
    coding.range = {0, 6};
    coding.code = model::CodeId("P");
    coding.coder = model::CoderId("coder-of-" + id);
    coding.memo = "memo on " + id;
    study.codings.push_back(coding);
    model::Statement statement;
    statement.subject = id;
    statement.property = "founded";
    statement.value = "founded by " + id;
    statement.sources = {source};
    study.statements.push_back(statement);
    model::LeadershipRecord record;
    record.organisation = organisation;
    record.as_of = Day("2014-01-01");
    record.body = "paid_staff";
    record.members = 3;
    record.sex_workers = 2;
    study.leadership.push_back(record);
    model::Partnership tie;
    tie.organisation = organisation;
    tie.partner = model::PartnerId(partner);
    tie.publish = true;
    study.partnerships.push_back(tie);
  };
  add("anna", "Annabloom", "ALA", "clinic-a");
  add("berry", "Berrybush", "BEL", "clinic-b");
  return study;
}

void AllowAll(model::Study& study, const std::string& subject) {
  for (const auto& [scope, word] : model::Words<ConsentScope>()) study.consents.push_back(ConsentTo(subject, scope));
}

std::vector<OrganisationId> Analysed(const model::Study& study, Embargo embargo) {
  return SnapshotOf(study, ColumnsOf(study), context::ViewOn(study, kToday), kToday, embargo).cases;
}

Published Publish(model::Study study, std::vector<model::Assessment> assessments = {}) {
  core::NoProgress progress;
  auto published = ForPublishing({study, kToday, kToday, std::move(assessments), "a secret"}, progress);
  EXPECT_TRUE(published.has_value());
  return std::move(*published);
}

// Everything of a publication that could be shown, as one text.
std::string AllTextOf(const model::Publication& publication) {
  std::ostringstream out;
  const model::Study& s = publication.study;
  for (const auto& o : s.organisations) {
    out << o.id.value << '\n' << o.name << '\n' << o.short_name << '\n' << o.note << '\n';
    out << (o.country ? o.country->value : "") << '\n';
  }
  const auto sources = [&](const auto& list) {
    for (const auto& id : list) out << id.value << '\n';
  };
  for (const auto& x : s.slots) {
    out << (x.organisation ? x.organisation->value : "") << '\n' << (x.country ? x.country->value : "") << '\n';
    sources(x.sources);
  }
  for (const auto& x : s.cases) out << x.organisation.value << '\n' << x.title << '\n';
  for (const auto& x : s.documents) {
    out << x.id.value << '\n' << x.organisation.value << '\n' << x.title << '\n' << x.text << '\n' << x.hash << '\n';
    sources(x.sources);
  }
  for (const auto& x : s.codings) {
    out << x.document.value << x.exact << x.prefix << x.suffix << x.coder.value << x.memo << '\n';
    sources(x.sources);
  }
  for (const auto& x : s.statements) out << x.subject << x.value << '\n';
  for (const auto& x : s.partnerships) out << x.organisation.value << '\n' << x.partner.value << '\n';
  for (const auto& x : s.partners) out << x.id.value << x.name << '\n';
  for (const auto& x : s.sources) out << x.id.value << x.title << '\n';
  for (const auto& x : publication.frame.places) {
    out << (x.organisation ? x.organisation->value : "") << '\n' << (x.country ? x.country->value : "") << '\n';
  }
  for (const auto& x : publication.assessments) out << x.organisation.value << '\n';
  for (const auto& [id, named] : publication.named) out << id.value << '\n';
  for (const auto& [id, scopes] : publication.scopes) out << id.value << '\n';
  for (const auto& [id, basis] : publication.consent_basis) out << id.value << '\n';
  for (const auto& [id, access] : publication.text_access) out << id.value << '\n';
  for (const auto& id : publication.snapshot.cases) out << id.value << '\n';
  for (const auto& id : publication.snapshot.coders) out << id.value << '\n';
  for (const auto& id : publication.comparison.cases) out << id.value << '\n';
  return out.str();
}

bool Mentions(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

struct State {
  const char* name;
  void (*set)(model::Study&);  // the consent of "anna" to be analysed, or its embargo
  bool analysed;
  bool published;
};

model::Consent& AnalysisOfAnna(model::Study& study) {
  return *std::ranges::find_if(study.consents, [](const model::Consent& consent) {
    return consent.subject == "anna" && consent.scope == ConsentScope::kAnalyse;
  });
}

// today is 2014-06-15
const State kStates[] = {
    {"holds", [](model::Study&) {}, true, true},
    {"none", [](model::Study& s) { std::erase(s.consents, model::Consent(AnalysisOfAnna(s))); }, false, false},
    {"day given is not sourced", [](model::Study& s) { AnalysisOfAnna(s).given.reset(); }, true, true},
    {"given today", [](model::Study& s) { AnalysisOfAnna(s).given = kToday; }, true, true},
    {"given tomorrow", [](model::Study& s) { AnalysisOfAnna(s).given = Day("2014-06-16"); }, false, false},
    {"expires today", [](model::Study& s) { AnalysisOfAnna(s).expires = kToday; }, true, true},
    {"expired yesterday", [](model::Study& s) { AnalysisOfAnna(s).expires = Day("2014-06-14"); }, false, false},
    {"withdrawn today", [](model::Study& s) { AnalysisOfAnna(s).withdrawn = kToday; }, false, false},
    {"withdrawn this month", [](model::Study& s) { AnalysisOfAnna(s).withdrawn = Day("2014-06"); }, false, false},
    {"withdrawn from tomorrow", [](model::Study& s) { AnalysisOfAnna(s).withdrawn = Day("2014-06-16"); }, false, false},
    {"the document's own is withdrawn",
     [](model::Study& s) {
       s.consents.push_back(ConsentTo("anna/account.md", ConsentScope::kAnalyse));
       s.consents.back().withdrawn = Day("2014-02-01");
     },
     false, false},
    {"only the document's own", [](model::Study& s) { AnalysisOfAnna(s).subject = "anna/account.md"; }, true, true},
    {"under embargo", [](model::Study& s) { s.cases[0].embargo_until = Day("2014-06-16"); }, true, false},
    {"embargo ends today", [](model::Study& s) { s.cases[0].embargo_until = kToday; }, true, true},
    {"embargo until some day of this year", [](model::Study& s) { s.cases[0].embargo_until = Day("2014"); }, true,
     false},
};

TEST(Gateway, CountsAndPublishesByTheStateOfConsent) {
  for (const State& state : kStates) {
    SCOPED_TRACE(state.name);
    model::Study study = TwoCases();
    AllowAll(study, "anna");
    AllowAll(study, "berry");
    state.set(study);
    const auto analysed = Analysed(study, Embargo::kIgnored);
    EXPECT_EQ(std::ranges::count(analysed, OrganisationId("anna")), state.analysed ? 1 : 0);
    EXPECT_EQ(std::ranges::count(analysed, OrganisationId("berry")), 1);
    const Published published = Publish(study);
    const std::string text = AllTextOf(published.publication);
    EXPECT_EQ(Mentions(text, "secret words of anna"), state.published);
    EXPECT_TRUE(Mentions(text, "secret words of berry"));
    const auto& cases = published.publication.comparison.cases;
    EXPECT_EQ(std::ranges::count(cases, OrganisationId("anna")), state.published ? 1 : 0);
  }
}

// Each scope alone, beside the consent to analyse, opens its own door and no other.
TEST(Gateway, OpensOnlyTheDoorOfEachScope) {
  struct Doors {
    ConsentScope scope;
    bool name, place, account, summary, verdict;
  };
  const Doors kDoors[] = {
      {ConsentScope::kAnalyse, false, false, false, false, false},
      {ConsentScope::kNameOrganisation, true, false, false, false, false},
      {ConsentScope::kNamePlace, false, true, false, false, false},
      {ConsentScope::kQuote, false, false, true, false, false},
      {ConsentScope::kSummarise, false, false, false, true, false},
      {ConsentScope::kPublishVerdict, false, false, false, false, true},
      {ConsentScope::kTranslate, false, false, false, false, false},
  };
  for (const Doors& doors : kDoors) {
    for (const bool summary : {false, true}) {
      SCOPED_TRACE(std::string(model::Word(doors.scope)) + (summary ? ", summary" : ", account"));
      model::Study study = TwoCases();
      study.documents[0].kind = summary ? model::DocumentKind::kSummary : model::DocumentKind::kAccount;
      AllowAll(study, "berry");
      study.consents.push_back(ConsentTo("anna", ConsentScope::kAnalyse));
      if (doors.scope != ConsentScope::kAnalyse) study.consents.push_back(ConsentTo("anna", doors.scope));
      model::Assessment assessment;
      assessment.organisation = OrganisationId("anna");
      assessment.verdict = model::Verdict::kMeets;
      const Published published = Publish(study, {assessment});
      const std::string text = AllTextOf(published.publication);
      EXPECT_EQ(Mentions(text, "Annabloom"), doors.name);
      EXPECT_EQ(Mentions(text, "src-anna"), doors.name);
      EXPECT_EQ(Mentions(text, "founded by anna"), doors.name);
      EXPECT_EQ(Mentions(text, "clinic-a"), doors.name);
      EXPECT_EQ(Mentions(text, "ALA"), doors.place);
      EXPECT_EQ(Mentions(text, "secret words of anna"), summary ? doors.summary : doors.account);
      EXPECT_EQ(published.publication.assessments.size(), doors.verdict ? 1U : 0U);
      // Never, whatever is consented to.
      EXPECT_TRUE(published.publication.study.leadership.empty());
      EXPECT_TRUE(published.publication.study.consents.empty());
      EXPECT_FALSE(Mentions(text, "memo on"));
      EXPECT_FALSE(Mentions(text, "Internal note"));
      EXPECT_FALSE(Mentions(text, "coder-of-"));
    }
  }
}

TEST(Gateway, AnUnnamedOrganisationLeavesNoTraceOfItsId) {
  model::Study study = TwoCases();
  study.consents.push_back(ConsentTo("anna", ConsentScope::kAnalyse));
  study.consents.push_back(ConsentTo("anna", ConsentScope::kPublishVerdict));  // else it is counted only
  const std::string text = AllTextOf(Publish(study).publication);
  EXPECT_FALSE(Mentions(text, "anna"));
  EXPECT_TRUE(Mentions(text, "organisation-1"));
  EXPECT_FALSE(Mentions(text, "berry")) << "without any consent it does not exist";
}

// Which of many unnamed organisations is which number depends on the secret alone.
TEST(Gateway, PseudonymsFollowNeitherTheFilesNorTheIds) {
  model::Study study = TwoCases();
  study.consents = {ConsentTo("anna", ConsentScope::kAnalyse), ConsentTo("berry", ConsentScope::kAnalyse),
                    ConsentTo("anna", ConsentScope::kNamePlace), ConsentTo("berry", ConsentScope::kPublishVerdict)};
  const auto pseudonym_of_anna = [](const model::Study& from, const std::string& secret) {
    core::NoProgress progress;
    model::Study copy = from;
    const auto published = ForPublishing({copy, kToday, kToday, {}, secret}, progress);
    EXPECT_TRUE(published.has_value());
    const auto& organisations = published->publication.study.organisations;
    EXPECT_EQ(organisations[0].id.value, "organisation-1") << "lists are in the order of the numbers";
    EXPECT_EQ(published->publication.snapshot.cases[0].value, "organisation-1");
    return organisations[0].country ? 1 : 2;
  };
  int first = 0;
  for (int i = 0; i < 200; ++i) {
    const std::string secret = "secret " + std::to_string(i);
    const int before = pseudonym_of_anna(study, secret);
    model::Study turned = study;
    std::ranges::reverse(turned.organisations);
    std::ranges::reverse(turned.cases);
    EXPECT_EQ(pseudonym_of_anna(turned, secret), before) << "the order of the files changes nothing";
    first += before == 1 ? 1 : 0;
  }
  EXPECT_GT(first, 60);
  EXPECT_LT(first, 140);
}

TEST(Gateway, TheNextEditionNumbersAnew) {
  model::Study study = TwoCases();
  study.consents = {ConsentTo("anna", ConsentScope::kAnalyse), ConsentTo("berry", ConsentScope::kAnalyse),
                    ConsentTo("anna", ConsentScope::kNamePlace), ConsentTo("berry", ConsentScope::kPublishVerdict)};
  const auto first_has_place = [](const model::Study& from) {
    return Publish(from).publication.study.organisations[0].country.has_value();
  };
  int changed = 0;
  for (int i = 1; i <= 100; ++i) {
    model::Study next = study;
    next.settings.title += std::to_string(i);
    changed += first_has_place(next) != first_has_place(study) ? 1 : 0;
  }
  EXPECT_GT(changed, 25);
  EXPECT_LT(changed, 75);
}

TEST(Gateway, OnlyAcceptedCodingsCount) {
  for (const auto& [status, word] : model::Words<model::CodingStatus>()) {
    SCOPED_TRACE(word);
    model::Study study = TwoCases();
    AllowAll(study, "anna");
    study.codings[0].status = status;
    EXPECT_EQ(Publish(study).publication.snapshot.codings.size(), status == model::CodingStatus::kAccepted ? 1U : 0U);
  }
}

// An id stays from edition to edition, so it would tell who a pseudonym was.
TEST(Gateway, CodingsArePublishedWithoutIdsAndWithWordsOnlyWhereTheyAreTranslated) {
  model::Study study = TwoCases();
  AllowAll(study, "anna");
  study.codings[0].id = model::CodingId("coding-1");
  study.codings[0].hint = "paragraph 1";
  const auto coding = [&] { return Publish(study).publication.study.codings.at(0); };
  EXPECT_EQ(coding().id.value + coding().hint + coding().memo + coding().suffix + coding().exact, "");
  model::Translation translation;
  translation.document = study.codings[0].document;
  translation.exact = "secret";
  translation.language = "fr";
  translation.text = "secret en français";
  study.translations.push_back(translation);
  EXPECT_EQ(coding().exact, "secret");
  std::erase_if(study.consents,
                [](const auto& c) { return c.scope == ConsentScope::kQuote || c.scope == ConsentScope::kSummarise; });
  EXPECT_EQ(coding().exact, "");
}

TEST(Gateway, NothingThatIsPublishedDependsOnAVerdictThatMayNotBe) {
  model::Study study = TwoCases();
  AllowAll(study, "anna");
  AllowAll(study, "berry");
  std::erase_if(study.consents, [](const auto& c) { return c.scope == ConsentScope::kPublishVerdict; });
  model::Assessment one;
  one.organisation = OrganisationId("anna");
  for (const auto& [verdict, word] : model::Words<model::Verdict>()) {
    SCOPED_TRACE(word);
    one.verdict = verdict;
    const model::Publication publication = Publish(study, {one}).publication;
    EXPECT_TRUE(publication.assessments.empty());
    EXPECT_EQ(publication.assessments_private, 2);
    ASSERT_EQ(publication.frame.places.size(), 2U);
    EXPECT_TRUE(publication.frame.places[0].in_edition);
    EXPECT_EQ(publication.frame.places[0].slot.value, "slot-anna");
  }
}

TEST(Gateway, ASlotWhoseOrganisationMayNotBeNamedLooksLikeOneThatNobodyHolds) {
  model::Study study = TwoCases();
  AllowAll(study, "berry");
  const model::Publication hidden = Publish(study).publication;
  ASSERT_EQ(hidden.frame.places.size(), 2U);
  EXPECT_EQ(hidden.frame.places[0].slot.value, "slot-berry");
  EXPECT_TRUE(hidden.frame.places[1].slot.value.empty());
  EXPECT_FALSE(hidden.frame.places[1].organisation.has_value());
  study.consents.push_back(ConsentTo("anna", ConsentScope::kAnalyse));
  study.consents.push_back(ConsentTo("anna", ConsentScope::kPublishVerdict));  // else it is counted only
  const model::Publication counted = Publish(study).publication;
  ASSERT_EQ(counted.frame.places.size(), 2U);
  EXPECT_TRUE(counted.frame.places[1].slot.value.empty()) << "the slot would tell it apart in the next edition";
  EXPECT_EQ(counted.frame.places[1].organisation->value, "organisation-1");
  EXPECT_EQ(counted.frame.cases, 2);
}

TEST(Gateway, TheLawOfACaseThatMayNotBePlacedIsInNoGroup) {
  model::Study study = TwoCases();
  AllowAll(study, "berry");
  study.consents.push_back(ConsentTo("anna", ConsentScope::kAnalyse));
  study.consents.push_back(ConsentTo("anna", ConsentScope::kPublishVerdict));  // else it is counted only
  const model::Publication publication = Publish(study).publication;
  ASSERT_EQ(publication.snapshot.cases.size(), 2U);
  EXPECT_EQ(publication.snapshot.cases[1].value, "organisation-1");
  for (const auto& plan : publication.snapshot.groupings) {
    SCOPED_TRACE(plan.id);
    EXPECT_EQ(plan.group_of_case[1] >= 0, plan.id == "region");
  }
}

TEST(Gateway, NotesOnAPlaceThatMayNotBeNamedAreNotShown) {
  for (const bool placed : {false, true}) {
    model::Study study = TwoCases();
    for (const auto& [scope, word] : model::Words<ConsentScope>()) {
      if (scope != ConsentScope::kNamePlace || placed) study.consents.push_back(ConsentTo("anna", scope));
    }
    study.organisations.front().visibility = model::Visibility::kPublic;
    study.organisations.front().note = "Iquitos";
    study.slots.front().note = "Iquitos";
    const model::Study shown = Publish(std::move(study)).publication.study;
    ASSERT_EQ(shown.slots.size(), 1U);
    ASSERT_EQ(shown.organisations.size(), 1U);
    EXPECT_EQ(shown.slots.front().note, placed ? "Iquitos" : "");
    EXPECT_EQ(shown.organisations.front().note, placed ? "Iquitos" : "");
  }
}

TEST(Gateway, AnUnnamedTextIsMarkdownIfItsWordsAreShownAndItIs) {
  for (const bool quoted : {false, true}) {
    model::Study study = TwoCases();
    for (const auto& [scope, word] : model::Words<ConsentScope>()) {
      const bool is_of_words = scope == ConsentScope::kQuote || scope == ConsentScope::kSummarise;
      if (scope != ConsentScope::kNameOrganisation && (quoted || !is_of_words))
        study.consents.push_back(ConsentTo("anna", scope));
    }
    const model::Study shown = Publish(std::move(study)).publication.study;
    ASSERT_EQ(shown.documents.size(), 1U);
    EXPECT_EQ(shown.documents.front().id.value,
              quoted ? "organisation-1/document-1.md" : "organisation-1/document-1.txt");
  }
}

TEST(Gateway, APartnerTellsNoPlaceThatMayNotBeNamed) {
  for (const bool placed : {false, true}) {
    for (const bool somewhere : {false, true}) {
      model::Study study = TwoCases();
      for (const auto& [scope, word] : model::Words<ConsentScope>()) {
        if (scope != ConsentScope::kNamePlace || placed) study.consents.push_back(ConsentTo("anna", scope));
      }
      if (somewhere) study.partners.front().country = model::CountryCode("ALA");
      const std::size_t shown = placed || !somewhere ? 1 : 0;
      const model::Publication publication = Publish(std::move(study)).publication;
      EXPECT_EQ(publication.study.partnerships.size(), shown) << placed << somewhere;
      EXPECT_EQ(publication.study.partners.size(), shown) << placed << somewhere;
    }
  }
}

TEST(Gateway, WhatChangedInACaseNeedsConsentToAnalyseSummariseAndName) {
  const ConsentScope kNeeded[] = {ConsentScope::kAnalyse, ConsentScope::kSummarise, ConsentScope::kNameOrganisation};
  for (unsigned given = 0; given < 8; ++given) {
    model::Study study = TwoCases();
    for (unsigned i = 0; i < 3; ++i) {
      if ((given >> i & 1U) != 0) study.consents.push_back(ConsentTo("anna", kNeeded[i]));
    }
    model::Outcome outcome;
    outcome.organisation = OrganisationId("anna");
    outcome.measure = "arrests";
    outcome.before = "31";
    outcome.note = "internal";
    outcome.sources = {model::SourceId("src-anna")};
    study.outcomes = {outcome};
    study.answers = {{model::CodeId("P"), model::CodeId("B"), outcome.organisation, {}, "It helps.", "internal"},
                     {model::CodeId("P"), model::CodeId("B"), {}, {model::SourceId("src-berry")}, "It helps.", ""}};
    const model::Publication publication = Publish(std::move(study)).publication;
    EXPECT_EQ(publication.study.outcomes.size(), given == 7 ? 1U : 0U) << given;
    EXPECT_EQ(publication.study.answers.size(), given == 7 ? 2U : 1U) << given;
    for (const auto& one : publication.study.outcomes) EXPECT_EQ(one.note, "");
    for (const auto& one : publication.study.answers) EXPECT_EQ(one.note, "");
  }
}

TEST(Gateway, ATranslationStandsOnlyBesideWordsThatMayBeShownAndTranslated) {
  const ConsentScope kNeeded[] = {ConsentScope::kAnalyse, ConsentScope::kQuote, ConsentScope::kTranslate};
  for (unsigned given = 0; given < 16; ++given) {
    model::Study study = TwoCases();
    for (unsigned i = 0; i < 3; ++i) {
      if ((given >> i & 1U) != 0) study.consents.push_back(ConsentTo("anna", kNeeded[i]));
    }
    const bool stands = (given & 8U) != 0;
    study.translations = {{model::DocumentId("anna/account.md"), stands ? "secret words" : "other words", "fr",
                           "des mots secrets", "a translator"}};
    const model::Publication publication = Publish(std::move(study)).publication;
    ASSERT_EQ(publication.study.translations.size(), given == 15 ? 1U : 0U) << given;
    if (given != 15) continue;
    EXPECT_EQ(publication.study.translations[0].document, publication.study.documents[0].id);
    EXPECT_EQ(publication.study.translations[0].translator, "") << "of who may not be named";
  }
}

TEST(Gateway, TheLengthOfWordsThatAreNotShownIsNotTold) {
  model::Study study = TwoCases();
  study.consents.push_back(ConsentTo("anna", ConsentScope::kAnalyse));
  study.consents.push_back(ConsentTo("anna", ConsentScope::kPublishVerdict));  // else it is counted only
  study.codings[0].range = {7, 12};
  const model::Publication publication = Publish(study).publication;
  ASSERT_EQ(publication.snapshot.codings.size(), 1U);
  EXPECT_EQ(publication.snapshot.codings[0].start, 0);
  EXPECT_EQ(publication.snapshot.codings[0].end, 1);
  EXPECT_EQ(publication.comparison.material[0].code_points, 0);
}

// Who reads content out of the store.  A new name here needs a reason why it does not have to pass the gateway.
TEST(Gateway, NothingElseReadsContentOutOfTheStore) {
  const std::map<std::string, std::string> kMayLoad = {
      {"app/adjudicate_study.cpp", "asks the gateway what may be read, and which decisions are seen"},
      {"app/agreement_study.cpp", "asks the gateway what may be read"},
      {"app/apply_edit.cpp", "compares what a person did with what is there; shows nothing"},
      {"app/assign_study.cpp", "asks the gateway whose work is seen"},
      {"app/backup/backup_study.cpp", "hands the owner all that is the owner's, sealed; counts what is in it"},
      {"app/coalitions_study.cpp", "passes it to the gateway"},
      {"app/codebook_study.cpp", "codes and their counts, without text; codings that move are told by number"},
      {"app/codings_study.cpp", "asks the gateway whose work is seen"},
      {"app/compare_study.cpp", "passes it to the gateway"},
      {"app/compare_versions.cpp", "asks the gateway what may be read"},
      {"app/consent_study.cpp", "a member's own, or the coordinators'; without text"},
      {"app/copy_study.cpp", "gives the owner the same study in another place of theirs"},
      {"app/exchange_study.cpp", "asks the gateway what may be read"},
      {"app/expected_version.cpp", "former fields of a thing that its caller was shown by the gateway"},
      {"app/export_study.cpp", "hands the owner all that is the owner's"},
      {"app/gateway/desk.cpp", "asks the gateway what may be read, and whose work is seen"},
      {"app/gateway/small_study.cpp", "keeps what has no text, for those that ask the gateway"},
      {"app/figure_study.cpp", "passes it to the gateway"},
      {"app/history_study.cpp", "asks the gateway which events are seen"},
      {"app/import/bring_in_document.cpp", "asks the gateway which text may be renewed; tells of what came only"},
      {"app/import/import_table.cpp", "the coordinators' own list, without text; tells of the file's rows only"},
      {"app/memo_study.cpp", "asks the gateway whose notes are seen"},
      {"app/nouns/editor_of.h", "asks the gateway what of it is seen"},
      {"app/nouns/of_one_kind.h", "texts, for what they cite; shows nothing of them"},
      {"app/nouns/translated_words.cpp", "asks the gateway whether the text may be read and translated"},
      {"app/nouns/noun_history.h", "former states of a thing that the gateway shows; each is asked for again"},
      {"app/passages_study.cpp", "asks the gateway for the comparison, and what may be read"},
      {"app/open_study.cpp", "looks whether there is a study at all; compares texts with those of an import"},
      {"app/originals.cpp", "asks the gateway what may be read"},
      {"app/read_document.cpp", "asks the gateway what may be read"},
      {"app/gateway/passage_named.cpp", "ids of codings, to name one of them"},
      {"app/report_study.cpp", "passes it to the gateway"},
      {"app/screen_study.cpp", "asks the gateway what may be read"},
      {"app/search_facets.cpp", "counts in texts that may be read, as the search was told"},
      {"app/search_study.cpp", "asks the gateway what may be read"},
      {"app/settings_study.cpp", "the settings; the rest only to check a change of them"},
      {"app/suggest_study.cpp", "asks the gateway whose work is seen"},
      {"app/texts_study.cpp", "asks the gateway what may be read, and whose work is seen"},
      {"app/withdrawal/carry_out.cpp", "takes words out, and shows none"},
      {"app/withdrawal/withdraw_study.cpp", "ids and numbers of what rests on a consent, for who may withdraw it"},
      {"app/workspace.cpp", "when the newest act was"},
  };
  std::set<std::string> loads;
  const std::filesystem::path root = std::filesystem::path(CG_SOURCE_DIR) / "src";
  for (const char* room : {"app", "cli", "publish", "server"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / room)) {
      const std::string path = std::filesystem::relative(entry.path(), root).generic_string();
      const bool is_source = entry.path().extension() == ".cpp" || entry.path().extension() == ".h";
      if (!is_source || path.find("_test") != std::string::npos) continue;
      std::ifstream file(entry.path());
      const std::string text((std::istreambuf_iterator<char>(file)), {});
      for (const char* call : {"Load(",
                               "LoadWithoutAnchors(",
                               "LoadWithoutText(",
                               "LoadWithoutCodings(",
                               "LoadCodingColumns(",
                               "LoadTexts(",
                               "LoadParts(",
                               "CountByCoder(",
                               "Search(",
                               "LikeWords(",
                               "OpenOriginal(",
                               "Memos(",
                               "CodingsOf(",
                               "FindCoding(",
                               "CodingsWith(",
                               "HistoryTexts(",
                               "OldVersionsOf(",
                               "HistoryEntries(",
                               "EventsOf(",
                               "EventsAbout(",
                               "CountByCode(",
                               "CountByDocument(",
                               "Revise("}) {
        if (Mentions(text, std::string(".") + call) || Mentions(text, std::string("->") + call)) loads.insert(path);
      }
    }
  }
  std::set<std::string> allowed;
  for (const auto& [path, reason] : kMayLoad) allowed.insert(path);
  EXPECT_EQ(loads, allowed);
}

}  // namespace
}  // namespace commonground::app
