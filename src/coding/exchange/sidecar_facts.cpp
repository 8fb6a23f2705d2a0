// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes and reads what a comparison by law stands on.
#include "coding/exchange/internal/side_facts.h"

namespace commonground::coding {

using namespace side_json;

Json AboutCountries(const model::Study& study) {
  Json all = Json::object();
  PutAll(all, "indicators", study.indicators);
  PutAll(all, "legal_model", study.legal_model);
  PutAll(all, "facts", study.contexts);
  return all;
}

void ReadCountries(const Json& file, Sidecar& side) {
  TakeAll(file, "indicators", side.indicators);
  Each(file, "legal_model", [&](const Json& row) {
    const auto when = row.find("when");
    if (when != row.end() && when->is_object()) side.legal_model.push_back(ThingOf<model::LegalModelRule>(row));
  });
  TakeAll(file, "facts", side.facts);
}

}  // namespace commonground::coding
