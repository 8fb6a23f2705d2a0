// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The page before the reports, when there are several: the languages, each in its own words, with its forms.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "publish/html/html.h"
#include "publish/html/markup.h"
#include "publish/words.h"

namespace commonground::publish {

struct FrontPage {
  struct Edition {
    std::reference_wrapper<const Words> words;
    std::vector<FormLink> forms;  // the first is what the language's name leads to
  };
  std::string title;
  std::string language;  // BCP 47, of the title
  bool invented = false;
  std::vector<Edition> editions;
  std::string notice = {};  // in the language of the title
};

// One HTML file that needs nothing beside it.
std::string RenderFrontPage(const FrontPage& page);

// A page of our own that is no page of a report: head, style, and what `body` writes between <main> and </main>.
struct PlainHead {
  std::string title;
  std::string language;
};
std::string PlainPage(const PlainHead& head, const std::function<void(Markup&)>& body);

// "Français", in the language itself.
std::string NameOfLanguage(const std::string& language);

}  // namespace commonground::publish
