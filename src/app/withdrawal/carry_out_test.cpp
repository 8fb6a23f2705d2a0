// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A withdrawal is one act with its list: nothing, all, or completed by who comes next.
#include "app/withdrawal/carry_out.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/copy_study.h"
#include "app/withdrawal/list_place.h"
#include "app/withdrawal/open_served.h"
#include "app/withdrawal/withdraw_study.h"
#include "app/workspace_testutil.h"
#include "core/content_hash.h"
#include "core/files.h"

namespace commonground::app {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* kSaid = "The nightjar flew over the tin roofs and nobody slept until the morning came.";

class CarriedOutStudy : public ::testing::Test {
 protected:
  CarriedOutStudy() : folder_(fs::temp_directory_path() / ("cg-withdrawn-" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    model::Study study;
    study.settings.title = "Invented";
    for (const char* id : {"lamp", "moth"}) {
      model::Organisation organisation;
      organisation.id = model::OrganisationId(id);
      organisation.name = id;
      study.organisations.push_back(organisation);
      study.cases.push_back({organisation.id, {}, {}});
      model::Document& document = study.documents.emplace_back();
      document.id = model::DocumentId(std::string(id) + "/told.md");
      document.organisation = organisation.id;
      document.language = "en";
      document.text = id == std::string("lamp") ? kSaid : "A market day like any other, with rain.";
      document.hash = core::ContentHash(document.text);
      model::Consent consent;
      consent.subject = id;
      consent.evidence = "in the safe";
      study.consents.push_back(consent);
    }
    core::NoProgress progress;
    EXPECT_TRUE(store::StudyStore::Open(file_, store::OpenMode::kCreateOrWrite)->Save(study, {}, progress));
    fs::copy_file(file_.file(), folder_ / "yesterday.cg");
  }
  ~CarriedOutStudy() override { fs::remove_all(folder_); }

  core::Result<WhatRests> Withdraw(const std::string& subject, std::vector<model::ConsentScope> scopes = {},
                                   Caller caller = Caller::Owner(model::CoderId("ada"))) const {
    auto store = store::StudyStore::Open(file_, store::OpenMode::kWrite).value();
    core::NoProgress progress;
    return CarryOutWithdrawal(Over(store, std::move(caller), now_), {subject, std::move(scopes)}, progress);
  }
  static std::size_t Documents(const store::StudyStore& store) {
    core::NoProgress progress;
    return store.Load(progress)->documents.size();
  }
  std::string Bytes(const std::string& name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path folder_;
  const store::StudyLocation file_{folder_ / "study.cg"};
  const core::Moment now_ = core::Moment::Parse("2026-05-25T10:00:00Z").value();
};

TEST_F(CarriedOutStudy, HasNoByteLeftAndAListBesideIt) {
  ASSERT_THAT(Bytes("study.cg"), HasSubstr("nightjar"));
  const auto went = Withdraw("lamp");
  ASSERT_TRUE(went) << went.error().message;
  EXPECT_THAT(went->removed.documents, SizeIs(1));
  EXPECT_TRUE(went->wiped);
  for (const auto& entry : fs::directory_iterator(folder_)) {
    if (entry.path().filename() == "yesterday.cg") continue;
    EXPECT_THAT(Bytes(entry.path().filename().string()), Not(HasSubstr("nightjar"))) << entry.path();
  }
  EXPECT_THAT(Bytes("study.cg.withdrawals"), HasSubstr("end "));
  const auto store = store::StudyStore::Open(file_, store::OpenMode::kRead).value();
  EXPECT_EQ(*store.Withdrawals(), Bytes("study.cg.withdrawals"));
  // Nobody is named by the history, and no undo meets it.
  const auto acts = store.HistoryEntries({}, 10).value();
  ASSERT_THAT(acts, SizeIs(1));
  EXPECT_EQ(acts[0].person.value, "withdrawal");
  EXPECT_THAT(store.HistoryEntries(model::CoderId("ada"), 10).value(), IsEmpty());
}

TEST_F(CarriedOutStudy, SaysBeforehandWhatItDoes) {
  core::NoProgress progress;
  WhatRests rests;
  {
    auto store = store::StudyStore::Open(file_, store::OpenMode::kRead).value();
    rests = WhatRestsOn(Over(store, "ada", now_), {"lamp", {}}, progress).value();
    EXPECT_EQ(Documents(store), 2U);
  }
  const auto went = Withdraw("lamp").value();
  EXPECT_EQ(rests.removed.documents, went.removed.documents);
  EXPECT_EQ(rests.removed.consents, went.removed.consents);
  EXPECT_FALSE(fs::exists(folder_ / "nothing.withdrawals"));
}

TEST_F(CarriedOutStudy, TwiceIsAsOnce) {
  ASSERT_TRUE(Withdraw("lamp"));
  const std::string list = Bytes("study.cg.withdrawals");
  const auto again = Withdraw("lamp").value();
  EXPECT_EQ(again.removed.consents, 0);
  EXPECT_EQ(Bytes("study.cg.withdrawals"), list);
  EXPECT_EQ(Withdraw("lamp/told.md").error().code, ErrorCode::kNotFound);
}

TEST_F(CarriedOutStudy, OfYesterdayIsBroughtUpToTodayBeforeAnybodySeesIt) {
  ASSERT_TRUE(Withdraw("lamp"));
  for (const char* left : {"study.cg-wal", "study.cg-shm"}) fs::remove(folder_ / left);
  fs::copy_file(folder_ / "yesterday.cg", file_.file(), fs::copy_options::overwrite_existing);
  const auto store = OpenServed(file_);
  ASSERT_TRUE(store) << store.error().message;
  EXPECT_EQ(Documents(*store), 1U);
  EXPECT_THAT(Bytes("study.cg"), Not(HasSubstr("nightjar")));
}

TEST_F(CarriedOutStudy, WhoseListWasLostHasItAgain) {
  ASSERT_TRUE(Withdraw("lamp"));
  const std::string list = Bytes("study.cg.withdrawals");
  fs::remove(folder_ / "study.cg.withdrawals");
  ASSERT_TRUE(OpenServed(file_));
  EXPECT_EQ(Bytes("study.cg.withdrawals"), list);
}

TEST_F(CarriedOutStudy, WithTheListOfAnotherStudyIsRefused) {
  ASSERT_TRUE(Withdraw("lamp"));
  const store::StudyLocation other(folder_ / "other.cg");
  model::Study study;
  study.settings.title = "Another";
  core::NoProgress progress;
  ASSERT_TRUE(store::StudyStore::Open(other, store::OpenMode::kCreateOrWrite)->Save(study, {}, progress));
  fs::copy_file(folder_ / "study.cg.withdrawals", folder_ / "other.cg.withdrawals");
  const auto store = OpenServed(other);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(store.error().message, HasSubstr("another study"));
}

TEST_F(CarriedOutStudy, WhoseListWasCutIsRefused) {
  ASSERT_TRUE(Withdraw("lamp"));
  const std::string list = Bytes("study.cg.withdrawals");
  ASSERT_TRUE(core::WriteFile(folder_ / "study.cg.withdrawals", list.substr(0, list.size() / 2)));
  EXPECT_EQ(OpenServed(file_).error().code, ErrorCode::kCorrupt);
}

TEST_F(CarriedOutStudy, IsNotPutWhereAListWaitsForItsOwn) {
  ASSERT_TRUE(Withdraw("lamp"));
  fs::remove(file_.file());
  core::NoProgress progress;
  const auto copied =
      CopyStudy((folder_ / "yesterday.cg").string(), file_.file().string(), OnExisting::kRefuse, progress);
  ASSERT_FALSE(copied);
  EXPECT_EQ(copied.error().code, ErrorCode::kNoConsent);
  EXPECT_FALSE(fs::exists(file_.file()));
}

TEST_F(CarriedOutStudy, StaysWithdrawnWhenAnOlderCopyIsCopiedOverIt) {
  ASSERT_TRUE(Withdraw("lamp"));
  core::NoProgress progress;
  const auto copied =
      CopyStudy((folder_ / "yesterday.cg").string(), file_.file().string(), OnExisting::kReplace, progress);
  ASSERT_TRUE(copied) << copied.error().message;
  EXPECT_EQ(Documents(*OpenServed(file_)), 1U);
  EXPECT_THAT(Bytes("study.cg"), Not(HasSubstr("nightjar")));
}

TEST_F(CarriedOutStudy, IsCopiedWithItsList) {
  ASSERT_TRUE(Withdraw("lamp"));
  core::NoProgress progress;
  ASSERT_TRUE(CopyStudy(file_.file().string(), (folder_ / "copy.cg").string(), OnExisting::kRefuse, progress));
  EXPECT_EQ(Bytes("copy.cg.withdrawals"), Bytes("study.cg.withdrawals"));
  EXPECT_TRUE(OpenServed(folder_ / "copy.cg"));
}

TEST_F(CarriedOutStudy, IsAskedForByTheOrganisationItselfAndByNoOther) {
  const Caller lamp{model::CoderId("lamp-member"), Role::kMember, model::OrganisationId("lamp")};
  EXPECT_EQ(Withdraw("moth", {}, lamp).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(Withdraw("lamp", {}, lamp));
  const Caller researcher{model::CoderId("ada"), Role::kResearcher, {}};
  EXPECT_EQ(Withdraw("moth", {}, researcher).error().code, ErrorCode::kForbidden);
}

TEST_F(CarriedOutStudy, KeepsItsListAsItWasWhenNothingIsWithdrawn) {
  ASSERT_TRUE(Withdraw("lamp", {model::ConsentScope::kQuote}));
  const std::string list = Bytes("study.cg.withdrawals");
  EXPECT_FALSE(Withdraw("nobody"));
  EXPECT_EQ(Bytes("study.cg.withdrawals"), list);
}

}  // namespace
}  // namespace commonground::app
