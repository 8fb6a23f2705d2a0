// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two editions, two sources, several coders: as marks on a line, with the words beside them.
#include <fmt/format.h>

#include <algorithm>

#include "publish/html/address.h"
#include "publish/html/blocks.h"

namespace commonground::publish {

namespace {

constexpr int kSteps = 4;
int XOf(int step) {
  return 10 + 60 * (std::clamp(step, 1, kSteps) - 1);
}

}  // namespace

void BlockWriter::operator()(const Moves& moves) {
  {
    const auto list = html_.In("ul", {{"class", "clch"}, {"id", AnchorOf(moves.id)}});
    for (const Moves::Item& item : moves.items) {
      const auto one = html_.In("li");
      {
        const auto label = html_.In("p");
        const auto bold = html_.In("b");
        Put(item.label);
      }
      {
        const auto svg = html_.In("svg", {{"class", "stp"}, {"viewBox", "0 0 200 20"}, {"aria-hidden", "true"}});
        html_.Leaf("path", {{"d", "M10 10H190"}}, "");
        const auto circle = [&](const char* style, int step, const char* radius) {
          html_.Leaf("circle", {{"class", style}, {"cx", std::to_string(XOf(step))}, {"cy", "10"}, {"r", radius}}, "");
        };
        for (int step = 1; step <= kSteps; ++step) circle("", step, "4");
        if (item.before > 0 && item.now > 0) {
          const auto [from, to] = std::minmax(XOf(item.before), XOf(item.now));
          html_.Leaf("path", {{"class", "mv"}, {"d", fmt::format("M{} 10H{}", from, to)}}, "");
        }
        if (item.before > 0) circle("o", item.before, "7");
        if (item.now > 0) circle("nw", item.now, "7");
      }
      const auto words = html_.In("p", {{"class", "cl-a"}});
      html_.Leaf("span", {}, item.before_words);
      html_.Leaf("i", {{"aria-hidden", "true"}}, " → ");
      html_.Leaf("span", {{"class", "vh"}}, " " + moves.to + " ");
      html_.Leaf("b", {}, item.now_words);
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const Disputed& disputed) {
  for (const Disputed::Item& item : disputed.items) {
    const auto figure = html_.In("figure", {{"class", "dis"}});
    {
      const auto caption = html_.In("figcaption");
      html_.Leaf("p", {{"class", "fig-t"}}, item.title);
      if (!item.subtitle.empty()) html_.Leaf("p", {{"class", "fig-s"}}, item.subtitle);
    }
    const auto x = [](int place) { return 20 + place * 55 / 10; };
    if (item.drawn) {
      {
        const auto svg = html_.In("svg", {{"class", "dsp"}, {"viewBox", "0 0 600 56"}, {"aria-hidden", "true"}});
        html_.Leaf("path", {{"class", "ax"}, {"d", "M20 40H570M20 34V46M570 34V46"}}, "");
        const auto [least, most] = std::ranges::minmax_element(item.values, {}, &Disputed::Value::place);
        html_.Leaf("path", {{"class", "jn"}, {"d", fmt::format("M{} 40H{}", x(least->place), x(most->place))}}, "");
        for (std::size_t i = 0; i < item.values.size(); ++i) {
          const int at = x(item.values[i].place);
          if (i % 2 == 0) {
            html_.Leaf("circle", {{"class", "a"}, {"cx", std::to_string(at)}, {"cy", "40"}, {"r", "8"}}, "");
          } else {
            html_.Leaf("rect",
                       {{"class", "b"}, {"x", std::to_string(at - 8)}, {"y", "32"}, {"width", "16"}, {"height", "16"}},
                       "");
          }
        }
      }
      const auto scale = html_.In("div", {{"class", "dis-s"}, {"aria-hidden", "true"}});
      html_.Leaf("span", {}, "0");
      html_.Leaf("span", {}, item.end);
    }
    const auto list = html_.In("ul", {{"class", "dis-2"}});
    for (std::size_t i = 0; i < item.values.size(); ++i) {
      const auto one = html_.In("li");
      html_.Leaf("p", {{"class", item.drawn ? "bigno" : "disv"}}, item.values[i].value);
      const auto source = html_.In("p");
      if (item.drawn) {
        const auto key = html_.In("svg", {{"class", "dk"}, {"viewBox", "0 0 16 16"}, {"aria-hidden", "true"}});
        if (i % 2 == 0) {
          html_.Leaf("circle", {{"class", "a"}, {"cx", "8"}, {"cy", "8"}, {"r", "6.5"}}, "");
        } else {
          html_.Leaf("rect", {{"class", "b"}, {"x", "1.5"}, {"y", "1.5"}, {"width", "13"}, {"height", "13"}}, "");
        }
      }
      Put(item.values[i].source);
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const Parts& parts) {
  static constexpr const char* kShades[] = {"5", "3", "1"};
  int all = 0;
  for (const Parts::Part& part : parts.parts) all += part.count;
  {
    const auto figure = html_.In("figure", {{"id", AnchorOf(parts.id)}});
    {
      const auto caption = html_.In("figcaption");
      html_.Leaf("p", {{"class", "fig-t"}}, parts.title);
      html_.Leaf("p", {{"class", "fig-s"}}, parts.subtitle);
    }
    {
      const auto svg = html_.In("svg", {{"class", "agr"},
                                        {"viewBox", fmt::format("0 0 {} 20", std::max(all, 1))},
                                        {"preserveAspectRatio", "none"},
                                        {"aria-hidden", "true"}});
      int from = 0;
      for (std::size_t i = 0; i < parts.parts.size(); ++i) {
        html_.Leaf("rect",
                   {{"class", std::string("q") + kShades[std::min<std::size_t>(i, 2)]},
                    {"x", std::to_string(from)},
                    {"width", std::to_string(parts.parts[i].count)},
                    {"height", "20"}},
                   "");
        from += parts.parts[i].count;
      }
    }
    const auto key = html_.In("ul", {{"class", "key agk"}});
    for (std::size_t i = 0; i < parts.parts.size(); ++i) {
      const auto one = html_.In("li");
      html_.Leaf("i", {{"class", std::string("b") + kShades[std::min<std::size_t>(i, 2)]}}, "");
      html_.Leaf("b", {}, std::to_string(parts.parts[i].count));
      html_.Text(" " + parts.parts[i].label);
    }
  }
  html_.Line();
}

}  // namespace commonground::publish
