// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Runs of equal letters tie paragraphs of the two texts together; what is tied together is a row.

#include "coding/anchoring/compare_texts.h"

#include <algorithm>
#include <span>

#include "coding/anchoring/bounds.h"
#include "coding/anchoring/code_points.h"
#include "coding/anchoring/diff.h"
#include "coding/anchoring/runs_in_order.h"
#include "core/paragraphs.h"
#include "core/text_range.h"

namespace commonground::coding {

namespace {

constexpr std::size_t kShareOfLetters = 5;  // one in so many is enough to tie two paragraphs together

struct SplitText {
  explicit SplitText(std::string_view utf8)
      : letters(ToLetters(utf8)), index(utf8), paragraphs(core::Paragraphs(utf8)) {
    for (const core::TextRange& one : paragraphs) {
      word_letters.push_back(WordLetters(static_cast<std::size_t>(one.start), static_cast<std::size_t>(one.end)));
    }
  }

  std::size_t WordLetters(std::size_t from, std::size_t to) const {
    return static_cast<std::size_t>(std::count_if(letters.begin() + static_cast<std::ptrdiff_t>(from),
                                                  letters.begin() + static_cast<std::ptrdiff_t>(to), IsWordLetter));
  }
  Letters letters;
  core::TextIndex index;
  std::vector<core::TextRange> paragraphs;
  std::vector<std::size_t> word_letters;  // of each paragraph
};

// Two paragraphs, and how many letters of words they have in common.
struct TiedPair {
  std::size_t was = 0;
  std::size_t is = 0;
  std::size_t letters = 0;
};

// In the order of both texts.
std::vector<TiedPair> TiesBetween(const SplitText& was, const SplitText& is, std::span<const Run> runs) {
  std::vector<TiedPair> ties;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const Run& run : runs) {
    // `at` counts in the run.  Where it is between paragraphs, nothing is tied.
    for (std::size_t at = 0; at < run.length;) {
      const auto in_old = static_cast<std::int64_t>(run.old_start + at);
      const auto in_new = static_cast<std::int64_t>(run.new_start + at);
      while (i < was.paragraphs.size() && was.paragraphs[i].end <= in_old) ++i;
      while (j < is.paragraphs.size() && is.paragraphs[j].end <= in_new) ++j;
      if (i == was.paragraphs.size() || j == is.paragraphs.size()) break;
      const std::int64_t before = std::max(was.paragraphs[i].start - in_old, is.paragraphs[j].start - in_new);
      if (before > 0) {
        at += static_cast<std::size_t>(before);
        continue;
      }
      const std::int64_t until = std::min(was.paragraphs[i].end - in_old, is.paragraphs[j].end - in_new);
      const std::size_t end = std::min(run.length, at + static_cast<std::size_t>(until));
      const std::size_t letters = was.WordLetters(run.old_start + at, run.old_start + end);
      if (ties.empty() || ties.back().was != i || ties.back().is != j) ties.push_back({i, j, 0});
      ties.back().letters += letters;
      at = end;
    }
  }
  std::erase_if(ties, [&](const TiedPair& one) {
    return one.letters == 0 ||
           one.letters * kShareOfLetters < std::min(was.word_letters[one.was], is.word_letters[one.is]);
  });
  return ties;
}

// From the first paragraph to behind the last one, in code points.
Stretch WholeOf(const SplitText& text, std::size_t first, std::size_t last) {
  return {static_cast<std::size_t>(text.paragraphs[first].start), static_cast<std::size_t>(text.paragraphs[last].end)};
}

// One side of a row, cut where it is like the other.  A space or mark alone between two words that changed is taken
// with them.
class SideOfRow {
 public:
  SideOfRow(const SplitText& text, Stretch whole) : text_(text), whole_(whole), at_(whole.start) {}
  void AddSame(std::size_t start, std::size_t end) {
    Put(at_, start, true);
    Put(start, end, false);
    at_ = end;
  }
  std::vector<ComparedPart> Finish() {
    Put(at_, whole_.end, true);
    std::vector<Cut> joined;
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      Cut cut = cuts_[i];
      const bool is_between = i > 0 && i + 1 < cuts_.size() && !cut.only_here;
      if (is_between && text_.WordLetters(cut.stretch.start, cut.stretch.end) == 0 && cut.stretch.length() <= 2) {
        cut.only_here = true;
      }
      if (!joined.empty() && joined.back().only_here == cut.only_here) {
        joined.back().stretch.end = cut.stretch.end;
      } else {
        joined.push_back(cut);
      }
    }
    std::vector<ComparedPart> parts;
    for (const Cut& cut : joined) {
      const core::TextRange range{static_cast<std::int64_t>(cut.stretch.start),
                                  static_cast<std::int64_t>(cut.stretch.end)};
      parts.push_back({std::string(text_.index.Slice(range).value_or("")), cut.only_here});
    }
    return parts;
  }

