// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Each noun that people edit one at a time, field by field, in a file and in a database; two people at once.
#include "app/edit_noun.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "app/edit_noun_testutil.h"
#include "app/undo_study.h"
#include "app/wire/noun_json.h"
#include "ingest/folder/folder_testutil.h"
#include "ingest/folder/strange.h"

namespace commonground::app {
namespace {

using core::ErrorCode;
using model::RecordType;
using store::Kept;
using testing::ElementsAre;
using testing::HasSubstr;

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
