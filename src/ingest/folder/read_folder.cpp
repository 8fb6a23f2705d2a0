// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads a study folder, file by file, with all its problems.

#include "ingest/folder/read_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/content_hash.h"
#include "core/files.h"
#include "ingest/folder/built_in.h"
#include "ingest/folder/canonical_text.h"
#include "ingest/folder/documents_reader.h"
#include "ingest/folder/folder_listing.h"
#include "ingest/folder/passages.h"
#include "ingest/folder/rule_problems.h"
#include "ingest/folder/table_bytes.h"
#include "ingest/folder/tables/all_tables.h"
#include "ingest/folder/toml/files.h"
#include "ingest/folder/workbook.h"

namespace commonground::ingest {

namespace fs = std::filesystem;

namespace {

tl::unexpected<core::Error> Cancelled() {
  return core::Fail(core::ErrorCode::kCancelled, "stopped; nothing was changed");
}

// One notice a column and kind: the first, with how many more there are.  A column of a thousand dates of another
// writing is one thing to know.
void TellNoticesOnce(Problems& problems) {
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> first;
  std::vector<std::size_t> more(problems.size(), 0);
  Problems kept;
  for (core::Problem& problem : problems) {
    const bool alike = problem.severity == core::Severity::kNotice && !problem.column.empty();
    if (alike) {
      // What was read instead of the value differs from cell to cell.
      const std::string kind = problem.message.substr(0, problem.message.find(" is read as"));
      const auto [at, is_new] = first.emplace(std::tuple(problem.file, problem.column, kind), kept.size());
      if (!is_new) {
        ++more[at->second];
        continue;
      }
    }
    kept.push_back(std::move(problem));
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (more[i] == 0) continue;
    kept[i].message += fmt::format(" ({} more in this column)", more[i]);
  }
  problems = std::move(kept);
}

// A file in a wrong place or form is the cause of much else, so it is told first.
Problems TakeErrors(Problems& problems) {
  const auto errors = std::stable_partition(problems.begin(), problems.end(), [](const core::Problem& problem) {
    return problem.severity == core::Severity::kNotice;
  });
  Problems taken(errors, problems.end());
  problems.erase(errors, problems.end());
  std::ranges::stable_sort(taken, {}, &core::Problem::file);
  return taken;
}

class FolderReader {
 public:
  FolderReader(const fs::path& folder, const ReadOptions& options, core::Progress& progress)
      : folder_(folder),
        progress_(progress),
        converter_(options.converter),
        documents_(folder, options, read_, places_) {
    places_.today = options.today;
  }

