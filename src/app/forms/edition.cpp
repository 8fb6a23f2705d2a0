// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A table of what goes where is made first, so that each page can lead to the same report in other forms.
#include "app/forms/edition.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/forms/print.h"
#include "app/forms/word.h"
#include "publish/data/data_renderer.h"
#include "publish/front/front_page.h"
#include "publish/make_book.h"
#include "publish/notice.h"
#include "publish/words.h"

namespace commonground::app {

namespace {

using publish::Words;

class Edition {
 public:
  Edition(const model::Publication& publication, const EditionPlan& plan, const EditionOut& out,
          core::Progress& progress)
      : publication_(publication), plan_(plan), out_(out), progress_(progress) {}

  core::Result<std::vector<std::string>> Write() {
    for (const std::string& language : plan_.languages) {
      CG_ASSIGN_OR_RETURN(Words words, Words::For(language));
      words_.push_back(std::move(words));
    }
    for (const Form form : plan_.forms) {
      if (form == Form::kPdf) CG_RETURN_IF_ERROR(CheckPrinter(plan_.tools.chromium));
      if (form == Form::kDocx || form == Form::kEpub) CG_RETURN_IF_ERROR(CheckPandoc(plan_.tools.pandoc));
    }
    if (Several()) CG_RETURN_IF_ERROR(WriteFrontPage());
    for (const Words& t : words_) {
      for (const Form form : plan_.forms) {
        if (form == Form::kData && &t != &words_.front()) continue;
        CG_RETURN_IF_ERROR(WriteForm(form, t));
      }
    }
    return std::move(files_);
  }

 private:
  bool Several() const { return words_.size() > 1; }

  std::string FolderOf(const Words& t) const { return Several() ? t.language() + "/" : ""; }

  std::string PathOf(Form form, const Words& t) const {
    switch (form) {
      case Form::kHtml:
        return FolderOf(t) + "index.html";
      case Form::kPdf:
        return "report-" + t.language() + ".pdf";
      case Form::kDocx:
        return "report-" + t.language() + ".docx";
      case Form::kEpub:
        return "report-" + t.language() + ".epub";
      case Form::kData:
        return "data/index.html";
    }
    return {};
  }

  core::Status WriteForm(Form form, const Words& t) {
    files_.push_back(PathOf(form, t));
    switch (form) {
      case Form::kHtml:
        return WriteSite(t);
      case Form::kPdf:
        return WritePdf(publication_, t, {plan_.tools.chromium, PathOf(form, t)}, out_, progress_);
      case Form::kDocx:
      case Form::kEpub:
        return WriteWord(publication_, t, {plan_.tools.pandoc, PathOf(form, t), form}, out_, progress_);
      case Form::kData:
        return WriteData(t);
    }
    return {};
  }

  // Once, in the language that was asked for first.
  core::Status WriteData(const Words& t) {
    const std::string site = Several() ? "../" + FolderOf(t) : "../";
    const publish::FileSink write = [&](std::string_view path, std::string_view bytes) {
      const std::string whole = "data/" + std::string(path);
      if (!path.ends_with(".zip")) out_.look(whole, bytes);  // it holds the others
      return out_.write(whole, bytes);
    };
    if (!figures_) return publish::RenderData(publication_, t, site, write, progress_);
    return publish::RenderData(publication_, t, site, *std::exchange(figures_, std::nullopt), write, progress_);
  }

  // Each page gives its figures for the open data when it passes, where both are asked for.
  publish::Book BookOf(const Words& t) {
    publish::Book book = publish::MakeBook(publication_, t);
    const bool data = std::ranges::find(plan_.forms, Form::kData) != plan_.forms.end();
    if (!data || &t != &words_.front()) return book;
    figures_.emplace(t);
    book.pages = [this, pages = std::move(book.pages)](const publish::PageSink& sink) {
      return pages([&](publish::Page page) {
        figures_->Add(page);
        return sink(std::move(page));
      });
    };
    return book;
  }

  core::Status WriteSite(const Words& t) {
    const std::string folder = FolderOf(t);
    return publish::HtmlRenderer(LinksFrom(t))
        .Render(
            BookOf(t),
            [&](std::string_view path, std::string_view bytes) {
              const std::string whole = folder + std::string(path);
              if (!path.ends_with(".woff2")) out_.look(whole, bytes);  // fonts are the program's own, and no text
              return out_.write(whole, bytes);
            },
            progress_);
  }

  // From the pages in one language to its other forms and to the other languages.
  std::vector<publish::FormLink> LinksFrom(const Words& t) const {
    const std::string up = Several() ? "../" : "";
    std::vector<publish::FormLink> links;
    for (const Form form : plan_.forms) {
      if (form != Form::kHtml) links.push_back({up + PathOf(form, t), LabelOf(form, t)});
    }
    for (const Words& other : words_) {
      if (other.language() == t.language() || plan_.forms.front() != Form::kHtml) continue;
      links.push_back({up + PathOf(Form::kHtml, other), publish::NameOfLanguage(other.language()), other.language()});
    }
    return links;
  }

  core::Status WriteFrontPage() {
    const auto& settings = publication_.study.settings;
    publish::FrontPage page{settings.title,
                            settings.language,
                            settings.invented,
                            {},
                            publish::NoticeOf(publication_.study, settings.language).text};
    for (const Words& t : words_) {
      publish::FrontPage::Edition edition{t, {}};
      for (const Form form : plan_.forms) edition.forms.push_back({PathOf(form, t), LabelOf(form, t)});
      page.editions.push_back(std::move(edition));
    }
    files_.emplace_back("index.html");
    const std::string html = publish::RenderFrontPage(page);
    out_.look("index.html", html);
    return out_.write("index.html", html);
  }

  const model::Publication& publication_;
  const EditionPlan& plan_;
  const EditionOut& out_;
  core::Progress& progress_;
  std::vector<Words> words_;  // by language of the plan
  std::vector<std::string> files_;
  std::optional<publish::FigureTables> figures_;  // of pages that were made already
};

}  // namespace

core::Result<std::vector<std::string>> WriteEdition(const model::Publication& publication, const EditionPlan& plan,
                                                    const EditionOut& out, core::Progress& progress) {
  return Edition(publication, plan, out, progress).Write();
}

}  // namespace commonground::app
