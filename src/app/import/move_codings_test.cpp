// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings of changed texts move, stay or become orphans, and are never put on other words.

#include "app/import/move_codings.h"

#include <gtest/gtest.h>

namespace commonground::app {
namespace {

const std::string kAnswer = "No, they never asked us before they came.";
const std::string kBlock = "What happened there in the last year?\nDid they ask?\n" + kAnswer + "\nThen they left.\n";
const std::string kFirst = "It was told in the spring.\nNobody was named.\nAll who spoke have read it.\n";

// The answer of the clinic, once in the old text; in the new one the school has said the same, and what came first
// comes last.
model::Study ChangedStudy(const std::string& hint) {
  model::Study study;
  model::Document document;
  document.id = model::DocumentId("lamp/interview.docx");
  document.version = 2;
  document.text = "About the school\n" + kBlock + "About the clinic\n" + kBlock + "The beginning\n" + kFirst;
  std::int64_t at = 0;
  for (std::size_t from = 0; from < document.text.size();) {
    const std::size_t end = document.text.find('\n', from);
    const auto next = at + static_cast<std::int64_t>(end - from);
    model::Part part;
    const bool is_heading = document.text.compare(from, 6, "About ") == 0;
    part.kind = is_heading ? model::PartKind::kHeading : model::PartKind::kParagraph;
    part.range = {at, next};
    document.parts.push_back(part);
    at = next + 1;
    from = end + 1;
  }
  study.documents = {document};
  study.old_versions = {{document.id, 1, kFirst + "About the clinic\n" + kBlock}};
  const std::string& old = study.old_versions[0].text;
  model::Coding coding;
  coding.document = document.id;
  coding.exact = kAnswer;
  coding.range.start = static_cast<std::int64_t>(old.find(kAnswer));
  coding.range.end = coding.range.start + static_cast<std::int64_t>(kAnswer.size());
  coding.hint = hint;
  study.codings = {coding};
  return study;
}

TEST(MoveCodings, TakesTheHintOfTheCodingAndGivesItThatOfItsNewPlace) {
  model::Study study = ChangedStudy("paragraph 6, About the clinic");
  const std::vector<ingest::StaleCoding> stale{{0, 1}};
  const auto moves = MoveCodings(study, stale);
  ASSERT_EQ(moves.size(), 1U);
  EXPECT_EQ(moves[0].moved, 1);
  ASSERT_EQ(study.codings.size(), 1U);
  const std::string& text = study.documents[0].text;
  EXPECT_EQ(study.codings[0].range.start, static_cast<std::int64_t>(text.rfind(kAnswer)));
  EXPECT_EQ(study.codings[0].hint, "paragraph 7, About the clinic");
}

TEST(MoveCodings, KeepsAnOrphanWithoutAHint) {
  model::Study study = ChangedStudy("");
  const std::vector<ingest::StaleCoding> stale{{0, 1}};
  EXPECT_EQ(MoveCodings(study, stale)[0].orphaned, 1);
  EXPECT_EQ(study.orphans.size(), 1U);
}

}  // namespace
}  // namespace commonground::app
