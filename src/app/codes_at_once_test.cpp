// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Several programs give new codes the next free id at the same time: each gets one of its own.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <filesystem>
#include <set>

#include "app/codebook_study.h"
#include "app/codings_study.h"
#include "app/workspace_testutil.h"
#include "core/content_hash.h"

namespace commonground::app {
namespace {

namespace fs = std::filesystem;

constexpr int kPrograms = 6;
constexpr int kEach = 4;

EditContext As(const std::string& person) {
  return {model::CoderId(person), core::Moment::Parse("2026-05-25T10:00:00Z").value()};
}

// True: this program added all its codes, every second one in vivo.
bool Add(const store::StudyLocation& place, const std::string& person) {
  for (int i = 0; i < kEach; ++i) {
    auto store = store::StudyStore::Open(place, store::OpenMode::kWrite);
    if (!store) return false;
    model::Code code;
    code.label = person;
    ApplyRequest request;
    request.document = model::DocumentId("lamp/a.md");
    request.in_vivo = true;
    request.range = core::TextRange{i, 10};
    const auto acted =
        i % 2 == 0 ? AddCode(Over(*store, As(person)), code) : ApplyCode(Over(*store, As(person)), request);
    if (!acted) return false;
  }
  return true;
}

TEST(CodesAtOnce, AllSucceedWithIdsOfTheirOwn) {
  const fs::path folder = fs::temp_directory_path() / ("cg-codes-" + std::to_string(getpid()));
  fs::create_directories(folder);
  const store::StudyLocation place(folder / "study.cg");
  {
    model::Study study;
    model::Organisation lamp;
    lamp.id = model::OrganisationId("lamp");
    lamp.name = "Lamp";
    study.organisations.push_back(lamp);
    study.cases.push_back({lamp.id, {}, {}});
    model::Document& document = study.documents.emplace_back();
    document.id = model::DocumentId("lamp/a.md");
    document.organisation = lamp.id;
    document.language = "en";
    document.text = "They opened a centre.";
    document.hash = core::ContentHash(document.text);
    model::Consent consent;
    consent.subject = "lamp";
    study.consents.push_back(consent);
    core::NoProgress silent;
    ASSERT_TRUE(store::StudyStore::Open(place, store::OpenMode::kCreateOrWrite)->Save(study, {}, silent));
  }
  std::vector<pid_t> programs;
  for (int i = 0; i < kPrograms; ++i) {
    const pid_t program = fork();
    if (program == 0) _exit(Add(place, "coder-" + std::to_string(i)) ? 0 : 1);
    programs.push_back(program);
  }
  for (const pid_t program : programs) {
    int status = 0;
    waitpid(program, &status, 0);
    EXPECT_EQ(status, 0);
  }
  std::set<std::string> ids;
  const auto codebook = store::StudyStore::Open(place, store::OpenMode::kRead)->Codebook().value();
  for (const auto& code : codebook) ids.insert(code.id.value);
  EXPECT_EQ(ids.size(), static_cast<std::size_t>(kPrograms * kEach));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace commonground::app
