// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Moves codings from an old text to a new one, or says that they have no place.

#include "coding/anchoring/move_codings.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "coding/anchoring/bounds.h"
#include "coding/anchoring/diff.h"
#include "coding/anchoring/limits.h"
#include "coding/anchoring/similarity.h"
#include "core/check.h"

namespace commonground::coding {

namespace {

constexpr double kContextMargin = 0.25;  // by which the best place must lead
constexpr std::size_t kMaxPlaces = 64;
constexpr std::int64_t kMaxSteps = 2'000'000'000;         // of all searches with changes
constexpr std::int64_t kMaxStepsOfOne = 400'000'000;      // so that one long passage leaves some to the others
constexpr std::int64_t kMaxLettersRead = 20'000'000'000;  // of all searches character by character: about ten seconds

class Mover {
 public:
  Mover(std::string_view old_text, std::string_view new_text, const Hints* hints)
      : old_(ToLetters(old_text)),
        new_(ToLetters(new_text)),
        comparison_(Compare(old_, new_)),
        bounds_(comparison_, old_, new_),
        hints_(hints) {}

  Moved Move(std::size_t coding, core::TextRange range, std::string_view hint) {
    const Stretch was{static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.end)};
    const CodePointsView quote = CodePointsView(old_).substr(was.start, was.end - was.start);
    if (const auto is = Unchanged(was)) return Same(coding, was, *is);
    if (const auto is = ChangedHere(was, quote)) {
      return is->changes == 0 ? Same(coding, was, is->place) : Edited(coding, quote, *is);
    }
    if (const Answer exact = Exactly(was, quote, hint); exact.decided) {
      return exact.place ? Same(coding, was, *exact.place) : Moved{coding, AnchorOutcome::kOrphaned, {}, 0};
    }
    if (const auto is = Nearly(was, quote, hint)) return Edited(coding, quote, *is);
    return {coding, AnchorOutcome::kOrphaned, {}, 0};
  }

 private:
  static Moved Same(std::size_t coding, Stretch was, Stretch is) {
    const AnchorOutcome fate = was.start == is.start ? AnchorOutcome::kKept : AnchorOutcome::kMoved;
    return {coding, fate, {static_cast<std::int64_t>(is.start), static_cast<std::int64_t>(is.end)}, 1};
  }

  struct Changed {
    Stretch place;
    int changes = 0;
  };

  static Moved Edited(std::size_t coding, CodePointsView quote, const Changed& is) {
    return {coding,
            AnchorOutcome::kEdited,
            {static_cast<std::int64_t>(is.place.start), static_cast<std::int64_t>(is.place.end)},
            1 - static_cast<double>(is.changes) / static_cast<double>(quote.size())};
  }

  // The run that holds the letter at `at`; the one before it otherwise; -1: none.
  std::ptrdiff_t RunAt(std::size_t at) const {
    const auto after = std::ranges::upper_bound(comparison_.runs, at, {}, &Run::old_start);
    return after - comparison_.runs.begin() - 1;
  }

  std::optional<std::size_t> NewPlaceOf(std::size_t at) const {
    const std::ptrdiff_t i = RunAt(at);
    if (i < 0) return std::nullopt;
    const Run& run = comparison_.runs[static_cast<std::size_t>(i)];
    if (at >= run.old_start + run.length) return std::nullopt;
    return run.new_start + (at - run.old_start);
  }

  // 1. Whole within one run that is long, or has the same surroundings.
  std::optional<Stretch> Unchanged(Stretch was) const {
    const std::ptrdiff_t i = RunAt(was.start);
    if (i < 0) return std::nullopt;
    const Run& run = comparison_.runs[static_cast<std::size_t>(i)];
    if (was.end > run.old_start + run.length) return std::nullopt;
    const std::size_t start = run.new_start + (was.start - run.old_start);
    const Stretch is{start, start + (was.end - was.start)};
    // Two texts that have little in common still have words in common.
    if (run.length < kSpeaksAlone && ContextLikeness(old_, was, new_, is) < kContextNeeded) return std::nullopt;
    return is;
  }

  // 2. Its first and last words are still there, in order, and little between them has changed.  Where a word at an end
  // has changed, the words around the passage mark the place.
  std::optional<Changed> ChangedHere(Stretch was, CodePointsView quote) {
    std::optional<std::size_t> start = NewPlaceOf(was.start);
    if (!start && was.start > 0) {
      if (const auto before = NewPlaceOf(was.start - 1)) start = *before + 1;
    }
    std::optional<std::size_t> end;
    if (const auto last = NewPlaceOf(was.end - 1)) end = *last + 1;
    if (!end && was.end < old_.size()) end = NewPlaceOf(was.end);
    if (!start || !end || *end <= *start || !IsSearched(quote)) return std::nullopt;
    const CodePointsView words = CodePointsView(new_).substr(*start, *end - *start);
    const auto changes = DistanceUpTo(quote, words, MostChanges(quote.size()), steps_here_);
    if (!changes) return std::nullopt;
    const Stretch is{*start, *end};
    if (bounds_.IsOthers(is, was)) return std::nullopt;
    if (quote.size() < kSpeaksAlone && ContextLikeness(old_, was, new_, is) < kContextNeeded) return std::nullopt;
    return Changed{is, *changes};
  }

  struct Answer {
    bool decided = false;
    std::optional<Stretch> place;  // none: an orphan
  };

