// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Search against looking at every passage.

#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <map>
#include <random>

#include "core/text_range.h"
#include "store/postgres/ts_expression.h"
#include "store/search/match.h"
#include "store/search/query.h"
#include "store/search/tokenizer.h"
#include "store/sqlite/fts_expression.h"
#include "store/study_store.h"
#include "store/test_place.h"

namespace commonground::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(Query, UnderstandsWhatTheHelpSays) {
  const auto words = [](const Query& query) { return query.words; };
  EXPECT_THAT(words(ParseQuery("police").value()), ElementsAre("police"));
  EXPECT_EQ(ParseQuery("police violence").value(), ParseQuery("police AND violence").value());
  EXPECT_EQ(ParseQuery("a -b").value(), ParseQuery("a NOT b").value());
  EXPECT_EQ(ParseQuery("condom*").value().kind, Query::Kind::kPrefix);
  EXPECT_EQ(ParseQuery("\"drop-in centre\"").value().kind, Query::Kind::kPhrase);
  const Query near = ParseQuery("NEAR(police talks, 5)").value();
  EXPECT_THAT(near.words, ElementsAre("police", "talks"));
  EXPECT_EQ(near.distance, 5);
  const Query either = ParseQuery("(a OR b) c").value();
  EXPECT_EQ(either.kind, Query::Kind::kAnd);
  EXPECT_EQ(either.parts[0].kind, Query::Kind::kOr);
  EXPECT_THAT(words(ParseQuery("ORganise ANDy NOTe").value().parts[0]), ElementsAre("ORganise"));
}

TEST(Query, SaysWhereItCannotBeUnderstood) {
  for (const char* bad : {"",
                          " ",
                          "(",
                          ")",
                          "a )",
                          "(a",
                          "\"a",
                          "\"\"",
                          "OR",
                          "a OR",
                          "OR a",
                          "a OR OR b",
                          "AND",
                          "a AND",
                          "a AND AND b",
                          "NOT",
                          "a NOT",
                          "NOT a",
                          "-a",
                          "*",
                          "a*b",
                          "NEAR(a b",
                          "NEAR(a)",
                          "NEAR(a b, x)",
                          "NEAR(a b, 1000)",
                          "()",
                          "a ()"}) {
    const auto query = ParseQuery(bad);
    ASSERT_FALSE(query) << bad;
    EXPECT_EQ(query.error().code, core::ErrorCode::kInvalidInput);
    EXPECT_THAT(query.error().message, HasSubstr("Fix: ")) << bad;
  }
  EXPECT_THAT(ParseQuery("é (b").error().message, HasSubstr("character 5"));
  EXPECT_FALSE(ParseQuery(std::string(60, '(') + "a" + std::string(60, ')')));
  EXPECT_FALSE(ParseQuery(std::string(1001, 'a')));
  std::string many;
  for (int i = 0; i < 51; ++i) many += "a ";
  EXPECT_FALSE(ParseQuery(many));
}

TEST(Match, HoldsNothingThatAPersonTyped) {
  Tokenizer tokenizer;
  const auto safe = MatchOf(ParseQuery("body:x ^first {a} +b").value(), {"en"},
                            {{"\x02"
                              "aafrica"}},
                            tokenizer);
  ASSERT_TRUE(safe);
  EXPECT_THAT(FtsExpressionOf(*safe).matches, testing::Not(testing::AnyOf(HasSubstr(":"), HasSubstr("^"))));
  EXPECT_EQ(TsExpressionOf(*safe).matches,
            "((('bodi' <-> 'x') & 'first' & 'a' & 'b') & '\x02"
            "aafrica')")
      << "the same in the other language";
  EXPECT_FALSE(MatchOf(ParseQuery("...").value(), {"en"}, {}, tokenizer));
}

