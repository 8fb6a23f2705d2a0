// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Recommendations as a list: to whom, what, and what each rests on.
#include "publish/html/address.h"
#include "publish/html/blocks.h"

namespace commonground::publish {

void BlockWriter::operator()(const Advice& advice) {
  {
    const auto list = html_.In("ul", {{"class", advice.whole_page ? "recos" : ""}});
    for (const Advice::Item& item : advice.items) {
      const auto one = html_.In("li", {{"class", "reco"}, {"id", item.id.empty() ? "" : AnchorOf(item.id)}});
      html_.Leaf("p", {{"class", "to"}}, item.to);
      {
        const auto what = html_.In("div", {{"class", "what"}});
        {
          const auto statement = html_.In("p");
          Put(item.statement);
        }
        if (!item.text.empty()) {
          const auto text = html_.In("p");
          Put(item.text);
        }
      }
      if (item.rests_on.empty()) continue;
      const auto rests = html_.In("div", {{"class", "rests"}});
      html_.Leaf("b", {}, advice.head.size() > 2 ? advice.head[2] : "");
      const auto all = html_.In("ul");
      for (const Spans& line : item.rests_on) {
        const auto li = html_.In("li");
        Put(line);
      }
    }
  }
  html_.Line();
}

}  // namespace commonground::publish
