// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Out of a study and into another, as the program does it, on a file and on a database: the same bytes leave both.
#include <gmock/gmock.h>

#include "app/exchange_study.h"
#include "app/workspace_testutil.h"
#include "core/files.h"
#include "exchange_testutil.h"
#include "model/guids.h"
#include "store/test_place.h"

namespace commonground::exchange_test {
namespace {

namespace fs = std::filesystem;
using app::ExchangeExportRequest;
using store::StudyLocation;

const core::FixedClock kClock(*core::Date::Make(2026, 11, 25));

// What leaves, by what it is.
struct Left {
  std::map<std::string, std::string> bytes;
  std::map<std::string, std::string> report;
};

Left Everything(const StudyLocation& from) {
  core::NoProgress silent;
  Left all;
  const auto kept = store::StudyStore::Open(from, store::OpenMode::kRead).value();
  const auto write = [&](const std::string& what, const auto& ask, const std::string& who = {}) {
    ExchangeExportRequest request;
    ask(request);
    request.name = "out" + what.substr(what.find('.'));
    const auto made = app::ExportForExchange(app::Over(kept, who, kClock.Now(), app::Purpose::kShare), request, silent);
    ASSERT_TRUE(made) << what << ": " << made.error().message;
    all.bytes[what] = made->bytes;
    for (const auto& line : made->outcome.report) {
      all.report[what] += std::to_string(line.count) + " " + line.what + ": " + line.became + "\n";
    }
  };
  const auto as_it_is = [](ExchangeExportRequest&) {};
  write("standard.qdpx", as_it_is);
  write("nvivo.qdpx", [](auto& request) { request.profile = coding::Profile::kNvivo; });
  write("of a coder.qdpx", as_it_is, "coder-1");
  write("accepted.qdpx", [](auto& request) { request.statuses = coding::Statuses::kAcceptedOnly; });
  write("codes.qdc", as_it_is);
  write("codings.csv", as_it_is);
  write("codebook.csv", [](auto& request) { request.table = ExchangeExportRequest::Table::kCodebook; });
  write("raw.csv", [](auto& request) { request.style = ingest::CsvStyle::kRaw; });
  write("tables.xlsx", as_it_is);
  return all;
}

void ExpectSame(const std::map<std::string, std::string>& came, const std::map<std::string, std::string>& went) {
  ASSERT_EQ(came.size(), went.size());
  for (const auto& [what, text] : went) EXPECT_TRUE(came.at(what) == text) << what << " differs";
}

app::ReadProject ReadFrom(const fs::path& file) {
  return [file]() -> core::Result<app::ProjectBytes> {
    CG_ASSIGN_OR_RETURN(std::string bytes, core::ReadFile(file, app::kMaxProjectBytes));
    return app::ProjectBytes{file.string(), std::move(bytes)};
  };
}

// Everything may be read: what consent leaves out is tested beside the source.
model::Study Readable(std::uint64_t seed) {
  model::Study study = RandomStudy(seed);
  study.consents.clear();
  for (const auto& organisation : study.organisations) {
    model::Consent consent;
    consent.subject = organisation.id.value;
    consent.given = *core::Date::Make(2020, 1, 1);
    study.consents.push_back(consent);
  }
  return study;
}

// Nothing that a project has no place for changes what leaves: no older texts, nobody at work, no drafts.
model::Study Whole(std::uint64_t seed) {
  model::Study study = Readable(seed);
  study.old_versions.clear();
  study.orphans.clear();
  for (auto& document : study.documents) document.version = 1;
  study.assignments.clear();
  for (auto& coding : study.codings) {
    if (coding.status == model::CodingStatus::kDraft) coding.status = model::CodingStatus::kSubmitted;
  }
  return study;
}

class ExchangedSlow : public store::KeptTest {
 protected:
  app::ExchangeImportOutcome Import(const fs::path& file, const StudyLocation& into) {
    core::NoProgress silent;
    app::ExchangeImportRequest request;
    request.name = file.string();
    request.merge.consents = coding::Consents::kTakenOver;
    auto outcome = app::ImportFromExchange(into.Shown(), ReadFrom(file), request, kClock, silent);
    EXPECT_TRUE(outcome) << outcome.error().message;
    return outcome ? *outcome : app::ExchangeImportOutcome{};
  }
};

INSTANTIATE_TEST_SUITE_P(A, ExchangedSlow, testing::Values(store::Kept::kInAFile, store::Kept::kInADatabase),
                         store::KeptName);

TEST_P(ExchangedSlow, TheSameBytesLeaveAFileAndADatabase) {
  const StudyLocation file = folder.path() / "always-a-file.cg";
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const model::Study study = Readable(seed);
    ASSERT_TRUE(store::SaveTo(place, study));
    ASSERT_TRUE(store::SaveTo(file, study));
    SCOPED_TRACE(seed);
    const Left from_place = Everything(place);
    const Left from_file = Everything(file);
    ExpectSame(from_place.bytes, from_file.bytes);
    ExpectSame(from_place.report, from_file.report);
  }
}

TEST_P(ExchangedSlow, AProjectComesBackAndLeavesAsTheSameBytes) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    ASSERT_TRUE(store::SaveTo(place, Whole(seed)));
    const auto went = Everything(place).bytes;
    folder.Write("went.qdpx", went.at("standard.qdpx"));
    const StudyLocation back = Beside("back-" + std::to_string(seed));
    EXPECT_TRUE(Import(folder.path() / "went.qdpx", back).changed);
    SCOPED_TRACE(seed);
    ExpectSame(Everything(back).bytes, went);
    EXPECT_FALSE(Import(folder.path() / "went.qdpx", back).changed) << "a second import changes nothing";
  }
}