 private:
  struct Cut {
    Stretch stretch;
    bool only_here = false;
  };
  void Put(std::size_t start, std::size_t end, bool only_here) {
    if (start < end) cuts_.push_back({{start, end}, only_here});
  }
  const SplitText& text_;
  Stretch whole_;
  std::size_t at_;
  std::vector<Cut> cuts_;
};

class RowsOfTexts {
 public:
  RowsOfTexts(const SplitText& was, const SplitText& is, std::span<const Run> runs) : was_(was), is_(is), runs_(runs) {}

  std::vector<ComparedRow> Of(std::span<const TiedPair> ties) {
    for (std::size_t t = 0; t < ties.size();) {
      std::size_t last = t;
      while (last + 1 < ties.size() && (ties[last + 1].was == ties[last].was || ties[last + 1].is == ties[last].is)) {
        ++last;
      }
      AddLoose(ties[t].was, ties[t].is);
      AddTied(ties[t], ties[last]);
      t = last + 1;
    }
    AddLoose(was_.paragraphs.size(), is_.paragraphs.size());
    return std::move(rows_);
  }

 private:
  // Paragraphs before these that are tied to none.
  void AddLoose(std::size_t was, std::size_t is) {
    for (; next_was_ < was; ++next_was_) {
      ComparedRow& row = rows_.emplace_back();
      row.what = ComparedRow::What::kGone;
      row.was_paragraph = static_cast<int>(next_was_) + 1;
      row.was = SideOfRow(was_, WholeOf(was_, next_was_, next_was_)).Finish();
    }
    for (; next_is_ < is; ++next_is_) {
      ComparedRow& row = rows_.emplace_back();
      row.what = ComparedRow::What::kNew;
      row.is_paragraph = static_cast<int>(next_is_) + 1;
      row.is = SideOfRow(is_, WholeOf(is_, next_is_, next_is_)).Finish();
    }
  }

  void AddTied(const TiedPair& first, const TiedPair& last) {
    const Stretch was = WholeOf(was_, first.was, last.was);
    const Stretch is = WholeOf(is_, first.is, last.is);
    ComparedRow& row = rows_.emplace_back();
    row.was_paragraph = static_cast<int>(first.was) + 1;
    row.is_paragraph = static_cast<int>(first.is) + 1;
    next_was_ = last.was + 1;
    next_is_ = last.is + 1;
    if (CodePointsView(was_.letters).substr(was.start, was.length()) ==
        CodePointsView(is_.letters).substr(is.start, is.length())) {
      SideOfRow same(is_, is);
      same.AddSame(is.start, is.end);
      row.is = same.Finish();
      return;
    }
    row.what = ComparedRow::What::kChanged;
    SideOfRow before(was_, was);
    SideOfRow after(is_, is);
    while (next_run_ < runs_.size() && runs_[next_run_].old_start + runs_[next_run_].length <= was.start) ++next_run_;
    for (std::size_t r = next_run_; r < runs_.size() && runs_[r].old_start < was.end; ++r) {
      const Run& run = runs_[r];
      // What of it lies in both sides.
      const std::size_t from =
          std::max(was.start - std::min(was.start, run.old_start), is.start - std::min(is.start, run.new_start));
      const std::size_t old_left = was.end - run.old_start;
      const std::size_t new_left = is.end - std::min(is.end, run.new_start);
      const std::size_t to = std::min({run.length, old_left, new_left});
      if (from >= to) continue;
      before.AddSame(run.old_start + from, run.old_start + to);
      after.AddSame(run.new_start + from, run.new_start + to);
    }
    row.was = before.Finish();
    row.is = after.Finish();
  }

  const SplitText& was_;
  const SplitText& is_;
  std::span<const Run> runs_;
  std::size_t next_was_ = 0;
  std::size_t next_is_ = 0;
  std::size_t next_run_ = 0;
  std::vector<ComparedRow> rows_;
};

}  // namespace

std::string_view NameOf(ComparedRow::What what) {
  switch (what) {
    case ComparedRow::What::kSame:
      return "same";
    case ComparedRow::What::kChanged:
      return "changed";
    case ComparedRow::What::kGone:
      return "gone";
    case ComparedRow::What::kNew:
      return "new";
  }
  return {};
}

std::vector<ComparedRow> CompareTexts(std::string_view was, std::string_view is) {
  const SplitText before(was);
  const SplitText after(is);
  const std::vector<Run> runs = RunsInOrder(Compare(before.letters, after.letters).runs);
  return RowsOfTexts(before, after, runs).Of(TiesBetween(before, after, runs));
}

}  // namespace commonground::coding
