// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Blocks that show who works with whom: lines between cases and sectors, dots by region, lists of partners.  Values, as
// in publish/book.h, which has them all in its Block.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/words.h"
#include "publish/pieces.h"

namespace commonground::publish {

// Cases in groups on one side, sectors on the other, a line a tie: dark on record, thin told in a passage.  Both sides
// are in the order in which they are drawn.  A form too narrow for it shows `records`; the table beside it, folded, is
// the page's.
struct Network {
  struct Group {
    std::string label;
    int hue = kNoHue;
  };
  struct Member {
    std::string label;
    std::size_t group = 0;
  };
  struct Sector {
    Span label;
    std::string note;  // "Bar association, formal agreement since 2023"
    int cases = 0;
    bool on_record = false;
  };
  struct Line {
    std::size_t member = 0;
    std::size_t sector = 0;
    std::optional<model::TieKind> kind = {};  // none: told in a passage
  };
  struct Record {
    Span who;
    std::string where;
    Span partner;
    Spans about;
  };
  std::string id;
  std::string title;        // the finding
  std::string subtitle;     // what a line is
  std::string description;  // the message, in words
  std::vector<Group> groups;
  std::vector<Member> members;  // by group
  std::vector<Sector> sectors;
  std::vector<Line> lines;
  std::vector<Record> records;  // ties on record
};

// Rows against groups; a filled dot is a case on record, a ring one that is only told of.  An empty cell is a point.
struct Dots {
  struct Cell {
    int on_record = 0;
    int told = 0;
    Target record_target = {};
    Target told_target = {};
  };
  struct Row {
    Span label;
    std::vector<Cell> cells;
  };
  std::string id;
  std::string title;
  std::string subtitle;
  std::string head;  // of the rows: "Sector"
  std::vector<Matrix::Column> columns;
  std::vector<Row> rows;
};

// A list a region, side by side, under a number of cases.
struct RegionLists {
  struct Item {
    Span text;
    std::string about = {};
    bool strong = false;
  };
  struct List {
    Span label;
    int hue = kNoHue;
    Tally count;
    std::vector<Item> items;
    std::string foot = {};
  };
  std::vector<List> lists;
};

}  // namespace commonground::publish
