// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Several people on one study, in a file and in a database.
#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

#include "core/guid.h"
#include "random_study/random_study.h"
#include "store/database.h"
#include "store/pool.h"
#include "store/sql.h"
#include "store/test_edits.h"
#include "store/test_place.h"

namespace commonground::store {
namespace {

using core::ErrorCode;

class SharedStudy : public KeptTest {
 protected:
  void SetUp() override {
    KeptTest::SetUp();
    if (IsSkipped()) return;
    for (std::uint64_t seed = 5;; ++seed) {
      study = random_study::Make(seed, 20);
      if (study.codings.size() >= 9 && study.cases.size() >= 2) break;
    }
    ASSERT_TRUE(SaveTo(place, study));
  }
  StudyStore Open(OpenMode mode = OpenMode::kWrite) { return StudyStore::Open(place, mode).value(); }
  model::Coding New(const std::string& coder) const {
    model::Coding coding = study.codings.front();
    coding.coder = model::CoderId(coder);
    coding.memo = "by " + coder;
    coding.id = {};
    return coding;
  }
  model::Study study;
};
INSTANTIATE_TEST_SUITE_P(A, SharedStudy, ::testing::Values(Kept::kInAFile, Kept::kInADatabase), KeptName);

TEST_P(SharedStudy, TakesChangesAndLosesSingleCodings) {
  auto store = Open();
  ASSERT_TRUE(Add(store, New("ada")));
  auto expected = study;
  expected.codings.push_back(New("ada"));
  EXPECT_EQ(LoadFrom(place).value(), expected);
  model::Coding changed = New("ada");
  changed.memo = "on second thoughts";
  changed.status = model::CodingStatus::kDraft;
  ASSERT_TRUE(Change(store, New("ada"), changed));
  expected.codings.back() = changed;
  EXPECT_EQ(LoadFrom(place).value(), expected);
  const auto of_document = store.CodingsOf(changed.document).value();
  EXPECT_TRUE(std::ranges::any_of(of_document, [&](const auto& one) { return one.coding == changed; }));
  ASSERT_TRUE(Remove(store, changed));
  EXPECT_EQ(LoadFrom(place).value(), study);
  core::NoProgress progress;
  const auto columns = store.LoadCodingColumns(store.LoadWithoutText().value(), progress);
  EXPECT_TRUE(columns) << columns.error().message;
  ASSERT_TRUE(SaveTo(place, study));
  EXPECT_EQ(LoadFrom(place).value(), study);
}

TEST_P(SharedStudy, TellsWhoComesSecond) {
  auto ada = Open();
  auto ben = Open();
  ASSERT_TRUE(Add(ada, New("ada")));
  model::Coding by_ben = New("ada");
  by_ben.memo = "by ben";
  ASSERT_TRUE(Change(ben, New("ada"), by_ben));
  model::Coding again = New("ada");
  again.memo = "again";
  const auto late = Change(ada, New("ada"), again);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::kConflict);
  EXPECT_EQ(Remove(ada, New("ada")).error().code, ErrorCode::kConflict);
  EXPECT_EQ(LoadFrom(place).value().codings.back().memo, "by ben");
}

// The places of codings are others after the whole study was saved.
TEST_P(SharedStudy, TellsAnEditorThatTheStudyWasReplaced) {
  auto ada = Open();
  ASSERT_TRUE(Add(ada, New("ada")));
  auto replaced = study;
  replaced.codings.insert(replaced.codings.begin(), New("an-import"));
  ASSERT_TRUE(SaveTo(place, replaced));
  EXPECT_EQ(Change(ada, New("ada"), New("ada")).error().code, ErrorCode::kConflict);
  EXPECT_EQ(LoadFrom(place).value(), replaced);
}

TEST_P(SharedStudy, IsNotOverwrittenByWhoSawAnOlderOne) {
  core::NoProgress progress;
  auto importer = Open();
  const std::string seen = importer.Revision().value();
  EXPECT_EQ(importer.Revision().value(), seen);
  auto editor = Open();
  ASSERT_TRUE(Add(editor, New("ada")));
  ASSERT_TRUE(Remove(editor, New("ada")));  // as it was, but not the same
  const auto saved = importer.Save(model::Study{}, {}, progress, nullptr, &seen);
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, ErrorCode::kConflict);
  EXPECT_EQ(LoadFrom(place).value(), study);
  const std::string now = importer.Revision().value();
  ASSERT_TRUE(importer.Save(random_study::Make(3), {}, progress, nullptr, &now));
  EXPECT_FALSE(Open().Save(study, {}, progress, nullptr, &now));
}

