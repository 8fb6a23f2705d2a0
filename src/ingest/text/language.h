// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which language a text is written in, when nobody has said so.  CLD2 (Compact Language Detector 2, R. Sites 2013), on
// this machine only.
#pragma once

#include <string>
#include <string_view>

namespace commonground::ingest {

struct TextLanguage {
  std::string code;       // BCP 47: "en", "zh", "zh-Hant", "my"; empty: unknown
  bool reliable = false;  // only then may a program act on it; otherwise ask a person
  int percent = 0;        // of the text that is in this language, as CLD2 counts it
  friend bool operator==(const TextLanguage&, const TextLanguage&) = default;
};

// A person's own word (meta.toml) always goes first: call this only where there is none.
//
// Requires: nothing; bytes that are no UTF-8 give unknown.
// Returns:  unknown for fewer than 24 letters (an ideograph, kana, Thai or Burmese letter counts as four), and where
//           CLD2 finds none.  Reliable: CLD2 says so and at least 70 percent of the text is in that language, so that
//           a text half in one and half in another is never given to one of them.  Deterministic.
// Threads:  any number of concurrent calls.
// Cost:     linear.
TextLanguage DetectLanguage(std::string_view text);

}  // namespace commonground::ingest
