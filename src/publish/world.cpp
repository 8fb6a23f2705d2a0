// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// data/world/land.txt and places.csv, which are part of the program (tools/make-world-map).
#include "publish/world.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <span>

#include "core/check.h"
#include "core/embedded_file.h"

namespace commonground {

std::span<const core::EmbeddedFile> World();  // made by cg_embed

namespace publish {

namespace {

std::string_view File(std::string_view name) {
  for (const core::EmbeddedFile& file : World()) {
    if (file.name.ends_with(name)) return file.bytes;
  }
  CG_CHECK(false, "the build puts every file of data/world into the program");
}

double NumberOf(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// "KEN,708,290", a line a country, below a head.
std::map<std::string_view, MapPoint> Read(std::string_view text) {
  std::map<std::string_view, MapPoint> places;
  text.remove_prefix(std::min(text.size(), text.find('\n') + 1));
  while (!text.empty()) {
    const std::size_t end = std::min(text.size(), text.find('\n'));
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    const std::size_t one = line.find(',');
    const std::size_t other = line.rfind(',');
    if (one == std::string_view::npos || other <= one) continue;
    places.emplace(line.substr(0, one),
                   MapPoint{NumberOf(line.substr(one + 1, other - one - 1)), NumberOf(line.substr(other + 1))});
  }
  return places;
}

}  // namespace

std::string_view WorldLand() {
  return File("land.txt");
}

std::optional<MapPoint> MiddleOf(const model::CountryCode& country) {
  static const std::map<std::string_view, MapPoint> places = Read(File("places.csv"));
  const auto found = places.find(country.value);
  if (found == places.end()) return std::nullopt;
  return found->second;
}

}  // namespace publish
}  // namespace commonground
