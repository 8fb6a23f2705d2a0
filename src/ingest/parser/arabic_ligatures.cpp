// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tells shapes of several letters from letters of one width, by what each letter measures elsewhere.
#include "ingest/parser/arabic_ligatures.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

namespace commonground::ingest::parser {

namespace {

// As they are read; the longest first.
constexpr std::array<std::u16string_view, 10> kLigatures{
    u"\u0627\u0644\u0644\u0647",  // the name of God, whole
    u"\u0644\u0644\u0647",        // without its alef
    u"\u0644\u0627",
    u"\u0644\u0622",
    u"\u0644\u0623",
    u"\u0644\u0625",
    u"\u0644\u0671",
    u"\u0644\u0649",
    u"\u0644\u064A",
    u"\u0644\u06CC",
};
constexpr char16_t kAlef = u'\u0627';

// Two widths that only rounding tells apart.
bool Near(double a, double b) {
  return std::abs(a - b) < 0.001 * (a + b);
}

bool IsAlef(char16_t c) {
  return c == kAlef || c == u'\u0622' || c == u'\u0623' || c == u'\u0625' || c == u'\u0671';
}

UJoiningType Joining(char16_t c) {
  return static_cast<UJoiningType>(u_getIntPropertyValue(c, UCHAR_JOINING_TYPE));
}

bool JoinsTheNext(char16_t c) {
  const UJoiningType type = Joining(c);
  return type == U_JT_DUAL_JOINING || type == U_JT_JOIN_CAUSING || type == U_JT_LEFT_JOINING;
}

bool JoinsTheOneBefore(char16_t c) {
  const UJoiningType type = Joining(c);
  return type == U_JT_DUAL_JOINING || type == U_JT_JOIN_CAUSING || type == U_JT_RIGHT_JOINING;
}

// The next letter of the word to the right (step 1: read before) or to the left (-1: read after); marks stand above.
char16_t Neighbour(const DrawnWord& word, std::size_t at, int step) {
  for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(at) + step; i >= 0 && i < std::ssize(word.text); i += step) {
    const char16_t c = word.text[static_cast<std::size_t>(i)];
    if (Joining(c) != U_JT_TRANSPARENT) return c;
  }
  return 0;
}

// 0 alone, 1 last, 2 first, 3 within.
int FormOf(const DrawnWord& word, std::size_t at) {
  const char16_t c = word.text[at];
  const bool before = JoinsTheNext(Neighbour(word, at, 1)) && JoinsTheOneBefore(c);
  const bool after = JoinsTheNext(c) && JoinsTheOneBefore(Neighbour(word, at, -1));
  return (before ? 1 : 0) + (after ? 2 : 0);
}

// The length of what may be one shape at `at`, 0 for none.
std::size_t MayBeOne(const DrawnWord& word, std::size_t at) {
  const std::u16string_view rest = std::u16string_view(word.text).substr(at);
  for (const std::u16string_view ligature : kLigatures) {
    if (!rest.starts_with(ligature)) continue;
    bool same = true;
    for (std::size_t i = 1; i < ligature.size(); ++i) same = same && Near(word.widths[at], word.widths[at + i]);
    if (same) return ligature.size();
  }
  return 0;
}

struct Place {
  DrawnWord* word;
  std::size_t at;
  std::size_t length;
};

class Widths {
 public:
  void Add(const DrawnWord& word, std::size_t at) {
    std::vector<double>& known = of_form_[{word.font, word.text[at], FormOf(word, at)}];
    if (std::ranges::none_of(known, [&](double one) { return Near(one, word.widths[at]); })) {
      known.push_back(word.widths[at]);
    }
  }

