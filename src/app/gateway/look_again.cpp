// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Compares days: that of the last look with those of codings, of acts in the history and of consents.
#include "app/gateway/look_again.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <vector>

#include "coding/history/json_fields.h"

namespace commonground::app {

namespace {

using model::OrganisationId;

// Codes of the finding and all below them.
std::set<model::CodeId> CodesUnder(const model::Study& study, const model::Finding& finding) {
  std::unordered_map<std::string, const model::Code*> by_id;
  for (const model::Code& code : study.codebook) by_id.emplace(code.id.value, &code);
  std::set<model::CodeId> under;
  for (const model::Code& code : study.codebook) {
    const model::Code* at = &code;
    for (std::size_t steps = 0; at != nullptr && steps <= study.codebook.size(); ++steps) {
      if (std::ranges::find(finding.codes, at->id) != finding.codes.end()) under.insert(code.id);
      const auto parent = at->parent ? by_id.find(at->parent->value) : by_id.end();
      at = parent == by_id.end() ? nullptr : parent->second;
    }
  }
  return under;
}

OrganisationId CaseOf(const model::DocumentId& document) {
  return OrganisationId(document.value.substr(0, document.value.find('/')));
}

// The code that an event speaks of, before or after.
bool IsAbout(const std::string& json, const std::set<model::CodeId>& codes) {
  if (json.empty()) return false;
  coding::JsonReader reader(json);
  model::CodeId code;
  reader("code", code);
  return reader.good() && codes.contains(code);
}

}  // namespace

ChangedSince ChangesSince(const model::Study& study, const model::Finding& finding, const core::Date& today) {
  ChangedSince changed;
  if (!finding.looked_at) return changed;
  const core::Date last = finding.looked_at->Last();
  const auto since = [&](const core::Date& day) { return last < day.First(); };
  const std::set<model::CodeId> codes = CodesUnder(study, finding);
  std::set<OrganisationId> cases(finding.cases_for.begin(), finding.cases_for.end());
  cases.insert(finding.cases_against.begin(), finding.cases_against.end());

  for (const model::Coding& coding : study.codings) {
    if (coding.status != model::CodingStatus::kAccepted || !coding.created || !since(*coding.created)) continue;
    if (codes.contains(coding.code) && cases.contains(CaseOf(coding.document))) ++changed.passages;
  }
  std::set<std::string> touched;  // codings
  for (const model::Event& event : study.history) {
    using model::EventAction;
    if (event.record_type != model::RecordType::kCoding || !event.document || event.before.empty()) continue;
    if (!since(event.at.Day()) || !cases.contains(CaseOf(*event.document))) continue;
    if (IsAbout(event.before, codes) || IsAbout(event.after, codes)) touched.insert(event.subject);
  }
  changed.codings = static_cast<int>(touched.size());
  std::set<OrganisationId> consents;
  for (const model::Consent& consent : study.consents) {
    const OrganisationId of = CaseOf(model::DocumentId(consent.subject));
    if (!cases.contains(of)) continue;
    const bool ended = consent.expires && since(*consent.expires) && consent.expires->Last() < today;
    const bool given = consent.given && since(*consent.given);
    if (given || ended || (consent.withdrawn && since(*consent.withdrawn))) consents.insert(of);
  }
  changed.cases = static_cast<int>(consents.size());
  return changed;
}

std::string InWords(const ChangedSince& changed) {
  std::string words;
  const auto add = [&](int count, std::string_view one, std::string_view many) {
    if (count == 0) return;
    words += (words.empty() ? "" : ", ") + fmt::format(fmt::runtime(count == 1 ? one : many), count);
  };
  add(changed.passages, "{} passage was coded", "{} passages were coded");
  add(changed.codings, "{} coding was changed or taken out", "{} codings were changed or taken out");
  add(changed.cases, "the consent of {} case changed", "the consents of {} cases changed");
  return words;
}

}  // namespace commonground::app
