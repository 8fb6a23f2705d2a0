// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What goes out and comes back is the same study, whatever is in it.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "core/content_hash.h"
#include "core/files.h"
#include "exchange_testutil.h"
#include "model/guids.h"

namespace commonground::exchange_test {

namespace {

// What a round trip keeps, in an order of its own.
struct Kept {
  std::vector<model::Code> codes;
  std::vector<model::Coding> codings;
  std::vector<model::Memo> memos;
  std::vector<model::Adjudication> adjudications;
  std::vector<std::tuple<std::string, std::string, std::string>> documents;
  std::vector<model::Indicator> indicators;
  std::vector<model::ContextFact> facts;
};

Kept KeptOf(model::Study study) {
  Kept kept;
  for (auto& code : study.codebook) {
    model::Code plain = code;
    plain.guid.clear();
    if (model::GuidOf(plain) == code.guid) code.guid.clear();
  }
  kept.codes = study.codebook;
  kept.codings = study.codings;
  kept.memos = study.memos;
  std::ranges::sort(kept.memos, {}, &model::Memo::id);
  kept.adjudications = study.adjudications;
  std::set<model::CountryCode> countries;
  for (const auto& one : study.organisations) {
    const auto has_text = [&](const auto& document) { return document.organisation == one.id; };
    if (one.country && std::ranges::any_of(study.documents, has_text)) countries.insert(*one.country);
  }
  kept.indicators = study.indicators;
  for (auto& one : kept.indicators) one.note.clear();
  for (auto fact : study.contexts) {
    fact.validated_by.clear();
    fact.note.clear();
    if (countries.contains(fact.country)) kept.facts.push_back(fact);
  }
  for (const auto& document : study.documents) {
    kept.documents.emplace_back(document.id.value, document.text, document.hash);
  }
  return kept;
}

void ExpectSame(const Kept& came, const Kept& went, const std::string& context) {
  SCOPED_TRACE(context);
  EXPECT_EQ(came.documents, went.documents);
  ASSERT_EQ(came.codes.size(), went.codes.size());
  for (std::size_t i = 0; i < came.codes.size(); ++i) {
    EXPECT_EQ(came.codes[i], went.codes[i]) << i << " " << went.codes[i].id.value;
  }
  ASSERT_EQ(came.codings.size(), went.codings.size());
  for (std::size_t i = 0; i < came.codings.size(); ++i) {
    EXPECT_EQ(came.codings[i], went.codings[i]) << i << " " << came.codings[i].exact << " / " << went.codings[i].exact;
  }
  ASSERT_EQ(came.memos.size(), went.memos.size());
  for (std::size_t i = 0; i < came.memos.size(); ++i) {
    EXPECT_EQ(came.memos[i], went.memos[i]) << came.memos[i].text << " / " << went.memos[i].text;
  }
  EXPECT_EQ(came.adjudications, went.adjudications);
  EXPECT_EQ(came.indicators, went.indicators);
  EXPECT_EQ(came.facts, went.facts);
}

TEST(ExchangeRoundTrip, GivesTheSameStudyInEveryProfile) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const model::Study study = RandomStudy(seed);
    for (const auto profile : {coding::Profile::kStandard, coding::Profile::kNvivo}) {
      coding::Report report;
      const auto file = Open(ProjectBytes(study, profile, report));
      ASSERT_TRUE(file) << file.error().message;
      const auto imported = coding::ReadRefi(*file, std::nullopt);
      ASSERT_TRUE(imported) << imported.error().message;
      const auto merged = coding::Merge({}, *imported, {});
      ExpectSame(KeptOf(merged.study), KeptOf(study), "seed " + std::to_string(seed));
      if (testing::Test::HasFailure()) return;
    }
  }
}

TEST(ExchangeRoundTrip, ASecondImportChangesNothing) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const model::Study study = RandomStudy(seed);
    coding::Report report;
    const auto imported = coding::ReadRefi(Open(ProjectBytes(study, coding::Profile::kStandard, report)).value(), {});
    const auto merged = coding::Merge(study, imported.value(), {});
    EXPECT_EQ(merged.study, study) << seed;
    EXPECT_EQ(merged.new_codings + merged.new_codes + merged.new_memos, 0) << seed;
  }
}

TEST(ExchangeRoundTrip, TheSameStudyGivesTheSameBytes) {
  const model::Study study = RandomStudy(5);
  coding::Report report;
  const std::string bytes = ProjectBytes(study, coding::Profile::kStandard, report);
  EXPECT_EQ(bytes, ProjectBytes(study, coding::Profile::kStandard, report));
  for (const char* secret : {"/tmp", "/home", "root", "localhost"}) EXPECT_EQ(bytes.find(secret), std::string::npos);
}

