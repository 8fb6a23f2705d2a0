// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts, character by character, who the words at a place belong to.
#include "coding/anchoring/bounds.h"

#include <algorithm>
#include <iterator>

#include "coding/anchoring/limits.h"
#include "coding/anchoring/similarity.h"

namespace commonground::coding {

namespace {

constexpr std::size_t kContext = 32;  // letters before and after a passage that tell places apart

std::size_t Common(std::size_t a, std::size_t a_end, std::size_t b, std::size_t b_end) {
  const std::size_t start = std::max(a, b);
  const std::size_t end = std::min(a_end, b_end);
  return end > start ? end - start : 0;
}

// The first of `pieces`, which are in order and do not overlap, that ends after `at`.
template <class T, class Start>
auto FirstAfter(const std::vector<T>& pieces, std::size_t at, Start start) {
  return std::ranges::partition_point(pieces, [&](const T& piece) { return start(piece) + piece.length <= at; });
}

}  // namespace

double ContextLikeness(CodePointsView old_text, Stretch was, CodePointsView new_text, Stretch is) {
  const auto changes = [](CodePointsView a, CodePointsView b) {
    const std::size_t longer = std::max(a.size(), b.size());
    return DistanceUpTo(a, b, static_cast<int>(longer)).value_or(static_cast<int>(longer));
  };
  const auto before = [](CodePointsView text, std::size_t at) {
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

Bounds::Bounds(const Comparison& comparison, CodePointsView old_text, CodePointsView new_text)
    : copies_(comparison.copies), sentences_(comparison.sentences), old_(old_text), new_(new_text) {
  std::ranges::copy_if(comparison.runs, std::back_inserter(by_old_), [this](const Run& run) { return Holds(run); });
  by_new_ = by_old_;
  std::ranges::sort(by_new_, {}, &Run::new_start);
}

// Two texts that have little in common still have words in common.
bool Bounds::Holds(const Run& run) const {
  return run.length >= kSpeaksAlone || run.has_sentence ||
         ContextLikeness(old_, {run.old_start, run.old_start + run.length}, new_,
                         {run.new_start, run.new_start + run.length}) >= kContextNeeded;
}

bool Bounds::HasSentence(Stretch was, int name) const {
  for (auto at = FirstAfter(sentences_, was.start, [](const Sentence& one) { return one.start; });
       at != sentences_.end() && at->start < was.end; ++at) {
    if (at->name == name) return true;
  }
  return false;
}

bool Bounds::IsOthers(Stretch is, Stretch was) const {
  std::size_t others = 0;
  for (auto run = FirstAfter(by_new_, is.start, [](const Run& one) { return one.new_start; });
       run != by_new_.end() && run->new_start < is.end; ++run) {
    const std::size_t start = std::max(run->new_start, is.start) - run->new_start + run->old_start;
    const std::size_t end = std::min(run->new_start + run->length, is.end) - run->new_start + run->old_start;
    others += (end - start) - Common(start, end, was.start, was.end);
  }
  for (auto copy = FirstAfter(copies_, is.start, [](const Sentence& one) { return one.start; });
       copy != copies_.end() && copy->start < is.end; ++copy) {
    if (!HasSentence(was, copy->name)) others += Common(copy->start, copy->start + copy->length, is.start, is.end);
  }
  return others > static_cast<std::size_t>(MostChanges(is.length()));
}

bool Bounds::IsSettled(Stretch was) const {
  std::size_t known = 0;
  for (auto run = FirstAfter(by_old_, was.start, [](const Run& one) { return one.old_start; });
       run != by_old_.end() && run->old_start < was.end; ++run) {
    known += Common(run->old_start, run->old_start + run->length, was.start, was.end);
  }
  return was.length() - known <= static_cast<std::size_t>(MostChanges(was.length()));
}

}  // namespace commonground::coding