class SearchedStudy : public KeptTest {
 protected:
  void SetUp() override {
    KeptTest::SetUp();
    study.settings.title = "S";
    study.regions = {{model::RegionId("africa"), "Africa", {}, 1}, {model::RegionId("asia"), "Asia", {}, 1}};
    Organisation("lamp", "africa", "KEN");
    Organisation("river", "asia", "THA");
    study.codebook = {Code("INT", ""), Code("INT.3", "INT"), Code("BAR", "")};
    Document("lamp/a.md", "en", "The police came.\n\nSex workers run a drop-in centre near the clinic.\n");
    Document("river/b.md", "fr", "La police est venue.\n\nLes travailleuses du sexe gèrent un centre d'accueil.\n");
    Document("river/c.md", "zh", "警察没收了安全套。\n\n性工作者开办了一个中心。\n");
    Coding("lamp/a.md", "INT.3", 18, 40);
  }
  static model::Code Code(const std::string& id, const std::string& parent) {
    model::Code code;
    code.id = model::CodeId(id);
    code.label = id;
    if (!parent.empty()) code.parent = model::CodeId(parent);
    return code;
  }
  void Organisation(const std::string& id, const std::string& region, const std::string& country) {
    model::Organisation organisation;
    organisation.id = model::OrganisationId(id);
    organisation.name = id;
    organisation.region = model::RegionId(region);
    organisation.country = model::CountryCode(country);
    study.organisations.push_back(organisation);
    study.cases.push_back({organisation.id, "", {}});
  }
  void Document(const std::string& id, const std::string& language, const std::string& text) {
    model::Document document;
    document.id = model::DocumentId(id);
    document.organisation = model::OrganisationId(id.substr(0, id.find('/')));
    document.language = language;
    document.text = text;
    document.hash = "hash of " + text;
    study.documents.push_back(document);
  }
  void Coding(const std::string& document, const std::string& code, std::int64_t start, std::int64_t end) {
    model::Coding coding;
    coding.document = model::DocumentId(document);
    coding.code = model::CodeId(code);
    coding.coder = model::CoderId("c");
    coding.range = {start, end};
    study.codings.push_back(coding);
  }
  void Save() {
    core::NoProgress silent;
    for (model::Coding& coding : study.codings) {  // as the texts are by now
      const auto document = std::ranges::find(study.documents, coding.document, &model::Document::id);
      coding.exact = core::TextIndex(std::string_view(document->text)).Slice(coding.range).value();
    }
    auto store = StudyStore::Open(place, OpenMode::kCreateOrWrite);
    ASSERT_TRUE(store);
    const auto saved = store->Save(study, {}, silent);
    ASSERT_TRUE(saved) << saved.error().message;
  }
  Found Ask(const std::string& question, SearchRequest request = {}) {
    request.question = question;
    const auto store = StudyStore::Open(place, OpenMode::kRead);
    std::set<model::DocumentId> all = may_read;
    if (all.empty()) {
      for (const auto& document : study.documents) all.insert(document.id);
    }
    auto found = store->Search(request, {"en", "fr", "zh"}, all);
    EXPECT_TRUE(found) << found.error().message;
    return found ? std::move(*found) : Found{};
  }
  std::vector<std::string> Documents(const std::string& question, const SearchRequest& request = {}) {
    std::vector<std::string> ids;
    for (const auto& passage : Ask(question, request).passages) ids.push_back(passage.document.value);
    return ids;
  }

  model::Study study;
  std::set<model::DocumentId> may_read;
};

INSTANTIATE_TEST_SUITE_P(A, SearchedStudy, testing::Values(Kept::kInAFile, Kept::kInADatabase), KeptName);

TEST_P(SearchedStudy, FindsWordsPhrasesBeginningsAndTheirCombinations) {
  Save();
  EXPECT_THAT(Documents("police"), UnorderedElementsAre("lamp/a.md", "river/b.md"));
  EXPECT_THAT(Documents("\"drop-in centres\""), ElementsAre("lamp/a.md"));
  EXPECT_THAT(Documents("travailleuse"), ElementsAre("river/b.md"));
  EXPECT_THAT(Documents("gerent"), ElementsAre("river/b.md"));
  EXPECT_THAT(Documents("安全套"), ElementsAre("river/c.md"));
  EXPECT_THAT(Documents("clin*"), ElementsAre("lamp/a.md"));
  EXPECT_THAT(Documents("centre NOT clinic"), ElementsAre("river/b.md"));
  EXPECT_THAT(Documents("NEAR(workers centre, 6)"), ElementsAre("lamp/a.md"));
  EXPECT_THAT(Documents("NEAR(workers centre, 1)"), IsEmpty());
  EXPECT_THAT(Documents("venue OR clinic"), UnorderedElementsAre("lamp/a.md", "river/b.md"));
  EXPECT_THAT(Documents("police centre"), IsEmpty()) << "both in one passage";
}

