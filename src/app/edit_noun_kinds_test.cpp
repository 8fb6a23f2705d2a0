// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is particular to one kind of thing: definitions that are built in, rules that are tried in order, words of texts
// that nobody may read, what was published.  In a file and in a database.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <set>

#include "app/edit_noun.h"
#include "app/settings_study.h"
#include "app/undo_study.h"
#include "app/wire/noun_json.h"
#include "app/withdrawal/withdraw_study.h"
#include "app/workspace_testutil.h"
#include "core/content_hash.h"
#include "core/guid.h"
#include "ingest/folder/built_in.h"
#include "ingest/folder/folder_testutil.h"
#include "model/consent_subject.h"
#include "model/guids.h"
#include "rules/check.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using core::ErrorCode;
using model::ConsentScope;
using model::RecordType;
using store::Kept;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const core::Moment kThen = core::Moment::FromUnixSeconds(1'790'000'000);

class OneKind : public store::KeptTest {
 protected:
  void SetUp() override {
    KeptTest::SetUp();
    if (IsSkipped()) return;
    study.settings.title = "Invented";
    study.settings.invented = true;
    study.regions.push_back({model::RegionId("africa"), "Africa", {}, 1});
    study.sources.push_back({model::SourceId("paper"), "A paper", {}, {}, {}, {}, {}});
    study.codebook.push_back({model::CodeId("A"), {}, model::CodeKind::kPractice, "A practice", {}, {}, {}});
    for (const char* id : {"lamp", "moth"}) {
      model::Organisation organisation;
      organisation.id = model::OrganisationId(id);
      organisation.name = id;
      study.organisations.push_back(organisation);
      study.cases.push_back({organisation.id, {}, {}});
      AddText(std::string(id) + "/told.md", std::string("We opened at night. Nobody came to ") + id + ".");
      Allow(id, ConsentScope::kAnalyse);
      Allow(id, ConsentScope::kTranslate);
    }
    for (const char* id : {"law_selling", "law_buying"}) {
      model::Indicator indicator;
      indicator.id = model::IndicatorId(id);
      indicator.label = id;
      indicator.values = {"criminalised", "partly", "free"};
      study.indicators.push_back(indicator);
    }
    study.legal_model = {{{{"law_selling", {"criminalised"}}}, "criminalised", "Selling is."},
                         {{{"law_buying", {"criminalised"}}}, "end_demand", "Buying is."},
                         {{}, "free", "Nothing is."}};
    Keep();
  }
  void AddText(const std::string& id, const std::string& text) {
    model::Document& document = study.documents.emplace_back();
    document.id = model::DocumentId(id);
    document.organisation = model::OrganisationId(id.substr(0, id.find('/')));
    document.language = "en";
    document.text = text;
    document.hash = core::ContentHash(text);
  }
  void Allow(const std::string& subject, ConsentScope scope, bool withdrawn = false) {
    model::Consent consent;
    consent.subject = subject;
    consent.scope = scope;
    consent.evidence = "a form";
    if (withdrawn) consent.withdrawn = core::Date::Make(2026, 1, 2);
    study.consents.push_back(consent);
  }
  void Keep() {
    store_.reset();
    ASSERT_TRUE(store::SaveTo(place, study));
    store_.emplace(store::StudyStore::Open(place, store::OpenMode::kWrite).value());
  }
  Workspace As(const std::string& person, Role role = Role::kCoordinator, const std::string& organisation = "") {
    return Over(*store_, Caller{model::CoderId(person), role, model::OrganisationId(organisation)}, kThen);
  }
  Workspace ada() { return As("ada"); }
  model::Study Now() {
    model::Study now = store::LoadFrom(place).value();
    now.history.clear();
    now.history_texts.clear();
    return now;
  }
  std::vector<std::string> Ids(const Workspace& workspace, RecordType type) {
    std::vector<std::string> ids;
    const auto shown = ListNouns(workspace, type);
    EXPECT_TRUE(shown) << shown.error().message;
    for (const auto& one : shown->things) ids.push_back(one.id);
    return ids;
  }
  std::string AddTranslation(const std::string& document, const std::string& exact,
                             const std::string& text = "Traduit") {
    const auto added = AddNoun(ada(), RecordType::kTranslation, Translated(document, exact, text));
    EXPECT_TRUE(added) << added.error().message;
    return added ? added->thing : "";
  }
  static FieldValues Translated(const std::string& document, const std::string& exact,
                                const std::string& text = "Mots") {
    return {
        {"document", document}, {"exact", exact}, {"language", "fr"}, {"text", text}, {"translator", "a volunteer"}};
  }
  // What an export writes, an import reads.
  void ExpectComesBack() {
    const auto read = ingest::ReadFiles(ingest::Written(Now(), ingest::CsvStyle::kSpreadsheetSafe));
    EXPECT_FALSE(core::HasErrors(read.problems)) << ingest::DescribeAll(read.problems);
    EXPECT_TRUE(read.study == Now());
  }

  model::Study study;
  std::optional<store::StudyStore> store_;
};
INSTANTIATE_TEST_SUITE_P(A, OneKind, ::testing::Values(Kept::kInAFile, Kept::kInADatabase), store::KeptName);

TEST_P(OneKind, ADefinitionThatIsBuiltInIsTakenInByItsName) {
  const auto listed = ListNouns(ada(), RecordType::kDefinition);
  EXPECT_THAT(listed->things, IsEmpty());
  EXPECT_THAT(listed->built_in, Contains("nswp-2013"));
  EXPECT_EQ(listed->built_in.size(), ingest::BuiltInDefinitions().size());
  const auto unseen = ShowNoun(ada(), RecordType::kDefinition, "nswp-2013");
  ASSERT_FALSE(unseen);
  EXPECT_EQ(unseen.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(unseen.error().message, HasSubstr("comes with the program"));
  EXPECT_THAT(ShowNoun(ada(), RecordType::kDefinition, "nswp-1913").error().message,
              HasSubstr("there is no definition of this id"));
  const auto taken = AddNoun(ada(), RecordType::kDefinition, {{"definition", " nswp-2013 "}, {"label", ""}});
  ASSERT_TRUE(taken) << taken.error().message;
  const model::Definition here = Now().definitions.at(0);
  const model::Definition* built_in = ingest::FindBuiltInDefinition(model::DefinitionId("nswp-2013"));
  EXPECT_EQ(here.criteria, built_in->criteria);
  EXPECT_THAT(here.sources, IsEmpty()) << "the study does not list its papers";
  EXPECT_THAT(ListNouns(ada(), RecordType::kDefinition)->built_in, Not(Contains("nswp-2013")));
  ExpectComesBack();
  EXPECT_EQ(AddNoun(ada(), RecordType::kDefinition, {{"definition", "nswp-2013"}}).error().code,
            ErrorCode::kInvalidInput);
  // With more than its name it is one of the study's own.
  const auto own = AddNoun(ada(), RecordType::kDefinition, {{"definition", "unaids-clo"}, {"kind", "numeric"}});
  ASSERT_FALSE(own);
  EXPECT_EQ(own.error().about.field, "label");
  ASSERT_TRUE(UndoLast(ada()));
  EXPECT_TRUE(Now() == study);
}

TEST_P(OneKind, ADefinitionComesWithTheSettingsThatNameIt) {
  const auto set =
      SetSettings(ada(), {}, {{"definitions", "nswp-2013; unaids-clo"}, {"claims_about", "paper=gnp-plus"}});
  ASSERT_TRUE(set) << set.error().message;
  EXPECT_THAT(Ids(ada(), RecordType::kDefinition), ElementsAre("gnp-plus", "nswp-2013", "unaids-clo"));
  ExpectComesBack();
  ASSERT_TRUE(UndoLast(ada()));
  EXPECT_TRUE(Now() == study);
  ASSERT_TRUE(RedoLast(ada()));
  EXPECT_EQ(Now().definitions.size(), 3U);
  const auto none = SetSettings(ada(), {}, {{"definitions", "no-such"}});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().about.field, "definitions");
}

// A count that a source claims stands for the definition that its source speaks of.
TEST_P(OneKind, ADefinitionThatIsUsedStays) {
  ASSERT_TRUE(SetSettings(ada(), {}, {{"definitions", "nswp-2013"}, {"claims_about", "paper=gnp-plus"}}));
  ASSERT_TRUE(AddNoun(ada(), RecordType::kLeadership,
                      {{"organisation", "lamp"},
                       {"as_of", "2026"},
                       {"body", "governance"},
                       {"basis", "published claim"},
                       {"source", "paper"}}));
  for (const char* id : {"nswp-2013", "gnp-plus"}) {
    const auto removed = RemoveNoun(ada(), RecordType::kDefinition, std::string(id));
    ASSERT_FALSE(removed) << id;
    EXPECT_THAT(removed.error().message, HasSubstr("something speaks of this definition: the settings"));
  }
  ASSERT_TRUE(SetSettings(ada(), {}, {{"definitions", ""}}));
  EXPECT_TRUE(RemoveNoun(ada(), RecordType::kDefinition, std::string("nswp-2013")));
  EXPECT_FALSE(RemoveNoun(ada(), RecordType::kDefinition, std::string("gnp-plus")));
}

TEST_P(OneKind, CriteriaAreWrittenAsPeopleSayThem) {
  const auto with = [&](const std::string& criteria) {
    return AddNoun(ada(), RecordType::kDefinition,
                   {{"definition", "ours"}, {"label", "Ours"}, {"criteria", criteria}, {"not_sourced", "a; b"}});
  };
  for (const char* wrong :
       {"governance", ">= 1/2", "governance >= ", "governance >= 3/2", "governance >= half", "governance = 1/2",
        "governance >= 1/2 (some)", "governance >= 1/2 (undetermined", "[", "[1]", R"([{"body": "a"}])",
        R"([{"body": "a", "share": 1, "comparison": ">"}])", R"([{"body": "a", "share": "1/2", "comparison": "<"}])",
        R"([{"body": " ", "share": "1/2", "comparison": ">"}])",
        R"([{"body": "a", "share": "1/2", "comparison": ">", "colour": "red"}])", "governance >= 1/2;;a > 1/2"}) {
    const auto refused = with(wrong);
    ASSERT_FALSE(refused) << wrong;
    EXPECT_EQ(refused.error().about.field, "criteria") << wrong << ": " << refused.error().message;
  }
  ASSERT_TRUE(with("governance>=50/100; paid_staff > 1/3; members >= 50% (not-applicable)"));
  const auto criteria = Now().definitions[0].criteria;
  ASSERT_EQ(criteria.size(), 3U);
  EXPECT_EQ(criteria[0].comparison, model::Comparator::kAtLeast);
  EXPECT_EQ(criteria[0].when_empty, model::EmptyBody::kUndetermined);
  EXPECT_EQ(criteria[1].comparison, model::Comparator::kMoreThan);
  EXPECT_EQ(criteria[1].when_empty, model::EmptyBody::kNotApplicable) << "as in a file that does not say";
  EXPECT_EQ(criteria[2].when_empty, model::EmptyBody::kNotApplicable);
  EXPECT_EQ(criteria[2].share, (core::Fraction{50, 100}));
  ExpectComesBack();
  // All that a file may hold comes back, whatever a body is called.
  std::mt19937 random(7);
  const std::vector<std::string> bodies{"governance", "paid_staff", "a; b",  "x > y", "[x]",
                                        "x (y)",      "две",        "\"q\"", "a>=b"};
  for (int round = 0; round < static_cast<int>(Rounds(60)); ++round) {
    std::vector<model::Criterion> wanted;
    for (unsigned n = random() % 4; n > 0; --n) {
      wanted.push_back({bodies[random() % bodies.size()],
                        {static_cast<std::int64_t>(random() % 4), 4},
                        random() % 2 == 0 ? model::Comparator::kAtLeast : model::Comparator::kMoreThan,
                        random() % 2 == 0 ? model::EmptyBody::kNotApplicable : model::EmptyBody::kUndetermined});
    }
    study.definitions = {{model::DefinitionId("ours"), {}, "Ours", {}, {}, wanted, {"one; two", "three"}, {}}};
    Keep();
    const auto shown = ShowNoun(ada(), RecordType::kDefinition, "ours");
    auto json = wire::ToJson(shown->thing);
    EXPECT_EQ(json["criteria"].size(), wanted.size());
    for (const char* key : {"id", "version"}) json.erase(key);
    const auto values = wire::FieldValuesFrom(json);
    for (const FieldValues& said : {shown->thing.cells, values.value()}) {
      const auto same = SetNoun(ada(), RecordType::kDefinition, {"ours", shown->thing.version}, said);
      ASSERT_TRUE(same) << same.error().message << json.dump();
      EXPECT_EQ(same->act, 0) << json.dump();
    }
    ASSERT_TRUE(SetNoun(ada(), RecordType::kDefinition, std::string("ours"), {{"summary", "Round"}}));
    EXPECT_EQ(Now().definitions[0].criteria, wanted);
  }
}

// A list whose items a semicolon parts takes none that holds one; a list of sentences does.
TEST_P(OneKind, ItemsOfAListAreNotTornByTheirSemicolons) {
  for (const char* item : {"five; not four", "five\nnot four"}) {
    const auto refused = wire::FieldValuesFrom(wire::Json{{"corrections", {"one", item}}});
    ASSERT_FALSE(refused) << item;
    EXPECT_EQ(refused.error().about.field, "corrections");
    EXPECT_THAT(refused.error().message, HasSubstr("Nothing was changed"));
  }
  EXPECT_TRUE(wire::FieldValuesFrom(wire::Json{{"corrections", {"one", "five, not four"}}}));
  EXPECT_TRUE(wire::FieldValuesFrom(wire::Json{{"not_sourced", {"one; two", "three"}}}));
}

TEST_P(OneKind, CountriesAreInventedInInventedStudiesAlone) {
  ASSERT_TRUE(AddNoun(ada(), RecordType::kInventedCountry, {{"code", "XAA"}, {"name", "Nordland"}}));
  for (const char* code : {"KEN", "ABC", "xab", "X", ""}) {
    const auto refused = AddNoun(ada(), RecordType::kInventedCountry, {{"code", code}, {"name", "Elsewhere"}});
    ASSERT_FALSE(refused) << code;
    EXPECT_EQ(refused.error().about.field, "code") << refused.error().message;
  }
  ASSERT_TRUE(SetNoun(ada(), RecordType::kOrganisation, std::string("lamp"), {{"country", "XAA"}}));
  const auto used = RemoveNoun(ada(), RecordType::kInventedCountry, std::string("XAA"));
  ASSERT_FALSE(used);
  EXPECT_THAT(used.error().message, HasSubstr("organisation lamp"));
  EXPECT_FALSE(SetSettings(ada(), {}, {{"invented", "no"}}));
  ExpectComesBack();
  study.settings.invented = false;
  Keep();
  const auto real = AddNoun(ada(), RecordType::kInventedCountry, {{"code", "XAA"}, {"name", "Nordland"}});
  ASSERT_FALSE(real);
  EXPECT_THAT(real.error().message, HasSubstr("does not say that it is invented"));
}

TEST_P(OneKind, RulesAreTriedInTheirOrder) {
  const auto models = [&] {
    std::vector<std::string> all;
    for (const auto& one : Now().legal_model) all.push_back(one.model);
    return all;
  };
  // Behind one of all facts nothing decides: it has to say where it stands.
  const FieldValues partly{{"when", "law_selling=partly"}, {"model", "partly"}};
  const auto behind = AddNoun(ada(), RecordType::kLegalRule, partly);
  ASSERT_FALSE(behind);
  EXPECT_EQ(behind.error().about.field, "when");
  EXPECT_THAT(behind.error().message, HasSubstr("never decides"));
  FieldValues placed = partly;
  placed.emplace_back("place", "2");
  ASSERT_TRUE(AddNoun(ada(), RecordType::kLegalRule, placed));
  EXPECT_THAT(models(), ElementsAre("criminalised", "partly", "end_demand", "free"));
  ExpectComesBack();
  // The same facts, twice.
  const auto twice = AddNoun(ada(), RecordType::kLegalRule,
                             {{"when", "law_selling=criminalised"}, {"model", "other"}, {"place", "3"}});
  ASSERT_FALSE(twice);
  EXPECT_THAT(twice.error().message, HasSubstr("\"criminalised\""));
  const auto before = AddNoun(ada(), RecordType::kLegalRule,
                              {{"when", "law_selling=criminalised, partly"}, {"model", "other"}, {"place", "1"}});
  ASSERT_FALSE(before);
  EXPECT_THAT(before.error().message, HasSubstr("\"criminalised\": at place 2 would never decide any more"));
  EXPECT_FALSE(AddNoun(ada(), RecordType::kLegalRule, {{"when", ""}, {"model", "other"}, {"place", "1"}}));
  // Moved, taken back, done again; its words and another's place at once.
  const auto list = ListNouns(ada(), RecordType::kLegalRule)->things;
  EXPECT_EQ(list[2].place, 3);
  const auto moved = SetNoun(ada(), RecordType::kLegalRule, list[2].id, {{"place", "1"}});
  ASSERT_TRUE(moved) << moved.error().message;
  EXPECT_THAT(models(), ElementsAre("end_demand", "criminalised", "partly", "free"));
  const auto history = ShowNoun(ada(), RecordType::kLegalRule, list[2].id)->history;
  ASSERT_EQ(history.back().fields.size(), 1U);
  EXPECT_EQ(history.back().fields[0].field, "place");
  EXPECT_EQ(history.back().fields[0].before, "3");
  EXPECT_EQ(history.back().fields[0].after, "1");
  ASSERT_TRUE(SetNoun(As("ben"), RecordType::kLegalRule, list[0].id, {{"reason", "Because."}}));
  ASSERT_TRUE(UndoLast(ada()));
  EXPECT_THAT(models(), ElementsAre("criminalised", "partly", "end_demand", "free"));
  ASSERT_TRUE(RedoLast(ada()));
  EXPECT_THAT(models(), ElementsAre("end_demand", "criminalised", "partly", "free"));
  ASSERT_TRUE(UndoLast(As("ben")));
  EXPECT_EQ(SetNoun(ada(), RecordType::kLegalRule, list[2].id, {{"place", "1"}})->act, 0);
  for (const char* to : {"0", "5", "-1", "first", "1.5", "99999999999999999999"}) {
    EXPECT_EQ(SetNoun(ada(), RecordType::kLegalRule, list[2].id, {{"place", to}}).error().about.field, "place");
  }
  // An edit of what never decided before is no worse; one that moves it is.
  for (const char* wrong :
       {"law_selling", "=free", "law_selling=free,,partly", "law_selling=free; law_selling=partly", "law_selling=none",
        "law_waiting=free", "{", R"({"law_selling": "free"})", R"({"law_selling": [1]})"}) {
    const auto refused = SetNoun(ada(), RecordType::kLegalRule, list[2].id, {{"when", wrong}});
    ASSERT_FALSE(refused) << wrong;
    EXPECT_EQ(refused.error().about.field, "when") << refused.error().message;
  }
  const auto used = RemoveNoun(ada(), RecordType::kIndicator, std::string("law_buying"));
  ASSERT_FALSE(used);
  EXPECT_THAT(used.error().message, HasSubstr("rule of the legal model end_demand"));
}

TEST_P(OneKind, AllRulesMayGoAndComeBack) {
  for (const std::string& id : Ids(ada(), RecordType::kLegalRule)) {
    ASSERT_TRUE(RemoveNoun(ada(), RecordType::kLegalRule, id));
  }
  EXPECT_THAT(Now().legal_model, IsEmpty());
  ExpectComesBack();
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(UndoLast(ada()));
  EXPECT_TRUE(Now() == study);
}

// Against all facts that there can be, one by one.
TEST_P(OneKind, WhatIsSaidToNeverDecideNeverDoes) {
  std::mt19937 random(11);
  const std::vector<std::string> values = study.indicators[0].values;
  int said = 0;
  for (int round = 0; round < 400; ++round) {
    model::Study drawn = study;
    drawn.legal_model.clear();
    for (unsigned n = 2 + random() % 4; n > 0; --n) {
      model::LegalModelRule& rule = drawn.legal_model.emplace_back();
      rule.model = "m" + std::to_string(n);
      for (const char* indicator : {"law_selling", "law_buying"}) {
        if (random() % 3 == 0) continue;
        auto& wanted = rule.when[indicator];
        for (const auto& value : values) {
          if (random() % 2 == 0) wanted.push_back(value);
        }
      }
    }
    std::set<std::size_t> never;
    for (const auto& problem : rules::Check(drawn)) {
      if (problem.about.kind == rules::Kind::kLegalModelRule) never.insert(problem.about.index);
    }
    said += static_cast<int>(never.size());
    std::set<std::size_t> decides;
    std::vector<std::string> facts = values;
    facts.emplace_back("unknown");
    for (const auto& selling : facts) {
      for (const auto& buying : facts) {
        for (std::size_t i = 0; i < drawn.legal_model.size(); ++i) {
          const auto matches = [&](const char* indicator, const std::string& fact) {
            const auto found = drawn.legal_model[i].when.find(indicator);
            return found == drawn.legal_model[i].when.end() || found->second.empty() ||
                   std::ranges::find(found->second, fact) != found->second.end();
          };
          if (!matches("law_selling", selling) || !matches("law_buying", buying)) continue;
          decides.insert(i);
          break;
        }
      }
    }
    for (const std::size_t one : never) EXPECT_FALSE(decides.contains(one));
  }
  EXPECT_GT(said, 100);
}

TEST_P(OneKind, WordsAreTranslatedThatStandInATextAndMayBe) {
  const auto refused = [&](const FieldValues& values, const std::string& field, const std::string& words) {
    const auto added = AddNoun(ada(), RecordType::kTranslation, values);
    ASSERT_FALSE(added) << words;
    EXPECT_EQ(added.error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ(added.error().about.field, field) << added.error().message;
    EXPECT_THAT(added.error().message, HasSubstr(words));
  };
  refused(Translated("lamp/none.md", "We opened"), "document", "there is no text of this id");
  refused(Translated("nobody/told.md", "We opened"), "document", "there is no text of this id");
  refused(Translated("lamp/told.md", "We closed at night."), "exact", "does not stand in the document");
  refused(Translated("lamp/told.md", "we opened"), "exact", "letter by letter");
  refused(Translated("lamp/told.md", "Nobody came to moth."), "exact", "does not stand");
  refused(Translated("lamp/told.md", "  "), "exact", "is blank");
  auto other = Translated("lamp/told.md", "We opened");
  other[2].second = "French";
  refused(other, "language", "is not a language's tag");
  const std::string id = AddTranslation("lamp/told.md", "We opened at night.");
  ExpectComesBack();
  refused(Translated("lamp/told.md", "We opened at night.", "Traduit"), "", "is there already");
  const auto moved =
      SetNoun(ada(), RecordType::kTranslation, id, {{"document", "moth/told.md"}, {"exact", "came to moth"}});
  ASSERT_TRUE(moved) << moved.error().message;
  ASSERT_TRUE(UndoLast(ada()));
  // Another text, once it is there: the words may be put right, and those that stand stay.
  study = Now();
  study.documents[0].text = "We opened at dawn.";
  study.documents[0].hash = core::ContentHash(study.documents[0].text);
  Keep();
  EXPECT_TRUE(SetNoun(ada(), RecordType::kTranslation, id, {{"text", "Nous ouvrions"}}));
  EXPECT_FALSE(SetNoun(ada(), RecordType::kTranslation, id, {{"exact", "We opened at noon."}}));
  EXPECT_TRUE(SetNoun(ada(), RecordType::kTranslation, id, {{"exact", "We opened at dawn."}}));
}

TEST_P(OneKind, NobodySeesATranslationWithoutConsent) {
  AddTranslation("lamp/told.md", "We opened at night.");
  const std::string of_moth = AddTranslation("moth/told.md", "We opened at night.");
  study = Now();
  const auto of = [&](const Workspace& workspace) { return Ids(workspace, RecordType::kTranslation).size(); };
  EXPECT_EQ(of(ada()), 2U);
  EXPECT_EQ(of(As("rita", Role::kResearcher)), 2U);
  EXPECT_EQ(of(As("rita", Role::kReviewer)), 2U);
  EXPECT_EQ(of(As("lena", Role::kMember, "lamp")), 1U);
  EXPECT_EQ(ListNouns(As("rob", Role::kReader), RecordType::kTranslation).error().code, ErrorCode::kForbidden);
  EXPECT_EQ(AddNoun(As("rita", Role::kResearcher), RecordType::kTranslation, Translated("lamp/told.md", "Nobody"))
                .error()
                .code,
            ErrorCode::kForbidden);
  EXPECT_TRUE(
      AddNoun(As("lena", Role::kMember, "lamp"), RecordType::kTranslation, Translated("lamp/told.md", "Nobody")));
  EXPECT_FALSE(
      AddNoun(As("lena", Role::kMember, "lamp"), RecordType::kTranslation, Translated("moth/told.md", "Nobody")));
  const std::vector<model::Consent> all = study.consents;
  for (const auto scope : {ConsentScope::kAnalyse, ConsentScope::kTranslate}) {
    // Never given, withdrawn, of the document alone, ended.
    for (int how = 0; how < 4; ++how) {
      SCOPED_TRACE(fmt::format("{} {}", model::Word(scope), how));
      study.consents = all;
      for (auto& one : study.consents) {
        if (one.subject != "moth" || one.scope != scope) continue;
        if (how == 0) one.subject = "lamp/other";
        if (how == 1) one.withdrawn = core::Date::Make(2026, 1, 1);
        if (how == 3) one.expires = core::Date::Make(2020, 1, 1);
      }
      std::erase_if(study.consents, [](const auto& one) { return one.subject == "lamp/other"; });
      if (how == 2) Allow("moth/told.md", scope, true);
      Keep();
      for (const auto& who : {ada(), As("rita", Role::kResearcher), As("mia", Role::kMember, "moth")}) {
        const auto listed = ListNouns(who, RecordType::kTranslation);
        ASSERT_TRUE(listed);
        for (const auto& one : listed->things) EXPECT_NE(one.id, of_moth);
        EXPECT_EQ(ShowNoun(who, RecordType::kTranslation, of_moth).error().code, ErrorCode::kNotFound);
      }
      EXPECT_EQ(ListNouns(ada(), RecordType::kTranslation)->withheld, 1U);
      EXPECT_EQ(SetNoun(ada(), RecordType::kTranslation, of_moth, {{"text", "x"}}).error().code, ErrorCode::kNotFound);
      const auto added = AddNoun(ada(), RecordType::kTranslation, Translated("moth/told.md", "Nobody came"));
      ASSERT_FALSE(added);
      EXPECT_EQ(added.error().about.field, "document");
      // The same words as for a text that is not there at all, where it may not be read.
      EXPECT_THAT(added.error().message, HasSubstr(scope == ConsentScope::kAnalyse ? "there is no text of this id"
                                                                                   : "no consent to translate"));
    }
  }
}

TEST_P(OneKind, APassageThatMayNotBeTranslatedIsNot) {
  model::Coding coding;
  coding.document = study.documents[0].id;
  coding.exact = "We opened at night.";
  coding.range = {0, 19};
  coding.code = model::CodeId("A");
  coding.coder = model::CoderId("ada");
  study.codings = {coding};
  Keep();
  const std::string id = AddTranslation("lamp/told.md", "opened at night");
  AddTranslation("lamp/told.md", "Nobody came");
  study = Now();
  Allow(model::SubjectOf(coding.document, model::IdOf(coding)), ConsentScope::kTranslate, true);
  Keep();
  EXPECT_THAT(Ids(ada(), RecordType::kTranslation), Not(Contains(id)));
  EXPECT_EQ(Ids(ada(), RecordType::kTranslation).size(), 1U);
  EXPECT_FALSE(AddNoun(ada(), RecordType::kTranslation, Translated("lamp/told.md", "We opened")));
  EXPECT_TRUE(AddNoun(ada(), RecordType::kTranslation, Translated("lamp/told.md", "to lamp")));
}

// Words too few to be found by themselves, also those that stood there before, or went before.
TEST_P(OneKind, AWithdrawalForgetsWhatTheHistoryKeptOfATranslation) {
  const std::string id = AddTranslation("lamp/told.md", "at night", "la nuit zz1");
  ASSERT_TRUE(SetNoun(ada(), RecordType::kTranslation, id, {{"text", "de nuit zz2"}}));
  const std::string gone = AddTranslation("lamp/told.md", "Nobody", "personne zz3");
  ASSERT_TRUE(RemoveNoun(ada(), RecordType::kTranslation, gone));
  AddTranslation("moth/told.md", "Nobody", "stays zz4");
  core::NoProgress silent;
  const auto kept = [&] {
    std::string all;
    const auto loaded = store::LoadFrom(place);
    for (const auto& one : loaded->history_texts) all += one.text + "\n";
    return all;
  };
  EXPECT_THAT(kept(), HasSubstr("zz1"));
  ASSERT_TRUE(CarryOutWithdrawal(ada(), {"lamp/told.md", {ConsentScope::kTranslate}}, silent));
  for (const char* word : {"zz1", "zz2", "zz3"}) EXPECT_THAT(kept(), Not(HasSubstr(word)));
  EXPECT_THAT(kept(), HasSubstr("zz4"));
  EXPECT_THAT(Ids(ada(), RecordType::kTranslation), testing::SizeIs(1));
  ASSERT_TRUE(UndoLast(ada())) << "the one of moth";
  EXPECT_FALSE(UndoLast(ada())) << "what is erased does not come back";
}

TEST_P(OneKind, ASetIsOfCodesAndTexts) {
  const auto added =
      AddNoun(ada(), RecordType::kSet, {{"name", "First"}, {"codes", "A"}, {"documents", "moth/told.md"}});
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_TRUE(core::ReadGuid(added->thing)) << added->thing;
  EXPECT_TRUE(ShowNoun(ada(), RecordType::kSet, added->thing.substr(0, 8)));
  EXPECT_EQ(AddNoun(ada(), RecordType::kSet, {{"name", "No"}, {"codes", "B"}}).error().about.field, "codes");
  EXPECT_EQ(AddNoun(ada(), RecordType::kSet, {{"name", "No"}, {"documents", "moth/x.md"}}).error().about.field,
            "documents");
  EXPECT_EQ(AddNoun(ada(), RecordType::kSet, {{"codes", "A"}}).error().about.field, "name");
  ExpectComesBack();
  EXPECT_EQ(Ids(As("rita", Role::kResearcher), RecordType::kSet).size(), 1U);
  // What is paused is out of sight of who analyses, and in that of who has to take it out.
  study = Now();
  for (auto& one : study.consents) {
    if (one.subject == "moth") one.withdrawn = core::Date::Make(2026, 1, 1);
  }
  Keep();
  EXPECT_THAT(Ids(As("rita", Role::kResearcher), RecordType::kSet), IsEmpty());
  EXPECT_EQ(Ids(ada(), RecordType::kSet).size(), 1U);
  EXPECT_TRUE(SetNoun(ada(), RecordType::kSet, added->thing, {{"documents", "lamp/told.md"}}));
  EXPECT_EQ(Ids(As("rita", Role::kResearcher), RecordType::kSet).size(), 1U);
  // What is withdrawn is in no set any more.
  core::NoProgress silent;
  ASSERT_TRUE(CarryOutWithdrawal(ada(), {"lamp", {}}, silent));
  EXPECT_THAT(Now().sets.at(0).documents, IsEmpty());
}

TEST_P(OneKind, WhatWasPublishedStays) {
  const auto added = AddNoun(ada(), RecordType::kEdition, {{"edition", "2"}, {"date", "2026-06-30"}, {"text", "New"}});
  ASSERT_TRUE(added) << added.error().message;
  ASSERT_TRUE(SetNoun(ada(), RecordType::kEdition, std::string("2"), {{"corrections", "five, not four; a name"}}));
  EXPECT_THAT(Now().editions.at(0).corrections, ElementsAre("five, not four", "a name"));
  ExpectComesBack();
  const auto day = SetNoun(ada(), RecordType::kEdition, std::string("2"), {{"date", "2026-07-01"}});
  ASSERT_FALSE(day);
  EXPECT_EQ(day.error().about.field, "date");
  EXPECT_THAT(day.error().message, HasSubstr("the record of what was published"));
  for (const char* field : {"hash", "holds", "made_at", "forms"}) {
    EXPECT_THAT(SetNoun(ada(), RecordType::kEdition, std::string("2"), {{field, "x"}}).error().message,
                HasSubstr("there is no such field"));
  }
  const auto removed = RemoveNoun(ada(), RecordType::kEdition, std::string("2"));
  ASSERT_FALSE(removed);
  EXPECT_EQ(removed.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(removed.error().message, HasSubstr("an edition is not removed"));
  EXPECT_EQ(RemoveNoun(ada(), RecordType::kEdition, std::string("3")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(ListNouns(As("rita", Role::kResearcher), RecordType::kEdition).error().code, ErrorCode::kForbidden);
  EXPECT_EQ(Now().editions.size(), 1U);
}

// In the order of an import, whatever the ids.
TEST_P(OneKind, WhatIsAFileOfItsOwnIsInTheOrderOfItsId) {
  const std::vector<std::string> ids{"b", "a", "a-b", "a.b", "Z", "a_b", "ab"};
  for (const auto& id : ids) {
    study.organisations.push_back(study.organisations[0]);
    study.organisations.back().id.value = id;
  }
  Keep();
  EXPECT_EQ(AddNoun(ada(), RecordType::kChapter, {{"chapter", "about"}, {"text", "x"}}).error().about.field, "chapter");
  for (const auto& id : ids) {
    ASSERT_TRUE(AddNoun(ada(), RecordType::kChapter, {{"chapter", "case-" + id}, {"text", "Words."}})) << id;
    ASSERT_TRUE(AddNoun(ada(), RecordType::kFinding, {{"finding", id}, {"statement", "Said."}})) << id;
    ASSERT_TRUE(AddNoun(ada(), RecordType::kDefinition, {{"definition", id}, {"label", "Ours"}})) << id;
  }
  ExpectComesBack();
}

}  // namespace
}  // namespace commonground::app
