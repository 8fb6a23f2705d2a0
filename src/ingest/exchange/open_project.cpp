// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Has a project of another program read in the sandbox.

#include "ingest/exchange/open_project.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/small_ascii.h"
#include "ingest/documents/convert.h"
#include "ingest/exchange/project_frame.h"
#include "ingest/folder/csv_file.h"
#include "ingest/folder/table_bytes.h"
#include "ingest/folder/values.h"
#include "ingest/sandbox/sandbox.h"

namespace commonground::ingest {

using core::ErrorCode;

namespace {

struct Kind {
  std::string_view ending;
  std::string_view parser;  // empty: CSV, which needs no sandbox
  std::string_view begins;  // the file's first bytes; empty: anything
};

constexpr std::size_t kMaxRows = 500'000;  // of a table; each takes about 1 KB

constexpr std::array kKinds{Kind{".qdpx", "project", "PK\3\4"},
                            Kind{".zip", "project", "PK\3\4"},
                            Kind{".qde", "description", ""},
                            Kind{".qdc", "codebook", ""},
                            Kind{".xlsx", "sheet", "PK\3\4"},
                            Kind{".sqlite3", "database", "SQLite format 3"},
                            Kind{".sqlite", "database", "SQLite format 3"},
                            Kind{".db", "database", "SQLite format 3"},
                            Kind{".qda", "database", "SQLite format 3"},
                            Kind{".csv", "", ""},
                            Kind{".txt", "", ""}};

// A fix that speaks of word processors belongs to documents.
std::string ForProjects(std::string message) {
  static constexpr std::string_view kOfDocuments = "open it in a word processor and save it again";
  if (const std::size_t at = message.find(kOfDocuments); at != std::string::npos) {
    message.replace(at, kOfDocuments.size(),
                    "export it again from the program it was made with, without audio and video");
  }
  return message;
}

// A title, a line of eight =, then names and memos in the language of whoever exported (QualCoder, codebook.py).  Its
// memos are of any number of lines and can look like codes, so it cannot be read for sure.
bool IsCodebookForPeople(std::string_view bytes) {
  constexpr std::size_t kLongestTitle = 1000;
  const std::size_t at = bytes.substr(0, kLongestTitle).find("\n========");
  if (at == std::string_view::npos) return false;
  const std::string_view rest = bytes.substr(at + 9);
  return rest.empty() || rest.front() == '\r' || rest.front() == '\n';
}

core::Result<model::ProjectFile> FromCsv(std::string_view file_name, std::string_view bytes) {
  if (IsCodebookForPeople(bytes)) {
    return core::Fail(
        ErrorCode::kInvalidInput,
        "this is QualCoder's codebook as text: for people, in whatever language, and a memo in it can look "
        "like a code. Fix: export the codebook (.qdc) or the project (.qdpx) as REFI-QDA from "
        "QualCoder, or give data.qda from the project's folder");
  }
  std::vector<core::Problem> problems;
  const SourceLocation spot{&problems, file_name, 0, {}};
  const auto text = TableText(std::string(bytes), spot);
  if (!text) return core::Fail(ErrorCode::kInvalidInput, core::Describe(problems.back()));
  model::ProjectFile file;
  file.format = model::ProjectFormat::kTables;
  file.root.name = "tables";
  model::Element& table = file.root.children.emplace_back();
  table.name = "table";
  table.attributes = {{"name", std::string(file_name)}};
  const auto on_row = [&](CsvRow& row) {
    while (!row.cells.empty() && Trimmed(row.cells.back()).empty()) row.cells.pop_back();
    if (row.cells.empty()) return true;
    model::Element& element = table.children.emplace_back();
    element.name = "row";
    for (std::string& cell : row.cells) element.children.push_back({"cell", {}, std::move(cell), {}});
    return table.children.size() <= kMaxRows;
  };
  const CsvDialect dialect = FindDialect(*text);
  const auto fault = ReadCsv(*text, on_row, dialect);
  if (table.children.size() > kMaxRows) {
    return core::Fail(
        ErrorCode::kInvalidInput,
        "the table has more than " + std::to_string(kMaxRows) + " rows. Nothing was changed. Fix: export it in parts",
        std::string(file_name));
  }
  if (dialect.separator == ';') file.notices.emplace_back("the columns are separated by semicolons");
  if (dialect.separator == '\t') file.notices.emplace_back("the columns are separated by tabs");
  for (const core::Problem& problem : problems) {
    file.notices.push_back(problem.message + (problem.value.empty() ? "" : " (\"" + problem.value + "\")"));
  }
  if (fault) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "line " + std::to_string(fault->line) + ": " + fault->message + ". Fix: " + fault->fix);
  }
  return file;
}

}  // namespace

