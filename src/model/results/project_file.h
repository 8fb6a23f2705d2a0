// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A file of a coding program as it came out of the sandbox (ingest/exchange): its elements and the files beside them.
// Nothing of it is believed yet; coding/exchange says what it means.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commonground::model {

struct Element {
  std::string name;                                             // without a prefix
  std::vector<std::pair<std::string, std::string>> attributes;  // names without a prefix
  std::string text;                                             // what stands in it itself, not in its children
  std::vector<Element> children;

  // Empty if it has none of that name.
  std::string_view Attribute(std::string_view wanted) const {
    for (const auto& [name_of_it, value] : attributes) {
      if (name_of_it == wanted) return value;
    }
    return {};
  }
  friend bool operator==(const Element&, const Element&) = default;
};

// A file that was left where it was: a picture, a sound, one that is too large.
struct LeftFile {
  std::string name;
  std::uint64_t bytes = 0;
  friend bool operator==(const LeftFile&, const LeftFile&) = default;
};

enum class ProjectFormat {
  kProject,   // REFI-QDA project: `root` is Project
  kCodebook,  // REFI-QDA codebook: `root` is CodeBook
  kTables,    // `root` is tables/table@name/row/cell; the cells of a database have a name, those of a sheet have not
};

struct ProjectFile {
  ProjectFormat format = ProjectFormat::kProject;
  Element root;
  std::map<std::string, std::string> files;  // by the name in the container, as it is written there
  std::vector<LeftFile> left;
  std::vector<std::string> notices;
  friend bool operator==(const ProjectFile&, const ProjectFile&) = default;
};

}  // namespace commonground::model
