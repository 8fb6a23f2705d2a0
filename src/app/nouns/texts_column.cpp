// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lists of sentences as a cell, and back.

#include "app/nouns/texts_column.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace commonground::app {

void ReadTexts(std::string_view cell, const ingest::SourceLocation& at, std::vector<std::string>& texts,
               bool may_repeat) {
  if (!cell.starts_with('[')) return ingest::ReadValue(cell, at, texts);
  const auto json = nlohmann::json::parse(cell, nullptr, false);
  const bool is_list = json.is_array() && std::ranges::all_of(json, [](const auto& one) {
                         return one.is_string() && !ingest::Trimmed(one.template get_ref<const std::string&>()).empty();
                       });
  if (!is_list) return at.Bad(cell, "is no list of texts", "write [\"one\", \"two\"], or one; two");
  for (const auto& one : json) {
    auto text = one.get<std::string>();
    if (!may_repeat && std::ranges::find(texts, text) != texts.end()) {
      return at.Bad(text, "stands in its list twice", "name it once");
    }
    texts.push_back(std::move(text));
  }
}

std::string WriteTexts(const std::vector<std::string>& texts) {
  const bool is_plain = std::ranges::all_of(texts, [](const std::string& one) {
    return one.find_first_of(";\n") == std::string::npos && !one.starts_with('[') && ingest::Trimmed(one) == one;
  });
  return is_plain ? ingest::WriteValue(texts) : nlohmann::json(texts).dump();
}

}  // namespace commonground::app