core::Result<ProjectOpener> ProjectOpener::BesideThisProgram() {
  CG_ASSIGN_OR_RETURN(const Converter converter, Converter::BesideThisProgram());
  return ProjectOpener(converter.parser_program());
}

core::Result<model::ProjectFile> ProjectOpener::Open(std::string_view file_name, std::string_view bytes,
                                                     core::Progress& progress) const {
  const std::string small = core::SmallAscii(file_name);
  const auto kind = std::ranges::find_if(kKinds, [&](const Kind& one) { return small.ends_with(one.ending); });
  if (kind == kKinds.end()) {
    return core::Fail(
        ErrorCode::kInvalidInput,
        "files of this kind are not read. Fix: give a .qdpx, .qde or .qdc file (REFI-QDA), a table (.csv, "
        ".xlsx), a project of Taguette (.sqlite3) or QualCoder (data.qda), or a .zip with one of them");
  }
  if (bytes.empty()) return core::Fail(ErrorCode::kInvalidInput, "the file is empty. Fix: give the whole file");
  if (static_cast<std::int64_t>(bytes.size()) > kMaxProjectFileBytes) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "the file is larger than 100 MB. Fix: export it without audio and video, or in parts");
  }
  if (!kind->begins.empty() && !bytes.starts_with(kind->begins)) {
    return core::Fail(ErrorCode::kInvalidInput, "the file is named " + std::string(kind->ending) +
                                                    " but is none, or is damaged. Fix: give it the ending of what "
                                                    "it is, or export it again");
  }
  if (kind->parser.empty()) return FromCsv(file_name, bytes);
  SandboxJob job;
  job.program = parser_program_;
  job.arguments = {std::string(kind->parser)};
  job.input = bytes;
  job.limits.output_bytes = 256LL << 20;
#ifdef CG_SANITIZE
  job.limits.memory_bytes = 0;  // a sanitizer keeps a shadow of all the address space
#endif
  CG_ASSIGN_OR_RETURN(const SandboxOutcome outcome, RunInSandbox(job, progress));
  if (outcome.end != SandboxOutcome::End::kExited || outcome.exit_code != 0) {
    return core::Fail(
        ErrorCode::kInvalidInput,
        outcome.end == SandboxOutcome::End::kTimeUp
            ? "the file takes longer than 60 seconds to read. Fix: export it in parts"
            : "the file made its parser stop: it is damaged, needs more than 512 MB, or is made to attack "
              "it. Fix: export it again, or in parts");
  }
  auto file = DecodeProject(outcome.output);
  if (!file) {
    core::Error error = std::move(file).error();
    error.message = ForProjects(std::move(error.message));
    return core::Fail(std::move(error));
  }
  return file;
}

void ProjectOpener::ConvertFiles(model::ProjectFile& project, const std::vector<std::string>& names,
                                 core::Progress& progress) const {
  const Converter converter(parser_program_);
  for (const std::string& name : names) {
    const auto file = project.files.find(name);
    if (file == project.files.end()) continue;
    auto converted = converter.Convert(name, file->second, {}, progress);
    if (converted) {
      project.files.emplace(name + ".txt", std::move(converted->text));
    } else {
      project.notices.push_back(name + ": " + converted.error().message);
    }
  }
}

}  // namespace commonground::ingest
