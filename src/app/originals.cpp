// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lists and gives back the original files that a study keeps encrypted.

#include "app/originals.h"

#include <algorithm>

#include "app/gateway/entry.h"
#include "app/gateway/reading.h"
#include "core/date.h"
#include "core/hinted.h"
#include "core/secret.h"
#include "ingest/documents/convert.h"

namespace commonground::app {

namespace {

// A keyboard may compose letters in another way than the one that the passphrase was made on.
core::Result<store::StudyKey> Unlocked(const store::StudyStore& store, std::string_view passphrase) {
  CG_ASSIGN_OR_RETURN(const core::Secret composed, core::Secret::OfText(passphrase));
  return store.Unlock(composed.text());
}

}  // namespace

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
  CG_ASSIGN_OR_RETURN(const store::StudyKey key, Unlocked(store, passphrase));
  return store.OpenOriginal(key, document);
}

core::Result<std::string> ReadOriginal(const Workspace& workspace, std::string_view passphrase,
                                       const model::DocumentId& document) {
  CG_ASSIGN_OR_RETURN(const auto kept, ListOriginals(workspace));
  if (std::ranges::find(kept, document, &model::KeptOriginal::document) == kept.end()) {
    return core::Fail(core::ErrorCode::kNotFound, "There is nothing here.");
  }
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kOpenOriginal));
  CG_ASSIGN_OR_RETURN(const store::StudyKey key, Unlocked(in.store, passphrase));
  return in.store.OpenOriginal(key, document);
}

core::Result<std::string> SeePage(const Workspace& workspace, std::string_view passphrase,
                                  const model::DocumentId& document, int page, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSeePage));
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  CG_ASSIGN_OR_RETURN(const auto kept, in.store.Originals());
  if (!ReadableDocuments(*small, in.today, in.caller).contains(document) ||
      !MayShowPages(*small, kept, document, in.today)) {
    return core::FailWithHint(core::ErrorCode::kNotFound,
                              "no page can be shown: there is no such text, its file is not kept or has no pages, or "
                              "nobody consented to show them (photo). Fix: look at documents and consents",
                              document.value, {"status", {}});
  }
  CG_ASSIGN_OR_RETURN(const store::StudyKey key, Unlocked(in.store, passphrase));
  CG_ASSIGN_OR_RETURN(const std::string bytes, in.store.OpenOriginal(key, document));
  CG_ASSIGN_OR_RETURN(const auto converter, ingest::Converter::BesideThisProgram());
  return converter.DrawPage(document.value, bytes, page, progress);
}

core::Status ChangePassphrase(const Workspace& workspace, std::string_view passphrase, std::string_view next) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kChangePassphrase));
  store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(const store::StudyKey key, Unlocked(store, passphrase));
  return store.ChangePassphrase(key, next);
}

}  // namespace commonground::app
