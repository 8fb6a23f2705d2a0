// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How much confidence a finding deserves, component by component (METHODS 8).  Given by two people, never computed.
#pragma once

#include <string>
#include <vector>

#include "publish/pieces.h"

namespace commonground::publish {

struct Grading {
  struct Component {
    std::string name;   // "Methods of the studies"
    std::string term;   // "methodological limitations"
    int concerns = 0;   // 0: not told; 1: no or very minor, to 4: serious
    std::string level;  // in words
    Span reason;
  };
  Span statement;
  std::string confidence;             // in words
  int grade = 0;                      // 0: not graded; 1: very low, to 4: high
  std::vector<std::string> grades;    // the four in words, lowest first
  std::string title;                  // of the components
  std::vector<std::string> head;      // component, concerns, why
  std::vector<Component> components;  // empty: not graded
  std::string note;
};

}  // namespace commonground::publish
