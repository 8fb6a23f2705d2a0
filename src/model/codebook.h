// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codes of the codebook.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/fields.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

struct Code {
  CodeId id;
  std::optional<CodeId> parent;
  CodeKind kind = CodeKind::kOther;
  std::string label;
  std::string definition;
  std::string basis;  // sourced, coder aid, addition, ...
  std::vector<SourceId> sources;
  std::string include = {};                // an example of what belongs to it
  std::string exclude = {};                // an example of what does not, and where that belongs
  std::string colour = {};                 // "#1b6ca8"; empty: that of its place in the codebook
  bool retired = false;                    // not offered any more; what was coded with it stays
  std::optional<CodeId> merged_into = {};  // retired because another one says the same
  std::string guid = {};                   // empty: GuidOf(code), model/guids.h
  friend bool operator==(const Code&, const Code&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Code> auto& code) {
  visit.Key("code", code.id);
  visit("parent", code.parent);
  visit("kind", code.kind);
  visit.Words("label", code.label);
  visit.Words("definition", code.definition);
  visit.Words("basis", code.basis);
  visit("sources", code.sources);
  visit.Words("include", code.include);
  visit.Words("exclude", code.exclude);
  visit("colour", code.colour);
  visit("retired", code.retired);
  visit("merged_into", code.merged_into);
  visit("guid", code.guid);
}

}  // namespace commonground::model
