// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How values stand in commonground.json, out and in.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "coding/exchange/raw_text.h"
#include "coding/exchange/side_file.h"
#include "model/study.h"

namespace commonground::coding::side_json {

using Json = nlohmann::ordered_json;

// --- out ------------------------------------------------------------------------------------------------------------

inline void Put(Json& row, const char* name, const std::string& text) {
  if (!text.empty()) row[name] = text;
}
inline void Put(Json& row, const char* name, const std::optional<core::Date>& date) {
  if (date) row[name] = date->Text();
}
template <typename Tag>
inline void Put(Json& row, const char* name, const std::vector<core::Id<Tag>>& ids) {
  for (const auto& id : ids) row[name].push_back(id.value);
}
inline void Put(Json& row, const char* name, const std::vector<std::string>& words) {
  if (!words.empty()) row[name] = words;
}
template <typename Enum>
void PutWord(Json& row, const char* name, Enum value) {
  row[name] = std::string(model::Word(value));
}

// --- in -------------------------------------------------------------------------------------------------------------

// What is of another type than it should be is as if it were not there; what must be there is asked for by merge.h.
inline std::string TextOf(const Json& row, const char* name) {
  const auto found = row.find(name);
  return found != row.end() && found->is_string() ? Canonical(found->get<std::string>()) : std::string();
}
inline int NumberOf(const Json& row, const char* name, int otherwise) {
  const auto found = row.find(name);
  if (found == row.end() || !found->is_number_integer()) return otherwise;
  const auto number = found->get<std::int64_t>();
  return number < -1'000'000'000 || number > 1'000'000'000 ? otherwise : static_cast<int>(number);
}
inline bool Says(const Json& row, const char* name) {
  const auto found = row.find(name);
  return found != row.end() && found->is_boolean() && found->get<bool>();
}
inline std::optional<core::Date> DateOf(const Json& row, const char* name) {
  const auto date = core::Date::Parse(TextOf(row, name));
  return date ? std::optional(*date) : std::nullopt;
}
inline std::optional<core::Moment> MomentOf(const Json& row, const char* name) {
  const auto moment = core::Moment::Parse(TextOf(row, name));
  return moment ? std::optional(*moment) : std::nullopt;
}
template <typename Enum>
Enum WordOf(const Json& row, const char* name, Enum otherwise) {
  return model::FromWord<Enum>(TextOf(row, name)).value_or(otherwise);
}
inline std::vector<std::string> WordsOf(const Json& row, const char* name) {
  std::vector<std::string> words;
  const auto found = row.find(name);
  if (found == row.end() || !found->is_array()) return words;
  for (const Json& word : *found) {
    if (word.is_string()) words.push_back(Canonical(word.get<std::string>()));
  }
  return words;
}
template <typename Id>
std::vector<Id> IdsOf(const Json& row, const char* name) {
  std::vector<Id> ids;
  for (std::string& word : WordsOf(row, name)) ids.emplace_back(std::move(word));
  return ids;
}
template <typename Id>
std::optional<Id> MaybeId(const Json& row, const char* name) {
  std::string text = TextOf(row, name);
  return text.empty() ? std::nullopt : std::optional(Id(std::move(text)));
}
// Calls `take` for every object of a list.
template <typename Take>
void Each(const Json& file, const char* name, const Take& take) {
  const auto found = file.find(name);
  if (found == file.end() || !found->is_array()) return;
  for (const Json& row : *found) {
    if (row.is_object()) take(row);
  }
}

}  // namespace commonground::coding::side_json
