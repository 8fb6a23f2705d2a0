// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks among the codings of the one document.
#include "app/gateway/passage_named.h"

#include <optional>
#include <set>

#include "core/hinted.h"
#include "model/consent_subject.h"
#include "model/guids.h"

namespace commonground::app {

using core::ErrorCode;

core::Result<std::string> WholeSubject(const store::StudyStore& store, const model::Study& study,
                                       const std::string& subject) {
  const std::string_view letters = model::PassageOfSubject(subject);
  if (letters.empty()) return subject;
  const model::DocumentId document(std::string(model::DocumentOfSubject(subject)));
  CG_ASSIGN_OR_RETURN(const auto codings, store.CodingsOf(document));
  std::set<model::CodingId> ids;
  for (const auto& one : codings) ids.insert(model::IdOf(one.coding));
  for (const model::Consent& one : study.consents) {
    if (model::DocumentOfSubject(one.subject) != document.value || model::PassageOfSubject(one.subject).empty())
      continue;
    ids.emplace(std::string(model::PassageOfSubject(one.subject)));
  }
  std::optional<model::CodingId> found;
  for (const model::CodingId& id : ids) {
    if (!id.value.starts_with(letters)) continue;
    if (found) {
      return core::Fail(ErrorCode::kInvalidInput,
                        "ambiguous coding id. Nothing was changed. Fix: write more characters of it", subject);
    }
    found = id;
  }
  if (found) return model::SubjectOf(document, *found);
  return core::FailWithHint(ErrorCode::kNotFound, "there is no passage of this id", subject, {"see consents", {}});
}

}  // namespace commonground::app
