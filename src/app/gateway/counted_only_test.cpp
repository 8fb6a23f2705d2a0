// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who consents to analysis alone is counted and never listed.  On small random studies the report, its pages and its
// open data are read as bytes, and every number is counted again from the study itself.
#include "app/gateway/counted_only.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "app/draw_testutil.h"
#include "app/gateway/publication_dump_testutil.h"
#include "app/gateway/publishing.h"
#include "model/chapters.h"
#include "publish/data/data_renderer.h"
#include "publish/site.h"

namespace commonground::app {
namespace {

using model::ConsentScope;
using model::OrganisationId;

const core::Date kToday = *core::Date::Parse("2026-06-01");

struct World {
  model::Study study;
  std::set<std::string> counted_only;                     // own ids
  std::map<std::string, std::set<std::string>> cases_of;  // code: organisations with a passage of it or one below
  std::set<std::string> listed;                           // compared, and not counted only
};

void Consent(model::Study& study, const std::string& subject, ConsentScope scope) {
  model::Consent one;
  one.subject = subject;
  one.scope = scope;
  one.given = *core::Date::Parse("2026-01-01");
  study.consents.push_back(one);
}

World Make(std::uint64_t seed) {
  Draw draw(seed);
  World world;
  model::Study& study = world.study;
  study.settings.title = "Invented";
  study.settings.invented = true;
  study.regions = {{model::RegionId("north"), "North", {}, 4}, {model::RegionId("south"), "South", {}, 4}};
  study.invented_countries = {{model::CountryCode("XAA"), "Land A"}};
  const auto code = [&](const char* id, const char* parent, model::CodeKind kind) {
    model::Code one{model::CodeId(id), {}, kind, fmt::format("Label {}", id), "", "", {}};
    if (*parent != '\0') one.parent = model::CodeId(parent);
    study.codebook.push_back(one);
  };
  code("P", "", model::CodeKind::kPractice);
  code("P.1", "P", model::CodeKind::kPractice);
  code("P.2", "P", model::CodeKind::kPractice);
  code("B", "", model::CodeKind::kBarrier);
  code("B.1", "B", model::CodeKind::kBarrier);
  code("S", "", model::CodeKind::kSector);
  code("S.1", "S", model::CodeKind::kSector);
  const std::size_t organisations = 2 + draw.Below(6);
  for (std::size_t i = 0; i < organisations; ++i) {
    model::Organisation one;
    one.id = OrganisationId(fmt::format("zorg{}", i));
    one.name = fmt::format("Namen{}name", i);
    one.country = model::CountryCode("XAA");
    one.region = model::RegionId(draw.OneIn(2) ? "north" : "south");
    study.organisations.push_back(one);
    study.cases.push_back({one.id, fmt::format("Title{}title", i), {}});
    bool read = false;
    bool compared = false;
    const bool alone = draw.OneIn(2);
    Consent(study, one.id.value, ConsentScope::kAnalyse);
    const bool quote = !alone && draw.OneIn(2);
    const bool named = !alone && draw.OneIn(2);
    const bool placed = !alone && draw.OneIn(4);
    const bool verdict = !alone && draw.OneIn(4);
    if (quote) Consent(study, one.id.value, ConsentScope::kQuote);
    if (named) Consent(study, one.id.value, ConsentScope::kNameOrganisation);
    if (placed) Consent(study, one.id.value, ConsentScope::kNamePlace);
    if (verdict) Consent(study, one.id.value, ConsentScope::kPublishVerdict);
    if (draw.OneIn(3)) Consent(study, one.id.value, ConsentScope::kTranslate);  // nothing of it without words
    for (std::size_t d = 0; d < 1 + draw.Below(2); ++d) {
      model::Document document;
      document.id = model::DocumentId(fmt::format("zorg{}/d{}.txt", i, d));
      document.organisation = one.id;
      document.title = fmt::format("Title{}title", i);
      document.kind = model::DocumentKind::kAccount;
      document.text = fmt::format("Words{}words of a case that nobody reads. They go on for a while here.", i);
      study.documents.push_back(document);
      const bool own = alone && draw.OneIn(6);  // a consent of one document alone
      if (own) Consent(study, document.id.value, ConsentScope::kQuote);
      read = read || quote || own;
      compared = true;
      for (std::size_t c = draw.Below(5); c > 0; --c) {
        model::Coding coding;
        coding.document = document.id;
        const auto start = static_cast<std::int64_t>(draw.Below(20));
        coding.range = {start, start + 5 + static_cast<std::int64_t>(draw.Below(10))};
        const model::Code& of = study.codebook[draw.Below(study.codebook.size())];
        coding.code = of.id;
        coding.coder = model::CoderId(draw.OneIn(2) ? "ada" : "ben");
        study.codings.push_back(coding);
        world.cases_of[of.id.value].insert(one.id.value);
        if (of.parent) world.cases_of[of.parent->value].insert(one.id.value);
      }
    }
    const bool counted = compared && !read && !named && !placed && !verdict;
    (counted ? world.counted_only : world.listed).insert(one.id.value);
  }
  const std::size_t so_far = study.organisations.size();
  for (std::size_t i = 0; i < so_far; ++i) {
    const std::string id = study.organisations[i].id.value;
    for (const char* language : {"", ".fr", ".ru"}) {
      study.chapters.push_back(
          {model::ChapterId("case-" + id + language), fmt::format("Words{}words.\n", id.substr(4))});
    }
    // Hidden, and its id is that of a chapter in Spanish about the one above.
    model::Organisation twice = study.organisations[i];
    twice.id = OrganisationId(id + ".es");
    twice.name = fmt::format("Twice{}", id.substr(4));
    twice.short_name.clear();
    study.organisations.push_back(twice);
    study.chapters.push_back({model::ChapterId("case-" + id + ".es"), "Twice said.\n"});
  }
  return world;
}

model::Publication PublicationOf(const World& world) {
  core::NoProgress progress;
  model::Study study = world.study;
  auto published = ForPublishing({study, kToday, kToday, {}, "the secret of this study"}, progress);
  EXPECT_TRUE(published.has_value());
  return std::move(published->publication);
}

// Every byte of the pages and its open data, with its paths.
std::map<std::string, std::string> FilesOf(const model::Publication& publication, const std::string& language) {
  core::NoProgress progress;
  std::map<std::string, std::string> files;
  const publish::FileSink sink = [&](std::string_view path, std::string_view bytes) -> core::Status {
    files[std::string(path)] = bytes;
    return {};
  };
  publish::SiteOptions options;
  options.language = language;
  EXPECT_TRUE(publish::RenderSite(publication, options, sink, progress).has_value());
  const publish::Words words = *publish::Words::For(language);
  const publish::FileSink data = [&](std::string_view path, std::string_view bytes) -> core::Status {
    files["data/" + std::string(path)] = bytes;
    return {};
  };
  EXPECT_TRUE(publish::RenderData(publication, words, "../", data, progress).has_value());
  return files;
}

class CountedOnly : public testing::TestWithParam<int> {};

TEST_P(CountedOnly, IsInTheNumbersAndInNoList) {
  const World world = Make(static_cast<std::uint64_t>(GetParam()));
  const model::Publication publication = PublicationOf(world);
  const auto& comparison = publication.comparison;
  const auto listed = comparison.cases.size() - publication.counted_only.size();

  // Counted: all of them, in every number.
  EXPECT_EQ(comparison.cases.size(), world.listed.size() + world.counted_only.size());
  EXPECT_EQ(publication.counted_only.size(), world.counted_only.size());
  EXPECT_EQ(publication.frame.cases, static_cast<int>(comparison.cases.size()));
  int of_regions = 0;
  for (const auto& region : publication.frame.regions) of_regions += region.counted_only;
  EXPECT_EQ(of_regions, static_cast<int>(world.counted_only.size()));
  for (const auto& row : comparison.groupings.front().rows) {
    const auto found = world.cases_of.find(comparison.codes[static_cast<std::size_t>(row.code)].value);
    EXPECT_EQ(row.overall.present, found == world.cases_of.end() ? 0 : static_cast<std::int32_t>(found->second.size()));
    EXPECT_EQ(row.overall.of, static_cast<std::int32_t>(comparison.cases.size()));
  }

  // Not listed: no thing of theirs is in what pages are made of, and as many are there as consent to it.
  EXPECT_EQ(publication.study.cases.size(), world.listed.size());
  EXPECT_EQ(publication.study.organisations.size(), world.listed.size());
  EXPECT_EQ(publication.named.size(), world.listed.size());
  std::set<std::string> ids;
  for (const auto& one : publication.study.organisations) ids.insert(one.id.value);
  for (const auto& document : publication.study.documents) EXPECT_TRUE(ids.contains(document.organisation.value));
  for (const auto& coding : publication.snapshot.codings) {
    EXPECT_LT(static_cast<std::size_t>(coding.case_index), listed);
    EXPECT_LT(static_cast<std::size_t>(coding.document_index), publication.study.documents.size());
  }
  for (std::size_t i = 0; i < comparison.cases.size(); ++i) {
    EXPECT_EQ(comparison.cases[i].value.empty(), i >= listed);
    EXPECT_EQ(ids.contains(comparison.cases[i].value), i < listed);
  }
  // What was written of one case, in any language, goes out with its name only; nor if it can be about a hidden one.
  for (const auto& chapter : publication.study.chapters) {
    const model::OrganisationId of(std::string(model::WithoutLanguage(chapter.id.value).substr(5)));
    EXPECT_TRUE(publication.named.contains(of) && publication.named.at(of)) << chapter.id.value;
    EXPECT_EQ(chapter.text.find("Twice"), std::string::npos) << chapter.id.value;
  }
  // Pseudonyms go from 1 without a gap, so that none tells of one that is left out.
  std::size_t pseudonyms = 0;
  for (const auto& [id, named] : publication.named) pseudonyms += named ? 0 : 1;
  for (std::size_t n = 1; n <= pseudonyms; ++n) EXPECT_TRUE(ids.contains(fmt::format("organisation-{}", n)));

  const std::string beyond = fmt::format("organisation-{}", pseudonyms + 1);
  const std::string fields = DumpOf(publication);
  EXPECT_EQ(fields.find(beyond), std::string::npos);
  for (const char* language : {"en", "ru"}) {
    const auto files = FilesOf(publication, language);
    int case_pages = 0;
    for (const auto& [path, bytes] : files) {
      if (path.starts_with("cases/")) ++case_pages;
      EXPECT_EQ(path.find(beyond), std::string::npos) << path;
      EXPECT_EQ(bytes.find(beyond), std::string::npos) << path;
      EXPECT_EQ(bytes.find("#case-\""), std::string::npos) << path;
      EXPECT_EQ(bytes.find("cases/.html"), std::string::npos) << path;
      for (const std::string& id : world.counted_only) {
        for (const std::string& mark :
             {id, fmt::format("Namen{}name", id.substr(4)), fmt::format("Title{}title", id.substr(4)),
              fmt::format("Words{}words", id.substr(4))}) {
          EXPECT_EQ(bytes.find(mark), std::string::npos) << path << ": " << mark;
        }
      }
    }
    EXPECT_EQ(case_pages, static_cast<int>(world.listed.size()));
  }

  // Each page of evidence lists as many as its number says, those that are counted only as a number.
  const auto files = FilesOf(publication, "en");
  const std::regex silent_or_with("(?:and \\d+ more|\\d+ cases?) that (?:is|are) counted only");
  for (const auto& [code, cases] : world.cases_of) {
    const auto page = files.find("evidence/" + code + ".html");
    if (page == files.end()) continue;
    std::size_t shown = 0;
    for (std::size_t at = page->second.find("id=\"case-"); at != std::string::npos;
         at = page->second.find("id=\"case-", at + 1)) {
      ++shown;
    }
    std::size_t of_listed = 0;
    for (const std::string& id : cases) of_listed += world.listed.contains(id) ? 1 : 0;
    EXPECT_EQ(shown, of_listed) << code;
    EXPECT_EQ(std::regex_search(page->second, silent_or_with), !world.counted_only.empty()) << code;
  }
}

INSTANTIATE_TEST_SUITE_P(Worlds, CountedOnly, testing::Range(0, 60));

}  // namespace
}  // namespace commonground::app
