// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One moment to read, and acts only on what was seen: on both databases.
#include <gmock/gmock.h>

#include "random_study/random_study.h"
#include "store/test_place.h"

namespace commonground::store {
namespace {

using core::ErrorCode;
using testing::HasSubstr;

class OneMoment : public KeptTest {
 protected:
  void SetUp() override {
    KeptTest::SetUp();
    if (IsSkipped()) return;
    for (std::uint64_t seed = 1; study.codings.empty(); ++seed) study = random_study::Make(seed, 9);
    ASSERT_TRUE(SaveTo(place, study));
  }
  StudyStore Open() const { return StudyStore::Open(place, OpenMode::kWrite).value(); }
  model::Coding New(const std::string& coder) const {
    auto coding = study.codings.front();
    coding.id = {};
    coding.coder = model::CoderId(coder);
    return coding;
  }
  model::ChangeSet Adds(const std::string& coder) const {
    model::ChangeSet changes;
    changes.person = model::CoderId(coder);
    changes.codings.push_back({std::nullopt, New(coder)});
    return changes;
  }
  std::size_t Codings(const StudyStore& store) const {
    return store.CodingsOf(study.codings.front().document).value().size();
  }
  // The text of the coded document is imported anew.
  int ImportANewVersion() {
    auto document = std::ranges::find(study.documents, study.codings.front().document, &model::Document::id);
    ++document->version;
    document->text = "Something else stands here now. " + document->text;
    document->parts.clear();
    EXPECT_TRUE(SaveTo(place, study));
    return document->version;
  }

  model::Study study;
};

TEST_P(OneMoment, IsReadWhateverOthersWrite) {
  const auto reader = StudyStore::Open(place, OpenMode::kRead).value();
  auto other = Open();
  const std::size_t before = Codings(reader);
  const auto read = reader.Read([&]() -> core::Status {
    EXPECT_EQ(Codings(reader), before);
    EXPECT_TRUE(other.Apply(Adds("newcomer"), {}));
    EXPECT_EQ(Codings(reader), before);
    EXPECT_EQ(reader.LoadDesk().value().documents.size(), study.documents.size());
    return {};
  });
  EXPECT_TRUE(read);
  EXPECT_EQ(Codings(reader), before + 1) << "the next moment";
}

TEST_P(OneMoment, EndsAlsoWithAnError) {
  auto store = Open();
  const auto read =
      store.Read([&]() -> core::Result<int> { return core::Fail(ErrorCode::kNotFound, "nothing of that name"); });
  EXPECT_EQ(read.error().message, "nothing of that name");
  EXPECT_TRUE(store.Apply(Adds("newcomer"), {})) << "and the store can be written";
}

// A range counts in one text; an import between the look and the act puts another one there.
TEST_P(OneMoment, OfAnOlderTextIsNotActedOn) {
  auto changes = Adds("newcomer");
  const auto document = changes.codings.front().after->document;
  const int seen = std::ranges::find(study.documents, document, &model::Document::id)->version;
  changes.versions[document] = seen;
  const int newer = ImportANewVersion();
  auto store = Open();
  const std::size_t before = Codings(store);
  const auto refused = store.Apply(changes, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_THAT(refused.error().message, HasSubstr(document.value));
  EXPECT_EQ(Codings(store), before);
  EXPECT_TRUE(store.HistoryEntries({}, 10)->empty() || store.HistoryEntries({}, 1)->front().person != changes.person);
  changes.versions[document] = newer;
  EXPECT_TRUE(store.Apply(changes, {}));
  changes.versions[model::DocumentId("nobody/nothing.md")] = 1;
  EXPECT_EQ(store.Apply(changes, {}).error().code, ErrorCode::kConflict) << "a document that is gone";
}

INSTANTIATE_TEST_SUITE_P(A, OneMoment, ::testing::Values(Kept::kInAFile, Kept::kInADatabase), KeptName);

}  // namespace
}  // namespace commonground::store