// The index of a file takes a row out by being told what it was made of; after an edit that is not known.
TEST_P(SharedStudy, IsFoundByItsCodesAfterSingleEdits) {
  auto store = Open();
  core::NoProgress progress;
  std::set<model::DocumentId> all;
  for (const auto& document : study.documents) all.insert(document.id);
  const auto found = [&](const model::Coding& coding) {
    SearchRequest request;
    request.codes = {coding.code.value};
    request.most = 1'000;
    std::int64_t total = 0;
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      request.question = std::string(1, letter) + "*";
      total += store.Search(request, {"en"}, all).value().total;
    }
    return total;
  };
  // Every coding goes, one by one; then the study is saved with other texts.
  auto without = study;
  without.codings.clear();
  for (const auto& document : study.documents) {
    const auto stored = store.CodingsOf(document.id).value();
    for (const auto& one : stored) ASSERT_TRUE(Remove(store, one.coding));
  }
  for (auto& document : without.documents) {
    document.text += "\n\nmore words\n";
    document.hash += "2";
  }
  ASSERT_TRUE(store.Save(without, {}, progress));
  for (const auto& coding : study.codings) EXPECT_EQ(found(coding), 0) << coding.code.value;
  EXPECT_EQ(store.Load(progress).value(), without);
}

TEST_P(SharedStudy, RefusesACodingOfNothing) {
  auto store = Open();
  model::Coding no_code = New("ada");
  no_code.code = model::CodeId("no-such-code");
  model::Coding no_document = New("ada");
  no_document.document = model::DocumentId("no/such.md");
  model::Coding nobody = New("");
  for (const auto& bad : {no_code, no_document, nobody}) {
    EXPECT_EQ(Add(store, bad).error().code, ErrorCode::kInvalidInput);
  }
  EXPECT_EQ(LoadFrom(place).value(), study);
}

TEST_P(SharedStudy, LosesAndDoublesNothingWhenManyWriteAtOnce) {
  constexpr int kWriters = 8;
  constexpr int kEach = 12;
  std::vector<std::string> problems(kWriters);
  {
    std::vector<std::jthread> writers;
    for (int writer = 0; writer < kWriters; ++writer) {
      writers.emplace_back([&, writer] {
        auto store = StudyStore::Open(place, OpenMode::kWrite);
        if (!store) {
          problems[writer] = store.error().message;
          return;
        }
        for (int i = 0; i < kEach; ++i) {
          auto coding = New("writer-" + std::to_string(writer));
          coding.memo = std::to_string(i);
          coding.id = model::CodingId(core::NewGuid());
          const auto added = Add(*store, coding);
          if (!added) problems[writer] = added.error().message;
          auto mended = coding;
          mended.memo += " mended";
          if (added && !Change(*store, coding, mended)) problems[writer] = "not changed";
        }
      });
    }
  }
  EXPECT_THAT(problems, testing::Each(""));
  std::map<std::string, int> written;
  const model::Study afterwards = LoadFrom(place).value();
  for (const auto& coding : afterwards.codings) ++written[coding.coder.value + " " + coding.memo];
  for (int writer = 0; writer < kWriters; ++writer) {
    for (int i = 0; i < kEach; ++i) {
      EXPECT_EQ(written["writer-" + std::to_string(writer) + " " + std::to_string(i) + " mended"], 1);
    }
  }
}

