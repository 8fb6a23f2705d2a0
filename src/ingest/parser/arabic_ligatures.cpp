// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tells shapes of several letters from letters of one width, by what each letter measures elsewhere.  Some programs
// place letters exactly; others (LibreOffice) on a grid of about a hundredth of their size, so that one letter has
// several widths.  How coarse that grid is, is measured on the page, and means of many are compared.
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

constexpr double kRounding = 0.0007;  // of the size of the font: what programs with exact places round to
constexpr double kSame = 0.0002;
constexpr double kMaxInexact = 0.03;  // programs that place letters on a coarse grid stay below that
constexpr double kParts = 2.2;  // two letters, each with a mean on either side; measured: 0.3 to 2 where they are two
constexpr double kPartsOfOne = 0.7;     // times what the grid makes inexact: measured 0.2 to 0.5
constexpr double kLettersApart = 1.2;   // the same: parts of one shape are never that far apart
constexpr double kMaxDifferent = 0.02;  // between the parts of one shape, on the coarsest grid

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
    for (std::size_t i = 1; i < ligature.size(); ++i) {
      same = same && std::abs(word.widths[at] - word.widths[at + i]) < kMaxDifferent;
    }
    if (same) return ligature.size();
  }
  return 0;
}

struct Place {
  DrawnWord* word;
  std::size_t at;
  std::size_t length;
};

// How wide the letters of a page are that stand by themselves.
class Widths {
 public:
  void Add(const DrawnWord& word, std::size_t at) {
    of_form_[{word.font, word.text[at], FormOf(word, at)}].push_back(word.widths[at]);
  }

  // To be called when all are there: how far widths of one letter in one form lie apart, mostly.
  void Measure() {
    std::map<std::string, std::vector<double>> ranges;
    for (auto& [key, widths] : of_form_) {
      std::ranges::sort(widths);
      const double range = widths.back() - widths.front();
      if (widths.size() > 1 && range < kMaxInexact) ranges[std::get<0>(key)].push_back(range);
    }
    for (auto& [font, all] : ranges) {
      const auto middle = all.begin() + std::ssize(all) * 3 / 4;
      std::ranges::nth_element(all, middle);
      inexact_[font] = *middle;
    }
  }

  double Inexact(const std::string& font) const {
    const auto found = inexact_.find(font);
    return found == inexact_.end() ? 0 : found->second;
  }

  struct Elsewhere {
    double distance;    // from the letter's mean width there
    std::size_t count;  // letters
  };

  // How far from the letter's width elsewhere `width` is.  nullopt: the letter is nowhere else.
  std::optional<Elsewhere> Distance(const DrawnWord& word, std::size_t at, double width) const {
    if (const auto same = Nearest(word.font, word.text[at], FormOf(word, at), width)) return same;
    // Not in this form.  An alef with a mark is most often as wide as one without; and in fonts of one width a letter
    // is as wide in another form.
    const double near = kRounding + Inexact(word.font);
    if (IsAlef(word.text[at])) {
      const auto plain = Nearest(word.font, kAlef, FormOf(word, at), width);
      if (plain && plain->distance < near) return plain;
    }
    for (int form = 0; form < 4; ++form) {
      const auto other = Nearest(word.font, word.text[at], form, width);
      if (other && other->distance < near) return other;
    }
    return std::nullopt;
  }

  // Has the letter this very width elsewhere, in this form?  nullopt: it is there less than three times.
  std::optional<bool> HasExactly(const DrawnWord& word, std::size_t at, double width) const {
    const auto found = of_form_.find({word.font, word.text[at], FormOf(word, at)});
    if (found == of_form_.end() || found->second.size() < 3) return std::nullopt;
    return std::ranges::any_of(found->second, [width](double one) { return std::abs(one - width) < kSame; });
  }

 private:
  // Widths that lie close together are one, their mean: a letter may have several in one form (beside another letter).
  std::optional<Elsewhere> Nearest(const std::string& font, char16_t c, int form, double width) const {
    const auto found = of_form_.find({font, c, form});
    if (found == of_form_.end()) return std::nullopt;
    const double apart = kRounding + Inexact(font);
    std::optional<Elsewhere> nearest;
    const std::vector<double>& all = found->second;
    for (std::size_t first = 0; first < all.size();) {
      std::size_t last = first;
      double sum = 0;
      for (; last < all.size() && (last == first || all[last] - all[last - 1] < apart); ++last) sum += all[last];
      const double distance = std::abs(sum / static_cast<double>(last - first) - width);
      if (!nearest || distance < nearest->distance) nearest = Elsewhere{distance, last - first};
      first = last;
    }
    return nearest;
  }

