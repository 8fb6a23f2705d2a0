// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Figures before and after, as their sources say them.  The same stands in the table that follows.
#pragma once

#include <string>
#include <vector>

#include "publish/text.h"

namespace commonground::publish {

struct Changes {
  struct Item {
    Span of;             // the case; empty: the page is about it
    std::string before;  // as the report writes it; empty: not sourced
    std::string after;
    // Both are numbers: how long their bars are, the longer one being 100.
    bool drawn = false;
    int before_length = 0;
    int after_length = 0;
    Span measure;
    std::string when;
    std::string evidence;  // "Type of evidence: measured."
    Spans how;
  };
  std::vector<Item> items;
  std::string not_sourced;  // in words
  std::string to;           // between the two, for those who hear the page
  std::string note;
};

}  // namespace commonground::publish
