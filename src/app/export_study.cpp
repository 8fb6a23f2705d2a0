// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes a stored study out as a folder.

#include "app/export_study.h"

#include <algorithm>
#include <set>

#include "app/gateway/entry.h"
#include "app/table_words.h"
#include "model/consent_subject.h"
#include "model/guids.h"
#include "publish/words.h"

namespace commonground::app {

namespace {

// A coding that a consent names keeps its id in a folder, whatever people change in its row.
void WriteIdsOfNamedPassages(model::Study& study) {
  std::set<std::string_view> named;
  for (const auto& consent : study.consents) {
    if (!model::PassageOfSubject(consent.subject).empty()) named.insert(consent.subject);
  }
  if (named.empty()) return;
  for (auto& coding : study.codings) {
    model::CodingId id = model::IdOf(coding);
    if (named.contains(model::SubjectOf(coding.document, id))) coding.id = std::move(id);
  }
}

}  // namespace

core::Status ExportStudy(const Workspace& workspace, const ExportOptions& options, core::FileSink& out,
                         core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kExport));
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(model::Study study, store.Load(progress));
  WriteIdsOfNamedPassages(study);
  ingest::FolderStyle style(options.style);
  std::set<std::string> as_csv;
  if (options.workbook) {
    const auto& languages = publish::Languages();
    const std::string& own = study.settings.language;
    const bool known = std::ranges::find(languages, own) != languages.end();
    CG_ASSIGN_OR_RETURN(const ingest::WorkbookWords words, WorkbookWordsIn(known ? own : "en"));
    CG_ASSIGN_OR_RETURN(ingest::Workbook workbook, ingest::WriteWorkbook(study, words, ingest::Examples::kNone));
    CG_RETURN_IF_ERROR(out.Write("study.xlsx", workbook.bytes));
    as_csv = std::move(workbook.left_out);
    style.only = &as_csv;
  }
  return ingest::WriteFolder(
      study, style, [&](std::string_view path, std::string_view bytes) { return out.Write(path, bytes); }, progress);
}

}  // namespace commonground::app