  std::map<std::tuple<std::string, char16_t, int>, std::vector<double>> of_form_;
  std::map<std::string, double> inexact_;
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

// Pairs in one font, whose first letters have one width, with the same joins on either side are one thing, or none is.
struct Group {
  std::vector<const Place*> places;
  std::vector<double> means;  // of each of the parts

  double Difference() const { return *std::ranges::max_element(means) - *std::ranges::min_element(means); }
  double MeanWidth() const {
    double sum = 0;
    for (const double one : means) sum += one;
    return sum / static_cast<double>(means.size());
  }
};

// By font, letters and whether a letter joins the shape.
using ShapeName = std::tuple<std::string, std::u16string, bool>;

ShapeName ShapeAt(const Place& place) {
  const bool joined = JoinsTheNext(Neighbour(*place.word, place.at + place.length - 1, 1));
  return {place.word->font, place.word->text.substr(place.at, place.length), joined};
}

// The first part of a shape is exactly half of it, however coarse the grid is on which what follows is placed.
std::vector<Group> GroupsOf(const std::vector<Place>& places) {
  using Key = std::tuple<ShapeName, int, int>;
  std::map<Key, std::vector<const Place*>> alike;
  for (const Place& place : places) {
    const int last = FormOf(*place.word, place.at + place.length - 1);
    alike[{ShapeAt(place), FormOf(*place.word, place.at), last}].push_back(&place);
  }
  std::vector<Group> groups;
  for (auto& [key, all] : alike) {
    const auto width = [](const Place* place) { return place->word->widths[place->at]; };
    std::ranges::stable_sort(all, {}, width);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i == 0 || width(all[i]) - width(all[i - 1]) > kSame) groups.emplace_back();
      groups.back().places.push_back(all[i]);
    }
  }
  for (Group& group : groups) {
    group.means.assign(group.places.front()->length, 0);
    for (const Place* place : group.places) {
      for (std::size_t i = 0; i < group.means.size(); ++i) {
        group.means[i] += place->word->widths[place->at + i] / static_cast<double>(group.places.size());
      }
    }
  }
  return groups;
}

// One shape, or letters of their own?  nullopt: what is known of the letters does not tell.
std::optional<bool> IsOne(const Group& group, const Widths& widths) {
  const Place& place = *group.places.front();
  double distance = 0;
  std::size_t fewest = group.places.size();
  bool all_known = true;
  for (std::size_t i = 0; i < group.means.size(); ++i) {
    const auto elsewhere = widths.Distance(*place.word, place.at + i, group.means[i]);
    all_known = all_known && elsewhere;
    if (!elsewhere) continue;
    distance += elsewhere->distance;
    fewest = std::min(fewest, elsewhere->count);
  }
  // What is left of the grid in the mean of so many.
  const double inexact = widths.Inexact(place.word->font);
  const auto left = [inexact](std::size_t count) { return inexact / std::sqrt(static_cast<double>(count)); };
  // On a coarse grid letters have one of a few widths, and a shape another.
  if (inexact > kRounding && distance < 3 * inexact) {
    const auto exactly = widths.HasExactly(*place.word, place.at, group.means[0]);
    if (exactly && *exactly) return false;
    if (exactly && group.places.size() > 2 && group.Difference() < kPartsOfOne * inexact) return true;
    if (group.Difference() > kLettersApart * inexact) return false;
  }
  if (distance > std::max(group.Difference(), kRounding + kParts * left(fewest))) return true;
  if (group.Difference() > kRounding + 2 * left(group.places.size())) return false;
  return all_known ? std::optional(false) : std::nullopt;
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
  widths.Measure();
  const std::vector<Group> groups = GroupsOf(places);
  std::vector<std::optional<bool>> are_one;
  std::map<ShapeName, double> shapes;  // those that are sure, with their widths
  for (const Group& group : groups) {
    are_one.push_back(IsOne(group, widths));
    if (are_one.back().value_or(false)) shapes.try_emplace(ShapeAt(*group.places.front()), group.MeanWidth());
  }
  std::vector<const Place*> turned;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Group& group = groups[i];
    const Place& first = *group.places.front();
    const auto shape = shapes.find(ShapeAt(first));
    const double near = kRounding + widths.Inexact(first.word->font);
    for (const Place* place : group.places) {
      const bool is_one = are_one[i]              ? *are_one[i]
                          : shape != shapes.end() ? std::abs(shape->second - group.MeanWidth()) < near
                                                  : IsOneByHabit(*place);
      if (is_one) turned.push_back(place);
    }
  }
  for (const Place* place : turned) {
    const auto first = place->word->text.begin() + static_cast<std::ptrdiff_t>(place->at);
    std::reverse(first, first + static_cast<std::ptrdiff_t>(place->length));
  }
}

}  // namespace commonground::ingest::parser
