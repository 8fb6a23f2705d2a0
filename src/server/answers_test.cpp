// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Kept answers are given to who asked, and to nobody else, and not when anything was changed.

#include "server/answers.h"

#include <gtest/gtest.h>

namespace commonground::server {
namespace {

Response Saying(std::string body) {
  Response response;
  response.type = "application/json";
  response.body = std::move(body);
  return response;
}

app::Caller Who(const char* person, app::Role role, const char* organisation = "") {
  return {model::CoderId(person), role, model::OrganisationId(organisation)};
}

TEST(Answers, AreForWhoAskedOnly) {
  Answers answers;
  const core::Date day = core::Date::Parse("2026-11-26").value();
  const auto ana = Who("ana", app::Role::kResearcher);
  answers.Keep(ana, "/a", day, answers.now(), Saying("1"));
  ASSERT_NE(answers.Find(ana, "/a", day), nullptr);
  EXPECT_EQ(answers.Find(ana, "/a", day)->body, "1");
  EXPECT_EQ(answers.Find(ana, "/b", day), nullptr);
  EXPECT_EQ(answers.Find(ana, "/a?x=1", day), nullptr);
  EXPECT_EQ(answers.Find(Who("ben", app::Role::kResearcher), "/a", day), nullptr);
  EXPECT_EQ(answers.Find(Who("ana", app::Role::kReviewer), "/a", day), nullptr);
  EXPECT_EQ(answers.Find(Who("ana", app::Role::kResearcher, "lamp"), "/a", day), nullptr);
  EXPECT_EQ(answers.Find(ana, "/a", core::Date::Parse("2026-11-27").value()), nullptr);
}

TEST(Answers, AreOldWhenAnythingChanged) {
  Answers answers;
  const core::Date day = core::Date::Parse("2026-11-26").value();
  const auto ana = Who("ana", app::Role::kResearcher);
  const auto before = answers.now();
  answers.Changed();  // while the answer was made
  answers.Keep(ana, "/a", day, before, Saying("old"));
  EXPECT_EQ(answers.Find(ana, "/a", day), nullptr);
  answers.Keep(ana, "/a", day, answers.now(), Saying("new"));
  ASSERT_NE(answers.Find(ana, "/a", day), nullptr);
  answers.Changed();
  EXPECT_EQ(answers.Find(ana, "/a", day), nullptr);
}

TEST(Answers, HaveAnEnd) {
  Answers answers;
  const core::Date day = core::Date::Parse("2026-11-26").value();
  const auto ana = Who("ana", app::Role::kResearcher);
  answers.Keep(ana, "/large", day, answers.now(), Saying(std::string(2'000'000, 'x')));
  EXPECT_EQ(answers.Find(ana, "/large", day), nullptr);
  Response failed = Saying("no");
  failed.status = 404;
  answers.Keep(ana, "/failed", day, answers.now(), failed);
  EXPECT_EQ(answers.Find(ana, "/failed", day), nullptr);
  for (int i = 0; i < 100; ++i)
    answers.Keep(ana, std::to_string(i), day, answers.now(), Saying(std::string(900'000, 'x')));
  int kept = 0;
  for (int i = 0; i < 100; ++i) kept += answers.Find(ana, std::to_string(i), day) != nullptr ? 1 : 0;
  EXPECT_GT(kept, 0);
  EXPECT_LT(kept, 40);
}

}  // namespace
}  // namespace commonground::server
