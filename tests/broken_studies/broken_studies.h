// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A valid study with one of everything, and every way to break one rule of it.  All of it is invented.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/study.h"
#include "rules/problem.h"

namespace commonground::broken_studies {

model::Study Valid();

struct Breakage {
  rules::Kind kind;
  std::string field;
  std::string message;                               // the beginning of what is said
  std::function<std::size_t(model::Study&)> breaks;  // returns the index of what is broken (of settings: kNoIndex)
  enum class Seen {
    kEverywhere,
    kNotInFolder,  // a folder cannot say it, or its reader says it in another way
    kNotAlone,     // the fault lies with another thing than the one that is changed
    kOfTwo,        // two things are changed
  } seen = Seen::kEverywhere;
};

// One for each rule, or more.
std::vector<Breakage> Breakages();

}  // namespace commonground::broken_studies
