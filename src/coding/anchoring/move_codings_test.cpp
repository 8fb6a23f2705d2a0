// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings move with their words, whatever was edited around them.

#include "coding/anchoring/move_codings.h"

#include <gmock/gmock.h>

#include <random>

#include "coding/anchoring/code_points_testutil.h"

namespace commonground::coding {
namespace {

using core::TextRange;

// The range of `words` in the text, counted in code points.
TextRange Of(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  EXPECT_NE(at, std::string_view::npos) << words;
  const std::int64_t start = core::CountCodePoints(text.substr(0, at));
  return {start, start + core::CountCodePoints(words)};
}

struct Went {
  AnchorOutcome fate;
  std::string words;
};

Went Move(const std::string& before, const std::string& after, std::string_view words) {
  const std::vector<TextRange> ranges{Of(before, words)};
  const auto moved = MoveCodings(before, after, ranges);
  const core::TextIndex index(after);
  return {moved[0].fate, std::string(index.Slice(moved[0].range).value_or("?"))};
}

const std::string kText =
    "The collective runs a drop-in centre.\n\nPolice came in 2019 and took the condoms of outreach workers.\n\n"
    "After a year of talks the police signed an agreement. Fewer arrests were counted the year after.\n";

TEST(MoveCodings, KeepsWhatIsUnchangedAtItsPlace) {
  const auto went = Move(kText, kText + "\nMore.\n", "took the condoms");
  EXPECT_EQ(went.fate, AnchorOutcome::kKept);
  EXPECT_EQ(went.words, "took the condoms");
}

TEST(MoveCodings, MovesWhatStandsElsewhere) {
  const auto went = Move(kText, "A new beginning.\n\n" + kText, "took the condoms");
  EXPECT_EQ(went.fate, AnchorOutcome::kMoved);
  EXPECT_EQ(went.words, "took the condoms");
}

TEST(MoveCodings, FollowsAParagraphThatWasMovedToAnotherPlace) {
  const std::string moved =
      "After a year of talks the police signed an agreement. Fewer arrests were counted the year after.\n\n"
      "The collective runs a drop-in centre.\n\nPolice came in 2019 and took the condoms of outreach workers.\n";
  const auto went = Move(kText, moved, "After a year of talks the police signed an agreement.");
  EXPECT_EQ(went.fate, AnchorOutcome::kMoved);
  EXPECT_EQ(went.words, "After a year of talks the police signed an agreement.");
}

TEST(MoveCodings, StandsOnWordsThatChangedALittle) {
  std::string after = kText;
  after.replace(after.find("signed an agreement"), 19, "signed the agreement");
  const auto went = Move(kText, after, "the police signed an agreement. Fewer arrests were counted");
  EXPECT_EQ(went.fate, AnchorOutcome::kEdited);
  EXPECT_EQ(went.words, "the police signed the agreement. Fewer arrests were counted");
}

TEST(MoveCodings, FindsChangedWordsInAMovedParagraph) {
  const std::string after =
      "Fewer arrests were counted in the year after. After one year of talks the police signed an agreement.\n\n"
      "Something else stands here now, and it is long enough to be a paragraph.\n";
  const auto went = Move(kText, after, "After a year of talks the police signed an agreement.");
  EXPECT_EQ(went.fate, AnchorOutcome::kEdited);
  EXPECT_EQ(went.words, "After one year of talks the police signed an agreement.");
}

TEST(MoveCodings, LeavesAnOrphanWhereTheWordsAreGone) {
  std::string after = kText;
  after.replace(after.find("Police came"), 61, "Nothing of the kind was ever said by anyone at all here, so");
  EXPECT_EQ(Move(kText, after, "took the condoms of outreach workers").fate, AnchorOutcome::kOrphaned);
}

TEST(MoveCodings, DoesNotGuessBetweenTwoPlaces) {
  const std::string before = "One thing first.\n\nThey were told to leave the house at once.\n\nThen another.\n";
  const std::string after =
      "They were told to leave a house at once. Alpha.\n\nBeta! They were told to leave a house at once.\n";
  EXPECT_EQ(Move(before, after, "They were told to leave the house at once.").fate, AnchorOutcome::kOrphaned);
}

TEST(MoveCodings, DoesNotTakeAShortWordForAPassage) {
  const std::string after = "A quite different text, in which the word police stands too.\n";
  EXPECT_EQ(Move(kText, after, "police").fate, AnchorOutcome::kOrphaned);
}

TEST(MoveCodings, CountsCodePointsInEveryScript) {
  const std::string before = "警察没收了安全套。😀 后来他们签了协议。\n\nЗакон изменился в 2019 году.\n";
  const std::string after = "新的开头。\n\n警察没收了安全套。😀 后来她们签了协议。\n\nЗакон не изменился в 2020 году.\n";
  EXPECT_EQ(Move(before, after, "警察没收了安全套").words, "警察没收了安全套");
  EXPECT_EQ(Move(before, after, "后来他们签了协议。").words, "后来她们签了协议。");
  EXPECT_EQ(Move(before, after, "изменился в").fate, AnchorOutcome::kMoved);
}

const std::string kAmber = "Team Amber reported that the new room halved the number of arrests in every district.";
const std::string kBasil = "Team Basil reported that the new room halved the number of arrests in every district.";

TEST(MoveCodings, NeverTakesASentenceThatStoodElsewhereAllAlong) {
  const std::string before = kAmber + "\n\nSome other words, about the weather.\n\n" + kBasil + "\n";
  const std::string after = "Some other words, about the weather.\n\n" + kBasil + "\n";
  EXPECT_EQ(Move(before, after, kAmber).fate, AnchorOutcome::kOrphaned);
  EXPECT_EQ(Move(before, after, kBasil).words, kBasil);
  EXPECT_EQ(Move(before, after, "Team Amber reported").fate, AnchorOutcome::kOrphaned);
}

TEST(MoveCodings, NeverTakesASentenceThatCameToItsPlace) {
  const std::string before = "The first.\n\n" + kAmber + "\n\nThe second.\n\n" + kBasil + "\n\nThe third.\n";
  const std::string moved = "The first.\n\n" + kBasil + "\n\nThe second.\n\nThe third.\n";
  const std::string copied = "The first.\n\n" + kBasil + "\n\nThe second.\n\n" + kBasil + "\n\nThe third.\n";
  for (const std::string& after : {moved, copied}) {
    EXPECT_EQ(Move(before, after, kAmber).fate, AnchorOutcome::kOrphaned);
    EXPECT_EQ(Move(before, after, "the new room halved the number of arrests").fate, AnchorOutcome::kOrphaned);
  }
  const auto went = Move(before, moved, kBasil);
  EXPECT_EQ(went.fate, AnchorOutcome::kMoved);
  EXPECT_EQ(went.words, kBasil);
}

TEST(MoveCodings, NeverTakesASentenceThatWasMovedAndEdited) {
  const std::string before = kAmber + "\n\nThe weather.\n\n" + kBasil + "\n\nThe end.\n";
  std::string basil = kBasil;
  basil.replace(basil.find("every"), 5, "each");
  const std::string after = "The weather.\n\nThe end.\n\n" + basil + "\n";
  EXPECT_EQ(Move(before, after, kAmber).fate, AnchorOutcome::kOrphaned);
}

// "## " begins a heading; the other lines are paragraphs.
model::Document WithParts(std::string text) {
  model::Document document;
  document.text = std::move(text);
  std::int64_t at = 0;
  for (std::size_t from = 0; from < document.text.size();) {
    const std::size_t end = document.text.find('\n', from);
    const std::string_view line = std::string_view(document.text).substr(from, end - from);
    const std::int64_t next = at + core::CountCodePoints(line);
    const bool is_heading = line.starts_with("## ");
    if (!line.empty()) {
      model::Part part;
      part.kind = is_heading ? model::PartKind::kHeading : model::PartKind::kParagraph;
      part.level = is_heading ? 2 : 0;
      part.range = {at, next};
      document.parts.push_back(part);
    }
    at = next + 1;
    from = end + 1;
  }
  return document;
}

// Where `words`, which stood at `place`, went: in the new text; nullopt: an orphan.
std::optional<std::int64_t> MoveWithHint(const model::Document& before, const model::Document& after,
                                         core::TextRange place) {
  const std::vector<TextRange> ranges{place};
  const std::vector<std::string> hints{Hints(before).At(place.start)};
  const Hints now(after);
  const auto moved = MoveCodings(before.text, after.text, ranges, {hints, &now});
  if (moved[0].fate == AnchorOutcome::kOrphaned) return std::nullopt;
  return moved[0].range.start;
}

// An interview with one answer; and its next version, in which what came first comes last, so that the two texts do not
// follow one another, and the answer is there twice in the same surroundings.
const std::string kFirst = "It was told in the spring.\nNobody was named.\nAll who spoke have read it.\n";
const std::string kAnswer = "No, they never asked us before they came.";
const std::string kBlock =
    "What happened there in the last year?\nDid they ask?\n" + kAnswer + "\nThen they left again.\n";

model::Document OneAnswer(const std::string& heading) {
  return WithParts(kFirst + heading + "\n" + kBlock);
}

model::Document TwoAnswers(const std::string& one, const std::string& other) {
  return WithParts(one + "\n" + kBlock + other + "\n" + kBlock + "## The beginning\n" + kFirst);
}

std::int64_t AnswerAfter(const model::Document& document, std::string_view words) {
  const std::size_t at = document.text.find(kAnswer, document.text.find(words));
  return core::CountCodePoints(std::string_view(document.text).substr(0, at));
}

TEST(MoveCodings, LetsTheHeadingDecideBetweenEqualPlaces) {
  const model::Document before = OneAnswer("## About the clinic");
  const TextRange was = Of(before.text, kAnswer);
  for (const auto& [one, other] : {std::pair("## About the school", "## About the clinic"),
                                   std::pair("## About the clinic", "## About the school")}) {
    const model::Document after = TwoAnswers(one, other);
    EXPECT_EQ(Move(before.text, after.text, kAnswer).fate, AnchorOutcome::kOrphaned) << "without its hint";
    EXPECT_EQ(MoveWithHint(before, after, was), AnswerAfter(after, "About the clinic"));
  }
}

TEST(MoveCodings, LeavesAnOrphanWhereTheHintDoesNotDecide) {
  const model::Document before = OneAnswer("## About the clinic");
  const TextRange was = Of(before.text, kAnswer);
  EXPECT_EQ(MoveWithHint(before, TwoAnswers("## About the school", "## About the courts"), was), std::nullopt);
  EXPECT_EQ(MoveWithHint(before, TwoAnswers("## About the clinic", "And again, of the clinic."), was), std::nullopt)
      << "twice under the heading, in other paragraphs than the sixth";
}

TEST(MoveCodings, LetsTheParagraphDecideUnderOneHeading) {
  const model::Document before = OneAnswer("## About the clinic");  // the answer is paragraph 6
  const model::Document after = TwoAnswers("## About the clinic", "More.\nAnd more.");
  const model::Document shifted = TwoAnswers("## About the clinic\nOne.\nTwo.\nThree.", "More.\nAnd more.");
  const TextRange was = Of(before.text, kAnswer);
  EXPECT_EQ(MoveWithHint(before, after, was), std::nullopt);
  EXPECT_EQ(MoveWithHint(before, shifted, was), AnswerAfter(shifted, "Three."));
}

TEST(MoveCodings, NeverLetsAHintOverruleTheText) {
  const model::Document before = OneAnswer("## About the clinic");
  const model::Document after = WithParts("## About the clinic\nOther words.\n" + kAnswer + "\nQuite other words.\n" +
                                          "## Annex\n" + kBlock + "## The beginning\n" + kFirst);
  EXPECT_EQ(MoveWithHint(before, after, Of(before.text, kAnswer)), AnswerAfter(after, "Annex"));
}

TEST(MoveCodings, LetsTheHeadingDecideBetweenPlacesThatChangedAlike) {
  const std::string before = "## Health\nThey were told to leave the house at once.\n## Housing\nThen another.\n";
  const std::string after =
      "Alpha.\n## Housing\nThey were told to leave a house at once.\nBeta.\n## Health\nThey were told to leave a house "
      "at "
      "once.\nGamma.\n";
  const auto went =
      MoveWithHint(WithParts(before), WithParts(after), Of(before, "They were told to leave the house at once."));
  EXPECT_EQ(went, Of(after, "Health").end + 1);
}

TEST(SameHint, IsTheOnlyOneWithItsHeadingOrWithBoth) {
  const std::vector<std::string> hints{"paragraph 4, What we did",
                                       "paragraph 7, What came of it, in the end",
                                       "paragraph 9, What we did",
                                       "",
                                       "paragraph 11",
                                       "Annex"};
  EXPECT_EQ(SameHint("paragraph 8, What came of it, in the end", hints), 1U);
  EXPECT_EQ(SameHint("paragraph 9, What we did", hints), 2U);
  EXPECT_EQ(SameHint("paragraph 5, What we did", hints), hints.size());
  EXPECT_EQ(SameHint("paragraph 12", hints), 4U);
  EXPECT_EQ(SameHint("paragraph 12, Annex", hints), 5U);
  EXPECT_EQ(SameHint("", hints), hints.size());
  EXPECT_EQ(SameHint("page 3 of the scan", hints), hints.size());
}

// 2,667 changes in one line, more than the diff looks at, and every passage is there a thousand times.
TEST(MoveCodings, GivesUpOnTextsThatRepeatThemselves) {
  std::string before;
  std::string after;
  for (int i = 0; i < 400'000; ++i) {
    before += "a ";
    after += i % 150 == 0 ? "a b " : "a ";
  }
  const std::vector<TextRange> ranges{{100, 140}, {400'000, 400'040}};
  for (const Moved& moved : MoveCodings(before, after, ranges)) EXPECT_EQ(moved.fate, AnchorOutcome::kOrphaned);
}

// --- against slow second implementations ---------------------------------------------------------------------------

// Paragraphs of words that are in them only; all but one are edited, moved, deleted, doubled.
TEST(MoveCodingsSlow, EditsElsewhereLeaveAPassageAsItIs) {
  std::mt19937 random(8);
  const auto paragraph = [&random] {
    static const std::vector<std::string> kLetters{"a", "e", "k", "r", "т", "ж", "ы", "安", "全", "ห", "မ", "😀"};
    std::string text;
    for (std::size_t words = 8 + random() % 12; words > 0; --words) {
      for (std::size_t n = 3 + random() % 6; n > 0; --n) text += kLetters[random() % kLetters.size()];
      if (words > 1) text += ' ';
    }
    return text;
  };
  const auto joined = [](const std::vector<std::string>& paragraphs) {
    std::string text;
    for (const std::string& one : paragraphs) text += one + "\n\n";
    return text;
  };
  for (int i = 0; i < 3'000; ++i) {
    std::vector<std::string> before(1 + random() % 9);
    std::ranges::generate(before, paragraph);
    const std::size_t chosen = random() % before.size();
    std::vector<std::string> others = before;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(chosen));
    for (std::size_t edits = random() % 9; edits > 0 && !others.empty(); --edits) {
      const std::size_t at = random() % others.size();
      switch (random() % 4) {
        case 0:
          others[at] = paragraph();
          break;
        case 1:
          others.erase(others.begin() + static_cast<std::ptrdiff_t>(at));
          break;
        case 2:
          others.push_back(others[at]);
          break;
        default:
          std::swap(others[at], others.front());
      }
    }
    std::vector<std::string> after = others;
    after.insert(after.begin() + static_cast<std::ptrdiff_t>(random() % (after.size() + 1)), before[chosen]);
    const std::string old_text = joined(before);
    const std::string new_text = joined(after);
    const TextRange whole = Of(old_text, before[chosen]);
    const std::int64_t start = whole.start + static_cast<std::int64_t>(random()) % (whole.length() - 1);
    const std::vector<TextRange> ranges{whole,
                                        {start, start + 1 + static_cast<std::int64_t>(random()) % (whole.end - start)}};
    const core::TextIndex was(old_text);
    const core::TextIndex is(new_text);
    const auto moved = MoveCodings(old_text, new_text, ranges);
    for (const Moved& one : moved) {
      if (ranges[one.coding].length() < 32 && one.fate == AnchorOutcome::kOrphaned) continue;  // too short to be sure
      ASSERT_TRUE(one.fate == AnchorOutcome::kKept || one.fate == AnchorOutcome::kMoved) << old_text << "--\n"
                                                                                         << new_text;
      ASSERT_EQ(*is.Slice(one.range), *was.Slice(ranges[one.coding])) << i;
    }
  }
}

// One word in twenty was left out, added or replaced, all over 1 MB; 2,000 passages of 20 to 320 letters.  Those that
// became orphans used up what is given to searches with changes: the others must be found all the same.
int OrphansOfALongTextEditedAllOver(int words_a_paragraph) {
  std::mt19937 random(10);
  std::vector<std::string> vocabulary;
  for (int i = 0; i < 20'000; ++i) {
    std::string word;
    for (std::size_t n = 2 + random() % 9; n > 0; --n) word += static_cast<char>('a' + random() % 26);
    vocabulary.push_back(word);
  }
  std::string before;
  std::string after;
  for (int i = 1; before.size() < 1'000'000; ++i) {
    const std::string word = vocabulary[random() % vocabulary.size()] + (i % words_a_paragraph == 0 ? "\n\n" : " ");
    before += word;
    const auto edit = random() % 60;
    if (edit == 1) after += vocabulary[random() % vocabulary.size()] + " ";
    if (edit == 2) after += vocabulary[random() % vocabulary.size()] + word.substr(word.find_first_of(" \n"));
    if (edit != 0 && edit != 2) after += word;
  }
  std::vector<TextRange> ranges;
  for (int i = 0; i < 2'000; ++i) {
    const auto start = static_cast<std::int64_t>(random() % (before.size() - 400));
    ranges.push_back({start, start + 20 + static_cast<std::int64_t>(random() % 300)});
  }
  const auto moved = MoveCodings(before, after, ranges);
  return static_cast<int>(std::ranges::count(moved, AnchorOutcome::kOrphaned, &Moved::fate));
}

TEST(MoveCodingsSlow, FollowsALongTextEditedAllOver) {
  EXPECT_LT(OrphansOfALongTextEditedAllOver(60), 200);
}

TEST(MoveCodingsSlow, FollowsALongTextOfOneLineEditedAllOver) {
  EXPECT_LT(OrphansOfALongTextEditedAllOver(1'000'000), 200);
}

TEST(MoveCodingsSlow, NeverPutsACodingOnWordsThatAreNotLikeIts) {
  std::mt19937 random(4);
  for (int i = 0; i < 1'500; ++i) {
    const std::string before = RandomText(random, 60);
    const Letters letters = ToLetters(before);
    std::string after = before;
    for (std::size_t edits = random() % 8; edits > 0; --edits) {
      const std::size_t line = after.find("\n\n", random() % after.size());
      if (line == std::string::npos) continue;
      if (random() % 3 == 0) {
        after.insert(line, " " + RandomText(random, 3));
      } else {
        const std::size_t end = after.find("\n\n", line + 2);
        if (end != std::string::npos) after.erase(line, end - line);
      }
    }
    std::vector<TextRange> ranges;
    for (int k = 0; k < 20; ++k) {
      const auto start = static_cast<std::int64_t>(random() % (letters.size() - 1));
      ranges.push_back({start, std::min<std::int64_t>(start + 1 + static_cast<std::int64_t>(random() % 60),
                                                      static_cast<std::int64_t>(letters.size()))});
    }
    const auto moved = MoveCodings(before, after, ranges);
    ASSERT_EQ(moved.size(), ranges.size());
    const Letters now = ToLetters(after);
    for (std::size_t k = 0; k < moved.size(); ++k) {
      ASSERT_EQ(moved[k].coding, k);
      if (moved[k].fate == AnchorOutcome::kOrphaned) continue;
      const auto was = CodePointsView(letters).substr(static_cast<std::size_t>(ranges[k].start),
                                                      static_cast<std::size_t>(ranges[k].length()));
      const auto is = CodePointsView(now).substr(static_cast<std::size_t>(moved[k].range.start),
                                                 static_cast<std::size_t>(moved[k].range.length()));
      if (moved[k].fate != AnchorOutcome::kEdited) {
        ASSERT_EQ(was, is);
        ASSERT_EQ(moved[k].fate == AnchorOutcome::kKept, moved[k].range.start == ranges[k].start);
      } else {
        ASSERT_LE(SlowDistance(was, is), static_cast<int>(was.size() / 5));
        ASSERT_GT(SlowDistance(was, is), 0);
      }
    }
    if (before == after) {
      for (const Moved& one : moved) ASSERT_EQ(one.fate, AnchorOutcome::kKept);
    }
  }
}

// Answers that repeat themselves, under headings that come and go: a hint changes nothing but orphans, and puts those
// only where the same words stand in the part that it names.
TEST(MoveCodingsSlow, HintsOnlyDecideWhatWouldBeAnOrphan) {
  std::mt19937 random(12);
  const auto interview = [&random] {
    static const std::vector<std::string> kLines{"## Health",
                                                 "## Police",
                                                 "## Housing",
                                                 "No.",
                                                 "Yes, twice.",
                                                 "They never asked.",
                                                 "They came at night and took the condoms."};
    std::string text;
    for (std::size_t lines = 4 + random() % 12; lines > 0; --lines) text += kLines[random() % kLines.size()] + "\n";
    return text;
  };
  int decided = 0;
  for (int i = 0; i < 4'000; ++i) {
    const model::Document before = WithParts(interview());
    const model::Document after = WithParts(interview());
    const Hints was(before);
    const Hints now(after);
    std::vector<TextRange> ranges;
    std::vector<std::string> hints;
    for (const model::Part& part : before.parts) {
      ranges.push_back(part.range);
      hints.push_back(was.At(part.range.start));
    }
    const auto without = MoveCodings(before.text, after.text, ranges);
    const auto with = MoveCodings(before.text, after.text, ranges, {hints, &now});
    for (std::size_t k = 0; k < with.size(); ++k) {
      if (without[k].fate != AnchorOutcome::kOrphaned) {
        ASSERT_EQ(with[k].fate, without[k].fate);
        ASSERT_EQ(with[k].range, without[k].range);
      } else if (with[k].fate != AnchorOutcome::kOrphaned) {
        ++decided;
        const std::vector<std::string> there{now.At(with[k].range.start)};
        ASSERT_EQ(SameHint(hints[k], there), 0U) << hints[k] << " / " << there[0];
      }
    }
  }
  EXPECT_GT(decided, 20);
}

}  // namespace
}  // namespace commonground::coding
