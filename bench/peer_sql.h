// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The peer of compare: the same tables by SQL on the same study file, as a person with SQLite would make them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "model/snapshot.h"

namespace commonground::bench {

struct PeerTables {
  // (grouping, code, group): cases with the code or one below it
  std::map<std::tuple<int, int, int>, int> present;
  // (grouping, code): class (0 common ground, ... 4 absent), cases and coders whose removal changes it
  std::map<std::pair<int, int>, int> classes;
  std::map<std::pair<int, int>, int> changed_by_case;
  std::map<std::pair<int, int>, int> changed_by_coder;
  // (practice, outcome or barrier): cases with both in one document
  std::map<std::pair<int, int>, int> gaps;
  double seconds = 0;  // of the queries; what is only preparation is not counted
};

// `snapshot` gives the numbers of codes, cases and groups (preparation: the peer is spared to derive the legal model).
PeerTables CompareBySql(const std::filesystem::path& study_file, const model::Snapshot& snapshot,
                        const std::vector<model::DocumentId>& documents);

}  // namespace commonground::bench
