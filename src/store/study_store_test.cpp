// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Kept studies, in a file and in PostgreSQL.

#include "store/study_store.h"

#include "core/content_hash.h"
#include "store/sqlite/migrate.h"

#include <gmock/gmock.h>

#include <map>

#include "random_study/random_study.h"
#include "store/test_place.h"

namespace commonground::store {
namespace {

using core::ErrorCode;
using random_study::Make;

const TableChange& Of(const SaveReport& report, const std::string& table) {
  for (const auto& change : report.tables) {
    if (change.table == table) return change;
  }
  throw std::logic_error("no table " + table);
}

// A study with something in the tables that tests change.
model::Study MakeRich(std::uint64_t seed) {
  for (;; ++seed) {
    auto study = Make(seed, 20);
    if (study.codings.size() >= 9 && study.sources.size() >= 2 && study.cases.size() >= 2) return study;
  }
}

class KeptStudy : public KeptTest {};
INSTANTIATE_TEST_SUITE_P(A, KeptStudy, ::testing::Values(Kept::kInAFile, Kept::kInADatabase), KeptName);

class StudyFile : public ::testing::Test {
 protected:
  TestFolder folder;
  std::filesystem::path path = folder.path() / "study.cg";
};

TEST_P(KeptStudy, HoldsExactlyWhatWasSaved) {
  for (std::uint64_t seed = 0; seed < Rounds(40); ++seed) {
    const auto study = Make(seed, static_cast<int>(seed % 13));
    const std::vector<model::FileHash> files = {{"b.csv", "22", 5'000'000'000}, {"a.csv", "11", 0}};
    ASSERT_TRUE(SaveTo(place, study, files));
    const auto store = StudyStore::Open(place, OpenMode::kRead).value();
    EXPECT_EQ(LoadFrom(place).value(), study) << "seed " << seed;
    EXPECT_EQ(store.ImportedFiles().value(), files);
    EXPECT_EQ(store.schema_version(), std::ssize(SqliteMigrations()));
  }
}

TEST_P(KeptStudy, TellsWhatWasSubmittedWithoutItsWords) {
  for (std::uint64_t seed = 0; seed < Rounds(20); ++seed) {
    const model::Study study = Make(seed, static_cast<int>(seed % 9));
    ASSERT_TRUE(SaveTo(place, study, {}));
    const auto store = StudyStore::Open(place, OpenMode::kRead).value();
    std::vector<model::DocumentId> some;  // every other one, and one that is not there
    for (std::size_t i = 0; i < study.documents.size(); i += 2) some.push_back(study.documents[i].id);
    some.emplace_back("nowhere/none.txt");
    std::vector<model::Coding> expected;
    for (const model::Coding& one : study.codings) {
      const bool is_in = one.status == model::CodingStatus::kSubmitted || one.status == model::CodingStatus::kAccepted;
      if (!is_in || std::ranges::find(some, one.document) == some.end()) continue;
      model::Coding& bare = expected.emplace_back();
      bare.document = one.document;
      bare.code = one.code;
      bare.coder = one.coder;
      bare.range = one.range;
      bare.status = one.status;
      bare.id = one.id;
    }
    EXPECT_EQ(store.SubmittedIn(some).value(), expected) << seed;
    EXPECT_TRUE(store.SubmittedIn({})->empty());
  }
}

TEST_P(KeptStudy, LeavesOutWhatServesThoseWhoCode) {
  for (std::uint64_t seed = 0; seed < Rounds(10); ++seed) {
    model::Study study = Make(seed, static_cast<int>(seed % 5));
    ASSERT_TRUE(SaveTo(place, study, {}));
    core::NoProgress silent;
    for (model::Coding& coding : study.codings) {
      for (std::string* text : {&coding.prefix, &coding.suffix, &coding.hint, &coding.memo}) text->clear();
    }
    EXPECT_EQ(StudyStore::Open(place, OpenMode::kRead).value().LoadWithoutAnchors(silent).value(), study) << seed;
  }
}

TEST_P(KeptStudy, KeepsNumbersPastThirtyTwoBitsAndMissingOnes) {
  auto study = Make(3);
  ASSERT_FALSE(study.organisations.empty());
  model::LeadershipRecord record;
  record.organisation = study.organisations.front().id;
  record.as_of = *core::Date::Make(2010, 5);
  record.body = "members";
  study.leadership.assign(4, record);
  for (int i = 0; i < 4; ++i) study.leadership[static_cast<std::size_t>(i)].as_of = *core::Date::Make(2010, 5 + i);
  study.leadership[1].members = 1'000'000'000;
  model::Event event;
  event.number = 5'000'000'000;
  event.person = model::CoderId("ada");
  event.at = core::Moment::FromUnixSeconds(1'790'000'000);
  study.history = {event};
  study.leadership[2].members = 0;
  study.leadership[3].at_least = model::Bound{model::Bound::Kind::kShare, 0, {1, 2}, true};
  ASSERT_TRUE(SaveTo(place, study));
  const auto loaded = LoadFrom(place);
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(*loaded, study);
}

TEST_P(KeptStudy, ANewOneHoldsAnEmptyStudy) {
  { ASSERT_TRUE(StudyStore::Open(place, OpenMode::kCreateOrWrite)); }
  EXPECT_EQ(LoadFrom(place).value(), model::Study{});
}

TEST_P(KeptStudy, IsNotWrittenWhenNothingChanged) {
  const auto study = Make(7);
  EXPECT_TRUE(SaveTo(place, study).value().changed);
  const std::string before = in_a_file() ? folder.Bytes("study.cg") : "";
  const auto report = SaveTo(place, study).value();
  EXPECT_FALSE(report.changed);
  for (const auto& table : report.tables) EXPECT_EQ(table.added + table.removed + table.changed, 0) << table.table;
  EXPECT_EQ(Of(report, "documents").unchanged, std::ssize(study.documents));
  EXPECT_EQ(in_a_file() ? folder.Bytes("study.cg") : "", before);
}

TEST_P(KeptStudy, CountsWhatChanged) {
  auto study = MakeRich(11);
  ASSERT_TRUE(SaveTo(place, study));
  study.codings.erase(study.codings.begin());  // all others move up
  study.sources[1].title += " (mended)";
  study.chapters.push_back({model::ChapterId("zz-new"), "text"});
  std::swap(study.organisations.front(), study.organisations.back());
  const auto report = SaveTo(place, study).value();
  EXPECT_TRUE(report.changed);
  EXPECT_EQ(Of(report, "codings").removed, 1);
  EXPECT_EQ(Of(report, "codings").added, 0);
  EXPECT_EQ(Of(report, "codings").unchanged, std::ssize(study.codings));
  EXPECT_EQ(Of(report, "sources").changed, 1);
  EXPECT_EQ(Of(report, "chapters").added, 1);
  EXPECT_EQ(Of(report, "organisations").changed, 0);
  EXPECT_EQ(LoadFrom(place).value(), study);
}

TEST_P(KeptStudy, GoesFromAnyStudyToAnyOther) {
  for (std::uint64_t seed = 0; seed < Rounds(30); ++seed) {
    const auto saved = SaveTo(place, Make(seed, static_cast<int>((seed * 7) % 20)));
    ASSERT_TRUE(saved) << seed << ": " << saved.error().message;
    const auto next = Make(seed + 1000, static_cast<int>((seed * 5) % 20));
    ASSERT_TRUE(SaveTo(place, next)) << seed;
    const auto loaded = LoadFrom(place);
    ASSERT_TRUE(loaded) << seed << ": " << loaded.error().message;
    ASSERT_EQ(*loaded, next) << seed;
  }
}

TEST_P(KeptStudy, GivesCodingColumnsOfAcceptedCodings) {
  auto study = MakeRich(5);
  for (std::size_t i = 0; i < study.codings.size(); ++i) {
    study.codings[i].status = i % 3 == 0 ? model::CodingStatus::kDraft : model::CodingStatus::kAccepted;
  }
  ASSERT_TRUE(SaveTo(place, study));
  std::reverse(study.documents.begin(), study.documents.end());  // places differ from numbers now
  std::reverse(study.codebook.begin(), study.codebook.end());
  ASSERT_TRUE(SaveTo(place, study));

  core::NoProgress progress;
  const auto store = StudyStore::Open(place, OpenMode::kRead).value();
  const auto without = store.LoadWithoutText().value();
  auto expected_study = study;
  expected_study.codings.clear();
  expected_study.orphans.clear();
  expected_study.old_versions.clear();
  expected_study.memos.clear();
  expected_study.history.clear();
  expected_study.history_texts.clear();
  for (auto& document : expected_study.documents) {
    document.text.clear();
    document.parts.clear();
    document.original_hash.clear();
  }
  EXPECT_EQ(without, expected_study);

  const auto [columns, coders] = store.LoadCodingColumns(without, progress).value();
  std::size_t next = 0;
  for (const auto& coding : study.codings) {
    if (coding.status != model::CodingStatus::kAccepted) continue;
    const auto document = std::find_if(study.documents.begin(), study.documents.end(),
                                       [&](const auto& d) { return d.id == coding.document; });
    const bool in_a_case = std::any_of(study.cases.begin(), study.cases.end(),
                                       [&](const auto& c) { return c.organisation == document->organisation; });
    if (!in_a_case) continue;
    ASSERT_LT(next, columns.size());
    const auto& column = columns[next++];
    EXPECT_EQ(study.documents[column.document_index].id, coding.document);
    EXPECT_EQ(study.cases[column.case_index].organisation, document->organisation);
    EXPECT_EQ(study.codebook[column.code].id, coding.code);
    EXPECT_EQ(coders[column.coder], coding.coder);
    EXPECT_EQ((core::TextRange{column.start, column.end}), coding.range);
  }
  EXPECT_EQ(next, columns.size());
  EXPECT_TRUE(std::is_sorted(coders.begin(), coders.end()));
}

TEST_P(KeptStudy, RefusesWhatRefersToNothing) {
  const auto study = MakeRich(9);
  ASSERT_TRUE(SaveTo(place, study));
  auto bad_code = study;
  bad_code.codings.front().code = model::CodeId("no-such-code");
  auto bad_case = study;
  bad_case.cases.push_back({model::OrganisationId("nobody"), "", {}});
  auto twice = study;
  twice.sources.push_back(twice.sources.front());
  auto gone = study;
  gone.codebook.clear();
  for (const auto& bad : {bad_code, bad_case, twice, gone}) {
    const auto saved = SaveTo(place, bad);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ(saved.error().where, place.Shown());
    EXPECT_EQ(LoadFrom(place).value(), study);
  }
}

class StopAfter : public core::NoProgress {
 public:
  explicit StopAfter(int asked) : left_(asked) {}
  bool Cancelled() const override { return left_-- <= 0; }

 private:
  mutable int left_;
};

TEST_P(KeptStudy, KeepsTheOldStudyWhenStopped) {
  const auto study = Make(1, 10);
  ASSERT_TRUE(SaveTo(place, study));
  auto store = StudyStore::Open(place, OpenMode::kWrite).value();
  for (int asked = 0; asked < 15; ++asked) {
    StopAfter progress(asked);
    const auto saved = store.Save(Make(2, 12), {}, progress);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::kCancelled);
    EXPECT_EQ(LoadFrom(place).value(), study);
  }
  StopAfter at_once(0);
  EXPECT_EQ(store.Load(at_once).error().code, ErrorCode::kCancelled);
}

TEST_P(KeptStudy, OverwritesWhatIsRemoved) {
  auto study = Make(4, 10);
  ASSERT_FALSE(study.documents.empty());
  const std::string secret = "CANARY-of-a-withdrawn-case";
  study.documents.front().text += std::string(20'000, 'x') + secret;
  study.settings.frame_note = secret;
  ASSERT_TRUE(SaveTo(place, study));
  ASSERT_NE(Holding(secret), "");
  core::NoProgress progress;
  auto store = StudyStore::Open(place, OpenMode::kWrite).value();
  ASSERT_TRUE(store.Save(Make(4, 10), {}, progress));
  EXPECT_EQ(Holding(secret), "");  // of a file also its log, while the file is open
}

TEST_F(StudyFile, IsItsOwnersOnlyWhateverTheUmask) {
  const auto old_mask = umask(0);
  {
    auto store = StudyStore::Open(path, OpenMode::kCreateOrWrite).value();
    core::NoProgress progress;
    ASSERT_TRUE(store.Save(Make(2), {}, progress));
    std::map<std::string, unsigned> modes;
    for (const auto& [name, bytes] : folder.AllBytes()) {
      struct stat about {};
      ASSERT_EQ(stat((folder.path() / name).c_str(), &about), 0);
      modes[name] = about.st_mode & 0777;
    }
    EXPECT_THAT(modes,
                ::testing::ElementsAre(::testing::Pair("study.cg", 0600U), ::testing::Pair("study.cg-shm", 0600U),
                                       ::testing::Pair("study.cg-wal", 0600U)));
  }
  umask(old_mask);
}

TEST_F(StudyFile, MayLieAtAnAwkwardPath) {
  const auto awkward = folder.path() / "a 'b' \"c\" = d;e ?mode=memory#%41 ünï";
  std::filesystem::create_directories(awkward);
  ASSERT_TRUE(SaveTo(awkward / "s t=u.cg", Make(1)));
  EXPECT_EQ(LoadFrom(awkward / "s t=u.cg").value(), Make(1));
}

TEST_P(KeptStudy, KeepsOriginalsEncryptedAndForgetsThemWithTheirDocument) {
  constexpr KdfCost kCheap{1, 8192};
  auto study = MakeRich(5);
  const std::string original = "%PDF the very words of the original file";
  study.documents[0].original_hash = core::ContentHash(original);
  core::NoProgress progress;
  auto store = StudyStore::Open(place, OpenMode::kCreateOrWrite).value();
  EXPECT_FALSE(store.HasPassphrase().value());
  EXPECT_FALSE(store.Unlock("correct horse battery"));
  const StudyKey key = StudyKey::Make().value();
  const std::string wrapped = WrapKey(key, "correct horse battery", kCheap).value();
  const OriginalsToKeep keep{key, wrapped, [&](const model::Document&) { return core::Result<std::string>(original); }};
  for (auto& document : study.documents) {
    if (&document != &study.documents[0]) document.original_hash.clear();
  }
  ASSERT_TRUE(store.Save(study, {}, progress, &keep));
  ASSERT_EQ(store.Originals().value().size(), 1U);
  EXPECT_EQ(Holding("the very words"), "");
  const auto id = study.documents[0].id;
  EXPECT_EQ(store.OpenOriginal(store.Unlock("correct horse battery").value(), id).value(), original);
  // Who keeps the first file at the same moment, under another key, is told so; no key is lost.
  const StudyKey late = StudyKey::Make().value();
  const OriginalsToKeep too_late{late, WrapKey(late, "another good passphrase", kCheap).value(), keep.read};
  const auto refused = store.Save(study, {}, progress, &too_late);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, core::ErrorCode::kConflict);
  EXPECT_EQ(store.OpenOriginal(store.Unlock("correct horse battery").value(), id).value(), original);
  ASSERT_TRUE(store.ChangePassphrase(key, "another passphrase", kCheap));
  EXPECT_FALSE(store.Unlock("correct horse battery"));
  EXPECT_EQ(Holding(wrapped), "");
  EXPECT_EQ(store.OpenOriginal(store.Unlock("another passphrase").value(), id).value(), original);
  // The next version: the older original goes with the older text, unless that is kept.
  study.old_versions.push_back({id, study.documents[0].version, study.documents[0].text});
  ++study.documents[0].version;
  ASSERT_TRUE(store.Save(study, {}, progress));
  EXPECT_EQ(store.Originals().value().size(), 1U);
  std::erase_if(study.old_versions, [&](const auto& old) { return old.document == id; });
  ASSERT_TRUE(store.Save(study, {}, progress));
  EXPECT_TRUE(store.Originals().value().empty());
}

}  // namespace
}  // namespace commonground::store
