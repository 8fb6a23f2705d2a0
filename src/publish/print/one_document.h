// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pages of the site, put into one document: their names of places and their links are made those of the whole.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "publish/book.h"

namespace commonground::publish {

// The place of "cases/a.html" and "d1-p3" in the whole; empty: that page does not stand in it.
using PlaceInWhole = std::function<std::string(std::string_view path, std::string_view anchor)>;

// Takes the elements of one page (as html/markup.h writes them: every value in quotes and escaped).
// - ids, and what refers to them, become places of the whole;
// - links to pages that do not stand in it lose their address;
// - headings get a level: that of the page and as many as they are deeper, never more than one below the last.
class OneDocument {
 public:
  OneDocument(PlaceInWhole place, int title_level) : place_(std::move(place)), last_(title_level) {}
  std::string Put(std::string_view html, const std::string& path, int page_level);

 private:
  std::string Tag(std::string_view tag, const std::string& path, int page_level);
  PlaceInWhole place_;
  int last_;
};

}  // namespace commonground::publish
