// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A map of the world with a square a place, and what it is drawn on: land without borders and the middle of each
// country (data/world, from Natural Earth), in Equal Earth.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/ids.h"
#include "publish/pieces.h"

namespace commonground::publish {

struct WorldMap {
  struct Place {
    Span label;  // the country, or that it is not sourced
    std::string state;
    bool filled = false;
    std::optional<model::CountryCode> country = {};  // none: it stands in the list alone
  };
  struct Group {
    Span label;
    std::string note;
    int hue = kNoHue;
    std::vector<Place> places;
  };
  std::string id;
  std::string title;
  std::string subtitle;
  std::string description;             // the message, in words
  std::string filled, empty, unknown;  // what each kind of square means
  std::string foot;
  std::vector<Group> groups;
};

struct MapPoint {
  double x = 0, y = 0;
};
inline constexpr int kWorldWidth = 1176;
inline constexpr int kWorldHeight = 560;
// A path of SVG in a box of that size.
std::string_view WorldLand();
// Where a country lies in that box; nothing for a code that no country has.
std::optional<MapPoint> MiddleOf(const model::CountryCode& country);

}  // namespace commonground::publish
