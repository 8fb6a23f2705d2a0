// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Blocks that show numbers and cases: squares, cards, matrices, maps.  Values, as in publish/book.h, which has them all
// in its Block.
#pragma once

#include <string>
#include <vector>

#include "publish/text.h"
#include "publish/translated.h"

namespace commonground::publish {

// One square is one case study.
enum class Mark { kTold, kSilent, kNotCoded, kNoCase };

// What a colour stands for: a region by its place in the frame (0 to 4, then again from 0), or the law.
inline constexpr int kNoHue = -1;
inline constexpr int kLawHue = 100;

// A number with what it counts: "15" " of 21 cases" "places have a case study".
struct Tally {
  std::string number;
  std::string of = {};
  Spans text = {};
  Target target = {};
};

// A row of squares with its label and count.
struct Strip {
  Span label;
  int hue = kNoHue;
  std::vector<Mark> squares = {};  // empty: too many to draw
  Span count;
  std::string beside = {};  // "elsewhere 13 of 17"
};
struct StripList {
  std::string title = {};
  std::string note = {};
  std::vector<Strip> rows;
};
// Lists side by side.
struct Strips {
  std::vector<StripList> lists;
  bool folded = false;  // less told: opened by who wants it
};

// The head of the whole report.
struct Cover {
  struct Panel {  // of the umbrella: a region, one dot a place
    std::string label;
    std::string note;
    int filled = 0;
    int of = 0;
  };
  std::string over;
  std::string title;
  std::string subtitle;
  std::string language = {};  // of both; empty: that of the page
  Spans answer;
  std::vector<Panel> panels;
  std::string description;  // of the umbrella, for those who do not see it
  std::string caption;
  std::vector<Tally> numbers;
};

// A finding with its squares; the first of a list is the largest.
struct Card {
  std::string kind;
  std::string kind_note = {};
  Span title;
  Tally count;
  StripList regions;
  StripList laws;
  Spans text = {};
  Spans foot = {};
};
struct Cards {
  std::vector<Card> cards;
};

// Numbers as large as findings, each with its sentence.
struct Numbers {
  std::vector<Tally> rows;
};

// Codes down, groups across; bands by class.
struct Matrix {
  struct Column {
    std::string label;
    std::string note;  // "5 cases"
    int hue = kNoHue;
  };
  struct Cell {
    int present = 0;
    int of = 0;
    Target target = {};
  };
  struct Row {
    Span label;
    bool whole = false;  // a field of work, not a single practice
    std::vector<Cell> cells;
    Span total;
    std::string steady = {};
    bool is_steady = false;
  };
  struct Band {
    std::string title;
    std::string note;
    std::vector<Row> rows;
    bool open = true;
  };
  std::string id;
  std::string title;     // the finding
  std::string subtitle;  // unit and denominators
  std::string head;      // of the rows: "Practice"
  std::string total;     // of the last number: "All cases"
  std::string steady = {};
  std::vector<Column> columns;
  std::vector<Band> bands;
};

// The frame: a tile a place.
struct Tiles {
  struct Tile {
    std::string place;
    Span organisation;
    std::string law = {};
    std::string state = {};  // why there is no case; empty: there is one
  };
  // Where the group stands when all have a place of their own, as on a map; kNone: side by side.
  enum class Compass { kNone, kNorthWest, kNorth, kEast, kSouthWest, kSouth };
  struct Group {
    Span label;
    std::string note;
    int hue = kNoHue;
    std::vector<Tile> tiles;
    Compass compass = Compass::kNone;
  };
  std::vector<Group> groups;
};

// Lists that lead on, side by side.
struct Ways {
  struct Item {
    Span label;
    std::string count = {};
  };
  struct List {
    std::string title;
    std::vector<Item> items;
    Spans more = {};
    bool run_on = false;  // one after another in a paragraph
  };
  std::vector<List> lists;
};

// Words of a case with who said them and by what consent.
struct Quotation {
  std::string text;
  std::string language;  // BCP 47, "und": not known
  Spans who;
  std::string where = {};
  std::string consent = {};
  int hue = kNoHue;
  Translated translated = {};
};
struct Quotations {
  std::vector<Quotation> quotes;
};
// One quotation across the page.
struct Pull {
  Quotation quote;
};

struct Bars {
  struct Row {
    Span label;
    int value = 0;
    int of = 0;
    Span count;
    bool harm = false;  // drawn in the accent; the label says the same in words
  };
  std::vector<Row> rows;
};

// Facts in columns, law on paper beside practice.
struct Facts {
  struct Row {
    std::string label;
    Spans value;
    std::string note = {};
    Spans sources = {};  // of this value
  };
  struct Column {
    std::string title;
    std::vector<Row> rows;
  };
  std::vector<Column> columns;
};

// Cards of case studies.
struct CaseCards {
  struct Card {
    Span name;
    Spans place;
    Span title;
    std::string about = {};
    std::string consent = {};
    bool quoted = false;            // its words may be shown
    bool gone = false;              // a place without a case study
    std::vector<int> filters = {};  // numbers of the page's filters that it passes
    std::vector<Mark> fields = {};  // of work, in one order on all cards; empty: too many, or nothing is coded
  };
  int hue = kNoHue;
  std::vector<Card> cards;
};

// Ways to see fewer cards of the page, without script: a link names a filter, and cards that do not pass it are hidden.
inline constexpr int kMaxFilters = 36;
struct Filters {
  struct Item {
    int number = 0;  // 1 to kMaxFilters
    Span label;
    std::string said;  // when it holds: "Fully criminalised: 2 cases whose place may be shown."
  };
  struct List {
    std::string title;
    std::vector<Item> items;
  };
  std::vector<List> lists;
  std::string all;   // "Show all"
  std::string note;  // what is left out, and why
};

// What held when: a row a subject, a segment a span of whole years.
inline constexpr int kMaxYears = 60;
struct Timeline {
  struct Segment {
    int years = 1;
    std::string text;
    std::string note = {};
    int shade = 0;        // 0 to 5: more of it is a crime
    bool sourced = true;  // false: hatched
  };
  struct Row {
    std::string label;
    bool strong = false;
    std::vector<Segment> segments;
  };
  std::string id;
  std::string title;
  std::string subtitle;
  std::vector<Segment> axis;  // text: the year that it begins with
  std::vector<Row> rows;      // the years of each make the same sum as those of the axis
  Spans foot = {};
};

// Counts that become smaller step by step, with what left at each.
struct Steps {
  struct Step {
    int number = 0;
    std::string text;
    std::string left = {};
    std::string phase = {};  // that begins with it: "Included"
  };
  std::string title;
  std::vector<Step> steps;
};

// Pairs of codes: a bubble by the number of cases with both; an empty pair is drawn empty.
struct Bubbles {
  struct Cell {
    int cases = 0;
    int tone = 0;  // regions that have one, 0 to 3: one or two, three, four and more
    Target target = {};
  };
  struct Row {
    Span label;
    bool whole = false;
    std::string count;
    std::vector<Cell> cells;
  };
  std::string title;
  std::string subtitle;
  std::string head;
  std::vector<std::string> columns;
  std::vector<Row> rows;
  int cases = 0;  // the denominator
};

// Paragraphs with what stands beside each.
struct Notes {
  struct Note {
    Spans text;
    Spans beside = {};
    std::string style = {};  // of the text
  };
  std::vector<Note> notes;
};

// A to Z.
struct Index {
  struct Entry {
    Span label;
    std::string kind;
    std::string count = {};
  };
  struct Letter {
    std::string letter;
    std::vector<Entry> entries;
  };
  std::vector<Letter> letters;
};

}  // namespace commonground::publish
