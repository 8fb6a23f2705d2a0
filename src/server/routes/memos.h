// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about notes: on the study, a case, a text, a code or a coding.
#pragma once

#include "model/coding.h"
#include "server/route.h"
#include "server/routes/page.h"

namespace commonground::server {

struct MemoView {
  std::string memo;
  model::MemoKind kind = model::MemoKind::kNote;
  model::MemoSubject about = model::MemoSubject::kStudy;
  std::string subject;
  std::optional<model::DocumentId> document;
  model::CoderId person;
  std::optional<std::string> at;
  std::string text;
  std::string version;
};
void Describe(auto& visit, Is<MemoView> auto& view) {
  visit("memo", view.memo, "its id");
  visit("kind", view.kind, "what kind of note");
  visit("about", view.about, "what kind of thing it is about");
  visit("subject", view.subject, "its id; empty: the study");
  visit("document", view.document, "of a coding or text: where");
  visit("person", view.person, "who wrote it");
  visit("at", view.at, "UTC");
  visit("text", view.text, "what it says");
  visit("version", view.version, "send it back in If-Match with a change");
}
MemoView ViewOf(const model::Memo& memo);

struct ListMemos {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/memos",
                                .name = "listMemos",
                                .summary = "Notes that you may see",
                                .use_case = app::UseCase::kFindMemos};
  struct Input : Page {
    std::optional<model::MemoKind> kind;
    std::optional<model::MemoSubject> about;
    std::optional<std::string> subject;
  };
  struct Output {
    std::vector<MemoView> memos;
    std::int64_t total = 0;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListMemos::Input> auto& in) {
  visit.Query("kind", in.kind, "of this kind only");
  visit.Query("about", in.about, "about things of this kind only");
  visit.Query("subject", in.subject, "about the thing of this id only");
  DescribePage(visit, in);
}
void Describe(auto& visit, Is<ListMemos::Output> auto& out) {
  visit("memos", out.memos, "this page of them");
  visit("total", out.total, "of all pages");
}

struct AddMemo {
  static constexpr Rules kRules{
      .method = Method::kPut,
      .path = "/memos/{memo}",
      .name = "addMemo",
      .summary = "A note, under an id that you make (a random UUID); said twice, it is done once",
      .use_case = app::UseCase::kAddMemo,
      .made = 201};
  struct Input {
    std::string memo;
    std::optional<model::MemoKind> kind;
    model::MemoSubject about = model::MemoSubject::kStudy;
    std::optional<std::string> subject;
    std::optional<model::DocumentId> document;
    std::string text;
  };
  using Output = MemoView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<AddMemo::Input> auto& in) {
  visit.Path("memo", in.memo, "a random UUID, in lower case");
  visit("kind", in.kind, "a note, if it is not said");
  visit("about", in.about, "what kind of thing");
  visit("subject", in.subject, "its id; of the study none");
  visit("document", in.document, "of a coding: where it is");
  visit("text", in.text, "what it says");
}

struct RewriteMemo {
  static constexpr Rules kRules{.method = Method::kPatch,
                                .path = "/memos/{memo}",
                                .name = "rewriteMemo",
                                .summary = "Other words in a note of your own",
                                .use_case = app::UseCase::kRewriteMemo,
                                .needs_version = true};
  struct Input {
    std::string memo;
    std::string text;
  };
  using Output = MemoView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<RewriteMemo::Input> auto& in) {
  visit.Path("memo", in.memo, "its id");
  visit("text", in.text, "what it says from now on");
}

struct RemoveMemo {
  static constexpr Rules kRules{.method = Method::kDelete,
                                .path = "/memos/{memo}",
                                .name = "removeMemo",
                                .summary = "Take out a note of your own",
                                .use_case = app::UseCase::kRemoveMemo,
                                .needs_version = true};
  struct Input {
    std::string memo;
  };
  struct Output {
    std::int64_t act = 0;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<RemoveMemo::Input> auto& in) {
  visit.Path("memo", in.memo, "its id");
}
void Describe(auto& visit, Is<RemoveMemo::Output> auto& out) {
  visit("act", out.act, "its number in the history");
}

}  // namespace commonground::server
