// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts passages by code and case once, and adds up what a finding names.

#include "coding/withdrawal/evidence.h"

namespace commonground::coding {

Evidence::Evidence(const model::Study& study, const std::function<bool(const model::Coding&)>& counts) {
  for (const auto& code : study.codebook) {
    if (code.parent) parent_[code.id.value] = code.parent->value;
  }
  std::unordered_map<std::string, const std::string*> case_of;
  for (const auto& document : study.documents) case_of[document.id.value] = &document.organisation.value;
  for (const auto& coding : study.codings) {
    if (coding.status != model::CodingStatus::kAccepted || (counts && !counts(coding))) continue;
    const auto found = case_of.find(coding.document.value);
    if (found != case_of.end()) ++own_[coding.code.value][*found->second];
  }
}

bool Evidence::IsUnder(const model::CodeId& code, const model::Finding& finding) const {
  return IsBelow(code.value, {finding.codes.begin(), finding.codes.end()});
}

std::int64_t Evidence::In(const std::vector<model::OrganisationId>& cases, const model::Finding& finding) const {
  const std::set<model::CodeId> codes(finding.codes.begin(), finding.codes.end());
  std::int64_t passages = 0;
  for (const auto& [code, by_case] : own_) {
    if (!IsBelow(code, codes)) continue;
    for (const auto& id : cases) {
      const auto found = by_case.find(id.value);
      if (found != by_case.end()) passages += found->second;
    }
  }
  return passages;
}

bool Evidence::IsBelow(std::string code, const std::set<model::CodeId>& codes) const {
  for (std::size_t depth = 0; depth <= parent_.size(); ++depth) {
    if (codes.contains(model::CodeId(code))) return true;
    const auto above = parent_.find(code);
    if (above == parent_.end()) return false;
    code = above->second;
  }
  return false;
}

}  // namespace commonground::coding
