// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report as values: pages of blocks, blocks of runs of text, links that say what they lead to.  No markup, no path
// and no address within the report: those are a renderer's (publish/renderer.h), so that the same book becomes a site,
// a printed report or an e-book.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/result.h"
#include "publish/advice.h"
#include "publish/changes.h"
#include "publish/differences.h"
#include "publish/grading.h"
#include "publish/network.h"
#include "publish/pieces.h"
#include "publish/text.h"
#include "publish/two_pages.h"
#include "publish/words.h"
#include "publish/world.h"

namespace commonground::publish {

// People's own prose, as the Markdown library read it.  Emphasis within a run is told by marks; blocks nest.
struct Run {
  enum Mark : std::uint8_t { kEmphasis = 1, kStrong = 2, kCode = 4, kBreak = 8 };  // kBreak: a new line, no text
  std::string text;
  std::uint8_t marks = 0;
  Target target = {};
};
struct ProseBlock {
  enum class Kind { kParagraph, kHeading, kBullets, kNumbers, kItem, kQuote, kCode, kRule };
  Kind kind = Kind::kParagraph;
  int level = 0;                          // of a heading on the page
  int start = 1;                          // kNumbers
  std::vector<Run> runs = {};             // paragraph, heading, code
  std::vector<ProseBlock> children = {};  // lists, items and quotes; at most kMaxProseDepth deep
};
inline constexpr int kMaxProseDepth = 16;

// A heading of level 2 begins a band of the page.
struct Heading {
  enum class Layout { kRail, kWide, kPanel };  // beside what follows; above it; beside, on a ground of its own
  std::string text;
  std::string id;
  int level = 2;
  Layout layout = Layout::kRail;
  Spans cap = {};             // a note under it
  Spans table_cap = {};       // the note where figures are tables (Word, e-book), if it is another one
  std::string language = {};  // BCP 47, of people's own words; empty: that of the page
};

struct Paragraph {
  Spans spans;
  std::string style;  // "", "lead", "note", "warning"
};

struct Bullets {
  std::vector<Spans> items;
  std::string style = {};  // class
};

struct Table {
  std::string id;
  std::string caption;
  std::vector<std::string> head;
  std::vector<std::vector<Spans>> rows;    // the first cell of a row names it
  std::vector<NumberTarget> numbers = {};  // what leads to each row; empty: nothing does
  bool folded = false;                     // the same as what stands above
};

// One mark of a figure, in its own units.
struct Shape {
  enum class Kind { kRect, kText, kLine, kCircle };
  Kind kind = Kind::kRect;
  double x = 0, y = 0, width = 0, height = 0;  // a line goes from (x, y) by (width, height); a circle is round (x, y)
  std::string style;                           // class
  std::string text;                            // kText
  std::string anchor = "start";                // kText: start, middle, end
  Target target = {};                          // the mark is a link
  std::string label = {};                      // what the link says to those who don't see it

