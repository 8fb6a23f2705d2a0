// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The page of languages: one list, each item in its own language.

#include "publish/front/front_page.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "core/embedded_file.h"
#include "publish/html/language.h"
#include "publish/html/markup.h"

namespace commonground {

std::span<const core::EmbeddedFile> FrontFiles();  // made by cg_embed

namespace publish {

std::string NameOfLanguage(const std::string& language) {
  const icu::Locale locale(language.c_str());
  icu::UnicodeString name;
  locale.getDisplayLanguage(locale, name);
  icu::UnicodeString first(name, 0, name.moveIndex32(0, 1));
  name.replace(0, first.length(), first.toUpper(locale));
  std::string utf8;
  return name.toUTF8String(utf8);
}

std::string PlainPage(const PlainHead& about, const std::function<void(Markup&)>& body) {
  Markup html;
  {
    const auto root = html.In("html", {{"lang", about.language}, {"dir", DirectionOf(about.language)}});
    {
      const auto head = html.In("head");
      html.Void("meta", {{"charset", "utf-8"}});
      html.Void("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
      html.Void("meta",
                {{"http-equiv", "Content-Security-Policy"},
                 {"content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"}});
      html.Void("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
      html.Void("meta", {{"name", "robots"}, {"content", "noindex"}});
      html.Leaf("title", {}, about.title);
      html.Style(Css().File(FrontFiles().front()));
    }
    const auto all = html.In("body");
    const auto main = html.In("main");
    body(html);
  }
  return "<!DOCTYPE html>\n" + html.Take() + "\n";
}

std::string RenderFrontPage(const FrontPage& page) {
  return PlainPage({page.title, page.editions.front().words.get().language()}, [&](Markup& html) {
    html.Leaf("h1", {{"lang", page.language}, {"dir", DirectionOf(page.language)}}, page.title);
    if (!page.notice.empty())
      html.Leaf("p", {{"lang", page.language}, {"dir", DirectionOf(page.language)}}, page.notice);
    const auto list = html.In("ul");
    for (const FrontPage::Edition& edition : page.editions) {
      const Words& t = edition.words;
      const auto item =
          html.In("li", {{"class", "edition"}, {"lang", t.language()}, {"dir", DirectionOf(t.language())}});
      {
        const auto name = html.In("h2");
        html.Leaf("a", {{"href", edition.forms.front().path}, {"hreflang", t.language()}},
                  NameOfLanguage(t.language()));
      }
      if (page.invented) html.Leaf("p", {}, t("Invented example: no organisation here is real."));
      if (edition.forms.size() < 2) continue;
      const auto forms = html.In("ul");
      for (const FormLink& form : edition.forms) {
        const auto one = html.In("li");
        html.Leaf("a", {{"href", form.path}, {"hreflang", t.language()}}, form.text);
      }
    }
  });
}

}  // namespace publish
}  // namespace commonground
