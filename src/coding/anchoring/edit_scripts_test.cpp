// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Random edit scripts, in which every letter of the new text is known to be one of the old text or a new one: a coding
// ends on its own words or is an orphan, and never on other words that were there before.  The sentences are much like
// one another, as answers to one question are: one word in twelve differs.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "coding/anchoring/code_points.h"
#include "coding/anchoring/move_codings.h"

namespace commonground::coding {
namespace {

struct Sentence {
  int id = 0;
  std::string words;
};
using Paragraph = std::vector<Sentence>;
using Text = std::vector<Paragraph>;

// Where a letter comes from: which letter of which sentence; of what stands between sentences: none.
struct Origin {
  int sentence = -1;
  int letter = 0;
  friend auto operator<=>(const Origin&, const Origin&) = default;
};

struct Written {
  std::string text;
  std::vector<Origin> origins;  // of each letter: all are ASCII
};

Written Write(const Text& text) {
  Written written;
  const auto add = [&](std::string_view letters, int sentence) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
      written.text += letters[i];
      written.origins.push_back({sentence, static_cast<int>(i)});
    }
  };
  for (const Paragraph& paragraph : text) {
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
      if (i > 0) add(" ", -1);
      add(paragraph[i].words, paragraph[i].id);
    }
    if (!paragraph.empty()) add("\n\n", -1);
  }
  return written;
}

class Script {
 public:
  Script(unsigned seed, bool repeats) : random_(seed), repeats_(repeats) {}

  Text Begin() {
    Text text(Below(7) + 2);
    for (Paragraph& paragraph : text) {
      for (std::size_t i = Below(4) + 1; i > 0; --i) paragraph.push_back(New());
    }
    last_old_ = next_;
    return text;
  }

  void Edit(Text& text) {
    const bool whole = Below(2) == 0;
    const std::size_t p = Below(text.size());
    switch (Below(5)) {
      case 0:  // insert
        if (whole) {
          text.insert(At(text, p), Paragraph{New(), New()});
        } else {
          text[p].insert(At(text[p], Below(text[p].size() + 1)), New());
        }
        break;
      case 1:  // delete
        if (whole && text.size() > 1) {
          text.erase(At(text, p));
        } else if (!text[p].empty()) {
          text[p].erase(At(text[p], Below(text[p].size())));
        }
        break;
      case 2:  // move
        if (whole) {
          Paragraph moved = text[p];
          text.erase(At(text, p));
          text.insert(At(text, Below(text.size() + 1)), std::move(moved));
        } else if (!text[p].empty()) {
          const auto at = At(text[p], Below(text[p].size()));
          const Sentence moved = *at;
          text[p].erase(at);
          Paragraph& to = text[Below(text.size())];
          to.insert(At(to, Below(to.size() + 1)), moved);
        }
        break;
      case 3:  // duplicate
        if (whole) {
          const Paragraph twice = text[p];
          text.insert(At(text, Below(text.size() + 1)), twice);
        } else if (!text[p].empty()) {
          const Sentence twice = text[p][Below(text[p].size())];
          Paragraph& to = text[Below(text.size())];
          to.insert(At(to, Below(to.size() + 1)), twice);
        }
        break;
      default: {  // swap
        const std::size_t q = Below(text.size());
        if (whole) {
          std::swap(text[p], text[q]);
        } else if (!text[p].empty() && !text[q].empty()) {
          std::swap(text[p][Below(text[p].size())], text[q][Below(text[q].size())]);
        }
      }
    }
  }

  // A range of words in the text.
  core::TextRange Coding(const Written& written) {
    const auto word_start = [&](std::size_t at) {
      while (at > 0 && written.text[at - 1] != ' ' && written.text[at - 1] != '\n') --at;
      return at;
    };
    for (;;) {
      const std::size_t at = Below(written.text.size());
      if (written.origins[at].sentence < 0) continue;
      std::size_t start = at;
      std::size_t end = at + 1;
      const auto in_sentence = [&](std::size_t i) {
        return i < written.text.size() && written.origins[i].sentence == written.origins[at].sentence &&
               written.origins[i].sentence >= 0;
      };
      while (start > 0 && in_sentence(start - 1)) --start;
      while (in_sentence(end)) ++end;
      const std::size_t kind = Below(4);
      if (kind == 0) {  // some words of it
        start = word_start(start + Below(end - start));
        end = start + 1 + Below(end - start);
        while (end < written.text.size() && in_sentence(end) && written.text[end] != ' ') ++end;
      } else if (kind == 1) {  // to the end of the paragraph
        end = written.text.find('\n', end);
      }
      return {static_cast<std::int64_t>(start), static_cast<std::int64_t>(end)};
    }
  }

  bool IsOld(int sentence) const { return sentence >= 0 && sentence < last_old_; }
  std::size_t Below(std::size_t n) { return random_() % n; }

 private:
  template <class T>
  static typename std::vector<T>::iterator At(std::vector<T>& list, std::size_t i) {
    return list.begin() + static_cast<std::ptrdiff_t>(i);
  }

