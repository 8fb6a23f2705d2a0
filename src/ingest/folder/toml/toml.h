// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// TOML files of the folder by toml++.  A kind of table in them is described once by its keys; reading and writing both
// run over the description.  Only toml.cpp knows that toml++ throws.
#pragma once

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/folder/source_lines.h"
#include "ingest/folder/table.h"
#include "ingest/folder/values.h"

namespace commonground::ingest {

// nullopt, with the problem and its line, if the text is no TOML.
std::optional<toml::table> ParseToml(std::string_view text, const SourceLocation& file);

// What toml++ prints, strings always between double quotes on one line: with its other forms a text that begins with a
// line end would not come back the same.
std::string PrintToml(const toml::table& table);

int LineOf(const toml::node& node);
// The node as a string, table or array; otherwise a problem and nullptr.
const std::string* AsText(const toml::node& node, const SourceLocation& spot);
const toml::table* AsTable(const toml::node& node, const SourceLocation& spot);
// The tables of [[name]].
std::vector<const toml::table*> AsTables(const toml::node& node, const SourceLocation& spot);

void ReadNode(const toml::node& node, const SourceLocation& spot, bool& value);
void ReadNode(const toml::node& node, const SourceLocation& spot, int& value);  // 0 to 1,000,000
void ReadNode(const toml::node& node, const SourceLocation& spot, std::optional<core::Date>& value);
// Whether two items of a list may be the same.
enum class Repeats { kAreWrong, kMayBe };
std::vector<std::string> ReadTexts(const toml::node& node, const SourceLocation& spot,
                                   Repeats repeats = Repeats::kAreWrong);

template <typename T>
void ReadNode(const toml::node& node, const SourceLocation& spot, T& value) {
  const std::string* text = AsText(node, spot);
  if (text != nullptr && !text->empty()) ReadValue(*text, spot, value);
}
template <typename T>
void ReadNode(const toml::node& node, const SourceLocation& spot, std::vector<T>& values) {
  for (const std::string& text : ReadTexts(node, spot)) ReadValue(text, spot, values.emplace_back());
}

inline void WriteNode(bool value, std::string_view name, toml::table& table) {
  table.insert(name, value);
}
inline void WriteNode(int value, std::string_view name, toml::table& table) {
  table.insert(name, std::int64_t{value});
}
void WriteNode(const std::optional<core::Date>& value, std::string_view name, toml::table& table);

template <typename T>
void WriteNode(const T& value, std::string_view name, toml::table& table) {
  if (std::string text = WriteValue(value); !text.empty()) table.insert(name, std::move(text));
}
template <typename T>
void WriteNode(const std::vector<T>& values, std::string_view name, toml::table& table) {
  if (values.empty()) return;
  toml::array array;
  for (const T& value : values) array.push_back(WriteValue(value));
  table.insert(name, std::move(array));
}

template <typename Row>
struct Key {
  std::string_view name;
  Need need = kOptional;
  void (*read)(const toml::node&, const SourceLocation&, Row&) = nullptr;
  void (*write)(const Row&, std::string_view name, toml::table&) = nullptr;  // inserts nothing if there is nothing
};

template <auto Member>
auto KeyOf(std::string_view name, Need need = kOptional) {
  using Row = typename RowOf<decltype(Member)>::type;
  return Key<Row>{
      name, need,
      [](const toml::node& node, const SourceLocation& spot, Row& row) { ReadNode(node, spot, row.*Member); },
      [](const Row& row, std::string_view key, toml::table& table) { WriteNode(row.*Member, key, table); }};
}

// A table of a TOML file that is being read.
struct Section {
  SourceLocation file;  // line: of the section
  std::string prefix;   // "study." for the keys of [study]
  SourceLines* places;
  // Keys that the caller reads itself: tables and arrays of tables below this one.
  std::vector<std::string_view> below = {};

  Section Below(std::string_view name, const toml::node& node, std::vector<std::string_view> deeper = {}) const {
    return {{file.problems, file.file, LineOf(node), {}}, prefix + std::string(name) + ".", places, std::move(deeper)};
  }
};

void ReportUnknownKey(const toml::key& key, const Section& section, const std::vector<std::string_view>& known);
void ReportMissingKey(std::string_view name, const Section& section);

template <typename Row>
void ReadKeys(const toml::table& table, const std::vector<Key<Row>>& keys, const Section& section, Row& row) {
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();
    if (std::find(section.below.begin(), section.below.end(), name) != section.below.end()) continue;
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const Key<Row>& k) { return k.name == name; });
    if (found == keys.end()) {
      std::vector<std::string_view> known = section.below;
      for (const Key<Row>& k : keys) known.push_back(k.name);
      ReportUnknownKey(key, section, known);
      continue;
    }
    const std::string whole = section.prefix + std::string(name);
    const int line = static_cast<int>(key.source().begin.line);
    section.places->keys[std::string(section.file.file) + ":" + whole] = line;
    const SourceLocation spot{section.file.problems, section.file.file, line, whole};
    const auto* as_text = node.as_string();
    const std::string* text = as_text == nullptr ? nullptr : &as_text->get();
    if (found->need == kRequired && text != nullptr && Trimmed(*text).empty()) {
      spot.Bad({}, "is blank, but must be filled", "fill it in");
    } else {
      found->read(node, spot, row);
    }
  }
  for (const Key<Row>& key : keys) {
    if (key.need == kRequired && !table.contains(key.name)) ReportMissingKey(key.name, section);
  }
}

template <typename Row>
toml::table WriteKeys(const Row& row, const std::vector<Key<Row>>& keys) {
  toml::table table;
  for (const Key<Row>& key : keys) key.write(row, key.name, table);
  return table;
}

}  // namespace commonground::ingest
