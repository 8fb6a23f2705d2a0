// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The frame around a page is a template whose escaping follows the context of each place; what it frames comes from
// BlockWriter.
#include "publish/html/html.h"

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>

#include <algorithm>
#include <span>

#include "core/check.h"
#include "core/embedded_file.h"
#include "publish/html/address.h"
#include "publish/html/blocks.h"
#include "publish/html/language.h"
#include "publish/titles.h"

namespace commonground {

std::span<const core::EmbeddedFile> HtmlFiles();  // made by cg_embed
std::span<const core::EmbeddedFile> Fonts();

namespace publish {

namespace {

using ctemplate::TemplateDictionary;

std::string_view File(std::string_view name) {
  for (const core::EmbeddedFile& file : HtmlFiles()) {
    if (file.name.ends_with(name)) return file.bytes;
  }
  CG_CHECK(false, "the build puts every file of html/ into the program");
}

ctemplate::TemplateCache& Templates() {
  static ctemplate::TemplateCache* const cache = [] {
    auto* made = new ctemplate::TemplateCache;  // lives as long as the program
    const std::string_view page = File("page.tpl");
    CG_CHECK(made->StringToTemplateCache("page", page.data(), page.size(), ctemplate::DO_NOT_STRIP),
             "the template is well-formed");
    made->Freeze();
    return made;
  }();
  return *cache;
}

enum class Alone { kNo, kYes };

std::string Render(const Page& page, const Book& book, const std::vector<FormLink>& forms, Alone alone) {
  const Words& t = book.words;
  const std::string root = PathOf(page.id).find('/') == std::string::npos ? "" : "../";
  Markup markup;
  BlockWriter writer(markup, page.id, t);
  const auto chapter = std::ranges::find(book.contents, page.id, &Link::page);
  const bool is_chapter = chapter != book.contents.end() && chapter != book.contents.begin() && alone == Alone::kNo;
  writer.Write(page, is_chapter ? static_cast<int>(chapter - book.contents.begin()) + 1 : 0);
  TemplateDictionary dictionary("page");
  dictionary.SetValue("CONTENT", markup.Take());
  dictionary.SetValue("LANGUAGE", t.language());
  dictionary.SetValue("DIRECTION", DirectionOf(t.language()));
  const bool says_study = page.title.ends_with(book.title);  // as the first page does
  dictionary.SetValue("TITLE", says_study ? page.title : page.title + " – " + book.title);
  dictionary.SetValue("STUDY", book.title);
  dictionary.SetValue("BRAND", LinesOf(book.title).name);
  dictionary.SetValue("ROOT", root);
  dictionary.SetValue("SKIP", t("Skip to the content"));
  dictionary.SetValue("NAVIGATION", t("Parts of the report"));
  dictionary.SetValue("FOOTER", book.web_footer.empty() ? book.footer : book.web_footer);
  if (alone == Alone::kYes) {
    dictionary.ShowSection("POLICY_ALONE");
    dictionary.AddSectionDictionary("STYLE_ALONE")->SetValue("CSS", std::string(File("style.css")));
    dictionary.ShowSection("HEADER_ALONE");
    dictionary.ShowSection("ALONE");
  } else {
    dictionary.ShowSection("POLICY");
    dictionary.ShowSection("STYLE_LINK");
  }
  if (book.invented) {
    dictionary.AddSectionDictionary("INVENTED")->SetValue("TEXT", t("Invented example: no organisation here is real."));
  }
  if (!book.notice.text.empty()) {
    TemplateDictionary* notice = dictionary.AddSectionDictionary("INVENTED");
    notice->SetValue("TEXT", book.notice.text);
    if (book.notice.language != t.language()) {
      TemplateDictionary* of = notice->AddSectionDictionary("OF");
      of->SetValue("LANGUAGE", book.notice.language);
      of->SetValue("DIRECTION", DirectionOf(book.notice.language));
    }
  }
  if (alone == Alone::kNo) {
    TemplateDictionary* header = dictionary.AddSectionDictionary("HEADER");
    header->SetValue("CONTENTS", t("Contents"));
    int number = 0;
    for (const Link& link : book.contents) {
      TemplateDictionary* item = header->AddSectionDictionary("NAV");
      item->SetValue("HREF", HrefOf(link.page, page.id));
      item->SetValue("TEXT", link.text);
      item->SetIntValue("NUMBER", ++number);
      if (link.page == page.id) item->ShowSection("CURRENT");
    }
    TemplateDictionary* more = dictionary.AddSectionDictionary("MORE");
    more->SetValue("TITLE", t("More of the report"));
    for (const Link& link : book.more) {
      TemplateDictionary* item = more->AddSectionDictionary("ITEM");
      item->SetValue("HREF", HrefOf(link.page, page.id));
      item->SetValue("TEXT", link.text);
    }
    if (!forms.empty()) {
      TemplateDictionary* other = dictionary.AddSectionDictionary("FORMS");
      other->SetValue("LABEL", t("Other forms and languages"));
      for (const FormLink& link : forms) {
        TemplateDictionary* item = other->AddSectionDictionary("FORM");
        item->SetValue("HREF", root + link.path);
        item->SetValue("TEXT", link.text);
        if (link.language.empty()) continue;
        TemplateDictionary* language = item->AddSectionDictionary("OF");
        language->SetValue("LANGUAGE", link.language);
        language->SetValue("DIRECTION", DirectionOf(link.language));
      }
    }
    if (page.previous || page.next) {
      TemplateDictionary* around = dictionary.AddSectionDictionary("AROUND");
      around->SetValue("LABEL", t("Previous and next"));
      const auto add = [&](const std::optional<Link>& link, const char* section, const std::string& text) {
        if (!link) return;
        TemplateDictionary* one = around->AddSectionDictionary(section);
        one->SetValue("HREF", HrefOf(link->page, page.id));
        one->SetValue("WORD", text);
        one->SetValue("TEXT", link->text);
      };
      add(page.previous, "PREVIOUS", t("Previous"));
      add(page.next, "NEXT", t("Next"));
    }
  }
  std::string html;
  CG_CHECK(Templates().ExpandNoLoad("page", ctemplate::DO_NOT_STRIP, &dictionary, nullptr, &html),
           "the template is in the cache");
  return html;
}

}  // namespace

core::Status HtmlRenderer::Render(const Book& book, const FileSink& sink, core::Progress& progress) const {
  progress.Begin("Writing the report", 0);
  std::int64_t written = 0;
  const PageSink write = [&](const Page& page) -> core::Status {
    if (progress.Cancelled())
      return core::Fail(core::ErrorCode::kCancelled, "the report was stopped; nothing was written");
    CG_RETURN_IF_ERROR(sink(PathOf(page.id), publish::Render(page, book, forms_, Alone::kNo)));
    progress.Advance(++written);
    return {};
  };
  CG_RETURN_IF_ERROR(book.pages(write));
  CG_RETURN_IF_ERROR(WriteStyle(sink));
  progress.End();
  return {};
}

core::Status WriteStyle(const FileSink& sink) {
  CG_RETURN_IF_ERROR(sink("style.css", std::string(File("fonts.css")) + std::string(File("style.css"))));
  for (const core::EmbeddedFile& file : Fonts()) {
    const std::size_t slash = file.name.rfind('/');
    const std::string name(slash == std::string_view::npos ? file.name : file.name.substr(slash + 1));
    CG_RETURN_IF_ERROR(sink("fonts/" + name, file.bytes));
  }
  return {};
}

std::string RenderStandalone(const Page& page, const Book& book) {
  return Render(page, book, {}, Alone::kYes);
}

}  // namespace publish
}  // namespace commonground
