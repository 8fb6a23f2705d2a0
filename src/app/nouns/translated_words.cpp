// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks at the one text that is translated.  A text that may not be read is not there for anybody.

#include "app/nouns/translated_words.h"

#include <set>

#include "model/consent_subject.h"

namespace commonground::app {

core::Result<std::vector<model::Coding>> NamedCodings(const store::StudyStore& store, const model::Study& study) {
  std::set<model::DocumentId> documents;
  for (const model::Consent& consent : study.consents) {
    if (model::PassageOfSubject(consent.subject).empty()) continue;
    documents.emplace(std::string(model::DocumentOfSubject(consent.subject)));
  }
  std::vector<model::Coding> codings;
  for (const auto& document : documents) {
    CG_ASSIGN_OR_RETURN(auto stored, store.CodingsOf(document));
    for (auto& one : stored) codings.push_back(std::move(one.coding));
  }
  return codings;
}

core::Status CheckTranslated(const Entered& in, const NounView& view, const model::Translation* now,
                             const model::Translation& made, const WhichThing& which) {
  constexpr rules::Kind kKind = rules::Kind::kTranslation;
  const auto refused = [&](std::string field, std::string value, std::string message, std::string fix) {
    const rules::Problem problem{core::Severity::kError, {kKind, which.index, which.id, std::move(field), 0},
                                 std::move(value),       std::move(message),
                                 std::move(fix),         {}};
    return core::Fail(RefusalOf({problem}, rules::NameOf(kKind), which.index, which.id));
  };
  if (!view.MayRead(made.document)) {
    return refused("document", made.document.value, "there is no text of this id that may be analysed today",
                   "correct the id, or record the consent first");
  }
  if (!view.Sees(made)) {
    auto error = refused("document", made.document.value, "there is no consent to translate these words",
                         "record it first, of the text, of its organisation or of the passage");
    error.value().hint = {"give consent", {{"subject", made.document.value}}};
    return error;
  }
  if (now != nullptr && now->document == made.document && now->exact == made.exact) return {};
  CG_ASSIGN_OR_RETURN(const auto texts, in.store.LoadTexts({made.document}));
  if (!texts.empty() && texts.front().text.find(made.exact) != std::string::npos) return {};
  return refused("exact", made.exact, "does not stand in the document as it is now",
                 "copy the passage from the document, letter by letter");
}

}  // namespace commonground::app
