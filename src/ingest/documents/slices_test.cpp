// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests that long scans and documents are read in slices of pages, and what of them is said.

#include "ingest/documents/slices.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <set>

namespace commonground::ingest {
namespace {

using parser::Block;
using parser::Parsed;
using parser::ParseOptions;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Shown : public core::Progress {
 public:
  void Begin(std::string_view, std::int64_t all) override { total = all; }
  void Advance(std::int64_t now) override { done = now; }
  void End() override {}
  bool Cancelled() const override { return done >= stop_at; }
  std::int64_t total = 0;
  std::int64_t done = 0;
  std::int64_t stop_at = 1'000'000;
};

// A file with so many pages, of which some make their reader stop.
struct Fake {
  int count = 1;
  std::set<int> bad = {};
  std::vector<int> pictures = {};  // of a PDF
  std::set<int> blank = {};
  std::vector<std::string> asked = {};

  core::Result<Parsed> Answer(std::string_view kind, std::string_view bytes, const ParseOptions& wishes) {
    asked.push_back(fmt::format("{} {}-{}", kind, wishes.pages.first, wishes.pages.last));
    Parsed parsed;
    if (kind == "pdf-words") {
      for (const char page : bytes) parsed.blocks.push_back({{}, 0, page, std::nullopt, "text"});
      return parsed;
    }
    parsed.pages = count;
    if (kind == "pdf" && wishes.pages.last == 0) {
      parsed.unread_pages = count > parser::kMaxPagesAtOnce ? std::vector<int>() : pictures;
      return parsed;
    }
    for (int page = wishes.pages.first; page <= std::min(wishes.pages.last, count); ++page) {
      if (bad.contains(page)) return core::Fail(core::ErrorCode::kInvalidInput, "it stopped");
      if (kind == "pdf") {
        parsed.words += static_cast<char>(page);
        if (std::ranges::find(pictures, page) != pictures.end()) parsed.unread_pages.push_back(page);
      } else if (!blank.contains(page)) {
        parsed.blocks.push_back({{}, 0, page, 90, fmt::format("page {}", page)});
        parsed.read_in = {"th"};
      }
    }
    return parsed;
  }
  AskParser Ask() {
    return [this](auto kind, auto bytes, const auto& wishes) { return Answer(kind, bytes, wishes); };
  }
};

std::vector<int> PagesOf(const Parsed& parsed) {
  std::vector<int> pages;
  for (const Block& block : parsed.blocks) pages.push_back(block.page);
  return pages;
}

TEST(ReadScan, AsksForOnePageAfterAnotherAndSaysHowFarItIs) {
  Fake file{4};
  Shown shown;
  const auto parsed = ReadScan("II*", {}, file.Ask(), shown);
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_THAT(PagesOf(*parsed), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(file.asked, ElementsAre("scan 1-1", "scan 2-2", "scan 3-3", "scan 4-4"));
  EXPECT_THAT(parsed->read_in, ElementsAre("th"));
  EXPECT_EQ(shown.total, 4);
  EXPECT_EQ(shown.done, 4);
  EXPECT_THAT(parsed->notices, IsEmpty());
}

TEST(ReadScan, NamesThePagesThatItCannotRead) {
  for (const std::set<int>& bad : {std::set<int>{2}, std::set<int>{1, 3}, std::set<int>{4}}) {
    Fake file{4, bad};
    Shown shown;
    const auto parsed = ReadScan("MM", {}, file.Ask(), shown);
    ASSERT_TRUE(parsed) << parsed.error().message;
    EXPECT_EQ(parsed->blocks.size(), 4 - bad.size());
    ASSERT_EQ(parsed->notices.size(), 1U);
    EXPECT_THAT(parsed->notices[0], HasSubstr(fmt::format("{} could not be read", fmt::join(bad, ", "))));
  }
  Fake nothing{2, {1, 2}};
  Shown shown;
  EXPECT_EQ(ReadScan("II*", {}, nothing.Ask(), shown).error().message, "it stopped");
  // Another picture has one page: nobody looks for a second.
  Fake damaged{1, {1}};
  EXPECT_FALSE(ReadScan("\x89PNG", {}, damaged.Ask(), shown));
  EXPECT_EQ(damaged.asked.size(), 1U);
}

TEST(ReadScan, NamesPagesWithoutWords) {
  Fake file{5};
  file.blank = {2, 4, 5};
  Shown shown;
  const auto parsed = ReadScan("II*", {}, file.Ask(), shown);
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_THAT(parsed->notices, ElementsAre("No words were found on pages 2, 4, 5."));
}

TEST(ReadScan, StopsBetweenTwoPages) {
  Fake file{50};
  Shown shown;
  shown.stop_at = 3;
  EXPECT_EQ(ReadScan("II*", {}, file.Ask(), shown).error().code, core::ErrorCode::kCancelled);
  EXPECT_EQ(file.asked.size(), 3U);
}

TEST(ReadPdf, ReadsAShortOneAtOnceAndItsPicturesOneByOne) {
  Fake file{5, {4}, {2, 4, 5}};
  Shown shown;
  const auto parsed = ReadPdf("%PDF", {}, file.Ask(), shown);
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_THAT(file.asked, ElementsAre("pdf 1-0", "pdf-pictures 2-2", "pdf-pictures 4-4", "pdf-pictures 5-5"));
  EXPECT_THAT(PagesOf(*parsed), ElementsAre(2, 5));
  EXPECT_THAT(parsed->notices, ElementsAre(HasSubstr("Page 4 could not be read")));
}

TEST(ReadPdf, FindsThePageInALongOneThatCannotBeRead) {
  Fake file{120, {77}, {3}};
  Shown shown;
  const auto parsed = ReadPdf("%PDF", {}, file.Ask(), shown);
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_EQ(parsed->blocks.size(), 120U);  // one of them a picture, and none of page 77
  EXPECT_TRUE(std::ranges::is_sorted(PagesOf(*parsed)));
  EXPECT_THAT(parsed->notices, ElementsAre(HasSubstr("Page 77 could not be read")));
  EXPECT_LT(file.asked.size(), 25U);
}

TEST(ReadPdf, GivesUpOnOneThatIsBadAllOver) {
  Fake file{120, {}, {}};
  for (int page = 1; page <= 120; ++page) file.bad.insert(page);
  Shown shown;
  EXPECT_EQ(ReadPdf("%PDF", {}, file.Ask(), shown).error().message, "it stopped");
  EXPECT_LT(file.asked.size(), 60U);
}

TEST(ReadPdf, RefusesMorePicturesThanItReads) {
  Fake file{120};
  for (int page = 1; page <= 101; ++page) file.pictures.push_back(page);
  Shown shown;
  EXPECT_THAT(ReadPdf("%PDF", {}, file.Ask(), shown).error().message, HasSubstr("at most 100"));
}

}  // namespace
}  // namespace commonground::ingest
