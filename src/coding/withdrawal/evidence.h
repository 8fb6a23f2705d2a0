// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Passages that findings rest on: accepted ones under their codes, or a code below one of these, in their cases.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>

#include "model/study.h"

namespace commonground::coding {

// Threads: any number may ask.
class Evidence {
 public:
  // `counts`: whether a coding is one of those that are told of; none: all are.
  // Cost: O(codings).
  explicit Evidence(const model::Study& study, const std::function<bool(const model::Coding&)>& counts = {});

  // How many there are in the cases for it, and in those against it.  Cost: O(codes x cases of the finding).
  std::int64_t For(const model::Finding& finding) const { return In(finding.cases_for, finding); }
  std::int64_t Against(const model::Finding& finding) const { return In(finding.cases_against, finding); }

  // Is it under the codes of the finding?
  bool IsUnder(const model::CodeId& code, const model::Finding& finding) const;

 private:
  std::int64_t In(const std::vector<model::OrganisationId>& cases, const model::Finding& finding) const;
  bool IsBelow(std::string code, const std::set<model::CodeId>& codes) const;

  std::unordered_map<std::string, std::string> parent_;
  std::unordered_map<std::string, std::unordered_map<std::string, std::int64_t>> own_;  // by code and case
};

}  // namespace commonground::coding
