// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// ICU draws boundaries; each is then asked whether a sentence really ends there.  "He met Dr. | Brown. | She left." has
// two, and the first is none.  Everything is in bytes until the last step.
#include "core/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "core/abbreviations.h"
#include "core/check.h"
#include "core/letters.h"
#include "core/paragraphs.h"

namespace commonground::core {

namespace {

constexpr UChar32 kBurmeseComma = 0x104A;
constexpr int kFewestThai = 18;  // code points; less is a name, or one of several things in a row

bool IsFigures(std::string_view text) {
  return !text.empty() && text.size() <= 3 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool IsHeading(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && line.substr(marks).starts_with(' ');
}

// A line of Markdown that does not go on with the line before: "- item", "12. item", "# Heading", "> said", "| cell".
bool BeginsBlock(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  if (line.starts_with('>') || line.starts_with('|') || IsHeading(line)) return true;
  const std::string_view mark = line.substr(0, line.find(' '));
  if (mark.size() == line.size()) return false;
  if (mark == "-" || mark == "*" || mark == "+" || mark == "•" || mark == "–" || mark == "—") return true;
  return (mark.ends_with('.') || mark.ends_with(')')) && IsFigures(mark.substr(0, mark.size() - 1));
}

std::vector<Bytes> Blocks(std::string_view text, Bytes paragraph) {
  std::vector<Bytes> blocks;
  std::size_t start = paragraph.start;
  std::size_t line = paragraph.start;
  for (std::size_t at = text.find('\n', start); at < paragraph.end; at = text.find('\n', at + 1)) {
    const std::size_t line_end = std::min(text.find('\n', at + 1), paragraph.end);
    if (IsHeading(text.substr(line, at - line)) || BeginsBlock(text.substr(at + 1, line_end - at - 1))) {
      blocks.push_back(Trimmed(text, {start, at}));
      start = at + 1;
    }
    line = at + 1;
  }
  blocks.push_back(Trimmed(text, {start, paragraph.end}));
  return blocks;
}

bool IsOpening(UChar32 c) {
  return u_charType(c) == U_START_PUNCTUATION || u_charType(c) == U_INITIAL_PUNCTUATION;
}
bool IsClosing(UChar32 c) {
  return u_charType(c) == U_END_PUNCTUATION || u_charType(c) == U_FINAL_PUNCTUATION;
}

// The first letter or figure at or after `at`; the text's size if there is none.
std::size_t NextWord(std::string_view text, std::size_t at) {
  while (at < text.size() && u_isalnum(LetterAt(text, at)) == 0) at = NextLetter(text, at);
  return at;
}

// Whether `text` ends with the abbreviation, as a word of its own.
bool EndsWith(std::string_view text, std::string_view abbreviation) {
  std::size_t at = text.size();
  for (std::size_t left = abbreviation.size(); left > 0;) {
    const UChar32 wanted = LetterBefore(abbreviation, left);
    left = PreviousLetter(abbreviation, left);
    if (wanted == ' ') {
      at = Trimmed(text, {0, at}).end;
      continue;
    }
    if (at == 0 || u_tolower(LetterBefore(text, at)) != wanted) return false;
    at = PreviousLetter(text, at);
  }
  if (at == 0) return true;
  const UChar32 before = LetterBefore(text, at);
  return u_isalnum(before) == 0 && before != '.' && before != '\'' && before != 0x2019;
}

bool StartsWith(std::string_view text, std::string_view abbreviation) {
  std::size_t at = 0;
  for (std::size_t k = 0; k < abbreviation.size(); k = NextLetter(abbreviation, k)) {
    const UChar32 wanted = LetterAt(abbreviation, k);
    if (wanted == ' ') {
      at = Trimmed(text, {at, text.size()}).start;
      continue;
    }
    if (at == text.size() || u_tolower(LetterAt(text, at)) != wanted) return false;
    at = NextLetter(text, at);
  }
  return true;
}

// Whether the place between the two is within or after the abbreviation: "z. | B. |".
bool Stands(std::string_view abbreviation, std::string_view before, std::string_view after) {
  if (EndsWith(before, abbreviation)) return true;
  for (std::size_t k = abbreviation.find(' '); k != std::string_view::npos; k = abbreviation.find(' ', k + 1)) {
    if (EndsWith(before, abbreviation.substr(0, k)) && StartsWith(after, abbreviation.substr(k + 1))) return true;
  }
  return false;
}

// "and", "or": what follows belongs to what was said.
bool JoinsThai(std::string_view text) {
  return text.starts_with("และ") || text.starts_with("หรือ");
}

// "A.", "J. K.", "U.S.": capitals with a full stop each.  The English word I is none.
bool EndsWithInitial(std::string_view text, std::string_view language) {
  if (!text.ends_with('.')) return false;
  const std::size_t stop = text.size() - 1;
  if (stop == 0 || u_isupper(LetterBefore(text, stop)) == 0) return false;
  const std::size_t capital = PreviousLetter(text, stop);
  if (capital == 0) return true;
  const UChar32 before = LetterBefore(text, capital);
  if (u_isalnum(before) != 0 || before == '\'' || before == 0x2019) return false;
  return !(text.substr(capital) == "I." && before != '.' && language.substr(0, 2) == "en");
}

bool BeginsWithFigure(std::string_view text) {
  if (text.empty()) return false;
  if (u_isdigit(LetterAt(text, 0)) != 0) return true;
  const std::size_t end = std::min(text.find_first_not_of("IVXLCDM"), text.size());
  return end > 0 && (end == text.size() || u_isalpha(LetterAt(text, end)) == 0);
}

class Cutter {
 public:
  explicit Cutter(std::string_view language) : language_(language), abbreviations_(AbbreviationsOf(language)) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale =
        icu::Locale::forLanguageTag({language.data(), static_cast<std::int32_t>(language.size())}, status);
    if (U_FAILURE(status)) locale = icu::Locale::getRoot();
    status = U_ZERO_ERROR;
    breaks_.reset(icu::BreakIterator::createSentenceInstance(locale, status));
    CG_CHECK(U_SUCCESS(status), "ICU's own data has the rules for sentences");
  }

  void Cut(std::string_view text, Bytes block, std::vector<Bytes>& sentences) {
    std::string flat(text.substr(block.start, block.end - block.start));
    std::ranges::replace(flat, '\n', ' ');
    std::size_t start = 0;
    // Both move on only: a million marks without a word are read once.
    std::size_t word_here = NextWord(flat, 0);
    std::size_t word_after = word_here;
    for (const std::size_t boundary : Boundaries(flat)) {
      const std::optional<std::size_t> end = EndOfSentence(flat, start, boundary);
      if (!end || word_here >= *end) continue;
      if (word_after < *end) word_after = NextWord(flat, *end);
      if (word_after == flat.size()) break;
      word_here = word_after;
      CutThai(flat, Trimmed(flat, {start, *end}), block.start, sentences);
      start = *end;
    }
    CutThai(flat, Trimmed(flat, {start, flat.size()}), block.start, sentences);
  }

 private:
  // The end of the text is none.
  std::vector<std::size_t> Boundaries(const std::string& flat) {
    UErrorCode status = U_ZERO_ERROR;
    UText opened = UTEXT_INITIALIZER;
    utext_openUTF8(&opened, flat.data(), static_cast<std::int64_t>(flat.size()), &status);
    breaks_->setText(&opened, status);
    CG_CHECK(U_SUCCESS(status), "any bytes can be opened as UTF-8");
    std::vector<std::size_t> all;
    breaks_->first();
    for (std::int32_t at = breaks_->next(); at != icu::BreakIterator::DONE; at = breaks_->next()) {
      if (static_cast<std::size_t>(at) < flat.size()) all.push_back(static_cast<std::size_t>(at));
    }
    utext_close(&opened);
    return all;
  }

  // Where the sentence that began at `start` ends, if it does so at this boundary.
  std::optional<std::size_t> EndOfSentence(std::string_view flat, std::size_t start, std::size_t boundary) const {
    if (boundary <= start) return std::nullopt;
    std::size_t end = boundary;
    while (end > start && IsOpening(LetterBefore(flat, end)) && !u_isUWhiteSpace(LetterAt(flat, boundary))) {
      end = PreviousLetter(flat, end);
    }
    // French sets a space before the mark that closes: "« Venez ! » | Elle vint.", but "« Venez ! » dit-elle."
    while (end < flat.size() && IsClosing(LetterAt(flat, end))) {
      end = NextLetter(flat, end);
      end = Trimmed(flat, {end, flat.size()}).start;
    }
    if (end == flat.size()) return std::nullopt;
    const Bytes sentence = Trimmed(flat, {start, end});
    const std::string_view words = flat.substr(sentence.start, sentence.end - sentence.start);
    const std::string_view after = flat.substr(end);
    if (words.empty() || GoesOn(words, after)) return std::nullopt;
    const auto stands = [&](std::string_view abbreviation) { return Stands(abbreviation, words, after); };
    if (std::ranges::any_of(abbreviations_.always, stands)) return std::nullopt;
    if (BeginsWithFigure(after) && std::ranges::any_of(abbreviations_.before_figure, stands)) return std::nullopt;
    return end;
  }

  bool GoesOn(std::string_view words, std::string_view after) const {
    const UChar32 last = LetterBefore(words, words.size());
    if (last == kBurmeseComma) return true;  // Unicode counts it among the full stops
    if ((IsClosing(last) || last == '"' || last == '\'') && u_islower(LetterAt(after, 0)) != 0)
      return true;  // "Go!" she said
    if ((last == '.' || last == ')') && IsFigures(words.substr(0, words.size() - 1))) return true;
    return EndsWithInitial(words, language_);
  }

  static void CutThai(std::string_view flat, Bytes sentence, std::size_t shift, std::vector<Bytes>& sentences) {
    const auto writes_no_stop = [](UChar32 c) {
      if (c < 0x0E00 || c > 0x0EFF || u_isdigit(c) != 0) return false;
      return c != 0x0E46 && c != 0x0EC6;  // the marks that repeat a word
    };
    if (sentence.start == sentence.end) return;
    std::size_t start = sentence.start;
    std::size_t tail_start = sentence.start;  // of the last piece that was cut off, to which a short rest is joined
    bool cut = false;
    int length = 0;
    for (std::size_t at = sentence.start; at < sentence.end;) {
      const UChar32 c = LetterAt(flat, at);
      const std::size_t next = NextLetter(flat, at);
      ++length;
      if (!u_isUWhiteSpace(c)) {
        at = next;
        continue;
      }
      const std::size_t after = Trimmed(flat, {next, sentence.end}).start;
      if (length > kFewestThai && at > start && writes_no_stop(LetterBefore(flat, at)) &&
          writes_no_stop(LetterAt(flat, after)) && !JoinsThai(flat.substr(after))) {
        sentences.push_back({shift + start, shift + at});
        cut = true;
        tail_start = start;
        start = after;
        length = 0;
      }
      at = after;
    }
    if (cut && length < kFewestThai) {
      start = tail_start;
      sentences.pop_back();
    }
    sentences.push_back({shift + start, shift + sentence.end});
  }

  std::string_view language_;
  Abbreviations abbreviations_;
  std::unique_ptr<icu::BreakIterator> breaks_;
};

}  // namespace

std::vector<TextRange> Sentences(std::string_view text, std::string_view language) {
  Cutter cutter(language);
  std::vector<Bytes> sentences;
  for (const Bytes& paragraph : ParagraphBytes(text)) {
    for (const Bytes& block : Blocks(text, paragraph)) cutter.Cut(text, block, sentences);
  }
  return InCodePoints(text, sentences);
}

}  // namespace commonground::core