TEST_P(SharedStudy, LetsOthersKnowOfAChange) {
  using std::chrono::milliseconds;
  auto reader = Open(OpenMode::kRead);
  reader.WaitForChange(milliseconds(0)).value();              // begins to listen
  while (reader.WaitForChange(milliseconds(2500)).value()) {  // looks again, for what happened just before
  }
  EXPECT_FALSE(reader.WaitForChange(milliseconds(30)).value());
  std::jthread writer([&] {
    auto store = Open();
    ASSERT_TRUE(Add(store, New("ada")));
  });
  EXPECT_TRUE(reader.WaitForChange(milliseconds(60'000)).value());
  writer.join();
  EXPECT_FALSE(reader.WaitForChange(milliseconds(30)).value());
  ASSERT_TRUE(SaveTo(place, model::Study{}));
  EXPECT_TRUE(reader.WaitForChange(milliseconds(60'000)).value());
}

TEST_P(SharedStudy, IsServedByABoundedPool) {
  using std::chrono::milliseconds;
  StorePool pool(place, OpenMode::kWrite, 2);
  {
    auto first = pool.Take(milliseconds(0));
    auto second = pool.Take(milliseconds(0));
    ASSERT_TRUE(first && second);
    EXPECT_EQ(pool.Take(milliseconds(20)).error().code, ErrorCode::kBusy);
    std::jthread soon([&pool, lease = std::move(*second)]() mutable {
      while (pool.waiting() == 0) std::this_thread::yield();
      lease.Broken();
      const auto given_back = std::move(lease);
    });
    EXPECT_TRUE(pool.Take(milliseconds(60'000)));
  }
  EXPECT_EQ((*pool.Take(milliseconds(0)))->Load(*std::make_unique<core::NoProgress>()).value(), study);
  StorePool nothing(StudyLocation(folder.path() / "no-such.cg"), OpenMode::kRead, 1);
  EXPECT_EQ(nothing.Take(milliseconds(0)).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(nothing.Take(milliseconds(0)).error().code, ErrorCode::kNotFound) << "a failure takes no place";
}

TEST_P(SharedStudy, IsServedInTheOrderInWhichPeopleAsk) {
  using std::chrono::milliseconds;
  StorePool pool(place, OpenMode::kRead, 1);
  std::vector<std::size_t> served;  // each writes it while it has the only connection
  std::vector<std::jthread> people;
  auto only = pool.Take(milliseconds(0));
  ASSERT_TRUE(only);
  for (std::size_t i = 0; i < 5; ++i) {
    people.emplace_back([&, i] {
      const auto lease = pool.Take(milliseconds(60'000));
      if (lease) served.push_back(i);
    });
    while (pool.waiting() <= i) std::this_thread::yield();
  }
  EXPECT_EQ(pool.Take(milliseconds(0)).error().code, ErrorCode::kBusy) << "nobody passes those who wait";
  { const auto given_back = std::move(*only); }
  people.clear();
  EXPECT_EQ(served, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
}

// SOCI 4.0.3 on PostgreSQL writes the numbers of the first batch again when a statement is used for a second one. Every
// batch gets its own: rows of several batches, of different lengths, are those that were given.
TEST_P(SharedStudy, WritesEveryBatchWithAStatementOfItsOwn) {
  const Table& table = **std::ranges::find_if(Tables(), [](const auto& one) { return one->name == "chapters"; });
  const auto database = OpenDatabaseAt(place, OpenMode::kWrite);
  Transaction transaction(*database, Transaction::Kind::kWriting);
  std::vector<std::pair<std::string, long long>> given;
  for (const int rows : {3, 5, 1, 4}) {
    Chunk chunk(table.columns);  // id, position, text
    for (int row = 0; row < rows; ++row) {
      given.emplace_back("zz-" + std::to_string(given.size() + 100), 1000 + std::ssize(given));
      chunk.columns[0].texts.push_back(given.back().first);
      chunk.columns[0].blank.push_back(0);
      chunk.columns[1].numbers.push_back(given.back().second);
      chunk.columns[2].texts.push_back("text of " + given.back().first);
      chunk.columns[2].blank.push_back(0);
    }
    WriteRows(*database, Database::Change::kInsert, table, chunk);
    for (auto& text : chunk.columns[2].texts) text += " mended";
    WriteRows(*database, Database::Change::kUpdate, table, chunk);
  }
  std::vector<std::pair<std::string, long long>> found;
  RowCursor cursor(*database, table, "position >= 1000");
  for (Chunk* rows = &cursor.Next(); rows->rows() > 0; rows = &cursor.Next()) {
    for (std::size_t row = 0; row < rows->rows(); ++row) {
      found.emplace_back(rows->columns[0].texts[row], rows->columns[1].numbers[row]);
      EXPECT_EQ(rows->columns[2].texts[row], "text of " + found.back().first + " mended");
    }
  }
  EXPECT_EQ(found, given);
}

}  // namespace
}  // namespace commonground::store
