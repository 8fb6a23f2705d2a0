// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A thing as the cells of its table, and back as an import reads them: what is written in a field of a form is what
// would stand in a cell.  For app alone.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/edit_noun.h"
#include "ingest/folder/table.h"
#include "model/identity.h"
#include "rules/kinds.h"
#include "rules/problem.h"

namespace commonground::app {

using Cells = std::map<std::string, std::string, std::less<>>;

// The value of a field as it is taken over: canonical, without blanks around it, in one line where a cell would be.
// Problems: it is no text, or what a formula that went wrong left.
std::string CellOf(const std::string& field, const std::string& value, const ingest::SourceLocation& at);

// As an error about the thing at `index`, whose id is `id`: one problem in a line, several one below the other.
// Error::about names what the first is about.  Requires: there is one.
core::Error RefusalOf(const std::vector<rules::Problem>& problems, std::string_view noun, std::size_t index,
                      const std::string& id);

template <typename Thing>
bool IsOwnId(const ingest::Column<Thing>& column) {
  return model::kHasOwnId<Thing> && column.name == "id";
}

template <typename Thing>
Cells CellsOf(const ingest::Table<Thing>& table, const Thing& thing) {
  Cells cells;
  for (const auto& column : table.columns) {
    if (!IsOwnId(column)) cells[std::string(column.name)] = column.write(thing);
  }
  return cells;
}

// Puts values into cells.  Problems: a field that the table does not have.
template <typename Thing>
void Put(const ingest::Table<Thing>& table, const FieldValues& values, Cells& cells,
         std::vector<core::Problem>& problems) {
  for (const auto& [name, value] : values) {
    const ingest::SourceLocation at{&problems, {}, 0, name};
    std::string known;
    bool is_known = false;
    for (const auto& column : table.columns) {
      if (IsOwnId(column)) continue;
      is_known = is_known || column.name == name;
      known += (known.empty() ? "" : ", ") + std::string(column.name);
    }
    if (is_known) {
      if (cells[name] != value) cells[name] = CellOf(name, value, at);  // what is there is as good as it was
    } else {
      at.Bad({}, "there is no such field", "the fields are: " + known);
    }
  }
}

// Problems: what a reader of the table finds in the cells.
template <typename Thing>
Thing FromCells(const ingest::Table<Thing>& table, const Cells& cells, std::vector<core::Problem>& problems) {
  Thing thing;
  if (table.begin != nullptr) table.begin(thing);
  for (const auto& column : table.columns) {
    if (IsOwnId(column)) continue;
    const ingest::SourceLocation at{&problems, {}, 0, column.name};
    const auto cell = cells.find(column.name);
    if (cell != cells.end() && !cell->second.empty()) {
      column.read(cell->second, at, thing);
    } else if (column.need == ingest::kRequired || column.need == ingest::kKey) {
      at.Bad({}, "is blank, but must be filled", "fill it in");
    } else if (column.blank != nullptr) {
      column.blank(at, thing);
    }
  }
  return thing;
}

// The errors among them, about a thing of this kind.
std::vector<rules::Problem> AboutThing(const std::vector<core::Problem>& problems, rules::Kind kind, std::size_t index,
                                       const std::string& id);

}  // namespace commonground::app