  // 3. Letter by letter, anywhere that is not others'.
  Answer Exactly(Stretch was, CodePointsView quote, std::string_view hint) {
    const auto places = PlacesOf(quote, new_);
    if (!places) return {true, std::nullopt};
    std::vector<Stretch> free;
    std::ranges::copy_if(*places, std::back_inserter(free),
                         [&](const Stretch& place) { return !bounds_.IsOthers(place, was); });
    if (free.empty()) return {};
    const bool speaks_alone = places->size() == 1 && quote.size() >= kSpeaksAlone;
    const auto is = speaks_alone ? std::optional(free.front()) : BestByContext(was, free, hint);
    if (!is || CameFromElsewhere(was, *is, quote)) return {true, std::nullopt};
    return {true, is};
  }

  // nullopt: too many, or the letters to be read are used up.
  std::optional<std::vector<Stretch>> PlacesOf(CodePointsView quote, CodePointsView text) {
    std::vector<Stretch> places;
    if (letters_left_ < 0) return std::nullopt;
    letters_left_ -= static_cast<std::int64_t>(text.size());
    for (std::size_t at = Find(text, quote, 0); at != CodePointsView::npos; at = Find(text, quote, at + 1)) {
      places.push_back({at, at + quote.size()});
      if (places.size() > kMaxPlaces) return std::nullopt;
    }
    return places;
  }

  // The same words stood elsewhere too and are gone there, and the surroundings do not say that these are not those.
  bool CameFromElsewhere(Stretch was, Stretch is, CodePointsView quote) {
    const auto sources = PlacesOf(quote, old_);
    if (!sources) return true;
    const double own = ContextLikeness(old_, was, new_, is);
    return std::ranges::any_of(*sources, [&](const Stretch& other) {
      return other.start != was.start && !bounds_.IsSettled(other) &&
             own - ContextLikeness(old_, other, new_, is) < kContextMargin;
    });
  }

  std::optional<Stretch> BestByContext(Stretch was, const std::vector<Stretch>& places, std::string_view hint) const {
    std::vector<double> likeness;
    for (const Stretch& place : places) likeness.push_back(ContextLikeness(old_, was, new_, place));
    const double best = *std::ranges::max_element(likeness);
    std::vector<Stretch> rivals;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (best - likeness[i] < kContextMargin) rivals.push_back(places[i]);
    }
    const auto chosen = rivals.size() == 1 ? rivals.front() : ByHint(rivals, hint);
    if (!chosen || ContextLikeness(old_, was, new_, *chosen) < kContextNeeded) return std::nullopt;
    return chosen;
  }

  // Of places that are equally good, the one that lies in the part that the hint names.
  std::optional<Stretch> ByHint(const std::vector<Stretch>& places, std::string_view hint) const {
    if (hint.empty() || hints_ == nullptr) return std::nullopt;
    std::vector<std::string> theirs;
    for (const Stretch& place : places) theirs.push_back(hints_->At(static_cast<std::int64_t>(place.start)));
    const std::size_t chosen = SameHint(hint, theirs);
    if (chosen == places.size()) return std::nullopt;
    return places[chosen];
  }

  // 4. With changes, anywhere, and only if no other place is nearly as like.  When the steps are used up nothing can be
  // said about other places: an orphan.
  std::optional<Changed> Nearly(Stretch was, CodePointsView quote, std::string_view hint) {
    if (!IsSearched(quote)) return std::nullopt;
    const int most = MostChanges(quote.size());
    const std::int64_t given = std::min(steps_, kMaxStepsOfOne);
    std::int64_t left = given;
    const std::vector<MatchCandidate> found = FindSimilar(new_, quote, most, left);
    steps_ -= given - left;
    if (left < 0) return std::nullopt;
    std::vector<Stretch> rivals;
    std::vector<MatchCandidate> free;
    std::ranges::copy_if(found, std::back_inserter(free), [&](const MatchCandidate& one) {
      return !bounds_.IsOthers({one.start, one.end}, was);
    });
    for (const MatchCandidate& one : MostLike(free, quote.size())) rivals.push_back(ToWords({one.start, one.end}, was));
    if (rivals.empty()) return std::nullopt;
    const auto chosen = rivals.size() == 1 ? rivals.front() : ByHint(rivals, hint);
    if (!chosen) return std::nullopt;
    const Stretch place = *chosen;
    // A short passage needs its surroundings too: words of eight letters are often like others.
    if (quote.size() < kSpeaksAlone && ContextLikeness(old_, was, new_, place) < kContextNeeded) return std::nullopt;
    const CodePointsView words = CodePointsView(new_).substr(place.start, place.end - place.start);
    const auto changes = DistanceUpTo(quote, words, most, steps_);
    if (!changes || bounds_.IsOthers(place, was) || IsLikeOthers(was, words, *changes)) return std::nullopt;
    return Changed{place, *changes};
  }

  // Words that are gone from another place of the old text are as like the words found as the passage is, or nearly.
  bool IsLikeOthers(Stretch was, CodePointsView words, int changes) {
    const int margin = std::max(1, static_cast<int>(words.size() / 10));
    const std::int64_t given = std::min(steps_, kMaxStepsOfOne);
    std::int64_t left = given;
    const std::vector<MatchCandidate> found = FindSimilar(old_, words, changes + margin - 1, left);
    steps_ -= given - left;
    return left < 0 || std::ranges::any_of(found, [&](const MatchCandidate& one) {
             return (one.end <= was.start || one.start >= was.end) && !bounds_.IsSettled({one.start, one.end});
           });
  }

  // A passage that began and ended with whole words does so again.
  Stretch ToWords(Stretch is, Stretch was) const {
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
  Comparison comparison_;
  Bounds bounds_;
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
