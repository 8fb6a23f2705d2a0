// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Works out what an edit of the codebook changes, and refuses what would break it.

#include "coding/codebook/edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>

#include "coding/codebook/colours.h"
#include "core/hinted.h"
#include "core/unseen.h"
#include "model/code_limits.h"
#include "model/guids.h"

namespace commonground::coding {

using core::ErrorCode;
using model::Code;
using model::CodeId;

namespace {

using Codebook = std::vector<Code>;

core::Result<std::int64_t> PlaceOf(const Codebook& codebook, const CodeId& id) {
  const auto found = std::ranges::find(codebook, id, &Code::id);
  if (found == codebook.end()) {
    return core::FailWithHint(ErrorCode::kNotFound,
                              "there is no code of this id. Nothing was changed. Fix: list the codes", id.value,
                              {"code tree", {}});
  }
  return found - codebook.begin();
}

const Code& At(const Codebook& codebook, std::int64_t place) {
  return codebook[static_cast<std::size_t>(place)];
}

bool IsBelow(const Codebook& codebook, const CodeId& id, const CodeId& above) {
  const auto below = WithDescendants(codebook, above);
  return std::ranges::find(below, id) != below.end();
}

// Where a code that comes below `parent` stands: behind the parent and all below it.
std::int64_t PlaceBehind(const Codebook& codebook, const std::optional<CodeId>& parent) {
  if (!parent) return std::ssize(codebook);
  const auto family = WithDescendants(codebook, *parent);
  const std::set<CodeId> members(family.begin(), family.end());
  std::int64_t place = 0;
  for (std::size_t i = 0; i < codebook.size(); ++i) {
    if (members.contains(codebook[i].id)) place = static_cast<std::int64_t>(i) + 1;
  }
  return place;
}

core::Status CheckFields(const Code& code) {
  const auto bad = [&](const std::string& what, const std::string& fix) {
    return core::Fail(ErrorCode::kInvalidInput, what + ". Nothing was changed. Fix: " + fix, code.id.value);
  };
  if (!model::IsValidId(code.id.value)) {
    return bad("this is not an id", "use letters, digits, '.', '_' and '-' only, beginning with a letter or digit");
  }
  if (code.label.find_first_not_of(" \t\n") == std::string::npos) return bad("a code needs a label", "give it one");
  if (code.label.find_first_of("\n\t") != std::string::npos)
    return bad("a label is one line", "put spaces for line ends");
  if (!code.colour.empty()) {
    const auto contrast = ContrastWithPaper(code.colour);
    if (!contrast) return bad(code.colour + " is not a colour", "write # and six digits of 0-9 and a-f");
    if (*contrast < kMinContrast) {
      return bad(fmt::format("{} is too light to be read on paper (contrast {:.1f}, at least {})", code.colour,
                             *contrast, kMinContrast),
                 "choose a darker colour, or none");
    }
  }
  return {};
}

model::ChangeSet One(model::EventAction action, model::CodeChange change) {
  model::ChangeSet changes;
  changes.action = action;
  changes.codes.push_back(std::move(change));
  return changes;
}

// The id is written down before the code, from which it may follow, changes.
model::Change<model::Coding> Recoded(const model::Coding& coding, const CodeId& code) {
  model::Change<model::Coding> change{coding, coding};
  change.before->id = change.after->id = model::IdOf(coding);
  change.after->code = code;
  return change;
}

}  // namespace

namespace {

// How a codebook would be with these codes in it, or in the place of older ones, must not be too deep.
core::Status CheckDepth(Codebook codebook, std::span<const Code> changed) {
  for (const Code& code : changed) {
    const auto there = std::ranges::find(codebook, code.id, &Code::id);
    if (there == codebook.end()) {
      codebook.push_back(code);
    } else {
      *there = code;
    }
  }
  const auto deep = model::FirstTooDeep(codebook);
  if (!deep) return {};
  return core::Fail(
      ErrorCode::kInvalidInput,
      fmt::format("would be more than {} codes deep. Nothing was changed. Fix: put it below a higher code",
                  model::kMaxCodeDepth),
      codebook[*deep].id.value);
}

}  // namespace

std::vector<CodeId> WithDescendants(const Codebook& codebook, const CodeId& id) {
  std::unordered_map<std::string_view, std::vector<const Code*>> children;
  for (const Code& code : codebook) {
    if (code.parent) children[code.parent->value].push_back(&code);
  }
  std::vector<CodeId> family{id};
  for (std::size_t i = 0; i < family.size(); ++i) {
    const auto found = children.find(std::string_view(family[i].value));
    if (found == children.end()) continue;
    for (const Code* child : found->second) family.push_back(child->id);
  }
  return family;
}

CodeId NextCodeId(const Codebook& codebook, const std::optional<CodeId>& parent) {
  std::set<std::string_view> taken;
  for (const Code& code : codebook) taken.insert(code.id.value);
  for (int number = 1;; ++number) {
    std::string id = parent ? fmt::format("{}.{}", parent->value, number) : fmt::format("C{}", number);
    if (!taken.contains(id)) return CodeId(std::move(id));
  }
}

core::Result<model::ChangeSet> AddCode(const Codebook& codebook, const Code& given) {
  Code code = given;
  code.label = core::WithoutUnseen(std::move(code.label));
  CG_RETURN_IF_ERROR(CheckFields(code));
  if (std::ranges::find(codebook, code.id, &Code::id) != codebook.end()) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "there is a code of this id already. Nothing was changed. Fix: leave the id out, and one is "
                      "given",
                      code.id.value);
  }
  if (code.parent) {
    CG_ASSIGN_OR_RETURN([[maybe_unused]] const auto place, PlaceOf(codebook, *code.parent));
    CG_RETURN_IF_ERROR(CheckDepth(codebook, {&code, 1}));
  }
  return One(model::EventAction::kAddCode, {{}, code, -1, PlaceBehind(codebook, code.parent)});
}

