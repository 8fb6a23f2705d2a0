// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Points of a passage under a reading: 1 if it lies in the text, 1 if it begins at the edge of a word, 1 if it ends at
// one, 4 if the words that the program wrote down stand there.
#include "coding/exchange/offsets.h"

#include <algorithm>

#include "coding/anchoring/code_points.h"
#include "core/small_ascii.h"

namespace commonground::coding {

namespace {

constexpr int kMaxOfPassage = 3;
constexpr int kForWords = 4;
constexpr std::size_t kFewestWords = 3;  // letters: shorter ones stand anywhere

std::string WithoutSpaces(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') plain += c;
  }
  return plain;
}

// Programs cut what they write down, and say so with dots.
std::string Words(std::string_view text) {
  std::string words = WithoutSpaces(Canonical(text));
  for (const std::string_view dots : {"...", "\xE2\x80\xA6"}) {
    if (words.ends_with(dots)) words.erase(words.size() - dots.size());
  }
  return words;
}

bool InsideWord(char32_t before, char32_t after) {
  return IsWordLetter(before) && IsWordLetter(after) && !StandsAlone(before) && !StandsAlone(after);
}

// A text ready to be asked.
struct Text {
  explicit Text(const RawText& raw) : letters(ToLetters(raw.canonical)), index(raw.canonical) {}
  Letters letters;
  core::TextIndex index;
};

int Points(const Text& text, const std::string& words, const std::optional<core::TextRange>& range) {
  if (!range) return 0;
  int points = 1;
  const auto start = static_cast<std::size_t>(range->start);
  const auto end = static_cast<std::size_t>(range->end);
  const auto blank = [&](std::size_t at) {
    const char32_t c = text.letters[at];
    return c == ' ' || c == '\n' || c == '\t' || c == 0xa0;
  };
  if (!blank(start) && (start == 0 || !InsideWord(text.letters[start - 1], text.letters[start]))) ++points;
  if (!blank(end - 1) && (end == text.letters.size() || !InsideWord(text.letters[end - 1], text.letters[end])))
    ++points;
  if (words.size() >= kFewestWords) {
    const std::string there = WithoutSpaces(*text.index.Slice(*range));
    if (there.starts_with(words)) points += kForWords;
  }
  return points;
}

std::optional<std::pair<Reading, std::string>> Prior(std::string_view origin) {
  const std::string small = core::SmallAscii(origin);
  using R = Reading;
  if (small.find("nvivo") != std::string::npos && small.find("mac") == std::string::npos) {
    return std::pair(R{R::Unit::kUtf16, R::LinePair::kTwo}, "as NVivo for Windows counts");
  }
  if (small.find("atlas") != std::string::npos) {
    return std::pair(R{R::Unit::kCodePoint, R::LinePair::kOne}, "as ATLAS.ti counts");
  }
  return std::nullopt;
}

// Where every passage of every source lies under one reading, and its points.
struct Tried {
  Reading reading;
  std::vector<std::vector<std::optional<core::TextRange>>> ranges;
  std::vector<int> points;  // of each source
  int total = 0;
};

struct Difference {
  int passages = 0;  // that two readings put elsewhere
  int points = 0;    // first less second
};

Difference Between(const Tried& a, const Tried& b) {
  Difference difference;
  for (std::size_t source = 0; source < a.ranges.size(); ++source) {
    for (std::size_t i = 0; i < a.ranges[source].size(); ++i) {
      if (a.ranges[source][i] != b.ranges[source][i]) ++difference.passages;
    }
  }
  difference.points = a.total - b.total;
  return difference;
}

bool IsClose(const Difference& difference) {
  return difference.passages > 0 && (difference.points < 2 || difference.points * 10 < difference.passages);
}

std::string Sample(const Text& text, const std::optional<core::TextRange>& range) {
  if (!range) return {};
  constexpr std::int64_t kMax = 60;
  std::string words(*text.index.Slice({range->start, std::min(range->end, range->start + kMax)}));
  std::ranges::replace(words, '\n', ' ');
  return words;
}

}  // namespace

std::string Name(const Reading& reading) {
  return std::string(reading.unit == Reading::Unit::kUtf16 ? "utf16" : "codepoint") +
         (reading.line_pair == Reading::LinePair::kOne ? "-crlf1" : "-crlf2") +
         (reading.mark == Reading::Mark::kCounted ? "-bom" : "");
}

const std::vector<Reading>& AllReadings() {
  static const std::vector<Reading> all = [] {
    std::vector<Reading> readings;
    for (const auto mark : {Reading::Mark::kNotCounted, Reading::Mark::kCounted}) {
      for (const auto pair : {Reading::LinePair::kTwo, Reading::LinePair::kOne}) {
        for (const auto unit : {Reading::Unit::kCodePoint, Reading::Unit::kUtf16})
          readings.push_back({unit, pair, mark});
      }
    }
    return readings;
  }();
  return all;
}

std::optional<Reading> ReadingOf(std::string_view name) {
  for (const Reading& reading : AllReadings()) {
    if (Name(reading) == name) return reading;
  }
  return std::nullopt;
}

