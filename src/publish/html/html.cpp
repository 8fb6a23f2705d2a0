// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The frame around a page is a template whose escaping follows the context of each place; what it frames comes from
// BlockWriter.
#include "publish/html/html.h"

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>

#include <span>

#include "core/check.h"
#include "core/embedded_file.h"
#include "publish/html/address.h"
#include "publish/html/blocks.h"
#include "publish/html/language.h"

namespace commonground {

std::span<const core::EmbeddedFile> HtmlFiles();  // made by cg_embed

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

std::string Render(const Page& page, const Book& book, Alone alone) {
  const Words& t = book.words;
  const std::string root = PathOf(page.id).find('/') == std::string::npos ? "" : "../";
  Markup markup;
  BlockWriter writer(markup, page.id, t);
  for (const Block& block : page.blocks) std::visit(writer, block);
  TemplateDictionary dictionary("page");
  dictionary.SetValue("CONTENT", markup.Take());
  dictionary.SetValue("LANGUAGE", t.language());
  dictionary.SetValue("DIRECTION", DirectionOf(t.language()));
  dictionary.SetValue("TITLE", page.title);
  dictionary.SetValue("STUDY", book.title);
  dictionary.SetValue("ROOT", root);
  dictionary.SetValue("SKIP", t("Skip to the content"));
  dictionary.SetValue("NAVIGATION", t("Parts of the report"));
  dictionary.SetValue("FOOTER", book.footer);
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
  if (alone == Alone::kNo) {
    TemplateDictionary* header = dictionary.AddSectionDictionary("HEADER");
    for (const Book::Entry& entry : book.contents) {
      TemplateDictionary* item = header->AddSectionDictionary("NAV");
      item->SetValue("HREF", HrefOf(entry.page, page.id));
      item->SetValue("TEXT", entry.text);
      if (entry.page == page.id) item->ShowSection("CURRENT");
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
    CG_RETURN_IF_ERROR(sink(PathOf(page.id), publish::Render(page, book, Alone::kNo)));
    progress.Advance(++written);
    return {};
  };
  CG_RETURN_IF_ERROR(book.pages(write));
  CG_RETURN_IF_ERROR(sink("style.css", File("style.css")));
  progress.End();
  return {};
}

std::string RenderStandalone(const Page& page, const Book& book) {
  return Render(page, book, Alone::kYes);
}

}  // namespace publish
}  // namespace commonground
