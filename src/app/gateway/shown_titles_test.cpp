// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// On random studies, every byte of every form is searched for titles whose texts may not be shown.
#include "app/gateway/shown_titles.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "app/draw_testutil.h"
#include "app/gateway/publication_dump_testutil.h"
#include "app/gateway/publishing.h"
#include "core/content_hash.h"
#include "model/consent_subject.h"
#include "publish/data/data_renderer.h"
#include "publish/make_book.h"
#include "publish/site.h"
#include "publish/word/pandoc_document.h"

namespace commonground::app {
namespace {

using model::ConsentScope;
using model::OrganisationId;

const core::Date kTheDay = *core::Date::Parse("2026-06-01");

void Agree(model::Study& study, const std::string& subject, ConsentScope scope, bool holds = true) {
  model::Consent one;
  one.subject = subject;
  one.scope = scope;
  one.given = *core::Date::Parse("2026-01-01");
  if (!holds) one.expires = *core::Date::Parse("2026-03-31");
  study.consents.push_back(one);
}

struct Titled {
  model::Study study;
  std::map<std::string, bool> shown;  // title: may it be?
};

Titled MakeTitled(std::uint64_t seed) {
  Draw draw(seed);
  Titled world;
  model::Study& study = world.study;
  study.settings.title = "Invented";
  study.settings.invented = true;
  study.regions = {{model::RegionId("north"), "North", {}, 4}};
  study.invented_countries = {{model::CountryCode("XAA"), "Land A"}};
  study.codebook.push_back({model::CodeId("P"), {}, model::CodeKind::kPractice, "Label P", "", "", {}});
  study.codebook.push_back({model::CodeId("P.1"), model::CodeId("P"), model::CodeKind::kPractice, "Room", "", "", {}});
  for (std::size_t i = 0; i < 4; ++i) {
    model::Organisation one;
    one.id = OrganisationId(fmt::format("zorg{}", i));
    one.name = fmt::format("Namen{}name", i);
    one.country = model::CountryCode("XAA");
    one.region = model::RegionId("north");
    study.organisations.push_back(one);
    const bool named = !draw.OneIn(4);
    Agree(study, one.id.value, ConsentScope::kAnalyse);
    if (named) Agree(study, one.id.value, ConsentScope::kNameOrganisation);
    std::map<ConsentScope, bool> holds;
    for (const ConsentScope scope : {ConsentScope::kQuote, ConsentScope::kSummarise}) {
      holds[scope] = draw.OneIn(2);
      if (holds[scope] || draw.OneIn(2)) Agree(study, one.id.value, scope, holds[scope]);
    }
    const std::string of_case = fmt::format("Title{}case", i);
    bool case_shown = named;
    for (std::size_t d = 0; d < 1 + draw.Below(3); ++d) {
      model::Document document;
      document.id = model::DocumentId(fmt::format("zorg{}/d{}.txt", i, d));
      document.organisation = one.id;
      document.title = fmt::format("Title{}x{}title", i, d);
      document.language = "en";
      document.kind = draw.OneIn(3) ? model::DocumentKind::kSummary : model::DocumentKind::kAccount;
      document.text = fmt::format("Peers of {} go out by night and by day.", i);
      const ConsentScope scope =
          document.kind == model::DocumentKind::kSummary ? ConsentScope::kSummarise : ConsentScope::kQuote;
      bool shown = holds[scope];
      if (draw.OneIn(4)) {  // a consent of one document alone
        shown = draw.OneIn(2);
        Agree(study, document.id.value, scope, shown);
      }
      model::Coding coding;
      coding.document = document.id;
      coding.id = model::CodingId(fmt::format("coding-{}-{}", i, d));
      coding.range = {0, 24};
      coding.code = model::CodeId("P.1");
      coding.coder = model::CoderId("ada");
      if (shown && draw.OneIn(4)) {  // all but the passage in which both titles stand
        Agree(study, model::SubjectOf(document.id, coding.id), scope, false);
        document.text = fmt::format("{} {} peers go out by day.", document.title, of_case);
        shown = false;
      }
      document.hash = core::ContentHash(document.text);
      study.codings.push_back(coding);
      case_shown = case_shown && shown;
      world.shown[document.title] = named && shown;
      study.documents.push_back(document);
    }
    study.cases.push_back({one.id, of_case, {}});
    world.shown[of_case] = case_shown;
  }
  return world;
}

// Of every form, with the words that their makers are given.
std::map<std::string, std::string> EveryForm(const model::Publication& publication) {
  core::NoProgress progress;
  std::map<std::string, std::string> files;
  const auto into = [&files](const std::string& folder) {
    return [&files, folder](std::string_view path, std::string_view bytes) -> core::Status {
      files[folder + std::string(path)] = bytes;
      return {};
    };
  };
  publish::SiteOptions options;
  options.language = "en";
  const publish::Words words = *publish::Words::For("en");
  EXPECT_TRUE(publish::RenderSite(publication, options, into(""), progress).has_value());
  EXPECT_TRUE(publish::RenderData(publication, words, "../", into("data/"), progress).has_value());
  const publish::Book book = publish::MakeBook(publication, words);
  files["word"] = publish::PandocDocumentOf(book, publish::PandocFor::kDocx, progress).value().json;
  files["e-book"] = publish::PandocDocumentOf(book, publish::PandocFor::kEpub, progress).value().json;
  files["fields"] = DumpOf(publication);
  return files;
}

class TitlesShown : public testing::TestWithParam<int> {};

TEST_P(TitlesShown, AreThoseWithTheWordsThatTheyStandOverAndNowhereElse) {
  const Titled world = MakeTitled(static_cast<std::uint64_t>(GetParam()));
  core::NoProgress progress;
  model::Study study = world.study;
  auto published = ForPublishing({study, kTheDay, kTheDay, {}, "the secret of this study"}, progress);
  ASSERT_TRUE(published.has_value());
  const auto files = EveryForm(published->publication);
  for (const auto& [title, shown] : world.shown) {
    if (shown) {
      EXPECT_NE(files.at("fields").find(title), std::string::npos) << title;
      continue;
    }
    for (const auto& [path, bytes] : files) {
      EXPECT_EQ(bytes.find(title), std::string::npos) << path << ": " << title;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Worlds, TitlesShown, testing::Range(0, 60));

// Words that are shown tell their language themselves, whoever said them.
TEST(ShownWords, KeepTheirLanguageWithoutAName) {
  model::Study study = MakeTitled(1).study;
  study.consents.clear();
  for (const auto& one : study.organisations) {
    Agree(study, one.id.value, ConsentScope::kAnalyse);
    const bool quoted = one.id.value == "zorg0";
    Agree(study, one.id.value, ConsentScope::kQuote, quoted);
    Agree(study, one.id.value, ConsentScope::kSummarise, quoted);
    Agree(study, one.id.value, ConsentScope::kPublishVerdict);  // else it is counted only
  }
  core::NoProgress progress;
  const auto published = ForPublishing({study, kTheDay, kTheDay, {}, "a secret"}, progress);
  ASSERT_TRUE(published.has_value());
  int shown = 0;
  for (const auto& document : published->publication.study.documents) {
    EXPECT_EQ(document.language, document.text.empty() ? "" : "en");
    EXPECT_EQ(document.title, "");
    shown += document.text.empty() ? 0 : 1;
  }
  EXPECT_GT(shown, 0);
}

// Cases in this edition alone: one that is named and waits is in no number.
TEST(PrivateVerdicts, AreOfTheCasesInThisEdition) {
  model::Study study = MakeTitled(1).study;
  for (const auto& one : study.organisations) Agree(study, one.id.value, ConsentScope::kNameOrganisation);
  Agree(study, "zorg0", ConsentScope::kPublishVerdict);
  study.cases[3].embargo_until = core::Date::Parse("2030-01-01").value();
  model::Assessment told;
  told.organisation = OrganisationId("zorg0");
  core::NoProgress progress;
  const auto published = ForPublishing({study, kTheDay, kTheDay, {told}, "a secret"}, progress);
  ASSERT_TRUE(published.has_value());
  EXPECT_EQ(published->publication.comparison.cases.size(), 3U);
  EXPECT_EQ(published->publication.assessments_private, 2);
}

}  // namespace
}  // namespace commonground::app
