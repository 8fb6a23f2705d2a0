// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "coding/anchoring/move_codings.h"

#include <algorithm>
#include <optional>

#include "coding/anchoring/diff.h"
#include "coding/anchoring/likeness.h"
#include "coding/anchoring/limits.h"
#include "core/check.h"

namespace commonground::coding {

namespace {

constexpr std::size_t kContext = 32;      // letters before and after a passage that tell places apart
constexpr std::size_t kSpeaksAlone = 32;  // a passage this long needs no context if it is in the text once
constexpr double kContextNeeded = 0.5;    // share of the context's letters that must be there
constexpr double kContextMargin = 0.25;   // by which the best place must lead
constexpr std::size_t kMaxPlaces = 64;
constexpr std::int64_t kMaxSteps = 2'000'000'000;         // of all searches with changes
constexpr std::int64_t kMaxStepsOfOne = 400'000'000;      // so that one long passage leaves some to the others
constexpr std::int64_t kMaxLettersRead = 20'000'000'000;  // of all searches letter by letter: about ten seconds

struct Place {
  std::size_t start = 0;
  std::size_t end = 0;
};

// How like the letters just before and after a passage are: 0 to 1.
double ContextLikeness(LettersView old_text, Place was, LettersView new_text, Place is) {
  const auto changes = [](LettersView a, LettersView b) {
    const std::size_t longer = std::max(a.size(), b.size());
    return DistanceUpTo(a, b, static_cast<int>(longer)).value_or(static_cast<int>(longer));
  };
  const auto before = [](LettersView text, std::size_t at) {
    const std::size_t from = at > kContext ? at - kContext : 0;
    return text.substr(from, at - from);
  };
  const auto old_before = before(old_text, was.start);
  const auto old_after = old_text.substr(was.end, kContext);
  const std::size_t all = old_before.size() + old_after.size();
  if (all == 0) return 1;
  const int changed =
      changes(old_before, before(new_text, is.start)) + changes(old_after, new_text.substr(is.end, kContext));
  return std::max(0.0, 1 - static_cast<double>(changed) / static_cast<double>(all));
}

class Mover {
 public:
  Mover(std::string_view old_text, std::string_view new_text, const Hints* hints)
      : old_(ToLetters(old_text)), new_(ToLetters(new_text)), runs_(Diff(old_, new_)), hints_(hints) {}

  Moved Move(std::size_t coding, core::TextRange range, std::string_view hint) {
    const Place was{static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.end)};
    const LettersView quote = LettersView(old_).substr(was.start, was.end - was.start);
    if (const auto is = Unchanged(was)) return Same(coding, was, *is);
    if (const auto is = ChangedHere(was, quote)) {
      return is->changes == 0 ? Same(coding, was, is->place) : Edited(coding, quote, *is);
    }
    if (const Answer exact = Exactly(was, quote, hint); exact.decided) {
      return exact.place ? Same(coding, was, *exact.place) : Moved{coding, Fate::kOrphaned, {}, 0};
    }
    if (const auto is = Nearly(was, quote, hint)) return Edited(coding, quote, *is);
    return {coding, Fate::kOrphaned, {}, 0};
  }

 private:
  static Moved Same(std::size_t coding, Place was, Place is) {
    const Fate fate = was.start == is.start ? Fate::kKept : Fate::kMoved;
    return {coding, fate, {static_cast<std::int64_t>(is.start), static_cast<std::int64_t>(is.end)}, 1};
  }

  struct Changed {
    Place place;
    int changes = 0;
  };

  static Moved Edited(std::size_t coding, LettersView quote, const Changed& is) {
    return {coding,
            Fate::kEdited,
            {static_cast<std::int64_t>(is.place.start), static_cast<std::int64_t>(is.place.end)},
            1 - static_cast<double>(is.changes) / static_cast<double>(quote.size())};
  }

  // The run that holds the letter at `at`; the one before it otherwise; -1: none.
  std::ptrdiff_t RunAt(std::size_t at) const {
    const auto after = std::ranges::upper_bound(runs_, at, {}, &Run::old_start);
    return after - runs_.begin() - 1;
  }

  std::optional<std::size_t> NewPlaceOf(std::size_t at) const {
    const std::ptrdiff_t i = RunAt(at);
    if (i < 0) return std::nullopt;
    const Run& run = runs_[static_cast<std::size_t>(i)];
    if (at >= run.old_start + run.length) return std::nullopt;
    return run.new_start + (at - run.old_start);
  }

  // 1. Whole within one run that is long, or has the same surroundings.
  std::optional<Place> Unchanged(Place was) const {
    const std::ptrdiff_t i = RunAt(was.start);
    if (i < 0) return std::nullopt;
    const Run& run = runs_[static_cast<std::size_t>(i)];
    if (was.end > run.old_start + run.length) return std::nullopt;
    const std::size_t start = run.new_start + (was.start - run.old_start);
    const Place is{start, start + (was.end - was.start)};
    // Two texts that have little in common still have words in common.
    if (run.length < kSpeaksAlone && ContextLikeness(old_, was, new_, is) < kContextNeeded) return std::nullopt;
    return is;
  }

