// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which elements of a page its style rules hide, and how they number its lists.  Of CSS only what decides that: rules
// with `display`, `visibility` and `list-style`, by the cascade (importance, specificity, order).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/parser/xml_tree.h"

namespace commonground::ingest::parser {

struct PageStyle {  // empty: nothing is said
  std::string display;
  std::string visibility;
  std::string list;
};

class PageStyles {
 public:
  // Rules for a screen; those for print, and for some widths of a screen only, are left out.  At most 5,000 are kept.
  void Add(std::string_view css);

  // Cost: as many steps as there are rules.
  PageStyle Of(const xmlNode* element) const;

  // Selectors of rules that hide something and that cannot be followed ("p:nth-child(2)").
  const std::vector<std::string>& not_followed() const { return not_followed_; }

 private:
  struct Simple {
    char before = ' ';  // how it stands to the one before it: ' ', '>', '+', '~'
    std::string tag;
    std::string id;
    std::vector<std::string> classes;
    std::vector<std::pair<std::string, std::string>> attributes;  // name, value; "" any
  };
  struct Said {
    std::string value;
    bool important = false;
  };
  using Declared = std::map<std::string, Said>;
  struct Rule {
    std::vector<Simple> chain;
    int specificity = 0;
    Declared declared;
  };
  static Declared Declarations(std::string_view css);
  static bool Parse(std::string_view selector, Rule& rule);
  static bool Matches(const Simple& simple, const xmlNode* element);
  static bool Matches(const Rule& rule, std::size_t last, const xmlNode* element, int& steps);
  void AddRule(std::string_view selectors, std::string_view body);

  std::vector<Rule> rules_;
  std::vector<std::string> not_followed_;
};

}  // namespace commonground::ingest::parser
