// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where a document's text comes from, in this order: the file itself (.md, .txt); the frozen text beside an original,
// if it was taken from that very original; the study as it was saved before, if the original is the same; a parser.
#include "ingest/folder/documents_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <tuple>

#include "core/content_hash.h"
#include "core/files.h"
#include "core/language_tag.h"
#include "ingest/folder/file_names.h"
#include "ingest/folder/one_document.h"
#include "ingest/folder/parts_file.h"
#include "ingest/folder/values.h"
#include "ingest/text/language.h"

namespace commonground::ingest {

using model::Document;

namespace {
constexpr std::int64_t kMaxOriginalBytes = 25'000'000;
constexpr std::string_view kFix = ". Fix: ";

bool IsNamed(const std::string& language) {
  return !language.empty() && language != core::kUnknownLanguage;
}

// A picture of which a person says now that it is in another language: it has to be read anew.
bool IsReadInAnother(const Document& now, const Document& before) {
  const bool pictures =
      std::ranges::any_of(before.parts, [](const model::Part& part) { return part.confidence.has_value(); });
  return pictures && IsNamed(now.language) && now.language != before.language;
}
}  // namespace

DocumentsReader::Found& DocumentsReader::At(const std::string& folder, const std::string& name) {
  const std::string id = folder + "/" + name;
  const auto [at, is_new] = found_.try_emplace(id);
  if (is_new) {
    Document& document = at->second.document;
    document.id.value = id;
    document.organisation.value = folder;
    document.title = name;
  }
  return at->second;
}

void DocumentsReader::TakeEntries(const ListedFile& file, CaseMeta meta) {
  read_.study.cases.push_back({model::OrganisationId(file.folder), std::move(meta.title), meta.embargo_until});
  for (std::size_t i = 0; i < meta.documents.size(); ++i) {
    Document& entry = meta.documents[i];
    if (entry.id.value.empty()) continue;  // reported
    Found& found = At(file.folder, entry.id.value.substr(file.folder.size() + 1));
    if (found.has_entry) {
      SourceLocation{&read_.problems, file.path, meta.lines[i], "document.file"}.Bad(
          entry.id.value, fmt::format("has an entry in line {} already", found.entry_line),
          "keep one of the two entries");
      continue;
    }
    found.has_entry = true;
    found.entry_line = meta.lines[i];
    found.entry_file = file.path;
    found.document = std::move(entry);
    places_.keys["document:" + found.document.id.value] = found.entry_line;
  }
}

void DocumentsReader::TakeText(const ListedFile& file, std::string text) {
  Found& found = At(file.folder, file.stem);
  if (file.kind == FileKind::kDocument && !found.has_entry) found.document.title = TitleOfName(file.name);
  switch (file.kind) {
    case FileKind::kParts: {
      core::NoProgress silent;
      found.parts_file = file.path;
      found.document.parts = ReadParts(file.path, text, read_.problems, silent);
      return;
    }
    case FileKind::kOldVersion:
      read_.study.old_versions.push_back({found.document.id, file.version, std::move(text)});
      return;
    default:
      break;
  }
  if (Trimmed(text).empty()) {
    SpotOf(file.path).Bad({}, "is empty", "write the document's text into it, or take it away");
  }
  found.frozen = file.kind == FileKind::kFrozenText;
  found.has_text = true;
  found.document.text = std::move(text);
}

void DocumentsReader::TakeOriginal(const ListedFile& file, std::string hash) {
  Found& found = At(file.folder, file.stem);
  if (!found.has_entry) found.document.title = TitleOfName(file.name);
  found.original_file = file.path;
  found.original_hash = std::move(hash);
}

// True if no parser is needed.
bool DocumentsReader::TakeKnownText(Found& found) {
  Document& document = found.document;
  if (found.original_file.empty()) return found.has_text;
  if (found.has_text && document.original_hash == found.original_hash) return true;
  document.original_hash = found.original_hash;
  document.format.clear();
  document.parts.clear();
  if (options_.before == nullptr) return false;
  for (const Document& before : options_.before->documents) {
    if (before.id != document.id || before.original_hash != found.original_hash) continue;
    if (options_.converter != nullptr && IsReadInAnother(document, before)) return false;
    document.text = before.text;
    document.parts = before.parts;
    return true;
  }
  return false;
}

WrittenIn DocumentsReader::WrittenInOf(const Document& document) const {
  WrittenIn written_in;
  if (IsNamed(document.language)) written_in.language = document.language;
  const auto add = [&likely = written_in.likely](const std::string& language) {
    if (IsNamed(language) && std::ranges::find(likely, language) == likely.end()) likely.push_back(language);
  };
  for (const auto& organisation : read_.study.organisations) {
    if (organisation.id == document.organisation) std::ranges::for_each(organisation.languages, add);
  }
  add(read_.study.settings.language);
  return written_in;
}

// Written by the thread that reads, shown by another.
class DocumentsReader::PagesRead : public core::Progress {
 public:
  explicit PagesRead(const core::Progress& all) : all_(all) {}
  void Begin(std::string_view, std::int64_t total) override {
    done_ = 0;
    total_ = total;
  }
  void Advance(std::int64_t done) override { done_ = done; }
  void End() override { total_ = 0; }
  bool Cancelled() const override { return all_.Cancelled(); }
  std::int64_t total() const { return total_; }
  std::int64_t done() const { return done_; }

