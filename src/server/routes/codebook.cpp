// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codebook, through the use cases of app.

#include "server/routes/codebook.h"

#include "app/codebook_study.h"

namespace commonground::server {

using core::ErrorCode;

namespace {

CodeView ViewOf(const app::CodeLine& line) {
  return {line.code.id,          line.code.parent,  line.code.kind,  line.code.label, line.code.definition,
          line.code.include,     line.code.exclude, line.colour,     line.depth,      line.code.retired,
          line.code.merged_into, line.own,          line.with_below, line.memos,      coding::VersionOf(line.code)};
}

core::Result<CodeView> OneCode(const app::Workspace& study, const model::CodeId& code) {
  CG_ASSIGN_OR_RETURN(const auto lines, app::CodeTree(study));
  for (const app::CodeLine& line : lines) {
    if (line.code.id == code) return ViewOf(line);
  }
  return core::Fail(ErrorCode::kNotFound, "There is nothing here.");
}

// What an edit of one code gave: the code as it is now, or, when somebody else was faster, what is there.
core::Result<CodeView> Edited(RouteContext& asked, const app::Workspace& study, const model::CodeId& code,
                              const core::Result<app::EditResult>& done) {
  auto now = OneCode(study, code);
  if (!done) {
    if (done.error().code == ErrorCode::kConflict && now) asked.now = ToJson(*now);
    return core::Fail(done.error());
  }
  if (now) asked.tag = now->version;
  return now;
}

model::Code CodeOf(const CodeWords& words) {
  model::Code code;
  code.label = words.label.value_or("");
  code.definition = words.definition.value_or("");
  code.include = words.include.value_or("");
  code.exclude = words.exclude.value_or("");
  code.colour = words.colour.value_or("");
  code.kind = words.kind.value_or(model::CodeKind::kOther);
  return code;
}

}  // namespace

core::Result<ShowCodebook::Output> ShowCodebook::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const auto lines, app::CodeTree(study));
  Output output;
  for (const app::CodeLine& line : lines) output.codes.push_back(ViewOf(line));
  return output;
}

core::Result<CodeView> AddCode::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  model::Code code = CodeOf(input);
  code.id = input.code.value_or(model::CodeId());
  code.parent = input.parent;
  CG_ASSIGN_OR_RETURN(const app::EditResult done, app::AddCode(study, std::move(code)));
  CG_ASSIGN_OR_RETURN(CodeView view, OneCode(study, done.code));
  asked.status = 201;
  asked.tag = view.version;
  return view;
}

core::Result<CodeView> EditCode::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  const coding::CodeEdit edit{input.label, input.definition, input.include, input.exclude, input.colour, input.kind};
  return Edited(asked, study, input.code, app::EditCode(study, {input.code, asked.version}, edit));
}

core::Result<CodeView> MoveCode::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  return Edited(asked, study, input.code,
                app::MoveCode(study, {input.code, asked.version}, {input.parent, input.before}));
}

core::Result<CodesMoved> MergeCode::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const app::EditResult done, app::MergeCodes(study, input.code, input.into));
  return CodesMoved{done.act, input.into, done.moved};
}

core::Result<CodesMoved> SplitCode::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  std::vector<std::string> codings;
  for (const OneCoding& one : input.codings) codings.push_back(one.document.value + "#" + one.coding);
  CG_ASSIGN_OR_RETURN(const app::EditResult done, app::SplitCode(study, input.code, CodeOf(input), codings));
  return CodesMoved{done.act, done.code, done.moved};
}

core::Result<CodeView> RetireCode::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  return Edited(asked, study, input.code, app::RetireCode(study, {input.code, asked.version}));
}

core::Result<CodeView> RestoreCode::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  return Edited(asked, study, input.code, app::RestoreCode(study, {input.code, asked.version}));
}

}  // namespace commonground::server
