// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about the codebook.
#pragma once

#include "server/route.h"

namespace commonground::server {

struct CodeView {
  model::CodeId code;
  std::optional<model::CodeId> parent;
  std::string kind;
  std::string label;
  std::string definition;
  std::int64_t depth = 0;
  bool retired = false;
  std::int64_t own = 0;
  std::int64_t with_below = 0;
  std::string version;
};
void Describe(auto& visit, Is<CodeView> auto& view) {
  visit("code", view.code, "its id");
  visit("parent", view.parent, "the code above it");
  visit("kind", view.kind, "practice, barrier, outcome, ...");
  visit("label", view.label, "what people call it");
  visit("definition", view.definition, "what belongs to it");
  visit("depth", view.depth, "how many codes are above it");
  visit("retired", view.retired, "not offered any more");
  visit("own", view.own, "codings with it that you may see");
  visit("with_below", view.with_below, "and with the codes below it");
  visit("version", view.version, "send it back in If-Match with a change");
}

struct ShowCodebook {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/codebook",
                                .name = "showCodebook",
                                .summary = "The codes, depth first, with counts of the codings that you may see",
                                .use_case = app::UseCase::kCodeTree};
  using Input = Nothing;
  struct Output {
    std::vector<CodeView> codes;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowCodebook::Output> auto& out) {
  visit("codes", out.codes, "in their order");
}

struct EditCode {
  static constexpr Rules kRules{.method = Method::kPatch,
                                .path = "/codebook/{code}",
                                .name = "editCode",
                                .summary = "Another label or definition",
                                .use_case = app::UseCase::kEditCode,
                                .needs_version = true};
  struct Input {
    model::CodeId code;
    std::optional<std::string> label;
    std::optional<std::string> definition;
  };
  using Output = CodeView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<EditCode::Input> auto& in) {
  visit.Path("code", in.code, "which");
  visit("label", in.label, "not given: as it is");
  visit("definition", in.definition, "not given: as it is");
}

}  // namespace commonground::server
