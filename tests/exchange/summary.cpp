// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sums a study up, for comparing what came through.

#include "summary.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "coding/exchange/merge.h"
#include "coding/exchange/read_refi.h"
#include "coding/exchange/tables.h"
#include "core/files.h"
#include "ingest/exchange/open_project.h"
#include "model/guids.h"

namespace commonground::exchange_test {

namespace fs = std::filesystem;

namespace {

std::string OneLine(std::string text) {
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) text.replace(at, 1, "\\n");
  constexpr std::size_t kMax = 300;
  if (text.size() > kMax) text = text.substr(0, kMax) + "...";
  return text;
}

// What must hold of every study that is made of a stranger's file.
void CheckStudy(const model::Study& study) {
  std::set<std::string> ids;
  for (const auto& document : study.documents) {
    EXPECT_TRUE(model::IsValidDocumentId(document.id.value)) << document.id.value;
    EXPECT_TRUE(ids.insert(document.id.value).second);
  }
  std::set<std::string> codes;
  for (const auto& code : study.codebook) {
    EXPECT_TRUE(model::IsValidId(code.id.value)) << code.id.value;
    EXPECT_FALSE(code.label.empty());
    EXPECT_TRUE(!code.parent || codes.contains(code.parent->value)) << "a parent stands before its children";
    EXPECT_TRUE(codes.insert(code.id.value).second);
  }
  std::set<std::string> codings;
  for (const auto& coding : study.codings) {
    EXPECT_TRUE(codings.insert(model::IdOf(coding).value).second);
    EXPECT_TRUE(codes.contains(coding.code.value));
    EXPECT_TRUE(ids.contains(coding.document.value));
    EXPECT_TRUE(model::IsValidId(coding.coder.value));
    EXPECT_FALSE(coding.exact.empty());
  }
  std::set<std::string> memos;
  for (const auto& memo : study.memos) EXPECT_TRUE(memos.insert(memo.id.value).second) << memo.text;
}

std::string Study(const coding::Merged& merged) {
  const model::Study& study = merged.study;
  std::string out;
  for (const auto& code : study.codebook) {
    out += fmt::format("code {} | {} | in {} | {} | {} | {} | include {} | exclude {}\n", code.id.value, code.label,
                       code.parent ? code.parent->value : "-", model::Word(code.kind), code.colour,
                       OneLine(code.definition), OneLine(code.include), OneLine(code.exclude));
  }
  for (const auto& document : study.documents) {
    out += fmt::format("document {} | {} | {}\n", document.id.value, document.title, OneLine(document.text));
  }
  for (const auto& one : study.organisations) {
    if (!one.country && !one.region && one.languages.empty()) continue;
    out += fmt::format("fields of {}: country {} | region {} | languages {}\n", one.id.value,
                       one.country ? one.country->value : "-", one.region ? one.region->value : "-",
                       fmt::join(one.languages, " "));
  }
  for (const auto& one : study.documents) {
    if (!one.date && one.language == study.settings.language) continue;
    out += fmt::format("fields of {}: language {} | kind {} | date {}\n", one.id.value, one.language,
                       model::Word(one.kind), one.date ? one.date->Text() : "-");
  }
  for (const auto& coding : study.codings) {
    out += fmt::format("coding {} {}-{} \"{}\" | {} | {} | {} | {} | memo {}{}\n", coding.document.value,
                       coding.range.start, coding.range.end, OneLine(coding.exact), coding.code.value,
                       coding.coder.value, coding.at ? coding.at->Text() : "no time", model::Word(coding.status),
                       OneLine(coding.memo), coding.hint.empty() ? "" : " | " + coding.hint);
  }
  for (const auto& memo : study.memos) {
    const bool is_coding = memo.about == model::MemoSubject::kCoding;
    out += fmt::format("memo {} {} | {} | {} | {}\n", model::Word(memo.about),
                       is_coding ? (memo.document ? memo.document->value : "?") : memo.subject, model::Word(memo.kind),
                       memo.coder.value, OneLine(memo.text));
  }
  return out;
}

}  // namespace

std::string SummaryOf(const fs::path& file) {
  core::NoProgress silent;
  const ingest::ProjectOpener opener(CG_PARSER_PROGRAM);
  const auto bytes = core::ReadFile(file, 200'000'000);
  auto opened = opener.Open(file.filename().string(), bytes.value(), silent);
  const auto refused = [](const core::Error& error) {
    EXPECT_EQ(error.code, core::ErrorCode::kInvalidInput) << error.message;
    EXPECT_NE(error.message.find("Fix: "), std::string::npos) << error.message;
    return "refused: " + OneLine(error.message) + "\n";
  };
  if (!opened) return refused(opened.error());
  auto imported = opened->format == model::ProjectFormat::kTables ? coding::ReadTables(*opened, {})
                                                                  : coding::ReadRefi(*opened, std::nullopt);
  if (!imported) return refused(imported.error());
  std::string out = fmt::format("places {} ({}){}\n", coding::Name(imported->offsets.reading), imported->offsets.why,
                                imported->offsets.is_sure ? "" : ": a person is asked");
  for (const auto& sample : imported->offsets.samples) {
    if (!imported->offsets.is_sure) out += fmt::format("  {}: \"{}\"\n", coding::Name(sample.reading), sample.words);
  }
  const auto merged = coding::Merge({}, *imported, {});
  CheckStudy(merged.study);
  const auto again = coding::Merge(merged.study, *imported, {});
  EXPECT_EQ(again.study, merged.study) << "a second import changes nothing: " << file;
  for (const auto& one : merged.coders) {
    out += fmt::format("coder {} | {} | {} codings, {} on passages of others\n", one.coder.value, one.user, one.codings,
                       one.other_passages);
  }
  out += Study(merged);
  for (const auto& line : merged.report.lines())
    out += fmt::format("report {} x {}: {}\n", line.count, line.what, line.became);
  return out;
}

MadeFiles::MadeFiles(const char* script) {
  std::string name = (fs::temp_directory_path() / "exchange-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) std::abort();
  path_ = name;
  const std::string command = std::string("python3 '") + CG_SOURCE_DIR + "/tests/exchange/" + script + "' '" +
                              (path_ / "files").string() + "' >/dev/null";
  made_ = std::system(command.c_str()) == 0;
  path_ /= "files";
}

MadeFiles::~MadeFiles() {
  fs::remove_all(path_.parent_path());
}

void ExpectGolden(const std::string& name, const std::string& text) {
  const fs::path golden = fs::path(CG_SOURCE_DIR) / "tests/cases/exchange" / name;
  const char* update = std::getenv("UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    ASSERT_TRUE(core::WriteFile(golden, text));
    return;
  }
  const auto expected = core::ReadFile(golden, 10'000'000);
  ASSERT_TRUE(expected) << name << ": run once with UPDATE_GOLDEN=1, and review what it writes";
  EXPECT_EQ(text, *expected) << name;
}

}  // namespace commonground::exchange_test
