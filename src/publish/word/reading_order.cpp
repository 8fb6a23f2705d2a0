// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A place is the page's path with its slash and ending taken off, then the anchor: both are safe names already.
#include "publish/word/reading_order.h"

#include "publish/html/address.h"

namespace commonground::publish {

bool IsRead(const PageId& page) {
  return page.kind != PageKind::kIndex && page.kind != PageKind::kEvidence && page.kind != PageKind::kTwoPages;
}

int LevelOf(const PageId& page) {
  switch (page.kind) {
    case PageKind::kRegion:
    case PageKind::kCase:
    case PageKind::kCountry:
    case PageKind::kPractice:
    case PageKind::kLaws:
    case PageKind::kOutcomes:
    case PageKind::kAnswers:
    case PageKind::kChecklist:
      return 2;
    default:
      return 1;
  }
}

namespace {

std::string PlaceOfPage(const PageId& page) {
  std::string place = PathOf(page);
  place.resize(place.rfind('.'));
  for (char& c : place) {
    if (c == '/') c = '_';
  }
  return "p-" + place;
}

}  // namespace

std::string PlaceOf(const PageId& page, const std::string& name) {
  return name.empty() ? PlaceOfPage(page) : PlaceOfPage(page) + "__" + AnchorOf(name);
}

std::string PlaceOf(const Target& target) {
  if (const auto* page = std::get_if<PageId>(&target)) return IsRead(*page) ? PlaceOfPage(*page) : "";
  if (const auto* place = std::get_if<PlaceTarget>(&target)) {
    return IsRead(place->page) ? PlaceOf(place->page, place->name) : "";
  }
  if (const auto* passage = std::get_if<PassageTarget>(&target)) {
    return PlaceOfPage({PageKind::kCase, passage->of.value}) + "__" + AnchorOf(*passage);
  }
  if (const auto* source = std::get_if<SourceTarget>(&target)) return "s-" + AnchorOf(*source);
  return {};
}

}  // namespace commonground::publish
