// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Gives records that have no GUID one that stays.

#include "model/guids.h"

#include "core/guid.h"

namespace commonground::model {

std::string GuidOf(const Code& code) {
  return code.guid.empty() ? core::GuidOf("code\n" + code.id.value) : code.guid;
}

CodingId IdOf(const Coding& coding) {
  if (!coding.id.empty()) return coding.id;
  return CodingId(core::GuidOf("coding\n" + coding.document.value + "\n" + std::to_string(coding.range.start) + "\n" +
                               std::to_string(coding.range.end) + "\n" + coding.code.value + "\n" +
                               coding.coder.value));
}

}  // namespace commonground::model
