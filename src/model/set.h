// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A group of codes or documents that people made in a coding program (REFI-QDA: Set).  It says nothing by itself; the
// study keeps it and gives it back.
#pragma once

#include <string>
#include <vector>

#include "model/fields.h"
#include "model/ids.h"

namespace commonground::model {

struct Set {
  SetId id;  // a GUID
  std::string name;
  std::string description;
  std::vector<CodeId> codes;
  std::vector<DocumentId> documents;
  friend bool operator==(const Set&, const Set&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Set> auto& set) {
  visit.Key("set", set.id);
  visit.Words("name", set.name);
  visit.Words("description", set.description);
  visit("codes", set.codes);
  visit("documents", set.documents);
}

}  // namespace commonground::model
