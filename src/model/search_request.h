// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What somebody looks for in the texts of a study.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace commonground::model {

// Empty lists: any.  Values within a list are joined by OR, lists by AND.
struct SearchRequest {
  std::string question;  // docs/search.md
  std::vector<std::string> regions;
  std::vector<std::string> countries;
  std::vector<std::string> languages;  // BCP 47
  std::vector<std::string> codes;      // a code stands for those below it too
  std::vector<std::string> cases;      // organisations
  std::vector<std::string> kinds;
  std::size_t most = 20;
  bool count_facets = false;  // costs a look at all that matches, and one more for each code that is counted
};

}  // namespace commonground::model
