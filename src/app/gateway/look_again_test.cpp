// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What makes people look at a finding again.
#include "app/gateway/look_again.h"

#include <gtest/gtest.h>

namespace commonground::app {
namespace {

core::Date Day(const char* text) {
  return *core::Date::Parse(text);
}
const core::Date kToday = Day("2026-06-30");

model::Study StudyWith(const char* looked_at) {
  model::Study study;
  study.codebook = {{model::CodeId("P"), {}, model::CodeKind::kPractice, "Practices", "", "", {}},
                    {model::CodeId("P.1"), model::CodeId("P"), model::CodeKind::kPractice, "Peer work", "", "", {}},
                    {model::CodeId("Q"), {}, model::CodeKind::kPractice, "Else", "", "", {}}};
  model::Finding finding;
  finding.id = model::FindingId("f");
  finding.codes = {model::CodeId("P")};
  finding.cases_for = {model::OrganisationId("lamp")};
  if (*looked_at != '\0') finding.looked_at = Day(looked_at);
  study.findings = {finding};
  return study;
}
void Code(model::Study& study, const char* document, const char* code, const char* day) {
  model::Coding coding;
  coding.document = model::DocumentId(document);
  coding.code = model::CodeId(code);
  coding.created = Day(day);
  study.codings.push_back(coding);
}
ChangedSince Changes(const model::Study& study) {
  return ChangesSince(study, study.findings[0], kToday);
}

TEST(LookAgain, PassagesOfItsCodesAndCasesThatCameLaterCount) {
  model::Study study = StudyWith("2026-03-31");
  Code(study, "lamp/a.md", "P.1", "2026-03-31");
  Code(study, "lamp/a.md", "P.1", "2026-03");  // may be of any day of that month
  Code(study, "lamp/a.md", "Q", "2026-05-01");
  Code(study, "moon/a.md", "P.1", "2026-05-01");
  EXPECT_FALSE(Changes(study).any());
  Code(study, "lamp/a.md", "P.1", "2026-04-01");
  Code(study, "lamp/a.md", "P", "2026-05");
  EXPECT_EQ(Changes(study).passages, 2);
  EXPECT_EQ(InWords(Changes(study)), "2 passages were coded");
  study.codings.back().status = model::CodingStatus::kDraft;
  EXPECT_EQ(Changes(study).passages, 1);
}

TEST(LookAgain, CodingsThatWereChangedOrTakenOutCount) {
  model::Study study = StudyWith("2026-03-31");
  model::Event event;
  event.record_type = model::RecordType::kCoding;
  event.document = model::DocumentId("lamp/a.md");
  event.subject = "c1";
  event.before = R"({"code":"P.1","coder":"ada"})";
  event.at = *core::Moment::Parse("2026-03-31T12:00:00Z");
  study.history = {event};
  EXPECT_FALSE(Changes(study).any());
  study.history[0].at = *core::Moment::Parse("2026-04-01T00:00:00Z");
  EXPECT_EQ(Changes(study).codings, 1);
  study.history.push_back(study.history[0]);
  EXPECT_EQ(Changes(study).codings, 1) << "one coding, twice";
  study.history = {event};
  study.history[0].at = *core::Moment::Parse("2026-04-01T00:00:00Z");
  study.history[0].before = R"({"code":"Q"})";
  EXPECT_FALSE(Changes(study).any());
  study.history[0].before = "no JSON";
  EXPECT_FALSE(Changes(study).any());
}

TEST(LookAgain, ConsentsThatWereGivenEndedOrTakenBackCount) {
  for (const char* field : {"given", "expires", "withdrawn"}) {
    model::Study study = StudyWith("2026-03-31");
    model::Consent consent;
    consent.subject = "lamp/a.md";
    (std::string(field) == "given"     ? consent.given
     : std::string(field) == "expires" ? consent.expires
                                       : consent.withdrawn) = Day("2026-05-01");
    study.consents = {consent};
    EXPECT_EQ(Changes(study).cases, 1) << field;
    study.consents[0].subject = "moon";
    EXPECT_EQ(Changes(study).cases, 0) << field;
  }
  model::Study study = StudyWith("2026-03-31");
  model::Consent consent;
  consent.subject = "lamp";
  consent.expires = Day("2031-12-31");
  study.consents = {consent};
  EXPECT_FALSE(Changes(study).any()) << "it holds still";
}

TEST(LookAgain, NobodyLookedMeansNoMark) {
  model::Study study = StudyWith("");
  Code(study, "lamp/a.md", "P.1", "2026-05-01");
  EXPECT_FALSE(Changes(study).any());
}

}  // namespace
}  // namespace commonground::app
