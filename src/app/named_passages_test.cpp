// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A passage that a consent names is found again after its study went out as a folder, was changed there and came back;
// and where it is not found any more, whoever makes the report is told why its text is not shown.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "app/exported_testutil.h"
#include "app/open_study.h"
#include "app/report_study.h"
#include "app/workspace_testutil.h"
#include "core/content_hash.h"
#include "ingest/folder/read_folder.h"
#include "model/consent_subject.h"
#include "model/guids.h"

namespace commonground::app {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::Not;

std::string BytesIn(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class NamedPassages : public ::testing::Test {
 protected:
  NamedPassages() : folder_(fs::temp_directory_path() / ("cg-named-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
    study_.settings.title = "Invented";
    study_.settings.invented = true;
    study_.regions = {{model::RegionId("north"), "North", {}, 2}};
    model::Organisation lamp;
    lamp.id = model::OrganisationId("lamp");
    lamp.name = "The Lamp";
    lamp.region = model::RegionId("north");
    study_.organisations.push_back(lamp);
    study_.cases.push_back({lamp.id, {}, {}});
    model::Document& document = study_.documents.emplace_back();
    document.id = model::DocumentId("lamp/centre.md");
    document.organisation = lamp.id;
    document.title = "Centre";
    document.language = "en";
    document.text = "They opened a centre. The police came.";
    document.hash = core::ContentHash(document.text);
    model::Code code;
    code.id = model::CodeId("A");
    code.label = "Centres";
    study_.codebook.push_back(code);
    model::Coding coding;  // without an id of its own, as people write rows
    coding.document = document.id;
    coding.range = {0, 21};
    coding.exact = "They opened a centre.";
    coding.code = code.id;
    coding.coder = model::CoderId("ada");
    study_.codings.push_back(coding);
    id_ = model::IdOf(coding);
    Say("lamp", false);
    Say(model::SubjectOf(document.id, id_), true);
  }
  ~NamedPassages() override { fs::remove_all(folder_); }

  void Say(const std::string& subject, bool withdrawn) {
    for (const auto scope : {model::ConsentScope::kAnalyse, model::ConsentScope::kQuote}) {
      if (withdrawn && scope == model::ConsentScope::kAnalyse) continue;
      model::Consent one;
      one.subject = subject;
      one.scope = scope;
      one.basis = model::ConsentBasis::kWritten;
      one.evidence = "in the safe";
      if (withdrawn) one.withdrawn = *core::Date::Parse("2026-02-01");
      study_.consents.push_back(one);
    }
  }
  void Save() {
    core::NoProgress progress;
    ASSERT_TRUE(store::StudyStore::Open(file_, store::OpenMode::kCreateOrWrite)->Save(study_, {}, progress));
  }
  std::vector<core::Problem> ProblemsOfReport() {
    const auto store = store::StudyStore::Open(file_, store::OpenMode::kRead).value();
    class Nowhere : public core::FileSink {
      core::Status Write(std::string_view, std::string_view) override { return {}; }
    } out;
    ReportRequest request;
    request.only_check = true;
    core::NoProgress progress;
    auto outcome = ReportStudy(Over(store, ada_, Purpose::kPublish), request, out, progress);
    EXPECT_TRUE(outcome) << outcome.error().message;
    return outcome ? outcome->problems : std::vector<core::Problem>();
  }

  fs::path folder_;
  fs::path file_ = folder_ / "study.cg";
  EditContext ada_{model::CoderId("ada"), core::Moment::StartOf(*core::Date::Parse("2026-06-01"))};
  model::Study study_;
  model::CodingId id_;
};

TEST_F(NamedPassages, KeepTheirIdWhenTheirRowIsChangedInAFolder) {
  Save();
  {
    const auto store = store::StudyStore::Open(file_, store::OpenMode::kRead).value();
    const auto exported = ExportTo(folder_ / "out", Over(store, ada_, Purpose::kKeep), {ingest::CsvStyle::kRaw});
    ASSERT_TRUE(exported) << exported.error().message;
  }
  const fs::path table = folder_ / "out" / "codings.csv";
  std::string rows = BytesIn(table);
  EXPECT_THAT(rows, HasSubstr(id_.value));
  ASSERT_THAT(rows, HasSubstr("ada"));
  rows = std::regex_replace(rows, std::regex("\\bada\\b"), "ben");  // another coder: a derived id would be another
  std::ofstream(table, std::ios::binary) << rows;
  core::NoProgress progress;
  const auto read = ingest::ReadFolder(folder_ / "out", {}, progress);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_FALSE(core::HasErrors(read->problems));
  ASSERT_EQ(read->study.codings.size(), 1U);
  EXPECT_EQ(model::IdOf(read->study.codings[0]), id_);
}

TEST_F(NamedPassages, AreNamedWhereTheyAreNotFoundAnyMore) {
  Save();
  const auto lost = Field(&core::Problem::message, HasSubstr("is not found in its text any more"));
  EXPECT_THAT(ProblemsOfReport(), Not(Contains(lost)));
  study_.codings.clear();
  fs::remove(file_);
  Save();
  const auto problems = ProblemsOfReport();
  EXPECT_THAT(problems, Contains(lost));
  EXPECT_FALSE(core::HasErrors(problems));  // the report is made, without the text
}

}  // namespace
}  // namespace commonground::app
