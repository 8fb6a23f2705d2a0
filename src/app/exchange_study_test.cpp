// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What leaves for other programs: what may be read, and what this person sees, and nothing else.
#include "app/exchange_study.h"
#include "app/workspace_testutil.h"

#include <gmock/gmock.h>

#include "core/content_hash.h"
#include "core/files.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using testing::HasSubstr;
using testing::Not;

class Exported : public store::KeptTest {
 protected:
  Exported() {
    study_.settings.title = "Invented";
    study_.codebook.push_back({model::CodeId("A"), {}, model::CodeKind::kOther, "A", {}, {}, {}});
    Add("lamp", "Words of the lamp.", std::nullopt);
    Add("moth", "Words of the moth, withdrawn.", core::Date::Make(2025, 1, 1));
  }

  void Add(const char* id, const char* text, std::optional<core::Date> withdrawn) {
    const model::OrganisationId organisation(id);
    study_.organisations.push_back({organisation, id, {}, {}, {}, {}, {}, {}});
    study_.cases.push_back({organisation, {}, {}});
    model::Document document;
    document.id = model::DocumentId(std::string(id) + "/a.md");
    document.organisation = organisation;
    document.language = "en";
    document.text = text;
    document.hash = core::ContentHash(text);
    study_.documents.push_back(document);
    model::Consent consent;
    consent.subject = id;
    consent.evidence = "in the drawer of the office";
    consent.withdrawn = withdrawn;
    study_.consents.push_back(consent);
    Code(document, "ada", model::CodingStatus::kAccepted, {0, 5});
  }
  void Code(const model::Document& document, const char* coder, model::CodingStatus status, core::TextRange range) {
    model::Coding coding;
    coding.document = document.id;
    coding.range = range;
    coding.exact = *core::TextIndex(document.text).Slice(range);
    coding.code = model::CodeId("A");
    coding.coder = model::CoderId(coder);
    coding.status = status;
    coding.memo = std::string("by ") + coder;
    study_.codings.push_back(coding);
  }
  // Everything that leaves, and the report.
  std::string Export(const char* person) {
    core::NoProgress silent;
    EXPECT_TRUE(store::SaveTo(place, study_));
    const auto kept = store::StudyStore::Open(place, store::OpenMode::kRead).value();
    std::string all;
    for (const char* name : {"codings.csv", "codebook.qdc"}) {
      ExchangeExportRequest request;
      request.name = name;
      const auto outcome = ExportForExchange(
          Over(kept, person, core::Moment::StartOf(*core::Date::Make(2026, 1, 1)), Purpose::kShare), request, silent);
      EXPECT_TRUE(outcome) << outcome.error().message;
      all += outcome->bytes;
      for (const auto& line : outcome->outcome.report) all += std::to_string(line.count) + " " + line.what + "\n";
    }
    return all;
  }

  model::Study study_;
};

INSTANTIATE_TEST_SUITE_P(A, Exported, testing::Values(store::Kept::kInAFile, store::Kept::kInADatabase),
                         store::KeptName);

TEST_P(Exported, LeavesOutWhatMayNotBeReadAndSaysHowMuch) {
  const std::string all = Export("");
  EXPECT_THAT(all, HasSubstr("lamp/a.md"));
  EXPECT_THAT(all, Not(HasSubstr("moth")));
  EXPECT_THAT(all, HasSubstr("1 documents that may not be read"));
  EXPECT_THAT(all, Not(HasSubstr("drawer")));
}

TEST_P(Exported, IsBlindUntilWorkIsHandedIn) {
  Code(study_.documents[0], "ben", model::CodingStatus::kDraft, {6, 8});
  study_.assignments.push_back({model::AssignmentId("00000000-0000-4000-8000-000000000001"),
                                study_.documents[0].id,
                                model::CoderId("cem"),
                                model::AssignmentState::kOpen,
                                {},
                                {}});
  Code(study_.documents[0], "cem", model::CodingStatus::kSubmitted, {9, 12});
  const std::string nobody = Export("");
  EXPECT_THAT(nobody, HasSubstr("by ada"));
  EXPECT_THAT(nobody, Not(HasSubstr("by ben")));
  EXPECT_THAT(nobody, Not(HasSubstr("by cem")));
  EXPECT_THAT(Export("ben"), HasSubstr("by ben"));
  EXPECT_THAT(Export("cem"), testing::AllOf(HasSubstr("by cem"), Not(HasSubstr("by ada"))));
}

}  // namespace
}  // namespace commonground::app
