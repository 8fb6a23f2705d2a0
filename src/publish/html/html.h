// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A book as a static site: HTML, CSS and SVG; no script, no network.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "publish/renderer.h"

namespace commonground::publish {

// The same report in another form or language, for the foot of each page.
struct FormLink {
  std::string path;  // from the root of the site: "../report-fr.pdf"
  std::string text;
  std::string language = {};  // BCP 47, of the text and of what it leads to; empty: that of the page
};

class HtmlRenderer : public Renderer {
 public:
  explicit HtmlRenderer(std::vector<FormLink> forms = {}) : forms_(std::move(forms)) {}
  // One file a page, and "style.css".  Cost: O(pages); a page at a time in memory.
  core::Status Render(const Book& book, const FileSink& sink, core::Progress& progress) const override;

 private:
  std::vector<FormLink> forms_;
};

// "style.css" and the fonts that it names, "fonts/...": what each page needs beside it.
core::Status WriteStyle(const FileSink& sink);

// One page of a book as one file that needs nothing beside it: the style is within it, and there is no way to other
// pages: its blocks lead only to places of their own page.
std::string RenderStandalone(const Page& page, const Book& book);

}  // namespace commonground::publish
