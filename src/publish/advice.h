// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Recommendations: to whom, what, and what each rests on.
#pragma once

#include <string>
#include <vector>

#include "publish/text.h"

namespace commonground::publish {

struct Advice {
  struct Item {
    std::string id;  // of its place on the page; empty: it has one elsewhere
    std::string to;
    Span statement;
    Spans text = {};  // why, in people's words
    std::vector<Spans> rests_on;
  };
  std::vector<std::string> head;  // to whom, recommendation, rests on: of the same as a table
  bool whole_page = false;        // larger, with all columns of the page
  std::vector<Item> items;
};

}  // namespace commonground::publish