  static Shape Rect(double x, double y, double width, double height, std::string style, Target target = {},
                    std::string label = {}) {
    return {Kind::kRect, x, y, width, height, std::move(style), {}, {}, std::move(target), std::move(label)};
  }
  static Shape Line(double x, double y, double width, double height, std::string style) {
    return {Kind::kLine, x, y, width, height, std::move(style), {}, {}, {}, {}};
  }
  static Shape Circle(double x, double y, double radius, std::string style) {
    return {Kind::kCircle, x, y, 2 * radius, 2 * radius, std::move(style), {}, {}, {}, {}};
  }
  static Shape Text(double x, double y, std::string style, std::string text, std::string anchor = "start") {
    return {Kind::kText, x, y, 0, 0, std::move(style), std::move(text), std::move(anchor), {}, {}};
  }
};

struct Figure {
  std::string id;
  std::string title;        // the finding
  std::string subtitle;     // unit and denominators
  std::string description;  // the message, in words
  double width = 0, height = 0;
  std::vector<Shape> shapes;
  Table twin;  // the same as a table
};

struct Prose {
  std::vector<ProseBlock> blocks;
  std::string language;  // BCP 47; empty: that of the page
};

// A paragraph of a case study, or a table, with what was coded in it.
struct Passage {
  PassageTarget at;
  std::vector<ProseBlock> blocks;
  std::string language;  // BCP 47, "und": not known
  std::vector<Spans> codes;
  struct Cell {
    PassageTarget at;
    std::string text;
  };
  // Of a table, instead of blocks: at least two, all of the same length; the first names the columns.
  std::vector<std::vector<Cell>> rows = {};
  bool has_place = true;  // false: links lead to the same words elsewhere on the page
};

// The texts of a case, each from its first word to its last: opened by who wants it on a screen.
struct WholeTexts {
  struct Text {
    std::string id;
    std::string title;
    std::string language;  // BCP 47 of the title; empty: that of the page
    Spans cap;             // whose words they are
    std::vector<Passage> passages;
    Spans state = {};  // in place of words: why they are not shown
  };
  std::vector<Text> texts;
};

// The passages that a number counts, group by group and case by case, and the cases that are silent.
struct Quote {
  std::string text;      // empty: not shown, `state` says why
  std::string language;  // BCP 47, "und": not known
  Spans state;
  Spans about;  // where it stands, its grade and sources
  Translated translated = {};
};
struct CaseQuotes {
  std::string name;  // of this place on the page, for a PlaceTarget
  Spans who;
  std::string where;    // its place and law, where they may be told
  std::string consent;  // in a sentence
  bool quoted = false;
  std::vector<Quote> quotes;
};
struct EvidenceGroup {
  NumberTarget at;  // the number that counts this group's cases
  std::string title;
  std::string count;  // "4 of 5 cases"
  int hue = kNoHue;
  std::vector<CaseQuotes> cases;
  Spans elsewhere;  // where the passages of codes below stand, when there are too many for one page
  Spans silent;     // cases without a passage; empty: none
};
struct Evidence {
  NumberTarget at;  // the number that counts all cases
  std::vector<EvidenceGroup> groups;
};

// What several people gave one passage, side by side; one below the other on a phone.
struct Side {
  struct Given {
    std::string text;
    std::string language;  // BCP 47; empty: not known
    Spans label;
  };
  std::string heading;  // who
  std::string state;    // in place of words: "did not code it"
  std::vector<Given> quotes;
};
struct Sides {
  std::string id;
  Spans title;
  std::vector<Side> sides;
};

struct SourceEntry {
  SourceTarget at;
  std::string title;
  Spans about;
};

using Block = std::variant<Heading, Paragraph, Bullets, Table, Figure, Prose, Passage, Evidence, SourceEntry, Sides,
                           Cover, Cards, Numbers, Strips, Matrix, Tiles, Ways, Quotations, Pull, Bars, Facts, CaseCards,
                           Steps, Bubbles, Notes, Index, Network, Dots, RegionLists, Filters, Timeline, WorldMap,
                           TwoPages, Grading, Changes, Advice, Moves, Disputed, Parts, WholeTexts>;

// What stands above the bands: the answer before any figure.
struct Head {
  Spans crumb = {};
  std::string over = {};
  std::string title = {};           // where it is shorter than the page's own
  std::string title_language = {};  // BCP 47, of people's own words; empty: that of the page
  Spans answer = {};
  std::string consent = {};
  std::vector<Tally> tally = {};
  Tally count = {};  // one large number
  Spans count_note = {};
  StripList strips = {};
  int hue = kNoHue;
};

struct Link {
  PageId page;
  std::string text;
};

struct Page {
  PageId id;
  std::string title;
  std::vector<Block> blocks;
  Head head = {};
  std::optional<Link> previous = {};
  std::optional<Link> next = {};
};

// Takes each finished page; an error stops the book.
using PageSink = std::function<core::Status(Page page)>;

// What people want every page to say (report/notice.md): whose report it is not, that it is a draft.
struct Notice {
  std::string text;      // plain; empty: nothing
  std::string language;  // BCP 47
};

struct Book {
  const Words& words;  // its language, and the renderer's own words; outlives the book
  std::string title;
  bool invented = false;
  std::string footer;
  std::vector<Link> contents;  // the chapters
  std::vector<Link> more;      // what else leads on, at the foot of each page
  // Makes the pages one after another, in the order of the report, so that only one is in memory.
  std::function<core::Status(const PageSink&)> pages;
  Notice notice = {};
  std::string web_footer = {};  // of the site's pages, on which numbers are links; empty: as everywhere
  std::string author = {};      // an organisation; empty: nobody is named
};

}  // namespace commonground::publish
