// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Rows of a database whose cells have names.
#pragma once

#include <string>
#include <string_view>

#include "coding/exchange/raw_text.h"
#include "model/results/project_file.h"

namespace commonground::coding {

using model::Element;

inline const Element* TableOf(const model::ProjectFile& file, std::string_view name) {
  for (const Element& table : file.root.children) {
    if (table.Attribute("name") == name) return &table;
  }
  return nullptr;
}

inline const Element* CellOf(const Element& row, std::string_view name) {
  for (const Element& cell : row.children) {
    if (cell.Attribute("name") == name) return &cell;
  }
  return nullptr;
}

inline std::string TextOf(const Element& row, std::string_view name) {
  const Element* cell = CellOf(row, name);
  return cell == nullptr ? std::string() : Canonical(cell->text);
}

inline std::string LineOf(const Element& row, std::string_view name) {
  return CanonicalLine(TextOf(row, name));
}

// Calls `take` for every row of a table, if there is one.
template <typename Take>
void EachRow(const model::ProjectFile& file, std::string_view name, const Take& take) {
  const Element* table = TableOf(file, name);
  if (table == nullptr) return;
  for (const Element& row : table->children) take(row);
}

inline std::string WithoutSpaces(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t') plain += c;
  }
  return plain;
}

}  // namespace commonground::coding
