// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A passage in another language, by people; it never stands without the original.
#pragma once

#include <string>

#include "model/fields.h"
#include "model/ids.h"

namespace commonground::model {

struct Translation {
  DocumentId document;
  std::string exact;     // the passage, as it stands in the document
  std::string language;  // BCP 47, of `text`
  std::string text;
  std::string translator;  // a role or initials
  TranslationId id = {};   // empty: IdOf(translation), model/identity.h
  friend bool operator==(const Translation&, const Translation&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Translation> auto& translation) {
  visit.Subject("document", translation.document.value);
  visit.Words("exact", translation.exact);
  visit.Words("language", translation.language);
  visit.Words("text", translation.text);
  visit.Words("translator", translation.translator);
  visit.OwnId("id", translation.id);
}

}  // namespace commonground::model
