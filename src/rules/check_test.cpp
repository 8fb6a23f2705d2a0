// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a problem is about, without any folder.  The messages and their places in one: src/ingest/folder/
// rule_problems_test.cpp, tests/bad_folders.
#include "rules/check.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "broken_studies/broken_studies.h"
#include "random_study/random_study.h"
#include "rules/edit.h"
#include "rules/references.h"

namespace commonground::rules {
namespace {

using broken_studies::Breakage;
using broken_studies::Breakages;
using broken_studies::Valid;

Circumstances Today() {
  Circumstances circumstances;
  circumstances.today = *core::Date::Parse("2026-06-01");
  return circumstances;
}

std::string All(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) text += Describe(problem) + "\n";
  return text;
}

const Problem* Find(const std::vector<Problem>& problems, const Breakage& broken) {
  const auto found = std::ranges::find_if(problems, [&](const Problem& problem) {
    return problem.about.kind == broken.kind && problem.about.field == broken.field &&
           problem.message.starts_with(broken.message);
  });
  return found == problems.end() ? nullptr : &*found;
}

// Checks the thing at `index` of `after` as one value.
std::vector<Problem> CheckAlone(const model::Study& before, const model::Study& after, Kind kind, std::size_t index) {
  if (kind == Kind::kSettings) return CheckValue(before, after.settings, Today());
  std::vector<Problem> problems;
  ForEachList(after, [&](Kind of, const auto& list) {
    if (of != kind) return;
    using Thing = typename std::decay_t<decltype(list)>::value_type;
    const bool is_new = index >= (before.*Listed<Thing>::kList).size();
    problems = CheckValue(before, list[index], is_new ? kNoIndex : index, Today());
  });
  return problems;
}

TEST(Rules, AValidStudyHasNoProblem) {
  Circumstances unread = Today();
  unread.form = Form::kUnread;
  EXPECT_EQ(All(Check(Valid(), Today())), "");
  EXPECT_EQ(All(Check(Valid(), unread)), "");
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    EXPECT_EQ(All(Check(random_study::Make(seed))), "") << seed;
    unread.today.reset();
    EXPECT_EQ(All(Check(random_study::Make(seed), unread)), "") << seed;
  }
}

TEST(Rules, EveryBreakageIsToldOfItsThingAndField) {
  for (const Breakage& broken : Breakages()) {
    SCOPED_TRACE(std::string(NameOf(broken.kind)) + ": " + broken.field + ": " + broken.message);
    model::Study study = Valid();
    const std::size_t index = broken.breaks(study);
    Circumstances unread = Today();
    unread.form = Form::kUnread;
    const auto problems = Check(study, unread);
    const Problem* problem = Find(problems, broken);
    ASSERT_NE(problem, nullptr) << All(problems);
    if (broken.seen != Breakage::Seen::kNotAlone) {
      EXPECT_EQ(problem->about.index, index) << All(problems);
    }
    EXPECT_EQ(problem->about.id, IdOf(study, broken.kind, problem->about.index));
    const bool is_blank = broken.field == "id" && broken.message.starts_with("is blank");
    EXPECT_EQ(problem->about.id.empty(), broken.kind == Kind::kSettings || is_blank) << problem->about.id;
  }
}

TEST(Edit, EveryBreakageIsToldOfTheValueAlone) {
  for (const Breakage& broken : Breakages()) {
    if (broken.seen == Breakage::Seen::kNotAlone || broken.seen == Breakage::Seen::kOfTwo) continue;
    SCOPED_TRACE(std::string(NameOf(broken.kind)) + ": " + broken.field + ": " + broken.message);
    model::Study after = Valid();
    const std::size_t index = broken.breaks(after);
    const auto problems = CheckAlone(Valid(), after, broken.kind, index);
    ASSERT_NE(Find(problems, broken), nullptr) << All(problems);
    if (broken.kind == Kind::kOldVersion) continue;  // the coding that was left behind on it loses its place
    for (const Problem& problem : problems) EXPECT_EQ(problem.about.kind, broken.kind) << All(problems);
  }
}

TEST(Edit, WhatAChangeDoesToOthersIsTold) {
  for (const Breakage& broken : Breakages()) {
    model::Study after = Valid();
    broken.breaks(after);
    const auto problems = CheckChange(Valid(), after, Kind::kSettings, kNoIndex, Today());
    EXPECT_NE(Find(problems, broken), nullptr) << broken.message << "\n" << All(problems);
  }
}

TEST(Edit, EveryThingOfAValidStudyIsValidAlone) {
  const model::Study study = Valid();
  ForEachList(study, [&](Kind kind, const auto& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      EXPECT_EQ(All(CheckValue(study, list[i], i, Today())), "") << NameOf(kind);
    }
  });
  EXPECT_EQ(All(CheckValue(study, study.settings, Today())), "");
}

