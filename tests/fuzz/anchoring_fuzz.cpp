// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two texts and a passage: never a crash; a passage that was kept or moved is the same character by character, one that
// was edited has changed in a fifth of its letters at most.
#include <unicode/unistr.h>

#include <cstdlib>

#include "coding/anchoring/code_points.h"
#include "coding/anchoring/move_codings.h"
#include "coding/anchoring/similarity.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground;
  if (size < 4) return 0;
  const std::size_t cut = 3 + data[0] * (size - 3) / 256;
  const auto utf8 = [&](std::size_t from, std::size_t to) {
    std::string text;
    icu::UnicodeString::fromUTF8({reinterpret_cast<const char*>(data) + from, static_cast<int>(to - from)})
        .toUTF8String(text);
    return text;
  };
  const std::string before = utf8(3, cut);
  const std::string after = utf8(cut, size);
  const coding::Letters old_letters = coding::ToLetters(before);
  const coding::Letters new_letters = coding::ToLetters(after);
  if (old_letters.empty()) return 0;
  const std::int64_t start = data[1] * static_cast<std::int64_t>(old_letters.size()) / 256;
  const std::int64_t end = std::min<std::int64_t>(start + 1 + data[2], static_cast<std::int64_t>(old_letters.size()));
  const core::TextRange range{start, end};
  const auto moved = coding::MoveCodings(before, after, {&range, 1});
  if (moved.size() != 1) std::abort();
  const auto& is = moved[0].range;
  if (moved[0].fate == coding::AnchorOutcome::kOrphaned) return 0;
  if (is.start < 0 || is.end <= is.start || is.end > static_cast<std::int64_t>(new_letters.size())) std::abort();
  const auto words = old_letters.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
  const auto new_words = new_letters.substr(static_cast<std::size_t>(is.start), static_cast<std::size_t>(is.length()));
  if (moved[0].fate == coding::AnchorOutcome::kEdited) {
    const auto changes = coding::DistanceUpTo(words, new_words, static_cast<int>(words.size() / 5));
    if (!changes || *changes == 0) std::abort();
  } else if (new_words != words) {
    std::abort();
  }
  return 0;
}