  Sentence New() {
    static const std::vector<std::vector<std::string>> kSlots{
        {"Team", "Group", "House"},
        {"Amber", "Basil", "Cedar", "Dill", "Elder", "Fennel", "Ginger", "Hazel", "Iris", "Juniper"},
        {"reported that", "said that", "wrote how"},
        {"the new drop-in room", "the talks with the police", "a line to call at night", "the peer teachers"},
        {"halved", "lowered", "changed"},
        {"the number of arrests", "the fear of going out", "what the clinic did"},
        {"in every district.", "in two districts.", "this year."}};
    for (;;) {
      std::string words;
      if (Below(4) == 0) {
        static const std::vector<std::string> kShort{"No, never.", "Yes.", "They did not ask us.", "So we went home."};
        words = kShort[Below(kShort.size())];
        if (!repeats_) words = kSlots[1][Below(10)] + ": " + words;
      } else {
        for (const auto& slot : kSlots) words += (words.empty() ? "" : " ") + slot[Below(slot.size())];
      }
      if (repeats_ || used_.insert(words).second) return {next_++, words};
    }
  }

  std::mt19937 random_;
  bool repeats_;
  int next_ = 0;
  int last_old_ = 0;
  std::set<std::string> used_;
};

struct Outcome {
  int right = 0;
  int wrong = 0;    // on other words of the old text
  int fresh = 0;    // on new words that are the same, or almost
  int orphans = 0;  // that are right: the words are gone
  int lost = 0;     // orphans whose words are there
  std::string first_wrong;

  double Precision() const { return static_cast<double>(right) / std::max(1, right + wrong); }
  double Recall() const { return static_cast<double>(right) / std::max(1, right + lost); }
};

void Judge(const Script& script, const Written& before, const Written& after, core::TextRange was, const Moved& moved,
           Outcome& outcome) {
  std::set<Origin> own;
  for (auto i = static_cast<std::size_t>(was.start); i < static_cast<std::size_t>(was.end); ++i) {
    if (before.origins[i].sentence >= 0) own.insert(before.origins[i]);
  }
  if (moved.fate == AnchorOutcome::kOrphaned) {
    // Its words are there when they stand together somewhere, as they were.
    const std::string_view words =
        std::string_view(before.text)
            .substr(static_cast<std::size_t>(was.start), static_cast<std::size_t>(was.length()));
    bool there = false;
    for (std::size_t at = after.text.find(words); at != std::string::npos && !there;
         at = after.text.find(words, at + 1)) {
      there = true;
      for (std::size_t i = 0; i < words.size(); ++i) {
        const Origin& old_one = before.origins[static_cast<std::size_t>(was.start) + i];
        there = there && (old_one.sentence < 0 || old_one == after.origins[at + i]);
      }
    }
    ++(there ? outcome.lost : outcome.orphans);
    return;
  }
  int foreign = 0;
  int fresh = 0;
  for (auto i = static_cast<std::size_t>(moved.range.start); i < static_cast<std::size_t>(moved.range.end); ++i) {
    const Origin& origin = after.origins[i];
    if (origin.sentence < 0 || own.contains(origin)) continue;
    ++(script.IsOld(origin.sentence) ? foreign : fresh);
  }
  if (5 * foreign > moved.range.length()) {
    ++outcome.wrong;
    if (outcome.first_wrong.empty()) {
      outcome.first_wrong =
          before.text + "----\n" + after.text + "----\n" +
          before.text.substr(static_cast<std::size_t>(was.start), static_cast<std::size_t>(was.length())) + " [" +
          std::to_string(was.start) + "] -> " +
          after.text.substr(static_cast<std::size_t>(moved.range.start),
                            static_cast<std::size_t>(moved.range.length())) +
          " [" + std::to_string(moved.range.start) + "]\n";
    }
  } else if (5 * fresh > moved.range.length()) {
    ++outcome.fresh;
  } else {
    ++outcome.right;
  }
}

Outcome Try(unsigned seed, bool repeats, int rounds) {
  Outcome outcome;
  for (int round = 0; round < rounds; ++round) {
    Script script(seed + static_cast<unsigned>(round), repeats);
    Text text = script.Begin();
    const Written before = Write(text);
    for (std::size_t edits = 1 + script.Below(4); edits > 0; --edits) script.Edit(text);
    const Written after = Write(text);
    std::vector<core::TextRange> ranges;
    for (std::size_t i = 1 + script.Below(8); i > 0; --i) ranges.push_back(script.Coding(before));
    const auto moved = MoveCodings(before.text, after.text, ranges);
    for (const Moved& one : moved) Judge(script, before, after, ranges[one.coding], one, outcome);
  }
  return outcome;
}

void Tell(const Outcome& outcome) {
  std::printf("right %d, wrong %d, on new words %d, orphans %d, lost %d: precision %.4f, recall %.4f\n", outcome.right,
              outcome.wrong, outcome.fresh, outcome.orphans, outcome.lost, outcome.Precision(), outcome.Recall());
}

TEST(EditScriptsSlow, NeverEndOnOtherWordsThatWereThere) {
  const Outcome outcome = Try(1, false, 20'000);
  Tell(outcome);
  EXPECT_EQ(outcome.wrong, 0) << outcome.first_wrong;
  EXPECT_GT(outcome.Recall(), 0.97);
}

// The same sentence at several places: which of them was taken out cannot always be known.
TEST(EditScriptsSlow, SeldomEndOnTheSameWordsElsewhere) {
  const Outcome outcome = Try(1, true, 20'000);
  Tell(outcome);
  EXPECT_GT(outcome.Precision(), 0.999) << outcome.first_wrong;
  EXPECT_GT(outcome.Recall(), 0.97);
}

}  // namespace
}  // namespace commonground::coding