// A study of long ago may break rules of today: who mends one thing of it is not told of all the others.
TEST(Edit, WhatWasWrongBeforeIsToldOnlyOfTheThingItself) {
  model::Study study = Valid();
  study.statements.push_back(study.statements.front());
  study.statements.front().sources = {model::SourceId("nowhere")};
  model::Source source = study.sources.front();
  source.title = "Another title";
  EXPECT_EQ(All(CheckValue(study, source, 0)), "");
  EXPECT_EQ(All(CheckValue(study, study.statements[1], 1)), "");
  EXPECT_EQ(CheckValue(study, study.statements[0], 0).size(), 1U);
}

TEST(Edit, TakingOutWhatIsReferredToIsToldByThoseWhoDo) {
  const model::Study study = Valid();
  const auto source = CheckRemoval<model::Source>(study, 0);
  for (const Kind kind : {Kind::kStatement, Kind::kContextFact, Kind::kPartnership, Kind::kFinding, Kind::kChapter}) {
    EXPECT_TRUE(std::ranges::any_of(source, [&](const Problem& one) { return one.about.kind == kind; })) << All(source);
  }
  EXPECT_EQ(CheckRemoval<model::Partner>(study, 0).size(), 1U);
  EXPECT_EQ(All(CheckRemoval<model::Partnership>(study, 0)), "");
  EXPECT_EQ(All(CheckRemoval<model::Consent>(study, 0)), "");
  EXPECT_EQ(All(CheckRemoval<model::Statement>(study, 0)), "");
}

TEST(References, AreFoundFromTheOtherEnd) {
  const model::Study study = Valid();
  const auto users = UsersOf(study, Kind::kOrganisation, "lamp");
  std::vector<std::string> fields;
  for (const About& one : users) fields.push_back(std::string(NameOf(one.kind)) + "." + one.field);
  for (const char* field :
       {"slot.organisation", "statement.subject", "leadership record.organisation", "case study.organisation",
        "document.organisation", "consent.subject", "partnership.organisation", "outcome.organisation",
        "answer.organisation", "finding.cases_for"}) {
    EXPECT_TRUE(std::ranges::find(fields, field) != fields.end()) << field;
  }
  EXPECT_EQ(fields.size(), 10U);
  EXPECT_TRUE(UsersOf(study, Kind::kOrganisation, "nobody").empty());
}

TEST(Rules, AProblemInATextSaysItsLine) {
  model::Study study = Valid();
  study.chapters = {{model::ChapterId("summary"), "One.\n\nTwo [@nobody].\n[[figure:pie]]\n"}};
  const auto problems = Check(study);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].about, (About{Kind::kChapter, 0, "summary", "text", 3}));
  EXPECT_EQ(problems[1].about, (About{Kind::kChapter, 0, "summary", "text", 4}));
}

TEST(Rules, WhatWasNotReadIsNotMissed) {
  model::Study study = Valid();
  study.codebook[0].parent = model::CodeId("Q");
  EXPECT_EQ(Check(study).size(), 1U);
  Circumstances circumstances;
  circumstances.readable = [](Kind kind, std::string_view) { return kind != Kind::kCode; };
  EXPECT_TRUE(Check(study, circumstances).empty());
}

TEST(Rules, AreReadAlikeByPeopleWithoutAFolder) {
  model::Study study = Valid();
  study.organisations[1].region = model::RegionId("afrika");
  const auto problems = Check(study);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(Describe(problems[0]),
            "organisation tide: region: \"afrika\": there is no region of this id. Fix: write the id of a "
            "[[frame.region]] of the regions, or add one there with this id");
}

TEST(Edit, IsRefusedWithTheFirstErrorButNotForANotice) {
  const model::Study study = Valid();
  model::Organisation tide = study.organisations[1];
  tide.region = model::RegionId("afrika");
  const core::Status refused = Accepted(CheckValue(study, tide, 1));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, core::ErrorCode::kInvalidInput);
  EXPECT_EQ(refused.error().where, "organisation tide");
  EXPECT_EQ(refused.error().message,
            "region: \"afrika\": there is no region of this id. Nothing was changed. Fix: write the id of a "
            "[[frame.region]] of the regions, or add one there with this id");
  model::Source source = study.sources[0];
  source.accessed = *core::Date::Parse("2062-01-01");
  const auto notices = CheckValue(study, source, 0, Today());
  EXPECT_EQ(notices.size(), 1U);
  EXPECT_TRUE(Accepted(notices));
}

// Nothing here may know how a study is kept: that is ingest's.
TEST(Rules, NoMessageNamesAFile) {
  for (const Breakage& broken : Breakages()) {
    model::Study study = Valid();
    broken.breaks(study);
    for (const Problem& problem : Check(study, Today())) {
      for (const char* ending : {".csv", ".toml"}) {
        EXPECT_EQ(problem.message.find(ending), std::string::npos) << problem.message;
        EXPECT_EQ(problem.fix.find(ending), std::string::npos) << problem.fix;
      }
    }
  }
}

}  // namespace
}  // namespace commonground::rules
