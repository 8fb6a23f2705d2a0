// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Assignments and work, through the use cases of app.

#include "server/routes/assignments.h"

namespace commonground::server {

namespace {

template <typename Value>
std::optional<std::string> TextOf(const std::optional<Value>& value) {
  return value ? std::optional(value->Text()) : std::nullopt;
}

}  // namespace

core::Result<ListAssignments::Output> ListAssignments::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const auto lines, app::ListAssignments(study));
  Output output;
  for (const app::AssignmentLine& line : lines) {
    const model::Assignment& one = line.assignment;
    if ((input.coder && one.coder != *input.coder) || (input.document && one.document != *input.document)) continue;
    output.assignments.push_back({one.document, line.title, one.coder, one.state, TextOf(one.given),
                                  TextOf(one.submitted),
                                  line.codings < 0 ? std::nullopt : std::optional(line.codings)});
  }
  return output;
}

core::Result<AssignedView> Assign::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const app::EditResult done, app::Assign(study, input.documents, input.coders));
  return AssignedView{done.act, done.moved};
}

core::Result<AssignedView> Unassign::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const app::EditResult done, app::Unassign(study, input.document, input.coder));
  return AssignedView{done.act, 1};
}

core::Result<AssignedView> SubmitWork::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const app::EditResult done, app::Submit(study, input.document));
  return AssignedView{done.act, done.moved};
}

core::Result<ShowWork::Output> ShowWork::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const app::Work work, app::WorkOf(study));
  Output output;
  for (const app::WorkStep& one : work.steps) {
    output.steps.push_back(
        {one.kind, one.subject.empty() ? std::nullopt : std::optional(one.subject), one.count, TextOf(one.last_day)});
  }
  for (const app::CoderProgress& one : work.progress) output.progress.push_back({one.coder, one.open, one.submitted});
  return output;
}

}  // namespace commonground::server
