// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who may see, change and sign each noun: members, researchers, reviewers, readers; and what a withdrawal leaves in
// sight.
#include "app/edit_noun.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "app/consent_study.h"
#include "app/edit_noun_testutil.h"
#include "app/undo_study.h"
#include "coding/history/things.h"
#include "ingest/folder/folder_testutil.h"

namespace commonground::app {
namespace {

using core::ErrorCode;
using model::RecordType;
using store::Kept;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Not;

class NounsByRole : public Nouns {};
INSTANTIATE_TEST_SUITE_P(A, NounsByRole, ::testing::Values(Kept::kInAFile, Kept::kInADatabase), store::KeptName);

// Two people sign, each in a session of their own; on their own computer somebody writes what was agreed.
TEST_P(NounsByRole, WhoSignedInSignsForThemselvesAlone) {
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

TEST_P(NounsByRole, AReviewerGradesAndChangesNothingElse) {
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

TEST_P(NounsByRole, AMemberSeesAndChangesItsOwnAlone) {
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

TEST_P(NounsByRole, ResearchersSeeWhatMayBeAnalysedAndChangeNothing) {
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

TEST_P(NounsByRole, AWithdrawalHidesWhatIsSaidOfThem) {
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

TEST_P(NounsByRole, ConsentIsGivenTakenBackAndGivenAnew) {
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

}  // namespace
}  // namespace commonground::app