TEST_P(SearchedStudy, NarrowsByFacets) {
  Save();
  SearchRequest request;
  request.regions = {"africa"};
  EXPECT_THAT(Documents("police", request), ElementsAre("lamp/a.md"));
  request = {};
  request.languages = {"fr"};
  EXPECT_THAT(Documents("police", request), ElementsAre("river/b.md"));
  request = {};
  request.codes = {"INT"};
  EXPECT_THAT(Documents("sex", request), ElementsAre("lamp/a.md")) << "a code stands for those below it";
  request.codes = {"BAR"};
  EXPECT_THAT(Documents("sex", request), IsEmpty());
  request = {};
  request.countries = {"THA", "KEN"};
  EXPECT_EQ(Documents("police", request).size(), 2U);
  request.cases = {"lamp", "riv"};
  EXPECT_THAT(Documents("police", request), ElementsAre("lamp/a.md")) << "a facet is a whole word";
  request.codes = {"INT.3"};
  EXPECT_THAT(Documents("police", request), IsEmpty()) << "of every list one value";
  EXPECT_THAT(Documents("sex", request), ElementsAre("lamp/a.md"));
  EXPECT_THAT(Documents("africa"), IsEmpty()) << "facets are no words";
}

TEST_P(SearchedStudy, CountsWhatItDoesNotShow) {
  Save();
  SearchRequest request;
  request.most = 1;
  EXPECT_EQ(Ask("police OR centre", request).total, 4);
  request.most = 0;
  EXPECT_EQ(Ask("police OR centre", request).total, 4);
  may_read = {model::DocumentId("lamp/a.md")};
  EXPECT_EQ(Ask("police OR centre", request).total, 2);
}

TEST_P(SearchedStudy, ShowsNothingThatMayNotBeRead) {
  Save();
  may_read = {model::DocumentId("river/b.md")};
  const Found found = Ask("police OR centre");
  EXPECT_EQ(found.total, 2);
  for (const auto& passage : found.passages) EXPECT_EQ(passage.document.value, "river/b.md");
}

TEST_P(SearchedStudy, FollowsEveryChangeOfTheStudy) {
  Save();
  study.documents[0].text = "The court decided.\n";
  study.documents[0].hash = "another";
  study.codings.clear();
  Save();
  EXPECT_THAT(Documents("court"), ElementsAre("lamp/a.md"));
  EXPECT_THAT(Documents("police"), ElementsAre("river/b.md"));
  Coding("river/b.md", "BAR", 0, 10);
  Save();
  SearchRequest request;
  request.codes = {"BAR"};
  EXPECT_THAT(Documents("police", request), ElementsAre("river/b.md"));
  study.codings.clear();
  study.documents.pop_back();
  Save();
  EXPECT_THAT(Documents("安全套"), IsEmpty());
  EXPECT_THAT(Documents("police", request), IsEmpty());
  core::NoProgress silent;
  auto store = StudyStore::Open(place, OpenMode::kWrite);
  ASSERT_TRUE(store->Reindex(silent));
  EXPECT_THAT(Documents("court"), ElementsAre("lamp/a.md"));
}

// Contentless FTS5 keeps the terms of deleted rows in its pages until they are merged; secure_delete then zeroes them.
TEST_P(SearchedStudy, LeavesNoTraceOfWhatWasTakenOut) {
  for (int i = 0; i < 30; ++i)
    Document("lamp/d" + std::to_string(i) + ".md", "en", "Ordinary words number " + std::to_string(i));
  Document("lamp/z.md", "en", "Here stands the word xyzzyplugh, twice: xyzzyplugh.\n");
  Save();
  EXPECT_THAT(Documents("xyzzyplugh"), ElementsAre("lamp/z.md"));
  EXPECT_NE(Holding("xyzzyplugh"), "");
  study.documents.pop_back();
  Save();
  EXPECT_THAT(Documents("xyzzyplugh"), IsEmpty());
  EXPECT_EQ(Holding("xyzzyplugh"), "");
  EXPECT_EQ(Holding("zzyplu"), "") << "nor a part of it";
}