TEST_P(ExchangedSlow, CodebooksAndTablesComeBack) {
  const model::Study study = Whole(3);
  ASSERT_TRUE(store::SaveTo(place, study));
  const auto went = Everything(place).bytes;
  folder.Write("codes.qdc", went.at("codes.qdc"));
  folder.Write("tables.xlsx", went.at("tables.xlsx"));
  folder.Write("codings.csv", went.at("codings.csv"));
  const StudyLocation codes = Beside("codes");
  EXPECT_EQ(Import(folder.path() / "codes.qdc", codes).new_codes, static_cast<std::int64_t>(study.codebook.size()));
  EXPECT_EQ(Everything(codes).bytes.at("codes.qdc"), went.at("codes.qdc"));
  // Tables hold no texts: their codings are taken to the documents of the study.
  for (const std::string table : {"tables.xlsx", "codings.csv"}) {
    model::Study without = study;
    without.codings.clear();
    without.memos.clear();
    without.adjudications.clear();
    const StudyLocation into = Beside("of-" + table.substr(table.find('.') + 1));
    ASSERT_TRUE(store::SaveTo(into, without));
    const auto outcome = Import(folder.path() / table, into);
    EXPECT_EQ(outcome.new_codings, static_cast<std::int64_t>(study.codings.size())) << table;
    const auto came = store::LoadFrom(into).value().codings;
    ASSERT_EQ(came.size(), study.codings.size()) << table;
    for (std::size_t i = 0; i < came.size(); ++i) {
      EXPECT_EQ(model::IdOf(came[i]), model::IdOf(study.codings[i])) << table;
      EXPECT_EQ(came[i].range, study.codings[i].range) << table;
      EXPECT_EQ(came[i].memo, study.codings[i].memo) << table;
    }
  }
}

TEST_P(ExchangedSlow, APreviewAndARefusalChangeNothing) {
  core::NoProgress silent;
  ASSERT_TRUE(store::SaveTo(place, Readable(1)));
  const model::Study before = store::LoadFrom(place).value();
  app::ExchangeImportRequest request;
  folder.Write("other.qdpx", [&] {
    const StudyLocation other = Beside("other");
    EXPECT_TRUE(store::SaveTo(other, Readable(2)));
    return Everything(other).bytes.at("standard.qdpx");
  }());
  request.name = "other.qdpx";
  request.mode = app::ExchangeImportRequest::Mode::kPreview;
  const auto preview =
      app::ImportFromExchange(place.Shown(), ReadFrom(folder.path() / "other.qdpx"), request, kClock, silent);
  ASSERT_TRUE(preview) << preview.error().message;
  EXPECT_TRUE(preview->changed);
  folder.Write("broken.qdpx", "PK no project");
  request.name = "broken.qdpx";
  request.mode = app::ExchangeImportRequest::Mode::kSave;
  EXPECT_FALSE(
      app::ImportFromExchange(place.Shown(), ReadFrom(folder.path() / "broken.qdpx"), request, kClock, silent));
  EXPECT_FALSE(app::ImportFromExchange(place.Shown(), ReadFrom(folder.path() / "none.qdpx"), request, kClock, silent));
  fs::create_directory(folder.path() / "folder");
  folder.Write("folder/data.qda", "SQLite format 3, and no more");
  const auto broken =
      app::ImportFromExchange(place.Shown(), ReadFrom(folder.path() / "folder/data.qda"), request, kClock, silent);
  ASSERT_FALSE(broken);
  EXPECT_THAT(broken.error().where, testing::EndsWith("folder/data.qda"));
  EXPECT_EQ(store::LoadFrom(place).value(), before);
}

}  // namespace
}  // namespace commonground::exchange_test
