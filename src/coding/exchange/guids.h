// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The GUIDs of things that have an id of their own in a study and a GUID in REFI-QDA: the same id always gives the same
// one, so that a project which comes back is recognised.  They stand in other people's files: they must not change.
#pragma once

#include <string>
#include <string_view>

#include "core/guid.h"
#include "model/study.h"

namespace commonground::coding {

inline std::string GuidOfCoder(const model::CoderId& coder) {
  return core::GuidOf("coder\n" + coder.value);
}
inline std::string GuidOfDocument(const model::DocumentId& document) {
  return core::GuidOf("document\n" + document.value);
}
inline std::string GuidOfCase(const model::OrganisationId& organisation) {
  return core::GuidOf("case\n" + organisation.value);
}
// Of the words that a coding carries itself (Coding::memo), as a note.
inline std::string GuidOfCodingMemo(std::string_view coding_guid) {
  return core::GuidOf("coding memo\n" + std::string(coding_guid));
}
inline std::string GuidOfPassage(const model::Coding& coding) {
  return core::GuidOf("passage\n" + coding.document.value + "\n" + std::to_string(coding.range.start) + "\n" +
                      std::to_string(coding.range.end) + "\n" + coding.coder.value);
}
inline std::string GuidOfKind(std::string_view kind) {
  return core::GuidOf("set of codes\n" + std::string(kind));
}
inline std::string GuidOfVariable(std::string_view name) {
  return core::GuidOf("variable\n" + std::string(name));
}

}  // namespace commonground::coding