// FTS5 with our own BM25, against a plain one that reads every passage: random texts of few words, so that every word
// is in many of them, and passages of one to forty words.
TEST(SearchRank, IsThatOfASlowSecondImplementation) {
  std::mt19937 random(5);
  const std::vector<std::string> words{"police", "centre", "clinic", "night", "talks", "union", "court", "house"};
  model::Study study;
  study.regions = {{model::RegionId("africa"), "Africa", {}, 1}, {model::RegionId("asia"), "Asia", {}, 1}};
  study.codebook.emplace_back().id = model::CodeId("BAR");
  std::map<std::pair<std::string, std::int64_t>, std::vector<std::string>> passages;  // by document and place
  std::int64_t all_words = 0;
  for (int d = 0; d < 40; ++d) {
    model::Organisation organisation;
    organisation.id = model::OrganisationId("o" + std::to_string(d));
    organisation.region = study.regions[random() % 2].id;
    study.organisations.push_back(organisation);
    study.cases.push_back({organisation.id, "", {}});
    model::Document document;
    document.id = model::DocumentId(organisation.id.value + "/a.md");
    document.organisation = organisation.id;
    document.language = "en";
    for (auto p = random() % 9; p > 0; --p) {
      auto& passage = passages[{document.id.value, std::ssize(document.text)}];
      for (auto w = random() % 40 + 1; w > 0; --w) {
        passage.push_back(words[std::min(random() % words.size(), random() % words.size())]);
        document.text += (passage.size() == 1 ? "" : " ") + passage.back();
      }
      all_words += std::ssize(passage);
      document.text += "\n\n";
    }
    document.hash = "hash of " + document.text;
    study.documents.push_back(document);
  }
  const TestFolder folder;
  const StudyLocation place(folder.path() / "study.cg");
  ASSERT_TRUE(SaveTo(place, study));
  const auto store = StudyStore::Open(place, OpenMode::kRead).value();
  std::set<model::DocumentId> all;
  for (const auto& document : study.documents) all.insert(document.id);

  const double count = static_cast<double>(passages.size());
  const auto in = [](const std::string& word, const auto& passage) {
    return static_cast<double>(std::ranges::count(passage.second, word));
  };
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      if (a == b) continue;
      SearchRequest request;
      request.question = a + " OR " + b;
      request.regions = {"africa"};
      request.most = 1000;
      const auto found = store.Search(request, {"en"}, all);
      ASSERT_TRUE(found);
      std::size_t expected = 0;
      for (const auto& passage : passages) {
        if (in(a, passage) + in(b, passage) == 0) continue;
        const auto document = std::ranges::find(study.documents, passage.first.first,
                                                [](const model::Document& one) { return one.id.value; });
        const auto of = std::ranges::find(study.organisations, document->organisation, &model::Organisation::id);
        if (of->region->value != "africa") continue;
        ++expected;
        double score = 0;
        for (const std::string& word : {a, b}) {
          double with = 0;
          for (const auto& one : passages) with += in(word, one) > 0 ? 1 : 0;
          const double rarity = std::max(1e-6, std::log((count - with + 0.5) / (with + 0.5)));
          const double length = static_cast<double>(passage.second.size()) * count / static_cast<double>(all_words);
          score += rarity * in(word, passage) * 2.2 / (in(word, passage) + 1.2 * (0.25 + 0.75 * length));
        }
        const auto one = std::ranges::find_if(found->passages, [&](const FoundPassage& candidate) {
          return candidate.document == document->id && candidate.range.start == passage.first.second;
        });
        ASSERT_NE(one, found->passages.end());
        EXPECT_NEAR(one->score, score, 1e-9) << request.question;
      }
      EXPECT_EQ(found->passages.size(), expected);
      EXPECT_TRUE(std::ranges::is_sorted(found->passages, std::greater(), &FoundPassage::score));
    }
  }
}

}  // namespace
}  // namespace commonground::store
