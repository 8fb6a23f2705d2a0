// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads texts through the gateway.  Whoever may search the texts may read them: one line of the table of use cases.

#include "app/read_document.h"

#include <algorithm>
#include <set>

#include "app/gateway/desk.h"
#include "app/gateway/entry.h"
#include "app/gateway/reading.h"
#include "app/gateway/seen_in_store.h"
#include "publish/html/language.h"

namespace commonground::app {

namespace {

ListedDocument Listed(const model::Study& study, const CodingView& view, const model::CoderId& person,
                      const model::Document& document) {
  ListedDocument listed{document, publish::DirectionOf(document.language), std::nullopt,
                        view.HasOpenAssignments(document.id)};
  for (const auto& one : study.assignments) {
    if (one.document == document.id && one.coder == person && !person.empty()) listed.own_assignment = one.state;
  }
  return listed;
}

tl::unexpected<core::Error> NoDocument(const model::DocumentId& document) {
  return core::Fail(core::ErrorCode::kNotFound,
                    "document not found, or no consent to analyse today. Fix: check the id and the consents",
                    document.value);
}

// The document, if it is there and may be read.
core::Result<model::Document> Seen(const Entered& in, const model::Study& study, const CodingView& view,
                                   const model::DocumentId& document) {
  const auto about = std::ranges::find(study.documents, document, &model::Document::id);
  if (about == study.documents.end() || !view.MayRead(document)) return NoDocument(document);
  CG_ASSIGN_OR_RETURN(auto texts, in.store.LoadTexts({document}));
  if (texts.empty()) return NoDocument(document);
  model::Document whole = *about;
  whole.text = std::move(texts.front().text);
  whole.parts = std::move(texts.front().parts);
  return whole;
}

bool MayFindMemos(const Caller& caller) {
  return Permissions()[static_cast<std::size_t>(UseCase::kFindMemos)].Allows(caller.role);
}

// Notes about the document, its case, and the codings in it.
core::Result<std::vector<model::Memo>> MemosOf(const Entered& in, const model::Study& study,
                                               const model::Document& document) {
  if (!MayFindMemos(in.caller)) return std::vector<model::Memo>();
  CG_ASSIGN_OR_RETURN(auto memos, MemosSeen(in, study, {}, std::nullopt));
  std::erase_if(memos, [&](const model::Memo& memo) {
    const bool is_of_case = memo.about == model::MemoSubject::kCase && memo.subject == document.organisation.value;
    return memo.document != document.id && !is_of_case;
  });
  return memos;
}

}  // namespace

core::Result<std::vector<ListedDocument>> ListDocuments(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSearch));
  CG_ASSIGN_OR_RETURN(const Desk desk, Desk::Open(in));
  const auto& [kept, view] = desk;
  const model::Study& study = *kept;
  std::vector<ListedDocument> listed;
  for (const auto& one : study.documents) {
    if (view.MayRead(one.id)) listed.push_back(Listed(study, view, in.actor.person, one));
  }
  std::ranges::sort(listed, {}, [](const ListedDocument& one) { return one.document.id; });
  return listed;
}

core::Result<OpenedDocument> OpenDocument(const Workspace& workspace, const model::DocumentId& document) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSearch));
  return in.store.Read([&]() -> core::Result<OpenedDocument> {
    CG_ASSIGN_OR_RETURN(const auto small, in.SmallWithin());
    const model::Study& study = *small;
    const CodingView view(study, in.caller, in.today);
    CG_ASSIGN_OR_RETURN(const model::Document whole, Seen(in, study, view, document));
    OpenedDocument opened{Listed(study, view, in.actor.person, whole), {}, {}, {}, {}};
    CG_ASSIGN_OR_RETURN(opened.codings, CodingsSeen(in.store, view, document));
    std::ranges::stable_sort(opened.codings, {}, &model::Coding::range);
    CG_ASSIGN_OR_RETURN(opened.memos, MemosOf(in, study, whole));
    for (const auto& one : study.adjudications) {
      if (one.document == document && view.Sees(one)) opened.decided.push_back(one);
    }
    CG_ASSIGN_OR_RETURN(const auto kept, in.store.Originals());
    opened.has_page_pictures = MayShowPages(study, kept, document, in.today);
    CG_ASSIGN_OR_RETURN(const auto older, in.store.OldVersionsOf({document}));
    for (const auto& one : older) opened.versions.push_back(one.version);
    opened.versions.push_back(whole.version);
    std::ranges::sort(opened.versions);
    return opened;
  });
}

core::Result<model::OldVersion> OpenOlderVersion(const Workspace& workspace, const model::DocumentId& document,
                                                 int version) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSearch));
  return in.store.Read([&]() -> core::Result<model::OldVersion> {
    CG_ASSIGN_OR_RETURN(const Desk desk, Desk::OpenWithin(in));
    const CodingView& view = desk.view;
    if (!view.MayRead(document)) return NoDocument(document);
    CG_ASSIGN_OR_RETURN(const auto older, in.store.OldVersionsOf({document}));
    const auto found = std::ranges::find(older, version, &model::OldVersion::version);
    if (found == older.end()) return NoDocument(document);
    return *found;
  });
}

}  // namespace commonground::app
