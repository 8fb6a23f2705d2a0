// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A text: its language is found or not; its sentences are in order, apart, within the text, and none is empty.
#include <unicode/unistr.h>

#include <array>
#include <cstdlib>

#include "core/text_range.h"
#include "ingest/text/language.h"
#include "ingest/text/sentences.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground;
  static constexpr std::array<const char*, 8> kLanguages{"en", "fr", "es", "ru", "zh", "th", "my", ""};
  if (size < 1) return 0;
  std::string text;
  icu::UnicodeString::fromUTF8({reinterpret_cast<const char*>(data) + 1, static_cast<int>(size - 1)})
      .toUTF8String(text);
  ingest::DetectLanguage({reinterpret_cast<const char*>(data), size});
  if (ingest::DetectLanguage(text).percent > 100) std::abort();
  const std::int64_t length = core::CountCodePoints(text);
  for (const auto& ranges : {ingest::Paragraphs(text), ingest::Sentences(text, kLanguages[data[0] % 8])}) {
    std::int64_t at = 0;
    for (const core::TextRange& range : ranges) {
      if (range.start < at || range.end <= range.start || range.end > length) std::abort();
      at = range.end;
    }
  }
  return 0;
}
