// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "ingest/folder/folder_listing.h"

#include <fmt/format.h>

#include <algorithm>

#include "ingest/documents/formats.h"
#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kMaxFileBytes = 100'000'000;
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

// At most one letter changed, added or left out?
bool Near(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  if (a.size() == b.size()) return a.substr(std::min(at + 1, a.size())) == b.substr(std::min(at + 1, b.size()));
  return a.substr(at) == b.substr(at + 1);
}

bool PassedOver(std::string_view name) {
  return name.starts_with('.') || name.starts_with("README") || EndsWithAny(name, {".cg", ".cg-wal", ".cg-shm"});
}

class Lister {
 public:
  Lister(const fs::path& root, std::vector<core::Problem>& problems) : root_(root), problems_(problems) {}

  std::vector<ListedFile> List() {
    for (const Entry& entry : Entries("")) ListTop(entry);
    std::sort(files_.begin(), files_.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return std::move(files_);
  }

 private:
  struct Entry {
    std::string name;
    std::string path;
    bool is_folder = false;
    std::int64_t bytes = 0;
  };

  Spot At(std::string_view path) const { return Spot{&problems_, path, 0, {}}; }

  // Sorted by name, so that problems come in the same order on every machine.
  std::vector<Entry> Entries(const std::string& folder) const {
    std::vector<Entry> entries;
    std::error_code error;
    fs::directory_iterator it(folder.empty() ? root_ : root_ / folder, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
      Entry entry;
      entry.name = it->path().filename().string();
      entry.path = folder.empty() ? entry.name : folder + "/" + entry.name;
      if (PassedOver(entry.name)) continue;
      std::error_code status_error;
      const fs::file_status status = it->symlink_status(status_error);
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
    files_.push_back({entry.path, kind, entry.bytes, std::move(folder), std::move(stem)});
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
      return Extra(entry);
    }
    const auto& tables = TableFiles();
    if (entry.name == "study.toml") return Take(entry, FileKind::kStudy);
    if (entry.name == "legal_model.toml") return Take(entry, FileKind::kLegalModel);
    if (std::find(tables.begin(), tables.end(), entry.name) != tables.end()) return Take(entry, FileKind::kTable);
    const std::string lower = Lower(entry.name);
    const auto meant = std::find_if(tables.begin(), tables.end(), [&](const auto& t) { return Near(lower, t); });
    if (meant == tables.end()) return Extra(entry);
    At(Shown(entry.path))
        .Bad({}, "is not the name of a table", fmt::format("rename it to {}, or take it away", *meant));
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
      } else if (kind == FileKind::kChapter && std::find(chapters.begin(), chapters.end(), stem) == chapters.end()) {
        std::string names;
        for (const std::string& chapter : chapters) names += (names.empty() ? "" : ", ") + chapter;
        At(entry.path).Bad({}, "is not the name of a chapter", "rename it to one of: " + names + "; or take it away");
      } else {
        Take(entry, kind, {}, stem);
      }
    }
  }

  void ListCases() {
    for (const Entry& folder : Entries("case-studies")) {
      if (!folder.is_folder) {
        Extra(folder);
      } else if (!model::IsValidId(folder.name)) {
        ReportName(folder);
      } else {
        ListCase(folder);
      }
    }
  }

  void ListCase(const Entry& folder) {
    const std::size_t before = files_.size();
    for (const Entry& entry : Entries(folder.path)) {
      if (entry.is_folder) {
        Extra(entry);
      } else if (entry.name == "meta.toml") {
        Take(entry, FileKind::kCaseMeta, folder.name);
      } else {
        ListDocument(folder, entry);
      }
    }
    if (files_.size() == before) {
      At(folder.path).Note({}, "holds no document, so there is no case study here", "add a document, or a meta.toml");
    }
  }

  void ListDocument(const Entry& folder, const Entry& entry) {
    constexpr std::string_view kParts = ".parts.csv";
    const std::string& name = entry.name;
    const Format* format = FormatOf(name);
    if (name.ends_with(kParts) && IsOriginal(name.substr(0, name.size() - kParts.size()))) {
      if (!model::IsValidId(name)) return ReportName(entry);
      return Take(entry, FileKind::kParts, folder.name, name.substr(0, name.size() - kParts.size()));
    }
    if (format == nullptr) {
      if (!EndsWithAny(Lower(name), {".doc", ".pages", ".wpd", ".mobi", ".heic", ".webp"})) return Extra(entry);
      At(Shown(entry.path))
          .Note({}, "documents of this format are not read", "save it as DOCX, ODT or PDF; an image as JPEG or PNG");
      return;
    }
    if (!model::IsValidId(name)) return ReportName(entry);
    if (!format->parser.empty()) return Take(entry, FileKind::kOriginal, folder.name, name);
    const std::string stem = name.substr(0, name.rfind('.'));
    if (name.ends_with(".txt") && IsOriginal(stem)) return Take(entry, FileKind::kFrozenText, folder.name, stem);
    // "case-study.md.v1.txt"
    const std::size_t mark = stem.rfind(".v");
    const std::string digits = mark == std::string::npos ? "" : stem.substr(mark + 2);
    const bool number = !digits.empty() && digits.size() < 7 && digits[0] != '0' &&
                        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (name.ends_with(".txt") && number && FormatOf(stem.substr(0, mark)) != nullptr) {
      Take(entry, FileKind::kOldVersion, folder.name, stem.substr(0, mark));
      files_.back().version = std::stoi(digits);
      return;
    }
    Take(entry, FileKind::kDocument, folder.name, name);
  }

  void ReportName(const Entry& entry) const {
    At(Shown(entry.path))
        .Bad({}, "has a name that cannot be used",
             "rename it: ASCII letters, digits, '.', '_' and '-' only, beginning with a letter or digit, no \"..\"");
  }

  fs::path root_;
  std::vector<core::Problem>& problems_;
  std::vector<ListedFile> files_;
};

}  // namespace

const std::vector<std::string>& ChapterNames() {
  static const std::vector<std::string> names{"summary",    "barriers",        "methodology", "best-practices",
                                              "coalitions", "recommendations", "conclusion",  "annexes"};
  return names;
}

const std::vector<std::string>& TableFiles() {
  static const std::vector<std::string> files = [] {
    std::vector<std::string> all;
    ForEachTable([&](const auto& table) { all.emplace_back(table.file); });
    return all;
  }();
  return files;
}

core::Result<std::vector<ListedFile>> ListFolder(const fs::path& folder, std::vector<core::Problem>& problems) {
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
  if (file.path == CodingsTable().file || file.path == HistoryTable().file) return kMaxCodingsBytes;
  return kMaxFileBytes;
}

}  // namespace commonground::ingest
