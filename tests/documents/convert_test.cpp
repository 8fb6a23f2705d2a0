// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every format through the sandbox, against the text that a person sees in it: tests/cases/documents/NAME and
// NAME.expected.txt.  UPDATE_GOLDEN=1 rewrites the expected texts; look at the difference.
#include "ingest/documents/convert.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

#include "core/files.h"

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

}  // namespace
}  // namespace commonground::ingest
