// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every way to break a rule, written to a folder and read again: the problem stands at its file, line and column, in
// the words of rules/.  Without a folder: src/rules/check_test.cpp.
#include "ingest/folder/rule_problems.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "broken_studies/broken_studies.h"
#include "ingest/folder/folder_testutil.h"
#include "ingest/folder/kind_files.h"

namespace commonground::ingest {
namespace {

using broken_studies::Breakage;
using rules::Kind;

FolderRead ReadToday(const Files& files) {
  const TemporaryFolder folder;
  folder.Put(files);
  ReadOptions options;
  options.today = *core::Date::Parse("2026-06-01");
  core::NoProgress progress;
  auto read = ReadFolder(folder.path(), options, progress);
  EXPECT_TRUE(read);
  return read ? std::move(*read) : FolderRead{};
}

std::string Line(const std::string& text, int number) {
  std::size_t begin = 0;
  for (int line = 1; line < number && begin != std::string::npos; ++line) {
    begin = text.find('\n', begin);
    if (begin != std::string::npos) ++begin;
  }
  return begin == std::string::npos ? std::string() : text.substr(begin, text.find('\n', begin) - begin);
}

// What a person sees for a field, and what stands in its line of the file; a table's lines are counted.
struct Expected {
  std::string file;
  std::string column;
  std::string in_line;  // empty: the whole file is meant
};

Expected Expect(const Breakage& broken, const model::Study& study, std::size_t index) {
  const std::string& field = broken.field;
  const std::string id = rules::IdOf(study, broken.kind, index);
  const std::string cited = field == "text" ? "[" : "";
  switch (broken.kind) {
    case Kind::kSettings: {
      const std::string section = field == "language" || field == "reference_date" ? "study." : "verification.";
      const std::string key = field == "frame_sources" ? "frame.sources" : section + field;
      return {"study.toml", key, key.substr(key.rfind('.') + 1)};
    }
    case Kind::kRegion:
      return {"study.toml", "frame.region." + field, "[[frame.region]]"};
    case Kind::kLegalModelRule:
      return {"legal_model.toml", "rule." + field, "[[rule]]"};
    case Kind::kDefinition:
      return {"definitions/" + id + ".toml", field, field};
    case Kind::kFinding:
      return {"findings/" + id + ".md", cited.empty() ? field : "", cited.empty() ? field : cited};
    case Kind::kChapter:
      return {"report/" + id + ".md", "", cited};
    case Kind::kCaseStudy:
      return {"case-studies/" + id, "", ""};
    case Kind::kOldVersion:
      return {"case-studies/lamp/story.md.v3.txt", "", ""};
    case Kind::kDocument:
      if (!cited.empty()) return {"case-studies/" + id, "", cited};
      return {"case-studies/lamp/meta.toml", "document." + field, "[[document]]"};
    default:
      return {std::string(FileOf(broken.kind)), field, ""};
  }
}

TEST(RuleProblems, AValidStudyHasNone) {
  const FolderRead read = ReadToday(Written(broken_studies::Valid(), CsvStyle::kRaw));
  EXPECT_EQ(DescribeAll(read.problems), "");
}

TEST(RuleProblems, EveryBreakageStandsAtItsFileLineAndColumn) {
  for (const Breakage& broken : broken_studies::Breakages()) {
    if (broken.seen == Breakage::Seen::kNotInFolder) continue;
    SCOPED_TRACE(std::string(rules::NameOf(broken.kind)) + ": " + broken.field + ": " + broken.message);
    model::Study study = broken_studies::Valid();
    std::size_t index = broken.breaks(study);
    // With another thing at fault: the slot, the partner, the fact, the deepest code.
    if (broken.seen == Breakage::Seen::kNotAlone) index = broken.kind == Kind::kCode ? study.codebook.size() - 1 : 0;
    const Files files = Written(study, CsvStyle::kRaw);
    const FolderRead read = ReadToday(files);
    const Expected expected = Expect(broken, study, index);
    const std::string message = broken.message.substr(0, broken.message.find("{1}"));
    const auto found = std::ranges::find_if(read.problems, [&](const core::Problem& problem) {
      return problem.file == expected.file && problem.column == expected.column && problem.message.starts_with(message);
    });
    ASSERT_NE(found, read.problems.end()) << DescribeAll(read.problems);
    EXPECT_EQ(found->message.find('{'), std::string::npos) << found->message;
    EXPECT_EQ(found->fix.find('{'), std::string::npos) << found->fix;
    if (expected.file.ends_with(".csv")) {
      EXPECT_EQ(found->line, static_cast<int>(index) + 2) << DescribeAll(read.problems);
    } else if (expected.in_line.empty() || files.at(expected.file).find(expected.in_line) == std::string::npos) {
      EXPECT_EQ(found->line, 0) << DescribeAll(read.problems);
    } else {
      const std::string line = Line(files.at(expected.file), found->line);  // of the thing, or of the key itself
      EXPECT_TRUE(line.find(expected.in_line) != std::string::npos || line.starts_with(broken.field + " = "))
          << DescribeAll(read.problems);
    }
  }
}

// What no rule of the study says: two rows of one key, and the words for it.
TEST(RuleProblems, TheReaderOfTablesSaysTheSameOfKeys) {
  for (const Breakage& broken : broken_studies::Breakages()) {
    if (!broken.message.starts_with("was in")) continue;
    model::Study study = broken_studies::Valid();
    broken.breaks(study);
    const FolderRead read = ReadToday(Written(study, CsvStyle::kRaw));
    const auto found = std::ranges::find_if(read.problems, [&](const core::Problem& problem) {
      return problem.file == FileOf(broken.kind) && problem.column == broken.field &&
             problem.message == "was in line 2 already";
    });
    EXPECT_NE(found, read.problems.end()) << broken.field << "\n" << DescribeAll(read.problems);
  }
}

}  // namespace
}  // namespace commonground::ingest
