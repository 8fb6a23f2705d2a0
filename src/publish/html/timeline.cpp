// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Strips of the law over time, filters of cards, and the confidence of a finding.
#include <fmt/format.h>

#include <algorithm>

#include "publish/html/address.h"
#include "publish/html/blocks.h"
#include "publish/titles.h"

namespace commonground::publish {

namespace {

constexpr int kWideEnough = 12;  // per cent of a strip, for words to stand in it

std::string WidthClass(int years) {
  return "w" + std::to_string(std::clamp(years, 1, kMaxYears));
}

}  // namespace

void BlockWriter::operator()(const Timeline& line) {
  int total = 0;
  for (const Timeline::Segment& tick : line.axis) total += tick.years;
  {
    const std::string title = AnchorOf(line.id) + "-t";
    const auto figure = html_.In("figure", {{"id", AnchorOf(line.id)}, {"aria-labelledby", title}});
    {
      const auto caption = html_.In("figcaption");
      html_.Leaf("p", {{"class", "fig-t"}, {"id", title}}, line.title);
      html_.Leaf("p", {{"class", "fig-s"}}, line.subtitle);
    }
    {
      const auto all = html_.In("ul", {{"class", "tl"}});
      {
        const auto axis = html_.In("li", {{"class", "tl-ax"}, {"aria-hidden", "true"}});
        html_.Leaf("p", {{"class", "tl-l"}}, "");
        const auto ticks = html_.In("ol");
        for (const Timeline::Segment& tick : line.axis) {
          html_.Leaf("li", {{"class", WidthClass(tick.years)}}, tick.years * 100 < total * 4 ? "" : tick.text);
        }
      }
      for (const Timeline::Row& row : line.rows) {
        const auto item = html_.In("li");
        {
          const auto label = html_.In("p", {{"class", "tl-l"}});
          html_.Leaf(row.strong ? "b" : "span", {}, row.label);
        }
        const auto strip = html_.In("ol", {{"class", "tl-s"}});
        for (const Timeline::Segment& segment : row.segments) {
          const std::string shade = segment.sourced ? fmt::format("m{}", std::clamp(segment.shade, 0, 5)) : "u0";
          const auto one = html_.In("li", {{"class", WidthClass(segment.years) + " " + shade}});
          const bool wide = segment.years * 100 >= total * kWideEnough;
          const auto words = html_.In("span", {{"class", wide ? "tl-w" : "vh"}});
          html_.Text(segment.text);
          if (!segment.note.empty()) {
            html_.Text(" ");
            html_.Leaf("small", {}, segment.note);
          }
        }
      }
    }
    if (!line.foot.empty()) {
      const auto foot = html_.In("p", {{"class", "src"}});
      Put(line.foot);
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const Filters& filters) {
  {
    const auto all = html_.In("div", {{"class", "filt"}});
    for (const Filters::List& list : filters.lists) {
      const auto one = html_.In("div");
      html_.Leaf("h3", {}, list.title);
      const auto items = html_.In("ul");
      for (const Filters::Item& item : list.items) {
        const auto li = html_.In("li");
        if (item.number == 0) {
          Put(WithCapital(item.label));
        } else {
          html_.Leaf("a", {{"href", fmt::format("#filter-{}", item.number)}, {"lang", item.label.language}},
                     Capital(item.label.text));
        }
      }
    }
  }
  if (!filters.note.empty()) html_.Leaf("p", {{"class", "src"}}, filters.note);
  for (const Filters::List& list : filters.lists) {
    for (const Filters::Item& item : list.items) {
      if (item.number == 0) continue;
      const auto said = html_.In("p", {{"class", "fl"}, {"id", fmt::format("filter-{}", item.number)}});
      html_.Text(item.said + " ");
      html_.Leaf("a", {{"href", "#content"}}, filters.all);
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const Grading& grading) {
  {
    const auto all = html_.In("div", {{"class", "cq"}});
    {
      const auto statement = html_.In("p", {{"class", "stmt"}});
      Put(grading.statement);
    }
    {
      const auto overall = html_.In("p", {{"class", "overall"}});
      html_.Leaf("b", {{"class", grading.grade == 0 ? "state" : ""}}, grading.confidence);
    }
    {
      const auto steps = html_.In("ol", {{"class", grading.grade == 0 ? "steps ung" : "steps"}});
      for (std::size_t i = 0; i < grading.grades.size(); ++i) {
        const bool here = static_cast<int>(i) + 1 == grading.grade;
        html_.Leaf("li", {{"class", here ? "on" : ""}}, grading.grades[i]);
      }
    }
    if (!grading.note.empty()) html_.Leaf("p", {{"class", "src"}}, grading.note);
    if (!grading.components.empty()) {
      // Concerns that only the reason tells have no column.
      const bool told = std::ranges::any_of(grading.components, [](const auto& one) { return !one.level.empty(); });
      const auto wide = html_.In("div", {{"class", "scroll"}});
      const auto table = html_.In("table", {{"class", "cardtable cq"}});
      html_.Leaf("caption", {{"class", "fig-t"}}, grading.title);
      {
        const auto head = html_.In("thead");
        const auto row = html_.In("tr");
        for (std::size_t i = 0; i < grading.head.size(); ++i) {
          if (i != 1 || told) html_.Leaf("th", {{"scope", "col"}}, grading.head[i]);
        }
      }
      const auto body = html_.In("tbody");
      for (const Grading::Component& component : grading.components) {
        const auto row = html_.In("tr");
        {
          const auto name = html_.In("th", {{"scope", "row"}});
          html_.Text(component.name);
          if (!component.term.empty()) {
            html_.Void("br");
            html_.Leaf("span", {{"class", "muted"}}, component.term);
          }
        }
        if (told) {
          const auto level = html_.In("td", {{"data-l", grading.head.size() > 1 ? grading.head[1] : ""}});
          const auto inside = html_.In("span");
          if (component.concerns > 0) {
            const auto boxes = html_.In("span", {{"class", "lv"}, {"aria-hidden", "true"}});
            for (int i = 1; i <= 4; ++i) html_.Leaf("i", {{"class", i <= component.concerns ? "f" : ""}}, "");
          }
          html_.Text(component.level);
        }
        const auto why = html_.In("td", {{"data-l", grading.head.size() > 2 ? grading.head[2] : ""}});
        const auto inside = html_.In("span");
        Put(component.reason);
      }
    }
  }
  html_.Line();
}

}  // namespace commonground::publish