  core::Result<FolderRead> Read() {
    CG_ASSIGN_OR_RETURN(const Listing listing, ListFolder(folder_, read_.problems));
    const std::vector<ListedFile>& files = listing.files;
    places_.unreadable.insert(listing.misplaced.begin(), listing.misplaced.end());
    const Problems first = TakeErrors(read_.problems);
    std::int64_t total = 0;
    for (const ListedFile& file : files) total += file.bytes;
    progress_.Begin("Reading the folder", total);

    // study.toml says how the tables are written and in which language documents are; entries of meta.toml come before
    // the documents that they describe.
    bool has_study = false;
    for (const ListedFile& file : files) {
      if (file.kind != FileKind::kStudy) continue;
      has_study = true;
      TakeFile(file);
    }
    if (!has_study && places_.Readable("study.toml")) {  // or it was said that it has another name or place
      places_.unreadable.insert("study.toml");
      SourceLocation{&read_.problems, "study.toml", 0, {}}.Bad(
          {}, "is missing", "make the file; its first line is format = 1, then [study] with title = \"…\"");
    }
    for (const FileKind kind : {FileKind::kTable, FileKind::kWorkbook, FileKind::kLegalModel, FileKind::kDefinition,
                                FileKind::kCaseMeta, FileKind::kDocument, FileKind::kFrozenText, FileKind::kParts,
                                FileKind::kOldVersion, FileKind::kOriginal, FileKind::kFinding, FileKind::kChapter}) {
      for (const ListedFile& file : files) {
        if (progress_.Cancelled()) return Cancelled();
        if (file.kind == kind) TakeFile(file);
        CG_RETURN_IF_ERROR(workbook_status_);
      }
    }
    progress_.End();
    CG_RETURN_IF_ERROR(documents_.Finish(progress_));
    Finish();
    read_.stale = PlacePassages(study(), places_, read_.problems, progress_);
    if (progress_.Cancelled()) return Cancelled();
    CheckStudy(study(), places_, read_.problems);
    if (!core::HasErrors(read_.problems)) documents_.SayUnknownLanguages();
    TellNoticesOnce(read_.problems);
    sheets_.Tell(read_.problems);
    std::stable_sort(read_.problems.begin(), read_.problems.end(),
                     [](const auto& a, const auto& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
    read_.problems.insert(read_.problems.begin(), first.begin(), first.end());
    std::sort(read_.files.begin(), read_.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return std::move(read_);
  }

 private:
  model::Study& study() { return read_.study; }

  // Reads the bytes, makes them canonical text and hands it to the reader of its kind.
  void TakeFile(const ListedFile& file) {
    const SourceLocation spot{&read_.problems, file.path, 0, {}};
    std::optional<std::string> text;
    if (core::Result<std::string> bytes = core::ReadFileIn(folder_, file.path, MostBytes(file)); !bytes) {
      spot.Bad({}, bytes.error().message,
               bytes.error().code == core::ErrorCode::kInvalidInput ? "make the file smaller, or split it"
                                                                    : "give yourself the right to read this file");
    } else {
      read_.files.push_back({file.path, core::ContentHash(*bytes), static_cast<std::int64_t>(bytes->size())});
      if (file.kind == FileKind::kOriginal) {
        documents_.TakeOriginal(file, read_.files.back().hash);
        done_ += file.bytes;
        return;
      }
      if (file.kind == FileKind::kWorkbook) {
        done_ += file.bytes;
        workbook_status_ = TakeWorkbook(file, *bytes);
        return;
      }
      const bool table = file.kind == FileKind::kTable || file.kind == FileKind::kParts;
      text = table ? TableText(std::move(*bytes), spot) : CanonicalText(std::move(*bytes), spot);
    }
    done_ += file.bytes;
    progress_.Advance(done_);
    if (!text) {
      places_.unreadable.insert(file.path);
      return;
    }
    TakeText(file, std::move(*text));
  }

  // A table stands in CSV or in a workbook; one without rows does not count.
  core::Status TakeWorkbook(const ListedFile& file, std::string_view bytes) {
    CG_ASSIGN_OR_RETURN(const WorkbookRead workbook,
                        ReadWorkbook(file.path, bytes, converter_, read_.problems, progress_));
    if (!workbook.read) {
      const auto& all = TableFiles();
      if (file.path == "study.xlsx") places_.unreadable.insert(all.begin(), all.end());
      if (file.path != "study.xlsx") places_.unreadable.insert(TableOfWorkbook(file.path));
    }
    for (const SheetTable& sheet : workbook.tables) {
      ForEachTable([&](const auto& table) {
        if (table.file == sheet.table) TakeSheet(file, sheet, table);
      });
    }
    return {};
  }

  template <typename Row>
  void TakeSheet(const ListedFile& file, const SheetTable& sheet, const Table<Row>& table) {
    if (const auto there = table_rows_.find(sheet.table); there != table_rows_.end()) {
      if (!HasRows(sheet)) return;
      if (there->second > 0) {
        const SourceLocation spot{&read_.problems, file.path, 0, {}};
        spot.Bad(sheet.name, fmt::format("this table is in {} too", sheets_.Of(sheet.table)),
                 "keep its rows in one of the two");
        places_.unreadable.insert(sheet.table);
        return;
      }
    }
    const std::vector<ColumnName> columns = NamesOf(table);
    const TableShape shape =
        ReadTable(table, RowsOfSheet(sheet, sheet.table, read_.problems), study(), places_, read_.problems, progress_);
    table_rows_[sheet.table] = shape.rows;
    sheets_.Add(sheet, file.path, columns, shape);
  }

  void TakeText(const ListedFile& file, std::string text) {
    Problems& problems = read_.problems;
    switch (file.kind) {
      case FileKind::kStudy:
        style_ = ReadStudyFile(text, study(), places_, problems);
        break;
      case FileKind::kTable:
        ForEachTable([&](const auto& table) {
          if (table.file != file.path) return;
          const TableRows rows = RowsOfCsv(text, style_, NamesOf(table));
          table_rows_[file.path] = ReadTable(table, rows, study(), places_, problems, progress_).rows;
        });
        break;
      case FileKind::kLegalModel:
        study().legal_model = ReadLegalModel(file.path, text, places_, problems);
        has_legal_model_ = true;
        break;
      case FileKind::kDefinition:
        if (auto definition = ReadDefinition(file.path, text, file.stem, places_, problems)) {
          study().definitions.push_back(std::move(*definition));
        } else {
          places_.unreadable.insert(file.path);
        }
        break;
      case FileKind::kCaseMeta:
        documents_.TakeEntries(file,
                               ReadCaseMeta(file.path, text, model::OrganisationId(file.folder), places_, problems));
        break;
      case FileKind::kDocument:
      case FileKind::kFrozenText:
      case FileKind::kParts:
      case FileKind::kOldVersion:
        documents_.TakeText(file, std::move(text));
        break;
      case FileKind::kOriginal:  // have no text of their own
      case FileKind::kWorkbook:
        break;
      case FileKind::kFinding:
        if (auto finding = ReadFinding(file.path, text, file.stem, places_, problems)) {
          study().findings.push_back(std::move(*finding));
        }
        break;
      case FileKind::kChapter:
        study().chapters.push_back({model::ChapterId(file.stem), std::move(text)});
        break;
    }
  }

  // What is known only when every file was read.
  void Finish() {
    std::vector<model::CaseStudy>& cases = study().cases;
    std::set<model::OrganisationId> seen;
    for (const model::CaseStudy& one : cases) seen.insert(one.organisation);
    for (const model::Document& document : study().documents) {
      if (seen.insert(document.organisation).second) cases.push_back({document.organisation, {}, {}});
    }
    std::sort(cases.begin(), cases.end(), [](const auto& a, const auto& b) { return a.organisation < b.organisation; });
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    AddBuiltIn();
    std::sort(study().definitions.begin(), study().definitions.end(), by_id);
    std::sort(study().findings.begin(), study().findings.end(), by_id);
    std::sort(study().chapters.begin(), study().chapters.end(), by_id);
  }

  // A definition that is named but not in the folder, and the rule of a folder that has none.
  void AddBuiltIn() {
    if (!has_legal_model_) study().legal_model = BuiltInLegalModel();
    std::vector<model::DefinitionId> named = study().settings.definitions;
    for (const auto& [source, definition] : study().settings.claims_about) named.emplace_back(definition);
    for (const model::DefinitionId& id : named) {
      auto& own = study().definitions;
      const bool has = std::any_of(own.begin(), own.end(), [&](const auto& definition) { return definition.id == id; });
      const model::Definition* built_in = FindBuiltInDefinition(id);
      if (has || built_in == nullptr || !places_.Readable("definitions/" + id.value + ".toml")) continue;
      own.push_back(WithKnownSources(*built_in, study()));
    }
  }

  fs::path folder_;
  core::Progress& progress_;
  FolderRead read_;
  SourceLines places_;
  const Converter* converter_;
  std::map<std::string, int> table_rows_;  // of each table that was read
  SheetPlaces sheets_;
  core::Status workbook_status_;
  CsvStyle style_ = CsvStyle::kRaw;
  bool has_legal_model_ = false;
  DocumentsReader documents_;
  std::int64_t done_ = 0;
};

}  // namespace

core::Result<FolderRead> ReadFolder(const fs::path& folder, const ReadOptions& options, core::Progress& progress) {
  return FolderReader(folder, options, progress).Read();
}

core::Result<std::vector<model::FileHash>> HashFolder(const fs::path& folder, core::Progress& progress) {
  Problems ignored;  // ReadFolder tells them
  CG_ASSIGN_OR_RETURN(const Listing listing, ListFolder(folder, ignored));
  const std::vector<ListedFile>& files = listing.files;
  std::int64_t total = 0;
  for (const ListedFile& file : files) total += file.bytes;
  progress.Begin("Looking at the folder", total);
  std::vector<model::FileHash> hashes;
  std::int64_t done = 0;
  for (const ListedFile& file : files) {
    if (progress.Cancelled()) return Cancelled();
    CG_ASSIGN_OR_RETURN(const std::string bytes, core::ReadFileIn(folder, file.path, MostBytes(file)));
    hashes.push_back({file.path, core::ContentHash(bytes), static_cast<std::int64_t>(bytes.size())});
    progress.Advance(done += file.bytes);
  }
  progress.End();
  return hashes;
}

}  // namespace commonground::ingest