PlaceFinder::PlaceFinder(const RawText& text, const Reading& reading) : text_(text) {
  first_ = text.has_mark && reading.mark == Reading::Mark::kCounted ? 1 : 0;
  const bool wide = text.has_wide && reading.unit == Reading::Unit::kUtf16;
  const bool one = text.has_line_pairs && reading.line_pair == Reading::LinePair::kOne;
  if (!wide && !one) return;
  starts_.reserve(text.letters.size() + 1);
  std::int64_t position = first_;
  for (std::size_t at = 0; at < text.letters.size(); ++at) {
    starts_.push_back(position);
    const char32_t letter = text.letters[at];
    const bool of_pair = one && letter == '\r' && at + 1 < text.letters.size() && text.letters[at + 1] == '\n';
    position += of_pair ? 0 : wide && letter > 0xffff ? 2 : 1;
  }
  starts_.push_back(position);
}

std::optional<std::size_t> PlaceFinder::Letter(std::int64_t position) const {
  if (starts_.empty()) {
    const std::int64_t index = position - first_;
    if (index < 0 || index > static_cast<std::int64_t>(text_.letters.size())) return std::nullopt;
    return static_cast<std::size_t>(index);
  }
  const auto found = std::ranges::lower_bound(starts_, position);
  if (found == starts_.end() || *found != position) return std::nullopt;
  return static_cast<std::size_t>(found - starts_.begin());
}

std::optional<core::TextRange> PlaceFinder::Find(const RawPassage& passage) const {
  const auto start = Letter(passage.start);
  const auto end = Letter(passage.end);
  if (!start || !end || *start >= *end) return std::nullopt;
  core::TextRange range{text_.Place(*start), text_.Place(*end)};
  // A passage that ends inside a letter that was put together takes it whole.
  for (std::size_t at = *end;
       at > 0 && at < text_.letters.size() && text_.Place(at) == text_.Place(at - 1) && text_.letters[at - 1] != '\r';
       ++at) {
    range.end = text_.Place(at) + 1;
  }
  if (range.start >= range.end) return std::nullopt;
  return range;
}

OffsetChoice ChooseReading(const std::vector<RawSource>& sources, std::string_view origin) {
  std::vector<Text> texts;
  std::vector<std::vector<std::string>> words(sources.size());
  int most = 0;
  bool any_mark = false;
  for (std::size_t source = 0; source < sources.size(); ++source) {
    texts.emplace_back(*sources[source].text);
    any_mark = any_mark || sources[source].text->has_mark;
    for (const RawPassage& passage : sources[source].passages) {
      words[source].push_back(Words(passage.words));
      most += kMaxOfPassage + (words[source].back().size() >= kFewestWords ? kForWords : 0);
    }
  }
  std::vector<Tried> tried;
  for (const Reading& reading : AllReadings()) {
    if (reading.mark == Reading::Mark::kCounted && !any_mark) continue;
    Tried one{reading, {}, {}, 0};
    for (std::size_t source = 0; source < sources.size(); ++source) {
      const PlaceFinder finder(*sources[source].text, reading);
      auto& ranges = one.ranges.emplace_back();
      int points = 0;
      for (std::size_t i = 0; i < sources[source].passages.size(); ++i) {
        ranges.push_back(finder.Find(sources[source].passages[i]));
        points += Points(texts[source], words[source][i], ranges.back());
      }
      one.points.push_back(points);
      one.total += points;
    }
    // One that puts every passage where an earlier one does is not another reading of this file.
    const bool is_new = std::ranges::none_of(tried, [&](const Tried& other) { return other.ranges == one.ranges; });
    const auto prior = Prior(origin);
    if (is_new) {
      tried.push_back(std::move(one));
    } else if (prior && prior->first == reading) {
      const auto same = std::ranges::find_if(tried, [&](const Tried& other) { return other.ranges == one.ranges; });
      same->reading = reading;
    }
  }
  std::ranges::stable_sort(tried, std::ranges::greater(), &Tried::total);

  OffsetChoice choice;
  choice.reading = tried.front().reading;
  choice.all_agree = tried.size() == 1;
  choice.why = choice.all_agree ? "every reading agrees" : "fits best";
  const auto prior = Prior(origin);
  for (const Tried& other : tried) {
    if (&other == &tried.front() || !IsClose(Between(tried.front(), other))) continue;
    choice.is_sure = false;
    if (prior && prior->first == other.reading) choice.reading = other.reading;
  }
  if (prior && prior->first == choice.reading && !choice.all_agree) {
    choice.is_sure = true;
    choice.why = prior->second;
  }
  for (std::size_t source = 0; source < sources.size(); ++source) {
    SourceReading& row = choice.sources.emplace_back();
    row.name = sources[source].name;
    int possible = 0;
    for (const std::string& one : words[source])
      possible += kMaxOfPassage + (one.size() >= kFewestWords ? kForWords : 0);
    for (const Tried& one : tried) {
      row.all_agree = row.all_agree && one.ranges[source] == tried.front().ranges[source];
      row.scores.push_back({one.reading, possible == 0 ? 1.0 : one.points[source] / static_cast<double>(possible)});
    }
    std::ranges::stable_sort(row.scores, std::ranges::greater(), &ReadingScore::score);
  }
  if (choice.all_agree) return choice;
  // The first passage that the two best readings put elsewhere.
  for (std::size_t source = 0; source < sources.size() && choice.samples.empty(); ++source) {
    for (std::size_t i = 0; i < sources[source].passages.size() && choice.samples.empty(); ++i) {
      if (tried[0].ranges[source][i] == tried[1].ranges[source][i]) continue;
      for (const Tried& one : tried) {
        choice.samples.push_back({one.reading, Sample(texts[source], one.ranges[source][i]),
                                  most == 0 ? 0 : one.total / static_cast<double>(most)});
      }
    }
  }
  return choice;
}

}  // namespace commonground::coding
