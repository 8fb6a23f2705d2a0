// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "publish/html/html.h"

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "core/check.h"
#include "core/embedded_file.h"

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

bool LeavesReport(const std::string& href) {
  return href.starts_with("http:") || href.starts_with("https:") || href.starts_with("mailto:");
}

// Fills one page's dictionary.  `root` leads from the page to the report's root: "" or "../".
class Filler {
 public:
  Filler(TemplateDictionary& page, std::string root, const Words& t) : page_(page), root_(std::move(root)), t_(t) {}

  std::string Address(const std::string& href) const {
    return LeavesReport(href) || href.starts_with('#') ? href : root_ + href;
  }

  void operator()(const Heading& heading) {
    TemplateDictionary* block = Section(heading.level == 2 ? "H2" : "H3");
    block->SetValue("ID", heading.id);
    block->SetValue("TEXT", heading.text);
  }
  void operator()(const Paragraph& paragraph) {
    TemplateDictionary* block = Section("PARAGRAPH");
    if (!paragraph.style.empty()) block->AddSectionDictionary("STYLE")->SetValue("NAME", paragraph.style);
    Put(paragraph.spans, block);
  }
  void operator()(const Bullets& bullets) {
    TemplateDictionary* block = Section("BULLETS");
    for (const Spans& item : bullets.items) Put(item, block->AddSectionDictionary("ITEM"));
  }
  void operator()(const Table& table) {
    TemplateDictionary* block = Section("TABLE");
    block->SetValue("ID", table.id);
    block->SetValue("CAPTION", table.caption);
    for (const std::string& text : table.head) block->AddSectionDictionary("HEAD")->SetValue("TEXT", text);
    for (const auto& row : table.rows) {
      TemplateDictionary* line = block->AddSectionDictionary("ROW");
      bool first = true;
      for (const Spans& cell : row) {
        Put(cell, line->AddSectionDictionary("CELL")->AddSectionDictionary(first ? "FIRST" : "REST"));
        first = false;
      }
    }
  }
  void operator()(const Figure& figure) {
    TemplateDictionary* block = Section("FIGURE");
    block->SetValue("ID", figure.id);
    block->SetValue("TITLE", figure.title);
    block->SetValue("SUBTITLE", figure.subtitle);
    block->SetValue("DESCRIPTION", figure.description);
    // A picture hides what is in it from screen readers; one with links is a group.
    const bool linked = std::ranges::any_of(figure.shapes, [](const Shape& shape) { return !shape.href.empty(); });
    block->SetValue("ROLE", linked ? "group" : "img");
    block->SetValue("WIDTH", Number(figure.width));
    block->SetValue("HEIGHT", Number(figure.height));
    for (const Shape& shape : figure.shapes) Put(shape, figure, block->AddSectionDictionary("SHAPE"));
    if (!figure.twin.rows.empty()) (*this)(figure.twin);
  }
  void operator()(const Prose& prose) { Section("PROSE")->SetValue("HTML", prose.html); }
  void operator()(const Passage& passage) {
    TemplateDictionary* block = Section("PASSAGE");
    block->SetValue("ID", passage.id);
    block->SetValue("HTML", passage.html);
    if (!passage.language.empty()) block->AddSectionDictionary("IN")->SetValue("LANGUAGE", passage.language);
    if (passage.codes.empty()) return;
    TemplateDictionary* codes = block->AddSectionDictionary("CODES");
    codes->SetValue("LABEL", t_("Coded here"));
    for (const Spans& code : passage.codes) Put(code, codes->AddSectionDictionary("CODE"));
  }

  void operator()(const Sides& sides) {
    TemplateDictionary* block = Section("SIDES");
    block->SetValue("ID", sides.id);
    Put(sides.title, block);
    for (const Side& side : sides.sides) {
      TemplateDictionary* one = block->AddSectionDictionary("SIDE");
      one->SetValue("HEADING", side.heading);
      if (!side.state.empty()) one->AddSectionDictionary("STATE")->SetValue("TEXT", side.state);
      for (const Side::Quote& quote : side.quotes) {
        TemplateDictionary* words = one->AddSectionDictionary("QUOTE");
        words->SetValue("WORDS", quote.text);
        if (!quote.language.empty()) words->AddSectionDictionary("IN")->SetValue("LANGUAGE", quote.language);
        Put(quote.label, words);
      }
    }
  }

 private:
  TemplateDictionary* Section(const char* kind) {
    return page_.AddSectionDictionary("BLOCK")->AddSectionDictionary(kind);
  }
  static std::string Number(double value) { return fmt::format("{:g}", value); }

