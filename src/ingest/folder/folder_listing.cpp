// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lists a study folder and says what each file is.

#include "ingest/folder/folder_listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "ingest/documents/formats.h"
#include "ingest/folder/file_names.h"
#include "ingest/folder/tables/all_tables.h"
#include "ingest/folder/toml/files.h"
#include "model/chapters.h"

namespace commonground::ingest {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kMaxFileBytes = 100'000'000;
constexpr std::int64_t kMaxTomlBytes = 10'000'000;  // what is read as a tree takes many times its size
constexpr std::int64_t kMaxProseBytes = 3'000'000;  // half a million words; a page of it takes 300 times its size
constexpr std::int64_t kMaxDocumentBytes = 25'000'000;
constexpr std::int64_t kMaxCodingsBytes = 1'000'000'000;  // a million codings with their words are about 200 MB

bool EndsWithAny(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// help/ and README lie in the folder of a study; an organisation may be called so.
bool MayNameACase(const std::string& name) {
  const std::string lower = Lower(name);
  return model::IsValidId(name) && (lower == "help" || lower.starts_with("readme"));
}

class Lister {
 public:
  Lister(const fs::path& root, std::vector<core::Problem>& problems) : root_(root), problems_(problems) {}

  Listing List() {
    for (const Entry& entry : Entries("")) ListTop(entry);
    std::sort(files_.begin(), files_.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return {std::move(files_), std::move(misplaced_)};
  }

 private:
  struct Entry {
    std::string name;
    std::string path;
    bool is_folder = false;
    std::int64_t bytes = 0;
  };

  SourceLocation At(std::string_view path) const { return SourceLocation{&problems_, path, 0, {}}; }

  // Sorted by name, so that problems come in the same order on every machine.
  std::vector<Entry> Entries(const std::string& folder) const {
    std::vector<Entry> entries;
    std::error_code error;
    fs::directory_iterator it(folder.empty() ? root_ : root_ / folder, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
      Entry entry;
      entry.name = it->path().filename().string();
      entry.path = folder.empty() ? entry.name : folder + "/" + entry.name;
      std::error_code status_error;
      const fs::file_status status = it->symlink_status(status_error);
      if (IsLitter(entry.name) && !(folder == "case-studies" && fs::is_directory(status) && MayNameACase(entry.name)))
        continue;
      if (fs::is_symlink(status)) {
        At(Shown(entry.path))
            .Bad({}, "is a symbolic link, which is not followed",
                 "put the file itself in its place, or take the link away");
        continue;
      }
      entry.is_folder = fs::is_directory(status);
      if (!entry.is_folder && !fs::is_regular_file(status)) {
        At(Shown(entry.path)).Bad({}, "is neither a file nor a folder", "take it away");
        continue;
      }
      if (!entry.is_folder) entry.bytes = static_cast<std::int64_t>(it->file_size(status_error));
      entries.push_back(std::move(entry));
    }
    if (error) {
      At(folder.empty() ? "." : folder)
          .Bad({}, "cannot be opened: " + error.message(), "give yourself the right to read this folder");
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return entries;
  }

  void Take(const Entry& entry, FileKind kind, std::string folder = {}, std::string stem = {}) {
    files_.push_back({entry.path, kind, entry.bytes, std::move(folder), std::move(stem), entry.name});
  }

  void Extra(const Entry& entry) const {
    At(Shown(entry.path))
        .Note({},
              entry.is_folder ? "this folder is not part of a study and was not read"
                              : "this file is not part of a study and was not read",
              {});
  }

  void ListTop(const Entry& entry) {
    if (entry.is_folder) {
      if (entry.name == "definitions") return ListOne("definitions", ".toml", FileKind::kDefinition);
      if (entry.name == "findings") return ListOne("findings", ".md", FileKind::kFinding);
      if (entry.name == "report") return ListOne("report", ".md", FileKind::kChapter);
      if (entry.name == "case-studies") return ListCases();
      return ListOther(entry);
    }
    if (entry.name == "study.toml") return Take(entry, FileKind::kStudy);
    if (entry.name == "legal_model.toml") return Take(entry, FileKind::kLegalModel);
    if (IsTable(entry.name)) return Take(entry, FileKind::kTable);
    if (entry.name == "study.xlsx" || IsTable(TableOfWorkbook(entry.name))) return Take(entry, FileKind::kWorkbook);
    if (Lower(entry.name) == "study.toml" || Lower(entry.name) == "study.toml.txt") {
      misplaced_.emplace_back("study.toml");
      return At(Shown(entry.path)).Bad({}, "is not the name of the study's file", "rename it to study.toml");
    }
    const MeantTable meant = TableMeantBy(entry.name);
    if (meant.table.empty()) return Extra(entry);
    if (Exists(meant.table) || Exists(meant.workbook)) {
      const std::string& there = Exists(meant.table) ? meant.table : meant.workbook;
      At(Shown(entry.path))
          .Bad({}, fmt::format("stands beside {}, so it is not sure which of the two is meant", there),
               fmt::format("keep one of the two, as {}", there));
      return;
    }
    const auto& all = TableFiles();
    if (meant.table == "study.xlsx") {
      misplaced_.insert(misplaced_.end(), all.begin(), all.end());
    } else {
      misplaced_.push_back(meant.table);
    }
    At(Shown(entry.path)).Bad({}, meant.wrong, meant.fix);
  }

  bool Exists(const std::string& name) const {
    std::error_code error;
    return fs::exists(fs::symlink_status(root_ / name, error));
  }
  static bool IsTable(const std::string& name) {
    const auto& tables = TableFiles();
    return std::find(tables.begin(), tables.end(), name) != tables.end();
  }

  // A folder that is none of ours: perhaps one of ours under another name, or the study itself, one folder too deep.
  void ListOther(const Entry& folder) {
    std::string name = Lower(folder.name);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == ' ' || c == '_'; }, '-');
    if (name == "case-study") name = "case-studies";
    for (const std::string_view ours : {"case-studies", "definitions", "findings", "report"}) {
      if (name != ours) continue;
      At(Shown(folder.path)).Bad({}, "is not the name of a folder of a study", fmt::format("rename it to {}", ours));
      return;
    }
    std::vector<std::string> tables;
    bool study = false;
    Problems ignored;
    for (const Entry& entry : Lister(root_, ignored).Entries(folder.path)) {
      if (entry.is_folder) continue;
      study = study || entry.name == "study.toml";
      const std::string table = IsTable(entry.name) ? entry.name : TableOfWorkbook(entry.name);
      if (IsTable(table) && !Exists(table)) tables.push_back(table);
    }
    if (study && !Exists("study.toml")) {
      misplaced_.emplace_back("study.toml");
      At(Shown(folder.path))
          .Bad({}, "the study is in this folder, not in the one that was named",
               "import this folder, or move what it holds one folder up");
    } else if (!study && !tables.empty()) {
      At(Shown(folder.path))
          .Bad(tables.front(), "this table stands one folder too deep, where it is not read",
               "move the tables of this folder beside study.toml");
    } else {
      return Extra(folder);
    }
    misplaced_.insert(misplaced_.end(), tables.begin(), tables.end());
  }

  // A folder of files of one kind.
  void ListOne(const std::string& folder, std::string_view ending, FileKind kind) {
    for (const Entry& entry : Entries(folder)) {
      if (entry.is_folder || !entry.name.ends_with(ending)) {
        Extra(entry);
        continue;
      }
      const std::string stem = entry.name.substr(0, entry.name.size() - ending.size());
      const auto& chapters = ChapterNames();
      if (!model::IsValidId(stem)) {
        ReportName(entry);
      } else if (kind == FileKind::kChapter && !IsChapterName(stem)) {
        const std::string names = fmt::format("{}, practice-CODE, case-ORGANISATION", fmt::join(chapters, ", "));
        At(entry.path).Bad({}, "is not the name of a chapter", "rename it to one of: " + names + "; or take it away");
      } else {
        Take(entry, kind, {}, stem);
      }
    }
  }

  void ListCases() {
    std::map<std::string, std::string> folders;  // path by id
    for (const Entry& folder : IdsFirst(Entries("case-studies"))) {
      if (!folder.is_folder) {
        ReportLoose(folder);
        continue;
      }
      const std::string id = IdOfName(folder.name);
      if (id.empty()) {
        ReportName(folder);
      } else if (IsFirst(folders, id, folder)) {
        ListCase(folder, id);
      }
    }
  }

  // A document that lies in no organisation's folder.
  void ReportLoose(const Entry& entry) const {
    if (FormatOf(entry.name) == nullptr) return Extra(entry);
    At(Shown(entry.path))
        .Note({}, "is in no organisation's folder and was not read",
              "move it into a folder that is named after its organisation's id");
  }

  // A name that is an id keeps it, whatever other names would give.
  static std::vector<Entry> IdsFirst(std::vector<Entry> entries) {
    std::stable_partition(entries.begin(), entries.end(),
                          [](const Entry& entry) { return model::IsValidId(entry.name); });
    return entries;
  }

  // False if another name gave this id before, which is told; so is an id that is not the name itself.
  bool IsFirst(std::map<std::string, std::string>& ids, const std::string& id, const Entry& entry) const {
    const auto [first, is_new] = ids.emplace(id, entry.path);
    if (!is_new) {
      At(Shown(entry.path))
          .Bad({}, fmt::format("gives the id {}, as {} does", id, Shown(first->second)), "rename one of the two");
    } else if (id != entry.name) {
      At(Shown(entry.path)).Note({}, fmt::format("its id in the study is {}", id), {});
    }
    return is_new;
  }

  void ListCase(const Entry& folder, const std::string& id) {
    const std::size_t before = files_.size();
    std::map<std::string, std::string> documents;  // path by id
    for (const Entry& entry : IdsFirst(Entries(folder.path))) {
      if (entry.is_folder) {
        Extra(entry);
      } else if (entry.name == "meta.toml") {
        Take(entry, FileKind::kCaseMeta, id);
      } else {
        ListDocument(id, entry, documents);
      }
    }
    if (files_.size() == before) {
      At(Shown(folder.path))
          .Note({}, "holds no document, so there is no case study here", "add a document, or a meta.toml");
    }
  }

  void ListDocument(const std::string& folder, const Entry& entry, std::map<std::string, std::string>& documents) {
    constexpr std::string_view kParts = ".parts.csv";
    const std::string name = IdOfName(entry.name);
    const Format* format = FormatOf(entry.name);
    const bool parts = name.ends_with(kParts) && IsOriginal(name.substr(0, name.size() - kParts.size()));
    if (!parts && format == nullptr) {
      if (!EndsWithAny(Lower(entry.name), {".doc", ".pages", ".wpd", ".mobi", ".heic", ".webp"})) return Extra(entry);
      At(Shown(entry.path))
          .Note({}, "documents of this format are not read", "save it as DOCX, ODT or PDF; an image as JPEG or PNG");
      return;
    }
    if (name.empty()) return ReportName(entry);
    if (!IsFirst(documents, name, entry)) return;
    if (parts) return Take(entry, FileKind::kParts, folder, name.substr(0, name.size() - kParts.size()));
    if (!format->parser.empty()) return Take(entry, FileKind::kOriginal, folder, name);
    const std::string stem = name.substr(0, name.rfind('.'));
    if (name.ends_with(".txt") && IsOriginal(stem)) return Take(entry, FileKind::kFrozenText, folder, stem);
    // "case-study.md.v1.txt"
    const std::size_t mark = stem.rfind(".v");
    const std::string digits = mark == std::string::npos ? "" : stem.substr(mark + 2);
    const bool number = !digits.empty() && digits.size() < 7 && digits[0] != '0' &&
                        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (name.ends_with(".txt") && number && FormatOf(stem.substr(0, mark)) != nullptr) {
      Take(entry, FileKind::kOldVersion, folder, stem.substr(0, mark));
      files_.back().version = std::stoi(digits);
      return;
    }
    Take(entry, FileKind::kDocument, folder, name);
  }

  void ReportName(const Entry& entry) const {
    At(Shown(entry.path))
        .Bad({}, "has a name that cannot be used",
             "rename it: ASCII letters, digits, '.', '_' and '-' only, beginning with a letter or digit, no \"..\"");
  }

  fs::path root_;
  std::vector<core::Problem>& problems_;
  std::vector<ListedFile> files_;
  std::vector<std::string> misplaced_;
};

}  // namespace

std::string TableOfWorkbook(std::string_view name) {
  constexpr std::string_view kEnding = ".xlsx";
  if (!name.ends_with(kEnding)) return {};
  return std::string(name.substr(0, name.size() - kEnding.size())) + ".csv";
}

const std::vector<std::string>& ChapterNames() {
  static const std::vector<std::string> names{"summary",        "barriers",   "methodology",
                                              "best-practices", "coalitions", "recommendations",
                                              "conclusion",     "annexes",    "notice"};
  return names;
}

bool IsChapterName(std::string_view name) {
  const auto& names = ChapterNames();
  name = model::WithoutLanguage(name);
  if (std::find(names.begin(), names.end(), name) != names.end()) return true;
  for (const std::string_view prefix : {model::kPracticeChapter, model::kCaseChapter}) {
    if (name.starts_with(prefix) && name.size() > prefix.size()) return true;
  }
  return false;
}

const std::vector<std::string>& TableFiles() {
  static const std::vector<std::string> files = [] {
    std::vector<std::string> all;
    ForEachTable([&](const auto& table) { all.emplace_back(table.file); });
    return all;
  }();
  return files;
}

core::Result<Listing> ListFolder(const fs::path& folder, std::vector<core::Problem>& problems) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (!fs::exists(status)) {
    return core::Fail(core::ErrorCode::kNotFound, "there is no such folder; check the name", folder.string());
  }
  if (!fs::is_directory(status)) {
    return core::Fail(core::ErrorCode::kInvalidInput, "is not a folder; name the study folder that holds study.toml",
                      folder.string());
  }
  return Lister(folder, problems).List();
}

std::int64_t MostBytes(const ListedFile& file) {
  const bool is_text =
      file.kind == FileKind::kDocument || file.kind == FileKind::kFrozenText || file.kind == FileKind::kOldVersion;
  if (is_text || file.kind == FileKind::kOriginal) return kMaxDocumentBytes;
  if (file.path.ends_with(".toml")) return kMaxTomlBytes;
  if (file.kind == FileKind::kFinding || file.kind == FileKind::kChapter) return kMaxProseBytes;
  if (file.path == CodingsTable().file || file.path == HistoryTable().file) return kMaxCodingsBytes;
  return kMaxFileBytes;
}

}  // namespace commonground::ingest
