// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lists and gives back the original files that a study keeps encrypted.

#include "app/originals.h"

#include <algorithm>

#include "app/gateway/entry.h"
#include "app/gateway/reading.h"
#include "core/date.h"
#include "core/hinted.h"
#include "ingest/documents/convert.h"

namespace commonground::app {

core::Result<std::vector<model::KeptOriginal>> ListOriginals(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kListOriginals));
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const auto readable = ReadableDocuments(*small, in.today, in.caller);
  CG_ASSIGN_OR_RETURN(auto originals, store.Originals());
  std::erase_if(originals, [&](const auto& one) { return !readable.contains(one.document); });
  return originals;
}

core::Result<std::string> OpenOriginal(const Workspace& workspace, std::string_view passphrase,
                                       const model::DocumentId& document) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kOpenOriginal));
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  if (!ReadableDocuments(*small, in.today, in.caller).contains(document)) {
    return core::FailWithHint(core::ErrorCode::kNoConsent,
                              "no document of this name may be read today. Fix: look at documents and consents",
                              document.value, {"status", {}});
  }
  CG_ASSIGN_OR_RETURN(const store::StudyKey key, store.Unlock(passphrase));
  return store.OpenOriginal(key, document);
}

core::Result<std::string> ReadOriginal(const Workspace& workspace, std::string_view passphrase,
                                       const model::DocumentId& document) {
  CG_ASSIGN_OR_RETURN(const auto kept, ListOriginals(workspace));
  if (std::ranges::find(kept, document, &model::KeptOriginal::document) == kept.end()) {
    return core::Fail(core::ErrorCode::kNotFound, "There is nothing here.");
  }
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kOpenOriginal));
  CG_ASSIGN_OR_RETURN(const store::StudyKey key, in.store.Unlock(passphrase));
  return in.store.OpenOriginal(key, document);
}

core::Result<std::string> SeePage(const Workspace& workspace, std::string_view passphrase,
                                  const model::DocumentId& document, int page, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSeePage));
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  CG_ASSIGN_OR_RETURN(const auto kept, in.store.Originals());
  const bool shown = ReadableDocuments(*small, in.today, in.caller).contains(document) &&
                     MayShowPages(*small, document, in.today) &&
                     std::ranges::find(kept, document, &model::KeptOriginal::document) != kept.end();
  if (!shown) {
    return core::Fail(core::ErrorCode::kNotFound,
                      "no page can be shown: there is no such text, its file is not kept, or nobody consented to show "
                      "its pages (photo)",
                      document.value);
  }
  CG_ASSIGN_OR_RETURN(const store::StudyKey key, in.store.Unlock(passphrase));
  CG_ASSIGN_OR_RETURN(const std::string bytes, in.store.OpenOriginal(key, document));
  CG_ASSIGN_OR_RETURN(const auto converter, ingest::Converter::BesideThisProgram());
  return converter.DrawPage(document.value, bytes, page, progress);
}

core::Status ChangePassphrase(const Workspace& workspace, std::string_view passphrase, std::string_view next) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kChangePassphrase));
  store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(const store::StudyKey key, store.Unlock(passphrase));
  return store.ChangePassphrase(key, next);
}

}  // namespace commonground::app
