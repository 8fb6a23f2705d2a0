// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pandoc's own sandbox is not used: Debian's pandoc then does not find its data.  Ours is outside it.
#include "app/forms/word.h"

#include "app/forms/tool.h"
#include "publish/make_book.h"
#include "publish/word/pandoc_document.h"
#include "publish/word/put_docx_right.h"

namespace commonground::app {

namespace {

ToolJob Pandoc(const std::filesystem::path& program) {
  return {program, "pandoc", "Word documents and e-books", {}};
}

}  // namespace

core::Status CheckPandoc(const std::filesystem::path& pandoc) {
  return CheckTool(Pandoc(pandoc));
}

core::Status WriteWord(const model::Publication& publication, const publish::Words& t, const WordPlan& plan,
                       const EditionOut& out, core::Progress& progress) {
  const bool docx = plan.form == Form::kDocx;
  const publish::Book book = publish::MakeBook(publication, t);
  CG_ASSIGN_OR_RETURN(
      const publish::PandocDocument document,
      publish::PandocDocumentOf(book, docx ? publish::PandocFor::kDocx : publish::PandocFor::kEpub, progress));
  out.look(plan.path, document.text);
  CG_ASSIGN_OR_RETURN(const ThrowAwayFolder folder, ThrowAwayFolder::Make());
  CG_RETURN_IF_ERROR(folder.Put("book.json", document.json));
  ToolJob job = Pandoc(plan.pandoc);
  job.arguments = {"--from=json", docx ? "--to=docx" : "--to=epub3", "--output=/report/book.out", "/report/book.json"};
  if (!docx) {
    CG_RETURN_IF_ERROR(folder.Put("ebook.css", publish::EbookStyle()));
    job.arguments.insert(job.arguments.end(),
                         {"--toc", "--toc-depth=2", "--epub-chapter-level=2", "--css=/report/ebook.css"});
  }
  progress.Begin("Waiting for pandoc", 0);
  CG_RETURN_IF_ERROR(RunTool(job, folder, progress));
  progress.End();
  CG_ASSIGN_OR_RETURN(const std::string made, folder.Take("book.out"));
  const std::string day = publication.context.on.Text();
  CG_ASSIGN_OR_RETURN(const std::string bytes,
                      docx ? publish::PutDocxRight(made, document, t.language(), day)
                           : publish::PutEpubRight(made, document, book.title, t.language(), day));
  return out.write(plan.path, bytes);
}

}  // namespace commonground::app
