// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads texts through the gateway.  Whoever may search the texts may read them: one line of the table of use cases.

#include "app/read_document.h"

#include <algorithm>

#include "app/gateway/entry.h"
#include "app/gateway/reading.h"

namespace commonground::app {

core::Result<std::vector<model::Document>> ListDocuments(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSearch));
  CG_ASSIGN_OR_RETURN(model::Study study, in.store.LoadDesk());
  const auto readable = ReadableDocuments(study, in.today, in.caller);
  std::erase_if(study.documents, [&](const model::Document& one) { return !readable.contains(one.id); });
  std::ranges::sort(study.documents, {}, &model::Document::id);
  return std::move(study.documents);
}

core::Result<model::Document> ReadDocument(const Workspace& workspace, const model::DocumentId& document) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSearch));
  return in.store.Read([&]() -> core::Result<model::Document> {
    CG_ASSIGN_OR_RETURN(const model::Study study, in.store.LoadDesk());
    const auto about = std::ranges::find(study.documents, document, &model::Document::id);
    if (about != study.documents.end() && ReadableDocuments(study, in.today, in.caller).contains(document)) {
      CG_ASSIGN_OR_RETURN(auto texts, in.store.LoadTexts({document}));
      if (!texts.empty()) {
        model::Document whole = *about;
        whole.text = std::move(texts.front().text);
        whole.parts = std::move(texts.front().parts);
        return whole;
      }
    }
    return core::Fail(core::ErrorCode::kNotFound,
                      "document not found, or no consent to analyse today. Fix: check the id and the consents",
                      document.value);
  });
}

}  // namespace commonground::app
