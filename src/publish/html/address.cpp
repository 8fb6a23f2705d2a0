// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// "../../index" as a code's id gives "index--1f3a..." and never leads out of its folder; "INT.3.1" stays "INT.3.1".
#include "publish/html/address.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/check.h"
#include "core/content_hash.h"

namespace commonground::publish {

namespace {

constexpr std::size_t kMaxPlain = 64;
constexpr std::size_t kMaxReadable = 40;  // of an id that is not plain, before its hash
constexpr std::size_t kHashDigits = 16;

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsLower(char c) {
  return c >= 'a' && c <= 'z';
}
bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}

// Windows keeps these for devices, with any ending.
bool IsDevice(std::string_view id) {
  std::string stem(id.substr(0, id.find('.')));
  std::ranges::transform(stem, stem.begin(), [](char c) { return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  static constexpr std::array<std::string_view, 4> kNames{"con", "prn", "aux", "nul"};
  if (std::ranges::find(kNames, stem) != kNames.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && IsDigit(stem[3]);
}

bool IsPlain(std::string_view id, Plain plain) {
  if (id.empty() || id.size() > kMaxPlain || id.front() == '.' || id.front() == '-' || id.back() == '.') return false;
  if (id.find("--") != std::string_view::npos || id.find("..") != std::string_view::npos || IsDevice(id)) return false;
  return std::ranges::all_of(id, [plain](char c) {
    return IsDigit(c) || c == '.' || c == '_' || c == '-' || (plain == Plain::kUpper ? IsUpper(c) : IsLower(c));
  });
}

std::string WithPart(std::string name, int part) {
  return part == 1 ? name : name + "--" + std::to_string(part);
}

}  // namespace

std::string SafeName(std::string_view id, Plain plain) {
  if (IsPlain(id, plain)) return std::string(id);
  std::string name;
  for (const char c : id) {
    if (name.size() == kMaxReadable) break;
    if (IsDigit(c) || IsLower(c)) {
      name += c;
    } else if (IsUpper(c)) {
      name += static_cast<char>(c - 'A' + 'a');
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  if (name.empty() || IsDevice(name)) name = "n" + name;
  return name + "--" + core::ContentHash(id).substr(0, kHashDigits);
}

std::string PathOf(const PageId& page) {
  const auto single = [&](const char* name) { return WithPart(name, page.part) + ".html"; };
  const auto in = [&](const char* folder, Plain plain) {
    return std::string(folder) + "/" + WithPart(SafeName(page.of, plain), page.part) + ".html";
  };
  switch (page.kind) {
    case PageKind::kSummary:
      return single("index");
    case PageKind::kCoverage:
      return single("coverage");
    case PageKind::kBarriers:
      return single("barriers");
    case PageKind::kMethodology:
      return single("how-we-know");
    case PageKind::kPractices:
      return single("common-ground");
    case PageKind::kLaws:
      return single("practices-by-law");
    case PageKind::kOutcomes:
      return single("practices-and-outcomes");
    case PageKind::kAnswers:
      return single("practices-and-barriers");
    case PageKind::kFindings:
      return single("findings");
    case PageKind::kContexts:
      return single("contexts");
    case PageKind::kCoalitions:
      return single("coalitions");
    case PageKind::kRecommendations:
      return single("recommendations");
    case PageKind::kConclusion:
      return single("conclusion");
    case PageKind::kSources:
      return single("sources");
    case PageKind::kAnnexes:
      return single("annexes");
    case PageKind::kAgreement:
      return single("agreement");
    case PageKind::kCases:
      return single("cases");
    case PageKind::kIndex:
      return single("a-to-z");
    case PageKind::kStates:
      return single("how-to-read");
    case PageKind::kTwoPages:
      return single("summary");
    case PageKind::kTargets:
      return single("targets");
    case PageKind::kChecklist:
      return single("checklist");
    case PageKind::kChanged:
      return single("what-changed");
    case PageKind::kRegion:
      return in("regions", Plain::kLower);
    case PageKind::kCase:
      return in("cases", Plain::kLower);
    case PageKind::kCountry:
      return in("countries", Plain::kUpper);
    case PageKind::kPractice:
      return in("practices", Plain::kUpper);
    case PageKind::kEvidence:
      return in("evidence", Plain::kUpper);
  }
  CG_CHECK(false, "the switch has every kind of page");
}

std::string AnchorOf(std::string_view name) {
  return SafeName(name, Plain::kLower);
}

std::string AnchorOf(const SourceTarget& source) {
  return "source-" + SafeName(source.source.value, Plain::kLower);
}

std::string AnchorOf(const PassageTarget& passage) {
  const std::string document = "d" + std::to_string(passage.document);
  return passage.paragraph == 0 ? document : document + "-p" + std::to_string(passage.paragraph);
}

std::string AnchorOf(const NumberTarget& number) {
  if (!number.with.empty()) return "with-" + SafeName(number.with.value, Plain::kUpper);
  if (number.grouping.empty()) return "all";
  return SafeName(number.grouping, Plain::kLower) + "-" + SafeName(number.group, Plain::kLower);
}

namespace {

struct Leading {
  PageId page;
  std::string anchor;
};

struct Resolver {
  Leading operator()(const std::monostate&) const { return {}; }
  Leading operator()(const PageId& page) const { return {page, {}}; }
  Leading operator()(const PlaceTarget& place) const { return {place.page, AnchorOf(place.name)}; }
  Leading operator()(const PassageTarget& passage) const {
    return {{PageKind::kCase, passage.of.value}, AnchorOf(passage)};
  }
  Leading operator()(const SourceTarget& source) const {
    return {{PageKind::kSources, {}, (source.number - 1) / kSourcesOnAPage + 1}, AnchorOf(source)};
  }
  Leading operator()(const NumberTarget& number) const {
    return {{PageKind::kEvidence, number.code.value}, AnchorOf(number)};
  }
  Leading operator()(const WebTarget&) const { return {}; }
};

}  // namespace

std::string HrefOf(const Target& target, const PageId& from) {
  if (!Leads(target)) return {};
  if (const auto* web = std::get_if<WebTarget>(&target)) return web->address;
  const Leading to = std::visit(Resolver{}, target);
  const std::string anchor = to.anchor.empty() ? "" : "#" + to.anchor;
  if (to.page == from && !anchor.empty()) return anchor;
  const std::string path = PathOf(to.page);
  // No page lies deeper than one folder, and none of a folder leads to its own folder but by its name.
  const bool below = PathOf(from).find('/') != std::string::npos;
  return (below ? "../" : "") + path + anchor;
}

}  // namespace commonground::publish
