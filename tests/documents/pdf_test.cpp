// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// PDFs made by hand: headings, letters that are not what they say, and many pages.
#include <gmock/gmock.h>
#include <sys/resource.h>

#include <algorithm>

#include "documents/pdf_testutil.h"
#include "ingest/documents/convert.h"
#include "ingest/sandbox/sandbox.h"

namespace commonground::ingest {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

core::Result<CanonicalDocument> Read(const std::string& pdf, core::Progress& progress,
                                     const WrittenIn& written_in = {}) {
  return Converter(CG_PARSER_PROGRAM).Convert("a.pdf", pdf, written_in, progress);
}
core::Result<CanonicalDocument> Read(const std::string& pdf, const WrittenIn& written_in = {}) {
  core::NoProgress silent;
  return Read(pdf, silent, written_in);
}

PdfPage Paragraphs(int number) {
  PdfPage page;
  page.lines = {
      {60, 760, 11, fmt::format("The meeting of week {} was in the kitchen of one of the members, and", number)},
      {60, 746, 11, "everybody who had come to it said what had happened to them in the street"},
      {60, 732, 11, fmt::format("since the meeting before. Police were seen {} times near the clinic.", number)}};
  return page;
}

// Not by a matcher: it would show all of a long text.
bool Has(const CanonicalDocument& document, std::string_view words) {
  return document.text.find(words) != std::string::npos;
}

std::vector<std::string> HeadingsOf(const CanonicalDocument& document) {
  std::vector<std::string> headings;
  const core::TextIndex index(document.text);
  for (const auto& part : document.parts) {
    if (part.kind == model::PartKind::kHeading) headings.push_back(std::string(*index.Slice(part.range)));
  }
  return headings;
}

TEST(Pdf, HasHeadingsByTheWeightOfTheirLetters) {
  PdfPage page = Paragraphs(3);
  page.lines.insert(page.lines.begin(), {60, 775, 11, "How the group began", true});
  page.lines.push_back({60, 700, 11, "2.1 The clinic", false});
  for (const PdfLine& line : Paragraphs(4).lines) page.lines.push_back({60, line.y - 75, 11, line.text});
  const auto document = Read(MakePdf({page}));
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_THAT(HeadingsOf(*document), ElementsAre("How the group began", "2.1 The clinic"));
}

TEST(Pdf, WhoseLettersAreOthersIsReadAsAPicture) {
  PdfPage good = Paragraphs(1);
  for (const unsigned first : {0xE020U, 0x0003U, 0x2460U}) {
    const auto document = Read(MakePdf({good, Paragraphs(2)}, first));
    ASSERT_TRUE(document) << first << document.error().message;
    EXPECT_THAT(document->text, HasSubstr("was in the kitchen of one of the members")) << first;
    EXPECT_THAT(document->notices, Contains(HasSubstr("does not say which they are (page 1, 2)"))) << first;
    EXPECT_THAT(document->read_in, ElementsAre("en"));
  }
  const auto right = Read(MakePdf({good}, 0x0020U));
  ASSERT_TRUE(right) << right.error().message;
  EXPECT_THAT(right->notices, IsEmpty());
  EXPECT_THAT(right->read_in, IsEmpty());
}

class Shown : public core::Progress {
 public:
  void Begin(std::string_view, std::int64_t) override {}
  void Advance(std::int64_t done) override { steps.push_back(done); }
  void End() override {}
  bool Cancelled() const override { return std::ssize(steps) >= stop_after; }
  std::vector<std::int64_t> steps;
  std::int64_t stop_after = 1'000'000;
};

TEST(PdfSlow, Of900PagesIsReadInSlices) {
  std::vector<PdfPage> pages;
  for (int number = 1; number <= 900; ++number) {
    PdfPage page = Paragraphs(number);
    page.lines.push_back({60, 800, 9, "Report of the house"});
    for (int line = 0; line < 36; ++line) {
      page.lines.push_back({60, 700.0 - 14 * line, 11,
                            fmt::format("On line {} of page {} it says what was seen on that day by", line, number)});
    }
    pages.push_back(page);
  }
  Shown shown;
  const auto document = Read(MakePdf(pages), shown);
  ASSERT_TRUE(document) << document.error().message;
  for (const int number : {1, 100, 101, 450, 900}) {
    EXPECT_TRUE(Has(*document, fmt::format("The meeting of week {} was", number))) << number;
    EXPECT_TRUE(Has(*document, fmt::format("On line 35 of page {} it", number))) << number;
  }
  EXPECT_FALSE(Has(*document, "Report of the house"));  // known as a header over all slices
  EXPECT_EQ(document->parts.back().page, 900);
  EXPECT_TRUE(std::ranges::is_sorted(document->parts, {}, &model::Part::page));
  EXPECT_EQ(shown.steps.back(), 900);
  rusage used{};
  getrusage(RUSAGE_CHILDREN, &used);
  EXPECT_LT(used.ru_maxrss, 1'000'000);  // KB, of the largest process
  shown = {};
  shown.stop_after = 2;
  EXPECT_EQ(Read(MakePdf(pages), shown).error().code, core::ErrorCode::kCancelled);
}

TEST(PdfSlow, OfAHundredPicturesIsReadPageByPage) {
  std::vector<PdfPage> pages;
  for (int number = 1; number <= 100; ++number) {
    pages.push_back({{{10, 60, 14, fmt::format("Nobody asked us on day {} at all", number)},
                      {10, 40, 14, "and all of us went home in the end."},
                      {10, 20, 14, "Then we wrote it down in the book."}},
                     270,
                     90});
  }
  Shown shown;
  const auto document = Read(MakePdf(pages, 0xE020U), shown);
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_TRUE(Has(*document, "Nobody asked us on day 100 at all"));
  EXPECT_EQ(document->parts.back().page, 100);
  EXPECT_EQ(shown.steps.size(), 100U);
  pages.push_back(pages.back());
  EXPECT_THAT(Read(MakePdf(pages, 0xE020U)).error().message, HasSubstr("at most 100"));
}

}  // namespace
}  // namespace commonground::ingest
