// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every format through the sandbox, against the text that a person sees in it: tests/cases/documents/NAME and
// NAME.expected.txt.  UPDATE_GOLDEN=1 rewrites the expected texts; look at the difference.
#include "ingest/documents/convert.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>

#include "core/files.h"
#include "core/text_range.h"
#include "ingest/documents/bare_picture.h"

namespace commonground::ingest {
namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(CG_SOURCE_DIR) / "tests/cases/documents";

core::Result<CanonicalDocument> Convert(const std::string& name, std::string_view bytes,
                                        const WrittenIn& written_in = {"en"}) {
  core::NoProgress silent;
  return Converter(CG_PARSER_PROGRAM).Convert(name, bytes, written_in, silent);
}

std::string Shown(const CanonicalDocument& document) {
  std::string shown;
  const core::TextIndex index(document.text);
  for (const auto& part : document.parts) {
    shown += fmt::format("[{}{}{}] {}\n", model::Word(part.kind), part.level > 0 ? fmt::format(" {}", part.level) : "",
                         part.page > 0 ? fmt::format(", page {}", part.page) : "", *index.Slice(part.range));
  }
  for (const auto& removed : document.removed) shown += "not taken over: " + removed + "\n";
  for (const auto& notice : document.notices) shown += "notice: " + notice + "\n";
  return shown;
}

std::vector<std::string> Names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kCases)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".txt") && !name.ends_with(".md")) names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

class EveryFormat : public testing::TestWithParam<std::string> {};

TEST_P(EveryFormat, BecomesTheTextThatAPersonSees) {
  const auto bytes = core::ReadFile(kCases / GetParam(), 25'000'000).value();
  const auto document = Convert(GetParam(), bytes);
  const std::string shown = document ? Shown(*document) : "refused: " + document.error().message + "\n";
  const fs::path expected = kCases / (GetParam() + ".expected.txt");
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    ASSERT_TRUE(core::WriteFile(expected, shown));
  }
  EXPECT_EQ(shown, core::ReadFile(expected, 1'000'000).value_or(""));
}

INSTANTIATE_TEST_SUITE_P(Of, EveryFormat, testing::ValuesIn(Names()), [](const auto& chosen) {
  std::string name = chosen.param;
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
});

TEST(Convert, TellsAFileByItsNameAndByItsBytes) {
  for (const char* name : {"a.docx", "a.odt", "a.epub", "a.pdf", "a.rtf", "a.png", "a.jpg", "a.tif"}) {
    EXPECT_FALSE(Convert(name, "just words")) << name;
    EXPECT_FALSE(Convert(name, "")) << name;
  }
  EXPECT_FALSE(Convert("a.exe", "MZ"));
  EXPECT_FALSE(Convert("a.html", "no tag at all"));
}

TEST(Convert, TakesOutWhatTurnsWritingRound) {
  const auto document = Convert("a.html", "<p>abc \u202Etxt.exe\u202C def</p><p>\u00AD</p>");
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->text, "abc txt.exe def\n");
  EXPECT_EQ(document->notices.size(), 1U);
}

std::set<std::string> WordsIn(const std::string& text) {
  std::set<std::string> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) {
    if (word.size() > 3) words.insert(word);
  }
  return words;
}

// What is drawn is read again: the words of the page are on its picture.
TEST(DrawPage, ShowsWhatTheTextSays) {
  core::NoProgress silent;
  const Converter converter(CG_PARSER_PROGRAM);
  for (const char* name : {"running-heads-two-columns.pdf", "page-photographed.jpg", "upside-down.png"}) {
    const auto bytes = core::ReadFile(kCases / name, 25'000'000).value();
    const auto page = converter.DrawPage(name, bytes, 1, silent);
    ASSERT_TRUE(page) << name << ": " << page.error().message;
    EXPECT_TRUE(IsBarePicture(*page)) << name;
    EXPECT_LT(page->size(), 1'500'000U) << name;
    const auto read = Convert("drawn.jpg", *page);
    ASSERT_TRUE(read) << name << ": " << read.error().message;
    const std::set<std::string> seen = WordsIn(read->text);
    const auto text = Convert(name, bytes);
    ASSERT_TRUE(text) << name;
    std::string of_page;
    const core::TextIndex index(text->text);
    for (const auto& part : text->parts) {
      if (part.page <= 1) of_page += std::string(*index.Slice(part.range)) + "\n";
    }
    const std::set<std::string> words = WordsIn(of_page);
    const auto found = std::ranges::count_if(words, [&](const auto& word) { return seen.contains(word); });
    EXPECT_GE(found * 10, std::ssize(words) * 8) << name << ":\n" << read->text;
  }
}

TEST(DrawPage, RefusesWhatIsNoPage) {
  core::NoProgress silent;
  const Converter converter(CG_PARSER_PROGRAM);
  const auto pdf = core::ReadFile(kCases / "running-heads-two-columns.pdf", 25'000'000).value();
  const auto photograph = core::ReadFile(kCases / "page-photographed.jpg", 25'000'000).value();
  for (const int page : {-1, 0, 1'000, 2'000'000'000}) {
    EXPECT_FALSE(converter.DrawPage("a.pdf", pdf, page, silent)) << page;
    EXPECT_FALSE(converter.DrawPage("a.jpg", photograph, page, silent)) << page;
  }
  EXPECT_FALSE(converter.DrawPage("a.jpg", photograph, 2, silent));
  for (const char* name : {"house.docx", "house.html", "house.epub", "house.odt", "house.rtf"}) {
    const auto bytes = core::ReadFile(kCases / name, 25'000'000).value();
    EXPECT_FALSE(converter.DrawPage(name, bytes, 1, silent)) << name;
  }
  EXPECT_FALSE(converter.DrawPage("a.pdf", pdf.substr(0, pdf.size() / 3), 1, silent));
  EXPECT_FALSE(converter.DrawPage("a.jpg", photograph.substr(0, 200), 1, silent));
  EXPECT_FALSE(converter.DrawPage("a.pdf", "", 1, silent));
  EXPECT_FALSE(converter.DrawPage("a.txt", "words", 1, silent));
}

}  // namespace
}  // namespace commonground::ingest