void Apply(const CodeEdit& edit, Code& code) {
  if (edit.label) code.label = core::WithoutUnseen(*edit.label);
  if (edit.definition) code.definition = *edit.definition;
  if (edit.include) code.include = *edit.include;
  if (edit.exclude) code.exclude = *edit.exclude;
  if (edit.colour) code.colour = *edit.colour;
  if (edit.kind) code.kind = *edit.kind;
}

core::Result<model::ChangeSet> EditCode(const Codebook& codebook, const CodeId& id, const CodeEdit& edit) {
  CG_ASSIGN_OR_RETURN(const auto place, PlaceOf(codebook, id));
  Code code = At(codebook, place);
  Apply(edit, code);
  CG_RETURN_IF_ERROR(CheckFields(code));
  return One(model::EventAction::kEditCode, {At(codebook, place), code, -1, -1});
}

core::Result<model::ChangeSet> MoveCode(const Codebook& codebook, const CodeId& id, const CodeMove& move) {
  CG_ASSIGN_OR_RETURN(const auto place, PlaceOf(codebook, id));
  if (move.parent) {
    CG_ASSIGN_OR_RETURN([[maybe_unused]] const auto parent, PlaceOf(codebook, *move.parent));
    if (IsBelow(codebook, *move.parent, id)) {
      return core::Fail(ErrorCode::kInvalidInput,
                        fmt::format("a code cannot stand below itself: {} is below {}. Nothing was changed. Fix: "
                                    "move {} elsewhere first",
                                    move.parent->value, id.value, move.parent->value),
                        id.value);
    }
  }
  Codebook others = codebook;
  others.erase(others.begin() + place);
  std::int64_t to = PlaceBehind(others, move.parent);
  if (move.before) {
    CG_ASSIGN_OR_RETURN(to, PlaceOf(others, *move.before));
    if (At(others, to).parent != move.parent) {
      return core::Fail(ErrorCode::kInvalidInput,
                        fmt::format("{} does not stand below the same code. Nothing was changed. Fix: name one that "
                                    "does, or none",
                                    move.before->value),
                        id.value);
    }
  }
  Code code = At(codebook, place);
  code.parent = move.parent;
  CG_RETURN_IF_ERROR(CheckDepth(codebook, {&code, 1}));
  return One(model::EventAction::kMoveCode, {At(codebook, place), code, place, to});
}

