// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Translations of passages: of words that stand in the newest text of a document.  A text can change after it was
// translated, so that is only a notice; what is not there is not shown.
#include <unordered_map>

#include "rules/checked.h"

namespace commonground::rules {

void CheckTranslations(const Checked& checked) {
  const auto& list = checked.study.translations;
  if (list.empty()) return;
  std::unordered_map<std::string_view, const model::Document*> documents;
  for (const model::Document& document : checked.study.documents) documents.emplace(document.id.value, &document);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Field field = checked.Of(Kind::kTranslation, i, "exact");
    CheckReferences(checked, i, list[i]);
    if (!list[i].language.empty()) CheckLanguage(checked, list[i].language, field.At("language"));
    const auto document = documents.find(list[i].document.value);
    // A study may be loaded without its texts.
    if (document == documents.end() || document->second->text.empty() || list[i].exact.empty()) continue;
    if (document->second->text.find(list[i].exact) != std::string::npos) continue;
    field.Note(list[i].exact, "does not stand in the document as it is now: its translation is not shown",
               "copy the passage from the document, and look whether the translation is still right");
  }
}

}  // namespace commonground::rules
