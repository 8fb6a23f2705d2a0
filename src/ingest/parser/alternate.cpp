// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks up what a Choice requires.
#include "ingest/parser/alternate.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "ingest/parser/xml_tree.h"

namespace commonground::ingest::parser {

namespace {

// All that word processors brought in so far is named so.
constexpr std::array<std::string_view, 4> kUnderstood{"http://schemas.microsoft.com/office/",
                                                      "http://schemas.openxmlformats.org/",
                                                      "http://purl.oclc.org/ooxml/", "urn:schemas-microsoft-com:"};
// What they are called everywhere: some programs write them without saying what they stand for.
constexpr std::array<std::string_view, 14> kUsualPrefixes{"wps", "wpg", "wpc",   "wpi",    "wp14",   "w14", "w15",
                                                          "w16", "a14", "w16se", "w16cid", "w16cex", "c14", "v"};

}  // namespace

bool IsUnderstood(std::string_view required, const std::function<std::string(const std::string&)>& namespace_of) {
  std::istringstream prefixes{std::string(required)};
  for (std::string prefix; prefixes >> prefix;) {
    const std::string uri = namespace_of(prefix);
    if (uri.empty() && std::ranges::find(kUsualPrefixes, prefix) != kUsualPrefixes.end()) continue;
    if (std::ranges::none_of(kUnderstood, [&](std::string_view known) { return uri.starts_with(known); })) return false;
  }
  return true;
}

const xmlNode* Chosen(const xmlNode* alternate) {
  const xmlNode* fallback = nullptr;
  for (const xmlNode* one = alternate->children; one != nullptr; one = one->next) {
    const std::string_view name = NameOf(one);
    if (name == "Fallback" && fallback == nullptr) fallback = one;
    if (name != "Choice") continue;
    const auto namespace_of = [&](const std::string& prefix) -> std::string {
      // It changes nothing; its interface knows no const.
      const xmlNs* found =
          xmlSearchNs(one->doc, const_cast<xmlNode*>(one),  // NOLINT(cppcoreguidelines-pro-type-const-cast)
                      reinterpret_cast<const xmlChar*>(prefix.c_str()));
      return found == nullptr || found->href == nullptr ? "" : reinterpret_cast<const char*>(found->href);
    };
    if (IsUnderstood(AttributeOf(one, "Requires"), namespace_of)) return one;
  }
  return fallback;
}

}  // namespace commonground::ingest::parser
