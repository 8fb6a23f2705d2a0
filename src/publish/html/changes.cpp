// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Figures before and after: two numbers, two bars, what was counted, and how it is known.
#include "publish/html/blocks.h"

namespace commonground::publish {

void BlockWriter::operator()(const Changes& changes) {
  {
    const auto list = html_.In("ul", {{"class", "chg"}});
    for (const Changes::Item& item : changes.items) {
      const auto one = html_.In("li");
      if (!item.of.text.empty()) {
        const auto of = html_.In("p", {{"class", "of"}});
        Put(item.of);
      }
      {
        const auto numbers = html_.In("p", {{"class", item.drawn ? "fromto" : "fromto w"}});
        const auto figure = [&](const std::string& value) {
          html_.Leaf("span", {{"class", value.empty() ? "state" : ""}}, value.empty() ? changes.not_sourced : value);
        };
        figure(item.before);
        html_.Leaf("i", {{"aria-hidden", "true"}}, " → ");
        html_.Leaf("span", {{"class", "vh"}}, " " + changes.to + " ");
        figure(item.after);
      }
      if (item.drawn) {
        const auto bars =
            html_.In("svg", {{"viewBox", "0 0 100 20"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}});
        html_.Leaf("rect", {{"width", std::to_string(item.before_length)}, {"height", "8"}}, "");
        html_.Leaf("rect",
                   {{"class", "now"}, {"y", "11"}, {"width", std::to_string(item.after_length)}, {"height", "8"}}, "");
      }
      {
        const auto what = html_.In("p");
        {
          const auto measure = html_.In("b");
          Put(item.measure);
        }
        if (!item.when.empty()) {
          html_.Void("br");
          html_.Text(item.when);
        }
      }
      const auto grade = html_.In("p", {{"class", "grade"}});
      html_.Leaf("b", {}, item.evidence);
      html_.Text(" ");
      Put(item.how);
    }
  }
  if (!changes.note.empty()) html_.Leaf("p", {{"class", "src"}}, changes.note);
  html_.Line();
}

}  // namespace commonground::publish
