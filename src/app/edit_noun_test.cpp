// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Each noun that people edit one at a time, field by field, in a file and in a database; who may see and change what;
// two people at once; what a withdrawal leaves in sight.
#include "app/edit_noun.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "app/consent_study.h"
#include "app/undo_study.h"
#include "app/wire/noun_json.h"
#include "app/workspace_testutil.h"
#include "coding/history/things.h"
#include "ingest/folder/folder_testutil.h"
#include "ingest/folder/strange.h"
#include "random_study/random_study.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using core::ErrorCode;
using model::RecordType;
using store::Kept;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

NounQuery Where(const std::string& field, const std::string& text) {
  NounQuery query;
  query.filters.push_back({field, text});
  return query;
}

// All that is listed; a list that fails is none.
std::vector<NounShown> Things(const Workspace& workspace, RecordType type, const NounQuery& query = {}) {
  auto shown = ListNouns(workspace, type, query);
  EXPECT_TRUE(shown) << shown.error().message;
  return shown ? std::move(shown->things) : std::vector<NounShown>();
}

const core::Moment kNow = core::Moment::FromUnixSeconds(1'790'000'000);

model::Study Bare(model::Study study) {
  study.history.clear();
  study.history_texts.clear();
  return study;
}

class Nouns : public store::KeptTest {
 protected:
  void SetUp() override {
    KeptTest::SetUp();
    if (IsSkipped()) return;
    for (std::uint64_t seed = 7;; ++seed) {
      study = random_study::Make(seed, 14);
      const bool has_all = study.statements.size() > 3 && study.partnerships.size() > 2 && study.consents.size() > 2 &&
                           study.leadership.size() > 2 && study.contexts.size() > 2 && study.findings.size() > 1 &&
                           study.slots.size() > 2 && study.partners.size() > 1 && study.organisations.size() > 2 &&
                           !study.answers.empty() && !study.outcomes.empty() && !study.targets.empty() &&
                           !study.chapters.empty() && !study.indicators.empty() && study.regions.size() > 1 &&
                           study.sources.size() > 2 && study.definitions.size() > 1 && !study.translations.empty() &&
                           !study.sets.empty() && !study.editions.empty() && !study.invented_countries.empty() &&
                           study.documents.size() > 1 && HasAChoice() &&
                           std::ranges::count(study.codebook, model::CodeKind::kPractice, &model::Code::kind) > 1;
      if (has_all) break;
    }
    study = Bare(std::move(study));
    // Words of texts are shown where the text may be analysed and the words translated.
    for (const auto& one : study.documents) Allow(one.id.value);
    study.translations[0].exact = "T";  // with which every text begins
    study.legal_model.clear();          // two that say different things, and neither of all facts
    for (const auto& value : Choice().values) study.legal_model.push_back({{{Choice().id.value, {value}}}, value, "r"});
    Keep();
  }
  void Allow(const std::string& subject) {
    for (const auto scope : {model::ConsentScope::kAnalyse, model::ConsentScope::kTranslate}) {
      model::Consent consent;
      consent.subject = subject;
      consent.scope = scope;
      consent.evidence = "a form";
      study.consents.push_back(consent);
    }
  }
  bool HasAChoice() const {
    return std::ranges::any_of(study.indicators, [](const auto& one) {
      return one.type == model::IndicatorType::kChoice && one.values.size() > 1 && one.values[0] != one.values[1];
    });
  }
  const model::Indicator& Choice() const {
    return *std::ranges::find_if(study.indicators, [](const auto& one) {
      return one.type == model::IndicatorType::kChoice && one.values.size() > 1 && one.values[0] != one.values[1];
    });
  }
  void Keep() {
    ASSERT_TRUE(store::SaveTo(place, study));
    store_.emplace(store::StudyStore::Open(place, store::OpenMode::kWrite).value());
  }
  Workspace As(const std::string& person, Role role = Role::kCoordinator, const std::string& organisation = "") {
    return Over(*store_, Caller{model::CoderId(person), role, model::OrganisationId(organisation)}, kNow);
  }
  Workspace ada() { return As("ada"); }
  model::Study Now() { return store::LoadFrom(place).value(); }

  static std::string CellOf(const NounShown& thing, const std::string& field) {
    const auto found = std::ranges::find(thing.cells, field, &FieldValues::value_type::first);
    return found == thing.cells.end() ? "" : found->second;
  }
  // What may stand in a field: what stands there elsewhere, words of its list, and what may stand in many.
  std::vector<std::string> Candidates(const NounKind& kind, const std::string& field, const std::string& words) {
    std::vector<std::string> all;
    for (const auto& one : Things(ada(), kind.type)) all.push_back(CellOf(one, field));
    for (std::size_t from = 0; from < words.size();) {
      const std::size_t to = std::min(words.find(", ", from), words.size());
      all.push_back(words.substr(from, to - from));
      from = to + 2;
    }
    const auto some = [&](const auto& things) {
      for (std::size_t i = 0; i < things.size() && i < 4; ++i) all.push_back(things[i].id.value);
    };
    std::set<model::CodeKind> kinds;
    for (const auto& one : study.codebook) {
      if (kinds.insert(one.kind).second) all.push_back(one.id.value);
    }
    some(study.codebook);
    some(study.organisations);
    some(study.regions);
    some(study.sources);
    some(study.indicators);
    some(study.documents);
    for (const auto& one : study.documents) all.push_back(one.text);
    all.push_back(Choice().id.value + "=unknown");
    all.emplace_back("a body; with >= signs");
    all.emplace_back("governance > 1/3; paid_staff >= 50/100 (undetermined)");
    for (const char* one : {"2019-05", "=1+1; \"two\", three", "7", "50%", "fr; es", "yes", "no", "XAA", ""}) {
      all.emplace_back(one);
    }
    return all;
  }

  model::Study study;
  std::optional<store::StudyStore> store_;
};
INSTANTIATE_TEST_SUITE_P(A, Nouns, ::testing::Values(Kept::kInAFile, Kept::kInADatabase), store::KeptName);

// Set, shown, exported and imported, taken back and done again: the same each time.
TEST_P(Nouns, EveryFieldOfEveryKindIsEditedAndTakenBack) {
  int number = 0;
  for (const NounKind& kind : NounKinds()) {
    const auto things = Things(ada(), kind.type);
    ASSERT_FALSE(things.empty()) << kind.word;
    const model::Study before = Bare(Now());
    for (const NounField& field : kind.fields) {
      if (!in_a_file() && number++ % 4 != 0) continue;  // the fields are the same there, and each takes two seconds
      SCOPED_TRACE(kind.word + "." + field.name);
      bool is_done = false;
      for (std::size_t i = 0; i < things.size() && i < 3 && !is_done; ++i) {
        std::set<std::string> tried;
        for (const std::string& value : Candidates(kind, field.name, field.words)) {
          if (value == CellOf(things[i], field.name) || !tried.insert(value).second) continue;
          const auto set = SetNoun(ada(), kind.type, {things[i].id, things[i].version}, {{field.name, value}});
          if (!set || set->act == 0) continue;
          is_done = true;
          const model::Study after = Bare(Now());
          EXPECT_NE(after, before);
          const auto shown = ShowNoun(ada(), kind.type, things[i].id);
          ASSERT_TRUE(shown) << shown.error().message;
          EXPECT_EQ(shown->thing.version, set->version);
          EXPECT_EQ(shown->thing.version == things[i].version, field.name == kPlaceField);
          ASSERT_FALSE(shown->history.empty());
          EXPECT_EQ(shown->history.back().person.value, "ada");
          ASSERT_EQ(shown->history.back().fields.size(), 1U);
          EXPECT_EQ(shown->history.back().fields[0].field, field.name);
          EXPECT_EQ(shown->history.back().fields[0].after, CellOf(shown->thing, field.name));
          const auto read = ingest::ReadFiles(ingest::Written(after, ingest::CsvStyle::kSpreadsheetSafe));
          EXPECT_EQ(core::HasErrors(read.problems), false) << ingest::DescribeAll(read.problems);
          EXPECT_TRUE(read.study == after);
          ASSERT_TRUE(UndoLast(ada()));
          EXPECT_TRUE(Bare(Now()) == before);
          ASSERT_TRUE(RedoLast(ada()));
          EXPECT_TRUE(Bare(Now()) == after);
          ASSERT_TRUE(UndoLast(ada()));
          break;
        }
      }
      const bool is_fixed = std::ranges::find(kind.rules.fixed, field.name) != kind.rules.fixed.end();
      EXPECT_FALSE(is_done && is_fixed) << "it stays as it was added";
      const bool is_of_a_grade =
          kind.type == RecordType::kFinding &&
          (field.name == "confidence" || field.name == "reasons" || field.name == "graded_by" ||
           field.name == "concerns" || field.name == "rests_on" || field.name == "addressees");  // only together: below
      EXPECT_TRUE(is_done || is_of_a_grade || is_fixed) << "no value was taken";
    }
  }
}

TEST_P(Nouns, EveryKindIsTakenOutAndAddedAgain) {
  for (const NounKind& kind : NounKinds()) {
    SCOPED_TRACE(kind.word);
    bool is_done = false;
    for (const NounShown& one : Things(ada(), kind.type)) {
      const model::Study before = Bare(Now());
      const auto removed = RemoveNoun(ada(), kind.type, {one.id, one.version});
      if (!removed) {
        EXPECT_EQ(removed.error().code, ErrorCode::kInvalidInput) << removed.error().message;
        EXPECT_TRUE(Bare(Now()) == before);
        continue;
      }
      is_done = true;
      EXPECT_EQ(ShowNoun(ada(), kind.type, one.id).error().code, ErrorCode::kNotFound);
      FieldValues values = one.cells;
      if (!kind.id_field.empty()) values.emplace_back(kind.id_field, one.id);
      const auto added = AddNoun(ada(), kind.type, values);
      ASSERT_TRUE(added) << added.error().message;
      const auto shown = ShowNoun(ada(), kind.type, added->thing);
      ASSERT_TRUE(shown);
      for (const auto& [field, cell] : one.cells) {
        const std::string again = CellOf(shown->thing, field);
        EXPECT_TRUE(again == cell || ingest::Bare(again) == ingest::Bare(cell)) << field;
      }
      EXPECT_EQ(AddNoun(ada(), kind.type, values).error().code, ErrorCode::kInvalidInput) << "a second one like it";
      const auto read = ingest::ReadFiles(ingest::Written(Bare(Now()), ingest::CsvStyle::kRaw));
      EXPECT_TRUE(read.study == Bare(Now())) << ingest::DescribeAll(read.problems);
      ASSERT_TRUE(UndoLast(ada()));
      ASSERT_TRUE(UndoLast(ada()));
      EXPECT_TRUE(Bare(Now()) == before);
      break;
    }
    const bool may_be_spoken_of = kind.type == RecordType::kOrganisation || kind.type == RecordType::kSource ||
                                  kind.type == RecordType::kPartner || kind.type == RecordType::kRegion ||
                                  kind.type == RecordType::kIndicator || kind.type == RecordType::kDefinition ||
                                  kind.type == RecordType::kInventedCountry;
    if (may_be_spoken_of) continue;
    EXPECT_EQ(is_done, kind.rules.stays.empty());
  }
}

TEST_P(Nouns, AValueIsRefusedAsAnImportWouldWithItsField) {
  const std::string id = study.organisations[0].id.value;
  const auto refused = SetNoun(ada(), RecordType::kOrganisation, id, {{"region", "nowhere-at-all"}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(refused.error().message, HasSubstr("there is no region of this id"));
  EXPECT_EQ(refused.error().about.kind, "organisation");
  EXPECT_EQ(refused.error().about.id, id);
  EXPECT_EQ(refused.error().about.field, "region");
  const auto several = SetNoun(ada(), RecordType::kOrganisation, id,
                               {{"country", "Nowhere"}, {"visibility", "some"}, {"colour", "red"}});
  ASSERT_FALSE(several);
  EXPECT_THAT(several.error().message, HasSubstr("3 things are wrong"));
  EXPECT_THAT(several.error().message, HasSubstr("there is no such field"));
  EXPECT_EQ(SetNoun(ada(), RecordType::kOrganisation, id, {{"name", " \t"}}).error().about.field, "name");
  EXPECT_EQ(SetNoun(ada(), RecordType::kOrganisation, id, {{"name", "\xff"}}).error().about.field, "name");
  EXPECT_EQ(SetNoun(ada(), RecordType::kOrganisation, id, {{"note", "#REF!"}}).error().about.field, "note");
  EXPECT_EQ(SetNoun(ada(), RecordType::kOrganisation, id, {{"id", "another"}}).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(SetNoun(ada(), RecordType::kOrganisation, std::string("nobody"), {{"name", "x"}}).error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(AddNoun(ada(), RecordType::kStatement, {{"subject", id}}).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(AddNoun(ada(), RecordType::kSource, {{"id", "../x"}, {"title", "x"}}).error().about.field, "id");
  EXPECT_TRUE(Bare(Now()) == study);
}

// Reasons are sentences: they may hold what parts the items of a list.
TEST_P(Nouns, AFindingIsGradedByAllOfItsFieldsAtOnce) {
  const std::string id = study.findings[0].id.value;
  EXPECT_EQ(SetNoun(ada(), RecordType::kFinding, id, {{"confidence", "some"}}).error().about.field, "confidence");
  const std::string reasons = R"(["few; all of one region","coherent","rich","direct"])";
  const auto graded = SetNoun(ada(), RecordType::kFinding, id,
                              {{"confidence", "moderate"},
                               {"codes", study.codebook[0].id.value},
                               {"reasons", reasons},
                               {"concerns", "minor; minor; serious; no or very minor"},
                               {"cases_for", study.cases[0].organisation.value},
                               {"cases_against", ""},
                               {"graded_by", "lead; reviewer"}});
  ASSERT_TRUE(graded) << graded.error().message;
  EXPECT_THAT(Now().findings[0].reasons, ElementsAre("few; all of one region", "coherent", "rich", "direct"));
  EXPECT_EQ(CellOf(ShowNoun(ada(), RecordType::kFinding, id)->thing, "reasons"), reasons);
  ASSERT_TRUE(SetNoun(ada(), RecordType::kFinding, id, {{"statement", "Another."}}));
  EXPECT_EQ(Now().findings[0].reasons.front(), "few; all of one region");
  ASSERT_TRUE(SetNoun(ada(), RecordType::kFinding, id,
                      {{"confidence", ""}, {"reasons", ""}, {"concerns", ""}, {"graded_by", ""}}));
}

// Two people sign, each in a session of their own; on their own computer somebody writes what was agreed.
TEST_P(Nouns, WhoSignedInSignsForThemselvesAlone) {
  const std::string id = study.findings[0].id.value;
  const auto set = [&](const std::string& who, const FieldValues& values) {
    return SetNoun(As(who), RecordType::kFinding, id, values, Signing::kOwnName);
  };
  const auto signers = [&] { return Now().findings[0].graded_by; };
  ASSERT_TRUE(SetNoun(ada(), RecordType::kFinding, id,
                      {{"confidence", ""}, {"reasons", ""}, {"concerns", ""}, {"graded_by", ""}}));
  const auto grade = [&](const std::string& level, const std::string& names) {
    return FieldValues{{"confidence", "moderate"},
                       {"codes", study.codebook[0].id.value},
                       {"reasons", "few; coherent; rich; direct"},
                       {"concerns", level + "; minor; serious; no or very minor"},
                       {"cases_for", study.cases[0].organisation.value},
                       {"cases_against", ""},
                       {"graded_by", names}};
  };
  // Nobody, somebody else, oneself twice over, and another beside oneself.
  for (const char* names : {"", "ben", "ada; ben", "Ada", "ada; a. reviewer", "ada ben"}) {
    const auto refused = set("ada", grade("minor", names));
    ASSERT_FALSE(refused) << names;
    EXPECT_EQ(refused.error().code, core::ErrorCode::kInvalidInput);
    EXPECT_EQ(refused.error().about.field, "graded_by") << refused.error().message;
  }
  EXPECT_TRUE(signers().empty());
  const auto first = set("ada", grade("minor", "ada"));
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_THAT(signers(), ElementsAre("ada"));
  // The first signature survives an export, and is noted.
  const auto read = ingest::ReadFiles(ingest::Written(Bare(Now()), ingest::CsvStyle::kSpreadsheetSafe));
  EXPECT_FALSE(core::HasErrors(read.problems)) << ingest::DescribeAll(read.problems);
  EXPECT_TRUE(read.study == Bare(Now()));
  ASSERT_TRUE(set("ben", {{"graded_by", "ada; ben"}}));
  EXPECT_THAT(signers(), ElementsAre("ada", "ben"));
  // Another sentence leaves what was signed; another level is another grade, which only who wrote it has signed.
  ASSERT_TRUE(set("ben", {{"statement", "Another sentence."}}));
  EXPECT_THAT(signers(), ElementsAre("ada", "ben"));
  ASSERT_TRUE(set("ben", {{"concerns", "serious; minor; serious; no or very minor"}}));
  EXPECT_THAT(signers(), ElementsAre("ben"));
  // Whoever did not sign cannot change a grade in the name of others.
  const auto nobody = set("cleo", {{"concerns", "minor; minor; minor; minor"}});
  ASSERT_FALSE(nobody);
  EXPECT_EQ(nobody.error().about.field, "graded_by");
  // Taking it back gives back what stood there.
  ASSERT_TRUE(UndoLast(As("ben")));
  EXPECT_THAT(signers(), ElementsAre("ada", "ben"));
  // Who signs while another changes the grade has not signed the new one.
  const std::string seen = ShowNoun(ada(), RecordType::kFinding, id)->thing.version;
  ASSERT_TRUE(set("ada", {{"reasons", "none; coherent; rich; direct"}}));
  const auto late =
      SetNoun(As("cleo"), RecordType::kFinding, {id, seen}, {{"graded_by", "ada; ben; cleo"}}, Signing::kOwnName);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, core::ErrorCode::kConflict);
  EXPECT_THAT(signers(), ElementsAre("ada"));
  // A new finding is no way around it.
  FieldValues made = grade("minor", "ben");
  made.insert(made.end(), {{"finding", "made-up"}, {"statement", "Made up."}});
  EXPECT_FALSE(AddNoun(ada(), RecordType::kFinding, made, Signing::kOwnName));
}

TEST_P(Nouns, AReviewerGradesAndChangesNothingElse) {
  const std::string id = study.findings[0].id.value;
  const auto reviewer = As("rita", Role::kReviewer);
  // About a case that reviewers see.
  const auto organisations = ListNouns(reviewer, RecordType::kOrganisation).value();
  std::string seen;
  for (const auto& one : organisations.things) {
    if (std::ranges::count(study.cases, model::OrganisationId(one.id), &model::CaseStudy::organisation) > 0)
      seen = one.id;
  }
  ASSERT_NE(seen, "");
  const auto moved = SetNoun(ada(), RecordType::kFinding, {id, {}}, {{"cases_for", seen}, {"cases_against", ""}});
  ASSERT_TRUE(moved) << moved.error().message;
  const model::Study before = Bare(Now());
  const auto set = [&](const Workspace& who, const FieldValues& values) {
    return SetNoun(who, RecordType::kFinding, {id, {}}, values, Signing::kAnyName);
  };
  for (const FieldValues& values :
       std::initializer_list<FieldValues>{{{"statement", "Another sentence."}},
                                          {{"statement", "Another sentence."}, {"graded_by", "rita"}},
                                          {{"text", "Another text."}},
                                          {{"codes", ""}},
                                          {{"looked_at", "2026-01-01"}},
                                          {}}) {
    const auto refused = set(reviewer, values);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kForbidden) << refused.error().message;
  }
  EXPECT_TRUE(Bare(Now()) == before);
  const FieldValues grade{{"confidence", "low"},
                          {"concerns", "minor; minor; minor; minor"},
                          {"reasons", "as before; as before; rich; direct"},
                          {"graded_by", "rita"}};
  const auto graded = set(reviewer, grade);
  ASSERT_TRUE(graded) << graded.error().message;
  EXPECT_THAT(Now().findings[0].reasons, ElementsAre("as before", "as before", "rich", "direct"));
  // With the name of another it is refused, whatever the caller said of names.
  FieldValues forged = grade;
  forged.back().second = "rita; ada";
  EXPECT_FALSE(set(reviewer, forged));
  // Two equal reasons survive an export.
  const auto read = ingest::ReadFiles(ingest::Written(Bare(Now()), ingest::CsvStyle::kSpreadsheetSafe));
  EXPECT_FALSE(core::HasErrors(read.problems)) << ingest::DescribeAll(read.problems);
  EXPECT_TRUE(read.study == Bare(Now()));
  for (const Role role : {Role::kResearcher, Role::kReader}) {
    EXPECT_EQ(set(As("rita", role), grade).error().code, ErrorCode::kForbidden);
  }
}

TEST_P(Nouns, WhatIsSpokenOfIsNotRemoved) {
  const auto& statement = study.statements[0];
  const auto refused = RemoveNoun(ada(), RecordType::kSource, statement.sources[0].value);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("speaks of this source"));
  EXPECT_TRUE(Bare(Now()) == study);
}

TEST_P(Nouns, WhatTwoPeopleChangedAtOnceIsPutTogether) {
  const std::string id = study.organisations[0].id.value;
  const std::string seen = ShowNoun(ada(), RecordType::kOrganisation, id)->thing.version;
  ASSERT_TRUE(SetNoun(As("ben"), RecordType::kOrganisation, {id, seen}, {{"note", "by ben"}}));
  const auto merged = SetNoun(ada(), RecordType::kOrganisation, {id, seen}, {{"name", "By ada"}});
  ASSERT_TRUE(merged) << merged.error().message;
  EXPECT_THAT(merged->kept, ElementsAre("note"));
  const auto shown = ShowNoun(ada(), RecordType::kOrganisation, id)->thing;
  EXPECT_EQ(CellOf(shown, "name"), "By ada");
  EXPECT_EQ(CellOf(shown, "note"), "by ben");
  const auto both = SetNoun(As("cleo"), RecordType::kOrganisation, {id, seen}, {{"name", "By cleo"}});
  ASSERT_FALSE(both);
  EXPECT_EQ(both.error().code, ErrorCode::kConflict);
  EXPECT_THAT(both.error().message, HasSubstr("By ada"));
  EXPECT_THAT(both.error().message, HasSubstr("By cleo"));
  EXPECT_EQ(RemoveNoun(ada(), RecordType::kOrganisation, {id, seen}).error().code, ErrorCode::kConflict);
  EXPECT_EQ(SetNoun(ada(), RecordType::kOrganisation, {id, "00000000"}, {{"name", "x"}}).error().code,
            ErrorCode::kConflict);
}

TEST_P(Nouns, AMemberSeesAndChangesItsOwnAlone) {
  const std::string own = study.organisations[0].id.value;
  const std::string other = study.organisations[1].id.value;
  study.consents.clear();
  study.statements[0].subject = own;
  study.statements[1].subject = other;
  study.leadership[0].organisation = model::OrganisationId(own);
  study.leadership[1].organisation = model::OrganisationId(other);
  Keep();
  const auto member = As("lena", Role::kMember, own);
  for (const NounKind& kind : NounKinds()) {
    const auto listed = ListNouns(member, kind.type);
    if (!listed) {
      EXPECT_EQ(listed.error().code, ErrorCode::kForbidden);
      continue;
    }
    for (const auto& one : listed->things) {
      const auto about = std::visit([](const auto& value) { return coding::AboutOf(value); }, one.value);
      EXPECT_THAT(about, Each(own)) << kind.word;
      EXPECT_FALSE(about.empty()) << kind.word;
    }
    EXPECT_EQ(listed->withheld, 0U);
  }
  EXPECT_TRUE(SetNoun(member, RecordType::kOrganisation, own, {{"note", "ours"}}));
  EXPECT_EQ(SetNoun(member, RecordType::kOrganisation, other, {{"note", "ours"}}).error().code, ErrorCode::kNotFound);
  const auto mine = Things(member, RecordType::kStatement).front();
  EXPECT_TRUE(SetNoun(member, RecordType::kStatement, mine.id, {{"value", "ours"}}));
  EXPECT_EQ(SetNoun(member, RecordType::kStatement, mine.id, {{"subject", other}}).error().code, ErrorCode::kForbidden);
  const std::string source = study.statements[0].sources[0].value;
  EXPECT_EQ(AddNoun(member, RecordType::kStatement,
                    {{"subject", other}, {"property", "p"}, {"value", "v"}, {"source", source}})
                .error()
                .code,
            ErrorCode::kForbidden);
  EXPECT_TRUE(AddNoun(member, RecordType::kStatement,
                      {{"subject", own}, {"property", "p"}, {"value", "v"}, {"source", source}}));
  EXPECT_EQ(AddNoun(member, RecordType::kSource, {{"id", "x"}, {"title", "x"}}).error().code, ErrorCode::kForbidden);
  EXPECT_TRUE(UndoLast(member));
  EXPECT_TRUE(GiveConsent(member, {own, {model::ConsentScope::kQuote}, {}, {}, {}, "a letter"}));
  EXPECT_EQ(GiveConsent(member, {other, {model::ConsentScope::kQuote}, {}, {}, {}, "a letter"}).error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(PauseConsent(member, {other, {}, {}}).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(PauseConsent(member, {own, {}, {}}));
  const auto nobody = As("nora", Role::kMember);
  EXPECT_TRUE(Things(nobody, RecordType::kOrganisation).empty());
  EXPECT_FALSE(PauseConsent(nobody, {own, {}, {}}));
}

TEST_P(Nouns, ResearchersSeeWhatMayBeAnalysedAndChangeNothing) {
  const std::string open = study.organisations[0].id.value;
  study.consents.clear();
  model::Consent consent;
  consent.subject = open;
  study.consents.push_back(consent);
  for (std::size_t i = 0; i < study.statements.size(); ++i)
    study.statements[i].subject = study.organisations[i % 2].id.value;
  Keep();
  const auto listed = ListNouns(As("rita", Role::kResearcher), RecordType::kStatement);
  ASSERT_TRUE(listed);
  ASSERT_FALSE(listed->things.empty());
  for (const auto& one : listed->things) EXPECT_EQ(CellOf(one, "subject"), open);
  for (const Role role : {Role::kResearcher, Role::kReviewer, Role::kReader}) {
    for (const NounKind& kind : NounKinds()) {
      EXPECT_EQ(AddNoun(As("rita", role), kind.type, {}).error().code, ErrorCode::kForbidden);
      EXPECT_EQ(SetNoun(As("rita", role), kind.type, std::string("x"), {}).error().code, ErrorCode::kForbidden);
      EXPECT_EQ(RemoveNoun(As("rita", role), kind.type, std::string("x")).error().code, ErrorCode::kForbidden);
    }
    EXPECT_EQ(PauseConsent(As("rita", role), {open, {}, {}}).error().code, ErrorCode::kForbidden);
    EXPECT_EQ(GiveConsent(As("rita", role), {open, {model::ConsentScope::kQuote}, {}, {}, {}, "e"}).error().code,
              ErrorCode::kForbidden);
    EXPECT_FALSE(ShowConsents(As("rita", role), open));
  }
}

TEST_P(Nouns, AWithdrawalHidesWhatIsSaidOfThem) {
  const std::string id = study.organisations[0].id.value;
  study.consents.clear();
  study.statements[0].subject = id;
  study.leadership[0].organisation = model::OrganisationId(id);
  Keep();
  const auto statement = Things(ada(), RecordType::kStatement, Where("subject", id)).front();
  ASSERT_TRUE(SetNoun(ada(), RecordType::kStatement, statement.id, {{"value", "secretword"}}));
  ASSERT_TRUE(PauseConsent(ada(), {id, {}, {}}));
  for (const RecordType type : {RecordType::kStatement, RecordType::kLeadership}) {
    const auto listed = ListNouns(ada(), type);
    EXPECT_GE(listed->withheld, 1U);
    for (const auto& one : listed->things)
      EXPECT_THAT(one.cells, Not(Contains(testing::Field(&FieldValues::value_type::second, id))));
  }
  EXPECT_EQ(ShowNoun(ada(), RecordType::kStatement, statement.id).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(ShowNoun(ada(), RecordType::kOrganisation, id));
  EXPECT_FALSE(Things(ada(), RecordType::kConsent, Where("subject", id)).empty());
  EXPECT_FALSE(Things(As("rita", Role::kReviewer), RecordType::kOrganisation, Where("id", id)).size());
  ASSERT_TRUE(UndoLast(ada()));
  EXPECT_TRUE(ShowNoun(ada(), RecordType::kStatement, statement.id));
}

TEST_P(Nouns, ConsentIsGivenTakenBackAndGivenAnew) {
  const std::string id = study.documents[0].organisation.value;
  const std::string document = study.documents[0].id.value;
  study.consents.clear();
  Keep();
  using model::ConsentScope;
  EXPECT_EQ(GiveConsent(ada(), {id, {}, {}, {}, {}, "box"}).error().about.field, "scope");
  EXPECT_EQ(GiveConsent(ada(), {id, {ConsentScope::kQuote}, {}, {}, {}, ""}).error().about.field, "evidence");
  EXPECT_EQ(GiveConsent(ada(), {"nobody", {ConsentScope::kQuote}, {}, {}, {}, "box"}).error().code,
            ErrorCode::kNotFound);
  const auto later = core::Date::Make(2030, 1, 1);
  EXPECT_EQ(GiveConsent(ada(), {id, {ConsentScope::kQuote}, {}, later, core::Date::Make(2029), "box"}).error().code,
            ErrorCode::kInvalidInput);
  const auto given = GiveConsent(ada(), {id, {ConsentScope::kAnalyse, ConsentScope::kQuote}, {}, later, {}, "box"});
  ASSERT_TRUE(given) << given.error().message;
  ASSERT_EQ(given->lines.size(), 2U);
  EXPECT_EQ(given->lines[0].state, ConsentState::kNotYet);
  ASSERT_TRUE(GiveConsent(ada(), {id, {ConsentScope::kAnalyse, ConsentScope::kQuote}, {}, {}, {}, "box"}));
  EXPECT_EQ(ShowConsents(ada(), id)->lines.front().state, ConsentState::kHolds);
  EXPECT_EQ(GiveConsent(ada(), {id, {ConsentScope::kQuote}, {}, {}, {}, "box"})->result.act, 0);

  // Of one document, which followed its organisation.
  const auto of_document = PauseConsent(ada(), {document, {ConsentScope::kQuote}, {}});
  ASSERT_TRUE(of_document) << of_document.error().message;
  ASSERT_EQ(of_document->lines.size(), 1U);
  EXPECT_EQ(of_document->lines[0].subject, document);
  EXPECT_EQ(ShowConsents(ada(), document)->lines[2].state, ConsentState::kWithdrawn);
  ASSERT_TRUE(GiveConsent(ada(), {document, {ConsentScope::kQuote}, {}, {}, {}, "box"}));

  // Of all, the document's own too, also on a day before it was given.
  const auto all = PauseConsent(ada(), {id, {}, core::Date::Make(2001, 1, 1)});
  ASSERT_TRUE(all) << all.error().message;
  for (const auto& one : Now().consents) EXPECT_TRUE(one.withdrawn) << one.subject << " " << model::Word(one.scope);
  EXPECT_EQ(PauseConsent(ada(), {id, {}, {}})->result.act, 0);
  const auto read = ingest::ReadFiles(ingest::Written(Bare(Now()), ingest::CsvStyle::kRaw));
  EXPECT_TRUE(read.study == Bare(Now())) << ingest::DescribeAll(read.problems);
  ASSERT_TRUE(UndoLast(ada()));
  EXPECT_EQ(ShowConsents(ada(), id)->lines.front().state, ConsentState::kHolds);
  ASSERT_TRUE(RedoLast(ada()));
  ASSERT_TRUE(GiveConsent(ada(), {id, {ConsentScope::kAnalyse}, {}, {}, {}, "box 2"}));
  EXPECT_EQ(ShowConsents(ada(), id)->lines.front().state, ConsentState::kHolds);
  EXPECT_EQ(ShowConsents(ada(), id)->lines[2].state, ConsentState::kWithdrawn);
}

TEST_P(Nouns, ListsAreFilteredAndSorted) {
  const auto all = Things(ada(), RecordType::kSource);
  for (const auto& field : KindOf(RecordType::kSource).fields) {
    const auto sorted = ListNouns(ada(), RecordType::kSource, {{}, field.name, false});
    ASSERT_TRUE(sorted);
    EXPECT_EQ(sorted->things.size(), all.size());
  }
  const auto one = ListNouns(ada(), RecordType::kSource, Where("id", all[0].id));
  ASSERT_EQ(one->things.size(), 1U);
  EXPECT_EQ(one->seen, all.size());
  EXPECT_TRUE(Things(ada(), RecordType::kSource, Where("title", "no such title")).empty());
  EXPECT_EQ(ListNouns(ada(), RecordType::kSource, Where("colour", "red")).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(ListNouns(ada(), RecordType::kSource, {{}, "colour", false}).error().code, ErrorCode::kInvalidInput);
}

// As JSON, a thing has the fields of its table; and what JSON says can be given back.
TEST_P(Nouns, AreWrittenAsJsonByTheNamesOfTheirFields) {
  for (const NounKind& kind : NounKinds()) {
    for (const auto& one : Things(ada(), kind.type)) {
      auto json = wire::ToJson(one);
      EXPECT_EQ(json["id"], one.id);
      json.erase("id");
      json.erase("version");
      std::vector<std::string> names;
      for (const auto& [name, value] : json.items()) names.push_back(name);
      std::vector<std::string> fields;
      for (const auto& field : kind.fields) fields.push_back(field.name);
      EXPECT_EQ(names, fields) << kind.word;
      const auto values = wire::FieldValuesFrom(json);
      ASSERT_TRUE(values) << kind.word << ": " << values.error().message;
      const auto same = SetNoun(ada(), kind.type, {one.id, one.version}, *values);
      ASSERT_TRUE(same) << kind.word << ": " << same.error().message << json.dump();
      EXPECT_EQ(same->act, 0) << kind.word << json.dump();
    }
  }
}

}  // namespace
}  // namespace commonground::app
