// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pages as HTML, by one template whose escaping follows the context of each place.
#pragma once

#include <string>
#include <vector>

#include "publish/page.h"
#include "publish/words.h"

namespace commonground::publish {

struct NavLink {
  std::string href;  // relative to the report's root
  std::string text;
};

struct Frame {  // what all pages share
  std::string study;
  std::vector<NavLink> nav;
  bool invented = false;
  std::string footer;
};

// UTF-8; the same page gives the same bytes.  Threads: any.
std::string RenderHtml(const Page& page, const Frame& frame, const Words& t);

// The same as one file that needs nothing beside it: the style is within it, and there is no way to other pages.
std::string RenderStandalone(const Page& page, const Frame& frame, const Words& t);

// The style sheet that every page links.
std::string_view StyleSheet();

}  // namespace commonground::publish