 private:
  const core::Progress& all_;
  std::atomic<std::int64_t> total_ = 0;
  std::atomic<std::int64_t> done_ = 0;
};

core::Status DocumentsReader::RunJobs(std::vector<Job>& jobs, core::Progress& progress) {
  if (jobs.empty()) return {};
  CG_RETURN_IF_ERROR(FindBarrier());
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t next = 0;  // guarded by mutex
  std::size_t done = 0;  // guarded by mutex
  const auto work = [&] {
    for (;;) {
      Job* job = nullptr;
      {
        const std::lock_guard lock(mutex);
        if (next == jobs.size() || progress.Cancelled()) return;
        job = &jobs[next++];
      }
      PagesRead pages(progress);
      {
        const std::lock_guard lock(mutex);
        job->pages = &pages;
      }
      const auto bytes = core::ReadFileIn(folder_, job->found->original_file, kMaxOriginalBytes);
      if (!bytes) {
        job->result = core::Fail(bytes.error());
      } else if (core::ContentHash(*bytes) != job->found->original_hash) {
        job->result =
            core::Fail(core::ErrorCode::kInvalidInput, "the file was changed while it was read. Fix: try again");
      } else {
        job->result = options_.converter->Convert(job->found->original_file, *bytes, job->written_in, pages);
      }
      const std::lock_guard lock(mutex);
      job->pages = nullptr;
      ++done;
      changed.notify_one();
    }
  };
  progress.Begin("Reading documents", std::ssize(jobs));
  const Job* shown = nullptr;  // whose pages are shown
  {
    std::vector<std::jthread> workers;
    for (int i = 0; i < std::clamp(options_.threads, 1, static_cast<int>(jobs.size())); ++i) workers.emplace_back(work);
    // Progress is shown by this thread alone.
    std::unique_lock lock(mutex);
    while (done < jobs.size() && !progress.Cancelled()) {
      changed.wait_for(lock, std::chrono::milliseconds(100));
      const auto by_page =
          std::ranges::find_if(jobs, [](const Job& job) { return job.pages != nullptr && job.pages->total() > 1; });
      const Job* now = by_page == jobs.end() ? nullptr : &*by_page;
      if (now != shown) {
        if (now == nullptr) progress.Begin("Reading documents", std::ssize(jobs));
        if (now != nullptr) {
          progress.Begin(fmt::format("Reading {}, {} pages", now->found->original_file, now->pages->total()),
                         now->pages->total());
        }
        shown = now;
      }
      progress.Advance(now == nullptr ? static_cast<std::int64_t>(done) : now->pages->done());
    }
  }
  progress.End();
  if (progress.Cancelled()) return core::Fail(core::ErrorCode::kCancelled, "stopped; nothing was changed");
  return {};
}

void DocumentsReader::TakeResult(Job& job) {
  Document& document = job.found->document;
  if (!job.result) {
    core::Error error = std::move(job.result).error();
    // Messages of a parser hold their fix already.
    const std::size_t at = error.message.find(kFix);
    SpotOf(job.found->original_file)
        .Bad(
            {}, error.message.substr(0, at),
            at == std::string::npos ? "open it, save it again, and try again" : error.message.substr(at + kFix.size()));
    places_.unreadable.insert("case-studies/" + document.id.value);
    return;
  }
  ConvertedDocument converted{document.id, std::move(job.result->removed), std::move(job.result->notices), {}, {}};
  converted.read_in = std::move(job.result->read_in);
  document.text = std::move(job.result->text);
  document.parts = std::move(job.result->parts);
  converted.confidence = MeanConfidence(document.parts);
  for (const std::string& notice : converted.notices) {
    const std::size_t at = notice.find(kFix);
    SpotOf(job.found->original_file)
        .Note({}, notice.substr(0, at), at == std::string::npos ? "" : notice.substr(at + kFix.size()));
  }
  read_.converted.push_back(std::move(converted));
}

// The study as it was saved before has the older texts, and the number of the newest.
void DocumentsReader::GiveVersion(Document& document) {
  if (options_.before == nullptr) return;
  auto& old_versions = read_.study.old_versions;
  const auto has = [&](int version) {
    return std::ranges::any_of(old_versions,
                               [&](const auto& old) { return old.document == document.id && old.version == version; });
  };
  for (const Document& before : options_.before->documents) {
    if (before.id != document.id || before.version < document.version) continue;
    for (const model::OldVersion& old : options_.before->old_versions) {
      if (old.document == document.id && !has(old.version)) old_versions.push_back(old);
    }
    document.version = before.version;
    if (before.text == document.text) return;
    old_versions.push_back({document.id, before.version, before.text});
    ++document.version;
  }
}

core::Status DocumentsReader::Finish(core::Progress& progress) {
  std::vector<Job> jobs;
  for (auto& [id, found] : found_) {
    if (!found.parts_file.empty() && !found.has_text) {
      SpotOf(found.parts_file)
          .Bad({}, "tells of the parts of a text that is not beside it",
               "add the text (the same name with .txt instead of .parts.csv), or take this file away");
    }
    if (TakeKnownText(found) || found.original_file.empty()) continue;
    if (options_.converter == nullptr) {
      const std::string& why = options_.why_no_converter.message;
      SpotOf(found.original_file)
          .Bad({}, why.empty() ? "only text can be read here" : why.substr(0, why.find(kFix)),
               "give it as .txt or .md, or install the whole program");
      places_.unreadable.insert("case-studies/" + id);
      continue;
    }
    jobs.push_back({&found, WrittenInOf(found.document)});
  }
  CG_RETURN_IF_ERROR(RunJobs(jobs, progress));
  for (Job& job : jobs) TakeResult(job);
  for (auto& [id, found] : found_) {
    if (!places_.Readable("case-studies/" + id)) continue;
    if (!found.has_text && found.original_file.empty()) {
      if (!found.has_entry) continue;  // parts or old versions of nothing: rules/versions.cpp
      SourceLocation{&read_.problems, found.entry_file, found.entry_line, "document.file"}.Bad(
          id, "there is no such file in this case study's folder", "add the file, or take the entry out");
      continue;
    }
    if (found.document.language.empty()) {
      const TextLanguage seen = DetectLanguage(found.document.text);
      found.document.language = seen.reliable ? seen.code : std::string(core::kUnknownLanguage);
      if (!seen.reliable) without_language_.push_back(found.document.id.value);
    }
    found.document.hash = core::ContentHash(found.document.text);
    GiveVersion(found.document);
    read_.study.documents.push_back(std::move(found.document));
  }
  std::ranges::sort(read_.study.documents, {}, [](const Document& d) { return std::tie(d.organisation, d.id); });
  std::ranges::sort(read_.study.old_versions, {}, [](const auto& old) { return std::tie(old.document, old.version); });
  return {};
}

void DocumentsReader::SayUnknownLanguages() const {
  if (without_language_.empty()) return;
  constexpr std::size_t kMaxNamed = 10;
  const std::size_t named = std::min(without_language_.size(), kMaxNamed);
  std::string list = fmt::format(
      "{}", fmt::join(without_language_.begin(), without_language_.begin() + static_cast<std::ptrdiff_t>(named), ", "));
  if (named < without_language_.size()) list += fmt::format(" and {} more", without_language_.size() - named);
  SourceLocation{&read_.problems, "case-studies", 0, "language"}.Note(
      list,
      "too short to tell the language, or in several: it is \"und\", and search finds words only as they are written",
      "write language = \"...\" of the document in meta.toml, such as en, fr or sw");
}

}  // namespace commonground::ingest
