// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is wrong with a study, said of its things and fields: whoever shows it knows where they stand (a line of a
// table, a field of a form).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"
#include "rules/kinds.h"

namespace commonground::rules {

// No index: all things of the kind, the list itself.
inline constexpr std::size_t kNoIndex = static_cast<std::size_t>(-1);

struct About {
  Kind kind = Kind::kSettings;
  std::size_t index = kNoIndex;  // in the study's list
  std::string id;                // its id, or what identifies it: "umoja-house, founded"; empty with kNoIndex
  std::string field;             // as columns and keys are called: "valid_to"; empty: the whole thing
  int line = 0;                  // of a text, from 1; 0: all of it
  friend bool operator==(const About&, const About&) = default;
};

// All things of a kind, for a message that says where one of them is to be put.
inline About All(Kind kind) {
  return {kind, kNoIndex, {}, {}, 0};
}

struct Problem {
  core::Severity severity = core::Severity::kError;
  About about;
  std::string value;  // what stands there, not shortened
  // Plain English, as core::Problem; {1} stands for the first of `mentions`, {2} for the second: "add it to {1}", where
  // a person of a folder reads "sources.csv", "has the slot of {1} already", where they read "line 4".
  std::string message;
  std::string fix;
  std::vector<About> mentions;
  friend bool operator==(const Problem&, const Problem&) = default;
};

// What identifies the thing at `index`; empty when there is none.  Cost: O(1).
std::string IdOf(const model::Study& study, Kind kind, std::size_t index);

// A message or fix with what it mentions, named by whoever shows it.
std::string Filled(std::string text, const std::vector<About>& mentions,
                   const std::function<std::string(const About&)>& name);
// "the sources", "slot africa-1": where nothing better is known, as on the command line.
std::string PlainName(const About& about);

// For people who have no folder before them: where = "organisation umoja-house: region", without a file.
// "organisation umoja-house: region: \"afrika\": there is no region of this id. Fix: ..."
std::string Describe(const Problem& problem);

bool HasErrors(const std::vector<Problem>& problems);

}  // namespace commonground::rules
