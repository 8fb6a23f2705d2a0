// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What makes a study valid: one place for it, whether the study comes from a folder, from a study file or from a form.
// For one thing that is added, changed or taken out: rules/edit.h.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "model/study.h"
#include "rules/problem.h"

namespace commonground::rules {

// Who looked at the fields one by one: whether ids are ids, what must be filled is, no two things have one key.
enum class Form {
  kRead,    // the reader of a table, who knows what stood in the cells: here it is passed over
  kUnread,  // nobody
};

struct Circumstances {
  // Was all of this kind, or this thing of it, read?  What refers to something that was not is passed over, so that one
  // fault is one problem.  Empty: all was.
  std::function<bool(Kind, std::string_view id)> readable = {};
  // A rule for the legal model that may name more indicators than the study has (the built-in one); none: no rule may.
  const std::vector<model::LegalModelRule>* general_rule = nullptr;
  std::optional<core::Date> today = {};  // what lies after it has not happened yet; none: not known
  Form form = Form::kRead;
};

// Every problem, in the order of the subjects; nothing is changed.
// Requires: nothing; ids may be misspelt and lists in any order.
// Cost: O(study); texts are only searched for what they cite.  Threads: any.
std::vector<Problem> Check(const model::Study& study, const Circumstances& circumstances = {});

}  // namespace commonground::rules
