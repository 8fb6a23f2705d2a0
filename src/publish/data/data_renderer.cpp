// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every file is kept until the end, for the hashes and the container; each is handed to the sink once.
#include "publish/data/data_renderer.h"

#include "core/sha256.h"
#include "publish/container/container.h"
#include "publish/data/citation.h"
#include "publish/data/figure_tables.h"
#include "publish/data/linked.h"
#include "publish/data/readme.h"
#include "publish/data/study_tables.h"
#include "publish/make_book.h"
#include "publish/notice.h"

namespace commonground::publish {

core::Status RenderData(const model::Publication& publication, const Words& t, const std::string& site,
                        const FileSink& sink, core::Progress& progress) {
  FigureTables figures(t);
  CG_RETURN_IF_ERROR(MakeBook(publication, t).pages([&](const Page& page) -> core::Status {
    if (progress.Cancelled())
      return core::Fail(core::ErrorCode::kCancelled, "the report was stopped; nothing was written");
    figures.Add(page);
    return {};
  }));
  return RenderData(publication, t, site, std::move(figures), sink, progress);
}

core::Status RenderData(const model::Publication& publication, const Words& t, const std::string& site,
                        FigureTables figures, const FileSink& sink, core::Progress& progress) {
  progress.Begin("Writing the open data", 0);
  const Report report(publication, t);
  std::vector<DataTable> tables = StudyTables(report);
  std::ranges::move(figures.Take(), std::back_inserter(tables));

  const model::Settings& settings = publication.study.settings;
  const Citation citation{settings.title.empty() ? t("Report") : settings.title,
                          settings.publisher,
                          settings.licence,
                          settings.language,
                          publication.context.on,
                          NoticeOf(publication.study, t.language()).text,
                          t("Case studies, coded passages, counts, laws and sources of a report, as tables."),
                          t("The authors of this report")};
  std::vector<ContainedFile> files;
  const auto add = [&files](std::string name, std::string bytes) {
    files.push_back({std::move(name), std::move(bytes), false});
  };
  add("README.md", ReadmeOf(settings, citation, t));
  add("CITATION.cff", CffOf(citation));
  add("citation.bib", BibTexOf(citation));
  add("citation.json", CslOf(citation));
  add("dataset.jsonld", DatasetOf(citation, tables));
  add("provenance.jsonld", ProvenanceOf(report, site));
  for (const DataTable& table : tables) {
    add("raw/" + table.name + ".csv", CsvOf(table, CsvFor::kPrograms));
    add("raw/" + table.name + ".csv-metadata.json", MetadataOf(table, t.language(), settings.licence));
    add("spreadsheet/" + table.name + ".csv", CsvOf(table, CsvFor::kSpreadsheets));
    if (HasHxl(table)) add("hxl/" + table.name + ".csv", CsvOf(table, CsvFor::kHxlTools));
  }
  std::string sums;
  for (const ContainedFile& file : files) sums += core::Sha256(file.bytes) + "  " + file.name + "\n";
  add("SHA256SUMS", std::move(sums));
  for (const ContainedFile& file : files) CG_RETURN_IF_ERROR(sink(file.name, file.bytes));
  CG_RETURN_IF_ERROR(sink("index.html", DataPageOf(settings, citation, tables, site + "index.html", t)));
  CG_ASSIGN_OR_RETURN(const std::string container, WriteContainer(files));
  CG_RETURN_IF_ERROR(sink("data.zip", container));
  progress.End();
  return {};
}

}  // namespace commonground::publish
