// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A text and a quote: never a crash; what is there character by character is the quote, and no place lies outside the
// text.
#include <unicode/unistr.h>

#include <cstdlib>

#include "coding/anchoring/find_quote.h"
#include "core/text_range.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground;
  if (size < 2) return 0;
  const std::size_t cut = 1 + data[0] * (size - 1) / 256;
  const auto utf8 = [&](std::size_t from, std::size_t to) {
    std::string text;
    icu::UnicodeString::fromUTF8({reinterpret_cast<const char*>(data) + from, static_cast<int>(to - from)})
        .toUTF8String(text);
    return text;
  };
  const std::string quote = utf8(1, cut);
  const std::string text = utf8(cut, size);
  const coding::FoundQuote found = coding::FindQuote(text, quote);
  const bool one = found.is != coding::QuoteMatch::kAmbiguous && found.is != coding::QuoteMatch::kNotFound;
  const auto words = core::TextIndex(text).Slice(found.range);
  if (!words || words->empty() == one) std::abort();
  if (one && (found.likeness < 0.8 || found.likeness > 1)) std::abort();
  return 0;
}
