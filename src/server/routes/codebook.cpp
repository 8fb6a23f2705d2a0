// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codebook, through the use cases of app.

#include "server/routes/codebook.h"

#include "app/codebook_study.h"
#include "model/words.h"

namespace commonground::server {

using core::ErrorCode;

namespace {

CodeView ViewOf(const app::CodeLine& line) {
  return {line.code.id,
          line.code.parent,
          std::string(model::Word(line.code.kind)),
          line.code.label,
          line.code.definition,
          line.depth,
          line.code.retired,
          line.own,
          line.with_below,
          coding::VersionOf(line.code)};
}

core::Result<CodeView> OneCode(const app::Workspace& study, const model::CodeId& code) {
  CG_ASSIGN_OR_RETURN(const auto lines, app::CodeTree(study));
  for (const app::CodeLine& line : lines) {
    if (line.code.id == code) return ViewOf(line);
  }
  return core::Fail(ErrorCode::kNotFound, "There is nothing here.");
}

}  // namespace

core::Result<ShowCodebook::Output> ShowCodebook::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const auto lines, app::CodeTree(study));
  Output output;
  for (const app::CodeLine& line : lines) output.codes.push_back(ViewOf(line));
  return output;
}

core::Result<CodeView> EditCode::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  coding::CodeEdit edit;
  edit.label = input.label;
  edit.definition = input.definition;
  const auto done = app::EditCode(study, app::ExpectedVersion<model::CodeId>(input.code, asked.version), edit);
  if (!done) {
    if (done.error().code == ErrorCode::kConflict) {
      if (const auto now = OneCode(study, input.code)) asked.now = ToJson(*now);
    }
    return core::Fail(done.error());
  }
  CG_ASSIGN_OR_RETURN(CodeView view, OneCode(study, input.code));
  asked.tag = view.version;
  return view;
}

}  // namespace commonground::server
