// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is printed is one file of ours, its style and its fonts; it forbids script itself (its policy), and there is no
// network.
#include "app/forms/print.h"

#include "app/forms/tool.h"
#include "publish/html/html.h"
#include "publish/make_book.h"
#include "publish/print/print_page.h"
#include "publish/print/put_pdf_right.h"
#include "publish/print/replace_front.h"

namespace commonground::app {

namespace {

ToolJob Chromium(const std::filesystem::path& program) {
  ToolJob job{program, "chromium", "PDF files", {}};
  job.arguments = {"--headless",
                   "--no-sandbox",  // its own needs what ours has already taken away
                   "--disable-gpu",
                   "--disable-dev-shm-usage",
                   "--disable-background-networking",
                   "--disable-component-update",
                   "--disable-extensions",
                   "--disable-sync",
                   "--no-first-run",
                   "--user-data-dir=/tmp/profile",
                   "--no-pdf-header-footer",
                   "--generate-pdf-document-outline",
                   "--print-to-pdf=/report/report.pdf",
                   "file:///report/report.html"};
  job.memory_bytes = 4LL << 30;
  return job;
}

}  // namespace

core::Status CheckPrinter(const std::filesystem::path& chromium) {
  return CheckTool(Chromium(chromium));
}

core::Status WritePdf(const model::Publication& publication, const publish::Words& t, const PrintPlan& plan,
                      const EditionOut& out, core::Progress& progress) {
  const publish::Book book = publish::MakeBook(publication, t);
  CG_ASSIGN_OR_RETURN(publish::PrintPage page, publish::PrintPageOf(book, progress));
  out.look(plan.path, page.Html({}));
  CG_ASSIGN_OR_RETURN(const ThrowAwayFolder folder, ThrowAwayFolder::Make());
  CG_RETURN_IF_ERROR(publish::WriteStyle(
      [&](std::string_view path, std::string_view bytes) { return folder.Put(std::string(path), bytes); }));
  const ToolJob job = Chromium(plan.chromium);
  const auto print = [&](const std::string& html) -> core::Result<std::string> {
    CG_RETURN_IF_ERROR(folder.Put("report.html", html));
    CG_RETURN_IF_ERROR(RunTool(job, folder, progress));
    CG_ASSIGN_OR_RETURN(std::string pdf, folder.Take("report.pdf"));
    progress.End();
    return pdf;
  };
  progress.Begin("Printing", 0);
  CG_ASSIGN_OR_RETURN(std::string pdf, print(page.Html({})));
  CG_ASSIGN_OR_RETURN(const publish::PlacesInPdf places, publish::FindPlaces(pdf));
  progress.Begin("Printing the pages of the contents", 0);
  CG_ASSIGN_OR_RETURN(const std::string front, print(page.FrontHtml(places)));
  CG_ASSIGN_OR_RETURN(std::optional<std::string> numbered, publish::ReplaceFront(pdf, front));
  if (numbered) {
    pdf = std::move(*numbered);
  } else {
    progress.Begin("Printing all of it again", 0);
    CG_ASSIGN_OR_RETURN(pdf, print(page.Html(places)));
  }
  CG_ASSIGN_OR_RETURN(const std::string bytes,
                      publish::PutPdfRight(pdf, {book.title, t.language(), publication.context.on, page.titles()}));
  return out.write(plan.path, bytes);
}

}  // namespace commonground::app
