// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is kept of an edition of the report, once it was published.
#pragma once

#include <string>

namespace commonground::model {

struct EditionRecord {
  std::string edition;    // what people call it: 16 hex digits
  std::string made_at;    // core::Moment
  std::string forms;      // "html pdf"
  std::string languages;  // "en fr"
  std::string hash;       // of the list of its files with theirs
  std::string holds;      // one keyed hash a line: the organisations and documents that it shows
  friend bool operator==(const EditionRecord&, const EditionRecord&) = default;
};

}  // namespace commonground::model
