// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts words as ICU finds them.

#include "ingest/documents/word_count.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

namespace commonground::ingest {

std::int64_t CountWords(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  UText opened = UTEXT_INITIALIZER;
  utext_openUTF8(&opened, text.data(), static_cast<std::int64_t>(text.size()), &status);
  std::int64_t count = 0;
  if (U_SUCCESS(status)) {
    words->setText(&opened, status);
    for (words->first(); words->next() != icu::BreakIterator::DONE;) {
      if (words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) ++count;
    }
  }
  utext_close(&opened);
  return count;
}

}  // namespace commonground::ingest