TEST(ExchangeRoundTrip, WithoutTheSideFilePlacesAndPeopleHold) {
  // As another program would hand it on: codes, passages, coders and memos, found by their GUIDs and counted places.
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const model::Study study = RandomStudy(seed);
    coding::Report report;
    auto file = Open(ProjectBytes(study, coding::Profile::kStandard, report)).value();
    file.files.erase(coding::kSideFileName);
    const auto imported = coding::ReadRefi(file, coding::Reading{});
    const auto merged = coding::Merge({}, imported.value(), {});
    std::set<std::tuple<std::string, std::string, std::string>> came;
    std::set<std::tuple<std::string, std::string, std::string>> went;
    for (const auto& one : merged.study.codings) came.emplace(model::IdOf(one).value, one.exact, one.coder.value);
    for (const auto& one : study.codings) went.emplace(model::IdOf(one).value, one.exact, one.coder.value);
    // Two documents may have the same text: then their codings meet.
    std::set<std::string> texts;
    for (const auto& document : study.documents) texts.insert(document.hash);
    if (texts.size() == study.documents.size()) {
      EXPECT_EQ(came, went) << seed;
    }
    for (const auto& one : merged.study.codings) EXPECT_EQ(one.status, model::CodingStatus::kSubmitted);
  }
}

std::string SchemaFolder() {
  const std::filesystem::path beside = std::filesystem::path(CG_SOURCE_DIR) / "../shared/data/refi-qda";
  return std::filesystem::exists(beside / "Project.xsd") ? beside.string() : std::string();
}

bool Validates(const std::string& xml, const std::string& schema) {
  const auto path = std::filesystem::temp_directory_path() / ("exchange-" + core::ContentHash(xml) + ".xml");
  if (!core::WriteFile(path, xml)) return false;
  const std::string command =
      "xmllint --noout --nonet --schema '" + schema + "' '" + path.string() + "' 2>&1 | tail -3 >&2";
  const std::string quiet = "xmllint --noout --nonet --schema '" + schema + "' '" + path.string() + "' >/dev/null 2>&1";
  const bool good = std::system(quiet.c_str()) == 0;
  if (!good) (void)!std::system(command.c_str());
  std::filesystem::remove(path);
  return good;
}

TEST(ExchangeSchema, EveryExportValidates) {
  const std::string folder = SchemaFolder();
  if (folder.empty()) GTEST_SKIP() << "the schemas (Project.xsd, Codebook.xsd) are not beside the repository";
  if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "there is no xmllint";
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const model::Study study = RandomStudy(seed, static_cast<int>(seed % 4) * 6);
    coding::Report report;
    const auto part = coding::PartToExport(study, AllDocuments(study), coding::Statuses::kAll, report);
    EXPECT_TRUE(
        Validates(coding::WriteProject(part, coding::Profile::kStandard, report)[0].second, folder + "/Project.xsd"));
    EXPECT_TRUE(Validates(coding::WriteCodebook(part, report), folder + "/Codebook.xsd"));
  }
  coding::Report report;
  const auto empty = coding::WriteProject({}, coding::Profile::kStandard, report);
  EXPECT_TRUE(Validates(empty[0].second, folder + "/Project.xsd")) << "a study with nothing in it";
}

TEST(ExchangeCodebook, RoundTripsCodes) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const model::Study study = RandomStudy(seed);
    coding::Report report;
    const auto frames = ingest::parser::ParseCodebook(coding::WriteCodebook(study, report));
    ASSERT_TRUE(frames);
    const auto imported = coding::ReadRefi(ingest::DecodeProject(*frames).value(), {});
    const auto merged = coding::Merge({}, imported.value(), {});
    std::map<std::string, model::Code> came;
    for (const auto& code : merged.study.codebook) came.emplace(model::GuidOf(code), code);
    ASSERT_EQ(came.size(), study.codebook.size());
    std::map<model::CodeId, std::string> guids;
    for (const auto& code : study.codebook) guids.emplace(code.id, model::GuidOf(code));
    std::map<model::CodeId, std::string> came_guids;
    for (const auto& [guid, code] : came) came_guids.emplace(code.id, guid);
    for (const auto& code : study.codebook) {
      const auto& back = came.at(model::GuidOf(code));
      EXPECT_EQ(back.definition, code.definition);
      EXPECT_EQ(back.include, code.include);
      EXPECT_EQ(back.exclude, code.exclude);
      EXPECT_EQ(back.kind, code.kind);
      EXPECT_EQ(back.colour, code.colour);
      EXPECT_EQ(back.parent ? came_guids.at(*back.parent) : "", code.parent ? guids.at(*code.parent) : "");
    }
  }
}

}  // namespace
}  // namespace commonground::exchange_test
