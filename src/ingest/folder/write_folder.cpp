// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes a study as files, in a fixed order.

#include "ingest/folder/write_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "ingest/documents/formats.h"
#include "ingest/folder/parts_file.h"
#include "ingest/folder/tables/all_tables.h"
#include "ingest/folder/toml/files.h"

namespace commonground::ingest {

namespace {

class FolderWriter {
 public:
  FolderWriter(const FileSink& sink, core::Progress& progress) : sink_(sink), progress_(progress) {}

  core::Status Put(std::string_view path, std::string_view bytes) {
    // A damaged or forged study file must not make us write outside the folder.
    for (std::size_t begin = 0; begin <= path.size();) {
      const std::size_t end = std::min(path.find('/', begin), path.size());
      if (!model::IsValidId(path.substr(begin, end - begin))) {
        return core::Fail(core::ErrorCode::kInvalidInput,
                          "an id in the study cannot be the name of a file; nothing is written under it",
                          std::string(path));
      }
      begin = end + 1;
    }
    if (progress_.Cancelled()) return core::Fail(core::ErrorCode::kCancelled, "stopped; nothing was written");
    progress_.Advance(++done_);
    return sink_(path, bytes);
  }

 private:
  const FileSink& sink_;
  core::Progress& progress_;
  std::int64_t done_ = 0;
};

}  // namespace

core::Status WriteFolder(const model::Study& study, const FolderStyle& style, const FileSink& sink,
                         core::Progress& progress) {
  progress.Begin("Writing the folder", 0);
  FolderWriter writer(sink, progress);
  CG_RETURN_IF_ERROR(writer.Put("study.toml", WriteStudyFile(study, style.cells)));
  core::Status status;
  ForEachTable([&](const auto& table) {
    if (!status || (style.only != nullptr && !style.only->contains(std::string(table.file)))) return;
    const std::string text = WriteTable(table, study, style.cells, style.empty);
    if (!text.empty()) status = writer.Put(table.file, text);
  });
  CG_RETURN_IF_ERROR(status);
  CG_RETURN_IF_ERROR(writer.Put("legal_model.toml", WriteLegalModel(study.legal_model)));
  for (const model::Definition& definition : study.definitions) {
    CG_RETURN_IF_ERROR(writer.Put("definitions/" + definition.id.value + ".toml", WriteDefinition(definition)));
  }
  std::map<model::OrganisationId, std::vector<const model::Document*>> documents;
  for (const model::Document& document : study.documents) {
    documents[document.organisation].push_back(&document);
    const std::string path = "case-studies/" + document.id.value;
    if (!IsOriginal(document.id.value)) {
      CG_RETURN_IF_ERROR(writer.Put(path, document.text));
      continue;
    }
    CG_RETURN_IF_ERROR(writer.Put(path + ".txt", document.text));
    CG_RETURN_IF_ERROR(writer.Put(path + ".parts.csv", WriteParts(document.parts)));
  }
  for (const model::OldVersion& old : study.old_versions) {
    CG_RETURN_IF_ERROR(writer.Put(fmt::format("case-studies/{}.v{}.txt", old.document.value, old.version), old.text));
  }
  for (const model::CaseStudy& one : study.cases) {
    CG_RETURN_IF_ERROR(writer.Put("case-studies/" + one.organisation.value + "/meta.toml",
                                  WriteCaseMeta(one, documents[one.organisation])));
  }
  for (const model::Finding& finding : study.findings) {
    CG_RETURN_IF_ERROR(writer.Put("findings/" + finding.id.value + ".md", WriteFinding(finding)));
  }
  for (const model::Chapter& chapter : study.chapters) {
    CG_RETURN_IF_ERROR(writer.Put("report/" + chapter.id.value + ".md", chapter.text));
  }
  progress.End();
  return {};
}

}  // namespace commonground::ingest
