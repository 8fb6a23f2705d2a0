// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about codings: codes on words of a text, by one coder each.
#pragma once

#include "app/codings_study.h"
#include "server/route.h"
#include "server/routes/page.h"
#include "server/routes/words.h"

namespace commonground::server {

struct CodingView {
  std::string coding;
  model::DocumentId document;
  model::CodeId code;
  model::CoderId coder;
  std::int64_t start = 0;
  std::int64_t end = 0;
  std::string exact;
  OneOf<StatusWords> status;
  std::string memo;
  std::optional<std::string> at;
  std::string version;
};
void Describe(auto& visit, Is<CodingView> auto& view) {
  visit("coding", view.coding, "its id");
  visit("document", view.document, "where it is");
  visit("code", view.code, "what is said of the words");
  visit("coder", view.coder, "who says it");
  visit("start", view.start, "code points from the beginning of the text");
  visit("end", view.end, "behind the last one");
  visit("exact", view.exact, "the words");
  visit("status", view.status, "how far it is");
  visit("memo", view.memo, "a note on it");
  visit("at", view.at, "when it was made, UTC");
  visit("version", view.version, "send it back in If-Match with a change");
}

// `coding` with its id.
CodingView ViewOf(const model::Coding& coding);

// What an act did.
struct ActView {
  std::int64_t act = 0;
  std::vector<std::string> kept;
};
void Describe(auto& visit, Is<ActView> auto& view) {
  visit("act", view.act, "its number in the history; 0: it was so already");
  visit("kept", view.kept, "fields that others changed since you saw it, and that stay as they made them");
}

struct ListCodings {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/codings",
                                .name = "listCodings",
                                .summary = "Codings that you may see, in the order of the texts",
                                .use_case = app::UseCase::kListCodings};
  struct Input : Page {
    std::vector<model::DocumentId> document;
    std::vector<model::CodeId> code;
    std::vector<model::CoderId> coder;
  };
  struct Output {
    std::vector<CodingView> codings;
    std::int64_t total = 0;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListCodings::Input> auto& in) {
  visit.Query("document", in.document, "in these texts only");
  visit.Query("code", in.code, "with these codes, and those below them");
  visit.Query("coder", in.coder, "by these people");
  DescribePage(visit, in);
}
void Describe(auto& visit, Is<ListCodings::Output> auto& out) {
  visit("codings", out.codings, "this page of them");
  visit("total", out.total, "of all pages");
}

struct ShowCoding {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/documents/{document}/codings/{coding}",
                                .name = "showCoding",
                                .summary = "One coding",
                                .use_case = app::UseCase::kListCodings};
  struct Input {
    model::DocumentId document;
    std::string coding;
  };
  using Output = CodingView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowCoding::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
  visit.Path("coding", in.coding, "its id");
}

struct ApplyCode {
  static constexpr Rules kRules{.method = Method::kPut,
                                .path = "/documents/{document}/codings/{coding}",
                                .name = "applyCode",
                                .summary =
                                    "A code to words of a text, under an id that you make (a random UUID); said "
                                    "twice, it is done once",
                                .use_case = app::UseCase::kApplyCode,
                                .made = 201};
  struct Input {
    model::DocumentId document;
    std::string coding;
    std::optional<model::CodeId> code;
    std::optional<bool> in_vivo;
    std::optional<model::CodeId> parent;
    std::optional<std::int64_t> start;
    std::optional<std::int64_t> end;
    std::optional<std::string> quote;
    std::optional<std::string> memo;
  };
  using Output = CodingView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ApplyCode::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
  visit.Path("coding", in.coding, "a random UUID, in lower case");
  visit("code", in.code, "which; none with in_vivo");
  visit("in_vivo", in.in_vivo, "true: the words themselves become a new code, in the same act");
  visit("parent", in.parent, "the code that the new one stands below; none: at the top");
  visit("start", in.start, "with end: where, in code points");
  visit("end", in.end, "behind the last one");
  visit("quote", in.quote, "or the words, which stand once in the text");
  visit("memo", in.memo, "a note on it");
}

struct EditCoding {
  static constexpr Rules kRules{.method = Method::kPatch,
                                .path = "/documents/{document}/codings/{coding}",
                                .name = "editCoding",
                                .summary = "Another state, or another note on it",
                                .use_case = app::UseCase::kEditCoding,
                                .needs_version = true};
  struct Input {
    model::DocumentId document;
    std::string coding;
    std::optional<OneOf<StatusWords>> status;
    std::optional<std::string> memo;
  };
  using Output = CodingView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<EditCoding::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
  visit.Path("coding", in.coding, "its id");
  visit("status", in.status, "not given: as it is");
  visit("memo", in.memo, "not given: as it is");
}

struct RemoveCoding {
  static constexpr Rules kRules{.method = Method::kDelete,
                                .path = "/documents/{document}/codings/{coding}",
                                .name = "removeCoding",
                                .summary = "Take out a coding of your own",
                                .use_case = app::UseCase::kRemoveCodings};
  struct Input {
    model::DocumentId document;
    std::string coding;
  };
  using Output = ActView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<RemoveCoding::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
  visit.Path("coding", in.coding, "its id");
}

}  // namespace commonground::server
