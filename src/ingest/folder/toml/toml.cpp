// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Parses and prints TOML with toml++, and reads its values.

#include "ingest/folder/toml/toml.h"

#include <fmt/format.h>

#include <sstream>

#include "core/canonical.h"
#include "ingest/folder/one_line.h"

namespace commonground::ingest {

namespace {
constexpr std::int64_t kMaxInt = 1'000'000;

// An escape ("\\u001b") can write what canonical text has not: strings pass the door once more.
void MakeStringsCanonical(toml::node& node, std::string_view key, const SourceLocation& file) {
  if (toml::table* table = node.as_table()) {
    for (auto&& [name, below] : *table) MakeStringsCanonical(below, name.str(), file);
  } else if (toml::array* array = node.as_array()) {
    for (auto&& below : *array) MakeStringsCanonical(below, {}, file);
  } else if (toml::value<std::string>* one = node.as_string()) {
    std::string text = core::ForceCanonical(one->get());
    if (IsOneLine(key)) text = core::OneLine(std::move(text));
    if (text == one->get()) return;
    *one = std::move(text);
    SourceLocation{file.problems, file.file, LineOf(node), {}}.Note(
        {}, "holds control characters, line ends or characters that show nothing, which are removed", {});
  }
}

}  // namespace

std::optional<toml::table> ParseToml(std::string_view text, const SourceLocation& file) {
  try {
    toml::table table = toml::parse(text);
    MakeStringsCanonical(table, {}, file);
    return table;
  } catch (const toml::parse_error& error) {
    SourceLocation{file.problems, file.file, static_cast<int>(error.source().begin.line), {}}.Bad(
        {}, fmt::format("cannot be read as TOML from here on: {}", error.description()),
        "write one key = value a line; text stands between double quotes, a list between [ and ]");
    return std::nullopt;
  }
}

std::string PrintToml(const toml::table& table) {
  std::ostringstream out;
  out << toml::toml_formatter{table, toml::format_flags::allow_unicode_strings};
  out << '\n';
  return out.str();
}

int LineOf(const toml::node& node) {
  return static_cast<int>(node.source().begin.line);
}

const std::string* AsText(const toml::node& node, const SourceLocation& spot) {
  if (const auto* text = node.as_string()) return &text->get();
  spot.Bad({}, "is not a text", "write it between double quotes");
  return nullptr;
}

const toml::table* AsTable(const toml::node& node, const SourceLocation& spot) {
  if (const toml::table* table = node.as_table()) return table;
  spot.Bad({}, "is not a table", fmt::format("write it as [{}] with its keys below", spot.column));
  return nullptr;
}

std::vector<const toml::table*> AsTables(const toml::node& node, const SourceLocation& spot) {
  std::vector<const toml::table*> tables;
  const toml::array* array = node.as_array();
  bool all = array != nullptr;
  for (std::size_t i = 0; all && i < array->size(); ++i) {
    const toml::table* table = (*array)[i].as_table();
    all = table != nullptr;
    if (all) tables.push_back(table);
  }
  if (!all)
    spot.Bad({}, "is not a list of tables", fmt::format("write each as [[{}]] with its keys below", spot.column));
  return tables;
}

void ReadNode(const toml::node& node, const SourceLocation& spot, bool& value) {
  if (const auto* boolean = node.as_boolean()) {
    value = boolean->get();
  } else {
    spot.Bad({}, "is neither true nor false", "write true or false, without quotes");
  }
}

void ReadNode(const toml::node& node, const SourceLocation& spot, int& value) {
  const auto* number = node.as_integer();
  if (number != nullptr && number->get() >= 0 && number->get() <= kMaxInt) {
    value = static_cast<int>(number->get());
  } else if (number != nullptr && number->get() < 0) {
    spot.Bad(std::to_string(number->get()), "is less than 0", "write 0 or more");
  } else {
    spot.Bad({}, "is not a whole number up to 1,000,000", "write digits only, without quotes");
  }
}

void ReadNode(const toml::node& node, const SourceLocation& spot, std::optional<core::Date>& value) {
  if (const auto* date = node.as_date()) {
    value = core::Date::Make(date->get().year, date->get().month, date->get().day);
  } else if (node.is_string()) {
    if (!node.as_string()->get().empty()) ReadValue(node.as_string()->get(), spot, value.emplace());
  } else {
    spot.Bad({}, "is not a date",
             "write it as 2013-12-31 without quotes; as \"2013-12\" or \"2013\" when only that is known");
  }
}

std::vector<std::string> ReadTexts(const toml::node& node, const SourceLocation& spot, Repeats repeats) {
  std::vector<std::string> texts;
  const toml::array* array = node.as_array();
  if (array == nullptr) {
    spot.Bad({}, "is not a list", "write it between [ and ], such as [\"one\", \"two\"]");
    return texts;
  }
  for (const toml::node& item : *array) {
    const SourceLocation at{spot.problems, spot.file, LineOf(item), spot.column};
    const std::string* text = AsText(item, at);
    if (text == nullptr) continue;
    if (Trimmed(*text).empty()) {
      at.Bad({}, "has a blank item in its list", "take it out");
    } else if (repeats == Repeats::kAreWrong && std::find(texts.begin(), texts.end(), *text) != texts.end()) {
      at.Bad(*text, "is named twice", "name it once");
    } else {
      texts.push_back(*text);
    }
  }
  return texts;
}

void WriteNode(const std::optional<core::Date>& value, std::string_view name, toml::table& table) {
  if (!value) return;
  if (value->whole()) {
    table.insert(name, toml::date{value->year(), value->month(), value->day()});
  } else {
    table.insert(name, value->Text());
  }
}

void ReportUnknownKey(const toml::key& key, const Section& section, const std::vector<std::string_view>& known) {
  std::vector<std::string> names(known.begin(), known.end());
  std::sort(names.begin(), names.end());
  const std::string all = fmt::format("{}", fmt::join(names, ", "));
  SourceLocation{section.file.problems, section.file.file, static_cast<int>(key.source().begin.line), {}}.Bad(
      section.prefix + std::string(key.str()), "is not a key that can stand here",
      "rename it or take it out; the keys here are: " + all);
}

void ReportMissingKey(std::string_view name, const Section& section) {
  section.file.At(section.prefix + std::string(name)).Bad({}, "is missing", "add it");
}

}  // namespace commonground::ingest
