// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How one value of the model is kept in one cell.  ToText and FromText are exact inverses; FromText gives false for
// what ToText cannot have written.  The texts are stored: they must not change.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/date.h"
#include "core/fraction.h"
#include "core/id.h"
#include "model/study.h"

namespace commonground::store {

using StringLists = std::map<std::string, std::vector<std::string>>;
using Strings = std::map<std::string, std::string>;

// A JSON array or object; throws Failure(InvalidInput) for text that is not UTF-8.
std::string ToText(const std::vector<std::string>& list);
std::string ToText(const StringLists& lists);
std::string ToText(const Strings& strings);
std::string ToText(const std::vector<model::Criterion>& criteria);
std::string ToText(const std::vector<model::Part>& parts);
std::string ToText(const model::Bound& bound);  // "19", "1/2" or ">1/2"
inline std::string ToText(const core::Fraction& share) {
  return share.Text();
}
inline std::string ToText(const core::Date& date) {
  return date.Text();
}
inline std::string ToText(const core::Moment& moment) {
  return moment.Text();
}
inline std::string ToText(model::GapUnit unit) {
  return unit == model::GapUnit::kPassage ? "passage" : "document";
}
inline const std::string& ToText(const std::string& text) {
  return text;
}
template <typename Tag>
const std::string& ToText(const core::Id<Tag>& id) {
  return id.value;
}
template <typename Enum>
requires std::is_enum_v<Enum> std::string ToText(Enum value) {
  return std::string(model::Word(value));
}
template <typename Enum>
requires std::is_enum_v<Enum> std::string ToText(const std::vector<Enum>& values) {
  std::vector<std::string> list;
  for (const Enum value : values) list.push_back(ToText(value));
  return ToText(list);
}
template <typename Tag>
std::string ToText(const std::vector<core::Id<Tag>>& ids) {
  std::vector<std::string> list;
  for (const auto& id : ids) list.push_back(id.value);
  return ToText(list);
}
template <typename Tag>
std::string ToText(const std::map<std::string, core::Id<Tag>>& ids) {
  Strings strings;
  for (const auto& [key, id] : ids) strings[key] = id.value;
  return ToText(strings);
}

bool FromText(const std::string& text, std::vector<std::string>& list);
bool FromText(const std::string& text, StringLists& lists);
bool FromText(const std::string& text, Strings& strings);
bool FromText(const std::string& text, std::vector<model::Criterion>& criteria);
bool FromText(const std::string& text, std::vector<model::Part>& parts);
bool FromText(const std::string& text, model::Bound& bound);
bool FromText(const std::string& text, core::Fraction& share);
bool FromText(const std::string& text, core::Date& date);
bool FromText(const std::string& text, core::Moment& moment);
bool FromText(const std::string& text, model::GapUnit& unit);
// UTF-8 without a NUL; a file can hold anything.
bool IsText(std::string_view text);
inline bool FromText(std::string& text, std::string& value) {
  if (!IsText(text)) return false;
  value = std::move(text);
  return true;
}
// An empty id stands for none in some columns; where one is required, references find that nothing has it.
template <typename Tag>
bool IsIdText(std::string_view text) {
  if constexpr (std::is_same_v<core::Id<Tag>, model::DocumentId>) return text.empty() || model::IsValidDocumentId(text);
  return text.empty() || model::IsValidId(text);
}
template <typename Tag>
bool FromText(std::string& text, core::Id<Tag>& id) {
  if (!IsIdText<Tag>(text)) return false;
  id.value = std::move(text);
  return true;
}
template <typename Enum>
requires std::is_enum_v<Enum>
bool FromText(const std::string& text, Enum& value) {
  const auto found = model::FromWord<Enum>(text);
  if (found) value = *found;
  return found.has_value();
}
template <typename Enum>
requires std::is_enum_v<Enum>
bool FromText(const std::string& text, std::vector<Enum>& values) {
  std::vector<std::string> list;
  if (!FromText(text, list)) return false;
  for (const std::string& item : list) {
    if (!FromText(item, values.emplace_back())) return false;
  }
  return true;
}
template <typename Tag>
bool FromText(const std::string& text, std::vector<core::Id<Tag>>& ids) {
  std::vector<std::string> list;
  if (!FromText(text, list)) return false;
  for (auto& item : list) {
    if (!IsIdText<Tag>(item)) return false;
    ids.emplace_back(std::move(item));
  }
  return true;
}

}  // namespace commonground::store
