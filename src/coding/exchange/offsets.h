// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How another program counted places in a text.  REFI-QDA says code points and says nothing of line ends; programs
// differ (NVivo for Windows counts UTF-16 units and CR LF as two; ATLAS.ti counts CR LF as one).  Which it was is found
// by looking at where passages begin and end under each reading: the right one puts them at the edges of words, and on
// the words that the program wrote down beside the place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coding/exchange/raw_text.h"
#include "core/text_range.h"

namespace commonground::coding {

struct Reading {
  enum class Unit { kCodePoint, kUtf16 };
  enum class LinePair { kTwo, kOne };         // CR LF
  enum class Mark { kNotCounted, kCounted };  // a byte order mark
  Unit unit = Unit::kCodePoint;
  LinePair line_pair = LinePair::kTwo;
  Mark mark = Mark::kNotCounted;
  friend bool operator==(const Reading&, const Reading&) = default;
};

// "codepoint-crlf2", "utf16-crlf1-bom": for options and reports.
std::string Name(const Reading& reading);
std::optional<Reading> ReadingOf(std::string_view name);
// Every one, the standard's own first.
const std::vector<Reading>& AllReadings();

// A passage as the file gives it.
struct RawPassage {
  std::int64_t start = 0;  // in the program's units, end excluded
  std::int64_t end = 0;
  std::string words;  // what the program wrote down of it; empty: nothing
};

struct RawSource {
  std::string name;
  const RawText* text = nullptr;  // not null
  std::vector<RawPassage> passages;
};

// Where a passage lies in the canonical text under a reading; nullopt: not within it, empty, or inside a letter.
// Cost: linear in the text once, then O(log).
class PlaceFinder {
 public:
  PlaceFinder(const RawText& text, const Reading& reading);
  std::optional<core::TextRange> Find(const RawPassage& passage) const;

 private:
  std::optional<std::size_t> Letter(std::int64_t position) const;
  const RawText& text_;
  std::int64_t first_ = 0;            // position of the first letter
  std::vector<std::int64_t> starts_;  // position of each letter, and of the end; empty: its index
};

struct ReadingScore {
  Reading reading;
  double score = 0;  // 0: nothing fits; 1: every passage lies at the edges of words
};

// What is known of one source.
struct SourceReading {
  std::string name;
  bool all_agree = true;             // no wide letter, CR or mark before a passage: nothing to choose
  std::vector<ReadingScore> scores;  // best first; those that put every passage where a better one does are left out
};

struct OffsetChoice {
  Reading reading;
  bool all_agree = true;  // of every source
  bool is_sure = true;    // false: a person should choose
  std::string why;        // "every reading agrees", "as NVivo for Windows counts", "fits best"
  std::vector<SourceReading> sources;
  // For a person who chooses: one passage under each reading that is possible.
  struct Sample {
    Reading reading;
    std::string words;
    double score = 0;
  };
  std::vector<Sample> samples;
};

// `origin`: what the project says it was made with; it decides between readings that fit about as well.
// Sure: the best reading is better than any other by two edges of words and by a tenth of the passages that they put
// elsewhere.  Cost: O(8 x text).  Deterministic.
OffsetChoice ChooseReading(const std::vector<RawSource>& sources, std::string_view origin);

}  // namespace commonground::coding