  void Put(const Spans& spans, TemplateDictionary* into) const {
    for (const Span& span : spans) {
      TemplateDictionary* one = into->AddSectionDictionary("SPAN");
      if (!span.href.empty()) {
        TemplateDictionary* link = one->AddSectionDictionary("LINK");
        link->SetValue("HREF", Address(span.href));
        link->SetValue("TEXT", span.text);
        if (LeavesReport(span.href)) link->ShowSection("OUT");
      } else if (!span.style.empty()) {
        TemplateDictionary* styled = one->AddSectionDictionary("STYLED");
        styled->SetValue("NAME", span.style);
        styled->SetValue("TEXT", span.text);
      } else {
        one->AddSectionDictionary("PLAIN")->SetValue("TEXT", span.text);
      }
    }
  }

  void Put(const Shape& shape, const Figure& figure, TemplateDictionary* into) const {
    if (!shape.href.empty()) {
      // Shown twice by the template: it opens and closes the link.
      TemplateDictionary* link = into->AddSectionDictionary("LINKED");
      link->SetValue("HREF", Address(shape.href));
      link->SetValue("LABEL", shape.label);
    }
    const char* section = shape.kind == Shape::Kind::kRect   ? "RECT"
                          : shape.kind == Shape::Kind::kLine ? "LINE"
                                                             : "LABELLED";
    TemplateDictionary* mark = into->AddSectionDictionary(section);
    mark->SetValue("NAME", shape.style);
    mark->SetValue("X", Number(shape.x));
    mark->SetValue("Y", Number(shape.y));
    mark->SetValue("W", Number(shape.width));
    mark->SetValue("H", Number(shape.height));
    mark->SetValue("X2", Number(shape.x + shape.width));
    mark->SetValue("Y2", Number(shape.y + shape.height));
    mark->SetValue("TEXT", shape.text);
    mark->SetValue("ANCHOR", shape.anchor);
    if (shape.style == "hatched") mark->AddSectionDictionary("HATCHED")->SetValue("ID", figure.id);
  }

  TemplateDictionary& page_;
  std::string root_;
  const Words& t_;
};

}  // namespace

std::string_view StyleSheet() {
  return File("style.css");
}

namespace {

enum class Alone { kNo, kYes };

std::string Render(const Page& page, const Frame& frame, const Words& t, Alone alone) {
  std::string root;
  for (const char c : page.path) root += c == '/' ? "../" : "";
  TemplateDictionary dictionary("page");
  Filler filler(dictionary, root, t);
  dictionary.SetValue("LANGUAGE", t.language());
  dictionary.SetValue("DIRECTION", "ltr");
  dictionary.SetValue("TITLE", page.title);
  dictionary.SetValue("STUDY", frame.study);
  dictionary.SetValue("ROOT", root);
  dictionary.SetValue("SKIP", t("Skip to the content"));
  dictionary.SetValue("NAVIGATION", t("Parts of the report"));
  dictionary.SetValue("FOOTER", frame.footer);
  if (alone == Alone::kYes) {
    dictionary.ShowSection("POLICY_ALONE");
    dictionary.AddSectionDictionary("STYLE_ALONE")->SetValue("CSS", std::string(StyleSheet()));
    dictionary.ShowSection("HEADER_ALONE");
    dictionary.ShowSection("ALONE");
  } else {
    dictionary.ShowSection("POLICY");
    dictionary.ShowSection("STYLE_LINK");
  }
  if (frame.invented) {
    dictionary.AddSectionDictionary("INVENTED")->SetValue("TEXT", t("Invented example: no organisation here is real."));
  }
  TemplateDictionary* header = alone == Alone::kYes ? nullptr : dictionary.AddSectionDictionary("HEADER");
  for (const NavLink& link : frame.nav) {
    if (header == nullptr) break;
    TemplateDictionary* item = header->AddSectionDictionary("NAV");
    item->SetValue("HREF", root + link.href);
    item->SetValue("TEXT", link.text);
    if (link.href == page.path) item->ShowSection("CURRENT");
  }
  for (const Block& block : page.blocks) std::visit(filler, block);
  std::string html;
  CG_CHECK(Templates().ExpandNoLoad("page", ctemplate::DO_NOT_STRIP, &dictionary, nullptr, &html),
           "the template is in the cache");
  return html;
}

}  // namespace

std::string RenderHtml(const Page& page, const Frame& frame, const Words& t) {
  return Render(page, frame, t, Alone::kNo);
}

std::string RenderStandalone(const Page& page, const Frame& frame, const Words& t) {
  return Render(page, frame, t, Alone::kYes);
}

}  // namespace publish
}  // namespace commonground
