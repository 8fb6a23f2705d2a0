// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Random studies in which single passages may be read, or may not: every byte that is published is searched for words
// that may not be, and every number is as if all words might be.
#include "app/gateway/hidden_passages.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "app/draw_testutil.h"
#include "app/gateway/publication_dump_testutil.h"
#include "app/gateway/publishing.h"
#include "core/content_hash.h"
#include "model/consent_subject.h"
#include "model/guids.h"
#include "publish/site.h"

namespace commonground::app {
namespace {

using core::TextRange;
using model::ConsentScope;
using testing::HasSubstr;
using testing::Not;

const core::Date kDay = *core::Date::Parse("2026-06-01");

void Say(model::Study& study, const std::string& subject, ConsentScope scope, bool holds) {
  model::Consent one;
  one.subject = subject;
  one.scope = scope;
  one.given = *core::Date::Parse("2026-01-01");
  if (!holds) one.withdrawn = *core::Date::Parse("2026-02-01");
  study.consents.push_back(one);
}

struct SaidOf {
  model::Study study;
  std::set<std::string> shown;   // words
  std::set<std::string> hidden;  // words
  std::size_t passages = 0;      // with a consent of their own
};

// A text is twelve words, each of them once; a passage is some of them in a row.
SaidOf MakeSaid(std::uint64_t seed) {
  Draw draw(seed);
  SaidOf world;
  model::Study& study = world.study;
  study.settings.title = "Invented";
  study.settings.invented = true;
  study.regions = {{model::RegionId("north"), "North", {}, 4}};
  study.invented_countries = {{model::CountryCode("XAA"), "Land A"}};
  study.codebook.push_back({model::CodeId("P"), {}, model::CodeKind::kPractice, "Label P", "", "", {}});
  study.codebook.push_back({model::CodeId("B"), {}, model::CodeKind::kBarrier, "Label B", "", "", {}});
  for (std::size_t i = 0; i < 3; ++i) {
    model::Organisation one;
    one.id = model::OrganisationId(fmt::format("zorg{}", i));
    one.name = fmt::format("Namen{}name", i);
    one.country = model::CountryCode("XAA");
    one.region = model::RegionId("north");
    study.organisations.push_back(one);
    study.cases.push_back({one.id, "Title", {}});
    for (const auto scope : {ConsentScope::kAnalyse, ConsentScope::kNameOrganisation, ConsentScope::kNamePlace}) {
      Say(study, one.id.value, scope, true);
    }
    const bool quote = draw.OneIn(2);
    if (quote) Say(study, one.id.value, ConsentScope::kQuote, true);
    model::Document document;
    document.id = model::DocumentId(one.id.value + "/d.txt");
    document.organisation = one.id;
    document.title = "Title";
    document.kind = model::DocumentKind::kAccount;
    std::vector<std::string> words;
    std::vector<TextRange> places;
    for (std::size_t w = 0; w < 12; ++w) {
      words.push_back(
          fmt::format("\xC3\xA9"
                      "canary{}x{}x",
                      i, w));
      const auto start = core::CountCodePoints(document.text);
      places.push_back({start, start + core::CountCodePoints(words.back())});
      document.text += words.back() + (w % 4 == 3 ? ".\n" : " ");
    }
    document.hash = core::ContentHash(document.text);
    for (std::size_t p = 0; p < 3; ++p) {
      document.parts.push_back(
          {model::PartKind::kParagraph, 0, {places[4 * p].start, places[4 * p + 3].end + 1}, 0, {}});
    }
    study.documents.push_back(document);
    std::set<std::size_t> open;
    std::set<std::size_t> closed;
    for (std::size_t c = draw.Below(6); c > 0; --c) {
      const std::size_t first = draw.Below(12);
      const std::size_t last = std::min<std::size_t>(11, first + draw.Below(4));
      model::Coding coding;
      coding.document = document.id;
      coding.range = {places[first].start, places[last].end};
      coding.exact = std::string(*core::TextIndex(document.text).Slice(coding.range));
      coding.code = study.codebook[draw.Below(2)].id;
      coding.coder = model::CoderId("ada");
      if (std::ranges::find(study.codings, coding) != study.codings.end()) continue;
      study.codings.push_back(coding);
      if (!draw.OneIn(2)) continue;
      ++world.passages;
      const bool holds = draw.OneIn(2);
      Say(study, model::SubjectOf(document.id, model::IdOf(coding)), ConsentScope::kQuote, holds);
      for (std::size_t w = first; w <= last; ++w) (holds ? open : closed).insert(w);
    }
    for (std::size_t w = 0; w < 12; ++w) {
      const bool shown = !closed.contains(w) && (quote || open.contains(w));
      (shown ? world.shown : world.hidden).insert(words[w]);
    }
  }
  return world;
}

model::Publication PublishedOf(model::Study study) {
  core::NoProgress progress;
  auto published = ForPublishing({study, kDay, kDay, {}, "the secret of this study"}, progress);
  EXPECT_TRUE(published.has_value());
  return std::move(published->publication);
}

std::string PagesOf(const model::Publication& publication) {
  core::NoProgress progress;
  std::string bytes = DumpOf(publication);
  const publish::FileSink sink = [&](std::string_view, std::string_view page) -> core::Status {
    bytes += page;
    return {};
  };
  EXPECT_TRUE(publish::RenderSite(publication, {}, sink, progress).has_value());
  return bytes;
}

std::vector<std::int64_t> AllNumbers(const model::Grouping& grouping) {
  std::vector<std::int64_t> numbers;
  for (const model::CodeRow& row : grouping.rows) {
    for (const model::Share& share : row.by_group) numbers.insert(numbers.end(), {share.present, share.of});
    numbers.insert(numbers.end(), {row.overall.present, row.overall.of, row.balanced_num, row.balanced_den});
  }
  return numbers;
}

TEST(HiddenPassages, AreInNoByteThatIsPublishedAndInEveryNumber) {
  std::size_t passages = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const SaidOf world = MakeSaid(seed);
    passages += world.passages;
    const model::Publication publication = PublishedOf(world.study);
    const std::string bytes = PagesOf(publication);
    for (const std::string& word : world.hidden) ASSERT_THAT(bytes, Not(HasSubstr(word))) << "seed " << seed;
    for (const std::string& word : world.shown) ASSERT_THAT(bytes, HasSubstr(word)) << "seed " << seed;

    model::Study open = world.study;
    std::erase_if(open.consents, [](const auto& one) { return !model::PassageOfSubject(one.subject).empty(); });
    for (const auto& one : open.organisations) Say(open, one.id.value, ConsentScope::kQuote, true);
    const model::Publication all = PublishedOf(open);
    EXPECT_EQ(publication.study.codings.size(), all.study.codings.size());
    ASSERT_EQ(publication.comparison.groupings.size(), all.comparison.groupings.size());
    for (std::size_t i = 0; i < all.comparison.groupings.size(); ++i) {
      EXPECT_EQ(AllNumbers(publication.comparison.groupings[i]), AllNumbers(all.comparison.groupings[i])) << seed;
    }
  }
  EXPECT_GT(passages, 50U);
}

// Where a passage is, is known by its coding, also while others code blind and when it was rejected; where that is
// gone, nothing of the text is shown.
TEST(HiddenPassages, StayHiddenWhateverBecomesOfTheirCoding) {
  model::Study study = MakeSaid(0).study;
  study.consents.clear();
  study.codings.clear();
  const model::OrganisationId id = study.organisations[0].id;
  for (const auto scope : {ConsentScope::kAnalyse, ConsentScope::kNameOrganisation, ConsentScope::kQuote}) {
    Say(study, id.value, scope, true);
  }
  model::Coding coding;
  coding.document = study.documents[0].id;
  coding.range = {0, 12};
  coding.exact = std::string(*core::TextIndex(study.documents[0].text).Slice(coding.range));
  coding.code = study.codebook[0].id;
  coding.coder = model::CoderId("ada");
  study.codings.push_back(coding);
  Say(study, model::SubjectOf(coding.document, model::IdOf(coding)), ConsentScope::kQuote, false);
  const std::string hidden = "canary0x0x";
  const std::string other = "canary0x5x";
  const auto hides = [&](const model::Study& one, bool all) {
    const std::string bytes = PagesOf(PublishedOf(one));
    EXPECT_THAT(bytes, Not(HasSubstr(hidden)));
    EXPECT_EQ(bytes.find(other) == std::string::npos, all);
  };
  hides(study, false);
  model::Study rejected = study;
  rejected.codings[0].status = model::CodingStatus::kRejected;
  hides(rejected, false);
  model::Study blind = study;
  model::Assignment assignment;
  assignment.document = coding.document;
  assignment.coder = model::CoderId("ben");
  blind.assignments.push_back(assignment);
  hides(blind, false);
  model::Study removed = study;
  removed.codings.clear();
  hides(removed, true);
}

// Nothing is told of how long it was, nor of how much stands between.
TEST(HiddenPassages, AreBlankedWithoutTheirLength) {
  const BlankedText one("Before the secret words after.", {{7, 23}}, {0, 7, 23, 30});
  EXPECT_EQ(one.text(), "Before [...] after.");
  EXPECT_EQ(one.Moved({7, 23}), (TextRange{7, 12}));
  EXPECT_EQ(one.WordsIn(one.Moved({24, 30})), "after.");
  EXPECT_EQ(one.WordsIn(one.Moved({0, 6})), "Before");
  const BlankedText other("Before the much longer secret words, and more of them, after.", {{7, 54}}, {0, 7, 54, 61});
  EXPECT_EQ(other.text(), one.text());
  // Two that lay apart within it stay apart, in their order.
  const BlankedText within("0123456789", {{2, 8}}, {3, 5, 6, 7});
  EXPECT_EQ(within.text(), "01[....]89");
  const TextRange first = within.Moved({3, 5});
  const TextRange second = within.Moved({6, 7});
  EXPECT_LT(first.start, first.end);
  EXPECT_LT(first.end, second.start);
  EXPECT_EQ(within.WordsIn(within.Moved({8, 10})), "89");
  const BlankedText whole("0123", {{0, 4}}, {});
  EXPECT_EQ(whole.text(), "[...]");
  EXPECT_EQ(whole.Moved({0, 4}), (TextRange{0, 5}));
}

}  // namespace
}  // namespace commonground::app
