// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Changes to the codebook, each one act: what of it changes, and which codings go along.  Pure: nothing is saved here.
// A code keeps its id for good; what people call it is its label.
//
// Requires everywhere: a codebook without circles.  Errors everywhere: NotFound: no such code; InvalidInput: it would
// make a circle, give an id twice, or leave a code without a label; `where` is the code.  Threads: any.
// Cost: linear in the codebook and the codings given.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "model/change_set.h"

namespace commonground::coding {

// The first of PARENT.1, PARENT.2 ... (C1, C2 ... at the top) that is free.
model::CodeId NextCodeId(const std::vector<model::Code>& codebook, const std::optional<model::CodeId>& parent);

// Behind the last code below its parent.
core::Result<model::ChangeSet> AddCode(const std::vector<model::Code>& codebook, const model::Code& code);

// What is not given stays.
struct CodeEdit {
  std::optional<std::string> label;
  std::optional<std::string> definition;
  std::optional<std::string> include;
  std::optional<std::string> exclude;
  std::optional<std::string> colour;  // "": that of its place
  std::optional<model::CodeKind> kind;
};
void Apply(const CodeEdit& edit, model::Code& code);
core::Result<model::ChangeSet> EditCode(const std::vector<model::Code>& codebook, const model::CodeId& id,
                                        const CodeEdit& edit);

// Below another code (none: to the top), before a code that is there already (none: behind them all).
struct CodeMove {
  std::optional<model::CodeId> parent;
  std::optional<model::CodeId> before;
};
core::Result<model::ChangeSet> MoveCode(const std::vector<model::Code>& codebook, const model::CodeId& id,
                                        const CodeMove& move);

// `from` is retired and says where it went; its codings become codings of `into`, the codes below it come below `into`.
// Where the same coder gave the same passage both codes, one coding stays, with both memos.
// `codings`: all of both codes.
core::Result<model::ChangeSet> MergeCodes(const std::vector<model::Code>& codebook, const model::CodeId& from,
                                          const model::CodeId& into, std::span<const model::Coding> codings);

// Some codings of a code become codings of a new one, which stands below the same parent.
// `codings`: those that move.
core::Result<model::ChangeSet> SplitCode(const std::vector<model::Code>& codebook, const model::CodeId& id,
                                         const model::Code& part, std::span<const model::Coding> codings);

// Not offered any more; what was coded with it stays.
core::Result<model::ChangeSet> RetireCode(const std::vector<model::Code>& codebook, const model::CodeId& id);
core::Result<model::ChangeSet> RestoreCode(const std::vector<model::Code>& codebook, const model::CodeId& id);

// The code and all below it.
std::vector<model::CodeId> WithDescendants(const std::vector<model::Code>& codebook, const model::CodeId& id);

}  // namespace commonground::coding