core::Result<model::ChangeSet> MergeCodes(const Codebook& codebook, const CodeId& from, const CodeId& into,
                                          std::span<const model::Coding> codings) {
  CG_ASSIGN_OR_RETURN(const auto from_place, PlaceOf(codebook, from));
  CG_ASSIGN_OR_RETURN([[maybe_unused]] const auto into_place, PlaceOf(codebook, into));
  if (from == into || IsBelow(codebook, into, from)) {
    return core::Fail(ErrorCode::kInvalidInput,
                      fmt::format("{} cannot be merged into {}, which is the same code or a child of it. Nothing was "
                                  "changed. Fix: move {} elsewhere first, or merge the other way round",
                                  from.value, into.value, into.value),
                      from.value);
  }
  model::ChangeSet changes;
  changes.action = model::EventAction::kMergeCodes;
  for (std::int64_t i = 0; i < std::ssize(codebook); ++i) {
    const Code& code = At(codebook, i);
    if (code.parent != from) continue;
    Code moved = code;
    moved.parent = into;
    CG_RETURN_IF_ERROR(CheckDepth(codebook, {&moved, 1}));
    changes.codes.push_back({code, moved, -1, -1});
  }
  Code retired = At(codebook, from_place);
  retired.retired = true;
  retired.merged_into = into;
  changes.codes.push_back({At(codebook, from_place), retired, -1, -1});
  const auto key = [](const model::Coding& one) {
    return std::tie(one.document.value, one.range.start, one.range.end, one.coder.value);
  };
  std::map<decltype(key(codings.front())), const model::Coding*> there;
  for (const auto& coding : codings) {
    if (coding.code == into) there.emplace(key(coding), &coding);
  }
  for (const auto& coding : codings) {
    if (coding.code != from) continue;
    const auto twin = there.find(key(coding));
    if (twin == there.end()) {
      changes.codings.push_back(Recoded(coding, into));
      continue;
    }
    auto gone = Recoded(coding, into);
    gone.after.reset();
    changes.codings.push_back(std::move(gone));
    if (coding.memo.empty() || coding.memo == twin->second->memo) continue;
    auto kept = Recoded(*twin->second, into);
    kept.after->memo += (kept.after->memo.empty() ? "" : "\n") + coding.memo;
    changes.codings.push_back(std::move(kept));
  }
  return changes;
}

core::Result<model::ChangeSet> SplitCode(const Codebook& codebook, const CodeId& id, const Code& part,
                                         std::span<const model::Coding> codings) {
  CG_ASSIGN_OR_RETURN(const auto place, PlaceOf(codebook, id));
  Code code = part;
  code.parent = At(codebook, place).parent;
  code.kind = At(codebook, place).kind;
  CG_ASSIGN_OR_RETURN(auto changes, AddCode(codebook, code));
  changes.action = model::EventAction::kSplitCode;
  changes.codes.front().place_after = PlaceBehind(codebook, id);
  for (const auto& coding : codings) {
    if (coding.code != id) {
      return core::Fail(ErrorCode::kInvalidInput,
                        fmt::format("a coding that is to move is not one of {} but of {}. Nothing was changed",
                                    id.value, coding.code.value),
                        model::IdOf(coding).value);
    }
    changes.codings.push_back(Recoded(coding, code.id));
  }
  return changes;
}

core::Result<model::ChangeSet> RetireCode(const Codebook& codebook, const CodeId& id) {
  CG_ASSIGN_OR_RETURN(const auto place, PlaceOf(codebook, id));
  Code code = At(codebook, place);
  if (code.retired) {
    return core::Fail(ErrorCode::kInvalidInput, "this code is retired already. Nothing was changed", id.value);
  }
  code.retired = true;
  return One(model::EventAction::kRetireCode, {At(codebook, place), code, -1, -1});
}

core::Result<model::ChangeSet> RestoreCode(const Codebook& codebook, const CodeId& id) {
  CG_ASSIGN_OR_RETURN(const auto place, PlaceOf(codebook, id));
  Code code = At(codebook, place);
  if (!code.retired) {
    return core::Fail(ErrorCode::kInvalidInput, "this code is not retired. Nothing was changed", id.value);
  }
  code.retired = false;
  code.merged_into.reset();
  return One(model::EventAction::kRestoreCode, {At(codebook, place), code, -1, -1});
}

}  // namespace commonground::coding