  // Is the letter as wide as it is elsewhere?  nullopt: it is nowhere else.
  std::optional<bool> IsUsual(const DrawnWord& word, std::size_t at) const {
    const auto near = [&](double one) { return Near(one, word.widths[at]); };
    if (const auto found = of_form_.find({word.font, word.text[at], FormOf(word, at)}); found != of_form_.end()) {
      return std::ranges::any_of(found->second, near);
    }
    // Not in this form.  An alef with a mark is most often as wide as one without; and in fonts of one width a letter
    // is as wide in another form.
    if (IsAlef(word.text[at])) {
      const auto found = of_form_.find({word.font, kAlef, FormOf(word, at)});
      if (found != of_form_.end() && std::ranges::any_of(found->second, near)) return true;
    }
    for (int form = 0; form < 4; ++form) {
      const auto found = of_form_.find({word.font, word.text[at], form});
      if (found != of_form_.end() && std::ranges::any_of(found->second, near)) return true;
    }
    return std::nullopt;
  }

 private:
  std::map<std::tuple<std::string, char16_t, int>, std::vector<double>> of_form_;
};

// Nothing is known of the letters.  Alef and lam are most often the article, which begins a word, after one of four
// letters at most; the other shapes are more frequent than their letters one by one.
bool IsOneByHabit(const Place& place) {
  const std::u16string& text = place.word->text;
  const char16_t second = text[place.at + 1];
  if (place.length != 2 || second != kAlef || !IsAlef(second)) return true;
  const std::size_t before = text.size() - place.at - 2;  // letters that are read before
  const char16_t one = before == 1 ? text[place.at + 2] : u'\0';
  const bool begins = before == 0 || one == u'\u0648' || one == u'\u0641' || one == u'\u0628' || one == u'\u0643';
  return !begins || place.at < 2;
}

// One shape, or letters of their own?  nullopt: what is known of the letters does not tell.
std::optional<bool> IsOne(const Place& place, const Widths& widths) {
  bool all_usual = true;
  for (std::size_t i = place.at; i < place.at + place.length; ++i) {
    const std::optional<bool> usual = widths.IsUsual(*place.word, i);
    if (usual && !*usual) return true;
    all_usual = all_usual && usual;
  }
  return all_usual ? std::optional(false) : std::nullopt;
}

// How wide a shape is for sure, by font, letters and whether a letter joins it.
using Shapes = std::map<std::tuple<std::string, std::u16string, bool>, double>;

Shapes::key_type ShapeAt(const Place& place) {
  const bool joined = JoinsTheNext(Neighbour(*place.word, place.at + place.length - 1, 1));
  return {place.word->font, place.word->text.substr(place.at, place.length), joined};
}

}  // namespace

void TurnLigatures(std::span<DrawnWord> words) {
  std::vector<Place> places;
  Widths widths;
  for (DrawnWord& word : words) {
    for (std::size_t at = 0; at < word.text.size();) {
      const std::size_t length = MayBeOne(word, at);
      if (length > 0) {
        places.push_back({&word, at, length});
      } else {
        const bool before_place = at + 1 < word.text.size() && MayBeOne(word, at + 1) > 0;
        if (!before_place && Joining(word.text[at]) != U_JT_NON_JOINING) widths.Add(word, at);
      }
      at += std::max<std::size_t>(length, 1);
    }
  }
  std::vector<std::optional<bool>> are_one;
  Shapes shapes;
  for (const Place& place : places) {
    are_one.push_back(IsOne(place, widths));
    if (are_one.back().value_or(false)) shapes.try_emplace(ShapeAt(place), place.word->widths[place.at]);
  }
  std::vector<const Place*> turned;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Place& place = places[i];
    const auto shape = shapes.find(ShapeAt(place));
    const bool is_one = are_one[i]              ? *are_one[i]
                        : shape != shapes.end() ? Near(shape->second, place.word->widths[place.at])
                                                : IsOneByHabit(place);
    if (is_one) turned.push_back(&place);
  }
  for (const Place* place : turned) {
    const auto first = place->word->text.begin() + static_cast<std::ptrdiff_t>(place->at);
    std::reverse(first, first + static_cast<std::ptrdiff_t>(place->length));
  }
}

}  // namespace commonground::ingest::parser
