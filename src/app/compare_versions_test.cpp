// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two versions of a text: those that are kept, for who may read it.
#include "app/compare_versions.h"

#include <gtest/gtest.h>

#include <optional>
#include <tuple>

#include "app/workspace_testutil.h"
#include "core/content_hash.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using What = coding::ComparedRow::What;
const core::Moment kNow = core::Moment::StartOf(*core::Date::Make(2026, 6, 1));
const model::DocumentId kDocument("lamp/a.txt");

// A text with three versions, and one without consent that has two.
class VersionsBeside : public store::KeptTest {
 protected:
  void SetUp() override {
    store::KeptTest::SetUp();
    if (IsSkipped()) return;
    study_.settings.title = "Invented";
    study_.settings.language = "en";
    study_.settings.invented = true;
    study_.regions.push_back({model::RegionId("north"), "North", {}, 2});
    for (const char* id : {"lamp", "moth"}) {
      const model::OrganisationId organisation(id);
      study_.organisations.push_back({organisation, id, {}, {}, {}, {}, {}, {}});
      study_.cases.push_back({organisation, {}, {}});
      model::Document& document = study_.documents.emplace_back();
      document.id = model::DocumentId(std::string(id) + "/a.txt");
      document.organisation = organisation;
      document.title = "Minutes";
      document.language = "ar";
      document.text = "They meet on Mondays.\n\nPolice came only once.\n";
      document.hash = core::ContentHash(document.text);
      document.version = 3;
      study_.old_versions.push_back(
          {document.id, 1, "They meet on Mondays.\n\nPolice came twice.\n\nNobody was paid.\n"});
      study_.old_versions.push_back({document.id, 2, "They meet on Mondays.\n"});
    }
    model::Consent consent;
    consent.subject = kDocument.value;
    consent.given = core::Date::Make(2025, 1, 1);
    consent.evidence = "in the drawer";
    study_.consents.push_back(consent);
    Keep();
  }
  void Keep() {
    ASSERT_TRUE(store::SaveTo(place, study_));
    store_.emplace(store::StudyStore::Open(place, store::OpenMode::kWrite).value());
  }
  core::Result<ComparedVersions> Compared(int from, int to, Role role = Role::kCoordinator,
                                          const char* organisation = "",
                                          const model::DocumentId& document = kDocument) {
    return CompareVersions(
        Over(*store_, Caller{model::CoderId("ada"), role, model::OrganisationId(organisation)}, kNow), document, from,
        to);
  }
  void ExpectNothing(const core::Result<ComparedVersions>& compared, const char* what) {
    ASSERT_FALSE(compared) << what;
    EXPECT_EQ(compared.error().code, core::ErrorCode::kNotFound) << what;
  }

  model::Study study_;
  std::optional<store::StudyStore> store_;
};

INSTANTIATE_TEST_SUITE_P(A, VersionsBeside, testing::Values(store::Kept::kInAFile, store::Kept::kInADatabase),
                         store::KeptName);

TEST_P(VersionsBeside, SayWhatWentAndWhatIsNew) {
  const auto compared = Compared(1, 3);
  ASSERT_TRUE(compared) << compared.error().message;
  EXPECT_EQ(compared->versions, (std::vector<int>{1, 2, 3}));
  EXPECT_EQ(compared->direction, "rtl");
  EXPECT_EQ(compared->document.title, "Minutes");
  EXPECT_TRUE(compared->document.text.empty());
  ASSERT_EQ(compared->rows.size(), 3U);
  EXPECT_EQ(compared->rows[0].what, What::kSame);
  EXPECT_EQ(compared->rows[1].what, What::kChanged);
  EXPECT_EQ(compared->rows[2].what, What::kGone);
  EXPECT_EQ(std::tie(compared->same, compared->changed, compared->gone, compared->added), std::make_tuple(1, 1, 1, 0));
  // The other way round what went is new.
  const auto back = Compared(3, 1);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->added, 1);
  EXPECT_EQ(Compared(2, 2)->same, 1);
}

TEST_P(VersionsBeside, AreThoseThatAreKept) {
  ExpectNothing(Compared(1, 4), "a version that there is not yet");
  ExpectNothing(Compared(0, 3), "none");
  std::erase_if(study_.old_versions, [](const auto& one) { return one.version == 1; });
  Keep();
  ExpectNothing(Compared(1, 3), "one that was forgotten");
  EXPECT_EQ(Compared(2, 3)->versions, (std::vector<int>{2, 3}));
}

TEST_P(VersionsBeside, AreSeenByWhoMayReadTheText) {
  const model::DocumentId other("moth/a.txt");
  ExpectNothing(Compared(1, 3, Role::kCoordinator, "", other), "no consent");
  EXPECT_EQ(Compared(1, 3, Role::kCoordinator, "", other).error().message,
            Compared(1, 3, Role::kCoordinator, "", model::DocumentId("moth/none.txt")).error().message);
  EXPECT_TRUE(Compared(1, 3, Role::kMember, "lamp"));
  ExpectNothing(Compared(1, 3, Role::kMember, "moth"), "another organisation's");
  ASSERT_FALSE(Compared(1, 3, Role::kReader));
  EXPECT_EQ(Compared(1, 3, Role::kReader).error().code, core::ErrorCode::kForbidden);
  study_.consents[0].withdrawn = core::Date::Make(2026, 1, 1);
  Keep();
  ExpectNothing(Compared(1, 3), "taken back");
}

TEST_P(VersionsBeside, RefuseTextsWithoutEnd) {
  study_.old_versions[0].text = std::string(kMaxComparedBytes, 'a') + "\n";
  Keep();
  const auto compared = Compared(1, 3);
  ASSERT_FALSE(compared);
  EXPECT_EQ(compared.error().code, core::ErrorCode::kInvalidInput);
}

}  // namespace
}  // namespace commonground::app
