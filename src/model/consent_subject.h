// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a consent is about, as it is written: an organisation (all of its case), a document (that one only), or a passage
// of a document (those words only), named by a coding of it.
//
//     lamp
//     lamp/interview.docx
//     lamp/interview.docx#0f8fad5b-d9cb-469f-a165-70867728950e
#pragma once

#include <string>
#include <string_view>

#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

inline constexpr char kPassageMark = '#';  // in no id

inline std::string_view OrganisationOfSubject(std::string_view subject) {
  return subject.substr(0, subject.find('/'));
}
// Empty: it is about an organisation.
inline std::string_view DocumentOfSubject(std::string_view subject) {
  if (subject.find('/') == std::string_view::npos) return {};
  return subject.substr(0, subject.find(kPassageMark));
}
// The coding; empty: it is about no passage.
inline std::string_view PassageOfSubject(std::string_view subject) {
  const std::size_t mark = subject.find(kPassageMark);
  if (mark == std::string_view::npos || DocumentOfSubject(subject).empty()) return {};
  return subject.substr(mark + 1);
}
inline std::string SubjectOf(const DocumentId& document, const CodingId& coding) {
  return document.value + kPassageMark + coding.value;
}

// The same, or a part of it.
inline bool IsWithin(std::string_view subject, std::string_view whole) {
  return subject == whole || OrganisationOfSubject(subject) == whole || DocumentOfSubject(subject) == whole;
}

// What can be said of a passage by itself.
inline bool IsOfPassages(ConsentScope scope) {
  return scope == ConsentScope::kQuote || scope == ConsentScope::kSummarise || scope == ConsentScope::kTranslate;
}

}  // namespace commonground::model
