// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The map: land, a square a place and its name where there is room; below it every place as a list, which says all that
// the map says (html/style.css, 12).
#include "publish/world.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "publish/html/address.h"
#include "publish/html/blocks.h"

namespace commonground::publish {

namespace {

constexpr double kSide = 16;    // of a square
constexpr double kLetter = 15;  // size of a label
constexpr double kGap = 7;

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
  bool Meets(const Box& other) const {
    return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
  }
};

// Text is about 0.55 em a letter wide; one line of it.
double WidthOf(const std::string& text) {
  double letters = 0;
  for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return letters * kLetter * 0.55 + 4;
}

struct Placed {
  Box square;
  Box label;
  bool end = false;       // the label ends at the square
  bool labelled = false;  // there is room for it
};

// Squares keep their place but for those that would lie on another; a label stands right, left, below or above of its
// square, where nothing else is.
std::vector<Placed> PlaceAll(const std::vector<std::pair<MapPoint, std::string>>& points) {
  std::vector<Placed> placed;
  for (const auto& [point, label] : points) {
    Placed one{{point.x - kSide / 2, point.y - kSide / 2, kSide, kSide}, {}, false, false};
    for (int step = 1; step < 12; ++step) {
      const bool free = std::ranges::none_of(placed, [&](const Placed& other) {
        const Box room{other.square.x - 2, other.square.y - 2, kSide + 4, kSide + 4};
        return room.Meets(one.square);
      });
      if (free) break;
      one.square.x = point.x - kSide / 2 + (step % 2 == 1 ? 1 : -1) * ((step + 1) / 2) * (kSide + 4);
    }
    placed.push_back(one);
  }
  const auto tries_of = [&](std::size_t i) {
    const double width = WidthOf(points[i].second);
    const Box& square = placed[i].square;
    return std::array<std::pair<Box, bool>, 4>{{{{square.x + kSide + kGap, square.y - 2, width, kLetter + 5}, false},
                                                {{square.x - kGap - width, square.y - 2, width, kLetter + 5}, true},
                                                {{square.x, square.y + kSide + 2, width, kLetter + 5}, false},
                                                {{square.x, square.y - kLetter - 7, width, kLetter + 5}, false}}};
  };
  const auto is_free = [&](const Box& box, const Placed& own) {
    if (box.x < 0 || box.x + box.width > kWorldWidth || box.y < 0) return false;
    return std::ranges::none_of(placed, [&](const Placed& other) {
      return (&other != &own && other.square.Meets(box)) || (other.labelled && other.label.Meets(box));
    });
  };
  // Those with the fewest places to stand choose first.
  std::vector<std::pair<std::ptrdiff_t, std::size_t>> order;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    order.emplace_back(
        std::ranges::count_if(tries_of(i), [&](const auto& one) { return is_free(one.first, placed[i]); }), i);
  }
  std::ranges::sort(order);
  for (const auto& [choices, i] : order) {
    Placed& one = placed[i];
    for (const auto& [box, end] : tries_of(i)) {
      if (!is_free(box, one)) continue;
      one.label = box;
      one.end = end;
      one.labelled = true;
      break;
    }
  }
  return placed;
}

std::string Of(double value) {
  return fmt::format("{:.4g}", value);
}

}  // namespace

void BlockWriter::Draw(const WorldMap& map) {
  const std::string title = AnchorOf(map.id) + "-d";
  const auto svg = html_.In(
      "svg",
      {{"viewBox", fmt::format("0 0 {} {}", kWorldWidth, kWorldHeight)}, {"role", "img"}, {"aria-labelledby", title}});
  html_.Leaf("title", {{"id", title}}, map.description);
  const std::string_view paths = WorldLand();
  const std::size_t first = paths.find('\n');
  html_.Leaf("path", {{"class", "gr"}, {"d", paths.substr(first + 1, paths.find('\n', first + 1) - first - 1)}}, "");
  html_.Leaf("path", {{"class", "land"}, {"d", paths.substr(0, first)}}, "");
  std::vector<std::pair<MapPoint, std::string>> points;
  std::vector<std::string> styles;
  for (const WorldMap::Group& group : map.groups) {
    for (const WorldMap::Place& place : group.places) {
      const auto at = place.country ? MiddleOf(*place.country) : std::nullopt;
      if (!at) continue;
      points.emplace_back(*at, place.label.text);
      styles.push_back(HueOf(group.hue) + (place.filled ? "" : " e"));
    }
  }
  const std::vector<Placed> placed = PlaceAll(points);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    html_.Leaf("rect",
               {{"class", styles[i]},
                {"x", Of(placed[i].square.x)},
                {"y", Of(placed[i].square.y)},
                {"width", Of(kSide)},
                {"height", Of(kSide)}},
               "");
  }
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const Placed& one = placed[i];
    // Several places of one country: its name once.
    const bool again = i > 0 && points[i - 1].second == points[i].second;
    if (!one.labelled || again) continue;
    html_.Leaf("text",
               {{"x", Of(one.end ? one.label.x + one.label.width : one.label.x)},
                {"y", Of(one.label.y + kLetter)},
                {"text-anchor", one.end ? "end" : ""}},
               points[i].second);
  }
}

void BlockWriter::operator()(const WorldMap& map) {
  {
    const std::string title = AnchorOf(map.id) + "-t";
    const auto figure = html_.In("figure", {{"class", "map"}, {"id", AnchorOf(map.id)}, {"aria-labelledby", title}});
    {
      const auto caption = html_.In("figcaption");
      html_.Leaf("p", {{"class", "fig-t"}, {"id", title}}, map.title);
      html_.Leaf("p", {{"class", "fig-s"}}, map.subtitle);
      const auto key = html_.In("ul", {{"class", "key none"}});
      const auto one = [&](const char* style, const std::string& label) {
        if (label.empty()) return;
        const auto item = html_.In("li");
        html_.Leaf("i", {{"class", style}}, "");
        html_.Text(label);
      };
      one("sq f", map.filled);
      one("sq", map.empty);
      one("sq x", map.unknown);
    }
    Draw(map);
    {
      const auto all = html_.In("ul", {{"class", "places5"}});
      for (const WorldMap::Group& group : map.groups) {
        const auto region = html_.In("li", {{"class", HueOf(group.hue)}});
        {
          const auto head = html_.In("h3", {{"class", "sans"}});
          Put(group.label);
        }
        html_.Leaf("p", {{"class", "muted"}}, group.note);
        const auto list = html_.In("ul", {{"class", "on-map"}});
        for (const WorldMap::Place& place : group.places) {
          const auto item = html_.In("li");
          html_.Leaf("i", {{"class", place.filled ? "sq f" : (place.country ? "sq" : "sq x")}}, "");
          const auto text = html_.In("span");
          Put(place.label);
          html_.Leaf("span", {{"class", "vh"}}, t.Colon() + place.state);
        }
      }
    }
    html_.Leaf("p", {{"class", "src"}}, map.foot);
  }
  html_.Line();
}

}  // namespace commonground::publish
