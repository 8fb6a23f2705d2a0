// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Blocks that set two things side by side: classes of two editions, values of two sources, what several coders saw.
#pragma once

#include <string>
#include <vector>

#include "publish/text.h"

namespace commonground::publish {

// A step of four, before and now.
struct Moves {
  struct Item {
    Span label;
    int before = 0;  // 0 to 4: of `steps`; 0: none of them
    int now = 0;
    std::string before_words;
    std::string now_words;
  };
  std::string id;
  std::string title;
  std::vector<std::string> head;  // what, before, now: of the same as a table
  std::string to;                 // between the two, for those who hear the page
  std::vector<Item> items;
};

// Values of sources that differ: both stand, none is chosen.
struct Disputed {
  struct Value {
    std::string value;
    int place = 0;  // on the line, 0 to 100
    Spans source;   // which, and of when
  };
  struct Item {
    std::string title;
    std::string subtitle = {};
    bool drawn = false;  // all values are numbers: on a line from nought to `end`
    std::string end = {};
    std::vector<Value> values;
  };
  std::vector<Item> items;
};

// A whole in parts, as one bar: three shades at most.
struct Parts {
  struct Part {
    std::string label;
    int count = 0;
  };
  std::string id;
  std::string title;
  std::string subtitle;
  std::vector<std::string> head;  // part, number: of the same as a table
  std::vector<Part> parts;
};

}  // namespace commonground::publish
