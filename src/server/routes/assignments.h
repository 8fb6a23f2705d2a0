// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about who codes what, and what waits for whom.
#pragma once

#include "app/assign_study.h"
#include "app/work_study.h"
#include "server/route.h"

namespace commonground::server {

struct AssignmentView {
  model::DocumentId document;
  std::string title;
  model::CoderId coder;
  model::AssignmentState state = model::AssignmentState::kOpen;
  std::optional<std::string> given;
  std::optional<std::string> submitted;
  std::optional<std::int64_t> codings;
};
void Describe(auto& visit, Is<AssignmentView> auto& view) {
  visit("document", view.document, "what is to be coded");
  visit("title", view.title, "of it");
  visit("coder", view.coder, "by whom");
  visit("state", view.state, "whether it was submitted");
  visit("given", view.given, "UTC");
  visit("submitted", view.submitted, "UTC");
  visit("codings", view.codings, "theirs there; not said: not to be seen yet");
}

struct ListAssignments {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/assignments",
                                .name = "listAssignments",
                                .summary = "Who codes what",
                                .use_case = app::UseCase::kListAssignments};
  struct Input {
    std::optional<model::CoderId> coder;
    std::optional<model::DocumentId> document;
  };
  struct Output {
    std::vector<AssignmentView> assignments;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListAssignments::Input> auto& in) {
  visit.Query("coder", in.coder, "of this person only");
  visit.Query("document", in.document, "of this text only");
}
void Describe(auto& visit, Is<ListAssignments::Output> auto& out) {
  visit("assignments", out.assignments, "in the order in which they were given");
}

// How many assignments an act changed.
struct AssignedView {
  std::int64_t act = 0;
  std::int64_t changed = 0;
};
void Describe(auto& visit, Is<AssignedView> auto& view) {
  visit("act", view.act, "its number in the history; 0: it was so already");
  visit("changed", view.changed, "how many");
}

struct Assign {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/assignments",
                                .name = "assign",
                                .summary = "Texts to coders, each blind to the others; who has one already keeps it",
                                .use_case = app::UseCase::kAssign};
  struct Input {
    std::vector<model::DocumentId> documents;
    std::vector<model::CoderId> coders;
  };
  using Output = AssignedView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<Assign::Input> auto& in) {
  visit("documents", in.documents, "each of these");
  visit("coders", in.coders, "to each of these");
}

struct Unassign {
  static constexpr Rules kRules{.method = Method::kDelete,
                                .path = "/documents/{document}/assignments/{coder}",
                                .name = "unassign",
                                .summary = "Not theirs to code any more; what they coded stays",
                                .use_case = app::UseCase::kUnassign};
  struct Input {
    model::DocumentId document;
    model::CoderId coder;
  };
  using Output = AssignedView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<Unassign::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
  visit.Path("coder", in.coder, "whose it was");
}

struct SubmitWork {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/documents/{document}/submit",
                                .name = "submitWork",
                                .summary = "Your coding of it is done: your drafts are submitted, and others see them",
                                .use_case = app::UseCase::kSubmit};
  struct Input {
    model::DocumentId document;
  };
  using Output = AssignedView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<SubmitWork::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
}

struct ShowWork {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/work",
                                .name = "showWork",
                                .summary = "What waits for you, what ends soon, and how far everybody is",
                                .use_case = app::UseCase::kSeeWork};
  using Input = Nothing;
  struct Step {
    app::StepKind kind = app::StepKind::kCodeDocument;
    std::optional<std::string> subject;
    std::int64_t count = 0;
    std::optional<std::string> last_day;
  };
  struct Coder {
    model::CoderId coder;
    std::int64_t open = 0;
    std::int64_t submitted = 0;
  };
  struct Output {
    std::vector<Step> steps;
    std::vector<Coder> progress;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowWork::Step> auto& step) {
  visit("kind", step.kind, "what is to be done");
  visit("subject", step.subject, "the id of the text, note, region or organisation; not said: places of the frame");
  visit("count", step.count, "your codings there; places; consents or counts that end");
  visit("last_day", step.last_day, "of what ends");
}
void Describe(auto& visit, Is<ShowWork::Coder> auto& coder) {
  visit("coder", coder.coder, "who");
  visit("open", coder.open, "texts that they still code");
  visit("submitted", coder.submitted, "texts that they submitted");
}
void Describe(auto& visit, Is<ShowWork::Output> auto& out) {
  visit("steps", out.steps, "your own first");
  visit("progress", out.progress, "by name");
}

}  // namespace commonground::server
