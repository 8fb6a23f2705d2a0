// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A code that partners have as their sector stays a sector: with another kind, the export of the study could not be
// imported again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "app/codebook_study.h"
#include "app/workspace_testutil.h"

namespace commonground::app {
namespace {

namespace fs = std::filesystem;

TEST(CodeKind, OfASectorOfPartnersIsKept) {
  const fs::path folder = fs::temp_directory_path() / ("cg-kind-" + std::to_string(getpid()));
  fs::create_directories(folder);
  const store::StudyLocation place(folder / "study.cg");
  model::Study study;
  study.settings.title = "Lamps (invented)";
  study.codebook.push_back({model::CodeId("S"), {}, model::CodeKind::kSector, "Health", "", "", {}});
  study.codebook.push_back({model::CodeId("T"), {}, model::CodeKind::kSector, "Housing", "", "", {}});
  study.partners.push_back({model::PartnerId("clinic"), "A clinic", model::CodeId("S"), {}, ""});
  core::NoProgress silent;
  ASSERT_TRUE(store::StudyStore::Open(place, store::OpenMode::kCreateOrWrite)->Save(study, {}, silent));
  auto store = store::StudyStore::Open(place, store::OpenMode::kWrite);
  ASSERT_TRUE(store);
  const EditContext ada{model::CoderId("ada"), core::Moment::Parse("2026-05-25T10:00:00Z").value()};
  coding::CodeEdit edit;
  edit.kind = model::CodeKind::kPractice;

  const auto refused = EditCode(Over(*store, ada), {model::CodeId("S"), ""}, edit);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, core::ErrorCode::kInvalidInput);
  EXPECT_EQ(refused.error().where, "partner clinic");
  EXPECT_THAT(refused.error().message, testing::HasSubstr("is a code, but not one of the kind sector"));
  EXPECT_EQ(store->Codebook().value()[0].kind, model::CodeKind::kSector);

  EXPECT_TRUE(EditCode(Over(*store, ada), {model::CodeId("T"), ""}, edit));
  EXPECT_EQ(store->Codebook().value()[1].kind, model::CodeKind::kPractice);
  coding::CodeEdit label;
  label.label = "Care";
  EXPECT_TRUE(EditCode(Over(*store, ada), {model::CodeId("S"), ""}, label));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace commonground::app
