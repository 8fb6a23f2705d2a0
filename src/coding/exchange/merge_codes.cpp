// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Merges codes by GUID, then by name and place.

#include <algorithm>

#include "coding/exchange/code_description.h"
#include "coding/exchange/internal/merger.h"
#include "coding/exchange/raw_text.h"

namespace commonground::coding {

void Merger::Codes() {
  std::map<std::string, model::CodeId> by_guid;
  std::map<std::pair<std::string, std::string>, model::CodeId> by_label;
  for (const auto& code : study().codebook) {
    by_guid.emplace(model::GuidOf(code), code.id);
    by_label.emplace(std::pair(code.parent ? code.parent->value : std::string(), SpacedLine(code.label)), code.id);
    code_ids_.insert(code.id);
    kinds_.emplace(code.id, code.kind);
  }
  std::map<std::string, const model::Code*> sides;
  std::vector<std::string> order;
  if (project_.side) {
    for (const auto& [guid, code] : project_.side->codes) sides.emplace(guid, &code);
  }
  std::vector<model::Code> made;
  for (const ImportedCode& code : project_.codes) {
    const auto parent = codes_.find(code.parent);
    const std::string parent_id = parent == codes_.end() ? std::string() : parent->second.value;
    if (const auto found = by_guid.find(code.guid); found != by_guid.end()) {
      codes_[code.guid] = found->second;
      out_.report.Add("codes that the study has already (same GUID)", "the study's own kept");
      continue;
    }
    if (const auto found = by_label.find({parent_id, SpacedLine(code.name)}); found != by_label.end()) {
      codes_[code.guid] = found->second;
      out_.report.Add("codes that the study has already (same name and parent)", "the study's own kept");
      continue;
    }
    const auto side = sides.find(code.guid);
    made.push_back(NewCode(code, parent_id, side == sides.end() ? nullptr : side->second));
    by_guid.emplace(code.guid, made.back().id);
    codes_[code.guid] = made.back().id;
  }
  for (model::Code& code : made) {
    if (code.merged_into && !code_ids_.contains(*code.merged_into)) code.merged_into.reset();
  }
  CutCircles(made);
  Order(made);
  out_.new_codes = static_cast<std::int64_t>(made.size());
  std::ranges::move(made, std::back_inserter(study().codebook));
}

// Whoever follows a code to the one that it was merged into comes to an end.
void Merger::CutCircles(std::vector<model::Code>& made) {
  std::map<model::CodeId, std::size_t> at;
  for (std::size_t i = 0; i < made.size(); ++i) at.emplace(made[i].id, i);
  std::vector<std::size_t> walk(made.size(), 0);  // in which walk a code was met first, from 1
  for (std::size_t i = 0; i < made.size(); ++i) {
    std::size_t code = i;
    while (walk[code] == 0) {
      walk[code] = i + 1;
      if (!made[code].merged_into) break;
      const auto next = at.find(*made[code].merged_into);
      if (next == at.end()) break;
      if (walk[next->second] == i + 1) {
        made[code].merged_into.reset();
        out_.report.Add("codes that are merged into each other", "one of them into none");
        break;
      }
      code = next->second;
    }
  }
}

void Merger::Order(std::vector<model::Code>& made) const {
  if (!project_.side) return;
  std::map<std::string, std::size_t> order;
  for (std::size_t i = 0; i < project_.side->codes.size(); ++i) order.emplace(project_.side->codes[i].first, i);
  std::ranges::stable_sort(made, {}, [&](const model::Code& code) {
    const auto found = order.find(model::GuidOf(code));
    return found == order.end() ? order.size() : found->second;
  });
}

model::Code Merger::NewCode(const ImportedCode& code, const std::string& parent, const model::Code* side) {
  model::Code made;
  if (side != nullptr) made = *side;
  made.parent = parent.empty() ? std::nullopt : std::optional(model::CodeId(parent));
  // A name that the other program changed is the newer one.
  if (side == nullptr || CanonicalLine(side->label) != code.name) made.label = code.name;
  const CodeDescription description = ReadCodeDescription(code.description);
  if (side == nullptr || WriteCodeDescription(*side) != code.description) {
    made.definition = description.definition;
    made.include = description.include;
    made.exclude = description.exclude;
  }
  if (side == nullptr) {
    if (code.kind) {
      made.kind = *code.kind;
    } else if (const auto above = kinds_.find(model::CodeId(parent)); above != kinds_.end()) {
      made.kind = above->second;
    }
    made.basis = "imported";
    made.colour = code.colour;
    if (!code.is_codable) out_.report.Add("folders of codes", "codes");
  } else {
    made.colour = code.colour;
    made.sources = Known(made.sources);
  }
  made.id = FreeCode(side != nullptr ? side->id.value : code.id, code);
  kinds_.emplace(made.id, made.kind);
  made.guid = code.guid;
  if (model::Code plain = made; (plain.guid.clear(), model::GuidOf(plain)) == code.guid) made.guid.clear();
  return made;
}

model::CodeId Merger::FreeCode(const std::string& wanted, const ImportedCode& code) {
  std::string base = model::IsValidId(wanted) ? wanted : IdFrom(code.name);
  if (base.empty()) base = "code-" + code.guid.substr(0, 8);
  model::CodeId id(base);
  for (int next = 2; !code_ids_.insert(id).second; ++next) id = model::CodeId(base + "-" + std::to_string(next));
  return id;
}

}  // namespace commonground::coding
