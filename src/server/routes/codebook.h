// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about the codebook.
#pragma once

#include "server/route.h"

namespace commonground::server {

struct CodeView {
  model::CodeId code;
  std::optional<model::CodeId> parent;
  model::CodeKind kind = model::CodeKind::kOther;
  std::string label;
  std::string definition;
  std::string include;
  std::string exclude;
  std::string colour;
  std::int64_t depth = 0;
  bool retired = false;
  std::optional<model::CodeId> merged_into;
  std::int64_t own = 0;
  std::int64_t with_below = 0;
  std::int64_t memos = 0;
  std::string version;
};
void Describe(auto& visit, Is<CodeView> auto& view) {
  visit("code", view.code, "its id");
  visit("parent", view.parent, "the code above it");
  visit("kind", view.kind, "practice, barrier, outcome, ...");
  visit("label", view.label, "what people call it");
  visit("definition", view.definition, "what belongs to it");
  visit("include", view.include, "an example of what belongs to it");
  visit("exclude", view.exclude, "an example of what does not, and where that belongs");
  visit("colour", view.colour, "as #1b6ca8");
  visit("depth", view.depth, "how many codes are above it");
  visit("retired", view.retired, "not offered any more");
  visit("merged_into", view.merged_into, "the code that says the same");
  visit("own", view.own, "codings with it that you may see");
  visit("with_below", view.with_below, "and with the codes below it");
  visit("memos", view.memos, "notes about it that you may see");
  visit("version", view.version, "send it back in If-Match with a change");
}

// What merging or splitting did.
struct CodesMoved {
  std::int64_t act = 0;
  model::CodeId code;
  std::int64_t moved = 0;
};
void Describe(auto& visit, Is<CodesMoved> auto& view) {
  visit("act", view.act, "its number in the history");
  visit("code", view.code, "the one that has the codings now");
  visit("moved", view.moved, "codings that have another code now, of those that you may see");
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

// What may be said of a code; what is not given stays, or is blank for a new one.
struct CodeWords {
  std::optional<std::string> label;
  std::optional<std::string> definition;
  std::optional<std::string> include;
  std::optional<std::string> exclude;
  std::optional<std::string> colour;
  std::optional<model::CodeKind> kind;
};
template <typename Visit, typename Words>
void DescribeWords(Visit& visit, Words& words) {
  visit("label", words.label, "what people call it");
  visit("definition", words.definition, "what belongs to it");
  visit("include", words.include, "an example of what belongs to it");
  visit("exclude", words.exclude, "an example of what does not, and where that belongs");
  visit("colour", words.colour, "as #1b6ca8; empty: that of its place");
  visit("kind", words.kind, "practice, barrier, outcome, ...");
}

struct AddCode {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/codebook",
                                .name = "addCode",
                                .summary = "A new code, behind the last one below its parent",
                                .use_case = app::UseCase::kAddCode,
                                .made = 201};
  struct Input : CodeWords {
    std::optional<model::CodeId> code;
    std::optional<model::CodeId> parent;
  };
  using Output = CodeView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<AddCode::Input> auto& in) {
  visit("code", in.code, "its id, which stays; not said: the next free one");
  visit("parent", in.parent, "the code above it; not said: none");
  DescribeWords(visit, in);
}

struct EditCode {
  static constexpr Rules kRules{.method = Method::kPatch,
                                .path = "/codebook/{code}",
                                .name = "editCode",
                                .summary = "Other words for it; what is not given stays",
                                .use_case = app::UseCase::kEditCode,
                                .needs_version = true};
  struct Input : CodeWords {
    model::CodeId code;
  };
  using Output = CodeView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<EditCode::Input> auto& in) {
  visit.Path("code", in.code, "which");
  DescribeWords(visit, in);
}

struct MoveCode {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/codebook/{code}/move",
                                .name = "moveCode",
                                .summary = "To another place in the tree, with the codes below it",
                                .use_case = app::UseCase::kMoveCode,
                                .needs_version = true};
  struct Input {
    model::CodeId code;
    std::optional<model::CodeId> parent;
    std::optional<model::CodeId> before;
  };
  using Output = CodeView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<MoveCode::Input> auto& in) {
  visit.Path("code", in.code, "which");
  visit("parent", in.parent, "below this one; not said: to the top");
  visit("before", in.before, "before this one; not said: behind them all");
}

struct MergeCode {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/codebook/{code}/merge",
                                .name = "mergeCode",
                                .summary = "It says the same as another: its codings become that one's, it is retired",
                                .use_case = app::UseCase::kMergeCodes};
  struct Input {
    model::CodeId code;
    model::CodeId into;
  };
  using Output = CodesMoved;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<MergeCode::Input> auto& in) {
  visit.Path("code", in.code, "which");
  visit("into", in.into, "the one that stays");
}

struct SplitCode {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/codebook/{code}/split",
                                .name = "splitCode",
                                .summary = "Some of its codings become those of a new code beside it",
                                .use_case = app::UseCase::kSplitCode};
  struct OneCoding {
    model::DocumentId document;
    std::string coding;
  };
  struct Input : CodeWords {
    model::CodeId code;
    std::vector<OneCoding> codings;
  };
  using Output = CodesMoved;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<SplitCode::OneCoding> auto& one) {
  visit("document", one.document, "where it is");
  visit("coding", one.coding, "its id");
}
void Describe(auto& visit, Is<SplitCode::Input> auto& in) {
  visit.Path("code", in.code, "which");
  DescribeWords(visit, in);
  visit("codings", in.codings, "those that move");
}

struct RetireCode {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/codebook/{code}/retire",
                                .name = "retireCode",
                                .summary = "Not offered any more; what was coded with it stays",
                                .use_case = app::UseCase::kRetireCode,
                                .needs_version = true};
  struct Input {
    model::CodeId code;
  };
  using Output = CodeView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<RetireCode::Input> auto& in) {
  visit.Path("code", in.code, "which");
}

struct RestoreCode {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/codebook/{code}/restore",
                                .name = "restoreCode",
                                .summary = "Offered again",
                                .use_case = app::UseCase::kRestoreCode,
                                .needs_version = true};
  struct Input {
    model::CodeId code;
  };
  using Output = CodeView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<RestoreCode::Input> auto& in) {
  visit.Path("code", in.code, "which");
}

}  // namespace commonground::server