  // 2. Its first and last words are still there, in order, and little between them has changed.  Where a word at an end
  // has changed, the words around the passage mark the place.
  std::optional<Changed> ChangedHere(Place was, LettersView quote) {
    std::optional<std::size_t> start = NewPlaceOf(was.start);
    if (!start && was.start > 0) {
      if (const auto before = NewPlaceOf(was.start - 1)) start = *before + 1;
    }
    std::optional<std::size_t> end;
    if (const auto last = NewPlaceOf(was.end - 1)) end = *last + 1;
    if (!end && was.end < old_.size()) end = NewPlaceOf(was.end);
    if (!start || !end || *end <= *start || !IsSearched(quote)) return std::nullopt;
    const LettersView words = LettersView(new_).substr(*start, *end - *start);
    const auto changes = DistanceUpTo(quote, words, MostChanges(quote.size()), steps_here_);
    if (!changes) return std::nullopt;
    const Place is{*start, *end};
    if (quote.size() < kSpeaksAlone && ContextLikeness(old_, was, new_, is) < kContextNeeded) return std::nullopt;
    return Changed{is, *changes};
  }

  struct Answer {
    bool decided = false;
    std::optional<Place> place;  // none: an orphan
  };

  // 3. Letter by letter, anywhere.
  Answer Exactly(Place was, LettersView quote, std::string_view hint) {
    std::vector<Place> places;
    if (letters_left_ < 0) return {true, std::nullopt};
    letters_left_ -= static_cast<std::int64_t>(new_.size());
    for (std::size_t at = Find(new_, quote, 0); at != LettersView::npos; at = Find(new_, quote, at + 1)) {
      places.push_back({at, at + quote.size()});
      if (places.size() > kMaxPlaces) return {true, std::nullopt};
    }
    if (places.empty()) return {};
    if (places.size() == 1 && quote.size() >= kSpeaksAlone) return {true, places.front()};
    return {true, BestByContext(was, places, hint)};
  }

  std::optional<Place> BestByContext(Place was, const std::vector<Place>& places, std::string_view hint) const {
    std::vector<double> likeness;
    for (const Place& place : places) likeness.push_back(ContextLikeness(old_, was, new_, place));
    const double best = *std::ranges::max_element(likeness);
    std::vector<Place> rivals;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (best - likeness[i] < kContextMargin) rivals.push_back(places[i]);
    }
    const auto chosen = rivals.size() == 1 ? rivals.front() : ByHint(rivals, hint);
    if (!chosen || ContextLikeness(old_, was, new_, *chosen) < kContextNeeded) return std::nullopt;
    return chosen;
  }

  // Of places that are equally good, the one that lies in the part that the hint names.
  std::optional<Place> ByHint(const std::vector<Place>& places, std::string_view hint) const {
    if (hint.empty() || hints_ == nullptr) return std::nullopt;
    std::vector<std::string> theirs;
    for (const Place& place : places) theirs.push_back(hints_->At(static_cast<std::int64_t>(place.start)));
    const std::size_t chosen = SameHint(hint, theirs);
    if (chosen == places.size()) return std::nullopt;
    return places[chosen];
  }

  // 4. With changes, anywhere, and only if no other place is nearly as like.  When the steps are used up nothing can be
  // said about other places: an orphan.
  std::optional<Changed> Nearly(Place was, LettersView quote, std::string_view hint) {
    if (!IsSearched(quote)) return std::nullopt;
    const int most = MostChanges(quote.size());
    const std::int64_t given = std::min(steps_, kMaxStepsOfOne);
    std::int64_t left = given;
    const std::vector<Likely> found = FindLike(new_, quote, most, left);
    steps_ -= given - left;
    if (left < 0) return std::nullopt;
    std::vector<Place> rivals;
    for (const Likely& one : MostLike(found, quote.size())) rivals.push_back(ToWords({one.start, one.end}, was));
    if (rivals.empty()) return std::nullopt;
    const auto chosen = rivals.size() == 1 ? rivals.front() : ByHint(rivals, hint);
    if (!chosen) return std::nullopt;
    const Place place = *chosen;
    // A short passage needs its surroundings too: words of eight letters are often like others.
    if (quote.size() < kSpeaksAlone && ContextLikeness(old_, was, new_, place) < kContextNeeded) return std::nullopt;
    const LettersView words = LettersView(new_).substr(place.start, place.end - place.start);
    const auto changes = DistanceUpTo(quote, words, most, steps_);
    if (!changes) return std::nullopt;
    return Changed{place, *changes};
  }

  // A passage that began and ended with whole words does so again.
  Place ToWords(Place is, Place was) const {
    if (!IsInsideWord(old_, was.start)) {
      while (IsInsideWord(new_, is.start)) --is.start;
    }
    if (!IsInsideWord(old_, was.end)) {
      while (IsInsideWord(new_, is.end)) ++is.end;
    }
    return is;
  }

  Letters old_;
  Letters new_;
  std::vector<Run> runs_;
  const Hints* hints_;
  std::int64_t steps_here_ = kMaxSteps;  // apart from the others: what is cheap must not fail for what is not
  std::int64_t steps_ = kMaxSteps;
  std::int64_t letters_left_ = kMaxLettersRead;
};

}  // namespace

std::vector<Moved> MoveCodings(std::string_view old_text, std::string_view new_text,
                               std::span<const core::TextRange> ranges, const Structure& structure) {
  CG_CHECK(structure.hints.empty() || (structure.hints.size() == ranges.size() && structure.now != nullptr),
           "every range has its hint, or none has");
  std::vector<Moved> all;
  all.reserve(ranges.size());
  Mover mover(old_text, new_text, structure.now);
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    all.push_back(
        mover.Move(i, ranges[i], structure.hints.empty() ? std::string_view() : std::string_view(structure.hints[i])));
  }
  return all;
}

}  // namespace commonground::coding
