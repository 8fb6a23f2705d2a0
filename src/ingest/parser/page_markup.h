// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Markup of web pages that browsers take otherwise than libxml2 does (HTML, 13.2.5): comments that are no whole ones,
// and what stands behind the end of the page.
#pragma once

#include <string>
#include <string_view>

namespace commonground::ingest::parser {

// The page without comments ("<!-->", "<!-- --!>", "<![if !supportLists]>", "<![CDATA[ ]]>", "<?xml ?>", "</ >") and
// without the ends of body and html, so that what stands behind them is part of the page, as browsers have it.
struct PageMarkup {
  std::string page;
  std::string unseen;  // what stands in a comment that never ends: to the end of the file
};
// UTF-8.  Cost: linear.
PageMarkup WithoutComments(std::string_view page);

}  // namespace commonground::ingest::parser
