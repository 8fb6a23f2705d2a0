// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a page of the report says, as values: no markup, so that any renderer can show it.  Addresses within the report
// are relative to its root ("cases/a.html#p3"); others begin with https:, http: or mailto:.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace commonground::publish {

// A run of text; a link when it has an address.
struct Span {
  std::string text;
  std::string href;
  std::string style;  // "", "strong", "muted", "state" (not sourced, disputed, ...)
};
using Spans = std::vector<Span>;

struct Heading {
  std::string text;
  std::string id;
  int level = 2;
};

struct Paragraph {
  Spans spans;
  std::string style;  // "", "lead", "note", "warning"
};

struct Bullets {
  std::vector<Spans> items;
};

struct Table {
  std::string id;
  std::string caption;
  std::vector<std::string> head;
  std::vector<std::vector<Spans>> rows;  // the first cell of a row names it
};

// One mark of a figure, in its own units.
struct Shape {
  enum class Kind { kRect, kText, kLine };
  Kind kind = Kind::kRect;
  double x = 0, y = 0, width = 0, height = 0;  // a line goes from (x, y) by (width, height)
  std::string style;                           // class
  std::string text;                            // kText
  std::string anchor = "start";                // kText: start, middle, end
  std::string href;                            // the mark is a link
  std::string label;                           // what the link says to those who don't see it
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

// Markup that the Markdown library made of people's own text; nothing else makes one.
struct Prose {
  std::string html;
};

// A paragraph of a case study with what was coded in it.
struct Passage {
  std::string id;
  std::string html;      // as Prose
  std::string language;  // BCP 47, of its words; empty: that of the page, or not known
  std::vector<Spans> codes;
};

// What several people gave one passage, side by side; one below the other on a phone.
struct Side {
  struct Quote {
    std::string text;
    std::string language;  // BCP 47; empty: not known
    Spans label;
  };
  std::string heading;  // who
  std::string state;    // in place of quotes: "did not code it"
  std::vector<Quote> quotes;
};
struct Sides {
  std::string id;
  Spans title;
  std::vector<Side> sides;
};

using Block = std::variant<Heading, Paragraph, Bullets, Table, Figure, Prose, Passage, Sides>;

struct Page {
  std::string path;  // "index.html", "cases/a.html"
  std::string title;
  std::vector<Block> blocks;
};

}  // namespace commonground::publish
