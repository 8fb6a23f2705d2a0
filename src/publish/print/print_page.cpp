// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pages are those of the site (html/blocks.h), under the style of the site and its rules for print.
#include "publish/print/print_page.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "core/embedded_file.h"
#include "publish/html/address.h"
#include "publish/html/blocks.h"
#include "publish/html/css.h"
#include "publish/html/language.h"
#include "publish/print/one_document.h"
#include "publish/titles.h"
#include "publish/word/reading_order.h"

namespace commonground {

std::span<const core::EmbeddedFile> PrintFiles();  // made by cg_embed

namespace publish {

namespace {

constexpr int kTitleLevel = 1;

std::string PlaceOfPath(std::string_view path) {
  std::string place = "p-" + std::string(path.substr(0, path.rfind('.')));
  for (char& c : place) {
    if (c == '/') c = '_';
  }
  return place;
}

std::string ChapterNumber(int number) {
  Markup html;
  html.Leaf("p", {{"class", "chno"}}, std::to_string(number));
  return html.Take();
}

// 0: no chapter, or the summary, which needs no number.
int ChapterNumberOf(const Book& book, const PageId& page) {
  const auto chapter = std::ranges::find(book.contents, page, &Link::page);
  if (chapter == book.contents.end() || chapter == book.contents.begin()) return 0;
  return static_cast<int>(chapter - book.contents.begin()) + 1;
}

// Head and foot of the sheets: the report's name outside, the chapter inside, the number of the sheet below.  Sheets of
// one chapter have one name ("pg2"), by which @page finds them; "pg0" are the contents.
class RunningHeads {
 public:
  RunningHeads(const Book& book, const std::vector<Page>& pages) : report_(LinesOf(book.title).name) {
    chapters_.push_back(book.words("Contents"));
    for (const Page& page : pages) {
      if (LevelOf(page.id) != 1) continue;
      const int number = ChapterNumberOf(book, page.id);
      const auto chapter = std::ranges::find(book.contents, page.id, &Link::page);
      const std::string& title = chapter == book.contents.end() ? page.title : chapter->text;
      chapters_.push_back((number > 0 ? std::to_string(number) + "\u00A0\u00A0" : "") + title);
    }
  }

  Css Style() const {
    Css css;
    css.File(PrintFiles().front());
    css.Rule("@page :left { @top-left { content: ").String(report_).Rule(" } }\n");
    css.Rule("@page :right { @top-right { content: ").String(report_).Rule(" } }\n");
    for (std::size_t i = 0; i < chapters_.size(); ++i) {
      const int number = static_cast<int>(i);
      css.Rule(".pg").Number(number).Rule(" { page: pg").Number(number).Rule(" }\n");
      css.Rule("@page pg").Number(number).Rule(":left { @top-right { content: ").String(chapters_[i]).Rule(" } }\n");
      css.Rule("@page pg").Number(number).Rule(":right { @top-left { content: ").String(chapters_[i]).Rule(" } }\n");
    }
    return css.Rule("@page :first { @top-left { content: none } @top-right { content: none } }\n");
  }

