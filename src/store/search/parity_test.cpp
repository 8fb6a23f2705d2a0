// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The same question finds the same passages in SQLite and in PostgreSQL: 600 random questions on random texts in seven
// languages.
#include <gmock/gmock.h>

#include <random>

#include "store/test_place.h"

namespace commonground::store {
namespace {

struct Language {
  const char* tag;
  const char* between;  // words
  std::vector<const char*> words;
};
const std::vector<Language>& Languages() {
  static const std::vector<Language> languages{
      {"en",
       " ",
       {"police", "Condoms", "drop-in", "centre", "organising", "organisations", "don't", "night", "x", "1998"}},
      {"fr", " ", {"l'accès", "préservatifs", "police", "travailleuses", "été", "CENTRE", "nuit", "aux"}},
      {"es", " ", {"atención", "policía", "trabajadoras", "centro", "niñas", "noche", "derechos"}},
      {"ru", " ", {"полиция", "презервативы", "участницы", "ёлка", "ночью", "центр", "организации"}},
      {"zh", "", {"警察", "安全套", "性工作者", "诊室", "中心", "夜里"}},
      {"th", "", {"ตำรวจ", "พนักงานบริการ", "ถุงยาง", "กลางคืน", "ศูนย์"}},
      {"ja", "", {"ｺﾝﾄﾞｰﾑ", "コンドーム", "⼈", "人", "㍿", "ｶﾞｲﾄﾞ", "ガイド"}},
      {"und", " ", {"H₂O", "H2O", "Ⅷ", "VIII", "oﬃce", "office", "condoms¹", "10㎡", "Ｐｏｌｉｃｅ"}},
      {"my", "", {"ကွန်ဒုံး", "လုပ်သား", "ရဲ", "ည"}}};
  return languages;
}

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  int Below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
  template <typename List>
  const auto& Of(const List& list) {
    return list[engine_() % list.size()];
  }
  std::string Word() { return Of(Of(Languages()).words); }
  std::string Question(int depth = 0) {
    switch (Below(depth < 2 ? 8 : 3)) {
      case 0:
        return Word();
      case 1: {
        const std::string word = Word();
        std::size_t cut = word.size() / 2;
        while (cut < word.size() && (static_cast<unsigned char>(word[cut]) & 0xC0) == 0x80) ++cut;
        return word.substr(0, std::max<std::size_t>(cut, 1)) + "*";
      }
      case 2:
        return "\"" + Word() + " " + Word() + "\"";
      case 3:
        return "NEAR(" + Word() + " " + Word() + (Below(2) == 0 ? " " + Word() : "") + ", " + std::to_string(Below(7)) +
               ")";
      case 4:
        return "(" + Question(depth + 1) + " OR " + Question(depth + 1) + ")";
      case 5:
        return Question(depth + 1) + " " + Question(depth + 1);
      case 6:
        return Question(depth + 1) + " NOT " + Question(depth + 1);
      default:
        return "(" + Question(depth + 1) + " OR " + Word() + ") -" + Word();
    }
  }

 private:
  std::mt19937 engine_;
};

TEST(SearchParitySlow, EveryQuestionFindsTheSamePassagesInBothDatabases) {
  const TestServer server = TestServer::Find();
  if (server.address.empty()) GTEST_SKIP() << "no PostgreSQL: ctest starts one (tests/postgres)";
  Random random(2026);
  model::Study study;
  for (const char* region : {"africa", "asia"}) {
    study.regions.push_back({model::RegionId(region), region, {}, 1});
    model::Organisation organisation;
    organisation.id = model::OrganisationId(region);
    organisation.region = study.regions.back().id;
    study.organisations.push_back(organisation);
    study.cases.push_back({organisation.id, "", {}});
  }
  for (const char* code : {"BAR", "INT"}) study.codebook.emplace_back().id = model::CodeId(code);
  std::set<model::DocumentId> all;
  std::vector<std::string> tags;
  for (const Language& language : Languages()) {
    tags.emplace_back(language.tag);
    for (int i = 0; i < 12; ++i) {
      model::Document document;
      document.organisation = random.Of(study.organisations).id;
      document.id = model::DocumentId(document.organisation.value + "/" + language.tag + std::to_string(i) + ".md");
      document.kind = random.Of(model::Words<model::DocumentKind>()).first;
      document.language = language.tag;
      for (int passage = 0; passage < 6; ++passage) {
        for (int words = 3 + random.Below(9); words > 0; --words) {
          document.text += std::string(random.Below(6) == 0 ? random.Word() + " " : "") + random.Of(language.words) +
                           (random.Below(8) == 0 ? ", " : language.between);
        }
        document.text += "\n\n";
      }
      document.hash = "hash of " + document.text;
      all.insert(document.id);
      for (int codings = random.Below(4); codings > 0; --codings) {
        model::Coding& coding = study.codings.emplace_back();
        coding.document = document.id;
        coding.code = random.Of(study.codebook).id;
        coding.coder = model::CoderId("c");
        coding.range.start = random.Below(80);
        coding.range.end = coding.range.start + 1 + random.Below(60);
      }
      study.documents.push_back(std::move(document));
    }
  }
  const TestFolder folder;
  const StudyLocation file(folder.path() / "study.cg");
  const StudyLocation database = StudyLocation::Parse(server.NewDatabase() + "#parity").value();
  ASSERT_TRUE(SaveTo(file, study));
  ASSERT_TRUE(SaveTo(database, study));
  const auto in_file = StudyStore::Open(file, OpenMode::kRead).value();
  const auto in_database = StudyStore::Open(database, OpenMode::kRead).value();
  std::vector<std::string> kinds;
  for (const auto& word : model::Words<model::DocumentKind>()) kinds.emplace_back(word.second);
  int found_something = 0;
  for (int i = 0; i < 600; ++i) {
    SearchRequest request;
    request.question = random.Question();
    request.most = 10'000;
    if (random.Below(4) == 0) request.languages = {random.Of(tags)};
    if (random.Below(4) == 0) request.regions = {random.Of(study.regions).id.value};
    if (random.Below(4) == 0) request.kinds = {random.Of(kinds), random.Of(kinds)};
    if (random.Below(4) == 0) request.codes = {random.Of(study.codebook).id.value};
    const auto ask = [&](const StudyStore& store) {
      const auto found = store.Search(request, tags, all);
      EXPECT_TRUE(found) << request.question << ": " << found.error().message;
      std::set<std::tuple<std::string, std::int64_t>> places;
      if (found) {
        for (const auto& passage : found->passages) places.emplace(passage.document.value, passage.range.start);
        EXPECT_EQ(found->total, std::ssize(places));
      }
      return places;
    };
    const auto expected = ask(in_file);
    SearchRequest few = request;
    few.most = 2;
    for (const StudyStore* store : {&in_file, &in_database}) {
      EXPECT_EQ(store->Search(few, tags, all)->total, std::ssize(expected)) << request.question;
    }
    EXPECT_EQ(ask(in_database), expected) << request.question;
    found_something += expected.empty() ? 0 : 1;
  }
  EXPECT_GT(found_something, 200);
  for (const char* word : {"polise", "centr", "noct", "警擦", "xyzzy"}) {
    EXPECT_EQ(in_database.LikeWords(word, 5).value(), in_file.LikeWords(word, 5).value()) << word;
  }
}

}  // namespace
}  // namespace commonground::store
