// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds a quote in a text, exactly or with small differences.

#include "coding/anchoring/find_quote.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "coding/anchoring/code_points.h"
#include "coding/anchoring/limits.h"
#include "coding/anchoring/similarity.h"
#include "core/check.h"

namespace commonground::coding {

namespace {

constexpr std::int64_t kMaxSteps = 400'000'000;
constexpr int kMaxPlaces = 10'000;  // within words; a passage that is there so often says nothing

// A text without what differs between a page and its copy; `places` are where its letters are in the text.
struct Plain {
  Letters letters;
  std::vector<std::size_t> places;
};

bool IsLeftOut(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  // Format characters: soft hyphens, joiners, byte order marks.
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || type == U_DASH_PUNCTUATION || type == U_FORMAT_CHAR ||
         type == U_CONTROL_CHAR || c == U'\u2212';
}

// What stands for a letter in the plain text; several letters for a ligature.
std::u32string_view Shape(const char32_t& c) {
  switch (c) {
    case U'\u2018':
    case U'\u2019':
    case U'\u201A':
    case U'\u201B':
    case U'\u2032':
    case U'\u2039':
    case U'\u203A':
    case U'`':
    case U'\u00B4':
      return U"'";
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u201F':
    case U'\u2033':
    case U'\u00AB':
    case U'\u00BB':
    case U'\u300C':
    case U'\u300D':
    case U'\u300E':
    case U'\u300F':
    case U'\uFF02':
      return U"\"";
    case U'\u2026':
      return U"...";
    case U'\uFB00':
      return U"ff";
    case U'\uFB01':
      return U"fi";
    case U'\uFB02':
      return U"fl";
    case U'\uFB03':
      return U"ffi";
    case U'\uFB04':
      return U"ffl";
    case U'\uFB05':
    case U'\uFB06':
      return U"st";
    default:
      return {&c, 1};
  }
}

Plain MakePlain(CodePointsView text) {
  Plain plain;
  plain.letters.reserve(text.size());
  plain.places.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (IsLeftOut(text[i])) continue;
    for (const char32_t c : Shape(text[i])) {
      plain.letters += c;
      plain.places.push_back(i);
    }
  }
  return plain;
}

std::string Nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  CG_CHECK(U_SUCCESS(status), "ICU's own data has the forms of Unicode");
  std::string normal;
  if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) return normal;
  icu::StringByteSink<std::string> sink(&normal, static_cast<std::int32_t>(text.size()));
  nfc->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, status);
  return U_SUCCESS(status) ? normal : std::string();
}

core::TextRange Range(std::size_t start, std::size_t end) {
  return {static_cast<std::int64_t>(start), static_cast<std::int64_t>(end)};
}

bool HasWords(CodePointsView text) {
  return std::ranges::any_of(text, IsWordLetter);
}

CodePointsView Trimmed(CodePointsView text) {
  while (!text.empty() && u_isUWhiteSpace(static_cast<UChar32>(text.front())) != 0) text.remove_prefix(1);
  while (!text.empty() && u_isUWhiteSpace(static_cast<UChar32>(text.back())) != 0) text.remove_suffix(1);
  return text;
}

class Finder {
 public:
  Finder(CodePointsView text, CodePointsView quote)
      : text_(text), quote_(quote), plain_text_(MakePlain(text)), plain_quote_(MakePlain(quote)) {}

  FoundQuote Find() const {
    if (!HasWords(plain_quote_.letters)) return {};
    if (const auto found = LetterByLetter()) return *found;
    if (const auto found = InOtherMarks()) return *found;
    return WithChanges();
  }

 private:
  std::optional<FoundQuote> LetterByLetter() const {
    const std::size_t at = coding::Find(text_, quote_, 0);
    if (at == CodePointsView::npos) return std::nullopt;
    if (coding::Find(text_, quote_, at + 1) != CodePointsView::npos) return FoundQuote{QuoteMatch::kAmbiguous, {}, 0};
    return FoundQuote{QuoteMatch::kExact, Range(at, at + quote_.size()), 1};
  }

  std::optional<FoundQuote> InOtherMarks() const {
    std::optional<FoundQuote> found;
    int looked = 0;
    const CodePointsView quote = plain_quote_.letters;
    for (std::size_t at = coding::Find(plain_text_.letters, quote, 0); at != CodePointsView::npos;
         at = coding::Find(plain_text_.letters, quote, at + 1)) {
      if (++looked > kMaxPlaces) return FoundQuote{QuoteMatch::kAmbiguous, {}, 0};
      const core::TextRange range = InText(at, at + quote.size());
      if (IsInsideWord(text_, static_cast<std::size_t>(range.start)) ||
          IsInsideWord(text_, static_cast<std::size_t>(range.end))) {
        continue;
      }
      if (found) return FoundQuote{QuoteMatch::kAmbiguous, {}, 0};
      found = FoundQuote{QuoteMatch::kNormalised, range, 1};
    }
    return found;
  }

  FoundQuote WithChanges() const {
    const CodePointsView quote = plain_quote_.letters;
    if (!IsSearched(quote)) return {};
    const int most = MostChanges(quote.size());
    std::int64_t steps = kMaxSteps;
    const std::vector<MatchCandidate> places = FindSimilar(plain_text_.letters, quote, most, steps);
    if (steps < 0 || places.empty()) return {};
    const std::vector<MatchCandidate> best = MostLike(places, quote.size());
    if (best.size() > 1) return {QuoteMatch::kAmbiguous, {}, 0};
    core::TextRange range = InText(best.front().start, best.front().end);
    while (IsInsideWord(text_, static_cast<std::size_t>(range.start))) --range.start;
    while (IsInsideWord(text_, static_cast<std::size_t>(range.end))) ++range.end;
    const Plain words =
        MakePlain(text_.substr(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.length())));
    const auto changes = DistanceUpTo(quote, words.letters, most, steps);
    if (!changes) return {};
    return {QuoteMatch::kFuzzy, range, 1 - static_cast<double>(*changes) / static_cast<double>(quote.size())};
  }

  // Of the letters [start, end) of the plain text, start < end.
  core::TextRange InText(std::size_t start, std::size_t end) const {
    return Range(plain_text_.places[start], plain_text_.places[end - 1] + 1);
  }

  CodePointsView text_;
  CodePointsView quote_;
  Plain plain_text_;
  Plain plain_quote_;
};

}  // namespace

FoundQuote FindQuote(std::string_view text, std::string_view quote) {
  const Letters letters = ToLetters(text);
  const Letters words = ToLetters(Nfc(quote));
  return Finder(letters, Trimmed(words)).Find();
}

}  // namespace commonground::coding