 private:
  std::string report_;
  std::vector<std::string> chapters_;
};

constexpr const char* kEnd = "</main></body></html>\n";

}  // namespace

std::string PrintPage::Contents(const PlacesInPdf& pages) const {
  Markup html;
  {
    const auto list = html.In("ol", {{"class", "toc pg0"}});
    for (const Entry& entry : contents_) {
      const auto item = html.In("li", {{"class", entry.level > 1 ? "deep" : ""}});
      const auto link = html.In("a", {{"href", "#" + entry.place}});
      html.Leaf("span", {}, entry.title);
      html.Text(" ");
      const auto found = pages.find(entry.place);
      html.Leaf("span", {{"class", "no"}}, found == pages.end() ? "0" : std::to_string(found->second));
    }
  }
  return html.Take();
}

std::string PrintPage::Html(const PlacesInPdf& pages) const {
  return before_ + Contents(pages) + after_ + kEnd;
}

std::string PrintPage::FrontHtml(const PlacesInPdf& pages) const {
  return before_ + Contents(pages) + kEnd;
}

core::Result<PrintPage> PrintPageOf(const Book& book, core::Progress& progress) {
  progress.Begin("Writing the pages to print", 0);
  const Words& t = book.words;
  // Which pages there are is known before the first of them is written: links look it up.
  PrintPage print;
  std::map<std::string, std::string, std::less<>> titles;  // by path
  std::vector<Page> pages;
  CG_RETURN_IF_ERROR(book.pages([&](Page page) -> core::Status {
    if (progress.Cancelled())
      return core::Fail(core::ErrorCode::kCancelled, "the report was stopped; nothing was written");
    if (!IsRead(page.id)) return {};
    const std::string path = PathOf(page.id);
    titles[path] = page.title;
    print.contents_.push_back({PlaceOfPath(path), page.title, LevelOf(page.id)});
    print.titles_[PlaceOfPath(path)] = page.title;
    pages.push_back(std::move(page));
    return {};
  }));
  OneDocument whole(
      [&titles](std::string_view path, std::string_view anchor) -> std::string {
        if (!titles.contains(path)) return {};
        return PlaceOfPath(path) + (anchor.empty() || anchor == "content" ? "" : "__" + std::string(anchor));
      },
      kTitleLevel + 1);  // the heading of the contents stands before
  const RunningHeads heads(book, pages);
  const Css css = heads.Style();
  Markup head;
  {
    const auto in = head.In("head");
    head.Void("meta", {{"charset", "utf-8"}});
    head.Void("meta", {{"http-equiv", "Content-Security-Policy"},
                       {"content", "default-src 'none'; style-src 'unsafe-inline' file:; font-src file:"}});
    head.Leaf("title", {}, book.title);
    head.Void("link", {{"rel", "stylesheet"}, {"href", "style.css"}});
    head.Style(css);
  }
  Markup front;
  {
    const auto in = front.In("section", {{"class", "front"}});
    {
      const auto umbrella = front.In("svg", {{"viewBox", "0 0 48 48"}, {"aria-hidden", "true"}});
      front.Leaf(
          "path",
          {{"class", "b1"},
           {"d", "M4 26A20 20 0 0 1 44 26Q40 21.5 36 26Q32 21.5 28 26Q24 21.5 20 26Q16 21.5 12 26Q8 21.5 4 26Z"}},
          "");
      front.Leaf("path", {{"class", "b2"}, {"d", "M24 4V8M24 24V38A5 5 0 0 0 34 38"}}, "");
    }
    if (book.invented) front.Leaf("p", {{"class", "over"}}, t("Invented example: no organisation here is real."));
    if (const Notice& notice = book.notice; !notice.text.empty()) {
      front.Leaf("p", {{"class", "over"}, {"lang", notice.language}, {"dir", DirectionOf(notice.language)}},
                 notice.text);
    }
    const TitleLines lines = LinesOf(book.title);
    front.Leaf("h1", {}, lines.name);
    if (!lines.what.empty()) front.Leaf("p", {{"class", "sub"}}, lines.what);
    front.Leaf("p", {{"class", "colo"}}, book.footer);
  }
  front.Leaf("h2", {{"class", "toc-h pg0"}}, t("Contents"));
  print.before_ = "<!DOCTYPE html>\n<html lang=\"" + t.language() + "\" dir=\"" + DirectionOf(t.language()) + "\">" +
                  head.Take() + "<body class=\"print\"><main>" + front.Take();
  int head_of = 0;
  for (const Page& page : pages) {
    const std::string path = PathOf(page.id);
    const int level = LevelOf(page.id);
    Markup markup;
    BlockWriter writer(markup, page.id, t, For::kPaper);
    writer.Write(page);
    if (level == 1) ++head_of;
    const int number = ChapterNumberOf(book, page.id);
    print.after_ += "<div class=\"" + std::string(level == 1 ? "chapter" : "part") + " pg" + std::to_string(head_of) +
                    "\" id=\"" + PlaceOfPath(path) + "\">" + (number > 0 ? ChapterNumber(number) : std::string()) +
                    whole.Put(markup.Take(), path, kTitleLevel + level) + "</div>\n";
  }
  progress.End();
  return print;
}

}  // namespace publish
}  // namespace commonground
